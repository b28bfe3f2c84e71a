"""The list of calls: newest first, a page at a time, searched, narrowed, and opened from any number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import CallFilter
from agentdesk.services.calls.calls import CallService
from agentdesk.ui.screens.calls.filter_bar import PAUSE
from agentdesk.ui.screens.calls.presenter import Asked, When, count_in_words, stretches
from agentdesk.ui.screens.calls.screen import CallsScreen
from agentdesk.ui.widgets.states import State
from tests.services.lines import ANGRY, QUESTION, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain

TODAY = date(2026, 11, 20)


def shown(qtbot: QtBot, room: Room, **what: object) -> CallsScreen:
    page = CallsScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(**what)
    return page


def take(room: Room, count: int, day: str = "2026-11-17", said: tuple[str, ...] = QUESTION) -> None:
    lines = [line(f"{day}-{at}", f"{day}T08:{at // 60:02d}:{at % 60:02d}", *said) for at in range(count)]
    room.office.take_calls(*lines)


def keys(page: CallsScreen) -> list[object]:
    return [each.key for each in page.list.lines.lines()]


def search(qtbot: QtBot, page: CallsScreen, words: str) -> None:
    page.filters.search.setFocus()
    page.filters.search.clear()
    with qtbot.waitSignal(page.filters.asked_changed, timeout=PAUSE * 20):
        qtbot.keyClicks(page.filters.search, words)


def test_fifty_at_a_time_until_all_are_there_each_once(qtbot: QtBot, hartley_room: Room) -> None:
    take(hartley_room, 120)
    page = shown(qtbot, hartley_room)
    named(page)
    plain(page)
    assert (len(keys(page)), page.count.text()) == (50, "120 calls, the newest 50 shown")
    page.more.click()
    page.more.click()
    everything = [each.id for each in hartley_room.services.calls.page(CallFilter(), limit=500).rows]
    assert keys(page) == everything
    assert (page.count.text(), page.more.isVisible()) == ("120 calls", False)


def test_a_row_is_a_sentence_and_marks_what_is_open(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_calls(
        line("c1", "2026-11-17T14:10", *ANGRY, outcome="<b>shouted</b>", cost=0.42, currency="GBP"),
        line("c2", "2026-11-17T15:10", *QUESTION, **{"from": None, "seconds": None}),
    )
    first, second = shown(qtbot, hartley_room).list.lines.lines()
    assert second.whole == "Act now. Tue 17 Nov, 2:10 pm · Caller ending 123 · 2 min · <b>shouted</b> · £0.42"
    assert second.state is State.ACT_NOW
    assert first.whole == (
        "Tue 17 Nov, 3:10 pm · Number withheld · length not known · Outcome not known · cost not known"
    )


def test_a_search_waits_for_a_pause_and_marks_the_words(qtbot: QtBot, hartley_room: Room) -> None:
    take(hartley_room, 3)
    hartley_room.office.take_calls(line("angry", "2026-11-17T11:00", *ANGRY))
    page = shown(qtbot, hartley_room)
    search(qtbot, page, "manager")
    (row,) = page.list.lines.lines()
    assert [row.quiet[start:end] for start, end in row.marked] == ["manager"]
    assert page.count.text() == "1 call"


@pytest.mark.parametrize("words", ['"', "NEAR(", "*", "a AND", "<b>", "'; DROP TABLE calls", "\u202e", "x" * 5000])
def test_whatever_is_searched_for_is_taken_literally(qtbot: QtBot, hartley_room: Room, words: str) -> None:
    take(hartley_room, 2)
    page = shown(qtbot, hartley_room, search=words)
    assert hartley_room.told.troubles == []
    assert page.nothing.isVisible() or page.list.isVisible()


def test_nothing_found_offers_to_clear_the_search(qtbot: QtBot, hartley_room: Room) -> None:
    take(hartley_room, 2)
    page = shown(qtbot, hartley_room, search="unheard")
    assert page.nothing.isVisible()
    page.everything.click()
    assert len(keys(page)) == 2
    assert page.filters.search.text() == ""


def test_an_empty_desk_offers_to_bring_calls_in(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    assert page.none.isVisible()
    assert page.none.sentence() == "No calls are here yet."
    assert page.bring_in.isHidden()


def test_more_calls_can_always_be_brought_in(qtbot: QtBot, hartley_room: Room) -> None:
    take(hartley_room, 1)
    page = shown(qtbot, hartley_room)
    page.bring_in.click()
    assert hartley_room.gone.places == [("import", {})]


def test_opened_from_a_number_it_shows_exactly_those_rows(qtbot: QtBot, hartley_room: Room) -> None:
    take(hartley_room, 70)
    ids = frozenset(each.id for each in hartley_room.services.calls.page(CallFilter(), limit=500).rows[5:65])
    page = shown(qtbot, hartley_room, ids=ids, words="Bookings that were right")
    assert page.title() == "Bookings that were right"
    assert page.count.text() == "60 calls, the newest 50 shown"
    page.more.click()
    assert set(keys(page)) == ids
    assert page.count.text() == "60 calls"
    page.everything.click()
    assert page.count.text() == "70 calls, the newest 50 shown"


def test_no_rows_behind_a_number_are_no_rows(qtbot: QtBot, hartley_room: Room) -> None:
    take(hartley_room, 3)
    page = shown(qtbot, hartley_room, ids=frozenset(), words="Missed")
    assert keys(page) == []
    assert page.nothing.isVisible()


@pytest.mark.parametrize(
    ("choose", "count"),
    [
        (lambda page: page.filters.when.set_value(When.THIS_WEEK), 3),
        (lambda page: page.filters.when.set_value(When.LAST_WEEK), 2),
        (lambda page: page.filters.when.set_value(When.THIS_MONTH), 5),
        (lambda page: page.filters.found.setChecked(True), 1),
        (lambda page: page.filters.answered.set_value("no"), 1),
    ],
    ids=["this week", "last week", "this month", "something found", "not answered"],
)
def test_filters_narrow_and_the_count_is_that_of_the_rows(
    qtbot: QtBot, hartley_room: Room, choose: Callable[[CallsScreen], None], count: int
) -> None:
    take(hartley_room, 1)
    take(hartley_room, 2, day="2026-11-10")
    take(hartley_room, 1, day="2026-10-05")
    hartley_room.office.take_calls(line("angry", "2026-11-17T11:00", *ANGRY), line("silent", "2026-11-17T12:00"))
    page = shown(qtbot, hartley_room)
    choose(page)
    page.filters.asked_changed.emit()
    assert len(keys(page)) == count
    assert page.count.text() == ("1 call" if count == 1 else f"{count} calls")


def test_the_agent_is_asked_for_only_where_there_are_several(qtbot: QtBot, hartley_room: Room) -> None:
    take(hartley_room, 2)
    page = shown(qtbot, hartley_room)
    assert not page.filters.agent.isVisible()
    page.filters.set_agents(("Daisy", "Max"))
    assert page.filters.agent.isVisible()


def test_new_calls_wait_while_one_reads_further_down(qtbot: QtBot, hartley_room: Room) -> None:
    take(hartley_room, 50)
    page = shown(qtbot, hartley_room)
    bar = page.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    before, place = keys(page), bar.value()
    take(hartley_room, 3, day="2026-11-18")
    page.reload()
    assert (keys(page), bar.value()) == (before, place)
    assert page.fresh.words() == "3 new calls"
    page.fresh.click()
    assert keys(page)[3:] == before[:47]
    page.more.click()
    assert keys(page)[3:] == before
    assert not page.fresh.isVisible()


def test_a_call_opens_with_the_list_it_stands_in(qtbot: QtBot, hartley_room: Room) -> None:
    take(hartley_room, 3)
    page = shown(qtbot, hartley_room)
    page.focus_first()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert hartley_room.gone.places == [("call", {"id": keys(page)[1], "among": tuple(keys(page))})]


def test_what_was_there_stays_when_it_cannot_be_read_again(
    qtbot: QtBot, hartley_room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise Sorry("The disk cannot be read.")

    take(hartley_room, 3)
    page = shown(qtbot, hartley_room)
    before = keys(page)
    monkeypatch.setattr(CallService, "page", broken)
    page.reload()
    assert keys(page) == before
    assert hartley_room.told.troubles == ["The disk cannot be read."]


def test_it_refuses_to_open_with_what_it_cannot_show(qtbot: QtBot, hartley_room: Room) -> None:
    page = CallsScreen(hartley_room.desk)
    qtbot.addWidget(page)
    with pytest.raises(TypeError, match="colour"):
        page.open(colour="red")


def test_days_follow_the_business_calendar() -> None:
    assert Asked(when=When.THIS_WEEK).filter(TODAY).first == date(2026, 11, 16)
    assert Asked(when=When.LAST_WEEK).filter(TODAY).last == date(2026, 11, 15)
    assert Asked(when=When.THIS_MONTH).filter(TODAY) == CallFilter(first=date(2026, 11, 1), last=TODAY)
    assert Asked().filter(TODAY + timedelta(days=1)) == CallFilter()


def test_words_are_marked_whole_and_without_regard_to_accents() -> None:
    text = "The café and the Cafe, not cafeteria"
    assert [text[start:end] for start, end in stretches("Café NEAR(", text)] == ["café", "Cafe"]


def test_a_count_never_says_more_than_is_known() -> None:
    assert count_in_words(50, None, searched=True) == "At least 50 calls"
    assert count_in_words(1, 1, searched=True) == "1 call"
    assert count_in_words(50, 1234, searched=False) == "1,234 calls, the newest 50 shown"


def test_the_keyboard_is_on_the_first_call_once_calls_are_there(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    page.focus_first()
    take(hartley_room, 2)
    page.reload()
    assert page.list.hasFocus()
