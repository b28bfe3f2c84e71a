"""Light, dark and larger text change at once, for what is styled and for what is painted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.ui.theme.icons import FOLDER, app_icon, icon
from agentdesk.ui.theme.palette import palette_of, tokens_now
from agentdesk.ui.theme.stylesheet import stylesheet
from agentdesk.ui.theme.theme import Scheme, Theme
from agentdesk.ui.theme.tokens import ALL, DARK, LIGHT
from agentdesk.ui.theme.type_scale import Size, font_of, points, scaled
from agentdesk.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import TickBox
from agentdesk.ui.widgets.words import TitleWords, Words


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    theme.choose(Scheme.LIGHT, 100)
    theme.deleteLater()


def colour_at(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name().upper()


def test_dark_follows_the_owner_s_choice_at_once(theme: Theme, qtbot: QtBot) -> None:
    card = Card()
    card.setFixedSize(100, 60)
    qtbot.addWidget(card)
    card.show()
    assert colour_at(card, 50, 30) == LIGHT.card
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK)
    assert tokens_now() is DARK
    assert colour_at(card, 50, 30) == DARK.card


@pytest.mark.usefixtures("theme")
def test_every_computer_shows_the_same_style_of_controls(qapp: QApplication) -> None:
    dress = qapp.styleSheet()
    qapp.setStyleSheet("")  # which hides the style that it dresses
    below = qapp.style().name()
    qapp.setStyleSheet(dress)
    assert below == "fusion"


def test_what_is_chosen_already_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Scheme.LIGHT, 100)
        theme.choose()


def test_where_the_computer_does_not_say_it_is_light(theme: Theme) -> None:
    theme.choose(Scheme.SYSTEM)
    assert not theme.dark
    assert theme.tokens is LIGHT


def test_the_text_grows_with_the_setting_and_the_sizes_keep_their_steps(theme: Theme, qtbot: QtBot) -> None:
    words, title = Words("Daisy is answering."), TitleWords("Today")
    for each in (words, title):
        qtbot.addWidget(each)
        each.show()
    before = words.sizeHint().height(), title.sizeHint().height()
    assert (words.font().pointSizeF(), title.font().pointSizeF()) == (13, 22)
    theme.choose(text_percent=200)
    assert (words.font().pointSizeF(), title.font().pointSizeF()) == (26, 44)
    assert words.sizeHint().height() >= 1.9 * before[0]
    assert title.sizeHint().height() >= 1.9 * before[1]
    assert font_of(Size.QUIET).pointSizeF() == 22
    assert scaled(20) == 40


def test_desktops_with_a_smaller_font_for_labels_do_not_shrink_ours(
    theme: Theme,  # noqa: ARG001 - its stylesheet
    qtbot: QtBot,
    qapp: QApplication,
) -> None:
    theirs = QFont(qapp.font())
    theirs.setPointSizeF(8)
    for kind in ("QLabel", "QPushButton", "QCheckBox"):
        qapp.setFont(theirs, kind)  # type: ignore[arg-type]  # it says bytes and takes text
    for each in (Words("Daisy is answering."), QuietButton("Open"), TickBox("Start with the computer")):
        qtbot.addWidget(each)
        each.ensurePolished()
        assert each.font().pointSizeF() == 13


def test_the_text_size_stays_between_100_and_200_per_cent(theme: Theme) -> None:
    assert points(Size.BODY, 20) == 13
    assert points(Size.FIGURE, 900) == 68
    theme.choose(text_percent=5000)
    assert theme.text_percent == 200


def test_a_painted_icon_takes_the_new_colour(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = IconButton("close", "Close this message", parent=window)
    window.show()

    def strongest() -> str:
        image = button.icon().pixmap(QSize(20, 20)).toImage()
        whole = (image.pixelColor(x, y) for x in range(20) for y in range(20))
        return max(whole, key=QColor.alpha).name().upper()

    assert strongest() == LIGHT.quiet
    theme.choose(Scheme.DARK)
    assert strongest() == DARK.quiet


def test_the_focus_ring_can_be_seen(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(Scheme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    button = PrimaryButton("Open", parent=window)
    window.show()
    window.activateWindow()
    at = button.width() // 2
    assert colour_at(button, at, 0) == LIGHT.accent
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert colour_at(button, at, 0) == LIGHT.text


@pytest.mark.parametrize("tokens", ALL)
def test_every_theme_is_told_by_its_palette(theme: Theme, qapp: QApplication, tokens: object) -> None:
    theme.choose(Scheme.DARK)
    assert isinstance(tokens, type(LIGHT))
    qapp.setPalette(palette_of(tokens))
    assert tokens_now() is tokens
    theme.choose(Scheme.LIGHT)


def test_every_drawing_the_stylesheet_names_is_there() -> None:
    for tokens in (LIGHT, DARK):
        sheet = stylesheet(tokens, 100)
        names = {each.split(")")[0] for each in sheet.split("url(icons:")[1:]}
        assert names
        assert all((FOLDER / each).is_file() for each in names)


def drawings() -> list[Path]:
    return sorted(FOLDER.glob("*.svg"))


@pytest.mark.parametrize("drawing", drawings(), ids=lambda each: each.stem)
def test_every_icon_is_one_small_safe_drawing(drawing: Path) -> None:
    root = ET.fromstring(drawing.read_text(encoding="utf-8"))  # noqa: S314 - our own drawing
    shapes = {each.tag.rsplit("}")[-1] for each in root.iter()}
    assert shapes <= {"svg", "path", "circle", "rect"}
    assert root.get("viewBox") in ("0 0 24 24", "0 0 64 64")


@pytest.mark.parametrize("name", [each.stem for each in drawings() if "." not in each.stem])
def test_every_icon_shows_something_in_both_themes(theme: Theme, name: str) -> None:
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose(scheme)
        image = icon(name).pixmap(QSize(24, 24)).toImage()
        assert any(image.pixelColor(x, y).alpha() > 100 for x in range(24) for y in range(24))


@pytest.mark.parametrize(("shade", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_the_stylesheet_s_drawings_wear_the_theme_s_colours(shade: str, tokens: object) -> None:
    assert isinstance(tokens, type(LIGHT))
    assert tokens.quiet in (FOLDER / f"chevron-down.{shade}.svg").read_text()
    assert tokens.quiet in (FOLDER / f"chevron-up.{shade}.svg").read_text()
    assert tokens.on_accent in (FOLDER / f"tick.{shade}.svg").read_text()
    assert tokens.on_accent in (FOLDER / f"point.{shade}.svg").read_text()


def test_the_tray_icon_that_wants_the_owner_has_another_shape(theme: Theme) -> None:  # noqa: ARG001 - needs Qt
    plain, wants = (app_icon(name).pixmap(QSize(24, 24)).toImage() for name in ("tray", "tray-attention"))
    different = sum(
        plain.pixelColor(x, y).lightness() != wants.pixelColor(x, y).lightness() for x in range(24) for y in range(24)
    )
    assert different > 60
