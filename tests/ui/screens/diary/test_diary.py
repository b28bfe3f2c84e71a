"""The diary on screen: the week, its blocks, the list, and one entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import BookingFilter, FindingFilter
from agentdesk.ui.screens.diary.booking_screen import BookingScreen
from agentdesk.ui.screens.diary.entry_block import EntryBlock
from agentdesk.ui.screens.diary.screen import DiaryScreen
from tests.services.lines import BOOKED, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain

DAY = date(2026, 11, 24)
ENTRIES = (
    "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01",
    "e2,2026-11-24T10:30,2026-11-24T11:30,booked,Boiler service,<b>Bo</b> & Co,,,2026-11-10T10:00",
    "e3,2026-11-29T10:00,2026-11-29T11:00,booked,Boiler service,Cy Dale,,,2026-11-10T10:00",
    "e4,2026-12-02T10:00,2026-12-02T11:00,cancelled,Boiler service,Di East,,,2026-11-10T10:00",
)


@pytest.fixture
def diary_room(hartley_room: Room) -> Room:
    hartley_room.office.take_diary(*ENTRIES)
    hartley_room.office.take_calls(
        line("c1", "2026-11-17T10:00", *BOOKED),
        line("c2", "2026-11-17T12:00", *(each.replace("24th", "25th") for each in BOOKED), **{"from": "+447700900999"}),
    )
    hartley_room.services.checking.run()
    return hartley_room


def shown(qtbot: QtBot, room: Room, **what: object) -> DiaryScreen:
    page = DiaryScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(**(what or {"day": DAY}))
    return page


def blocks(page: DiaryScreen) -> list[EntryBlock]:
    return page.week.grid.blocks


def booking(room: Room, customer: str) -> int:
    rows = room.services.diary.page(BookingFilter()).rows
    return next(each.id for each in rows if customer in (each.customer or ""))


def test_a_week_shows_each_entry_the_clash_and_the_promise(qtbot: QtBot, diary_room: Room) -> None:
    page = shown(qtbot, diary_room)
    named(page)
    plain(page)
    spoken = [each.accessibleName() for each in blocks(page)]
    assert len(spoken) == 4
    assert sum("2 bookings at one time" in each for each in spoken) == 2
    assert sum(each.startswith("Promised, not in the diary") for each in spoken) == 1
    assert any("<b>Bo</b> & Co" in each for each in spoken)
    assert "Sun 29 Nov. Closed: not open on Sundays." in page.week.grid.accessibleDescription()


def test_clashing_blocks_do_not_cover_each_other(qtbot: QtBot, diary_room: Room) -> None:
    clash = [each for each in blocks(shown(qtbot, diary_room)) if each.block.clashes]
    assert len(clash) == 2
    assert not clash[0].geometry().intersects(clash[1].geometry())


def test_a_block_opens_its_entry_and_an_outline_its_matter(qtbot: QtBot, diary_room: Room) -> None:
    page = shown(qtbot, diary_room)
    for block in blocks(page):
        qtbot.keyClick(block, Qt.Key.Key_Return)
    places = [place for place, _ in diary_room.gone.places]
    assert sorted(places) == ["booking", "booking", "booking", "finding"]


def test_arrows_walk_from_block_to_block(qtbot: QtBot, diary_room: Room) -> None:
    page = shown(qtbot, diary_room)
    first, second, *_ = blocks(page)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Right)
    assert not second.hasFocus()
    assert any(each.hasFocus() for each in blocks(page))


def test_a_week_that_is_read_anew_leaves_the_keyboard_where_it_was(
    qtbot: QtBot, diary_room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, diary_room)
    blocks(page)[1].setFocus()
    seen: list[QWidget] = []
    monkeypatch.setattr(EntryBlock, "focusInEvent", lambda block, _: seen.append(block))
    page.reload()
    assert seen == [blocks(page)[1]], "it must not walk over every block that goes"


def test_the_keyboard_goes_to_the_first_entry_where_its_own_is_gone(qtbot: QtBot, diary_room: Room) -> None:
    page = shown(qtbot, diary_room)
    last = blocks(page)[-1]
    last.setFocus()
    last.block = replace(last.block, booking=-1, missing=None)
    page.reload()
    assert blocks(page)[0].hasFocus()


def test_weeks_are_turned_with_buttons_and_keys(qtbot: QtBot, diary_room: Room) -> None:
    page = shown(qtbot, diary_room)
    assert page.which.text() == "23 to 29 November 2026"
    with qtbot.waitSignal(page.after.clicked):
        qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.which.text() == "30 November to 6 December 2026"
    assert "Nothing is in the diary this week." in page.free.text()
    assert page.free.isVisible()  # a cancelled entry takes no place
    with qtbot.waitSignal(page.before.clicked):
        qtbot.keyClick(page, Qt.Key.Key_PageUp)
    page.this_week.click()
    assert page.which.text() == "16 to 22 November 2026"
    assert not page.this_week.isEnabled()


def test_the_list_has_every_entry_also_cancelled_ones(qtbot: QtBot, diary_room: Room) -> None:
    page = shown(qtbot, diary_room)
    with qtbot.waitSignal(page.toggle.clicked):
        qtbot.keyClick(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert page.toggle.shortcut().toString() == "Ctrl+L"  # also after its words changed
    rows = page.list.lines.lines()
    assert len(rows) == 4
    assert rows[0].right == "Cancelled"
    assert page.count.text() == "4 entries"
    assert not page.more.isVisible()


def test_opened_with_entries_it_lists_exactly_those(qtbot: QtBot, diary_room: Room) -> None:
    ids = frozenset({booking(diary_room, "Ana"), booking(diary_room, "Cy")})
    page = shown(qtbot, diary_room, ids=ids, words="Bookings that were made")
    assert page.title() == "Bookings that were made"
    assert {each.key for each in page.list.lines.lines()} == ids
    assert page.count.text() == "2 entries"


def test_an_empty_diary_offers_to_bring_one_in(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    assert page.none.isVisible()
    assert page.bring_in.isHidden()


def test_an_entry_shows_what_is_known_and_says_what_is_not(qtbot: QtBot, diary_room: Room) -> None:
    page = BookingScreen(diary_room.desk)
    in_a_window(qtbot, page)
    page.open(id=booking(diary_room, "<b>Bo</b>"))
    named(page)
    plain(page)
    assert "<b>Bo</b> & Co" in page.facts.said()
    assert "Not known" in page.facts.said()
    assert page.no_call.isVisible()
    (card,) = page.findings.cards()
    assert card.decision.finding.found.kind is Kind.BOOKING_DOUBLE


def test_an_entry_leads_to_its_call_and_hides_the_number_until_asked(qtbot: QtBot, diary_room: Room) -> None:
    page = BookingScreen(diary_room.desk)
    in_a_window(qtbot, page)
    page.open(id=booking(diary_room, "Ana"))
    assert not any("900123" in each for each in page.facts.said())
    page.number.click()
    assert any("900123" in each for each in page.facts.said())
    (asked,) = diary_room.services.showing.asked_of_entry(booking(diary_room, "Ana"))
    assert (asked.by, asked.what) == ("Sam", "the number")
    assert page.asked.text() == "Sam was shown the number on Fri 20 Nov, 4:00 pm."
    (row,) = page.calls.rows()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert diary_room.gone.places[-1][0] == "call"


def test_private_details_of_an_entry_show_only_when_asked_and_asking_is_written_down(
    qtbot: QtBot, hartley_room: Room
) -> None:
    what = "Boiler service at LS1 4DY ring 07700 900555"
    hartley_room.office.take_diary(f"e1,2026-11-22T10:00,2026-11-22T11:00,booked,{what},Ana Marsh,,,")
    page = BookingScreen(hartley_room.desk)
    in_a_window(qtbot, page)
    page.open(id=booking(hartley_room, "Ana"))

    def words() -> str:
        return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())

    assert page.findings.cards(), "a Sunday"
    assert "[hidden postcode]" in words()
    assert ("LS1" in words(), "900555" in words()) == (False, False)
    named(page)
    page.details.click()
    assert what in words()
    (asked,) = hartley_room.services.showing.asked_of_entry(booking(hartley_room, "Ana"))
    assert (asked.by, asked.what) == ("Sam", "private details")
    page.details.click()
    assert "LS1" not in words()


def test_deciding_on_the_entrys_page_is_shown_at_once(qtbot: QtBot, diary_room: Room) -> None:
    page = BookingScreen(diary_room.desk)
    in_a_window(qtbot, page)
    page.open(id=booking(diary_room, "Cy"))
    (card,) = page.findings.cards()
    card.decision.fine.click()
    qtbot.keyClicks(card.decision.ask.field, "They asked for Sunday")
    qtbot.keyClick(card.decision.ask.field, Qt.Key.Key_Return)
    assert page.findings.cards() == (card,)
    assert "They asked for Sunday" in card.decision.outcome.text()
    closed = diary_room.services.findings.page(FindingFilter(kinds=(Kind.BOOKING_CLOSED_DAY,)))
    assert [each.status for each in closed] == [FindingStatus.ACCEPTED]


def test_an_entry_that_is_gone_says_so(qtbot: QtBot, hartley_room: Room) -> None:
    page = BookingScreen(hartley_room.desk)
    in_a_window(qtbot, page)
    page.open(id=5)
    assert page.gone.text() == "This diary entry is no longer kept here."
    assert not page.head.isVisible()


def test_one_diary_alone_shows_as_a_week_and_as_a_list(qtbot: QtBot, diary_room: Room) -> None:
    page = shown(qtbot, diary_room, connection="Diary", words="The book", day=DAY)
    assert page.title() == "The book"
    assert len(blocks(page)) == 3
    page.toggle.click()
    assert page.title() == "The book"
    assert page.count.text().startswith("4 ")
    page.open(connection="Another", words="Another diary")
    assert blocks(page) == []
    assert page.free.isVisible()
    page.every_diary.click()
    assert page.title() == "Diary"
