"""The settings of the form editor (Sveltia CMS): which files it opens, with which fields, on which forge, under which policy."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from rsmms.commands.forms.form_fields import Field, FormFields
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.reading.schema import PAGE, schemas

_BY_COMMAND = frozenset({"from", "reviewed", "audio"})
"""Fields of a page's header that commands write: fingerprints and reviews. They stay in the file, unseen."""
_GITHUB, _GITLAB = "https://github.com", "https://gitlab.com"
_NOWHERE = "votre-organisation/votre-depot"
"""Stands for a repository where none is set: the form then opens a folder of this computer only."""
OWN_BRANCH = "formulaire"
"""Where the form saves on a forge for which it makes no proposals: a person opens one from there."""
_FORGE = re.compile(r"(?P<home>https://[^/]+)/(?P<repo>.+?)(?P<edit>/-/edit|/_edit|/edit)/(?P<branch>[^/]+)/?")


@dataclass(frozen=True, slots=True)
class Forge:
    """Where the files live, and which hosts the form must reach for it."""

    backend: Field
    hosts: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    proposals: bool = True
    """True where every save becomes a proposal by itself."""


def forge_of(edit_base: str) -> Forge:
    """The forge by the address of its web editor: GitHub, GitLab, or else Forgejo.

    >>> forge_of("https://github.com/o/r/edit/main/").backend
    {'name': 'github', 'repo': 'o/r', 'branch': 'main'}
    """
    found = _FORGE.fullmatch(edit_base)
    if not found:
        return Forge({"name": "github", "repo": _NOWHERE, "branch": "main"})
    home, repo, branch = found["home"], found["repo"], found["branch"]
    if found["edit"] == "/edit":
        own = {} if home == _GITHUB else {"base_url": home, "api_root": f"{home}/api/v3"}
        hosts = ("https://api.github.com", "https://avatars.githubusercontent.com") if home == _GITHUB else (home, home)
        return Forge({"name": "github", "repo": repo, "branch": branch, **own}, hosts[:1], hosts[1:])
    if found["edit"] == "/-/edit":
        own = {} if home == _GITLAB else {"base_url": home, "api_root": f"{home}/api/v4", "graphql_api_root": f"{home}/api/graphql"}
        return Forge({"name": "gitlab", "repo": repo, "branch": branch, **own}, (home,), (home,))
    return Forge({"name": "gitea", "repo": repo, "branch": OWN_BRANCH, "base_url": home, "api_root": f"{home}/api/v1"}, (home,), (home,), proposals=False)


def policy(forge: Forge) -> str:
    """The Content-Security-Policy of the form alone: its own files and the forge, nobody else. Readers' pages have a stricter one.

    Its styles are put into the page by its script, so they are allowed; a script is only what stands beside the page.
    """
    connect, pictures = (" ".join(["'self'", "blob:", "data:", *more]) for more in (forge.hosts, forge.pictures))
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src {pictures}; "
        f"connect-src {connect}; worker-src 'self' blob:; base-uri 'none'; form-action 'none'"
    )


def settings(root: Path, edit_base: str, languages: Sequence[str], site_url: str = "") -> dict[str, Any]:
    """Everything that ``config.yml`` says."""
    forge = forge_of(edit_base)
    return {
        "backend": forge.backend, **({"publish_mode": "editorial_workflow"} if forge.proposals else {}),
        **({"site_url": site_url.rstrip("/")} if urlsplit(site_url).scheme == "https" else {}),
        "app_title": "RSMMS : formulaire · form", "show_preview_links": False, "media_folder": "pictures", "editor": {"preview": False},
        "slug": {"encoding": "unicode", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True}, "collections": [*_data(languages), *_pages(root, languages)],
    }  # fmt: skip


def _data(languages: Sequence[str]) -> Iterator[Field]:
    """Contacts, a file a country, and the list of sources."""
    contacts, sources = schemas()["contacts.schema.json"], schemas()["sources.schema.json"]
    yield {
        "name": "contacts", "label": "Contacts", "folder": "data/contacts", "extension": "yaml", "format": "yaml", "create": True, "delete": False,
        "identifier_field": "country", "slug": "{{country}}", "summary": "{{country}}", "fields": FormFields(contacts, languages).of(contacts),
    }  # fmt: skip
    files = [{"name": "sources", "label": "Sources", "file": "data/sources.yaml", "fields": FormFields(sources, languages).of(sources)}]
    yield {"name": "sources", "label": "Sources", "format": "yaml", "files": files}


def _pages(root: Path, languages: Sequence[str]) -> Iterator[Field]:
    """Every folder of hand-written pages, in each language: the header as fields, the text as it is typed."""
    header = schemas()[PAGE]
    text = {"name": "body", "label": "Texte · Text", "widget": "markdown", "modes": ["raw"], "required": False}
    fields = [*FormFields(header, languages).of(header, _BY_COMMAND), text]
    folders = sorted({path.parent.relative_to(root / "docs" / SOURCE_LANGUAGE) for path in (root / "docs" / SOURCE_LANGUAGE).rglob("*.md")})
    for folder in folders:
        for language in languages:
            where = "/".join(["docs", language, *folder.parts])
            yield {
                "name": "-".join([language, *(folder.parts or ("pages",))]), "label": f"{'/'.join(folder.parts) or 'pages'} ({language})", "folder": where,
                "extension": "md", "format": "yaml-frontmatter", "create": language == SOURCE_LANGUAGE and folder.parts == ("situations",),
                "delete": False, "identifier_field": "title", "slug": "{{fields.id}}", "summary": "{{title}}", "fields": fields,
            }  # fmt: skip


def dumped(told: dict[str, Any]) -> str:
    """``config.yml``, the same bytes for the same settings, without an anchor."""
    return "# Fait par « make admin » : ne pas changer à la main. Made by `make admin`: do not change by hand.\n" + yaml.dump(
        told, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000
    )


class _Plain(yaml.SafeDumper):
    """Writes a part that stands in several places each time anew."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML passes it
        """Never write an anchor."""
        return True
