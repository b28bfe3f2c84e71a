"""What callers should not have told is gone before it is kept, and hidden where lists show what may be kept."""

from __future__ import annotations

from datetime import date

from agentdesk.domain.call_reading import CallReading
from agentdesk.domain.clock import Period
from agentdesk.domain.finding import Kind
from agentdesk.domain.lists import CallFilter, FindingFilter
from agentdesk.domain.sensitive import Sensitive
from agentdesk.services.calls.masking import Masking
from agentdesk.store import call_readings
from agentdesk.store import calls as stored_calls
from tests.conversations import a_call
from tests.services.conftest import Office
from tests.services.lines import line

READING = CallReading(True, False, False, False, False, False)
CARD = "4539 1488 0343 6467"
TOLD = line("c1", "2026-11-17T10:00", "How would you like to pay?", f"By card, it's {CARD}. I'm on 07700 900456.")


def test_a_card_never_gets_into_the_store_and_is_found_by_its_stand_in(hartley: Office) -> None:
    hartley.take_calls(TOLD)
    (row,) = hartley.services.calls.page(CallFilter()).rows
    said = hartley.services.calls.open_(row.id).call.turns[1].text
    assert said == "By card, it's [hidden card number]. I'm on 07700 900456."
    assert hartley.services.calls.count(CallFilter(words="4539")) == 0
    (found,) = hartley.services.findings.page(FindingFilter(kinds=(Kind.DATA_SENSITIVE,)))
    assert found.found.reason == "What was said held 1 hidden card number."


def test_the_same_file_again_changes_nothing(hartley: Office) -> None:
    hartley.take_calls(TOLD)
    again = hartley.take_calls(TOLD)
    assert (again.new, again.changed, again.same) == (0, 0, 1)


def test_what_may_be_kept_is_hidden_in_the_list_of_calls(hartley: Office) -> None:
    hartley.take_calls(TOLD)
    (row,) = hartley.services.calls.page(CallFilter(words="07700")).rows
    assert row.snippet is not None
    assert "900456" not in row.snippet
    assert "[hidden phone number]" in row.snippet


def test_calls_kept_before_anything_was_hidden_are_written_down_anew_when_checked(hartley: Office) -> None:
    hartley.take_calls(line("c0", "2026-11-17T09:00", "How can I help?", "No, thanks."))
    zone = hartley.services.businesses.zone()
    old = a_call("A: How would you like to pay?", f"C: It's {CARD}.", at=hartley.clock.now())
    with hartley.store.writing() as db:
        (number,) = stored_calls.put(db, [old], zone).ids
    hartley.services.checking.run()
    assert hartley.services.calls.open_(number).call.turns[1].text == "It's [hidden card number]."
    assert hartley.services.calls.count(CallFilter(words="6467")) == 0


def test_a_pull_hides_anew_only_where_the_rules_have_changed(hartley: Office) -> None:
    hartley.take_calls(line("c0", "2026-11-17T09:00", "How can I help?", "No, thanks."))
    week = Period(date(2026, 11, 16), date(2026, 11, 22))
    zone = hartley.services.businesses.zone()
    old = a_call("A: How would you like to pay?", f"C: It's {CARD}.", at=hartley.clock.now())
    with hartley.store.writing() as db:
        (number,) = stored_calls.put(db, [old], zone).ids
        call_readings.put(db, 1, [(number, call_readings.unread(db, 1, *week.bounds(zone))[number], READING)])
    hartley.services.checking.run(week)
    assert hartley.services.calls.open_(number).call.turns[1].text == "It's [hidden card number]."
    with hartley.store.writing() as db:
        stored_calls.put(db, [old], zone)
    hartley.services.checking.run(week)
    assert CARD in hartley.services.calls.open_(number).call.turns[1].text, "what comes in is hidden on its way"


def test_what_the_owner_chose_besides_counts_from_then_on() -> None:
    chosen: set[Sensitive] = set()
    masking = Masking(lambda: chosen)
    call = a_call("C: It's 07700 900456.")
    assert masking.call(call) is call
    chosen.add(Sensitive.PHONE)
    assert masking.call(call).turns[0].text == "It's [hidden phone number]."
