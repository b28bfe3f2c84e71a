"""What Today is made of: cards of what needs somebody, tiles with a figure, two weeks as a small line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agentdesk.ui.screens.today.presenter import MatterWords, Tile, sparkline_in_words
from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.theme.type_scale import scaled, text_percent
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.rows import BigFigure
from agentdesk.ui.widgets.states import StateMark
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words, spoken

LARGE_TEXT = 140
"""From this text size on, buttons stand below words."""
TILE_WIDTH = 210
"""The least a tile needs, in pixels at 100 %."""


class MatterCard(Card):
    """One thing that needs somebody: what it is, why, and the way to it. The first one quotes what was said."""

    opened = Signal(object)
    """Its `MatterWords`."""

    def __init__(self, matter: MatterWords, *, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=SPACE_12, spacing=SPACE_4)
        self._matter = matter
        mark = StateMark(matter.state)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._when = QuietWords(matter.when)
        self._head.addWidget(mark)
        self._head.addWidget(StrongWords(matter.headline), 1)
        self._head.addWidget(self._when)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addWidget(Words(matter.reason))
        if matter.quote and first:
            words.addWidget(Words(f"“{matter.quote}”"))
        if matter.waits:
            words.addWidget(QuietWords(matter.waits))
        self.open = (PrimaryButton if first else QuietButton)(self.tr("Open"))
        self.open.setAccessibleName(self.tr("Open: {what}").format(what=matter.headline))
        self.open.clicked.connect(self._on_opened)
        self.rang = QuietButton(self.tr("I rang them"))
        self.rang.setAccessibleName(self.tr("I rang them: {what}").format(what=matter.headline))
        if not matter.ring_back:
            self.rang.hide()
        self.rang.clicked.connect(self._on_opened)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        for each in (self.open, self.rang):
            buttons.addWidget(each)
        buttons.addStretch(1)
        self._buttons = buttons
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addLayout(words, 1)
        self._body.addLayout(buttons)
        self.add(self._head, self._body)
        self.setAccessibleName(f"{mark.accessibleName()}: {matter.headline}")
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_body"):
            self._arrange()

    def _arrange(self) -> None:
        """In large text one below the other, so that every line has the whole width."""
        large = text_percent() >= LARGE_TEXT
        direction = QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        self._when.setWordWrap(large)
        self._head.setDirection(direction)
        self._head.setSpacing(SPACE_4 if large else SPACE_12)
        self._body.setDirection(direction)
        self._body.setSpacing(SPACE_8 if large else SPACE_16)
        self._body.setAlignment(self._buttons, Qt.AlignmentFlag(0) if large else Qt.AlignmentFlag.AlignBottom)

    def _on_opened(self) -> None:
        self.opened.emit(self._matter)


class Sparkline(QWidget):
    """Two weeks of calls as small bars, today at the right. The tile says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_days(self, days: tuple[int, ...]) -> None:
        """Show these counts, oldest first."""
        self._days = days
        self.setAccessibleName(sparkline_in_words(days))
        self.setVisible(any(days))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if not self._days:
            return
        tokens = tokens_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        most, step = max(*self._days, 1), min(self.width() / len(self._days), scaled(14))
        wide, high = max(2.0, step * 0.6), self.height() - 1
        for at, count in enumerate(self._days):
            tall = max(1.5, high * count / most)
            painter.setBrush(QColor(tokens.accent if at == len(self._days) - 1 else tokens.edge))
            painter.drawRoundedRect(QRectF(at * step, high - tall, wide, tall), 1, 1)


class FigureTile(BigFigure):
    """A big figure that may carry the small line."""

    def __init__(self, spoken: str, *, sparkline: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent=parent)
        self._spoken = spoken
        self._sparkline = Sparkline() if sparkline else None
        column = self.layout()
        if self._sparkline is not None and isinstance(column, QVBoxLayout):
            column.addWidget(self._sparkline)
            self.adopt(self._sparkline)

    def show_tile(self, tile: Tile, days: tuple[int, ...] = ()) -> None:
        """Show this figure."""
        self.set_figure(tile.figure, tile.caption, state=tile.state, state_words=tile.state_words)
        said = [self._spoken, self.accessibleName()]
        if self._sparkline is not None:
            self._sparkline.set_days(days)
            said.append(self._sparkline.accessibleName())
        self.setAccessibleName(spoken(*said))


class Tiles(QWidget):
    """Tiles side by side, or below one another where there is no room."""

    def __init__(self, *tiles: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = tiles
        self._below: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_12)
        self._lay_out(below=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(below=self.width() < scaled(TILE_WIDTH) * len(self._tiles))

    def _lay_out(self, *, below: bool) -> None:
        if below is self._below:
            return
        self._below = below
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            # less than it asks for: else wide tiles would never let themselves be put below one another
            tile.setMinimumWidth(1)
        for at, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, at if below else 0, 0 if below else at)
            self._grid.setColumnStretch(at, int(not below or at == 0))


class FoldButton(LinkButton):
    """Opens and closes what stands below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", icon_name="chevron-right", parent=parent)
        self.is_open = False

    def set_open(self, *, shown: bool) -> None:
        """Say whether what it opens shows now."""
        self.is_open = shown
        self._icon_name = "chevron-down" if shown else "chevron-right"
        self._tint()
        self.setAccessibleDescription(self.tr("The list shows below.") if shown else self.tr("Press to show the list."))
