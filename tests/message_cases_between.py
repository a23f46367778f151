"""Broken ties: names that nothing has, dates out of order, pages that do not fit their French."""

from helpers import PROJECT, SITUATION_FR, changed
from message_case import CONTACTS, CONVENTIONS, EN, FR, TOGO, ZONES, Case
from rsmms.model.audience import Audience

_REASONS = "no-text, no-document, no-figure, old-source, sources-differ"
AUDIENCES = ", ".join(a.value for a in Audience)
TWIN = """\
  - id: tgo-twin
    kind: union_desk
    audience: [workers]
    name: {fr: Autre, en: Other}
    phones:
      - number: "+22822213334"
    source: ilo
    read: 2026-11-01
"""
"""A second contact with the number of the first."""
FRANCE, GABON = "data/contacts/FRA.yaml", "data/contacts/GAB.yaml"
LISTS = "data/complete_lists.yaml"
LIST = "lists:\n  - id: c097-2024\n    instrument: c097\n    as_of: 2024\n    total: 1\n    parties: [BEN]\n    source: ilo\n    checked: 2026-11-01\n"
DEADLINES = "data/deadlines.yaml"
LIMIT = (
    "deadlines:\n  - id: tgo-passport\n    country: TGO\n    situations: [passport-kept]\n    limit: 3\n    unit: days\n    rest: [sat]\n"
    "    counted_from: {fr: A, en: A}\n    stops: {fr: B, en: B}\n    body: {fr: C, en: C}\n    source: ilo\n    checked: 2026-11-01\nweeks: []\n"
)

GLOSSARY = "data/glossary.yaml"
TERM = (
    "terms:\n  - id: domestic-worker\n    term: {fr: Aide à domicile}\n    definition: {fr: Travail payé dans une maison.}\n"
    "    aliases: {fr: [bonne]}\n    unmarked: {fr: [bonne]}\n"
)
_ROADS = """\
rescue_lines:
  - id: line
    contact_id: tgo-cstt
    ways: [sea]
    countries: [TGO]
    source: ilo
    read: 2026-11-01
corridors:
  - id: tgo-tgo
    origin: TGO
    destination: TGO
    ways: [sea]
    rescue: [line]
    why: {fr: Travail}
    risks: {fr: Soif}
    rule: {fr: Visa}
    as_of: 2024
    source: ilo
    read: 2026-11-01
"""
CASES = (
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
    Case("X012", changed(CONTACTS, "read: 2026-11-01", "read: 2026-12-02"),
         f"{CONTACTS}:23: contacts.0.read: date dans l’avenir : 2026-12-02 (construction du 2026-11-30) [X012]",
         f"{CONTACTS}:23: contacts.0.read: date in the future: 2026-12-02 (built on 2026-11-30) [X012]"),
    Case("X013", changed(CONTACTS, "    source: ilo\n", "    member_of:\n      - tgo-csst\n    source: ilo\n"),
         f"{CONTACTS}:23: contacts.0.member_of.0: contact « tgo-csst » inconnu ; vouliez-vous dire « tgo-cstt » ? [X013]",
         f"{CONTACTS}:23: contacts.0.member_of.0: unknown contact “tgo-csst”; did you mean “tgo-cstt”? [X013]"),
    Case("X014", changed(CONTACTS, "+22822213334", "+233302123456"),
         f"{CONTACTS}:12: contacts.0.phones.0.number: ce numéro (+233302123456) n’est pas du pays TGO (indicatif +228) [X014]",
         f"{CONTACTS}:12: contacts.0.phones.0.number: this number (+233302123456) is not of TGO (code +228) [X014]"),
    Case("X015", changed(CONTACTS, "+22822213334", "+2282221333"),
         f"{CONTACTS}:12: contacts.0.phones.0.number: ce numéro (+2282221333) n’est pas possible dans son pays : trop court, trop long ou faux début [X015]",
         f"{CONTACTS}:12: contacts.0.phones.0.number: this number (+2282221333) is not possible in its country: too short, too long or wrong start [X015]"),
    Case("X019", {CONTACTS: None, FRANCE: PROJECT[CONTACTS].replace("country: TGO", "country: FRA").replace("+22822213334", "+330142030405")},
         f"{FRANCE}:12: contacts.0.phones.0.number: ce numéro (+330142030405) ne marche pas ainsi : après l’indicatif du pays, "
         "il y a un 0 ou un chiffre de trop ; vérifiez-le dans la source ; vouliez-vous dire « +33142030405 » ? [X019]",
         f"{FRANCE}:12: contacts.0.phones.0.number: this number (+330142030405) does not work like this: after the country code, "
         "there is a 0 or a digit too many; check it in the source; did you mean “+33142030405”? [X019]"),
    Case("X020", {CONTACTS: None, GABON: PROJECT[CONTACTS].replace("country: TGO", "country: GAB").replace("+22822213334", "+24101761234")},
         f"{GABON}:12: contacts.0.phones.0.number: ce numéro du Gabon (+24101761234) est ancien ; il en faut un de 8 chiffres "
         "après +241, qui commence par 11, 6 ou 7 [X020]",
         f"{GABON}:12: contacts.0.phones.0.number: this number of Gabon (+24101761234) is an old one; it takes 8 digits after +241, "
         "beginning with 11, 6 or 7 [X020]"),
    Case("X016", changed(CONVENTIONS, "      - ilo-complaint\n", "      - ilo-complaints\n"),
         f"{CONVENTIONS}:79: instruments.1.complaint_routes.0: procédure « ilo-complaints » inconnue ; vouliez-vous dire « ilo-complaint » ? [X016]",
         f"{CONVENTIONS}:79: instruments.1.complaint_routes.0: unknown complaint route “ilo-complaints”; did you mean “ilo-complaint”? [X016]"),
    Case("X017", changed(TOGO, "status: in_force", "status: denounced"),
         f"{TOGO}:13: ratifications.0: une convention dénoncée doit dire quand : champ « denounced » [X017]",
         f"{TOGO}:13: ratifications.0: a denounced treaty must say when: field “denounced” [X017]"),
    Case("X018", changed(CONTACTS, "      - passport-kept\n", "      - passport-keep\n"),
         f"{CONTACTS}:21: contacts.0.situations.0: situation « passport-keep » inconnue ; vouliez-vous dire « passport-kept » ? [X018]",
         f"{CONTACTS}:21: contacts.0.situations.0: unknown situation “passport-keep”; did you mean “passport-kept”? [X018]"),
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
         "data/redirects.yaml:2: old: une page a encore l’adresse « pays/togo/ » ; une redirection la cacherait : effacez-la, "
         "ou changez l’adresse de la page [X033]",
         "data/redirects.yaml:2: old: a page still has the address “pays/togo/”; a redirect would hide it: delete it, or change the page’s address [X033]"),
    Case("X041", {LISTS: LIST.replace("[BEN]", "[BEN, BEN]")},
         f"{LISTS}:5: lists.0.total: la liste compte 1 États et en nomme 2, ou nomme deux fois le même ; corrigez « total » ou « parties » [X041]",
         f"{LISTS}:5: lists.0.total: the list counts 1 States and names 2, or names one twice; correct “total” or “parties” [X041]"),
    Case("X042", {LISTS: LIST.replace("BEN", "TGO")},
         f"{TOGO}:19: ratifications.1.status: « not_ratified » : la liste complète c097-2024 (2024) nomme pourtant ce pays ; corrigez l’un des deux [X042]",
         f"{TOGO}:19: ratifications.1.status: “not_ratified”: yet the complete list c097-2024 (2024) names this country; correct one of the two [X042]"),
    Case("X043", {LISTS: LIST.replace("total: 1", "total: 2")},
         f"{TOGO}:19: ratifications.1.status: aucune liste complète de c097 ne montre ce « non » ; "
         "ajoutez la liste dans data/complete_lists.yaml, ou écrivez « unknown » [X043]",
         f"{TOGO}:19: ratifications.1.status: no complete list of c097 shows this “no”; "
         "add the list to data/complete_lists.yaml, or write “unknown” [X043]"),
    Case("M018", {DEADLINES: LIMIT},
         f"{DEADLINES}:2: deadlines.0: des jours de repos (rest) ne vont qu’avec unit: working_days [M018]",
         f"{DEADLINES}:2: deadlines.0: rest days (rest) only go with unit: working_days [M018]"),
    # --- pages
    Case("X070", {"data/corridors.yaml": _ROADS.replace("ways: [sea]\n    rescue", "ways: [land]\n    rescue")},
         ("data/corridors.yaml:13: corridors.0.rescue.0: la ligne de secours « line » ne vaut pas sur ce trajet : elle vaut par sea, "
          "avec un de ces pays : TGO ; effacez-la, ou corrigez ways ou transit [X070]"),
         ("data/corridors.yaml:13: corridors.0.rescue.0: rescue line “line” is not valid on this route: it is valid by sea, "
          "with one of these countries: TGO; delete it, or mend ways or transit [X070]")),
    Case("X071", {"data/corridors.yaml": _ROADS.replace("contact_id: tgo-cstt", "service: sea")},
         ("data/corridors.yaml:5: rescue_lines.0.countries.0: cette ligne de secours ne mène à aucun numéro (« TGO ») ; "
          "ajoutez le numéro dans data/contacts ou dans emergency du pays, ou effacez-la [X071]"),
         ("data/corridors.yaml:5: rescue_lines.0.countries.0: this rescue line leads to no number (“TGO”); "
          "add the number in data/contacts or in the country’s emergency list, or delete it [X071]")),
    Case("X073", {GLOSSARY: TERM.replace("unmarked: {fr: [bonne]}", "unmarked: {fr: [bone]}")},
         ("data/glossary.yaml:6: terms.0.unmarked.fr.0: « bone » n’est ni le mot ni un autre nom de cette entrée : l’exclure ne change rien ; "
          "écrivez une forme de « aliases » ; vouliez-vous dire « bonne » ? [X073]"),
         ("data/glossary.yaml:6: terms.0.unmarked.fr.0: “bone” is neither the word nor another name of this entry: excluding it changes nothing; "
          "write a form of “aliases”; did you mean “bonne”? [X073]")),
    Case("X072", {"data/corridors.yaml": _ROADS.replace("destination: TGO", "destination: BRA").replace("    rescue: [line]\n", "")},
         ("data/corridors.yaml:11: corridors.0.destination: le pays « BRA » n’a pas de fiche : le trajet n’aurait pas de page ; "
          "créez data/country_profiles/BRA.yaml, ou effacez le trajet [X072]"),
         ("data/corridors.yaml:11: corridors.0.destination: country “BRA” has no profile: the route would have no page; "
          "make data/country_profiles/BRA.yaml, or delete the route [X072]")),
    Case("P001", {FR: SITUATION_FR.removeprefix("---\n"), EN: None},
         (f"{FR}:1: l’en-tête (entre deux lignes ---) est illisible : la première ligne est ---, puis viennent les champs, puis encore une ligne --- [P001]",),
         (f"{FR}:1: the header (between two --- lines) cannot be read: the first line is ---, then come the fields, then a line --- again [P001]",)),
    Case("P002", {"docs/fr/index.md": None, "docs/en/index.md": None,
                  "docs/fr/page.md": "---\nid: page\nkind: page\ntitle: T\ndescription: D\nupdated: 2026-11-01\n---\n\n## Sans nom\n\nTexte.\n",
                  **changed(FR, "(../index.md)", "(../page.md)"), **changed(EN, "(../index.md)", "(../page.md)")},
         "docs/fr/page.md:9: titre sans identifiant : ajoutez {#nom-court} à la fin de « Sans nom » [P002]",
         "docs/fr/page.md:9: heading without an id: add {#short-name} at the end of “Sans nom” [P002]"),
    Case("P003", changed(FR, "1. Demandez votre passeport. [[c143:9]]", "1. Demandez votre passeport."),
         f"{FR}:27: « Demandez votre passeport. » n’a pas de marque d’origine à la fin ([[c143:9]], [[src:…]], [[advice]] ou [[?:no-text]]) [P003]",
         f"{FR}:27: “Demandez votre passeport.” has no origin mark at its end ([[c143:9]], [[src:…]], [[advice]] or [[?:no-text]]) [P003]"),
    Case("P004", changed(FR, "**Votre passeport est à vous.**", "Votre passeport est à vous. [[C143 9]]"),
         f"{FR}:23: marque « C143 9 » incomprise [P004]",
         f"{FR}:23: mark “C143 9” not understood [P004]"),
    Case("P021", changed(FR, "passeport. [[?:no-document]]", "passeport. [[?]]"),
         f"{FR}:32: « [[?]] » ne dit pas d’où vient la ligne : [[advice]] si c’est un conseil du réseau, [[src:…]] si une source le décrit, "
         f"[[c189:9]] si un article le dit, ou [[?:raison]] si personne n’a trouvé (raisons : {_REASONS}) [P021]",
         f"{FR}:32: “[[?]]” does not say where the line comes from: [[advice]] if it is the network’s advice, [[src:…]] if a source describes it, "
         f"[[c189:9]] if an article says it, or [[?:reason]] if nobody found it (reasons: {_REASONS}) [P021]"),
    Case("P022", changed(FR, "passeport. [[?:no-document]]", "passeport. [[?:no-documents]]"),
         f"{FR}:32: raison « no-documents » inconnue (raisons : {_REASONS}) ; vouliez-vous dire « no-document » ? [P022]",
         f"{FR}:32: unknown reason “no-documents” (reasons: {_REASONS}); did you mean “no-document”? [P022]"),
    Case("P005", changed(FR, "**Votre passeport est à vous.**", "Ce " + "très " * 120 + "long passeport."),
         f"{FR}:1: phrases trop longues : 33 mots en moyenne (maximum conseillé 20) [P005]",
         f"{FR}:1: sentences too long: 33 words on average (advised limit 20) [P005]"),
    Case("M005", changed(CONTACTS, "audience: [workers]", "audience: [worker]"),
         f"{CONTACTS}:16: contacts.0.audience.0: « worker » n’est pas admis ; valeurs admises : {AUDIENCES} ; vouliez-vous dire « workers » ? [M005]",
         f"{CONTACTS}:16: contacts.0.audience.0: “worker” is not allowed; use one of: {AUDIENCES}; did you mean “workers”? [M005]"),
    Case("X034", {CONTACTS: PROJECT[CONTACTS] + TWIN},
         (f"{CONTACTS}:29: contacts.1.phones.0.number: le numéro +22822213334 est aussi celui de « Confédération des travailleurs » "
          f"({CONTACTS}:12) ; corrigez l’un des deux, ou donnez-leur le même nom [X034]"),
         (f"{CONTACTS}:29: contacts.1.phones.0.number: the number +22822213334 is also that of “Confédération des travailleurs” "
          f"({CONTACTS}:12); correct one of them, or give both the same name [X034]")),
    Case("X035", changed(CONTACTS, '- number: "+22822213334"', '- number: "1011"\n        whatsapp: true'),
         f"{CONTACTS}:12: contacts.0.phones.0: personne ne peut utiliser 1011 ainsi : WhatsApp ne trouve qu’un numéro international ; écrivez-le avec + [X035]",
         f"{CONTACTS}:12: contacts.0.phones.0: nobody can use 1011 in this way: WhatsApp finds only an international number; write it with + [X035]"),
    Case("X036", {TOGO: PROJECT[TOGO].replace('"117"', '"19"')},
         (f"{TOGO}:6: emergency.0.number: libphonenumber ne connaît pas 19 comme numéro d’urgence ici ; cela ne prouve rien : "
          "cherchez une page officielle, ou appelez [X036]"),
         (f"{TOGO}:6: emergency.0.number: libphonenumber does not know 19 as an emergency number here; that proves nothing: "
          "look for an official page, or call [X036]")),
    Case("P006", changed(EN, "## Proof to keep {#preuves}\n\n- A photo of the passport. [[?:no-document]]\n\n", ""),
         f"{EN}:1: la section {{#preuves}} du français manque ici ; remettez son titre « ## … {{#preuves}} » et son texte [P006]",
         f"{EN}:1: section {{#preuves}} of the French page is missing here; put back its heading “## … {{#preuves}}” and its text [P006]"),
    Case("P011", changed(FR, "## Preuves à garder {#preuves}\n\n- Une photo du passeport. [[?:no-document]]\n\n", ""),
         f"{FR}:1: la section {{#preuves}} manque ici, mais {EN} la traduit (ligne 20) ; remettez-la, ou effacez-la aussi là-bas [P011]",
         f"{FR}:1: section {{#preuves}} is missing here, but {EN} translates it (line 20); put it back, or delete it there too [P011]"),
    Case("P007", changed(EN, "- A photo of the passport. [[?:no-document]]\n", "- A photo. [[?:no-document]]\n- A copy. [[?:no-document]]\n"),
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
    Case("P011", changed(FR, "## Preuves à garder {#preuves}\n\n- Une photo du passeport. [[?:no-document]]\n\n", ""),
         f"{FR}:1: la section {{#preuves}} manque ici, mais {EN} la traduit (ligne 20) ; remettez-la, ou effacez-la aussi là-bas [P011]",
         f"{FR}:1: section {{#preuves}} is missing here, but {EN} translates it (line 20); put it back, or delete it there too [P011]"),
    Case("P012", {"docs/fr/index.md": "---\nid: home\nkind: home\ntitle: T\ndescription: D\nupdated: 2026-11-02\n---\n\nUn.\n\n```text\nMonsieur,\n",
                  "docs/en/index.md": None},
         "docs/fr/index.md:11: une lettre commence ici (```) et n’est jamais fermée ; ajoutez une ligne ``` à sa fin [P012]",
         "docs/fr/index.md:11: a letter starts here (```) and is never closed; add a line ``` at its end [P012]"),
)  # fmt: skip
