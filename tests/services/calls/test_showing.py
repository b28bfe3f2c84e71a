"""Private details of a call are hidden until somebody asks, and who asked is written down."""

from __future__ import annotations

from agentdesk.domain.finding import Said
from agentdesk.domain.lists import CallFilter
from agentdesk.domain.sensitive import Sensitive
from tests.services.conftest import Office
from tests.services.lines import line

TOLD = (
    "Hartley Plumbing, Daisy speaking.",
    "I want to speak to the manager. Ring me on 07700 900123, I live at LS1 4DY.",
    "I'm sorry. Is there anything else?",
    "No, my e-mail is ana@example.com, thanks.",
)


def test_every_detail_is_hidden_and_the_words_of_findings_still_stand_in_the_call(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *TOLD, outcome="Ring 07700 900123"))
    (row,) = hartley.services.calls.page(CallFilter()).rows
    opened = hartley.services.calls.open_(row.id)
    assert opened.findings
    hidden = hartley.services.showing.hidden(opened.call, opened.findings)
    assert dict(hidden.details) == {Sensitive.PHONE: 1, Sensitive.POSTCODE: 1, Sensitive.EMAIL: 1}
    whole = " ".join(each.text for each in hidden.call.turns) + str(hidden.call.outcome) + repr(hidden.findings)
    for secret in ("900123", "LS1", "4DY", "ana@"):
        assert secret not in whole
    for finding in hidden.findings:
        for each in finding.found.evidence:
            if isinstance(each, Said):
                assert each.words in hidden.call.turns[each.turn].text


def test_a_call_without_details_is_shown_as_it_is(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", "Hello.", "Do you open on Monday?", "Yes."))
    (row,) = hartley.services.calls.page(CallFilter()).rows
    call = hartley.services.calls.open_(row.id).call
    assert hartley.services.showing.hidden(call, ()).call is call


def test_who_asked_is_written_down_and_stays(hartley: Office) -> None:
    showing = hartley.services.showing
    assert showing.asked(7) == ()
    first = showing.show(7, "1 phone number", "Jo")
    second = showing.show(7, "the caller's number", "Sam")
    assert showing.asked(7) == (second, first)
    assert (first.by, first.at, first.what) == ("Jo", hartley.clock.now(), "1 phone number")
    assert showing.asked(8) == ()
