"""Calls need a person, people act, the program crashes and clocks jump: no matter is lost, doubled or just closed.

`python -m tests.services.waiting.test_chasing_in_any_order 500` goes through so many random lives.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.escalation import CHOICES, Escalation, EscalationState, Outcome
from agentdesk.domain.finding import CHASED, Finding, FindingStatus
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.findings.putting_right import Again
from agentdesk.services.services import Services
from agentdesk.store import escalations as stored
from agentdesk.store import findings as stored_findings
from agentdesk.store import notices as stored_notices
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import open_store
from tests.services.conftest import SETUP, Printer
from tests.services.lines import ANGRY, QUESTION, line

NEXT_FRIDAY = date(2026, 11, 27)
START = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
PROMISED = (*ANGRY[:2], "I'm sorry. I'll have Jo call you back this afternoon.", "Thank you.")
WORDS = st.sampled_from([ANGRY, PROMISED, QUESTION])
PEOPLE = st.sampled_from(["Jo", "Sam"])


class Killed(BaseException):
    """The program ends here."""


class Chasing(RuleBasedStateMachine):
    """One business, some callers, and everything that may happen to their matters."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = SetClock(START)
        self.key = new_store_key()
        self.path = Path(self.folder.name) / "store.db"
        self.rung: dict[str, str] = {}
        self.acted: dict[int, int] = {}
        """How many reminders of a matter had gone out when somebody last took it or tried."""
        self._open()

    @initialize()
    def set_up(self) -> None:
        self.services.setup.apply(SETUP)

    @rule(words=WORDS, ago=st.integers(2, 60 * 24 * 20))
    def somebody_rings(self, words: tuple[str, ...], ago: int) -> None:
        name = f"call-{len(self.rung)}"
        self.rung[name] = (self.clock.now() - timedelta(minutes=ago)).isoformat()
        self._take(name, words)

    @precondition(lambda self: self.rung)
    @rule(data=st.data(), words=WORDS)
    def a_call_is_read_again_perhaps_with_other_words(self, data: st.DataObject, words: tuple[str, ...]) -> None:
        self._take(data.draw(st.sampled_from(sorted(self.rung))), words)

    @precondition(lambda self: self.rung)
    @rule(data=st.data(), words=WORDS, moment=st.sampled_from(["before", "in the middle"]))
    def the_program_ends_while_a_matter_is_raised(
        self, data: st.DataObject, words: tuple[str, ...], moment: str
    ) -> None:
        name = data.draw(st.sampled_from(sorted(self.rung)))
        with killed(moment), pytest.raises(Killed) if moment == "in the middle" else _calmly():
            self._take(name, words)
            if moment == "in the middle":
                raise Killed
        self._restart()

    @rule(data=st.data(), who=PEOPLE, by=PEOPLE)
    def somebody_takes_it(self, data: st.DataObject, who: str, by: str) -> None:
        if matter := self._one(data):
            self.services.escalations.take(matter.id, who, by)
            self.acted[matter.id] = matter.reminders

    @rule(data=st.data(), who=PEOPLE)
    def somebody_says_on_a_pop_up_that_they_are_on_it(self, data: st.DataObject, who: str) -> None:
        """On any that ever popped up, also of what was dealt with meanwhile."""
        with self.store.reading() as db:
            shown = [each for each in stored_notices.page(db, 10_000) if each.matter is not None]
        if shown:
            notice = data.draw(st.sampled_from(shown))
            before = {each.id: each for each in self.services.escalations.all_()}
            self.services.escalations.take_from_notice(notice.id, who, "Sam")
            matter = before.get(notice.matter or 0)
            if matter is not None and matter.state is not EscalationState.DONE:
                self.acted[matter.id] = matter.reminders
            elif matter is not None:
                assert matter in self.services.escalations.all_(), "what is done stays as it was"

    @rule(data=st.data(), minutes=st.integers(1, 3000), by=PEOPLE)
    def nobody_answers(self, data: st.DataObject, minutes: int, by: str) -> None:
        if matter := self._one(data):
            self.services.escalations.later(matter.id, self.clock.now() + timedelta(minutes=minutes), by)
            self.acted[matter.id] = matter.reminders

    @rule(data=st.data(), outcome=st.sampled_from(CHOICES), words=st.sampled_from(["", "Rang them."]), by=PEOPLE)
    def somebody_says_what_happened(self, data: st.DataObject, outcome: Outcome, words: str, by: str) -> None:
        if matter := self._one(data):
            if words:
                self.services.escalations.close(matter.id, outcome, words, by)
            else:
                with pytest.raises(Sorry):
                    self.services.escalations.close(matter.id, outcome, words, by)

    @rule(data=st.data(), by=PEOPLE, ends=st.booleans())
    def it_is_not_to_happen_again(self, data: st.DataObject, by: str, ends: bool) -> None:
        """The program may end between the promise and the outcome; then it is said once more."""
        if matter := self._one(data):
            again = Again("Put complaints through.", "Jo", NEXT_FRIDAY)
            self.services.putting_right.stop_again(matter.finding, again, by)
            if ends:
                self._restart()
                self.services.putting_right.stop_again(matter.finding, again, by)
            self.services.escalations.close(matter.id, Outcome.SORTED, "Rang them.", by)

    @rule(data=st.data(), by=PEOPLE)
    def the_finding_is_fine(self, data: st.DataObject, by: str) -> None:
        if matter := self._one(data):
            self.services.findings.accept(matter.finding, "We know her.", by)

    @rule(data=st.data(), by=PEOPLE)
    def a_decision_is_taken_back(self, data: st.DataObject, by: str) -> None:
        decided = [each for each in self._findings() if each.status in (FindingStatus.ACCEPTED, FindingStatus.DONE)]
        if decided:
            self.services.findings.reopen(data.draw(st.sampled_from(decided)).id, by)

    @rule(minutes=st.integers(1, 4000))
    def time_goes_by(self, minutes: int) -> None:
        self.clock.advance(timedelta(minutes=minutes))
        before = len(self._notices())
        waiting = len(self.services.escalations.page().open)
        assert self.services.chasing.remind() <= waiting
        assert len(self._notices()) - before <= waiting

    @rule(minutes=st.integers(1, 4000))
    def the_program_ends_while_somebody_is_reminded(self, minutes: int) -> None:
        self.clock.advance(timedelta(minutes=minutes))
        with killed("in the middle"), suppress(Killed):
            self.services.chasing.remind()
        self._restart()

    @rule(days=st.integers(-500, 500))
    def the_clock_jumps(self, days: int) -> None:
        self.clock.instant = START + timedelta(days=days)
        self.services.chasing.remind()

    @rule()
    def restart(self) -> None:
        self._restart()

    @invariant()
    def every_call_that_needed_a_person_has_one_matter(self) -> None:
        # the minute's look that a running program takes
        self.services.chasing.follow()
        open_ = [each for each in self._findings() if each.status is FindingStatus.OPEN]
        matters = self.services.escalations.all_()
        assert len({each.call for each in matters}) == len(matters)
        waiting = {each.finding for each in matters if each.state is not EscalationState.DONE}
        assert waiting == {each.id for each in open_}

    @invariant()
    def nothing_is_done_without_an_outcome_a_name_and_words(self) -> None:
        for each in self.services.escalations.all_():
            done = each.state is EscalationState.DONE
            assert done == (each.outcome is not None) == bool(each.closed_by) == bool(each.note)
            assert not done or each.remind_at is None

    @invariant()
    def nobody_is_forgotten(self) -> None:
        """After a minute's look every matter that is chased has a time at which it is said again."""
        self.services.chasing.remind()
        for each in self.services.escalations.page().open:
            assert each.remind_at is not None
            assert each.remind_at > self.clock.now()

    @invariant()
    def each_was_told_once(self) -> None:
        told = Counter(self._notices())
        assert not [each for each, times in told.items() if times > 1]
        for each in self.services.escalations.all_():
            steps = {key for key in told if key.split()[0] == str(each.id)}
            again = {f"{each.id} {number}" for number in range(1, each.reminders + 1)}
            assert again <= steps <= again | {str(each.id)}, "every reminder was told, and nothing else"

    @invariant()
    def nobody_sits_on_it(self) -> None:
        """Said again twice since somebody last did anything, it has gone to the owner."""
        for each in self.services.escalations.page().open:
            if each.reminders - self.acted.get(each.id, 0) >= 2:
                assert (each.who, each.state) == ("Sam", EscalationState.WAITING)

    @invariant()
    def the_same_is_promised_once(self) -> None:
        assert len(self.services.reviews.promises()) <= 1

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def _open(self) -> None:
        self.store = open_store(self.path, self.key)
        printer = Printer()
        self.services: Services = build_services(self.store, resources_folder(), self.clock, printer, printer)

    def _restart(self) -> None:
        self.store.close()
        self._open()

    def _take(self, name: str, words: tuple[str, ...]) -> None:
        file = Path(self.folder.name) / "calls.jsonl"
        file.write_text(line(name, self.rung[name], *words), encoding="utf-8")
        self.services.importing.take_in(self.services.importing.look(file, "calls"))
        # a file's day may lie outside what an import checks
        self.services.checking.run()

    def _one(self, data: st.DataObject) -> Escalation | None:
        with self.store.reading() as db:
            waiting = stored.open_(db)
        return data.draw(st.sampled_from(waiting)) if waiting else None

    def _findings(self) -> list[Finding]:
        with self.store.reading() as db:
            return list(stored_findings.page(db, FindingFilter(kinds=CHASED)))

    def _notices(self) -> list[str]:
        with self.store.reading() as db:
            return [each.subject_id for each in stored_notices.page(db, 10_000) if each.subject == "escalation"]


@contextmanager
def killed(moment: str) -> Iterator[None]:
    """The program ends before a matter is raised, or between the matter and its notice."""
    patch = pytest.MonkeyPatch()
    if moment == "before":
        patch.setattr("agentdesk.services.waiting.chasing.ChaseService.follow", lambda *_, **__: None)
    else:

        def kills(*_: object) -> None:
            raise Killed

        patch.setattr("agentdesk.services.waiting.chasing.stored_notices.add", kills)
    try:
        yield
    finally:
        patch.undo()


@contextmanager
def _calmly() -> Iterator[None]:
    yield


def lives(number: int, steps: int) -> settings:
    return settings(
        max_examples=number, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )


TestChasing = Chasing.TestCase
TestChasing.settings = lives(8, 14)

if __name__ == "__main__":
    run_state_machine_as_test(Chasing, settings=lives(int(sys.argv[1]), 40))
    sys.stdout.write(f"{sys.argv[1]} lives: none lost, doubled or closed without an outcome\n")
