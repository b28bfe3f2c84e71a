"""The steps from a caller's wish to an entry that stays in the diary, and which of them broke."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from agentdesk.domain.booking import Booking
from agentdesk.domain.business import Business
from agentdesk.domain.call import Call
from agentdesk.domain.finding import Finding, Kind


class Held(StrEnum):
    """Whether a step took place as it should. UNSEEN: nothing here can tell."""

    YES = "yes"
    NO = "no"
    UNSEEN = "unseen"


class Link(StrEnum):
    """A step of the chain, in order."""

    ASKED = "asked"
    UNDERSTOOD = "understood"
    PROMISED = "promised"
    TOOL = "tool"
    ENTRY = "entry"
    CONFIRMED = "confirmed"
    STAYED = "still there"

    @property
    def in_words(self) -> str:
        """What the step is, so that it can be said to have broken."""
        return _LINKS[self]


_LINKS = {
    Link.ASKED: "what the caller asked",
    Link.UNDERSTOOD: "understanding the caller",
    Link.PROMISED: "what the caller was told",
    Link.TOOL: "handing it to the diary",
    Link.ENTRY: "the entry in the diary",
    Link.CONFIRMED: "confirming it to the customer",
    Link.STAYED: "what became of the entry",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step in a sentence, and whether it held."""

    link: Link
    words: str
    held: Held


_SAID = {
    Kind.BOOKING_MISSING: "told the caller that it is booked",
    Kind.BOOKING_UNCLAIMED: "told the caller that it couldn't be booked",
    Kind.BOOKING_WRONG_DATE: "told the caller the day",
    Kind.BOOKING_WRONG_TIME: "told the caller the time",
    Kind.BOOKING_WRONG_SERVICE: "told the caller what is booked",
    Kind.BOOKING_WRONG_PERSON: "told the caller whom it is with",
    Kind.BOOKING_UNCONFIRMED: "told the caller that it is booked",
    Kind.BOOKING_NOT_CANCELLED: "told the caller that it is cancelled",
    Kind.BOOKING_NOT_MOVED: "told the caller that it is moved",
}
_ENTRY = {
    Kind.BOOKING_MISSING: ("Nothing is in the diary.", Held.NO),
    Kind.BOOKING_UNCLAIMED: ("The diary took it all the same.", Held.YES),
    Kind.BOOKING_WRONG_DATE: ("The diary has another day.", Held.NO),
    Kind.BOOKING_WRONG_TIME: ("The diary has another time.", Held.NO),
    Kind.BOOKING_WRONG_SERVICE: ("The diary has something else.", Held.NO),
    Kind.BOOKING_WRONG_PERSON: ("The diary has another person.", Held.NO),
    Kind.BOOKING_UNCONFIRMED: ("It is in the diary.", Held.YES),
}
_TRIED = {
    Kind.BOOKING_NOT_CANCELLED: "take it out of the diary",
    Kind.BOOKING_NOT_MOVED: "move it in the diary",
}


def chain(
    finding: Finding, call: Call | None, bookings: Sequence[Booking] = (), business: Business | None = None
) -> tuple[Step, ...]:
    """The steps in order: asked, understood, promised, handed over, there, confirmed, still there.

    Nothing for what is no broken promise. A step that was never reached is left out.

    What the tools did is read from what they answered; where a service tells nothing of tools, it is unseen.
    """
    if call is None or finding.found.kind not in _SAID:
        return ()
    agent = call.agent or "The agent"
    kind = finding.found.kind
    written = _written(call, agent, kind)
    # who says that it failed is wrong unless the diary had answered so
    misled = kind is Kind.BOOKING_UNCLAIMED and written.held is not Held.NO
    promised = Step(Link.PROMISED, f"{agent} {_SAID[kind]}.", Held.NO if misled else Held.YES)
    return (*_wish(finding, call, agent, business), promised, written, *_in_diary(kind, call, bookings))


def broken(steps: Sequence[Step]) -> Step | None:
    """The step at which it broke: the first that is seen to have failed."""
    return next((each for each in steps if each.held is Held.NO), None)


def _wish(finding: Finding, call: Call, agent: str, business: Business | None) -> Iterator[Step]:
    # the checks load the whole language room, which no start should wait for
    from agentdesk.checks.evidence import Evidence
    from agentdesk.checks.reading import read_call
    from agentdesk.checks.understanding import Took, understanding

    evidence = Evidence(call.started_at, business, (call,))
    turns = [each.turn for each in finding.found.said]
    promise = next((each for each in read_call(evidence, call).said if turns and each.turn == turns[0]), None)
    if promise is None:
        return
    it = understanding(evidence, call, promise)
    asked = "The caller asked for it." if it.asked else "The caller isn't heard asking for it."
    yield Step(Link.ASKED, asked, Held.YES if it.asked else Held.UNSEEN)
    words, held = {
        Took.AS_SAID: (f"{agent} took it as the caller said.", Held.YES),
        Took.AGREED: (f"{agent} offered it, and the caller agreed.", Held.YES),
        Took.WRONG: (f"The caller said {it.said}, and {agent} took it for {it.taken}.", Held.NO),
        Took.UNTOLD: (f"The words don't tell whether {agent} took it as it was meant.", Held.UNSEEN),
    }[it.took]
    yield Step(Link.UNDERSTOOD, words, held)


def _written(call: Call, agent: str, kind: Kind) -> Step:
    # the checks load the whole language room, which no start should wait for
    from agentdesk.checks.tool_traffic import tool_acts
    from agentdesk.language.claims import ClaimKind

    meant = {Kind.BOOKING_NOT_CANCELLED: ClaimKind.CANCELLED, Kind.BOOKING_NOT_MOVED: ClaimKind.MOVED}
    if not call.tools:
        return Step(Link.TOOL, "What was done in the diary isn't told by the service.", Held.UNSEEN)
    tried = [each for each in tool_acts(call) if each.kind is meant.get(kind, ClaimKind.MADE)]
    if not tried:
        return Step(Link.TOOL, f"{agent} never tried to {_TRIED.get(kind, 'write it into the diary')}.", Held.NO)
    if any(each.done for each in tried):
        return Step(Link.TOOL, "The diary answered that it was done.", Held.YES)
    return Step(Link.TOOL, "The diary didn't take it: what came back was a failure.", Held.NO)


def _in_diary(kind: Kind, call: Call, bookings: Sequence[Booking]) -> Iterator[Step]:
    """What was written, whether that was confirmed, and what has become of it."""
    if kind is Kind.BOOKING_NOT_CANCELLED:
        yield Step(Link.STAYED, "It is still in the diary.", Held.NO)
    elif kind is Kind.BOOKING_NOT_MOVED:
        yield Step(Link.STAYED, "It still stands where it was.", Held.NO)
    else:
        yield Step(Link.ENTRY, *_ENTRY[kind])
        if bookings:
            yield from _confirmed(call)
            yield _stayed(bookings[0])


def _confirmed(call: Call) -> Iterator[Step]:
    """Whether the caller got it in writing; nothing where no tool of the call sends anything."""
    # the checks load the whole language room, which no start should wait for
    from agentdesk.checks.tool_traffic import sendings

    sent = sendings(call)
    if any(each.done for each in sent):
        yield Step(Link.CONFIRMED, "A confirmation went out.", Held.YES)
    elif sent:
        yield Step(Link.CONFIRMED, "The confirmation didn't go out.", Held.NO)


def _stayed(booking: Booking) -> Step:
    if not booking.live:
        return Step(Link.STAYED, "The entry was taken out again.", Held.NO)
    if booking.as_first_made != booking:
        return Step(Link.STAYED, "The entry was changed since it was made, and is still there.", Held.YES)
    return Step(Link.STAYED, "That entry is still there.", Held.YES)
