"""A business whose agent is at one of the fakes of the services, and ways to lose what is sent to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock
from agentdesk.domain.finding import Finding, FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.connections.pulling import Pulled
from agentdesk.services.control.steering import Target
from agentdesk.services.services import Services
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import Store, open_store
from tests.connectors.elevenlabs.fake import FakeElevenLabs
from tests.connectors.kit.fake_service import FakeService, Reply, Request
from tests.connectors.retell.fake import FakeRetell
from tests.connectors.vapi.fake import ANA as VAPI_ANA
from tests.connectors.vapi.fake import NUMBER as VAPI_NUMBER
from tests.connectors.vapi.fake import FakeVapi
from tests.services.conftest import FRIDAY, SETUP, Printer

NUMBER = "+441134960100"
APPROVED = "Be kind. An emergency call-out is £95 plus VAT. Never book Sundays."
OTHER = "Be kind. An emergency call-out is from £75. Never book Sundays. You may offer Saturday afternoon."
KEYS = {
    "retell": "key_0123456789abcdef0123",
    "elevenlabs": f"sk_{'0' * 48}",
    "vapi": "0b4b6bd5-1111-4000-8000-00000000000f",
}


@dataclass
class Wire:
    """Loses what `lose` says of a request's method: "before" it reached the service, "after" it did, or "cut" short."""

    service: FakeService
    lose: Callable[[str], str] = lambda _: ""
    changed: list[str] = field(default_factory=list)
    """The paths that reached the service and changed something."""
    read_back: bool = False
    """Whether something was read after the last change was sent."""

    def __post_init__(self) -> None:
        routed = self.service._routed

        def lossy(request: Request) -> Reply | str:
            how, changing = self.lose(request.method), request.method == "PATCH"
            self.read_back = not changing and (self.read_back or not how)
            if how == "before":
                return "drop"
            reply = routed(request)
            if changing:
                self.changed.append(request.path)
            return {"after": "drop", "cut": "cut"}.get(how, reply)

        self.service._routed = lossy  # type: ignore[method-assign,assignment]


@dataclass
class Steered:
    """Everything a test of acts needs."""

    services: Services
    store: Store
    clock: SetClock
    fake: Any
    wire: Wire

    @property
    def target(self) -> Target:
        found = self.services.steering.target(self.services.agents.get("Daisy"))
        assert found is not None
        return found

    def pull(self) -> Pulled:
        (connection,) = self.services.pulling.connections()
        return self.services.pulling.pull(connection)

    def tell(self, prompt: str) -> None:
        """Somebody at the service tells the agent something else, and callers hear it."""
        if isinstance(self.fake, FakeRetell):
            self.fake.publish("agent_ana", general_prompt=prompt)
            newest = self.fake.agents["agent_ana"]["version"]
            self.fake.numbers[NUMBER]["inbound_agents"][0]["agent_version"] = newest
        elif isinstance(self.fake, FakeElevenLabs):
            self.fake.agents["agent_ana"]["conversation_config"]["agent"]["prompt"]["prompt"] = prompt
        else:
            self.fake.agents[VAPI_ANA]["model"]["messages"][0]["content"] = prompt

    def told(self) -> str:
        """What callers hear at this moment, asked of the service afresh."""
        self.services.pulling.pull(self.services.pulling.connections()[0])
        found: str = self.services.live_agents.versions("Calls", self.target.external_id)[0].setup.instructions
        return found

    def hears(self) -> str:
        """The same as the fake has it, without asking it."""
        if isinstance(self.fake, FakeRetell):
            bound = str(self.fake.numbers[NUMBER]["inbound_agents"][0]["agent_version"])
            model = self.fake.older.get(("llm_agent_ana", bound), self.fake.models["llm_agent_ana"])
            said: str = model["general_prompt"]
        elif isinstance(self.fake, FakeElevenLabs):
            said = self.fake.agents["agent_ana"]["conversation_config"]["agent"]["prompt"]["prompt"]
        else:
            said = self.fake.agents[VAPI_ANA]["model"]["messages"][0]["content"]
        return said

    def answers(self) -> bool:
        """Whether calls reach the agent, as the service has it."""
        if isinstance(self.fake, FakeRetell):
            return bool(self.fake.numbers[NUMBER]["inbound_agents"])
        if isinstance(self.fake, FakeElevenLabs):
            return any((each.get("assigned_agent") or {}).get("agent_id") for each in self.fake.numbers.values())
        return not any(each["on"] == "call.ringing" for each in self.fake.numbers[VAPI_NUMBER]["hooks"])

    def changed_finding(self) -> Finding | None:
        wanted = FindingFilter(kinds=(Kind.AGENT_CHANGED,), status=FindingStatus.OPEN)
        return next(iter(self.services.findings.page(wanted)), None)


@contextmanager
def steered(folder: Path, service: str = "retell") -> Iterator[Steered]:
    """Daisy answers at a fake of this service; she was told what is approved, and pulled once."""
    fake: Any = {"retell": FakeRetell, "elevenlabs": FakeElevenLabs, "vapi": FakeVapi}[service](KEYS[service])
    with fake:
        if service == "vapi":
            fake.add_agent("Ana", APPROVED, NUMBER)
        else:
            fake.add_agent("agent_ana", "Ana", APPROVED, NUMBER)
        name = VAPI_ANA if service == "vapi" else "agent_ana"
        store = open_store(folder / "store.db", new_store_key())
        clock, printer = SetClock(FRIDAY), Printer()

        def sleep(seconds: float, _: Callable[[], bool]) -> None:
            clock.advance(timedelta(seconds=seconds))

        services = build_services(store, resources_folder(), clock, printer, printer, seed=lambda: 7, sleep=sleep)
        services.setup.apply(
            SETUP.replace(
                '{"name": "Calls", "service": "file"}',
                f'{{"name": "Calls", "service": "{service}", "address": "{fake.url}"}}',
            ).replace('"connection": "Calls"', f'"connection": "Calls", "external_id": "{name}"')
        )
        connection = services.connecting.named("Calls")
        services.connecting.keep(connection, KEYS[service], services.connecting.try_(connection, KEYS[service]))
        found = Steered(services, store, clock, fake, Wire(fake))
        found.pull()
        yield found
        store.close()
