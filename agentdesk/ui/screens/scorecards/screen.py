"""A scorecard on the screen, in the order of the page it prints."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from agentdesk.domain.scorecard import Figure, Scorecard
from agentdesk.domain.wording import counted, day_in_words
from agentdesk.services.changes import Subject
from agentdesk.services.reviews.scorecard_charts import ChartColours, ChartLook, DrawnChart
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.scorecards.parts import FigureCard, FigureRow, Fold, SentenceCard, WrongRow
from agentdesk.ui.screens.scorecards.presenter import Choices, ScorecardsPresenter
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.palette import tokens_now
from agentdesk.ui.theme.tokens import CONTENT_WIDTH, SPACE_12, SPACE_16, SPACE_32
from agentdesk.ui.theme.type_scale import scaled, text_percent
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import RowList, Section
from agentdesk.ui.widgets.chart_frame import ChartFrame
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.pdf_saving import PdfSaver
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.words import QuietWords, Words

LARGE = 6
WRONG_SHOWN = 3
CHART_WIDE, CHART_HIGH, CHART_LEAST = 420, 220, 360
"""Of a chart, in pixels at 100 %; with less than the least beside each other they stand under one another."""
_STEP = 20
_INCH = 130.0
"""Pixels to an inch of a chart at 100 %: the printed chart's letters come out as large as quiet words."""


class ScorecardsScreen(Page):
    """Agent and period at the top, then what the page prints."""

    watches = frozenset({Subject.CALLS, Subject.BOOKINGS, Subject.FINDINGS, Subject.REVIEW, Subject.AGENTS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.set_title(self.tr("Scorecards"))
        self.presenter = ScorecardsPresenter(desk, self, self)
        self.saver = PdfSaver(desk, self)
        self.agent = ChoiceField[str]()
        self.agent.setAccessibleName(self.tr("Agent"))
        self.period = ChoiceField[str]()
        self.period.setAccessibleName(self.tr("Period"))
        for field in (self.agent, self.period):
            field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.save_button = QuietButton(self.tr("Save as PDF"), self._on_save, icon_name="pdf", key="Ctrl+S")
        self.days = QuietWords(wrap=False)
        self.agent.chosen.connect(self._on_agent)
        self.period.chosen.connect(self._on_period)
        self._choose = flow_of(self.agent, self.period, self.save_button, self.days)
        self.empty = EmptyState(
            "scorecards",
            self.tr("No agent is on your list yet."),
            self.tr("A scorecard says how an agent did: calls, bookings, money, and what nobody knows."),
            self.tr("Go to agents"),
            self._on_agents,
        )
        self.summary = Words(selectable=True)
        self.purpose = QuietWords()
        self._figures = QWidget()
        self._grid = QGridLayout(self._figures)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_12)
        self._columns = 3
        self._cards: list[FigureCard] = []
        self.wrong = RowList()
        self.wrong_none = Words(self.tr("Nothing that the checks know of."))
        self.wrong_section = Section(self.tr("What went wrong, and what was done"))
        self.wrong_section.add(self.wrong, self.wrong_none)
        self.others = RowList()
        self.others_section = Section(self.tr("Everything else that is counted"))
        self.others_section.add(self.others)
        self.charts = (ChartFrame(), ChartFrame())
        self._charts = QWidget()
        self._chart_grid = QGridLayout(self._charts)
        self._chart_grid.setContentsMargins(0, 0, 0, 0)
        self._chart_grid.setSpacing(SPACE_12)
        self._chart_size = (0, 0)
        self.money = SentenceCard(self.tr("Money"), self.tr("Nothing is known of it."))
        self.decisions = SentenceCard(self.tr("Decisions needed"), self.tr("None is waiting."))
        self.checked = SentenceCard(self.tr("How it was checked"))
        self.changes = SentenceCard(self.tr("Changes"))
        self.not_known = SentenceCard(self.tr("What we don't know"))
        self.definitions = Fold(self.tr("What the figures mean"))
        self.foot = QuietWords()
        self._body = (
            self.summary,
            self.purpose,
            self._figures,
            self.wrong_section,
            self.money,
            self.decisions,
            self._charts,
            self.others_section,
            self.checked,
            self.changes,
            self.not_known,
            self.definitions,
            self.foot,
        )
        self.add(self.empty, self._choose, *self._body)
        self.content.addStretch(1)
        for each in (self.empty, self._choose, *self._body):
            each.hide()
        desk.theme.changed.connect(self._on_theme)

    def open(self, **what: object) -> None:
        agent = what.pop("agent", None)
        if what:
            raise TypeError(f"scorecards open without {', '.join(what)}")
        self.presenter.open(agent if isinstance(agent, str) else None)

    def reload(self) -> None:
        self.presenter.reload()

    def figure_cards(self) -> tuple[FigureCard, ...]:
        """The six."""
        return tuple(self._cards)

    def show_choices(self, choices: Choices) -> None:
        nothing = choices.agent is None
        self.empty.setVisible(nothing)
        self._choose.setVisible(not nothing)
        for each in self._body:
            each.setVisible(not nothing)
        self.agent.set_options([(each, shown(each)) for each in choices.agents])
        if choices.agent is not None:
            self.agent.set_value(choices.agent)
        self.agent.setVisible(len(choices.agents) > 1)
        self.period.set_options([(name, name) for name, _ in choices.periods])
        name = next((name for name, each in choices.periods if each == choices.period), "")
        self.period.set_value(name)

    def show_card(self, card: Scorecard) -> None:
        several = self.agent.count() > 1
        self.days.setText(
            self.tr("{first} to {last}").format(
                first=day_in_words(card.period.first), last=day_in_words(card.period.last)
            )
        )
        name = shown(card.agent)
        self.set_title(self.tr("Scorecards") if several else self.tr("{agent}'s scorecard").format(agent=name))
        self.summary.setText(shown(card.summary))
        self.purpose.setText(self.tr("What it is for: {purpose}").format(purpose=shown(card.purpose)))
        self.purpose.setVisible(bool(card.purpose))
        self._show_figures(card.figures)
        rows = [WrongRow(each) for each in card.went_wrong[:WRONG_SHOWN]]
        for row in rows:
            row.chosen.connect(self._on_wrong)
        self.wrong.set_rows(rows)
        self.wrong_none.setVisible(not rows)
        more = len(card.went_wrong) - len(rows)
        self.wrong_section.set_quiet(
            self.tr("{more} more").format(more=counted(more, "thing", "things")) if more else ""
        )
        self.money.show_sentences(card.money)
        self.decisions.show_sentences(card.decisions)
        self.checked.show_sentences(card.checked)
        self.changes.show_sentences(card.changes)
        self.not_known.show_sentences(card.not_known)
        self.definitions.show_pairs(card.definitions)
        version = card.brief_version
        brief = self.tr("Brief version {number}").format(number=version) if version else self.tr("No approved brief")
        self.foot.setText(
            self.tr("{brief} · definitions version {number}").format(brief=brief, number=card.definitions_version)
        )

    def show_charts(self, charts: tuple[DrawnChart, ...]) -> None:
        for frame, chart in zip(self.charts, charts, strict=True):
            drawn = chart.picture
            frame.show_chart(
                chart.name, chart.sentence, (drawn.width, drawn.height, drawn.rgba) if drawn is not None else None
            )

    def show_busy(self, busy: bool) -> None:
        self.set_quiet(self.tr("updating…") if busy else "")

    def chart_look(self) -> ChartLook:
        tokens = tokens_now()
        colours = ChartColours(tokens.text, tokens.quiet, tokens.line, tokens.accent, tokens.grey, tokens.card)
        scale = text_percent() / 100
        wide, high = self._chart_size
        return ChartLook(colours, (wide / _INCH, high / _INCH), scale, _INCH * self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_body"):
            self._arrange()

    def _show_figures(self, figures: tuple[Figure, ...]) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [FigureCard(each) for each in figures[:LARGE]]
        for card in self._cards:
            card.opened.connect(self._on_figure)
        self._columns = 0
        self._arrange()
        rows = [FigureRow(each) for each in figures[LARGE:]]
        for row in rows:
            row.chosen.connect(self._on_figure)
        self.others.set_rows(rows)

    def _arrange(self) -> None:
        """Figures and charts side by side where there is room, else under one another."""
        self._arrange_charts()
        columns = max(1, min(3, (self.width() - 2 * SPACE_32) // scaled(270)))
        if columns == self._columns or not self._cards:
            return
        self._columns = columns
        for at in range(3):
            self._grid.setColumnStretch(at, int(at < columns))
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // columns, at % columns)
            card.show()

    def _arrange_charts(self) -> None:
        room = min(self.width() - 2 * SPACE_32, scaled(CONTENT_WIDTH)) - SPACE_16
        beside = room >= 2 * scaled(CHART_LEAST) + SPACE_12
        each = (room - SPACE_12) // 2 if beside else room
        # in steps, so that dragging the window's edge does not draw a hundred charts
        wide = max(_STEP, (min(scaled(CHART_WIDE), each - 2 * SPACE_16) // _STEP) * _STEP)
        size = (wide, scaled(CHART_HIGH))
        for at, frame in enumerate(self.charts):
            self._chart_grid.addWidget(frame, 0 if beside else at, at if beside else 0)
        if size != self._chart_size:
            self._chart_size = size
            for frame in self.charts:
                frame.picture.set_size(*size)
            self.presenter.redraw()

    def _on_theme(self) -> None:
        self._arrange()
        self.presenter.redraw()

    def _on_agent(self) -> None:
        self.presenter.choose(agent=self.agent.value())

    def _on_period(self) -> None:
        self.presenter.choose(period=self.period.value() or "")

    def _on_agents(self) -> None:
        self._desk.go.to("agents")

    def _on_figure(self, figure: Figure) -> None:
        self._desk.go.to("calls", ids=frozenset(figure.rows), words=figure.name)

    def _on_wrong(self, finding: str) -> None:
        self._desk.go.to("finding", id=finding)

    def _on_save(self) -> None:
        card = self.presenter.card
        if card is not None:
            scorecards = self._desk.services.scorecards
            self.saver.ask(
                self.tr("Save the scorecard"), scorecards.file_name(card), partial(scorecards.save_pdf, card)
            )
