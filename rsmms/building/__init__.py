"""Everything enters; ``site/`` leaves, whole or not at all.

Only here do the outputs meet.
"""
