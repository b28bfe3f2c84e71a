"""Keys are in the key store or the encrypted store, and nowhere else: not in files, rows, logs or what is said."""

from __future__ import annotations

import base64
import logging
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from agentdesk.connectors.kit.configuration import KEPT_THERE
from agentdesk.connectors.kit.secret import Secret
from agentdesk.domain.finding import Changed, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.connections.pulling import State
from agentdesk.store import answers, live
from agentdesk.store.connected_tables import service_keys
from tests.connectors.kit.fake_service import Reply
from tests.services.connections.test_pulling import Desk, desk

__all__ = ["desk"]

KEY = "key_0123456789abcdef0123"
INNER = "cal_live_5f4dcc3b5aa765d61d8327deb882cf99"


def forms(key: str) -> list[bytes]:
    """A key as somebody might leave it lying about."""
    raw = key.encode()
    return [raw, base64.b64encode(raw), raw.hex().encode(), key.encode("utf-16-le"), raw[::-1]]


def test_a_key_is_in_no_file_no_row_and_no_log(desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    desk.rings("c1", timedelta(minutes=30))
    desk.retell.models["llm_agent_ana"]["general_tools"] = [
        {"type": "book_appointment_cal", "name": "book", "cal_api_key": INNER, "event_type_id": 5}
    ]
    desk.pull()
    desk.retell.faults, desk.retell.fault_rate = (lambda _, __: Reply({"key": KEY}, 500),), 1.0
    assert desk.pull().state is State.UNREACHABLE
    with desk.store.writing() as db:
        kept = answers.get(db, "Calls", "call", "c1")
        setup = live.raw_setup(db, "Calls", "agent_ana", 1)
        assert db.scalar(sa.select(sa.func.count()).select_from(service_keys)) == 1
    assert kept is not None
    assert setup is not None
    assert b"event_type_id" in setup
    for key in (KEY, INNER):
        for form in forms(key):
            assert form not in kept
            assert form not in setup
            assert form.decode("latin-1") not in caplog.text
            for file in tmp_path.rglob("*"):
                assert not file.is_file() or form not in file.read_bytes(), f"{file.name} holds the key"


def test_a_key_that_somebody_wrote_into_the_instructions_is_shown_and_kept_nowhere(desk: Desk) -> None:
    model = desk.retell.models["llm_agent_ana"]
    model["begin_message"] = f"Good afternoon. {INNER}"
    model["general_prompt"] = f"Be kind. The diary opens with {INNER}."
    desk.pull()
    model["general_prompt"] = f"Be rude. The diary opens with {INNER}."
    desk.pull()
    changed = next(
        each.found for each in desk.services.findings.page(FindingFilter()) if each.found.kind is Kind.AGENT_CHANGED
    )
    assert [(each.was, each.now) for each in changed.evidence if isinstance(each, Changed)] == [
        (f"Be kind. The diary opens with {KEPT_THERE}.", f"Be rude. The diary opens with {KEPT_THERE}.")
    ]
    versions = desk.services.live_agents.versions("Calls", "agent_ana")
    assert len(versions) == 2, "its first words are as they were"
    assert INNER not in repr(versions)


def test_a_key_does_not_show_itself_by_accident() -> None:
    secret = Secret(KEY)
    assert KEY not in f"{secret} {secret!r} {[secret]}"
    assert secret.ending == "0123"
