"""Figures with gaps: years too close to be written, numbers of two editions that may not be divided, an entry that is none."""

import re
from pathlib import Path

from helpers import PROJECT, lay_out, places, plan_of
from rsmms.pages.charts.lines import Line, line_chart
from rsmms.pages.charts.svg import Frame, Said
from rsmms.pages.pictures import share_of_women

PROFILE = "data/country_profiles/TGO.yaml"
LIST = "data/indicators.yaml"
WOMEN = """\
  - indicator: international_migrant_stock_female
    source: {source}
    checked: 2026-11-01
    values:
      2020: 139500
      2022: 1
      2024: 70000
"""


def test_years_that_would_touch_are_left_out():
    """The newest is always written, and of two that are close the older one goes."""
    made = line_chart(Frame("t", Said("Title"), Said("About")), [Line(Said("A"), "a", {1990: 1, 2023: 2, 2024: 3})], lambda v: Said(f"v{v:.0f}"))

    assert re.findall(r">(\d{4})</text>", made) == ["1990", "2024"]


def share(folder: Path, source: str) -> dict[int, float]:
    """Women in a hundred migrants in Togo, when their number is of some source."""
    indicator = "  - id: international_migrant_stock_female\n    unit: persons\n    name:\n      fr: Femmes\n    definition:\n      fr: Les femmes.\n"
    profile = PROJECT[PROFILE].replace("law:\n", WOMEN.format(source=source) + "law:\n")
    root = lay_out(folder, {PROFILE: profile, LIST: PROJECT[LIST] + indicator})
    return share_of_women(plan_of(root).library.countries["TGO"], "international_migrant_stock", "international_migrant_stock_female")


def test_a_share_is_made_of_one_edition(tmp_path: Path):
    """For the years in which the same source gives both numbers."""
    assert share(tmp_path, "ilo") == {2020: 50.0, 2024: 24.890}


def test_no_share_is_made_of_two_editions(tmp_path: Path):
    """Numbers of two sources count other people: no share is better than a wrong one."""
    assert share(tmp_path, "old-archive") == {}


def test_an_entry_that_is_no_entry_is_told_once(tmp_path: Path):
    """A line of text where fields should stand: that, and nothing about what it would name."""
    told = places(lay_out(tmp_path, {"data/practices.yaml": "practices:\n  - un guichet\n"}))

    assert len(told) == 1
    assert told[0].startswith("data/practices.yaml:2: practices.0 ")
