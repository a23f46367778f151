"""All pages enter; the search files of each language leave.

It knows no other output.
"""
