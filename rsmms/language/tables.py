"""Our own YAML tables (texts of the site, synonyms, look-alike letters), read with the parser written in C."""

from pathlib import Path
from typing import Any

import yaml


def table(path: Path) -> Any:
    """What a table says; nothing for one that is absent. Data and texts from pull requests are read by ``source`` instead."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) if path.exists() else None
