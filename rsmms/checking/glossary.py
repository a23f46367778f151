"""Rules of the glossary: what pages do not mark is what the search finds."""

from collections.abc import Iterator

from rsmms.checking.knowledge import placed
from rsmms.problems.problem import Problem, closest
from rsmms.reading.load import Loaded

FILE = "data/glossary.yaml"


def check_glossary(loaded: Loaded) -> Iterator[Problem]:
    """An exclusion that is no form of its term excludes nothing: the word would go on being marked."""
    if FILE not in loaded.documents:
        return
    document = loaded.documents[FILE]
    for number, term in placed(loaded.library.glossary, document, "terms"):
        for language, left in term.unmarked.items():
            forms = (*term.aliases.get(language, ()), *([term.term[language]] if language in term.term else ()))
            known = {form.lower() for form in forms}
            for place, form in enumerate(left):
                if form.lower() not in known:
                    yield document.problem("X073", ("terms", number, "unmarked", language, place), closest(form, forms), found=form)
