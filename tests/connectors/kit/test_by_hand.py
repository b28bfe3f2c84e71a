"""What AgentDesk can't do at a service itself is said in numbered steps for that very service."""

from __future__ import annotations

import pytest

from agentdesk.connectors.catalogue import by_hand, services, steers
from agentdesk.connectors.kit.contract import Act

ANSWERING = [each.id for each in services() if each.calls]


@pytest.mark.parametrize("service", ANSWERING)
@pytest.mark.parametrize("act", Act)
def test_every_service_that_answers_calls_has_steps_that_begin_with_signing_in(service: str, act: Act) -> None:
    first, *others = by_hand(service, act)
    assert "sign in" in first.lower()
    assert others
    assert all(each.endswith(".") for each in (first, *others))


def test_steps_are_no_promise_that_agentdesk_does_it() -> None:
    assert [each for each in ANSWERING if steers(each)] == ["elevenlabs", "retell", "vapi"]
    assert not steers("no such service")
    assert by_hand("no such service", Act.PAUSE) == ()
