"""``python -m rsmms``."""

from rsmms.commands.cli import main

if __name__ == "__main__":  # workers of a cluster here are new processes that load this file too
    raise SystemExit(main())
