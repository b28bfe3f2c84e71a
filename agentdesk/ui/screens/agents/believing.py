"""Can the marks be believed? The service's and AgentDesk's opinions of calls, held against the owner's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.agreement import ENOUGH, Agreement
from agentdesk.domain.wording import counted
from agentdesk.services.calls.verdicts import Agreements
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.card import Card, RowList
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.words import QuietWords


@dataclass(frozen=True, slots=True)
class Believed:
    """One row: its words, and the calls that it opens to under `title`."""

    words: str
    quiet: str
    calls: tuple[int, ...]
    title: str
    state: State | None = None
    state_words: str = ""


def believed(seen: Agreements) -> tuple[Believed, ...]:
    """What can be said of the service's marks, then of ours; nothing of either under ten pairs."""
    return (
        *_of(seen.service, _tr("The service"), _tr("Calls that the service said went well")),
        *_of(seen.ours, _tr("AgentDesk"), _tr("Calls that AgentDesk said went well")),
    )


def too_few(seen: Agreements) -> str:
    """What is missing for more; empty when nothing is."""
    most = max(len(seen.service.pairs), len(seen.ours.pairs))
    if seen.service.enough and seen.ours.enough:
        return ""
    if not most:
        return _tr(
            "Say on the page of a call, or in a review, whether the caller was helped. After {enough} such calls you "
            "see here how far other opinions agree with yours."
        ).format(enough=ENOUGH)
    if seen.ours.enough:
        if not seen.service.pairs:
            return _tr("The service gives no opinion of its calls.")
        both = counted(len(seen.service.pairs), _tr("call"), _tr("calls"))
        return _tr("You and the service both judged only {both}: too few to say.").format(both=both)
    return _tr("You judged only {calls}: too few to say. It takes {enough}.").format(
        calls=counted(most, _tr("call"), _tr("calls")), enough=ENOUGH
    )


def _of(seen: Agreement, who: str, title: str) -> tuple[Believed, ...]:
    if not seen.enough:
        return ()
    rows = []
    fine, agreed = len(seen.said_fine), len(seen.said_fine) - len(seen.wrongly_fine)
    if seen.likely is not None:
        words = _tr("{who} said fine {times}; you agreed {agreed}").format(
            who=who, times=counted(fine, _tr("time"), _tr("times")), agreed=f"{agreed:,}"
        )
        low, high = seen.likely
        quiet = _tr("Likely right between {low} % and {high} % of the time").format(low=low, high=high)
        rows.append(Believed(words, quiet, seen.said_fine, title))
    bad = len(seen.went_badly)
    if bad and seen.always_yes:
        words = _tr("{who} never says that a call went badly").format(who=who)
        quiet = _tr("You said so of {calls}. Its “fine” tells you nothing.").format(
            calls=counted(bad, _tr("call"), _tr("calls"))
        )
        called = _tr("Calls that you said went badly")
        rows.append(Believed(words, quiet, seen.went_badly, called, State.LOOK, _tr("Always says yes")))
    elif bad:
        words = _tr("Of {calls} that you said went badly, {who} noticed {noticed}").format(
            calls=counted(bad, _tr("call"), _tr("calls")), who=_inside(who), noticed=len(seen.noticed)
        )
        rows.append(Believed(words, "", seen.went_badly, _tr("Calls that you said went badly")))
    return tuple(rows)


def _inside(who: str) -> str:
    return _tr("the service") if who == _tr("The service") else who


class BelievingPart(QWidget):
    """The rows on a card, and what is missing for more."""

    calls_wanted = Signal(str, object)
    """The words that name the calls, and their ids."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowList()
        self.missing = QuietWords()
        self._missing_card = Card()
        self._missing_card.add(self.missing)
        self._shown: Sequence[Believed] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.rows)
        column.addWidget(self._missing_card)
        self._missing_card.hide()

    def show_agreements(self, seen: Agreements) -> None:
        """Show these."""
        shown, missing = believed(seen), too_few(seen)
        self.missing.setText(missing)
        self._missing_card.setVisible(bool(missing))
        if shown != self._shown:
            self._shown = shown
            rows = [
                SentenceRow(each.words, each.quiet, state=each.state, state_words=each.state_words) for each in shown
            ]
            for row in rows:
                row.opened.connect(self._on_opened)
            self.rows.set_rows(rows)
        self.rows.setVisible(bool(shown))

    def _on_opened(self) -> None:
        at = next((at for at, row in enumerate(self.rows.rows()) if row is self.sender()), None)
        if at is not None:
            self.calls_wanted.emit(self._shown[at].title, self._shown[at].calls)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Believing", words)
