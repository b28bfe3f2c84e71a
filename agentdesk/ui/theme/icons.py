"""The one set of icons: drawn as SVG with `currentColor`, tinted by token, kept once tinted."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import colours

FOLDER = Path(__file__).parents[3] / "resources" / "icons"
GRID = 24
_RATIOS = (1, 2)


def name_folder() -> None:
    """Let the stylesheet find its few drawings under "icons:"."""
    QDir.setSearchPaths("icons", [str(FOLDER)])


def icon(name: str, token: str = "text", size: int = GRID) -> QIcon:
    """The icon in the colour that token has now. Ask again after a change of theme."""
    colour = colours(tokens_now())[token]
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(_tinted(name, colour, size, ratio))
    return made


def pixmap(name: str, token: str = "text", size: int = GRID, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels on a screen of that pixel ratio."""
    return _tinted(name, colours(tokens_now())[token], size, ratio)


def app_icon(name: str = "agentdesk") -> QIcon:
    """The application's own icon, or "tray" or "tray-attention": drawn in its own colours."""
    made = QIcon()
    for size in (16, 22, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_tinted(name, "#1F5FA8", size, 1))
    return made


@cache
def _drawing(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _tinted(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    drawing = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    side = round(size * ratio)
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
