"""The domain of the RSMMS rights site, in rooms that import one way; nothing in this package imports MkDocs.

A room imports only what stands above it here; rooms on one line do not know each other. ``make lint`` holds it.

* ``model`` · ``cache``: facts · what earlier runs computed;
* ``language``: a fact as text, HTML or address;
* ``problems``: a fault as one message;
* ``reading`` · ``joins``: files → library · several facts → one answer;
* ``checking`` · ``opendata``: rules between files · tables, cards, calendars, feeds;
* ``layout``: what all makers of output share;
* ``pages`` · ``sheets`` · ``search`` · ``phone`` · ``deploy``: one kind of output each;
* ``building``: everything → ``site/``;
* ``commands``: a command line → one of the above.

``strings/`` holds the site's own texts in each language. ``hooks/`` adapts ``building`` to MkDocs.
"""
