"""What readers, reviewers and editors are told about a translation whose French has changed: which part, and where it stands."""

from pathlib import Path

import pytest

from helpers import LANGUAGES, SITUATION, SITUATION_FR, TODAY, body, full, lay_out, plan_of, rendered, run, visible
from rsmms.building.content import read_content
from rsmms.commands.editors.translated import stamp
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.pages.review import review_page

EN = f"docs/en/{SITUATION}"
CHANGES = {
    "title": ("title: Mon employeur", "title: Mon patron"), "lead": ("est à vous", "vous appartient"), "agir": ("Demandez votre", "Réclamez votre"),
    "preuves": ("Une photo", "Deux photos"),
}  # fmt: skip


def old(root: Path, *parts: str) -> Path:
    """The English guide was made from the French; since then some parts of that have changed."""
    stamp(root, root / EN)
    text = SITUATION_FR
    for part in parts:
        assert text.count(CHANGES[part][0]) == 1
        text = text.replace(*CHANGES[part])
    (root / f"docs/fr/{SITUATION}").write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(("parts", "link"), [
    (("preuves",), '<a href="#preuves">Proof to keep</a>'), (("lead",), "start of the page"), (("title",), "start of the page"),
    (("lead", "agir"), 'start of the page · <a href="#agir">What to do now</a>'),
])  # fmt: skip
def test_a_page_names_the_parts_that_may_be_old(tmp_path: Path, parts: tuple[str, ...], link: str):
    """With a link where the part has a heading; what stands above the first one is the start of the page."""
    made = rendered(body(plan_of(old(lay_out(tmp_path), *parts)), SITUATION, "en"))

    assert f"The French has changed since the translation. Parts that may be old: {link}</p>" in made


def test_a_page_that_follows_the_french_says_nothing(tmp_path: Path):
    """No notice where nothing has changed."""
    assert "may be old" not in body(plan_of(old(lay_out(tmp_path))), SITUATION, "en")


def test_reviewers_see_which_part_is_old(tmp_path: Path):
    """The notice stands between the heading of that part and its pieces, and nowhere else."""
    content = read_content(old(lay_out(tmp_path), "preuves"), LANGUAGES, TODAY)
    ctx = PageContext(content.library, Words("en"), content.library.fresh_on(TODAY))
    text = visible(review_page(ctx, content.written["en", SITUATION], content.written["fr", SITUATION]).body)
    notice = "The French text of this part has changed since it was translated. It may be old."

    assert text.count(notice) == 1
    assert text.index("Ask for your passport") < text.index("Proof to keep") < text.index(notice) < text.index("Deux photos")


@pytest.mark.usefixtures("commands_day")
@pytest.mark.parametrize(("parts", "named"), [(("title",), "title"), (("preuves",), "preuves"), (("lead", "agir", "preuves"), "lead, agir, preuves")])
def test_the_status_on_the_terminal_names_them(tmp_path: Path, capsys: pytest.CaptureFixture[str], parts: tuple[str, ...], named: str):
    """File and parts, so that a translator knows where to begin."""
    assert run(old(full(tmp_path), *parts), "status") == 0

    assert f"  {EN}: {named}\n" in capsys.readouterr().out
