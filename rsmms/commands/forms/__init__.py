"""What people fill in on a forge or in the form editor becomes a small change of the files, through the one writer of changes.

Their words are data: nothing of them is run, no path and no YAML comes from them, and where they are shown they are quoted.
"""
