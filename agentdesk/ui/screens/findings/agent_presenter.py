"""Matters about an agent itself: changed, not on the list, or gone. What of it differs, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.agent import Agent
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Changed, Finding, Kind
from agentdesk.domain.live_agent import KnownAgent, SetupVersion
from agentdesk.domain.wording import moment_in_words, number_in_words
from agentdesk.services.control.agent_changes import changed_in_words
from agentdesk.services.services import Services
from agentdesk.ui.widgets.differences import PartChanged, differences
from agentdesk.ui.widgets.telling import one_line


@dataclass(frozen=True, slots=True)
class AgentFacts:
    """The agent that a matter is about. `known` is None once its connection was taken out."""

    known: KnownAgent | None
    service: str
    changed: tuple[PartChanged, ...]
    version: SetupVersion | None = None
    """What it was told instead, of a matter about that."""
    told_at: datetime | None = None
    """When that was, as the service says."""

    def told(self, kind: Kind, zone: ZoneInfo) -> str:
        """What its service says of it."""
        if self.known is None:
            return ""
        agent = self.known.agent
        if self.version is not None:
            when = moment_in_words(self.told_at or self.version.seen_at, zone)
            who = one_line(agent.changed_by or "", 120)
            return changed_in_words(self.service, when, who, told=self.told_at is not None)
        if kind is Kind.AGENT_UNLISTED:
            numbers = ", ".join(number_in_words(each) for each in agent.numbers)
            seen = moment_in_words(self.known.first_seen_at, zone)
            said = _tr("First seen at {service} on {when}.").format(service=self.service, when=seen)
            return f"{said} {_tr('It answers {numbers}.').format(numbers=numbers)}" if numbers else said
        return ""


def facts_of(services: Services, finding: Finding) -> AgentFacts | None:
    """The agent behind a matter; None for a matter about a call or an entry."""
    if finding.found.kind not in (Kind.AGENT_CHANGED, Kind.AGENT_UNLISTED, Kind.AGENT_GONE):
        return None
    connection, external_id = finding.connection or "", finding.agent_external_id or ""
    titles = {each.connection.name: each.title for each in services.connecting.all_()}
    changed = tuple(
        PartChanged(each.part, differences(each.was, each.now))
        for each in finding.found.evidence
        if isinstance(each, Changed)
    )
    live = services.live_agents
    versions = live.versions(connection, external_id) if finding.found.kind is Kind.AGENT_CHANGED else ()
    version = next((each for each in versions if str(each.number) == finding.found.slot), None)
    return AgentFacts(
        live.known(connection, external_id),
        titles.get(connection, connection),
        changed,
        version,
        live.told_at(version) if version is not None else None,
    )


def put_on_list(services: Services, finding: Finding, name: str, who: str) -> None:
    """An agent that nobody had listed is on the list, and the matter is put right. Raises Sorry."""
    connection, external_id = finding.connection or "", finding.agent_external_id or ""
    known = services.live_agents.known(connection, external_id)
    if known is None:
        raise Sorry(_tr("Its connection was taken out. Connect the service again first."))
    numbers = known.agent.numbers
    services.agents.add(
        Agent(
            name,
            connection=connection,
            external_id=external_id,
            job=_tr("Answers the phone"),
            answers=number_in_words(numbers[0]) if numbers else "",
            responsible=who or None,
        ),
        who,
    )
    services.findings.put_right(finding.id, _tr("Put on the list as {name}.").format(name=name), who)
    services.live_agents.compare(connection)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Findings", words)
