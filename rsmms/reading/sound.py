"""How a recording sounds, measured: length, weight, loudness, silence. The sound libraries load only for a file that is measured."""

from dataclasses import dataclass
from pathlib import Path

from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

_NO_LIBRARY = Message(
    "Pour mesurer un enregistrement, installez : pip install -e .[voice]", "To measure a recording, install: pip install -e .[voice]",
)  # fmt: skip
_QUIET = -50.0
"""Level in dB below full scale under which a block counts as silence."""
_BLOCK = 0.1
_SHORTEST = 0.4
"""Seconds below which loudness has no meaning: its own standard measures blocks of this length."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What was measured."""

    seconds: float
    bits: float
    """Bits a second of the whole file, as it is served."""
    loudness: float | None
    """LUFS; ``None`` for a file that is silent or too short to be measured."""
    pause: float
    """The longest silence, in seconds."""


def measure(path: Path) -> Sound | None:
    """The sound of a file; ``None`` if it is no Opus sound that can be read."""
    try:
        import soundfile  # noqa: PLC0415 - only for a file that is measured
    except ImportError:
        raise CommandError(_NO_LIBRARY) from None
    try:
        with soundfile.SoundFile(path) as file:
            if file.subtype != "OPUS":
                return None
            data, rate = file.read(dtype="float64", always_2d=True), file.samplerate
    except (soundfile.LibsndfileError, RuntimeError):
        return None
    seconds = len(data) / rate
    return Sound(seconds, path.stat().st_size * 8 / seconds if seconds else 0.0, _loudness(data, rate, seconds), _pause(data, rate))


def _loudness(data: object, rate: int, seconds: float) -> float | None:
    import numpy as np  # noqa: PLC0415
    import pyloudnorm  # noqa: PLC0415

    if seconds < _SHORTEST:
        return None
    found = float(pyloudnorm.Meter(rate).integrated_loudness(data))
    return found if np.isfinite(found) else None


def _pause(data: object, rate: int) -> float:
    """The longest run of blocks under the level of silence."""
    import numpy as np  # noqa: PLC0415

    mono = np.abs(np.asarray(data)).max(axis=1)
    size = max(1, int(rate * _BLOCK))
    levels = [20 * np.log10(max(float(mono[i : i + size].max()), 1e-9)) for i in range(0, len(mono), size)]
    longest = run = 0
    for level in levels:
        run = run + 1 if level < _QUIET else 0
        longest = max(longest, run)
    return longest * _BLOCK
