"""Frozen typed facts, hand-written pages, and the ``Library`` that holds them all.

Nothing enters; facts leave. It knows no file, no language of the reader and no page.
"""
