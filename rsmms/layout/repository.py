"""Links that open the repository's web editor or a form filled in beforehand; none without an address."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

FORMS = {
    "wrong_number": ("mauvais-numero.yml", "wrong-number.yml"),
    "new_contact": ("nouveau-contact.yml", "new-contact.yml"),
    "wrong_translation": ("mauvaise-traduction.yml", "wrong-translation.yml"),
    "new_practice": ("nouvelle-pratique.yml", "new-practice.yml"),
}
"""Issue forms (.github/ISSUE_TEMPLATE), in French and in English."""


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the files live. ``edit_base`` is the web editor's address up to the path of a file."""

    edit_base: str = ""

    def edit(self, place: tuple[str, int] | None) -> str:
        """Address that opens a file at a line in the web editor; empty without a repository or a place.

        >>> Repository("https://github.com/o/r/edit/main/").edit(("data/contacts/TGO.yaml", 5))
        'https://github.com/o/r/edit/main/data/contacts/TGO.yaml#L5'
        """
        if not place or not self.edit_base:
            return ""
        return f"{self.edit_base.rstrip('/')}/{quote(place[0])}#L{place[1]}"

    def form(self, name: str, language: str, **fields: str) -> str:
        """Address of an issue form with some fields filled in; empty where the repository has no such forms.

        >>> Repository("https://github.com/o/r/edit/main").form("wrong_number", "en", page="contacts/togo/")
        'https://github.com/o/r/issues/new?template=wrong-number.yml&page=contacts%2Ftogo%2F'
        """
        home, mark, _ = self.edit_base.partition("/edit/")
        if not mark:
            return ""
        template = FORMS[name][language == "en"]
        return f"{home}/issues/new?" + urlencode({"template": template, **fields}, quote_via=quote, safe="")


NOWHERE = Repository()
"""No repository is configured: no link to one is made."""
