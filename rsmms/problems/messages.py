"""Every rule that can be broken: stable code, and what to say in French and in English.

The title of each rule, with an example of wrong and right, stands in ``rules.yaml`` (see ``rsmms.problems.rules``).
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
    "Y009": Message(
        "ce n’est pas un fichier du projet : dossier, ou lien qui mène ailleurs ; mettez le fichier lui-même",
        "this is not a file of the project: a folder, or a link that leads elsewhere; put the file itself",
    ),
    "Y010": Message("ligne trop longue (plus de {limit} signes) ; coupez-la", "line too long (over {limit} characters); cut it"),
    "Y011": Message(
        "trop de valeurs dans ce fichier (plus de {limit}) ; coupez-le en deux", "too many values in this file (over {limit}); cut it in two"
    ),
    "Y012": Message(
        "plus de {limit} problèmes de ce genre dans ce fichier ; corrigez les premiers, les autres seront dits ensuite",
        "more than {limit} problems of this kind in this file; mend the first ones, the others will be told next",
    ),
    "Y013": Message(
        "« {found} » ne serait pas publié : dans un texte sans guillemets, ce qui suit « # » est un commentaire ; mettez tout le texte entre guillemets droits",
        "“{found}” would not be published: in a text without quotes, what follows “#” is a comment; put the whole text in straight quotes",
    ),
    "Y014": Message(
        "deux versions de ce texte se suivent ici (lignes {line} à {last}) ; gardez la bonne, effacez l’autre et les lignes <<<<<<<, ======= et >>>>>>>",
        "two versions of this text stand here (lines {line} to {last}); keep the right one, delete the other and the lines <<<<<<<, ======= and >>>>>>>",
    ),
    "Y015": Message("rien ne lit ce fichier, rien n’en serait publié : {why}", "nothing reads this file, nothing of it would be published: {why}"),
    "Y016": Message(
        "ce fichier a disparu ; remettez-le (une liste vide s’écrit « terms: [] », avec le nom de la liste)",
        "this file is gone; put it back (an empty list is written “terms: []”, with the name of the list)",
    ),
    "Y017": Message(
        "il manque un tiret devant « id » : un nouvel élément de la liste commence ici ; n’effacez rien",
        "a dash is missing before “id”: a new item of the list begins here; delete nothing",
    ),
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
    "M014": Message(
        "« {found} » n’est ni oui ni non ; écrivez true (oui) ou false (non)",
        "“{found}” is neither yes nor no; write true (yes) or false (no)",
    ),
    "M015": Message(
        "le jour « {found} » n’existe pas : ce mois a {days} jours ; écrivez AAAA-MM-JJ",
        "the day “{found}” does not exist: that month has {days} days; write YYYY-MM-DD",
    ),
    "M016": Message(
        "une place entre accolades est inconnue ; admises : treaty, country, neighbours, changes",
        "a place between braces is unknown; allowed: treaty, country, neighbours, changes",
    ),
    "M017": Message(
        "« {found} » est un nom que des ordinateurs réservent ; prenez-en un autre",
        "“{found}” is a name that some computers keep for themselves; choose another",
    ),
    "M018": Message(
        "des jours de repos (rest) ne vont qu’avec unit: working_days",
        "rest days (rest) only go with unit: working_days",
    ),
    "M019": Message(
        "une ligne de secours a un numéro et un seul : contact_id (un contact), ou service (les urgences du pays)",
        "a rescue line has one number and only one: contact_id (a contact), or service (the country’s emergency numbers)",
    ),
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
    "T006": Message(
        "accent abîmé « {found} » près de « {near} » ; retapez cette lettre",
        "damaged accent “{found}” near “{near}”; type this letter again",
    ),
    "T007": Message("accent perdu : « {found} »", "lost accent: “{found}”"),
    "T008": Message(
        "la lettre {found} ({name}) près de « {near} » n’est d’aucun alphabet du site ; retapez-la au clavier",
        "letter {found} ({name}) near “{near}” is of no alphabet of this site; type it again",
    ),
    "T009": Message(
        "la lettre {found} près de « {near} » n’est pas de l’alphabet de cette langue ({language}) ; est-ce le texte d’une autre langue ?",
        "letter {found} near “{near}” is not of the alphabet of this language ({language}); is it the text of another language?",
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
    "X009": Message(
        "« {found} » est donné deux fois (déjà : {first}) ; effacez-en un, ou donnez un autre nom à l’un des deux",
        "“{found}” is given twice (first: {first}); delete one, or give one of the two another name",
    ),
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
    "X019": Message(
        "ce numéro ({found}) ne marche pas ainsi : après l’indicatif du pays, il y a un 0 ou un chiffre de trop ; vérifiez-le dans la source",
        "this number ({found}) does not work like this: after the country code, there is a 0 or a digit too many; check it in the source",
    ),
    "X020": Message(
        "ce numéro du Gabon ({found}) est ancien ; il en faut un de 8 chiffres après +241, qui commence par 11, 6 ou 7",
        "this number of Gabon ({found}) is an old one; it takes 8 digits after +241, beginning with 11, 6 or 7",
    ),
    "X021": Message(
        "personne n’a pu vérifier ni lire cela le {found} ; écrivez le jour où quelqu’un a regardé",
        "nobody can have checked or read this on {found}; write the day on which somebody looked",
    ),
    "X022": Message(
        "la source est du {found}, après le jour où elle a été lue ({read}) ; corrigez l’un des deux",
        "the source is of {found}, after the day on which it was read ({read}); mend one of the two",
    ),
    "X030": Message("« {found} » n’est pas un id de ce fichier", "“{found}” is not an id of this file"),
    "X031": Message(
        "l’adresse « {found} » a été publiée et n’existe plus ; ajoutez-la dans data/redirects.yaml (old: cette adresse, new: la page d’aujourd’hui)",
        "the address “{found}” was published and is gone; add it to data/redirects.yaml (old: this address, new: today’s page)",
    ),
    "X032": Message("aucune page n’a l’adresse « {found} »", "no page has the address “{found}”"),
    "X033": Message(
        "une page a encore l’adresse « {found} » ; une redirection la cacherait : effacez-la, ou changez l’adresse de la page",
        "a page still has the address “{found}”; a redirect would hide it: delete it, or change the page’s address",
    ),
    "X041": Message(
        "la liste compte {total} États et en nomme {found}, ou nomme deux fois le même ; corrigez « total » ou « parties »",
        "the list counts {total} States and names {found}, or names one twice; correct “total” or “parties”",
    ),
    "X042": Message(
        "« {found} » : la liste complète {list} ({date}) nomme pourtant ce pays ; corrigez l’un des deux",
        "“{found}”: yet the complete list {list} ({date}) names this country; correct one of the two",
    ),
    "X043": Message(
        "aucune liste complète de {found} ne montre ce « non » ; ajoutez la liste dans data/complete_lists.yaml, ou écrivez « unknown »",
        "no complete list of {found} shows this “no”; add the list to data/complete_lists.yaml, or write “unknown”",
    ),
    "X034": Message(
        "le numéro {found} est aussi celui de « {name} » ({first}) ; corrigez l’un des deux, ou donnez-leur le même nom",
        "the number {found} is also that of “{name}” ({first}); correct one of them, or give both the same name",
    ),
    "X035": Message("personne ne peut utiliser {found} ainsi : {why}", "nobody can use {found} in this way: {why}"),
    "X036": Message(
        "libphonenumber ne connaît pas {found} comme numéro d’urgence ici ; cela ne prouve rien : cherchez une page officielle, ou appelez",
        "libphonenumber does not know {found} as an emergency number here; that proves nothing: look for an official page, or call",
    ),
    "X044": Message(
        "{found} est au-dessous de zéro ; {indicator} compte toujours zéro ou plus ; ôtez le signe -",
        "{found} is below zero; {indicator} is always zero or more; take the sign - away",
    ),
    "X070": Message(
        "la ligne de secours « {found} » ne vaut pas sur ce trajet : elle vaut par {ways}, avec un de ces pays : {countries} ; "
        "effacez-la, ou corrigez ways ou transit",
        "rescue line “{found}” is not valid on this route: it is valid by {ways}, with one of these countries: {countries}; "
        "delete it, or mend ways or transit",
    ),
    "X071": Message(
        "cette ligne de secours ne mène à aucun numéro (« {found} ») ; ajoutez le numéro dans data/contacts ou dans emergency du pays, ou effacez-la",
        "this rescue line leads to no number (“{found}”); add the number in data/contacts or in the country’s emergency list, or delete it",
    ),
    "X073": Message(
        "« {found} » n’est ni le mot ni un autre nom de cette entrée : l’exclure ne change rien ; écrivez une forme de « aliases »",
        "“{found}” is neither the word nor another name of this entry: excluding it changes nothing; write a form of “aliases”",
    ),
    "X072": Message(
        "le pays « {found} » n’a pas de fiche : le trajet n’aurait pas de page ; créez data/country_profiles/{found}.yaml, ou effacez le trajet",
        "country “{found}” has no profile: the route would have no page; make data/country_profiles/{found}.yaml, or delete the route",
    ),
    "P001": Message("l’en-tête (entre deux lignes ---) est illisible : {why}", "the header (between two --- lines) cannot be read: {why}"),
    "P002": Message(
        "titre sans identifiant : ajoutez {{#nom-court}} à la fin de « {found} »",
        "heading without an id: add {{#short-name}} at the end of “{found}”",
    ),
    "P003": Message(
        "« {found} » n’a pas de marque d’origine à la fin ([[c143:9]], [[src:…]], [[advice]] ou [[?:no-text]])",
        "“{found}” has no origin mark at its end ([[c143:9]], [[src:…]], [[advice]] or [[?:no-text]])",
    ),
    "P004": Message("marque « {found} » incomprise", "mark “{found}” not understood"),
    "P005": Message(
        "phrases trop longues : {found} mots en moyenne (maximum conseillé {limit})",
        "sentences too long: {found} words on average (advised limit {limit})",
    ),
    "P006": Message(
        "la section {{#{found}}} du français manque ici ; remettez son titre « ## … {{#{found}}} » et son texte",
        "section {{#{found}}} of the French page is missing here; put back its heading “## … {{#{found}}}” and its text",
    ),
    "P007": Message(
        "la section {{#{section}}} a {found} paragraphes, le français en a {expected}",
        "section {{#{section}}} has {found} paragraphs, the French has {expected}",
    ),
    "P008": Message("cette page n’existe pas en français : {found}", "this page does not exist in French: {found}"),
    "P009": Message("section {{#{found}}} inconnue dans une page de situation", "unknown section {{#{found}}} in a situation page"),
    "P010": Message("lien vers une page qui n’existe pas : {found}", "link to a page that does not exist: {found}"),
    "P011": Message(
        "la section {{#{found}}} manque ici, mais {file} la traduit (ligne {at}) ; remettez-la, ou effacez-la aussi là-bas",
        "section {{#{found}}} is missing here, but {file} translates it (line {at}); put it back, or delete it there too",
    ),
    "P012": Message(
        "une lettre commence ici (```) et n’est jamais fermée ; ajoutez une ligne ``` à sa fin",
        "a letter starts here (```) and is never closed; add a line ``` at its end",
    ),
    "P013": Message("l’enregistrement {found} n’existe pas", "the recording {found} does not exist"),
    "P014": Message(
        "l’enregistrement {file} ne va pas : {why}",
        "the recording {file} does not fit: {why}",
    ),
    "P015": Message("bloc « {found} » inconnu", "unknown block “{found}”"),
    "P016": Message(
        "l’identifiant de page « {found} » est déjà pris par {first} ; changez-en un",
        "page id “{found}” is already taken by {first}; change one of the two",
    ),
    "P017": Message(
        "passage trop long ou trop imbriqué (au plus {limit} signes, {depth} crochets ou puces l’un dans l’autre) ; coupez-le",
        "passage too long or nested too deep (at most {limit} characters, {depth} brackets or bullets inside each other); cut it",
    ),
    "P018": Message(
        "« {found} » n’est pas admis ici ; un lien s’écrit [texte](page.md), sans image ni adresse à part",
        "“{found}” is not allowed here; a link is written [text](page.md), without picture or separate address",
    ),
    "P019": Message(
        "nom de fichier « {found} » ; écrivez-le en petites lettres sans accent, chiffres et tirets",
        "file name “{found}”; write it in small letters without accents, digits and hyphens",
    ),
    "P020": Message(
        "cette adresse est déjà celle d’une page faite des données ; donnez un autre nom au fichier",
        "this address is already that of a page made from data; give the file another name",
    ),
    "P021": Message(
        "« [[?]] » ne dit pas d’où vient la ligne : [[advice]] si c’est un conseil du réseau, [[src:…]] si une source le décrit, "
        "[[c189:9]] si un article le dit, ou [[?:raison]] si personne n’a trouvé (raisons : {reasons})",
        "“[[?]]” does not say where the line comes from: [[advice]] if it is the network’s advice, [[src:…]] if a source describes it, "
        "[[c189:9]] if an article says it, or [[?:reason]] if nobody found it (reasons: {reasons})",
    ),
    "P022": Message("raison « {found} » inconnue (raisons : {reasons})", "unknown reason “{found}” (reasons: {reasons})"),
    "P031": Message(
        "la section {{#{found}}} est donnée deux fois (déjà à la ligne {first}) ; donnez un autre nom à l’une des deux",
        "section {{#{found}}} is given twice (first at line {first}); give one of the two another name",
    ),
    "P032": Message("« {found} » : {why}", "“{found}”: {why}"),
    "P033": Message(
        "l’identifiant de page est « {found} », celui de la page française « {expected} » ; mettez le même",
        "the page id is “{found}”, that of the French page “{expected}”; put the same one",
    ),
    "P034": Message("la page {target} n’a pas de section « #{found} »", "page {target} has no section “#{found}”"),
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
    "S002": Message(
        "les mots entre accolades doivent être ceux du français : {places} (− manque, + en trop)",
        "the words between braces must be those of the French: {places} (− missing, + too many)",
    ),
}


PHRASES: dict[str, Message] = {
    "@quote": Message(
        "un guillemet s’ouvre et ne se ferme pas ; mettez aussi un guillemet à la fin du texte",
        "a quote opens and never closes; put a quote at the end of the text too",
    ),
    "@after_quote": Message(
        "du texte suit le guillemet fermant ; mettez le second guillemet tout à la fin du texte",
        "text follows the closing quote; put the second quote at the very end of the text",
    ),
    "@colon_space": Message(
        "il manque une espace après « : » ; écrivez « champ: valeur »",
        "a space is missing after “:”; write “field: value”",
    ),
    "@dash_space": Message(
        "il manque une espace après le tiret ; écrivez « - valeur »", "a space is missing after the dash; write “- value”"
    ),
    "@colon_inside": Message(
        'le texte contient « : » ; mettez tout le texte entre guillemets droits ("…")',
        'the text contains “:”; put the whole text in straight quotes ("…")',
    ),
    "@colon_missing": Message(
        "il manque « : » après le nom du champ ; écrivez « champ: valeur »",
        "“:” is missing after the name of the field; write “field: value”",
    ),
    "@no_break": Message(
        "une espace insécable se trouve là où YAML veut une espace simple ; effacez-la et tapez une espace (rsmms fix le fait)",
        "a no-break space stands where YAML wants a plain one; delete it and type a space (rsmms fix does it)",
    ),
    "@wrong_dash": Message("ce signe n’est pas un tiret de liste ; écrivez « - » et une espace", "this sign is no dash of a list; write “-” and a space"),
    "@tab": Message("il y a une tabulation ; mettez des espaces", "there is a tab; use spaces"),
    "@indent": Message(
        "cette ligne n’est pas alignée ; mettez autant d’espaces au début que les lignes du même genre au-dessus",
        "this line is not aligned; start it with as many spaces as the lines of the same kind above",
    ),
    "@recording_size": Message("sa taille n’est pas celle de l’en-tête (bytes)", "its size is not the one in the header (bytes)"),
    "@recording_heavy": Message("il dépasse 24 kbit/s ; visez 22", "it is over 24 kbit/s; aim at 22"),
    "@recording_length": Message("il doit durer de 5 secondes à 10 minutes", "it must last from 5 seconds to 10 minutes"),
    "@recording_told": Message("sa durée n’est pas celle de l’en-tête (seconds)", "its length is not the one in the header (seconds)"),
    "@recording_silent": Message("il est muet, ou un silence dure plus de 5 secondes", "it is silent, or a silence lasts more than 5 seconds"),
    "@recording_loudness": Message("il est trop faible ou trop fort (de -26 à -12 LUFS)", "it is too quiet or too loud (between -26 and -12 LUFS)"),
    "@recording_kind": Message(
        "son contenu n’est pas du son de ce genre (ogg, opus, mp3 ou m4a)", "its content is not sound of this kind (ogg, opus, mp3 or m4a)"
    ),
    "@special": Message(
        'le texte commence par un signe spécial ; mettez tout le texte entre guillemets droits ("…")',
        'the text starts with a special character; put the whole text in straight quotes ("…")',
    ),
    "@bracket": Message(
        "un crochet ou une accolade s’ouvre et ne se ferme pas ; fermez-le, ou mettez le texte entre guillemets droits",
        "a bracket or brace opens and never closes; close it, or put the text in straight quotes",
    ),
    "@backslash": Message(
        "le signe \\ n’est pas admis entre guillemets ; effacez-le, ou écrivez-le deux fois",
        "the sign \\ is not allowed inside quotes; delete it, or write it twice",
    ),
    "@yaml": Message(
        "un signe inattendu se trouve ici ; comparez cette ligne avec une autre du même genre",
        "there is an unexpected sign here; compare this line with another of the same kind",
    ),
    "@two_documents": Message(
        "une ligne --- coupe le fichier en deux ; effacez-la", "a line --- cuts the file in two; delete it"
    ),
    "@key": Message("une liste ne peut pas servir de nom de champ", "a list cannot be the name of a field"),
    "@header": Message(
        "la première ligne est ---, puis viennent les champs, puis encore une ligne ---",
        "the first line is ---, then come the fields, then a line --- again",
    ),
    "@empty_text": Message("le texte est vide ; écrivez-le, ou effacez la ligne", "the text is empty; write it, or delete the line"),
    "@empty_list": Message("la liste est vide ; ajoutez une ligne « - … »", "the list is empty; add a line “- …”"),
    "@want_text": Message("écrivez ici un texte", "write a text here"),
    "@want_list": Message("écrivez ici une liste : une ligne « - … » par élément", "write a list here: one line “- …” for each item"),
    "@want_fields": Message(
        "écrivez ici des champs : une ligne « nom: valeur » pour chacun, deux espaces plus à droite",
        "write fields here: one line “name: value” for each, two spaces further right",
    ),
    "@want_number": Message("écrivez ici un nombre, sans espace ni unité", "write a number here, without spaces or unit"),
    "@too_small": Message("le nombre est trop petit", "the number is too small"),
    "@too_big": Message("le nombre est trop grand", "the number is too big"),
    "@other": Message("cette valeur ne va pas ici", "this value does not belong here"),
    "@form_identifier": Message(
        "petites lettres sans accent, chiffres et tirets, par exemple tgo-cstt",
        "small letters without accents, digits and hyphens, for example tgo-cstt",
    ),
    "@form_article": Message("un traité, deux-points et un article (c189:9)", "a treaty, a colon and an article (c189:9)"),
    "@form_country": Message(
        "code du pays en trois grandes lettres, par exemple TGO", "country code in three capital letters, for example TGO"
    ),
    "@form_language": Message(
        "code de langue en deux ou trois petites lettres, par exemple fr", "language code in two or three small letters, for example fr"
    ),
    "@form_name": Message(
        "petites lettres sans accent et traits bas, par exemple labour_code",
        "small letters without accents and underscores, for example labour_code",
    ),
    "@form_email": Message(
        "adresse électronique sans espace, par exemple bureau@exemple.org", "e-mail address without spaces, for example office@example.org"
    ),
    "@unusable_local": Message(
        "un numéro sans indicatif ne marche que dans un pays ; écrivez +… ou mettez le contact dans le fichier de son pays",
        "a number without a country code works in one country only; write +… or move the contact to the file of its country",
    ),
    "@unusable_whatsapp": Message(
        "WhatsApp ne trouve qu’un numéro international ; écrivez-le avec +", "WhatsApp finds only an international number; write it with +"
    ),
    "@unusable_both": Message(
        "SMS seulement et WhatsApp seulement se contredisent ; gardez l’un des deux", "SMS only and WhatsApp only contradict each other; keep one of them"
    ),
    "@unusable_extension": Message(
        "un poste ne se tape qu’après un appel ; effacez « extension »", "an extension is only dialled in a call; delete “extension”"
    ),
    "@form_number": Message(
        "avec + et l’indicatif, sans espace (+22822213334), ou un numéro court comme 117",
        "with + and the country code, no spaces (+22822213334), or a short number such as 117",
    ),
    "@form_day": Message("un jour, écrit AAAA-MM-JJ, par exemple 2026-11-22", "a day, written YYYY-MM-DD, for example 2026-11-22"),
    "@form_date": Message("une date, écrite AAAA, AAAA-MM ou AAAA-MM-JJ", "a date, written YYYY, YYYY-MM or YYYY-MM-DD"),
    "@form_web": Message("une adresse entière qui commence par http:// ou https://", "a whole address that begins with http:// or https://"),
    "@form_https": Message(
        "une adresse entière qui commence par https:// ; rien d’autre n’est publié", "a whole address that begins with https://; nothing else is published",
    ),
    "@form_fingerprint": Message("huit signes qu’une commande écrit ; ne les changez pas", "eight characters that a command writes; do not change them"),
    "@form_sound": Message("la langue et le fichier, par exemple ee/passeport.ogg", "the language and the file, for example ee/passeport.ogg"),
    "@form_extension": Message("un à six chiffres, par exemple 12", "one to six digits, for example 12"),
    "@md_template": Message(
        "les blocs d’un autre outil (GitBook, MkDocs…) ne sont pas lus ici ; écrivez un paragraphe simple",
        "blocks of another tool (GitBook, MkDocs …) are not read here; write a plain paragraph",
    ),
    "@md_nested": Message(
        "une liste dans une liste, ou un point précédé d’espaces ; ôtez les espaces, ou faites-en une phrase",
        "a list inside a list, or an item after spaces; take the spaces away, or make it a sentence",
    ),
    "@md_quote": Message(
        "une citation qui commence par > cache ses points à la vérification ; ôtez >, et mettez les mots d’autrui entre « »",
        "a quotation that begins with > hides its items from the check; take > away, and put the words of others between “ ”",
    ),
    "@md_definitions": Message(
        "une définition qui commence par : n’est pas montrée comme telle ; écrivez « **mot** : ce qu’il veut dire »",
        "a definition that begins with : is not shown as one; write “**word**: what it means”",
    ),
    "@md_task": Message(
        "les cases à cocher ne sont pas montrées ; ôtez « [ ] »",
        "task boxes are not shown; take “[ ]” away",
    ),
    "@md_bullet": Message(
        "ce signe ne fait pas une liste ; commencez par un tiret et une espace « - »",
        "this sign makes no list; begin with a hyphen and a space “- ”",
    ),
    "@md_dash": Message(
        "il manque une espace après le tiret",
        "a space is missing after the hyphen",
    ),
    "@md_number": Message(
        "une étape s’écrit avec un point et une espace, « 1. »",
        "a step is written with a full stop and a space, “1. ”",
    ),
    "@md_letter_item": Message(
        "les listes a), b) ne sont pas lues ; écrivez « 1. » ou « - »",
        "lists a), b) are not read; write “1. ” or “- ”",
    ),
    "@md_title_space": Message(
        "il manque une espace après #",
        "a space is missing after #",
    ),
    "@md_title_one": Message(
        "le grand titre est celui de l’en-tête (title) ; commencez les titres du texte par ##",
        "the main title is the one in the header (title); begin the headings of the text with ##",
    ),
    "@md_title_deep": Message(
        "les titres ont de deux à quatre #",
        "headings have two to four #",
    ),
    "@md_title_spaces": Message(
        "un titre commence au bord gauche",
        "a heading begins at the left edge",
    ),
    "@md_underlined": Message(
        "une ligne de tirets ou de = ne fait pas de titre ici ; écrivez ## devant le titre, ou effacez la ligne",
        "a line of hyphens or = makes no heading here; write ## before the title, or delete the line",
    ),
    "@md_stars": Message(
        "des étoiles ** ne se ferment pas ; collez-les aux mots, avant et après", "stars ** do not close; put them against the words, before and after"
    ),
    "@md_link_turned": Message("un lien s’écrit [texte](adresse), dans cet ordre", "a link is written [text](address), in this order"),
    "@md_link_empty": Message("un lien a un texte et une adresse : [texte](adresse)", "a link has a text and an address: [text](address)"),
    "@md_strike": Message(
        "un texte barré, surligné, en exposant ou en formule n’est pas montré comme tel ; écrivez du texte simple",
        "struck-out text, highlights, superscripts and formulas are not shown as such; write plain text",
    ),
    "@md_emoji": Message(
        "un nom d’image entre deux-points reste écrit tel quel ; effacez-le",
        "the name of a picture between colons stays as it is written; delete it",
    ),
    "@md_code": Message(
        "un accent grave ` ne se ferme pas ; ôtez-le, ou fermez-le après le mot",
        "a backtick ` does not close; take it away, or close it after the word",
    ),
    "@md_footnote": Message(
        "il n’y a pas de notes en bas de page ; dites-le dans la phrase, avec son origine [[src:…]]",
        "there are no footnotes; say it in the sentence, with its origin [[src:…]]",
    ),
    "@md_definition": Message(
        "les adresses et définitions à part ne sont pas lues ; écrivez le lien dans la phrase : [texte](adresse)",
        "addresses and definitions set apart are not read; write the link in the sentence: [text](address)",
    ),
    "@md_reference": Message(
        "un lien s’écrit [texte](adresse)",
        "a link is written [text](address)",
    ),
    "@md_link_space": Message(
        "pas d’espace entre le texte et l’adresse d’un lien",
        "no space between the text and the address of a link",
    ),
    "@md_phone_space": Message(
        "pas d’espace ni de point dans le numéro d’un lien ; écrivez tel:+22822213334",
        "no space and no dot in the number of a link; write tel:+22822213334",
    ),
    "@md_phone_inside": Message(
        "ce numéro ne marche que dans son pays ; écrivez-le avec + et le code du pays, ou mettez-le dans data/contacts",
        "this number works only inside its country; write it with + and the country code, or put it into data/contacts",
    ),
    "@md_target_space": Message(
        "pas d’espace dans l’adresse d’un lien",
        "no space in the address of a link",
    ),
    "@md_bare_address": Message(
        "une adresse seule n’est pas un lien ; écrivez [texte](adresse)",
        "an address by itself is no link; write [text](address)",
    ),
    "@md_bare_mail": Message(
        "une adresse électronique seule n’est pas un lien ; écrivez [texte](mailto:adresse)",
        "an e-mail address by itself is no link; write [text](mailto:address)",
    ),
    "@md_bare_phone": Message(
        "un numéro seul ne s’appelle pas d’un doigt ; mettez-le dans data/contacts, ou écrivez [numéro](tel:+22822213334)",
        "a number by itself cannot be tapped; put it into data/contacts, or write [number](tel:+22822213334)",
    ),
    "@md_backslash": Message(
        "le signe \\ reste visible, ou cache une marque ; effacez-le",
        "the sign \\ stays visible, or hides a mark; delete it",
    ),
    "@md_indented": Message(
        "une ligne qui commence par quatre espaces serait montrée comme du code ; ôtez les espaces",
        "a line that begins with four spaces would be shown as code; take the spaces away",
    ),
    "@md_under_table": Message(
        "une ligne juste sous un tableau en devient une case ; laissez une ligne vide",
        "a line right under a table becomes a cell of it; leave an empty line",
    ),
    "@md_level": Message(
        "un niveau de titre est sauté ; ôtez un #",
        "a level of headings is skipped; take one # away",
    ),
    "@unread_name": Message("renommez-le (.yaml pour les données, .md pour les pages)", "rename it (.yaml for data, .md for pages)"),
    "@unread_place": Message(
        "il n’est pas à sa place ; une page va dans docs/fr, docs/en ou docs/ee, un pays dans data/contacts ou data/country_profiles",
        "it is not in its place; a page goes to docs/fr, docs/en or docs/ee, a country to data/contacts or data/country_profiles",
    ),
    "@unread_kind": Message(
        "ce genre de fichier n’est pas lu ; recopiez ce qu’il dit dans un fichier .yaml ou .md, puis ôtez-le",
        "this kind of file is not read; copy what it says into a .yaml or .md file, then take it away",
    ),
    "@form_citation": Message(
        "convention en petites lettres, par exemple c143 ou c097/annex-1", "treaty in small letters, for example c143 or c097/annex-1"
    ),
}
"""Pieces of messages that stand in a ``{placeholder}``: their name begins with ``@``."""


def said(value: str, language: str) -> str:
    """A value as a message shows it: a phrase in the reader's language, or the value itself."""
    phrase = PHRASES.get(value)
    return phrase.text(language) if phrase else value
