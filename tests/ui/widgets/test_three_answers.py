"""Three large answers: by mouse or key, one at a time, in the room there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.review import Reply
from agentdesk.ui.widgets.three_answers import KEYS, ThreeAnswers
from tests.ui.screens.windows import in_a_window


def asked(qtbot: QtBot, width: int = 900) -> tuple[ThreeAnswers, QLineEdit, list[Reply]]:
    page = QWidget()
    answers, field = ThreeAnswers(page), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(answers)
    column.addWidget(field)
    in_a_window(qtbot, page, width, 400)
    heard: list[Reply] = []
    answers.answered.connect(heard.append)
    answers.ask("Was it true?")
    answers.focus_first()
    return answers, field, heard


def test_each_answer_has_its_key(qtbot: QtBot) -> None:
    answers, _, heard = asked(qtbot)
    for key in KEYS.values():
        QTest.keyClicks(answers.button(Reply.YES), key)
    assert heard == list(KEYS)


def test_digits_that_are_typed_answer_nothing(qtbot: QtBot) -> None:
    _, field, heard = asked(qtbot)
    field.setFocus()
    QTest.keyClicks(field, "1230")
    assert (heard, field.text()) == ([], "1230")


def test_the_answer_before_shows_and_is_heard(qtbot: QtBot) -> None:
    answers, _, _ = asked(qtbot)
    answers.ask("Was it polite?", Reply.NO)
    assert answers.button(Reply.NO).isChecked()
    assert answers.button(Reply.NO).accessibleName() == "No, your answer before, key 2"
    assert answers.button(Reply.YES).accessibleName() == "Yes, key 1"
    assert answers.accessibleName() == "Was it polite?"


def test_where_there_is_little_room_they_stand_under_one_another(qtbot: QtBot) -> None:
    answers, _, _ = asked(qtbot, 320)
    tops = {answers.button(each).y() for each in Reply}
    assert len(tops) > 1
    assert all(answers.button(each).geometry().right() <= answers.width() for each in Reply)


def test_up_and_down_are_left_to_what_the_question_is_about(qtbot: QtBot) -> None:
    answers, _, _ = asked(qtbot)
    QTest.keyClick(answers.button(Reply.YES), Qt.Key.Key_Down)
    assert answers.button(Reply.YES).hasFocus()
