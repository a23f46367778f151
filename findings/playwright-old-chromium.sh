#!/bin/sh
# Packages: playwright 1.65.2 (PyPI), chrome-aws-lambda 1.12.0 and 3.1.1 (npm: Chromium 73 and 83).
# Seen: Playwright launches both and tells their versions, so one thinks that old phones can be tested with it. Chromium 73 gives no page
# (Browser.setDownloadBehavior came later). Chromium 83 gives pages, and evaluate() works; locator.click() and fill() fail, because the script that
# Playwright puts into every page calls Element.checkVisibility (Chrome 105), without which it sees no element as visible.
# Output seen:
#   73.0.3679.0: new_page: 'Browser.setDownloadBehavior' wasn't found
#   83.0.4103.0: evaluate: 2
#   83.0.4103.0: fill: element.checkVisibility is not a function
# Exit 1 if the behaviour has changed.
set -e
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
python3 -m venv env
env/bin/pip install --quiet playwright==1.65.2 brotli==1.2.0
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps old73@npm:chrome-aws-lambda@1.12.0 old83@npm:chrome-aws-lambda@3.1.1
cat > try.py <<'PY'
import sys
from pathlib import Path

import brotli
from playwright.sync_api import Error, sync_playwright

PACKED = {"old73": "chromium-73.0.3679.0.br", "old83": "chromium.br"}
told = []
with sync_playwright() as playwright:
    for name, packed in PACKED.items():
        program = Path(name)
        program.write_bytes(brotli.decompress(Path("node_modules", name, "bin", packed).read_bytes()))
        program.chmod(0o755)
        browser = playwright.chromium.launch(executable_path=str(program.resolve()), args=["--no-sandbox", "--disable-gpu"])
        step = "new_page"
        try:
            page = browser.new_page()
            told.append(f"{browser.version}: evaluate: {page.evaluate('1 + 1')}")
            step = "fill"
            page.set_content('<input aria-label="name">')
            page.fill("input", "a", timeout=5000)
            told.append(f"{browser.version}: fill: works")
        except Error as error:
            known = ("'Browser.setDownloadBehavior' wasn't found", "element.checkVisibility is not a function")
            said = next((k for k in known if k in str(error)), str(error)[:200])
            told.append(f"{browser.version}: {step}: {said}")
        browser.close()
print("\n".join(told))
ends = ["wasn't found", "evaluate: 2", "checkVisibility is not a function"]
sys.exit(0 if len(told) == 3 and all(line.endswith(end) for line, end in zip(told, ends)) else 1)
PY
env/bin/python try.py
