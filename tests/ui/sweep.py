"""What holds for every screen, whatever it shows: it can be heard, it obeys nobody's words, and it fits.

Use in the test of a screen, after it is shown with its data:

    named(page)                 # every control has a name for those who listen
    plain(page)                 # no words from outside can be markup
    fits(page, 1366, 768)       # nothing is cut off, nothing lies upon something else
"""

from __future__ import annotations

import base64
import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QEvent, QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from agentdesk.ui.widgets.words import ElidedLabel

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QAbstractItemView)
SLACK = 2
"""Pixels that styles round away."""
ROWS_LOOKED_AT = 50
SCROLLS_SIDEWAYS = ("WeekView",)
"""Seven days do not fit beside each other in large text."""
_PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
W = TypeVar("W", bound=QWidget)


def named(widget: QWidget) -> None:
    """Every control that one can see has words for those who listen."""
    nameless = [_where(each) for each in controls(widget) if not spoken_name(each)]
    assert not nameless, f"controls without a spoken name: {nameless}"


def controls(widget: QWidget) -> list[QWidget]:
    """What takes the keyboard or the mouse, as far as it shows."""
    return [
        each
        for each in _shown(widget)
        if isinstance(each, CONTROLS) and (each.focusPolicy() != Qt.FocusPolicy.NoFocus or not each.isEnabled())
    ]


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    heard = QAccessible.queryAccessibleInterface(widget)
    return heard.text(QAccessible.Text.Name).strip() if heard is not None else ""


def plain(widget: QWidget) -> None:
    """No label, tool-tip or text view may take words for markup, also where it is hidden now."""
    wrong = [_where(each) for each in _all(widget, QLabel) if each.textFormat() != Qt.TextFormat.PlainText]
    wrong += [_where(each) for each in _all(widget, QTextEdit)]
    wrong += [f"tool-tip of {_where(each)}" for each in _all(widget, QWidget) if not _is_literal(each.toolTip())]
    # a view may have no model yet, whatever Qt's types say
    for view, model in [(each, each.model()) for each in _all(widget, QAbstractItemView) if each.model()]:
        for row in range(min(model.rowCount(QModelIndex()), ROWS_LOOKED_AT)):
            for column in range(model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1):
                tip = model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole)
                if isinstance(tip, str) and not _is_literal(tip):
                    wrong.append(f"tool-tip in row {row} of {_where(view)}")
    assert not wrong, f"may take words for markup: {wrong}"


def fits(widget: QWidget, width: int, height: int) -> None:
    """At that size every word is there: nothing is cut, lies upon something else or needs scrolling sideways."""
    window = widget.window()
    window.resize(width, height)
    _settle(window)
    wrong = [*_too_wide(widget, width, height), *_cut(widget), *_upon_each_other(widget)]
    assert not wrong, f"at {width} × {height}: " + "; ".join(wrong)


class StrayWindows(QObject):
    """Writes down every window that opens besides the expected ones, also when it is gone in a moment.

    A widget that is told to show before it has a parent opens one.
    """

    def __init__(self, *expected: QWidget) -> None:
        super().__init__()
        self._expected = expected
        self.seen: list[str] = []
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            passing = watched.windowType() in (Qt.WindowType.ToolTip, Qt.WindowType.Popup)
            if watched not in self._expected and not passing:
                self.seen.append(_where(watched))
        return False


class Canary:
    """A picture that nobody has any business to open. Its `markup` goes into texts from outside.

    Linux tells who opens a file; elsewhere nothing is seen.
    """

    _IN_OPEN, _IN_NONBLOCK = 0x20, 0o4000

    def __init__(self, folder: Path) -> None:
        self.path = folder / "canary.png"
        self.path.write_bytes(base64.b64decode(_PICTURE))
        self.markup = f'<img src="file://{self.path}"><b>bold</b> &amp; <script>1</script>'
        self._handle = -1
        if sys.platform == "linux":
            libc = ctypes.CDLL(None, use_errno=True)
            self._handle = libc.inotify_init1(self._IN_NONBLOCK)
            assert libc.inotify_add_watch(self._handle, os.fsencode(self.path), self._IN_OPEN) >= 0

    def was_opened(self) -> bool:
        """Whether anybody opened it since the last time this was asked."""
        if self._handle < 0:
            return False
        try:
            return bool(os.read(self._handle, 4096))
        except BlockingIOError:
            return False

    def close(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)


def _settle(window: QWidget) -> None:
    # large text wraps in several rounds: each may ask for another height
    for _ in range(5):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
    window.grab()


def _all(widget: QWidget, kind: type[W]) -> list[W]:
    found: list[W] = list(widget.findChildren(kind))
    return [widget, *found] if isinstance(widget, kind) else found


def _shown(widget: QWidget) -> Iterator[QWidget]:
    for each in _all(widget, QWidget):
        if each.isVisible() and not _belongs_to_control(each):
            yield each


def _belongs_to_control(widget: QWidget) -> bool:
    """The line of a spin box, the list of a choice, scroll bars and viewports are their owner's affair."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QScrollBar | QLineEdit):
            return True
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QScrollBar)


def _is_literal(tip: str) -> bool:
    if not GuiQt.mightBeRichText(tip):
        return True
    inside = tip.removeprefix("<qt>").removesuffix("</qt>")
    return tip.startswith("<qt>") and "<" not in inside and ">" not in inside


def _where(widget: QWidget) -> str:
    path: list[str] = []
    each: QWidget | None = widget
    while each is not None and len(path) < 4:
        path.append(type(each).__name__)
        each = each.parentWidget()
    words = getattr(widget, "text", lambda: "")()
    return "/".join(reversed(path)) + (f" “{words[:30]}”" if isinstance(words, str) and words else "")


def _too_wide(widget: QWidget, width: int, height: int) -> Iterator[str]:
    window = widget.window()
    least = widget.minimumSizeHint()
    if widget is window and (least.width() > width or least.height() > height):
        yield f"it needs {least.width()} × {least.height()}"
    for area in _all(widget, QScrollArea):
        if type(area).__name__ in SCROLLS_SIDEWAYS:
            continue
        if area.isVisible() and area.horizontalScrollBar().maximum() > SLACK:
            yield f"{_where(area)} scrolls sideways by {area.horizontalScrollBar().maximum()} for {_widest_in(area)}"


def _widest_in(area: QScrollArea) -> str:
    inside = [each for each in _shown(area.viewport()) if each.minimumSizeHint().width() > area.viewport().width()]
    return ", ".join(f"{_where(each)} ({each.minimumSizeHint().width()})" for each in inside[-2:]) or "its margins"


def _cut(widget: QWidget) -> Iterator[str]:
    for each in _shown(widget):
        parent = each.parentWidget()
        if each is not widget and parent is not None and not each.isWindow() and not _may_stick_out(each, parent):
            inside, mine = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK), each.geometry()
            if not inside.contains(mine):
                yield f"{_where(each)} sticks out of its parent: {_in_words(mine)} of {_in_words(parent.rect())}"
        if isinstance(each, QLabel) and each.text() and not isinstance(each, ElidedLabel):
            yield from _cut_label(each)
        elif isinstance(each, QPushButton) and each.text() and each.width() < each.minimumSizeHint().width() - SLACK:
            yield f"{_where(each)} is cut: {each.width()} of {each.minimumSizeHint().width()}"


def _cut_label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() < needed - SLACK:
            yield f"{_where(label)} is cut below: {label.height()} of {needed}"
    elif label.width() < label.sizeHint().width() - SLACK:
        yield f"{_where(label)} is cut: {label.width()} of {label.sizeHint().width()}"


def _may_stick_out(widget: QWidget, parent: QWidget) -> bool:
    """What scrolls lies behind its viewport."""
    above = parent.parentWidget()
    return isinstance(above, QAbstractScrollArea) and parent is above.viewport() and widget.parentWidget() is parent


def _upon_each_other(widget: QWidget) -> Iterator[str]:
    """Labels and controls side by side, told apart by where they are on the window."""
    window = widget.window()
    leaves = [
        (each, QRect(each.mapTo(window, QPoint(0, 0)), each.size()))
        for each in _shown(widget)
        if isinstance(each, (QLabel, *CONTROLS)) and each.width() > 0 and each.height() > 0
    ]
    for at, (one, here) in enumerate(leaves):
        for other, there in leaves[at + 1 :]:
            if one.isAncestorOf(other) or other.isAncestorOf(one) or not _same_ground(one, other):
                continue
            shared = here.intersected(there)
            if shared.width() > SLACK and shared.height() > SLACK:
                yield f"{_where(one)} and {_where(other)} lie upon each other"


def _same_ground(one: QWidget, other: QWidget) -> bool:
    """Things that scroll are compared only with what scrolls along."""
    return _ground(one) is _ground(other)


def _ground(widget: QWidget) -> QWidget:
    each = widget
    parent = each.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return parent
        each, parent = parent, parent.parentWidget()
    return each


def _in_words(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}×{rect.height()}"
