"""Which words of a page lead to the glossary."""

from helpers import TODAY
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.model.library import Library
from rsmms.pages.terms import Terms


def test_an_everyday_word_is_no_term(library: Library):
    """The glossary names « bonne » as left out: it finds domestic work in the search, and explains nothing in « en bonne santé »."""
    terms = Terms(PageContext(library, Words("fr"), library.fresh_on(TODAY)).at("situations/malade.md"))

    assert "bonne" in library.glossary["domestic-worker"].aliases["fr"]
    assert "bonne" in library.glossary["domestic-worker"].unmarked["fr"]
    assert terms.marked("Restez en bonne santé.") == "Restez en bonne santé."
    assert "#domestic-worker" in terms.marked("Une femme de ménage.")
