"""The program for people: each command stands in a module of its own kind, and loads nothing that belongs to the others."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from rsmms.language.reader import language_of_reader
from rsmms.problems.command_error import CommandError, of_file

MODULES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "rsmms.commands.check": {
        "check": ("contrôler les données et les textes", "validate data and text"),
        "export": ("écrire toutes les pages en Markdown dans un dossier", "write all pages as plain Markdown into a folder"),
        "schema": ("écrire data/schema d’après les modèles", "write data/schema from the models"),
    },
    "rsmms.commands.build": {
        "site": ("construire le site à part, puis le mettre en place", "build the site aside, then put it in place"),
        "serve": ("montrer le site ici ; il suit chaque changement", "preview that follows every change"),
    },
    "rsmms.commands.editors.commands": {
        "new": ("écrire un contact, un pays, une situation, une langue… à remplir", "write a new contact, country, situation, language … to fill in"),
        "fix": ("réparer lettres, espaces, numéros et ordre, rien d’autre", "repair letters, spaces, phone numbers and order; nothing else"),
        "answers": ("mettre dans les contacts ce que des points focaux ont répondu", "put into the contacts what focal points answered"),
        "translated": ("noter que des traductions suivent le français d’aujourd’hui", "note that translations follow today’s French"),
        "status": ("traductions, faits à revoir ou à confirmer, fichiers inutiles", "translations, facts to check again or to confirm, unused files"),
        "links": ("demander à chaque adresse d’un autre site si elle répond", "ask every address of another site whether it still answers"),
        "review": ("reporter les réponses d’une feuille de relecture dans la page", "take the answers of a review sheet into the page"),
        "po": ("traductions en fichier PO, pour les programmes de traduction, et retour", "translations as a PO file, for translators’ programs, and back"),
    },
    "rsmms.commands.importing": {
        "import": ("reprendre des chiffres, ratifications ou contacts d’un fichier", "take figures, ratifications or contacts from a file"),
    },
    "rsmms.commands.forms.commands": {
        "report": ("faire d’un formulaire « mauvais numéro » une proposition", "make a proposal of a filled-in form “a wrong number”"),
        "mend": ("réduire ce qu’un formulaire a enregistré aux lignes changées", "reduce what a form saved to the lines that changed"),
        "admin": ("écrire admin-site/, les réglages du formulaire (voir make admin)", "write admin-site/, the settings of the form (see make admin)"),
    },
    "rsmms.commands.deploy": {
        "deploy": ("écrire les réglages de serveurs dans deploy/", "write the server configurations in deploy/ from the rules"),
        "compress": ("écrire brotli et gzip à côté des fichiers d’un site", "write brotli and gzip files beside those of a built site"),
        "archive": ("le site entier en un fichier, avec sa somme de contrôle", "the whole site as one file with its checksum"),
        "freeze": ("ajouter les nouvelles adresses à data/urls.txt, pour n’en perdre aucune", "add new addresses to data/urls.txt, so that none is lost"),
    },
    "rsmms.commands.parts": {
        "prepare": ("écrire les textes d’une langue et imprimer une part des fiches", "write the texts of one language and print a share of the sheets"),
        "merge": ("réunir les parties d’un site construites avec RSMMS_LANGUAGES", "put together the parts of a site that were built with RSMMS_LANGUAGES"),
    },
}
"""Where each command stands, and what it does, in French and in English."""
_TITLE = {"fr": "Commandes (« rsmms check --help » explique la première) :", "en": "Commands (“rsmms check --help” explains the first one):"}

_NO_COMMAND = {"fr": "« {found} » n’est pas une commande.", "en": "“{found}” is no command."}
_MEANT = {"fr": "Vouliez-vous dire « {} » ?", "en": "Did you mean “{}”?"}


def listing(language: str) -> str:
    """Every command with a line each."""
    known = [(name, lines[language != "fr"]) for module in MODULES.values() for name, lines in module.items()]
    width = max(len(name) for name, _ in known)
    return "\n".join([_TITLE[language], *(f"  {name:{width}}  {line}" for name, line in known)])


def _language(typed: Sequence[str]) -> str:
    """French or English, as the person at the keyboard asked for, also before everything typed has been read."""
    asked = [value for option, value in pairwise(typed) if option == "--lang" and value in _TITLE]
    return asked[-1] if asked else language_of_reader()


def _unknown(typed: Sequence[str]) -> str:
    """The first word, where it stands for a command that there is not; else nothing."""
    words = [word for before, word in pairwise(["", *typed]) if not word.startswith("-") and before not in ("--root", "--lang")]
    names = {name for module in MODULES.values() for name in module}
    return words[0] if words and words[0] not in names else ""


def _parser(typed: Sequence[str]) -> argparse.ArgumentParser:
    """Reads what was typed: with the commands that are named in it, or with all if none is."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="rsmms", usage="rsmms [--root …] [--lang fr|en] command …", formatter_class=raw, epilog=listing(_language(typed)))
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder")
    parser.add_argument("--lang", choices=("fr", "en"), default=language_of_reader(), help="language of messages")
    commands = parser.add_subparsers(dest="command", help=argparse.SUPPRESS)
    for module in [m for m, names in MODULES.items() if not set(names).isdisjoint(typed)] or MODULES:
        import_module(module).register(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0 when all is well, 1 when something is to be mended."""
    typed = sys.argv[1:] if argv is None else argv
    if unknown := _unknown(typed):
        lang = _language(typed)
        meant = get_close_matches(unknown, [name for module in MODULES.values() for name in module], 1)
        print(_NO_COMMAND[lang].format(found=unknown), *(_MEANT[lang].format(name) for name in meant), listing(lang), sep="\n", file=sys.stderr)
        return 1
    arguments = _parser(typed).parse_args(typed)
    if not arguments.command:
        print(listing(arguments.lang))
        return 0
    try:
        return int(arguments.run(arguments))
    except CommandError as reason:
        print(reason.text(arguments.lang), file=sys.stderr)
    except OSError as error:
        print(of_file(error).text(arguments.lang), file=sys.stderr)
    return 1
