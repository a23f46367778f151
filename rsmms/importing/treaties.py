"""The watch over ratifications: a list beside what is here gives what happened, in a sentence that a person can check."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rsmms.changes.writer import Append, Change, Put, where
from rsmms.importing.refusals import NO_EDITION, NO_SOURCE, NO_TREATY, TWICE
from rsmms.importing.treaty_files import Act, Listed, read
from rsmms.importing.write import Draft, country_file, plain, sound
from rsmms.language.fold import fold
from rsmms.language.words import Words
from rsmms.model.country import Country, Ratification, Status
from rsmms.model.dates import PartialDate
from rsmms.model.library import Library
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

LISTS = "data/complete_lists.yaml"
_RANK = {
    Status.UNKNOWN: 0, Status.NOT_RATIFIED: 1, Status.SIGNED_ONLY: 2, Status.RATIFIED_NOT_IN_FORCE: 3, Status.IN_FORCE: 4, Status.DENOUNCED: 5,
}  # fmt: skip
"""Treaties move this way; a step back waits for a person."""
_EVENT = Message("{name} : {code}, {status}", "{name}: {code} {status}")
_SINCE = Message("depuis le {day}", "since {day}")
_DONE = Message("acte du {day}", "act of {day}")
_SAME = Message("{count} lignes disent ce qui est déjà ici", "{count} lines say what is here already")
_HELD = Message(
    "RETENU {key} : {event} ; ici : {old}. Si c’est juste : --confirm {key}", "HELD BACK {key}: {event}; here: {old}. If it is right: --confirm {key}",
)  # fmt: skip
_GONE = Message(
    "À VOIR {key} : ici « {old} », mais la liste ne nomme plus ce pays. Demandez à une personne : rien n’est changé.",
    "TO SEE {key}: here “{old}”, but the list no longer names this country. Ask a person: nothing is changed.",
)  # fmt: skip
REASONS = {
    "unsettled": Message("pays inconnu", "unknown country"), "treaty": Message("traité inconnu du site", "a treaty that the site does not know"),
    "status": Message("état incompris", "status not understood"),
    "day": Message("date incomprise ou à deux sens", "a date not understood, or with two meanings"),
}  # fmt: skip
_REFUSED = Message("LAISSÉ DE CÔTÉ {row} : {reason}", "LEFT OUT {row}: {reason}")


@dataclass(frozen=True, slots=True)
class Event:
    """What a list says that is not here yet, or that is here and no longer there."""

    country: str
    instrument: str
    act: Act | None
    """``None`` where the list no longer names the country."""
    old: Ratification | None
    held: bool = False

    @property
    def key(self) -> str:
        """What a person confirms: ``NGA/c143``."""
        return f"{self.country}/{self.instrument}"

    @property
    def news(self) -> bool:
        """True if something happened, or a date is known better; false if the list only says the same on a later day."""
        return self.act is None or self.old is None or self.act.status != self.old.status or bool(_better(self.act, self.old))


@dataclass(frozen=True, slots=True)
class Watched:
    """A list compared with what is here."""

    listed: Listed
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a list does not say itself."""

    edition: PartialDate | None
    source: str
    only: str = ""
    """The treaty, where the list names none."""
    complete: bool = False
    """True if it names every State that is bound."""
    confirmed: Collection[str] = ()


def import_treaties(draft: Draft, library: Library, path: Path, day: date, about: About) -> Watched:
    """Read a list, compare it with what is here, and put what is not held back into the draft."""
    edition, source, only = about.edition, about.source, about.only
    if edition is None:
        raise CommandError(NO_EDITION, path=path.name)
    if source not in library.sources:
        raise CommandError(NO_SOURCE, found=source or "–")
    codes = {fold(i.code).replace(" ", ""): i.id for i in library.instruments.values()} | {fold(key): key for key in library.instruments}
    if only and only not in library.instruments:
        raise CommandError(NO_TREATY, found=only)
    listed = read(path, codes, only)
    _once(listed)
    events = tuple(_held(event, about.confirmed) for event in _events(library, listed, edition, complete=about.complete))
    for event in events:
        if event.act and not event.held:
            name = country_file(event.country)
            draft.change(name, list(_changes(event, event.act, edition, source, day)))
            sound(draft.texts[name], name, Country)
    if about.complete:
        _complete(draft, library, listed, edition, source, day)
    return Watched(listed, events)


def _once(listed: Listed) -> None:
    """Raise ``CommandError`` for a list that says two things of one country and treaty."""
    seen: dict[tuple[str, str], Act] = {}
    for act in listed.acts:
        if seen.setdefault((act.country, act.instrument), act) != act:
            raise CommandError(TWICE, path=listed.path, found=f"{act.country}/{act.instrument}")


def _events(library: Library, listed: Listed, edition: PartialDate, *, complete: bool) -> Iterator[Event]:
    named = {(act.country, act.instrument): act for act in listed.acts if act.country in library.countries}
    for (country, instrument), act in sorted(named.items()):
        old = library.countries[country].ratification(instrument)
        if old is None or act.status != old.status or _better(act, old) or _later(old, edition):
            yield Event(country, instrument, act, old)
    for instrument in sorted({act.instrument for act in listed.acts}) if complete else ():
        for one in library.countries.values():
            known = one.ratification(instrument)
            if (one.id, instrument) not in named and known:
                yield from _absent(one.id, known, edition)


def _absent(country: str, old: Ratification, edition: PartialDate) -> Iterator[Event]:
    """A country that a complete list does not name: a "no" of a later day, or a question for a person."""
    if old.status in (Status.IN_FORCE, Status.RATIFIED_NOT_IN_FORCE):
        yield Event(country, old.instrument, None, old)
    elif old.status in (Status.NOT_RATIFIED, Status.UNKNOWN) and (old.status is Status.UNKNOWN or _later(old, edition)):
        yield Event(country, old.instrument, Act(country, old.instrument, Status.NOT_RATIFIED), old)


def _later(old: Ratification, edition: PartialDate) -> bool:
    return old.as_of is None or old.as_of.last < edition.last


def _better(act: Act, old: Ratification) -> dict[str, PartialDate]:
    """Dates that the list knows, and that are not here or are other days."""
    found = {}
    for name, new in (("date", act.date), ("in_force", act.in_force), ("denounced", act.denounced)):
        known: PartialDate | None = getattr(old, name)
        if new and new != known and not (known and str(known).startswith(str(new))):
            found[name] = new
    return found


def _held(event: Event, confirmed: Collection[str]) -> Event:
    """A step back, or another day than the one that is here, waits for a person."""
    if not event.act or not event.old or event.key in confirmed:
        return event
    back = _RANK[event.act.status] < _RANK[event.old.status]
    other = any(known and not str(new).startswith(str(known)) for name, new in _better(event.act, event.old).items() if (known := getattr(event.old, name)))
    return Event(event.country, event.instrument, event.act, event.old, held=back or other)


def _changes(event: Event, act: Act, edition: PartialDate, source: str, day: date) -> Iterator[Change]:
    dates = _better(act, event.old) if event.old else {n: d for n, d in (("date", act.date), ("in_force", act.in_force), ("denounced", act.denounced)) if d}
    fields: dict[str, Any] = {"status": act.status.value, **{name: plain(value) for name, value in dates.items()}}
    if act.action and (event.old is None or event.old.action is None):
        fields["action"] = act.action.value
    fields |= {"as_of": plain(edition), "source": source, "checked": day}
    if event.old is None:
        yield Append(("ratifications",), {"instrument": act.instrument, **fields, "confidence": "single_source"})
        return
    at = ("ratifications", where(instrument=act.instrument))
    yield from (Put((*at, name), value) for name, value in fields.items())
    if event.news:
        yield Put((*at, "confidence"), "single_source")


def _complete(draft: Draft, library: Library, listed: Listed, edition: PartialDate, source: str, day: date) -> None:
    """The list as a ground for saying "no", with its total."""
    for instrument in sorted({act.instrument for act in listed.acts}):
        name = f"{instrument}-{edition}"
        parties = sorted({a.country for a in listed.acts if a.instrument == instrument and _RANK[a.status] in (3, 4)})
        if name not in library.complete_lists and parties:
            entry = {"id": name, "instrument": instrument, "as_of": plain(edition), "total": len(parties), "parties": parties, "source": source, "checked": day}
            draft.change(LISTS, [Append(("lists",), {**entry, "confidence": "single_source"})])


def table(watched: Watched, library: Library, language: str) -> str:
    """What happened, one sentence a line; then what waits, what is left out, and how much was known."""
    lines = [_line(event, library, language) for event in watched.events if event.news]
    lines += [_REFUSED.text(language).format(row=r.row, reason=REASONS[r.reason].text(language)) for r in watched.listed.refused]
    known = len(watched.listed.acts) - sum(event.news and event.act is not None for event in watched.events)
    return "\n".join([*lines, _SAME.text(language).format(count=known)])


def _line(event: Event, library: Library, language: str) -> str:
    old = _status(event.old.status, language) if event.old else "–"
    if event.act is None:
        return _GONE.text(language).format(key=event.key, old=old)
    told = sentence(event, library, language)
    return _HELD.text(language).format(key=event.key, event=told, old=old) if event.held else told


def sentence(event: Event, library: Library, language: str) -> str:
    """``Nigeria: C143 in force since 23 March 2023``."""
    words, act = Words(language), event.act
    status = _status(act.status, language) if act else ""
    since, done = (act.in_force, act.denounced or act.date) if act else (None, None)
    day = f" {_SINCE.text(language).format(day=words.date(since))}" if since else f" ({_DONE.text(language).format(day=words.date(done))})" if done else ""
    code = library.instruments[event.instrument].code
    return _EVENT.text(language).format(name=words.country(event.country), code=code, status=status + day)


def _status(status: Status, language: str) -> str:
    return Words(language).plain(f"status_{status.value}").lower()


def as_json(watched: Watched, library: Library) -> dict[str, Any]:
    """The same for programs, with the sentence in both languages."""
    events = [
        {"country": e.country, "instrument": e.instrument, "old": e.old.status.value if e.old else None, "new": e.act.status.value if e.act else None,
         "held": e.held, "gone": e.act is None, "fr": _line(e, library, "fr"), "en": _line(e, library, "en")}
        for e in watched.events if e.news
    ]  # fmt: skip
    return {"file": watched.listed.path, "events": events, "refused": [{"row": r.row, "reason": r.reason} for r in watched.listed.refused]}

