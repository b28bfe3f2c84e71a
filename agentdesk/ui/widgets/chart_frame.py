"""A chart with its sentence: the picture is drawn elsewhere and only shown here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.words import QuietWords, StrongWords


class ChartPicture(QWidget):
    """The pixels. Its description for those who listen is the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = QSize()
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_size(self, wide: int, high: int) -> None:
        self._size = QSize(wide, high)
        self.updateGeometry()

    def set_pixels(self, width: int, height: int, rgba: bytes) -> None:
        """Four bytes a pixel, row by row from the top; more pixels than the size are shown sharper."""
        image = QImage(rgba, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        self._image = image.copy()  # the bytes belong to whoever drew them
        self.update()

    @property
    def image(self) -> QImage | None:
        return self._image

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if self._image is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)


class ChartFrame(Card):
    """Name, picture and sentence. Its place is kept until it is there; without data only the sentence shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = StrongWords()
        self.picture = ChartPicture()
        self.sentence = QuietWords()
        column = QVBoxLayout()
        column.setSpacing(SPACE_8)
        column.addWidget(self.name)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.sentence)
        column.addStretch(1)
        self.add(column)

    def show_chart(self, name: str, sentence: str, pixels: tuple[int, int, bytes] | None) -> None:
        """A drawn chart, or only what it would say."""
        self.name.setText(name)
        self.sentence.setText(sentence)
        self.picture.setAccessibleName(name)
        self.picture.setAccessibleDescription(sentence)
        self.picture.setVisible(pixels is not None)
        if pixels is not None:
            self.picture.set_pixels(*pixels)
