"""Services that are marked as previews, connected and read from the command line as a set-up file names them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from agentdesk.desktop import key_store
from tests.cli.conftest import Command
from tests.connectors.bland.fake import NUMBER, FakeBland
from tests.connectors.kit.fake_service import FakeService
from tests.connectors.synthflow.fake import ANA, FakeSynthflow
from tests.connectors.twilio.fake import ACCOUNT, NUMBER_SID, FakeTwilio
from tests.services.conftest import FRIDAY, SETUP

KEY = "0123456789abcdef0123456789abcdef"
TWO_DAYS = timedelta(days=2)


@contextmanager
def bland() -> Iterator[FakeService]:
    with FakeBland(KEY) as service:
        service.add_number()
        for number in range(3):
            service.add_call(f"c{number}", FRIDAY - TWO_DAYS - timedelta(minutes=number))
        yield service


@contextmanager
def synthflow() -> Iterator[FakeService]:
    with FakeSynthflow(KEY) as service:
        service.add_agent()
        for number in range(3):
            service.add_call(f"c{number}", FRIDAY - TWO_DAYS - timedelta(minutes=number))
        yield service


@contextmanager
def twilio() -> Iterator[FakeService]:
    with FakeTwilio(KEY) as service:
        service.add_number()
        for number in range(3):
            service.add_call(f"c{number}", FRIDAY - TWO_DAYS - timedelta(minutes=number))
        yield service


@dataclass(frozen=True)
class Case:
    """A service, and what its calls are to look like."""

    id: str
    runs: Callable[[], AbstractContextManager[FakeService]]
    agent: str
    account: str
    found: str
    turns: int
    cost: dict[str, object] | None


CASES = (
    Case("bland", bland, NUMBER, "", NUMBER, 2, {"minor": 675, "scale": 4, "currency": "USD"}),
    Case("synthflow", synthflow, ANA, "", "Ana", 2, None),
    Case("twilio", twilio, NUMBER_SID, ACCOUNT, "Front desk line", 0, {"minor": 75, "scale": 4, "currency": "USD"}),
)


@pytest.fixture(params=CASES, ids=lambda each: each.id)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


@pytest.fixture
def service(case: Case) -> Iterator[FakeService]:
    with case.runs() as running:
        yield running


@pytest.fixture
def set_up(
    agentdesk: Command, case: Case, service: FakeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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
    set_up: Command, case: Case, monkeypatch: pytest.MonkeyPatch
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
