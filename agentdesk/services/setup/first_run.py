"""The first run: a few plain questions that can be left and taken up again; nothing is set up until the end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from agentdesk.domain.agent import Agent, Stage, StageChange
from agentdesk.domain.brief import Brief, PassToPerson
from agentdesk.domain.business import Business, Person, Role, Trade
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.money import Money
from agentdesk.services.agents.briefs import BriefService
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.setup.starters import Starter, filled_in, load_starter
from agentdesk.store import agents as stored_agents
from agentdesk.store import business as stored_business
from agentdesk.store import calls as stored_calls
from agentdesk.store import documents
from agentdesk.store.store import Store

_DRAFT = "first-run"
_SKIPPED = "first-run-skipped"

STEPS = ("who", "agent", "diary", "hours", "services", "pass", "money", "review")
"""The questions in order; "done" follows the last."""

SKIPPED_WORDS = {
    "agent": "Which agent answers your calls hasn't been said.",
    "diary": "Where real bookings live hasn't been said.",
    "hours": "Your opening hours aren't filled in.",
    "services": "Your services and prices aren't filled in.",
    "money": "No monthly limit is set.",
}
"""What stands on "What has piled up" for a step that was passed over. The others can't be."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers so far. Kept after every question, so that a crash loses nothing."""

    step: str = STEPS[0]
    business: Business = field(default_factory=lambda: Business(""))
    owner: str = ""
    others: tuple[Person, ...] = ()
    agent: str = ""
    answers_number: str = ""
    supplier: str = ""
    diary: str = ""
    """Where real bookings live, in the owner's words."""
    other_diary: str = ""
    """Any other diary, paper included."""
    rules: tuple[PassToPerson, ...] = ()
    escalation_contact: str = ""
    within_minutes: int = 15
    monthly_limit: Money | None = None
    stops_at_limit: bool | None = None
    """Whether the service really stops there; None while nobody knows."""
    skipped: frozenset[str] = frozenset()
    done: bool = False


class FirstRunService:
    """Keeps the draft and, at the end, sets the business up from it."""

    def __init__(self, store: Store, clock: Clock, briefs: BriefService, starters: Path, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._briefs = briefs
        self._starters = starters
        self._changes = changes

    def draft(self) -> Draft:
        with self._store.reading() as db:
            return documents.get(db, _DRAFT, Draft) or Draft()

    def is_done(self) -> bool:
        """Whether the business is known: the questions were answered, or a set-up file was applied."""
        with self._store.reading() as db:
            return stored_business.load(db) is not None

    def save(self, draft: Draft) -> None:
        """Keeps the answers so far."""
        with self._store.writing() as db:
            documents.put(db, _DRAFT, draft)

    def starter(self, trade: Trade) -> Starter:
        """What this trade usually needs, to be changed by the owner."""
        return load_starter(self._starters, trade)

    def finish(self, draft: Draft) -> Agent | None:
        """Sets the business up. Returns the agent, None when that question was passed over.

        Refused while there is no name, no review day, or nobody to pass callers to: without these nobody
        keeps an eye on anything.
        """
        _refuse_gaps(draft)
        now = self._clock.now()
        owner = draft.owner.strip()
        people = [Person(owner, Role.OWNER), *(each for each in draft.others if each.name != owner)]
        if draft.escalation_contact and draft.escalation_contact not in {each.name for each in people}:
            people.append(Person(draft.escalation_contact, Role.FRONT_DESK))
        business = replace(draft.business, reviewer=draft.business.reviewer or owner)
        agent = None
        with self._store.writing() as db:
            stored_business.save(db, business, now, owner)
            stored_business.save_people(db, people)
            if draft.agent.strip():
                # one that was put on the list by connecting its service stays tied to it
                listed = stored_agents.get(db, draft.agent.strip())
                agent = replace(
                    listed or Agent(draft.agent.strip(), job="Answers the phone"),
                    answers=draft.answers_number.strip(),
                    responsible=owner,
                    monthly_limit=draft.monthly_limit,
                    supplier=draft.supplier.strip(),
                )
                stored_agents.put(db, agent)
                if listed is None:
                    stored_agents.add_stage(
                        db, StageChange(agent.name, Stage.PLANNED, now, owner, "Set up in the first run")
                    )
                stored_calls.assign_agents(db)
            documents.put(db, _DRAFT, replace(draft, done=True))
            documents.put(
                db,
                _SKIPPED,
                tuple(SKIPPED_WORDS[each] for each in STEPS if each in draft.skipped and each in SKIPPED_WORDS),
            )
        if agent is not None:
            self._briefs.save_draft(agent.name, self._first_brief(draft), owner)
        self._changes.publish(Subject.BUSINESS, Subject.AGENTS)
        return agent

    def settled(self, step: str) -> None:
        """Takes a passed-over question off "What has piled up", and off those still asked, once it was answered."""
        with self._store.writing() as db:
            skipped = documents.get(db, _SKIPPED, tuple[str, ...]) or ()
            documents.put(db, _SKIPPED, tuple(each for each in skipped if each != SKIPPED_WORDS.get(step)))
            draft = documents.get(db, _DRAFT, Draft)
            if draft is not None and draft.done:
                documents.put(db, _DRAFT, replace(draft, skipped=draft.skipped - {step}))
        self._changes.publish(Subject.BUSINESS)

    def _first_brief(self, draft: Draft) -> Brief:
        """The trade's brief with the owner's own people, times and services in it."""
        brief = replace(
            self.starter(draft.business.trade).brief,
            may_book=tuple(each.name for each in draft.business.services),
            pass_to_a_person=draft.rules,
        )
        return filled_in(
            brief,
            agent=draft.agent.strip(),
            person=draft.escalation_contact,
            owner=draft.owner.strip(),
            within_minutes=draft.within_minutes,
            high_value=draft.business.high_value,
        )


def _refuse_gaps(draft: Draft) -> None:
    if not draft.business.name.strip():
        raise Sorry("Your business needs a name.")
    if not draft.owner.strip():
        raise Sorry("Say who you are, so that what you decide carries your name.")
    if not draft.escalation_contact.strip():
        raise Sorry("Say who rings people back. Without a name nobody would be told.")
    if draft.business.review_weekday is None:
        raise Sorry("Choose the day on which you'll look. Ten minutes a week is enough.")
