"""Did it get worse? Each measure before and after, with what one may say of the difference."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.wording import counted
from agentdesk.services.control.before_after import BeforeAfter, Compared
from agentdesk.ui.widgets.card import RowList, Section
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.words import Words


class ComparedPart(Section):
    """A row for each measure; pressing one opens the calls that it counted since."""

    calls_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("Did it get worse?"))
        self.words = Words()
        self.rows = RowList()
        self._of: dict[SentenceRow, Compared] = {}
        self.add(self.words, self.rows)

    def show_compared(self, found: BeforeAfter | None) -> None:
        self.setVisible(found is not None)
        if found is None:
            return
        before = counted(found.calls_before, self.tr("call before"), self.tr("calls before"))
        after = counted(found.calls_after, self.tr("call since"), self.tr("calls since"))
        self.set_quiet(self.tr("{before}, {after}").format(before=before, after=after))
        self.words.setText(found.words)
        # of those that can't tell, the sentence says so once
        self._of = {self._row(each): each for each in found.compared if each.tells}
        for row in self._of:
            row.opened.connect(self._on_opened)
        self.rows.set_rows(tuple(self._of))
        self.rows.setVisible(bool(self._of))

    def _row(self, each: Compared) -> SentenceRow:
        (k1, n1), (k2, n2) = each.before, each.after
        counts = self.tr("Before {k1} of {n1}, since {k2} of {n2}").format(k1=k1, n1=n1, k2=k2, n2=n2)
        state = {True: State.LOOK, False: State.ON_TARGET, None: State.NOTE}[each.worse]
        certain = each.words.startswith("More")
        return SentenceRow(
            each.name,
            counts,
            state=state if certain else State.TOO_EARLY,
            state_words=each.words.rstrip("."),
        )

    def _on_opened(self) -> None:
        row = self.sender()
        if isinstance(row, SentenceRow) and self._of[row].rows:
            self.calls_wanted.emit(self._of[row].name, self._of[row].rows)
