"""What must never be kept is hidden, typed, spoken or split; the rest stays letter for letter."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.domain.call import ToolEntry, Turn
from agentdesk.domain.sensitive import NEVER_KEPT, Sensitive
from agentdesk.language.sensitive.finding import find
from agentdesk.language.sensitive.masking import mask, mask_json, mask_text, mask_turns
from agentdesk.language.sensitive.numbers import is_card
from tests.conversations import a_call, conversation

SPOKEN = {
    "0": ("oh", "zero", "nought"), "1": ("one",), "2": ("two",), "3": ("three",), "4": ("four",),
    "5": ("five",), "6": ("six",), "7": ("seven",), "8": ("eight",), "9": ("nine",),
}  # fmt: skip


def said(*lines: str) -> list[str]:
    return [each.text for each in mask_turns(conversation(*lines))]


def a_card(chance: random.Random) -> str:
    start = chance.choice(("4", "51", "55", "2221", "6011"))
    body = start + "".join(chance.choice("0123456789") for _ in range(15 - len(start)))
    return next(body + last for last in "0123456789" if is_card(body + last))


def spoken(digits: str, chance: random.Random) -> str:
    words, place = [], 0
    while place < len(digits):
        digit = digits[place]
        run = len(digits[place:]) - len(digits[place:].lstrip(digit))
        if run >= 2 and chance.random() < 0.7:
            words.append(f"double {SPOKEN[digit][0]}")
            place += 2
        else:
            words.append(chance.choice(SPOKEN[digit]))
            place += 1
        if place % 4 == 0 and place < len(digits) and chance.random() < 0.3:
            words.append(chance.choice(("um", "er", "then")))
    return " ".join(words)


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("C: My card is 4539 1488 0343 6467.", "My card is [hidden card number]."),
        ("C: it's 4539-1488-0343-6467 expiry 12/27", "it's [hidden card number] expiry 12/27"),
        ("C: Sort code 20-45-53, account 43917265", "Sort code [hidden sort code], account [hidden account number]"),
        ("C: IBAN GB29 NWBK 6016 1331 9268 19 please", "IBAN [hidden IBAN] please"),
        ("C: NI number AB 12 34 56 C", "NI number [hidden National Insurance number]"),
        ("C: a b one two three four five six c", "[hidden National Insurance number]"),
        ("C: her NHS number is 943 476 5919", "her NHS number is [hidden NHS number]"),
        ("C: 752 523 4833, it's on my letter", "[hidden NHS number], it's on my letter"),
        ("C: NHS number 408-316-8226", "NHS number [hidden NHS number]"),
        ("C: the password is Bluebell77, okay?", "the password is [hidden password], okay?"),
        ("C: my PIN's one two three four", "my PIN's [hidden PIN]"),
        ("C: 4\u200b539 1488\u200b 0343 6467", "[hidden card number]"),
        ("C: my mother's maiden name is Featherstone", "my mother's maiden name is [hidden security answer]"),
    ],
)
def test_a_secret_is_hidden_and_the_words_around_it_stay(line: str, hidden: str) -> None:
    assert said(line) == [hidden]


@pytest.mark.parametrize(
    "words",
    [
        "Ring me on 07700 900123 or 01604 555 0110, extension 12.",
        "It's oh seven seven double oh, nine hundred one two three.",
        "It's 408-316-8226, or (408) 316-8226, or 408.316.8226.",
        "You can get me on 408 316 8226, or get hold of her at 408 316 8226.",
        "The order number is 4539148803436467 and the booking reference is 12345678.",
        "It was £1,250.00 on 12/05/2026 at half past three, for 2 hours.",
        "The card ending 4242 was declined.",
        "I forgot my password and can't log in.",
        "We're at 14 Park Road, NN1 4QP, flat 3, born 3 May 1971, jo@example.co.uk.",
        "We'll ring you back. It's Maureen Clegg, and it's 114.",
        "Four or five people, between two and three thousand pounds, in nineteen ninety eight.",
    ],
)
def test_what_is_no_secret_stays_letter_for_letter(words: str) -> None:
    assert said(f"C: {words}") == [words]


def test_a_number_that_may_be_a_phone_number_is_the_nhs_number_that_was_asked_for() -> None:
    assert said("A: What's your NHS number?", "C: One moment.", "A: Of course.", "C: 408-316-8226", "A: 408-316-8226?")[
        3:
    ] == ["[hidden NHS number]", "[hidden NHS number]?"]


def test_a_card_told_in_pieces_over_several_turns_is_hidden_in_each() -> None:
    assert said(
        "A: What's the long number on the card?",
        "C: four five three nine",
        "A: Mm-hm.",
        "C: um, one four double eight",
        "A: Go on.",
        "C: oh three four three",
        "C: six four six seven",
        "A: And the three digits on the back?",
        "C: one two three",
    ) == [
        "What's the long number on the card?",
        "[hidden card number]",
        "Mm-hm.",
        "um, [hidden card number]",
        "Go on.",
        "[hidden card number]",
        "[hidden card number]",
        "And the three digits on the back?",
        "[hidden card security code]",
    ]


def test_a_card_begun_anew_is_hidden_whole() -> None:
    (_, told) = said("A: Card number, please.", "C: four five three nine, sorry, start again, 4539 1488 0343 6467")
    assert told == "[hidden card number]"


def test_a_secret_word_told_once_is_hidden_wherever_it_is_said() -> None:
    assert said("A: What was your mother's maiden name?", "C: Featherstone", "A: Thank you, Featherstone, got it.") == [
        "What was your mother's maiden name?",
        "[hidden security answer]",
        "Thank you, [hidden security answer], got it.",
    ]


def test_the_name_of_a_dog_is_a_secret_at_no_vet() -> None:
    assert said("A: What's your dog's name?", "C: Biscuit.") == ["What's your dog's name?", "Biscuit."]


def test_more_kinds_are_hidden_when_they_are_chosen() -> None:
    turns = conversation("C: It's 07700 900123, jo@example.co.uk.")
    (turn,) = mask_turns(turns, NEVER_KEPT | {Sensitive.PHONE, Sensitive.EMAIL})
    assert turn.text == "It's [hidden phone number], [hidden e-mail address]."


def test_what_tools_were_given_and_gave_is_hidden_and_their_names_for_things_stay() -> None:
    given = '{"card_number": "4539148803436467", "cvv": 123, "order_id": 4539148803436467}'
    tool = ToolEntry("pay", "t1", 1, given, "ok")
    (masked,) = mask(a_call("C: Hi", tools=(tool,))).tools
    assert json.loads(masked.arguments) == {
        "card_number": "[hidden card number]",
        "cvv": "[hidden card security code]",
        "order_id": 4539148803436467,
    }
    assert masked.result == "ok"


def test_a_call_without_secrets_is_the_very_same() -> None:
    call = a_call("C: Hi, I'd like a haircut.", tools=(ToolEntry("look", "t1", 1, '{ "day":"Monday" }', None),))
    assert mask(call) is call


def test_an_answer_of_a_service_is_hidden_in_each_of_its_shapes() -> None:
    digits = "4539 1488 0343 6467"
    answer = {
        "transcript": f"Agent: Card number?\nUser: {digits}\nAgent: Thanks.",
        "messages": [{"role": "bot", "message": "Card number?"}, {"role": "user", "message": digits}],
        "words": [{"word": each, "start": 1} for each in digits.split()],
        "start_timestamp": 1714608475945,
    }
    masked = mask_json(json.dumps(answer))
    assert not any(part in masked for part in digits.split())
    assert json.loads(masked)["start_timestamp"] == 1714608475945


def test_made_up_cards_are_hidden_and_phones_prices_and_references_are_not() -> None:
    chance = random.Random(26)  # noqa: S311 - the same made-up cards every time
    typed = missed_typed = told = missed_told = 0
    for _ in range(400):
        card = a_card(chance)
        grouped = " ".join(card[place : place + 4] for place in range(0, 16, 4))
        around = chance.choice(("It's {}.", "the number is {} thanks", "{}", "yes so {}"))
        line = around.format(chance.choice((card, grouped)))
        typed += 1
        missed_typed += "[hidden card number]" not in mask_text(line)
        asked = Turn("agent", "Can I take the long card number?")
        (_, answer) = mask_turns((asked, Turn("caller", f"sure {spoken(card, chance)} okay")))
        told += 1
        missed_told += answer.text != "sure [hidden card number] okay"
    assert missed_typed / typed <= 0.01
    assert missed_told / told <= 0.05
    wrong = 0
    for _ in range(400):
        phone = "07" + "".join(chance.choice("0123456789") for _ in range(9))
        line = chance.choice(
            (
                f"my number is {phone[:5]} {phone[5:]}",
                f"call me on {spoken(phone, chance)}",
                f"that was £{chance.randrange(10, 4000)}.50 on {chance.randrange(1, 28)}/5/2026",
                f"booking code {chance.randrange(10**7, 10**9)}",
                f"at {chance.randrange(1, 12)}.{chance.randrange(10, 59)} on the {chance.randrange(4, 20)}th",
            )
        )
        wrong += mask_text(line) != line
    assert wrong / 400 <= 0.01


WORDS = (
    "card number pin password is my the account sort code oh double four five 4539 1488 0343 6467 123 or nhs ab12 "
    "maiden name Miller born 3 May 1971 sorry no and 07700 900123 ? , . \u200b é İ"
)
SENTENCES = st.lists(st.sampled_from([*WORDS.split(" "), Sensitive.PIN.stand_in]), max_size=12).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["agent", "caller"]), SENTENCES), max_size=6))
def test_masking_again_changes_nothing(lines: list[tuple[str, str]]) -> None:
    turns = tuple(Turn("agent" if role == "agent" else "caller", text) for role, text in lines)
    once = mask_turns(turns, frozenset(Sensitive))
    assert mask_turns(once, frozenset(Sensitive)) == once
    assert len(once) == len(turns)


@pytest.mark.parametrize(
    "said",
    [
        "It's AB one two three four five six C.",
        "My NI number is JM, double four, two one, seven seven, D.",
    ],
)
def test_a_national_insurance_number_may_have_its_letters_together(said: str) -> None:
    (spot,) = find((Turn("caller", said),))
    assert spot.kind is Sensitive.NATIONAL_INSURANCE
    assert said[spot.start : spot.start + 2] in ("AB", "JM")


def test_six_digits_after_a_short_word_are_no_national_insurance_number() -> None:
    spots = find((Turn("caller", "It is one two three four five six a day"),))
    assert Sensitive.NATIONAL_INSURANCE not in {each.kind for each in spots}
