"""Where a command may write: a new or empty place in the project, or what the same command made before; never over anything else."""

from collections.abc import Callable
from pathlib import Path

from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

SITE_MARK = "donnees/catalog.json"
"""The file by which a site that was made here is known."""
PREPARED_MARK = "made.json"
"""The same for what a part of a build has made."""
_SOURCES = frozenset({"adr", "bench", "data", "deploy", "docs", "findings", "hooks", "pictures", "rsmms", "sheets", "tests", "theme"})
_OUTSIDE = Message(
    "{path} est hors du projet. Choisissez un nom dans le projet. Rien n’a été écrit.",
    "{path} is outside the project. Choose a name inside the project. Nothing was written.",
)
_SOURCE = Message(
    "{path} est le projet lui-même ou l’un de ses dossiers de travail. Choisissez un nouveau nom, comme « site ». Rien n’a été écrit.",
    "{path} is the project itself or one of its working folders. Choose a new name, such as “site”. Nothing was written.",
)
_FULL = Message(
    "{path} n’est pas vide, et rien n’y a été fait par cette commande. Choisissez un nouveau nom, ou videz-le vous-même. Rien n’a été écrit.",
    "{path} is not empty, and nothing there was made by this command. Choose a new name, or empty it yourself. Nothing was written.",
)
_NO_SITE = Message(
    "{path} n’est pas un site fait ici. Lancez d’abord « rsmms site ». Rien n’a été écrit.",
    "{path} is no site that was made here. Run “rsmms site” first. Nothing was written.",
)


def check_site_folder(root: Path, out: Path) -> None:
    """Raise ``CommandError`` unless a site may take the place of a folder: it is new, empty, or a site made here."""
    _check_folder(root, out, is_site)


def check_export_folder(root: Path, out: Path) -> None:
    """The same for a folder of plain pages."""
    _check_folder(root, out, _is_export)


def check_prepared_folder(root: Path, out: Path) -> None:
    """The same for a folder of what a part of a build has made."""
    _check_folder(root, out, lambda folder: (folder / PREPARED_MARK).is_file())


def check_file(root: Path, path: Path, ours: bytes, apart_from: Path | None = None) -> None:
    """Raise ``CommandError`` unless a file may be written: it is new, or begins as this command begins its files.

    ``apart_from`` is a folder in which it may not lie.
    """
    _check_place(root, path)
    if apart_from and path.resolve().is_relative_to(apart_from.resolve()):
        raise CommandError(_SOURCE, path=path.as_posix())
    if path.is_file() and not path.read_bytes().startswith(ours):
        raise CommandError(_FULL, path=path.as_posix())


def check_is_site(folder: Path) -> None:
    """Raise ``CommandError`` if a folder is no site that was made here."""
    if not is_site(folder):
        raise CommandError(_NO_SITE, path=folder.as_posix())


def is_site(folder: Path) -> bool:
    """True for a site that was made here."""
    return (folder / SITE_MARK).is_file()


def _check_folder(root: Path, out: Path, is_ours: Callable[[Path], bool]) -> None:
    _check_place(root, out)
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not is_ours(out))):
        raise CommandError(_FULL, path=out.as_posix())


def _check_place(root: Path, path: Path) -> None:
    """A place below the project that is none of its own folders, nor inside one, nor hidden."""
    try:
        inside = path.resolve().relative_to(root.resolve()).parts
    except (ValueError, OSError, RuntimeError):
        message = _SOURCE if root.resolve().is_relative_to(path.resolve()) else _OUTSIDE
        raise CommandError(message, path=path.as_posix()) from None
    if not inside or inside[0] in _SOURCES or inside[0].startswith("."):
        raise CommandError(_SOURCE, path=path.as_posix())


def _is_export(folder: Path) -> bool:
    page = folder / "fr" / "index.md"
    return page.is_file() and page.read_text(encoding="utf-8", errors="replace").startswith('---\ntitle: "')
