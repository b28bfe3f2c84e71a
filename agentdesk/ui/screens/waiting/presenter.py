"""Matters that wait for a person, in the words that the pages show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.approval import Approval, ApprovalState
from agentdesk.domain.call import caller_in_words
from agentdesk.domain.chasing import LATE
from agentdesk.domain.escalation import Away, Escalation, EscalationState
from agentdesk.domain.finding import CHASED, Kind
from agentdesk.domain.lists import NEEDS_SOMEBODY
from agentdesk.domain.wording import clock_in_words, moment_in_words, span_in_words
from agentdesk.services.services import Services
from agentdesk.services.waiting.digests import Digest, in_words
from agentdesk.services.waiting.escalations import Matters, OpenEscalation
from agentdesk.ui.widgets.plain_text import shown
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import joined, one_line

LONGEST_NAME = 60
_NUMBERED = re.compile(r"(\d{1,2})[.):]?\s+(.+)")
OTHERS = replace(NEEDS_SOMEBODY, kinds=tuple(each for each in Kind if each not in CHASED))
"""What needs somebody and is no caller who waits."""


@dataclass(frozen=True, slots=True)
class Line:
    """A matter as a row of a list."""

    id: int
    sentence: str
    quiet: str
    state: State
    state_words: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that was answered, as a row."""

    call: int | None
    sentence: str
    quiet: str


@dataclass(frozen=True, slots=True)
class Lists:
    """What waits, what came in too late to be chased, and what is done."""

    waiting: tuple[Line, ...]
    old: tuple[Line, ...]
    done: tuple[Line, ...]
    overdue: int
    digest: Digest | None
    digest_words: str
    digest_when: str
    rota: tuple[Away, ...]
    people: tuple[str, ...]
    approvals: tuple[Approval, ...]
    """What needs somebody's OK."""
    to_tell: tuple[Approval, ...]
    """Answers that nobody has been told yet."""
    waved_through: str
    answered: tuple[Answered, ...]
    others: int
    """Other open matters, which stand on a page of their own."""
    business: str


class WaitingPresenter:
    """Reads matters. Runs in a job's thread."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def read(self) -> Lists:
        """Everything that waits, the earliest due first, and the last that were done."""
        matters = self._services.escalations.page()
        zone, business = self._services.businesses.zone(), self._services.businesses.current()
        digest = self._services.digests.last()
        asked = self._services.approvals.page()
        return Lists(
            _lines(matters, matters.open, zone),
            _lines(matters, matters.old, zone),
            _lines(matters, matters.done, zone),
            sum(each.overdue(matters.now) for each in matters.open),
            digest if digest is not None and digest.calls else None,
            _tr("While you were closed: {what}.").format(what=in_words(digest)) if digest is not None else "",
            span_in_words(digest.closed_at, digest.opened_at, zone) if digest is not None else "",
            self._services.escalations.rota(),
            tuple(each.name for each in self._services.businesses.people()),
            asked.waiting,
            asked.to_tell,
            asked.waved_through,
            tuple(_answered(each, asked.now, zone) for each in asked.answered),
            self._services.findings.count(OTHERS),
            business.name if business is not None else "",
        )

    def open_(self, number: int) -> OpenEscalation:
        """Raises Sorry when there is no such matter."""
        return self._services.escalations.open_(number)


def _answered(approval: Approval, now: datetime, zone: ZoneInfo) -> Answered:
    asked = approval.asked
    amount = asked.amount.in_words() if asked.amount is not None else ""
    words = {
        ApprovalState.YES: _tr("Agreed: {what}"),
        ApprovalState.NO: _tr("Not agreed: {what}"),
        ApprovalState.EXPIRED: _tr("Nobody answered, so nothing was agreed: {what}"),
    }[approval.state]
    when = clock_in_words(approval.decided_at, now, zone) if approval.decided_at is not None else ""
    told = one_line(approval.told or "", 160)
    quiet = joined((one_line(asked.whom, LONGEST_NAME), one_line(approval.decided_by or "", LONGEST_NAME), when, told))
    return Answered(asked.call, words.format(what=joined((one_line(asked.what, 120), amount))), quiet)


def words_to_tell(approval: Approval, business: str) -> str:
    """What to say or send to whoever waits for an answer, in the owner's voice."""
    asked = approval.asked
    what = one_line(asked.what, 120)
    hello = _tr("Hello, this is {business}.").format(business=shown(business)) if business else _tr("Hello.")
    about = ", ".join((f"{what[:1].lower()}{what[1:]}", *([asked.amount.in_words()] if asked.amount else [])))
    answer = (
        _tr("The answer is yes.")
        if approval.state is ApprovalState.YES
        else _tr("I'm sorry, the answer is no this time. Ring us if you would like to talk about it.")
    )
    return f"{hello} {_tr('You asked us about {what}.').format(what=about)} {answer}"


def _lines(matters: Matters, some: Sequence[Escalation], zone: ZoneInfo) -> tuple[Line, ...]:
    return tuple(_line(each, matters.callers.get(each.call, ""), matters.now, zone) for each in some)


def _line(matter: Escalation, caller: str, now: datetime, zone: ZoneInfo) -> Line:
    state, words = state_of(matter, now, zone)
    rang = _tr("rang off {when}").format(when=clock_in_words(matter.happened_at, now, zone))
    if matter.state is EscalationState.DONE and matter.outcome is not None:
        after = _tr("{outcome}: {note}").format(outcome=matter.outcome.in_words, note=one_line(matter.note, 160))
        return Line(matter.id, shown(matter.why), joined((caller, rang, after)), state, words)
    return Line(matter.id, shown(matter.why), joined((caller, rang, holder_in_words(matter))), state, words)


def state_of(matter: Escalation, now: datetime, zone: ZoneInfo) -> tuple[State, str]:
    """The mark of a matter with its words: by when, or since when it is late."""
    if matter.state is EscalationState.DONE:
        return State.NOTE, _tr("Done")
    due = clock_in_words(matter.due_at, now, zone)
    if matter.overdue(now):
        return State.ACT_NOW, _tr("Late: due by {when}").format(when=due)
    return State.LOOK, _tr("Ring back by {when}").format(when=due)


def holder_in_words(matter: Escalation) -> str:
    """Who has it, or for whom it waits."""
    who = one_line(matter.who, LONGEST_NAME)
    if not who:
        return _tr("Nobody has it")
    return (_tr("{who} has it") if matter.state is EscalationState.TAKEN else _tr("Waits for {who}")).format(who=who)


def about_in_words(open_: OpenEscalation, zone: ZoneInfo) -> str:
    """Who rang and when; both times where this computer learnt of it late."""
    matter = open_.escalation
    caller = caller_in_words(open_.call.caller) if open_.call is not None else ""
    happened = moment_in_words(matter.happened_at, zone)
    if matter.raised_at - matter.happened_at > LATE:
        seen = clock_in_words(matter.raised_at, matter.happened_at, zone)
        happened = _tr("happened {happened}, reached this computer {seen}").format(happened=happened, seen=seen)
    return joined((caller, happened, one_line(matter.agent or "", LONGEST_NAME)))


def runbook_steps(runbook: str) -> tuple[str, ...]:
    """What to do, a step each, without the numbers that somebody wrote before them: the steps are counted."""
    lines = [each.strip() for each in shown(runbook).splitlines() if each.strip()]
    numbered = [_NUMBERED.fullmatch(each) for each in lines]
    if [each and each[1] for each in numbered] == [str(at) for at in range(1, len(lines) + 1)]:
        return tuple(each[2] for each in numbered if each)
    return tuple(lines)


def steps_in_words(open_: OpenEscalation, zone: ZoneInfo) -> str:
    """Everything that happened to it, a line each."""
    return "\n".join(
        _tr("{when}, {who}: {what}").format(
            when=moment_in_words(each.at, zone), who=one_line(each.by, LONGEST_NAME), what=one_line(each.what, 300)
        )
        for each in open_.steps
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Waiting", words)
