"""What money of other countries counts for: a rate for each, with the day from which it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.clock import day_of
from agentdesk.domain.spending import Rate
from agentdesk.domain.wording import day_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.ask import AnswerField
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.telling import trouble_in_words


class RatesPart(Section):
    """A field for each currency that calls were charged in."""

    kept = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.heading.setText(self.tr("Exchange rates"))
        self._desk = desk
        self.rows: dict[str, FormRow] = {}
        card = Card(spacing=SPACE_12)
        self._place = QVBoxLayout()
        self._place.setSpacing(SPACE_12)
        self.keep = QuietButton(self.tr("Keep these rates from today"), self._on_keep)
        card.add(self._place, flow_of(self.keep))
        self.add(card)

    def show_rates(self, rates: tuple[Rate, ...]) -> None:
        """Fields for these; what is being typed for one that stays is left alone."""
        if set(self.rows) != {each.currency for each in rates}:
            while (item := self._place.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            self.rows = {each.currency: self._row(each) for each in rates}
        for each in rates:
            self.rows[each.currency].set_help(_since(self, each))
        self.setVisible(bool(rates))

    def _row(self, rate: Rate) -> FormRow:
        field = AnswerField(limit=20)
        field.set_value("" if rate.rate is None else f"{rate.rate:f}")
        field.returnPressed.connect(self._on_keep)
        row = FormRow(
            self.tr("What is 1 {currency} worth in {into}?").format(currency=rate.currency, into=rate.into), field
        )
        self._place.addWidget(row)
        return row

    def _on_keep(self) -> None:
        desk = self._desk
        typed = {name: row.field.value() for name, row in self.rows.items() if isinstance(row.field, AnswerField)}
        as_of = day_of(desk.clock.now(), desk.zone())
        for each in self.rows.values():
            each.set_error(None)
        desk.runner.submit(
            Job("Keeping exchange rates", lambda _: desk.services.spending.set_rates(typed, as_of), Lane.WRITE),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _on_kept(self, _: None) -> None:
        self._desk.tell.say(self.tr("Kept."))
        self.kept.emit()

    def _on_refused(self, trouble: Exception) -> None:
        words = trouble_in_words(trouble, self.tr("I couldn't save that. Try again."))
        named = [row for name, row in self.rows.items() if name in words]
        for row in named or list(self.rows.values())[:1]:
            row.set_error(words)


def _since(part: RatesPart, rate: Rate) -> str:
    if rate.rate is None:
        return part.tr("No rate is set, so what is charged in it is not counted. For example 0.79.")
    if rate.as_of is None:
        return ""
    return part.tr("The rate of {day}.").format(day=day_in_words(rate.as_of, with_year=True))
