from __future__ import annotations

from typing import Any

import pytest

from agentdesk.checks.wanted_person import find
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.brief import Brief, PassToPerson
from agentdesk.domain.business import Trade
from agentdesk.domain.call import HandOver, ToolEntry
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.domain.money import Money
from agentdesk.services.setup.starters import emergency_words
from tests.conversations import a_business, a_call, assert_verbatim, the_evidence

ASKS = "C: Can I speak to a person, please?"


def found(*lines: str, agent: str | None = "Daisy", **what: object) -> list[Found]:
    evidence = the_evidence(calls=(a_call(*lines, agent=agent),), **what)
    all_found = list(find(evidence))
    assert_verbatim(all_found, evidence)
    return all_found


def test_somebody_else_of_those_on_offer_is_no_request_for_a_person() -> None:
    assert found("A: What about Dr Peter Han in Hayward?", "C: Get me someone else.", "A: How about Dr Lee?") == []
    (one,) = found("A: Is there anything else?", "C: Get me someone else.", "A: I can help you with bookings.")
    assert one.kind is Kind.ESCALATION_MISSED


def test_a_caller_who_asked_in_vain_was_missed() -> None:
    (one,) = found(ASKS, "A: I can help you with bookings. What day would suit?")
    assert (one.kind, one.severity, one.call) == (Kind.ESCALATION_MISSED, Severity.RED, 1)
    assert one.reason == "A caller asked for a person, and Daisy neither put them through nor promised a call back."
    assert one.evidence == (Said(0, "Can I speak to a person, please?"), Said(1, "I can help you with bookings."))


@pytest.mark.parametrize(
    "said",
    [
        "A: Of course, putting you through now.",
        "A: Would you like me to put you through to Jo?",
    ],
)
def test_a_caller_who_was_put_through_is_no_finding(said: str) -> None:
    assert found(ASKS, said) == []


def test_a_promised_call_back_is_amber_and_nothing_else() -> None:
    (one,) = found(
        "C: I've waited in two mornings and nobody came.", "A: I'm sorry. I'll get Jo to ring you back today."
    )
    assert (one.kind, one.severity) == (Kind.ESCALATION_PROMISED, Severity.AMBER)
    assert one.reason == "A caller complained, and Daisy promised that somebody would be in touch."


def test_a_message_that_was_taken_must_be_given_to_somebody() -> None:
    (one,) = found("C: Is Jo there?", "A: She's out on a job. I can take a message for you.", "C: Yes please.")
    assert (one.kind, one.severity) == (Kind.ESCALATION_PROMISED, Severity.AMBER)
    assert one.reason == "Daisy took a message that somebody must be given."
    (asked,) = found(ASKS, "A: I'll pass your message on to Jo.")
    assert asked.reason == "A caller asked for a person, and Daisy took a message that somebody must be given."
    (both,) = found(ASKS, "A: I'll take a message, and Jo will ring you back.")
    assert both.reason == "A caller asked for a person, and Daisy promised that somebody would be in touch."


def test_a_message_that_was_offered_and_not_left_is_nothing() -> None:
    assert found("C: Is Jo there?", "A: She's out. Would you like to leave a message?", "C: No, I'll ring later.") == []


def test_a_call_back_that_nobody_asked_for_still_has_to_be_made() -> None:
    (one,) = found(
        "C: How much is a new boiler?", "A: I don't know, so our engineer will call you tomorrow.", agent=None
    )
    assert one.kind is Kind.ESCALATION_PROMISED
    assert one.reason == "The agent promised that somebody would be in touch."


def test_an_offered_call_back_counts_once_the_caller_says_yes() -> None:
    offer = "A: Would you like someone to call you back?"
    assert [each.kind for each in found(ASKS, offer, "C: Yes please.")] == [Kind.ESCALATION_PROMISED]
    assert found(ASKS, offer, "C: Not to worry, I'll try tomorrow.") == []


def test_a_caller_who_lets_it_go_was_not_missed() -> None:
    assert found(ASKS, "A: Is it about a booking?", "C: Yes, never mind, Tuesday at two then.") == []


def test_being_unable_to_put_through_is_no_handover() -> None:
    assert [each.kind for each in found(ASKS, "A: I'm afraid I can't put you through.")] == [Kind.ESCALATION_MISSED]


def test_an_emergency_is_met_by_the_right_number_or_a_visit() -> None:
    gas = "C: I can smell gas in the kitchen."
    assert [each.kind for each in found(gas, "A: We open at nine.")] == [Kind.ESCALATION_MISSED]
    assert found(gas, "A: Please ring the gas emergency line on 0800 111 999 now.") == []
    assert found("C: We've got a burst pipe.", "A: I've booked an engineer's visit for today at two.") == []


def test_the_owners_own_words_count() -> None:
    briefs = {"Daisy": Brief(pass_to_a_person=(PassToPerson("A landlord rings", phrases=("gas safety certificate",)),))}
    lines = ("C: It's about the gas safety certificate.", "A: We open at nine.")
    assert found(*lines) == []
    (one,) = found(*lines, briefs=briefs)
    assert one.reason.startswith("A caller used words that you want passed to a person, and Daisy")


def test_a_call_that_is_not_over_is_left_alone() -> None:
    call = a_call(ASKS, "A: What day would suit?", final=False)
    assert list(find(the_evidence(calls=(call,)))) == []


def test_what_the_agent_says_asks_for_nobody() -> None:
    assert found("A: You can always ask to speak to a manager.", "C: Thanks, bye.") == []


def handed(result: str | None, failed: bool | None = None) -> tuple[ToolEntry, ...]:
    return (ToolEntry("transfer_call", "t1", 2, '{"to": "office"}', result, failed),)


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ((ASKS, "A: Putting you through now.", "A: I'm sorry, nobody is picking up."), {}),
        ((ASKS, "A: Putting you through now.", "A: It went to voicemail, I'm afraid."), {}),
        ((ASKS, "A: Putting you through now."), {"handover": HandOver.FAILED}),
        ((ASKS, "A: Putting you through now."), {"tools": handed("voicemail detected")}),
        ((ASKS, "A: One moment."), {"tools": handed('{"success": false, "reason": "no-answer"}')}),
        ((ASKS, "A: One moment."), {"tools": handed(None, True)}),
        (("C: Is Jo about?", "A: One moment."), {"handover": HandOver.FAILED}),
    ],
)
def test_a_hand_over_that_reached_nobody_is_red(lines: tuple[str, ...], what: dict[str, Any]) -> None:
    evidence = the_evidence(calls=(a_call(*lines, **what),))
    (one,) = find(evidence)
    assert_verbatim([one], evidence)
    assert (one.kind, one.severity) == (Kind.ESCALATION_FAILED, Severity.RED)
    assert one.reason.endswith("Daisy tried to put them through, but no person was reached.")


@pytest.mark.parametrize(
    "what", [{"handover": HandOver.REACHED}, {"tools": handed("connected to +441134960100")}, {"tools": handed("")}]
)
def test_a_hand_over_that_the_service_saw_through_is_no_finding(what: dict[str, Any]) -> None:
    assert list(find(the_evidence(calls=(a_call(ASKS, "A: One moment.", **what),)))) == []


def test_a_call_back_promised_after_a_failed_hand_over_is_what_remains_to_do() -> None:
    lines = (ASKS, "A: Putting you through now.", "A: Nobody is answering, so I'll get Jo to ring you back today.")
    assert [each.kind for each in found(*lines)] == [Kind.ESCALATION_PROMISED]


def test_nobody_free_without_any_attempt_is_still_a_caller_missed() -> None:
    assert [each.kind for each in found(ASKS, "A: I'm afraid nobody is available.")] == [Kind.ESCALATION_MISSED]


def test_a_job_over_the_owners_limit_needs_a_person() -> None:
    business = a_business(high_value=Money(50000, 2, "GBP"))
    big = ("C: I want the whole bathroom done, we've about two grand to spend.", "A: What day would suit?")
    (one,) = found(*big, business=business)
    assert one.reason.startswith("A caller spoke of a job over your limit, and Daisy")
    assert found(*big) == []
    assert found("C: It's a tap, sixty quid at most.", "A: What day would suit?", business=business) == []
    assert found("C: The flat's eleven hundred pounds a month?", "A: It is.", business=business) == []


@pytest.mark.parametrize(
    "said",
    [
        "C: You've charged me £840 and I only had the tap done.",
        "C: I'd like to transfer twelve hundred pounds to my sister.",
        "C: There's two thousand pounds in my account, so I'm not short.",
        "C: Six hundred pounds was taken last week.",
        "C: The postcode is S 3 K 4, no, S4 3K E.",
    ],
)
def test_money_that_only_changes_hands_and_postcodes_are_no_job(said: str) -> None:
    business = a_business(high_value=Money(50000, 2, "GBP"))
    assert found(said, "A: I see.", business=business) == []


def test_a_caller_misunderstood_twice_needs_a_person_and_once_does_not() -> None:
    once = (
        "C: It's about my stopcock.",
        "A: Sorry, I didn't catch that.",
        "C: My stopcock.",
        "A: What day would suit?",
    )
    assert found(*once) == []
    twice = (*once[:3], "A: Sorry, I don't quite understand.", "C: Oh, never you mind then.")
    (one,) = found(*twice)
    assert one.reason.startswith("A caller was not understood, and Daisy")
    assert one.evidence[0] == Said(2, "My stopcock.")


def test_what_the_trade_calls_an_emergency_needs_a_person_even_without_a_brief() -> None:
    words = emergency_words(resources_folder() / "starters", Trade.PLUMBER)
    lines = ("C: There's water everywhere.", "A: A boiler service is ninety-five pounds.")
    (one,) = found(*lines, emergency_words=words)
    assert (one.kind, one.reason.split(",")[0]) == (Kind.ESCALATION_MISSED, "A caller spoke of an emergency")
    assert found(*lines) == []
    assert found("C: There's no smell of gas.", "A: Good.", emergency_words=words) == []


@pytest.mark.parametrize("trade", Trade)
def test_the_words_of_each_trade_are_plain_phrases(trade: Trade) -> None:
    words = emergency_words(resources_folder() / "starters", trade)
    assert all(each == each.strip() and len(each.split()) > 1 for each in words)
    assert words or trade is Trade.OTHER
