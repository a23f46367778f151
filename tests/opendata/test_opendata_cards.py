"""Contact cards, calendars and feeds: read by other people's programs, and true."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from lxml import etree

from helpers import TODAY
from opendata_fixtures import SITE
from rsmms.language.words import Words
from rsmms.model.freshness import Freshness
from rsmms.model.library import Library
from rsmms.opendata.atom import feed
from rsmms.opendata.calendars import checks
from rsmms.opendata.content_lines import content

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.filterwarnings("ignore")
def test_every_contact_that_can_be_reached_has_a_card(library: Library, stable: Mapping[str, bytes]):
    """A reader of vCards takes it; numbers, mails and addresses are those of the library."""
    vobject = pytest.importorskip("vobject")
    for contact in library.contact_by_id.values():
        name = f"contacts/{contact.id}.vcf"
        if not contact.reachable:
            assert name not in stable
            continue
        card = vobject.readOne(stable[name].decode())
        assert [t.value for t in card.contents.get("tel", [])] == [p.number for p in contact.phones]
        assert [m.value for m in card.contents.get("email", [])] == list(contact.emails)
        assert [u.value for u in card.contents.get("url", [])] == list(contact.web)
        assert contact.name["fr"] in card.fn.value
        assert contact.checked.isoformat() in card.rev.value


@pytest.mark.filterwarnings("ignore")
def test_what_is_not_sure_says_so_in_its_name(library: Library, stable: Mapping[str, bytes]):
    """A phone shows the name only, so the doubt stands there."""
    vobject = pytest.importorskip("vobject")
    for contact in library.contact_by_id.values():
        if contact.reachable:
            card = vobject.readOne(stable[f"contacts/{contact.id}.vcf"].decode())
            assert card.fn.value.endswith("(à confirmer)") == (contact.confidence.value in ("unconfirmed", "disputed"))


@pytest.mark.filterwarnings("ignore")
def test_a_country_has_one_file_with_all_its_cards(library: Library, stable: Mapping[str, bytes]):
    """As many cards as contacts that can be reached."""
    vobject = pytest.importorskip("vobject")
    listed = list(vobject.readComponents(stable["pays/togo/contacts.vcf"].decode()))

    assert len(listed) == sum(c.reachable for c in library.contacts["TGO"])


def test_long_lines_are_folded_between_letters():
    """At most 75 bytes a line, and unfolding gives the text back, also with Ewe letters."""
    text = "NOTE:" + "ŋɔdzi ƒe ɖeka " * 20
    made = content([text])

    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert made.decode().replace("\r\n ", "").rstrip("\r\n") == text


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_the_days_of_the_year_come_back(library: Library, stable: Mapping[str, bytes], language: str):
    """A reader of calendars takes them: 18 December is there, every year, whole day."""
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(stable[f"calendrier/journees-{language}.ics"])
    events = {str(e["UID"]).split("/")[1]: e for e in calendar.walk("VEVENT")}

    assert set(events) == set(library.observances)
    assert events["migrants-day"]["DTSTART"].dt.strftime("%m-%d") == "12-18"
    assert all(e["RRULE"]["FREQ"] == ["YEARLY"] for e in events.values())
    assert all(e["DTEND"].dt - e["DTSTART"].dt == timedelta(days=1) for e in events.values())


def test_every_identifier_survives_the_readers(library: Library, stable: Mapping[str, bytes]):
    """vobject, on which Radicale and khard stand, reads each identifier whole: none is cut at its comma, none is there twice."""
    vobject = pytest.importorskip("vobject")
    (calendar,) = vobject.readComponents(stable["calendrier/verifications-fr.ics"].decode())
    events = [event.uid.value for event in calendar.vevent_list]
    cards = [card.uid.value for card in vobject.readComponents(stable["pays/togo/contacts.vcf"].decode())]

    for found, kind in ((events, "check"), (cards, "contact")):
        assert found
        assert len(set(found)) == len(found)
        assert all(one.replace("\\,", ",").startswith(f"tag:rsmms.net,2026:{kind}/") for one in found)


def test_french_in_an_ewe_calendar_is_marked_as_french(library: Library, stable: Mapping[str, bytes]):
    """A program that reads aloud takes the right voice."""
    raw = stable["calendrier/journees-ee.ics"].decode().replace("\r\n ", "")
    ewe = {o.about["ee"] for o in library.observances.values() if "ee" in o.about}
    marked = [line.partition(":")[0] for line in raw.split("\r\n") if line.startswith("DESCRIPTION")]

    assert len(marked) == len(library.observances)
    assert marked.count("DESCRIPTION;LANGUAGE=ee") == len([o for o in library.observances.values() if o.about.get("ee") in ewe and "ee" in o.about])
    assert set(marked) <= {"DESCRIPTION;LANGUAGE=ee", "DESCRIPTION;LANGUAGE=fr"}


@pytest.mark.filterwarnings("ignore")
def test_checks_are_due_when_freshness_says_so(library: Library, stable: Mapping[str, bytes]):
    """Every country's calendar has the due day of each kind of fact, and identifiers are unique."""
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(stable["calendrier/verifications-fr.ics"])
    events = list(calendar.walk("VEVENT"))
    found = {str(e["UID"]) for e in events}

    assert len(found) == len(events)
    for country in library.countries.values():
        for fact in country.ratifications:
            due = Freshness(TODAY).due(fact.checked, "treaty")
            assert f"tag:rsmms.net,2026:check/{country.id}/treaty/{due}/fr" in found


def test_a_new_check_moves_the_reminder(library: Library):
    """After a fact is checked again, its reminder stands on a later day."""
    togo = library.countries["TGO"]
    again = togo.model_copy(update={"ratifications": tuple(r.model_copy(update={"checked": date(2027, 1, 5)}) for r in togo.ratifications)})
    changed = replace(library, countries={**library.countries, "TGO": again})
    days = {d.id.split("/")[2]: d.day for d in checks(changed, Words("fr"), Freshness(TODAY), SITE)["togo"]}

    assert days["treaty"] == date(2027, 4, 5)


@pytest.mark.parametrize("language", ["fr", "en", "ee"])
def test_feeds_are_atom(library: Library, stable: Mapping[str, bytes], language: str):
    """Every country has one: well formed, with what Atom requires, unique ids, newest first, own address."""
    for country in library.countries.values():
        name = f"pays/{country.slug}/changements-{language}.xml"
        root = etree.fromstring(stable[name])
        entries = root.findall(f"{ATOM}entry")
        ids = [e.findtext(f"{ATOM}id") for e in entries]

        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        assert all(root.findtext(f"{ATOM}{tag}") for tag in ("id", "title", "updated"))
        assert all(e.findtext(f"{ATOM}{tag}") for e in entries for tag in ("id", "title", "published", "updated", "content"))
        assert all(e.findtext(f"{ATOM}published")[:10] in e.findtext(f"{ATOM}id") for e in entries)
        assert len(set(ids)) == len(ids) > 0
        assert all(i.startswith("tag:rsmms.net,2026:") for i in ids)
        updated = [e.findtext(f"{ATOM}updated") for e in entries]
        assert updated == sorted(updated, reverse=True)
        assert root.findtext(f"{ATOM}updated") == updated[0]
        assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"{SITE}donnees/v1/{name}"


def test_a_corrected_fact_opens_a_new_entry_and_leaves_the_others(library: Library):
    """A later check gives a new id; the ids of the others stay, so readers are not told twice."""
    togo = library.countries["TGO"]
    first, *others = togo.ratifications
    again = togo.model_copy(update={"ratifications": (first.model_copy(update={"checked": date(2027, 1, 5)}), *others)})

    before, after = (_ids(feed(library, Words("fr"), c, SITE, "x")) for c in (togo, again))

    assert after - before == {"tag:rsmms.net,2026:checked/TGO/treaties/2027-01-05/fr"}
    assert before <= after


def _ids(made: bytes) -> set[str]:
    return {str(e.findtext(f"{ATOM}id")) for e in etree.fromstring(made).findall(f"{ATOM}entry")}


def test_ids_do_not_follow_the_address_of_the_site(library: Library):
    """The site may move; entries stay the same."""
    togo = library.countries["TGO"]

    assert _ids(feed(library, Words("fr"), togo, SITE, "x")) == _ids(feed(library, Words("fr"), togo, "https://a.example/b/", "x"))
