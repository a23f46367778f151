"""A process that makes one slice of a build: ``python -m rsmms.building.slice ROOT FOLDER KIND LANGUAGE SHARE``."""

import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from rsmms.building.prepare import make_cut_texts, make_sheets
from rsmms.building.prepared import Share, kept_content, swept
from rsmms.building.site_files import write_site_files
from rsmms.building.slice_plan import SlicePlan, slice_plan
from rsmms.cache.results import ResultCache
from rsmms.cache.store import code_key, digest, open_store
from rsmms.joins.status import make_status
from rsmms.language.reader import language_of_reader
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.plan import Plan
from rsmms.layout.settings import Settings
from rsmms.opendata.files import open_data
from rsmms.problems.problem import report
from rsmms.reading.config import edit_base, extra, site_url
from rsmms.sheets.printing import SheetProblems


def settings_of(root: Path, dangerous: str) -> Settings:
    """What the configuration says about the site, without the site generator."""
    more = extra(root)
    return Settings(
        site_url=site_url(root), edit_base=edit_base(root), quick_exit=more.get("quick_exit", ""), theme=root / "theme",
        offline=more.get("offline", True), whole=os.environ.get("RSMMS_PARTS") != "pages", dangerous=dangerous,
    )  # fmt: skip


def finish(root: Path, folder: Path, language: str) -> None:
    """Everything of a language that is no page (search, copies for the phone), around pages that slices have laid out."""
    shares = sorted((Share.named(p.stem.split("-", 2)[2]) for p in folder.glob(f"pages-{language}-*.pages")), key=lambda share: share.number)
    found = slice_plan(folder, language, shares)
    results = ResultCache(open_store(root, "results"), digest(["made", code_key(root), language]))
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        out = Path(aside) / "site"
        for laid in folder.glob(f"laid-{language}-*"):
            shutil.copytree(laid, out, dirs_exist_ok=True)
        write_site_files(_whole(folder, found, language), out, settings_of(root, found.dangerous), (language,), results)
        swept(out, folder / f"site-{language}")
    results.save()


def _whole(folder: Path, found: SlicePlan, language: str) -> Plan:
    """The plan with all data; what belongs to no language goes with the source language."""
    content, plan = kept_content(folder), found.plan
    plan = replace(plan, library=content.library, written=content.written)
    if language != SOURCE_LANGUAGE:
        return plan
    status = make_status(content.library, content.written, plan.languages, plan.today)
    return replace(plan, open_data=open_data(content.library, content.written), status=status)


def main(root: Path, folder: Path, kind: str, language: str, share: Share) -> int:
    """Make a slice; 1 if something is to be mended, which is told."""
    try:
        if kind == "texts":
            make_cut_texts(root, folder, language, share)
        elif kind == "sheets":
            make_sheets(root, folder, share)
        else:
            finish(root, folder, language)
    except SheetProblems as stop:
        sys.stderr.write(report(stop.problems, language_of_reader()) + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4], Share.named(sys.argv[5])))
