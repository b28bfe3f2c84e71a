"""What is hidden in a call, the button that shows it, and who was shown it before."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.sensitive import Sensitive
from agentdesk.domain.wording import counted, listed, moment_in_words
from agentdesk.services.calls.showing import Shown
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_16
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.telling import one_line
from agentdesk.ui.widgets.words import HairLine, QuietWords, Words


def details_in_words(details: Sequence[tuple[Sensitive, int]]) -> str:
    """Like "2 phone numbers and 1 postcode"."""
    return listed([counted(number, kind.one, kind.many) for kind, number in details])


class HiddenLine(QWidget):
    """Stands above a conversation in which something is hidden; takes no room where nothing is."""

    wanted = Signal()
    """Somebody asks to see what is hidden."""
    enough = Signal()
    """It may be hidden again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self.words = Words()
        self.button = LinkButton("", self._on_pressed)
        self.asked = QuietWords()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.words)
        column.addWidget(self.asked)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(SPACE_16 - SPACE_8)
        column.addWidget(HairLine())
        self.hide()

    def show_hidden(
        self, details: Sequence[tuple[Sensitive, int]], asked: Sequence[Shown], zone: ZoneInfo, *, is_open: bool
    ) -> None:
        """Say what there is. `is_open`: it shows now. `asked`: who was shown something, the latest first."""
        self._open = is_open
        told = details_in_words(details)
        shows, hides = _tr("Now shown: {details}."), _tr("Hidden here: {details}.")
        self.words.setText((shows if is_open else hides).format(details=told))
        self.button.set_words(_tr("Hide it again") if is_open else _tr("Show what is hidden"))
        self.asked.setText(asked_in_words(asked, zone))
        self.setVisible(bool(details))

    def _on_pressed(self) -> None:
        (self.enough if self._open else self.wanted).emit()


def asked_in_words(asked: Sequence[Shown], zone: ZoneInfo) -> str:
    """Who was shown what before, or that it is written down."""
    if not asked:
        return _tr("Whoever asks to see it is written down.")
    last = asked[0]
    words = {"person": one_line(last.by, 60), "when": moment_in_words(last.at, zone), "what": last.what}
    if len(asked) == 1:
        return _tr("{person} was shown {what} on {when}.").format(**words)
    return _tr("{person} was shown {what} on {when}. Asked {times} in all.").format(
        **words, times=counted(len(asked), _tr("time"), _tr("times"))
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Hidden", words)
