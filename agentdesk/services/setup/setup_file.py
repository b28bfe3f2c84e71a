"""The set-up file: a business described whole in one JSON document, checked before anything is kept.

Only `setup` and `starters` import this module, and only when needed: pydantic takes longer to import than
the first window may take to appear.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    model_validator,
)

from agentdesk.domain.agent import Agent, Nature, Stage
from agentdesk.domain.brief import Brief, PassToPerson, Target, Task, usually_asked
from agentdesk.domain.business import (
    CLOSED_ALL_WEEK,
    WEEKDAYS,
    Business,
    Closure,
    ExchangeRates,
    Fact,
    Nation,
    Role,
    Service,
    Span,
    Trade,
    WeekHours,
    runs_into_the_next,
)
from agentdesk.domain.measures import by_key
from agentdesk.domain.money import Money, read_amount


def _plain(text: str) -> str:
    """Text without control characters; line breaks stay."""
    return "".join(each for each in text if each in "\n\t" or each.isprintable())


def _known_service(name: str) -> str:
    from agentdesk.connectors.catalogue import names

    if name not in names():
        raise ValueError(f"must be one of {', '.join(names())}")
    return name


def _one_of_the_services(schema: dict[str, JsonValue]) -> None:
    from agentdesk.connectors.catalogue import names

    schema["enum"] = [*names()]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("is not a time zone that this computer knows") from None
    return name


def _amount(text: str) -> str:
    read_amount(text)
    return text


def _as_text(value: object) -> object:
    """35.5 is taken for "35.5": a number in the file means an amount of money here."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _known_measure(name: str) -> str:
    if by_key(name) is None:
        raise ValueError("is not a measure that AgentDesk knows")
    return name


def _clock_time(text: str) -> str:
    if text != "24:00":
        time.fromisoformat(text)
    return text


def _named(text: str) -> str:
    name = _plain(text).strip()
    if not name:
        raise ValueError("is empty")
    return name


def _safe_address(text: str) -> str:
    """Keys travel to it: encrypted, or no further than this computer."""
    if not text:
        return text
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    # calendars write webcal for https
    if not host or not (
        parts.scheme in {"https", "webcal", "webcals"} or (parts.scheme == "http" and host in _LOOPBACK)
    ):
        raise ValueError("must be an address that begins with https")
    return text


_LOOPBACK = ("localhost", "127.0.0.1", "::1")

ServiceName = Annotated[str, AfterValidator(_known_service), Field(json_schema_extra=_one_of_the_services)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000), AfterValidator(_plain)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_named)]
Address = Annotated[Words, AfterValidator(_safe_address)]
Amount = Annotated[str, BeforeValidator(_as_text), AfterValidator(_amount)]
ClockTime = Annotated[str, StringConstraints(pattern=r"^\d{1,2}:\d{2}$"), AfterValidator(_clock_time)]


class Part(BaseModel):
    """A part of the file. A word it doesn't know is a mistake, not something to pass over."""

    model_config = ConfigDict(extra="forbid")


def _span(start: str, end: str) -> Span:
    return Span(time.fromisoformat(start.zfill(5)), time(0) if end == "24:00" else time.fromisoformat(end.zfill(5)))


_HIGHEST_RATE = 1_000_000

Spans = list[tuple[ClockTime, ClockTime]]


class HoursPart(Part):
    """Open spans for each weekday; a day left out or empty is closed."""

    mon: Spans = []
    tue: Spans = []
    wed: Spans = []
    thu: Spans = []
    fri: Spans = []
    sat: Spans = []
    sun: Spans = []

    def to_domain(self) -> WeekHours:
        return tuple(tuple(sorted(_span(*each) for each in getattr(self, day))) for day in WEEKDAYS)

    @model_validator(mode="after")
    def _make_sense(self) -> HoursPart:
        for day, spans in zip(WEEKDAYS, self.to_domain(), strict=True):
            if always := [each for each in spans if each.start == each.end != time(0)]:
                raise ValueError(f"{day} opens and closes at {always[0].start:%H:%M}; all day is 00:00 to 24:00")
            for one, other in pairwise(spans):
                if one.over_midnight or other.start < one.end:
                    raise ValueError(f"{day} has opening times that overlap")
        if (late := runs_into_the_next(self.to_domain())) is not None:
            next_day = WEEKDAYS[(late + 1) % len(WEEKDAYS)]
            raise ValueError(f"{WEEKDAYS[late]} is still open after midnight when {next_day} opens")
        return self


class ClosurePart(Part):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    first: date = Field(alias="from")
    last: date = Field(alias="to")
    why: Words = ""

    @model_validator(mode="after")
    def _in_order(self) -> ClosurePart:
        if self.last < self.first:
            raise ValueError("a closure ends before it starts")
        return self


class ServicePart(Part):
    name: Name
    minutes: int = Field(ge=1, le=24 * 60)
    price: Amount | None = None
    capacity: int = Field(default=1, ge=1, le=1000)


class FactPart(Part):
    topic: Name
    says: Words


class BusinessPart(Part):
    name: Name
    trade: Trade = Trade.OTHER
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Europe/London"
    nation: Nation = Nation.ENGLAND_AND_WALES
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "GBP"
    hours: HoursPart | None = None
    closures: list[ClosurePart] = []
    closed_on_bank_holidays: bool = True
    services: list[ServicePart] = []
    high_value: Amount | None = None
    facts: list[FactPart] = []
    exchange_rates: dict[str, Annotated[str, BeforeValidator(_as_text)]] = {}
    review_day: Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"] | None = None
    review_time: ClockTime = "16:00"
    reviewer: Name | None = None

    def to_domain(self) -> Business:
        as_of = self.exchange_rates.get("as_of")
        rates = {code: Decimal(rate) for code, rate in self.exchange_rates.items() if code != "as_of"}
        return Business(
            name=self.name,
            trade=self.trade,
            timezone=self.timezone,
            nation=self.nation,
            currency=self.currency,
            hours=self.hours.to_domain() if self.hours else CLOSED_ALL_WEEK,
            closures=tuple(Closure(each.first, each.last, each.why) for each in self.closures),
            closed_on_bank_holidays=self.closed_on_bank_holidays,
            services=tuple(
                Service(each.name, each.minutes, self._money(each.price), each.capacity) for each in self.services
            ),
            high_value=self._money(self.high_value),
            facts=tuple(Fact(each.topic, each.says) for each in self.facts),
            exchange_rates=ExchangeRates(tuple(rates.items()), date.fromisoformat(as_of) if as_of else None),
            review_weekday=WEEKDAYS.index(self.review_day) if self.review_day else None,
            review_time=time.fromisoformat(self.review_time.zfill(5)),
            reviewer=self.reviewer,
        )

    def _money(self, text: str | None) -> Money | None:
        return read_amount(text, self.currency) if text is not None else None

    @model_validator(mode="after")
    def _rates_are_numbers(self) -> BusinessPart:
        for code, rate in self.exchange_rates.items():
            try:
                good = date.fromisoformat(rate) if code == "as_of" else 0 < Decimal(rate) < _HIGHEST_RATE
            except (ValueError, ArithmeticError):
                good = False
            if not good:
                raise ValueError(f"the exchange rate for {code} cannot be read")
        names = [each.name.casefold() for each in self.services]
        if len(set(names)) < len(names):
            raise ValueError("two services have the same name")
        return self


class PersonPart(Part):
    name: Name
    role: Role


class ConnectionPart(Part):
    name: Name
    service: ServiceName
    address: Address = ""
    account: Words = ""
    others_book: bool = True


class RulePart(Part):
    when: Name
    who: Words = ""
    within_minutes: int = Field(default=15, ge=1, le=7 * 24 * 60)
    runbook: Words = ""
    phrases: list[Name] = []

    def to_domain(self) -> PassToPerson:
        return PassToPerson(self.when, self.who, self.within_minutes, self.runbook, tuple(self.phrases))


class TaskPart(Part):
    what: Name
    first_owners: list[Name] = []
    then: Words = ""


class BriefPart(Part):
    purpose: Words = ""
    may_answer: list[Name] = []
    may_book: list[Name] = []
    never: list[Name] = []
    pass_to_a_person: list[RulePart] = []
    targets: dict[Annotated[str, AfterValidator(_known_measure)], Annotated[float, Field(ge=0, le=1)]] = {}
    tasks: list[TaskPart] = []
    ask_first: list[Name] | None = None
    """Left out: what is passed to a person and is about money back or a big job."""

    def to_domain(self) -> Brief:
        targets = ((by_key(key), share) for key, share in self.targets.items())
        rules = tuple(each.to_domain() for each in self.pass_to_a_person)
        return Brief(
            purpose=self.purpose,
            may_answer=tuple(self.may_answer),
            may_book=tuple(self.may_book),
            never=tuple(self.never),
            pass_to_a_person=rules,
            targets=tuple(Target(measure.id, share) for measure, share in targets if measure),
            tasks=tuple(Task(each.what, tuple(each.first_owners), each.then) for each in self.tasks),
            ask_first=usually_asked(rules) if self.ask_first is None else tuple(self.ask_first),
        )


class AgentPart(Part):
    name: Name
    connection: Name | None = None
    external_id: Words | None = None
    job: Words = ""
    answers: Words = ""
    supplier: Words = ""
    responsible: Name | None = None
    monthly_limit: Amount | None = None
    monthly_calls: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    monthly_minutes: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    longest_call_minutes: Annotated[int, Field(ge=1, le=720)] | None = None
    stage: Stage = Stage.PLANNED
    type: Nature = Nature.AGENT
    books_into: list[Name] = []
    brief: BriefPart | None = None

    def to_domain(self, currency: str) -> Agent:
        limit: Money | None = read_amount(self.monthly_limit, currency) if self.monthly_limit else None
        return Agent(
            name=self.name,
            connection=self.connection,
            external_id=self.external_id or None,
            job=self.job,
            answers=self.answers,
            supplier=self.supplier,
            responsible=self.responsible,
            monthly_limit=limit,
            stage=self.stage,
            books_into=tuple(self.books_into),
            monthly_calls=self.monthly_calls,
            monthly_minutes=self.monthly_minutes,
            longest_call=self.longest_call_minutes,
            nature=self.type,
        )


class SetupFile(Part):
    """The whole file. What it names elsewhere must be in it: people, connections."""

    business: BusinessPart
    people: list[PersonPart] = []
    connections: list[ConnectionPart] = []
    agents: list[AgentPart] = []

    @model_validator(mode="after")
    def _names_are_known(self) -> SetupFile:
        for what, names in (
            ("people", [each.name for each in self.people]),
            ("connections", [each.name for each in self.connections]),
            ("agents", [each.name for each in self.agents]),
        ):
            if len({each.casefold() for each in names}) < len(names):
                raise ValueError(f"two {what} have the same name")
        people = {each.name for each in self.people}
        connections = {each.name for each in self.connections}
        for agent in self.agents:
            if agent.responsible and people and agent.responsible not in people:
                raise ValueError(f"{agent.responsible}, who should look after {agent.name}, is not among the people")
            if agent.stage is Stage.LIVE and not agent.responsible:
                raise ValueError(f"{agent.name} cannot be live while nobody is responsible for it")
            for name in [*agent.books_into, *([agent.connection] if agent.connection else [])]:
                if name not in connections:
                    raise ValueError(f"{agent.name} uses the connection {name}, which is not among the connections")
        return self
