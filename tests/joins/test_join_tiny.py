"""Situation × country × treaty × contact on a tiny project: every word of what a person is told, piece by piece."""

from datetime import date

import pytest

from join_helpers import RIGHTS, SENT, country, joined_plan, maker, shape, situation_of  # noqa: F401 - joined_plan is a fixture
from rsmms.joins.claims import Claim
from rsmms.layout.plan import Plan
from rsmms.pages.claims import claims_by_force
from rsmms.pages.situations import Situation, country_section, rights_page

TOGO = f"""\
<p class="lead">Togo : pour chaque situation, les articles qui lient ce pays et qui appeler.</p>

<section class="emergency"><h2 id="urgences">Urgences</h2>…</section>

<h2 id="zones">Droits dans la région</h2><ul><li><a href="../../../zones/ecowas/">CEDEAO</a></li></ul>

## Avant de partir {{#g-before-leaving}}

## Au travail {{#g-at-work}}

<details class="fold"><summary><h3>Passeport confisqué</h3><small>CSTT · <bdi dir="ltr">+228 22 21 33 34</bdi></small></summary>\
<section id="passport-kept" class="situation">\
<p class="sos"><strong>Urgences</strong> <a href="tel:117"><bdi dir="ltr">117</bdi> <span>Police</span></a></p><h4>Qui appeler</h4>\
<ul class="reach"><li><strong>CSTT</strong> – Centrale syndicale, Lomé \
<a href="tel:+22822213334" class="call">{shape("phone")}Appeler <bdi dir="ltr">+228 22 21 33 34</bdi></a> {SENT}</li></ul><h4>Un droit ici</h4>\
<p class="note">Un texte oblige ce pays.</p>\
<ul class="facts right"><li><strong>La loi ici dit :</strong> Le travail fait est payé, même sans papiers. \
<a href="../../../conventions/c143/#art-9-1" class="origin">C143 art. 9</a> (8 novembre 1983)</li></ul><h4>À demander</h4><p class="note">\
Aucun texte que nous connaissons n’oblige ce pays. Citez la loi du pays ; le syndicat peut demander la ratification.</p><ul class="facts ask"><li>\
<strong>À demander :</strong> Le contrat est remis avant le départ. \
<a href="../../../conventions/c97/#annex-1-art-6" class="origin">C97 art. 6</a> Non ratifié</li></ul><h4>Lois et institutions</h4>\
<ul><li><a href="../#tgo-code">Code du travail</a></li></ul><p><a href="../../../situations/passeport/" class="button">\
Que faire : le guide complet</a></p></section></details>

## Papiers, police, justice {{#g-papers-justice}}

## Santé, famille, argent {{#g-health-family-money}}

## Le retour {{#g-returning}}
"""


def test_all_rights_in_one_country(joined: Plan):
    """The whole page: lead, emergency, zones, and the situation under its group with calls, articles and law."""
    made = rights_page(maker(joined.library), joined.library.countries["TGO"], [situation_of(joined)])
    head, strip, rest = made.body.partition('<section class="emergency"><h2 id="urgences">Urgences</h2>')
    shown = head + strip + "…" + rest[rest.index("</section>") :]

    assert shown.replace("\u00a0", " ") == TOGO
    assert rest.startswith('<ul class="reach"><li><a href="tel:117"')
    assert (made.kind, made.id, made.language, made.listed, made.state, made.updated) == ("page", "rights-TGO", "fr", False, "source", date(2026, 11, 1))
    assert made.title.replace("\u00a0", " ") == "Vos droits, situation par situation : Togo"
    assert made.description.replace("\u00a0", " ") == "Togo : pour chaque situation, les articles qui lient ce pays et qui appeler."
    assert made.parents == (("Pays", "pays/index.md"), ("Togo", "pays/togo.md"))
    assert made == joined.pages["fr", RIGHTS]
    assert made.edit == ("data/country_profiles/TGO.yaml", 1)


def test_where_nobody_is_known_the_page_says_so_and_leads_outside(joined: Plan):
    """First the regional body, then the network, each in the way it can be reached; a treaty nobody looked up is not known."""
    made = rights_page(maker(joined.library, "en"), joined.library.countries["BEN"], [situation_of(joined, "en")])
    told = made.body

    assert told.split('<section id="passport-kept" class="situation">')[1].split("</section>")[0] == (
        "<h4>Whom to call</h4><p>We do not know anybody to reach here for this yet. Then turn to:</p>"
        '<ul class="reach"><li><strong>ITUC-Africa</strong> – International organisation '
        f'<a href="mailto:a@csi.example" class="button">{shape("mail")}E-mail <bdi dir="ltr">a@csi.example</bdi></a> '
        '<span class="audience">For workers</span> '
        '<span class="trail">Read on <time datetime="2026-11-01">1 November 2026</time>, nobody has called yet</span></li></ul>'
        '<h4>A right here</h4><p class="note">A text binds this country.</p><ul class="facts right"><li><strong>The law here says:</strong> '
        'Work done is paid, even without papers. <a href="../../../conventions/c143/#art-9-1" class="origin">C143 art. 9</a> (11 June 1980)</li></ul>'
        '<h4>To ask for</h4><p class="note">No text that we know of binds this country. Rely on the country’s own law; the union can ask for '
        'ratification.</p><ul class="facts ask"><li><strong>To ask for, because nobody knows if this country is bound:</strong> '
        'The contract is given before departure. <a href="../../../conventions/c97/#annex-1-art-6" class="origin">C97 art. 6</a> Unknown</li></ul>'
        '<p><a href="../../../situations/passeport/" class="button">What to do: the full guide</a></p>'
    )
    assert made == joined.pages["en", "pays/benin/droits.md"]
    assert (made.language, made.state) == ("en", "translated")
    assert "<h2" not in told
    assert "zones" not in told


def test_a_french_title_is_marked_in_other_languages(joined: Plan):
    """Where the situation has no translation its French name says that it is French; without a short name the title stands."""
    make = maker(joined.library, "ee")

    assert country_section(make, situation_of(joined, "ee"), country()).startswith(
        '<details class="fold"><summary><h3><span lang="fr">Passeport confisqué</span></h3>')
    assert "<h3>Passport taken</h3>" in country_section(maker(joined.library, "en"), situation_of(joined, "en"), country())
    plain = situation_of(joined)
    long = Situation(plain.path, plain.facts, plain.facts.model_copy(update={"short": None}), "fr")
    assert "<h3>Mon employeur garde mon passeport</h3>" in country_section(maker(joined.library), long, country())


@pytest.mark.parametrize(("status", "heading", "words"), [
    ("in_force", "Un droit ici", "La loi ici dit :"), ("ratified_not_in_force", "Une promesse", "Promesse :"),
    ("signed_only", "Une promesse", "Promesse :"), ("not_ratified", "À demander", "À demander :"), ("denounced", "À demander", "À demander :"),
    ("unknown", "À demander", "À demander, car on ne sait pas si ce pays est lié :"),
])  # fmt: skip
def test_each_status_has_its_words(joined: Plan, status: str, heading: str, words: str):
    """One heading for a treaty, and before each sentence what it is worth."""
    facts = [{"instrument": code, "status": status, "source": "ilo", "checked": "2026-11-01"} for code in ("c143", "c097")]
    told = country_section(maker(joined.library), situation_of(joined), country(ratifications=facts)).replace("\u00a0", " ")
    heads = [head.split("</h4>")[0] for head in told.split("<h4>")[1:]]

    assert heads == ["Qui appeler", heading]
    assert told.count(f"<li><strong>{words}</strong>") == 2


def test_an_article_of_the_header_that_no_sentence_cites_has_its_own_words(joined: Plan):
    """It is told in the order of the header, with how sure the ratification is; one that leads nowhere is left out."""
    claims = [Claim("x", "", "fr", (mark,)) for mark in ("c999:1", "c143:9", "c143:77", "c143:1")]
    there = country(ratifications=[{"instrument": "c143", "status": "in_force", "source": "ilo", "checked": "2026-11-01", "confidence": "disputed"}])
    told = claims_by_force(maker(joined.library), claims, there).replace("\u00a0", " ")

    assert told.count("<li>") == 2
    assert "Le travail fait est payé, même sans papiers." in told
    assert "L’État respecte les droits de tous les travailleurs migrants." in told
    assert '<ul class="facts ask">' in told
    assert told.count("les sources ne sont pas d’accord") == 2
