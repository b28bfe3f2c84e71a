from __future__ import annotations

import pytest
from hypothesis import given

from agentdesk.language.handovers import Answer, answers
from agentdesk.language.requests import Wanted, requests, said_of
from tests.conversations import texts


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Can I speak to a person, please?", Wanted.PERSON),
        ("put me through to the manager", Wanted.PERSON),
        ("I'd rather talk to somebody real", Wanted.PERSON),
        ("Is Jo there? Could I speak to Jo?", Wanted.PERSON),
        ("get me your manager on the line", Wanted.PERSON),
        ("Could someone give me a ring back?", Wanted.PERSON),
        ("I've waited in two mornings and nobody came.", Wanted.COMPLAINT),
        ("I want to make a complaint.", Wanted.COMPLAINT),
        ("I'm very unhappy with the work", Wanted.COMPLAINT),
        ("I want my money back", Wanted.REFUND),
        ("when will I get the refund", Wanted.REFUND),
        ("I can smell gas in the kitchen", Wanted.EMERGENCY),
        ("there's water coming through the ceiling", Wanted.EMERGENCY),
        ("he's had a tooth knocked out", Wanted.EMERGENCY),
    ],
)
def test_callers_who_want_a_person_are_heard(said: str, wanted: Wanted) -> None:
    assert wanted in [each.wanted for each in requests(said)]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Have you not got a manager I can talk to?", Wanted.PERSON),
        ("Could you ask Dan to ring me?", Wanted.PERSON),
        ("I'm not comfortable telling a computer this.", Wanted.PERSON),
        ("I want to discuss what you did to my spaniel with somebody senior.", Wanted.PERSON),
        ("Your lad was due at nine and he never came.", Wanted.COMPLAINT),
        ("I was promised a call on Monday and I've heard nothing.", Wanted.COMPLAINT),
        ("Your fitter has scratched the worktop and left a hole in the wall.", Wanted.COMPLAINT),
        ("The radiator your chap hung has come off the wall.", Wanted.COMPLAINT),
        ("It's about one of your stylists shouting at my mum.", Wanted.COMPLAINT),
        ("I'm not paying this bill, it's double what I was quoted.", Wanted.COMPLAINT),
        ("You've charged my card twice.", Wanted.COMPLAINT),
        ("This is the third time you've cancelled.", Wanted.COMPLAINT),
        ("I'd like my deposit returned.", Wanted.REFUND),
        ("How do I claim back the rent for those weeks?", Wanted.REFUND),
        ("I've had two of the six, so I'd like the rest of it back.", Wanted.REFUND),
        ("The bathroom ceiling has come down.", Wanted.EMERGENCY),
        ("There's smoke on the stairs and we can't get out.", Wanted.EMERGENCY),
        ("The dog's just eaten a whole bar of chocolate.", Wanted.EMERGENCY),
        ("She's gone all floppy.", Wanted.EMERGENCY),
        ("Her front tooth's hanging by a thread.", Wanted.EMERGENCY),
        ("The boiler's packed in and we've a newborn here.", Wanted.VULNERABLE),
        ("I'm that frightened, I'm on my own with the bairns.", Wanted.VULNERABLE),
    ],
)
def test_they_are_heard_without_the_usual_words(said: str, wanted: Wanted) -> None:
    assert wanted in [each.wanted for each in requests(said)]


@pytest.mark.parametrize(
    "said",
    [
        "My brother was livid with the garage up the road.",
        "I'm terrified of dentists, always have been.",
        "If I cancel the day before, is it refunded?",
        "I was going to ask for a refund, but I love it now.",
        "Can you fit a carbon monoxide alarm?",
        "Is this a real person?",
        "Have you got a wall I could lean my bike against?",
    ],
)
def test_what_is_asked_supposed_or_somebody_elses_is_not(said: str) -> None:
    assert requests(said) == ()


@pytest.mark.parametrize(
    "said",
    [
        "I'd like to book a check-up.",
        "I don't want a refund.",
        "No need to put me through.",
        "I need to talk to my husband first.",
        "Do you do refunds?",
        "Can someone help me with a booking?",
        "A table for one person, please.",
        "Do you service gas boilers?",
        "I can't complain, thanks.",
        "How much is the deposit?",
        "Is there parking for staff?",
    ],
)
def test_ordinary_callers_are_not(said: str) -> None:
    assert requests(said) == ()


def test_the_owners_own_words_are_whole_words_and_nothing_else() -> None:
    own = ["waited in", "a.b", "  "]
    assert [each.wanted for each in said_of("I've WAITED  in again", own, Wanted.OWN_WORDS)] == [Wanted.OWN_WORDS]
    assert said_of("she awaited in silence", own, Wanted.OWN_WORDS) == ()
    assert said_of("the acb", own, Wanted.OWN_WORDS) == ()


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("I'll put you through now.", Answer.HANDED_OVER),
        ("Let me transfer you to a colleague.", Answer.HANDED_OVER),
        ("Bear with me, I'm connecting you to the office.", Answer.HANDED_OVER),
        ("I'll get Jo to ring you back within the hour.", Answer.PROMISED),
        ("Someone will call you this afternoon.", Answer.PROMISED),
        ("The manager will be in touch.", Answer.PROMISED),
        ("I've asked our engineer to give you a call.", Answer.PROMISED),
        ("I'll get Jo for you.", Answer.HANDED_OVER),
        ("Let me grab one of the girls for you.", Answer.HANDED_OVER),
        ("I'm ringing through to the surgery.", Answer.HANDED_OVER),
        ("I'll have the lads from the workshop ring you.", Answer.PROMISED),
        ("I'll see that the landlord calls you.", Answer.PROMISED),
        ("You'll hear back from Jo by five.", Answer.PROMISED),
        ("I've put him on her call list for this afternoon.", Answer.PROMISED),
        ("I'll raise that with the manager.", Answer.MESSAGE),
        ("It's just going to the answering machine.", Answer.NOBODY_REACHED),
        ("I'm afraid it just rings out.", Answer.NOBODY_REACHED),
        ("I've sent an engineer to you straight away.", Answer.HELP_COMES),
        ("He'll be with you within the hour.", Answer.HELP_COMES),
        ("I'll take a message.", Answer.MESSAGE),
        ("I'll pass that on to the manager.", Answer.MESSAGE),
        ("I'll pass your message on to Siobhan.", Answer.MESSAGE),
        ("I'll let Jo know you rang.", Answer.MESSAGE),
        ("I'll make sure Dr Okafor gets your message.", Answer.MESSAGE),
        ("Please ring 999 straight away.", Answer.SENT_FOR_HELP),
        ("Please call the gas emergency line now.", Answer.SENT_FOR_HELP),
    ],
)
def test_what_the_agent_did_for_them_is_heard(said: str, answer: Answer) -> None:
    assert answer in [each.answer for each in answers(said)]


@pytest.mark.parametrize(
    "said",
    [
        "I'm sorry, I can't put you through.",
        "I'm not able to transfer you to anyone.",
        "I'll text you a confirmation.",
        "I'll send the details to your phone.",
        "The engineer will ring you when he's on his way.",
        "Someone will be in touch if anything changes.",
        "Is there anything else I can help you with?",
        "You can pay when you get here.",
        "I've got your number, thank you.",
        "I'll get that booked for you.",
        "I'll get the price for you.",
        "I'll let you know.",
        "I'll let the engineer know about the dog.",
        "She left a message for you yesterday.",
    ],
)
def test_refusals_courtesies_and_confirmations_are_no_answer(said: str) -> None:
    assert answers(said) == ()


def test_an_offer_is_marked_as_one() -> None:
    assert [each.offered for each in answers("Would you like someone to call you back?")] == [True]
    assert [each.offered for each in answers("I can take a message for you.")] == [True]


@given(texts())
def test_places_lie_inside_the_text(text: str) -> None:
    places = [
        (each.start, each.end) for each in (*requests(text), *said_of(text, ["café", "smell gas"], Wanted.OWN_WORDS))
    ]
    places += [(each.start, each.end) for each in answers(text)]
    for start, end in places:
        assert text[start:end].strip()


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Can I have a word with the gaffer? Is the boss about?", Wanted.PERSON),
        ("accounts team please", Wanted.PERSON),
        ("Transfer me to whoever does the rotas", Wanted.PERSON),
        ("I'm not giving my address to a robot, sorry", Wanted.PERSON),
        ("I'm fed up of talking to a machine", Wanted.PERSON),
        ("I want that sixty quid back", Wanted.REFUND),
        ("Give me my £45 back please", Wanted.REFUND),
        ("Your lad's ripped me off", Wanted.COMPLAINT),
        ("You'll be hearing from my solicitor", Wanted.THREAT),
        ("I'll leave you a one star review", Wanted.THREAT),
        ("We're going round in circles here", Wanted.UNCLEAR),
        ("You're not listening", Wanted.UNCLEAR),
        ("We've no heating and there's a newborn in the house", Wanted.VULNERABLE),
        ("My nan's 84 and she's got no hot water", Wanted.VULNERABLE),
        ("I just can't go on.", Wanted.VULNERABLE),
        ("I can't go on like this, love", Wanted.VULNERABLE),
    ],
)
def test_the_ways_britons_say_it(said: str, wanted: Wanted) -> None:
    assert wanted in [each.wanted for each in requests(said)]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("I need to speak to a mananger", "speak to a mananger"),
        ("I want to make a compaint", "make a compaint"),
        ("can I get a refudn please", "refudn"),
        ("can I get a reefund", "reefund"),
    ],
)
def test_one_slip_in_a_word_that_matters_is_read_over_and_shown_as_it_was_written(said: str, words: str) -> None:
    (one,) = requests(said)
    assert words in said[one.start : one.end]


@pytest.mark.parametrize(
    "said",
    [
        "That's not what I said, I said Tuesday.",
        "Actually, no. I can't go on Thursday.",
        "We can't go on the 4th, have you owt after?",
        "I manage the flats and he managed the shop.",
        "Is it compliant?",
        "My name is Pearson.",
        "The boiler's not working at all.",
        "Can I have the key back in the safe?",
        "I'm calling for my elderly mum, she'd like a check-up.",
        "Can you move me to another day?",
    ],
)
def test_what_only_sounds_like_it_is_not(said: str) -> None:
    assert requests(said) == ()


def test_own_words_are_read_over_apostrophes_and_plurals_and_not_when_denied() -> None:
    own = ["key's snapped", "burst pipe"]
    assert [each.wanted for each in said_of("the keys snapped in the door", own, Wanted.OWN_WORDS)] == [
        Wanted.OWN_WORDS
    ]
    assert said_of("Two burst pipes", own, Wanted.OWN_WORDS)
    assert said_of("it's not a burst pipe", ["burst pipe"], Wanted.OWN_WORDS) == ()
