"""Packs that the phone keeps: article bodies by country and language, a shell around them, a list with sizes.

Sentences and lists that stand in many pages (what a situation means, which treaty says so) are kept once, in the
*phrases* of the language; a pack names each by four signs. A pack carries no date, so that its name changes only when
its content does: the day of the copy stands in the list.
"""

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from rsmms.language.sizes import gzipped
from rsmms.language.words import Words
from rsmms.layout.copies import ALWAYS, KEPT, pack_of
from rsmms.layout.plan import Plan
from rsmms.model.freshness import PERIODS
from rsmms.phone.built import Built, turn_links

_OLD = PERIODS["contact"] * 30
"""Days after which a copy says that its numbers must be checked."""
_EXIT = re.compile(r'<a class="exit".*?</a>', re.DOTALL)
_HEAD_OUT = re.compile(r'<(?:link rel="(?:canonical|alternate|manifest)"|meta name="description")[^>]*>\n?')
_SIZE = re.compile(r"%(?:kept:[^%]*|file|zip)%")
_LEFT_OUT = re.compile(
    r'<details class="fold"><summary><h2>(?:(?!</h2>).)*</h2>(?:<small>(?:(?!</small>).)*</small>)?</summary>'
    r'<div id="(?:chiffres|donnees)">.*?</div></details>', re.DOTALL,
)  # fmt: skip
_NOT_ON_THE_WAY = ("/juristes/", "/chiffres/")
"""Pages of a country that do not help on the way: what lawyers read, charts and their tables; the profile is kept without its figures and downloads too."""
_BESIDE = "avec-fr/"
_DRAFT = ("draft", "terms-checked")
_PARTS = re.compile(r"(?<=>)(?=<(?:li|p|h[1-6]|div|section|dt|dd|td|th|tr|ul|ol|span|strong|symbol|a )\b)")
_OFTEN, _LONG = 20, 40
"""A phrase stands in at least so many pages and has at least so many letters."""
MARK = "\x7f"
"""Before the four signs of a phrase; no page has this sign."""
_SIGNS = 4


@dataclass(frozen=True)
class Kept:
    """What one language offers to keep."""

    files: Mapping[str, str]
    """Content by address from the site's root: packs, phrases and shell, with a hash in the name."""
    packs: Mapping[str, tuple[str, int, str, str]]
    """Address, size over the wire and title of each pack, and the page that its reader wants first."""
    shared: tuple[str, ...] = field(default=())
    """Addresses that every kept page needs: shell, phrases, style, scripts, font, search."""
    shared_size: int = 0
    """Bytes of shell and phrases over the wire."""


def _named(language: str, name: str, content: str) -> str:
    return f"{KEPT}/{language}/{name}.{hashlib.sha256(content.encode()).hexdigest()[:8]}.json"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def make_kept(plan: Plan, built: Sequence[Built], language: str, assets: Mapping[str, str]) -> Kept:
    """Packs, phrases and shell of a language. ``assets`` are published names of style, scripts and font."""
    words = Words(language)
    kept = [one for one in built if is_kept(one)]
    phrases = make_phrases(map(_parts, kept))
    short = {text: MARK + signs for signs, text in phrases.items()}
    groups: dict[str, dict[str, tuple[str, str, int]]] = {}
    for one in kept:
        said = "".join(short.get(part, part) for part in _parts(one))
        groups.setdefault(pack_of(one.page.url), {})[one.page.url] = (one.title, said, int(one.danger))
    titles = {p.url.split("/")[1]: p.title for (code, _), p in plan.pages.items() if code == language and p.kind == "country"}
    shell = make_shell(next(one for one in built if one.page.id == "home"), next((one for one in built if one.danger), None), words)
    common = {_named(language, name, content): content for name, content in (("shell", _json(shell)), ("phrases", _json(phrases)))}
    files, packs = dict(common), {}
    for name in sorted(groups):
        pages = groups.pop(name)
        content = _json({"pages": pages})
        address = _named(language, name, content)
        files[address] = content
        packs[name] = (address, gzipped(content), titles.get(name) or _title(plan, language, name, words), _landing(name, pages))
    return Kept(files, packs, (*common, *assets.values()), sum(map(gzipped, common.values())))


def is_kept(one: Built) -> bool:
    """True for pages of a pack; two languages side by side only where the translation is a draft that needs the French; no page for lawyers, no figures."""
    if one.page.url.endswith(_NOT_ON_THE_WAY):
        return False
    return bool(pack_of(one.page.url)) and (not one.page.url.endswith(_BESIDE) or one.page.state in _DRAFT)


def _parts(one: Built) -> list[str]:
    """What stands in ``<main>``, in parts; split when they are needed, because all parts of all pages would fill the memory."""
    body = _SIZE.sub("…", one.main)
    if one.page.kind == "country":
        body = _LEFT_OUT.sub("", body)
    if MARK in body:
        raise ValueError(f"{one.file} has the sign {MARK!r}")
    return _PARTS.split(body)


def make_phrases(bodies: Iterable[Sequence[str]]) -> dict[str, str]:
    """Parts that stand in many pages, by the first signs of their fingerprint; of two that share them only the first is a phrase."""
    often = Counter(part for parts in bodies for part in set(parts) if len(part) >= _LONG)
    found: dict[str, str] = {}
    for part in sorted(text for text, count in often.items() if count >= _OFTEN):
        found.setdefault(base64.b64encode(hashlib.sha256(part.encode()).digest())[:_SIGNS].decode(), part)
    return found


def _title(plan: Plan, language: str, name: str, words: Words) -> str:
    """The name of a pack that is no country: the title of its list."""
    page = plan.pages.get((language, f"{name}/index.md"))
    return page.title if page else words.plain({"core": "nav_situations"}.get(name, "international_contacts"))


def _landing(name: str, pages: Iterable[str]) -> str:
    """The page of a pack that a list of what is kept leads to: the country's own, or the first of its folder; home for the core."""
    return "" if name == "core" else next((url for url in pages if url == f"pays/{name}/"), min(pages, key=lambda url: (url.count("/"), url)))


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
    doors = (("nav_home", ""), ("nav_situations", "situations/"))
    links = "".join(f'<li><a href="%ROOT%{_folder(words)}{url}">{words(key)}</a></li>' for key, url in doors)
    none = f'<p class="notice">{words("not_kept")}</p><h2>{words("kept_here")}</h2><ul class="links">{links}</ul>'
    return {
        "html": from_root(html, home.page.site_url), "exit": exit_link[0] if exit_link else "", "body": body[1] if body else "",
        "stale": words("copy_stale"), "check": escape(words.plain("check_number")), "none": none, "start": f"%ROOT%{_folder(words)}",
    }  # fmt: skip


def _folder(words: Words) -> str:
    return "" if words.language == "fr" else f"{words.language}/"


def list_file(kept: Kept, plan: Plan, words: Words) -> str:
    """JSON that tells the phone what to fetch (``shared`` and ``packs``) and of which day that is.

    The phone keeps it with the packs; it is replaced only once every pack of it has come.
    """
    copy, always = words("copy_of", date=words.date(plan.today)), [name for name in ALWAYS if name in kept.packs]
    return _json({"built": plan.today.isoformat(), "old": _OLD, "copy": copy, "always": always, "shared": kept.shared, "packs": kept.packs}) + "\n"
