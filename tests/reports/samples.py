"""A month of a made-up plumber, and the same with nothing, with one call, and with far too much."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from agentdesk.domain.agent import Agent
from agentdesk.domain.brief import Brief, BriefVersion, PassToPerson, Target, Task
from agentdesk.domain.business import Business, Fact
from agentdesk.domain.clock import Period
from agentdesk.domain.measure import Verdict, share_in_words, verdict, wilson
from agentdesk.domain.measures import MEASURES, by_id
from agentdesk.domain.scorecard import Figure, Scorecard, WeekPoint, WentWrong


def share(measure: str, k: int, n: int, target: float | None = None, last: str = "", bad: str | None = None) -> Figure:
    about = by_id(measure)
    better = about.higher_is_better
    word = verdict(k, n, target, better) if better is not None else Verdict.NONE
    words = share_in_words(k, n, bad)
    return Figure(measure, about.name, words, k, n, k / n, wilson(k, n), target, word, last_period=last)


def amount(measure: str, words: str, last: str = "") -> Figure:
    return Figure(measure, by_id(measure).name, words, None, 5, 1.0, last_period=last)


CHECKED = ((3, 4), (14, 15), (17, 17), (12, 13), (0, 0), (19, 20), (18, 19), (18, 19))
WEEKS = tuple(
    WeekPoint(date(2026, 10, 5) + timedelta(days=7 * place), calls, *CHECKED[place], cost=None)
    for place, calls in enumerate((52, 64, 55, 58, 60, 61, 58, 64))
)

MONTH = Scorecard(
    business="Hartley Plumbing",
    agent="Daisy",
    period=Period(date(2026, 11, 1), date(2026, 11, 30)),
    made_at=datetime(2026, 12, 1, 8, 30, tzinfo=UTC),
    purpose="Books 9 of 10 people who want a visit and passes leaks and gas to Jo at once.",
    summary="Daisy took 243 calls. 67 of 71 bookings were right. 2 things still need somebody. It cost £104.20.",
    figures=(
        share("K05", 67, 71, 0.98, "97 %: 58 of 60 (likely between 89 % and 99 %)"),
        share("K03", 38, 38, 0.8, "83 %: 30 of 36 (likely between 68 % and 92 %)"),
        share("K10", 1, 25, 0.05, "None seen in 12: could still be up to about 1 in 4", "seen"),
        amount("K01", "243 calls (12 more were not real or not answered)", "231 calls"),
        share("K17", 9, 221, 0.1, "7 %: 14 of 205 (likely between 4 % and 11 %)", "seen"),
        amount("K22", "£104.20 (£0.43 for each real call; £1.55 for each booking in the diary)", "£98.70"),
        amount("K06", "2 of 71 promised"),
        share("K07", 2, 69, bad="seen"),
        share("K09", 31, 243),
        share("K14", 200, 243),
        share("K15", 0, 243, bad="seen"),
        amount("K16", "2.4 minutes in the middle; the longest tenth 5.2 or more; 2.9 on average"),
        amount("K19", "91 of 100; 1 of 38 failed"),
        amount("K25", "95 %: 38 of 40 (likely between 84 % and 99 %); 5 of 6 promises kept by their day"),
    ),
    went_wrong=(
        WentWrong(
            "Promised, not in the diary", "Nothing was in the diary for Tue 10 Nov.", "Jo rang.", date(2026, 11, 6)
        ),
        WentWrong("Nobody came", "A caller asked for a manager twice.", "Sam rang back.", date(2026, 11, 12)),
        WentWrong("Outside your rules", "A visit was booked for a Sunday.", "Moved to Monday.", date(2026, 11, 19)),
        WentWrong("Wrong price", "£75 instead of £95.", "", date(2026, 11, 26)),
    ),
    money=("£104.20 in this time.", "£104.20 of £120.00 was spent in November."),
    decisions=("Honour the £75 quoted to two callers: Priya, by Fri 4 Dec",),
    checked=(
        "Every one of the 255 calls was read by the checks on this computer.",
        "38 calls were looked at by Jo and Sam, 20 of them by chance.",
    ),
    changes=("Brief version 7, approved by Sam Hartley on Mon 9 Nov: new call-out price",),
    not_known=("Nobody has listened to 205 calls.", "Whether customers turned up and were content."),
    definitions=tuple((each.name, each.definition) for each in MEASURES),
    weeks=WEEKS,
    brief_version=7,
    definitions_version="1",
)

ONE_CALL = replace(
    MONTH,
    period=Period(date(2026, 11, 23), date(2026, 11, 29)),
    purpose="",
    summary="Daisy took 1 call.",
    figures=(
        Figure("K05", "Booking accuracy", "Not known: no diary is connected.", 0, 0, target=0.98),
        Figure("K03", "Call resolution", "Nobody has looked at a by-chance call yet.", 0, 0),
        Figure("K10", by_id("K10").name, "No caller needed a person.", 0, 0),
        Figure("K01", "Real calls", "1 call", 1, None, 1.0),
        Figure("K17", "Rang again", "No caller showed a number.", 0, 0),
        Figure("K22", "Cost", "The service doesn't report what calls cost.", None, 0),
    ),
    went_wrong=(),
    decisions=(),
    weeks=(WeekPoint(date(2026, 11, 23), 1, 0, 0, None),),
    brief_version=None,
    example=True,
)

NOTHING = replace(
    ONE_CALL,
    summary="",
    figures=(),
    money=(),
    checked=(),
    changes=(),
    not_known=(),
    definitions=(),
    weeks=(),
    example=False,
)

LONG_NAME = "The Old Station Yard Heating, Plumbing, Drainage & Bathroom Company of Wetherby Limited"

TOO_MUCH = replace(
    MONTH,
    business=LONG_NAME,
    agent="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    purpose=f"{MONTH.purpose} " * 40,
    summary=f"{MONTH.summary} " * 40,
    went_wrong=tuple(
        replace(each, what=f"{each.what} " * 30, words=f"{each.words} " * 60, done=f"{each.done} so " * 60)
        for each in MONTH.went_wrong * 10
    ),
    money=tuple(f"{each} " * 30 for each in MONTH.money * 20),
    decisions=tuple(f"{each} " * 30 for each in MONTH.decisions * 20),
    checked=tuple(f"{each} " * 30 for each in MONTH.checked * 20),
    changes=tuple(f"{each} " * 30 for each in MONTH.changes * 20),
    not_known=tuple(f"{each} " * 30 for each in MONTH.not_known * 20),
    definitions=tuple((f"{name} " * 9, f"{words} " * 9) for name, words in MONTH.definitions * 9),
    example=True,
)

BUSINESS = Business(
    "Hartley Plumbing",
    facts=(
        Fact("Call-out", "£95 plus VAT in an emergency, £60 otherwise"),
        Fact("Area", "Leeds, Wetherby and Harrogate"),
    ),
)
AGENT = Agent(
    "Daisy",
    job="Answers the phone when nobody else can",
    answers="0113 496 0000",
    responsible="Jo Marsh",
    supplier="Northline Voice",
)
BRIEF = Brief(
    purpose=MONTH.purpose,
    may_answer=("Opening hours", "Which areas we cover", "What a call-out costs"),
    may_book=("Boiler service, 60 minutes", "Leak repair, 90 minutes"),
    never=("Promises a price other than the call-out", "Gives advice about gas"),
    pass_to_a_person=(
        PassToPerson(
            "The caller smells gas", "Jo Marsh", 5, "Tell them to ring 0800 111 999. Jo rings back.", ("gas leak",)
        ),
        PassToPerson("The caller asks for a person", "Jo Marsh", 15, "Say who will ring and when."),
        PassToPerson("The caller complains", "Sam Hartley", 1, "Listen. Write down what they want."),
    ),
    targets=(
        Target("K05", 0.98, datetime(2026, 3, 1, tzinfo=UTC)),
        Target("K03", 0.8, datetime(2026, 6, 1, tzinfo=UTC)),
    ),
    tasks=(
        Task("Answers the first call", ("Daisy",), "Jo Marsh"),
        Task("Rings back complaints", ("Sam Hartley",)),
        Task("Orders parts"),
    ),
)
LIVE_SINCE = datetime(2026, 4, 1, tzinfo=UTC)
VERSION = BriefVersion(
    "Daisy",
    7,
    BRIEF,
    datetime(2026, 11, 8, 9, tzinfo=UTC),
    "Sam Hartley",
    datetime(2026, 11, 9, 10, tzinfo=UTC),
    "Sam Hartley",
    "New call-out price",
)
DRAFT = BriefVersion("Daisy", 1, Brief(), datetime(2026, 11, 8, 9, tzinfo=UTC), "Sam Hartley")
FULL_VERSION = replace(
    VERSION,
    why="because the price went up " * 40,
    brief=replace(
        BRIEF,
        purpose=f"{BRIEF.purpose} " * 30,
        may_answer=tuple(f"Question {place} about where we are and how to find us" for place in range(60)),
        may_book=BRIEF.may_book * 30,
        never=tuple(f"{each} " * 9 for each in BRIEF.never * 20),
        pass_to_a_person=tuple(
            replace(each, when=f"{each.when} " * 9, runbook=f"{each.runbook} " * 30)
            for each in BRIEF.pass_to_a_person * 12
        ),
        targets=BRIEF.targets * 12,
        tasks=BRIEF.tasks * 20,
    ),
)
FULL_BUSINESS = replace(BUSINESS, name=LONG_NAME, facts=BUSINESS.facts * 40)
