"""Why a file was not imported, in French and English."""

from rsmms.problems.messages import Message

NOT_INSTALLED = Message(
    'Il manque un programme pour lire ce fichier ({name}). Installez-le ainsi : pip install "rsmms-site[import]" (ou : make import). Rien n’a été écrit.',
    'A program that reads this file is missing ({name}). Install it: pip install "rsmms-site[import]" (or: make import). Nothing was written.',
)
EMPTY = Message("{path} est vide. Téléchargez-le de nouveau. Rien n’a été écrit.", "{path} is empty. Download it again. Nothing was written.")
WEB_PAGE = Message(
    "{path} est une page web, pas un tableau : le téléchargement a échoué. Téléchargez-le de nouveau. Rien n’a été écrit.",
    "{path} is a web page, not a table: the download failed. Download it again. Nothing was written.",
)
LOCKED = Message(
    "{path} est protégé par un mot de passe. Ouvrez-le, enregistrez-le sans mot de passe, puis recommencez. Rien n’a été écrit.",
    "{path} is protected by a password. Open it, save it without the password, then start again. Nothing was written.",
)
CUT = Message(
    "{path} est incomplet : le téléchargement s’est arrêté avant la fin. Téléchargez-le de nouveau. Rien n’a été écrit.",
    "{path} is incomplete: the download stopped before the end. Download it again. Nothing was written.",
)
BOMB = Message(
    "{path} devient trop grand quand on l’ouvre ({size} Mo ; {limit} Mo au plus). Rien n’a été écrit.",
    "{path} becomes too large when it is opened ({size} MB; at most {limit} MB). Nothing was written.",
)
NO_SHEET = Message(
    "{path} n’est pas un classeur qui se lit (.xlsx, .xls ou .ods). Rien n’a été écrit.",
    "{path} is no workbook that can be read (.xlsx, .xls or .ods). Nothing was written.",
)
FORMULAS = Message(
    "{path}, feuille « {sheet} », cellule {cell} : une formule sans sa valeur. Ouvrez le fichier dans un tableur, enregistrez-le, puis recommencez. "
    "Rien n’a été écrit.",
    "{path}, sheet “{sheet}”, cell {cell}: a formula without its value. Open the file in a spreadsheet, save it, then start again. Nothing was written.",
)
BROKEN_CELL = Message(
    "{path}, feuille « {sheet} », cellule ou ligne {cell} : {found}. Le tableur y a perdu ce qui s’y trouvait. Écrivez-le, ou videz la cellule, puis "
    "recommencez. Rien n’a été écrit.",
    "{path}, sheet “{sheet}”, cell or row {cell}: {found}. The spreadsheet has lost what stood there. Write it, or empty the cell, then start again. "
    "Nothing was written.",
)
NO_HEADER = Message(
    "{path} : aucune ligne de titres avec {words}. Ce n’est pas un fichier de {publisher}, ou sa forme a changé. Rien n’a été écrit.",
    "{path}: no line of headings with {words}. This is no file of {publisher}, or its form has changed. Nothing was written.",
)
NO_ROWS = Message("{path} n’a aucune ligne de chiffres. Rien n’a été écrit.", "{path} has no line with figures. Nothing was written.")
OTHER_SERIES = Message(
    "{path} donne {found}, qui n’est pas parmi les séries du site ({known}). Rien n’a été écrit.",
    "{path} gives {found}, which is none of the site’s series ({known}). Nothing was written.",
)
NO_SET = Message(
    "data/imports.yaml ne dit rien de « {kind} » : ajoutez-y ses séries. Rien n’a été écrit.",
    "data/imports.yaml says nothing of “{kind}”: add its series there. Nothing was written.",
)
NO_EDITION = Message(
    "{path} ne dit pas de quand il date. Écrivez-le : --edition 2026-07-01 (ou 2026-07, ou 2026). Rien n’a été écrit.",
    "{path} does not say how old it is. Say it: --edition 2026-07-01 (or 2026-07, or 2026). Nothing was written.",
)
OLDER = Message(
    "{path} est de {edition} ; le site a déjà l’édition {ours}. Rien n’a été écrit.",
    "{path} is of {edition}; the site already has the edition {ours}. Nothing was written.",
)
HALF = Message(
    "{path} donne « {indicator} » pour {found} pays ; le site en a {ours}. C’est sans doute un fichier incomplet. "
    "S’il est bien complet : --confirm {indicator}. Rien n’a été écrit.",
    "{path} gives “{indicator}” for {found} countries; the site has {ours}. It is probably incomplete. If it is whole: --confirm {indicator}. "
    "Nothing was written.",
)
NO_DAY = Message(
    "« {found} » n’est pas une date : écrivez 2026, 2026-07 ou 2026-07-01. Rien n’a été écrit.",
    "“{found}” is no date: write 2026, 2026-07 or 2026-07-01. Nothing was written.",
)
UNSOUND = Message(
    "Le résultat ne passe pas le contrôle du site :\n{problems}\nRien n’a été écrit.",
    "The result does not pass the check of the site:\n{problems}\nNothing was written.",
)
NO_SOURCE = Message(
    "La source « {found} » n’est pas dans data/sources.yaml. Ajoutez-la, puis : --source ID. Rien n’a été écrit.",
    "The source “{found}” is not in data/sources.yaml. Add it, then: --source ID. Nothing was written.",
)
NO_TREATY = Message(
    "« {found} » n’est pas un traité du site (exemple : c143). Rien n’a été écrit.",
    "“{found}” is no treaty of the site (example: c143). Nothing was written.",
)
TWICE = Message(
    "{path} dit deux choses de {found}. Corrigez le fichier. Rien n’a été écrit.",
    "{path} says two things of {found}. Mend the file. Nothing was written.",
)
NO_JSON = Message(
    "{path} n’est pas du JSON au format HSDS. Rien n’a été écrit.",
    "{path} is no JSON in the form of HSDS. Nothing was written.",
)
NO_COLUMN = Message(
    "--column s’écrit TITRE=CHAMP. Champs : {known}. Rien n’a été écrit.",
    "--column is written HEADING=FIELD. Fields: {known}. Nothing was written.",
)
NO_CONTACT = Message(
    "« {found} » n’est pas un contact du site ({country}). Rien n’a été écrit.",
    "“{found}” is no contact of the site ({country}). Nothing was written.",
)
