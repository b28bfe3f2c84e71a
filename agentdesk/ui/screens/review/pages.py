"""What every page of the walk is: a heading, what it is about, and Continue below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8, SPACE_16
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.words import SectionWords, Words

READING_WIDTH = 720
"""As wide as one reads well, in pixels at 100 %."""


class WalkPage(QWidget):
    """A heading with a sentence, room for what it is about, and the way on. Add to `body`."""

    went_on = Signal()
    went_back = Signal()

    def __init__(self, heading: str, go_on: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = SectionWords(heading)
        self.sentence = Words()
        self.sentence.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_16)
        self.continue_button = PrimaryButton(go_on or self.tr("Continue"))
        self.back_button = LinkButton(self.tr("Back"), icon_name="back")
        self.back_button.setToolTip(self.tr("The page before (Backspace)"))
        self.continue_button.clicked.connect(self.went_on)
        self.back_button.clicked.connect(self.went_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_8, 0, SPACE_16)
        column.setSpacing(SPACE_16)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addLayout(self.body)
        column.addWidget(flow_of(self.continue_button, self.back_button))
        column.addStretch(1)
        self.setMaximumWidth(scaled(READING_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_sentence(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def set_can_go_back(self, can: bool) -> None:
        self.back_button.setVisible(can)

    def focus_first(self) -> None:
        """Where the keyboard is on arrival: Enter goes on."""
        self.continue_button.setFocus(Qt.FocusReason.OtherFocusReason)


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
