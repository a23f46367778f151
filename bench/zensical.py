"""Another engine takes over: ``rsmms export``, built by Zensical, one configuration a language, must give the same number of pages.

``python bench/zensical.py`` exports all pages as plain Markdown, writes ``zensical.toml`` beside each language, builds it with the
``zensical`` command (PyPI; found on PATH, or installed apart for the run) and prints pages, titles that agree and CPU seconds.
Exit code 1 if a page is missing. Left out, saying so, where Zensical cannot be installed.
"""

import html
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from rsmms.building.content import make_site  # noqa: E402
from rsmms.building.export import export  # noqa: E402
from rsmms.language.addresses import url_of  # noqa: E402
from rsmms.layout.plan import Plan  # noqa: E402
from rsmms.reading.config import build_day, languages  # noqa: E402

CONFIG = """\
[project]
site_name = "RSMMS"
docs_dir = "docs"
site_dir = "site"
use_directory_urls = true

[project.theme]
language = "{language}"
font = false

[project.markdown_extensions.attr_list]
[project.markdown_extensions.md_in_html]
[project.markdown_extensions.tables]
[project.markdown_extensions.sane_lists]
[project.markdown_extensions.toc]
"""
KNOWN = ("fr", "en")
"""Languages that Zensical's own theme speaks; others get its English words around our text."""


def engine(aside: Path) -> str:
    """The ``zensical`` command; empty if there is none to be had."""
    found = shutil.which("zensical") or shutil.which("zensical", path=str(Path(sys.executable).parent))
    if found:
        return found
    venv.create(aside / "venv", with_pip=True)
    done = subprocess.run([str(aside / "venv/bin/pip"), "install", "--quiet", "zensical"], check=False)
    return "" if done.returncode else str(aside / "venv/bin/zensical")


def build(command: str, folder: Path) -> tuple[float, str]:
    """CPU seconds of a build, and what the engine said if it failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([command, "build"], cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, "" if done.returncode == 0 else (done.stdout + done.stderr)[-600:]


def compare(plan: Plan, language: str, site: Path) -> tuple[int, int, list[str]]:
    """Pages of ours that are there, how many of them bear their title, and those that are missing."""
    there, titled, missing = 0, 0, []
    for page in (p for (code, _), p in plan.pages.items() if code == language):
        file = site / url_of(page.path) / "index.html"
        if not file.exists():
            missing.append(page.path)
            continue
        there += 1
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", file.read_text(encoding="utf-8"), re.DOTALL)
        text = html.unescape(re.sub(r"<[^>]+>", "", heading[1])) if heading else ""
        titled += page.title in text
    return there, titled, missing


def main() -> int:
    """All languages, one after the other."""
    codes, lost = languages(ROOT), 0
    with tempfile.TemporaryDirectory() as name:
        aside = Path(name)
        command = engine(aside)
        if not command:
            print("left out: zensical cannot be installed here")
            return 0
        print(subprocess.run([command, "--version"], capture_output=True, text=True, check=False).stdout.strip())
        plan = make_site(ROOT, codes, build_day())
        export(plan, aside / "export")
        for code in codes:
            folder = aside / code
            folder.mkdir()
            (aside / "export" / code).rename(folder / "docs")
            (folder / "zensical.toml").write_text(CONFIG.format(language=code if code in KNOWN else "en"), encoding="utf-8")
            seconds, said = build(command, folder)
            if said:
                print(f"{code}: failed\n{said}")
                lost += 1
                continue
            there, titled, missing = compare(plan, code, folder / "site")
            made = sum(1 for p in (folder / "site").rglob("index.html"))
            told = f"{there} of {there + len(missing)} pages, {made} made, {titled} with their title, {seconds:.1f} s CPU"
            print(f"{code}: {told}; missing: {missing[:5] or 'none'}", flush=True)
            lost += len(missing)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
