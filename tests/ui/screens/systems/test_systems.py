"""The chain of each agent, link by link."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from agentdesk.ui.screens.systems.screen import SystemsScreen
from agentdesk.ui.widgets.states import State
from tests.services.lines import BOOKED, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain


def opened(qtbot: QtBot, room: Room) -> SystemsScreen:
    page = SystemsScreen(room.desk)
    in_a_window(qtbot, page)
    page.open()
    return page


def test_each_link_says_how_it_stands_and_leads_on(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-20T10:00:00+00:00", *BOOKED))
    page = opened(qtbot, hartley_room)
    named(page)
    plain(page)
    phone, agent, diary = page.rows()
    assert (phone.sentence(), phone.state) == ("1. Calls come in by Calls", State.ON_TARGET)
    assert "last seen working 10:00 am" in phone.accessibleName()
    assert (diary.sentence(), diary.state) == ("3. Bookings go into Diary", State.NOT_KNOWN)
    phone.click()
    agent.click()
    assert hartley_room.gone.places == [("connection", {"name": "Calls"}), ("agent", {"name": "Daisy"})]


def test_without_agents_it_says_so(qtbot: QtBot, room: Room) -> None:
    assert opened(qtbot, room).none.isVisible()
