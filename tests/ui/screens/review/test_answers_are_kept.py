"""Every answer and note is kept at once: through a kill, a pause, a full disk and a slow machine."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.errors import Sorry
from agentdesk.domain.review import Reply
from agentdesk.jobs.runner import ImmediateRunner
from agentdesk.services.reviews.reviewing import ReviewService
from agentdesk.store.store import open_store
from agentdesk.ui.screens.review.screen import ReviewScreen
from tests.ui.conftest import Room
from tests.ui.screens.review.walking import press, walking
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
