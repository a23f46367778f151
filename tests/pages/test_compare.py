"""Comparing countries: the pairs with a page, the same year in each row, and the file of the script."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from helpers import rendered, visible
from node_tools import programs
from rsmms.joins.editions import common
from rsmms.language.words import Words
from rsmms.layout.plan import Plan
from rsmms.model.library import Library
from rsmms.pages.comparison_data import MOST, compare_file, pairs
from rsmms.pages.routes import routes


def test_pairs_are_few_different_and_about_the_network(library: Library) -> None:
    """At most sixty, each once, routes in both directions first, a country of the network in each."""
    found, known = pairs(library), set(routes(library))

    assert len(found) == len({frozenset(p) for p in found}) <= MOST
    assert all({(a, b), (b, a)} <= known for a, b in found[:30])
    assert all(library.countries[a].priority or library.countries[b].priority for a, b in found)
    assert ("BEN", "TGO") in found
    assert ("GHA", "TGO") in found


def test_each_pair_has_a_page_in_every_language(plan: Plan, library: Library) -> None:
    """Kind, id and both countries' treaties."""
    for language in plan.languages:
        for first, second in pairs(library):
            a, b = library.countries[first], library.countries[second]
            page = plan.pages[language, f"comparer/{a.slug}-{b.slug}.md"]
            assert (page.kind, page.id) == ("compare", f"compare-{first}-{second}")
            assert page.body.count('class="mark') >= len(library.instruments_of(first)) + len(library.instruments_of(second))


def test_rows_of_figures_hold_one_year_and_one_source(plan: Plan, library: Library) -> None:
    """Togo and Benin: the newest common year, both values; what has no common year is named, not shown."""
    text = visible(rendered(plan.pages["en", "comparer/benin-togo.md"].body))
    edition = common(library, "international_migrant_stock", ["BEN", "TGO"])

    assert edition is not None
    assert edition.year == 2024
    assert "281,994" in text
    assert f"{edition.values['BEN']:,.0f}" in text
    assert common(library, "remittances_received_pct_gdp", ["BEN", "TGO"]) is None or "2020" in text


def test_the_index_works_without_script(plan: Plan, library: Library) -> None:
    """All fixed pairs are plain links; the script's part is hidden until the script runs."""
    body = plan.pages["fr", "comparer/index.md"].body

    assert len(re.findall(r'href="[a-z-]+/"', body)) >= len(pairs(library)) - 1
    assert 'id="compare-any"' in body
    assert " hidden" in body
    assert 'data-file="../donnees/comparer-fr.json"' in body
    assert 'data-file="../../donnees/comparer-en.json"' in plan.pages["en", "comparer/index.md"].body


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_the_file_of_the_script_equals_the_data(library: Library, language: str) -> None:
    """Every status, every value with its year, in the order of its headings."""
    data = json.loads(compare_file(library, Words(language)))

    assert set(data["countries"]) == set(library.countries)
    for code, shown in data["countries"].items():
        country = library.countries[code]
        assert [data["marks"][s] for s, *_ in shown["t"]] == [country.status(i).value for i in library.instruments]
        assert len(shown["f"]) == len(data["indicators"])
        assert len(shown["z"]) == len(library.zones)
    togo = data["countries"]["TGO"]
    assert {"2024": 281994}.items() <= togo["f"][1][0][1].items()
    assert togo["n"] == Words(language).country("TGO")


def test_the_file_is_small(library: Library) -> None:
    """Fetched only when asked for, and under 45 kB on the way."""
    import brotli

    assert len(brotli.compress(compare_file(library, Words("fr")).encode(), quality=9)) < 45_000


def test_the_script_builds_no_markup_from_text(root: Path) -> None:
    """Names from the file become text nodes, never HTML; nothing is stored, nothing leaves the site."""
    script = (root / "theme/assets/compare.js").read_text(encoding="utf-8")

    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|localStorage|cookie|https?://", script)


def test_an_address_that_nothing_decodes_is_read_as_it_stands(root: Path) -> None:
    """``#TGO+%`` may come from a link that was cut: the script still knows Togo. Its own line is run."""
    script = (root / "theme/assets/compare.js").read_text(encoding="utf-8")
    line = next(line for line in script.splitlines() if line.lstrip().startswith("const asked"))
    run = f"for (const hash of ['#TGO+%', '#TGO%2BTUN', '#%E9']) {{ const location = {{ hash }}; {line} console.log(asked()); }}"

    assert subprocess.run([programs() / "node", "-e", run], capture_output=True, text=True, check=True).stdout.split() == ["TGO+%", "TGO+TUN", "%E9"]
