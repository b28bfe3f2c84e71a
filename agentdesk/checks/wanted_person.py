"""Callers who needed a person: missed, put through to nobody, or promised a call back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agentdesk.checks.evidence import Evidence, agent_in_words
from agentdesk.checks.hand_over import Became, Passing, passing
from agentdesk.checks.reading import heard_calls
from agentdesk.domain.call import Call
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.language.claims import ClaimKind
from agentdesk.language.handovers import OWED, Answer, Answered, says_yes
from agentdesk.language.heard import Heard
from agentdesk.language.requests import Request, Wanted, said_of, takes_back
from agentdesk.language.sentences import around, sentences
from agentdesk.language.unclear import not_understood_twice
from agentdesk.language.worth import worth_a_person

_ASKED = {
    Wanted.THREAT: "A caller made a threat",
    Wanted.VULNERABLE: "A caller may need looking after",
    Wanted.UNCLEAR: "A caller was not understood",
    Wanted.HIGH_VALUE: "A caller spoke of a job over your limit",
    Wanted.PERSON: "A caller asked for a person",
    Wanted.COMPLAINT: "A caller complained",
    Wanted.REFUND: "A caller asked for money back",
    Wanted.EMERGENCY: "A caller spoke of an emergency",
    Wanted.OWN_WORDS: "A caller used words that you want passed to a person",
}
_OWES = {
    Answer.PROMISED: "promised that somebody would be in touch",
    Answer.MESSAGE: "took a message that somebody must be given",
}
_GRAVEST_FIRST = (
    Wanted.EMERGENCY,
    Wanted.VULNERABLE,
    Wanted.PERSON,
    Wanted.THREAT,
    Wanted.COMPLAINT,
    Wanted.REFUND,
    Wanted.HIGH_VALUE,
    Wanted.OWN_WORDS,
    Wanted.UNCLEAR,
)


# "What about Dr Han?" "Get me someone else." asks for another of those on offer
_OFFERS_A_CHOICE = re.compile(r"\b(?:what|how) about\b", re.IGNORECASE)
_ELSE = re.compile(r"\s*else\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Talk:
    """What a call holds of it: requests of the caller and answers of the agent, each with its turn."""

    words: Heard
    wanted: tuple[tuple[int, Request], ...]
    answered: tuple[tuple[int, Answered], ...]


def find(evidence: Evidence) -> Iterator[Found]:
    """At most one finding for a call.

    `escalation.missed` where a person was needed and the agent neither handed over nor promised that
    somebody would be in touch, nor offered it; in an emergency a booking or the emergency number is an
    answer too. `escalation.failed` where a hand-over was tried and no person reached, unless a call back was
    promised then. `escalation.promised` where one was promised, or a message taken, whether or not it was asked
    for: what an agent writes down has reached nobody yet.
    """
    for call in evidence.calls:
        if not call.final or not call.turns:
            continue
        talk = _talk_of(call, evidence)
        passed = passing(call, talk.words)
        if passed is not None and passed.became is Became.REACHED:
            continue
        owed = [each for each in talk.answered if _is_owed(call, *each)]
        promise = min(owed, key=lambda each: OWED.index(each[1].answer), default=None)
        if promise is not None:
            yield _promised(call, talk, promise)
        elif passed is not None and passed.became is Became.FAILED:
            yield _failed(call, talk, passed)
        elif talk.wanted and passed is None and not _was_met(call, talk):
            yield _missed(call, talk)


def _own_words(evidence: Evidence, call: Call) -> tuple[str, ...]:
    brief = evidence.briefs.get(call.agent or "")
    return tuple(words for rule in brief.pass_to_a_person for words in rule.phrases) if brief else ()


def _talk_of(call: Call, evidence: Evidence) -> _Talk:
    words = heard_calls(evidence)[call.id]
    own_words = _own_words(evidence, call)
    high_value = evidence.business.high_value if evidence.business is not None else None
    wanted: list[tuple[int, Request]] = []
    for at, turn in enumerate(call.turns):
        if turn.role != "caller":
            continue
        asked = (*words.requests(at), *said_of(turn.text, own_words, Wanted.OWN_WORDS))
        if at and _OFFERS_A_CHOICE.search(call.turns[at - 1].text):
            asked = tuple(each for each in asked if not _ELSE.match(turn.text, each.end))
        if not any(each.wanted is Wanted.EMERGENCY for each in asked):
            asked += said_of(turn.text, evidence.emergency_words, Wanted.EMERGENCY)
        wanted += [(at, each) for each in (*asked, *worth_a_person(turn.text, high_value))]
    wanted += not_understood_twice(call.turns)
    wanted.sort(key=lambda each: (each[0], each[1].start))
    return _Talk(words, tuple(wanted), tuple(words.all_answers()))


def _next_words(call: Call, at: int) -> str | None:
    return next((turn.text for turn in call.turns[at + 1 :] if turn.role == "caller"), None)


def _is_owed(call: Call, at: int, answered: Answered) -> bool:
    """Whether somebody must be rung or given a message: it was promised, or offered and taken up."""
    if answered.answer not in OWED:
        return False
    reply = _next_words(call, at)
    return not answered.offered or (reply is not None and says_yes(reply))


def _was_met(call: Call, talk: _Talk) -> bool:
    """Whether the caller was handed over, offered a person, sent for help, or let it go."""
    if any(each.answer in (Answer.HANDED_OVER, *OWED) for _, each in talk.answered):
        return True
    last = max(at for at, _ in talk.wanted)
    kinds = {each.wanted for _, each in talk.wanted}
    danger = not kinds.isdisjoint({Wanted.EMERGENCY, Wanted.VULNERABLE})
    if any(turn.role == "caller" and takes_back(turn.text, danger=danger) for turn in call.turns[last + 1 :]):
        return True
    came = any(each.answer is Answer.HELP_COMES for _, each in talk.answered)
    if danger and came and kinds <= {Wanted.EMERGENCY, Wanted.VULNERABLE}:
        return True
    if kinds != {Wanted.EMERGENCY}:
        return False
    helped = any(each.answer is Answer.SENT_FOR_HELP for _, each in talk.answered)
    return helped or any(
        claim.kind is ClaimKind.MADE
        for at in range(talk.wanted[0][0], len(call.turns))
        for claim in talk.words.claims(at)
    )


def _missed(call: Call, talk: _Talk) -> Found:
    first = talk.wanted[0][0]
    said = [_said(call, at, each.start, each.end) for at, each in talk.wanted]
    reply = next((at for at, turn in enumerate(call.turns) if at > first and turn.role == "agent"), None)
    if reply is not None:
        opening = next(sentences(call.turns[reply].text), None)
        if opening is not None:
            words = call.turns[reply].text[opening.start : opening.end].strip()
            said.append(Said(reply, words))
    return Found(
        kind=Kind.ESCALATION_MISSED,
        severity=Severity.RED,
        reason=f"{_asked(talk)}, and {call.agent or 'the agent'} neither put them through nor promised a call back.",
        evidence=tuple(dict.fromkeys(said)),
        call=call.id,
    )


def _failed(call: Call, talk: _Talk, passed: Passing) -> Found:
    said = [_said(call, at, each.start, each.end) for at, each in talk.wanted]
    if passed.turn is not None:
        said.append(_said(call, passed.turn, passed.start, passed.end))
    if not said:
        last = max((at for at, turn in enumerate(call.turns) if turn.text.strip()), default=0)
        said.append(_said(call, last, 0, len(call.turns[last].text)))
    opening = f"{_asked(talk)}. " if talk.wanted else ""
    return Found(
        kind=Kind.ESCALATION_FAILED,
        severity=Severity.RED,
        reason=f"{opening}{agent_in_words(call)} tried to put them through, but no person was reached.",
        evidence=tuple(dict.fromkeys(said)),
        call=call.id,
    )


def _promised(call: Call, talk: _Talk, promise: tuple[int, Answered]) -> Found:
    at, answered = promise
    said = [_said(call, turn, each.start, each.end) for turn, each in talk.wanted]
    said.append(_said(call, at, answered.start, answered.end))
    who = agent_in_words(call)
    opening = f"{_asked(talk)}, and {who if call.agent else 'the agent'}" if talk.wanted else who
    return Found(
        kind=Kind.ESCALATION_PROMISED,
        severity=Severity.AMBER,
        reason=f"{opening} {_OWES[answered.answer]}.",
        evidence=tuple(dict.fromkeys(said)),
        call=call.id,
    )


def _asked(talk: _Talk) -> str:
    kinds = {each.wanted for _, each in talk.wanted}
    return _ASKED[next(each for each in _GRAVEST_FIRST if each in kinds)]


def _said(call: Call, at: int, start: int, end: int) -> Said:
    return Said(at, around(call.turns[at].text, start, end))
