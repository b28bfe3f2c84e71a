"""After the invoice: its total typed in, beside what was counted, and the difference line by line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from agentdesk.domain.spending import Invoice
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.money.presenter import LONGEST_NAME, Read, invoice_words, months
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.widgets.ask import AnswerField
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.telling import one_line, trouble_in_words
from agentdesk.ui.widgets.words import HairLine, Words


class InvoicePart(QWidget):
    """One invoice: what it says, and a line for what the difference is."""

    changed = Signal()

    def __init__(self, desk: Desk, invoice: Invoice, services: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._desk = desk
        self._invoice = invoice
        self.said = Words(invoice_words(invoice, services), selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.said)
        self.explain = QuietButton(self.tr("Say what the difference is"), self._on_explain)
        self.message = QuietButton(self.tr("Copy a message to send"), self._on_message, icon_name="copy")
        if invoice.unexplained.minor:
            # nobody asks for an explanation of having paid too little
            column.addWidget(flow_of(self.explain, *([self.message] if invoice.unexplained.minor > 0 else [])))
        self.form = QWidget()
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE_12)
        self.what, self.amount = AnswerField(limit=100), AnswerField(limit=24)
        self.what_row = FormRow(self.tr("What is it?"), self.what, self.tr("For example: number rental."))
        self.amount_row = FormRow(self.tr("How much of it?"), self.amount)
        self.keep = PrimaryButton(self.tr("Keep this line"), self._on_keep)
        for each in (self.what_row, self.amount_row):
            form.addWidget(each)
        form.addWidget(flow_of(self.keep, QuietButton(self.tr("Cancel"), self.form.hide)))
        for field in (self.what, self.amount):
            field.returnPressed.connect(self._on_keep)
            field.left.connect(self.form.hide)
        self.form.hide()
        column.addWidget(self.form)

    def _on_explain(self) -> None:
        self.amount.set_value(self._invoice.unexplained.in_words())
        self.form.show()
        self.what.setFocus()

    def _on_keep(self) -> None:
        invoice, invoices = self._invoice, self._desk.services.invoices
        lines = [(each.words, each.amount.in_words()) for each in invoice.lines]
        lines.append((self.what.value(), self.amount.value()))
        self.amount_row.set_error(None)
        self._desk.runner.submit(
            Job("Keeping a line of an invoice", lambda _: invoices.explain(invoice, lines), Lane.WRITE),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _on_kept(self, _: Invoice) -> None:
        self.changed.emit()

    def _on_refused(self, trouble: Exception) -> None:
        self.amount_row.set_error(
            trouble_in_words(trouble, self.tr("I couldn't save that. Press Keep this line again."))
        )

    def _on_message(self) -> None:
        QGuiApplication.clipboard().setText(self._desk.services.invoices.message(self._invoice))
        self._desk.tell.say(self.tr("Copied. Send it to whoever sent the invoice."))


class InvoicesPart(Section):
    """The invoices so far, and the fields for the next one."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.heading.setText(self.tr("After the invoice"))
        self._desk = desk
        self.none = Words(self.tr("Type the total of an invoice, and I compare it with what I counted call by call."))
        self._kept = QVBoxLayout()
        self._kept.setSpacing(SPACE_12)
        self.service: ChoiceField[str] = ChoiceField()
        self.service.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.service.setMinimumContentsLength(12)
        self.month: ChoiceField[date] = ChoiceField()
        self.total = AnswerField(limit=24)
        self.service_row = FormRow(self.tr("Who sent it?"), self.service)
        self.month_row = FormRow(self.tr("For which month?"), self.month)
        self.total_row = FormRow(
            self.tr("What is its total?"), self.total, self.tr("With its sign if it isn't in pounds, like $150.20.")
        )
        self.compare = QuietButton(self.tr("Compare it"), self._on_compare)
        self.total.returnPressed.connect(self._on_compare)
        card = Card(spacing=SPACE_12)
        card.add(self.none, self._kept, self.service_row, self.month_row, self.total_row, flow_of(self.compare))
        self.add(card)

    def show_invoices(self, read: Read) -> None:
        while (item := self._kept.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in read.invoices:
            part = InvoicePart(self._desk, each, read.services)
            part.changed.connect(self.changed)
            self._kept.addWidget(part)
            self._kept.addWidget(HairLine())
        self.none.setVisible(not read.invoices)
        self.service.set_options([(name, one_line(called, LONGEST_NAME)) for name, called in read.services])
        self.month.set_options(months(read.page.today))
        self.setVisible(bool(read.services))

    def _on_compare(self) -> None:
        connection, month, typed = self.service.value(), self.month.value(), self.total.value()
        desk = self._desk
        self.total_row.set_error(None)
        if connection is None or month is None:
            return
        desk.runner.submit(
            Job(
                "Comparing an invoice",
                lambda _: desk.services.invoices.keep(connection, month, typed, desk.who()),
                Lane.WRITE,
            ),
            self._on_kept,
            self._on_refused,
            within=self,
        )

    def _on_kept(self, _: Invoice) -> None:
        self.total.set_value("")
        self.changed.emit()

    def _on_refused(self, trouble: Exception) -> None:
        self.total_row.set_error(trouble_in_words(trouble, self.tr("I couldn't save that. Press Compare it again.")))
