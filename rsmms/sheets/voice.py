"""A script for a speaker: at most twenty numbered lines of a situation, the file to deliver, and how it must sound."""

from collections.abc import Iterator
from functools import partial

from rsmms.joins.recording_script import file_to_deliver, script, text_read
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.page import PageContext
from rsmms.model.written import Written
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wording import label

_TITLES = ("voice_how", "voice_file")
_FEWEST = 3
"""Lines under which there is nothing to record yet."""


def voice_specs(world: World) -> Iterator[SheetSpec]:
    """One script for each situation and language that has enough of its own text."""
    for (language, path), own in world.written.items():
        french = world.written.get((SOURCE_LANGUAGE, path))
        if french and language in world.languages and french.front.kind.value == "situation" and len(script(own)) >= _FEWEST:
            name = path.removesuffix(".md").rpartition("/")[2]
            yield world.spec(
                "voice", french.front.id, language, f"voix-{name}", own.front.title, path, partial(voice_content, own=own),
                sizes=(14, 13, 12, 11, 10, 9), data=(own.file,),
            )  # fmt: skip


def voice_content(ctx: PageContext, own: Written) -> Content:
    """The lines, the name of the file, and the signs of the text that the header of the page must repeat."""
    facts = Facts(ctx)
    facts.seen("sheet_text", own.front.updated)
    told = label(ctx, "voice_signs", signs=text_read(own))
    return frame(facts, "voice", own.front.title, names=named(facts, *_TITLES), lines=list(script(own)), file=f"audio/{file_to_deliver(own)}", told=told)
