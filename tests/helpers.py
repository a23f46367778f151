"""A tiny, valid project as text, and what tests do with it.

``PROJECT`` maps each file name to its text: one source, the treaties C97 and C143, Togo with a zone, a figure and a contact,
a home page and one situation in French and English. A test says only what differs::

    def test_unknown_source(project):
        root = project(changed("data/zones.yaml", "source: ilo", "source: iloo"))
        assert told(root, "en") == ["data/zones.yaml:9: zones.0.source: source “iloo” is not in …"]

* ``lay_out(folder, changes)`` writes the project; a change to ``None`` leaves the file out, ``bytes`` are written as they are;
  the ``project`` fixture does it in ``tmp_path``;
* ``changed(file, old, new, …)`` is the change of one file in which ``old`` (it must stand there once) is replaced by ``new``;
* ``merged(change, change)`` puts changes of several files together;
* ``problems_of(root)``, ``places(root)`` (without wording) and ``told(root, language)`` check it as ``rsmms check`` does;
* ``plan_of(root)`` makes all its pages; ``body(plan, path, language)`` is the body of one;
* ``rendered(markdown)`` is what Python-Markdown, with the site's own extensions, makes of a body; ``visible(html)`` is its text.
"""

import html
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import markdown

from rsmms.plan import Plan
from rsmms.problems import Problem
from rsmms.site import make_site, read_content

TODAY = date(2026, 11, 22)
"""The day of every build in the tests, unless they travel in time."""
LANGUAGES = ("fr", "en", "ee")
FOLDER = Path(__file__).resolve().parent
"""This folder."""
ROOT = FOLDER.parent
"""The real project."""
EXTENSIONS = ("attr_list", "md_in_html", "tables", "sane_lists", "toc")
"""Markdown extensions of mkdocs.yml (a test compares)."""

SOURCES = """\
# yaml-language-server: $schema=schema/sources.schema.json
sources:
  - id: ilo
    publisher: ILO
    title: List of ratifications
    url: https://ilo.example/list
    language: en
    read: 2026-11-01
  - id: old-archive
    publisher: Archive
    title: Old page
    url: http://archive.example/page
    read: 2026-11-01
"""

CONVENTIONS = """\
# yaml-language-server: $schema=schema/conventions.schema.json
routes:
  - id: ilo-complaint
    name:
      fr: Plainte à l’OIT
      en: Complaint to the ILO
    who:
      fr: Un syndicat
      en: A union
    needs:
      fr: Le pays a ratifié
      en: The country has ratified
    how:
      fr: Une lettre
      en: A letter
    basis:
      fr: Article 24
      en: Article 24
instruments:
  - id: c097
    code: C97
    slug: c97
    organisation: ilo
    number: 97
    title:
      fr: Convention no 97
      en: Convention No. 97
    short_name:
      fr: Travailleurs migrants
      en: Migrant workers
    adopted: 1949-07-01
    in_force: 1952-01-22
    text_url: https://ilo.example/c097
    source: ilo
    checked: 2026-11-01
    summary:
      fr: Elle protège les travailleurs migrants.
      en: It protects migrant workers.
    parts:
      - id: part-1
        title:
          fr: Partie I
          en: Part I
        articles:
          - number: "6"
            text:
              fr: Les mêmes salaires pour tous.
              en: The same wages for all.
      - id: annex-1
        annex: true
        title:
          fr: Annexe I
          en: Annex I
        articles:
          - number: "6"
            text:
              fr: Le contrat est remis avant le départ.
              en: The contract is given before departure.
  - id: c143
    code: C143
    slug: c143
    organisation: ilo
    number: 143
    title:
      fr: Convention no 143
      en: Convention No. 143
    short_name:
      fr: Migrations abusives
      en: Migrations in abusive conditions
    adopted: 1975-06-24
    in_force: 1978-12-09
    text_url: https://ilo.example/c143
    source: ilo
    checked: 2026-11-01
    summary:
      fr: Elle protège même sans papiers.
      en: It protects even without papers.
    complaint_routes:
      - ilo-complaint
    parts:
      - id: part-1
        title:
          fr: Partie I
          en: Part I
        articles:
          - number: "1"
            text:
              fr: L’État respecte les droits de tous les travailleurs migrants.
              en: The State respects the rights of all migrant workers.
          - number: 9(1)
            text:
              fr: Le travail fait est payé, même sans papiers.
              en: Work done is paid, even without papers.
"""

COUNTRY = """\
# yaml-language-server: $schema=../schema/country_profile.schema.json
id: TGO
slug: togo
priority: true
emergency:
  - number: "117"
    service:
      fr: Police
      en: Police
    source: ilo
    checked: 2026-11-01
ratifications:
  - instrument: c143
    status: in_force
    date: 1983-11-08
    source: ilo
    checked: 2026-11-01
  - instrument: c097
    status: not_ratified
    as_of: 2020
    source: ilo
    checked: 2026-11-01
figures:
  - indicator: international_migrant_stock
    source: ilo
    checked: 2026-11-01
    values:
      2020: 279000
      2024: 281234
  - indicator: emigrants_to
    source: ilo
    checked: 2026-11-01
    year: 2024
    by_country:
      BEN: 71000
law:
  - id: tgo-code
    kind: labour_code
    title:
      fr: Code du travail
      en: Labour Code
    year: 2021
    summary:
      fr: Le même code pour tous les travailleurs.
      en: The same code for all workers.
    source: ilo
    checked: 2026-11-01
"""

CONTACTS = """\
# yaml-language-server: $schema=../schema/contacts.schema.json
country: TGO
contacts:
  - id: tgo-cstt
    kind: union_centre
    acronym: CSTT
    name:
      fr: Confédération des travailleurs
      en: Confederation of workers
    city: Lomé
    phones:
      - number: "+22822213334"
    emails:
      - bureau@cstt.example
    web:
      - https://cstt.example/
    languages:
      - fr
      - ee
    situations:
      - passport-kept
    source: ilo
    checked: 2026-11-01
"""

INDICATORS = """\
# yaml-language-server: $schema=schema/indicators.schema.json
indicators:
  - id: international_migrant_stock
    unit: persons
    name:
      fr: Personnes nées ailleurs
      en: People born elsewhere
    definition:
      fr: Toutes les personnes nées dans un autre pays.
      en: All people born in another country.
  - id: emigrants_to
    unit: persons
    name:
      fr: Personnes parties, par pays
      en: People who left, by country
    definition:
      fr: Où elles vivent.
      en: Where they live.
  - id: population
    unit: persons
    name:
      fr: Population
      en: Population
    definition:
      fr: Toutes les personnes du pays.
      en: All people of the country.
"""

ZONES = """\
# yaml-language-server: $schema=schema/zones.schema.json
zones:
  - id: ecowas
    kind: free_movement
    claimable: true
    source: ilo
    checked: 2026-11-01
    name:
      fr: Communauté des États de l’Afrique de l’Ouest
      en: Economic Community of West African States
    acronym:
      fr: CEDEAO
      en: ECOWAS
    summary:
      fr: Circuler sans visa.
      en: Travel without a visa.
    grants:
      - id: ninety-days
        title:
          fr: 90 jours
          en: 90 days
        text:
          fr: Entrer sans visa.
          en: Enter without a visa.
        source: ilo
    members:
      - country: TGO
        since: 1975
        source: ilo
        checked: 2026-11-01
"""

AGREEMENTS = """\
# yaml-language-server: $schema=schema/agreements.schema.json
agreements:
  - id: tgo-fra-1970
    parties:
      - TGO
      - FRA
    title:
      fr: Accord de 1970
      en: Agreement of 1970
    kind: circulation
    date: 1970-02-25
    summary:
      fr: Circulation des personnes.
      en: Movement of persons.
    source: ilo
    checked: 2026-11-01
"""

GLOSSARY = """\
# yaml-language-server: $schema=schema/glossary.schema.json
terms:
  - id: convention
    term:
      fr: Convention
      en: Convention
      ee: Nubabla
    definition:
      fr: Texte que plusieurs pays promettent de respecter.
      en: A text that several countries promise to respect.
    aliases:
      fr:
        - traité
"""

HOME_FR = """\
---
id: home
kind: home
title: Droits des migrants
description: Que faire et qui appeler.
updated: 2026-11-02
---

Choisissez ce qui vous arrive.

[[block:situations]]
"""

HOME_EN = """\
---
id: home
kind: home
title: Migrants’ rights
description: What to do and whom to call.
updated: 2026-11-02
state: translated
---

Choose what happens to you.

[[block:situations]]
"""

SITUATION_FR = """\
---
id: passport-kept
kind: situation
title: Mon employeur garde mon passeport
short: Passeport confisqué
description: Votre employeur garde votre passeport. Que faire et qui appeler.
updated: 2026-11-02
group: at-work
danger: 2
words:
  - il garde mes papiers
articles:
  - instrument: c143
    article: "9"
  - instrument: c097/annex-1
    article: "6"
contacts:
  - union_centre
sources:
  - ilo
---

**Votre passeport est à vous.**

## Que faire maintenant {#agir}

1. Demandez votre passeport. [[c143:9]]
2. Allez au [syndicat](../index.md). [[src:ilo]]

## Preuves à garder {#preuves}

- Une photo du passeport. [[?]]

## Lettre {#modele}

```text
Monsieur,

Rendez-moi mon passeport.
```
"""

SITUATION_EN = """\
---
id: passport-kept
kind: situation
title: My employer keeps my passport
short: Passport taken
description: Your employer keeps your passport. What to do and whom to call.
updated: 2026-11-03
state: translated
words:
  - he keeps my papers
---

**Your passport is yours.**

## What to do now {#agir}

1. Ask for your passport. [[c143:9]]
2. Go to the [union](../index.md). [[src:ilo]]

## Proof to keep {#preuves}

- A photo of the passport. [[?]]

## Letter {#modele}

```text
Sir,

Give me back my passport.
```
"""

SITUATION = "situations/passeport.md"
PROJECT: dict[str, str] = {
    "data/sources.yaml": SOURCES,
    "data/conventions.yaml": CONVENTIONS,
    "data/indicators.yaml": INDICATORS,
    "data/zones.yaml": ZONES,
    "data/agreements.yaml": AGREEMENTS,
    "data/glossary.yaml": GLOSSARY,
    "data/country_profiles/TGO.yaml": COUNTRY,
    "data/contacts/TGO.yaml": CONTACTS,
    "docs/fr/index.md": HOME_FR,
    "docs/en/index.md": HOME_EN,
    f"docs/fr/{SITUATION}": SITUATION_FR,
    f"docs/en/{SITUATION}": SITUATION_EN,
}

BENIN = """\
id: BEN
slug: benin
emergency: []
ratifications:
  - instrument: c143
    status: in_force
    date: 1980-06-11
    source: ilo
    checked: 2026-11-01
"""
"""A second country, for routes (Togo has emigrants there) and lists."""

Changes = Mapping[str, str | bytes | None]


def lay_out(root: Path, changes: Changes | None = None) -> Path:
    """Write the tiny project with its changes below ``root``."""
    for name, text in {**PROJECT, **(changes or {})}.items():
        if text is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def changed(name: str, *replacements: str, text: str | None = None) -> dict[str, str]:
    """One file of the project in which each old text (found exactly once) is replaced by the new one after it."""
    made = PROJECT[name] if text is None else text
    for old, new in zip(replacements[::2], replacements[1::2], strict=True):
        assert made.count(old) == 1, f"{old!r} stands {made.count(old)} times in {name}"
        made = made.replace(old, new)
    return {name: made}


def merged(*changes: Changes) -> dict[str, str | bytes | None]:
    """Changes of several files as one."""
    return {name: text for change in changes for name, text in change.items()}


def problems_of(root: Path, today: date = TODAY) -> list[Problem]:
    """Every problem of a project, in the order of the report."""
    found = read_content(root, LANGUAGES, today).problems
    return sorted(found, key=lambda p: (p.path, p.line, p.code, p.field))


def told(root: Path, language: str, today: date = TODAY) -> list[str]:
    """The text of every problem of a project."""
    return [problem.text(language) for problem in problems_of(root, today)]


def places(root: Path, today: date = TODAY) -> list[str]:
    """Every problem without its wording: ``file:line: field CODE`` and, if there is one, ``→ suggestion``."""
    found = problems_of(root, today)
    return [f"{p.path}:{p.line}: {p.field} {p.code}".replace(":  ", ": ") + (f" → {p.suggestion}" if p.suggestion else "") for p in found]


def plan_of(root: Path, languages: tuple[str, ...] = LANGUAGES, today: date = TODAY) -> Plan:
    """All pages of a project without problems."""
    return make_site(root, languages, today)


def body(plan: Plan, path: str, language: str = "fr") -> str:
    """The Markdown body of one page."""
    return plan.pages[language, path].body


def rendered(text: str) -> str:
    """HTML of a Markdown text, made with the site's extensions."""
    return markdown.markdown(text, extensions=list(EXTENSIONS))


def visible(markup: str) -> str:
    """The text that a reader sees in HTML, with single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())
