"""The places, at the left: each with its words and the number that needs the owner."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from agentdesk.ui.theme.icons import pixmap
from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import FIELD_RADIUS, SPACE_4, SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.theme.type_scale import Size, font_of, scaled
from agentdesk.ui.widgets.plain_text import breakable
from agentdesk.ui.widgets.pressable import paint_focus_ring
from agentdesk.ui.widgets.words import QuietWords, SectionWords, plain_tip

PLACES = ("today", "waiting", "calls", "diary", "agents", "review", "scorecards", "money")
FOOT_PLACES = ("notices", "connections", "settings")
_ICONS = {"notices": "bell", "waiting": "person"}
MOST_SHOWN = 99
MOST_LINES = 3
MOST_FRESH_LINES = 5
"""Of the business's name: the places need the room."""


class PlaceButton(QAbstractButton):
    """One place: icon, words, and a number where something needs the owner."""

    stepped = Signal(int)
    """An arrow key: 1 to the place below, -1 to the one above."""

    def __init__(self, place: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._words = words
        self._count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)

    def set_count(self, count: int) -> None:
        """How many things there need the owner; none shows nothing."""
        self._count = max(0, count)
        said = self.tr("{place}, {count} needs you") if self._count == 1 else self.tr("{place}, {count} need you")
        self.setAccessibleName(said.format(place=self._words, count=self._count) if self._count else self._words)
        self.update()

    def count(self) -> int:
        return self._count

    def words(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(wide + scaled(20) + 3 * SPACE_12 + scaled(40), self.fontMetrics().height() + SPACE_16)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
            return
        super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Only the side bar decides which place shows."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens, here = tokens_now(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_wash if here else tokens.hover))
            painter.drawRoundedRect(QRectF(self.rect()), FIELD_RADIUS, FIELD_RADIUS)
        side = scaled(20)
        picture = pixmap(
            _ICONS.get(self.place, self.place), "accent" if here else "quiet", side, self.devicePixelRatioF()
        )
        painter.drawPixmap(SPACE_12, (self.height() - side) // 2, picture)
        badge = self._paint_count(painter) if self._count else 0
        painter.setFont(font_of(Size.BODY, strong=here))
        painter.setPen(QColor(tokens.text))
        left = SPACE_12 + side + SPACE_12
        painter.drawText(
            QRectF(left, 0, self.width() - left - badge - SPACE_8, self.height()),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine),
            self._words,
        )
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), FIELD_RADIUS)

    def _paint_count(self, painter: QPainter) -> int:
        tokens = tokens_now()
        words = str(self._count) if self._count <= MOST_SHOWN else f"{MOST_SHOWN}+"
        painter.setFont(font_of(Size.QUIET, strong=True, tabular=True))
        high = painter.fontMetrics().height() + 2
        wide = max(high, painter.fontMetrics().horizontalAdvance(words) + SPACE_12)
        pill = QRectF(self.width() - wide - SPACE_8, (self.height() - high) / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.card if self.isChecked() else tokens.pressed))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(QColor(tokens.text))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)
        return wide + SPACE_8


class SideBar(QFrame):
    """The business's name, six places, notices, connections, settings, and how fresh the data is."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._business = self.tr("AgentDesk")
        self._freshness = ""
        self._name = SectionWords(self._business)
        self._name.setContentsMargins(SPACE_12, 0, SPACE_8, 0)
        self._fresh = QuietWords()
        self._fresh.setContentsMargins(SPACE_12, 0, SPACE_8, 0)
        words = {
            "today": self.tr("Today"),
            "waiting": self.tr("Needs you"),
            "calls": self.tr("Calls"),
            "diary": self.tr("Diary"),
            "agents": self.tr("Agents"),
            "review": self.tr("Review"),
            "scorecards": self.tr("Scorecards"),
            "money": self.tr("Money"),
            "notices": self.tr("Notices"),
            "connections": self.tr("Connections"),
            "settings": self.tr("Settings"),
        }
        self._buttons = {place: PlaceButton(place, words[place]) for place in (*PLACES, *FOOT_PLACES)}
        places = QWidget()
        places.setObjectName("column")
        column = QVBoxLayout(places)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for place in PLACES:
            column.addWidget(self._buttons[place])
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(places)
        around = QVBoxLayout(self)
        around.setContentsMargins(SPACE_8, SPACE_16, SPACE_8, SPACE_12)
        around.setSpacing(SPACE_4)
        around.addWidget(self._name)
        around.addSpacing(SPACE_12)
        around.addWidget(scroll, 1)
        around.addSpacing(SPACE_4)
        for place in FOOT_PLACES:
            around.addWidget(self._buttons[place])
        around.addSpacing(SPACE_4)
        around.addWidget(self._fresh)
        self.setAccessibleName(self.tr("Places"))
        for place, button in self._buttons.items():
            button.clicked.connect(self._on_clicked)
            button.stepped.connect(self._on_stepped)
            if place in PLACES:
                self._name_key(button, PLACES.index(place) + 1)
        self.fit()

    def set_business(self, name: str) -> None:
        """The name at the top; plain text, wrapped, and cut with "…" after three lines."""
        self._business = " ".join(name.split())
        self._fit_words()

    def set_freshness(self, sentence: str) -> None:
        """How old what one sees is: "Calls from 3:55 pm"; cut with "…" after five lines."""
        self._freshness = sentence
        self._fit_words()

    def set_count(self, place: str, count: int) -> None:
        """The number that needs the owner at a place."""
        self._buttons[place].set_count(count)

    def show_place(self, place: str) -> None:
        """Mark where one is; a place that is not in the bar leaves the mark where it was."""
        if place in self._buttons:
            for button in self._buttons.values():
                button.setChecked(button.place == place)

    def button(self, place: str) -> PlaceButton:
        return self._buttons[place]

    def fit(self) -> None:
        """As wide as its longest place at this text size, beside the bar that scrolls them where they are too many."""
        widest = max(button.sizeHint().width() for button in self._buttons.values())
        self.setFixedWidth(widest + self._scroll.verticalScrollBar().sizeHint().width() + 2 * SPACE_8 + 1)
        self._fit_words()

    def _fit_words(self) -> None:
        self._cut(self._name, self._business, MOST_LINES)
        self._cut(self._fresh, self._freshness, MOST_FRESH_LINES)

    def _cut(self, label: QLabel, whole: str, most_lines: int) -> None:
        """As much of the words as so many lines hold; those who listen, and who point at it, have them all."""
        label.ensurePolished()
        line = label.fontMetrics().lineSpacing()
        tallest = line * most_lines + line // 2  # a label rounds its lines up

        def is_too_tall(letters: int) -> bool:
            label.setText(f"{whole[:letters]}…" if letters < len(whole) else whole)
            return label.heightForWidth(self.width() - 2 * SPACE_8 - 1) > tallest

        if is_too_tall(len(whole)):
            is_too_tall(max(0, bisect_left(range(len(whole)), x=True, key=is_too_tall) - 1))
        label.setAccessibleName(whole)
        label.setToolTip(plain_tip(whole) if label.text() != breakable(whole) else "")

    def _name_key(self, button: PlaceButton, number: int) -> None:
        keys = QKeySequence(f"Ctrl+{number}")
        shortcut = QShortcut(keys, self)
        shortcut.activated.connect(button.click)
        button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))

    def _on_stepped(self, step: int) -> None:
        order = list(self._buttons.values())
        here = next((at for at, button in enumerate(order) if button.hasFocus()), 0)
        order[(here + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PlaceButton):
            self.place_chosen.emit(button.place)
