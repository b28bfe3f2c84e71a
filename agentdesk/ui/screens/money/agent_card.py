"""One agent's month: so far, where it ends, the limit, what it bought, dear days and the list of days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.spending import AgentMoney, Day, MoneyPage
from agentdesk.domain.wording import counted, day_in_words
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.money.limit_bar import LimitBar
from agentdesk.ui.screens.money.limits_form import LimitsForm
from agentdesk.ui.screens.money.presenter import card_words, stop_words
from agentdesk.ui.screens.money.spike_part import SpikePart
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_12
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import Card, RowList
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import FigureWords, HairLine, QuietWords, SectionWords, Words


class DayRow(SentenceRow):
    """A day with its calls and its cost; opens its calls."""

    day_opened = Signal(object)

    def __init__(self, day: Day, parent: QWidget | None = None) -> None:
        cost = day.cost.in_words() if day.cost else ""
        super().__init__(day_in_words(day.day), right=cost, parent=parent)
        calls = counted(day.calls, self.tr("call"), self.tr("calls"))
        self.set_words(day_in_words(day.day), calls, right=cost)
        self.day = day.day
        self.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        self.day_opened.emit(self.day)


class AgentCard(Card):
    """Everything of one agent."""

    changed = Signal()

    def __init__(
        self, desk: Desk, card: AgentMoney, page: MoneyPage, *, diary_known: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, spacing=SPACE_12)
        self._desk = desk
        self._card = card
        words = card_words(card, page, diary_known=diary_known)
        self.title = SectionWords(words.title)
        self.figure = FigureWords(words.figure)
        self.caption = Words(words.caption)
        self.add(self.title, self.figure, self.caption)
        if words.state is not State.NOTE:
            self.mark = StateMark(words.state, words.state_words)
            self.add(self.mark)
        if words.share is not None:
            self.bar = LimitBar()
            self.bar.show_share(words.share, words.state, words.share_words)
            self.add(self.bar, QuietWords(words.share_words))
        self.sentences = Words("\n".join(words.sentences))
        if words.sentences:
            self.add(self.sentences)
        for spike in card.spikes:
            part = SpikePart(desk, card, spike)
            part.limit_asked.connect(self._on_limits)
            self.add(HairLine(), part)
        self.stops = QuietWords("\n".join(stop_words(card)))
        if card.stops:
            self.add(HairLine(), self.stops)
        self._add_ways(card)

    def _add_ways(self, card: AgentMoney) -> None:
        self.limits = QuietButton(self.tr("Change the limits"), self._on_limits)
        self.show_days = LinkButton(self.tr("Show the days"), self._on_days)
        self.days = RowList()
        self._form_place = QVBoxLayout()
        self._form_place.setSpacing(SPACE_8)
        self.form: LimitsForm | None = None
        self.body.addWidget(flow_of(*([self.limits] if card.agent else []), *([self.show_days] if card.days else [])))
        self.body.addLayout(self._form_place)
        self.body.addWidget(self.days)
        self.days.hide()

    def ask_limits(self) -> None:
        """Open the form for the limits."""
        self._on_limits()

    @property
    def name(self) -> str | None:
        return self._card.agent.name if self._card.agent else None

    def _on_limits(self) -> None:
        agent = self._card.agent
        if agent is None:
            return
        if self.form is None:
            currency = self._card.so_far.currency if self._card.so_far else "GBP"
            self.form = LimitsForm(self._desk, agent, currency)
            self.form.kept.connect(self.changed)
            self.form.left.connect(self._on_left)
            self._form_place.addWidget(self.form)
        self.form.show()
        self.limits.hide()
        self.form.begin()

    def _on_left(self) -> None:
        if self.form is not None:
            self.form.hide()
        self.limits.show()
        self.limits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_days(self) -> None:
        if not self.days.rows():
            rows = [DayRow(each) for each in self._card.days]
            for row in rows:
                row.day_opened.connect(self._on_day)
            self.days.set_rows(rows)
        else:
            self.days.setVisible(self.days.isHidden())
        self.show_days.set_words(self.tr("Show the days") if self.days.isHidden() else self.tr("Hide the days"))

    def _on_day(self, day: object) -> None:
        if isinstance(day, date):
            # calls of agents that aren't listed stand in the day's list, with everybody's
            self._desk.go.to("calls", first=day, last=day, agent=self.name, words="")
