"""Reads what a page of the walk shows. Runs in jobs; touches no widget."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from agentdesk.domain.action import Action
from agentdesk.domain.agent import Stage
from agentdesk.domain.clock import Clock, Period, day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, FindingStatus
from agentdesk.domain.review import Place, Review, Step, honest_odds
from agentdesk.domain.scorecard import Scorecard
from agentdesk.domain.wording import counted
from agentdesk.services.agents.agents import AgentRow
from agentdesk.services.money.spending import on_course
from agentdesk.services.services import Services
from agentdesk.ui.screens.review.shown import (
    AtCall,
    AtDecide,
    AtFinish,
    AtMatters,
    AtPromises,
    AtSentences,
    GoneCall,
    Shown,
    Start,
)
from agentdesk.ui.screens.review.supplier import MOST_EXAMPLES, letter
from agentdesk.ui.screens.review.walk import answer_at


class Gathering:
    """Knows which services a page needs."""

    def __init__(self, services: Services, clock: Clock) -> None:
        self._services = services
        self._clock = clock
        self._asked = services.reviews.questions()
        self._steps: dict[Step, Callable[[Review], Shown]] = {
            Step.PROMISES: self._promised,
            Step.BOOKINGS: self._bookings,
            Step.PEOPLE: self._people,
            Step.MONEY: self._money,
            Step.CHANGES: self._changes,
            Step.DECIDE: self._decide,
            Step.FINISH: self._finish,
        }

    def start(self) -> Start:
        """The review that is open, else the plan of the next one."""
        reviews = self._services.reviews
        due = reviews.due()
        return Start(due.open, reviews.plan() if due.open is None else None, due.on)

    def resumed(self, review: Review) -> tuple[Review, bool]:
        """The review where it goes on, and whether promises are part of it: without any, that step is done."""
        if Step.PROMISES not in review.steps_done and not self._promises(review):
            return self._services.reviews.done_with(review.id, Step.PROMISES), False
        return review, Step.PROMISES not in review.steps_done

    def at(self, review: Review, place: Place) -> Shown:
        """What a place shows. Arriving at the end finishes the review."""
        if place.step is Step.CALLS:
            return self._call(review, place)
        return self._steps[place.step](review)

    def _promises(self, review: Review) -> tuple[Action, ...]:
        return tuple(each for each in self._services.reviews.promises() if each.review != review.id)

    def _promised(self, review: Review) -> AtPromises:
        promises = self._promises(review)
        reviews = self._services.reviews
        return AtPromises(promises, reviews.came_of(promises), reviews.proofs(promises))

    def _call(self, review: Review, place: Place) -> Shown:
        try:
            look = self._services.reviews.look(review, place)
        except Sorry as sorry:
            return GoneCall(place.call or 0, str(sorry))
        chosen = review.looks[place.look or 0]
        about_booking = any(each.asked == "booking" and each.id in chosen.questions for each in self._asked)
        showing = self._services.showing
        hidden, asked = showing.hidden(look.call, look.findings), showing.asked(look.call.id)
        return AtCall(look, hidden, asked, chosen.by_chance, about_booking, answer_at(review, place))

    def _bookings(self, review: Review) -> AtMatters:
        found = self._services.reviews.bookings(review)
        if self._services.freshness.diary_until() is None:
            sentence = "No diary is connected, so nobody can say whether bookings are in it."
        elif found.promised == 0:
            sentence = "No bookings were promised in this time."
        else:
            sentence = f"{found.promised} promised, {found.in_diary} in the diary."
        waiting = sum(each.status is FindingStatus.OPEN for each in found.odd)
        if waiting and found.promised:
            sentence += f" {counted(waiting, 'is', 'are')} odd."
        return AtMatters(Step.BOOKINGS, sentence, found.odd)

    def _people(self, review: Review) -> AtMatters:
        people = self._services.reviews.people(review)
        return AtMatters(Step.PEOPLE, _people_sentence(people), people)

    def _money(self, review: Review) -> AtSentences:
        cards = self._cards(review)
        spending = self._services.spending.page().agents
        # no costs reported is not a month that costs nothing
        course = {each.agent.name: on_course(each) for each in spending if each.agent and each.charged}
        if len(cards) == 1:
            return AtSentences(Step.MONEY, (*cards[0].money, *course.get(cards[0].agent, ())))
        said = tuple(f"{card.agent}: {' '.join((*card.money, *course.get(card.agent, ())))}" for card in cards)
        return AtSentences(Step.MONEY, said or ("No agent is on your list.",))

    def _changes(self, review: Review) -> AtSentences:
        said, zone = list(self._services.reviews.brief_changes(review)), self._services.businesses.zone()
        if not said:
            said.append("Nobody changed a brief in this time.")
        for row in self._services.agents.all_():
            if row.listed and _works(row, review.period, zone):
                name = row.agent.name
                said.append(
                    f"The brief you approved for {name} is version {row.version}."
                    if row.version
                    else f"No brief is approved for {name}."
                )
        said.append("Whether the service works by exactly that brief can't be seen from here.")
        return AtSentences(Step.CHANGES, tuple(said))

    def _decide(self, review: Review) -> AtDecide:
        services = self._services
        promised = services.reviews.promised_in(review.id)
        suggestions = services.reviews.suggestions(review)
        business = services.businesses.current()
        zone = services.businesses.zone()
        matters = (*services.reviews.bookings(review).odd, *services.reviews.people(review))
        examples = [each for each in matters if each.status is FindingStatus.OPEN][:MOST_EXAMPLES]
        wanted = [each.what for each in promised] or list(suggestions)
        return AtDecide(
            promised,
            suggestions,
            tuple(each.name for each in services.businesses.people()),
            day_of(self._clock.now(), zone),
            self._next_review(),
            letter(wanted, examples, zone, services.businesses.owner(), business.name if business else ""),
        )

    def _finish(self, review: Review) -> AtFinish:
        services = self._services
        done = services.reviews.finish(review.id)
        by_chance = {each.call for each in done.looks if each.by_chance}
        looked_at = {each.call for each in done.answers}
        return AtFinish(
            done,
            self._cards(done),
            honest_odds(done.pool, len(by_chance & looked_at)) if by_chance & looked_at else "",
            len(looked_at),
            services.reviews.promised_in(done.id),
            services.reviews.due().on,
        )

    def _next_review(self) -> date | None:
        """The review day after this one, which is still open."""
        business = self._services.businesses.current()
        if business is None or business.review_weekday is None:
            return None
        tomorrow = day_of(self._clock.now(), business.zone) + timedelta(days=1)
        return tomorrow + timedelta(days=(business.review_weekday - tomorrow.weekday()) % 7)

    def _cards(self, review: Review) -> tuple[Scorecard, ...]:
        services, zone = self._services, self._services.businesses.zone()
        rows = [each for each in services.agents.all_() if each.listed and _works(each, review.period, zone)]
        return tuple(services.scorecards.make(each.agent.name, review.period) for each in rows)


def _works(row: AgentRow, period: Period, zone: ZoneInfo) -> bool:
    """Whether there is something to say of it: what still is being set up, or was retired, may have taken calls."""
    if row.agent.stage not in (Stage.PLANNED, Stage.RETIRED):
        return True
    return row.last_call_at is not None and day_of(row.last_call_at, zone) >= period.first


def _people_sentence(people: tuple[Finding, ...]) -> str:
    if not people:
        return "Nobody asked for a person and was left without one, as far as the checks can tell."
    waiting = sum(each.status is FindingStatus.OPEN for each in people)
    said = f"{counted(len(people), 'caller', 'callers')} had to be put through or rung back."
    if not waiting:
        return f"{said} All of that is decided."
    return f"{said} {counted(waiting, 'is', 'are')} still open."
