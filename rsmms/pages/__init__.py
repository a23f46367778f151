"""Pages as plain data: each module makes one kind of page from the library; none knows the program that builds the site.

``page`` says what a page is and where each kind lives, ``html`` writes markup that is escaped by construction, ``facts`` shows
one fact with its source and date. Everything else here only puts these together.
"""
