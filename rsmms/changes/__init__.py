"""An old text and new values enter; the text with only those lines changed leaves (see ``writer``).

It knows how our files are written, not what they mean.
"""
