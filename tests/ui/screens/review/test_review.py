"""The review from the first page to the last: by keyboard alone, kept at every key press, never in the way."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.action import ActionState
from agentdesk.domain.finding import FindingStatus
from agentdesk.domain.review import Reply, ReviewState, Step
from agentdesk.ui.widgets.conversation_model import Piece
from tests.services.conftest import SETUP
from tests.services.lines import ANGRY, BOOKED, QUESTION, line
from tests.ui.conftest import Room
from tests.ui.screens.review.walking import at_step, opened, press, walking


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


def test_a_service_that_reports_no_costs_is_not_on_course_for_nothing(hartley_room: Room, qtbot: QtBot) -> None:
    days = range(1, 20)
    hartley_room.office.take_calls(*(line(f"c{day}", f"2026-11-{day:02}T15:00", *QUESTION) for day in days))
    screen = at_step(walking(hartley_room, qtbot), Step.MONEY)
    said = " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())
    assert "The service doesn't report what calls cost." in said
    assert "On course" not in said


def test_every_control_has_a_spoken_name(week: Room, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView

    screen = at_step(walking(week, qtbot), Step.DECIDE)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListView)
    controls = [
        each for kind in kinds for each in screen.findChildren(kind) if not isinstance(each.parent(), QComboBox)
    ]
    nameless = [each for each in controls if each.isVisibleTo(screen) and not each.accessibleName()]
    assert nameless == []
