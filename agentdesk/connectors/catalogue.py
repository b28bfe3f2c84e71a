"""The services there are: one folder each, found by looking."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec

import agentdesk.connectors as room
from agentdesk.connectors.kit.contract import Act, Connect, Connector, Link, Service
from agentdesk.connectors.kit.http import Http
from agentdesk.domain.errors import Sorry
from agentdesk.domain.service_limits import ServiceLimits

_FILE = "file"


def names() -> tuple[str, ...]:
    """Where calls and bookings may come from: the id of every service, and "file"."""
    return tuple(each.name for each in pkgutil.iter_modules(room.__path__) if each.ispkg and each.name != "kit")


@cache
def services() -> tuple[Service, ...]:
    """Every service that can be connected, those without a note "preview" first, then by name."""
    found = [import_module(f"{room.__name__}.{each}.service").SERVICE for each in names() if each != _FILE]
    return tuple(sorted(found, key=lambda each: (bool(each.preview), each.name.casefold())))


def service(name: str) -> Service:
    """The service of that id. Raises Sorry for one that isn't there."""
    found = next((each for each in services() if each.id == name), None)
    if found is None:
        raise Sorry("AgentDesk can't connect that service yet.")
    return found


def limits_of(service: str, kept: bytes) -> ServiceLimits | None:
    """Where a service itself stops an agent, by the agent's configuration as it is kept; None where nobody knows."""
    from agentdesk.connectors.kit.answers import read_json

    try:
        module = import_module(f"{room.__name__}.{service}.limits")
    except ModuleNotFoundError:
        return None
    found: ServiceLimits = module.limits(read_json(kept))
    return found


def by_hand(service: str, act: Act) -> tuple[str, ...]:
    """How the owner does it at the service itself, a numbered step each; empty where AgentDesk doesn't know."""
    try:
        module = import_module(f"{room.__name__}.{service}.by_hand")
    except ModuleNotFoundError:
        return ()
    steps: tuple[str, ...] = module.BY_HAND[act]
    return steps


def steers(service: str) -> bool:
    """Whether AgentDesk itself can stop an agent there and put it back."""
    try:
        return find_spec(f"{room.__name__}.{service}.steering") is not None
    except ModuleNotFoundError:
        return False


@contextmanager
def signed_in(wanted: Service, link: Link) -> Iterator[Connector]:
    """The service, asked with the link's key. Nothing is sent before something is asked for."""
    connect: Connect = import_module(f"{room.__name__}.{wanted.id}.connector").connect
    with Http(wanted.name, link.address, wanted.allowed, wanted.sign_in(link), link.conduct, wanted.per_minute) as http:
        yield connect(link, http)
