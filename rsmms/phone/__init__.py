"""Built pages enter; what a phone keeps and what readers pass on leave: packs, single files, archives, icons.

It knows no other output.
"""

