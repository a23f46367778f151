"""A recording of a page by a person: the Ewe answer to reading aloud, with the same rule of freshness as a translation."""

from rsmms.joins.recording_script import text_read
from rsmms.language.addresses import RECORDINGS
from rsmms.language.html import Html, el, join
from rsmms.language.sizes import size_words
from rsmms.layout.page import PageContext
from rsmms.model.written import Written


def recording(ctx: PageContext, page: Written) -> Html:
    """The player with its size and speaker; nothing loads before it is tapped. It is withdrawn when its text has changed since."""
    audio, words = page.front.audio, ctx.words
    if not audio:
        return Html("")
    if audio.text != text_read(page):
        return el("div", el("p", words("recording_old"), cls="overdue"), cls="card recording")
    root = "../" * (len([part for part in ctx.path.removesuffix("index.md").split("/") if part]) + (page.language != "fr"))
    minutes = f"{audio.seconds // 60}:{audio.seconds % 60:02}"
    label = words("recording", minutes=minutes, size=size_words(words, audio.bytes))
    by = words("recording_by", speaker=audio.speaker, date=words.date(audio.recorded))
    player = el("audio", controls=True, preload="none", src=f"{root}{RECORDINGS}/{audio.file}", aria_label=f"{words.plain('listen')} ({minutes})")
    return join([el("div", el("p", label), player, el("p", by, cls="trail"), cls="card recording")])
