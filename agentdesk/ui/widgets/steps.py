"""What to do by hand, a numbered step each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.words import Words


class NumberedSteps(QWidget):
    """The steps, one below the other. Their words can be selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)

    def steps(self) -> tuple[str, ...]:
        """What it says, without the numbers."""
        return self._shown

    def show_steps(self, steps: Iterable[str]) -> None:
        """Other steps in place of those that show; the same ones stay, with what is selected in them."""
        steps = tuple(steps)
        if steps == self._shown:
            return
        self._shown = steps
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, step in enumerate(steps, 1):
            words = Words(f"{number}.\N{NO-BREAK SPACE}{step}", selectable=True)
            words.setAccessibleName(self.tr("Step {number}: {step}").format(number=number, step=step))
            self._column.addWidget(words)
