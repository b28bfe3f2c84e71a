"""Who may import whom, as written in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_every_door_is_respected() -> None:
    # in a process of its own, because import-linter turns off every logger it meets
    lint = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert lint.returncode == 0, lint.stdout + lint.stderr
    assert "0 broken" in lint.stdout
