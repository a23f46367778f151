"""Several facts enter; one answer leaves: who can help here, what is overdue, what a citation means.

It reads no file and writes no HTML.
"""
