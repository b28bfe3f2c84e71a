"""Stores of any size with calls that read like English: common words, rare ones, names and references."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call, Turn
from agentdesk.domain.call_reading import CallReading
from agentdesk.domain.finding import FindingStatus, Found, Kind, Said, Severity
from agentdesk.domain.money import Money
from agentdesk.store import agents, bookings, call_readings, calls, findings
from agentdesk.store.store import Store, open_store

ZONE = ZoneInfo("Europe/London")
FIRST_DAY = datetime(2024, 1, 1, tzinfo=UTC)
SLICE = 300
AGENTS = ("Ana", "Ben", "Cleo")
COMMON_WORD, TWO_WORDS, RARE_WORD, NAME, ABSENT = "the", "boiler thursday", "flux", "Whitcombe", "zyzzyva"

_COMMON = """the to and a you i it for is that can in on we of my have at be this so your with but are do not if what
will just me was there they or one all about no yes okay well right now time day get know need like would could please
thank thanks sorry hello speaking help morning afternoon today tomorrow week next back call number name book""".split()
_USUAL = """appointment booking available monday tuesday wednesday thursday friday saturday hour minutes o'clock half
past quarter ten eleven two three four five six seven eight nine twelve thirty price cost pounds pay card cash invoice
quote estimate boiler leak tap shower kitchen bathroom radiator heating water pipe drain toilet engineer plumber visit
repair service check safety certificate landlord tenant flat house street road avenue address postcode email phone
message manager person someone office open closed lunch weekend holiday cancel change move confirm reschedule sure
perfect great lovely wonderful problem urgent emergency soon possible earlier later before after waiting hold moment
hair cut colour trim highlights stylist patient dentist crown filling hygienist viewing property rent deposit keys
morning's parking dog gate bell upstairs downstairs front garden neighbour work school train travel van tools parts
order delivery warranty guarantee insurance""".split()
_RARE = """flux solenoid immersion macerator balayage endodontic inventory dilapidations thermostatic stopcock ballcock
olive ptfe pressurise sludge inhibitor manifold flange grommet escutcheon keratin ombre fringe cowlick veneers bruxism
abscess occlusal referencing guarantor inspection subsidence easement conveyancer probate freehold peppercorn""".split()
_NAMES = """Whitcombe Adeyemi Okafor Patel Singh Hughes Evans Murphy Walsh Kowalski Novak Silva Rossi Haddad Farouk
Nguyen Chen Yamada Larsen Virtanen Bergström O'Connor McAllister Fitzgerald Cartwright Pemberton Hollingsworth
Ashdown Blackwood Cromwell""".split()
_OUTCOMES = ("booked", "question answered", "message taken", "passed to a person", "hung up", "complaint")
_OUTCOME_WEIGHTS = (40, 30, 15, 10, 4.5, 0.5)


def made(number: int, seed: int = 7) -> Iterator[Call]:
    """So many calls, oldest first: 60 to 3,000 a day, about 12 turns and 150 words each."""
    chance = random.Random(seed)
    sentences = _sentences(chance)
    day, serial = FIRST_DAY, 0
    while serial < number:
        today = min(number - serial, int(chance.triangular(60, 3000, 400)))
        for second in sorted(chance.choices(range(8 * 3600, 18 * 3600), k=today)):
            yield _call(chance, sentences, day + timedelta(seconds=second), serial)
            serial += 1
        day += timedelta(days=1)


def filled(path: Path, key: bytes, number: int) -> Store:
    """A store with so many calls, an entry in the diary for every fifth and a finding about every fiftieth.

    One finding in ten is still open.
    """
    store = open_store(path, key)
    with store.writing() as db:
        for name in AGENTS[:2]:
            agents.put(db, Agent(name, stage=Stage.LIVE))
    source = made(number)
    while part := list(islice(source, SLICE * 10)):
        with store.writing() as db:
            ids = calls.put(db, part, ZONE).ids
            bookings.put(db, [_booking(each) for each in part[::5]], ZONE)
            _find(db, part, ids)
    return store


def read(store: Store, rules: int) -> None:
    """As if every call had been read with these rules: one in fifty needed a person, one in a hundred gave up."""
    with store.writing() as db:
        ends = calls.first_and_last(db)
        assert ends is not None
        unread = call_readings.unread(db, rules, ends[0], ends[1] + timedelta(days=1))
        chance = random.Random(7)
        call_readings.put(db, rules, ((number, digest, _reading(chance)) for number, digest in unread.items()))


def _reading(chance: random.Random) -> CallReading:
    return CallReading(
        real=chance.random() < 0.97,
        gave_up=chance.random() < 0.01,
        about_booking=chance.random() < 0.5,
        needed_person=chance.random() < 0.02,
        passed=chance.random() < 0.05,
        gave_details=chance.random() < 0.2,
    )


def _find(db: Connection, part: list[Call], ids: tuple[int, ...]) -> None:
    about = [
        (
            Found(Kind.BOOKING_MISSING, Severity.RED, "Said booked, nothing there.", (Said(0, "booked"),), number),
            call.started_at,
            None,
            call.agent_external_id,
            call.connection,
        )
        for number, call in list(zip(ids, part, strict=True))[::50]
    ]
    found = findings.reconcile(db, FIRST_DAY, part[0].started_at, part[-1].started_at, about)
    for place, each in enumerate(found.new):
        if place % 10:
            findings.decide(db, each.id, FindingStatus.DONE, "Jo", FIRST_DAY, "Rang back.")


def _sentences(chance: random.Random) -> list[str]:
    vocabulary = (*_COMMON, *_USUAL, *_RARE)
    weights = [40 / (place + 4) for place in range(len(_COMMON))] + [0.35] * len(_USUAL) + [0.004] * len(_RARE)
    return [
        " ".join(chance.choices(vocabulary, weights, k=chance.randint(6, 18))).capitalize() + "." for _ in range(6000)
    ]


def _call(chance: random.Random, sentences: list[str], at: datetime, serial: int) -> Call:
    spoken = chance.choices(sentences, k=0 if chance.random() < 0.03 else chance.randint(8, 16))
    if spoken:
        spoken[-1] = f"{spoken[-1]} It's {chance.choice(_NAMES)}, reference {_reference(serial)}."
    return Call(
        id=0,
        connection="Phone line",
        external_id=f"{chance.getrandbits(64):016x}",
        agent=None,
        agent_external_id=chance.choices(AGENTS, (70, 29, 1))[0],
        started_at=at,
        seconds=round(len(spoken) * 9.7, 1),
        caller=f"+4477009{chance.randrange(100_000):05}",
        turns=tuple([Turn("caller" if place % 2 else "agent", text, place * 9.7) for place, text in enumerate(spoken)]),
        cost=Money(len(spoken) * 11 + 3, 3, "USD"),
        outcome=chance.choices(_OUTCOMES, _OUTCOME_WEIGHTS)[0],
    )


def _reference(serial: int) -> str:
    return f"kx{serial * 7919 % 10_000_019:08}"


def _booking(call: Call) -> Booking:
    start = call.started_at + timedelta(days=2)
    customer = _NAMES[int(call.external_id, 16) % len(_NAMES)]
    return Booking(0, "Diary", call.external_id, start, start + timedelta(hours=1), service="Visit", customer=customer)
