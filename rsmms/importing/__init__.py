"""Files of others enter, official ones and people's own lists; changes of our files leave, after somebody has seen them.

Every source goes the same way: read, map, compare, show, write. It fetches nothing.
"""
