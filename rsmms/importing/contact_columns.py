"""Which column of somebody's table is what: headings in French and English, as people write them."""

import re
from collections.abc import Mapping, Sequence

from rsmms.language.fold import fold

FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "nom", "nom de l organisation", "nom de la structure", "organisation", "organization", "name", "structure", "syndicat", "union", "title", "service",
        "association", "denomination", "intitule", "company", "societe", "raison sociale", "organization name",
    ),
    "name_en": ("name en", "nom anglais", "english name", "nom en anglais"),
    "acronym": ("sigle", "acronyme", "acronym", "alternate name", "short name", "abreviation"),
    "phones": (
        "tel", "telephone", "phone", "phones", "numero", "numero de telephone", "numeros", "phone number", "portable", "mobile", "gsm", "fixe", "contact",
        "contacts", "phone 1 value", "phone 2 value", "tel bureau", "telephone 1", "telephone 2", "tel 1", "tel 2", "ligne verte", "hotline", "cellulaire",
    ),
    "whatsapp": ("whatsapp", "numero whatsapp", "whatsapp number"),
    "emails": ("email", "e mail", "mail", "courriel", "adresse electronique", "adresse e mail", "e mail 1 value", "email address", "adresse mail"),
    "web": ("site", "site web", "website", "web", "url", "site internet", "website 1 value", "website address", "page web"),
    "city": ("ville", "city", "localite", "town", "commune"),
    "address": ("adresse", "address", "adresse physique", "physical address", "siege", "localisation", "address 1", "address 1 formatted", "rue"),
    "hours": ("horaires", "horaire", "hours", "opening hours", "heures d ouverture"),
    "serves": ("ce qu ils font", "activites", "domaine"),
    "country": ("pays", "country", "pays code", "country code"),
    "kind": ("type", "kind", "categorie", "category", "genre"),
    "office": ("bureau", "office", "est un bureau", "is office", "permanence"),
    "person": (
        "prenom", "first name", "given name", "last name", "family name", "nom de famille", "personne", "responsable", "contact person", "personne de contact",
        "secretaire general", "nom et prenom", "nom prenom", "point focal", "focal point", "interlocuteur", "full name",
    ),
    "skip": (
        "id", "services", "description", "body", "missions", "mission", "n", "no", "numero d ordre", "ordre", "photo", "notes", "observations",
        "observation", "remarques", "remarque", "commentaires", "labels",
        "uuid", "start", "end", "submission time", "submitted by", "index", "version", "status", "validation status", "tags", "birthday", "date",
        "phone 1 label", "phone 2 label", "e mail 1 label", "address 1 label", "website 1 label", "organization title", "organization department",
    ),
}  # fmt: skip
"""Headings of each field, folded; ``person`` is told and never kept, ``skip`` is left out in silence."""
_KNOWN = {heading: field for field, headings in FIELDS.items() for heading in headings}


def plain(heading: str) -> str:
    """A heading without accents, signs and the group that KoboToolbox puts before it.

    >>> plain("Tél."), plain("groupe_1/Numéro de téléphone"), plain("E-mail 1 - Value"), plain("_submission_time")
    ('tel', 'numero de telephone', 'e mail 1 value', 'submission time')
    """
    return " ".join(re.sub(r"[\W_]+", " ", fold(heading.rpartition("/")[2])).split())


def field_of(heading: str, kept: Mapping[str, str]) -> str:
    """The field behind a heading: what a person said before, what everybody writes, or nothing."""
    folded = plain(heading)
    return kept.get(folded) or _KNOWN.get(folded) or _KNOWN.get(re.sub(r" \d+$", "", folded), "")


def heading_row(rows: Sequence[Sequence[str]], kept: Mapping[str, str]) -> int | None:
    """The line with the headings: the first of the top twenty in which two are known, one of them a name, number or mail."""
    for number, row in enumerate(rows[:20]):
        found = {field_of(cell, kept) for cell in row if cell.strip()} - {"", "skip"}
        if len(found) > 1 and found & {"name", "phones", "emails", "person"}:
            return number
    return None
