"""What was found, by what needs doing, and one matter with everything it rests on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from agentdesk.domain.finding import Finding, FindingStatus, Kind, Severity
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.findings.findings import FindingService
from agentdesk.ui.screens.findings.finding_screen import FindingScreen
from agentdesk.ui.screens.findings.presenter import wanted_with
from agentdesk.ui.screens.findings.screen import FindingsScreen, Group
from agentdesk.ui.widgets.conversation_model import Piece
from agentdesk.ui.widgets.decision import QuoteButton
from agentdesk.ui.widgets.finding_row import FindingRow
from agentdesk.ui.widgets.words import StrongWords
from tests.services.lines import ANGRY, BOOKED, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain

RING_BACK = (
    "Hartley Plumbing, Daisy speaking.",
    "Can somebody ring me about a quote?",
    "Of course. I'll ask somebody to call you back today.",
    "Thanks.",
)
DIARY = "e2,2026-11-29T10:00,2026-11-29T11:00,booked,Boiler service,Cy Dale,,,2026-11-10T10:00"


@pytest.fixture
def found_room(hartley_room: Room) -> Room:
    hartley_room.office.take_diary(DIARY)
    hartley_room.office.take_calls(
        line("c1", "2026-11-17T10:00", *ANGRY),
        line("c2", "2026-11-17T11:00", *RING_BACK),
        line("c3", "2026-11-17T12:00", *BOOKED, **{"from": "+447700900999"}),
    )
    hartley_room.services.checking.run()
    return hartley_room


def listed(qtbot: QtBot, room: Room, **what: object) -> FindingsScreen:
    page = FindingsScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(**what)
    return page


def opened(qtbot: QtBot, room: Room, finding: Finding) -> FindingScreen:
    page = FindingScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(id=finding.id)
    return page


def one(room: Room, kind: Kind) -> Finding:
    (found,) = room.services.findings.page(FindingFilter(kinds=(kind,)))
    return found


def sentences(group: Group) -> list[str]:
    return [each.sentence() for each in group.rows.rows() if isinstance(each, FindingRow)]


def test_matters_stand_by_what_needs_doing(qtbot: QtBot, found_room: Room) -> None:
    found_room.services.findings.accept(one(found_room, Kind.BOOKING_CLOSED_DAY).id, "They <b>asked</b>", "Sam")
    page = listed(qtbot, found_room)
    named(page)
    plain(page)
    assert len(sentences(page.act_now)) == 2
    assert sentences(page.look) == [one(found_room, Kind.ESCALATION_PROMISED).found.reason]
    (decided,) = page.decided.rows.rows()
    assert "They <b>asked</b>" in decided.accessibleName()
    assert "Sam" in decided.accessibleName()


def test_a_number_elsewhere_opens_to_exactly_its_rows(qtbot: QtBot, found_room: Room) -> None:
    angry = one(found_room, Kind.ESCALATION_MISSED)
    page = listed(qtbot, found_room, wanted=FindingFilter(ids=frozenset({angry.id})), words="Callers nobody rang")
    assert (page.title(), sentences(page.act_now)) == ("Callers nobody rang", [angry.found.reason])
    assert not page.look.isVisible()
    page.everything.click()
    assert page.look.isVisible()


@pytest.mark.parametrize(
    ("what", "count"),
    [
        ({"wanted": FindingFilter(kinds=(Kind.BOOKING_MISSING, Kind.BOOKING_CLOSED_DAY))}, 2),
        ({"wanted": FindingFilter(status=FindingStatus.OPEN, severities=(Severity.AMBER,))}, 1),
        ({"agent": "Nobody"}, 0),
        ({"wanted": FindingFilter(ids=frozenset())}, 0),
    ],
)
def test_it_opens_narrowed(qtbot: QtBot, found_room: Room, what: dict[str, object], count: int) -> None:
    page = listed(qtbot, found_room, **what)
    assert len(sentences(page.act_now)) + len(sentences(page.look)) + len(sentences(page.decided)) == count
    assert page.none.isVisible() is (count == 0)


def test_it_refuses_what_it_cannot_show() -> None:
    with pytest.raises(TypeError, match="colour"):
        wanted_with({"colour": "red"})


def test_enter_opens_a_matter(qtbot: QtBot, found_room: Room) -> None:
    page = listed(qtbot, found_room)
    page.focus_first()
    first = page.act_now.rows.rows()[0]
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert found_room.gone.places[0][0] == "finding"


def test_far_too_many_matters_come_fifty_at_a_time(qtbot: QtBot, hartley_room: Room) -> None:
    calls = [line(f"c{at}", f"2026-11-17T08:{at // 60:02d}:{at % 60:02d}", *ANGRY) for at in range(120)]
    hartley_room.office.take_calls(*calls)
    page = listed(qtbot, hartley_room)
    assert (len(sentences(page.act_now)), page.act_now.section.quiet.text()) == (50, "120")
    assert "120 matters" in [each.text() for each in page.findChildren(QLabel)]
    page.act_now.more.click()
    assert len(sentences(page.act_now)) == 100
    qtbot.waitUntil(page.act_now.rows.rows()[50].hasFocus)
    page.act_now.more.click()
    assert len(set(hartley_room.services.findings.page(FindingFilter()))) == 120
    assert len(sentences(page.act_now)) == 120
    assert not page.act_now.more.isVisible()


def test_matters_that_came_while_reading_on_are_counted_and_none_shows_twice(qtbot: QtBot, hartley_room: Room) -> None:
    def rang(first: int, last: int) -> list[str]:
        return [line(f"c{at}", f"2026-11-17T08:{at // 60:02d}:{at % 60:02d}", *ANGRY) for at in range(first, last)]

    hartley_room.office.take_calls(*rang(0, 60))
    page = listed(qtbot, hartley_room)
    hartley_room.office.take_calls(*rang(60, 65))
    page.act_now.more.click()
    assert (len(page.act_now.rows.rows()), page.act_now.section.quiet.text()) == (60, "65")
    page.reload()
    assert page.act_now.part is not None
    assert len({each.id for each in page.act_now.part.rows}) == len(page.act_now.rows.rows()) == 60
    page.act_now.more.click()
    assert len(page.act_now.rows.rows()) == 65
    assert not page.act_now.more.isVisible()


def test_a_matter_shows_its_words_at_their_place_in_the_call(qtbot: QtBot, found_room: Room) -> None:
    finding = one(found_room, Kind.BOOKING_MISSING)
    page = opened(qtbot, found_room, finding)
    named(page)
    plain(page)
    assert page.reason.text() == finding.found.reason
    row = page.conversation.talk.row_at(page.conversation.currentIndex().row())
    assert isinstance(row, Piece)
    assert row.stretches
    assert [note for _, note in row.notes] == [finding.found.reason]
    page.open_call.click()
    assert found_room.gone.places[-1][0] == "call"
    assert found_room.gone.places[-1][1]["turn"] == row.turn


def test_a_matter_about_an_entry_shows_the_entry(qtbot: QtBot, found_room: Room) -> None:
    page = opened(qtbot, found_room, one(found_room, Kind.BOOKING_CLOSED_DAY))
    (row,) = page.entries.rows()
    assert "Cy Dale" in row.accessibleName()
    assert not page.call.isVisible()


def test_deciding_and_undoing_are_written_into_its_history(qtbot: QtBot, found_room: Room) -> None:
    finding = one(found_room, Kind.ESCALATION_MISSED)
    page = opened(qtbot, found_room, finding)
    assert page.decision is not None
    page.decision.put_right.click()
    qtbot.keyClicks(page.decision.ask.field, "Jo rang them")
    qtbot.keyClick(page.decision.ask.field, Qt.Key.Key_Return)
    assert "Sam: Put right: Jo rang them" in page.events.text()
    page.decision.undo.click()
    assert found_room.services.findings.open_(finding.id).finding.status is FindingStatus.OPEN
    assert "Jo rang them" not in page.events.text()
    assert not page.decision.buttons.isHidden()


def test_words_and_diary_stand_beside_each_other(qtbot: QtBot, found_room: Room) -> None:
    found_room.office.take_diary(
        "e3,2026-11-24T14:00,2026-11-24T15:00,booked,,Ana Marsh,07700 900999,,2026-11-17T12:01"
    )
    page = opened(qtbot, found_room, one(found_room, Kind.BOOKING_WRONG_TIME))
    assert page.comparison.isVisible()
    assert not page.diary.isVisible()
    quotes = page.comparison.findChildren(QuoteButton)
    assert any("booked in for Tuesday the 24th" in each.accessibleName() for each in quotes)
    (row,) = page.comparison.entries.rows()
    assert "Daisy said Tue 24 Nov, 10:00 am; the diary has Tue 24 Nov, 2:00 pm." in row.accessibleName()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert found_room.gone.places[0][0] == "booking"
    named(page)
    plain(page)


def test_a_missing_entry_is_said_to_be_missing(qtbot: QtBot, found_room: Room) -> None:
    page = opened(qtbot, found_room, one(found_room, Kind.BOOKING_MISSING))
    assert page.comparison.nothing_written.isVisible()
    assert not page.comparison.entries.isVisible()


def test_a_matter_that_is_gone_says_so(qtbot: QtBot, hartley_room: Room) -> None:
    page = FindingScreen(hartley_room.desk)
    in_a_window(qtbot, page)
    page.open(id="gone")
    assert page.gone.text() == "This matter is no longer on the list."


def test_what_was_there_stays_when_it_cannot_be_read_again(
    qtbot: QtBot, found_room: Room, monkeypatch: pytest.MonkeyPatch, expected_log: list[object]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("mistake of ours")

    page = listed(qtbot, found_room)
    before = sentences(page.act_now)
    monkeypatch.setattr(FindingService, "page", broken)
    page.reload()
    assert sentences(page.act_now) == before
    assert found_room.told.troubles == ["I couldn't read what was found. What you see is from before."]
    assert expected_log


def test_matters_of_one_person_stand_together_under_their_name(qtbot: QtBot, hartley_room: Room) -> None:
    both, other = "+447700900111", "+447700900222"
    hartley_room.office.take_calls(
        line("c1", "2026-11-17T10:00", *ANGRY, **{"from": both}),
        line("c2", "2026-11-17T11:00", *ANGRY, **{"from": other}),
        line("c3", "2026-11-17T12:00", *ANGRY, **{"from": both}),
    )
    page = listed(qtbot, hartley_room)
    captions = [each.text() for each in page.act_now.rows.findChildren(StrongWords) if "matters" in each.text()]
    assert captions == ["Caller ending 111 · 2 matters"]
    told = [each.accessibleName() for each in page.act_now.rows.rows()]
    assert ["12:00 pm" in told[0], "10:00 am" in told[1], "11:00 am" in told[2]] == [True] * 3
    assert "Caller ending 222" in told[2]
    named(page)
    plain(page)


def test_a_hidden_number_ties_no_two_calls_together(qtbot: QtBot, hartley_room: Room) -> None:
    calls = (line(f"c{at}", f"2026-11-17T1{at}:00", *ANGRY, **{"from": None}) for at in range(2))
    hartley_room.office.take_calls(*calls)
    page = listed(qtbot, hartley_room)
    assert [each for each in page.act_now.rows.findChildren(StrongWords) if "matters" in each.text()] == []
    assert all("Number withheld" in each.accessibleName() for each in page.act_now.rows.rows())


def test_a_caller_who_must_be_rung_leads_to_who_rings(qtbot: QtBot, found_room: Room) -> None:
    angry = one(found_room, Kind.ESCALATION_MISSED)
    page = opened(qtbot, found_room, angry)
    page.open_chased.click()
    matter = found_room.services.escalations.of_call(angry.found.call or 0)
    assert matter is not None
    assert found_room.gone.places[-1] == ("waiting_call", {"id": matter.id})
    assert not opened(qtbot, found_room, one(found_room, Kind.BOOKING_CLOSED_DAY)).open_chased.isVisible()


def test_many_bookings_outside_the_hours_lead_to_the_hours(qtbot: QtBot, hartley_room: Room) -> None:
    sundays = [
        f"e{each},2026-11-22T{10 + each}:00,2026-11-22T{10 + each}:30,booked,Tap,C{each},,," for each in range(5)
    ]
    hartley_room.office.take_diary(*sundays[:4])
    page = listed(qtbot, hartley_room)
    assert not page.hours.isVisible()
    hartley_room.office.take_diary(*sundays)
    page.reload()
    assert page.hours.isVisible()
    page.hours.click()
    assert hartley_room.gone.places[-1] == ("business", {})
