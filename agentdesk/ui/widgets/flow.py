"""Widgets side by side that go on in the next line where there is no room: filters and buttons at large text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from agentdesk.ui.theme.tokens import SPACE_8


class FlowLayout(QLayout):
    """Lines of widgets from the left, each at the size it asks for."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = SPACE_8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    def sizeHint(self) -> QSize:
        wide = sum(each.sizeHint().width() + self._gap for each in self._items if not each.isEmpty())
        return QSize(max(0, wide - self._gap), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        least = QSize()
        for each in self._items:
            if not each.isEmpty():
                least = least.expandedTo(each.minimumSize())
        return least

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, really=True)

    def _place(self, rect: QRect, *, really: bool) -> int:
        left, top, tall = rect.left(), rect.top(), 0
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(1, rect.width()), 16_777_215))
            if line and left + size.width() > rect.right() + 1:
                self._set(line, top, tall, really=really)
                top += tall + self._gap
                left, tall, line = rect.left(), 0, []
            line.append((item, left, size))
            left += size.width() + self._gap
            tall = max(tall, size.height())
        self._set(line, top, tall, really=really)
        return top + tall - rect.top()

    @staticmethod
    def _set(line: list[tuple[QLayoutItem, int, QSize]], top: int, tall: int, *, really: bool) -> None:
        if really:
            for item, left, size in line:
                item.setGeometry(QRect(QPoint(left, top + (tall - size.height()) // 2), size))
