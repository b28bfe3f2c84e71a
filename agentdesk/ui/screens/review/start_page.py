"""Before the walk: what this review asks, what it buys, and Start."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.clock import day_of
from agentdesk.domain.review import Review
from agentdesk.domain.wording import counted, day_in_words
from agentdesk.services.reviews.review_planning import Plan
from agentdesk.ui.screens.review.pages import READING_WIDTH, clear
from agentdesk.ui.screens.review.shown import Start
from agentdesk.ui.screens.review.walk import left
from agentdesk.ui.theme.tokens import SPACE_8, SPACE_16
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import PrimaryButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.words import QuietWords, SectionWords, StrongWords, Words


class StartPage(QWidget):
    """Either a review to start, one to go on with, or nothing yet."""

    start_asked = Signal(object)
    """The Plan to start."""
    go_on_asked = Signal(object)
    """The Review to go on with."""
    import_asked = Signal()

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._start: Start | None = None
        self.empty = EmptyState(
            "review",
            self.tr("There are no calls to look at yet."),
            self.tr("Once calls are brought in, ten minutes a week are enough to know how they go."),
            self.tr("Bring in calls"),
            self.import_asked.emit,
        )
        self.sentence = SectionWords()
        self.odds = Words()
        self.waiting = Words()
        self.quiet = QuietWords()
        self.button = PrimaryButton(self.tr("Start the review"))
        self.button.clicked.connect(self._on_button)
        self._why = Card()
        self._whys = QVBoxLayout()
        self._whys.setSpacing(SPACE_8)
        self._reasons: tuple[str, ...] = ()
        self._why.add(StrongWords(self.tr("Why these calls")), self._whys)
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, SPACE_8, 0, SPACE_16)
        column.setSpacing(SPACE_16)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for each in (self.quiet, self.odds, self.waiting, self._why):
            column.addWidget(each)
        column.addStretch(1)
        self.setMaximumWidth(scaled(READING_WIDTH))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.empty)
        around.addWidget(self._main)
        self.empty.hide()
        self._main.hide()

    def show_start(self, start: Start) -> None:
        self._start = start
        nothing = start.open is None and (start.plan is None or start.plan.calls == 0)
        self.empty.setVisible(nothing)
        self._main.setVisible(not nothing)
        if start.open is not None:
            self._show_open(start.open)
        elif start.plan is not None and not nothing:
            self._show_plan(start.plan)

    def focus_first(self) -> None:
        if self._start is not None and not self._main.isHidden():
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def whys(self) -> tuple[str, ...]:
        """The reasons that show."""
        return self._reasons

    def _show_plan(self, plan: Plan) -> None:
        self.sentence.setText(plan.sentence)
        self.odds.setText(plan.odds)
        self.odds.setVisible(bool(plan.looks))
        self.waiting.setText(plan.waiting_sentence)
        self.waiting.setVisible(bool(plan.waiting))
        days = self.tr("{first} to {last}").format(
            first=day_in_words(plan.period.first), last=day_in_words(plan.period.last)
        )
        self.quiet.setText(self.tr("Calls of {days}. You can pause at any time.").format(days=days))
        self.button.set_words(self.tr("Start the review"))
        clear(self._whys)
        counts: dict[str, int] = {}
        for look in plan.looks:
            for why in look.why:
                counts[why] = counts.get(why, 0) + 1
        times = self.tr("{why} ({count})")
        reasons = [
            shown(why if number == 1 else times.format(why=why.rstrip("."), count=counted(number, "call", "calls")))
            for why, number in counts.items()
        ]
        if plan.by_chance:
            by_chance = self.tr("{count} by chance, so that you also see calls that nothing points to.")
            reasons.append(by_chance.format(count=counted(plan.by_chance, "call", "calls")))
        self._reasons = tuple(reasons)
        for reason in reasons:
            self._whys.addWidget(Words(reason))
        self._why.setVisible(bool(plan.looks))

    def _show_open(self, review: Review) -> None:
        rest = len(left(review))
        asked = sum(each.call not in review.carried_over for each in review.looks)
        self.sentence.setText(self.tr("Go on where you left off."))
        said = (
            self.tr("{calls} of {of} left to look at.").format(calls=counted(rest, "call", "calls"), of=asked)
            if rest
            else self.tr("You have looked at every call. The rest takes a minute or two.")
        )
        self.odds.setText(said)
        self.odds.show()
        self.waiting.hide()
        self.quiet.setText(
            self.tr("{by} began it on {day}.").format(
                by=review.started_by, day=day_in_words(day_of(review.started_at, self._zone))
            )
        )
        self.button.set_words(self.tr("Go on with the review"))
        self._why.hide()

    def _on_button(self) -> None:
        start = self._start
        if start is None:
            return
        if start.open is not None:
            self.go_on_asked.emit(start.open)
        elif start.plan is not None:
            self.start_asked.emit(start.plan)
