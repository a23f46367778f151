"""A command line enters; one of the other rooms is called, and the person at the keyboard is answered.

No rule of the domain lives here.
"""
