"""With whom or where a booking is, as far as capital letters tell: "a table at the Bird Dog", "with Dr. Alice Khan"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agentdesk.domain.call import Turn
from agentdesk.language.day_parts import MONTHS, WEEKDAYS
from agentdesk.language.names_heard import STREET, name_led, name_said_twice, stands_at
from agentdesk.language.tokens import bag, straightened


class Named(NamedTuple):
    """A name as it was said, and the word before it in small letters. `in_a_town`: "in Leeds" follows."""

    words: str
    lead: str
    in_a_town: bool


_PART = r"(?:Dr\.|Mr\.|Mrs\.|Ms\.|St\.|[A-Z][\w'.&-]*[\w']|[A-Z]|\d+(?:/\d+)?(?=\s+[A-Z]))"
_NAME = re.compile(
    rf"(?P<lead>(?:[a-z][\w']*|At|With|To|Visit|Visiting)[:,]?\s+(?:(?:the|your|a|an|our)\s+)?)?(?<![\w'])"
    rf"(?P<name>{_PART}(?:(?:\s*[|&,/-]\s*|\s+(?:of|the|and|at|on|by|de|la|del|for|&)\s+|\s+){_PART})*)"
)
_WITH = bag("at with to visit see called named reserve book choose try about for is found like stay into of")
_SURE = bag("at with to visit see called named stay")
_NO_NAME = (
    frozenset(WEEKDAYS)
    | frozenset(MONTHS)
    | bag(
        "i i'm i'll i've i'd am pm ok okay yes no sure great please sorry the this that there their they your you it "
        "it's its what when where which who how do does did is are can could would shall should will may and but so "
        "also for from at in on to of thank thanks alright all right perfect good excellent lovely unfortunately "
        "confirm confirming confirmed booking let let's just hello hi here now one we we've we're my our any have has "
        "next today tomorrow she he dr mr mrs ms"
    )
)
_IN_A_TOWN = re.compile(r",?\s+in\s+[A-Z]")


class NamesSaid:
    """The names of one conversation. Each turn is read at most once, however often it is asked about."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns
        self._led: dict[int, str | None] = {}
        self._said_twice: dict[int, str | None] = {}

    def before(self, turn: int) -> str | None:
        """The name nearest to a turn, backwards, that a booking may be with or at; None where nothing looks like one.

        The agent's words count before the caller's, who may spell or shorten it.
        """
        for role in ("agent", "caller"):
            for at in range(turn, -1, -1):
                if self._turns[at].role != role:
                    continue
                name = self._led_in(at)
                if name is None and role == "agent" and at < turn:
                    name = self._said_twice_in(at)
                if name is not None:
                    return name
        return None

    def _led_in(self, at: int) -> str | None:
        if at not in self._led:
            self._led[at] = _best(self._turns[at].text)
        return self._led[at]

    def _said_twice_in(self, at: int) -> str | None:
        """What the agent offered before and puts to the caller here, where there are no capitals to tell."""
        if at not in self._said_twice:
            self._said_twice[at] = name_said_twice(self._turns, at) if _is_heard(self._turns[at].text) else None
        return self._said_twice[at]


def name_before(turns: Sequence[Turn], turn: int) -> str | None:
    """As `NamesSaid.before`, for one question about a conversation."""
    return NamesSaid(turns).before(turn)


def _is_heard(text: str) -> bool:
    """Whether a text has no capitals, as speech recognisers write."""
    return text == text.lower()


def _best(text: str) -> str | None:
    """The name that a text most likely gives a booking; what "at" or "with" leads comes first."""
    if _is_heard(text):
        return name_led(text)
    found = list(names_in(text))
    sure = [each for each in found if each.lead in _SURE or each.in_a_town]
    likely = [each for each in found if each.lead in _WITH]
    opening = [each for each in found if not each.lead and " " in each.words]
    return next((each.words for each in (*sure, *likely, *opening)), None)


def names_in(text: str) -> Iterator[Named]:
    """Everything in capitals that may name a person or a place; towns ("in Leeds") and streets are left out."""
    plain = straightened(text)
    for match in _NAME.finditer(plain):
        lead = re.sub(r"\b(?:the|your|a|an|our)\s+$", "", match["lead"] or "", flags=re.IGNORECASE)
        words = _trimmed(match["name"])
        if words and lead.strip(" :,").lower() != "in" and not _is_address(plain, match, words):
            yield Named(words, lead.strip(" :,").lower(), bool(_IN_A_TOWN.match(plain, match.end())))


def _trimmed(name: str) -> str:
    """Without the words in capitals that only begin or end a sentence, and without a town behind a comma."""
    parts = name.split()
    while parts and _opens_a_sentence(parts[0]):
        parts.pop(0)
    while parts and parts[-1].strip(",.").lower() in _NO_NAME | bag("& | -"):
        parts.pop()
    return " ".join(parts).strip(" ,-|&")


def _opens_a_sentence(word: str) -> bool:
    """Whether a capital stands only because a sentence begins: "Please", "There's", "They're"."""
    plain = word.strip(",.'").lower()
    if word in ("Dr.", "Mr.", "Mrs.", "Ms.", "The"):
        return False
    return plain in _NO_NAME or (plain.endswith(("'s", "'re", "'ll", "'ve", "'d")) and plain.split("'")[0] in _NO_NAME)


def _is_address(plain: str, match: re.Match[str], words: str) -> bool:
    start = match.start("name")
    if stands_at(plain, start):
        return True
    return words[0].isdigit() and bool(STREET.search(words) or STREET.match(plain[match.end() :].lstrip()))
