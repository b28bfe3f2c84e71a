"""Codes with letters in them: IBANs, National Insurance numbers, postcodes; typed or spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agentdesk.domain.sensitive import Sensitive
from agentdesk.language.sensitive.runs import Run

_IBAN = re.compile(r"\b[A-Z]{2}\d\d(?:[ -]?[A-Z0-9]){11,30}\b|\b[a-z]{2}\d\d(?:[ -]?[a-z0-9]){11,30}\b")
_NATIONAL_INSURANCE = re.compile(
    r"\b(?!bg|gb|kn|nk|nt|tn|zz)[a-z]{2}[\s-]?\d(?:[\s-]?\d){5}[\s-]?[a-d]\b|\b[a-z]{2}[\s-]?\d{6}\b(?=\W*$)"
)
_AREAS = (
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g "
    "gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ja je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr "
    "nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa "
    "wc wd wf wn wr ws wv yo ze"
)
_AREA = "|".join(sorted(_AREAS.split(), key=len, reverse=True))
_POSTCODE = re.compile(rf"\b(?:{_AREA})\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{{2}}\b|\bgir\s?0aa\b")
_SPELT_POSTCODE = re.compile(rf"(?:{_AREA})\d[a-z\d]?\d[abd-hjlnp-uw-z]{{2}}")
_SPELT_INSURANCE = re.compile(r"(?!bg|gb|kn|nk|nt|tn|zz)[a-z]{2}\d{6}[a-d]")
# Recognisers write the two letters together: "AB one two three four five six C". Some letters never begin one.
_LETTERS_BEFORE = re.compile(r"(?<![\w'’])(?!bg|gb|kn|nk|nt|tn|zz)[abceghj-prstw-z][abceghj-nprstw-z](?=[\s,-]{1,3}$)")
_REST_OF_INSURANCE = re.compile(r"\d{6}[a-d]")
_HAS_DIGIT_AND_LETTER = re.compile(r"[a-z][\s-]?\d|\d[\s-]?[a-z]")

IBAN_LENGTHS = range(15, 35)


def codes(text: str, lower: str, found: list[Run]) -> Iterator[tuple[int, int, Sensitive]]:
    """Every such code of a turn: start, end and kind. `lower`: the same text in lower case, `found`: its runs."""
    if _HAS_DIGIT_AND_LETTER.search(lower):
        for match in _IBAN.finditer(text):
            if (end := _iban_end(match[0])) is not None:
                yield match.start(), match.start() + end, Sensitive.IBAN
        for match in _NATIONAL_INSURANCE.finditer(lower):
            yield match.start(), match.end(), Sensitive.NATIONAL_INSURANCE
        for match in _POSTCODE.finditer(lower):
            yield match.start(), match.end(), Sensitive.POSTCODE
    for run in found:
        if len(run.items) >= 4 and not run.spells.isdigit():
            yield from _spelt(run)
            yield from _after_letters(run, lower)


def _iban_end(words: str) -> int | None:
    """How many of the characters are an IBAN with right check digits; None when none are.

    A typed IBAN may be followed by a word in the same letters: groups are taken off the end until it fits.
    """
    end = len(words)
    while end > 0:
        plain = re.sub(r"[ -]", "", words[:end])
        if len(plain) not in IBAN_LENGTHS:
            return None
        if passes_mod_97(plain):
            return end
        end = max(words.rfind(" ", 0, end), words.rfind("-", 0, end))
    return None


def passes_mod_97(iban: str) -> bool:
    """The check digits of an IBAN without spaces (ISO 13616)."""
    moved = iban[4:] + iban[:4]
    return int("".join(str(int(each, 36)) for each in moved)) % 97 == 1


def _after_letters(run: Run, lower: str) -> Iterator[tuple[int, int, Sensitive]]:
    """A National Insurance number whose first two letters stand together before the spelt rest."""
    if _REST_OF_INSURANCE.match(run.spells):
        places = [place for place, item in enumerate(run.items) for _ in item.spells]
        letters = _LETTERS_BEFORE.search(lower, max(0, run.start - 5), run.start)
        if letters is not None:
            yield letters.start(), run.items[places[6]].end, Sensitive.NATIONAL_INSURANCE


def _spelt(run: Run) -> Iterator[tuple[int, int, Sensitive]]:
    places = [place for place, item in enumerate(run.items) for _ in item.spells]
    for pattern, kind in (
        (_SPELT_INSURANCE, Sensitive.NATIONAL_INSURANCE),
        (_SPELT_POSTCODE, Sensitive.POSTCODE),
    ):
        match = pattern.search(run.spells)
        if match is not None:
            first, last = run.items[places[match.start()]], run.items[places[match.end() - 1]]
            yield first.start, last.end, kind
            return
    plain = run.spells
    if len(plain) in IBAN_LENGTHS and re.fullmatch(r"[a-z]{2}\d\d[a-z0-9]+", plain) and passes_mod_97(plain):
        yield run.start, run.end, Sensitive.IBAN
