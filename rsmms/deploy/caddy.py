"""The same rules for Caddy, which fetches its own certificate."""

from collections.abc import Sequence

from rsmms.deploy.choice import first_known
from rsmms.deploy.headers import HEADERS, TEXTS, TYPES, language_rules, varied

_HEAD = """\
# Made by `python -m rsmms deploy`. Do not edit: the rules stand in rsmms/deploy/headers.py and rsmms/deploy/.
# SITE_ADDRESS is your domain (Caddy then fetches a certificate by itself), SITE_ROOT the folder of the site.
{
\tadmin off
\tservers {
\t\ttimeouts {
\t\t\tread_header 10s
\t\t\tread_body 5s
\t\t\twrite 30m
\t\t\tidle 30s
\t\t}
\t\tmax_header_size 32KB
\t}
}

(rules) {
"""
_SITE = """\
}

{$SITE_ADDRESS::8080} {
\troot * {$SITE_ROOT:/srv/rsmms/site}
\tlog {
\t\toutput discard
\t}
\timport rules
"""
_TAIL = """\
\t@other not method GET HEAD
\trespond @other 405
\timport {$SITE_ROOT:/srv/rsmms/site}/_redirects*.caddy
\t@hidden {
\t\tpath_regexp (/[._]|\\.(br|gz)$)
\t\tnot path /.well-known/*
\t}
\terror @hidden 404
"""
_FILES = "\tfile_server {\n\t\tprecompressed br gzip\n\t}\n"


def caddyfile(languages: Sequence[str]) -> str:
    """The whole file."""
    rules = _HEAD + _maps(languages) + _headers()
    return rules + _SITE + _some() + _TAIL + _home(languages) + _FILES + _missing(languages) + "}\n"


def _name(header: str) -> str:
    return header.lower().replace("-", "_")


def _maps(languages: Sequence[str]) -> str:
    """One placeholder for each header that varies with the path; ``-`` stands for "none"."""
    maps = {_name(header): rules for header, rules in varied().items()} | {"language": language_rules(languages)}
    made = ""
    for name, rules in maps.items():
        lines = "".join(f'\t\t{_key(pattern)} "{value or "-"}"\n' for pattern, value in rules)
        made += f"\tmap {{path}} {{{name}}} {{\n{lines}\t}}\n"
    return made


def _key(pattern: str) -> str:
    return f'"~{pattern}"' if pattern else "default"


def _headers() -> str:
    """Headers of every answer; those that may be absent only where their map says so."""
    fixed = {name: f'"{value}"' for name, value in HEADERS.items() if name not in varied()}
    changing = {name: f"{{{_name(name)}}}" for name, rules in varied().items() if rules[-1][1]}
    lines = "".join(f"\t\t{name} {value}\n" for name, value in sorted((fixed | changing).items()))
    return f"\theader {{\n{lines}\t\t+Vary Accept-Encoding\n\t}}\n\theader {{\n\t\t-Server\n\t\t-Last-Modified\n\t\tdefer\n\t}}\n"


def _some() -> str:
    """Headers that only some answers have, and types by extension."""
    names = {name: _name(name) for name, rules in varied().items() if not rules[-1][1]} | {"Content-Language": "language"}
    made = "".join(f'\t@{place} expression {{{place}}} != "-"\n\theader @{place} {name} {{{place}}}\n' for name, place in names.items())
    return made + "".join(f'\t@{ext} path *.{ext}\n\theader @{ext} Content-Type "{_type(ext)}"\n' for ext in TYPES if ext != "html")


def _type(extension: str) -> str:
    return TYPES[extension] + ("; charset=utf-8" if extension in TEXTS else "")


def _home(languages: Sequence[str]) -> str:
    """The home page of another language, only for an address that was typed or scanned."""
    lines = ['\t@root path / /index.html\n\theader @root +Vary "Accept-Language, Sec-Fetch-Site"\n']
    for code in languages[1:]:
        wanted = first_known(languages, code)
        lines.append(f'\t@home_{code} {{\n\t\tpath /\n\t\theader Sec-Fetch-Site none\n\t\theader_regexp Accept-Language "{wanted}"\n\t}}\n')
        lines.append(f"\tredir @home_{code} /{code}/ 302\n")
    return "".join(lines)


def _missing(languages: Sequence[str]) -> str:
    """The 404 page of the folder's language."""
    parts = ["\thandle_errors {\n\t\troot * {$SITE_ROOT:/srv/rsmms/site}\n\t\timport rules\n"]
    pages = [(f"path /{code} /{code}/*", f"/{code}/404.html", code) for code in languages[1:]] + [("", "/404.html", languages[0])]
    for match, page, code in pages:
        named = f"\t\t@missing_{code} {match}\n" if match else ""
        handled = f"handle @missing_{code}" if match else "handle"
        parts.append(f"{named}\t\t{handled} {{\n\t\t\trewrite * {page}\n\t\t\theader Content-Language {code}\n\t\t\theader Cache-Control no-cache\n")
        parts.append("\t\t\tfile_server {\n\t\t\t\tprecompressed br gzip\n\t\t\t\tstatus 404\n\t\t\t}\n\t\t}\n")
    return "".join(parts) + "\t}\n"
