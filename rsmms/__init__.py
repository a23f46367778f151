"""The domain of the RSMMS rights site: models, loading, checks, joins and pages.

Nothing in this package imports MkDocs. ``hooks/`` adapts it to MkDocs; ``rsmms.cli`` to people.
The way data flow is one way: ``load`` → ``Library`` → ``check`` → ``pages`` / ``search`` / ``opendata``.
"""
