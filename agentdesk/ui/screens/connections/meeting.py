"""Which agent of a service is which on the owner's list: what is offered, what is likely, and keeping the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.agent import Agent
from agentdesk.domain.connection import Connection
from agentdesk.domain.errors import Sorry
from agentdesk.domain.wording import number_in_words
from agentdesk.services.connections.connecting import FoundAgent
from agentdesk.services.services import Services

ADD, LEAVE = "add", "leave"


@dataclass(frozen=True, slots=True)
class Choice:
    """The owner's answer: on the list as `listed`, put there as `name`, or left off it."""

    external_id: str
    what: str
    """`ADD`, `LEAVE`, or "is"."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """An agent that a service has, with what the owner may say about it."""

    found: FoundAgent
    sentence: str
    listed: tuple[Agent, ...]
    """Those on the list that it could be."""
    likely: Choice
    elsewhere: bool
    """One of the same name is on the list already, and it is another one."""

    @property
    def name(self) -> str:
        return self.found.agent.name or _tr("An agent without a name")

    def doubt(self, chosen: str) -> str:
        """What speaks against its being the chosen agent of the list; nothing where nothing does."""
        agent = next((each for each in self.listed if each.name == chosen), None)
        numbers = self.found.agent.numbers
        if agent is None or not agent.answers or not numbers or any(_same(agent.answers, each) for each in numbers):
            return ""
        return _tr("On your list, {name} answers {listed}; this one answers {found}.").format(
            name=agent.name, listed=agent.answers, found=number_in_words(numbers[0])
        )


def meet(services: Services, connection: Connection, found: Sequence[FoundAgent], wanted: str = "") -> tuple[Met, ...]:
    """Every agent found, with what is likely. `wanted`: the name the owner gave it in the first run."""
    agents = [each.agent for each in services.agents.all_() if each.listed]
    known = {(each.connection, each.agent.external_id) for each in services.live_agents.all_()}
    if wanted.casefold() in {each.name.casefold() for each in agents}:
        wanted = ""
    met = []
    for each in found:
        here = (connection.name, each.agent.external_id)
        could_be = tuple(
            agent
            for agent in agents
            if (agent.connection, agent.external_id) not in known or (agent.connection, agent.external_id) == here
        )
        elsewhere = any(
            agent.name.casefold() == each.agent.name.casefold() for agent in agents if agent not in could_be
        )
        likely = _likely(each, could_be, connection, alone=len(found) == 1, taken=elsewhere, wanted=wanted)
        if likely.what == ADD and here in known:
            # it was left off the list before
            likely = Choice(each.agent.external_id, LEAVE)
        met.append(Met(each, services.connecting.in_words(each), could_be, likely, elsewhere))
    return tuple(met)


def refuse_choices(services: Services, choices: Sequence[Choice]) -> None:
    """Raises Sorry for choices that can't be kept together."""
    said = [each.name.casefold() for each in choices if each.what != LEAVE]
    if any(not each.strip() for each in said):
        raise Sorry(_tr("An agent needs a name, the one it says on the phone."))
    if len(set(said)) != len(said):
        raise Sorry(_tr("You chose the same agent twice. Each one at the service is another."))
    taken = {each.agent.name.casefold(): each.agent.name for each in services.agents.all_() if each.listed}
    for each in choices:
        if each.what == ADD and each.name.casefold() in taken:
            name = taken[each.name.casefold()]
            raise Sorry(_tr("{name} is on your list already. Give this one another name.").format(name=name))


def keep_choices(services: Services, connection: Connection, met: Sequence[Met], choices: Sequence[Choice]) -> None:
    """Puts agents on the list, or ties those that are there to the service's."""
    by_id = {each.found.agent.external_id: each for each in met}
    owner = services.businesses.owner() or services.first_run.draft().owner
    for choice in choices:
        agent = by_id[choice.external_id].found.agent
        number = number_in_words(agent.numbers[0]) if agent.numbers else ""
        if choice.what == ADD:
            new = Agent(choice.name, job=_tr("Answers the phone"), responsible=owner or None)
            services.agents.add(_tied(new, connection, agent.external_id, number), owner)
        elif choice.what != LEAVE:
            listed = services.agents.get(choice.name)
            services.agents.change(listed.name, _tied(listed, connection, agent.external_id, number))


def _tied(agent: Agent, connection: Connection, external_id: str, number: str) -> Agent:
    return replace(agent, connection=connection.name, external_id=external_id, answers=agent.answers or number)


def _likely(
    found: FoundAgent, could_be: tuple[Agent, ...], connection: Connection, *, alone: bool, taken: bool, wanted: str
) -> Choice:
    external_id, name = found.agent.external_id, found.agent.name
    same = (
        [each for each in could_be if each.external_id == external_id]
        or [each for each in could_be if any(_same(each.answers, number) for number in found.agent.numbers)]
        or [each for each in could_be if each.name.casefold() == name.casefold()]
        or (list(could_be) if alone and len(could_be) == 1 and not taken else [])
    )
    if same:
        return Choice(external_id, "is", same[0].name)
    called = (wanted if alone and not could_be else "") or name
    if alone or found.last_call_at is not None:
        return Choice(external_id, ADD, f"{called} ({connection.title or connection.name})" if taken else called)
    return Choice(external_id, LEAVE)


def _same(number: str, other: str) -> bool:
    one, two = (re.sub(r"\D", "", each)[-9:] for each in (number, other))
    return len(one) == 9 and one == two


def _tr(words: str) -> str:
    return QCoreApplication.translate("Connections", words)
