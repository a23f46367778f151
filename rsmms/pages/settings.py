"""Settings: what is kept on the phone for a time without network, how to erase it, and the whole language to take away."""

from rsmms.language.html import Html, blocks, el, heading
from rsmms.layout.page import Page, PageContext

SETTINGS_PATH = "reglages.md"


def settings_page(ctx: PageContext) -> Page:
    """One page a language; its buttons appear with script, the ZIP works without."""
    ctx = ctx.at(SETTINGS_PATH)
    words = ctx.words
    body = blocks([
        el("p", words("settings_lead"), cls="lead"),
        heading(words("offline_title"), "garder"),
        el("p", words("offline_text")),
        el("p", words("offline_danger"), cls="notice"),
        el("p", _button(ctx, "keep", "*", words.plain("keep_language", size="%kept:*%"))),
        _kept(ctx),
        el("noscript", el("p", words("keep_no_script"))),
        heading(words("take_away"), "emporter"),
        el("p", words("take_away_text")),
        el("p", el("a", words("zip_language", size="%zip%"), href=_up(ctx) + f"fichiers/{words.language}.zip", download=True, cls="button")),
        heading(words("install_title"), "installer"),
        el("p", words("install_text")),
        el("p", el("a", words("nav_privacy"), href=ctx.link("confidentialite.md"))),
    ])  # fmt: skip
    return ctx.overview("settings", "nav_settings", "settings_lead", body)


def _kept(ctx: PageContext) -> Html:
    """What is kept here, and the way to erase it; hidden until the script finds something."""
    words = ctx.words
    erase = el("p", _button(ctx, "erase", "", words.plain("erase_all")))
    note = el("p", words("erase_note"), cls="note")
    return el("div", el("h3", words("kept_here"), id="gardes"), el("ul", cls="kept-list"), erase, note, cls="kept-part", hidden=True)


def _button(ctx: PageContext, act: str, what: str, text: str) -> Html:
    done = ctx.words.plain("kept_done") if act == "keep" else None
    return el("button", text, type="button", cls="button", hidden=act == "keep", data_done=done, **{f"data_{act}": what or True})


def _up(ctx: PageContext) -> str:
    return "../" if ctx.words.language == "fr" else "../../"
