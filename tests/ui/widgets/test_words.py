"""Text on the screen is text, whatever it looks like."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from agentdesk.ui.widgets import words as kinds
from agentdesk.ui.widgets.words import ElidedLabel, PageTitle, Words, literal, plain_tip, spoken

MARKUP = (
    "<b>bold</b>",
    '<img src="file:///etc/passwd">',
    r'<img src="\\host\share\x">',
    "<table>" * 50,
    "![x](file:///etc/passwd)",
    "&lt;b&gt;",
)


@pytest.mark.parametrize(
    "kind", [each for each in vars(kinds).values() if isinstance(each, type) and issubclass(each, Words)]
)
@pytest.mark.parametrize("markup", MARKUP)
def test_every_kind_of_words_shows_markup_literally(qtbot: QtBot, kind: type[Words], markup: str) -> None:
    label = kind(markup)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text().replace("\u200b", "") == markup


def test_of_a_million_letters_few_are_kept_and_none_costs_width(qtbot: QtBot) -> None:
    label = Words()
    qtbot.addWidget(label)
    label.setText("x" * 1_000_000)
    label.resize(600, 400)
    label.heightForWidth(600)
    label.grab()
    assert len(label.text()) < 20_000
    assert label.text().endswith("…")
    assert label.minimumSizeHint().width() < 600


def test_control_characters_show_as_signs(qtbot: QtBot) -> None:
    label = Words("bell \x07")
    qtbot.addWidget(label)
    assert label.text() == "bell ␇"


def test_one_line_ends_with_dots_and_tells_all_of_it_otherwise(qtbot: QtBot) -> None:
    label = ElidedLabel("Mrs Ward asked whether somebody could come before Tuesday, because of the boiler")
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert label._shown.endswith("…")
    assert label.accessibleName() == label.text()
    assert label.toolTip() == label.text()
    label.resize(2000, 24)
    assert label.toolTip() == ""


def test_one_line_stays_one_line(qtbot: QtBot) -> None:
    label = ElidedLabel("two\nlines\tand more")
    qtbot.addWidget(label)
    assert label.text() == "two lines and more"


@pytest.mark.parametrize("markup", MARKUP)
def test_a_tool_tip_shows_markup_literally(markup: str) -> None:
    document = QTextDocument()
    document.setHtml(plain_tip(markup))
    assert document.toPlainText() == markup


def test_an_ampersand_shows_as_one() -> None:
    assert literal("Hartley Plumbing & Heating") == "Hartley Plumbing && Heating"


def test_a_title_has_quiet_words_only_where_there_are_some(qtbot: QtBot) -> None:
    title = PageTitle("Today")
    qtbot.addWidget(title)
    assert title.title() == "Today"
    assert title._quiet.isHidden()
    title.set_title("Calls", "updating…")
    assert title.title() == "Calls"
    assert not title._quiet.isHidden()


def test_spoken_parts_have_one_full_stop_between() -> None:
    assert spoken("Calls", "61", "more than usual.", "", "14 days") == "Calls. 61. more than usual. 14 days"
