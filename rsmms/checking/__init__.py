"""What was read enters; problems leave: the rules between files.

It changes nothing and knows no output.
"""
