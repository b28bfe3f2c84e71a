"""The list of notices is the truth: everything that was ever told, opening to its matter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from agentdesk.domain.escalation import Outcome
from agentdesk.ui.screens.notices.screen import NoticesScreen
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from tests.services.lines import ANGRY, line
from tests.services.money.test_cost_watch import charged
from tests.ui.conftest import Room


def shown(room: Room, qtbot: QtBot) -> NoticesScreen:
    screen = NoticesScreen(room.desk)
    qtbot.addWidget(screen)
    screen.open()
    return screen


def rows(screen: NoticesScreen) -> list[SentenceRow]:
    return [each for each in screen.findChildren(SentenceRow) if not each.isHidden()]


def words(screen: NoticesScreen) -> set[str]:
    return {each.text() for each in screen.findChildren(QLabel)}


def test_an_empty_list_says_so(hartley_room: Room, qtbot: QtBot) -> None:
    assert rows(shown(hartley_room, qtbot)) == []


def test_opening_one_goes_to_its_matter_and_marks_it_read(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-17T10:00", *ANGRY))
    screen = shown(hartley_room, qtbot)
    (row,) = rows(screen)
    assert "New" in row.accessibleName()
    row.click()
    assert [place for place, _ in hartley_room.gone.places] == ["waiting_call"]
    assert hartley_room.services.notices.unread() == 0
    screen.reload()
    assert "Read" in rows(screen)[0].accessibleName()


def test_a_reminder_of_a_changed_agent_leads_to_the_change(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.services.notices.tell("Daisy was changed", "Keep it, or put it back?", "reminder", "1795 Daisy")
    (row,) = rows(shown(hartley_room, qtbot))
    row.click()
    assert hartley_room.gone.places == [("changed", {"name": "Daisy"})]


def test_a_late_arrival_says_both_times(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.clock.advance(timedelta(hours=2))
    hartley_room.office.take_calls(line("c1", "2026-11-17T14:06", *ANGRY))
    (row,) = rows(shown(hartley_room, qtbot))
    assert "Happened Tue 17 Nov, 2:07 pm; told Fri 20 Nov, 6:00 pm" in row.accessibleName()


def test_a_new_one_has_the_colour_and_shape_of_its_matter(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-17T10:00", *ANGRY))
    services = hartley_room.services
    services.notices.tell("The phone service has stopped", "It has signed us out.", "connection", "Calls")
    services.notices.tell("Your week is ready", "Look at it.", "review", "1")
    screen = shown(hartley_room, qtbot)
    states = {row.sentence(): row.state for row in rows(screen)}
    assert states.pop("It has signed us out.") is State.LOOK
    assert states.pop("Look at it.") is State.NOTE
    assert list(states.values()) == [State.ACT_NOW]


def test_what_was_read_and_left_is_counted_and_what_was_done_in_the_end_stands_there(
    hartley_room: Room, qtbot: QtBot
) -> None:
    hartley_room.office.take_calls(
        line("c1", "2026-11-17T10:00", *ANGRY), line("c2", "2026-11-17T11:00", *ANGRY, **{"from": "+447700900124"})
    )
    services = hartley_room.services
    services.notices.mark_read([each.id for each in services.notices.page()])
    screen = shown(hartley_room, qtbot)
    assert all("Read, nothing done yet" in each.accessibleName() for each in rows(screen))
    assert "2 notices read, and nothing done yet" in words(screen)
    matter, _ = services.escalations.page().open
    services.escalations.close(matter.id, Outcome.SORTED, "Rang back.", "Sam")
    screen.reload()
    (done,) = [each for each in rows(screen) if "Ended" in each.accessibleName()]
    assert "Sorted: Rang back (Sam)" in done.accessibleName()
    assert "1 notice read, and nothing done yet" in words(screen)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_what_is_told_of_money_stands_there_once_below_a_title_of_one_line(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(*charged(date(2026, 11, 17), 3, "25.00"))
    screen = shown(hartley_room, qtbot)
    said = " ".join(row.accessibleName() for row in rows(screen))
    assert said.count("Daisy has used half of its limit of £120.00") == 1
    screen.resize(760, 600)
    screen.show()
    assert all(each.horizontalScrollBar().maximum() == 0 for each in screen.findChildren(QScrollArea))


def test_a_long_list_shows_fifty_and_the_way_to_the_others(hartley_room: Room, qtbot: QtBot) -> None:
    for number in range(60):
        hartley_room.services.notices.tell("Your week is ready", f"Look at week {number}.", "review", str(number))
    screen = shown(hartley_room, qtbot)
    qtbot.waitUntil(lambda: len(rows(screen)) == 50)
    assert rows(screen)[0].sentence() == "Look at week 59."
    next(each for each in screen.findChildren(LinkButton) if each.words() == "Show the next 10").click()
    qtbot.waitUntil(lambda: len(rows(screen)) == 10)
    assert rows(screen)[-1].sentence() == "Look at week 0."
