"""``python -m rsmms``."""

from rsmms.commands.cli import main

raise SystemExit(main())
