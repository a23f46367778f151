"""``make bench``: every measurement of this folder, one after the other. Each can fail alone, and says so."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = frozenset({"content", "fuzz_judge", "fuzz_run", "fuzz_seeds", "growth_table", "installed", "measure", "peers", "results", "unit_only"})
"""What measurements are made of."""


def main() -> int:
    """Run them all; 1 if one of them failed."""
    failed = []
    for script in sorted(HERE.glob("[a-z]*.py")):
        if script.stem in PARTS:
            continue
        print(f"== {script.stem}", flush=True)
        if subprocess.run([sys.executable, "-m", f"bench.{script.stem}"], cwd=HERE.parent, check=False).returncode:
            failed.append(script.stem)
            print(f"== {script.stem}: failed", flush=True)
    print(f"== failed: {', '.join(failed)}" if failed else "== all done", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
