"""One writer of changes: old text and new values in, only those lines changed out (see ``writer``)."""
