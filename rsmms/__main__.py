"""``python -m rsmms``."""

from rsmms.cli import main

raise SystemExit(main())
