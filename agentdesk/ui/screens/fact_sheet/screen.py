"""What the agent may say and what things cost, with the day and the name of every change."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.wording import moment_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Running
from agentdesk.services.business.fact_sheet import Sheet, SheetChange, SheetLine
from agentdesk.services.changes import Subject
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.fact_sheet.line_card import LineCard, SheetForm
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.checking_again import CheckingAgain
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import QuietWords, Words

CHANGES_SHOWN = 30


class FactSheetScreen(Page):
    """Opens with nothing."""

    watches = frozenset({Subject.BUSINESS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cards: dict[tuple[bool, str], LineCard] = {}
        self._under_way: Running | None = None
        self._keeping: LineCard | None = None
        self._counts_for_before = False
        self._again = CheckingAgain(
            desk, self, self.tr("It is kept. Calls of the last weeks couldn't be checked again.")
        )
        self._changes: tuple[SheetChange, ...] = ()
        self.add_fact = QuietButton(self.tr("Add a fact"), self._on_add, icon_name="plus")
        self.new = SheetForm(None)
        self.new.keep.set_words(self.tr("Add to the fact sheet"))
        self.new.kept.connect(self._on_new)
        self.new.left.connect(self._on_left)
        self._new_card = Card()
        self._new_card.add(self.new)
        self._new_card.hide()
        self._prices_place, prices = _column()
        self._facts_place, facts = _column()
        self.prices = Section(self.tr("What it costs"))
        self.prices.add(prices)
        self.facts = Section(self.tr("What the agent may say"))
        self.no_facts = QuietWords(self.tr("No facts are written down yet."))
        self.facts.add(self.no_facts, facts, self._new_card)
        self.facts.body.addWidget(self.add_fact, 0, Qt.AlignmentFlag.AlignLeft)
        self.past = Section(self.tr("What changed"))
        self._past_card = Card(spacing=SPACE_12)
        self.past.add(self._past_card)
        self.add(self.prices, self.facts, self.past)
        self.content.addStretch(1)
        for each in (self.prices, self.past):
            each.hide()
        self.set_title(self.tr("The fact sheet"))

    def open(self, **what: object) -> None:
        if what:
            raise TypeError("the fact sheet opens with nothing")
        self.reload()

    def reload(self) -> None:
        if self._under_way is not None:
            self._under_way.drop()
        fact_sheet = self._desk.services.fact_sheet
        self._under_way = self._desk.runner.submit(
            Job("Reading the fact sheet", lambda _: fact_sheet.sheet()), self._on_read, self._on_failed, within=self
        )

    def focus_first(self) -> None:
        cards = self.cards()
        (cards[0].change if cards else self.add_fact).setFocus(Qt.FocusReason.OtherFocusReason)

    def cards(self) -> tuple[LineCard, ...]:
        """The lines that show, from above."""
        return tuple(self._cards.values())

    def _on_read(self, sheet: Sheet) -> None:
        lines = {(each.is_price, each.topic): each for each in sheet.lines}
        for gone in [each for each in self._cards if each not in lines]:
            left = self._cards.pop(gone)
            left.hide()
            left.deleteLater()
        for key, line in lines.items():
            card = self._cards.pop(key, None) or self._card(line)
            card.set_line(line)
            self._cards[key] = card
        self.prices.setVisible(any(each.is_price for each in sheet.lines))
        self.no_facts.setVisible(all(each.is_price for each in sheet.lines))
        if sheet.changed != self._changes:
            self._changes = sheet.changed
            self._show_past(sheet.changed)

    def _card(self, line: SheetLine) -> LineCard:
        card = LineCard(line)
        card.changed.connect(self._on_changed)
        card.taken_away.connect(self._on_taken_away)
        card.asking.connect(self._on_asking)
        (self._prices_place if line.is_price else self._facts_place).addWidget(card)
        return card

    def _show_past(self, changed: tuple[SheetChange, ...]) -> None:
        while (item := self._past_card.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        zone = self._desk.zone()
        for each in changed[:CHANGES_SHOWN]:
            told = QWidget()
            column = QVBoxLayout(told)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Words(change_in_words(each)))
            column.addWidget(QuietWords(said_in_words(each, zone)))
            self._past_card.add(told)
        self.past.setVisible(bool(changed))

    # What is changed

    def _on_asking(self) -> None:
        self._new_card.hide()
        self.add_fact.show()
        for card in self.cards():
            if card is not self.sender():
                card.put_away()

    def _on_add(self) -> None:
        for card in self.cards():
            card.put_away()
        self.add_fact.hide()
        self.new.row.set_error(None)
        self._new_card.show()
        self.new.topic.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        self._new_card.hide()
        self.add_fact.show()
        self.add_fact.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_new(self) -> None:
        sheet, who = self._desk.services.fact_sheet, self._desk.who
        topic, says = self.new.topic.value(), self.new.field.value()
        self._keep(lambda _: sheet.say(topic, says, who()), None, counts_for_before=True)

    def _on_changed(self, line: SheetLine, says: str, slip: bool) -> None:
        sheet, who = self._desk.services.fact_sheet, self._desk.who
        keep = sheet.price if line.is_price else sheet.say
        self._keep(lambda _: keep(line.topic, says, who(), slip=slip), self._card_of(line), counts_for_before=slip)

    def _on_taken_away(self, line: SheetLine) -> None:
        sheet, who = self._desk.services.fact_sheet, self._desk.who
        self._keep(lambda _: sheet.take_away(line.topic, who()), self._card_of(line))

    def _card_of(self, line: SheetLine) -> LineCard | None:
        return self._cards.get((line.is_price, line.topic))

    def _keep(
        self, keep: Callable[[Progress], None], card: LineCard | None, *, counts_for_before: bool = False
    ) -> None:
        self._keeping = card
        self._counts_for_before = counts_for_before
        self._desk.runner.submit(
            Job("Keeping the fact sheet", keep, Lane.WRITE), self._on_kept, self._on_not_kept, within=self
        )

    def _on_kept(self, _: None) -> None:
        if self._keeping is not None:
            self._keeping.kept()
        else:
            self.new.clear()
            self.new.topic.set_value("")
            self.new.keep.setEnabled(True)
            self._on_left()
        self._desk.tell.say(self.tr("Kept."))
        self.reload()
        # a change counts for calls to come; a slip that is put right, or a fact that is added, for those before
        if self._counts_for_before:
            self._again.back()

    def _on_not_kept(self, trouble: Exception) -> None:
        sentence = trouble_in_words(trouble, self.tr("That couldn't be kept. What you typed is still here."))
        if self._keeping is None:
            self.new.row.set_error(sentence)
        elif self._keeping.is_asking:
            self._keeping.refuse(sentence)
        else:
            self._desk.tell.trouble(sentence)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("I couldn't read the fact sheet. What you see is from before."))
        )


def change_in_words(changed: SheetChange) -> str:
    """Like "Boiler service: £105.00, before that £95.00"."""
    change = changed.change
    words = {"topic": one_line(change.topic, 80), "was": one_line(change.was, 200), "now": one_line(change.now, 200)}
    if not change.was:
        return _tr("{topic}: {now}. Added.").format(**words)
    if not change.now:
        return _tr("{topic}: taken off the sheet. It said: {was}").format(**words)
    return _tr("{topic}: {now}. Before that: {was}").format(**words)


def said_in_words(changed: SheetChange, zone: ZoneInfo) -> str:
    """When and by whom."""
    return joined((moment_in_words(changed.at, zone), one_line(changed.by, 60)))


def _column() -> tuple[QVBoxLayout, QWidget]:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_8)
    return column, place


def _tr(words: str) -> str:
    return QCoreApplication.translate("FactSheet", words)
