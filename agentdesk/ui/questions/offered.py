"""What can be booked: how long it takes, what it costs, how many at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from agentdesk.domain.business import Service
from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions.question import NotUnderstoodError, Question, Said
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.fields import MinutesField, MoneyField, NumberField, TextField
from agentdesk.ui.widgets.lines import Lines


class ServicesQuestion(Question):
    """Editable lines, filled for the trade."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Usual ones for your trade. The prices are a start: put in your own, or leave them empty."), parent
        )
        self.services = Lines(
            (self.tr("What"), self.tr("Takes"), self.tr("Price"), self.tr("At a time")), self.tr("Add a service")
        )
        self.services.add_wanted.connect(self._on_add)
        self.services.removed.connect(self.removed)
        self.add_row("services", Said(self.services, self.services.add_button))
        self._currency = "GBP"

    def title(self, draft: Draft) -> str:  # noqa: ARG002 - always the same question
        return self.tr("What can callers book?")

    def show_draft(self, draft: Draft, starter: Starter) -> None:  # noqa: ARG002 - it was filled in before
        self._currency = draft.business.currency
        self.services.clear()
        for each in draft.business.services:
            self._add(each)

    def answered(self, draft: Draft) -> Draft:
        return replace(draft, business=replace(draft.business, services=tuple(self._services())))

    def first_field(self) -> QWidget:
        lines = self.services.lines()
        return lines[0][0] if lines else self.services.add_button

    def put_back(self) -> None:
        self.services.put_back()

    def show_troubles(self, said: Mapping[str, str]) -> None:
        super().show_troubles(said)
        if "services" in said:
            self._unclear().setFocus(Qt.FocusReason.OtherFocusReason)

    def _services(self) -> list[Service]:
        found = []
        for name, minutes, price, capacity in self.services.lines():
            if not (isinstance(name, TextField) and isinstance(minutes, MinutesField)):
                continue
            if not (isinstance(price, MoneyField) and isinstance(capacity, NumberField)):
                continue
            try:
                amount = price.read()
            except ValueError as trouble:
                words = self.tr("The price of “{service}”: {what}").format(service=name.value(), what=trouble)
                raise NotUnderstoodError("services", words) from trouble
            if name.value() or amount is not None:
                found.append(Service(name.value(), minutes.value(), amount, capacity.value()))
        return found

    def _unclear(self) -> QWidget:
        """The first amount that cannot be read, else the first line without a name."""
        lines = self.services.lines()
        for *_, price, _ in lines:
            try:
                price.read() if isinstance(price, MoneyField) else None
            except ValueError:
                return price
        nameless = (name for name, *_ in lines if isinstance(name, TextField) and not name.value())
        return next(nameless, self.services.add_button)

    def _add(self, service: Service, *, focus: bool = False) -> None:
        minutes = MinutesField(service.minutes, least=5, most=720)
        price = MoneyField(service.price, currency=self._currency)
        price.setPlaceholderText(self.tr("No price"))
        minutes.setSuffix(self.tr(" min"))
        for field, width in ((minutes, 104), (price, 104)):
            field.setFixedWidth(scaled(width))
        capacity = NumberField(service.capacity, "", least=1, most=99)
        capacity.setFixedWidth(scaled(72))
        name = TextField(service.name)
        name.setCursorPosition(0)
        name.setMinimumWidth(scaled(120))
        self.services.add_line((name, minutes, price, capacity), focus=focus)

    def _on_add(self) -> None:
        self._add(Service("", 60), focus=True)
