"""A small part of the built site, made ready as for publishing, and real servers over it on free ports of this machine."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from ssl import CERT_NONE, PROTOCOL_TLS_CLIENT, SSLContext

import pytest

from helpers import FOLDER, ROOT
from rsmms.deploy.nginx import ROOT as PLACE

DEPLOY = ROOT / "deploy"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
KEPT = (
    "index.html", "404.html", "_headers", "favicon.svg", "manifest.webmanifest", "sw.js", "sitemap.xml", "robots.txt", "assets",
    "situations/passeport", "en/index.html", "en/situations/passeport", "ee/index.html", "en/404.html", "ee/404.html",
    "embed/togo", "en/embed/togo", "fichiers/fr/passeport.html", "hors-ligne/fr.json", "donnees/v1/pays/togo", "donnees/v1/countries.json",
    "donnees/v1/rsmms.sqlite", ".well-known",
)  # fmt: skip
"""Enough to see every rule at work; compressing the whole site takes minutes."""


def sample(built: Path, out: Path) -> Path:
    """A copy of the kept part, with one sheet, one pack, a style of the cards and an old address."""
    some = [next(iter(sorted(built.glob(form)))) for form in ("fiches/*-en.pdf", "hors-ligne/fr/togo.*.json", "embed/*.css")]
    for source in (*(built / name for name in KEPT if (built / name).exists()), *some):
        target = out / source.relative_to(built)
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    for name, line in (("_redirects.nginx", "/en/old/ /en/situations/passeport/;\n"), ("_redirects.caddy", "redir /en/old/ /en/situations/passeport/ 301\n")):
        (out / name).write_text((built / name).read_text(encoding="utf-8") + line, encoding="utf-8")
    return out


def command(name: str) -> str:
    """A server's program; without it the test is left out and says why."""
    subprocess.run(["sh", str(FOLDER / "nginx.sh")], check=False, capture_output=True)
    found = shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/bin")
    if not found or (name == "nginx" and not BROTLI.exists()):
        pytest.skip(f"no {name} here: apt-get install {name} (see tests/nginx.sh)")
    return found


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


@contextmanager
def running(arguments: list[str], port: int, **more: object) -> Iterator[int]:
    """A server until the end of the block; gives its port."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **more)
    try:
        for _ in range(100):
            if process.poll() is not None:
                raise AssertionError(process.stderr.read())
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(10)
        process.stderr.close()


@contextmanager
def nginx(site: Path, folder: Path, name: str = "nginx.conf") -> Iterator[tuple[int, int]]:
    """Our configuration with only folders and ports changed; gives the ports of HTTP and, for TLS, of HTTPS."""
    program, port, secure = command("nginx"), free_port(), free_port()
    for part in ("rsmms-http.conf", "rsmms-server.conf"):
        text = (DEPLOY / "nginx" / part).read_text(encoding="utf-8")
        (folder / part).write_text(text.replace(PLACE, str(site)), encoding="utf-8")
    text = (DEPLOY / "nginx" / "nginx.conf").read_text(encoding="utf-8").replace("/tmp/rsmms-nginx", f"{folder}/nginx")
    if name == "tls.conf":
        text = text[: text.index("    include rsmms-http.conf;")] + f"    include {_tls(folder, port, secure)};\n}}\n"
    (folder / "nginx.conf").write_text(text.replace("listen 8080", f"listen 127.0.0.1:{port}"), encoding="utf-8")
    # As root, nginx gives its workers to another user, who may not read the folders of the tests.
    user = "user root;" if os.geteuid() == 0 else ""
    with running([program, "-e", "stderr", "-c", str(folder / "nginx.conf"), "-g", f"daemon off; {user}"], port):
        yield port, secure


def _tls(folder: Path, port: int, secure: int) -> Path:
    """The file for Debian with a certificate made for the test."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl here, to make a certificate")
    made = ["-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem", "-subj", "/CN=example.org", "-days", "2"]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *made], check=True, capture_output=True)
    text = (DEPLOY / "nginx" / "tls.conf").read_text(encoding="utf-8")
    for old, new in (
        ("    listen [::]:80;\n", ""), ("    listen [::]:443 ssl http2;\n", ""), ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("listen 443 ", f"listen 127.0.0.1:{secure} "), ("/etc/letsencrypt/live/example.org/fullchain.pem", f"{folder}/cert.pem"),
        ("/etc/letsencrypt/live/example.org/privkey.pem", f"{folder}/key.pem"),
    ):  # fmt: skip
        assert old in text
        text = text.replace(old, new)
    (folder / "tls.conf").write_text(text, encoding="utf-8")
    return folder / "tls.conf"


@contextmanager
def caddy(site: Path, folder: Path) -> Iterator[int]:
    """Our Caddyfile, unchanged: folder and address come from the environment."""
    port = free_port()
    environment = {"SITE_ADDRESS": f"http://127.0.0.1:{port}", "SITE_ROOT": str(site), "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with running([command("caddy"), "run", "--config", str(DEPLOY / "caddy" / "Caddyfile"), "--adapter", "caddyfile"], port, env=environment):
        yield port


def ask(port: int, path: str, method: str = "GET", *, secure: bool = False, **headers: str) -> tuple[HTTPResponse, bytes]:
    """One request to a server of this machine; ``_`` in header names is a hyphen."""
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, CERT_NONE
    connection = HTTPSConnection("127.0.0.1", port, timeout=10, context=context) if secure else HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content
