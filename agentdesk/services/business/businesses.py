"""The business and the people in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.business import Business, Person, Role
from agentdesk.domain.clock import Clock, day_of, start_of_day
from agentdesk.domain.errors import Sorry
from agentdesk.domain.history import BusinessVersion
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import agents as stored_agents
from agentdesk.store import business as stored
from agentdesk.store import calls as stored_calls
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

BEFORE_SETUP = ZoneInfo("Europe/London")


class BusinessService:
    """Reads and changes what the owner said about the business."""

    def __init__(self, store: Store, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def current(self) -> Business | None:
        """The business, None before the first run gave it a name."""
        with self._store.reading() as db:
            return stored.load(db)

    def zone(self) -> ZoneInfo:
        """The zone of the business's wall clock; London until told otherwise."""
        return zone_of(self.current())

    def history(self) -> tuple[BusinessVersion, ...]:
        """The business as it stood and stands, oldest first; empty before the first run gave it a name."""
        with self._store.reading() as db:
            return stored.history(db)

    def save(
        self, business: Business, by: str = "", *, as_it_always_was: bool = False, since: date | None = None
    ) -> None:
        """Keeps the business as it stands from now on: calls from before are held against how it stood then.

        `as_it_always_was`: what was written down last was a slip. `since`: it has been so from the beginning of an
        earlier day on; Sorry for a day to come. A changed zone places every call on its day anew.
        """
        if not business.name.strip():
            raise Sorry("Your business needs a name.")
        now = self._clock.now()
        if since is not None and since > day_of(now, business.zone):
            raise Sorry("That day is still to come. Change it here once it is so.")
        midnight = start_of_day(since, business.zone) if since is not None else None
        with self._store.writing() as db:
            before = stored.load(db)
            stored.save(db, business, now, by, as_it_always_was=as_it_always_was, since=midnight)
            _place_calls(db, before, business)
        self._changes.publish(Subject.BUSINESS)

    def put_back(self, stood: Sequence[BusinessVersion], instead_of: Sequence[BusinessVersion]) -> None:
        """Undoes a change: the history is as it was before it. Raises Sorry when something else changed since."""
        with self._store.writing() as db:
            if stored.history(db) != tuple(instead_of):
                raise Sorry("Your business has been changed again since then, so that can't be undone in one go.")
            stored.restore(db, stood)
            _place_calls(db, instead_of[-1].business, stood[-1].business)
        self._changes.publish(Subject.BUSINESS)

    def people(self) -> tuple[Person, ...]:
        with self._store.reading() as db:
            return stored.people(db)

    def save_people(self, people: Sequence[Person], renamed: Mapping[str, str] | None = None) -> None:
        """Keeps the list of people. Refused when two share a name or no owner is left.

        `renamed`: who is the same under another name. What somebody looks after goes along to the new name; of
        somebody who is no longer on the list nobody looks after it from now on.
        """
        names = [each.name.strip().casefold() for each in people]
        if "" in names:
            raise Sorry("Everybody on the list needs a name.")
        if len(set(names)) < len(names):
            raise Sorry("Two people on the list have the same name. Add a surname or an initial.")
        if not any(each.role is Role.OWNER for each in people):
            raise Sorry("Somebody on the list has to be the owner.")
        with self._store.writing() as db:
            gone = {each.name for each in stored.people(db)} - {each.name for each in people}
            stored.save_people(db, people)
            to = {each: (renamed or {}).get(each) for each in gone}
            for agent in stored_agents.all_(db):
                if agent.responsible in to:
                    stored_agents.put(db, replace(agent, responsible=to[agent.responsible]), was=agent.name)
            business = stored.load(db)
            if business is not None and business.reviewer in to:
                stored.save(db, replace(business, reviewer=to[business.reviewer]), self._clock.now())
        self._changes.publish(Subject.BUSINESS, Subject.AGENTS)

    def owner(self) -> str:
        """Who sits at this desk until people sign in as themselves: the owner's name, or "You"."""
        owners = [each.name for each in self.people() if each.role is Role.OWNER]
        return owners[0] if owners else "You"


def zone_of(business: Business | None) -> ZoneInfo:
    """The zone of a business's wall clock; London before there is one."""
    return business.zone if business else BEFORE_SETUP


def _place_calls(db: Database, before: Business | None, business: Business) -> None:
    if before is not None and before.timezone != business.timezone:
        stored_calls.rezone(db, business.zone)
