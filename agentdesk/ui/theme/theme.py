"""Light or dark, and how large the text is, for the whole application."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from agentdesk.ui.theme.icons import name_folder
from agentdesk.ui.theme.palette import palette_of
from agentdesk.ui.theme.stylesheet import stylesheet
from agentdesk.ui.theme.tokens import DARK, DARK_HIGH, LIGHT, LIGHT_HIGH, Tokens
from agentdesk.ui.theme.type_scale import LARGEST_PERCENT, SMALLEST_PERCENT, Size, points


class Scheme(StrEnum):
    """What the owner chose. SYSTEM follows the computer, also while the window is open."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


STYLE = ("-style", "Fusion")
"""For the application's arguments. One that is set afterwards is handed back, and Python then makes all the classes of
a style, which takes longer than painting the window.
"""


class Theme(QObject):
    """Dresses an application that was made with `STYLE`. Create one, before the first widget, and keep it."""

    changed = Signal()
    """After palette, stylesheet and font were replaced. Painted widgets repaint without it."""

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, text_percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._family = QFont(app.font())
        # Both are kept: the binding lets go of the second when nobody holds the first.
        self._hints = app.styleHints()
        self._contrast = self._hints.accessibility()
        self._scheme = scheme
        self._percent = _inside(text_percent)
        name_folder()
        self._dress()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._contrast.contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def tokens(self) -> Tokens:
        if self._contrast.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return DARK_HIGH if self.dark else LIGHT_HIGH
        return DARK if self.dark else LIGHT

    @property
    def dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def text_percent(self) -> int:
        return self._percent

    def choose(self, scheme: Scheme | None = None, text_percent: int | None = None) -> None:
        """Change the look at once; what is None stays."""
        wanted = (scheme or self._scheme, _inside(text_percent or self._percent))
        if wanted != (self._scheme, self._percent):
            self._scheme, self._percent = wanted
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        font = QFont(self._family)
        font.setPointSizeF(points(Size.BODY, self._percent))
        self._worn = self.tokens
        self._app.setPalette(palette_of(self._worn))
        self._app.setFont(font)
        self._app.setStyleSheet(stylesheet(self._worn, self._percent))

    def _on_system_changed(self) -> None:
        if self._worn != self.tokens:
            self._dress()
            self.changed.emit()


def _inside(percent: int) -> int:
    return max(SMALLEST_PERCENT, min(LARGEST_PERCENT, percent))
