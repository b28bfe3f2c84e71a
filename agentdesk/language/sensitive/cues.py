"""Words that tell what a number or an answer is: beside it, or in the question before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agentdesk.domain.sensitive import Sensitive

REFERENCE = "reference"
"""The cue of numbers that are nobody's secret: bookings, orders, parcels."""
ENDING = "ending"
"""The cue of the last few digits of something, which is how people name a card without telling it."""

CUES: tuple[tuple[Sensitive | str, str], ...] = (
    (
        ENDING,
        (
            r"ending(?: in| with)?|ends (?:in|with)|last (?:four|4|few)(?: digits| numbers)?(?: (?:of|are|is))*"
            r"(?: (?:my|the|your))?(?: (?:card|account|credit|debit|number|ssn|social security))*"
        ),
    ),
    (
        Sensitive.SECURITY_CODE,
        (
            r"cvv2?|cvc2?|csc|cv2|(?:card )?security (?:code|number|digits)|card verification(?: code| value)?|"
            r"(?:last |the )?(?:three|3) (?:digit|number)s?(?: (?:code|number))?(?: on)?|"
            r"(?:on the (?:back|reverse)|back of (?:the|my|your) card)|signature strip"
        ),
    ),
    (Sensitive.SORT_CODE, r"sort[ -]?code"),
    (Sensitive.IBAN, r"iban|international bank account number"),
    (Sensitive.NHS, r"n ?h ?s(?: number| no)?|national health(?: service)? number|chi number"),
    (Sensitive.NATIONAL_INSURANCE, r"national insurance|n\.?i\.? (?:number|no)|nino"),
    (Sensitive.SOCIAL_SECURITY, r"social security|ssn|social(?= (?:is|number))"),
    (Sensitive.PIN, r"pin(?: ?number| code)?s?|personal identification number"),
    (
        REFERENCE,
        (
            r"(?:booking|order|reservation|confirmation|tracking|ticket|invoice|policy|serial|model|case|claim|job|parcel|"
            r"membership|customer|company|vat|registration|meter|part|product|quote|receipt|delivery|consignment)"
            r"(?: (?:number|no|id|code|ref(?:erence)?))?|ref(?:erence)?(?: number| no)?|isbn|barcode"
        ),
    ),
    (
        Sensitive.CARD,
        (
            r"(?:credit|debit|bank|charge|payment|my|the|your|this|gift)? ?card(?: ?(?:number|no|details|#))?|visa|"
            r"mastercard|master card|amex|american express|maestro|cc|long number|(?:sixteen|16)[ -]digit(?:s| number)?"
        ),
    ),
    (Sensitive.ACCOUNT, r"(?:bank )?(?:account|acc|acct|a/c|ac)(?: ?(?:number|no|id|#))?|routing number"),
    (
        Sensitive.PHONE,
        (
            r"(?:tele)?phone|tel|mobile|mob|cell|call|calling|ring|text|reach|contact|fax|whats ?app|landline|ph|"
            r"answering|office|my number|best number|(?:get|catch|find) (?:hold of )?(?:me|us|him|her|them) (?:on|at)"
        ),
    ),
    (Sensitive.BIRTH_DATE, r"date of birth|birth ?date|birthday|dob|d\.o\.b|born"),
    (Sensitive.POSTCODE, r"post ?code|postal code"),
    (Sensitive.PASSWORD, r"pass(?:word|code|phrase)|pw|pwd"),
    (
        Sensitive.SECURITY_ANSWER,
        (
            r"maiden|security (?:question|answer)s?|memorable (?:word|name|place|date|information)|secret word|"
            r"secret answer|first (?:pet|school|car|teacher)|childhood (?:pet|friend)|"
            r"pets?\b.{0,30}?\b(?:child|kid|young|"
            r"younger|grew up)|(?:street|road|town) you grew up"
        ),
    ),
    (Sensitive.EMAIL, r"e-?mail"),
)
"""What each thing is called, as patterns of lower-case words; the first that fits counts."""
_BY_GROUP = {f"cue{number}": what for number, (what, _) in enumerate(CUES)}
_BEGINS = (
    r" ?card|[36]|16|a(?:c|/c|merican|mex|nswering)|b(?:a(?:ck|nk|rcode)|est|irth|ooking|orn)|"
    r"c(?:a(?:ll|rd|se|tch)|c|ell|h(?:arge|i|ildhood)|laim|o(?:mpany|nfirm|nsign|ntact)|redit|sc|ustomer|v)|"
    r"d(?:ate|ebit|elivery|ob|\.o)|e(?:nd|-?mail)|f(?:ax|i(?:nd|rst))|g(?:et|ift)|i(?:ban|nternational|nvoice|sbn)|job|"
    r"l(?:a(?:ndline|st)|ong)|m(?:a(?:estro|iden|ster)|e(?:mbership|morable|ter)|ob|odel|y)|"
    r"n(?:\.| ?h|ational|i)|o(?:ffice|n|rder)|"
    r"p(?:a(?:rcel|rt|ss|yment)|ersonal|ets?|h|in|o(?:licy|st)|roduct|wd?)|quote|"
    r"r(?:e(?:ach|ceipt|f|gistration|servation)|ing|o(?:ad|uting))|"
    r"s(?:e(?:cret|curity|rial)|ignature|ixteen|o(?:cial|rt)|sn|treet)|"
    r"t(?:e(?:l|xt)|h(?:e|is|ree)|icket|own|racking)|v(?:at|isa)|whats|your"
)
"""What every cue begins with, letter by letter: most words are no cue's, which is seen here five times as quickly."""
_CUE = re.compile(
    rf"\b(?={_BEGINS})(?:"
    + "|".join(f"(?P<cue{number}>{words})" for number, (_, words) in enumerate(CUES))
    + r")(?![a-z])"
)
_BEFORE = 80
_JUST_AFTER = re.compile(
    r"[\s,.\-)]*(?:(?:is|was|that's|thats|it's|its|as|this is|for)\s+)?(?:(?:my|the|our|his|her|a|this)\s+)?"
)
_AFTER = 30
_NEXT_NUMBER = re.compile(
    r"[ \t:]*(?:is |no |number |#)?(?:\d|(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"double|treble|triple|\w+teen|\w+ty)\b)"
)


class Cue(NamedTuple):
    """What is named, and where."""

    what: Sensitive | str
    start: int
    end: int


def cues(text: str, start: int = 0, end: int | None = None) -> Iterator[Cue]:
    """Every cue in a lower-case text between two places, in order."""
    for match in _CUE.finditer(text, start, len(text) if end is None else end):
        yield Cue(_BY_GROUP[match.lastgroup or ""], match.start(), match.end())


def named(text: str, start: int, end: int, since: int, until: int) -> Sensitive | str | None:
    """What the words around [start, end) say it is; `since` and `until`: where its neighbours end and begin.

    The nearest name before it counts, else one just after: "84318931 is my account number".
    """
    before = list(cues(text, max(since, start - _BEFORE), start))
    if before:
        return before[-1].what
    lead = _JUST_AFTER.match(text, end)
    begins = lead.end() if lead else end
    after = _CUE.match(text, begins, min(until, begins + _AFTER))
    if after is None or _NEXT_NUMBER.match(text, after.end()):
        # "5324 pin 9431": the name belongs to the next number
        return None
    return _BY_GROUP[after.lastgroup or ""]


def names_anything(text: str) -> bool:
    """Whether lower-case words name anything at all."""
    return _CUE.search(text) is not None
