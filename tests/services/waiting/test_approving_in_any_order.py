"""Questions change, are shown, answered twice, run out, and people lose their rights: nothing else is agreed to, and
no answer is forgotten before somebody was told of it.
"""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.approval import Approval, ApprovalState
from agentdesk.domain.business import Person, Role
from agentdesk.domain.clock import SetClock
from agentdesk.domain.errors import Sorry
from agentdesk.services.services import Services
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import open_store
from tests.services.conftest import FRIDAY, Printer
from tests.services.lines import line
from tests.services.waiting.test_approving import MORE, REFUND, WITH_RULES


class Approving(RuleBasedStateMachine):
    """One business whose owner and manager look at the same questions in two windows."""

    shown = Bundle("shown")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = SetClock(FRIDAY)
        self.key = new_store_key()
        self.path = Path(self.folder.name) / "store.db"
        self._open()
        self.agreed: dict[int, Approval] = {}
        """What each yes was said to, as it was on the screen."""
        self.to_tell: set[int] = set()
        self.rights = {"Sam": Role.OWNER, "Jo": Role.MANAGER}

    @initialize()
    def set_up(self) -> None:
        self.services.setup.apply(WITH_RULES)
        self._save_people()

    @rule(number=st.integers(0, 2), more=st.booleans())
    def a_call_is_read(self, number: int, more: bool) -> None:
        """For the first time, or again with another amount."""
        file = Path(self.folder.name) / "calls.jsonl"
        words = line(f"refund-{number}", f"2026-11-20T15:0{number}:00+00:00", *(MORE if more else REFUND))
        file.write_text(words, encoding="utf-8")
        self.services.importing.take_in(self.services.importing.look(file, "calls"))
        self.services.checking.run()

    @rule(target=shown)
    def somebody_looks(self) -> tuple[Approval, ...]:
        return self.services.approvals.page().waiting

    @rule(seen=shown, yes=st.booleans(), by=st.sampled_from(["Sam", "Jo", "Ana"]), twice=st.booleans())
    def somebody_answers_what_they_saw(self, seen: tuple[Approval, ...], yes: bool, by: str, twice: bool) -> None:
        for question in seen:
            for _ in range(1 + twice):
                now = self.services.approvals.open_(question.id)
                may = (
                    now.state is ApprovalState.WAITING
                    and now.digest == question.digest
                    and self.clock.now() < now.expires_at
                    and self.rights.get(by) in (Role.OWNER, Role.MANAGER)
                )
                try:
                    self.services.approvals.answer(question.id, question.digest, yes=yes, by=by, seconds=3)
                except Sorry:
                    assert not may
                    continue
                assert may
                self.to_tell.add(question.id)
                if yes:
                    self.agreed[question.id] = question

    @rule(number=st.integers(1, 3), words=st.sampled_from(["", "She is glad."]))
    def somebody_is_told(self, number: int, words: str) -> None:
        try:
            self.services.approvals.told(number, words, "Jo")
        except Sorry:
            assert not words or number not in self.to_tell
            return
        assert words
        self.to_tell.remove(number)

    @rule(number=st.integers(1, 3))
    def nobody_answers(self, number: int) -> None:
        try:
            self.services.approvals.not_reached(number, "No answer.")
        except Sorry:
            assert number not in self.to_tell

    @rule(who=st.sampled_from(["Sam", "Jo"]), role=st.sampled_from([Role.OWNER, Role.MANAGER, Role.READ_ONLY]))
    def somebodys_rights_change(self, who: str, role: Role) -> None:
        rights = {**self.rights, who: role}
        if Role.OWNER in rights.values():
            self.rights = rights
            self._save_people()

    @rule(hours=st.integers(-300, 300))
    def the_clock_jumps(self, hours: int) -> None:
        self.clock.advance(timedelta(hours=hours))

    @rule()
    def what_ran_out_is_ended(self) -> None:
        self.services.approvals.expire()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self._open()

    @invariant()
    def nothing_is_agreed_to_but_what_was_shown_to_somebody_who_may(self) -> None:
        for number in range(1, 4):
            try:
                approval = self.services.approvals.open_(number)
            except Sorry:
                continue
            assert (approval.state is ApprovalState.YES) == (number in self.agreed)
            if number in self.agreed:
                assert approval.asked == self.agreed[number].asked
                assert approval.decided_by in ("Sam", "Jo")

    @invariant()
    def every_answer_is_on_the_list_until_somebody_was_told(self) -> None:
        page = self.services.approvals.page()
        assert {each.id for each in page.to_tell} == self.to_tell
        assert self.services.approvals.to_tell() == len(self.to_tell)
        assert all(each.told for each in page.answered if each.told_at is not None)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def _save_people(self) -> None:
        self.services.businesses.save_people([Person(name, role) for name, role in self.rights.items()])

    def _open(self) -> None:
        self.store = open_store(self.path, self.key)
        printer = Printer()
        self.services: Services = build_services(self.store, resources_folder(), self.clock, printer, printer)


TestApproving = Approving.TestCase
TestApproving.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
