"""The ``Library`` enters; tables, cards, calendars and feeds leave.

It knows no page.
"""
