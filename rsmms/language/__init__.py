"""A fact enters; text in the reader’s language, HTML or an address leaves.

It knows neither files nor pages.
"""
