"""The headers of the server, scored by the published rules of the MDN HTTP Observatory (``tests/observatory.py``)."""

from pathlib import Path

import pytest

from observatory import content_policy, grade, score
from rsmms.deploy.headers import HEADERS
from serving import ask, nginx, sample


def test_observatory_gives_a_plus(built_site: Path, tmp_path: Path):
    """The file for Debian, with TLS: plain HTTP leads to HTTPS, and the published rules give 130 points."""
    site = sample(built_site, tmp_path / "served")
    with nginx(site, tmp_path, "tls.conf") as (port, secure):
        plain, _ = ask(port, "/en/", Host="example.org")
        answer, content = ask(secure, "/", secure=True, Accept_Encoding="identity")
    points = score(dict(answer.getheaders()), content.decode(), (plain.status, plain.getheader("Location")), "example.org")

    assert plain.getheader("Location") == "https://example.org/en/"
    assert (points, grade(points)) == (130, "A+")


@pytest.mark.parametrize(("without", "points"), [
    ("Content-Security-Policy", 55), ("Strict-Transport-Security", 80), ("X-Content-Type-Options", 125), ("Referrer-Policy", 125),
    ("Cross-Origin-Resource-Policy", 120),
])  # fmt: skip
def test_the_scorer_sees_what_is_missing(without: str, points: int):
    """Each header counts: the A+ above could have been refused."""
    headers = {name: value for name, value in HEADERS.items() if name != without}

    assert score(headers, "", (301, "https://example.org/"), "example.org") == points


@pytest.mark.parametrize(("told", "points"), [
    ("default-src 'self'", 5), ("default-src 'none'", 10), ("default-src 'none'; style-src 'unsafe-inline'", 0), ("script-src 'unsafe-inline'", -20),
    ("img-src 'self'", -20), ("default-src https:", -20), ("default-src 'none'; script-src 'unsafe-eval'", -10), ("", -25),
])  # fmt: skip
def test_the_scorer_reads_policies(told: str, points: int):
    """As the published rules do."""
    assert content_policy({"Content-Security-Policy": told}) == points


def test_the_scorer_sees_scripts_of_others_and_plain_http():
    """−50 and −20, and nothing is added below 90."""
    assert score(HEADERS, "<script src=https://cdn.example/x.js>", (200, ""), "example.org") == 30
    assert [grade(points) for points in (130, 100, 99, 55, 0)] == ["A+", "A+", "A", "C", "F"]
