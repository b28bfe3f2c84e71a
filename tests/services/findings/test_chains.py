"""Which step from a caller's wish to the diary broke: each taken away in turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.call import Call, ToolEntry
from agentdesk.domain.finding import Finding, FindingStatus, Kind, Said, Severity
from agentdesk.services.findings.chains import Held, Link, Step, broken, chain
from tests.factories import TUESDAY, a_booking, a_business, a_call, a_found

DONE = ToolEntry("book_appointment", "t1", 2, "{}", '{"status": "success"}')
FAILED = ToolEntry("book_appointment", "t1", 2, "{}", '{"status": "error", "message": "slot no longer available"}')
LOOKED = ToolEntry("check_availability", "t1", 2, "{}", '{"slots": []}')
HELLO = "Marsh Plumbing, Ana speaking."
WISH = "Can I book a boiler service for Thursday at 10 am?"
TOLD = "You're booked in for Thursday the 19th of November at 10 am."
WHOLE = (HELLO, WISH, TOLD, "Thanks.")


def a_finding(kind: Kind, turn: int = 2) -> Finding:
    found = a_found(kind=kind, severity=Severity.RED, call=1, evidence=(Said(turn, TOLD),))
    return Finding("f", found, FindingStatus.OPEN, TUESDAY, TUESDAY)


def steps(kind: Kind, *said: str, tools: tuple[ToolEntry, ...] = (DONE,), turn: int = 2) -> dict[Link, Step]:
    call = a_call(*(said or WHOLE), agent="Ana", tools=tools)
    return {each.link: each for each in chain(a_finding(kind, turn), call, (), a_business())}


def test_a_whole_chain_names_every_step_up_to_the_one_that_broke() -> None:
    whole = steps(Kind.BOOKING_MISSING)
    assert [(each.link, each.held, each.words) for each in whole.values()] == [
        (Link.ASKED, Held.YES, "The caller asked for it."),
        (Link.UNDERSTOOD, Held.YES, "Ana took it as the caller said."),
        (Link.PROMISED, Held.YES, "Ana told the caller that it is booked."),
        (Link.TOOL, Held.YES, "The diary answered that it was done."),
        (Link.ENTRY, Held.NO, "Nothing is in the diary."),
    ]


@pytest.mark.parametrize(
    ("tools", "held", "words"),
    [
        ((), Held.UNSEEN, "What was done in the diary isn't told by the service."),
        ((LOOKED,), Held.NO, "Ana never tried to write it into the diary."),
        ((FAILED,), Held.NO, "The diary didn't take it: what came back was a failure."),
        ((DONE,), Held.YES, "The diary answered that it was done."),
    ],
)
def test_what_the_tools_did_is_a_step_of_its_own(tools: tuple[ToolEntry, ...], held: Held, words: str) -> None:
    tool = steps(Kind.BOOKING_MISSING, tools=tools)[Link.TOOL]
    assert (tool.held, tool.words) == (held, words)


NOT_HEARD = (HELLO, "Hello, it's Jo.", TOLD)
MISHEARD = (HELLO, WISH, TOLD.replace("Thursday the 19th", "Friday the 20th"))
MISHEARD_TIME = (HELLO, WISH, TOLD.replace("10 am", "3 pm"))
OFFERED = (HELLO, "I'd like a boiler service.", "I have Thursday the 19th at 10 am.", "Yes please.", TOLD)
NOT_AGREED = (HELLO, "I'd like a boiler service.", "I have Thursday the 19th at 10 am.", "Hmm, well.", TOLD)
OTHER_OFFER = (HELLO, WISH, "Thursday is full, I have Friday the 20th at 10 am.", "Yes, that's fine.", MISHEARD[2])


@pytest.mark.parametrize(
    ("said", "turn", "asked", "took", "words"),
    [
        (NOT_HEARD, 2, Held.UNSEEN, Held.UNSEEN, "The words don't tell whether Ana took it as it was meant."),
        (MISHEARD, 2, Held.YES, Held.NO, "The caller said Thu 19 Nov, and Ana took it for Fri 20 Nov."),
        (MISHEARD_TIME, 2, Held.YES, Held.NO, "The caller said 10:00 am, and Ana took it for 3:00 pm."),
        (NOT_AGREED, 4, Held.UNSEEN, Held.UNSEEN, "The words don't tell whether Ana took it as it was meant."),
        (OFFERED, 4, Held.UNSEEN, Held.YES, "Ana offered it, and the caller agreed."),
        (OTHER_OFFER, 4, Held.YES, Held.YES, "Ana offered it, and the caller agreed."),
    ],
)
def test_whether_the_caller_was_understood_is_read_from_days_and_times(
    said: tuple[str, ...], turn: int, asked: Held, took: Held, words: str
) -> None:
    whole = steps(Kind.BOOKING_MISSING, *said, turn=turn)
    assert whole[Link.ASKED].held is asked
    assert (whole[Link.UNDERSTOOD].held, whole[Link.UNDERSTOOD].words) == (took, words)


@pytest.mark.parametrize(
    ("kind", "said", "tools", "link"),
    [
        (Kind.BOOKING_MISSING, MISHEARD, (DONE,), Link.UNDERSTOOD),
        (Kind.BOOKING_UNCLAIMED, (HELLO, WISH, "I'm sorry, I couldn't book that."), (DONE,), Link.PROMISED),
        (Kind.BOOKING_UNCLAIMED, (HELLO, WISH, "I'm sorry, I couldn't book that."), (FAILED,), Link.TOOL),
        (Kind.BOOKING_MISSING, WHOLE, (LOOKED,), Link.TOOL),
        (Kind.BOOKING_WRONG_DATE, WHOLE, (DONE,), Link.ENTRY),
        (Kind.BOOKING_NOT_CANCELLED, WHOLE, (), Link.STAYED),
    ],
)
def test_the_step_taken_away_is_the_one_that_is_named(
    kind: Kind, said: tuple[str, ...], tools: tuple[ToolEntry, ...], link: Link
) -> None:
    step = broken(tuple(steps(kind, *said, tools=tools).values()))
    assert step is not None
    assert step.link is link


def test_what_became_of_the_entry_is_the_last_step() -> None:
    call = a_call(*WHOLE, agent="Ana", tools=(DONE,))
    entry = a_booking()
    for booking, held, words in (
        (entry, Held.YES, "That entry is still there."),
        (replace(entry, status=BookingStatus.CANCELLED), Held.NO, "The entry was taken out again."),
        (
            replace(entry, first_starts_at=entry.starts_at - timedelta(days=1)),
            Held.YES,
            "The entry was changed since it was made, and is still there.",
        ),
    ):
        last = chain(a_finding(Kind.BOOKING_WRONG_DATE), call, (booking,), a_business())[-1]
        assert (last.link, last.held, last.words) == (Link.STAYED, held, words)


def test_a_confirmation_that_did_not_go_out_is_the_step_that_broke() -> None:
    not_sent = ToolEntry("send_sms", "t2", 3, "{}", '{"status": "error"}')
    sent = not_sent._replace(result='{"status": "sent"}')
    finding, entry = a_finding(Kind.BOOKING_UNCONFIRMED), a_booking()

    def seen(*tools: ToolEntry) -> dict[Link, Step]:
        call = a_call(*WHOLE, agent="Ana", tools=(DONE, *tools))
        return {each.link: each for each in chain(finding, call, (entry,), a_business())}

    whole = seen(not_sent)
    step = broken(tuple(whole.values()))
    assert step is not None
    assert (step.link, step.words) == (Link.CONFIRMED, "The confirmation didn't go out.")
    assert whole[Link.ENTRY].held is whole[Link.STAYED].held is Held.YES
    assert seen(sent)[Link.CONFIRMED].held is Held.YES
    assert Link.CONFIRMED not in seen()


@pytest.mark.parametrize("kind", [Kind.BOOKING_DOUBLE, Kind.ESCALATION_MISSED, Kind.AGENT_CHANGED])
def test_what_is_no_broken_promise_has_no_chain(kind: Kind) -> None:
    assert chain(a_finding(kind), a_call()) == ()
    assert chain(a_finding(Kind.BOOKING_MISSING), None) == ()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.BOOKING_NOT_CANCELLED, "Ana never tried to take it out of the diary."),
        (Kind.BOOKING_NOT_MOVED, "Ana never tried to move it in the diary."),
    ],
)
def test_another_success_in_the_call_proves_nothing(kind: Kind, words: str) -> None:
    tool = steps(kind)[Link.TOOL]
    assert (tool.held, tool.words) == (Held.NO, words)


def test_what_was_cancelled_by_a_tool_was_tried() -> None:
    cancelled = ToolEntry("cancel_booking", "t1", 2, "{}", '{"status": "success"}')
    assert steps(Kind.BOOKING_NOT_CANCELLED, tools=(cancelled,))[Link.TOOL].held is Held.YES


def test_a_call_without_an_agent_on_the_list_has_a_chain_too() -> None:
    call: Call = a_call(*WHOLE, agent=None)
    assert chain(a_finding(Kind.BOOKING_MISSING), call)[-2].link is Link.TOOL
