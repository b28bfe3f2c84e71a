"""Rows, marks and buttons: one sentence, one shape with its word, one thing that happens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.domain.finding import Severity
from agentdesk.domain.measure import Verdict
from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import colours
from agentdesk.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import RowList
from agentdesk.ui.widgets.rows import BigFigure, SentenceRow
from agentdesk.ui.widgets.states import State, StateMark, paint_mark, state_of_severity, state_of_verdict

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def painted(state: State) -> QImage:
    image = QImage(QSize(40, 40), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_mark(painter, state, QRectF(4, 4, 32, 32))
    painter.end()
    return image


def covered(image: QImage) -> frozenset[tuple[int, int]]:
    return frozenset((x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() > 128)


def test_every_state_has_a_shape_and_a_word_of_its_own(qtbot: QtBot) -> None:  # noqa: ARG001 - painting needs Qt
    shapes = [covered(painted(state)) for state in State]
    assert len(set(shapes)) == len(State)
    assert len({state.in_words for state in State}) == len(State)
    assert all(len(one ^ other) > 60 for at, one in enumerate(shapes) for other in shapes[:at])


def test_a_mark_wears_its_state_s_colour(qtbot: QtBot) -> None:  # noqa: ARG001 - painting needs Qt
    for state in (State.ACT_NOW, State.LOOK, State.ON_TARGET):
        assert painted(state).pixelColor(20, 22).name().upper() == colours(tokens_now())[state.token]


def test_a_mark_s_own_words_do_not_hide_its_state_from_those_who_listen(qtbot: QtBot) -> None:
    mark = StateMark(State.ACT_NOW, "Ring back by 4:25 pm")
    qtbot.addWidget(mark)
    assert mark.words() == "Ring back by 4:25 pm"
    assert mark.accessibleName() == "Act now: Ring back by 4:25 pm"
    mark.set_state(State.ON_TARGET)
    assert (mark.state, mark.words(), mark.accessibleName()) == (State.ON_TARGET, "On target", "On target")


def test_a_row_is_as_narrow_as_it_is_made_whatever_stands_at_its_mark(qtbot: QtBot) -> None:
    row = SentenceRow(
        "A sentence.", state=State.LOOK, state_words="D" * 60 + " was changed, and nobody has decided yet"
    )
    qtbot.addWidget(row)
    row.resize(320, row.heightForWidth(320))
    assert row.minimumSizeHint().width() <= 320
    assert row.heightForWidth(320) > row.heightForWidth(2000)


def test_each_severity_and_verdict_has_its_state() -> None:
    assert [state_of_severity(each) for each in Severity] == [State.ACT_NOW, State.LOOK, State.NOTE]
    assert {state_of_verdict(each) for each in Verdict} == {
        State.ON_TARGET,
        State.LOOK,
        State.TOO_EARLY,
        State.NOT_KNOWN,
    }


def test_a_row_is_one_thing_to_those_who_listen(qtbot: QtBot) -> None:
    row = SentenceRow("Caller ending 417 asked for a manager.", "Daisy, 4 minutes", state=State.ACT_NOW, right="£0.42")
    qtbot.addWidget(row)
    assert row.accessibleName() == "Act now. Caller ending 417 asked for a manager. Daisy, 4 minutes £0.42"
    row.set_words("Nothing was said.")
    assert row.accessibleName() == "Nothing was said."
    assert row.state is None
    assert row.sentence() == "Nothing was said."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_row_opens_by_mouse_and_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    row = SentenceRow("Caller ending 417")
    qtbot.addWidget(row)
    row.show()
    with qtbot.waitSignal(row.opened):
        qtbot.keyClick(row, key)
    with qtbot.waitSignal(row.opened):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row._sentence.geometry().center())


def test_arrows_walk_the_rows_and_stop_at_the_ends(qtbot: QtBot) -> None:
    rows = [SentenceRow(each) for each in ("one", "two", "three")]
    whole = RowList()
    whole.set_rows(rows)
    qtbot.addWidget(whole)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(4):
        qtbot.keyClick(next(each for each in rows if each.hasFocus()), Qt.Key.Key_Down)
    assert rows[2].hasFocus()
    qtbot.keyClick(rows[2], Qt.Key.Key_Up)
    assert rows[1].hasFocus()


def test_old_rows_go_when_new_ones_come(qtbot: QtBot) -> None:
    whole = RowList()
    qtbot.addWidget(whole)
    old = SentenceRow("old")
    whole.set_rows([old])
    with qtbot.waitSignal(old.destroyed):
        whole.set_rows([SentenceRow("new"), SentenceRow("newer")])
    assert len(whole.rows()) == 2
    whole.set_rows([])
    assert whole.isHidden()


def test_a_row_is_as_tall_as_its_words_need(qtbot: QtBot) -> None:
    row = SentenceRow("A caller asked for a manager; nobody came. " * 8)
    qtbot.addWidget(row)
    assert row.heightForWidth(400) > row.heightForWidth(900) > 0


def test_a_figure_says_what_it_counts(qtbot: QtBot) -> None:
    figure = BigFigure("18 of 19", "bookings right", state=State.TOO_EARLY)
    qtbot.addWidget(figure)
    assert figure.accessibleName() == "18 of 19. bookings right. Too early to say"
    with qtbot.waitSignal(figure.opened):
        qtbot.keyClick(figure, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", [PrimaryButton, QuietButton, LinkButton])
def test_a_button_says_its_words_as_they_are(
    qtbot: QtBot, kind: type[PrimaryButton | QuietButton | LinkButton]
) -> None:
    pressed: list[str] = []
    button = kind("Ring Hartley & Sons", lambda: pressed.append("rang"), key="Ctrl+N")
    qtbot.addWidget(button)
    assert button.words() == "Ring Hartley & Sons"
    assert button.text() == "Ring Hartley && Sons"
    assert "Ctrl+N" in button.toolTip()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == ["rang", "rang"]


def test_enter_held_down_presses_once(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = PrimaryButton("Save", lambda: pressed.append("saved"))
    qtbot.addWidget(button)
    nothing = Qt.KeyboardModifier.NoModifier
    for held in (False, True, True):
        QApplication.sendEvent(button, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, nothing, "\r", held))
    assert pressed == ["saved"]


def test_an_icon_has_a_spoken_name(qtbot: QtBot) -> None:
    button = IconButton("play", "Play", key="Space")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Play"
    assert button.toolTip() == "Play (Space)"
    button.set_icon("pause")
    button.set_spoken("Pause", "Space")
    assert button.accessibleName() == "Pause"
