"""Everything the phone needs after the pages are built: what is kept, what is passed on, icons, worker."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from rsmms.cache.results import ResultCache
from rsmms.language.addresses import RECORDINGS
from rsmms.language.sizes import gzipped, size_words
from rsmms.language.words import Words
from rsmms.layout.copies import ALWAYS, CORE, list_path, one_file_path, zip_path
from rsmms.layout.plan import Plan
from rsmms.layout.settings import Settings, small_script
from rsmms.phone.archive import archive
from rsmms.phone.built import Built, read_built
from rsmms.phone.icons import SIZES, icon
from rsmms.phone.onefile import one_file
from rsmms.phone.packs import Kept, list_file, make_kept

_SHELL_ASSETS = ("rsmms.css", "rsmms.js", "search.js", "minisearch.js", "keep.js")
SEARCHED = ("search", "search-rest")
"""Files of the search: what people look for first, and the rest."""
_PLACE = re.compile(r"%(kept:[^%]*|file)%")
"""Where a page promises a size."""
_FILE = "%file%"
_FONTS = {"ee": "noto-sans-ee.woff2"}
"""Fonts that only one language loads."""


def write_phone(plan: Plan, out: Path, settings: Settings, languages: Sequence[str], results: ResultCache) -> None:
    """Write below ``out`` for some languages, and fill in the sizes that the pages promise.

    Where nothing is to be kept, the worker is replaced by the one that erases every copy and takes itself away.
    """
    for language in languages:
        _language(plan, out, language, settings, results)
    worker = (settings.theme / ("sw.js" if settings.offline else "sw-stop.js")).read_text(encoding="utf-8")
    (out / "sw.js").write_text(small_script(worker).replace("%LANGUAGES%", " ".join(plan.languages)).replace("%CORE%", " ".join(CORE)), encoding="utf-8")
    _recordings(plan, settings.theme.parent, out)
    for size in SIZES:
        (out / f"icon-{size}.png").write_bytes(results.get_or_compute(("icon", size), partial(icon, size)))


def _recordings(plan: Plan, root: Path, out: Path) -> None:
    """Publish the recordings that pages name; a file of another size than its page promises stops the build."""
    for written in plan.written.values():
        audio = written.front.audio
        if not audio:
            continue
        content = (root / RECORDINGS / audio.file).read_bytes()
        if len(content) != audio.bytes:
            raise ValueError(f"{written.file}: audio.bytes is {audio.bytes}, but {audio.file} has {len(content)}")
        target = out / RECORDINGS / audio.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _language(plan: Plan, out: Path, language: str, settings: Settings, results: ResultCache) -> None:
    assets, site_url = settings.assets, settings.site_url
    built = list(read_built(plan, out, language))
    css = (out / assets["rsmms.css"]).read_text(encoding="utf-8")
    singles = {one_file_path(b.page): one_file(plan, b, css, site_url) for b in built if one_file_path(b.page)}
    _write_all(out, singles)
    names = (*_SHELL_ASSETS, *(f for code, f in _FONTS.items() if code == language))
    searched = {name: f"donnees/{name}-{language}.json" for name in SEARCHED}
    shared = {name: assets[name] for name in names if name in assets} | {"icon": "favicon.svg"} | searched
    kept = make_kept(plan, built, language, shared)
    words = Words(language)
    _write_all(out, {**kept.files, list_path(language): list_file(kept, plan, words)})
    sizes = _kept_sizes(kept, out, tuple(shared.values()))
    filled = [_filled(b, {**sizes, "file": gzipped(singles.get(one_file_path(b.page), "")) if _FILE in b.html else 0}, words) for b in built]
    files = {name: (out / name).read_bytes() for name in (*searched.values(), f"donnees/texte-{language}.json")}
    listed = [out / published for published in assets.values()] + [out / "favicon.svg"]
    content = archive(filled, language, files, site_url, listed, out, results)
    (out / zip_path(language)).write_bytes(content)
    for before, one in zip(built, filled, strict=True):
        html = one.html.replace("%zip%", size_words(words, len(content)))
        if html != before.html:
            one.file.write_text(html, encoding="utf-8", newline="\n")


def _kept_sizes(kept: Kept, out: Path, shared: Sequence[str]) -> dict[str, int]:
    """What keeping a country with home and the situations, or everything (``*``), costs over the wire, shell, phrases and search included."""
    common = kept.shared_size + sum(gzipped((out / name).read_bytes()) for name in shared)
    packs = {name: size for name, (_, size, *_) in kept.packs.items()}
    core = common + sum(packs.get(name, 0) for name in ALWAYS)
    return {**{f"kept:{name}": core + size for name, size in packs.items()}, "kept:*": common + sum(packs.values())}


def _filled(one: Built, sizes: Mapping[str, int], words: Words) -> Built:
    html = _PLACE.sub(lambda found: size_words(words, sizes[found[1]]), one.html)
    return one if html == one.html else Built(one.page, one.file, html)


def _write_all(out: Path, files: Mapping[str, str]) -> None:
    for name, content in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
