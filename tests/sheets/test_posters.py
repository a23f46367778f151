"""Posters and pictures: what they show stands on them, because nobody can scroll paper."""

import json
import re

from helpers import ROOT, TODAY
from rsmms.building.content import read_content
from sheet_helpers import specs

_POINTS = re.compile(r"plus bas\b(?! que)|ci-dessous|\bis below\b|\bbelow\.|model below", re.IGNORECASE)


def test_no_poster_points_to_something_below():
    """Steps and the sentence to keep, in both languages; a guide itself may point to its own parts."""
    content = read_content(ROOT, ("fr", "en", "ee"), TODAY)
    shown = [s for s in specs(content) if s.kind in ("poster", "card")]
    texts = {s.file: json.dumps([s.content().get(key) for key in ("lead", "steps", "avoid", "lines")], ensure_ascii=False) for s in shown}

    assert len(texts) > 100
    assert [file for file, text in texts.items() if _POINTS.search(text)] == []
    assert _POINTS.search("Le modèle est plus bas.")
    assert _POINTS.search("The model is below.")
