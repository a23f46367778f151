"""The domain of the RSMMS rights site: models, loading, checks, joins and pages.

Nothing in this package imports MkDocs. ``hooks/`` adapts it to MkDocs; ``rsmms.cli`` to people.
The way data flow is one way: ``load`` → ``Library`` → ``check`` → ``pages`` / ``search`` / ``opendata``.

Floors, from below. A module imports only from its own floor and from those below, and never in a circle; ``tests/test_layers.py``
lists every module and holds it:

* ground: letters, messages, problems, YAML with its places, markup. Knows nothing of rights or countries;
* model: what a fact is;
* library: all facts and hand-written texts together, read, by language, with their age;
* drawing: charts and maps;
* telling: pages and files made from facts;
* site: all pages of a site, and whether it may be published;
* giving: what goes out with the pages: search, sheets, phone packs, feeds, server configuration;
* on top, commands, the build and its publishing.
"""
