"""``rsmms new situation`` and ``rsmms new language``: files for people who write text."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from babel import Locale

from rsmms.changes.files import Edit
from rsmms.commands.editors.scaffold import EXISTS, MISSING, new_file, scalar
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.model.front import Group
from rsmms.problems.command_error import CommandError
from rsmms.reading.config import CONFIG

_SECTIONS = (
    ("agir", "Que faire maintenant"), ("preuves", "Les preuves à garder"), ("delais", "Les délais"),
    ("eviter", "Ce qu’il ne faut pas faire"), ("suite", "Ce qui se passe ensuite"), ("loi", "Ce que dit la loi"),
    ("modele", "Message à copier"), ("dangers", "Dangers"),
)  # fmt: skip
_NEEDED = {
    "id": "passport-kept", "title": '"Mon employeur garde mon passeport"', "description": '"Que faire et qui appeler."',
    "group": "at-work",
}  # fmt: skip
_HELP = """\
# Un titre que la personne dirait elle-même. · A title in the person’s own words.
# Chaque étape finit par son origine : [[c189:9]] (loi), [[src:id-de-la-source]] (pratique), [[advice]] (conseil du réseau).
# Each step ends with its origin: [[c189:9]] (law), [[src:id-of-the-source]] (practice), [[advice]] (advice of the network).
# short: Passeport confisqué  · titre court · short title
# danger: 2  · 0 aucun, 1 prudence, 2 dangereux d’être vu · 0 none, 1 careful, 2 dangerous to be seen
# words:  · ce que les gens disent, bien écrit (montré de A à Z) · what people say, spelled right (shown from A to Z)
#   - il garde mes papiers
# typed:  · comme ils l’écrivent mal (cherché, jamais montré) · how they misspell it (searched for, never shown)
#   - pasport
# articles:
#   - instrument: c189
#     article: "9"
# contacts:
#   - union_desk
"""


def new_situation(root: Path, slug: str, given: Mapping[str, str], today: date) -> Edit:
    """A French situation page with every section, still without a word in it; raise ``CommandError`` if it exists or a field is missing."""
    missing = [name for name in _NEEDED if not given.get(name)]
    if missing or given["group"] not in {group.value for group in Group}:
        wanted = missing or ["group"]
        raise CommandError(MISSING, fields=", ".join(wanted), example=" ".join(f"{name}={_NEEDED[name]}" for name in wanted))
    head = "".join(f"{name}: {scalar(given[name])}\n" for name in ("id", "title", "description"))
    head += f"kind: situation\nupdated: {today.isoformat()}\ngroup: {given['group']}\n"
    body = "\n\n".join(f"## {title} {{#{name}}}" for name, title in _SECTIONS)
    return new_file(root, f"docs/{SOURCE_LANGUAGE}/situations/{slug}.md", f"---\n{head}{_HELP}---\n\n{body}\n")


def new_language(root: Path, code: str) -> list[Edit]:
    """A language: its texts (all still to be written), its folder, its line in the configuration.

    Raise ``CommandError`` for a language that is there already.
    """
    before = (root / CONFIG).read_bytes()
    text = before.decode()
    if re.search(rf"^ *- locale: {re.escape(code)}\s*$", text, re.MULTILINE):
        raise CommandError(EXISTS, path=f"{CONFIG} · {code}")
    strings = new_file(root, f"rsmms/strings/{code}.yaml", _strings(root, code))
    folder = new_file(root, f"docs/{code}/README.txt", f"docs/{SOURCE_LANGUAGE}/… → docs/{code}/…\n")
    return [strings, folder, Edit(CONFIG, before, _configured(text, code).encode())]


def _strings(root: Path, code: str) -> str:
    """Every text in French as a comment: take the sign # away and translate."""
    french = (root / "rsmms" / "strings" / f"{SOURCE_LANGUAGE}.yaml").read_text(encoding="utf-8")
    lines = [line if line.startswith("#") or not line.strip() else f"# {line}" for line in french.split("\n")]
    head = [
        f"# {code} · Ôtez le # d’une ligne et traduisez-la. Une ligne qui reste en commentaire est montrée en français.",
        f"# {code} · Take the # away from a line and translate it. A line left as a comment is shown in French.",
    ]
    return "\n".join([*head, *lines])


def _configured(text: str, code: str) -> str:
    """The configuration with one language more, after the last one."""
    last = list(re.finditer(r"^( *)- locale: .*\n(?:\1  .*\n)*", text, re.MULTILINE))[-1]
    name = Locale.parse(code).get_display_name(code) or code
    pad = last[1]
    added = f"{pad}- locale: {code}\n{pad}  name: {name}\n{pad}  build: true\n"
    return text[: last.end()] + added + text[last.end() :]
