"""The links around a page: menu, foot, forms, languages."""

from dataclasses import dataclass

from rsmms.language.html import Html
from rsmms.layout.icons import PAGE_ICONS, mark

MENU = (
    ("nav_situations", "situations/index.md"),
    ("nav_contacts", "contacts/index.md"),
    ("nav_countries", "pays/index.md"),
    ("nav_routes", "routes/index.md"),
    ("nav_conventions", "conventions/index.md"),
    ("nav_network", "reseau/index.md"),
    ("nav_sheets", "fiches.md"),
)
"""At most seven entries, rights first."""
FOOTER = (
    ("nav_join", "reseau/adherer.md"), ("nav_coming_home", "retour/index.md"), ("nav_az", "a-z.md"), ("sheets", "fiches.md"),
    ("nav_settings", "reglages.md"), ("nav_privacy", "confidentialite.md"),
)  # fmt: skip
"""What a reader at the foot of a page looks for most; the last leads to everything else."""
SITE_MAP_PATH = "tout-le-site.md"
WHOLE = (
    ("foot_defend", (("nav_services", "services/index.md"), ("zones", "zones/index.md"), ("nav_glossary", "glossaire.md"),
                     ("sectors_title", "secteurs/index.md"))),
    ("nav_network", (("nav_training", "formation/index.md"), ("kits_title", "ateliers/index.md"), ("nav_practices", "pratiques/index.md"),
                     ("nav_dialogue", "dialogue/index.md"), ("nav_advocacy", "plaidoyer/index.md"), ("nav_opinion", "opinion/index.md"),
                     ("nav_timeline", "chronologie.md"), ("nav_agenda", "agenda.md"), ("nav_commitments", "engagements.md"),
                     ("campaigns_title", "campagnes/index.md"))),
    ("foot_figures", (("indicators_title", "indicateurs/index.md"), ("compare_title", "comparer/index.md"), ("nav_data", "donnees.md"),
                      ("nav_method", "methode.md"))),
    ("foot_site", (("nav_about", "a-propos.md"), ("nav_accessibility", "accessibilite.md"), ("nav_legal", "mentions-legales.md"),
                   ("contribute_title", "contribuer/index.md"))),
)  # fmt: skip
"""All other lists and pages, in groups, on the page "the whole site"."""
FORM_ON = {
    "wrong_number": ("contacts", "country", "organisation", "network"), "new_contact": ("contacts",), "new_practice": ("practice",),
}  # fmt: skip
"""Kinds of pages whose foot offers a form."""


@dataclass(frozen=True)
class Link:
    """A link of the menu, the language list or the way back."""

    title: str
    href: str
    language: str = ""
    current: bool = False
    note: str = ""
    within: bool = False
    """The page stands below what the link leads to."""
    path: str = ""

    @property
    def icon(self) -> Html:
        """The pictogram of the page that the link leads to; nothing where it has none."""
        return mark(PAGE_ICONS[self.path]) if self.path in PAGE_ICONS else Html("")

    @property
    def here(self) -> str:
        """How the link is told where one is: on its page, or below it."""
        return "page" if self.current else "true" if self.within else ""


@dataclass(frozen=True)
class NotFound:
    """What the 404 page says in one language."""

    language: str
    direction: str
    title: Html
    lead: Html
    links: list[Link]
