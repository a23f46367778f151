"""Do links to other sites still answer? Run once a week by itself, never during a build."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from rsmms.model.library import Library
from rsmms.problems.messages import Message

Fetch = Callable[[str], int]
"""Asks an address and gives its HTTP status; 0 if nobody answers."""
_AGENT = "rsmms-link-check (once a week)"
_SECONDS = 20
_WORKERS = 8
_GONE = (0, 404, 410)
_SIGNS = "%/:=&?~#+!$,;'@()*[]"
"""Signs of an address that stay as they are; other letters, such as accents, are sent as programs write them."""
"""Answers that mean a reader finds nothing. Others (403, 429, 5xx) often only mean "no robots" or "not now"."""
_HEAD = Message("Ces adresses ne répondent plus ({count} sur {all})", "These addresses no longer answer ({count} of {all})")
_HELP = Message(
    "Ouvrez chaque adresse. Cherchez la nouvelle page de la même organisation. Corrigez le fichier, avec le jour de lecture.",
    "Open each address. Look for the new page of the same organisation. Correct the file, with the day you read it.",
)


@dataclass(frozen=True, slots=True)
class Outside:
    """An address of another site, and where it stands."""

    url: str
    file: str
    line: int


def outside_links(library: Library) -> list[Outside]:
    """Every address once, in a stable order."""
    first: dict[str, Outside] = {}
    for link in _links(library):
        first.setdefault(link.url, link)
    return sorted(first.values(), key=lambda link: (link.file, link.line, link.url))


def _links(library: Library) -> Iterator[Outside]:
    for contact in library.contact_by_id.values():
        for url in contact.web:
            yield Outside(url, *library.lines["contacts", contact.id])
    for instrument in library.instruments.values():
        yield Outside(instrument.text_url, *library.lines["instruments", instrument.id])
    for source in library.sources.values():
        yield Outside(source.url, *library.lines["sources", source.id])


def check_links(links: Sequence[Outside], fetch: Fetch) -> list[tuple[Outside, int]]:
    """Those that are gone, with the answer. Addresses of one host are asked one after the other."""
    hosts: dict[str, list[Outside]] = {}
    for link in links:
        hosts.setdefault(urlsplit(link.url).netloc, []).append(link)
    with ThreadPoolExecutor(_WORKERS) as pool:
        answers: Mapping[Outside, int] = {
            link: status for found in pool.map(lambda listed: [(link, fetch(link.url)) for link in listed], hosts.values()) for link, status in found
        }
    return [(link, answers[link]) for link in links if answers[link] in _GONE]


def ask(url: str) -> int:
    """Ask the real site; a second time with GET if it does not like HEAD."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(quote(url, safe=_SIGNS), method=method, headers={"User-Agent": _AGENT})  # noqa: S310 - http and https only, held by the model
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                return int(answer.status)
        except urllib.error.HTTPError as error:
            status = error.code
        except (OSError, http.client.HTTPException, ValueError):
            status = 0
    return status


HEAD = b"## "
"""How a report begins."""


def report(gone: Sequence[tuple[Outside, int]], total: int) -> str:
    """What is gone as Markdown, in French and English."""
    rows = [f"- [ ] `{link.file}:{link.line}` <{link.url}> ({status or '–'})" for link, status in gone]
    told = []
    for language in ("fr", "en"):
        head = _HEAD.text(language).format(count=len(gone), all=total)
        told += [f"## {head}", "", _HELP.text(language), ""]
    return "\n".join([*told, *rows]) + "\n"
