"""A fault enters; one message in French or English leaves, with the progress of long commands.

It knows neither YAML nor pages.
"""
