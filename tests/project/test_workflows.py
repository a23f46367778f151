"""Workflows, forms and papers of the repository: pinned, read-only by default, well formed, and their steps are real commands."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from helpers import ROOT
from rsmms.commands.cli import main

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(p for p in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if p.name != "config.yml")
PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")
names = {"ids": lambda path: path.stem}


def load(path: Path) -> dict:
    """A workflow; ``on`` is a truth value to YAML 1.1, so every plain value is kept as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def steps(path: Path) -> list[dict]:
    """All steps of all jobs."""
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


def tool(name: str) -> str:
    """A linter installed beside Python; the test is left out where it is not."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.mark.parametrize("path", WORKFLOWS, **names)
def test_actions_are_pinned(path: Path):
    """Every action is fixed to a full commit, with its version beside it for people."""
    used = [step["uses"] for step in steps(path) if "uses" in step]
    text = path.read_text(encoding="utf-8")

    assert used
    assert [action for action in used if not PINNED.match(action)] == []
    assert len(re.findall(r"uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", text, re.MULTILINE)) == len(used)


def test_one_action_has_one_version():
    """The same action is the same commit everywhere."""
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}

    assert len({action.split("@")[0] for action in used}) == len(used)


@pytest.mark.parametrize("path", WORKFLOWS, **names)
def test_tokens_are_read_only(path: Path):
    """The default is to read; only a job that must may write, and it says what."""
    flow = load(path)
    writes = {name: {k for k, v in job.get("permissions", {}).items() if v == "write"} for name, job in flow["jobs"].items()}
    allowed = {
        "pages": {"deploy": {"pages", "id-token"}}, "links": {"links": {"issues"}},
        "release": {"publish": {"contents", "id-token", "attestations"}}, "import": {"import": {"contents", "issues", "pull-requests"}},
        "report": {"report": {"contents", "issues", "pull-requests"}}, "mend": {"mend": {"contents"}},
    }.get(path.stem, {})  # fmt: skip

    assert flow["permissions"] == {"contents": "read"}
    assert {name: rights for name, rights in writes.items() if rights} == allowed
    assert "pull_request_target" not in flow["on"]


@pytest.mark.parametrize("path", WORKFLOWS, **names)
def test_jobs_have_a_time_limit_and_leave_no_token(path: Path):
    """A job that hangs stops, and no token stays in the working folder."""
    assert all("timeout-minutes" in job for job in load(path)["jobs"].values())
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


@pytest.mark.parametrize("path", WORKFLOWS, **names)
def test_steps_run_real_commands(path: Path, capsys: pytest.CaptureFixture[str]):
    """Each ``make`` target exists, each ``rsmms`` command is known, each script is valid shell."""
    targets = set(re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)) | {".venv/.ready"}
    for script in (step["run"] for step in steps(path) if "run" in step):
        assert subprocess.run(["bash", "-n", "-c", script], check=False).returncode == 0
        assert set(re.findall(r"\bmake ([\w./-]+)", script)) <= targets
        for command in re.findall(r"-m rsmms (?:--\w+ \w+ )*(\w+)", script):
            with pytest.raises(SystemExit) as stop:
                main([command, "--help"])
            assert stop.value.code == 0
        assert "${{" not in script, "values reach scripts through the environment"


def test_what_runs_when():
    """Checks on each pull request; pages monthly; links weekly and only there, so no build asks other sites."""
    on = {path.stem: load(path)["on"] for path in WORKFLOWS}

    assert {"check", "build"} <= {name for name, events in on.items() if "pull_request" in events}
    assert [s["cron"] for s in on["pages"]["schedule"]] == ["10 4 1 * *"]
    assert [s["cron"] for s in on["links"]["schedule"]] == ["30 3 * * 1"]
    asked = {path.stem for path in WORKFLOWS for step in steps(path) if "rsmms" in step.get("run", "") and " links" in step["run"]}
    assert asked == {"links"}


def test_workflows_pass_the_linter():
    """The linter zizmor finds nothing in the workflows."""
    done = subprocess.run([tool("zizmor"), "--offline", "--no-progress", str(GITHUB)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("schema", "files"), [
    ("vendor.github-workflows", WORKFLOWS), ("vendor.github-issue-forms", FORMS), ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
])  # fmt: skip
def test_files_follow_their_schema(schema: str, files: list[Path]):
    """GitHub's own form of each file."""
    done = subprocess.run([tool("check-jsonschema"), "--builtin-schema", schema, *map(str, files)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_forms_are_in_both_languages():
    """Four forms in French and four in English, each with a source and a promise about persons."""
    assert len(FORMS) == 8
    for path in FORMS:
        form = load(path)
        assert form["body"][-1]["type"] == "checkboxes"
        assert form["body"][-1]["attributes"]["options"][0]["required"] == "true"


def test_each_country_of_the_network_has_an_owner_line(library):
    """CODEOWNERS names every priority country, ready for its focal point."""
    text = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8")

    assert [c.id for c in library.countries.values() if c.priority and f"/{c.id}.yaml " not in text] == []


@pytest.mark.parametrize(("one", "other"), [("CONTRIBUER.md", "CONTRIBUTING.md"), ("CODE_DE_CONDUITE.md", "CODE_OF_CONDUCT.md")])
def test_papers_are_in_both_languages(one: str, other: str):
    """Each paper names its twin and has as many sections."""
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in (one, other)]

    assert other in texts[0]
    assert one in texts[1]
    assert texts[0].count("\n## ") == texts[1].count("\n## ")


@pytest.mark.parametrize("name", ["CONTRIBUER.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_DE_CONDUITE.md", "CODE_OF_CONDUCT.md"])
def test_links_of_papers_lead_somewhere(name: str):
    """Every relative link is a file of the repository."""
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_pictures_of_the_web_editor():
    """The steps on the web are drawn, with words for those who do not see the picture."""
    for name, picture in (("CONTRIBUER.md", "pictures/editeur-web.svg"), ("CONTRIBUTING.md", "pictures/web-editor.svg")):
        assert f"]({picture})" in (ROOT / name).read_text(encoding="utf-8")
        drawn = (ROOT / picture).read_text(encoding="utf-8")
        assert "<title>" in drawn
        assert "<script" not in drawn
