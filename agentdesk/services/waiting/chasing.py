"""The chaser's clock: every finding that needs a person has its matter, and nobody forgets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain import chasing
from agentdesk.domain.agent import Agent
from agentdesk.domain.brief import PassToPerson
from agentdesk.domain.business import Business, Role
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.call import Call
from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.escalation import Away, Escalation, EscalationState, EscalationStep, Outcome
from agentdesk.domain.finding import Finding, FindingStatus
from agentdesk.domain.notice import Notice
from agentdesk.domain.wording import clock_in_words, counted
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import agents as stored_agents
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import business as stored_business
from agentdesk.store import calls as stored_calls
from agentdesk.store import documents
from agentdesk.store import escalations as stored
from agentdesk.store import findings as stored_findings
from agentdesk.store import notices as stored_notices
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

US = "AgentDesk"
"""Who did what nobody did by hand."""
ROTA = "rota"
_NO_LONGER = "What is known now shows that nobody needs to ring."
_ALREADY = "Dealt with already: {what}"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked for again and again while matters are raised or reminded of."""

    now: datetime
    business: Business | None
    calendar: OpeningCalendar | None
    zone: ZoneInfo
    agents: Mapping[str, Agent]
    owners: tuple[str, ...]
    rota: tuple[Away, ...]

    def above(self, agent: str | None) -> tuple[str, ...]:
        """Who is told when the one who has a matter does nothing: who looks after the agent, then the owners."""
        listed = self.agents.get(agent or "")
        responsible = listed.responsible if listed is not None else None
        return tuple(dict.fromkeys(each for each in (responsible, *self.owners) if each))

    def today(self, who: str) -> str:
        """Who stands in for a person now."""
        return chasing.who_has_it(who, self.rota, day_of(self.now, self.zone))

    def said(self, instant: datetime) -> str:
        return clock_in_words(instant, self.now, self.zone)


class ChaseService:
    """Raises, reminds and takes back. What people do with a matter is `EscalationService`'s."""

    def __init__(self, store: Store, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def on_changed(self, subjects: frozenset[Subject]) -> None:
        """Follows whatever is found or decided, as soon as it is."""
        if Subject.FINDINGS in subjects:
            self.follow(silently=Subject.ARCHIVE in subjects)

    def follow(self, *, silently: bool = False) -> None:
        """Brings matters in step with findings. Repeating it changes nothing, so a crash before it loses nothing.

        A finding that asks for a person raises one matter for its call, however often the call is read; one that
        was decided or withdrawn closes it, saying why; one that is opened again opens it again. `silently`: what is
        raised now stands on the list like what came in long after it happened, and is told to nobody.
        """
        with self._store.reading() as db:
            out = stored.out_of_step(db)
        if not out.asking and not out.answered:
            return
        with self._store.writing() as db:
            out = stored.out_of_step(db)
            known = _known(db, self._clock.now())
            self._raise(db, known, out.asking, silently)
            for each in out.answered:
                self._answered(db, known, each.id)
        self._changes.publish(Subject.ESCALATIONS, Subject.NOTICES)

    def remind(self) -> int:
        """Says again what is due to be said again. Returns how many matters that was. Once for each step of each."""
        now = self._clock.now()
        with self._store.reading() as db:
            waiting = [each for each in stored.open_(db) if _wants_a_look(each, now)]
        if not waiting:
            return 0
        reminded = 0
        with self._store.writing() as db:
            known = _known(db, now)
            for seen in waiting:
                each = stored.get(db, seen.id)
                if each is not None:
                    reminded += self._remind(db, known, each)
        self._changes.publish(Subject.ESCALATIONS, Subject.NOTICES)
        return reminded

    def _raise(self, db: Database, known: _Known, asking: Sequence[Finding], silently: bool) -> None:
        ids = sorted({each.found.call for each in asking if each.found.call is not None})
        calls = {each.id: each for each in stored_calls.many(db, ids)}
        matters = stored.of_calls(db, ids)
        old = 0
        for finding in asking:
            call = calls.get(finding.found.call or 0)
            if call is None:
                continue
            matter = matters.get(call.id)
            if matter is None:
                raised = self._new(db, known, finding, call, silently)
                matters[call.id] = raised
                old += raised.remind_at is None
            elif matter.state is not EscalationState.DONE:
                _keep(db, replace(matter, finding=finding.id, why=finding.found.reason), known, finding.found.reason)
            elif matter.outcome is Outcome.TAKEN_BACK or matter.finding == finding.id:
                self._open_again(db, known, matter, finding)
            else:
                what = _ALREADY.format(what=matter.note or matter.outcome.in_words if matter.outcome else "")
                stored_findings.decide(
                    db, finding.id, FindingStatus.DONE, matter.closed_by or US, known.now, what.strip()
                )
        if old and not silently:
            self._tell_of_old(db, known, old)

    def _new(self, db: Database, known: _Known, finding: Finding, call: Call, silently: bool) -> Escalation:
        rule = _rule(db, known, call)
        minutes = rule.within_minutes if rule else chasing.WITHIN
        happened_at = call.started_at + timedelta(seconds=call.seconds or 0)
        due_at = chasing.due(known.calendar, happened_at, minutes)
        above = known.above(call.agent)
        meant = (rule.who if rule else "") or (above[0] if above else "")
        who = known.today(meant)
        raised = stored.raise_(
            db,
            Escalation(
                id=0,
                call=call.id,
                finding=finding.id,
                agent=call.agent,
                why=finding.found.reason,
                rule=rule.when if rule else "",
                runbook=rule.runbook if rule else "",
                within_minutes=minutes,
                happened_at=happened_at,
                raised_at=known.now,
                state=EscalationState.WAITING,
                who=who,
                due_at=due_at,
                reminders=0,
                remind_at=None
                if silently
                else chasing.first_reminder(known.calendar, happened_at, due_at, known.now, minutes),
                moved_at=known.now,
            ),
            _first_steps(known, finding, who, meant, due_at),
        )
        if raised.remind_at is not None:
            _tell_raised(db, known, raised, finding)
        return raised

    def _open_again(self, db: Database, known: _Known, matter: Escalation, finding: Finding) -> None:
        again = replace(
            matter,
            finding=finding.id,
            why=finding.found.reason,
            state=EscalationState.WAITING,
            remind_at=chasing.due(known.calendar, known.now, matter.within_minutes),
            outcome=None,
            note="",
            closed_at=None,
            closed_by=None,
        )
        _keep(db, again, known, "It is open again.")

    def _answered(self, db: Database, known: _Known, number: int) -> None:
        """Closes a matter whose finding isn't open any more, unless another finding of the call took its place."""
        matter = stored.get(db, number)
        finding = stored_findings.get(db, matter.finding) if matter is not None else None
        if matter is None or (finding is not None and finding.status is FindingStatus.OPEN):
            return
        status = finding.status if finding is not None else FindingStatus.WITHDRAWN
        outcome = _OUTCOMES.get(status, Outcome.TAKEN_BACK)
        taken_back = outcome is Outcome.TAKEN_BACK or finding is None
        note = _NO_LONGER if taken_back or finding is None else finding.decision
        by = US if taken_back or finding is None else finding.decided_by or US
        closed = replace(
            matter,
            state=EscalationState.DONE,
            outcome=outcome,
            note=note,
            closed_at=known.now,
            closed_by=by,
            remind_at=None,
        )
        _keep(db, closed, known, f"{outcome.in_words}: {note}", by)

    def _remind(self, db: Database, known: _Known, matter: Escalation) -> int:
        if chasing.was_set_back(matter, known.now):
            again = chasing.due(known.calendar, known.now, matter.within_minutes)
            _keep(db, replace(matter, remind_at=again), known, "This computer's clock was set back.")
            return 0
        reminder = chasing.remind(matter, known.calendar, known.above(matter.agent), known.now)
        if reminder is None:
            return 0
        who = known.today(reminder.who)
        reminded = replace(
            matter,
            reminders=reminder.reminders,
            who=who,
            state=EscalationState.WAITING,
            remind_at=reminder.remind_at,
        )
        said = _still_waits(matter, who)
        _keep(db, reminded, known, said)
        due = known.said(matter.due_at)
        agent = matter.agent or "Your agent"
        title = "Somebody is still waiting to be rung"
        stored_notices.add(
            db,
            Notice(
                0,
                known.now,
                matter.happened_at,
                title,
                f"{matter.why} It was due by {due}. {said}",
                f"{agent}: {title[0].lower()}{title[1:]}. It was due by {due}. {said}",
                "escalation",
                f"{matter.id} {reminder.reminders}",
            ),
        )
        return 1

    def _tell_of_old(self, db: Database, known: _Known, old: int) -> None:
        callers = counted(old, "caller from some time ago", "callers from some time ago")
        title = f"{callers} may still be waiting"
        body = f"{title}. Nobody is reminded of them. Look through the list when you have a minute."
        stored_notices.add(
            db,
            Notice(0, known.now, None, title, body, f"{title}.", "escalation", f"old {known.now.isoformat()}"),
        )


def _still_waits(matter: Escalation, who: str) -> str:
    """What is said again: who did nothing, and for whom it waits from now on."""
    if who != matter.who:
        return f"Nobody has said what happened. It goes to {who} now."
    if matter.state is EscalationState.TAKEN:
        return f"{who} took it and has not said what happened."
    return f"It still waits for {who}."


_OUTCOMES = {FindingStatus.ACCEPTED: Outcome.NOTHING_TO_DO, FindingStatus.DONE: Outcome.SORTED}


def _wants_a_look(matter: Escalation, now: datetime) -> bool:
    return matter.remind_at is not None and (matter.remind_at <= now or chasing.was_set_back(matter, now))


def _known(db: Database, now: datetime) -> _Known:
    business = stored_business.load(db)
    hours = business is not None and any(business.hours)
    return _Known(
        now=now,
        business=business,
        calendar=OpeningCalendar(business) if business is not None and hours else None,
        zone=business.zone if business is not None else ZoneInfo("Europe/London"),
        agents={each.name: each for each in stored_agents.all_(db)},
        owners=tuple(each.name for each in stored_business.people(db) if each.role is Role.OWNER),
        rota=_rota(db),
    )


def _rota(db: Database) -> tuple[Away, ...]:
    return documents.get(db, ROTA, tuple[Away, ...]) or ()


def _rule(db: Database, known: _Known, call: Call) -> PassToPerson | None:
    """The line of the approved brief that a call falls under."""
    # the checks load the whole language room, which no start should wait for
    from agentdesk.checks.brief_rule import rule_for

    version = stored_briefs.approved(db, call.agent) if call.agent else None
    high_value = known.business.high_value if known.business is not None else None
    return rule_for(call, version.brief, high_value) if version is not None else None


def _first_steps(known: _Known, finding: Finding, who: str, meant: str, due_at: datetime) -> tuple[EscalationStep, ...]:
    words = f"{who or 'Somebody'} is to ring back by {known.said(due_at)}."
    if who != meant:
        words += f" {meant} is away."
    return (EscalationStep(known.now, US, finding.found.reason), EscalationStep(known.now, US, words))


def _tell_raised(db: Database, known: _Known, raised: Escalation, finding: Finding) -> None:
    kind = finding.found.kind.in_words
    agent = raised.agent or "Your agent"
    due = known.said(raised.due_at)
    late = known.now - raised.happened_at > chasing.LATE
    happened = known.said(raised.happened_at)
    when = f"This happened {_on(happened)}; it reached this computer at {known.said(known.now)}. " if late else ""
    by = f"It was due by {due}." if raised.overdue(known.now) else f"Ring back by {due}."
    body = f"{raised.why} {when}{f'It waits for {raised.who}. ' if raised.who else ''}{by}"
    pop_up = f"{agent}: {kind[0].lower()}{kind[1:]}. {f'It happened {_on(happened)}. ' if late else ''}{by}"
    stored_notices.add(db, Notice(0, known.now, raised.happened_at, kind, body, pop_up, "escalation", str(raised.id)))


def _on(moment: str) -> str:
    """With its word before it: "at 2:10 pm", "on Tue 17 Nov, 2:10 pm"."""
    return f"on {moment}" if "," in moment else f"at {moment}"


def _keep(db: Database, matter: Escalation, known: _Known, words: str, by: str = US) -> None:
    stored.change(db, replace(matter, moved_at=known.now), EscalationStep(known.now, by, words))
