"""The first run as the owner walks through it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.business import Nation, Role, Trade
from agentdesk.domain.money import Money
from agentdesk.services.setup.first_run import STEPS, Draft
from agentdesk.ui.questions.hours import HoursQuestion
from agentdesk.ui.questions.looking import ReviewQuestion
from agentdesk.ui.questions.offered import ServicesQuestion
from agentdesk.ui.questions.tiles import Tiles
from agentdesk.ui.screens.first_run.agent import AgentQuestion, DiaryQuestion
from agentdesk.ui.screens.first_run.limits import MoneyQuestion
from agentdesk.ui.screens.first_run.passing import PassQuestion
from agentdesk.ui.screens.first_run.presenter import FirstRunPresenter
from agentdesk.ui.screens.first_run.screen import FirstRunScreen
from agentdesk.ui.screens.first_run.who import ExampleQuestion, WhoQuestion
from agentdesk.ui.widgets.fields import TextField
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window

Asks = TypeVar("Asks", bound=QWidget)


def opened(room: Room, qtbot: QtBot) -> FirstRunScreen:
    screen = FirstRunScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open()
    return screen


def asks(screen: FirstRunScreen, kind: type[Asks]) -> Asks:
    question = screen.question
    assert isinstance(question, kind)
    return question


def choose(tiles: Tiles[Any], words: str) -> None:
    next(each for each in tiles.tiles() if each.accessibleName() == words).click()


def past_who(screen: FirstRunScreen, trade: str = "Plumbing and heating") -> None:
    who = asks(screen, WhoQuestion)
    who.name.set_value("Hartley Plumbing & Heating")
    who.owner.set_value("Sam")
    choose(who.trade, trade)
    screen.go_on.click()


def up_to(screen: FirstRunScreen, step: str) -> None:
    """Answers every question before that one as most would."""
    for each in STEPS[: STEPS.index(step)] if step in STEPS else STEPS:
        if each == "who":
            past_who(screen)
            asks(screen, ExampleQuestion).mine.click()
            continue
        if each == "agent":
            agent = asks(screen, AgentQuestion)
            agent.name.set_value("Daisy")
            agent.number.set_value("0113 496 0100")
            choose(agent.supplier, "Retell")
        elif each == "diary":
            choose(asks(screen, DiaryQuestion).where, "A diary I can save as a file")
        elif each == "pass":
            asks(screen, PassQuestion).contact.set_value("Jo")
        elif each == "money":
            money = asks(screen, MoneyQuestion)
            money.limit.set_value("120")
            choose(money.stops, "No, it only warns")
        elif each == "review":
            choose(asks(screen, ReviewQuestion).day, "Friday")
        screen.go_on.click()


def words_on(screen: QWidget) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]


def test_it_starts_with_the_business_and_says_how_many_questions_there_are(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    assert screen.title() == "Who looks after the phones here?"
    assert "1 of 8" in words_on(screen)
    assert not screen.later.isVisible()
    assert not screen.back_button.isVisible()


def test_what_is_missing_is_said_beside_the_field_and_goes_when_typed(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    screen.go_on.click()
    who = asks(screen, WhoQuestion)
    assert who.rows["name"].error() == "Write the name of your business."
    assert who.name.hasFocus()
    qtbot.keyClicks(who.name, "Hartley")
    assert who.rows["name"].error() == ""


def test_the_whole_run_sets_the_business_up(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "done")
    business = room.services.businesses.current()
    assert business is not None
    assert (business.name, business.trade) == ("Hartley Plumbing & Heating", Trade.PLUMBER)
    assert (business.review_weekday, business.reviewer) == (4, "Sam")
    assert business.hours[5]
    assert {(each.name, each.role) for each in room.services.businesses.people()} == {
        ("Sam", Role.OWNER),
        ("Jo", Role.FRONT_DESK),
    }
    agent = room.services.agents.get("Daisy")
    assert (agent.answers, agent.supplier, agent.responsible) == ("0113 496 0100", "Retell", "Sam")
    assert agent.monthly_limit == Money(12000, 2, "GBP")
    brief = room.services.briefs.working("Daisy").brief
    assert "A job over £500" in [each.when for each in brief.pass_to_a_person]
    assert {each.who for each in brief.pass_to_a_person} == {"Jo"}
    assert brief.may_book[0] == "Boiler service"
    assert room.services.first_run.is_done()


def test_it_ends_with_the_brief_as_the_page_reads(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "done")
    assert screen.title() == "Done. Here's your one-page brief"
    words = words_on(screen)
    for heading in ("What it is for", "What it may decide", "When it must pass to a person", "Who looks after it"):
        assert heading in words
    assert "No calls have been brought in yet." in words
    assert not screen.go_on.isVisible()


def test_the_brief_is_approved_with_one_press(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "done")
    screen.finished_page.approve.click()
    approved = room.services.briefs.approved("Daisy")
    assert approved is not None
    assert approved.approved_by == "Sam"
    assert not screen.finished_page.approve.isVisible()
    assert screen.finished_page.bring_in_first.isVisible()


def test_the_pdf_is_printed_where_the_owner_says(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "done")
    screen._on_pdf_place(str(tmp_path / "Daisy brief.pdf"))
    assert [each[0] for each in room.office.printer.printed] == ["brief"]
    assert room.told.said[-1] == "Saved as Daisy brief.pdf."


def test_calls_are_one_press_away(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "done")
    screen.finished_page.bring_in.click()
    assert room.gone.places == [("import", {})]


@pytest.mark.parametrize(("step", "field"), [("pass", "contact"), ("review", "day")])
def test_it_cannot_end_without_who_rings_back_and_when_somebody_looks(
    room: Room, qtbot: QtBot, step: str, field: str
) -> None:
    screen = opened(room, qtbot)
    up_to(screen, step)
    assert not screen.later.isVisible()
    screen.go_on.click()
    question = screen.question
    assert question is not None
    assert question.rows[field].error()
    assert not room.services.first_run.is_done()


def test_the_other_questions_can_wait_and_pile_up(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    past_who(screen)
    asks(screen, ExampleQuestion).mine.click()
    for _ in ("agent", "diary", "hours", "services"):
        screen.later.click()
    asks(screen, PassQuestion).contact.set_value("Jo")
    screen.go_on.click()
    assert "7 of 7" in words_on(screen)
    choose(asks(screen, ReviewQuestion).day, "Friday")
    screen.go_on.click()
    assert screen.title() == "Done. Your business is set up"
    assert "Your opening hours aren't filled in." in words_on(screen)
    piled_up = [each.words for each in room.services.today.piled_up()]
    assert "Which agent answers your calls hasn't been said." in piled_up
    assert "No monthly limit is set." in piled_up
    business = room.services.businesses.current()
    assert business is not None
    assert not any(business.hours)


def test_what_waited_is_asked_again_later_and_comes_off_the_pile(room: Room, qtbot: QtBot) -> None:
    first = opened(room, qtbot)
    up_to(first, "hours")
    first.later.click()
    for _ in ("services",):
        first.go_on.click()
    asks(first, PassQuestion).contact.set_value("Jo")
    first.go_on.click()
    first.later.click()
    choose(asks(first, ReviewQuestion).day, "Friday")
    first.go_on.click()
    screen = opened(room, qtbot)
    assert "1 of 2" in words_on(screen)
    asks(screen, HoursQuestion)
    screen.go_on.click()
    asks(screen, MoneyQuestion).limit.set_value("£90")
    screen.go_on.click()
    business = room.services.businesses.current()
    assert business is not None
    assert any(business.hours)
    assert room.services.agents.get("Daisy").monthly_limit == Money(9000, 2, "GBP")
    assert not [each for each in room.services.today.piled_up() if each.place == "first_run"]


def test_it_goes_on_at_the_same_question_after_a_crash(room: Room, qtbot: QtBot) -> None:
    up_to(opened(room, qtbot), "services")
    again = opened(room, qtbot)
    asks(again, ServicesQuestion)
    assert "5 of 8" in words_on(again)
    again.back_button.click()
    again.back_button.click()
    again.back_button.click()
    assert asks(again, AgentQuestion).name.value() == "Daisy"


def test_leaving_keeps_what_was_typed_on_an_unfinished_page(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    asks(screen, WhoQuestion).name.set_value("Hartl")
    screen.leave()
    assert asks(opened(room, qtbot), WhoQuestion).name.value() == "Hartl"


def test_a_crash_on_an_unfinished_page_loses_no_more_than_the_last_moments(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agentdesk.ui.screens.first_run.screen.KEEP_MS", 10)
    screen = opened(room, qtbot)
    qtbot.keyClicks(asks(screen, WhoQuestion).name, "Hartl")
    qtbot.waitUntil(lambda: room.services.first_run.draft().business.name == "Hartl")
    assert not room.told.troubles
    # nobody leaves the page; the next start finds it
    assert asks(opened(room, qtbot), WhoQuestion).name.value() == "Hartl"


def test_what_does_not_change_is_not_kept_again(room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[Draft] = []
    monkeypatch.setattr(room.services.first_run, "save", saved.append)
    presenter = FirstRunPresenter(room.desk, opened(room, qtbot), room.desk.theme)
    typed = replace(presenter.draft, owner="Sam")
    presenter.keep(typed)
    presenter.keep(typed)
    assert [each.owner for each in saved] == ["Sam"]


def test_another_trade_that_was_kept_while_typing_still_brings_its_usual_things(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "agent")
    screen.back_button.click()
    screen.back_button.click()
    plumber = room.services.first_run.draft().business
    choose(asks(screen, WhoQuestion).trade, "Salon or barber")
    screen.leave()
    left = room.services.first_run.draft().business
    screen.go_on.click()
    gone_on = room.services.first_run.draft().business
    assert left.services == gone_on.services != plumber.services
    assert left.trade is Trade.SALON


def test_going_back_keeps_what_stands_on_the_page(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "pass")
    asks(screen, PassQuestion).contact.set_value("Jo")
    screen.back_button.click()
    screen.go_on.click()
    assert asks(screen, PassQuestion).contact.value() == "Jo"


def test_enter_goes_on_and_escape_goes_back(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    who = asks(screen, WhoQuestion)
    qtbot.keyClicks(who.name, "Hartley")
    qtbot.keyClick(who.name, Qt.Key.Key_Tab)
    assert who.owner.hasFocus()
    qtbot.keyClicks(who.owner, "Sam")
    qtbot.keyClick(who.owner, Qt.Key.Key_Return)
    example = asks(screen, ExampleQuestion)
    assert example.show_example.hasFocus()
    qtbot.keyClick(example.show_example, Qt.Key.Key_Escape)
    assert asks(screen, WhoQuestion).owner.value() == "Sam"


def test_enter_on_a_tile_goes_on_and_space_chooses_it(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "review")
    review = asks(screen, ReviewQuestion)
    tile = review.day.tiles()[4]
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    assert review.day.value() == 4
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert screen.title() == "Done. Here's your one-page brief"


def test_enter_chooses_the_tile_one_stands_on_while_none_is_chosen(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "review")
    review = asks(screen, ReviewQuestion)
    tile = review.day.tiles()[0]
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert (review.day.value(), screen.title()) == (0, "When will you look?")
    qtbot.keyClick(review.at, Qt.Key.Key_Return)
    assert screen.title() == "Done. Here's your one-page brief", "a list leaves Enter to the page, too"


def test_the_example_is_asked_for_once_the_answers_are_kept(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    past_who(screen)
    with qtbot.waitSignal(screen.example_asked):
        asks(screen, ExampleQuestion).show_example.click()
    assert room.services.first_run.draft().business.name == "Hartley Plumbing & Heating"
    assert room.services.businesses.current() is None


def test_whoever_does_not_know_the_supplier_gets_a_note_to_send(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "agent")
    agent = asks(screen, AgentQuestion)
    assert not agent.note.isVisible()
    choose(agent.supplier, "I don't know")
    assert "Sam from Hartley Plumbing & Heating" in agent.note.words()
    agent.note.copy.click()
    assert QApplication.clipboard().text() == agent.note.words()
    assert "With the key of its service the name and number fill in by themselves, and the calls come in." in words_on(
        screen
    )


def test_hours_are_filled_for_the_trade_with_lunch(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "hours")
    monday = asks(screen, HoursQuestion).hours.days[0]
    shown = [(each.start.value(), each.end.value()) for each in monday.fields]
    assert shown == [("8:00 am", "12:30 pm"), ("1:00 pm", "5:00 pm")]


def test_hours_that_overlap_are_named_by_their_day(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "hours")
    hours = asks(screen, HoursQuestion)
    hours.hours.days[2].fields[1].start.set_value("11:00")
    screen.go_on.click()
    assert hours.rows["hours"].error() == "Wednesday has opening times that overlap."
    hours.hours.days[2].fields[1].start.set_value("5 pm")
    hours.hours.days[2].fields[1].end.set_value("10 am")
    screen.go_on.click()
    assert hours.rows["hours"].error() == "Wednesday is still open after midnight when Thursday opens."
    hours.hours.days[2].fields[1].start.set_value("quarter past")
    screen.go_on.click()
    assert hours.rows["hours"].error() == "Wednesday: Write times like 8:30 am or 17:00."


def test_scotland_and_closed_days_are_kept(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "hours")
    hours = asks(screen, HoursQuestion)
    hours.nation.set_value(Nation.SCOTLAND)
    hours.closures.add_button.click()
    why = hours.closures.lines()[0][2]
    assert isinstance(why, TextField)
    why.set_value("Hogmanay")
    screen.go_on.click()
    business = room.services.first_run.draft().business
    assert business.nation is Nation.SCOTLAND
    assert [each.why for each in business.closures] == ["Hogmanay"]
    assert business.closures[0].first == room.office.clock.now().date()


def test_a_price_that_could_mean_two_things_is_asked_about(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "services")
    services = asks(screen, ServicesQuestion)
    price = services.services.lines()[0][2]
    assert isinstance(price, TextField)
    price.set_value("1.000,50")
    screen.go_on.click()
    assert services.rows["services"].error().startswith("The price of “Boiler service”")
    assert price.value() == "1.000,50"


def test_a_line_that_was_taken_out_can_be_put_back(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "services")
    services = asks(screen, ServicesQuestion)
    before = len(services.services.lines())
    services.services._lines[1][1].click()
    assert room.told.said[-1] == "“Landlord gas safety check” is taken out."
    assert len(services.services.lines()) == before - 1
    services.put_back()
    assert len(services.services.lines()) == before


def test_own_words_are_added_to_when_a_person_takes_over(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "pass")
    question = asks(screen, PassQuestion)
    question.contact.set_value("Jo")
    question.rules.amount.set_value("750")
    question.rules.when.set_value("A new landlord")
    question.rules.says.set_value("I rent out, my tenants")
    question.rules.ticks()[1].setChecked(False)
    screen.go_on.click()
    draft = room.services.first_run.draft()
    assert draft.rules[-1].when == "A new landlord"
    assert draft.rules[-1].phrases == ("I rent out", "my tenants")
    assert "A refund request" not in [each.when for each in draft.rules]
    assert draft.business.high_value == Money(75000, 2, "GBP")
    screen.back_button.click()
    again = asks(screen, PassQuestion)
    assert [each.isChecked() for each in again.rules.ticks()][:2] == [True, False]
    assert again.rules.ticks()[-1].accessibleName() == "A new landlord"


def test_a_double_press_goes_on_once(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "services")
    screen.go_on.click()
    asks(screen, PassQuestion)
    qtbot.keyClick(screen, Qt.Key.Key_Return)
    asks(screen, PassQuestion)


def test_names_that_look_like_markup_stay_words(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    who = asks(screen, WhoQuestion)
    who.name.set_value("<img src='file:x'><b>Hartley</b>")
    who.owner.set_value("{0.__class__} & Sam")
    screen.go_on.click()
    asks(screen, ExampleQuestion).mine.click()
    agent = asks(screen, AgentQuestion)
    choose(agent.supplier, "I don't know")
    assert "<img src='file:x'><b>Hartley</b>" in agent.note.words()
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in screen.findChildren(QLabel) if each.text())
    assert room.services.first_run.draft().owner == "{0.__class__} & Sam"


@pytest.mark.parametrize("step", [*STEPS, "done"])
def test_every_field_has_a_name_for_those_who_listen(room: Room, qtbot: QtBot, step: str) -> None:
    screen = opened(room, qtbot)
    up_to(screen, step)
    reached = [
        each
        for each in screen.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.focusProxy() is None
    ]
    assert reached
    assert not [each for each in reached if not each.accessibleName() and not each.objectName().startswith("qt_")]
