"""Details that are words: e-mail addresses, passwords, answers to security questions, dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from agentdesk.language.tokens import bag

_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_ENDS = r"(?:com|co\.?uk|co dot uk|co|org|net|uk|info|me|io|eu|ie|gov|ac|biz)"
_SPOKEN_PLACE = rf"at\s+(?:(?:[\w-]+\s?(?:\.|\sdot\s)\s?)+|[\w-]+\s(?=(?:com|co)\b)){_ENDS}\b"
_SPOKEN_EMAIL = re.compile(
    rf"(?:[\w'-]+(?:\s?\.\s?|\s(?:dot|underscore|dash|hyphen|plus|full stop|point)\s))*[\w'.+-]+\s+{_SPOKEN_PLACE}"
    rf"(?:(?:\s?\.\s?|\sdot\s)uk\b)?"
)
_AT_A_PLACE = re.compile(rf"\s{_SPOKEN_PLACE}")
"""What every address that is spoken ends with, and looked for in a tenth of the time."""
_PASSWORD = re.compile(
    r"\b(?:pass(?:word|code|phrase)|pwd?|memorable word|secret word)s?\b(?P<link>(?:\s+(?:for|on|to)\s+\S+(?:\s+\S+)?)?"
    r"\s*(?:[:=]|\bis\b|\bwas\b|\bas\b|'s\b)\s*|\s+)(?:(?:probably|still|just|either|all one word|it's)\s+)*"
    r"(?P<word>[\"'“‘]?[^\s,;]*[^\s,.;:!?\"'”’])"
)
_NO_PASSWORD = bag(
    "a about account again an and and/or any are as at be because been box but by can change changed changing "
    "correct could did different do does doesn't expired field for forgotten from gone got had has have he how i "
    "i'd i'll i'm i've if in incorrect invalid is isn't it it's just like locked lost manager me my need needs "
    "new no not of off on one or our page please private problem protected question recovery required reset "
    "resetting right safe same secret secure set she should so something sorry strange that that's the their them "
    "then there they thing this to too up was we were what when where which who why will with without won't "
    "working would wrong you your"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_NUMBER = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twent(?:y|ieth)|"
    r"thirt(?:y|ieth)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|forty|fifty|sixty|seventy|"
    r"eighty|ninety|oh|hundred|thousand|\d{1,4}(?:st|nd|rd|th)?)"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}[/. -]\d{{1,2}}[/. -]\d{{2,4}}|\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}\d{{2}}[ /-]?(?:19|20)\d\d|"
    rf"(?:(?:the\s+)?{_NUMBER}(?:[\s-]+{_NUMBER})?\s+(?:of\s+)?(?:the\s+)?)?{_MONTH}\b"
    rf"(?:[\s,]+(?:the\s+)?{_NUMBER}(?:[\s-]+(?:and\s+)?{_NUMBER}){{0,5}})?|"
    rf"(?:the\s+)?{_NUMBER}\s+of\s+(?:the\s+)?{_NUMBER}(?:[\s-]+{_NUMBER}){{0,4}})(?!\w)"
)
_BORN = re.compile(r"\b(?:born|date of birth|birth ?date|birthday|dob|d\.o\.b)\b")
_BEGINNING = 40
_LEAD = re.compile(
    r"^\W*(?:(?:oh+|ok(?:ay)?|um+|uh+|er+m?|ah|yes|yeah|yep|sure|of course|well|right|so|and|it's|its|it is|it was|"
    r"that's|that is|that was|that would be|this is|was|is|i think|i believe|my|mine|the|her|his|their|mother|mum|mom|"
    r"mother's|mum's|mom's|maiden|name|answer|first|pet|pets|dog|dog's|cat|cat's|pet's|childhood|called|named|there|then|"
    r"actually|just|maybe|possibly|probably|hi|hello|please|ha+|haha|aw+|try|poor|dear|little|big|old)\b[\s,:.!'-]*)+"
)
_REFUSES = re.compile(
    r"\b(?:don't|dont|do not|can't|cant|cannot|couldn't|never|not sure|no idea|forgot|forget|forgotten|remember|"
    r"recall|why|what|who|how|where|when|which|excuse me|pardon|none|rather not|won't|nope|speak|didn't|have no|had no|"
    r"no pets?)\b|\?"
)
_SURNAME = re.compile(
    r"\bmaiden(?:\s+name)?\b\W{0,3}(?:(?:is|was|it's|its|it is|which is|that is|to be|would be|be)\W+)*"
    r"(?:(?:also|just|actually|either|still|the|called)\s+)*(?P<word>[a-z][a-z'’-]+)"
)
_PET = re.compile(
    r"\b(?:pets?|dog|cat|hamster|rabbit|goldfish|parrot|teddy|school|street|teacher)(?:'s|s)?\b(?:\s+name)?(?:\s+(?:from|as|"
    r"when|i|had|was|a|in|my|child|kid|childhood|the))*\W{0,3}(?:(?:is|was|were|named|called|name|it's|its)\W+)+"
    r"(?:(?:also|just|a|the|called|named)\s+)*(?P<word>[a-z][a-z'’-]+)"
)
_CHILDHOOD_PET = re.compile(r"\b(?:childhood|first) pet\W+(?:(?:is|was|named?|called)\W+)*(?P<word>[a-z][a-z'’-]+)")
_NAME_IS = re.compile(
    r"\b(?:named|called|name (?:is|was)|name's|name|it's|its|it was|it is|was)\W+(?P<word>[a-z][a-z'’-]+)"
)
_TOLD_AFTER = re.compile(
    r"\b(?P<word>[a-z][a-z'’-]+),?\s+(?:is|was)\s+(?:my|the|her)\s+(?:mother's maiden|mum's maiden|mom's maiden|"
    r"first pet|childhood pet|pet's name|security answer|maiden)"
)
_SECURITY_WORDS = ("maiden", "pet", "security answer")
"""One of them is in every such sentence."""
_COMMON = bag(
    "a about account actually again ah all also an and any anyway are as ask at available be because big buddy's "
    "but by called can can't cat child come could did different do does doesn't dog don't either else enough er "
    "erm exactly fine first for forgot friend from geez get give god good gosh great had hang has have he he's "
    "hello help her here hers him his hm hmm hold how huh i i'd i'll i'm i've if im in is isn't it it's its just "
    "kid know let like long lost many may me mine mm mom mother mother's mum my name named names never no none "
    "nope not nothing now number of oh ok okay old on one or our pet pets pin please possible probably question "
    "really remember right same she she's short should so some something sorry sure thank thanks that that's the "
    "their them then there these they think thinks this those thought to too two uh um unknown use used very wait "
    "was wasn't we well were what when where which who why will with would yeah yep yes yikes you your"
)
_ANSWER_WORD = re.compile(r"[a-z][a-z'’-]*")
_LONGEST_ANSWER = 3


def emails(lower: str) -> Iterator[tuple[int, int]]:
    """Where e-mail addresses stand, typed or spoken."""
    if "@" in lower:
        for match in _EMAIL.finditer(lower):
            yield match.span()
    if _AT_A_PLACE.search(lower):
        for match in _SPOKEN_EMAIL.finditer(lower):
            yield match.span()


def passwords(lower: str) -> Iterator[tuple[int, int]]:
    """Where passwords stand that the words beside them give away."""
    for match in _PASSWORD.finditer(lower):
        word = match["word"].strip("\"'“‘")
        linked = match["link"].strip() != ""
        if word in _NO_PASSWORD or (not linked and not _ends_turn(lower, match.end("word"))):
            continue
        yield match.end("word") - len(word), match.end("word")


def answers(lower: str) -> Iterator[tuple[int, int]]:
    """Where the answers to the usual security questions stand, told in a sentence."""
    if not any(each in lower for each in _SECURITY_WORDS):
        return
    for pattern in (_SURNAME, _CHILDHOOD_PET, _TOLD_AFTER):
        for match in pattern.finditer(lower):
            if match["word"] not in _COMMON:
                yield match.span("word")


def pet_names(lower: str) -> Iterator[tuple[int, int]]:
    """Names of pets and the like, which are answers only where security questions are put."""
    for match in _PET.finditer(lower):
        if match["word"] not in _COMMON:
            yield match.span("word")


def answer(lower: str) -> tuple[int, int] | None:
    """What a turn answers to a question that wants a word: a name, a word, a place; None when it refuses."""
    lead = _LEAD.match(lower)
    start = lead.end() if lead else 0
    end = start
    words = _ANSWER_WORD.finditer(lower, start)
    for each in islice(words, _LONGEST_ANSWER):
        if each[0] in _COMMON or each.start() > end + 1:
            break
        end = each.end()
    if end > start:
        return start, end
    if _REFUSES.search(lower[:_BEGINNING]):
        return None
    for match in _NAME_IS.finditer(lower):
        if match["word"] not in _COMMON:
            return match.span("word")
    return None


def birth_dates(lower: str, asked: bool) -> Iterator[tuple[int, int]]:
    """Where dates of birth stand: dates beside words of birth, or any date when it was asked for."""
    if not asked and not _BORN.search(lower):
        return
    for match in _DATE.finditer(lower):
        around = lower[max(0, match.start() - 50) : match.end() + 30]
        if asked or _BORN.search(around):
            yield match.span()


def refuses(lower: str) -> bool:
    """Whether somebody asked for a detail asks back, refuses, or doesn't know."""
    return bool(_REFUSES.search(lower))


def _ends_turn(lower: str, place: int) -> bool:
    return not lower[place:].strip(" .,!?\"'”’")
