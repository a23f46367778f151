"""Recordings: a script of twenty lines names the file to deliver, and what is delivered is measured before it is served."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers import problems_of
from rsmms.joins.recording_script import LINES, file_to_deliver, script, text_read
from rsmms.layout.plan import Plan
from rsmms.reading.sound import measure
from sheet_helpers import specs

RATE = 24_000
FR = "docs/fr/situations/passeport.md"


def voice(path: Path, seconds: float, level: float = 0.1, silent: tuple[float, float] = (0, 0), bits: float = 1.0) -> Path:
    """A sound like a voice in a file: noise that swells and fades, made anew and always the same; ``bits`` is libsndfile's compression."""
    length = np.arange(int(RATE * seconds)) / RATE
    noise = np.random.default_rng(7).normal(0, 1, len(length))
    smooth = np.convolve(noise, np.ones(24) / 24, mode="same")
    sound = level * smooth / np.abs(smooth).max() * (0.6 + 0.4 * np.sin(2 * np.pi * 3 * length))
    sound[(length >= silent[0]) & (length < silent[1])] = 0
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, sound, RATE, format="OGG", subtype="OPUS", compression_level=bits)
    return path


def told(project, tmp_path: Path, sound: Path, seconds: int) -> list[str]:
    """What the check says of a page with this recording."""
    size = sound.stat().st_size
    audio = f'audio:\n  file: fr/passeport.opus\n  seconds: {seconds}\n  bytes: {size}\n  speaker: Afi\n  recorded: 2026-11-20\n  text: "00000000"\n'
    root = project()
    page = root / FR
    head, body = page.read_text(encoding="utf-8").split("---\n", 2)[1:]
    page.write_text(f"---\n{head}{audio}---\n{body}", encoding="utf-8")
    (root / "audio/fr").mkdir(parents=True)
    (root / "audio/fr/passeport.opus").write_bytes(sound.read_bytes())
    return [p.text("en").split("audio/fr/passeport.opus", 1)[-1] for p in problems_of(root)]


def test_a_good_recording_has_no_problem(project, tmp_path: Path):
    """Seven seconds of a voice at a usual level, under the weight."""
    sound = voice(tmp_path / "good.opus", 7, level=0.5)
    found = measure(sound)

    assert found
    assert 6.9 < found.seconds < 7.1
    assert found.bits <= 24_000
    assert told(project, tmp_path, sound, 7) == []


@pytest.mark.parametrize(("made", "seconds", "why"), [
    ({"seconds": 7, "level": 0.02}, 7, "too quiet or too loud"),
    ({"seconds": 2, "level": 0.5}, 2, "from 5 seconds to 10 minutes"),
    ({"seconds": 14, "level": 0.5, "silent": (2, 9)}, 14, "a silence lasts more than 5 seconds"),
    ({"seconds": 7, "level": 0.0}, 7, "it is silent"),
    ({"seconds": 7, "level": 0.5}, 40, "its length is not the one in the header"),
    ({"seconds": 7, "level": 0.5, "bits": 0.0}, 7, "over 24 kbit/s"),
])  # fmt: skip
def test_a_bad_recording_is_told(project, tmp_path: Path, made: dict, seconds: int, why: str):
    """Quiet, short, silent, of another length, heavy: each is said."""
    sound = voice(tmp_path / "bad.opus", **made)

    assert any(why in text for text in told(project, tmp_path, sound, seconds))


@pytest.mark.parametrize("raw", [b"", b"OggS" + b"\0" * 60, b"ID3 something else"])
def test_what_is_no_sound_is_told(project, tmp_path: Path, raw: bytes):
    """An empty or damaged file is no recording."""
    file = tmp_path / "x.opus"
    file.write_bytes(raw)

    assert measure(file) is None


@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.39])
def test_very_short_sounds_are_measured_without_an_exception(tmp_path: Path, seconds: float):
    """Under 0.4 seconds loudness has no meaning."""
    found = measure(voice(tmp_path / "short.opus", seconds, level=0.5))

    assert found
    assert found.loudness is None or found.seconds >= 0.4


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_scripts_are_twenty_numbered_lines_at_most_and_name_their_file(plan: Plan, content, language: str):
    """Each situation with text of its own has one, without marks or links, and the sheet tells the file."""
    planned = {(s.page, s.language): s for s in specs(content) if s.kind == "voice"}
    situations = [w for (code, _), w in content.written.items() if code == language and w.front.kind.value == "situation"]

    for page in situations:
        lines = script(page)
        assert 3 <= len(lines) <= LINES
        assert lines[0] == page.front.title
        assert not any(sign in line for line in lines for sign in ("[[", "](", "**"))
        made = planned[page.path, language].content()
        assert made["lines"] == list(lines)
        assert made["file"] == f"audio/{file_to_deliver(page)}"
        assert text_read(page) in str(made["told"])
