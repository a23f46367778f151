"""nginx: what goes into ``http { }`` and into ``server { }``, from the same rules as every other host."""

from collections.abc import Sequence

from rsmms.deploy.choice import first_known
from rsmms.deploy.headers import HEADERS, TEXTS, TYPES, Rules, language_rules, varied

ROOT = "/srv/rsmms/site"
"""Where the configuration expects the site; change it in one place when you copy the files."""
_HEAD = "# Made by `python -m rsmms deploy`. Do not edit: the rules stand in rsmms/deploy/headers.py and rsmms/deploy/.\n"


def http_part(languages: Sequence[str]) -> str:
    """Maps: one value by path for each header that varies."""
    maps = {_name(header): rules for header, rules in varied().items()} | {"rsmms_language": language_rules(languages)}
    others = [(f"^/{code}(/|$)", f"/{code}/404.html") for code in languages[1:]]
    missing: Rules = (*others, ("", "/404.html"))
    parts = [_HEAD, *(_map("$uri", name, rules) for name, rules in maps.items()), _map("$uri", "rsmms_missing", missing)]
    return "\n".join([*parts, _home(languages), _vary(), _moved()])


def _name(header: str) -> str:
    return "rsmms_" + header.lower().replace("-", "_")


def _types() -> str:
    lines = "".join(f"    {kind} {extension};\n" for extension, kind in TYPES.items())
    charset = " ".join(dict.fromkeys(TYPES[extension] for extension in TEXTS if extension != "html"))
    return f"types {{\n{lines}}}\ndefault_type application/octet-stream;\ncharset utf-8;\ncharset_types {charset};\n"


def _map(given: str, name: str, rules: Rules) -> str:
    lines = "".join(f'    {_key(pattern)} "{value}";\n' for pattern, value in rules)
    return f"map {given} ${name} {{\n{lines}}}\n"


def _key(pattern: str) -> str:
    return f'"~{pattern}"' if pattern else "default"


def _home(languages: Sequence[str]) -> str:
    """The home page of another language, only for an address that was typed or scanned (Sec-Fetch-Site: none)."""
    wanted: Rules = tuple((first_known(languages, code), f"/{code}/") for code in languages[1:])
    spoken = _map("$http_accept_language", "rsmms_spoken", (*wanted, ("", "")))
    return spoken + '\nmap $http_sec_fetch_site $rsmms_home {\n    "none" $rsmms_spoken;\n    default "";\n}\n'


def _vary() -> str:
    return _map("$uri", "rsmms_vary", (("^/(index\\.html)?$", "Accept-Language, Sec-Fetch-Site"), ("", "")))


def _moved() -> str:
    """Old addresses, written by the build; the star lets nginx start before there is one."""
    return f'map $uri $rsmms_moved {{\n    default "";\n    include {ROOT}/_redirects*.nginx;\n}}\n'


def server_part() -> str:
    """Types, headers, and what the server does not answer."""
    fixed = {name: value for name, value in HEADERS.items() if name not in varied()}
    changing = {name: f"${_name(name)}" for name in varied()} | {"Content-Language": "$rsmms_language", "Vary": "$rsmms_vary"}
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in sorted((fixed | changing).items()))
    return f"""{_HEAD}
root {ROOT};
index index.html;
{_types()}
server_tokens off;
absolute_redirect off;
etag on;
gzip_static on;
brotli_static on;
gzip_vary on;

{lines}# `rsmms compress` sets each file's time from its content, so that the same bytes keep the same ETag. It is no date to show.
add_header Last-Modified "";

# Slow or greedy clients: little time, little memory. No limit by address: a whole town may share one.
client_header_timeout 10s;
client_body_timeout 5s;
send_timeout 30s;
keepalive_timeout 30s;
reset_timedout_connection on;
client_header_buffer_size 1k;
large_client_header_buffers 4 8k;
client_max_body_size 1k;

error_page 403 404 =404 $rsmms_missing;
if ($request_method !~ ^(GET|HEAD)$) {{
    return 405;
}}
if ($rsmms_moved) {{
    return 301 $rsmms_moved;
}}
location = / {{
    if ($rsmms_home) {{
        return 302 $rsmms_home;
    }}
}}
location ^~ /.well-known/ {{
}}
# Hidden files, lists for hosts, and the compressed twins that are only sent in place of their file.
location ~ "(/[._]|\\.(br|gz)$)" {{
    return 404;
}}
"""
