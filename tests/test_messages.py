"""Every problem code: a real broken input that produces it, and its exact text in French and English."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers import FOLDER, SITUATION, SITUATION_FR, Changes, changed, problems_of, told
from rsmms.check_strings import check_strings
from rsmms.messages import MESSAGES
from rsmms.problems import Problem, Severity, closest, errors, report

SOURCES = "data/sources.yaml"
CONVENTIONS = "data/conventions.yaml"
ZONES = "data/zones.yaml"
TOGO = "data/country_profiles/TGO.yaml"
CONTACTS = "data/contacts/TGO.yaml"
INDICATORS = "data/indicators.yaml"
FR = f"docs/fr/{SITUATION}"
EN = f"docs/en/{SITUATION}"
NBSP = "\u00a0"


@dataclass(frozen=True)
class Case:
    """What is broken, and everything that is told about it."""

    code: str
    files: Changes
    fr: str | tuple[str, ...]
    en: str | tuple[str, ...]

    @property
    def expected(self) -> dict[str, list[str]]:
        """The report in each language."""
        return {"fr": _list(self.fr), "en": _list(self.en)}


def _list(texts: str | tuple[str, ...]) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


LONG = "a" * 3001
"""A text one letter too long."""

CASES = (
    # --- form of YAML
    Case("Y001", {"data/glossary.yaml": "terms: [a, b\n"},
         "data/glossary.yaml:1: YAML illisible : un crochet ou une accolade s’ouvre et ne se ferme pas ; fermez-le, "
         "ou mettez le texte entre guillemets droits [Y001]",
         "data/glossary.yaml:1: YAML cannot be read: a bracket or brace opens and never closes; close it, or put the text in straight quotes [Y001]"),
    Case("Y001", {"data/glossary.yaml": "terms: []\n---\nterms: []\n"},
         "data/glossary.yaml:2: YAML illisible : une ligne --- coupe le fichier en deux ; effacez-la [Y001]",
         "data/glossary.yaml:2: YAML cannot be read: a line --- cuts the file in two; delete it [Y001]"),
    Case("Y002", changed(TOGO, "slug: togo\n", "slug: togo\nslug: le-togo\n"),
         f"{TOGO}:4: slug: la clé « slug » est donnée deux fois (déjà à la ligne 3) ; effacez-en une [Y002]",
         f"{TOGO}:4: slug: key “slug” is given twice (first at line 3); delete one [Y002]"),
    Case("Y003", {"data/glossary.yaml": "terms: &all []\n"},
         "data/glossary.yaml:1: les ancres et alias YAML (& et *) ne sont pas admis ; écrivez le texte en entier [Y003]",
         "data/glossary.yaml:1: YAML anchors and aliases (& and *) are not allowed; write the text out [Y003]"),
    Case("Y004", {"data/glossary.yaml": "# " + "x" * 1_000_000},
         "data/glossary.yaml:1: fichier de 1000002 octets ; le maximum est 1000000 [Y004]",
         "data/glossary.yaml:1: file of 1000002 bytes; the limit is 1000000 [Y004]"),
    Case("Y005", {"data/glossary.yaml": "terms: " + "[" * 40 + "]" * 40},
         "data/glossary.yaml:1: imbrication trop profonde (plus de 30 niveaux) [Y005]",
         "data/glossary.yaml:1: nested too deep (over 30 levels) [Y005]"),
    Case("Y006", {"data/glossary.yaml": "terms:\n\t- id: a\n"},
         "data/glossary.yaml:2: tabulation au début de la ligne ; mettez des espaces [Y006]",
         "data/glossary.yaml:2: tab at the start of the line; use spaces [Y006]"),
    Case("Y007", {"data/glossary.yaml": "terms:\n  - id: \xe9\n".encode("latin-1")},
         "data/glossary.yaml:2: le fichier n’est pas en UTF-8 ; enregistrez-le en UTF-8 [Y007]",
         "data/glossary.yaml:2: the file is not UTF-8; save it as UTF-8 [Y007]"),
    Case("Y008", {"data/glossary.yaml": "# nothing yet\n"},
         "data/glossary.yaml:1: le fichier est vide [Y008]",
         "data/glossary.yaml:1: the file is empty [Y008]"),
    # --- models
    Case("M001", changed(CONTACTS, "    kind: union_centre\n", ""),
         f"{CONTACTS}:4: contacts.0.kind: il manque ce champ obligatoire [M001]",
         f"{CONTACTS}:4: contacts.0.kind: this required field is missing [M001]"),
    Case("M002", changed(CONTACTS, "    phones:", "    phone:"),
         f"{CONTACTS}:11: contacts.0.phone: champ inconnu ; vouliez-vous dire « phones » ? [M002]",
         f"{CONTACTS}:11: contacts.0.phone: unknown field; did you mean “phones”? [M002]"),
    Case("M003", changed(TOGO, "date: 1983-11-08", "date: 8 novembre 1983"),
         f"{TOGO}:15: ratifications.0.date: « 8 novembre 1983 » n’est pas une date ; écrivez AAAA, AAAA-MM ou AAAA-MM-JJ [M003]",
         f"{TOGO}:15: ratifications.0.date: “8 novembre 1983” is not a date; write YYYY, YYYY-MM or YYYY-MM-DD [M003]"),
    Case("M004", changed("data/agreements.yaml", "checked: 2026-11-01", "checked: 2026-11"),
         "data/agreements.yaml:16: agreements.0.checked: « 2026-11 » n’est pas un jour complet ; écrivez AAAA-MM-JJ [M004]",
         "data/agreements.yaml:16: agreements.0.checked: “2026-11” is not a full day; write YYYY-MM-DD [M004]"),
    Case("M005", changed(TOGO, "status: in_force", "status: in_forse"),
         f"{TOGO}:14: ratifications.0.status: « in_forse » n’est pas admis ; valeurs admises : in_force, ratified_not_in_force, "
         "signed_only, not_ratified, denounced, unknown ; vouliez-vous dire « in_force » ? [M005]",
         f"{TOGO}:14: ratifications.0.status: “in_forse” is not allowed; use one of: in_force, ratified_not_in_force, "
         "signed_only, not_ratified, denounced, unknown; did you mean “in_force”? [M005]"),
    Case("M006", changed(CONTACTS, "+22822213334", "22 21 33 34"),
         f"{CONTACTS}:12: contacts.0.phones.0.number: « 22 21 33 34 » n’est pas un numéro de téléphone ; "
         "écrivez +22822213334 ou un numéro court comme 117, entre guillemets [M006]",
         f"{CONTACTS}:12: contacts.0.phones.0.number: “22 21 33 34” is not a phone number; "
         "write +22822213334 or a short number such as 117, in quotes [M006]"),
    Case("M007", changed(CONTACTS, "https://cstt.example/", "http://cstt.example/"),
         f"{CONTACTS}:16: contacts.0.web.0: « http://cstt.example/ » n’est pas une adresse https:// ; seuls les liens https sont publiés [M007]",
         f"{CONTACTS}:16: contacts.0.web.0: “http://cstt.example/” is not an https:// address; only https links are published [M007]"),
    Case("M008", changed(CONTACTS, "      fr: Confédération des travailleurs\n", ""),
         f"{CONTACTS}:7: contacts.0.name: le texte français manque (fr:) [M008]",
         f"{CONTACTS}:7: contacts.0.name: the French text is missing (fr:) [M008]"),
    Case("M009", changed(TOGO, "slug: togo", "slug: Le Togo"),
         f"{TOGO}:3: slug: « Le Togo » n’a pas la forme attendue : petites lettres sans accent, chiffres et tirets, par exemple tgo-cstt [M009]",
         f"{TOGO}:3: slug: “Le Togo” does not have the form: small letters without accents, digits and hyphens, for example tgo-cstt [M009]"),
    Case("M010", changed(TOGO, "    values:\n      2020: 279000\n      2024: 281234\n", ""),
         f"{TOGO}:24: figures.0: une série porte soit « values » (par année), soit « by_country » avec « year » [M010]",
         f"{TOGO}:24: figures.0: a series has either “values” (by year), or “by_country” with “year” [M010]"),
    Case("M011", changed(TOGO, "    year: 2024\n", ""),
         f"{TOGO}:30: figures.1: un chiffre sans année ; ajoutez « year » [M011]",
         f"{TOGO}:30: figures.1: a figure without a year; add “year” [M011]"),
    Case("M012", changed(CONTACTS, "city: Lomé", 'city: ""'),
         f"{CONTACTS}:10: contacts.0.city: valeur vide ou du mauvais genre : le texte est vide ; écrivez-le, ou effacez la ligne [M012]",
         f"{CONTACTS}:10: contacts.0.city: empty value or of the wrong kind: the text is empty; write it, or delete the line [M012]"),
    Case("M013", changed(CONTACTS, "city: Lomé", f"city: {LONG}"),
         f"{CONTACTS}:10: contacts.0.city: texte trop long : 3001 caractères [M013]",
         f"{CONTACTS}:10: contacts.0.city: text too long: 3001 characters [M013]"),
    Case("M014", changed(CONTACTS, "kind: union_centre", "kind: union_centre\n    free: non"),
         f"{CONTACTS}:6: contacts.0.free: « non » n’est ni oui ni non ; écrivez true (oui) ou false (non) ; vouliez-vous dire « false » ? [M014]",
         f"{CONTACTS}:6: contacts.0.free: “non” is neither yes nor no; write true (yes) or false (no); did you mean “false”? [M014]"),
    Case("M015", changed(CONTACTS, "checked: 2026-11-01", "checked: 31/02/2026"),
         f"{CONTACTS}:23: contacts.0.checked: le jour « 31/02/2026 » n’existe pas : ce mois a 28 jours ; écrivez AAAA-MM-JJ [M015]",
         f"{CONTACTS}:23: contacts.0.checked: the day “31/02/2026” does not exist: that month has 28 days; write YYYY-MM-DD [M015]"),
    Case("M016", {"data/campaigns.yaml": "campaigns:\n  - id: general\n    letter:\n      - fr: Au ministre de {pays}\n"},
         "data/campaigns.yaml:4: campaigns.0.letter.0: une place entre accolades est inconnue ; admises : treaty, country, neighbours, changes [M016]",
         "data/campaigns.yaml:4: campaigns.0.letter.0: a place between braces is unknown; allowed: treaty, country, neighbours, changes [M016]"),
    # --- texts
    Case("T001", changed(CONTACTS, "city: Lomé", "city: Lome\u0301"),
         f"{CONTACTS}:10: contacts.0.city: le texte n’est pas en Unicode NFC près de « Lome\u0301 » ; retapez ces lettres [T001]",
         f"{CONTACTS}:10: contacts.0.city: the text is not Unicode NFC near “Lome\u0301”; type these letters again [T001]"),
    Case("T002", changed("data/glossary.yaml", "ee: Nubabla", "ee: Nub\u03b5bla"),
         "data/glossary.yaml:7: terms.0.term.ee: lettre sosie U+03B5 (GREEK SMALL LETTER EPSILON) près de « Nub\u03b5bla » ; vouliez-vous dire « ɛ » ? [T002]",
         "data/glossary.yaml:7: terms.0.term.ee: look-alike letter U+03B5 (GREEK SMALL LETTER EPSILON) near “Nub\u03b5bla”; did you mean “ɛ”? [T002]"),
    Case("T003", changed(CONTACTS, "city: Lomé", "city: <b>Lomé</b>"),
         (f"{CONTACTS}:10: contacts.0.city: balise HTML « <b> » dans un texte ; écrivez du texte simple [T003]",
          f"{CONTACTS}:10: contacts.0.city: balise HTML « </b> » dans un texte ; écrivez du texte simple [T003]"),
         (f"{CONTACTS}:10: contacts.0.city: HTML tag “<b>” in a text; write plain text [T003]",
          f"{CONTACTS}:10: contacts.0.city: HTML tag “</b>” in a text; write plain text [T003]")),
    Case("T004", changed(CONTACTS, "city: Lomé", "city: javascript:alert(1)"),
         f"{CONTACTS}:10: contacts.0.city: lien « javascript:a » interdit ; seuls https:, mailto:, tel: et sms: sont admis [T004]",
         f"{CONTACTS}:10: contacts.0.city: link “javascript:a” is forbidden; only https:, mailto:, tel: and sms: are allowed [T004]"),
    Case("T005", changed(CONTACTS, "city: Lomé", "city: Lo\u200bmé"),
         f"{CONTACTS}:10: contacts.0.city: caractère invisible ou abîmé U+200B ; effacez-le [T005]",
         f"{CONTACTS}:10: contacts.0.city: invisible or damaged character U+200B; delete it [T005]"),
    Case("T006", changed(CONTACTS, "city: Lomé", "city: LomÃ©"),
         f"{CONTACTS}:10: contacts.0.city: accent abîmé « Ã© » près de « LomÃ© » ; retapez cette lettre ; vouliez-vous dire « é » ? [T006]",
         f"{CONTACTS}:10: contacts.0.city: damaged accent “Ã©” near “LomÃ©”; type this letter again; did you mean “é”? [T006]"),
    Case("T007", changed(CONTACTS, "city: Lomé", "city: Lomé, frontière du Benin"),
         f"{CONTACTS}:10: contacts.0.city: accent perdu : « Benin » ; vouliez-vous dire « Bénin » ? [T007]",
         f"{CONTACTS}:10: contacts.0.city: lost accent: “Benin”; did you mean “Bénin”? [T007]"),
    # --- between files
    Case("X001", changed(TOGO, "instrument: c143", "instrument: C43"),
         ((f"{TOGO}:13: ratifications.0.instrument: « C43 » n’a pas la forme attendue : "
          "petites lettres sans accent, chiffres et tirets, par exemple tgo-cstt [M009]"),
          f"{TOGO}:13: ratifications.0.instrument: convention « C43 » inconnue ; vouliez-vous dire « c143 » ? [X001]"),
         ((f"{TOGO}:13: ratifications.0.instrument: “C43” does not have the form: "
          "small letters without accents, digits and hyphens, for example tgo-cstt [M009]"),
          f"{TOGO}:13: ratifications.0.instrument: unknown convention “C43”; did you mean “c143”? [X001]")),
    Case("X001", changed(TOGO, "instrument: c143", "instrument: c43"),
         f"{TOGO}:13: ratifications.0.instrument: convention « c43 » inconnue ; vouliez-vous dire « c143 » ? [X001]",
         f"{TOGO}:13: ratifications.0.instrument: unknown convention “c43”; did you mean “c143”? [X001]"),
    Case("X002", changed(ZONES, "country: TGO", "country: TOG"),
         f"{ZONES}:27: zones.0.members.0.country: pays « TOG » inconnu (ISO 3166, trois lettres) ; vouliez-vous dire « TGO » ? [X002]",
         f"{ZONES}:27: zones.0.members.0.country: unknown country “TOG” (ISO 3166, three letters); did you mean “TGO”? [X002]"),
    Case("X003", changed(CONTACTS, "      - ee\n", "      - ew\n"),
         f"{CONTACTS}:19: contacts.0.languages.1: langue « ew » inconnue (BCP 47) [X003]",
         f"{CONTACTS}:19: contacts.0.languages.1: unknown language “ew” (BCP 47) [X003]"),
    Case("X004", changed(CONTACTS, "source: ilo", "source: il0"),
         f"{CONTACTS}:22: contacts.0.source: source « il0 » absente de data/sources.yaml ; vouliez-vous dire « ilo » ? [X004]",
         f"{CONTACTS}:22: contacts.0.source: source “il0” is not in data/sources.yaml; did you mean “ilo”? [X004]"),
    Case("X005", changed(TOGO, "priority: true\n", "priority: true\nzone: ecowass\n"),
         (f"{TOGO}:5: zone: champ inconnu [M002]",
          f"{TOGO}:5: zone: zone « ecowass » inconnue ; vouliez-vous dire « ecowas » ? [X005]"),
         (f"{TOGO}:5: zone: unknown field [M002]",
          f"{TOGO}:5: zone: unknown zone “ecowass”; did you mean “ecowas”? [X005]")),
    Case("X006", {FR: SITUATION_FR.replace("passeport. [[c143:9]]", "passeport. [[c143:91]]")},
         f"{FR}:27: l’article 91 n’existe pas dans C143 ; vouliez-vous dire « 9(1) » ? [X006]",
         f"{FR}:27: there is no article 91 in C143; did you mean “9(1)”? [X006]"),
    Case("X007", changed(TOGO, "date: 1983-11-08", "date: 1973-11-08"),
         f"{TOGO}:15: ratifications.0.date: la date 1973-11-08 est avant l’adoption de C143 (1975-06-24) [X007]",
         f"{TOGO}:15: ratifications.0.date: the date 1973-11-08 is before the adoption of C143 (1975-06-24) [X007]"),
    Case("X008", changed(TOGO, "date: 1983-11-08", "date: 1983-11-08\n    in_force: 1982"),
         f"{TOGO}:16: ratifications.0.in_force: l’entrée en vigueur (1982) est avant la ratification (1983-11-08) [X008]",
         f"{TOGO}:16: ratifications.0.in_force: the entry into force (1982) is before the ratification (1983-11-08) [X008]"),
    Case("X009", changed(TOGO, "instrument: c097", "instrument: c143"),
         f"{TOGO}:18: ratifications.1.instrument: « c143 » est donné deux fois (déjà : {TOGO}:13) ; "
         "effacez-en un, ou donnez un autre nom à l’un des deux [X009]",
         f"{TOGO}:18: ratifications.1.instrument: “c143” is given twice (first: {TOGO}:13); delete one, or give one of the two another name [X009]"),
    Case("X010", changed(TOGO, "indicator: international_migrant_stock", "indicator: international_migrants_stock"),
         f"{TOGO}:24: figures.0.indicator: indicateur « international_migrants_stock » inconnu ; vouliez-vous dire « international_migrant_stock » ? [X010]",
         f"{TOGO}:24: figures.0.indicator: unknown indicator “international_migrants_stock”; did you mean “international_migrant_stock”? [X010]"),
    Case("X011", changed(CONTACTS, "country: TGO", "country: BEN") | {TOGO: None},
         (f"{CONTACTS}:2: country: le fichier s’appelle TGO.yaml, mais le pays écrit dedans est BEN [X011]",
          f"{CONTACTS}:12: contacts.0.phones.0.number: ce numéro (+22822213334) n’est pas du pays BEN (indicatif +229) [X014]"),
         (f"{CONTACTS}:2: country: the file is called TGO.yaml, but the country inside is BEN [X011]",
          f"{CONTACTS}:12: contacts.0.phones.0.number: this number (+22822213334) is not of BEN (code +229) [X014]")),
    Case("X012", changed(CONTACTS, "checked: 2026-11-01", "checked: 2026-12-01"),
         f"{CONTACTS}:23: contacts.0.checked: date dans l’avenir : 2026-12-01 (construction du 2026-11-22) [X012]",
         f"{CONTACTS}:23: contacts.0.checked: date in the future: 2026-12-01 (built on 2026-11-22) [X012]"),
    Case("X013", changed(CONTACTS, "    source: ilo\n", "    member_of:\n      - tgo-csst\n    source: ilo\n"),
         f"{CONTACTS}:23: contacts.0.member_of.0: contact « tgo-csst » inconnu ; vouliez-vous dire « tgo-cstt » ? [X013]",
         f"{CONTACTS}:23: contacts.0.member_of.0: unknown contact “tgo-csst”; did you mean “tgo-cstt”? [X013]"),
    Case("X014", changed(CONTACTS, "+22822213334", "+233302123456"),
         f"{CONTACTS}:12: contacts.0.phones.0.number: ce numéro (+233302123456) n’est pas du pays TGO (indicatif +228) [X014]",
         f"{CONTACTS}:12: contacts.0.phones.0.number: this number (+233302123456) is not of TGO (code +228) [X014]"),
    Case("X015", changed(CONTACTS, "+22822213334", "+2282221333"),
         f"{CONTACTS}:12: contacts.0.phones.0.number: ce numéro (+2282221333) n’est pas possible dans son pays : trop court, trop long ou faux début [X015]",
         f"{CONTACTS}:12: contacts.0.phones.0.number: this number (+2282221333) is not possible in its country: too short, too long or wrong start [X015]"),
    Case("X016", changed(CONVENTIONS, "      - ilo-complaint\n", "      - ilo-complaints\n"),
         f"{CONVENTIONS}:79: instruments.1.complaint_routes.0: procédure « ilo-complaints » inconnue ; vouliez-vous dire « ilo-complaint » ? [X016]",
         f"{CONVENTIONS}:79: instruments.1.complaint_routes.0: unknown complaint route “ilo-complaints”; did you mean “ilo-complaint”? [X016]"),
    Case("X017", changed(TOGO, "status: in_force", "status: denounced"),
         f"{TOGO}:13: ratifications.0: une convention dénoncée doit dire quand : champ « denounced » [X017]",
         f"{TOGO}:13: ratifications.0: a denounced treaty must say when: field “denounced” [X017]"),
    Case("X018", changed(CONTACTS, "      - passport-kept\n", "      - passport-keep\n"),
         f"{CONTACTS}:4: situations: situation « passport-keep » inconnue ; vouliez-vous dire « passport-kept » ? [X018]",
         f"{CONTACTS}:4: situations: unknown situation “passport-keep”; did you mean “passport-kept”? [X018]"),
    Case("X030", {"data/campaigns.yaml": "campaigns:\n  - id: c97\n    instrument: c097\n"},
         "data/campaigns.yaml:2: campaigns.0.id: « c97 » n’est pas un id de ce fichier ; vouliez-vous dire « c097 » ? [X030]",
         "data/campaigns.yaml:2: campaigns.0.id: “c97” is not an id of this file; did you mean “c097”? [X030]"),
    Case("X031", {"data/urls.txt": "# addresses\n/pays/togo/\n/pays/le-togo/\n"},
         "data/urls.txt:3: l’adresse « /pays/le-togo/ » a été publiée et n’existe plus ; ajoutez-la dans data/redirects.yaml "
         "(old: cette adresse, new: la page d’aujourd’hui) [X031]",
         "data/urls.txt:3: the address “/pays/le-togo/” was published and is gone; add it to data/redirects.yaml "
         "(old: this address, new: today’s page) [X031]"),
    Case("X032", {"data/redirects.yaml": "redirects:\n  - old: pays/le-togo/\n    new: pays/togoo/\n    since: 2026-11-22\n"},
         "data/redirects.yaml:2: new: aucune page n’a l’adresse « pays/togoo/ » ; vouliez-vous dire « pays/togo/ » ? [X032]",
         "data/redirects.yaml:2: new: no page has the address “pays/togoo/”; did you mean “pays/togo/”? [X032]"),
    Case("X033", {"data/redirects.yaml": "redirects:\n  - old: pays/togo/\n    new: pays/\n    since: 2026-11-22\n"},
         "data/redirects.yaml:2: old: une page a encore l’adresse « pays/togo/ » ; une redirection la cacherait : effacez-la, ou changez l’adresse de la page [X033]",
         "data/redirects.yaml:2: old: a page still has the address “pays/togo/”; a redirect would hide it: delete it, or change the page’s address [X033]"),
    # --- pages
    Case("P001", {FR: SITUATION_FR.removeprefix("---\n"), EN: None},
         (f"{CONTACTS}:4: situations: situation « passport-kept » inconnue [X018]",
          f"{FR}:1: l’en-tête (entre deux lignes ---) est illisible : la première ligne est ---, puis viennent les champs, puis encore une ligne --- [P001]"),
         (f"{CONTACTS}:4: situations: unknown situation “passport-kept” [X018]",
          f"{FR}:1: the header (between two --- lines) cannot be read: the first line is ---, then come the fields, then a line --- again [P001]")),
    Case("P002", {"docs/fr/index.md": None, "docs/en/index.md": None,
                  "docs/fr/page.md": "---\nid: page\nkind: page\ntitle: T\ndescription: D\nupdated: 2026-11-01\n---\n\n## Sans nom\n\nTexte.\n",
                  **changed(FR, "(../index.md)", "(../page.md)"), **changed(EN, "(../index.md)", "(../page.md)")},
         "docs/fr/page.md:9: titre sans identifiant : ajoutez {#nom-court} à la fin de « Sans nom » [P002]",
         "docs/fr/page.md:9: heading without an id: add {#short-name} at the end of “Sans nom” [P002]"),
    Case("P003", changed(FR, "1. Demandez votre passeport. [[c143:9]]", "1. Demandez votre passeport."),
         f"{FR}:27: « Demandez votre passeport. » n’a pas de marque d’origine à la fin ([[c143:9]], [[src:…]] ou [[?]]) [P003]",
         f"{FR}:27: “Demandez votre passeport.” has no origin mark at its end ([[c143:9]], [[src:…]] or [[?]]) [P003]"),
    Case("P004", changed(FR, "**Votre passeport est à vous.**", "Votre passeport est à vous. [[C143 9]]"),
         f"{FR}:23: marque « C143 9 » incomprise [P004]",
         f"{FR}:23: mark “C143 9” not understood [P004]"),
    Case("P005", changed(FR, "**Votre passeport est à vous.**", "Ce " + "très " * 120 + "long passeport."),
         f"{FR}:1: phrases trop longues : 33 mots en moyenne (maximum conseillé 20) [P005]",
         f"{FR}:1: sentences too long: 33 words on average (advised limit 20) [P005]"),
    Case("P006", changed(EN, "## Proof to keep {#preuves}\n\n- A photo of the passport. [[?]]\n\n", ""),
         f"{EN}:1: la section {{#preuves}} du français manque ici ; remettez son titre « ## … {{#preuves}} » et son texte [P006]",
         f"{EN}:1: section {{#preuves}} of the French page is missing here; put back its heading “## … {{#preuves}}” and its text [P006]"),
    Case("P011", changed(FR, "## Preuves à garder {#preuves}\n\n- Une photo du passeport. [[?]]\n\n", ""),
         f"{FR}:1: la section {{#preuves}} manque ici, mais {EN} la traduit (ligne 20) ; remettez-la, ou effacez-la aussi là-bas [P011]",
         f"{FR}:1: section {{#preuves}} is missing here, but {EN} translates it (line 20); put it back, or delete it there too [P011]"),
    Case("P007", changed(EN, "- A photo of the passport. [[?]]\n", "- A photo. [[?]]\n- A copy. [[?]]\n"),
         f"{EN}:20: la section {{#preuves}} a 2 paragraphes, le français en a 1 [P007]",
         f"{EN}:20: section {{#preuves}} has 2 paragraphs, the French has 1 [P007]"),
    Case("P008", {"docs/en/new.md": "---\nid: new\nkind: page\ntitle: T\ndescription: D\nupdated: 2026-11-01\n---\n\nText.\n"},
         "docs/en/new.md:1: cette page n’existe pas en français : docs/fr/new.md [P008]",
         "docs/en/new.md:1: this page does not exist in French: docs/fr/new.md [P008]"),
    Case("P009", {**changed(FR, "{#preuves}", "{#preuve}"), **changed(EN, "{#preuves}", "{#preuve}")},
         (f"{EN}:20: section {{#preuve}} inconnue dans une page de situation ; vouliez-vous dire « preuves » ? [P009]",
          f"{FR}:30: section {{#preuve}} inconnue dans une page de situation ; vouliez-vous dire « preuves » ? [P009]"),
         (f"{EN}:20: unknown section {{#preuve}} in a situation page; did you mean “preuves”? [P009]",
          f"{FR}:30: unknown section {{#preuve}} in a situation page; did you mean “preuves”? [P009]")),
    Case("P010", changed(FR, "(../index.md)", "(../indes.md)"),
         f"{FR}:28: lien vers une page qui n’existe pas : ../indes.md ; vouliez-vous dire « index.md » ? [P010]",
         f"{FR}:28: link to a page that does not exist: ../indes.md; did you mean “index.md”? [P010]"),
    Case("P011", changed(FR, "## Preuves à garder {#preuves}\n\n- Une photo du passeport. [[?]]\n\n", ""),
         f"{FR}:1: la section {{#preuves}} manque ici, mais {EN} la traduit (ligne 20) ; remettez-la, ou effacez-la aussi là-bas [P011]",
         f"{FR}:1: section {{#preuves}} is missing here, but {EN} translates it (line 20); put it back, or delete it there too [P011]"),
    Case("P012", {"docs/fr/index.md": "---\nid: home\nkind: home\ntitle: T\ndescription: D\nupdated: 2026-11-02\n---\n\nUn.\n\n```text\nMonsieur,\n",
                  "docs/en/index.md": None},
         "docs/fr/index.md:11: une lettre commence ici (```) et n’est jamais fermée ; ajoutez une ligne ``` à sa fin [P012]",
         "docs/fr/index.md:11: a letter starts here (```) and is never closed; add a line ``` at its end [P012]"),
)  # fmt: skip

ELSEWHERE = {"S001": "test_messages.py", "F001": "test_sheet_messages.py", "F002": "test_sheet_messages.py", "F003": "test_sheet_messages.py",
             **dict.fromkeys(("Y009", "Y010", "Y011", "Y012", "P017"), "test_bombs.py"),
             **dict.fromkeys(("M017", "P019", "P020"), "test_path_tricks.py"),
             **dict.fromkeys(("P013", "P014", "P015", "P016", "P018"), "test_page_rules.py"),
             "F004": "test_sheet_messages.py"}  # fmt: skip
"""Codes that reading a project cannot produce (the program's own texts, sheets), and the file with their test."""


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{number}" for number, case in enumerate(CASES)])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_message(project, case: Case, language: str):
    """The whole report on a broken project: file, line, field, rule, suggestion and code (a space may be non-breaking)."""
    assert [text.replace(NBSP, " ") for text in told(project(case.files), language)] == case.expected[language]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{number}" for number, case in enumerate(CASES)])
def test_a_case_tells_its_own_code(case: Case):
    """A case is filed under a code that it really produces."""
    assert any(text.endswith(f"[{case.code}]") for text in _list(case.fr))


def test_every_code_has_a_test():
    """A new rule needs a broken input here."""
    assert {case.code for case in CASES} | set(ELSEWHERE) == set(MESSAGES)
    assert [code for code, name in ELSEWHERE.items() if f"[{code}]" not in (FOLDER / name).read_text(encoding="utf-8")] == []


def test_a_text_that_french_lacks(tmp_path: Path):
    """S001: another language has a text that French, the source, does not have."""
    folder = tmp_path / "rsmms" / "strings"
    folder.mkdir(parents=True)
    (folder / "fr.yaml").write_text("menu: Menu\nsource: Source\n", encoding="utf-8")
    (folder / "en.yaml").write_text("menu: Menu\nsuorce: Source\n", encoding="utf-8")

    (problem,) = check_strings(folder)

    assert problem.text("fr") == (
        "rsmms/strings/en.yaml:2: suorce: le texte « suorce » manque en français dans rsmms/strings/fr.yaml ; "
        "vouliez-vous dire « source » ? [S001]"
    )
    assert problem.text("en") == (
        "rsmms/strings/en.yaml:2: suorce: text “suorce” is missing in French in rsmms/strings/fr.yaml; "
        "did you mean “source”? [S001]"
    )


def test_french_has_every_text_of_the_site():
    """The real texts are complete in French."""
    assert check_strings() == []


def test_warnings_let_the_build_pass(project):
    """Long sentences and a foreign number are told, and do not stop anything."""
    found = problems_of(project({
        **changed(FR, "**Votre passeport est à vous.**", "Ce " + "très " * 120 + "long passeport."),
        **changed(CONTACTS, "+22822213334", "+233302123456"),
    }))  # fmt: skip

    assert {p.code: p.severity for p in found} == {"P005": Severity.WARNING, "X014": Severity.WARNING}
    assert errors(found) == []


def test_report_puts_errors_last_and_counts():
    """What stops the build stands at the end, next to the cursor."""
    warning = Problem(code="P005", path="z.md", values={"found": "21", "limit": "20"}, severity=Severity.WARNING)
    late = Problem(code="Y008", path="b.yaml")
    early = Problem(code="M001", path="a.yaml", line=7, field="id")

    assert report([late, warning, early], "en") == (
        "(!) z.md:1: sentences too long: 21 words on average (advised limit 20) [P005]\n"
        "a.yaml:7: id: this required field is missing [M001]\n"
        "b.yaml:1: the file is empty [Y008]\n"
        "1 warning(s).\n"
        "2 problem(s) to mend. Nothing was published."
    )
    assert report([late], "fr") == "b.yaml:1: le fichier est vide [Y008]\n1 problème(s) à corriger. Rien n’a été publié."


@pytest.mark.parametrize(("language", "text"), [("fr", "Aucun problème."), ("en", "No problem.")])
def test_report_of_nothing(language: str, text: str):
    """All well is said too."""
    assert report([], language) == text


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("c43", ["c143", "c097"], "c143"), ("C43", ["c143", "c097"], "c143"), ("tgo", ["TGO", "BEN"], "TGO"),
        ("icrm", ["icrmw", "c029"], "icrmw"), ("xyz", ["c143"], ""), ("", ["c143"], ""), ("c143", [], ""),
    ],
)  # fmt: skip
def test_closest(typed: str, known: list[str], meant: str):
    """A suggestion is made only for what looks alike."""
    assert closest(typed, known) == meant
