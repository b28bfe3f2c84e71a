"""Putting a matter right: what to do stands ready, and what was done can keep it from coming back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from agentdesk.domain.booking import Booking
from agentdesk.domain.brief import Brief
from agentdesk.domain.call import Call, caller_in_words
from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import MISPLACED, Entry, Finding, Kind, Said
from agentdesk.domain.proof import can_be_shown
from agentdesk.domain.wording import day_in_words, moment_in_words, time_in_words
from agentdesk.services.agents.briefs import BriefService
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.findings.findings import FindingService, OpenFinding
from agentdesk.services.reviews.remedies import must_change, suggestion
from agentdesk.services.reviews.reviewing import ReviewService

LONGEST_PHRASE = 120
"""Letters: a caller's words that mean a person, not a whole story."""
MOST_QUOTED = 4

_AS_PROMISED = frozenset(
    {
        Kind.BOOKING_MISSING,
        Kind.BOOKING_WRONG_DATE,
        Kind.BOOKING_WRONG_TIME,
        Kind.BOOKING_WRONG_SERVICE,
        Kind.BOOKING_WRONG_PERSON,
        Kind.BOOKING_NOT_MOVED,
    }
)

_TO_DO = {
    Kind.BOOKING_NOT_CANCELLED: "Take out: {entry}",
    **dict.fromkeys(MISPLACED, "Find another time for: {entry}"),
    Kind.BOOKING_DIFFERS: "Write it into the other diary, or take it out: {entry}",
    Kind.BOOKING_UNCONFIRMED: "It stays as it is. Tell the customer: {entry}",
    Kind.BOOKING_UNCLAIMED: "Ask whether this is wanted: {entry}",
    Kind.BOOKING_NOT_ALLOWED: "Ask whether this is wanted: {entry}",
}
"""What to do in the diary where only the entry itself is in question."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What one needs to put a matter right. Empty words: there is nothing of the kind to do."""

    who: str
    """Whom to ring, without their number."""
    number: str | None
    """Shown on press only."""
    diary: str
    """What to write into the diary, or to take out of it."""
    message: str
    """For whoever runs the agent, ready to send."""
    suggestion: str
    """An action that would stop it happening again."""
    phrase: str
    """The caller's words that meant a person, where they were not heeded."""
    lines: tuple[str, ...]
    """When the agent passes callers on, of the brief that is being written: a phrase joins one of them."""
    responsible: str
    due: date
    """The day of the next review."""
    a_call_shows: bool
    """Whether it counts as fixed only when a later call shows it."""


@dataclass(frozen=True, slots=True)
class Again:
    """What stops a matter from coming back: something dated to do and, if given, a phrase for the brief."""

    what: str
    who: str
    due: date
    phrase: str = ""
    line: str = ""
    """Which line of the brief the phrase joins."""


class PuttingRightService:
    """Prepares what to do about a matter and keeps what was done."""

    def __init__(
        self,
        clock: Clock,
        businesses: BusinessService,
        briefs: BriefService,
        reviews: ReviewService,
        findings: FindingService,
    ) -> None:
        self._clock = clock
        self._businesses = businesses
        self._briefs = briefs
        self._reviews = reviews
        self._findings = findings

    def prepare(self, finding: str) -> Prepared:
        """Raises Sorry when the matter is no longer on the list."""
        opened = self._findings.open_(finding)
        zone = self._businesses.zone()
        phrase = _phrase(opened) if opened.finding.found.kind is Kind.ESCALATION_MISSED else ""
        agent = opened.finding.agent
        return Prepared(
            who=_who(opened),
            number=_number(opened.call, opened.bookings),
            diary=self._diary(opened),
            message=_message(opened, zone, self._businesses.owner()),
            suggestion=suggestion(opened.finding),
            phrase=phrase,
            lines=_lines(self._briefs.working(agent).brief) if phrase and agent else (),
            responsible=self._businesses.owner(),
            due=self._next_review(zone),
            a_call_shows=can_be_shown(opened.finding.found.kind),
        )

    def keep(self, finding: str, what: str, by: str, again: Again | None = None) -> None:
        """What was done; with `again`, also what stops it from coming back. Without words for either: Sorry."""
        if again is None:
            self._findings.put_right(finding, what, by)
            return
        if not what.strip():
            raise Sorry("Write in a few words what was done.")
        self.stop_again(finding, again, by)
        self._findings.put_right(finding, f"{what.strip()}\nSo that it doesn't happen again: {again.what.strip()}", by)

    def stop_again(self, finding: str, again: Again, by: str) -> None:
        """Something dated to do, with which the next review opens, and a phrase for the brief where one is given."""
        if not again.what.strip():
            raise Sorry("Say what should be done, so that it doesn't happen again.")
        if not again.who.strip():
            raise Sorry("Say who does it.")
        found = self._findings.open_(finding).finding
        if again.phrase.strip() and found.agent:
            self._teach(found.agent, again, by)
        self._reviews.promise(None, again.what, again.who, again.due, found.found.kind, found.agent)

    def _teach(self, agent: str, again: Again, by: str) -> None:
        """The phrase joins the brief. It counts at once unless somebody is in the middle of writing a new one."""
        working = self._briefs.working(agent)
        phrase = " ".join(again.phrase.split())
        if len(phrase) > LONGEST_PHRASE:
            raise Sorry("Make the phrase shorter: the few words that mean a person is wanted.")
        if again.line not in _lines(working.brief):
            raise Sorry("Choose when callers with these words are passed on.")
        rules = tuple(
            replace(each, phrases=(*each.phrases, phrase))
            if each.when == again.line and phrase not in each.phrases
            else each
            for each in working.brief.pass_to_a_person
        )
        was_approved = working.approved_at is not None
        saved = self._briefs.save_draft(agent, replace(working.brief, pass_to_a_person=rules), by)
        if was_approved and saved.approved_at is None:
            self._briefs.approve(agent, by, f"Callers who say “{phrase}” want a person.")

    def _next_review(self, zone: ZoneInfo) -> date:
        """One that is late is as good as begun: what is promised now is asked for in the one after it."""
        today = day_of(self._clock.now(), zone)
        due = self._reviews.due().on or today
        return due if due > today else due + timedelta(days=7 * ((today - due).days // 7 + 1))

    def _diary(self, opened: OpenFinding) -> str:
        kind = opened.finding.found.kind
        entries = [each for each in opened.finding.found.evidence if isinstance(each, Entry)]
        about = [each for each in entries if each.booking == opened.finding.found.booking]
        entry = next((each.words for each in (*about, *entries)), "")
        if kind in _AS_PROMISED and opened.call is not None:
            return self._as_promised(opened, opened.call)
        if kind is Kind.BOOKING_DIFFERS and len(entries) > 1:
            return f"Make both say the same: {', or '.join(dict.fromkeys(each.words for each in entries))}"
        return _TO_DO[kind].format(entry=entry) if kind in _TO_DO else ""

    def _as_promised(self, opened: OpenFinding, call: Call) -> str:
        """The entry as the caller was told it would be; what was never said is left out."""
        # the checks load the whole language room, which no start should wait for
        from agentdesk.checks.evidence import Evidence
        from agentdesk.checks.naming import last_naming, names_of
        from agentdesk.checks.reading import read_call
        from agentdesk.language.callers_name import callers_name

        business = self._businesses.current()
        read = read_call(Evidence(self._clock.now(), business, (call,)), call)
        turns = [each.turn for each in opened.finding.found.evidence if isinstance(each, Said)]
        promise = next((each for each in read.said if turns and each.turn == turns[0]), None)
        if promise is None:
            return ""
        booking = opened.bookings[0] if opened.bookings else None
        services = names_of(each.name for each in business.services) if business is not None else ()
        naming = last_naming(call.turns, promise.turn, services)
        service = min(naming.names) if naming is not None else (booking.service if booking else None)
        customer = (booking.customer if booking else None) or callers_name(call.turns, promise.turn)
        day, at = promise.day, promise.time
        if booking is not None and not booking.all_day:
            # of what was not said, the entry's own holds
            was = booking.starts_at.astimezone(self._businesses.zone())
            day, at = day or was.date(), at or was.time()
        when = ", ".join([day_in_words(day) if day else "day not said", time_in_words(at) if at else "time not said"])
        whom = f" for {customer}" if customer else ""
        return f"{service or 'Booking'}{whom}, {when}"


def _who(opened: OpenFinding) -> str:
    customer = next((each.customer for each in opened.bookings if each.customer), None)
    if opened.call is None:
        return customer or ""
    caller = caller_in_words(opened.call.caller)
    return f"{customer} ({caller})" if customer else caller


def _number(call: Call | None, bookings: Sequence[Booking]) -> str | None:
    if call is not None and call.caller:
        return call.caller
    return next((each.phone for each in bookings if each.phone), None)


def _phrase(opened: OpenFinding) -> str:
    """The caller's own words that the finding rests on, the last of them: they are the plainest."""
    if opened.call is None:
        return ""
    said = [each for each in opened.finding.found.evidence if isinstance(each, Said)]
    theirs = [each.words for each in said if opened.call.turns[each.turn].role == "caller"]
    return theirs[-1].strip(" .,!?")[:LONGEST_PHRASE] if theirs else ""


def _lines(brief: Brief) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.when for each in brief.pass_to_a_person if each.when.strip()))


def _message(opened: OpenFinding, zone: ZoneInfo, owner: str) -> str:
    """For the agent's supplier: which call, what went wrong, in which words, and what must change."""
    finding: Finding = opened.finding
    must = must_change(finding)
    if not must:
        return ""
    at = opened.call.started_at if opened.call is not None else finding.about_at
    call, reason = opened.call, finding.found.reason
    if call is None and finding.found.booking is None:
        lines = ["Hello,", "", reason]
    else:
        about = "call" if call is not None else "booking"
        lines = ["Hello,", "", f"in the {about} of {moment_in_words(at, zone)} something went wrong. {reason}"]
    spoken = [each for each in finding.found.evidence if isinstance(each, Said)]
    said = [
        f"{'Caller' if call.turns[each.turn].role == 'caller' else finding.agent or 'Agent'}: “{each.words}”"
        for each in spoken[:MOST_QUOTED]
        if call is not None and each.turn < len(call.turns)
    ]
    lines += ["", *said] if said else []
    lines += ["", f"Please change this: {must}", "", "Thank you", *([owner] if owner else [])]
    return "\n".join(lines)
