"""Old addresses that lead to the new ones: as pages that work on any host, and as lists for hosts that answer 301."""

from collections.abc import Iterator
from pathlib import Path

from rsmms.language.html import Html, el
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.plan import Plan
from rsmms.model.redirect import Redirect

_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"


def redirect_page(redirect: Redirect, language: str, site_url: str) -> str:
    """A page that leads on by itself, and by a link for those whose browser does not."""
    words, folder = Words(language), _folder(language)
    up = "../" * (redirect.old.count("/") + folder.count("/"))
    target = f"{up}{folder}{redirect.new}"
    head = el(
        "head", Html('<meta charset="utf-8">'), Html('<meta name="viewport" content="width=device-width,initial-scale=1">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'), Html('<meta name="referrer" content="no-referrer">'),
        Html('<meta name="robots" content="noindex">'), Html(f'<meta http-equiv="refresh" content="0; url={target}">'),
        el("title", words.plain("moved_title")), Html(f'<link rel="canonical" href="{site_url}{folder}{redirect.new}">'),
    )  # fmt: skip
    body = el("body", el("main", el("h1", words("moved_title")), el("p", el("a", words("moved_link"), href=target))))
    return f"<!doctype html>\n{el('html', head, body, lang=language, dir=words.direction)}\n"


def _folder(language: str) -> str:
    return "" if language == SOURCE_LANGUAGE else f"{language}/"


def _pairs(plan: Plan, base: str) -> Iterator[tuple[str, str]]:
    for redirect in plan.library.redirects.values():
        for language in plan.languages:
            yield f"{base}{_folder(language)}{redirect.old}", f"{base}{_folder(language)}{redirect.new}"


_CADDY_HEAD = "# old address, new address\n"
"""Caddy does not start with an empty file (2.6.2: "Could not read tokens while importing …: EOF")."""


def write_redirects(plan: Plan, out: Path, site_url: str, base: str) -> None:
    """Pages below ``out``, and the lists ``_redirects`` (static hosts), ``_redirects.nginx`` and ``_redirects.caddy``."""
    for redirect in plan.library.redirects.values():
        for language in plan.languages:
            page = out / _folder(language) / redirect.old / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(redirect_page(redirect, language, site_url), encoding="utf-8", newline="\n")
    pairs = list(_pairs(plan, base))
    for name, form in (("_redirects", "{} {} 301\n"), ("_redirects.nginx", "{} {};\n"), ("_redirects.caddy", "redir {} {} 301\n")):
        head = _CADDY_HEAD if name.endswith(".caddy") else ""
        (out / name).write_text(head + "".join(form.format(*pair) for pair in pairs), encoding="utf-8", newline="\n")
