"""One call: what was said, what is known of it, what was found, the diary beside it, and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from agentdesk.domain.agreement import OwnVerdict
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Kind
from agentdesk.domain.lists import CallFilter
from agentdesk.domain.review import Reply
from agentdesk.services.calls.showing import ShowingService
from agentdesk.ui.screens.calls.call_screen import CallScreen
from agentdesk.ui.screens.calls.opinions import opinions
from agentdesk.ui.widgets.booking_row import BookingRow
from agentdesk.ui.widgets.conversation_model import Piece
from tests.services.lines import ANGRY, BOOKED, QUESTION, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain

LONDON = ZoneInfo("Europe/London")
ENTRY = "e1,2026-11-24T11:00,2026-11-24T12:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01"


@pytest.fixture
def calls_room(hartley_room: Room) -> Room:
    hartley_room.office.take_diary(ENTRY)
    hartley_room.office.take_calls(
        line("c1", "2026-11-17T10:00", *BOOKED, cost=0.42, currency="GBP", outcome="booked"),
        line("c2", "2026-11-17T11:00", *ANGRY, **{"from": None, "seconds": None}),
        line("c3", "2026-11-19T12:00", *QUESTION),
        line("c4", "2026-11-19T13:00"),
    )
    return hartley_room


def ids(room: Room) -> list[int]:
    """Newest first: c4, c3, c2, c1."""
    return [each.id for each in room.services.calls.page(CallFilter()).rows]


def shown(qtbot: QtBot, room: Room, call: int, among: Sequence[int] = (), width: int = 1200) -> CallScreen:
    page = CallScreen(room.desk)
    in_a_window(qtbot, page, width, 760)
    page.open(id=call, among=tuple(among))
    return page


def pieces(page: CallScreen) -> list[Piece]:
    model = page.conversation.talk
    rows = [model.row_at(at) for at in range(model.rowCount())]
    return [each for each in rows if isinstance(each, Piece)]


def test_every_word_is_there_and_the_head_says_what_is_known(qtbot: QtBot, calls_room: Room) -> None:
    page = shown(qtbot, calls_room, ids(calls_room)[3])
    named(page)
    plain(page)
    assert tuple(each.text for each in pieces(page)) == BOOKED
    assert page.facts.said() == (
        "Caller ending 123",
        "Tue 17 Nov, 10:00 am",
        "2 min",
        "Booked",
        "£0.42",
        "Daisy, before the first approved brief",
    )


def test_what_is_not_known_says_so(qtbot: QtBot, calls_room: Room) -> None:
    page = shown(qtbot, calls_room, ids(calls_room)[2])
    assert page.facts.said()[0] == "Number withheld"
    said = page.facts.said()
    assert (said[2], said[3], said[4]) == ("Not known", "Not known", "Not known")
    assert not page.number.isVisible()


def test_three_opinions_stand_one_below_the_other(qtbot: QtBot, calls_room: Room) -> None:
    calls_room.services.checking.run()
    _, _, angry, booked = ids(calls_room)
    page = shown(qtbot, calls_room, angry)
    assert (page.opinions.service.text(), page.opinions.ours.text()) == (
        "Doesn't say",
        "By its words and what was found, no",
    )
    assert not page.opinions.parted.isVisible()
    page.opinions.button(Reply.YES).click()
    assert page.opinions.parted_words.text() == "You and AgentDesk see it differently."
    assert page.opinions.button(Reply.YES).isChecked()
    assert page.opinions.own.text() == "Sam · Fri 20 Nov, 4:00 pm"
    page.opinions.button(Reply.CANNOT_TELL).click()
    assert not page.opinions.parted.isVisible()
    said = calls_room.services.verdicts.of(angry)
    assert said is not None
    assert said.reply is Reply.CANNOT_TELL
    page.open(id=booked)
    assert not any(page.opinions.button(each).isChecked() for each in (Reply.YES, Reply.NO, Reply.CANNOT_TELL))


@pytest.mark.parametrize(
    ("theirs", "ours", "own", "parted"),
    [
        (True, False, None, "The service and AgentDesk see it differently. What do you say?"),
        (True, True, Reply.NO, "You see it differently from both."),
        (True, False, Reply.NO, "You and the service see it differently."),
        (True, None, Reply.YES, ""),
        (None, False, Reply.CANNOT_TELL, ""),
    ],
)
def test_where_opinions_part_is_said(
    calls_room: Room, theirs: bool | None, ours: bool | None, own: Reply | None, parted: str
) -> None:
    opened = calls_room.services.calls.open_(ids(calls_room)[3])
    opened = replace(opened, call=replace(opened.call, resolved=theirs), seems_resolved=ours)
    verdict = OwnVerdict(opened.call.id, own, calls_room.office.clock.now(), "Sam") if own is not None else None
    assert opinions(opened, verdict, LONDON).parted == parted


def test_a_call_in_which_nothing_was_said_asks_nothing(qtbot: QtBot, calls_room: Room) -> None:
    page = shown(qtbot, calls_room, ids(calls_room)[0])
    assert not page.helped.isVisible()


TOLD = (
    "Hello, Daisy speaking.",
    "I want the manager to ring me, on 07700 900555. I live at LS1 4DY.",
    "I see.",
    "Bye.",
)


def test_private_details_show_only_when_asked_and_asking_is_written_down(qtbot: QtBot, calls_room: Room) -> None:
    calls_room.office.take_calls(line("c5", "2026-11-20T12:00", *TOLD))
    call, other = ids(calls_room)[0], ids(calls_room)[3]
    page = shown(qtbot, calls_room, call)
    words = pieces(page)[1].text
    assert ("900555" in words, "LS1" in words, "[hidden postcode]" in words) == (False, False, True)
    assert page.hidden.words.text() == "Hidden here: 1 postcode and 1 phone number."
    page.hidden.button.click()
    assert pieces(page)[1].text == TOLD[1]
    (asked,) = calls_room.services.showing.asked(call)
    assert (asked.by, asked.what) == ("Sam", "1 postcode and 1 phone number")
    assert page.hidden.asked.text() == "Sam was shown 1 postcode and 1 phone number on Fri 20 Nov, 4:00 pm."
    page.hidden.button.click()
    assert "900555" not in pieces(page)[1].text
    page.hidden.button.click()
    page.open(id=other)
    page.open(id=call)
    assert "900555" not in pieces(page)[1].text, "whoever comes back asks again"


def test_what_could_not_be_written_down_does_not_show(
    qtbot: QtBot, calls_room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls_room.office.take_calls(line("c5", "2026-11-20T12:00", *TOLD))
    page = shown(qtbot, calls_room, ids(calls_room)[0])

    def full(*_: object) -> None:
        raise Sorry("Your disk is full.")

    monkeypatch.setattr(ShowingService, "show", full)
    page.hidden.button.click()
    page.number.click()
    assert "900555" not in pieces(page)[1].text
    assert page.facts.said()[0] == "Caller ending 123"
    assert calls_room.told.troubles == ["Your disk is full."] * 2


def test_the_version_is_the_one_in_force_when_the_call_came(qtbot: QtBot, calls_room: Room) -> None:
    calls_room.office.take_calls(line("c5", "2026-11-20T17:00", *QUESTION))
    assert shown(qtbot, calls_room, ids(calls_room)[0]).facts.said()[-1] == "Daisy, brief version 1"


def test_the_number_shows_only_when_asked(qtbot: QtBot, calls_room: Room) -> None:
    page = shown(qtbot, calls_room, ids(calls_room)[3])
    page.number.click()
    assert page.facts.said()[0] == "07700 900123"
    call = ids(calls_room)[3]
    assert [each.what for each in calls_room.services.showing.asked(call)] == ["the caller's number"]
    page.open(id=call)
    assert page.facts.said()[0] == "Caller ending 123"


def test_doubtful_words_are_marked_and_lead_to_their_place(qtbot: QtBot, calls_room: Room) -> None:
    page = shown(qtbot, calls_room, ids(calls_room)[2])
    (card,) = page.findings.cards()
    assert card.decision.finding.found.kind is Kind.ESCALATION_MISSED
    marked = [piece.text[start:end] for piece in pieces(page) for start, end, _ in piece.stretches]
    assert "want to speak to the manager" in " ".join(marked)
    assert sum(len(piece.notes) for piece in pieces(page)) == 1
    card.words_pressed.emit(card.decision.finding.found.evidence[0])
    row = page.conversation.talk.row_at(page.conversation.currentIndex().row())
    assert isinstance(row, Piece)
    assert row.stretches


def test_the_entry_beside_it_says_where_it_differs(qtbot: QtBot, calls_room: Room) -> None:
    page = shown(qtbot, calls_room, ids(calls_room)[3])
    (row,) = page.entries.rows()
    assert isinstance(row, BookingRow)
    assert "Daisy said Tue 24 Nov, 10:00 am; the diary has Tue 24 Nov, 11:00 am." in row.accessibleName()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert calls_room.gone.places[-1][0] == "booking"


def test_what_was_found_about_its_entry_shows_with_the_call(qtbot: QtBot, calls_room: Room) -> None:
    calls_room.office.take_diary(ENTRY.replace("11:00,", "12:15,", 1).replace("T12:00", "T13:15"))
    calls_room.services.checking.run()
    page = shown(qtbot, calls_room, ids(calls_room)[3])
    kinds = [each.decision.finding.found.kind for each in page.findings.cards()]
    # ten was said: the entry is at another time, and that time is over lunch
    assert kinds == [Kind.BOOKING_WRONG_TIME, Kind.BOOKING_OUTSIDE_HOURS]


def test_alt_and_arrows_walk_the_list_one_came_from(qtbot: QtBot, calls_room: Room) -> None:
    newest, question, _, booked = ids(calls_room)
    page = shown(qtbot, calls_room, question, among=(newest, question, booked))
    with qtbot.waitSignal(page.older.clicked):
        qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.title() == "Call on Tue 17 Nov, 10:00 am"  # not the angry one, which isn't in the list
    with qtbot.waitSignal(page.newer.clicked):
        qtbot.keyClick(page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.title() == "Call on Thu 19 Nov, 12:00 pm"


def test_without_a_list_the_neighbours_are_those_in_time(qtbot: QtBot, calls_room: Room) -> None:
    page = shown(qtbot, calls_room, ids(calls_room)[2])
    page.newer.click()
    assert page.title() == "Call on Thu 19 Nov, 12:00 pm"
    page.newer.click()
    assert not page.newer.isEnabled()
    for _ in range(3):
        page.older.click()
    assert page.title() == "Call on Tue 17 Nov, 10:00 am"
    assert not page.older.isEnabled()


def test_a_call_in_which_nothing_was_said_says_that(qtbot: QtBot, calls_room: Room) -> None:
    page = shown(qtbot, calls_room, ids(calls_room)[0])
    assert page.nothing_said.isVisible()
    assert page.no_findings.isVisible()
    assert page.no_entries.isVisible()


def test_a_decision_shows_at_once_and_the_reading_place_stays(qtbot: QtBot, calls_room: Room) -> None:
    page = shown(qtbot, calls_room, ids(calls_room)[2])
    page.conversation.go_to(3)
    (card,) = page.findings.cards()
    card.decision.put_right.click()
    qtbot.keyClicks(card.decision.ask.field, "Jo rang them")
    qtbot.keyClick(card.decision.ask.field, Qt.Key.Key_Return)
    assert page.findings.cards() == (card,)
    assert card.decision.outcome.text() == "Put right: Jo rang them"
    assert page.conversation.currentIndex().row() == 3
    assert calls_room.told.said == ["Kept as put right."]


@pytest.mark.parametrize(("width", "beside"), [(1200, True), (760, False)])
def test_what_belongs_to_it_stands_beside_or_below(qtbot: QtBot, calls_room: Room, width: int, beside: bool) -> None:
    page = shown(qtbot, calls_room, ids(calls_room)[2], width=width)
    talk = page.conversation.mapTo(page, page.conversation.rect().topRight())
    found = page.found.mapTo(page, page.found.rect().topLeft())
    assert (found.x() > talk.x()) is beside


def test_a_call_that_is_gone_says_so(qtbot: QtBot, calls_room: Room) -> None:
    page = shown(qtbot, calls_room, 5)
    assert page.gone.text() == "This call is no longer kept here."
    assert not page.facts.isVisible()
