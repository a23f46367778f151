"""The MDN HTTP Observatory's published rules, for one answer of our servers.

Source, read November 2026: github.com/mdn/mdn-http-observatory, ``src/grader/charts.js`` (modifiers and grades), ``src/grader/grader.js``
and ``src/analyzer/tests/*.js`` (when each holds). Ten tests are scored there now (CSP, cookies, CORS, redirection, Referrer-Policy, HSTS, SRI,
nosniff, X-Frame-Options, CORP); COOP and COEP are read but give no points. It starts from 100; what adds counts only from 90 upwards.
"""

import re
from collections.abc import Mapping

Headers = Mapping[str, str]
EXTRA_FROM = 90
GRADES = ((100, "A+"), (90, "A"), (85, "A-"), (80, "B+"), (70, "B"), (65, "B-"), (60, "C+"), (50, "C"), (45, "C-"), (40, "D+"), (30, "D"), (25, "D-"), (0, "F"))
BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
HALF_A_YEAR = 15_768_000


def policy(text: str) -> dict[str, set[str]]:
    """Directives of a policy; the first of a name counts."""
    found: dict[str, set[str]] = {}
    for part in filter(None, (p.split() for p in text.lower().split(";"))):
        found.setdefault(part[0], set(part[1:]))
    return found


def content_policy(headers: Headers) -> int:
    """+10 with ``default-src 'none'`` and nothing unsafe, +5 nothing unsafe, 0 unsafe style, −10, −20, −25 without."""
    told = policy(headers.get("Content-Security-Policy", ""))
    if not told:
        return -25
    script, objects, style = (told.get(name, told.get("default-src", {"*"})) for name in ("script-src", "object-src", "style-src"))
    every = set().union(*told.values()) - {"'none'"}
    if script & (BROAD | INLINE) or objects & BROAD:
        return -20
    if any(source.startswith(("http:", "ftp:")) for source in every):
        return -20
    if "'unsafe-eval'" in script | style:
        return -10
    if style & (BROAD | INLINE):
        return 0
    return 10 if told.get("default-src") == {"'none'"} else 5


def frames(headers: Headers) -> int:
    """+5 by ``frame-ancestors`` that is not open, 0 by X-Frame-Options, −20 without."""
    ancestors = policy(headers.get("Content-Security-Policy", "")).get("frame-ancestors", {"*"})
    if not ancestors & BROAD:
        return 5
    return 0 if headers.get("X-Frame-Options", "").upper() in ("DENY", "SAMEORIGIN") else -20


def transport(headers: Headers) -> int:
    """0 from half a year, −10 below, −20 without."""
    age = re.search(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    if not age:
        return -20
    return 0 if int(age[1]) >= HALF_A_YEAR else -10


def referrer(headers: Headers) -> int:
    """+5 for a private policy (the last of a list counts), −5 for another, 0 without."""
    told = headers.get("Referrer-Policy", "").lower()
    if not told:
        return 0
    return 5 if told.split(",")[-1].strip() in PRIVATE else -5


def cookies(headers: Headers) -> int:
    """0 without any; with one of ours the site would break its own promise, so it loses as an insecure one."""
    return -40 if "Set-Cookie" in headers else 0


def sharing(headers: Headers) -> int:
    """−50 if other sites may read it with the reader's credentials."""
    return -50 if headers.get("Access-Control-Allow-Credentials", "").lower() == "true" else 0


def resources(headers: Headers) -> int:
    """+10 for same-origin or same-site, 0 for cross-origin or nothing, −5 for nonsense."""
    told = headers.get("Cross-Origin-Resource-Policy", "")
    return {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}.get(told, -5)


def integrity(html: str) -> int:
    """0 if every script is of this site, −50 for others (SRI would soften this; we have none)."""
    return -50 if re.search(r"<script[^>]+src=[\"']?(https?:)?//", html) else 0


def redirection(plain: tuple[int, str], host: str) -> int:
    """0 if plain HTTP leads to HTTPS on the same host, −5 on another, −20 if it does not."""
    status, location = plain
    if status not in (301, 302, 303, 307, 308) or not location.startswith("https://"):
        return -20
    return 0 if location.removeprefix("https://").split("/")[0].split(":")[0] == host else -5


def score(headers: Headers, html: str, plain: tuple[int, str], host: str) -> int:
    """Points of a site: answer of its home page over HTTPS, and what plain HTTP says."""
    nosniff = 0 if headers.get("X-Content-Type-Options", "").lower() == "nosniff" else -5
    given = [
        content_policy(headers), frames(headers), transport(headers), referrer(headers), cookies(headers), sharing(headers),
        resources(headers), integrity(html), redirection(plain, host), nosniff,
    ]  # fmt: skip
    lost = 100 + sum(points for points in given if points < 0)
    return max(0, lost + sum(points for points in given if points > 0) if lost >= EXTRA_FROM else lost)


def grade(points: int) -> str:
    """The letter of a score."""
    return next(letter for least, letter in GRADES if points >= least)
