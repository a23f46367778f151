"""What earlier runs computed: a key enters, bytes or results leave, or nothing.

It knows neither facts nor pages; what it keeps may be deleted at any time.
"""
