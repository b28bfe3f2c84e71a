"""Which agent answers, who supplies it, and where real bookings live."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions.question import Question
from agentdesk.ui.questions.tiles import Tiles
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.words import HelpWords, StrongWords, Words

SUPPLIERS = ("Retell", "ElevenLabs", "Vapi", "Bland", "Synthflow", "Twilio")
"""Names that stand on people's bills."""
ANOTHER, UNKNOWN = "another", "unknown"


class AgentQuestion(Question):
    """The agent's name, its number and its supplier; a note to send for those who don't know."""

    copied = Signal(str)
    """A sentence: the note is on the clipboard."""
    connect_wanted = Signal(str)
    """The owner wants to connect the service that answers the calls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.name = TextField(limit=80, hint=self.tr("For example Daisy"))
        self.number = TextField(limit=80, hint=self.tr("For example 0113 496 0100"))
        self.supplier = Tiles[str](
            (
                *((each, each) for each in SUPPLIERS),
                (ANOTHER, self.tr("Another")),
                (UNKNOWN, self.tr("I don't know")),
            )
        )
        self.other = TextField(limit=80, hint=self.tr("The name on your bill"))
        called = FormRow(self.tr("What is it called?"), self.name, self.tr("The name it says on the phone."))
        self.add_row("agent", called)
        self.add_row("number", FormRow(self.tr("Which number does it answer?"), self.number))
        self.add_row("supplier", FormRow(self.tr("Who supplies it?"), self.supplier, wide=True))
        self._other_row = FormRow(self.tr("Who?"), self.other)
        self.add(self._other_row)
        self.note = _Note()
        self.note.copied.connect(self.copied)
        self.connect_button = QuietButton(self.tr("Connect the service now"), self._on_connect)
        self.add(
            self.note,
            HelpWords(
                self.tr("With the key of its service the name and number fill in by themselves, and the calls come in.")
            ),
            flow_of(self.connect_button),
        )
        self.supplier.chosen.connect(self._fit)
        self._draft = Draft()

    def title(self, draft: Draft) -> str:  # noqa: ARG002 - always the same question
        return self.tr("Which agent answers your calls?")

    def show_draft(self, draft: Draft, starter: Starter) -> None:  # noqa: ARG002 - no trade has a usual agent
        self._draft = draft
        self.name.set_value(draft.agent)
        self.number.set_value(draft.answers_number)
        known = draft.supplier in SUPPLIERS
        self.supplier.set_value(draft.supplier if known else ANOTHER if draft.supplier else None)
        self.other.set_value("" if known else draft.supplier)
        self._fit()

    def answered(self, draft: Draft) -> Draft:
        chosen = self.supplier.value() or ""
        supplier = {ANOTHER: self.other.value(), UNKNOWN: ""}.get(chosen, chosen)
        return replace(draft, agent=self.name.value(), answers_number=self.number.value(), supplier=supplier)

    def first_field(self) -> QWidget:
        return self.name

    def _on_connect(self) -> None:
        self.connect_wanted.emit("calls")

    def _fit(self) -> None:
        self._other_row.setVisible(self.supplier.value() == ANOTHER)
        self.note.setVisible(self.supplier.value() == UNKNOWN)
        self.note.write(self._draft.owner, self._draft.business.name)


class _Note(Card):
    """Words to send to whoever set the agent up."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words(selectable=True)
        self.copy = QuietButton(self.tr("Copy the note"), icon_name="copy")
        self.copy.clicked.connect(self._on_copy)
        self.add(StrongWords(self.tr("Send this to whoever set it up")), self._words)
        self.add_row(self.copy)

    def write(self, owner: str, business: str) -> None:
        self._words.setText(
            self.tr(
                "Hello, this is {owner} from {business}. Could you tell me which service our phone agent runs on, and "
                "send me a file with all its calls so far, with the words that were said? Please don't change "
                "anything. Thank you."
            ).format(owner=owner, business=business)
        )

    def words(self) -> str:
        """The note."""
        return self._words.text()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words())
        self.copied.emit(self.tr("Copied. Paste it into an e-mail or a message."))


class DiaryQuestion(Question):
    """Where it shows whether a booking is real."""

    connect_wanted = Signal(str)
    """The owner wants to connect the diary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("A booking counts when it stands in the diary, not when somebody says so on the phone."), parent
        )
        self._file = self.tr("A diary I can save as a file")
        self._paper = self.tr("On paper")
        self.where = Tiles[str](
            ((self._file, self._file), (self._paper, self._paper), (ANOTHER, self.tr("Somewhere else")))
        )
        self.other = TextField(hint=self.tr("For example the booking page of our website"))
        self.second = TextField(hint=self.tr("For example Jo's own calendar, or a book in the van"))
        self.add_row("diary", FormRow(self.tr("The diary that counts"), self.where, wide=True))
        self._other_row = FormRow(self.tr("Where?"), self.other)
        self._hint = HelpWords()
        self.connect_button = QuietButton(self.tr("Connect the diary now"), self._on_connect)
        self.add(self._other_row, self._hint, flow_of(self.connect_button))
        self.add_row(
            "second",
            FormRow(
                self.tr("Any other diary?"), self.second, self.tr("Two diaries are how one visit gets booked twice.")
            ),
        )
        self.where.chosen.connect(self._fit)

    def title(self, draft: Draft) -> str:  # noqa: ARG002 - always the same question
        return self.tr("Where do real bookings live?")

    def show_draft(self, draft: Draft, starter: Starter) -> None:  # noqa: ARG002 - no trade has a usual diary
        known = draft.diary in (self._file, self._paper)
        self.where.set_value(draft.diary if known else ANOTHER if draft.diary else None)
        self.other.set_value("" if known else draft.diary)
        self.second.set_value(draft.other_diary)
        self._fit()

    def answered(self, draft: Draft) -> Draft:
        chosen = self.where.value() or ""
        return replace(
            draft, diary=self.other.value() if chosen == ANOTHER else chosen, other_diary=self.second.value()
        )

    def first_field(self) -> QWidget:
        return self.where

    def _on_connect(self) -> None:
        self.connect_wanted.emit("bookings")

    def _fit(self) -> None:
        chosen = self.where.value()
        self._other_row.setVisible(chosen == ANOTHER)
        self._hint.setText(
            {
                self._file: self.tr(
                    "Google, Outlook, Apple and most booking services can save one. You bring it in at the end."
                ),
                None: "",
            }.get(
                chosen,
                self.tr("Then AgentDesk can tell you what was promised, but not whether it is in the diary."),
            )
        )
        self._hint.setVisible(bool(self._hint.text()))
