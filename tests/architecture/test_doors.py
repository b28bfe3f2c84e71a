"""Who may import whom, as written in pyproject.toml."""

from __future__ import annotations

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]


def test_every_door_is_respected(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    failed = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert not failed, capsys.readouterr().out
