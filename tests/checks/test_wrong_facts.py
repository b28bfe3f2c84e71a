"""What the agent said of prices, hours and areas, against the fact sheet."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from agentdesk.checks import wrong_area, wrong_hours, wrong_price
from agentdesk.domain.business import Business, Fact, Service
from agentdesk.domain.finding import Found, Kind, Severity
from agentdesk.domain.money import Money
from tests.conversations import a_business, a_call, assert_verbatim, the_evidence


def pounds(amount: str) -> Money:
    return Money.of(Decimal(amount), "GBP")


PLUMBER = a_business(
    services=(
        Service("Boiler service", 60, pounds("95")),
        Service("Landlord gas safety check", 60, pounds("85")),
        Service("Tap or toilet repair", 60, pounds("80")),
        Service("Quote visit", 30, pounds("0")),
        Service("Half-head highlights", 90, pounds("70")),
    ),
    facts=(
        Fact("Call-out fee and what it covers", "£95, which includes the first hour"),
        Fact("After the first hour", "£65 an hour, parts on top"),
        Fact("VAT", "All prices include VAT"),
        Fact("Boiler service and gas safety check together", "£150 for the same house in one visit"),
        Fact("New boilers", "From £1,900 fitted"),
        Fact("Bathroom", "Between £3,000 and £6,000"),
        Fact("Deposit, and when it is kept", "£50"),
        Fact("Guarantee", "Twelve months on our work"),
        Fact("Cancelling", "At least 24 hours' notice"),
        Fact("Area", "LS postcodes, and BD1 to BD4"),
    ),
)


def wrong(check: object, *lines: str, business: Business = PLUMBER) -> list[Found]:
    evidence = the_evidence(business=business, calls=(a_call(*lines),))
    found = list(check.find(evidence))  # type: ignore[attr-defined]
    assert_verbatim(found, evidence)
    return found


@pytest.mark.parametrize(
    "said",
    [
        "A boiler service is £85.",
        "a boiler service is a hundred and twenty-five plus VAT",
        "A boiler service is £95 plus VAT.",
        "The landlord's gas safety check is ninety-five pounds.",
        "A gas safety check costs 95.",
        "A boiler service is £85 and a gas safety check is £95.",
        "A toilet repair is sixty quid.",
        "There's no call-out fee.",
        "The call-out fee is £65.",
        "The quote visit is £30.",
        "New boilers start from £1,500.",
        "A bathroom is between two and seven thousand pounds.",
        "The deposit is £20.",
        "No deposit is needed.",
        "There's a five year guarantee.",
        "We just need two hours' notice to cancel.",
    ],
)
def test_an_amount_that_the_sheet_contradicts_is_red(said: str) -> None:
    found = wrong(wrong_price, "C: How much is it?", f"A: {said}")
    assert found
    assert {(each.kind, each.severity) for each in found} == {(Kind.FACT_WRONG, Severity.RED)}
    assert all("The fact sheet says: " in each.reason for each in found)


@pytest.mark.parametrize(
    "said",
    [
        "A boiler service is £95.",
        "A boiler service is ninety-five pounds including VAT.",
        "A boiler service is about £90.",
        "It isn't £85 for a boiler service, it's £95.",
        "The call-out is £95, which includes the first hour, then £65 an hour.",
        "It's £95 for the first hour and £65 an hour after that, plus parts.",
        "A boiler service and a gas safety check together is £150.",
        "Two boiler services in one street would be £190.",
        "An evening boiler service is £140.",
        "A new boiler is two thousand two hundred pounds fitted.",
        "A bathroom is usually around five thousand pounds.",
        "Full-head highlights are £140.",
        "You said you paid £120 for the boiler service.",
        "Is £85 for a boiler service what you were told?",
        "If you had paid £85 for the boiler service we'd know.",
        "There's a year's guarantee.",
        "We need a day's notice to cancel.",
        "We can do a boiler service within two days.",
        "You're booked for a boiler service at 85 Otley Road.",
        "The quote visit is free.",
    ],
)
def test_what_agrees_or_is_something_else_shows_nothing(said: str) -> None:
    assert wrong(wrong_price, "C: How much is it?", f"A: {said}") == []


def test_what_it_is_for_may_stand_in_the_callers_question() -> None:
    (one,) = wrong(wrong_price, "C: How much is a boiler service?", "A: That's £110 all in.")
    assert one.reason == "Daisy said £110. The fact sheet says: Boiler service: £95."
    assert wrong(wrong_price, "C: How much is a boiler service?", "A: That's £95.") == []
    assert wrong(wrong_price, "C: How much is a stove?", "A: That's £110.") == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Do you charge to come out?", "Not a penny, the call-out's on us."),
        ("What's the call-out?", "There's never any charge for that."),
        ("What's a boiler service these days?", "It's gone up to a hundred and five pounds."),
        ("What's your call-out fee?", "A tenner."),
    ],
)
def test_a_short_answer_to_the_question_is_held_against_the_sheet(asked: str, said: str) -> None:
    assert wrong(wrong_price, f"C: {asked}", f"A: {said}")


def test_a_sheet_without_vat_takes_the_price_with_it() -> None:
    business = a_business(
        services=(Service("Boiler service", 60, pounds("100")),), facts=(Fact("Prices", "All plus VAT"),)
    )
    assert wrong(wrong_price, "A: A boiler service is £120 including VAT.", business=business) == []
    assert wrong(wrong_price, "A: A boiler service is £100 plus VAT.", business=business) == []
    (one,) = wrong(wrong_price, "A: A boiler service is £100 including VAT.", business=business)
    assert one.reason.startswith("Daisy said £100 with VAT.")


def test_the_same_mistake_twice_is_one_finding_and_callers_make_none() -> None:
    assert len(wrong(wrong_price, "A: A boiler service is £85.", "C: £85?", "A: Yes, a boiler service is £85.")) == 1
    assert wrong(wrong_price, "C: A boiler service is £85.") == []


@pytest.mark.parametrize(
    ("said", "really"),
    [
        ("We're open on Saturdays.", "you are closed on Saturdays"),
        ("We're closed on Wednesdays.", "you are open on Wednesdays"),
        ("We open at nine every day.", "you are closed on Saturdays and Sundays"),
        ("The practice is open Monday to Saturday.", "you are closed on Saturdays"),
        ("We're open until 8 pm on Thursdays.", "you close at 5:30 pm"),
        ("Our opening hours are 9 to 5 Monday to Friday.", "you close at 5:30 pm"),
        ("We open at half eight.", "you open at 9:00 am"),
        ("We're open round the clock.", "you are not open round the clock"),
    ],
)
def test_hours_told_otherwise_than_they_are_are_red(said: str, really: str) -> None:
    (one,) = wrong(wrong_hours, f"A: {said}")
    assert (one.kind, one.severity) == (Kind.FACT_WRONG, Severity.RED)
    assert one.reason == f"Daisy told the opening hours otherwise than they are: {really}."


@pytest.mark.parametrize(
    "said",
    [
        "We're open nine to half five, Monday to Friday.",
        "We're open from 9 to 12:30 and 1 to 5:30.",
        "We're closed at weekends.",
        "We're not open on Sundays.",
        "We're closed for lunch from half twelve to one.",
        "We're closed on Monday because it's a bank holiday.",
        "I can do Saturday at nine.",
        "Are we open on Saturdays? No, I'm afraid not.",
        "We're open five days a week.",
    ],
)
def test_hours_as_they_are_and_single_days_show_nothing(said: str) -> None:
    assert wrong(wrong_hours, f"A: {said}") == []


@pytest.mark.parametrize(
    ("said", "really"),
    [
        ("We shut at seven this evening.", "you close at 5:30 pm"),
        ("We're open until eight tonight.", "you close at 5:30 pm"),
        ("We open at seven tomorrow.", "you open at 9:00 am"),
        ("We're open till five today.", None),
        ("We're closing early today, we shut at three.", None),
        ("We're open until half five this evening.", None),
        ("I'm here until nine tonight.", None),
    ],
)
def test_of_today_and_tomorrow_only_a_closed_door_is_told(said: str, really: str | None) -> None:
    call = a_call(f"A: {said}", at=datetime(2026, 11, 17, 14, tzinfo=UTC))
    found = list(wrong_hours.find(the_evidence(business=PLUMBER, calls=(call,))))
    assert [each.reason.rpartition(": ")[2].rstrip(".") for each in found] == ([really] if really else [])


def test_a_bank_holiday_today_is_no_ordinary_friday() -> None:
    call = a_call("A: We're open until eight tonight.", at=datetime(2026, 12, 25, 10, tzinfo=UTC))
    assert list(wrong_hours.find(the_evidence(business=PLUMBER, calls=(call,)))) == []


def test_hours_that_were_asked_for_need_no_more_words_than_the_times() -> None:
    (one,) = wrong(wrong_hours, "C: What are your hours?", "A: Nine till half six, Monday to Friday.")
    assert one.reason.endswith("you close at 5:30 pm.")
    assert wrong(wrong_hours, "C: What are your hours?", "A: Nine till half five, Monday to Friday.") == []
    assert wrong(wrong_hours, "C: When can he come?", "A: Nine till half six, Monday to Friday.") == []


def test_a_time_that_the_fact_sheet_gives_is_never_wrong() -> None:
    business = a_business(facts=(Fact("When Daisy answers", "Monday to Friday, 7 in the morning to 9 at night"),))
    assert wrong(wrong_hours, "A: We're open until 9 pm.", business=business) == []
    assert wrong(wrong_hours, "A: We're open until 9 pm.") != []


def test_postcodes_that_are_or_are_not_covered() -> None:
    for lines in (
        ("C: Hi.", "A: Yes, we cover HG1."),
        ("C: Do you come out to BD9?", "A: Yes, we do."),
        ("C: Do you cover LS6?", "A: I'm afraid that's outside our area."),
    ):
        (one,) = wrong(wrong_area, *lines)
        assert one.reason == "Daisy got the area wrong. The fact sheet says: Area: LS postcodes, and BD1 to BD4."
    for right in (
        ("C: Do you cover LS6?", "A: Yes, of course."),
        ("C: Do you come out to BD3?", "A: Yes, we do."),
        ("C: Do you come out to York?", "A: Yes, we do."),
        ("C: Do you cover HG1?", "A: Sorry, we don't cover HG1."),
        ("A: Do we cover HG1?", "A: Let me see."),
    ):
        assert wrong(wrong_area, *right) == []


BY_NAME = a_business(
    facts=(Fact("Area you cover", "We cover Leeds, Horsforth and Otley, but not Bradford. Ask about York."),)
)


@pytest.mark.parametrize(
    "lines",
    [
        ("C: Do you come to Otley?", "A: No, I'm afraid we don't come to Otley."),
        ("C: Do you cover Horsforth?", "A: Sorry, no."),
        ("C: I'm in Bradford.", "A: Yes, we cover Bradford."),
        ("C: Do you cover Bradford?", "A: Yes, of course."),
    ],
)
def test_a_place_that_the_sheet_names_the_other_way_round_is_wrong(lines: tuple[str, ...]) -> None:
    (one,) = wrong(wrong_area, *lines, business=BY_NAME)
    assert one.kind is Kind.FACT_WRONG


@pytest.mark.parametrize(
    "lines",
    [
        ("C: Do you cover Horsforth?", "A: Yes, we cover Horsforth."),
        ("C: Do you cover Bradford?", "A: I'm sorry, we don't cover Bradford."),
        ("C: Do you cover Armley?", "A: Sorry, we don't cover Armley."),
        ("C: Do you cover Armley?", "A: Yes, we cover Armley."),
        ("C: Do you cover York?", "A: Sorry, we don't cover York."),
        ("C: Do you cover Otley?", "A: We can't get to Otley before Thursday."),
        ("C: Do you cover Otley?", "A: We don't cover Bradford but we do cover Otley."),
        ("C: Where are you?", "A: We don't work in Otley Road any more."),
        ("C: Do you cover Otley on Sundays?", "A: Sorry, no."),
        ("C: Do you cover Bradford?", "A: Do we cover Bradford? Let me see."),
    ],
)
def test_a_place_is_left_alone_that_the_sheet_does_not_name_or_that_depends(lines: tuple[str, ...]) -> None:
    assert wrong(wrong_area, *lines, business=BY_NAME) == []


def test_a_ring_of_miles_around_a_place_names_none() -> None:
    ring = a_business(facts=(Fact("Area", "Within ten miles of Leeds"),))
    assert wrong(wrong_area, "C: Do you cover Leeds?", "A: Sorry, we don't cover Leeds.", business=ring) == []
