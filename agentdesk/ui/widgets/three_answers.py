"""Three large answers with the keys 1, 2 and 3, and "Can't tell" with 0."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from agentdesk.domain.review import Reply
from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import CARD_RADIUS, SPACE_8, SPACE_12, SPACE_16
from agentdesk.ui.theme.type_scale import Size, font_of, scaled
from agentdesk.ui.widgets.pressable import paint_focus_ring

KEYS = {Reply.YES: "1", Reply.NO: "2", Reply.DOES_NOT_APPLY: "3", Reply.CANNOT_TELL: "0"}


class AnswerButton(QAbstractButton):
    """A large answer with its key in a corner. Checked when it was the answer before."""

    def __init__(self, words: str, key: str, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._quiet = quiet
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if quiet else QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )
        self.setToolTip(f"{words} ({key})")
        self._name()
        self.toggled.connect(self._name)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + self._key_side() + SPACE_16 * 2 + SPACE_12
        return QSize(max(wide + SPACE_8, scaled(110)), scaled(52))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # they scroll what the question is about
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens = tokens_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = tokens.page if self._quiet else tokens.card
        if self.isChecked():
            ground = tokens.accent_wash
        elif self.isDown():
            ground = tokens.pressed
        elif self.underMouse():
            ground = tokens.hover
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(tokens.accent if self.isChecked() else tokens.edge), 1))
        painter.drawRoundedRect(box, CARD_RADIUS, CARD_RADIUS)
        side = self._key_side()
        key = QRectF(SPACE_12, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(key, 4, 4)
        painter.setFont(font_of(Size.QUIET))
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.setFont(font_of(Size.BODY, strong=not self._quiet))
        painter.setPen(QColor(tokens.text))
        rest = QRectF(self.rect()).adjusted(SPACE_12 + side + SPACE_8, 0, -SPACE_12, 0)
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rest, where, self.text())
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()))

    def _key_side(self) -> int:
        return scaled(22)

    def _name(self) -> None:
        said = self.tr("{answer}, key {key}").format(answer=self.text(), key=self._key)
        if self.isChecked():
            said = self.tr("{answer}, your answer before, key {key}").format(answer=self.text(), key=self._key)
        self.setAccessibleName(said)


class ThreeAnswers(QWidget):
    """Yes, No, Doesn't apply, and Can't tell. The keys work wherever the keyboard is within `keys_of`, fields apart."""

    answered = Signal(Reply)

    def __init__(self, keys_of: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {
            Reply.YES: AnswerButton(self.tr("Yes"), KEYS[Reply.YES]),
            Reply.NO: AnswerButton(self.tr("No"), KEYS[Reply.NO]),
            Reply.DOES_NOT_APPLY: AnswerButton(self.tr("Doesn't apply"), KEYS[Reply.DOES_NOT_APPLY]),
            Reply.CANNOT_TELL: AnswerButton(self.tr("Can't tell"), KEYS[Reply.CANNOT_TELL], quiet=True),
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_8)
        self._columns = 0
        self._arrange(len(self._buttons))
        self._keys: list[QShortcut] = []
        for reply, button in self._buttons.items():
            button.clicked.connect(self._on_clicked)
            key = QShortcut(QKeySequence(KEYS[reply]), keys_of)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # a key held down must not answer the questions that come after
            key.setAutoRepeat(False)
            key.activated.connect(button.click)
            self._keys.append(key)

    def ask(self, question: str, before: Reply | None = None) -> None:
        """A new question. `before` is how it was answered, when it was."""
        self.setAccessibleName(question)
        for reply, button in self._buttons.items():
            button.setChecked(reply is before)
            button.setAccessibleDescription(question)

    def set_listening(self, listening: bool) -> None:
        """Whether the keys answer."""
        for key in self._keys:
            key.setEnabled(listening)

    def button(self, reply: Reply) -> AnswerButton:
        return self._buttons[reply]

    def focus_first(self) -> None:
        """The keyboard on the first answer."""
        self._buttons[Reply.YES].setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        widest = max(each.sizeHint().width() for each in self._buttons.values())
        return QSize(widest, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_columns"):
            self._fit()

    def _fit(self) -> None:
        """All in a line where there is room, else two and two, else one under the other: large text."""
        wide = [each.sizeHint().width() + SPACE_8 for each in self._buttons.values()]
        room = self.width() + SPACE_8
        self._arrange(len(wide) if sum(wide) <= room else 2 if 2 * max(wide) <= room else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, (reply, button) in enumerate(self._buttons.items()):
            self._grid.addWidget(button, at // columns, at % columns)
            self._grid.setColumnStretch(at, 0 if reply is Reply.CANNOT_TELL and columns > 2 else int(at < columns))
        self.updateGeometry()

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for reply, button in self._buttons.items():
            if button is pressed:
                self.answered.emit(reply)
                return
