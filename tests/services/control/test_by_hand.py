"""An agent at a service where AgentDesk changes nothing: numbered steps for that service, and nothing is promised."""

from __future__ import annotations

from tests.services.conftest import SETUP, Office

AT_BLAND = SETUP.replace('"name": "Calls", "service": "file"', '"name": "Calls", "service": "bland"').replace(
    '"connection": "Calls"', '"connection": "Calls", "external_id": "+441134960177"'
)


def test_the_stop_of_such_an_agent_is_a_way_by_hand_and_sends_nothing(office: Office) -> None:
    office.services.setup.apply(AT_BLAND)
    stopping = office.services.stopping
    card = stopping.card("Daisy")
    assert not card.can_stop
    assert card.steps[:3] == (
        "Open app.bland.ai/dashboard/phone-numbers and sign in.",
        "Choose the number your agent answers.",
        "Take the agent off it and save.",
    )
    assert card.steps[-1] == "Ring your own number from another phone: a person should answer."
    assert stopping.stop("Daisy", "", "Sam").act is None
