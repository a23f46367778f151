"""The ``Library`` and hand-written pages enter; every page leaves, as Markdown and HTML.

It knows no sheet, no search file, no copy for the phone.
"""

