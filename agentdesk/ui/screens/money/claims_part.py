"""Spam and test calls of the month, as a list for the supplier that can be copied or saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from agentdesk.domain.spending import MoneyPage
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.money.presenter import MoneyPresenter, claims_words, month_of
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.pdf_saving import PdfSaver
from agentdesk.ui.widgets.telling import trouble_in_words
from agentdesk.ui.widgets.words import Words


class ClaimsPart(Section):
    """How many there are, what they cost, and the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Spam and test calls"))
        self._desk = desk
        self._presenter = MoneyPresenter(desk.services)
        self._page: MoneyPage | None = None
        self.saver = PdfSaver(desk, self)
        self.said = Words()
        self.copy = QuietButton(self.tr("Copy the list"), self._on_copy, icon_name="copy")
        self.save = QuietButton(self.tr("Save the list as a table"), self._on_save, icon_name="export")
        self._ways = flow_of(self.copy, self.save)
        card = Card(spacing=SPACE_12)
        card.add(self.said, self._ways)
        self.add(card)

    def show_claims(self, page: MoneyPage) -> None:
        self._page = page
        self.said.setText(claims_words(page))
        self._ways.setVisible(page.marked > 0)

    def _on_copy(self) -> None:
        page, presenter = self._page, self._presenter
        if page is not None:
            self._desk.runner.submit(
                Job("Copying a list", lambda _: presenter.claims(page), Lane.READ),
                self._on_list,
                self._on_failed,
                within=self,
            )

    def _on_list(self, table: str) -> None:
        QGuiApplication.clipboard().setText(table)
        self._desk.tell.say(self.tr("Copied. It can be pasted into a message or a spreadsheet."))

    def _on_save(self) -> None:
        if self._page is not None:
            name = self.tr("Spam and test calls, {month}.csv").format(month=f"{self._page.today:%B %Y}")
            self.saver.ask(self.tr("Save the list"), name, self._write, table=True)

    def _write(self, path: Path) -> None:
        if self._page is not None:
            self._desk.services.marks.save(month_of(self._page), path)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("I couldn't copy the list. Try again.")))
