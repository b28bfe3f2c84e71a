"""A call as a conversation: every word literal, doubtful ones marked, and no more laid out than is read."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextLayout
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from agentdesk.domain.call import Turn
from agentdesk.domain.finding import Said
from agentdesk.ui.widgets.conversation import ConversationView
from agentdesk.ui.widgets.conversation_model import (
    LETTERS_AT_A_TIME,
    MOST_ROWS,
    TURNS_AT_A_TIME,
    ConversationModel,
    Mark,
    More,
    Piece,
)
from agentdesk.ui.widgets.painted_text import laid_out
from agentdesk.ui.widgets.states import State
from tests.ui.screens.windows import in_a_window

TALK = (
    Turn("agent", "Hello, Daisy speaking.", 0.0),
    Turn("caller", "I want <b>a manager</b> & nobody else.", 14.2),
    Turn("agent", "", None),
)


def many(count: int) -> tuple[Turn, ...]:
    return tuple(Turn("caller" if at % 2 else "agent", f"Turn number {at}", 4.0 * at) for at in range(count))


def shown(qtbot: QtBot) -> ConversationView:
    view = ConversationView()
    in_a_window(qtbot, view, 800, 600)
    return view


def spoken(model: ConversationModel) -> list[str]:
    return [str(model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def pieces(model: ConversationModel) -> list[Piece]:
    rows = [model.row_at(at) for at in range(model.rowCount())]
    return [each for each in rows if isinstance(each, Piece)]


def test_each_turn_is_heard_with_who_and_when(qtbot: QtBot) -> None:
    view = shown(qtbot)
    mark = Mark(Said(1, "a manager"), State.LOOK, "A caller asked for a person.")
    view.set_conversation(TALK, [mark], "Daisy")
    assert spoken(view.talk) == [
        "Daisy, 0:00: Hello, Daisy speaking.",
        "Caller, 0:14: I want <b>a manager</b> & nobody else. Look: A caller asked for a person.",
        "Daisy: (nothing was said)",
    ]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ConversationModel()
    qtmodeltester.check(model)
    model.set_turns(many(900), (), "Daisy")
    model.show_turn(700)
    for _ in range(3):
        last = model.row_at(model.rowCount() - 1)
        if isinstance(last, More):
            model.show_more(last)
    model.set_turns((), (), "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I want a manager", "a manager"),
        ("😀😀 I want a manager", "a manager"),
        ("one\r\ntwo\x1b[31m three", "two\x1b[31m"),
        ("<b>bold</b> it is", "<b>bold</b>"),
    ],
)
def test_marked_words_are_found_letter_for_letter(text: str, words: str) -> None:
    model = ConversationModel()
    model.set_turns([Turn("caller", text)], [Mark(Said(0, words), State.ACT_NOW, "why")], "")
    (piece,) = pieces(model)
    ((start, end, state),) = piece.stretches
    assert state is State.ACT_NOW
    assert piece.text[start:end] == words.replace("\x1b", "␛")


def test_five_thousand_turns_come_a_few_at_a_time_and_none_is_lost() -> None:
    model = ConversationModel()
    model.set_turns(many(5000), (), "Daisy")
    seen = {each.turn for each in pieces(model)}
    assert seen == set(range(TURNS_AT_A_TIME))
    while isinstance(last := model.row_at(model.rowCount() - 1), More):
        model.show_more(last)
        seen |= {each.turn for each in pieces(model)}
        assert model.rowCount() <= MOST_ROWS + 2
    assert seen == set(range(5000))
    while isinstance(first := model.row_at(0), More):
        model.show_more(first)
    assert pieces(model)[0].turn == 0


def test_an_endless_turn_is_cut_and_the_rest_is_one_press_away() -> None:
    model = ConversationModel()
    text = "".join(chr(97 + at % 26) for at in range(LETTERS_AT_A_TIME * 3 + 7))
    model.set_turns([Turn("caller", text, 1.0)], (), "")
    assert [len(each.text) for each in pieces(model)] == [LETTERS_AT_A_TIME]
    while isinstance(last := model.row_at(model.rowCount() - 1), More):
        model.show_more(last)
    assert "".join(each.text for each in pieces(model)) == text


@pytest.mark.parametrize(
    "turns",
    [
        many(5000),
        (Turn("caller", "x" * 1_000_000, 0.0),),
        (Turn("caller", "e" + "\u0301" * 9000, 0.0),),
        (Turn("caller", "\u202eabc " * 3000, 0.0),),
    ],
    ids=["5,000 turns", "a million letters", "accents", "turned round"],
)
def test_however_much_is_said_no_more_letters_are_laid_out_than_are_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, turns: tuple[Turn, ...]
) -> None:
    letters: list[int] = []

    def counted(text: str, *rest: Any) -> QTextLayout:
        letters.append(len(text))
        return laid_out(text, *rest)

    monkeypatch.setattr("agentdesk.ui.widgets.conversation.laid_out", counted)
    view = shown(qtbot)
    view.set_conversation(turns, (), "Daisy")
    view.grab()
    view.go_to(len(turns) // 2)
    view.grab()
    # measured and painted once here, and once more where the middle is
    assert 0 < sum(letters) < 3 * LETTERS_AT_A_TIME


def test_going_to_a_turn_shows_it(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.set_conversation(many(3000), (), "Daisy")
    view.go_to(2500)
    row = view.talk.row_at(view.currentIndex().row())
    assert isinstance(row, Piece)
    assert row.turn == 2500
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_the_keyboard_reads_down_through_a_turn_taller_than_the_window(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.set_conversation((Turn("caller", "word " * 1900, 0.0), Turn("agent", "Yes.", 9.0)), (), "Daisy")
    view.setCurrentIndex(view.talk.index(0))
    view.scrollToTop()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 0
    assert view.verticalScrollBar().value() > 0
    for _ in range(200):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1


def test_enter_on_the_last_row_brings_more(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.set_conversation(many(TURNS_AT_A_TIME + 5), (), "Daisy")
    view.setCurrentIndex(view.talk.index(view.talk.rowCount() - 1))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.talk.rowCount() == TURNS_AT_A_TIME + 5
    row = view.talk.row_at(view.currentIndex().row())
    assert isinstance(row, Piece)
    assert row.turn == TURNS_AT_A_TIME


def test_copying_takes_what_was_said_as_it_came(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.set_conversation(TALK, (), "Daisy")
    view.setCurrentIndex(view.talk.index(1))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == TALK[1].text
