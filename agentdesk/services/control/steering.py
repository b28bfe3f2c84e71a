"""Acts at a service: written down first, then sent, then proven by reading back. Nothing is said that wasn't read."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from agentdesk.domain.act import ActKind, ActRecord, ActState, in_force, last_switch
from agentdesk.domain.agent import Agent
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Changed
from agentdesk.services.connections.live_agents import LiveAgentService, differences, same
from agentdesk.services.connections.pulling import PullService, SignIn
from agentdesk.services.control.act_book import ActBook
from agentdesk.store import connections as stored_connections
from agentdesk.store import live
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from agentdesk.connectors.kit.contract import Act, Connector, Steering
    from agentdesk.services.control.act_plans import Intent

log = logging.getLogger(__name__)

ANSWER_S = 5.0
"""After so long it is said how it stands, proven or not; what is under way goes on."""
KEEPS_TRYING = timedelta(hours=1)
"""After that an act is no longer sent or asked about by itself: by then somebody will have done it by hand."""
MAY_ONLY_READ = "The service lets AgentDesk read with its key, but change nothing."
LATER = "Something else was done with this agent afterwards."
_TOGETHER = ({ActKind.STOP, ActKind.START}, {ActKind.PUT_BACK, ActKind.TAKE_BACK})
"""Of these only the latest counts."""


@dataclass(frozen=True, slots=True)
class Target:
    """An agent at its service."""

    connection: str
    external_id: str
    agent: str
    service: str
    """The service's id."""
    title: str
    """What the owner calls the service."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What putting back would do, before anything is sent. `drift`: what changed since AgentDesk last looked."""

    target: Target
    number: int
    plan: str
    drift: tuple[Changed, ...]
    stays: tuple[str, ...]
    note: str


class ChangedMeanwhile(Sorry):
    """Somebody changed the agent between looking and sending; nothing was sent."""


class SteeringService:
    """Carries out what the owner wants done with an agent at its service."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        book: ActBook,
        live_agents: LiveAgentService,
        pulls: PullService,
        sign_in: SignIn,
        answer_s: float = ANSWER_S,
    ) -> None:
        self._store = store
        self._clock = clock
        self._book = book
        self._live = live_agents
        self._pulls = pulls
        self._sign_in = sign_in
        self._answer_s = answer_s
        self._at_work: Counter[int] = Counter()

    def target(self, agent: Agent) -> Target | None:
        """Where an agent of the list is at work; None where no connected service has it."""
        if agent.connection is None or not agent.external_id:
            return None
        with self._store.reading() as db:
            connection = stored_connections.get(db, agent.connection)
        if connection is None or connection.service == "file":
            return None
        title = connection.title or connection.name
        return Target(connection.name, agent.external_id, agent.name, connection.service, title)

    def acts(self, target: Target) -> tuple[ActRecord, ...]:
        """What was done with an agent, newest first."""
        return self._book.of(target.connection, target.external_id)

    def stopped(self, target: Target) -> ActRecord | None:
        """The stop that is in force, or is meant to be; None while the agent is to answer."""
        last = last_switch(self.acts(target))
        return last if last is not None and last.kind is ActKind.STOP else None

    def act(self, number: int, target: Target) -> ActRecord | None:
        """An act as it stands now."""
        return next((each for each in self.acts(target) if each.id == number), None)

    def can_do(self, target: Target) -> bool:
        """Whether AgentDesk itself can stop it and put it back; else the steps by hand are the way."""
        from agentdesk.connectors.catalogue import steers

        return steers(target.service)

    def by_hand(self, target: Target, kind: ActKind) -> tuple[str, ...]:
        """How to do it at the service itself, a numbered step each; empty where AgentDesk doesn't know."""
        from agentdesk.connectors.catalogue import by_hand
        from agentdesk.services.control.act_plans import ACTS

        return by_hand(target.service, ACTS[kind])

    # What the owner wants

    def stop(self, target: Target, send_calls_to: str, by: str, why: str = "") -> tuple[ActRecord, str]:
        """Sends calls back to a person. The act as it stands within some seconds, and why it isn't written down.

        It goes out even where nothing can be written. Stopping what is stopped already is done once more.
        """
        from agentdesk.services.control.act_plans import Intent, written

        plan = written(Intent(send_calls_to))
        act, unwritten = self._book.begin(
            target.connection, target.external_id, target.agent, ActKind.STOP, plan, by, why
        )
        return self._carried_out(act), unwritten

    def start(self, target: Target, by: str, why: str = "", *, anyway: bool = False) -> ActRecord:
        """Lets it answer again, as before the stop. Raises Sorry where it wasn't stopped from here.

        Raises ChangedMeanwhile where somebody has switched it at the service since, unless it is wanted `anyway`.
        """
        from agentdesk.connectors.kit.contract import Act
        from agentdesk.services.control.act_plans import Intent, is_untouched, read, undone, written

        stop = in_force(self.acts(target))
        plan = read(stop.plan).plan if stop is not None else None
        if plan is None:
            raise Sorry("AgentDesk didn't stop this agent, so it has to be let in again by hand.")
        if not anyway:
            with self._connector(target.connection) as connector:
                steering = _steering(connector)
                back = steering.plan(Act.RESUME, target.external_id, put_back=plan)
                if back.drift or not is_untouched(steering, plan):
                    raise ChangedMeanwhile(
                        f"Its number at {target.title} was switched after this agent was stopped."
                        f" Letting it answer again gives it the number back. {' '.join(back.drift)}".rstrip()
                    )
        return self._meant(target, ActKind.START, written(Intent(plan=undone(plan))), by, why)

    def look(self, target: Target, put_back_by: str) -> None:
        """Reads what an agent is told at this moment, after somebody put it back by hand. Raises Sorry."""
        with self._connector(target.connection) as connector:
            if connector.calls is not None:
                self._live.look(target.connection, connector.calls, target.external_id, put_back_by)

    def propose(self, target: Target, number: int) -> Proposal:
        """What putting a kept version back would do, with how the agent is told at this moment. Sends no change.

        What is new since the last look is kept as a version. Raises Sorry where it must be done by hand.
        """
        from agentdesk.connectors.kit.answers import read_json
        from agentdesk.connectors.kit.contract import Act
        from agentdesk.services.control.act_plans import Intent, written

        with self._store.reading() as db:
            kept = live.raw_setup(db, target.connection, target.external_id, number)
            before = next(iter(live.setups(db, target.connection, target.external_id)), None)
        if kept is None:
            raise Sorry("What you approved was not kept, so it has to be put back by hand.")
        with self._connector(target.connection) as connector:
            if connector.calls is not None:
                self._live.look(target.connection, connector.calls, target.external_id)
            plan = _steering(connector).plan(Act.PUT_BACK, target.external_id, put_back=read_json(kept))
        now = next(iter(self._live.versions(target.connection, target.external_id)), None)
        drift = (
            differences(before.setup, now.setup)
            if before is not None and now is not None and not same(before.setup, now.setup)
            else ()
        )
        return Proposal(target, number, written(Intent(plan=plan, version=number)), drift, plan.drift, plan.note)

    def put_back(self, proposal: Proposal, by: str, why: str = "") -> ActRecord:
        """Does what was shown. Raises ChangedMeanwhile, and sends nothing, where the agent has changed since."""
        from agentdesk.services.control.act_plans import is_untouched, read

        plan = read(proposal.plan).plan
        with self._connector(proposal.target.connection) as connector:
            if plan is None or not is_untouched(_steering(connector), plan):
                raise ChangedMeanwhile("It was changed again while you looked. Here is how it stands now.")
        return self._meant(proposal.target, ActKind.PUT_BACK, proposal.plan, by, why)

    def take_back(self, target: Target, by: str) -> ActRecord:
        """Undoes the last putting back. Raises Sorry where there is none."""
        from agentdesk.services.control.act_plans import Intent, read, undone, written

        sent = (each for each in self.acts(target) if each.state is not ActState.DROPPED)
        last = next((each for each in sent if each.kind is ActKind.PUT_BACK), None)
        plan = read(last.plan).plan if last is not None else None
        if plan is None:
            raise Sorry("Nothing was put back from here.")
        return self._meant(target, ActKind.TAKE_BACK, written(Intent(plan=undone(plan))), by, "")

    def settle(self) -> int:
        """Asks after every act that isn't over, and sends again what does no harm. Returns how many are now over."""
        self._book.catch_up()
        now = self._clock.now()
        over = 0
        for each in self._book.open_():
            if self._at_work[each.id]:
                continue
            if not self._is_newest(each):
                act = self._book.end(each, ActState.DROPPED, LATER)
            else:
                young = now - each.asked_at <= KEEPS_TRYING
                act = self._work(each, may_send=young, first=False)
                if act.is_open and not young:
                    act = self._book.end(act, ActState.NOT_PROVEN, act.trouble)
            over += not act.is_open
        return over

    # How it is done

    def _meant(self, target: Target, kind: ActKind, plan: str, by: str, why: str) -> ActRecord:
        act, unwritten = self._book.begin(target.connection, target.external_id, target.agent, kind, plan, by, why)
        if unwritten:
            # nothing but a stop is worth doing without a record of it
            return self._book.end(act, ActState.DROPPED, f"Nothing was sent. {unwritten}")
        return self._carried_out(act)

    def _carried_out(self, act: ActRecord) -> ActRecord:
        """The act as it stands when it is over, or after some seconds; then it goes on by itself."""
        done = threading.Event()
        self._at_work[act.id] += 1

        def work() -> None:
            try:
                self._work(act, may_send=True, first=True)
            except Exception:
                log.exception("an act was not carried out")
            finally:
                self._at_work[act.id] -= 1
                done.set()

        threading.Thread(target=work, name="act", daemon=True).start()
        done.wait(self._answer_s)
        return next((each for each in self._book.of(act.connection, act.external_id) if each.id == act.id), act)

    def _work(self, act: ActRecord, *, may_send: bool, first: bool) -> ActRecord:
        """Brings an act to its end as far as can be done now."""
        from agentdesk.connectors.kit.troubles import SignInRefused, Trouble

        try:
            with self._connector(act.connection) as connector:
                act = self._planned(act, _steering(connector)) if may_send else act
                return self._sent(act, connector, may_send=may_send, first=first)
        except SignInRefused as trouble:
            return self._book.end(act, ActState.BY_HAND, str(trouble))
        except Trouble as trouble:
            unsure = replace(act, state=ActState.NOT_PROVEN, trouble=str(trouble))
            self._book.write(unsure)
            return unsure
        except Sorry as sorry:
            return self._book.end(act, ActState.BY_HAND, str(sorry))

    def _planned(self, act: ActRecord, steering: Steering) -> ActRecord:
        from agentdesk.connectors.kit.troubles import Trouble
        from agentdesk.services.control.act_plans import ACTS, also_undoing, read, written

        intent = read(act.plan)
        if intent.plan is not None:
            return act
        kind: Act = ACTS[act.kind]
        before = in_force(self._earlier(act))
        stop = read(before.plan).plan if before is not None else None
        try:
            plan = steering.plan(kind, act.external_id, send_calls_to=intent.send_calls_to)
        except Trouble:
            raise
        except Sorry:
            if stop is None:
                raise
            # nothing leads to it any more because it was stopped before
            plan = stop
        plan = plan if stop is None else also_undoing(steering, plan, stop)
        planned = replace(act, plan=written(replace(intent, plan=plan)))
        self._book.write(planned)
        return planned

    def _sent(self, act: ActRecord, connector: Connector, *, may_send: bool, first: bool) -> ActRecord:
        from agentdesk.connectors.kit.troubles import SignInRefused, Trouble
        from agentdesk.services.control.act_plans import is_untouched, read

        intent, steering = read(act.plan), _steering(connector)
        plan = intent.plan
        if plan is None:
            return self._book.end(act, ActState.NOT_PROVEN, "AgentDesk was closed before it could send anything.")
        trouble = "The service doesn't say that it is so."
        if not first and steering.confirm(plan):
            return self._proven(act, intent, connector)
        for attempt in range(2 if may_send else 0):
            if not self._is_newest(act):
                return self._book.end(act, ActState.DROPPED, LATER)
            if (attempt or not first) and not is_untouched(steering, plan):
                trouble = "Somebody else has changed it at the service meanwhile."
                break
            try:
                steering.apply(plan)
            except SignInRefused:
                if not steering.confirm(plan):
                    # what may still be read has not signed us out
                    return self._book.end(act, ActState.BY_HAND, MAY_ONLY_READ)
            except Trouble as lost:
                # says nothing about what happened there: it is read back
                trouble = str(lost)
            if steering.confirm(plan):
                return self._proven(act, intent, connector)
        unsure = replace(act, state=ActState.NOT_PROVEN, trouble=trouble)
        self._book.write(unsure)
        return unsure

    def _proven(self, act: ActRecord, intent: Intent, connector: Connector) -> ActRecord:
        """What the plan wanted is so. Of what was put back, every word is held against what was approved."""
        if connector.calls is not None and act.kind in (ActKind.PUT_BACK, ActKind.TAKE_BACK):
            by = act.asked_by if act.kind is ActKind.PUT_BACK else None
            self._live.look(act.connection, connector.calls, act.external_id, by)
            versions = self._live.versions(act.connection, act.external_id)
            wanted = next((each for each in versions if each.number == intent.version), None)
            if wanted is not None and not same(wanted.setup, versions[0].setup):
                parts = ", ".join(each.part.lower() for each in differences(wanted.setup, versions[0].setup))
                return self._book.end(act, ActState.NOT_PROVEN, f"It is still not the same: {parts}.")
        return self._book.end(act, ActState.PROVEN)

    def _is_newest(self, act: ActRecord) -> bool:
        """Whether nothing was wanted afterwards that contradicts it."""
        about = next(each for each in _TOGETHER if act.kind in each)
        later = (each for each in self._book.of(act.connection, act.external_id) if each.id > act.id)
        return not any(each.kind in about and each.state is not ActState.DROPPED for each in later)

    def _earlier(self, act: ActRecord) -> tuple[ActRecord, ...]:
        return tuple(each for each in self._book.of(act.connection, act.external_id) if each.id < act.id)

    @contextmanager
    def _connector(self, name: str) -> Iterator[Connector]:
        """Signed in on a line of its own, beside any pull. Raises Sorry."""
        from agentdesk.connectors.catalogue import service

        with self._store.reading() as db:
            connection = stored_connections.get(db, name)
        if connection is None:
            raise Sorry("Its connection was taken out, so it has to be done by hand.")
        wanted = service(connection.service)
        with self._sign_in(wanted, self._pulls.link(wanted, connection)) as connector:
            yield connector


def _steering(connector: Connector) -> Steering:
    if connector.steering is None:
        raise Sorry("AgentDesk can't do this at this service, so it has to be done by hand.")
    return connector.steering
