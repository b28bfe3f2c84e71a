"""What the agent told the caller about a booking, and for when, gathered from the whole conversation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from agentdesk.domain.business import WeekHours
from agentdesk.domain.call import Turn
from agentdesk.domain.finding import Said
from agentdesk.language.asked_to_change import asked_to_change, asks_another_time
from agentdesk.language.claims import LONGEST_READ, Claim, ClaimKind, thing_in
from agentdesk.language.heard import Heard
from agentdesk.language.moments import Moment, moments
from agentdesk.language.sentences import around, sentences
from agentdesk.language.tokens import lowered

MOST_CLAIMS = 50
"""Of one call. Each is compared with what came before and with the diary, and nobody says it that often."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The agent said that a booking was made, moved, cancelled, or failed.

    `days` and `times` hold every reading of when it is for, the likeliest first; empty where it was never
    said. `said` is the claim, then the turns that the day and time were read from; all of it verbatim.
    """

    kind: ClaimKind
    turn: int
    words: str
    days: tuple[date, ...] = ()
    times: tuple[time, ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def day(self) -> date | None:
        return self.days[0] if self.days else None

    @property
    def time(self) -> time | None:
        return self.times[0] if self.times else None


_BOOKING_IN_HAND = re.compile(
    r"\b(?:book|reserv|appointment|schedul|table|visit|slot|diary|fit you in|pop you in|viewing|call-?out)",
)
_CONFIRMS = re.compile(r"\bconfirm")
_OTHER_MATTER = re.compile(
    r"\b(?:transfer\w*|payments?|money|refund\w*|accounts?|balance|prescriptions?|orders?|messages?|tickets? for|movie|"
    r"song|playing)\b",
)
_ASKS_TO_BOOK = re.compile(
    r"\bconfirm(?:ing)?\b|\bcorrect\b|\bis that right\b|\b(?:shall|should|can|may) i (?:book|reserve|make|go ahead)|"
    r"\bwould you like (?:me )?to (?:book|reserve|make|schedule)",
)
_AGREES = re.compile(
    r"\b(?:yes|yeah|yep|yup|ye|aye|sure|ok|okay|correct|right|perfect|great|good|fine|works?|please|exactly|go ahead|"
    r"go on|do it|give it a (?:go|try)|let's|confirm|thanks?|thank you|that's (?:it|what i)|got it|lovely|excellent|"
    r"brilliant|awesome|cool|absolutely|definitely|indeed|smashing|wonderful|suits|will do|ideal|book|"
    r"brill|ta|cheers|mint|sound|champion|grand|lush|spot on|that'll do|(?:put|pop) (?:me|it|us|him|her)|fab|ace|mega|"
    r"go for it|nice one|tidy|deal|super|sweet|magic)\b",
)
_ASKS_NAME = re.compile(
    r"\b(?:what|your|whose|which|full|sur|the)\s?name\b|\bname\?|\band you are\b|"
    r"\bwho(?:'s| is)? (?:it|that|calling|shall i)\b|"
    r"\bwho am i (?:speaking|talking)\b"
)
# Words that only say that it is done, whatever it was: "that's all sorted", "you're now in for"; "scheduled" says more.
_DONE_WHATEVER = re.compile(
    r"\W*(?:(?:that|it|this|everything|you|is|are|been|s|re|all|now|yes|right|okay|done|sorted|set|completed?|gone|"
    r"good to go|through|in|down|at|on|for|with|look\w*|forward|to|see|seeing|then|tomorrow|next|this|\w+day)\W*)+$",
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
# what says which one of the weekdays that come: "Wednesday the eighteenth", "Tuesday week", "14 March"
_PINNED = re.compile(
    r"\b(?:next|this|week|weeks|fortnight|after)\b|\b(?:\d{1,2}|[a-z-]+)(?:st|nd|rd|th)\b|"
    r"\b(?:\d{1,2} (?:of )?)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b",
)
_ASKS = re.compile(
    r"\?|^\W*(?:(?:and|so|hi|hello|er|um)\W+)*(?:is|are|was|do|does|did|have|has|what|when|which|will|would)\b"
)
_DECLINES = re.compile(r"n't\b|\b(?:not|no|nope|nah|never|cannot|rather|else|other|sorry)\b")
_SAYS_NO = re.compile(r"^\W*(?:no|nope|not (?:now|yet|really|today)|never mind|leave it|don't)\b")
_OFFERS = re.compile(
    r"\b(?:how about|what about|would you|shall i|should i|do you|does|try|instead|can i|could i|could we|can we|"
    r"has an?|have an?|there is|there's|next available|is available|are available|is open|nearest|earliest)\b",
)
# Times at which something is open or free, or will be rung about, are not when the booking is.
_NOT_THE_BOOKING = re.compile(
    r"\b(?:free|open(?!\s+(?:table|slot|appointment|space|room|spot))|opens|"
    r"close[sd]?|closing|available (?:from|between)|weather|forecast|arrive \d+ minutes|"
    r"reminder|remind)\b",
)
_REFUSED_BEFORE = re.compile(
    r"\b(?:not|can't (?:do|make)|cannot (?:do|make)|except|rather than|instead of|busy(?: on)?|isn't|n't)\s+"
    r"(?:on |at |the )*$|\b(?:chang|mov|switch|bring|push|shift)\w*\s+(?:\w+\s+){0,4}?from\s+(?:the\s+)?$",
)
# What is said of the end of a stay or a hire says nothing of when it begins.
_STAYS = re.compile(r"\bcheck(?:ing)?[ -]?(?:in|out)\b|\b(?:stay|room|hotel|hire|rent|rental|pick(?:ing)?[ -]?up)\b")
_ENDS_BEFORE = re.compile(
    r"\b(?:check(?:ing)?[ -]?out|drop(?:ped|ping)?[ -]?off|return(?:ing|ed)?|hand(?:ed|ing)?(?: it)? back|"
    r"bring(?:ing)?(?: it)? back|leav(?:e|es|ing)|keep(?:ing)?(?: it)?)\b"
    r"(?:[ ,:]+(?:dates?|days?|times?|will|would|be|is|it|the|car|vehicle|of|on|for|at|by|in|to|until|till|my|your|"
    r"this|that|as|should|again|later|around|about))*[ ,:]*$",
)


def promises(
    turns: Sequence[Turn],
    today: date,
    hours: WeekHours | None = None,
    acted: frozenset[int] = frozenset(),
    now: datetime | None = None,
    heard: Heard | None = None,
) -> tuple[Promise, ...]:
    """The promises of a call in the order in which they were made, each told once.

    `today` is the day of the call on the business's wall; `hours` help to read "half three". Saying the
    same again adds nothing; naming another time after a change does. `acted`: the turns before which a tool
    tried to book, so that "all done" is about a booking. `now`: the call's beginning on the business's wall.
    `heard`: the same turns, where somebody has read them already.
    """
    heard = heard or Heard(turns)
    turns = [each._replace(text=each.text[:LONGEST_READ]) for each in turns]
    reader = _Reader(turns, today, hours, acted, now, heard)
    found: list[Promise] = []
    left = MOST_CLAIMS
    for at in range(len(turns)):
        if left <= 0:
            break
        said = reader.claims(at)[:left]
        left -= len(said)
        for said_so in said:
            booked = any(each.kind is ClaimKind.MADE for each in found) or any(
                each.kind is ClaimKind.MADE and not each.weak for each in said
            )
            claim = reader.taken_as(at, said_so, booked)
            if claim.weak and not reader.in_hand(at, claim) and not (booked and reader.corrects(at)):
                continue
            promise = reader.promise(at, claim)
            if not _says_again(found, promise, claim, reader):
                found.append(promise)
    return tuple(found)


def _says_again(found: list[Promise], promise: Promise, claim: Claim, reader: _Reader) -> bool:
    """Whether a promise only repeats the one before it of its kind."""
    if not found:
        return False
    last = found[-1]
    same = (last.days, last.times) == (promise.days, promise.times)
    if last.kind is not promise.kind:
        moved = last.kind is ClaimKind.MOVED and promise.kind is ClaimKind.MADE
        return same if moved else claim.weak and last.turn == promise.turn
    if promise.kind is ClaimKind.FAILED:
        return not reader.speaks_of_time(last.turn, promise.turn)
    if claim.weak or last.turn == promise.turn:
        corrected = last.turn != promise.turn and reader.corrects(promise.turn)
        return same or (claim.weak and not corrected)
    if same_thing(last, promise) and _SAYS_YES.match(reader.plain[promise.turn]):
        return not reader.settled_anew(last.turn, promise.turn)
    anew = reader.settled_anew(last.turn, promise.turn) or another_thing(last, promise)
    return same and not anew


_ANY_BOOKING = re.compile(r"booking|reserv|appointment|visit|slot|place|spot")


_SAYS_YES = re.compile(r"\W*(?:yes|yeah|yep|indeed|that's right|correct)\b")


def same_thing(one: Promise, other: Promise) -> bool:
    """Whether two promises name the same thing."""
    return thing_in(one.words) == thing_in(other.words)


def another_thing(one: Promise, other: Promise) -> bool:
    """Whether two promises name different things: "the car has been booked", "the room has been booked"."""
    things = [thing_in(each.words) for each in (one, other)]
    return all(things) and things[0] != things[1] and not any(_ANY_BOOKING.match(each) for each in things)


class _Reader:
    """Reads each turn's days and times at most once."""

    def __init__(
        self,
        turns: Sequence[Turn],
        today: date,
        hours: WeekHours | None,
        acted: frozenset[int],
        now: datetime | None,
        heard: Heard,
    ) -> None:
        self._turns, self._today, self._hours, self._acted, self._now = turns, today, hours, acted, now
        self.claims = heard.claims
        self._read: dict[int, tuple[Moment, ...]] = {}
        self._kept: dict[int, list[Moment]] = {}
        self.plain = [lowered(each.text) for each in turns]
        """The words of each turn in small letters."""
        self._stays = any(_STAYS.search(each) for each in self.plain)
        self._questions: dict[int, list[tuple[int, int]]] = {}

    def taken_as(self, at: int, claim: Claim, booked: bool) -> Claim:
        """What a claim means here: "all done" after a caller asked for a cancellation or a move claims just that.

        `booked`: something was said to be booked, which the caller may only have been correcting.
        """
        if booked or not claim.weak or claim.kind is not ClaimKind.MADE or not self._says_done(at, claim):
            return claim
        kind = asked_to_change(self.plain[each] for each in range(at) if self._turns[each].role == "caller")
        return claim if kind is None else replace(claim, kind=kind, weak=False)

    def _says_done(self, at: int, claim: Claim) -> bool:
        return _DONE_WHATEVER.match(self.plain[at][claim.start : claim.end]) is not None

    def in_hand(self, at: int, claim: Claim) -> bool:
        """Whether a booking was just being settled: the agent put one to the caller, who agreed to it.

        For a failure it is enough that the caller did not refuse.
        """
        if claim.kind is ClaimKind.MADE and (self._acted & {at, at - 1} or self._grants(at, claim)):
            return True
        before = range(max(0, at - 3), at)
        answer = next((each for each in reversed(before) if self._turns[each].role == "caller"), None)
        if answer is None or _SAYS_NO.match(self.plain[answer]):
            return False
        if claim.kind is ClaimKind.MADE and not self._takes_it(answer, self._says_done(at, claim)):
            return False
        words = " ".join(self.plain[each] for each in (*before, at))
        if _BOOKING_IN_HAND.search(words):
            return True
        if _OTHER_MATTER.search(words):
            return False
        return bool(_CONFIRMS.search(words)) or any(
            self._moments(each) for each in before if self._turns[each].role == "agent"
        )

    def corrects(self, at: int) -> bool:
        """Whether a turn names a time after the caller asked for another than was settled."""
        asked = at > 0 and self._turns[at - 1].role == "caller" and asks_another_time(self.plain[at - 1])
        return asked and bool(self._usable(at))

    def _takes_it(self, answer: int, done: bool) -> bool:
        """Whether a caller's words take what was offered: they agree; and, where it is said to be done, whatever it
        was, that they choose a time or give the name asked for is enough.
        """
        if _AGREES.search(self.plain[answer]):
            return True
        if not done:
            return False
        before = self.plain[answer - 1] if answer and self._turns[answer - 1].role == "agent" else ""
        if _ASKS_NAME.search(before):
            return True
        said = self.plain[answer]
        return bool(before and self._moments(answer - 1)) and "?" not in said and not _DECLINES.search(said)

    def _grants(self, at: int, claim: Claim) -> bool:
        """Whether it is said to be done at the very time that the caller just named, who was not asking about it."""
        asked = at - 1
        if asked < 0 or self._turns[asked].role != "caller" or not self._says_done(at, claim):
            return False
        wanted = {time for each in self._usable(asked) for time in each.times}
        given = {time for each in self._usable(at) for time in each.times}
        only_told = _ASKS.search(self.plain[asked]) or _OTHER_MATTER.search(f"{self.plain[asked]} {self.plain[at]}")
        return not only_told and not wanted.isdisjoint(given)

    def promise(self, at: int, claim: Claim) -> Promise:
        words = self._turns[at].text[claim.start : claim.end]
        day, clock = self._when(at, claim)
        dated = self._dated(day) if day else ()
        said = [Said(at, around(self._turns[at].text, claim.start, claim.end))]
        for found in (day, clock):
            if found is not None and not (found[0] == at and found[1].words in said[0].words):
                said.append(Said(found[0], found[1].words))
        return Promise(
            kind=claim.kind,
            turn=at,
            words=words,
            days=dated,
            times=clock[1].times if clock else (),
            said=tuple(said),
        )

    def _dated(self, day: tuple[int, Moment]) -> tuple[date, ...]:
        """The days of a moment; a weekday alone is the one that was last said with its date: "Wednesday the 18th"."""
        turn, moment = day
        words = self.plain[turn][moment.start : moment.end]
        if not _WEEKDAY.search(words) or _PINNED.search(words):
            return moment.days
        weekday = moment.days[0].weekday()
        for earlier in range(turn, -1, -1):
            for each in self._usable(earlier)[::-1]:
                before = (earlier, each.start) < (turn, moment.start)
                alike = before and each.days and each.days[0].weekday() == weekday
                if alike and _PINNED.search(self.plain[earlier][each.start : each.end]):
                    return each.days
        return moment.days

    def settled_anew(self, first: int, last: int) -> bool:
        """Whether the agent asked again whether to book, between two turns: what follows is another booking."""
        between = range(first + 1, last)
        return any(self._turns[at].role == "agent" and _ASKS_TO_BOOK.search(self.plain[at]) for at in between)

    def speaks_of_time(self, first: int, last: int) -> bool:
        """Whether a day or time is said after one turn and before another."""
        return any(self._moments(at) for at in range(first + 1, last))

    def _when(self, at: int, claim: Claim) -> tuple[tuple[int, Moment] | None, tuple[int, Moment] | None]:
        """The moments that give the day and the time: nearest to the claim first, then backwards."""
        day: tuple[int, Moment] | None = None
        clock: tuple[int, Moment] | None = None
        for turn, candidates in self._outwards(at, claim):
            both = next((each for each in candidates if each.days and each.times), None)
            if both is not None and day is None and clock is None:
                return (turn, both), (turn, both)
            if day is None:
                day = next(((turn, each) for each in candidates if each.days), None)
            if clock is None:
                clock = next(((turn, each) for each in candidates if each.times), None)
            if day is not None and clock is not None:
                break
        return day, clock

    def _outwards(self, at: int, claim: Claim) -> Iterator[tuple[int, list[Moment]]]:
        own = self._usable(at)
        if claim.kind is ClaimKind.MOVED:
            own = own[::-1]
        sentence = claim.sentence
        inside = [each for each in own if sentence.start <= each.start < sentence.end]
        if claim.kind is ClaimKind.FAILED:
            inside = [each for each in inside if not self._offers(at, each.start)]
            around: list[Moment] = []
        else:
            around = [each for each in own if each not in inside and not self._asked(at, each.start)]
        yield at, inside
        yield at, around
        for turn in range(at - 1, -1, -1):
            usable = self._usable(turn)
            yield turn, usable[::-1] if self._turns[turn].role == "caller" else self._offered_first(turn, usable)

    def _offered_first(self, at: int, usable: list[Moment]) -> list[Moment]:
        """What the agent offered in place of what failed comes before what failed."""
        failed = [each.sentence for each in self.claims(at) if each.kind is ClaimKind.FAILED] if usable else []
        return sorted(usable, key=lambda each: any(one.start <= each.start < one.end for one in failed))

    def _asked(self, at: int, place: int) -> bool:
        if at not in self._questions:
            told = sentences(self.plain[at])
            self._questions[at] = [(each.start, each.end) for each in told if each.asks]
        return any(start <= place < end for start, end in self._questions[at])

    def _offers(self, at: int, place: int) -> bool:
        """Whether a time behind a failure is the alternative that is offered."""
        return bool(_OFFERS.search(self.plain[at][:place]))

    def _usable(self, at: int) -> list[Moment]:
        if at not in self._kept:
            self._kept[at] = self._of_the_booking(at)
        return self._kept[at]

    def _of_the_booking(self, at: int) -> list[Moment]:
        text = self.plain[at]
        other = [each for each in sentences(text) if _NOT_THE_BOOKING.search(text, each.start, each.end)]
        return [
            each
            for each in self._moments(at)
            if not each.ends
            and not any(one.start <= each.start < one.end for one in other)
            and not _REFUSED_BEFORE.search(text, 0, each.start)
            and not (self._stays and _ENDS_BEFORE.search(text[: each.start]))
        ]

    def _moments(self, at: int) -> tuple[Moment, ...]:
        if at not in self._read:
            self._read[at] = moments(self._turns[at].text, self._today, self._hours, self._now)
        return self._read[at]
