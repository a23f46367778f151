"""What goes with a published site: security.txt, error pages, one archive, the container's recipe."""

import hashlib
import re
import subprocess
import tarfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from helpers import LANGUAGES, ROOT, TODAY
from rsmms.deploy.archive import archive
from rsmms.deploy.choice import first_known
from rsmms.deploy.compress import compress, content_time, twins
from rsmms.deploy.headers import headers_file
from rsmms.deploy.missing import missing_pages
from rsmms.deploy.security_txt import PATH, contact, security_txt, write_security_txt

REPOSITORY = "https://github.com/name/project/edit/main/"
SITE = "https://site.example/"


def test_security_txt_has_what_the_rfc_wants():
    """Contact and Expires (RFC 9116, 2.5.3 and 2.5.5): a repository's private form, and a day within a year that comes from the build."""
    lines = dict(line.split(": ", 1) for line in security_txt(REPOSITORY, SITE, TODAY).splitlines())
    expires = datetime.fromisoformat(lines["Expires"])

    assert lines["Contact"] == "https://github.com/name/project/security/advisories/new"
    assert expires.date() - TODAY == timedelta(days=180)
    assert expires.utcoffset() == timedelta(0)
    assert lines["Preferred-Languages"] == "fr, en"
    assert lines["Canonical"] == SITE + PATH


@pytest.mark.parametrize("base", ["", "https://git.example/edit/main/", "https://github.com/o/r", "http://github.com/o/r/edit/main/"])
def test_no_contact_is_invented(tmp_path: Path, base: str):
    """Without a repository that has the form, there is no file, and so no promise."""
    write_security_txt(tmp_path, base, SITE, TODAY)

    assert contact(base) == ""
    assert list(tmp_path.rglob("*")) == []


def test_error_pages_put_the_readers_language_first():
    """Every language stays on every page."""
    sections = "".join(f'<section lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}"><h2>{code}</h2></section>\n' for code in ("fr", "en", "ar"))
    made = dict(missing_pages(f'<html lang="fr" dir="ltr"><main>{sections}</main></html>', ("fr", "en", "ar")))

    assert list(made) == ["en/404.html", "ar/404.html"]
    assert made["ar/404.html"].startswith('<html lang="ar" dir="rtl">')
    assert re.findall(r"<h2>(..)", made["ar/404.html"]) == ["ar", "fr", "en"]
    assert re.findall(r"<h2>(..)", made["en/404.html"]) == ["en", "fr", "ar"]


def small_site(folder: Path) -> Path:
    """Three files, one of which has a twin."""
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "index.html").write_text("<p>" + "x" * 5000, encoding="utf-8")
    (folder / "a.css").write_text("a{}" * 200, encoding="utf-8")
    (folder / "données.gz").write_bytes(b"a file of its own")
    return folder


def test_the_archive_is_the_same_on_any_day_and_machine(tmp_path: Path):
    """Order, times, owners and rights of the disk leave no trace; twins stay out; sha256sum agrees."""
    one, other = small_site(tmp_path / "1"), small_site(tmp_path / "2")
    compress(other, quality=1)
    (other / "données.gz").write_bytes(b"a file of its own")
    (other / "a.css").chmod(0o600)
    first, second = tmp_path / "x" / "site.tar.gz", tmp_path / "y" / "site.tar.gz"
    digest = archive(one, first, TODAY)

    assert archive(other, second, TODAY) == digest == hashlib.sha256(first.read_bytes()).hexdigest()
    assert subprocess.run(["sha256sum", "--check", "--status", "site.tar.gz.sha256"], cwd=first.parent, check=False).returncode == 0
    with tarfile.open(first) as tar:
        assert tar.getnames() == ["site/a.css", "site/b/index.html", "site/données.gz"]
        assert {(m.uid, m.uname, m.mode, m.mtime) for m in tar} == {(0, "", 0o644, datetime.fromisoformat("2026-11-30T00:00:00+00:00").timestamp())}
    assert archive(one, second, date(2026, 11, 23)) != digest


def test_times_come_from_the_content(tmp_path: Path):
    """One other digit of the same size gives another time, so another ETag; and never a day to come."""
    assert content_time(b"+228 22 21 33 34") != content_time(b"+228 22 21 33 35")
    assert all(946_684_800 <= content_time(str(n).encode()) < datetime.fromisoformat("2018-01-01T00:00:00+00:00").timestamp() for n in range(500))
    site = small_site(tmp_path)
    compress(site, quality=1)
    assert (site / "a.css").stat().st_mtime == content_time(b"a{}" * 200) == (site / "a.css.br").stat().st_mtime


def test_twins_are_only_written_where_they_pay(tmp_path: Path):
    """What is small, or compressed inside, has none; a twin is never larger than its file; old twins go."""
    site = small_site(tmp_path)
    (site / "sheet.pdf").write_bytes(b"x" * 5000)
    (site / "noise.txt").write_bytes(bytes(hashlib.sha256(bytes([n])).digest()[0] for n in range(256)))
    (site / "small.txt").write_text("x" * 150, encoding="utf-8")
    (site / "gone.html.br").write_bytes(b"old")
    compress(site, quality=5)

    assert [p.relative_to(site).as_posix() for p in twins(site)] == ["a.css.br", "a.css.gz", "b/index.html.br", "b/index.html.gz"]
    assert all(p.stat().st_size < p.with_suffix("").stat().st_size for p in twins(site))


@pytest.mark.parametrize(("said", "language"), [
    ("fr", ""), ("en", "en"), ("EN-us,en;q=0.8", "en"), ("ee-TG,ee;q=0.9,fr;q=0.8", "ee"), ("es,ee;q=0.5", "ee"), ("fi,et;q=0.9,en;q=0.8", "en"),
    ("fr-CI,en", ""), ("el,fr,en", ""), ("", ""), (";;,,", ""), ("e,f,en", ""), ("en" * 3000, ""), ("x," * 3000, ""),
])  # fmt: skip
def test_first_known_language(said: str, language: str):
    """The first of our languages in the reader's list decides; French, nonsense and bombs change nothing."""
    found = [code for code in LANGUAGES[1:] if re.search(first_known(LANGUAGES, code), said)]

    assert found == ([language] if language else [])


def test_static_hosts_take_away_before_they_set_again():
    """Two policies at once would both hold: the cards could not be framed."""
    blocks = {lines[0]: lines[1:] for lines in (block.splitlines() for block in headers_file().split("\n\n"))}

    assert blocks["/embed/*"][:2] == ["  ! Content-Security-Policy", "  ! Cross-Origin-Resource-Policy"]
    assert any("frame-ancestors *" in line for line in blocks["/:language/embed/*"])
    assert "unsafe" not in headers_file()


def test_the_container_serves_what_is_tested():
    """It copies the configuration of these tests, keeps no secret, and runs as nobody in particular."""
    recipe = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
    copied = re.findall(r"^COPY .*?(deploy/\S+)", recipe, re.MULTILINE)

    assert {"deploy/nginx/nginx.conf", "deploy/nginx/rsmms-http.conf", "deploy/nginx/rsmms-server.conf"} <= set(copied)
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert re.search(r"^USER (?!root)\S+$", recipe, re.MULTILINE)
    assert "libnginx-mod-http-brotli-static" in recipe


def test_the_audit_knows_every_script_by_others():
    """The version that ``npm audit`` looks at is the one that readers get."""
    told = yaml.safe_load((ROOT / "deploy" / "npm" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    kept = re.search(r"npm `minisearch` ([\d.]+)", (ROOT / "theme" / "vendor" / "README.md").read_text(encoding="utf-8"))
    drawn = re.search(r"Tabler Icons ([\d.]+)", (ROOT / "theme" / "icons" / "README.md").read_text(encoding="utf-8"))

    assert told == {"minisearch": kept[1], "@tabler/icons": drawn[1]}
