"""Which service: a tile for each, with the name that stands on the bill."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from agentdesk.services.connections.connecting import Tile
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.card import Section
from agentdesk.ui.widgets.pressable import Pressable
from agentdesk.ui.widgets.words import QuietWords, StrongWords

MOST_COLUMNS = 3
LEAST_WIDTH = 260
TILE_HEIGHT = 68
"""Of a tile with a name and a line, and of those without a line beside it; both in pixels at 100 %."""


class ServiceTile(Pressable):
    """One service. A preview bears the mark; what is missing is said before the key is asked for, and to those who
    listen at once.
    """

    wanted = Signal(object)
    """The Tile."""

    def __init__(self, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent, framed=True)
        self.tile = tile
        name = StrongWords(tile.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.setSpacing(SPACE_4)
        # that it answers calls, or keeps a diary, stands above its part of the page
        both = tile.calls and tile.bookings
        labels: list[QWidget] = [name]
        if more := tile.known_as or (self._does() if both else ""):
            labels.append(QuietWords(more))
        if tile.preview:
            labels.append(QuietWords(self.tr("Early version")))
        self.setMinimumHeight(scaled(TILE_HEIGHT))
        column.addStretch(1)
        for each in labels:
            column.addWidget(each)
        column.addStretch(1)
        self.adopt(*labels)
        preview = f"{self.tr('Early version')}. {' '.join(tile.preview)}" if tile.preview else ""
        self.setAccessibleName(
            " ".join(
                filter(
                    None, (f"{tile.name}.", f"{tile.known_as}." if tile.known_as else "", f"{self._does()}.", preview)
                )
            )
        )
        self.clicked.connect(self._on_clicked)

    def _does(self) -> str:
        if self.tile.calls and self.tile.bookings:
            return self.tr("Answers calls and keeps a diary")
        return self.tr("Answers calls") if self.tile.calls else self.tr("Keeps a diary")

    def _on_clicked(self) -> None:
        self.wanted.emit(self.tile)


class Choosing(QWidget):
    """The services, those that answer calls apart from the diaries."""

    wanted = Signal(object)
    files_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.calls = Section(self.tr("Answers calls"))
        self.diaries = Section(self.tr("Keeps the diary"))
        self.tiles: tuple[ServiceTile, ...] = ()
        self._grids: dict[Section, QGridLayout] = {}
        self._filled: dict[Section, list[ServiceTile]] = {self.calls: [], self.diaries: []}
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_24)
        for section in (self.calls, self.diaries):
            self._grids[section] = QGridLayout()
            self._grids[section].setSpacing(SPACE_12)
            section.body.addLayout(self._grids[section])
            column.addWidget(section)
        self.unknown = LinkButton(self.tr("I don't know which one it is"), self.note_wanted.emit)
        self.files = LinkButton(self.tr("Mine isn't here: bring in a file instead"), self.files_wanted.emit)
        ways = QVBoxLayout()
        ways.setSpacing(SPACE_8)
        for button in (self.unknown, self.files):
            ways.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(ways)

    def show_tiles(self, tiles: Sequence[Tile], kind: str) -> None:
        """`kind`: "calls" or "bookings" for only those, or nothing."""
        calls = [each for each in tiles if each.calls] if kind != "bookings" else []
        diaries = [each for each in tiles if each.bookings and each not in calls] if kind != "calls" else []
        for each in self.tiles:
            each.hide()
            each.setParent(None)
            each.deleteLater()
        shown: list[ServiceTile] = []
        for section, wanted in ((self.calls, calls), (self.diaries, diaries)):
            made = [ServiceTile(each) for each in wanted]
            for each in made:
                each.wanted.connect(self.wanted)
            self._filled[section] = made
            self._fill(section)
            section.setVisible(bool(made))
            section.heading.setVisible(not kind)
            shown += made
        self.tiles = tuple(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        here = next((at for at, each in enumerate(self.tiles) if each.hasFocus()), None)
        if step is not None and here is not None and 0 <= here + step < len(self.tiles):
            self.tiles[here + step].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        columns = max(1, min(MOST_COLUMNS, self.width() // scaled(LEAST_WIDTH)))
        if columns != self._columns:
            self._columns = columns
            for section in self._grids:
                self._fill(section)

    def _fill(self, section: Section) -> None:
        grid = self._grids[section]
        while grid.count():
            grid.takeAt(0)
        columns = max(1, self._columns)
        for at, each in enumerate(self._filled[section]):
            grid.addWidget(each, at // columns, at % columns)
        for at in range(MOST_COLUMNS):
            grid.setColumnStretch(at, 1 if at < columns else 0)

    def first(self) -> QWidget:
        return self.tiles[0] if self.tiles else self.files
