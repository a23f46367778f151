"""The ``Library`` enters; sheets to print leave: Typst makes them, this room tells it what to say.

``planning`` lists every sheet, ``printing`` prints those that changed, ``bundles`` packs them, ``pages`` tells readers
about them. Templates stand in ``sheets/``, where a designer can change the look without touching Python.
It knows neither search nor copies for the phone.
"""
