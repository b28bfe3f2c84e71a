"""Setting a business up from a file: checked whole, then applied whole or not at all."""

from __future__ import annotations

import codecs
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from agentdesk.domain.agent import StageChange
from agentdesk.domain.brief import Brief, BriefVersion
from agentdesk.domain.business import Person, Role
from agentdesk.domain.clock import Clock
from agentdesk.domain.connection import Connection
from agentdesk.domain.errors import Sorry
from agentdesk.domain.wording import counted
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import agents as stored_agents
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import business as stored_business
from agentdesk.store import calls as stored_calls
from agentdesk.store import connections as stored_connections
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from pydantic import ValidationError
    from sqlalchemy import Connection as Database

    from agentdesk.services.setup.setup_file import SetupFile

BY_FILE = "From the set-up file"


class SetupService:
    """Applies a set-up file."""

    def __init__(self, store: Store, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def apply(self, text: str | bytes, since: datetime | None = None) -> tuple[str, ...]:
        """Keeps what the file says; what it doesn't mention stays. Returns what was done, in sentences.

        `since`: from when on it has been so; now where nothing is said.

        Raises Sorry with one sentence, and changes nothing, when any part of it is wrong. The same file
        twice changes nothing the second time.
        """
        file = _read(text)
        with self._store.writing() as db:
            self._keep(db, file, since or self._clock.now())
            stored_calls.assign_agents(db)
        self._changes.publish(Subject.BUSINESS, Subject.AGENTS, Subject.CALLS)
        people = counted(len(file.people), "person", "people")
        connections = counted(len(file.connections), "connection", "connections")
        agents = counted(len(file.agents), "agent", "agents")
        return (f"{file.business.name} is set up.", f"{people}, {connections}, {agents}.")

    def _keep(self, db: Database, file: SetupFile, since: datetime) -> None:
        business = file.business.to_domain()
        before = stored_business.load(db)
        if before is not None and business.review_weekday is None:
            business = replace(business, review_weekday=before.review_weekday, reviewer=before.reviewer)
        said_by = next((each.name for each in file.people if each.role is Role.OWNER), BY_FILE)
        stored_business.save(db, business, since, said_by)
        if before is not None and before.timezone != business.timezone:
            stored_calls.rezone(db, business.zone)
        if file.people:
            stored_business.save_people(db, [Person(each.name, each.role) for each in file.people])
        for each in file.connections:
            said = Connection(each.name, each.service, each.address, each.account, each.others_book)
            there = stored_connections.get(db, each.name)
            if there is not None and there.service == said.service:
                # what signing in brought stays, so that another account is still noticed
                said = replace(there, address=said.address, account=said.account, others_book=said.others_book)
            stored_connections.put(db, said)
        owners = [each.name for each in stored_business.people(db) if each.role is Role.OWNER]
        by = owners[0] if owners else BY_FILE
        for part in file.agents:
            agent = part.to_domain(business.currency)
            known = stored_agents.get(db, agent.name)
            stored_agents.put(db, agent, was=agent.name if known else None)
            if known is None or known.stage is not agent.stage:
                stored_agents.add_stage(db, StageChange(agent.name, agent.stage, since, by, BY_FILE))
            if part.brief is not None:
                _keep_brief(db, agent.name, part.brief.to_domain(), by, since)


def _keep_brief(db: Database, agent: str, brief: Brief, by: str, since: datetime) -> None:
    versions = stored_briefs.versions(db, agent)
    newest = versions[0] if versions else None
    if newest and _undated(newest.brief) == brief:
        return
    number = (newest.number if newest.approved_at is None else newest.number + 1) if newest else 1
    dated = replace(brief, targets=tuple(replace(each, set_on=since) for each in brief.targets))
    stored_briefs.save_draft(db, BriefVersion(agent, number, dated, since, by))
    stored_briefs.approve(db, agent, number, since, by, BY_FILE)


def schema() -> dict[str, Any]:
    """The JSON schema of the file."""
    from agentdesk.services.setup.setup_file import SetupFile

    return SetupFile.model_json_schema()


def _undated(brief: Brief) -> Brief:
    return replace(brief, targets=tuple(replace(each, set_on=None) for each in brief.targets))


def _read(text: str | bytes) -> SetupFile:
    from pydantic import ValidationError

    from agentdesk.services.setup.setup_file import SetupFile

    try:
        return SetupFile.model_validate_json(text.removeprefix(codecs.BOM_UTF8) if isinstance(text, bytes) else text)
    except ValidationError as wrong:
        raise Sorry(_sentence(wrong)) from wrong


def _sentence(wrong: ValidationError) -> str:
    """The first mistake, said as a person would: where in the file, and what."""
    first = wrong.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return "This set-up file can't be read: it isn't complete or isn't a set-up file."
    where = " → ".join(str(each + 1) if isinstance(each, int) else str(each) for each in first["loc"])
    what = first["msg"].removeprefix("Value error, ")
    if first["type"] == "extra_forbidden":
        what = "is not something a set-up file has"
    if first["type"] == "missing":
        what = "is missing"
    more = wrong.error_count() - 1
    rest = f" ({counted(more, 'more mistake', 'more mistakes')} after it.)" if more else ""
    return f"The set-up file has a mistake at {where or 'the top'}: {what.removesuffix('.')}.{rest}"
