"""Reads what was said about the business, keeps what is changed of it, and takes a change back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from agentdesk.domain.business import Business, Person, Role
from agentdesk.domain.calendar import bank_holidays
from agentdesk.domain.clock import day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.history import BusinessVersion
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.runner import Running
from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.business.parts import DATED, FIELDS, Part
from agentdesk.ui.screens.business.since import Since, When
from agentdesk.ui.widgets.checking_again import CheckingAgain

OWNER = "business"


@dataclass(frozen=True, slots=True)
class About:
    """The business as it stands. `agents` are those on the list, `unheard` how many changes none was heard to know."""

    business: Business
    people: tuple[Person, ...]
    starter: Starter
    agents: tuple[str, ...]
    unheard: int
    today: date
    next_holiday: tuple[date, str] | None

    @property
    def draft(self) -> Draft:
        """The same as the questions of the first run show it."""
        owner = next((each for each in self.people if each.role is Role.OWNER), None)
        others = tuple(each for each in self.people if each is not owner)
        return Draft(business=self.business, owner=owner.name if owner else "", others=others)


@dataclass(frozen=True, slots=True)
class _Kept:
    part: Part
    since: Since
    stood: tuple[BusinessVersion, ...]
    changed: tuple[BusinessVersion, ...]
    people: tuple[Person, ...]
    looked_after: Mapping[str, str | None]
    """Who looked after each agent."""


class BusinessView(Protocol):
    """What shows it."""

    def show_about(self, about: About | None) -> None:
        """None while the business isn't set up."""
        ...

    def show_kept(self, part: Part) -> None: ...

    def show_refused(self, part: Part, trouble: Exception) -> None: ...

    def show_trouble(self, trouble: Exception) -> None: ...


class BusinessPresenter:
    """Whatever is kept counts from the day the owner says; the days it counts for are checked again."""

    def __init__(self, desk: Desk, view: BusinessView, within: QWidget, checked_not: str) -> None:
        """`checked_not`: what to say when days couldn't be checked again."""
        self._desk = desk
        self._view = view
        self._within = within
        self._again = CheckingAgain(desk, within, checked_not)
        self._reading: Running | None = None
        self._keeping: Part | None = None
        self._last: _Kept | None = None

    def start(self) -> None:
        if self._reading is not None:
            self._reading.drop()
        self._reading = self._desk.runner.submit(
            Job("Reading your business", lambda _: self._look(), Lane.READ, OWNER),
            self._view.show_about,
            self._view.show_trouble,
            within=self._within,
        )

    def keep(self, part: Part, answered: Draft, since: Since, renamed: Mapping[str, str]) -> None:
        """Keeps what stands in the form of a part; `renamed` says who on the list has another name now."""
        self._keeping = part
        who = self._desk.who()
        self._desk.runner.submit(
            Job("Keeping your business", lambda _: self._keep(part, answered, since, renamed, who), Lane.WRITE, OWNER),
            self._on_kept,
            self._on_refused,
            within=self._within,
        )

    def undo(self) -> None:
        """Takes back what was kept last."""
        kept, self._last = self._last, None
        if kept is not None:
            self._desk.runner.submit(
                Job("Putting your business back", lambda _: self._put_back(kept), Lane.WRITE, OWNER),
                self._on_put_back,
                self._view.show_trouble,
                within=self._within,
            )

    def _look(self) -> About | None:
        services = self._desk.services
        business = services.businesses.current()
        if business is None:
            return None
        today = day_of(self._desk.clock.now(), business.zone)
        return About(
            business,
            services.businesses.people(),
            services.first_run.starter(business.trade),
            tuple(each.agent.name for each in services.agents.all_() if each.listed),
            len(services.knowing.open_()),
            today,
            _next_holiday(business, today) if business.closed_on_bank_holidays else None,
        )

    def _keep(self, part: Part, answered: Draft, since: Since, renamed: Mapping[str, str], who: str) -> _Kept:
        services = self._desk.services
        businesses = services.businesses
        business, stood, people = businesses.current(), businesses.history(), businesses.people()
        looked_after = {each.agent.name: each.agent.responsible for each in services.agents.all_() if each.listed}
        if business is None:
            raise Sorry("Set up your business first.")
        if part is Part.PEOPLE:
            businesses.save_people((Person(answered.owner, Role.OWNER), *answered.others), renamed)
        else:
            # only what this part asks: the rest may have changed while the form was open
            said: dict[str, Any] = {each: getattr(answered.business, each) for each in FIELDS[part]}
            ever = since.when is When.EVER
            businesses.save(replace(business, **said), who, as_it_always_was=ever, since=since.day)
            services.first_run.settled(part)
        return _Kept(part, since, stood, businesses.history(), people, looked_after)

    def _put_back(self, kept: _Kept) -> _Kept:
        services = self._desk.services
        if kept.stood != kept.changed:
            services.businesses.put_back(kept.stood, kept.changed)
        if kept.part is Part.PEOPLE:
            services.businesses.save_people(kept.people)
            for each in services.agents.all_():
                was = kept.looked_after.get(each.agent.name)
                if each.listed and was != each.agent.responsible:
                    services.agents.change(each.agent.name, replace(each.agent, responsible=was))
        return kept

    def _on_kept(self, kept: _Kept) -> None:
        self._last = kept
        self._view.show_kept(kept.part)
        self._check(kept)

    def _on_put_back(self, kept: _Kept) -> None:
        self._desk.tell.say("It is as it was before.")
        self.start()
        self._check(kept)

    def _check(self, kept: _Kept) -> None:
        if kept.part not in DATED or kept.stood == kept.changed:
            return
        self._again.ahead()
        if kept.since.when is not When.NOW:
            self._again.back(kept.since.day)

    def _on_refused(self, trouble: Exception) -> None:
        if self._keeping is not None:
            self._view.show_refused(self._keeping, trouble)


def _next_holiday(business: Business, today: date) -> tuple[date, str] | None:
    both = {**bank_holidays(business.nation, today.year), **bank_holidays(business.nation, today.year + 1)}
    coming = [each for each in sorted(both) if each >= today]
    return (coming[0], both[coming[0]]) if coming else None
