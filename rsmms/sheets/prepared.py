"""Sheets made ready for printing: content to JSON, and a key that changes with everything the file depends on."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rsmms.sheets.fonts import recipe
from rsmms.sheets.job import STANDARDS
from rsmms.sheets.spec import SheetSpec, short_code
from rsmms.sheets.wording import clean

_IMPORT = re.compile(r'#import\s+"([^"@]+)"')
_PROGRAMS = ("typst", "pikepdf", "segno", "pillow")


@dataclass(frozen=True, slots=True)
class PreparedSheet:
    """A sheet whose content is known, before it is printed."""

    spec: SheetSpec
    content: dict[str, Any]
    checksum: str
    data: str
    key: str
    plain_key: str
    """The key of the same sheet as it is read, before it is laid out for stapling."""


def prepare_all(specs: Sequence[SheetSpec], tools: "ToolKey") -> list[PreparedSheet]:
    """Every sheet made ready; a booklet to staple takes over what its twin says."""
    known: dict[str, PreparedSheet] = {}
    for spec in specs:
        twin = known.get(spec.code) if spec.imposed else None
        known[spec.file] = replace(twin, spec=spec, key=f"{twin.key}-imposed") if twin else prepare(spec, tools)
        known.setdefault(spec.code, known[spec.file])
    return [known[spec.file] for spec in specs]


def prepare(spec: SheetSpec, tools: "ToolKey") -> PreparedSheet:
    """The content of a sheet with its checksum, and the key under which the cache knows it."""
    content = clean(spec.content())
    checksum = short_code(_canonical(content), length=8)
    content |= {"code": spec.code, "checksum": checksum, "check_url": spec.check_url}
    data = _canonical(content)
    told = (tools.of(spec.template), data, spec.format, str(tries(spec)), str(spec.pages))
    plain = hashlib.sha256("\0".join(told).encode()).hexdigest()[:40]
    return PreparedSheet(spec, content, checksum, data, f"{plain}-imposed" if spec.imposed else plain, plain)


def _canonical(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class ToolKey:
    """What a template, its imports, the fonts and the programs are, in one text; equal key, equal bytes."""

    def __init__(self, templates: Path) -> None:
        programs = [f"{name} {version(name)}" for name in _PROGRAMS]
        made_by = [Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("worker.py", "job.py", "pack.py", "impose.py", "unmarked.py")]
        self.templates = templates
        self.common = "|".join([*programs, *STANDARDS, recipe(), *made_by])
        self.known: dict[str, str] = {}

    def of(self, template: str) -> str:
        """The key of one template."""
        if template not in self.known:
            texts = sorted(self._texts(template).items())
            self.known[template] = hashlib.sha256(json.dumps([self.common, texts]).encode()).hexdigest()
        return self.known[template]

    def _texts(self, template: str) -> dict[str, str]:
        path = self.templates / template
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        return {template: text} | {k: v for name in _IMPORT.findall(text) for k, v in self._texts(name).items()}


def tries(spec: SheetSpec) -> tuple[tuple[float, str], ...]:
    """Sizes of text and ``full`` or ``brief``, in the order in which they are tried."""
    return (*((size, "full") for size in spec.sizes), *((size, "brief") for size in spec.brief))
