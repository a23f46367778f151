"""Settings: what is kept on the phone for a time without network, how to erase it, and the whole language to take away."""

from rsmms.language.html import Html, blocks, el, heading
from rsmms.layout.page import Maker, Page

SETTINGS_PATH = "reglages.md"


def settings_page(make: Maker) -> Page:
    """One page a language; its buttons appear with script, the ZIP works without."""
    make = make.at(SETTINGS_PATH)
    words = make.words
    body = blocks([
        el("p", words("settings_lead"), cls="lead"),
        heading(words("offline_title"), "garder"),
        el("p", words("offline_text")),
        el("p", words("offline_danger"), cls="notice"),
        el("p", _button(make, "keep", "*", words.plain("keep_language", size="%kept:*%"))),
        _kept(make),
        el("noscript", el("p", words("keep_no_script"))),
        heading(words("take_away"), "emporter"),
        el("p", words("take_away_text")),
        el("p", el("a", words("zip_language", size="%zip%"), href=_up(make) + f"fichiers/{words.language}.zip", download=True, cls="button")),
        heading(words("install_title"), "installer"),
        el("p", words("install_text")),
        el("p", el("a", words("nav_privacy"), href=make.link("confidentialite.md"))),
    ])  # fmt: skip
    return make.overview("settings", "nav_settings", "settings_lead", body)


def _kept(make: Maker) -> Html:
    """What is kept here, and the way to erase it; hidden until the script finds something."""
    words = make.words
    erase = el("p", _button(make, "erase", "", words.plain("erase_all")))
    note = el("p", words("erase_note"), cls="note")
    return el("div", el("h3", words("kept_here"), id="gardes"), el("ul", cls="kept-list"), erase, note, cls="kept-part", hidden=True)


def _button(make: Maker, act: str, what: str, text: str) -> Html:
    done = make.words.plain("kept_done") if act == "keep" else None
    return el("button", text, type="button", cls="button", hidden=act == "keep", data_done=done, **{f"data_{act}": what or True})


def _up(make: Maker) -> str:
    return "../" if make.words.language == "fr" else "../../"
