"""Packs that the phone keeps: article bodies by country and language, a shell around them, a list with sizes."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from rsmms.freshness import PERIODS
from rsmms.phone.built import Built, turn_links
from rsmms.phone.names import KEPT, pack_of
from rsmms.phone.sizes import gzipped
from rsmms.plan import Plan
from rsmms.words import Words

_OLD = PERIODS["contact"] * 30
"""Days after which a copy says that its numbers must be checked."""
_EXIT = re.compile(r'<a class="exit".*?</a>', re.DOTALL)
_HEAD_OUT = re.compile(r'<(?:link rel="(?:canonical|alternate|manifest)"|meta name="description")[^>]*>\n?')
_SIZE = re.compile(r"%(?:kept:[^%]*|file|zip)%")


@dataclass(frozen=True)
class Kept:
    """What one language offers to keep."""

    files: Mapping[str, str]
    """Content by address from the site's root: packs and shell, with a hash in the name."""
    packs: Mapping[str, tuple[str, int, str]]
    """Address, size over the wire and title of each pack."""
    shared: tuple[str, ...] = field(default=())
    """Addresses that every kept page needs: shell, style, scripts, font, search."""
    shared_size: int = 0


def _named(language: str, name: str, content: str) -> str:
    return f"{KEPT}/{language}/{name}.{hashlib.sha256(content.encode()).hexdigest()[:8]}.json"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def make_kept(plan: Plan, built: Sequence[Built], language: str, assets: Mapping[str, str]) -> Kept:
    """Packs and shell of a language. ``assets`` are published names of style, scripts and font, with their content's sizes."""
    words = Words(language)
    groups: dict[str, dict[str, tuple[str, str, int]]] = {}
    for one in (b for b in built if pack_of(b.page.url)):
        groups.setdefault(pack_of(one.page.url), {})[one.page.url] = (one.title, _SIZE.sub("…", one.main), int(one.danger))
    files, packs = {}, {}
    titles = {p.url.split("/")[1]: p.title for (code, _), p in plan.pages.items() if code == language and p.kind == "country"}
    for name, pages in sorted(groups.items()):
        content = _json({"built": plan.today.isoformat(), "old": _OLD, "copy": words("copy_of", date=words.date(plan.today)), "pages": pages})
        address = _named(language, name, content)
        files[address] = content
        packs[name] = (address, gzipped(content), titles.get(name) or _title(plan, language, name, words))
    shell = _json(make_shell(next(one for one in built if one.page.id == "home"), next((one for one in built if one.danger), None), words))
    address = _named(language, "shell", shell)
    files[address] = shell
    return Kept(files, packs, (address, *assets.values()), gzipped(shell))


def _title(plan: Plan, language: str, name: str, words: Words) -> str:
    """The name of a pack that is no country: the title of its list."""
    page = plan.pages.get((language, f"{name}/index.md"))
    return page.title if page else words.plain({"core": "nav_situations"}.get(name, "international_contacts"))


def make_shell(home: Built, dangerous: Built | None, words: Words) -> dict[str, str]:
    """What stands around every kept page, with places for title, body and the quick exit."""

    def from_root(html: str, base: str) -> str:
        return turn_links(html, base, lambda target, part: f"%ROOT%{target}" + (f"#{part}" if part else ""))

    html = _HEAD_OUT.sub("", home.html)
    html = re.sub(r"<title>.*?</title>", "<title>%TITLE%</title>", html, count=1, flags=re.DOTALL)
    html = re.sub(r"(<main\b[^>]*>).*</main>", r"\1%MAIN%</main>", html, count=1, flags=re.DOTALL)
    html = html.replace("<body>", "<body%BODY%>", 1)
    html = html.replace('<details class="languages">', '%EXIT%<details class="languages">', 1)
    exit_link = _EXIT.search(dangerous.html) if dangerous else None
    body = re.search(r"<body( data-exit[^>]*)>", dangerous.html) if dangerous else None
    none = f'<p class="notice">{words("not_kept")}</p><p><a class="button" href="%ROOT%{_folder(words)}contacts/international/">{words("international_contacts")}</a></p>'
    return {
        "html": from_root(html, home.page.site_url), "exit": exit_link[0] if exit_link else "", "body": body[1] if body else "",
        "stale": words("copy_stale"), "check": escape(words.plain("check_number")), "none": none,
    }  # fmt: skip


def _folder(words: Words) -> str:
    return "" if words.language == "fr" else f"{words.language}/"


def list_file(kept: Kept, plan: Plan, language: str, whole: Sequence[str]) -> str:
    """JSON that tells the phone what to fetch: ``shared``, ``whole`` (only with the whole language) and ``packs``."""
    return _json({"built": plan.today.isoformat(), "shared": kept.shared, "whole": whole, "packs": kept.packs}) + "\n"
