"""Whole valid projects of about N pages in three languages, made from the real one's data and texts; same seed, same bytes.

``python -m bench.content FOLDER PAGES`` writes one (``python -m rsmms --root FOLDER check`` passes). Treaties, zones, indicators, sources and glossary
are the real ones. Country profiles and contacts are the real ones in a seeded order, then copies under other ISO 3166 codes (at most
240: there are no more countries). Guides are the real ones under new names, in the shares of languages of the real site; they fill up
to the number of pages wanted. The network's library (practices, trainings, timeline) is left out.
"""

import argparse
import random
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycountry
import yaml

from bench.cut import giving, only, renamed, unbound
from rsmms.pages.all_pages import generated_paths
from rsmms.reading.load import load

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("fr", "en", "ee")
SIZES = (200, 800, 2400, 9600)
KEPT = ("sources", "zones", "agreements", "glossary", "terms_ee", "freshness")
"""Data files that are copied, without the names of guides."""
PROGRAM = ("rsmms", "hooks", "theme", "sheets", "pictures")
"""Folders of the real project that a generated one has as they are."""
_CITED = re.compile(r"\[\[(?!src:|in:)([a-z0-9]+)[:/][^\]]*\]\]")
SEED = 20261122
HOME = {
    "fr": ("Vos droits, où que vous travailliez", "Que faire, qui appeler et quelle loi vous protège."),
    "en": ("Your rights, wherever you work", "What to do, whom to call and which law protects you."),
}
NUMBERED = {"fr": "Cas numéro {n}.", "en": "Case number {n}.", "ee": "{n}."}
SITUATIONS = 12
"""In every size, so that their join with the countries grows as the pages do."""
ROUTES = "emigrants_to"
"""The indicator from which routes are made."""
_LINK = re.compile(r"\]\((?!https?:|mailto:|tel:|sms:|#)[^)\s]+\)")


@dataclass(frozen=True)
class Mix:
    """How many of what a project of a size has."""

    countries: int
    situations: int
    """Guides that are joined with every country; the other guides are pages for themselves."""
    instruments: tuple[str, ...]
    indicators: tuple[str, ...]


def mix(pages: int) -> Mix:
    """Countries grow with the pages (40 pages each, guides included); treaties and indicators up to those of the real site."""
    instruments, indicators = _ids("conventions", "instruments"), _ids("indicators", "indicators")
    return Mix(
        min(240, max(4, pages // 40)), SITUATIONS,
        instruments[: max(3, pages // 70)], (*indicators[: max(3, pages // 40)], ROUTES),
    )  # fmt: skip


def _ids(name: str, key: str) -> tuple[str, ...]:
    tree = yaml.load((ROOT / "data" / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    return tuple(item["id"] for item in tree[key])


def write(root: Path, pages: int, seed: int = SEED) -> int:
    """Write a project into an empty folder; how many pages it will have."""
    draw, parts = random.Random(seed), mix(pages)
    _frame(root, parts)
    _countries(root, draw, parts)
    count = len(LANGUAGES) * (len(generated_paths(load(root).library)) + 1)
    for number, bases in enumerate(_bases(draw), 1):
        if count >= pages and number > parts.situations:
            break
        count += _guide(root, number, bases, parts, situation=number <= parts.situations)
    return count


def _frame(root: Path, parts: Mix) -> None:
    (root / "data").mkdir(parents=True)
    for name in PROGRAM:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    for name in KEPT:
        text = (ROOT / "data" / f"{name}.yaml").read_text(encoding="utf-8")
        _put(root / "data" / f"{name}.yaml", giving(unbound(text), parts.instruments))
    conventions = (ROOT / "data" / "conventions.yaml").read_text(encoding="utf-8")
    routes, key, instruments = conventions.partition("\ninstruments:\n")
    _put(root / "data" / "conventions.yaml", routes + key + only(instruments, "id", parts.instruments))
    indicators = (ROOT / "data" / "indicators.yaml").read_text(encoding="utf-8")
    _put(root / "data" / "indicators.yaml", only(indicators, "id", parts.indicators))
    for language, (title, description) in HOME.items():
        front = {"id": "home", "kind": "home", "title": title, "description": description, "updated": "2026-11-22"}
        front |= {} if language == "fr" else {"state": "translated"}
        _put(root / "docs" / language / "index.md", _page(front, "\n[[block:situations]]\n\n[[block:countries]]\n"))
    (root / "docs" / "ee").mkdir(exist_ok=True)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _page(front: Mapping[str, Any], body: str) -> str:
    return f"---\n{yaml.safe_dump(dict(front), allow_unicode=True, sort_keys=False, width=1000)}---\n{body}"


def _countries(root: Path, draw: random.Random, parts: Mix) -> None:
    real = sorted(p.stem for p in (ROOT / "data" / "country_profiles").glob("*.yaml"))
    draw.shuffle(real)
    others = sorted({c.alpha_3 for c in pycountry.countries} - set(real))
    for number, code in enumerate([*real, *others][: parts.countries]):
        base = real[number % len(real)]
        for folder in ("country_profiles", "contacts"):
            source = ROOT / "data" / folder / f"{base}.yaml"
            if source.exists():
                text = giving(only(source.read_text(encoding="utf-8"), "instrument", parts.instruments), parts.instruments)
                _put(root / "data" / folder / f"{code}.yaml", renamed(only(text, "indicator", parts.indicators), base, code))
    world = (ROOT / "data" / "contacts" / "INT.yaml").read_text(encoding="utf-8")
    _put(root / "data" / "contacts" / "INT.yaml", renamed(world, "INT", "INT"))


def _bases(draw: random.Random) -> Iterator[dict[str, str]]:
    """The real guides by language, over and over, each time in another order."""
    paths = sorted((ROOT / "docs" / "fr" / "situations").glob("*.md"))
    while True:
        draw.shuffle(paths)
        for path in paths:
            files = {language: ROOT / "docs" / language / "situations" / path.name for language in LANGUAGES}
            yield {language: file.read_text(encoding="utf-8") for language, file in files.items() if file.exists()}


def _guide(root: Path, number: int, bases: Mapping[str, str], parts: Mix, *, situation: bool) -> int:
    """Write one guide in its languages; how many pages that makes: three, and one beside the French for each translation."""
    folder = "situations" if situation else f"guides/g{number // 100:02}"
    for language, text in bases.items():
        _put(root / "docs" / language / folder / f"guide-{number:04}.md", guide(text, number, language, parts, situation=situation))
    return len(LANGUAGES) + len(bases) - 1


def guide(text: str, number: int, language: str, parts: Mix, *, situation: bool) -> str:
    """A real guide under a new name; its links lead home, and treaties that the project has not are not cited."""
    _, header, body = text.split("---\n", 2)
    front = yaml.safe_load(header)
    front |= {"id": f"guide-{number:04}", "title": f"{front['title']} ({number})"}
    front.pop("from", None)
    if "articles" in front:
        front["articles"] = [a for a in front["articles"] if a["instrument"].partition("/")[0] in parts.instruments]
    if not situation:
        front["kind"] = "page"
        for name in ("group", "danger", "words", "articles", "contacts", "short"):
            front.pop(name, None)
    home = "../index.md" if situation else "../../index.md"
    lead = "\n\n" + NUMBERED[language].format(n=number)
    body = _LINK.sub(f"]({home})", body)
    body = _CITED.sub(lambda mark: mark[0] if mark[1] in parts.instruments else "[[advice]]", body)
    first, blank, rest = body.lstrip("\n").partition("\n\n")
    return _page(front, f"\n{first}{lead}{blank}{rest}")


def main() -> None:
    """Write a project of a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("pages", type=int)
    arguments = parser.parse_args()
    print(write(arguments.folder.resolve(), arguments.pages))


if __name__ == "__main__":
    main()
