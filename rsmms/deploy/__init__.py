"""The site enters; what hosts need leaves: headers, error pages, old addresses, compressed files.

It knows no other output.
"""

