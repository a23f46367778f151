"""Commands between building and publishing: ``deploy``, ``compress``, ``archive``, ``freeze``."""

import argparse
from pathlib import Path
from typing import Any

from rsmms.building.outputs import check_file, check_is_site
from rsmms.cache.store import open_store
from rsmms.commands.freeze import freeze
from rsmms.deploy.archive import GZIP, NAME, archive
from rsmms.deploy.caddy import caddyfile
from rsmms.deploy.compress import QUALITY, compress
from rsmms.deploy.nginx import http_part, server_part
from rsmms.reading.config import build_day, languages

_PACKED = {
    "fr": "{files} fichiers : {plain:.1f} Mo, {br:.1f} Mo en brotli, {gz:.1f} Mo en gzip",
    "en": "{files} files: {plain:.1f} MB, {br:.1f} MB in brotli, {gz:.1f} MB in gzip",
}
_FROZEN = {"fr": "{n} adresse(s) ajoutée(s) à data/urls.txt", "en": "{n} address(es) added to data/urls.txt"}


def configurations(root: Path) -> dict[str, str]:
    """Text of each server configuration that is made from the rules, by its path below ``deploy``."""
    listed = languages(root)
    return {"nginx/rsmms-http.conf": http_part(listed), "nginx/rsmms-server.conf": server_part(), "caddy/Caddyfile": caddyfile(listed)}


def _deploy(arguments: argparse.Namespace) -> int:
    for name, text in configurations(arguments.root).items():
        path = arguments.root / "deploy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"deploy/{name}")
    return 0


def _compress(arguments: argparse.Namespace) -> int:
    check_is_site(arguments.root / arguments.site)
    done = compress(arguments.root / arguments.site, arguments.quality, store=open_store(arguments.root, "compressed"))
    told = {"files": done.files, "plain": done.plain / 1e6, "br": done.br / 1e6, "gz": done.gz / 1e6}
    print(_PACKED[arguments.lang].format(**told))
    return 0


def _archive(arguments: argparse.Namespace) -> int:
    site, out = arguments.root / arguments.site, arguments.root / arguments.out
    check_is_site(site)
    check_file(arguments.root, out, GZIP, apart_from=site)
    print(archive(site, out, build_day()), arguments.out)
    return 0


def _freeze(arguments: argparse.Namespace) -> int:
    added = freeze(arguments.root, languages(arguments.root), build_day(), arguments.root / "site")
    print(_FROZEN[arguments.lang].format(n=len(added)))
    return 0


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the commands to those of ``rsmms``."""
    commands.add_parser("deploy").set_defaults(run=_deploy)
    packed = commands.add_parser("compress")
    packed.add_argument("site", nargs="?", default="site", help="folder of the site, below the project's")
    packed.add_argument("--quality", type=int, default=QUALITY, help="of brotli, 0 to 11")
    packed.set_defaults(run=_compress)
    whole = commands.add_parser("archive")
    whole.add_argument("site", nargs="?", default="site")
    whole.add_argument("--out", default=NAME)
    whole.set_defaults(run=_archive)
    commands.add_parser("freeze").set_defaults(run=_freeze)
