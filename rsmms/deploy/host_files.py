"""What hosts need beside pages: error pages by language, old addresses, security.txt."""

from pathlib import Path

from rsmms.deploy.missing import write_missing
from rsmms.deploy.redirects import write_redirects
from rsmms.deploy.security_txt import write_security_txt
from rsmms.layout.plan import Plan


def write_served(plan: Plan, out: Path, site_url: str, base: str, edit_base: str) -> None:
    """Write everything below ``out``; the 404 page of the first language must stand there."""
    write_missing(out, plan.languages)
    write_redirects(plan, out, site_url, base)
    write_security_txt(out, edit_base, site_url, plan.today)
