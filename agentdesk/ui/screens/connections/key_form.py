"""The key of a service: where it is found, and the field to paste it into."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from agentdesk.domain.connection import Connection
from agentdesk.services.connections.connecting import Tile, clean, note_to_send
from agentdesk.ui.screens.connections.connect_presenter import Given
from agentdesk.ui.screens.connections.note import Note
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_16
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import ChoiceField, TextField
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words

LONGEST_KEY = 8_000
OWN = "own"


class KeyForm(QWidget):
    """Steps, then the fields. What was typed stays until it was kept."""

    given = Signal(object)
    """A Given, to be tried."""
    pasted = Signal(str)
    other_service_wanted = Signal()
    """The key looks like another service's, and the owner wants to go there."""
    another_wanted = Signal()
    """Not this service."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile: Tile | None = None
        self._asks_address = False
        self.preview = StateMark(State.TOO_EARLY, self.tr("Early version"))
        self.missing = QuietWords()
        self.steps = Words(selectable=True)
        self.where = Card()
        self.where_words = StrongWords()
        self.where.add(self.where_words, self.steps)
        self.region = ChoiceField[str]()
        self.region_row = FormRow(self.tr("Where is your account?"), self.region)
        self.address = TextField(limit=2_000, hint="https://")
        self.address_row = FormRow(self.tr("Its web address"), self.address)
        self.account = TextField(limit=400)
        self.account_row = FormRow("", self.account)
        self.key = TextField(limit=LONGEST_KEY)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self.key_row = FormRow("", self.key)
        self.belongs = Words()
        self.go_there = QuietButton("", self.other_service_wanted.emit)
        self.elsewhere = Card()
        self.elsewhere.add(self.belongs, flow_of(self.go_there))
        self.go_on = PrimaryButton(self.tr("Try it"), self._on_go_on)
        self.no_key = QuietButton("", self._on_no_key)
        self.another = LinkButton(self.tr("Another service"), self.another_wanted.emit)
        self.own_address = LinkButton(self.tr("It has a web address of its own"), self._on_own_address)
        self.note = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_16)
        head = QVBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(self.preview)
        head.addWidget(self.missing)
        column.addLayout(head)
        for each in (self.where, self.region_row, self.address_row, self.account_row, self.key_row, self.elsewhere):
            column.addWidget(each)
        column.addWidget(self.own_address, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(flow_of(self.go_on, self.no_key, self.another))
        column.addWidget(self.note)
        self.key.edited.connect(self._on_key_edited)
        self.region.chosen.connect(self._fit)
        for field in (self.key, self.account, self.address):
            field.returnPressed.connect(self.go_on.click)

    def ask(self, tile: Tile, again: Connection | None, owner: str) -> None:
        """For the key of this service; `again`: of a connection that is there."""
        self._tile = tile
        for each in (self.preview, self.missing):
            each.setVisible(bool(tile.preview))
        self.missing.setText("\n".join(tile.preview))
        self.steps.setText("\n".join(f"{number}. {step}" for number, step in enumerate(tile.key_steps, 1)))
        self.where.setVisible(bool(tile.key_steps))
        known = again.address if again is not None else ""
        regions = [("", self.tr("The usual place")), *((where, called) for called, where in tile.other_addresses)]
        self.region.set_options([*regions, (OWN, self.tr("An address of its own"))])
        is_region = known in {where for where, _ in regions}
        self.region.set_value(known if is_region else OWN)
        self.address.set_value("" if is_region else known)
        self.address_row.set_error(None)
        self._asks_address = tile.own_address or bool(known and not is_region)
        self.account_row.set_label(f"{tile.account_called[:1].upper()}{tile.account_called[1:]}")
        self.where_words.setText(self.tr("Where to find the {key}").format(key=tile.asks_for))
        self.key_row.set_label(self.tr("Paste the {key} here").format(key=tile.asks_for))
        self.no_key.set_words(self.tr("I don't have the {key}").format(key=tile.asks_for))
        self.account.set_value(again.account if again is not None else "")
        ending = again.key_ending if again is not None else ""
        self.key_row.set_help(
            self.tr("The one before ended in {ending}.").format(ending=ending)
            if ending
            else self.tr("It is kept in this computer's own key store, and shown nowhere.")
        )
        self.key.set_value("")
        self.key_row.set_error(None)
        self.show_elsewhere(None)
        self.another.setVisible(again is None)
        self.note.hide()
        self.note.write(note_to_send(tile.name, tile.key_called or tile.asks_for, tile.key_steps, owner))
        self._fit()

    def show_elsewhere(self, other: Tile | None) -> None:
        """The key looks like that service's."""
        self.elsewhere.setVisible(other is not None)
        self.belongs.show()
        if other is not None:
            self.belongs.setText(self.tr("This looks like a key of {service}.").format(service=other.name))
            self.go_there.set_words(self.tr("Go to {service}").format(service=other.name))

    def refuse(self, sentence: str) -> None:
        """What was wrong; what was typed stays."""
        asked = self.key_row if self._tile is not None and self._tile.key_called else self.address_row
        asked.set_error(sentence or None)
        # the error says whose key it is; the way there stays
        self.belongs.setVisible(not sentence)
        asked.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """The first field that is still to be filled in: at signing in anew that is the key's."""
        fields = ((self.address_row, self.address), (self.account_row, self.account), (self.key_row, self.key))
        return next((field for row, field in fields if not row.isHidden() and not field.value()), self.go_on)

    def forget(self) -> None:
        """No key stays in the field."""
        self.key.set_value("")

    def _fit(self) -> None:
        tile = self._tile
        if tile is None:
            return
        self.region_row.setVisible(bool(tile.other_addresses))
        own = self._asks_address or (bool(tile.other_addresses) and self.region.value() == OWN)
        self.address_row.setVisible(own)
        self.own_address.setVisible(not own and tile.usual_address and not tile.other_addresses)
        self.account_row.setVisible(bool(tile.account_called))
        self.key_row.setVisible(bool(tile.key_called))
        self.no_key.setVisible(bool(tile.key_called))

    def _on_own_address(self) -> None:
        self._asks_address = True
        self._fit()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_no_key(self) -> None:
        self.note.offer()

    def _on_key_edited(self) -> None:
        self.key_row.set_error(None)
        self.pasted.emit(clean(self.key.value()))

    def _on_go_on(self) -> None:
        own = not self.address_row.isHidden()
        address = self.address.value() if own else self.region.value() or ""
        account = self.account.value() if not self.account_row.isHidden() else ""
        self.given.emit(Given(self.key.value(), address, account))
