"""What the program says of itself: its commands with a line each, a word that is no command, how far a build is."""

import argparse
import os
import pty
from importlib import import_module

import pytest

from rsmms.commands.cli import MODULES, listing, main
from rsmms.problems import progress
from rsmms.problems.progress import PROGRESS

COMMANDS = [name for names in MODULES.values() for name in names]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_alone_it_lists_its_commands(capsys, language: str):
    """``rsmms`` without a word: every command with a line, in the language of who asks; that is no mistake."""
    assert main(["--lang", language]) == 0

    lines = capsys.readouterr().out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == COMMANDS
    assert all(len(line.split()) > 3 and len(line) < 100 for line in lines)


def test_help_is_in_the_language_that_was_asked_for(capsys):
    """``rsmms --lang fr -h`` ends with the French list."""
    with pytest.raises(SystemExit) as stop:
        main(["--lang", "fr", "-h"])

    assert stop.value.code == 0
    assert capsys.readouterr().out.rstrip().endswith(listing("fr"))


@pytest.mark.parametrize("module", MODULES)
def test_the_list_names_what_each_module_brings(module: str):
    """No command is missing from the list, and none of it is missing from the program."""
    commands = argparse.ArgumentParser().add_subparsers()
    import_module(module).register(commands)

    assert set(commands.choices) == set(MODULES[module])


def test_a_word_that_is_no_command(capsys):
    """The likely command and the list; 1; nothing on the output that programs may read."""
    assert main(["--lang", "fr", "chek", "--format", "text"]) == 1
    french = capsys.readouterr()
    assert main(["--lang", "en", "qwertz"]) == 1

    assert french.out == ""
    assert french.err.splitlines()[:2] == ["« chek » n’est pas une commande.", "Vouliez-vous dire « check » ?"]
    assert capsys.readouterr().err.splitlines()[:2] == ["“qwertz” is no command.", listing("en").splitlines()[0]]


def test_on_a_terminal_progress_is_one_line(monkeypatch: pytest.MonkeyPatch):
    """Per cent, counts and the time left, drawn anew on the same line; the finished stage clears it."""
    reading, writing = pty.openpty()
    monkeypatch.setenv(PROGRESS, str(writing))
    monkeypatch.setenv("RSMMS_LANG", "en")
    monkeypatch.setenv("TERM", "xterm")
    clock = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: clock[0])
    with progress.stage("plan"):
        for number in range(1, 5):
            clock[0] += 1
            progress.count(number, 4, f"fr/{number}.md")
    said = os.read(reading, 65_536).decode()

    assert said.count("\n") == 1
    assert said.count("\r\x1b[K") == 5
    assert "50 % |" in said
    assert "2/4 – 00:02" in said
    assert said.rstrip().endswith("pages written")
