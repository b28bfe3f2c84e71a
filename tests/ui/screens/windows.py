"""Pages in a window, as they are in the application."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

_shown: dict[QWidget, QWidget] = {}


def in_a_window(qtbot: QtBot, page: QWidget, width: int = 1200, height: int = 760) -> None:
    """Shows it in a window that sets no smallest size, which nothing could keep without a screen."""
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    layout.addWidget(page)
    _shown[page] = window
    qtbot.addWidget(window, before_close_func=_forget)
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def _forget(window: QWidget) -> None:
    for page in [each for each, kept in _shown.items() if kept is window]:
        del _shown[page]


def words_on(page: QWidget) -> list[str]:
    """Every text that can be seen on it."""
    QApplication.processEvents()
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
