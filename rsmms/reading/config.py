"""What a build is told from outside: what ``mkdocs.yml`` says, read without MkDocs, and the day."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml

CONFIG = "mkdocs.yml"


def build_day() -> date:
    """The day of the build: ``SOURCE_DATE_EPOCH`` (seconds, UTC) if set, so that a build can be repeated; else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()


def languages(root: Path) -> tuple[str, ...]:
    """Languages in the order of the configuration, the source language first."""
    plugins = _tree(root).get("plugins") or []
    i18n: dict[str, Any] = next(p["i18n"] for p in plugins if isinstance(p, dict) and "i18n" in p)
    return tuple(language["locale"] for language in i18n["languages"])


def site_url(root: Path) -> str:
    """Where the site is published; ``SITE_URL`` in the environment wins."""
    value = _tree(root).get("site_url") or ""
    default = value[-1] if isinstance(value, list) else value
    return os.environ.get("SITE_URL") or str(default)


def edit_base(root: Path) -> str:
    """Address of the repository's web editor; ``EDIT_BASE`` in the environment wins. Empty without a configuration."""
    extra = (_tree(root) if (root / CONFIG).exists() else {}).get("extra") or {}
    value = extra.get("edit_base") or ""
    default = value[-1] if isinstance(value, list) else value
    return os.environ.get("EDIT_BASE") or str(default or "")


def extra(root: Path) -> dict[str, Any]:
    """Other values of the configuration, such as where "leave fast" leads."""
    found = _tree(root).get("extra") or {}
    return found if isinstance(found, dict) else {}


class _Loader(yaml.CSafeLoader):
    """Reads ``!ENV [NAME, default]`` and other tags of MkDocs as the values they hold."""


def _value(loader: yaml.CSafeLoader, _suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)
    return loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else None


for _prefix in ("!", "tag:yaml.org,2002:python/"):
    _Loader.add_multi_constructor(_prefix, _value)


def _tree(root: Path) -> dict[str, Any]:
    text = (root / CONFIG).read_text(encoding="utf-8")
    tree = yaml.load(text, Loader=_Loader)  # noqa: S506 - our own loader, a child of CSafeLoader
    return tree if isinstance(tree, dict) else {}
