"""The command line as somebody types it, on a profile with a passphrase."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from agentdesk.__main__ import main
from tests.services.conftest import SETUP


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Said]


@pytest.fixture
def agentdesk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs one command and returns what it answered."""
    monkeypatch.setenv("AGENTDESK_NOW", "2026-11-20T16:00:00Z")
    secret = tmp_path / "passphrase"
    secret.write_text("correct horse battery", encoding="utf-8")
    profile = tmp_path / "profile"

    def run(*words: str) -> Said:
        try:
            status = main([*words, "--profile", str(profile), "--passphrase-file", str(secret)])
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 1
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return run


@pytest.fixture
def hartley(agentdesk: Command, tmp_path: Path) -> Command:
    """The same, with Hartley Plumbing set up."""
    file = tmp_path / "setup.json"
    file.write_text(SETUP, encoding="utf-8")
    assert agentdesk("setup", str(file)).status == 0
    return agentdesk
