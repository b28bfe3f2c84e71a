"""The review from the first page to the last: by keyboard alone, kept at every key press, never in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.action import ActionState
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import FindingStatus
from agentdesk.domain.review import Reply, ReviewState, Step
from agentdesk.jobs.runner import ImmediateRunner
from agentdesk.services.reviews.reviewing import ReviewService
from agentdesk.store.store import open_store
from agentdesk.ui.screens.review.screen import ReviewScreen
from agentdesk.ui.widgets.conversation_model import Piece
from tests.services.conftest import SETUP
from tests.services.lines import ANGRY, BOOKED, QUESTION, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window


class HeldRunner(ImmediateRunner):
    """Jobs wait until the test lets them run: the moment between a key and its answer."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Any] = []
        self.holds = False

    def _start(self, ticket: Any) -> None:
        if self.holds:
            self._held.append(ticket)
        else:
            super()._start(ticket)

    def let_go(self) -> None:
        self.holds = False
        while self._held:
            super()._start(self._held.pop(0))


@pytest.fixture
def week(hartley_room: Room) -> Room:
    """Six ordinary calls, an angry one and a booking with nothing in the diary."""
    office = hartley_room.office
    office.take_diary(
        "e0,2026-11-27T10:00,2026-11-27T11:00,booked,Boiler service,Li Wei,+447700900999,,2026-11-16T09:00"
    )
    calls = [line(f"q{each}", f"2026-11-17T10:{each:02d}", *QUESTION, seconds=60 + each) for each in range(6)]
    office.take_calls(
        *calls, line("angry", "2026-11-17T14:06", *ANGRY), line("booked", "2026-11-17T15:00", *BOOKED, cost="0.50")
    )
    return hartley_room


def opened(room: Room, qtbot: QtBot) -> ReviewScreen:
    screen = ReviewScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open()
    screen.focus_first()
    return screen


def walking(room: Room, qtbot: QtBot) -> ReviewScreen:
    screen = opened(room, qtbot)
    screen.start_page.button.click()
    return screen


def press(key: Qt.Key) -> None:
    """On whatever has the keyboard, as a person would."""
    here = QApplication.focusWidget()
    assert isinstance(here, QWidget)
    QTest.keyClick(here, key)


def at_step(screen: ReviewScreen, step: Step) -> ReviewScreen:
    """Answers and continues until the walk stands there."""
    while (place := screen.presenter.place) is not None and place.step is not step:
        if place.step is Step.CALLS:
            screen.call.answers.button(Reply.YES).click()
        else:
            screen.presenter.done_with(place.step)
    return screen


def test_the_start_says_what_it_asks_what_it_buys_and_why(week: Room, qtbot: QtBot) -> None:
    screen = opened(week, qtbot)
    page = screen.start_page
    assert page.sentence.text().startswith("8 calls. I'd like you to look at 8: ")
    assert page.odds.text()
    assert any("neither put them through" in each for each in page.whys())
    assert page.button.hasFocus()
    assert screen.pause_button.isHidden()


def test_without_calls_it_says_what_to_do(hartley_room: Room, qtbot: QtBot) -> None:
    screen = opened(hartley_room, qtbot)
    assert "no calls to look at yet" in screen.start_page.empty.sentence()
    assert not screen.start_page.empty.isHidden()
    screen.start_page.import_asked.emit()
    assert hartley_room.gone.places == [("import", {})]


def test_a_whole_review_needs_no_mouse(week: Room, qtbot: QtBot) -> None:
    screen = opened(week, qtbot)
    press(Qt.Key.Key_Return)
    keys = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_0]
    presses = 0
    while (place := screen.presenter.place) is not None and place.step is Step.CALLS:
        press(keys[presses % 4])
        presses += 1
    review = week.services.reviews.current()
    assert review is not None
    assert len(review.answers) == presses == sum(len(each.questions) for each in review.looks)
    assert {each.reply for each in review.answers} == set(Reply)
    for step in (Step.BOOKINGS, Step.PEOPLE, Step.MONEY, Step.CHANGES):
        assert screen.presenter.place is not None
        assert screen.presenter.place.step is step
        press(Qt.Key.Key_Return)
    assert screen.decide.what.hasFocus()
    QTest.keyClicks(screen.decide.what, "Ring two callers myself")
    press(Qt.Key.Key_Return)
    assert [each.what for each in week.services.reviews.promised_in(review.id)] == ["Ring two callers myself"]
    screen.decide.continue_button.setFocus()
    press(Qt.Key.Key_Return)
    assert week.services.reviews.get(review.id).state is ReviewState.FINISHED
    assert screen.finish.continue_button.hasFocus()
    press(Qt.Key.Key_Return)
    assert week.gone.places[-1] == ("today", {})


def test_the_question_stands_under_the_words_it_is_about(week: Room, qtbot: QtBot) -> None:
    screen = walking(week, qtbot)
    call = screen.call
    assert call.question.text() == "Did the caller get what they needed, or reach somebody who could help?"
    assert call.talk.talk.rowCount() == len(ANGRY)
    assert "neither put them through" in call.reasons.text()
    assert "Caller ending 123" in call.head.text()
    assert screen.far.text().startswith("1 of 8 · about ")
    assert call.answers.button(Reply.YES).accessibleDescription() == call.question.text()


def test_private_details_show_only_when_asked_and_asking_is_written_down(hartley_room: Room, qtbot: QtBot) -> None:
    told = (ANGRY[0], "I want to speak to the manager, on 07700 900555. I live at LS1 4DY.", *ANGRY[2:])
    hartley_room.office.take_calls(line("angry", "2026-11-17T14:06", *told))
    screen = walking(hartley_room, qtbot)
    page = screen.call

    def words() -> str:
        rows = [page.talk.talk.row_at(at) for at in range(page.talk.talk.rowCount())]
        return " ".join(each.text for each in rows if isinstance(each, Piece))

    assert page.hidden.words.text() == "Hidden here: 1 postcode and 1 phone number."
    assert "900555" not in words()
    assert "LS1" not in page.reasons.text()
    page.hidden.button.click()
    assert "07700 900555" in words()
    place = screen.presenter.place
    assert place is not None
    assert place.call is not None
    (asked,) = hartley_room.services.showing.asked(place.call)
    assert (asked.by, asked.what) == ("Sam", "1 postcode and 1 phone number")
    press(Qt.Key.Key_1)
    assert "07700 900555" in words(), "the next question about the same call leaves it open"
    page.hidden.button.click()
    assert "900555" not in words()


def test_every_answer_is_kept_before_the_next_key(week: Room, qtbot: QtBot) -> None:
    screen = walking(week, qtbot)
    for number in range(1, 4):
        press(Qt.Key.Key_1)
        review = week.services.reviews.current()
        assert review is not None
        assert len(review.answers) == number
        assert screen.presenter.place == review.place()


def test_the_next_question_does_not_wait_and_no_key_answers_one_that_nobody_saw(week: Room, qtbot: QtBot) -> None:
    runner = HeldRunner()
    screen = ReviewScreen(replace(week.desk, runner=runner))
    in_a_window(qtbot, screen)
    screen.open()
    screen.start_page.button.click()
    current = week.services.reviews.current()
    assert current is not None
    one, two, three, *_ = current.looks
    runner.holds = True
    for _ in one.questions:
        assert screen.presenter.place is not None
        assert screen.presenter.place.call == one.call
        press(Qt.Key.Key_1)
    # the second call was read ahead, the third is not there yet
    for _ in range(20):
        press(Qt.Key.Key_2)
    runner.let_go()
    review = week.services.reviews.current()
    assert review is not None
    replies = {(each.call, each.reply) for each in review.answers}
    assert replies == {(one.call, Reply.YES), (two.call, Reply.NO)}
    place = review.place()
    assert place.call == three.call
    assert screen.presenter.place == place


def test_a_killed_program_goes_on_at_the_same_question(week: Room, qtbot: QtBot) -> None:
    screen = walking(week, qtbot)
    for _ in range(5):
        press(Qt.Key.Key_1)
    asked, number = screen.call.question.text(), screen.call.number.text()
    store = week.office.store
    # nothing is said goodbye to: another handle opens what the first one wrote
    again = open_store(store.path, store.key)
    printer = week.office.printer
    services = build_services(again, resources_folder(), week.office.clock, printer, printer)
    try:
        other = ReviewScreen(replace(week.desk, services=services))
        in_a_window(qtbot, other)
        other.open()
        assert other.start_page.sentence.text() == "Go on where you left off."
        other.start_page.button.click()
        assert (other.call.question.text(), other.call.number.text()) == (asked, number)
    finally:
        again.close()


def test_backspace_leads_back_and_answering_again_replaces(week: Room, qtbot: QtBot) -> None:
    screen = walking(week, qtbot)
    first = screen.call.question.text()
    press(Qt.Key.Key_1)
    second = screen.call.question.text()
    press(Qt.Key.Key_Backspace)
    assert screen.call.question.text() == first
    assert screen.call.answers.button(Reply.YES).isChecked()
    press(Qt.Key.Key_2)
    assert screen.call.question.text() == second
    review = week.services.reviews.current()
    assert review is not None
    assert [each.reply for each in review.answers] == [Reply.NO]


def test_a_note_is_typed_without_answering_and_kept_with_the_answer(week: Room, qtbot: QtBot) -> None:
    screen = walking(week, qtbot)
    press(Qt.Key.Key_N)
    assert screen.call.note.hasFocus()
    QTest.keyClicks(screen.call.note, "rang 2 times")
    review = week.services.reviews.current()
    assert review is not None
    assert review.answers == ()
    press(Qt.Key.Key_Escape)
    assert week.gone.places == []
    press(Qt.Key.Key_2)
    review = week.services.reviews.current()
    assert review is not None
    assert [(each.reply, each.note) for each in review.answers] == [(Reply.NO, "rang 2 times")]
    assert screen.call.note.value() == ""


def test_a_note_without_an_answer_outlasts_a_pause(week: Room, qtbot: QtBot) -> None:
    screen = walking(week, qtbot)
    screen.call.note.setText("not done with this")
    screen.pause_button.click()
    screen.open()
    screen.start_page.button.click()
    assert screen.call.note.value() == "not done with this"


def test_an_answer_that_cannot_be_kept_is_said_and_asked_again(
    week: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = walking(week, qtbot)
    asked = screen.call.question.text()

    def refuse(*_: object) -> None:
        raise Sorry("Your disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(ReviewService, "answer", refuse)
        press(Qt.Key.Key_1)
    assert screen.call.question.text() == asked
    assert not screen.call.answers.button(Reply.YES).isChecked()
    assert screen.trouble.text() == "That answer isn't kept. Your disk is full. Please answer again."
    press(Qt.Key.Key_1)
    assert screen.trouble.isHidden()
    assert screen.call.question.text() != asked


def test_escape_pauses_and_nothing_is_lost(week: Room, qtbot: QtBot) -> None:
    walking(week, qtbot)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Escape)
    assert week.gone.places == [("today", {})]
    review = week.services.reviews.current()
    assert review is not None
    assert len(review.answers) == 1


def test_after_ten_minutes_on_screen_it_offers_to_stop_once(week: Room, qtbot: QtBot) -> None:
    screen = walking(week, qtbot)
    screen.presenter.tick(599)
    assert screen.offer.isHidden()
    screen.presenter.tick(2)
    sentence = "That's ten. Stop here? I'll carry 8 calls to next week and say so in the figures."
    assert screen.offer.words.text() == sentence
    screen.offer.go_on.click()
    screen.presenter.tick(300)
    assert screen.offer.isHidden()
    review = week.services.reviews.current()
    assert review is not None
    assert review.seconds_spent == 901


def test_stopping_carries_the_rest_and_goes_on_with_the_bookings(week: Room, qtbot: QtBot) -> None:
    screen = walking(week, qtbot)
    screen.presenter.tick(600)
    screen.offer.carry.click()
    review = week.services.reviews.current()
    assert review is not None
    assert len(review.carried_over) == 8
    assert screen.presenter.place is not None
    assert screen.presenter.place.step is Step.BOOKINGS
    assert screen.offer.isHidden()


def test_time_counts_only_while_it_is_on_screen(week: Room, qtbot: QtBot) -> None:
    screen = walking(week, qtbot)
    assert screen.is_counting
    screen.window().hide()
    assert not screen.is_counting


def test_one_call_can_be_left_for_next_week_on_purpose(week: Room, qtbot: QtBot) -> None:
    screen = walking(week, qtbot)
    place = screen.presenter.place
    assert place is not None
    screen.call.later_button.click()
    review = week.services.reviews.current()
    assert review is not None
    assert review.carried_over == (place.call,)
    assert screen.far.text().startswith("1 of 7 · ")


def test_odd_bookings_are_decided_on_the_spot(week: Room, qtbot: QtBot) -> None:
    screen = at_step(walking(week, qtbot), Step.BOOKINGS)
    assert screen.bookings.sentence.text() == "1 promised, 0 in the diary. 1 is odd."
    (card,) = screen.bookings.cards()
    card.decision.fine.click()
    card.decision.ask.field.set_value("She rang off to ask her husband.")
    card.decision.ask.keep.click()
    finding = week.services.findings.open_(card.decision.finding.id).finding
    assert (finding.status, finding.decided_by) == (FindingStatus.ACCEPTED, "Sam")
    assert screen.bookings.sentence.text() == "1 promised, 0 in the diary."


def test_it_opens_with_what_was_promised_and_what_is_not_fixed_comes_again(week: Room, qtbot: QtBot) -> None:
    action = week.services.reviews.promise(None, "Don't offer Sundays", "Jo", date(2026, 11, 20))
    screen = walking(week, qtbot)
    (card,) = screen.promises.cards()
    card.note.set_value("Two more on Sunday")
    card.buttons[ActionState.NOT_FIXED].click()
    assert week.services.reviews.promises() == ()
    screen = at_step(screen, Step.DECIDE)
    assert screen.decide.suggestion_buttons()[0].words == action.what


def test_what_is_promised_has_a_name_and_a_day_and_wording_for_the_supplier(week: Room, qtbot: QtBot) -> None:
    screen = at_step(walking(week, qtbot), Step.DECIDE)
    screen.decide.keep.click()
    assert screen.decide.field_error() == "Say what should be done."
    suggestion = next(each for each in screen.decide.suggestion_buttons() if "“booked”" in each.words)
    suggestion.click()
    screen.decide.continue_button.click()
    assert screen.decide.field_error() == "Write this down first, or empty the field."
    screen.decide.keep.click()
    review = week.services.reviews.current()
    assert review is not None
    (action,) = week.services.reviews.promised_in(review.id)
    assert (action.what, action.who, action.due) == (suggestion.words, "Sam", date(2026, 11, 27))
    screen.decide.copy_button.click()
    copied = QApplication.clipboard().text()
    assert "Daisy must only say “booked” when the diary has taken it." in copied
    assert "Ana" not in copied
    assert "07700" not in copied


def test_the_end_says_how_bookings_were_and_when_the_next_review_is(week: Room, qtbot: QtBot) -> None:
    screen = at_step(walking(week, qtbot), Step.DECIDE)
    screen.decide.continue_button.click()
    texts = [each.text() for each in screen.finish.findChildren(QWidget) if hasattr(each, "text")]
    assert "Booking accuracy: 0 of 1" in texts
    assert "Next review: Fri 27 Nov." in texts
    assert [each.accessibleName() for each in screen.finish.pdf_buttons] == ["Save the scorecard of Daisy as PDF"]
    assert screen.pause_button.isHidden()
    week.office.clock.advance(timedelta(days=1))
    screen.data_changed(frozenset({"calls"}))
    assert screen.finish.isVisible()


def test_an_agent_that_is_still_being_set_up_has_its_figures_when_it_took_calls(room: Room, qtbot: QtBot) -> None:
    room.services.setup.apply(SETUP.replace('"stage": "live"', '"stage": "planned"'))
    room.office.take_calls(line("booked", "2026-11-17T15:00", *BOOKED, cost="0.50"))
    screen = at_step(walking(room, qtbot), Step.MONEY)
    said = " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())
    assert "£0.50" in said
    at_step(screen, Step.DECIDE).decide.continue_button.click()
    assert [each.accessibleName() for each in screen.finish.pdf_buttons] == ["Save the scorecard of Daisy as PDF"]


def test_every_control_has_a_spoken_name(week: Room, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView

    screen = at_step(walking(week, qtbot), Step.DECIDE)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListView)
    controls = [
        each for kind in kinds for each in screen.findChildren(kind) if not isinstance(each.parent(), QComboBox)
    ]
    nameless = [each for each in controls if each.isVisibleTo(screen) and not each.accessibleName()]
    assert nameless == []
