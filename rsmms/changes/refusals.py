"""Why a file was not changed, in French and English."""

from rsmms.problems.messages import Message

NOT_YAML = Message(
    "Ligne {line} : ce fichier ne se lit pas. Lancez « rsmms check », qui dit pourquoi. Rien n’a été écrit.",
    "Line {line}: this file cannot be read. Run “rsmms check”, it says why. Nothing was written.",
)
ANCHORS = Message(
    "Ce fichier a une ancre (&, *), une étiquette (!) ou une clé qui n’est pas un mot : corrigez-le à la main. Rien n’a été écrit.",
    "This file has an anchor (&, *), a tag (!) or a key that is no word: mend it by hand. Nothing was written.",
)
REPEATED = Message(
    "« {key} » est écrit deux fois au même endroit : laissez-en un. Rien n’a été écrit.",
    "“{key}” stands twice in the same place: leave one. Nothing was written.",
)
NO_PLACE = Message(
    "« {place} » n’existe pas dans ce fichier. Rien n’a été écrit.",
    "“{place}” is not in this file. Nothing was written.",
)
TWO_PLACES = Message(
    "« {place} » désigne plusieurs éléments de ce fichier. Rien n’a été écrit.",
    "“{place}” names several things in this file. Nothing was written.",
)
OVERLAP = Message(
    "Deux changements visent le même endroit, l’un dans l’autre ({place}). Rien n’a été écrit.",
    "Two changes meet in the same place, one inside the other ({place}). Nothing was written.",
)
NOT_KEPT = Message(
    "Ce fichier ne peut pas être changé ligne par ligne sans en changer d’autres valeurs : corrigez-le à la main. Rien n’a été écrit.",
    "This file cannot be changed line by line without changing other values: mend it by hand. Nothing was written.",
)
NOT_TEXT = Message(
    "{path} n’est pas un texte en UTF-8. Rien n’a été écrit.",
    "{path} is no text in UTF-8. Nothing was written.",
)
OUTSIDE = Message(
    "{path} est hors du projet, ou y mène par un lien. Rien n’a été écrit.",
    "{path} is outside the project, or leads out of it by a link. Nothing was written.",
)
MOVED_ON = Message(
    "{path} a été changé par quelqu’un d’autre entre-temps. Recommencez. Rien n’a été écrit.",
    "{path} was changed by somebody else meanwhile. Start again. Nothing was written.",
)
NO_HEADER = Message(
    "Cette page n’a pas d’en-tête entre deux lignes « --- ». Rien n’a été écrit.",
    "This page has no header between two lines “---”. Nothing was written.",
)
