"""Files that nothing reads are told, with what to do: what somebody wrote would silently not be published."""

import pytest

from helpers import problems_of, told


@pytest.mark.parametrize(("name", "meant", "french", "english"), [
    ("data/contacts/KEN.yml", "data/contacts/KEN.yaml", "renommez-le", "rename it"),
    ("data/contacts/KEN.YAML", "data/contacts/KEN.yaml", "renommez-le", "rename it"),
    ("docs/fr/situations/salaire.MD", "docs/fr/situations/salaire.md", "renommez-le", "rename it"),
    ("docs/en/situations/wage.markdown", "docs/en/situations/wage.md", "renommez-le", "rename it"),
    ("data/notes.yaml", "", "il n’est pas à sa place", "it is not in its place"),
    ("docs/salaire.md", "", "il n’est pas à sa place", "it is not in its place"),
    *((f"data/contacts/KEN.{kind}", "", "ce genre de fichier n’est pas lu", "this kind of file is not read") for kind in ("csv", "vcf", "docx", "txt")),
])  # fmt: skip
def test_a_file_that_nothing_reads(project, name: str, meant: str, french: str, english: str):
    """One message on the file itself, with its right name where only the name is wrong."""
    (problem,) = problems_of(project({name: "x: y\n"}))

    assert (problem.code, problem.path, problem.suggestion) == ("Y015", name, meant)
    assert french in problem.text("fr")
    assert problem.text("en").endswith("[Y015]")
    assert english in problem.text("en")


def test_a_published_project_has_all_its_lists(project):
    """A list that was deleted is told; a project that has published nothing yet may lack lists."""
    root = project({"data/schema/contacts.schema.json": "{}\n"})

    assert [line for line in told(root, "en") if "glossary" in line] == []
    (root / "data" / "glossary.yaml").unlink()
    assert [line for line in told(root, "en") if "glossary" in line] == [
        "data/glossary.yaml:1: this file is gone; put it back (an empty list is written “terms: []”, with the name of the list) [Y016]"
    ]


@pytest.mark.parametrize("name", ["docs/ar/README.txt", "docs/fr/README.txt", "data/.gitkeep"])
def test_what_nobody_takes_for_content_is_left_alone(project, name: str):
    """Notes for people, and hidden files."""
    assert problems_of(project({name: "x\n"})) == []
