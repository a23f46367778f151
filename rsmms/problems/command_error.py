"""What a command cannot do, said in plain words to the person at the keyboard; nothing was written."""

import errno
import os

from rsmms.problems.messages import Message


class CommandError(Exception):
    """Says in French or English why a command did nothing."""

    def __init__(self, message: Message, **values: str) -> None:
        super().__init__(message.en.format_map(values))
        self.message, self.values = message, values

    def text(self, language: str) -> str:
        """The reason."""
        return self.message.text(language).format_map(self.values)


_FILE = {
    FileNotFoundError: Message("{path} : ce fichier ou ce dossier n’existe pas.", "{path}: there is no such file or folder."),
    FileExistsError: Message(
        "{path} existe déjà. Choisissez un autre nom, ou supprimez-le d’abord.", "{path} is there already. Choose another name, or delete it first.",
    ),
    NotADirectoryError: Message("{path} n’est pas un dossier.", "{path} is not a folder."),
    IsADirectoryError: Message("{path} est un dossier, pas un fichier.", "{path} is a folder, not a file."),
    PermissionError: Message("{path} : vous n’avez pas le droit d’y lire ou d’y écrire.", "{path}: you may not read or write there."),
}
_OTHER = Message("{path} : {why}", "{path}: {why}")
DISK_FULL = Message(
    "Il n’y a plus de place sur le disque (ou votre quota est atteint) ; libérez-en, puis recommencez.",
    "The disk is full (or your quota is reached); free some space, then start again.",
)
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says when a disk or a quota is full."""


def of_file(error: OSError) -> CommandError:
    """What the system refused, with the file."""
    if error.errno in NO_ROOM:
        return CommandError(DISK_FULL)
    path = os.fspath(error.filename) if error.filename is not None else "?"
    return CommandError(_FILE.get(type(error), _OTHER), path=str(path), why=error.strerror or str(error))
