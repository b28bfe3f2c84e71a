"""The agents that services have: who is on the list and who isn't, who vanished, and who was told something new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Changed, FindingStatus, Found, Kind, Severity
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.live_agent import Approval, KnownAgent, LiveSetup, SetupVersion
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.waiting.notices import NoticeService
from agentdesk.store import acts as stored_acts
from agentdesk.store import agents as stored_agents
from agentdesk.store import documents, live
from agentdesk.store import findings as stored_findings
from agentdesk.store.findings import InContext
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

    from agentdesk.connectors.kit.contract import CallSource

PUT_BACK = "What is live is again what was approved."
KINDS = (Kind.AGENT_CHANGED, Kind.AGENT_UNLISTED, Kind.AGENT_GONE)
FIRST_SEEN = "As it was when AgentDesk first saw it"
_OPEN_CHANGES = FindingFilter(kinds=(Kind.AGENT_CHANGED,), status=FindingStatus.OPEN)
_PARTS = (
    ("Instructions", "instructions"),
    ("First words", "first_words"),
    ("Model", "model"),
    ("Voice", "voice"),
    ("Tools", "tools"),
    ("Numbers", "numbers"),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How an agent at a service stands to what was approved. Versions are the service's names, else our numbers."""

    known: KnownAgent
    approved: str | None
    live: str | None
    changed: bool


class LiveAgentService:
    """Compares what services have with what the owner listed and approved."""

    def __init__(self, store: Store, clock: Clock, notices: NoticeService, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._notices = notices
        self._changes = changes

    def all_(self) -> tuple[KnownAgent, ...]:
        """Every agent that any service has or had."""
        with self._store.reading() as db:
            return live.all_(db)

    def standing(self) -> tuple[Standing, ...]:
        """Every agent that any service has or had, against the version that was approved."""
        with self._store.reading() as db:
            return tuple(_standing(each, self._setups(db, each)) for each in live.all_(db))

    def versions(self, connection: str, external_id: str) -> tuple[SetupVersion, ...]:
        """What an agent was told over time, newest first."""
        with self._store.reading() as db:
            return live.setups(db, connection, external_id)

    def look(
        self, connection: str, source: CallSource, only: str | None = None, put_back_by: str | None = None
    ) -> None:
        """Reads every agent of a connection, or what `only` one is told, and keeps what is new; the findings follow.

        A change of `only` that is no longer there was put right by whoever put it back. Raises the source's Trouble.
        """
        from agentdesk.connectors.kit.answers import write_json
        from agentdesk.connectors.kit.configuration import told_without_secrets

        agents = tuple(source.agents())
        with self._store.reading() as db:
            stopped = stored_acts.stopped(db, connection)
        # no number leads to one that was stopped from here: what its service shows then is not what callers hear
        heard = [each for each in agents if each.numbers or each.external_id not in stopped]
        read = [(each, *source.setup(each)) for each in heard if only in (None, each.external_id)]
        now = self._clock.now()
        with self._store.writing() as db:
            live.list_(db, connection, agents, now)
            for agent, told, raw in read:
                setup = told_without_secrets(told)
                newest = next(iter(live.setups(db, connection, agent.external_id)), None)
                # versions from before keys were looked for in words may hold one: that is no change
                if newest is None or not same(told_without_secrets(newest.setup), setup):
                    number = newest.number + 1 if newest else 1
                    # the first version seen counts as approved: there is nothing older to hold it against
                    approved = (None, None, "") if newest else (now, None, FIRST_SEEN)
                    version = SetupVersion(connection, agent.external_id, number, now, agent.version, setup, *approved)
                    live.add_setup(db, version, write_json(raw))
                    if agent.changed_at is not None:
                        documents.put(db, _told(version), agent.changed_at)
                    looked = documents.get(db, _looked(connection, agent.external_id), datetime)
                    if looked is not None:
                        documents.put(db, _before(version), looked)
                documents.put(db, _looked(connection, agent.external_id), now)
            brought = self._compare(db, connection)
            for gone in brought.withdrawn:
                if put_back_by and gone.found.kind is Kind.AGENT_CHANGED and gone.agent_external_id == only:
                    stored_findings.decide(db, gone.id, FindingStatus.DONE, put_back_by, now, PUT_BACK)
        self._notices.about_findings((*brought.new, *brought.changed))
        self._changes.publish(Subject.AGENTS, Subject.FINDINGS)

    def told_at(self, version: SetupVersion) -> datetime | None:
        """When a version was made, as its service said when it was first seen.

        None where it didn't, or where that doesn't fit in with what was read before.
        """
        with self._store.reading() as db:
            told = documents.get(db, _told(version), datetime)
            versions = live.setups(db, version.connection, version.external_id)
        before = next((each.seen_at for each in versions if each.number == version.number - 1), None)
        fits = told is not None and before is not None and before <= told <= version.seen_at
        return told if fits else None

    def looked_before(self, version: SetupVersion) -> datetime:
        """When it was last seen to be told something else than in this version."""
        with self._store.reading() as db:
            return documents.get(db, _before(version), datetime) or version.seen_at

    def known(self, connection: str, external_id: str) -> KnownAgent | None:
        """An agent that a service has or had; None for one that no service ever listed."""
        with self._store.reading() as db:
            found = live.all_(db, connection)
        return next((each for each in found if each.agent.external_id == external_id), None)

    def compare(self, connection: str) -> None:
        """Brings what is found in step with the owner's list, after it has changed; asks no service."""
        with self._store.writing() as db:
            self._compare(db, connection)
        self._changes.publish(Subject.FINDINGS)

    def approve(self, connection: str, external_id: str, number: int, approval: Approval) -> None:
        """Accepts a version as the one that is meant, and decides the matter about it. Raises Sorry for a gap in it."""
        if missing := approval.missing:
            raise Sorry(missing)
        by, why, now = approval.by.strip(), approval.why.strip(), self._clock.now()
        with self._store.writing() as db:
            version = next((each for each in live.setups(db, connection, external_id) if each.number == number), None)
            if version is None:
                raise Sorry("This version is no longer kept here. Look at the list again.")
            live.approve(db, version, now, by, why)
            documents.put(db, _approved(version), approval)
            for each in stored_findings.page(db, _OPEN_CHANGES):
                if (each.connection, each.agent_external_id, each.found.slot) == (connection, external_id, str(number)):
                    stored_findings.decide(db, each.id, FindingStatus.ACCEPTED, by, now, why)
            self._compare(db, connection)
        self._changes.publish(Subject.AGENTS, Subject.FINDINGS)

    def approval(self, version: SetupVersion) -> Approval | None:
        """How a version was approved; None for one that wasn't, or was before that was asked."""
        with self._store.reading() as db:
            return documents.get(db, _approved(version), Approval)

    @staticmethod
    def _setups(db: Database, known: KnownAgent) -> tuple[SetupVersion, ...]:
        return live.setups(db, known.connection, known.agent.external_id)

    def _compare(self, db: Database, connection: str) -> stored_findings.Reconciled:
        listed = {each.external_id: each.name for each in stored_agents.all_(db) if each.connection == connection}
        found: list[InContext] = []
        for each in live.all_(db, connection):
            name = listed.get(each.agent.external_id)
            found += [(what, at, name, each.agent.external_id, connection) for what, at in self._found(db, each, name)]
        return stored_findings.reconcile_others(db, self._clock.now(), KINDS, connection, found)

    def _found(self, db: Database, known: KnownAgent, name: str | None) -> Iterable[tuple[Found, datetime]]:
        """What there is to say of an agent, and since when it is so."""
        agent = known.agent
        called = name or agent.name or "An agent without a name"
        about = f"agent {known.connection} {agent.external_id}"
        if known.gone_at is not None:
            if name is not None:
                gone = f"{called} is no longer at its service."
                yield Found(Kind.AGENT_GONE, Severity.AMBER, gone, (), about=about), known.gone_at
            return
        if name is None:
            reason = f"{called} is at your service, but nobody put it on your list."
            yield Found(Kind.AGENT_UNLISTED, Severity.AMBER, reason, (), about=about), known.first_seen_at
        versions = self._setups(db, known)
        approved = live.approved(versions)
        if versions and approved and not same(versions[0].setup, approved.setup):
            changed = differences(approved.setup, versions[0].setup)
            reason = f"{called}'s instructions are not the ones you approved: {_in_words(changed)}."
            slot = str(versions[0].number)
            found = Found(Kind.AGENT_CHANGED, Severity.RED, reason, changed, slot=slot, about=about)
            yield found, versions[0].seen_at


def _approved(version: SetupVersion) -> str:
    return f"approved {version.connection} {version.external_id} {version.number}"


def _told(version: SetupVersion) -> str:
    return f"told-at {version.connection} {version.external_id} {version.number}"


def _before(version: SetupVersion) -> str:
    return f"looked-before {version.connection} {version.external_id} {version.number}"


def _looked(connection: str, external_id: str) -> str:
    return f"looked-at {connection} {external_id}"


def _standing(known: KnownAgent, versions: tuple[SetupVersion, ...]) -> Standing:
    approved = live.approved(versions)
    newest = versions[0] if versions else None
    changed = newest is not None and approved is not None and not same(newest.setup, approved.setup)
    return Standing(known, _called(approved), _called(newest), changed)


def _called(version: SetupVersion | None) -> str | None:
    return None if version is None else version.version or str(version.number)


def differences(was: LiveSetup, now: LiveSetup) -> tuple[Changed, ...]:
    """Every part that differs, in words."""
    was, now = _tidy(was), _tidy(now)
    parts = [
        Changed(title, _shown(getattr(was, part)), _shown(getattr(now, part)))
        for title, part in _PARTS
        if getattr(was, part) != getattr(now, part)
    ]
    return tuple(parts) or (Changed("Other settings", "", ""),)


def same(one: LiveSetup, other: LiveSetup) -> bool:
    """Whether an agent behaves the same with either."""
    return _tidy(one) == _tidy(other)


def _in_words(changed: Sequence[Changed]) -> str:
    parts = [each.part.lower() for each in changed]
    return f"{', '.join(parts[:-1])}{' and ' if parts[1:] else ''}{parts[-1]} changed"


def _shown(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def _tidy(setup: LiveSetup) -> LiveSetup:
    """Without the white space at line ends, which changes nothing about what an agent does."""
    return LiveSetup(
        _lines(setup.instructions),
        _lines(setup.first_words),
        setup.model,
        setup.voice,
        tuple(sorted(map(_lines, setup.tools))),
        tuple(sorted(setup.numbers)),
        setup.rest,
    )


def _lines(text: str) -> str:
    return re.sub(r"[ \t\r]+(?=\n|$)", "", text).rstrip("\n")
