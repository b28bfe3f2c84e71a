"""Who works here, and what becomes of what somebody looked after."""

from __future__ import annotations

import pytest

from agentdesk.domain.business import Person, Role
from agentdesk.domain.errors import Sorry
from tests.services.conftest import Office

JO = Person("Jo", Role.FRONT_DESK)


def looks_after_daisy(office: Office) -> tuple[str | None, str | None]:
    """Who does, and what stands on the list of agents."""
    (row,) = office.services.agents.all_()
    return row.agent.responsible, row.trouble


def test_another_name_for_somebody_goes_along_to_what_they_look_after(hartley: Office) -> None:
    people = (Person("Samira", Role.OWNER), JO)
    hartley.services.businesses.save_people(people, {"Sam": "Samira"})
    assert hartley.services.businesses.people() == people
    assert looks_after_daisy(hartley) == ("Samira", None)


def test_nobody_looks_after_the_agent_of_somebody_who_left(hartley: Office) -> None:
    hartley.services.businesses.save_people((Person("Priya", Role.OWNER), JO))
    assert looks_after_daisy(hartley) == (None, "Nobody is looking after this agent.")
    assert "Nobody" in " ".join(hartley.services.agents.page("Daisy").missing_for_live)


def test_the_list_needs_names_that_differ_and_an_owner(hartley: Office) -> None:
    for people, why in (
        ((Person(" ", Role.OWNER),), "needs a name"),
        ((Person("Sam", Role.OWNER), Person("sam ", Role.MANAGER)), "same name"),
        ((JO,), "has to be the owner"),
    ):
        with pytest.raises(Sorry, match=why):
            hartley.services.businesses.save_people(people)
    assert [each.name for each in hartley.services.businesses.people()] == ["Sam", "Jo"]
