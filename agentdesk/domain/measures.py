"""The measures K01–K25 that a scorecard shows: what each counts, and how.

Formulas: "Measures", section 4.12. A share is always counts first; a range and a word follow from
`measure`'s rules for small numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from agentdesk.domain.facts import CallFact, Facts
from agentdesk.domain.measure import Verdict, share_in_words, verdict, wilson
from agentdesk.domain.money import Money, total
from agentdesk.domain.scorecard import Figure

VERSION = "2"
"""Of these definitions; printed on every scorecard."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure's catalogue line. `higher_is_better` is None where neither direction is good in itself."""

    id: str
    key: str
    name: str
    definition: str
    higher_is_better: bool | None = None


MEASURES = (
    Measure(
        "K01",
        "real_calls",
        "Real calls",
        "Calls that reached the agent, without spam, tests, wrong numbers and silence.",
    ),
    Measure(
        "K03",
        "call_resolution",
        "Call resolution",
        "By-chance calls where the caller got what they needed or reached somebody, of those with an answer.",
        higher_is_better=True,
    ),
    Measure(
        "K05",
        "booking_accuracy",
        "Booking accuracy",
        "Bookings that are in the diary as promised and inside your rules, of all bookings made or promised.",
        higher_is_better=True,
    ),
    Measure(
        "K06",
        "promised_not_in_diary",
        "Promised, not in the diary",
        "Bookings the agent said were made with no entry behind them.",
        higher_is_better=False,
    ),
    Measure(
        "K07",
        "outside_rules",
        "Outside your rules",
        "Bookings at a closed time, two at once, or of what the brief doesn't list, of all bookings in the diary.",
        higher_is_better=False,
    ),
    Measure(
        "K09",
        "escalation_frequency",
        "Passed to a person",
        "Calls passed or promised to a person, of all real calls. Too few is as bad as too many.",
    ),
    Measure(
        "K10",
        "missed_escalations",
        "Should have reached a person and didn't",
        "Calls that needed a person and got none, of those that needed one.",
        higher_is_better=False,
    ),
    Measure(
        "K14",
        "handled_without_a_person",
        "Handled without a person",
        "Calls neither passed on nor given up, of all real calls. Read it beside call resolution.",
    ),
    Measure(
        "K15",
        "gave_up",
        "Gave up",
        "Callers who rang off within 20 seconds, or asked for a person and got none, of all real calls.",
        higher_is_better=False,
    ),
    Measure(
        "K16",
        "call_length",
        "Call length",
        "The middle call and the longest tenth, in minutes. Shorter isn't better.",
    ),
    Measure(
        "K17",
        "rang_again",
        "Rang again",
        "Calls from a number that had rung in the 7 days before, answered or not, of all real calls with a number.",
        higher_is_better=False,
    ),
    Measure(
        "K19",
        "quality_score",
        "Quality score",
        "The mean mark of the by-chance calls, 0 to 100, and how many failed.",
    ),
    Measure(
        "K22",
        "cost",
        "Cost",
        "What the service charged for the calls; for each real call and for each booking in the diary.",
    ),
    Measure(
        "K25",
        "checking_done",
        "Checking done",
        "By-chance calls answered of those drawn, and promises kept by their day.",
        higher_is_better=True,
    ),
)


_NO_CALLS = "No calls to judge yet."
_NOBODY_LOOKED = "Nobody has looked at a by-chance call yet."


def by_key(key: str) -> Measure | None:
    return next((each for each in MEASURES if each.key == key), None)


def by_id(measure: str) -> Measure:
    """Raises KeyError for an id that is not in the catalogue."""
    for each in MEASURES:
        if each.id == measure:
            return each
    raise KeyError(measure)


def figures(facts: Facts) -> tuple[Figure, ...]:
    """Every figure of the period, in the order of the catalogue."""
    return tuple(_MAKERS[each.id](each, facts) for each in MEASURES)


def _share(
    measure: Measure,
    facts: Facts,
    k: Sequence[int],
    n: int,
    *,
    source: str = "all calls",
    empty: str = "",
    rows_are: str = "calls",
) -> Figure:
    """A share with its range, word and colour. `k` are the rows behind the numerator."""
    target = dict(facts.targets).get(measure.id)
    if n == 0:
        return Figure(measure.id, measure.name, empty or _NO_CALLS, 0, 0, target=target, source=source)
    better = measure.higher_is_better
    return Figure(
        measure.id,
        measure.name,
        share_in_words(len(k), n, none_seen="seen" if better is False else None),
        len(k),
        n,
        len(k) / n,
        wilson(len(k), n),
        target,
        verdict(len(k), n, target, better) if better is not None else Verdict.NONE,
        source,
        rows=tuple(k),
        rows_are=rows_are,
    )


def _ids(calls: Iterable[CallFact], wanted: Callable[[CallFact], bool]) -> list[int]:
    return [each.id for each in calls if wanted(each)]


def _real_calls(measure: Measure, facts: Facts) -> Figure:
    ids = tuple(each.id for each in facts.real)
    left_out = len(facts.calls) - len(ids)
    words = f"{len(ids)} calls" if len(ids) != 1 else "1 call"
    if left_out:
        words += f" ({left_out} more {'was' if left_out == 1 else 'were'} not real or not answered)"
    return Figure(measure.id, measure.name, words, len(ids), None, float(len(ids)), rows=ids)


def _resolution(measure: Measure, facts: Facts) -> Figure:
    judged = [each for each in facts.marked if each.resolved is not None]
    good = [each.call for each in judged if each.resolved]
    empty = "None of the by-chance calls could tell." if facts.marked else _NOBODY_LOOKED
    return _share(measure, facts, good, len(judged), source="by-chance calls", empty=empty)


_NO_DIARY = "Not known: no diary is connected."


def _booking_accuracy(measure: Measure, facts: Facts) -> Figure:
    if not facts.diary_known:
        return Figure(measure.id, measure.name, _NO_DIARY, 0, 0, target=dict(facts.targets).get(measure.id))
    right = [each.call for each in facts.bookings if not each.wrong]
    return _share(measure, facts, right, len(facts.bookings), empty="No bookings to check yet.")


def _phantoms(measure: Measure, facts: Facts) -> Figure:
    if not facts.diary_known:
        return Figure(measure.id, measure.name, _NO_DIARY, 0, 0)
    missing = tuple(each.call for each in facts.bookings if each.booking is None)
    words = f"{len(missing)} of {len(facts.bookings)} promised" if facts.bookings else "No bookings to check yet."
    return Figure(measure.id, measure.name, words, len(missing), len(facts.bookings), float(len(missing)), rows=missing)


def _outside_rules(measure: Measure, facts: Facts) -> Figure:
    if not facts.diary_known:
        return Figure(measure.id, measure.name, _NO_DIARY, 0, 0)
    made = [each for each in facts.bookings if each.booking is not None]
    outside = [each.call for each in made if each.outside_rules]
    return _share(measure, facts, outside, len(made), empty="No bookings to check yet.")


def _passed(measure: Measure, facts: Facts) -> Figure:
    return _share(measure, facts, _ids(facts.real, lambda each: each.passed), len(facts.real))


def _missed(measure: Measure, facts: Facts) -> Figure:
    needed = [each for each in facts.real if each.needed_person]
    missed = _ids(needed, lambda each: each.missed_person)
    return _share(measure, facts, missed, len(needed), empty="No caller needed a person.")


def _handled(measure: Measure, facts: Facts) -> Figure:
    handled = _ids(facts.real, lambda each: not each.passed and not each.left_unserved)
    return _share(measure, facts, handled, len(facts.real))


def _gave_up(measure: Measure, facts: Facts) -> Figure:
    return _share(measure, facts, _ids(facts.real, lambda each: each.left_unserved), len(facts.real))


def _length(measure: Measure, facts: Facts) -> Figure:
    lengths = sorted(each.seconds / 60 for each in facts.real if each.seconds is not None)
    ids = tuple(each.id for each in facts.real if each.seconds is not None)
    if not facts.real:
        return Figure(measure.id, measure.name, _NO_CALLS, 0, 0, unit="minutes")
    if not lengths:
        return Figure(measure.id, measure.name, "The service doesn't say how long calls lasted.", 0, 0, unit="minutes")
    average = sum(lengths) / len(lengths)
    if len(lengths) < 5:
        words = f"{', '.join(f'{each:.1f}' for each in lengths)} minutes"
    else:
        # brings fractions along, which nothing else in a start needs
        from statistics import median

        middle = median(lengths)
        tenth = lengths[-max(1, len(lengths) // 10)]
        words = f"{middle:.1f} minutes in the middle; the longest tenth {tenth:.1f} or more; {average:.1f} on average"
    return Figure(measure.id, measure.name, words, None, len(lengths), average, rows=ids, unit="minutes")


def _rang_again(measure: Measure, facts: Facts) -> Figure:
    numbered = [each for each in facts.real if each.caller]
    rang = [each for each in (*facts.earlier, *facts.calls) if not each.marked]
    rings = sorted(rang, key=lambda each: each.started_at)
    again, last = [], dict[str, datetime]()
    mine = {each.id for each in numbered}
    for each in rings:
        number = each.caller
        if not number:
            continue
        if each.id in mine and number in last and each.started_at - last[number] <= timedelta(days=7):
            again.append(each.id)
        last[number] = each.started_at
    return _share(measure, facts, again, len(numbered), empty="No caller showed a number.")


def _quality(measure: Measure, facts: Facts) -> Figure:
    scored = [each.score for each in facts.marked if each.score is not None]
    failed = tuple(each.call for each in facts.marked if each.failed)
    if not facts.marked:
        return Figure(measure.id, measure.name, _NOBODY_LOOKED, 0, 0, source="by-chance calls")
    mean = sum(scored) / len(scored) if scored else None
    words = f"{mean:.0f} of 100" if mean is not None else "Too few answers for a mark"
    words += f"; {len(failed)} of {len(facts.marked)} failed"
    return Figure(
        measure.id, measure.name, words, len(failed), len(facts.marked), mean, source="by-chance calls", rows=failed
    )


def _cost(measure: Measure, facts: Facts) -> Figure:
    charged = [each for each in facts.calls if each.cost is not None]
    if not facts.calls:
        return Figure(measure.id, measure.name, _NO_CALLS, None, 0)
    if not charged:
        return Figure(measure.id, measure.name, "The service doesn't report what calls cost.", None, 0)
    sums = total(each.cost for each in charged if each.cost)
    words = " and ".join(each.in_words() for each in sums)
    if len(sums) == 1:
        parts = []
        if facts.real:
            parts.append(f"{_each(sums[0], len(facts.real))} for each real call")
        proven = sum(each.booking is not None for each in facts.bookings)
        if proven:
            parts.append(f"{_each(sums[0], proven)} for each booking in the diary")
        spam = total(each.cost for each in charged if each.cost and not each.real)
        if spam:
            parts.append(f"{spam[0].in_words()} of it on calls that weren't real")
        words += f" ({'; '.join(parts)})" if parts else ""
    missing = len(facts.calls) - len(charged)
    if missing:
        words += f"; not reported for {missing} {'call' if missing == 1 else 'calls'}"
    ids = tuple(each.id for each in charged)
    amount = float(sums[0].amount) if len(sums) == 1 else None
    return Figure(measure.id, measure.name, words, None, len(charged), amount, rows=ids, unit=sums[0].currency)


def _each(sum_: Money, parts: int) -> str:
    return Money.of(sum_.amount / parts, sum_.currency).in_words()


def _checking(measure: Measure, facts: Facts) -> Figure:
    done = tuple(each.call for each in facts.marked)
    figure = _share(
        measure, facts, done, facts.drawn, source="by-chance calls", empty="No review was held in this time."
    )
    if facts.actions_due:
        figure = replace(
            figure, words=f"{figure.words}; {facts.actions_kept} of {facts.actions_due} promises kept by their day"
        )
    return figure


_MAKERS: dict[str, Callable[[Measure, Facts], Figure]] = {
    "K01": _real_calls,
    "K03": _resolution,
    "K05": _booking_accuracy,
    "K06": _phantoms,
    "K07": _outside_rules,
    "K09": _passed,
    "K10": _missed,
    "K14": _handled,
    "K15": _gave_up,
    "K16": _length,
    "K17": _rang_again,
    "K19": _quality,
    "K22": _cost,
    "K25": _checking,
}
