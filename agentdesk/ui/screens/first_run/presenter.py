"""Decides which question comes next, keeps every answer, and sets the business up at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from agentdesk.domain.agent import Agent
from agentdesk.domain.brief import BriefVersion
from agentdesk.domain.business import Business
from agentdesk.domain.errors import Sorry
from agentdesk.jobs.job import Job, Lane
from agentdesk.services.setup.first_run import SKIPPED_WORDS, STEPS, Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.first_run.answers import (
    DONE,
    EXAMPLE,
    MUST_ANSWER,
    after,
    before,
    pages_of,
    refilled,
    steps_of,
    to_finish,
    troubles,
)

T = TypeVar("T")
OWNER = "first_run"
WENT_WRONG = "Something went wrong on this screen. Your answers so far are safe."


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is shown. `number` is 0 for the one without a number."""

    step: str
    draft: Draft
    starter: Starter
    number: int
    of: int
    may_wait: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Finished:
    """What stands at the end. Without an agent there is no brief yet."""

    business: Business
    owner: str
    agent: Agent | None
    version: BriefVersion | None
    missing: tuple[str, ...]


class FirstRunView(Protocol):
    """What shows the questions."""

    def show_question(self, asked: Asked) -> None: ...

    def show_troubles(self, said: Mapping[str, str]) -> None:
        """Sentences beside their fields; none of them clears all."""
        ...

    def show_finished(self, finished: Finished) -> None: ...

    def show_busy(self, busy: bool) -> None: ...

    def ask_for_example(self) -> None:
        """The owner wants to see the pretend week."""
        ...


class FirstRunPresenter:
    """One question at a time. A draft is kept after each, so that leaving and a crash lose nothing."""

    def __init__(self, desk: Desk, view: FirstRunView, within: QObject) -> None:
        self._desk = desk
        self._view = view
        self._within = within
        self._service = desk.services.first_run
        self._draft = Draft()
        """The answers as the question was shown with."""
        self._kept = self._draft
        """The same with what was typed since and is kept."""
        self._starter: Starter | None = None
        self._busy = False
        self._left_over: tuple[str, ...] = ()
        """Questions that waited, asked after the first run; empty during it."""

    @property
    def draft(self) -> Draft:
        """The answers as they are kept."""
        return self._kept

    def start(self) -> None:
        """Shows the question where one stopped, the ones that waited, or what was set up."""
        self._do("Reading your answers", self._look, self._on_looked, Lane.READ)

    def go_on(self, answered: Draft) -> None:
        """The owner pressed Continue with these answers on the page."""
        step = answered.step
        said = troubles(step, answered)
        self._view.show_troubles(said)
        if said or self._busy:
            return
        answered = replace(answered, skipped=answered.skipped - {step})
        if self._left_over:
            self._do("Keeping your answer", lambda: self._settle(step, answered), self._on_looked)
        else:
            self._move(answered, after(step, answered))

    def wait(self, answered: Draft) -> None:
        """The owner pressed Later."""
        if answered.step in MUST_ANSWER or self._busy:
            return
        if self._left_over:
            self._desk.go.to("today")
            return
        waits = replace(answered, skipped=answered.skipped | {answered.step})
        self._move(waits, after(answered.step, waits))

    def go_back(self, answered: Draft) -> None:
        """The question before, with what stands on this page kept as it is."""
        if self._busy:
            return
        if self._left_over:
            self._desk.go.to("today")
        elif answered.step != STEPS[0]:
            self._move(answered, before(answered.step, answered))

    def keep(self, answered: Draft) -> None:
        """Keeps what stands on the page, finished or not: one leaves, or has typed for a while."""
        if self._busy or self._left_over or answered.done or answered == self._kept:
            return
        self._kept, shown = answered, self._draft
        self._desk.runner.submit(
            Job("Keeping your answers", lambda _: self._service.save(self._filled(answered, shown)), Lane.WRITE),
            _nobody_waits,
        )

    def show_example(self) -> None:
        """The pretend week first; one's own questions go on afterwards."""
        self._do("Keeping your answers", lambda: self._keep(EXAMPLE, self._draft), self._on_example)

    def use_mine(self) -> None:
        self._move(self._draft, after(EXAMPLE, self._draft))

    def approve(self, finished: Finished) -> None:
        """Makes the first brief the one that counts."""
        agent = finished.agent
        if agent is None or self._busy:
            return
        self._do("Approving the brief", lambda: self._approve(agent.name, finished.owner), self._on_approved)

    def save_pdf(self, agent: str, path: Path) -> None:
        def work() -> str:
            self._desk.services.briefs.save_brief_pdf(agent, path)
            return path.name

        self._do("Saving the brief", work, self._on_saved, Lane.READ)

    def _move(self, answered: Draft, to: str) -> None:
        self._do("Keeping your answers", lambda: self._keep(to, answered), self._on_looked)

    def _keep(self, to: str, answered: Draft) -> Asked | Finished:
        kept = replace(self._filled(answered, self._draft), step=to)
        starter = self._service.starter(kept.business.trade)
        if to == DONE:
            self._service.finish(to_finish(kept))
            return self._finished(self._service.draft())
        self._service.save(kept)
        return _asked(kept, starter, steps_of(kept))

    def _filled(self, answered: Draft, shown: Draft) -> Draft:
        """Another trade brings its usual things along."""
        if answered.step != STEPS[0]:
            return answered
        old, new = (self._service.starter(each.business.trade) for each in (shown, answered))
        return refilled(answered, old, new)

    def _look(self) -> Asked | Finished:
        draft = self._service.draft()
        waiting = self._waiting(draft)
        if draft.done and not waiting:
            return self._finished(draft)
        if draft.done:
            # what was set up since counts, not the answers of the first run
            business = self._desk.services.businesses.current() or draft.business
            draft = replace(draft, business=business, step=waiting[0])
            starter = self._service.starter(business.trade)
            return _asked(refilled(draft, starter, starter), starter, waiting, left_over=True)
        if draft.step not in pages_of(draft) or draft.step == DONE:
            draft = replace(draft, step=STEPS[0])
        return _asked(draft, self._service.starter(draft.business.trade), steps_of(draft))

    def _waiting(self, draft: Draft) -> tuple[str, ...]:
        return tuple(
            each for each in STEPS if each in draft.skipped and (each != "money" or "agent" not in draft.skipped)
        )

    def _finished(self, draft: Draft) -> Finished:
        services = self._desk.services
        business = services.businesses.current() or draft.business
        listed = {each.agent.name: each.agent for each in services.agents.all_() if each.listed}
        agent = listed.get(draft.agent.strip())
        version = services.briefs.working(agent.name) if agent is not None else None
        missing = list(version.brief.gaps()) if version is not None else []
        missing += [SKIPPED_WORDS[each] for each in STEPS if each in draft.skipped]
        if not any(each.calls_at for each in services.freshness.all_()):
            missing.append("No calls have been brought in yet.")
        if not any(each.bookings_at for each in services.freshness.all_()):
            missing.append("No diary has been brought in yet.")
        return Finished(business, draft.owner.strip(), agent, version, tuple(missing))

    def _settle(self, step: str, answered: Draft) -> Asked | Finished:
        """Takes the answer to a question that waited into what is already set up."""
        services, by = self._desk.services, answered.owner.strip()
        if step in {"hours", "services"}:
            services.businesses.save(answered.business)
        elif step == "agent":
            name = answered.agent.strip()
            listed = {each.agent.name: each.agent for each in services.agents.all_() if each.listed}
            told = replace(
                listed.get(name, Agent(name, job="Answers the phone")),
                answers=answered.answers_number.strip(),
                responsible=by,
                supplier=answered.supplier.strip(),
            )
            # connecting its service may have put it on the list already
            if name in listed:
                services.agents.change(name, told)
            else:
                services.agents.add(told, by)
        elif step == "money":
            agent = services.agents.get(answered.agent.strip())
            services.agents.change(agent.name, replace(agent, monthly_limit=answered.monthly_limit))
        self._service.save(answered)
        self._service.settled(step)
        return self._look()

    def _approve(self, agent: str, by: str) -> Finished:
        self._desk.services.briefs.approve(agent, by, "The first brief")
        return self._finished(self._service.draft())

    def _do(self, name: str, work: Callable[[], T], on_done: Callable[[T], None], lane: Lane = Lane.WRITE) -> None:
        self._busy = True
        self._view.show_busy(True)
        self._desk.runner.submit(
            Job(name, lambda _: work(), lane, OWNER), on_done, self._on_failed, within=self._within
        )

    def _on_looked(self, found: Asked | Finished) -> None:
        self._rest()
        if isinstance(found, Finished):
            self._left_over = ()
            self._view.show_finished(found)
            return
        self._draft = self._kept = found.draft
        self._starter = found.starter
        self._left_over = self._waiting(found.draft) if found.draft.done else ()
        self._view.show_question(found)

    def _on_example(self, found: Asked | Finished) -> None:
        self._on_looked(found)
        self._view.ask_for_example()

    def _on_approved(self, finished: Finished) -> None:
        self._rest()
        self._view.show_finished(finished)
        self._desk.tell.say("The brief is approved. It is the one that counts from now on.")

    def _on_saved(self, name: str) -> None:
        self._rest()
        self._desk.tell.say(f"Saved as {name}.")

    def _on_failed(self, trouble: Exception) -> None:
        self._rest()
        self._desk.tell.trouble(str(trouble) if isinstance(trouble, Sorry) else WENT_WRONG)

    def _rest(self) -> None:
        self._busy = False
        self._view.show_busy(False)


def _asked(draft: Draft, starter: Starter, steps: tuple[str, ...], *, left_over: bool = False) -> Asked:
    step = draft.step
    return Asked(
        step,
        draft,
        starter,
        steps.index(step) + 1 if step in steps else 0,
        len(steps),
        step in SKIPPED_WORDS,
        step == STEPS[0] and not left_over,
    )


def _nobody_waits(nothing: None) -> None:
    """Nobody waits for it."""
