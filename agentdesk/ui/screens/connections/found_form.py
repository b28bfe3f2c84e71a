"""Who a key leads to: the agents there, and which of the owner's each one is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.ui.screens.connections.connect_presenter import Found
from agentdesk.ui.screens.connections.meeting import ADD, LEAVE, Choice, Met
from agentdesk.ui.theme.tokens import SPACE_12, SPACE_16
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import ChoiceField, TextField, TickBox
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.telling import one_line
from agentdesk.ui.widgets.words import ErrorWords, QuietWords, SectionWords, Words


class MetCard(Card):
    """One agent: its name, what its owner would know it by, and who it is."""

    changed = Signal()

    def __init__(self, met: Met, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_12)
        self._met = met
        name = one_line(met.name, 120)
        self.add(SectionWords(name), Words(met.sentence))
        if met.found.begins:
            self.add(QuietWords(self.tr("Its instructions begin: “{words}”").format(words=one_line(met.found.begins))))
        options = [
            *((f"is {each.name}", self.tr("It's {name}").format(name=one_line(each.name, 80))) for each in met.listed),
            (ADD, self.tr("Put it on my list")),
            (LEAVE, self.tr("Leave it off my list for now")),
        ]
        likely = met.likely
        self.who = ChoiceField[str](options, value=f"is {likely.name}" if likely.what == "is" else likely.what)
        row = FormRow(self.tr("Who is this?"), self.who)
        self.who.setAccessibleName(self.tr("Who is {name}?").format(name=name))
        self.name = TextField(likely.name if likely.what == ADD else met.found.agent.name, limit=80)
        self.name_row = FormRow(self.tr("What do you call it?"), self.name)
        self.doubt = ErrorWords()
        self.add(row, self.name_row, self.doubt)
        self.who.chosen.connect(self._on_chosen)
        self._fit()

    def choice(self) -> Choice:
        external_id, said = self._met.found.agent.external_id, self.who.value() or LEAVE
        if said == ADD:
            return Choice(external_id, ADD, self.name.value())
        return Choice(external_id, LEAVE) if said == LEAVE else Choice(external_id, "is", said.removeprefix("is "))

    def _on_chosen(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        choice = self.choice()
        self.name_row.setVisible(choice.what == ADD)
        doubt = self._met.doubt(choice.name) if choice.what == "is" else ""
        if self._met.elsewhere and choice.what != "is":
            doubt = self.tr("{name} is on your list already, and this is another one.").format(
                name=one_line(self._met.name, 80)
            )
        self.doubt.setText(doubt)
        self.doubt.setVisible(bool(doubt))


class FoundForm(QWidget):
    """Everything a key opened, with one button that says yes."""

    agreed = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SectionWords()
        self.account = QuietWords()
        self.note = Words()
        self.needs = Words()
        self.trouble = ErrorWords()
        self.agree = PrimaryButton("", self.agreed.emit)
        self.refuse_button = QuietButton(self.tr("No, use another key"), self.refused.emit)
        self.others = TickBox(self.tr("Other people or programs write into this diary as well"), ticked=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE_12)
        self.cards: tuple[MetCard, ...] = ()
        self._books: list[tuple[str, TickBox]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_16)
        for words in (self.head, self.account, self.note, self.needs):
            column.addWidget(words)
        column.addLayout(self._cards)
        column.addWidget(self.others)
        column.addWidget(self.trouble)
        column.addWidget(flow_of(self.agree, self.refuse_button))

    def show_found(self, found: Found) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = tuple(MetCard(each) for each in found.met)
        for card in self.cards:
            card.changed.connect(self._fit)
            self._cards.addWidget(card)
        self._books = []
        for agent in found.bookers:
            tick = TickBox(self.tr("{name} books into this diary").format(name=one_line(agent.name, 80)), ticked=True)
            self._books.append((agent.name, tick))
            self._cards.addWidget(tick)
        self.head.setText(self._headline(found))
        account = one_line(found.tried.account, 120)
        self.account.setText(self.tr("{service}, account {account}").format(service=found.tile.name, account=account))
        self.account.setVisible(bool(account))
        for words, said in ((self.note, found.note), (self.needs, " ".join(found.tried.needs))):
            words.setText(said)
            words.setVisible(bool(said))
        self.others.setVisible(found.tile.bookings)
        self.others.setChecked(found.connection.others_book)
        self.refuse("")
        self._fit()

    def choices(self) -> tuple[Choice, ...]:
        return tuple(each.choice() for each in self.cards)

    def books(self) -> tuple[str, ...]:
        """Names of the agents that book into this diary."""
        return tuple(name for name, tick in self._books if tick.isChecked())

    def refuse(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _headline(self, found: Found) -> str:
        if not found.tile.calls:
            return self.tr("Found it. Is this your diary?")
        if not found.met:
            return self.tr("The key works, but nobody answers calls there yet.")
        if len(found.met) == 1:
            return self.tr("Found it. Is this your receptionist?")
        return self.tr("Found {count} agents. Which ones are yours?").format(count=len(found.met))

    def _fit(self) -> None:
        choices = self.choices()
        if len(choices) == 1 and choices[0].what != LEAVE and choices[0].name:
            self.agree.set_words(self.tr("Yes, that's {name}").format(name=one_line(choices[0].name, 60)))
        elif not choices:
            self.agree.set_words(self.tr("Yes, connect it"))
        else:
            self.agree.set_words(self.tr("Connect it like this"))
