"""A clash or a difference on screen: both sides beside each other, and the broken step in plain words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from agentdesk.domain.connection import Connection
from agentdesk.domain.finding import Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.store import connections as stored_connections
from agentdesk.ui.screens.agents.screen import AgentsScreen
from agentdesk.ui.screens.findings.finding_screen import FindingScreen
from agentdesk.ui.widgets.states import StateMark
from tests.services.findings.test_sides import AT, LONG_NAME, two_diaries
from tests.services.lines import BOOKED, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain


def opened(qtbot: QtBot, room: Room, kind: Kind) -> FindingScreen:
    (found,) = room.services.findings.page(FindingFilter(kinds=(kind,)))
    page = FindingScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(id=found.id)
    return page


def marked(page: FindingScreen) -> list[list[str]]:
    return [[each.accessibleName() for each in card.findChildren(StateMark)] for card in page.sides.cards]


def test_both_sides_mark_what_differs_and_lead_to_entry_and_call(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-17T10:30", *BOOKED, **{"from": "+447700900123"}))
    two_diaries(
        hartley_room.office, external_id=f"{LONG_NAME}@cal", at=AT.replace(hour=12), customer="<b>Anna</b> Marsh"
    )
    page = opened(qtbot, hartley_room, Kind.BOOKING_DIFFERS)
    named(page)
    plain(page)
    assert page.sides.isVisible()
    assert not page.diary.isVisible()
    mine, yours = marked(page)
    assert mine == ["Differs: Tue 24 Nov, 10:00 am to 11:00 am", "Differs: Ana Marsh", "Differs: Number ending 123"]
    assert yours == [
        "Differs: Tue 24 Nov, 12:00 pm to 1:00 pm",
        "Differs: <b>Anna</b> Marsh",
        "Differs: Number ending 777",
    ]
    first, second = page.sides.cards
    assert not second.open_call.isVisible()
    first.open_entry.click()
    first.open_call.click()
    assert [place for place, _ in hartley_room.gone.places] == ["booking", "call"]


def test_a_matter_with_one_side_shows_none_and_a_broken_promise_names_its_step(
    qtbot: QtBot, hartley_room: Room
) -> None:
    hartley_room.office.take_diary("e9,2026-11-25T14:00,2026-11-25T15:00,booked,,Cy Dale,,,2026-11-20T09:00")
    hartley_room.office.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    hartley_room.services.checking.run()
    page = opened(qtbot, hartley_room, Kind.BOOKING_MISSING)
    assert not page.sides.isVisible()
    assert page.chain.broke.text() == "It broke at the entry in the diary. For whom: Caller ending 123."
    assert [each.accessibleName() for each in page.chain.marks] == [
        "Held: The caller asked for it.",
        "Held: Daisy took it as the caller said.",
        "Held: Daisy told the caller that it is booked.",
        "Not known: What was done in the diary isn't told by the service.",
        "Broke: Nothing is in the diary.",
    ]


def test_an_entry_that_nobody_made_hints_at_something_unlisted_and_leads_to_naming_it(
    qtbot: QtBot, hartley_room: Room
) -> None:
    with hartley_room.office.store.writing() as db:
        stored_connections.put(db, Connection("Diary", "file", others_book=False))
    hartley_room.office.take_calls(line("c1", "2026-11-17T09:00", *BOOKED))
    hartley_room.office.take_diary("x,2026-11-25T14:00,2026-11-25T15:00,booked,,Cy Dale,,,2026-11-19T09:00")
    hartley_room.services.checking.run()
    page = opened(qtbot, hartley_room, Kind.BOOKING_UNCLAIMED)
    assert page.unknown.isVisible()
    assert page.comparison.nothing_said.text() == "No call that is here accounts for it."
    page.name_it.click()
    assert hartley_room.gone.places == [("agents", {"books_into": "Diary"})]
    agents = AgentsScreen(hartley_room.desk)
    in_a_window(qtbot, agents)
    agents.open(books_into="Diary")
    agents.form.name.set_value("The website's form")
    agents.form.save.click()
    assert hartley_room.services.agents.get("The website's form").books_into == ("Diary",)
