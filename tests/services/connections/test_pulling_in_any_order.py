"""Calls ring and change, pulls begin, are killed and begin again, the program restarts: nothing is lost or doubled."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock
from agentdesk.domain.lists import CallFilter
from agentdesk.services.connections.pulling import State
from agentdesk.services.services import Services
from agentdesk.store import calls, pulls
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import Store, open_store
from tests.connectors.retell.fake import FakeRetell
from tests.services.conftest import SETUP, Printer

KEY = "key_0123456789abcdef0123"


class Killed(BaseException):
    """The program ends here."""


class Pulling(RuleBasedStateMachine):
    """One business, one service, and everything that may happen between them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.retell = FakeRetell(KEY).__enter__()
        self.retell.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
        self.clock = SetClock(datetime(2026, 11, 20, 16, tzinfo=UTC))
        self.key = new_store_key()
        self.store: Store = open_store(Path(self.folder.name) / "store.db", self.key)
        self.rung = 0

    @initialize()
    def sign_in(self) -> None:
        phone = f'{{"name": "Calls", "service": "retell", "address": "{self.retell.url}"}}'
        self.services.setup.apply(SETUP.replace('{"name": "Calls", "service": "file"}', phone))
        connection = self.services.connecting.named("Calls")
        self.services.connecting.keep(connection, KEY, self.services.connecting.try_(connection, KEY))

    @rule(number=st.integers(1, 60), minutes=st.integers(1, 4000))
    def calls_ring(self, number: int, minutes: int) -> None:
        """Many in one second, some of long ago that the service lists only now."""
        for _ in range(number):
            self.rung += 1
            self._ring(f"call-{self.rung}", minutes, "first words" if self.rung % 3 else None)

    @rule()
    def words_arrive(self) -> None:
        for call in list(self.retell.calls.values()):
            if "call_analysis" not in call:
                start = datetime.fromtimestamp(call["start_timestamp"] / 1000, UTC)
                self._ring(call["call_id"], (self.clock.now() - start) / timedelta(minutes=1), "words that came later")

    @rule()
    def pull(self) -> None:
        (connection,) = self.services.pulling.connections()
        assert self.services.pulling.pull(connection).state is State.OK

    @rule(after=st.integers(1, 4))
    def pull_and_be_killed(self, after: int) -> None:
        moves = 0
        move = pulls.move

        def kills(*what: str) -> None:
            nonlocal moves
            moves += 1
            if moves == after:
                raise Killed
            move(*what)  # type: ignore[arg-type]

        (connection,) = self.services.pulling.connections()
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(pulls, "move", kills)
            try:
                self.services.pulling.pull(connection)
            except Killed:
                self.restart()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = open_store(Path(self.folder.name) / "store.db", self.key)

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        self.clock.advance(timedelta(hours=hours))

    @invariant()
    def nothing_is_doubled_or_made_up(self) -> None:
        kept = self._kept()
        assert len(kept) == len(set(kept))
        assert set(kept) <= set(self.retell.calls)

    def teardown(self) -> None:
        self.clock.advance(timedelta(days=2))
        self.pull()
        self.clock.advance(timedelta(days=4))
        self.pull()
        young = {name for name, call in self.retell.calls.items() if self._age(call) < timedelta(days=60)}
        assert set(self._kept()) >= young, "every call is here once the dust has settled"
        self.store.close()
        self.retell.__exit__()
        self.folder.cleanup()

    @property
    def services(self) -> Services:
        def sleep(seconds: float, _: Callable[[], bool]) -> None:
            self.clock.advance(timedelta(seconds=seconds))

        return build_services(self.store, resources_folder(), self.clock, Printer(), Printer(), sleep=sleep)

    def _ring(self, name: str, minutes: float, words: str | None) -> None:
        start = int((self.clock.now() - timedelta(minutes=minutes)).timestamp() * 1000)
        spoken = [] if words is None else [{"role": "user", "content": words, "words": []}]
        analysis = None if words is None else {"call_successful": True}
        self.retell.add_call(
            name, start, transcript_with_tool_calls=spoken, transcript_object=spoken, call_analysis=analysis
        )

    def _age(self, call: dict[str, int]) -> timedelta:
        return self.clock.now() - datetime.fromtimestamp(call["start_timestamp"] / 1000, UTC)

    def _kept(self) -> list[str]:
        with self.store.reading() as db:
            return [each.external_id for each in calls.page(db, CallFilter(), None, 100_000)]


TestPulling = Pulling.TestCase
TestPulling.settings = settings(
    max_examples=8, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
)
