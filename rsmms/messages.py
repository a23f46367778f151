"""Every rule that can be broken: stable code, and what to say in French and in English.

Codes: ``Y`` YAML form, ``M`` model (one field), ``T`` text, ``X`` between files, ``P`` pages, ``F`` sheets (fiches).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """What a broken rule says, with ``{placeholders}``."""

    fr: str
    en: str

    def text(self, language: str) -> str:
        """The message in ``fr`` or ``en``."""
        return self.fr if language == "fr" else self.en


MESSAGES: dict[str, Message] = {
    "Y001": Message("YAML illisible : {why}", "YAML cannot be read: {why}"),
    "Y002": Message(
        "la clé « {key} » est donnée deux fois (déjà à la ligne {first}) ; effacez-en une",
        "key “{key}” is given twice (first at line {first}); delete one",
    ),
    "Y003": Message(
        "les ancres et alias YAML (& et *) ne sont pas admis ; écrivez le texte en entier",
        "YAML anchors and aliases (& and *) are not allowed; write the text out",
    ),
    "Y004": Message("fichier de {size} octets ; le maximum est {limit}", "file of {size} bytes; the limit is {limit}"),
    "Y005": Message("imbrication trop profonde (plus de {limit} niveaux)", "nested too deep (over {limit} levels)"),
    "Y006": Message(
        "tabulation au début de la ligne ; mettez des espaces", "tab at the start of the line; use spaces"
    ),
    "Y007": Message("le fichier n’est pas en UTF-8 ; enregistrez-le en UTF-8", "the file is not UTF-8; save it as UTF-8"),
    "Y008": Message("le fichier est vide", "the file is empty"),
    "M001": Message("il manque ce champ obligatoire", "this required field is missing"),
    "M002": Message("champ inconnu", "unknown field"),
    "M003": Message(
        "« {found} » n’est pas une date ; écrivez AAAA, AAAA-MM ou AAAA-MM-JJ",
        "“{found}” is not a date; write YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    "M004": Message(
        "« {found} » n’est pas un jour complet ; écrivez AAAA-MM-JJ",
        "“{found}” is not a full day; write YYYY-MM-DD",
    ),
    "M005": Message(
        "« {found} » n’est pas admis ; valeurs admises : {allowed}", "“{found}” is not allowed; use one of: {allowed}"
    ),
    "M006": Message(
        "« {found} » n’est pas un numéro de téléphone ; écrivez +22822213334 ou un numéro court comme 117, entre guillemets",
        "“{found}” is not a phone number; write +22822213334 or a short number such as 117, in quotes",
    ),
    "M007": Message(
        "« {found} » n’est pas une adresse https:// ; seuls les liens https sont publiés",
        "“{found}” is not an https:// address; only https links are published",
    ),
    "M008": Message("le texte français manque (fr:)", "the French text is missing (fr:)"),
    "M009": Message("« {found} » n’a pas la forme attendue : {expected}", "“{found}” does not have the form: {expected}"),
    "M010": Message(
        "une série porte soit « values » (par année), soit « by_country » avec « year »",
        "a series has either “values” (by year), or “by_country” with “year”",
    ),
    "M011": Message("un chiffre sans année ; ajoutez « year »", "a figure without a year; add “year”"),
    "M012": Message("valeur vide ou du mauvais genre : {why}", "empty value or of the wrong kind: {why}"),
    "M013": Message("texte trop long : {found} caractères", "text too long: {found} characters"),
    "T001": Message(
        "le texte n’est pas en Unicode NFC près de « {near} » ; retapez ces lettres",
        "the text is not Unicode NFC near “{near}”; type these letters again",
    ),
    "T002": Message(
        "lettre sosie {found} ({name}) près de « {near} »", "look-alike letter {found} ({name}) near “{near}”"
    ),
    "T003": Message(
        "balise HTML « {found} » dans un texte ; écrivez du texte simple", "HTML tag “{found}” in a text; write plain text"
    ),
    "T004": Message(
        "lien « {found} » interdit ; seuls https:, mailto:, tel: et sms: sont admis",
        "link “{found}” is forbidden; only https:, mailto:, tel: and sms: are allowed",
    ),
    "T005": Message(
        "caractère invisible ou abîmé {found} ; effacez-le", "invisible or damaged character {found}; delete it"
    ),
    "X001": Message("convention « {found} » inconnue", "unknown convention “{found}”"),
    "X002": Message("pays « {found} » inconnu (ISO 3166, trois lettres)", "unknown country “{found}” (ISO 3166, three letters)"),
    "X003": Message("langue « {found} » inconnue (BCP 47)", "unknown language “{found}” (BCP 47)"),
    "X004": Message("source « {found} » absente de data/sources.yaml", "source “{found}” is not in data/sources.yaml"),
    "X005": Message("zone « {found} » inconnue", "unknown zone “{found}”"),
    "X006": Message(
        "l’article {found} n’existe pas dans {instrument}", "there is no article {found} in {instrument}"
    ),
    "X007": Message(
        "la date {found} est avant l’adoption de {instrument} ({adopted})",
        "the date {found} is before the adoption of {instrument} ({adopted})",
    ),
    "X008": Message(
        "l’entrée en vigueur ({found}) est avant la ratification ({date})",
        "the entry into force ({found}) is before the ratification ({date})",
    ),
    "X009": Message("« {found} » est donné deux fois (déjà : {first})", "“{found}” is given twice (first: {first})"),
    "X010": Message("indicateur « {found} » inconnu", "unknown indicator “{found}”"),
    "X011": Message(
        "le fichier s’appelle {name}, mais le pays écrit dedans est {found}",
        "the file is called {name}, but the country inside is {found}",
    ),
    "X012": Message("date dans l’avenir : {found} (construction du {today})", "date in the future: {found} (built on {today})"),
    "X013": Message("contact « {found} » inconnu", "unknown contact “{found}”"),
    "X014": Message(
        "ce numéro ({found}) n’est pas du pays {country} (indicatif {code})",
        "this number ({found}) is not of {country} (code {code})",
    ),
    "X015": Message(
        "ce numéro ({found}) n’est pas possible dans son pays : trop court, trop long ou faux début",
        "this number ({found}) is not possible in its country: too short, too long or wrong start",
    ),
    "X016": Message("procédure « {found} » inconnue", "unknown complaint route “{found}”"),
    "X017": Message("une convention dénoncée doit dire quand : champ « denounced »", "a denounced treaty must say when: field “denounced”"),
    "X018": Message("situation « {found} » inconnue", "unknown situation “{found}”"),
    "P001": Message("l’en-tête (entre deux lignes ---) est illisible : {why}", "the header (between two --- lines) cannot be read: {why}"),
    "P002": Message(
        "titre sans identifiant : ajoutez {{#nom-court}} à la fin de « {found} »",
        "heading without an id: add {{#short-name}} at the end of “{found}”",
    ),
    "P003": Message(
        "« {found} » n’a pas de marque d’origine à la fin ([[c143:9]], [[src:…]] ou [[?]])",
        "“{found}” has no origin mark at its end ([[c143:9]], [[src:…]] or [[?]])",
    ),
    "P004": Message("marque « {found} » incomprise", "mark “{found}” not understood"),
    "P005": Message(
        "phrases trop longues : {found} mots en moyenne (maximum conseillé {limit})",
        "sentences too long: {found} words on average (advised limit {limit})",
    ),
    "P006": Message(
        "la section {{#{found}}} du français manque ici", "section {{#{found}}} of the French page is missing here"
    ),
    "P007": Message(
        "la section {{#{section}}} a {found} paragraphes, le français en a {expected}",
        "section {{#{section}}} has {found} paragraphs, the French has {expected}",
    ),
    "P008": Message("cette page n’existe pas en français : {found}", "this page does not exist in French: {found}"),
    "P009": Message("section {{#{found}}} inconnue dans une page de situation", "unknown section {{#{found}}} in a situation page"),
    "P010": Message("lien vers une page qui n’existe pas : {found}", "link to a page that does not exist: {found}"),
    "F001": Message(
        "la fiche {sheet} a {pages} pages (maximum {limit}) : la partie « {field} » ne tient pas ; la plus longue est « {largest} » ; raccourcissez",
        "sheet {sheet} has {pages} pages (limit {limit}): part “{field}” does not fit; the longest is “{largest}”; shorten it",
    ),
    "F002": Message(
        "modèle de fiche : {why} (fiche {sheet})",
        "sheet template: {why} (sheet {sheet})",
    ),
    "F003": Message(
        "la fiche {sheet} contient un signe que les polices n’ont pas : {found}",
        "sheet {sheet} has a sign that the fonts lack: {found}",
    ),
    "F004": Message(
        "la fiche {sheet} contient la lettre « {found} » ({points}) qui se copierait mal ; ajoutez-la dans rsmms/sheets/letters.py",
        "sheet {sheet} has the letter “{found}” ({points}) that would copy wrongly; add it to rsmms/sheets/letters.py",
    ),
    "S001": Message("le texte « {key} » manque en français dans rsmms/strings/fr.yaml", "text “{key}” is missing in French in rsmms/strings/fr.yaml"),
}
