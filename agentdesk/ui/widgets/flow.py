"""Things side by side that go on in the next line where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from agentdesk.ui.theme.tokens import SPACE_8


class Flow(QLayout):
    """Widgets side by side, going on in the next line where there is no more room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = SPACE_8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """The height that the widgets need; each is placed in the middle of its line if they are to move."""
        line: list[QLayoutItem] = []
        top, wide = rect.y(), 0
        for item in (each for each in self._items if not each.isEmpty()):
            width = _size_in(item, rect.width()).width()
            if line and wide + self.spacing() + width > rect.width():
                top += self._lay_line(line, rect, top, move=move) + self.spacing()
                line, wide = [], 0
            wide += width + (self.spacing() if line else 0)
            line.append(item)
        return top + self._lay_line(line, rect, top, move=move) - rect.y()

    def _lay_line(self, line: list[QLayoutItem], rect: QRect, top: int, *, move: bool) -> int:
        left = rect.x()
        sizes = [_size_in(each, rect.width()) for each in line]
        tall = max((each.height() for each in sizes), default=0)
        for item, size in zip(line, sizes, strict=True) if move else ():
            item.setGeometry(QRect(QPoint(left, top + (tall - size.height()) // 2), size))
            left += size.width() + self.spacing()
        return tall


def _size_in(item: QLayoutItem, room: int) -> QSize:
    """As large as it likes to be; words that must wrap to get into the line are taller."""
    size = item.sizeHint()
    if size.width() > room:
        size.setWidth(max(item.minimumSize().width(), room))
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
    return size


def flow_of(*widgets: QWidget) -> QWidget:
    """Widgets in a flow, as a widget that is as tall as they need."""
    whole = QWidget()
    flow = Flow(whole)
    for each in widgets:
        flow.addWidget(each)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    whole.setSizePolicy(policy)
    return whole
