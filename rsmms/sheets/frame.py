"""What all sheets share: the world they are made from, their head and foot, the plan of all of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.page import PageContext
from rsmms.model.library import Library
from rsmms.model.written import Written
from rsmms.sheets.facts import Facts
from rsmms.sheets.spec import FOLDER, Content, SheetSpec
from rsmms.sheets.wording import Say, fact, label, labels

LICENCE = "CC BY 4.0"
COMPLETE = ("fr", "en")
"""Languages in which every text exists."""
_FRAME = ("site_tagline", "sheet_page", "sheet_check", "sheet_control", "sheet_not_advice", "sources", "sheet_unsure", "sheet_late")


@dataclass(frozen=True)
class World:
    """Everything sheets are made from."""

    library: Library
    written: Mapping[tuple[str, str], Written]
    languages: tuple[str, ...]
    today: date
    site_url: str

    @cached_property
    def makers(self) -> Mapping[str, PageContext]:
        """A maker for each language."""
        return {code: PageContext(self.library, Words(code), self.library.fresh_on(self.today)) for code in self.languages}

    @cached_property
    def complete(self) -> tuple[str, ...]:
        """The languages of this site that have every text."""
        return tuple(code for code in self.languages if code in COMPLETE)

    def situations(self) -> Iterator[Written]:
        """The French pages of situations."""
        for (language, _), page in self.written.items():
            if language == SOURCE_LANGUAGE and page.front.kind.value == "situation":
                yield page

    def own(self, french: Written, language: str) -> Written | None:
        """The same page in another language, if it is translated."""
        return self.written.get((language, french.path))

    def spec(
        self, kind: str, identifier: str, language: str, name: str, title: str, page: str,
        content: Callable[[PageContext], Content], **more: Any,
    ) -> SheetSpec:  # fmt: skip
        """A sheet whose content is made by ``content`` when it is built."""
        ctx = self.makers[language]
        ending = more.pop("ending", "pdf")
        template = more.pop("template", f"{kind}.typ")
        return SheetSpec(
            kind=kind, id=identifier, language=language, file=f"{FOLDER}/{name}-{language}.{ending}", title=title,
            page=page, template=template, site_url=self.site_url, content=cache(lambda: content(ctx)), **more,
        )  # fmt: skip


def frame(facts: Facts, kind: str, title: str, **content: Any) -> Content:
    """A content with head and foot: language, titles, labels, sources, newest day and parts."""
    ctx, words = facts.ctx, facts.ctx.words
    edition = max(facts.newest.values(), default=_oldest(facts))
    own = {
        "lang": words.language, "direction": words.direction, "kind": label(ctx, f"sheet_kind_{kind}"), "title": title,
        "language": words.language_name(words.language), "site": words.plain("site_name"), "licence": LICENCE,
        "description": words.plain("sheet_description", title=title), "keywords": [title, words.plain("site_name"), "RSMMS"],
        "old": None, "icon": None, "late": facts.late, "draft": label(ctx, "state_draft") if words.language not in COMPLETE else None,
        "date": [edition.year, edition.month, edition.day], "edition": label(ctx, "sheet_edition", date=words.date(edition)),
        "labels": labels(ctx, *_FRAME), "sources": facts.notes.listed(), "read": _read(facts), "unsure": facts.notes.unsure,
        "parts": [[words.plain(key), day.isoformat()] for key, day in facts.newest.items()],
    }  # fmt: skip
    return own | content


def _oldest(facts: Facts) -> date:
    """The edition of a sheet without any fact: never the day of the build, which would make it new every day."""
    return min((i.checked for i in facts.ctx.library.instruments.values()), default=date.min)


def _read(facts: Facts) -> Say | None:
    day = facts.notes.same_day()
    return label(facts.ctx, "read_on", date=facts.ctx.words.date(day)) if day else None


def named(facts: Facts, *keys: str, **more: Say) -> dict[str, Say]:
    """Titles of sections for a template."""
    return labels(facts.ctx, *keys) | more


def texts(facts: Facts, listed: tuple[Mapping[str, str], ...]) -> list[Say | None]:
    """Several texts of facts."""
    return [fact(facts.ctx, text) for text in listed]
