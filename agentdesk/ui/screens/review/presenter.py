"""Walks through the review: what comes next, what is kept, and when it offers to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from agentdesk.domain.action import Action, ActionState
from agentdesk.domain.errors import Sorry
from agentdesk.domain.review import TEN_MINUTES, Answer, Place, Reply, Review, Step
from agentdesk.jobs.job import Job, Lane
from agentdesk.services.reviews.review_planning import Plan
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.review.gathering import Gathering
from agentdesk.ui.screens.review.shown import AtCall, AtDecide, AtFinish, Shown, Standing, Start
from agentdesk.ui.screens.review.walk import answer_at, before, how_far, left, stops, with_answer

T = TypeVar("T")
OWNER = "review"
KEPT_EVERY_SECONDS = 15
"""How often the time on screen is written down."""
WENT_WRONG = "Something went wrong on this screen. Your answers so far are safe."


class ReviewView(Protocol):
    """What shows the review."""

    def show_start(self, start: Start) -> None: ...

    def show_place(self, shown: Shown, standing: Standing) -> None: ...

    def show_trouble(self, sentence: str) -> None:
        """Beside what one was doing: what is wrong with it."""
        ...

    def show_busy(self, busy: bool) -> None: ...

    def show_details(self, call: int) -> None:
        """What was hidden of that call may be seen."""
        ...

    def offer_to_stop(self, calls: int) -> None:
        """Ten minutes are over and so many calls are left."""
        ...


class ReviewPresenter:
    """One thing per screen. Every answer is kept at once, and the next question does not wait for it."""

    def __init__(self, desk: Desk, view: ReviewView, within: QObject) -> None:
        self._desk = desk
        self._view = view
        self._within = within
        self._service = desk.services.reviews
        self._gathering = Gathering(desk.services, desk.clock)
        self._review: Review | None = None
        self._place: Place | None = None
        self._promises = False
        self._not_fixed: list[str] = []
        self._ahead: dict[int, AtCall] = {}
        self._shown: Place | None = None
        self._at_start = False
        self._busy = False
        self._unkept = 0.0
        self._seconds = 0.0

    @property
    def review(self) -> Review | None:
        """The review one walks through; None on the start page and after the end."""
        return self._review

    @property
    def place(self) -> Place | None:
        return self._place

    def open(self) -> None:
        """Shows the start page."""
        self._keep_time()
        self._review = self._place = self._shown = None
        self._at_start = True
        self._do("Planning the review", self._gathering.start, self._on_planned)

    def refresh(self) -> None:
        """Reads again what may have changed: on the start page and on pages with matters."""
        if self._at_start:
            self.open()
        elif self._place is not None and self._place.step in (Step.BOOKINGS, Step.PEOPLE):
            self._show(self._place)

    def show_details(self, call: int, what: str) -> None:
        """Writes down who is shown what is hidden of a call; only then it shows."""
        showing, who = self._desk.services.showing, self._desk.who()

        def write_down() -> int:
            showing.show(call, what, who)
            return call

        self._desk.runner.submit(
            Job("Writing down who asked", lambda _: write_down(), Lane.WRITE),
            self._view.show_details,
            self._on_not_written,
            within=self._within,
        )

    def start(self, plan: Plan) -> None:
        """Begins the planned review."""
        by = self._desk.who()
        self._do("Starting the review", lambda: self._begin(plan, by), self._on_walking, Lane.WRITE)

    def go_on(self, review: Review) -> None:
        """Goes on with a review that was left."""
        self._do("Opening the review", lambda: self._gathering.resumed(review), self._on_walking, Lane.WRITE)

    def answer(self, reply: Reply, note: str = "") -> None:
        """Answers the question that shows; the next one shows at once."""
        review, place = self._review, self._place
        # a key pressed twice must not answer a question that nobody has seen yet
        if review is None or place is None or place != self._shown or self._busy:
            return
        if place.call is None or place.question is None:
            return
        was = answer_at(review, place)
        answer = Answer(place.call, place.question, reply, self._desk.clock.now(), self._desk.who(), note.strip())
        self._review = with_answer(review, answer)
        self._desk.runner.submit(
            Job("Keeping an answer", partial(self._keep, review.id, answer), Lane.WRITE, OWNER),
            self._on_kept,
            partial(self._on_not_kept, place, was),
            within=self._within,
        )
        self._show(self._review.place())

    def back(self) -> None:
        """The page before; at the first one, nothing."""
        if self._review is None or self._place is None:
            return
        there = before(self._place, stops(self._review, promises=self._promises))
        if there is not None:
            self._show(there)

    def done_with(self, step: Step) -> None:
        """Continue was pressed on a page that asks no question about a call."""
        review = self._review
        if review is None or self._busy:
            return
        self._do("Keeping your place", lambda: self._service.done_with(review.id, step), self._on_moved, Lane.WRITE)

    def leave_for_next_week(self, call: int) -> None:
        """Carries one call over on purpose."""
        self._carry(lambda review: self._service.skip(review, (call,)))

    def carry_rest(self) -> None:
        """Stops looking: what is left is carried to next week."""
        self._carry(self._service.stop_looking)

    def close_promise(self, promise: Action, state: ActionState, note: str) -> None:
        """Says what came of a promise; saying it again replaces it. Not fixed is suggested again at the end."""
        self._not_fixed = [each for each in self._not_fixed if each != promise.what]
        if state is ActionState.NOT_FIXED:
            self._not_fixed.append(promise.what)
        close = partial(self._service.close_promise, promise.id, state, note)
        self._do("Keeping what came of it", close, self._on_closed, Lane.WRITE)

    def promise(self, what: str, who: str, due: date) -> None:
        """Writes an action down."""
        review = self._review
        if review is not None:
            write = partial(self._service.promise, review.id, what, who, due)
            self._do("Writing it down", write, self._on_promised, Lane.WRITE)

    def tick(self, seconds: float) -> None:
        """So many seconds passed with the review on screen."""
        review = self._review
        if review is None:
            return
        was, self._seconds = self._seconds, self._seconds + seconds
        self._unkept += seconds
        if self._unkept >= KEPT_EVERY_SECONDS:
            self._keep_time()
        rest = len(left(review))
        crossed = int(was // TEN_MINUTES) < int(self._seconds // TEN_MINUTES)
        if crossed and rest and self._place is not None and self._place.step is Step.CALLS:
            self._view.offer_to_stop(rest)

    def pause(self) -> None:
        """Back to today; everything is kept."""
        self._keep_time()
        self._desk.go.to("today")

    def leaves(self) -> None:
        """The page goes out of sight."""
        self._keep_time()

    def _begin(self, plan: Plan, by: str) -> tuple[Review, bool]:
        return self._gathering.resumed(self._service.start(plan, by))

    def _on_planned(self, start: Start) -> None:
        self._rest()
        if self._at_start:
            self._view.show_start(start)

    def _on_walking(self, found: tuple[Review, bool]) -> None:
        self._rest()
        self._at_start = False
        self._review, self._promises = found
        self._seconds, self._unkept = self._review.seconds_spent, 0.0
        self._ahead.clear()
        self._show(self._review.place())

    def _show(self, place: Place) -> None:
        review = self._review
        if review is None:
            return
        self._place = place
        ready = self._ahead.get(place.call) if place.call is not None else None
        if ready is not None:
            self._put(self._at_question(ready, review, place), review, place)
            self._look_ahead(review, place)
            return
        lane = Lane.WRITE if place.step is Step.FINISH else Lane.READ
        self._do(
            "Reading the next page", partial(self._gathering.at, review, place), partial(self._on_read, place), lane
        )

    def _on_read(self, place: Place, shown: Shown) -> None:
        self._rest()
        review = self._review
        if review is None or place != self._place:
            return
        if isinstance(shown, AtCall) and place.call is not None:
            self._ahead[place.call] = shown
            shown = self._at_question(shown, review, place)
            self._look_ahead(review, place)
        if isinstance(shown, AtDecide):
            again = [each for each in self._not_fixed if each not in {one.what for one in shown.promised}]
            shown = replace(shown, suggestions=(*again, *(each for each in shown.suggestions if each not in again)))
        self._put(shown, review, place)
        if isinstance(shown, AtFinish):
            self._keep_time()
            self._review = self._place = None

    def _put(self, shown: Shown, review: Review, place: Place) -> None:
        self._shown = place
        whole = stops(review, promises=self._promises)
        can_go_back = not isinstance(shown, AtFinish) and before(place, whole) is not None
        self._view.show_place(
            shown, Standing(place.step, how_far(review, place, whole), can_go_back, len(left(review)))
        )

    def _at_question(self, ready: AtCall, review: Review, place: Place) -> AtCall:
        look = review.looks[place.look or 0]
        asked = next(each for each in self._service.questions() if each.id == place.question)
        number = look.questions.index(asked.id) + 1
        return replace(
            ready,
            look=replace(ready.look, question=asked, question_number=number),
            before=answer_at(review, place),
        )

    def _look_ahead(self, review: Review, place: Place) -> None:
        """Reads the next call now, so that its first question shows at once."""
        rest = [each for each in stops(review, promises=False) if each.look is not None and each.call != place.call]
        after = next((each for each in rest if (each.look or 0) > (place.look or 0)), None)
        if after is not None and after.call is not None and after.call not in self._ahead:
            self._desk.runner.submit(
                Job("Reading the next call", lambda _: self._gathering.at(review, after), Lane.READ, OWNER),
                partial(self._on_ahead, after.call),
                _ignored,
                within=self._within,
            )

    def _on_ahead(self, call: int, shown: Shown) -> None:
        if isinstance(shown, AtCall):
            self._ahead[call] = shown

    def _keep(self, review: int, answer: Answer, _: object) -> None:
        self._service.answer(review, answer.call, answer.question, answer.reply, answer.by, answer.note)

    def _on_kept(self, _: None) -> None:
        """The next question shows already."""

    def _on_not_kept(self, place: Place, was: Answer | None, trouble: Exception) -> None:
        review = self._review
        if review is None:
            return
        others = tuple(each for each in review.answers if (each.call, each.question) != (place.call, place.question))
        self._review = replace(review, answers=(*others, was) if was is not None else others)
        self._show(place)
        said = str(trouble) if isinstance(trouble, Sorry) else ""
        self._view.show_trouble(f"That answer isn't kept. {said} Please answer again.".replace("  ", " "))

    def _carry(self, work: Callable[[int], Review]) -> None:
        review = self._review
        if review is not None and not self._busy:
            self._do("Carrying calls over", lambda: work(review.id), self._on_moved, Lane.WRITE)

    def _on_moved(self, review: Review) -> None:
        self._rest()
        self._review = review
        self._show(review.place())

    def _on_closed(self, _: None) -> None:
        self._rest()

    def _on_promised(self, action: Action) -> None:
        self._rest()
        self._desk.tell.say(f"Written down for {action.who}.")
        if self._place is not None:
            self._show(self._place)

    def _keep_time(self) -> None:
        review, seconds = self._review, self._unkept
        if review is not None and seconds:
            self._unkept = 0.0
            self._desk.runner.submit(
                Job("Keeping the time", lambda _: self._service.spent(review.id, seconds), Lane.WRITE), _done
            )

    def _do(self, name: str, work: Callable[[], T], on_done: Callable[[T], None], lane: Lane = Lane.READ) -> None:
        self._busy = True
        self._view.show_busy(True)
        self._desk.runner.submit(
            Job(name, lambda _: work(), lane, OWNER), on_done, self._on_failed, within=self._within
        )

    def _on_failed(self, trouble: Exception) -> None:
        self._rest()
        self._view.show_trouble(str(trouble) if isinstance(trouble, Sorry) else WENT_WRONG)

    def _on_not_written(self, trouble: Exception) -> None:
        self._view.show_trouble(str(trouble) if isinstance(trouble, Sorry) else WENT_WRONG)

    def _rest(self) -> None:
        self._busy = False
        self._view.show_busy(False)


def _done(nothing: None) -> None:
    """Nobody waits for it."""


def _ignored(trouble: Exception) -> None:
    """Read again, and told, when it is gone to."""
