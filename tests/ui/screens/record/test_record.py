"""The record of an agent: its weeks and its file."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from agentdesk.services.agents.staff_file import About
from agentdesk.ui.screens.record.screen import SHOWN, RecordScreen
from agentdesk.ui.screens.record.week_line import WeekLine
from tests.services.reviews.test_trends import week_of_calls
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain


def opened(qtbot: QtBot, room: Room) -> RecordScreen:
    page = RecordScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(name="Daisy")
    return page


def test_a_measure_that_slides_says_so_shows_its_line_and_opens_the_calls_behind_it(
    qtbot: QtBot, hartley_room: Room
) -> None:
    for number in range(12):
        hartley_room.office.take_calls(*week_of_calls(number, rang_off=1 if number < 8 else 5))
    page = opened(qtbot, hartley_room)
    named(page)
    plain(page)
    card = next(each for each in page.line_cards() if each.line.name == "Gave up")
    (drawn,) = card.findChildren(WeekLine)
    assert drawn.isVisible()
    assert drawn.accessibleName() == (
        "Gave up. Getting worse: 20 of 48 in the last four weeks, 8 of 96 in those before."
    )
    card.open_calls.click()
    ((place, what),) = hartley_room.gone.places
    ids = what["ids"]
    assert isinstance(ids, frozenset)
    assert (place, what["words"], len(ids)) == ("calls", "Gave up", 20)


def test_the_file_can_be_narrowed_to_one_kind_and_each_entry_opens(qtbot: QtBot, hartley_room: Room) -> None:
    page = opened(qtbot, hartley_room)
    assert [each.sentence() for each in page.entry_rows()] == [
        "Version 1 of the brief approved, with 1 target",
        "Live",
    ]
    page.about.set_value(About.CHANGED)
    page.about.chosen.emit()
    (live,) = page.entry_rows()
    live.click()
    page.about.set_value(About.CHECKED)
    page.about.chosen.emit()
    assert page.entry_rows() == ()
    assert page.nothing.isVisible()
    assert hartley_room.gone.places == [("agent", {"name": "Daisy"})]


def test_a_long_file_is_shown_in_parts(qtbot: QtBot, hartley_room: Room) -> None:
    for number in range(SHOWN):
        hartley_room.office.clock.advance(timedelta(minutes=1))
        hartley_room.office.services.fact_sheet.price("Boiler service", f"{100 + number}", "Sam")
    page = opened(qtbot, hartley_room)
    assert len(page.entry_rows()) == SHOWN
    page.more.click()
    assert len(page.entry_rows()) == SHOWN + 2
    assert page.more.isHidden()
