"""What editors are told: every rule and every field is explained, in both languages, where they read it."""

import json
import re

import pytest
import yaml

from helpers import ROOT, body, changed, full, run, visible
from rsmms.commands.editors import annotations
from rsmms.layout.plan import Plan
from rsmms.problems.messages import MESSAGES, PHRASES
from rsmms.problems.problem import Problem, Severity
from rsmms.problems.rules import rules
from rsmms.reading.fields import field_help
from rsmms.reading.model_errors import _FORMS
from rsmms.reading.schema import OWNER, dump, schemas

pytestmark = pytest.mark.usefixtures("commands_day")
CONTACTS = "data/contacts/TGO.yaml"


# --- messages


def test_every_rule_is_explained():
    """Title in both languages and an example of wrong and right, for each code."""
    for code, rule in rules().items():
        assert rule.title.fr != code, code
        assert rule.title.en != code, code
        assert rule.wrong, code
        assert rule.right, code
        assert rule.wrong != rule.right, code
    known = yaml.safe_load((ROOT / "rsmms" / "problems" / "rules.yaml").read_text(encoding="utf-8"))
    assert list(known) == sorted(known, key=list(MESSAGES).index)


def test_phrases_are_in_both_languages():
    """A phrase has no open place and differs between the languages."""
    for name, phrase in PHRASES.items():
        assert phrase.fr != phrase.en, name
        assert "{" not in phrase.fr + phrase.en, name


def test_every_pattern_of_the_models_has_words():
    """No regular expression reaches a contributor: each has its phrase, or is a list of words."""
    patterns = set(re.findall(r'"pattern": "(.*)"', "".join(dump(s) for s in schemas().values())))
    known = {json.dumps(pattern)[1:-1] for pattern in _FORMS}
    listed = re.compile(r"\^\([a-z_|-]+\)\$")
    dates = re.compile(r"\^(\\\\d|\()")

    assert [p for p in patterns - known if not listed.fullmatch(p) and not dates.match(p)] == []


def test_messages_page_says_every_message(tiny_plan: Plan):
    """The reference page is made from the rules: each code, title and example is on it, in each language."""
    for language in ("fr", "en"):
        page = body(tiny_plan, "contribuer/messages.md", language)
        shown = visible(page)
        for rule in rules().values():
            assert f'id="{rule.code.lower()}"' in page
            assert visible(rule.title.text(language)) in shown
            assert " ".join(rule.right.split()) in shown
    assert "…" in visible(body(tiny_plan, "contribuer/messages.md", "en"))


def test_annotations():
    """One command a problem, with file, line and both languages; separators are encoded."""
    problem = Problem(code="M002", path="data/a,b:c.yaml", line=3, column=5, field="x", suggestion="y 50%")
    warning = Problem(code="P005", path="docs/fr/a.md", values={"found": "21", "limit": "20"}, severity=Severity.WARNING)

    assert annotations.commands([problem, warning]).split("\n") == [
        (
            "::warning file=docs/fr/a.md,line=1,col=1,title=P005 · Phrases trop longues · Sentences too long::"
            "phrases trop longues : 21 mots en moyenne (maximum conseillé 20)%0Asentences too long: 21 words on average (advised limit 20)"
        ),
        (
            "::error file=data/a%2Cb%3Ac.yaml,line=3,col=5,title=M002 · Champ inconnu · Unknown field::"
            "x: champ inconnu ; vouliez-vous dire « y 50%25 » ?%0Ax: unknown field; did you mean “y 50%25”?"
        ),
    ]


def test_a_message_cannot_forge_a_command():
    """What somebody typed stays inside its own annotation."""
    problem = Problem(code="M005", path="a.yaml", values={"found": "x\n::error::forged", "allowed": "y"})

    assert annotations.commands([problem]).count("\n") == 0
    assert "<b>" not in annotations.summary([Problem(code="M005", path="a.yaml", values={"found": "<b>|`", "allowed": "y"})])


def test_check_for_github(tmp_path, monkeypatch, capsys):
    """``check --format github`` annotates, writes one summary and exits 1; all well exits 0."""
    root, summary = full(tmp_path / "p", changed(CONTACTS, "kind: union_centre", "kind: union_center")), tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    assert run(root, "check", "--format", "github") == 1
    assert "::error file=data/contacts/TGO.yaml,line=5,col=5,title=M005" in capsys.readouterr().out
    assert "| `data/contacts/TGO.yaml` | 5 |" in summary.read_text(encoding="utf-8")
    assert run(full(tmp_path / "q"), "check", "--format", "github") == 0


# --- schema


def test_every_field_is_explained_with_examples():
    """Each field of each schema has a title and a text in both languages, a good and a bad example."""
    for name, schema in schemas().items():
        for owner, told_ in [(schema[OWNER], schema), *schema.get("$defs", {}).items()]:
            for field, described in told_.get("properties", {}).items():
                assert field_help(owner, field), f"{name}: {owner}.{field}"
                assert " · " in described["title"]
                assert described["x-examples-bad"]


def test_fields_page_says_what_editors_say(tiny_plan: Plan):
    """The reference page and the schema have the same text."""
    page = visible(body(tiny_plan, "contribuer/champs.md", "en"))
    described = schemas()["contacts.schema.json"]["$defs"]["Phone"]["properties"]["number"]["description"]

    assert "With + and the country code, no spaces, in quotes. Or a short number." in described
    assert "With + and the country code, no spaces, in quotes. Or a short number." in page
