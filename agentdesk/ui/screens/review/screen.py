"""Shows the review: the start, the walk with one thing per screen, and the end."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from agentdesk.domain.action import Action, ActionState
from agentdesk.domain.review import Reply, Review, Step
from agentdesk.domain.scorecard import Scorecard
from agentdesk.domain.wording import counted
from agentdesk.services.changes import Subject
from agentdesk.services.reviews.review_planning import Plan
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.review.call_page import CallPage
from agentdesk.ui.screens.review.decide_page import DecidePage
from agentdesk.ui.screens.review.finish_page import FinishPage
from agentdesk.ui.screens.review.pages import WalkPage
from agentdesk.ui.screens.review.presenter import ReviewPresenter
from agentdesk.ui.screens.review.promises_page import PromisesPage
from agentdesk.ui.screens.review.shown import (
    AtCall,
    AtDecide,
    AtMatters,
    AtPromises,
    AtSentences,
    GoneCall,
    Shown,
    Standing,
    Start,
)
from agentdesk.ui.screens.review.start_page import StartPage
from agentdesk.ui.screens.review.step_pages import MattersPage, SentencesPage
from agentdesk.ui.screens.review.stop_offer import StopOffer
from agentdesk.ui.shell.lines import announce
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import CONTENT_WIDTH, SPACE_16, SPACE_32
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.pdf_saving import PdfSaver
from agentdesk.ui.widgets.progress_line import ProgressLine
from agentdesk.ui.widgets.words import ErrorWords, QuietWords

TICK_SECONDS = 1
_Shows = StartPage | CallPage | WalkPage


class ReviewScreen(Page):
    """The whole width for one thing at a time. Pause and Esc lead back to today; nothing is lost."""

    watches = frozenset({Subject.FINDINGS, Subject.CALLS, Subject.BOOKINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(fills=True, parent=parent)
        self._desk = desk
        self.set_title(self.tr("Review"))
        self.presenter = ReviewPresenter(desk, self, self)
        self.saver = PdfSaver(desk, self)
        self._step: Step | None = None
        self.pause_button = QuietButton(self.tr("Pause"), self.presenter.pause, icon_name="pause")
        self.pause_button.setToolTip(self.tr("Pause (Esc). You go on where you left it."))
        self.add_to_head(self.pause_button)
        self.progress = ProgressLine()
        self.far = QuietWords(wrap=False)
        self._far = QWidget()
        row = QHBoxLayout(self._far)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_16)
        row.addWidget(self.progress, 1)
        row.addWidget(self.far)
        self.trouble = ErrorWords()
        self.offer = StopOffer()
        self.start_page = StartPage(desk.zone())
        self.promises = PromisesPage(desk.zone())
        self.call = CallPage(desk.zone())
        self.bookings = MattersPage(desk, self.tr("Bookings"))
        self.people = MattersPage(desk, self.tr("People who should have been rung"))
        self.money = SentencesPage(self.tr("Money"))
        self.changes = SentencesPage(self.tr("Changes"))
        self.decide = DecidePage()
        self.finish = FinishPage()
        self._stack = QStackedWidget()
        self._pages: dict[Step, WalkPage] = {
            Step.PROMISES: self.promises,
            Step.BOOKINGS: self.bookings,
            Step.PEOPLE: self.people,
            Step.MONEY: self.money,
            Step.CHANGES: self.changes,
            Step.DECIDE: self.decide,
            Step.FINISH: self.finish,
        }
        shown_pages: tuple[_Shows, ...] = (self.start_page, self.call, *self._pages.values())
        self._areas: dict[_Shows, QScrollArea] = {each: _area(each) for each in shown_pages}
        for area in self._areas.values():
            self._stack.addWidget(area)
        self.add(self._far, self.offer, self.trouble)
        self.content.addWidget(self._stack, 1)
        for widget in (self._far, self.pause_button, self.trouble, self.offer):
            widget.hide()
        if (column := self.content.parentWidget()) is not None:
            column.setMaximumWidth(scaled(CONTENT_WIDTH) + 2 * SPACE_32)
        self._connect()
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_SECONDS * 1000)
        self._clock.timeout.connect(self._on_tick)

    def open(self, **what: object) -> None:
        if what:
            raise TypeError(f"the review opens without {', '.join(what)}")
        self.presenter.open()

    def reload(self) -> None:
        self.presenter.refresh()

    def leave(self) -> None:
        self.presenter.leaves()

    def focus_first(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        page = self._page()
        if page is not None:
            page.focus_first()

    def show_start(self, start: Start) -> None:
        self._walk(None)
        self.offer.hide()
        self.start_page.show_start(start)
        self._turn_to(self.start_page)
        # the plan comes after the page: the keyboard waits at the top for it
        if QApplication.focusWidget() in (None, self):
            self.start_page.focus_first()

    def show_place(self, shown: Shown, standing: Standing) -> None:
        self._walk(standing.step)
        self._show_far(standing)
        if isinstance(shown, AtCall):
            self.call.show_call(shown, can_go_back=standing.can_go_back)
            announce(self.call, shown.look.question.text)
        elif isinstance(shown, GoneCall):
            self.call.show_gone(shown)
        elif isinstance(shown, AtPromises):
            self.promises.show_promises(shown)
        elif isinstance(shown, AtMatters):
            (self.bookings if shown.step is Step.BOOKINGS else self.people).show_matters(shown)
        elif isinstance(shown, AtSentences):
            (self.money if shown.step is Step.MONEY else self.changes).show_sentences(shown)
        elif isinstance(shown, AtDecide):
            self.decide.show_decide(shown)
        else:
            self.finish.show_finish(shown)
            self.pause_button.hide()
            self._far.hide()
        page: _Shows = self.call
        if standing.step is not Step.CALLS:
            self._pages[standing.step].set_can_go_back(standing.can_go_back)
            page = self._pages[standing.step]
        self._turn_to(page)

    def show_trouble(self, sentence: str) -> None:
        if self._step is Step.DECIDE:
            self.decide.set_trouble(sentence)
        else:
            self.trouble.setText(sentence)
            self.trouble.show()
        announce(self, sentence, urgent=True)

    def show_busy(self, busy: bool) -> None:
        self.set_quiet(self.tr("updating…") if busy and self._step is None else "")
        if busy and self.start_page.button.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.start_page.button.setEnabled(not busy)

    def offer_to_stop(self, calls: int) -> None:
        announce(self, self.offer.offer(calls))

    @property
    def step(self) -> Step | None:
        """The step of the walk that shows; None before it."""
        return self._step

    @property
    def is_counting(self) -> bool:
        """Whether the time on screen counts."""
        return self._clock.isActive()

    def event(self, event: QEvent) -> bool:
        # the window's own Esc would go to the page before; here it leaves the note, or pauses
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = event.key() == Qt.Key.Key_Escape and self._step is not None
            event.setAccepted(wanted)
            return wanted
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._step is not None:
            if not self.call.leave_note():
                self.presenter.pause()
            return
        back = self._step is not None and self._step is not Step.CALLS and event.key() == Qt.Key.Key_Backspace
        if back and not event.isAutoRepeat():
            self.presenter.back()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def _connect(self) -> None:
        self.start_page.start_asked.connect(self._on_start)
        self.start_page.go_on_asked.connect(self._on_go_on)
        self.start_page.import_asked.connect(self._on_import)
        self.offer.carry_asked.connect(self._on_carry)
        self.offer.go_on_asked.connect(self.offer.hide)
        self.call.answered.connect(self._on_answered)
        self.call.went_back.connect(self._on_back)
        self.call.left_for_next_week.connect(self._on_later)
        self.call.details_wanted.connect(self._on_details)
        self.promises.said.connect(self._on_promise_said)
        self.promises.call_asked.connect(self._on_call_asked)
        for page in (self.bookings, self.people):
            page.decided.connect(self._on_decided)
        self.decide.promised.connect(self._on_promised)
        self.decide.copied.connect(self._on_copied)
        self.finish.pdf_asked.connect(self._on_pdf)
        for each in self._pages.values():
            each.went_on.connect(self._on_continue)
            each.went_back.connect(self._on_back)

    def _walk(self, step: Step | None) -> None:
        """Walking, or not: Pause and progress are there only while one walks."""
        self._step = step
        for widget in (self._far, self.pause_button):
            widget.setVisible(step is not None)
        self.trouble.hide()
        self._set_clock()

    def _set_clock(self) -> None:
        if self._step is not None and self.isVisible():
            self._clock.start()
        else:
            self._clock.stop()

    def _show_far(self, standing: Standing) -> None:
        far = standing.far
        minutes = self.tr("about {minutes} left").format(minutes=counted(far.minutes, "minute", "minutes"))
        words = minutes[:1].upper() + minutes[1:]
        if far.call is not None:
            words = self.tr("{call} of {calls} · {minutes}").format(call=far.call, calls=far.calls, minutes=minutes)
        if not self.offer.isHidden() and standing.step is Step.CALLS and standing.calls_left:
            self.offer.offer(standing.calls_left)
        else:
            self.offer.hide()
        self.far.setText(words)
        self.progress.set_progress(far.done, far.of, words)

    def _turn_to(self, page: _Shows) -> None:
        area = self._areas[page]
        arrived = self._stack.currentWidget() is not area
        self._stack.setCurrentWidget(area)
        if arrived or self.call.is_new:
            area.verticalScrollBar().setValue(0)
        if arrived:
            page.focus_first()
        elif page is self.call:
            self.call.keep_focus()

    def _page(self) -> _Shows | None:
        here = self._stack.currentWidget()
        for page, area in self._areas.items():
            if area is here:
                return page
        return None

    def _on_tick(self) -> None:
        if not self.window().isMinimized():
            self.presenter.tick(TICK_SECONDS)

    def _on_start(self, plan: Plan) -> None:
        self.presenter.start(plan)

    def _on_go_on(self, review: Review) -> None:
        self.presenter.go_on(review)

    def _on_import(self) -> None:
        self._desk.go.to("import")

    def _on_carry(self) -> None:
        self.offer.hide()
        self.presenter.carry_rest()

    def _on_answered(self, reply: Reply, note: str) -> None:
        self.trouble.hide()
        self.presenter.answer(reply, note)

    def _on_back(self) -> None:
        self.presenter.back()

    def show_details(self, call: int) -> None:
        """What was hidden of a call may be seen: who asked is written down."""
        self.call.show_details(call)

    def _on_later(self, call: int) -> None:
        self.presenter.leave_for_next_week(call)

    def _on_details(self, call: int, what: str) -> None:
        self.presenter.show_details(call, what)

    def _on_promise_said(self, promise: Action, state: ActionState, note: str) -> None:
        self.presenter.close_promise(promise, state, note)

    def _on_call_asked(self, call: int) -> None:
        self._desk.go.to("call", id=call)

    def _on_decided(self) -> None:
        self.presenter.refresh()

    def _on_promised(self, what: str, who: str, due: date) -> None:
        self.presenter.promise(what, who, due)

    def _on_copied(self) -> None:
        self._desk.tell.say(self.tr("Copied. Paste it into a message to your supplier."))

    def _on_continue(self) -> None:
        if self._step is Step.FINISH:
            self._desk.go.to("today")
        elif self._step is Step.DECIDE and self.decide.what.value():
            self.decide.set_trouble(self.tr("Write this down first, or empty the field."))
            self.decide.what.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._step is not None:
            self.presenter.done_with(self._step)

    def _on_pdf(self, card: Scorecard) -> None:
        scorecards = self._desk.services.scorecards
        name = scorecards.file_name(card)
        self.saver.ask(self.tr("Save the scorecard"), name, partial(scorecards.save_pdf, card))


def _area(page: QWidget) -> QScrollArea:
    """The page at the left of what it may fill; it scrolls only where it is taller than the window."""
    middle = QWidget()
    middle.setObjectName("column")
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(page, 1)
    row.addStretch(0)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(middle)
    return area
