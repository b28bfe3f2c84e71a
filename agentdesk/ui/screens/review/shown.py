"""What the review puts on the screen, one record for each kind of page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from agentdesk.domain.action import Action
from agentdesk.domain.finding import Finding
from agentdesk.domain.proof import Proof
from agentdesk.domain.review import Answer, Review, Step
from agentdesk.domain.scorecard import Scorecard
from agentdesk.services.calls.showing import HiddenCall
from agentdesk.services.calls.showing import Shown as ToldOf
from agentdesk.services.reviews.review_planning import Plan
from agentdesk.services.reviews.reviewing import Look
from agentdesk.ui.screens.review.walk import HowFar


@dataclass(frozen=True, slots=True)
class Start:
    """Before the walk: a review that is open, or what the next one would look at."""

    open: Review | None
    plan: Plan | None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class AtCall:
    """One question about one call. `before` is how it was answered, when it was.

    `hidden`: the call as it shows until somebody asks for more; `asked`: who did, the latest first.
    """

    look: Look
    hidden: HiddenCall
    asked: tuple[ToldOf, ...]
    by_chance: bool
    about_booking: bool
    before: Answer | None


@dataclass(frozen=True, slots=True)
class GoneCall:
    """A call of the review that is no longer kept."""

    call: int
    sentence: str


@dataclass(frozen=True, slots=True)
class AtPromises:
    """What was promised and is still open. By the promise's id, `came_of`: what can be counted of it; `proofs`: what
    later calls show, of those that a call can show.
    """

    promises: tuple[Action, ...]
    came_of: Mapping[int, str] = field(default_factory=dict)
    proofs: Mapping[int, Proof] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AtMatters:
    """Odd bookings, or people who should have been rung: a sentence and what needs a decision."""

    step: Step
    sentence: str
    matters: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class AtSentences:
    """Money, or changes: sentences to read."""

    step: Step
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtDecide:
    """Up to three actions. `letter` is the wording for the supplier, empty where nothing is asked of one."""

    promised: tuple[Action, ...]
    suggestions: tuple[str, ...]
    people: tuple[str, ...]
    today: date
    next_review: date | None
    letter: str


@dataclass(frozen=True, slots=True)
class AtFinish:
    """The end: a scorecard of the period for each agent, and what comes next."""

    review: Review
    cards: tuple[Scorecard, ...]
    odds: str
    looked_at: int
    promised: tuple[Action, ...]
    next_review: date | None


Shown = AtCall | GoneCall | AtPromises | AtMatters | AtSentences | AtDecide | AtFinish


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one is: shown around every page of the walk."""

    step: Step
    far: HowFar
    can_go_back: bool
    calls_left: int
