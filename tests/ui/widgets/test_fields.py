"""Fields take what people type and paste, say what does not fit, and lose nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.money import Money
from agentdesk.ui.widgets.fields import ChoiceField, MinutesField, MoneyField, TextArea, TextField, TickBox
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.words import ErrorWords

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def turned(widget: QWidget) -> QWheelEvent:
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(
        QPointF(5, 5), QPointF(widget.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, 120), *nothing, False
    )


def test_a_text_field_takes_pasted_text_as_one_plain_line(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    clip = QMimeData()
    clip.setHtml("<b>Hartley</b>")
    clip.setText("Hartley\nPlumbing \x07& Heating")
    QApplication.clipboard().setMimeData(clip)
    with qtbot.waitSignal(field.edited):
        field.paste()
    assert field.value() == "Hartley Plumbing & Heating"
    # while Python still holds the clip too: left there, both would end it when the tests do
    QApplication.clipboard().clear()


def test_a_text_field_says_when_it_is_full(qtbot: QtBot) -> None:
    field = TextField(limit=5)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.too_long) as said:
        qtbot.keyClicks(field, "Hartley")
    assert said.args == ["There is room for 5 letters."]
    assert field.value() == "Hartl"


def test_space_around_is_left_out_of_the_value_but_not_taken_from_the_fingers(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, " Sam ")
    assert field.value() == "Sam"
    assert field.text() == " Sam "


def test_an_area_takes_pasted_text_without_its_styles_and_says_what_did_not_fit(qtbot: QtBot) -> None:
    area = TextArea(limit=12)
    qtbot.addWidget(area)
    clip = QMimeData()
    clip.setHtml("<h1>Never</h1>")
    clip.setText("Never quote a price for boilers")
    with qtbot.waitSignal(area.too_long):
        area.insertFromMimeData(clip)
    assert area.value() == "Never quote"
    assert area.toPlainText() == "Never quote "


def test_an_area_refuses_pictures_and_files(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    clip = QMimeData()
    clip.setImageData(QApplication.style().standardPixmap(QApplication.style().StandardPixmap.SP_FileIcon).toImage())
    assert not area.canInsertFromMimeData(clip)


def test_typing_beyond_the_limit_of_an_area_stops_there(qtbot: QtBot) -> None:
    area = TextArea(limit=4)
    qtbot.addWidget(area)
    qtbot.keyClicks(area, "Hello")
    assert area.toPlainText() == "Hell"


def test_tab_leaves_an_area() -> None:
    assert TextArea().tabChangesFocus()


def test_a_choice_keeps_its_value_when_the_options_change(qtbot: QtBot) -> None:
    field = ChoiceField([("jo", "Jo"), ("sam", "Sam")], value="sam")
    qtbot.addWidget(field)
    field.set_options([("priya", "Priya"), ("sam", "Sam & Jo")])
    assert field.value() == "sam"
    field.set_options([("priya", "Priya")])
    assert field.value() == "priya"
    field.set_value("nobody")
    assert field.value() == "priya"
    assert ChoiceField[str]().value() is None


def test_only_the_owner_s_own_choice_is_told(qtbot: QtBot) -> None:
    field = ChoiceField([("jo", "Jo"), ("sam", "Sam")])
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.chosen):
        field.set_value("sam")
    with qtbot.waitSignal(field.chosen):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == "jo"


@pytest.mark.parametrize("field", [ChoiceField, MinutesField])
def test_the_wheel_scrolls_the_page_and_never_a_field(
    qtbot: QtBot, field: type[ChoiceField[str] | MinutesField]
) -> None:
    widget = MinutesField(15) if field is MinutesField else ChoiceField([("jo", "Jo"), ("sam", "Sam")])
    qtbot.addWidget(widget)
    before = widget.value()
    turn = turned(widget)
    QApplication.sendEvent(widget, turn)
    assert widget.value() == before
    assert not turn.isAccepted()


def test_money_is_read_as_people_write_it(qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    assert field.read() is None
    qtbot.keyClicks(field, "£1,250.50")
    assert field.read() == Money(125050, 2, "GBP")
    field.set_amount(Money(0, 2, "GBP"))
    assert field.read() == Money(0, 2, "GBP")
    field.set_amount(None)
    assert field.read() is None


@pytest.mark.parametrize("text", ["1.000,50", "-5", "1e9", "five"])
def test_money_that_could_mean_two_things_is_asked_for_again(qtbot: QtBot, text: str) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, text)
    with pytest.raises(ValueError, match="Write an amount"):
        field.read()
    assert field.text() == text


def test_minutes_stay_within_their_bounds(qtbot: QtBot) -> None:
    field = MinutesField(15, least=5, most=60)
    qtbot.addWidget(field)
    assert field.text() == "15 minutes"
    with qtbot.waitSignal(field.edited):
        field.setValue(600)
    assert field.value() == 60


def test_a_tick_box_says_an_ampersand_and_leaves_enter_to_the_page(qtbot: QtBot) -> None:
    box = TickBox("Complaints & refunds")
    qtbot.addWidget(box)
    assert box.text() == "Complaints && refunds"
    assert box.accessibleName() == "Complaints & refunds"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert not box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()


def test_a_tick_box_s_words_wrap_where_there_is_little_room_and_a_click_on_any_line_ticks(qtbot: QtBot) -> None:
    box = TickBox("Keep in the tray when the window is closed, so that somebody is told at night as well")
    qtbot.addWidget(box)
    wide, narrow = box.sizeHint().width(), 240
    assert box.minimumSizeHint().width() <= narrow
    assert box.heightForWidth(wide) == box.sizeHint().height()
    assert box.heightForWidth(narrow) >= 3 * box.fontMetrics().height()
    box.resize(narrow, box.heightForWidth(narrow))
    box.show()
    inked = box.grab().toImage()
    ground = inked.pixelColor(narrow - 1, 0)
    last_line = range(box.height() - box.fontMetrics().height(), box.height() - 6)
    assert any(inked.pixelColor(x, y) != ground for y in last_line for x in range(40, narrow))
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(60, box.height() - 8))
    assert box.isChecked()


def test_a_row_names_its_field_and_describes_it(qtbot: QtBot) -> None:
    row = FormRow("Hours & days", TextField(), "When somebody answers.")
    qtbot.addWidget(row)
    assert row.field.accessibleName() == "Hours & days"
    assert row.field.accessibleDescription() == "When somebody answers."
    assert row.label() == "Hours & days"


def test_what_is_wrong_is_said_beside_the_field_which_keeps_what_was_typed(qtbot: QtBot) -> None:
    row = FormRow("Name", TextField("Sam"), "As callers hear it.")
    qtbot.addWidget(row)
    row.show()
    row.set_error("Write a name that nobody else has.")
    shown = row.findChild(ErrorWords)
    assert shown is not None
    assert shown.isVisible()
    assert row.field.accessibleDescription() == "Write a name that nobody else has. As callers hear it."
    assert row.field.property("wrong") is True
    assert isinstance(row.field, TextField)
    assert row.field.value() == "Sam"
    row.set_error(None)
    assert not shown.isVisible()
    assert row.error() == ""


def test_the_word_about_length_goes_when_there_is_room_again(qtbot: QtBot) -> None:
    row = FormRow("Name", TextField(limit=3))
    qtbot.addWidget(row)
    qtbot.keyClicks(row.field, "Samuel")
    assert row.error() == "There is room for 3 letters."
    qtbot.keyClick(row.field, Qt.Key.Key_Backspace)
    assert row.error() == ""
    row.set_error("Write another name.")
    qtbot.keyClick(row.field, Qt.Key.Key_Backspace)
    assert row.error() == "Write another name."


def test_a_field_is_no_wider_than_a_line_one_can_read_and_stands_at_the_left(qtbot: QtBot) -> None:
    row = FormRow("Limit", MoneyField())
    wide = FormRow("Purpose", TextArea(), wide=True)
    for each in (row, wide):
        qtbot.addWidget(each)
        each.resize(1400, 200)
        each.show()
    assert row.field.mapTo(row, QPoint(0, 0)).x() == 0
    assert row.field.width() < 400
    assert wide.field.width() == 1400
