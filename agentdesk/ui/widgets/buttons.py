"""Buttons. Their words are verbs with objects and shown as they are, "&" included."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from agentdesk.ui.theme.icons import icon
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.words import literal, plain_tip


class _Button(QPushButton):
    _token = "text"
    _icon_size = 18
    _icon_gap = 4
    """Qt puts words close to the icon, and says nothing of how close."""

    def __init__(
        self,
        words: str,
        on_click: Callable[[], None] | None = None,
        *,
        icon_name: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(literal(words), parent)
        self._icon_name = icon_name
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if key:
            self.setShortcut(QKeySequence(key))
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            self.setToolTip(plain_tip(f"{words} ({shown})"))
        if on_click is not None:
            self._on_click = on_click
            self.clicked.connect(self._on_clicked)
        self._tint()

    def set_words(self, words: str) -> None:
        """Say something else."""
        keys = self.shortcut()
        self.setText(literal(words))
        self.setShortcut(keys)  # Qt takes the keys away together with the words
        self.setAccessibleName(words)

    def words(self) -> str:
        """What it says."""
        return self.accessibleName()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self._on_click()

    def _tint(self) -> None:
        if getattr(self, "_icon_name", ""):
            side, gap = scaled(self._icon_size), scaled(self._icon_gap)
            drawn = icon(self._icon_name, self._token if self.isEnabled() else "quiet", side)
            self.setIcon(_with_room(drawn, side, gap) if gap else drawn)
            self.setIconSize(QSize(side + gap, side))


class PrimaryButton(_Button):
    """What one most likely wants to do here. At most one on a screen."""

    _token = "on_accent"


class QuietButton(_Button):
    """Anything else one can do."""


class LinkButton(_Button):
    """A way to somewhere, within words."""

    _token = "accent"


class IconButton(_Button):
    """A button without words. `spoken` is its name for those who listen, and its tool-tip."""

    _token = "quiet"
    _icon_size = 20
    _icon_gap = 0

    def __init__(
        self,
        icon_name: str,
        spoken: str,
        on_click: Callable[[], None] | None = None,
        *,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", on_click, icon_name=icon_name, key=key, parent=parent)
        self.set_spoken(spoken, key)

    def set_spoken(self, spoken: str, key: str = "") -> None:
        """Another name, as when play becomes pause."""
        self.setAccessibleName(spoken)
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""
        self.setToolTip(plain_tip(f"{spoken} ({shown})" if shown else spoken))

    def set_icon(self, icon_name: str) -> None:
        self._icon_name = icon_name
        self._tint()


def _with_room(drawn: QIcon, side: int, gap: int) -> QIcon:
    """The icon with room at the side where words follow."""
    made = QIcon()
    for ratio in (1, 2):
        wider = QPixmap((side + gap) * ratio, side * ratio)
        wider.fill(Qt.GlobalColor.transparent)
        left = gap * ratio if QGuiApplication.isRightToLeft() else 0
        painter = QPainter(wider)
        painter.drawPixmap(QRect(left, 0, side * ratio, side * ratio), drawn.pixmap(QSize(side, side), ratio))
        painter.end()
        wider.setDevicePixelRatio(ratio)
        made.addPixmap(wider)
    return made
