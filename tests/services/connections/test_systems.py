"""The picture of what an agent touches: in order, with how each stands and when it was last seen working."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from agentdesk.services.connections.systems import Health, Link, Part
from tests.services.conftest import Office
from tests.services.lines import BOOKED, line
from tests.services.steered import OTHER, steered


def links(office: Office) -> tuple[Link, ...]:
    (picture,) = office.services.systems.pictures()
    return picture.links


def test_the_line_the_agent_and_its_diary_stand_in_order(hartley: Office) -> None:
    assert [(each.part, each.name) for each in links(hartley)] == [
        (Part.LINE, "Calls"),
        (Part.AGENT, "Daisy"),
        (Part.DIARY, "Diary"),
    ]
    assert {each.health for each in links(hartley)} == {Health.UNKNOWN}


def test_each_says_when_it_was_last_seen_working(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-20T10:00:00+00:00", *BOOKED))
    hartley.take_diary(
        "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-20T10:01"
    )
    hartley.services.checking.run()
    phone, agent, diary = links(hartley)
    rang = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
    assert (phone.health, phone.seen_at) == (Health.WORKING, rang)
    assert (agent.health, agent.seen_at) == (Health.WORKING, rang)
    assert (diary.health, diary.seen_at) == (Health.WORKING, rang)
    hartley.clock.advance(timedelta(days=4))
    assert [each.health for each in links(hartley)] == [Health.QUIET, Health.QUIET, Health.QUIET]
    assert links(hartley)[2].trouble == "It hasn't been read for days."


def test_a_diary_into_which_nothing_was_booked_is_quiet(hartley: Office) -> None:
    hartley.take_diary("e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,,,2026-11-20T10:01")
    assert links(hartley)[2].health is Health.QUIET


def test_what_cannot_be_read_or_was_changed_is_named(tmp_path: Path) -> None:
    with steered(tmp_path) as desk:
        (picture,) = desk.services.systems.pictures()
        assert picture.links[1].trouble == ""
        desk.tell(OTHER)
        desk.pull()
        (picture,) = desk.services.systems.pictures()
        assert picture.links[1].trouble == "Its instructions are not the ones you approved."
        desk.fake.key = "another"
        desk.pull()
        (picture,) = desk.services.systems.pictures()
        assert picture.links[0].health is Health.BROKEN
        assert "signed us out" in picture.links[0].trouble
