"""Places that the agent said the business covers, or doesn't, held against the fact sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agentdesk.checks.evidence import Evidence, agent_in_words
from agentdesk.checks.named_places import NamedPlaces, named_places
from agentdesk.domain.business import Business
from agentdesk.domain.call import Call
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.language.sentences import begins_as_question, sentences
from agentdesk.language.tokens import straightened

_TOPIC = re.compile(r"\b(?:areas?|cover(?:ed|age)?|postcodes?|where (?:you|we) (?:go|work)|travel)\b", re.IGNORECASE)
_DISTRICT = re.compile(r"\b([A-Z]{1,2})(\d{1,2}[A-Z]?)?\b(?!\w)")
_SPAN = re.compile(r"\b([A-Z]{1,2})(\d{1,2})\s*(?:to|-)\s*(?:\1)?(\d{1,2})\b")
_AREA_WORDS = re.compile(r"\b([A-Z]{1,2})(?: and [A-Z]{1,2})* (?:postcodes?|area)|\b[A-Z]{1,2}\d", re.ASCII)
_COVERS = re.compile(
    r"\b(?:we|i) (?:do |also |can |will |'ll |certainly )*(?:cover|come (?:out )?to|come out|go (?:out "
    r")?to|get (?:out )?to|serve|work in|"
    r"travel to)\b|\bwe(?:'re| are) (?:happy to )?(?:covering|come to)\b",
    re.IGNORECASE,
)
_COVERS_NOT = re.compile(
    r"\b(?:we|i) (?:don't|do not|can't|cannot|won't|no longer) (?:currently |actually )?(?:cover|come "
    r"(?:out )?to|go (?:out )?to|"
    r"get (?:out )?to|serve|work in|travel to)\b|\b(?:is|that's) (?:outside|out of|not in) (?:of )?our area\b",
    re.IGNORECASE,
)
_ASKS_COVER = re.compile(
    r"\b(?:do|can|would|will) you (?:\w+ )?"
    r"(?:cover|come (?:out )?to|go (?:out )?to|get (?:out )?to|serve|work in|travel to)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"^\W*(?:yes|yeah|yep|certainly|absolutely|of course|we do|we certainly)\b", re.IGNORECASE)
_NO = re.compile(r"^\W*(?:no\b|sorry|i'm (?:sorry|afraid)|unfortunately|we don't|not at the moment)", re.IGNORECASE)


class Area(NamedTuple):
    """Postcode areas ("LS") and districts ("BD3") that the sheet lists, places it names, and its words."""

    shown: str
    areas: frozenset[str]
    districts: frozenset[str]
    places: NamedPlaces

    def holds(self, area: str, district: str) -> bool | None:
        """Whether a place is covered; None where the sheet doesn't say it that finely."""
        if area in self.areas or (district and area + district in self.districts):
            return True
        if any(each.startswith(area) and not each[len(area) :][:1].isalpha() for each in self.districts):
            return False if district else None
        return False

    def holds_against(self, places: list[tuple[str, str]], said_yes: bool) -> bool:
        """Whether one of the postcodes is the other way round on the sheet, where that lists postcodes."""
        listed = self.areas or self.districts
        return bool(listed) and any(self.holds(*each) is (not said_yes) for each in places)


def _against(area: Area, words: str, asked: str, said_yes: bool) -> bool:
    """Whether a named place is the other way round: one in the sentence, or in the question that it answers."""
    if _COVERS_NOT.search(words) and _COVERS.search(_COVERS_NOT.sub("", words)):
        return False
    if area.places.contradicts(words, said_yes):
        return True
    answers = _ASKS_COVER.search(asked) and (_YES.search(words) or _NO.search(words))
    return bool(answers) and area.places.contradicts(f"{words} {asked}", said_yes)


def find(evidence: Evidence) -> Iterator[Found]:
    """`fact.wrong` where the agent said that a place is covered which isn't, or that one isn't which is.

    Postcodes where the sheet lists some, and the very places that it names: whether Armley lies in Leeds is not
    for us to know.
    """
    for business, calls in evidence.calls_by_business():
        area = area_of(business)
        if area is not None:
            for call in calls:
                if call.final:
                    yield from _of_call(call, area)


def area_of(business: Business) -> Area | None:
    """The area the fact sheet gives in postcodes or by name; None where it gives none."""
    for fact in business.facts:
        if not _TOPIC.search(fact.topic):
            continue
        says, places = fact.says, named_places(fact.says)
        if _AREA_WORDS.search(says) or places.covered or places.left_out:
            districts = {
                f"{match[1]}{number}"
                for match in _SPAN.finditer(says)
                for number in range(int(match[2]), int(match[3]) + 1)
            }
            named = [match for match in _DISTRICT.finditer(says) if match[0] not in ("A", "I")]
            districts |= {match[0] for match in named if match[2]}
            return Area(
                f"{fact.topic}: {says}",
                frozenset(each[0] for each in named if not each[2]),
                frozenset(districts),
                places,
            )
    return None


def _of_call(call: Call, area: Area) -> Iterator[Found]:
    asked = ""
    for at, turn in enumerate(call.turns):
        if turn.role == "caller":
            asked = straightened(turn.text)
            continue
        plain = straightened(turn.text)
        for sentence in sentences(plain):
            words = plain[sentence.start : sentence.end]
            said_yes = _said(words, sentence.asks)
            places = _places(words)
            if said_yes is None and _ASKS_COVER.search(asked) and sentence.start == 0:
                said_yes = True if _YES.search(words) else False if _NO.search(words) else None
            if said_yes is not None and not places and _ASKS_COVER.search(asked):
                places = _places(asked)
            if said_yes is not None and (
                area.holds_against(places, said_yes) or _against(area, words, asked, said_yes)
            ):
                yield Found(
                    kind=Kind.FACT_WRONG,
                    severity=Severity.RED,
                    reason=f"{agent_in_words(call)} got the area wrong. The fact sheet says: {area.shown}.",
                    evidence=(Said(at, turn.text[sentence.start : sentence.end].strip()),),
                    call=call.id,
                    slot="area",
                )
                return


def _said(words: str, asks: bool) -> bool | None:
    if asks or begins_as_question(words):
        return None
    if _COVERS_NOT.search(words):
        return False
    return True if _COVERS.search(words) else None


def _places(words: str) -> list[tuple[str, str]]:
    return [
        (match[1], match[2] or "")
        for match in _DISTRICT.finditer(words)
        if match[2] or (len(match[1]) == 2 and _is_area(words, match))
    ]


def _is_area(words: str, match: re.Match[str]) -> bool:
    """Whether two capitals are a postcode area: "BD postcodes", not "TV" or "OK"."""
    return bool(re.match(r"\s+(?:postcodes?|area)\b", words[match.end() :], re.IGNORECASE))
