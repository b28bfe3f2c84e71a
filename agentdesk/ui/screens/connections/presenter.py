"""How each connection stands, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.clock import Clock
from agentdesk.domain.connection import Aside, PullState, Visit
from agentdesk.domain.wording import clock_in_words, counted, moment_in_words
from agentdesk.services.calls.freshness import Freshness
from agentdesk.services.connections.connecting import Connected
from agentdesk.services.connections.pulling import State as Pull
from agentdesk.services.services import Services
from agentdesk.ui.widgets.states import State

FILE = "file"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a connection stands: its mark, a sentence, and what the button to its key says where that is needed."""

    state: State
    state_words: str
    sentence: str
    quiet: str = ""
    sign_in: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A connection as it is shown."""

    connected: Connected
    standing: Standing
    left_aside: tuple[Aside, ...] = ()
    agents: tuple[str, ...] = ()
    """Names of the agents on the owner's list that answer there."""

    @property
    def name(self) -> str:
        return self.connected.connection.name

    @property
    def title(self) -> str:
        return self.connected.title

    @property
    def is_file(self) -> bool:
        return self.connected.connection.service == FILE


class ConnectionsPresenter:
    """Reads connections. Runs in a job's thread."""

    def __init__(self, services: Services, clock: Clock) -> None:
        self._services = services
        self._clock = clock

    def read(self) -> tuple[Shown, ...]:
        """Every connection, those that need the owner first."""
        zone, now = self._services.businesses.zone(), self._clock.now()
        fresh = {each.connection: each for each in self._services.freshness.all_()}
        agents = [each.agent for each in self._services.agents.all_() if each.listed]
        shown = []
        for each in self._services.connecting.all_():
            name = each.connection.name
            aside = self._services.connecting.left_aside(name)
            standing = standing_of(each, fresh.get(name), now, zone)
            here = tuple(agent.name for agent in agents if agent.connection == name and agent.external_id)
            shown.append(Shown(each, standing, aside, here))
        order = list(State)
        return tuple(sorted(shown, key=lambda each: (each.is_file, order.index(each.standing.state))))

    def one(self, name: str) -> Shown:
        """Raises Sorry for one that isn't there any more."""
        self._services.connecting.named(name)
        return next(each for each in self.read() if each.name == name)

    def places(self) -> tuple[Visit, ...]:
        return self._services.connecting.places()


def standing_of(connected: Connected, fresh: Freshness | None, now: datetime, zone: ZoneInfo) -> Standing:
    """What the owner is told of a connection."""
    if connected.connection.service == FILE:
        read = [each for each in (fresh.calls_at, fresh.bookings_at) if each] if fresh else []
        said = _tr("Last brought in {when}.").format(when=_when(max(read), now, zone)) if read else _tr("Nothing yet.")
        return Standing(State.NOTE, _tr("From files"), said)
    if connected.state is not None:
        return _after_a_pull(connected.title, connected.state, now, zone)
    if connected.connection.key_ending or connected.connection.account_marks:
        return Standing(State.TOO_EARLY, _tr("Not read yet"), _tr("It is read within the next minute."))
    return Standing(State.LOOK, _tr("Not signed in"), _tr("Sign in, and it is read."), sign_in=_tr("Sign in"))


def _after_a_pull(title: str, state: PullState, now: datetime, zone: ZoneInfo) -> Standing:
    here = (
        _tr("What is here is from {when}.").format(when=_when(state.fresh_until, now, zone))
        if state.fresh_until
        else _tr("Nothing from it is here yet.")
    )
    until = _up_to(state.fresh_until, now, zone) if state.fresh_until else here
    again = clock_in_words(state.wait_until or now, now, zone)
    asked = _tr("{service} asked us to wait. Trying again at {when}.").format(service=title, when=again)
    signed_out = _tr("{service} has signed us out. Sign in again?").format(service=title)
    by_itself = f"{here} {_tr('It is tried again by itself.')}"
    return {
        Pull.OK: Standing(State.ON_TARGET, _tr("Up to date"), until),
        Pull.PARTIAL: Standing(State.LOOK, _tr("Not all of it"), until, state.trouble or ""),
        Pull.WAITING: Standing(State.LOOK, _tr("Waiting"), asked, here),
        Pull.UNREACHABLE: Standing(State.LOOK, _tr("Not answering"), state.trouble or "", by_itself),
        Pull.SIGNED_OUT: Standing(State.ACT_NOW, _tr("Signed out"), signed_out, here, sign_in=_tr("Sign in again")),
    }[Pull(state.state)]


def aside_in_words(aside: Aside, zone: ZoneInfo) -> tuple[str, str]:
    """A record that couldn't be read: what, and since when it is tried again."""
    what = {"calls": _tr("A call"), "bookings": _tr("A diary entry")}.get(aside.kind, _tr("Something"))
    said = _tr("{what} couldn't be read: {why}").format(what=what, why=aside.why.rstrip("."))
    since = moment_in_words(aside.first_at, zone)
    return f"{said}.", _tr("First seen {when}. It is tried again each time.").format(when=since)


def visit_in_words(visit: Visit, now: datetime, zone: ZoneInfo) -> str:
    """How often a place was talked to, and when."""
    said = counted(visit.requests, "time", "times")
    last = _when(visit.last_at, now, zone)
    first = moment_in_words(visit.first_at, zone)
    return _tr("Asked {count}, last {last}, first {first}.").format(count=said, last=last, first=first)


def _up_to(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    said = clock_in_words(instant, now, zone)
    return _tr("Up to {when} today.").format(when=said) if "," not in said else _tr("Up to {when}.").format(when=said)


def _when(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    said = clock_in_words(instant, now, zone)
    return _tr("today at {when}").format(when=said) if "," not in said else said


def _tr(words: str) -> str:
    return QCoreApplication.translate("Connections", words)
