"""Files are taken in once, and checked against the diary and the opening hours straight away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import FindingStatus, Kind, Said
from agentdesk.domain.lists import CallFilter, FindingFilter
from agentdesk.services.findings.checking import Checked, CheckService
from agentdesk.store.trouble import StoreFull
from tests.services.conftest import Office
from tests.services.lines import ANGRY, BOOKED, QUESTION, line, without_room_after

ENTRY = "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01"


def kinds(office: Office) -> list[Kind]:
    found = office.services.findings.page(FindingFilter(status=FindingStatus.OPEN))
    return sorted(each.found.kind for each in found)


def test_a_clean_week_shows_nothing(hartley: Office) -> None:
    hartley.take_diary(ENTRY)
    hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED), line("c2", "2026-11-17T11:00", *QUESTION))
    assert kinds(hartley) == []


def test_the_same_file_twice_changes_nothing(hartley: Office) -> None:
    first = hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    again = hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    assert (first.new, again.new, again.same) == (1, 0, 1)
    assert again.summary == "0 new calls, 1 here already."
    assert hartley.services.calls.count(CallFilter()) == 1


def test_said_booked_with_an_empty_diary_is_found_with_the_words(hartley: Office) -> None:
    hartley.take_diary(ENTRY.replace("e1,", "e2,").replace("2026-11-24", "2026-11-25").replace("Ana Marsh", "Bo Lee"))
    hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED, **{"from": "+447700900999"}))
    (found,) = hartley.services.findings.page(FindingFilter(kinds=(Kind.BOOKING_MISSING,)))
    said = [each for each in found.found.evidence if isinstance(each, Said)]
    assert said
    for each in said:
        assert each.words in BOOKED[each.turn]


def test_without_a_diary_nothing_is_called_missing(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    assert kinds(hartley) == []


def test_a_late_entry_withdraws_the_finding_and_the_owner_can_see_why(hartley: Office) -> None:
    hartley.take_diary(ENTRY.replace("e1,", "e2,").replace("2026-11-24", "2026-11-25").replace("Ana Marsh", "Bo Lee"))
    hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED, **{"from": "+447700900999"}))
    assert kinds(hartley) == [Kind.BOOKING_MISSING]
    assert hartley.services.notices.unread() == 1
    hartley.take_diary(ENTRY)
    assert kinds(hartley) == []
    (withdrawn,) = hartley.services.findings.page(FindingFilter(status=FindingStatus.WITHDRAWN))
    assert withdrawn.found.kind is Kind.BOOKING_MISSING
    # nobody is told to read of what is no longer so, nor is it popped up
    assert (hartley.services.notices.unread(), hartley.services.notices.to_pop()) == (0, ())
    (notice,) = hartley.services.notices.told()
    assert notice.became == "No longer so"


def test_a_diary_read_again_judges_the_calls_since_the_last_reading(hartley: Office) -> None:
    other = ENTRY.replace("e1,", "e2,").replace("2026-11-24", "2026-11-25").replace("Ana Marsh", "Bo Lee")
    hartley.take_diary(other)
    hartley.clock.advance(timedelta(hours=2))
    later = "2026-11-20T17:00"
    hartley.take_calls(line("c1", later, *BOOKED, **{"from": "+447700900999"}))
    assert kinds(hartley) == [], "the diary was read before the call"
    hartley.take_diary(other)
    assert kinds(hartley) == [Kind.BOOKING_MISSING]


def test_half_a_diary_does_not_count_as_known(hartley: Office) -> None:
    path = hartley.folder / "diary.csv"
    path.write_text(
        f"external_id,starts_at,ends_at,status,service,customer,phone,email,created_at\n{ENTRY}", encoding="utf-8"
    )
    preview = hartley.services.importing.look(path, "bookings")
    hartley.services.importing.take_in(preview, stopped=lambda: True)
    assert hartley.services.freshness.diary_until() is None


FIVE = [line(f"c{number}", f"2026-11-17T10:0{number}", *QUESTION) for number in range(5)]


def test_out_of_room_half_way_what_is_in_stays_and_the_file_taken_again_goes_on(
    hartley: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        without_room_after(2, patched)
        taken = hartley.take_calls(*FIVE)
    assert (taken.new, taken.left) == (4, 1)
    assert "disk is full" in taken.trouble
    assert taken.unfinished == "1 still to come. Take the file in again and it goes on from there."
    assert hartley.services.calls.count(CallFilter()) == 4

    again = hartley.take_calls(*FIVE)
    assert (again.new, again.same, again.left, again.trouble, again.unfinished) == (1, 4, 0, "", "")


def test_without_room_for_the_first_slice_nothing_is_taken_in(hartley: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    without_room_after(0, monkeypatch)
    with pytest.raises(StoreFull, match="disk is full"):
        hartley.take_calls(*FIVE)
    assert hartley.services.calls.count(CallFilter()) == 0


def test_calls_that_came_in_unchecked_are_checked_when_the_file_is_taken_again(
    hartley: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    hartley.take_diary(ENTRY.replace("e1,", "e2,").replace("2026-11-24", "2026-11-25").replace("Ana Marsh", "Bo Lee"))
    promised = line("c1", "2026-11-17T10:00", *BOOKED, **{"from": "+447700900999"})

    def full(*_: object) -> Checked:
        raise StoreFull

    with monkeypatch.context() as patched:
        patched.setattr(CheckService, "run", full)
        taken = hartley.take_calls(promised)
    assert (taken.new, taken.left) == (1, 0)
    assert taken.unfinished == "It is kept, but not checked yet. Take the file in again and it will be."
    assert kinds(hartley) == []

    assert hartley.take_calls(promised).new == 0
    assert kinds(hartley) == [Kind.BOOKING_MISSING]


def test_an_entry_is_linked_to_the_call_that_made_it(hartley: Office) -> None:
    hartley.take_diary(ENTRY)
    hartley.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    (row,) = hartley.services.calls.page(CallFilter()).rows
    opened = hartley.services.calls.open_(row.id)
    assert [each.customer for each in opened.bookings] == ["Ana Marsh"]
    assert opened.brief_version is None, "the brief was approved after the call"


def test_running_the_checks_again_brings_nothing_new(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *ANGRY))
    before = hartley.services.findings.page(FindingFilter())
    again = hartley.services.checking.run()
    assert (again.new, again.withdrawn) == ((), ())
    assert hartley.services.findings.page(FindingFilter()) == before


def test_one_notice_for_one_matter_without_the_callers_words(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *ANGRY))
    hartley.services.checking.run()
    (pop_up,) = hartley.services.notices.to_pop()
    assert pop_up.body.startswith("Daisy: asked for a person, nobody came. It happened on Tue 17 Nov, 10:01 am.")
    assert "900123" not in pop_up.title + pop_up.body
    assert "waited" not in pop_up.title + pop_up.body
    hartley.services.notices.popped(pop_up.notices)
    assert hartley.services.notices.to_pop() == ()
    assert hartley.services.notices.unread() == 1


def test_many_matters_at_once_are_one_pop_up(hartley: Office) -> None:
    hartley.take_calls(*(line(f"c{each}", f"2026-11-17T10:{each:02d}", *ANGRY) for each in range(8)))
    (pop_up,) = hartley.services.notices.to_pop()
    assert pop_up.title == "8 things need you"
    assert len(hartley.services.notices.page()) == 8


def test_nothing_is_dismissed_without_a_reason(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *ANGRY))
    (found,) = hartley.services.findings.page(FindingFilter())
    with pytest.raises(Sorry, match="why it's fine"):
        hartley.services.findings.accept(found.id, "  ", "Sam")
    hartley.services.findings.accept(found.id, "I rang her myself.", "Sam")
    (decided,) = hartley.services.findings.page(FindingFilter())
    assert (decided.status, decided.decided_by, decided.decision) == (
        FindingStatus.ACCEPTED,
        "Sam",
        "I rang her myself.",
    )
    assert hartley.services.checking.run().new == ()


def test_a_call_without_an_agent_belongs_to_the_only_one(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *QUESTION, agent=None))
    (row,) = hartley.services.calls.page(CallFilter()).rows
    assert row.agent == "Daisy"


def test_an_agent_nobody_listed_is_shown(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *QUESTION, agent="Max"))
    unlisted = [each for each in hartley.services.agents.all_() if not each.listed]
    assert [(each.agent.external_id, each.calls, each.trouble) for each in unlisted] == [
        ("Max", 1, "This one takes calls but isn't on your list.")
    ]


def test_a_finding_about_an_entry_weeks_ahead_belongs_to_the_agent_that_made_it(hartley: Office) -> None:
    late = [
        each.replace("Tuesday the 24th of November at 10 am", "Sunday the 6th of December at 10 am") for each in BOOKED
    ]
    hartley.take_diary(ENTRY.replace("2026-11-24", "2026-12-06"))
    hartley.take_calls(line("c1", "2026-11-17T10:00", *late))
    (found,) = hartley.services.findings.page(FindingFilter(kinds=(Kind.BOOKING_CLOSED_DAY,)))
    assert (found.agent, found.first_seen_at) == ("Daisy", hartley.clock.now())
    assert hartley.services.checking.run().new == ()


def test_an_entry_that_leaves_the_closed_day_takes_the_finding_with_it(hartley: Office) -> None:
    on_sunday = ENTRY.replace("2026-11-24", "2026-11-29")
    hartley.take_diary(on_sunday)
    assert kinds(hartley) == [Kind.BOOKING_CLOSED_DAY]
    hartley.take_diary(ENTRY)
    assert kinds(hartley) == []


def test_a_call_that_moves_to_another_day_leaves_no_finding_behind(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-19T11:00", *ANGRY))
    assert kinds(hartley) == [Kind.ESCALATION_MISSED]
    hartley.take_calls(line("c1", "2026-10-01T11:00", *QUESTION))
    assert kinds(hartley) == []


def test_who_promised_in_vain_is_found_at_once_when_a_later_call_made_the_entry(hartley: Office) -> None:
    hartley.take_diary(ENTRY.rsplit(",", 1)[0] + ",")
    in_vain = [each.replace("24th", "1st").replace("November", "December") for each in BOOKED]
    calls = [line("c1", "2026-11-05T10:00", *in_vain), line("c2", "2026-11-17T10:00", *BOOKED)]
    hartley.take_calls(*calls)
    assert kinds(hartley) == [Kind.BOOKING_MISSING]
    hartley.take_calls(*calls)
    hartley.take_diary(ENTRY.rsplit(",", 1)[0] + ",")
    assert kinds(hartley) == [Kind.BOOKING_MISSING]
