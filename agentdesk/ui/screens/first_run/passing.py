"""When a person takes over, who that is, and who else works here."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.domain.brief import PassToPerson
from agentdesk.domain.business import Role
from agentdesk.domain.money import Money
from agentdesk.domain.wording import listed
from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions.people import PeopleLines
from agentdesk.ui.questions.question import NotUnderstoodError, Question, Said
from agentdesk.ui.screens.first_run.answers import agent_in_words
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.fields import MinutesField, MoneyField, TextField, TickBox
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.words import HelpWords, Words

AMOUNT = "£{high_value}"
"""Stands in a starter's rule where the owner's amount goes."""
_WORDS_SHOWN = 3


class PassQuestion(Question):
    """Rules to tick, own ones to add, and the person who rings back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rules = _Rules()
        self.contact = TextField(limit=80, hint=self.tr("For example Jo"))
        self.within = MinutesField(15, least=5, most=240)
        self.others = PeopleLines((Role.FRONT_DESK, Role.MANAGER, Role.REVIEWER, Role.READ_ONLY))
        self.others.removed.connect(self.removed)
        self.add_row("rules", Said(self.rules))
        together = QHBoxLayout()
        together.setSpacing(SPACE_8 * 2)
        self._contact_row = FormRow(self.tr("Who rings them back?"), self.contact)
        self._within_row = FormRow(self.tr("Within"), self.within)
        for row, share in ((self._contact_row, 1), (self._within_row, 0)):
            together.addWidget(row, share, Qt.AlignmentFlag.AlignTop)
        together.addStretch(1)
        self.name_row("contact", self._contact_row)
        self.column.addLayout(together)
        people = Section(self.tr("Anybody else who works here?"))
        people.add(Said(self.others))
        self.add(people)
        people_said = Said(QWidget(), self.others.add_button)
        self.add_row("people", people_said)

    def title(self, draft: Draft) -> str:
        return self.tr("When must {agent} pass it to a person?").format(agent=agent_in_words(draft))

    def show_draft(self, draft: Draft, starter: Starter) -> None:
        self.rules.show_rules(draft, starter)
        self.contact.set_value(draft.escalation_contact)
        self.within.setValue(draft.within_minutes)
        self.others.set_people(draft.others)

    def answered(self, draft: Draft) -> Draft:
        rules, amount = self.rules.answered(draft)
        return replace(
            draft,
            rules=rules,
            business=replace(draft.business, high_value=amount),
            escalation_contact=self.contact.value(),
            within_minutes=self.within.value(),
            others=self.others.people(),
        )

    def first_field(self) -> QWidget:
        return self.rules.first_field()

    def put_back(self) -> None:
        self.others.put_back()


class _Rules(Card):
    """The trade's rules, ticked, with the amount beside the one that needs it; then the owner's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_4)
        self._ticks: list[tuple[TickBox, PassToPerson]] = []
        self.amount = MoneyField()
        self.amount.setFixedWidth(scaled(120))
        self.amount.setAccessibleName(self.tr("The amount over which a person decides"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_4)
        self.when = TextField(limit=160, hint=self.tr("Something else, for example: a new landlord"))
        self.when.setAccessibleName(self.tr("Something else that a person must hear about"))
        self.says = TextField(limit=400, hint=self.tr("Words they use, with commas between"))
        self.says.setAccessibleName(self.tr("Words that callers use for it, with commas between"))
        self.more = QuietButton(self.tr("Add it"))
        self.more.clicked.connect(self._on_more)
        own = QHBoxLayout()
        own.setSpacing(SPACE_8)
        own.addWidget(self.when, 1)
        own.addWidget(self.says, 1)
        own.addWidget(self.more)
        self.add(self._rows)
        self.body.addSpacing(SPACE_8)
        self.add(own)

    def show_rules(self, draft: Draft, starter: Starter) -> None:
        """The trade's rules and the draft's own, ticked where the draft has them."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.amount:
                widget.hide()
                self.amount.setParent(self)
                widget.deleteLater()
        self._ticks = []
        usual = starter.brief.pass_to_a_person
        mine = {each.when: each for each in draft.rules}
        for each in (*usual, *(rule for rule in draft.rules if rule.when not in {one.when for one in usual})):
            self._add(mine.get(each.when, each), ticked=each.when in mine)
        self.amount.set_amount(draft.business.high_value)
        self.when.set_value("")
        self.says.set_value("")

    def answered(self, draft: Draft) -> tuple[tuple[PassToPerson, ...], Money | None]:
        """The ticked rules and the amount. Raises NotUnderstoodError for an amount that is none."""
        if self.when.value():
            self._on_more()
        rules = tuple(rule for tick, rule in self._ticks if tick.isChecked())
        try:
            amount = self.amount.read()
        except ValueError as trouble:
            raise NotUnderstoodError("rules", self.tr("The amount: {what}").format(what=trouble)) from trouble
        if amount is None and any(AMOUNT in each.when for each in rules):
            raise NotUnderstoodError("rules", self.tr("Write the amount over which a person decides, or untick it."))
        return rules, amount if amount is not None else draft.business.high_value

    def first_field(self) -> QWidget:
        return self._ticks[0][0] if self._ticks else self.when

    def ticks(self) -> tuple[TickBox, ...]:
        return tuple(tick for tick, _ in self._ticks)

    def _add(self, rule: PassToPerson, *, ticked: bool) -> None:
        tick = TickBox("", ticked=ticked)
        words = rule.when.replace(AMOUNT, "").strip()
        said = [f"“{each}”" for each in rule.phrases[:_WORDS_SHOWN]]
        if len(rule.phrases) > _WORDS_SHOWN:
            said.append(self.tr("{number} more").format(number=len(rule.phrases) - _WORDS_SHOWN))
        help_words = self.tr("They say {words}.").format(words=listed(said)) if said else ""
        self._ticks.append((tick, rule))
        self._rows.addWidget(_RuleLine(tick, words, help_words, self.amount if AMOUNT in rule.when else None))

    def _on_more(self) -> None:
        when = self.when.value()
        if not when:
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if when.casefold() not in {rule.when.casefold() for _, rule in self._ticks}:
            phrases = tuple(each.strip() for each in self.says.value().split(",") if each.strip())
            self._add(PassToPerson(when, phrases=phrases), ticked=True)
        self.when.set_value("")
        self.says.set_value("")


class _RuleLine(QWidget):
    """A tick box whose words wrap, with quiet ones below. A press on the words ticks it."""

    def __init__(
        self, tick: TickBox, words: str, quiet: str, amount: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tick = tick
        tick.setAccessibleName(words)
        tick.setAccessibleDescription(quiet)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        said.setSpacing(0)
        said.addWidget(Words(words))
        if quiet:
            said.addWidget(HelpWords(quiet))
        row.addLayout(said, 0 if amount is not None else 1)
        if amount is not None:
            row.addWidget(amount)
            amount.show()
            row.addStretch(1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tick.toggle()
        event.accept()
