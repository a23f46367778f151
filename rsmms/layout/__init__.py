"""What all makers of output share: the page, the plan of all pages, the view of templates, and pieces of HTML.

It makes no page itself.
"""
