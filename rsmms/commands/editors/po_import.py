"""A PO file back into the pages: only what a translator changed is written.

A translation of a French text that has changed since the export is left out and told, so that nothing wrong is stamped as new.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from rsmms.changes.files import write_text
from rsmms.commands.editors.compose import compose
from rsmms.commands.editors.po import HEADER, STRINGS, header_context, read_messages, texts, translatable, unit_context
from rsmms.commands.editors.scaffold import scalar
from rsmms.commands.editors.translated import stamp
from rsmms.joins.citations import UNTRANSLATED
from rsmms.language.fingerprints import TITLE, outdated, section_name
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.model.written import Section, Unit, Written
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

_NOTHING = Message(
    "Aucun message de ce fichier n’est d’un texte de ce site. Rien n’a été écrit.", "No message of this file is of a text of this site. Nothing was written.",
)  # fmt: skip
Messages = Mapping[str, tuple[str, str, bool]]
Contexts = Sequence[tuple[str, str]]
"""Where pieces stand, and their French."""


@dataclass(slots=True)
class Imported:
    """What an import did."""

    changed: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    """Contexts whose French is not the one that was translated."""
    doubted: list[str] = field(default_factory=list)
    """Contexts whose translation is marked as not final (fuzzy): it is not published."""
    known: set[str] = field(default_factory=set, compare=False)
    """Contexts of the file that this site has."""


def import_po(root: Path, written: Mapping[tuple[str, str], Written], language: str, raw: bytes, today: date) -> Imported:
    """Write the translations of a PO file into ``docs/<language>`` and the site's texts."""
    messages = read_messages(raw, language)
    done = Imported()
    for (code, path), french in sorted(written.items()):
        if code == SOURCE_LANGUAGE:
            _page(root, french, written.get((language, path)), language, _Said(messages, done), today)
    _strings(root, language, _Said(messages, done))
    done.stale, done.doubted = sorted(set(done.stale)), sorted(set(done.doubted))
    if not done.known:
        raise CommandError(_NOTHING)
    return done


@dataclass(frozen=True, slots=True)
class _Said:
    """Looks up translations; a stale one counts as none."""

    messages: Messages
    done: Imported

    def get(self, context: str, french: str) -> tuple[str, bool]:
        """The translation of a piece, and whether the translator still doubts it."""
        known = self.messages.get(context)
        if known and known[0] != french:
            self.done.stale.append(context)
        if known:
            self.done.known.add(context)
        if not known or known[0] != french:
            return "", False
        if known[2] and known[1]:
            self.done.doubted.append(context)
        return ("" if known[2] else known[1]), known[2]


def _page(root: Path, french: Written, own: Written | None, language: str, said: _Said, today: date) -> None:
    path = french.path
    sections = [kept for section in french.sections if (kept := _section(path, section, own, said))]
    header = {name: said.get(header_context(path, name), text)[0] for name in HEADER if (text := getattr(french.front, name))}
    title, description = (header.get("title", ""), header.get("description", "")) if own is None else ("", "")
    if not sections or (own is None and not (title and description)):
        return
    file = root / "docs" / language / path
    before = file.read_text(encoding="utf-8") if own else ""
    head = _header(before.split("---\n", 2)[1], header) if own else _new_header(french, header)
    settled = _settled(french, own, sections, said) | _settled_header(french, own, said, changed=not own or head != before.split("---\n", 2)[1])
    if f"---\n{head}---\n\n{compose(sections)}" != before:
        head = re.sub(r"^updated: .*$", f"updated: {today.isoformat()}", head, flags=re.MULTILINE)
        write_text(root, file, f"---\n{head}---\n\n{compose(sections)}")
    elif not settled:
        return
    if stamp(root, file, settled or {""}) or before != file.read_text(encoding="utf-8"):
        said.done.changed.append(file.relative_to(root).as_posix())


def _section(path: str, french: Section, own: Written | None, said: _Said) -> Section | None:
    """A section with what was said, what stood there before, and ``[[fr]]`` for what is missing; None if nothing is said."""
    mine = own.section(french.id) if own else None
    if mine and len(mine.units) != len(french.units):
        return mine
    told = [said.get(unit_context(path, french, n), u.text)[0] if translatable(u.kind, u.text) else "" for n, u in enumerate(french.units, 1)]
    title = said.get(unit_context(path, french, 0), french.title)[0] if french.title else ""
    if mine is None and not any(told):
        return None
    units = tuple(_unit(u, mine.units[n].text if mine else "", told[n]) for n, u in enumerate(french.units))
    return replace(french, title=title or (mine.title if mine else french.title), units=units)


def _unit(french: Unit, mine: str, told: str) -> Unit:
    if not translatable(french.kind, french.text):
        return replace(french, text=mine or french.text)
    return replace(french, text=told or mine or (french.text if french.kind == "letter" else UNTRANSLATED))


def _settled(french: Written, own: Written | None, sections: list[Section], said: _Said) -> set[str]:
    """Sections that follow today's French: the translator changed them, or took the doubt away from old ones, and doubts no piece of them."""
    before = {section_name(s): s for s in own.sections} if own else {}
    old = outdated(own, french) if own else ()
    names = set()
    for made in sections:
        source, name = next(s for s in french.sections if s.id == made.id), section_name(made)
        pieces = [("p", source.title), *((unit.kind, unit.text) for unit in source.units)]
        contexts = [(unit_context(french.path, source, number), text) for number, (kind, text) in enumerate(pieces) if text and translatable(kind, text)]
        mine = before.get(name)
        changed = not mine or [u.text for u in mine.units] != [u.text for u in made.units] or mine.title != made.title
        whole = not any(u.text == UNTRANSLATED for u in made.units)
        if whole and not _doubted(contexts, said) and (changed or (name in old and _all_said(contexts, said))):
            names.add(name)
    return names


def _settled_header(french: Written, own: Written | None, said: _Said, *, changed: bool) -> set[str]:
    """The name of the header, if it follows today's French in the same sense."""
    contexts = [(header_context(french.path, name), text) for name in HEADER if (text := getattr(french.front, name))]
    confirmed = own is not None and TITLE in outdated(own, french) and _all_said(contexts, said)
    return {TITLE} if not _doubted(contexts, said) and (own is None or (_all_said(contexts, said) and changed) or confirmed) else set()


def _doubted(contexts: Contexts, said: _Said) -> bool:
    return any(said.get(context, text)[1] for context, text in contexts)


def _all_said(contexts: Contexts, said: _Said) -> bool:
    return all(said.get(context, text)[0] for context, text in contexts)


def _header(text: str, header: Mapping[str, str]) -> str:
    """The header with its translated lines replaced where they were changed."""
    for name, value in header.items():
        found = re.search(rf"^{name}: (.*)$", text, re.MULTILINE)
        if value and found and _plain(found[1]) != value:
            text = text[: found.start()] + f"{name}: {scalar(value)}" + text[found.end() :]
    return text


def _plain(text: str) -> str:
    return text[1:-1].replace('\\"', '"').replace("''", "'") if text[:1] in "\"'" else text


def _new_header(french: Written, header: Mapping[str, str]) -> str:
    lines = [f"id: {french.front.id}", f"kind: {french.front.kind.value}"]
    lines += [f"{name}: {scalar(value)}" for name, value in header.items() if value]
    return "\n".join([*lines, "updated: 1970-01-01", "state: draft"]) + "\n"


def _strings(root: Path, language: str, said: _Said) -> None:
    """Texts of the site: changed lines in place, new ones at the end."""
    path = root / "rsmms" / "strings" / f"{language}.yaml"
    own, lines = texts(root, language), path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    before = list(lines)
    for key, french in texts(root, SOURCE_LANGUAGE).items():
        told = said.get(f"{STRINGS}:{key}", french)[0]
        if told and told != own.get(key):
            line = f"{key}: {scalar(told, quoted=True)}"
            place = next((n for n, text in enumerate(lines) if re.match(rf"(# )?{re.escape(key)}:", text)), None)
            if place is None:
                lines[max(len(lines) - 1, 0) : len(lines) - 1] = [line]
            else:
                lines[place] = line
    if lines != before:
        write_text(root, path, "\n".join(lines).rstrip("\n") + "\n")
        said.done.changed.append(path.relative_to(root).as_posix())
