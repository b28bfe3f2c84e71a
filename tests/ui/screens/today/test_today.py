"""Today answers three questions at a glance, and every line of it leads to its matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.domain.agent import Stage
from agentdesk.domain.measure import Verdict
from agentdesk.domain.money import Money
from agentdesk.domain.scorecard import Figure
from agentdesk.domain.today import PiledUp, ShownToday, Today
from agentdesk.services.desk.glance import last_shown
from agentdesk.ui.desk import EarlyDesk
from agentdesk.ui.screens.findings.presenter import wanted_with
from agentdesk.ui.screens.today.parts import MatterCard
from agentdesk.ui.screens.today.presenter import bookings_tile, calls_tile, card_of, cost_tile, review_button, way_of
from agentdesk.ui.screens.today.screen import TodayScreen
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.words import SectionWords, Words
from tests.services.lines import ANGRY, BOOKED, QUESTION, line
from tests.services.money.test_cost_watch import eight_weeks
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window

LONDON = ZoneInfo("Europe/London")
HOSTILE = "<img src='file:///etc/hosts'> & <b>bold</b> \u202egnip " + "x" * 300


def shown(room: Room, qtbot: QtBot) -> TodayScreen:
    screen = TodayScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open()
    QApplication.processEvents()
    return screen


def cards(screen: TodayScreen) -> list[MatterCard]:
    return [each for each in screen.findChildren(MatterCard) if not each.isHidden()]


def today(room: Room, **what: Any) -> Today:
    return replace(room.services.today.view(), **what)


def test_a_stranger_sees_whether_it_works_what_waits_and_what_it_costs(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(
        line("c1", "2026-11-20T10:00", *QUESTION, cost="0.40"), line("c2", "2026-11-20T11:00", *ANGRY, cost="0.60")
    )
    screen = shown(hartley_room, qtbot)
    said = [each.text() for each in screen.findChildren(SectionWords) if not each.isHidden()]
    assert "Daisy is answering. Last call 11:00 am." in said
    (card,) = cards(screen)
    assert card.accessibleName() == "Act now: Asked for a person, nobody came"
    assert "£1.00. of £120.00 so far in November." in screen.cost.accessibleName()
    assert "Inside the limit" in screen.cost.accessibleName()
    assert screen.calls.accessibleName().startswith("Calls this week. 2. calls this week.")
    assert not screen.calm.isVisible()


def test_a_matter_quotes_what_was_said_letter_for_letter(hartley_room: Room) -> None:
    hartley_room.office.take_calls(line("c2", "2026-11-20T11:00", *ANGRY))
    (finding,) = hartley_room.services.today.view().matters
    matter = card_of(finding, hartley_room.office.clock.now(), LONDON)
    assert matter.quote in ANGRY[1]
    assert matter.quote
    assert matter.ring_back


def test_opening_a_matter_and_having_rung_both_lead_to_it(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c2", "2026-11-20T11:00", *ANGRY))
    (matter,) = hartley_room.services.escalations.all_()
    (card,) = cards(shown(hartley_room, qtbot))
    card.open.click()
    card.rang.click()
    assert hartley_room.gone.places == [("waiting_call", {"id": matter.id})] * 2


def test_a_caller_who_waits_says_for_whom_and_until_when(hartley_room: Room) -> None:
    hartley_room.office.take_calls(line("c2", "2026-11-20T11:00", *ANGRY))
    services, clock = hartley_room.services, hartley_room.office.clock
    (matter,) = services.escalations.all_()
    said = card_of(services.today.view().matters[0], clock.now(), LONDON).waits
    assert said == "Late: due by 11:16 am · Waits for Jo"
    services.escalations.take(matter.id, "Sam", "Sam")
    services.escalations.later(matter.id, clock.now() + timedelta(minutes=30), "Sam")
    said = card_of(services.today.view().matters[0], clock.now(), LONDON).waits
    assert said == "Ring back by 4:30 pm · Sam has it"


def test_an_agent_that_was_stopped_is_said_to_take_no_calls(hartley_room: Room) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-20T10:00", *QUESTION))
    hartley_room.services.agents.move_to("Daisy", Stage.PAUSED, "Stopped", "Sam")
    assert hartley_room.services.today.view().working == (
        "Daisy is paused and takes no calls. Last call Fri 20 Nov, 10:00 am.",
    )


def test_what_is_more_than_three_is_one_press_away(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(*(line(f"c{at}", f"2026-11-20T1{at}:00", *ANGRY) for at in range(5)))
    screen = shown(hartley_room, qtbot)
    assert len(cards(screen)) == 3
    assert screen.more.words() == "2 more"
    screen.more.click()
    ((place, what),) = hartley_room.gone.places
    assert place == "findings"
    _, wanted = wanted_with(what)
    assert len(hartley_room.services.findings.page(wanted)) == 5


def test_when_nothing_needs_you_it_says_so_calmly(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-20T10:00", *QUESTION))
    screen = shown(hartley_room, qtbot)
    assert screen.calm.text() == "Nothing needs you."
    assert cards(screen) == []


def test_before_the_first_agent_and_before_the_first_call_it_says_what_to_do(room: Room, qtbot: QtBot) -> None:
    assert shown(room, qtbot).no_agents.isVisible()


def test_without_calls_it_offers_to_bring_them_in(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    assert screen.no_calls.isVisible()
    assert not screen.tiles.isVisible()
    screen._on_import()
    assert hartley_room.gone.places == [("import", {})]


def test_the_piled_up_number_is_the_number_of_its_lines_and_each_leads_to_its_place(
    hartley_room: Room, qtbot: QtBot
) -> None:
    agents = hartley_room.services.agents
    agents.add(replace(agents.get("Daisy"), name="Max", responsible=None), "Sam")
    hartley_room.office.take_calls(line("c1", "2026-11-20T10:00", *QUESTION))
    screen = shown(hartley_room, qtbot)
    assert not screen.piled_up.isVisible()
    screen.piled_up_button.click()
    rows = [each for each in screen.piled_up.rows() if isinstance(each, SentenceRow)]
    assert screen.piled_up.isVisible()
    assert screen.piled_up_button.words() == f"Piled up: {len(rows)}"
    next(each for each in rows if "isn't approved" in each.sentence()).click()
    assert hartley_room.gone.places == [("brief", {"name": "Max"})]
    screen.reload()
    QApplication.processEvents()
    assert len([each for each in screen.piled_up.rows() if not each.isHidden()]) == len(rows)


def test_only_places_of_one_agent_are_opened_with_its_name() -> None:
    assert way_of(PiledUp("Nobody is looking after Max.", "agents", "Max"), date(2026, 11, 20)) == ("agents", {})
    assert way_of(PiledUp("Max's brief has gaps.", "brief", "Max"), date(2026, 11, 20)) == ("brief", {"name": "Max"})


def test_the_review_is_offered_on_its_day_and_goes_on_where_it_was_left(hartley_room: Room) -> None:
    day = date(2026, 11, 20)
    assert review_button(today(hartley_room, review_on=day, review_open=False), day) == "Start the review"
    assert review_button(today(hartley_room, review_on=day, review_open=True), day) == "Go on with the review"
    assert review_button(today(hartley_room, review_on=date(2026, 11, 27), review_open=False), day) == ""


@pytest.mark.parametrize(
    ("pence", "heading_over", "state"),
    [
        (0, False, State.ON_TARGET),
        (8100, False, State.ON_TARGET),
        (8100, True, State.LOOK),
        (12000, True, State.LOOK),
        (12001, True, State.ACT_NOW),
    ],
)
def test_the_cost_is_judged_by_where_its_pace_leads(
    hartley_room: Room, pence: int, heading_over: bool, state: State
) -> None:
    spent, limit, share = Money(pence, 2, "GBP"), Money(12000, 2, "GBP"), pence / 12000
    shown = cost_tile(
        today(
            hartley_room,
            spent=spent,
            limit=limit,
            cost_share=share,
            cost_words="£1 of £2",
            heading_over=heading_over,
        )
    )
    assert shown.state is state


def test_the_first_page_and_the_page_money_agree_on_the_pace(hartley_room: Room) -> None:
    hartley_room.office.clock.instant = datetime(2026, 11, 2, 12, tzinfo=UTC)
    hartley_room.office.take_calls(*eight_weeks("0.80"))
    assert hartley_room.services.today.view().heading_over
    (daisy,) = hartley_room.services.spending.page().agents
    assert daisy.passed_on is not None


def test_costs_that_are_not_known_are_said_to_be(hartley_room: Room) -> None:
    shown = cost_tile(hartley_room.services.today.view())
    assert (shown.figure, shown.caption, shown.state) == ("Not known", "No costs are reported yet.", None)


def test_bookings_get_a_colour_only_when_there_are_enough_to_judge() -> None:
    few = Figure("K05", "Booking accuracy", "2 of 3", 2, 3, 2 / 3, target=0.98)
    assert bookings_tile(few).state is None
    many = replace(few, numerator=18, denominator=19, verdict=Verdict.TOO_EARLY)
    assert (bookings_tile(many).figure, bookings_tile(many).state) == ("18 of 19", State.TOO_EARLY)
    unknown = Figure("K05", "Booking accuracy", "Not known: no diary is connected.", 0, 0)
    assert (bookings_tile(unknown).figure, bookings_tile(unknown).caption) == ("Not known", "No diary is connected.")


def test_the_number_of_calls_stands_alone_in_large_type(hartley_room: Room) -> None:
    shown = calls_tile(today(hartley_room, calls_words="1,061 calls this week, like most weeks."))
    assert (shown.figure, shown.caption) == ("1,061", "calls this week, like most weeks")


def test_bookings_are_counted_after_the_page_shows(hartley_room: Room, qtbot: QtBot) -> None:
    entry = "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01"
    hartley_room.office.take_diary(entry)
    hartley_room.office.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    screen = shown(hartley_room, qtbot)
    assert screen.bookings.accessibleName().startswith("Bookings. 1 of 1. bookings right in four weeks")


def test_words_from_outside_stay_words(hartley_room: Room, qtbot: QtBot) -> None:
    angry = (ANGRY[0], f"I want to speak to the manager. {HOSTILE}", *ANGRY[2:])
    hartley_room.office.take_calls(line("c2", "2026-11-20T11:00", *angry, agent=HOSTILE[:60]))
    screen = shown(hartley_room, qtbot)
    assert cards(screen)
    for label in screen.findChildren(Words):
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert "\u202e" not in label.text()


def test_it_keeps_what_shows_and_says_why_when_reading_fails(
    hartley_room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expected_log: object
) -> None:
    hartley_room.office.take_calls(line("c2", "2026-11-20T11:00", *ANGRY))
    screen = shown(hartley_room, qtbot)
    monkeypatch.setattr(type(hartley_room.services.today), "view", lambda _: 1 / 0)
    screen.reload()
    assert hartley_room.told.troubles == ["Something went wrong on this screen. Your records are safe."]
    assert len(cards(screen)) == 1
    assert expected_log is not None


def kept(room: Room, **what: Any) -> ShownToday:
    services = room.services
    services.today.keep(today(room, **what), services.today.bookings())
    found = last_shown(room.office.store.path, room.office.store.key)
    assert found is not None
    return found


def early(room: Room, qtbot: QtBot, last: ShownToday) -> TodayScreen:
    screen = TodayScreen(EarlyDesk(room.told, room.gone, room.office.clock, lambda: LONDON))
    screen.show_early(last)
    in_a_window(qtbot, screen)
    screen.open()
    QApplication.processEvents()
    return screen


def test_what_was_shown_last_is_shown_early_and_said_to_be_of_then(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c2", "2026-11-20T11:00", *ANGRY))
    last = kept(hartley_room)
    assert last.today == hartley_room.services.today.view()
    hartley_room.office.clock.advance(timedelta(days=1))
    screen = early(hartley_room, qtbot, last)
    assert [each.accessibleName() for each in cards(screen)] == ["Act now: Asked for a person, nobody came"]
    assert screen._head._quiet.text() == "as it was Fri 20 Nov · 4:00 pm"
    screen._on_minute()
    assert screen._head._quiet.text() == "as it was Fri 20 Nov · 4:00 pm", "until it is read anew"
    cards(screen)[0].open.click()
    (matter,) = hartley_room.services.escalations.all_()
    assert hartley_room.gone.places == [("waiting_call", {"id": matter.id})]


def test_the_early_page_is_read_anew_in_place_when_the_services_are_there(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c2", "2026-11-20T11:00", *ANGRY))
    screen = early(hartley_room, qtbot, kept(hartley_room, waiting=99, matters=()))
    assert cards(screen) == []
    screen.sit_at(hartley_room.desk)
    screen.open()
    QApplication.processEvents()
    assert len(cards(screen)) == 1
    assert not screen.more.isVisible()
    assert screen._head._quiet.text() == "Fri 20 Nov · 4:00 pm"


def test_what_shows_is_kept_for_the_next_start(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-20T10:00", *QUESTION))
    shown(hartley_room, qtbot)
    store = hartley_room.office.store
    found = last_shown(store.path, store.key)
    assert found is not None
    assert found.today == hartley_room.services.today.view()
    assert found.bookings == hartley_room.services.today.bookings()
    assert found.zone == "Europe/London"


def test_the_clock_in_the_title_stops_when_the_page_is_left(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    assert screen._minute.isActive()
    screen.hide()
    assert not screen._minute.isActive()
