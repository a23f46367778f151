"""What an import would do, for people (a table) and for robots (JSON)."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rsmms.importing.compare import Compared, Value
from rsmms.importing.found import Found, rounded
from rsmms.problems.messages import Message

_KINDS = {
    "new": Message("nouveau", "new"), "changed": Message("changé", "changed"),
    "gone": Message("gardé de l’édition d’avant", "kept from the edition before"),
}
REASONS = {
    "jump": Message("le chiffre est plus de trois fois plus grand ou plus petit", "the figure is more than three times larger or smaller"),
    "parts": Message("les pays ensemble font plus que le total", "the countries together are more than the total"),
    "unequal": Message("femmes et hommes ensemble ne font pas le total", "women and men together are not the total"),
    "unsettled": Message("code sans pays d’aujourd’hui : à vous de voir", "a code without a country of today: for you to see"),
    "nobody": Message("personnes sans pays connu", "people without a known country"),
}
_TITLE = Message("{path} · édition {edition}", "{path} · edition {edition}")
_HELD = Message("RETENU {name} : {reason}. Si c’est juste : --confirm {name}", "HELD BACK {name}: {reason}. If it is right: --confirm {name}")
_REFUSED = Message("LAISSÉ DE CÔTÉ {row} : {reason}", "LEFT OUT {row}: {reason}")
_COUNT = Message(
    "{new} nouveaux, {changed} changés, {gone} gardés de l’édition d’avant, {held} retenus, {refused} lignes laissées de côté",
    "{new} new, {changed} changed, {gone} kept from the edition before, {held} held back, {refused} lines left out",
)
NOTHING = Message("Rien à faire : le site dit déjà tout cela.", "Nothing to do: the site says all that already.")
WRITTEN = Message("Écrit : {names}", "Written: {names}")
DRY = Message(
    "Essai : rien n’a été écrit. Sans --dry, ces fichiers changent : {names}", "Trial: nothing was written. Without --dry, these files change: {names}",
)  # fmt: skip


def amount(value: float | None, language: str) -> str:
    """A value with its thousands set apart."""
    if value is None:
        return "–"
    told = f"{rounded(value):,}"
    return told.replace(",", "\u202f").replace(".", ",") if language == "fr" else told


def table(found: Found, compared: Sequence[Compared], language: str, *, dry: bool = True) -> str:
    """Every value that changes, one a line, then what is held back and left out, then the sums."""
    lines = [_TITLE.text(language).format(path=found.path, edition=found.edition or "?")]
    for item in compared:
        rows = [_row(value, language) for value in item.values if value.kind != "same"] if _told(item) else []
        lines += [f"{item.name}", *rows] if rows else []
        if item.held:
            lines.append(_HELD.text(language).format(name=item.name, reason=REASONS[item.held].text(language)))
    lines += [_REFUSED.text(language).format(row=r.row, reason=REASONS[r.reason].text(language)) for r in found.refused]
    lines.append(_COUNT.text(language).format_map(counts(found, compared)))
    return "\n".join(lines) + ("" if dry or any(map(_told, compared)) else "\n" + NOTHING.text(language))


def _told(item: Compared) -> bool:
    """What a file lacks is told only where it brings something: else nothing happens."""
    return item.changes


def _row(value: Value, language: str) -> str:
    share = f" ({value.percent:+} %)".replace(".", "," if language == "fr" else ".") if value.percent is not None else ""
    arrow = f"{amount(value.old, language)} → {amount(value.new, language)}" if value.kind == "changed" else amount(value.new or value.old, language)
    return f"  {value.place}  {arrow}{share}  {_KINDS[value.kind].text(language)}"


def counts(found: Found, compared: Iterable[Compared]) -> dict[str, int]:
    """How many values of each kind."""
    told = [item for item in compared if _told(item)]
    kinds = Counter(value.kind for item in told if not item.held for value in item.values)
    return {
        "new": kinds["new"], "changed": kinds["changed"], "gone": kinds["gone"], "held": sum(bool(item.held) for item in told), "refused": len(found.refused),
    }


def as_json(found: Found, compared: Sequence[Compared]) -> dict[str, Any]:
    """The same for programs."""
    values = [
        {"country": item.country, "indicator": item.target.indicator, "code": item.target.code, "place": value.place, "old": value.old, "new": value.new,
         "percent": value.percent, "kind": value.kind, "held": item.held}
        for item in compared if _told(item) for value in item.values if value.kind != "same"
    ]  # fmt: skip
    refused = [{"row": r.row, "reason": r.reason} for r in found.refused]
    edition = str(found.edition) if found.edition else None
    return {"file": found.path, "edition": edition, "counts": counts(found, compared), "values": values, "refused": refused}


def dumped(told: Any) -> str:
    """JSON as it is printed."""
    return json.dumps(told, ensure_ascii=False, indent=1)
