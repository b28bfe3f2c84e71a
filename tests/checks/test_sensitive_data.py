from __future__ import annotations

import pytest

from agentdesk.checks.sensitive_data import find
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.language.sensitive.masking import mask
from tests.conversations import a_call, assert_verbatim, the_evidence


def found(*lines: str) -> list[Found]:
    evidence = the_evidence(calls=(mask(a_call(*lines)),))
    all_found = list(find(evidence))
    assert_verbatim(all_found, evidence)
    return all_found


def test_a_card_told_is_counted_and_shown_hidden() -> None:
    (one,) = found("C: Take it off my card. It's 4539 1488 0343 6467, code 123.", "A: Thank you.")
    assert (one.kind, one.severity, one.call) == (Kind.DATA_SENSITIVE, Severity.AMBER, 1)
    assert one.reason == "What was said held 1 hidden card number and 1 hidden card security code."
    assert one.evidence == (Said(0, "It's [hidden card number], code [hidden card security code]."),)


def test_health_is_a_finding_of_its_own_with_the_callers_words() -> None:
    (one,) = found("A: Anything else?", "C: I've got asthma, so no strong sprays please.")
    assert one.reason == "Somebody's health was spoken of."
    assert one.evidence == (Said(1, "I've got asthma, so no strong sprays please."),)


@pytest.mark.parametrize(
    "line",
    [
        "C: You can ring me on 07700 900123, I'm at NN1 4QP.",
        "C: It's jo@example.co.uk and I was born on 3 May 1971.",
        "C: My boiler is making a banging noise and it's a real headache.",
        "C: The reference is 4539148803436467.",
    ],
)
def test_what_every_customer_tells_is_none(line: str) -> None:
    assert found(line) == []
