"""The form editor in a browser, on a seeded folder of its own storage: no forge, no disk. Paths of fields are those of the files."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

SEED = """async files => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("repo", {create: true});
  await root.getDirectoryHandle(".git", {create: true});
  for (const [name, text] of Object.entries(files)) {
    const parts = name.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, {create: true});
    const writer = await (await folder.getFileHandle(parts.at(-1), {create: true})).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
READ = """async name => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("repo");
  const parts = name.split("/");
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  return await (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
}"""
PICKER = "window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('repo');"
PATIENCE = 15_000
"""Milliseconds until something must be there, on a machine that does much else."""


class FormEditor:
    """One tab with the form editor, in French, on a folder with some files."""

    def __init__(self, page: Page, address: str, files: Mapping[str, str]) -> None:
        self.page, self.address, self.elsewhere, self.said = page, address, [], []
        page.set_default_timeout(PATIENCE)
        page.goto(address + "admin.css")
        page.evaluate(SEED, dict(files))
        page.add_init_script(PICKER)
        page.on("request", lambda request: self.elsewhere.append(request.url) if not request.url.startswith((address, "blob:", "data:")) else None)
        page.on("console", lambda message: self.said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def start(self) -> None:
        """Open the folder."""
        self.page.goto(self.address)
        self.page.get_by_role("button", name="Travailler avec un dépôt local").click()
        self.page.get_by_text("Sources", exact=True).first.wait_for()

    def open(self, collection: str, entry: str) -> None:
        """Open one file."""
        self.page.goto(f"{self.address}#/collections/{collection}/entries/{entry}")
        self.page.get_by_role("button", name="Enregistrer").wait_for()
        self.page.locator("[data-key-path]").first.wait_for()

    def unfold(self, path: str) -> None:
        """Open an item of a list, such as ``contacts.0``, if it is closed."""
        name, number = path.rsplit(".", 1)
        self.reach(name)
        item = self.page.locator(f"[data-key-path='{name}'] .item-list > .item-wrapper").nth(int(number))
        item.get_by_role("button", name="Développer").first.click()

    def field(self, path: str) -> str:
        """A selector for the box of a field."""
        return f"[data-key-path='{path}'] :is(input, textarea)"

    def reach(self, path: str) -> Locator:
        """Scroll down to a field: the form draws what can be seen, and keeps a place for the rest."""
        field = self.page.locator(f"[data-key-path='{path}']")
        for _ in range(60):
            if field.count():
                break
            self.page.evaluate("() => [...document.querySelectorAll('[data-key-path]')].at(-1).scrollIntoView({block: 'start'})")
            self.page.wait_for_timeout(60)
        field.first.scroll_into_view_if_needed()
        return field.first

    def fill(self, path: str, text: str) -> None:
        """Type into a field."""
        self.reach(path)
        self.page.locator(self.field(path)).first.fill(text)

    def save(self) -> None:
        """Save, and wait until the list is there again."""
        self.page.wait_for_timeout(150)  # the form takes over what was typed a moment later
        self.page.get_by_role("button", name="Enregistrer").click()
        self.page.wait_for_url(lambda url: "/entries/" not in url)

    def refused(self, path: str) -> str:
        """Try to save; what is said below a field."""
        self.page.wait_for_timeout(150)
        self.page.get_by_role("button", name="Enregistrer").click()
        told = self.page.locator(f"[data-key-path='{path}'] [role=alert], [data-key-path='{path}'] .validation").first
        told.wait_for()
        return " ".join(told.inner_text().split())

    def text(self, name: str) -> str:
        """A file of the folder."""
        return str(self.page.evaluate(READ, name))

    def until_ready(self, collection: str, entry: str) -> float:
        """Seconds from nothing to a box that can be typed into."""
        began = time.monotonic()
        self.start()
        self.open(collection, entry)
        self.page.get_by_role("textbox").first.wait_for()
        return time.monotonic() - began


@contextmanager
def form_editor(browser: Browser, address: str, files: Mapping[str, str], width: int = 1200) -> Iterator[FormEditor]:
    """A tab that nobody used before; at its end no other host was asked and nothing broke the policy."""
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="fr-FR")
    try:
        form = FormEditor(context.new_page(), address, files)
        yield form
        assert (form.elsewhere, [said for said in form.said if "favicon" not in said]) == ([], []), json.dumps(form.said)[:2000]
    finally:
        context.close()


def project_files(root: Path) -> dict[str, str]:
    """What the form opens of a project."""
    paths = [*sorted((root / "data" / "contacts").glob("*.yaml")), root / "data" / "sources.yaml", *sorted((root / "docs").rglob("*.md"))]
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}
