"""Services that are marked as previews, connected and read from the command line as a set-up file names them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from agentdesk.desktop import key_store
from tests.cli.conftest import Command
from tests.connectors.kit.fake_service import FakeService
from tests.connectors.kit.of_services import KEY, Previewed, found
from tests.services.conftest import SETUP


@pytest.fixture(params=found("PREVIEWED"), ids=lambda each: each.id)
def case(request: pytest.FixtureRequest) -> Previewed:
    service: Previewed = request.param
    return service


@pytest.fixture
def service(case: Previewed) -> Iterator[FakeService]:
    with case.runs() as running:
        yield running


@pytest.fixture
def set_up(
    agentdesk: Command, case: Previewed, service: FakeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Command:
    """The desk with the service named in its set-up file, on a computer without a key store."""
    monkeypatch.setattr(key_store, "system_backend", lambda: None)
    connection = {"name": "Calls", "service": case.id, "address": service.url, "account": case.account}
    text = SETUP.replace('{"name": "Calls", "service": "file"}', json.dumps(connection))
    text = text.replace('"connection": "Calls"', f'"connection": "Calls", "external_id": "{case.agent}"')
    file = tmp_path / "setup.json"
    file.write_text(text, encoding="utf-8")
    assert agentdesk("setup", str(file)).status == 0
    return agentdesk


def connect(agentdesk: Command, monkeypatch: pytest.MonkeyPatch, key: str) -> str:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{key}\n"))
    said = agentdesk("connect", "Calls")
    return said.out + said.err


def test_it_is_connected_read_and_read_again_with_nothing_new(
    set_up: Command, case: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert connect(set_up, monkeypatch, KEY) == f"Calls is connected. Found {case.found}.\n"
    first, second = (set_up("sync", "--json").json[0] for _ in range(2))
    assert (first["state"], first["calls_seen"], first["calls_new"]) == ("ok", 3, 3)
    assert (second["state"], second["calls_new"], second["calls_changed"]) == ("ok", 0, 0)
    for call in set_up("calls", "--json").json:
        assert (call["agent"], call["turns"], call["cost"]) == ("Daisy", case.turns, case.cost)


def test_a_key_that_is_not_taken_is_said_so_and_not_kept(set_up: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "doesn't take this key" in connect(set_up, monkeypatch, "f" * 32)
    assert set_up("sync", "--json").json[0]["state"] == "signed_out"
