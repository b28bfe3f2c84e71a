"""Asks for the passphrase in the window: where the computer keeps no key, or has lost it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_16
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.words import Words

SHORTEST = 10


class UnlockScreen(Page):
    """One question: a new passphrase, the known one, or the recovery key."""

    passphrase_given = Signal(str)
    recovery_key_given = Signal(str)

    def __init__(self, why: str, *, new: bool, recovery: bool) -> None:
        super().__init__(alone=True)
        self._new = new
        self._by_recovery = False
        self.set_title(self.tr("Choose a passphrase") if new else self.tr("Open AgentDesk"))
        self._why = Words(why)
        self._first = TextField(limit=1000)
        self._first.setEchoMode(QLineEdit.EchoMode.Password)
        self._second = TextField(limit=1000)
        self._second.setEchoMode(QLineEdit.EchoMode.Password)
        self._row = FormRow(self.tr("Passphrase"), self._first, self._help())
        self._again = FormRow(self.tr("The same again"), self._second)
        self._go_on = PrimaryButton(self.tr("Use this passphrase") if new else self.tr("Open"), self._on_go_on)
        self._other_way = LinkButton(self.tr("Use the recovery key instead"), self._on_other_way)
        card = Card(spacing=SPACE_16)
        card.add(self._why, self._row, self._again)
        card.add_row(self._go_on, self._other_way)
        self.add(card)
        self._again.setVisible(new)
        self._other_way.setVisible(recovery and not new)
        self.content.addStretch(1)
        for field in (self._first, self._second):
            field.returnPressed.connect(self._on_go_on)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Nothing to load."""

    def focus_first(self) -> None:
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """What was typed opened nothing. It stays, to be mended."""
        self._go_on.setEnabled(True)
        self._row.set_error(sentence)
        self._first.selectAll()
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_try_again(self) -> None:
        """Something else was in the way. What was typed stays."""
        self._go_on.setEnabled(True)

    def _help(self) -> str:
        if not self._new:
            return ""
        return self.tr("At least 10 characters; three or four words are good. Nobody can tell it to you again.")

    def _on_go_on(self) -> None:
        typed = self._first.text()
        self._row.set_error(None)
        self._again.set_error(None)
        if self._by_recovery:
            self._go_on.setEnabled(False)
            self.recovery_key_given.emit(typed)
            return
        if self._new and len(typed) < SHORTEST:
            self._row.set_error(self.tr("That is too short. Use at least 10 characters."))
            return
        if self._new and typed != self._second.text():
            self._again.set_error(self.tr("The two are not the same. Type it again."))
            return
        if not typed:
            self._row.set_error(self.tr("Type your passphrase."))
            return
        self._go_on.setEnabled(False)
        self.passphrase_given.emit(typed)

    def _on_other_way(self) -> None:
        self._by_recovery = not self._by_recovery
        self._first.clear()
        self._first.setEchoMode(QLineEdit.EchoMode.Normal if self._by_recovery else QLineEdit.EchoMode.Password)
        self._row.set_help(self.tr("As it was printed; capitals and spaces don't matter.") if self._by_recovery else "")
        self._other_way.set_words(
            self.tr("Use the passphrase instead") if self._by_recovery else self.tr("Use the recovery key instead")
        )
        self.focus_first()
