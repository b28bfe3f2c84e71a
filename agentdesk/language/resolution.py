"""Whether a caller got what they rang for: what the call came to, and the common words of its last turns, weighed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agentdesk.domain.call import Turn
from agentdesk.language.sentences import sentences
from agentdesk.language.tokens import lowered
from agentdesk.language.weights import weights

LAST_TURNS = 3
"""Turns of each side whose words count."""
_FAILED = re.compile(
    r"\b(?:sorry|afraid|unfortunately|regret)\b[^.!?]*?(?:\b(?:not|no|unable|fail\w*|unsuccessful|can't|"
    r"cannot|fully booked|"
    r"unavailable|declined|denied|taken)\b|n't\b)|"
    r"\b(?:request|booking|reservation|payment|transaction|order|call|attempt)\w*(?: has| was| is)? "
    r"(?:failed|unsuccessful|declined|"
    r"rejected|not successful)|"
    r"\b(?:couldn't|could not|wasn't able to|was not able to|were unable to|am unable to|i'm unable to|"
    r"(?:is|are) not available|"
    r"isn't available|aren't available|there(?:'s| is| are| was| were)(?: no(?! more| further| need| "
    r"problem| charge| extra)|n't any|"
    r" nothing)|fully booked|is no way|nothing (?:available|left|matching))\b",
)
_LOST = re.compile(
    r"\b(?:don't|do not|didn't|did not) (?:quite |really )?(?:understand|catch|get) (?:what|that|you)\b|"
    r"\bi(?:'m| am) only able to\b|"
    r"\bcan only help\b",
)
_DONE = re.compile(
    r"\b(?:successfully|all (?:set|done|booked|sorted)|(?:is|are|has been|have been|you're|i've|i have|"
    r"i'll have|now|been|be|was|'s) "
    r"(?:now |all |successfully |already )?(?:booked|reserved|confirmed|scheduled|arranged|submitted|"
    r"cancelled|moved|changed|updated|"
    r"sorted|done|sent|completed|approved|set up|added|paid|transferred|processed)|"
    r"i (?:have )?(?:booked|reserved|scheduled|arranged|moved|changed|updated|sent|added) (?:you|a|your|"
    r"the|it|that)\b|"
    r"(?:^|\w+ )(?:booked|reserved|confirmed)\W*$|booking id|reference (?:number )?is)",
)
_ELSE = re.compile(r"\b(?:anything|something|what) else\b")
_GOODBYE = re.compile(r"\b(?:good ?bye|bye|have a (?:nice|good|great|lovely)|enjoy)\b")
_GREETING = re.compile(r"\b(?:how (?:can|may) i help|hello|welcome|i can (?:also )?help|can help you|no problem)\b")
_WALKS_AWAY = re.compile(
    r"\bnever ?mind\b|\bforget (?:it|about it|that)\b|\bchanged my mind\b|\bleave it\b|\bnot interested\b|"
    r"\bactually,? no\b|"
    r"\b(?:don't|do not|won't|will not|no longer|needn't)(?: be| really| actually)* ?(?:need|needing|want|"
    r"require)\w*\b[^.!?]{0,40}?"
    r"\b(?:any ?more|any longer|now|after all)\b|\bno longer (?:need|want|require)|\b(?:won't|will not) "
    r"be needing\b|\bwon't need\b|"
    r"\b(?:i'll|i will|i am|i'm|i'd|i would|going to|gonna|guess i|can)\b(?: \w+){0,3} ?\b(?:take|taking|"
    r"ride|use|using|get|go for|"
    r"walk|drive|try)\b[^.!?]{0,40}?\b(?:instead|rather|one of (?:those|these|them)|myself)\b|"
    r"\b(?:i'll|i will|i'm (?:going to|gonna)|guess i)\b(?: \w+){0,3} ?\b(?:ride|walk|drive)\b|"
    # "I'll take it" says yes, unless it is something else that was seen meanwhile
    r"\b(?:found|saw|noticed|spotted|seen)\b.{0,60}?\b(?:i'll|i will|i'm gonna|guess i)\b.{0,20}?"
    r"\b(?:take|use|get|go for|try|hop on)\b|"
    r"\b(?:would|'d) rather (?:take|use|get|go|have|ride|walk|just)\b|\bno thanks,? i'll\b",
)
_CANCELS = re.compile(r"\bcancel\b")
_MOODS = (
    (
        "let down",
        (
            r"\b(?:(?:thanks|thank you)[^.!?]{0,14}\banyways?|thanks?(?: you)? for (?:trying|nothing|checking|"
            r"looking)|oh well|bummer|darn|"
            r"drats?|damn\w*|dang|too bad|shame|whatever|ugh+|disappoint\w*|oh no|figures|somewhere else|elsewhere|"
            r"(?:try|look|deal)\b[^.!?]{0,30}\b(?:later|another time|again))\b"
        ),
    ),
    (
        "angry",
        (
            r"\b(?:useless|stupid|ridiculous|annoying|frustrat\w*|did(?:n't| not) help|not help(?:ful|ing)|"
            r"terrible|awful|worst|waste|hate|"
            r"rubbish|hell|unacceptable|complain\w*|too slow|too long)\b"
        ),
    ),
    (
        "glad",
        (
            r"\b(?:perfect|great|awesome|lovely|brilliant|excellent|wonderful|fantastic|amazing|cool|good|super|"
            r"smashing|ta|cheers|"
            r"appreciate\w*)\b"
        ),
    ),
    ("thankful", r"\b(?:thanks?|thank you|cheers|ta)\b"),
    (
        "done",
        r"\b(?:that(?:'s| is|s| was|'ll be| will be) (?:it|all|everything)|nothing else|no thanks?|no thank you)\b",
    ),
)
_MOOD_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _MOODS)
_WORD = re.compile(r"[a-z']+|\?")


@dataclass(frozen=True, slots=True)
class _Course:
    """At which turn each thing happened last, -1 for never; `told` and `done` are all turns."""

    told: tuple[int, ...]
    done: tuple[int, ...]
    failed: tuple[int, ...]
    lost: tuple[int, ...]
    walked: int


def resolved(turns: Sequence[Turn]) -> bool | None:
    """Whether the words say that the caller's need was met; None where nobody said anything on both sides.

    An opinion, right about five times in six where people were asked themselves: shown beside others, never alone.
    """
    if not {"caller", "agent"} <= {each.role for each in turns if each.text.strip()}:
        return None
    learnt = weights("resolution")
    return learnt.sum(features(turns)) < learnt.at_least


def features(turns: Sequence[Turn]) -> frozenset[str]:
    """What is weighed, by names that read in the file of weights: "= failed at the end", "agent: "
    "sorry", "caller: ?".
    """
    said = [(each.role, lowered(each.text)) for each in turns]
    found = {f"= {each}" for each in (*_outcomes(said), *_moods(said))}
    for role in ("agent", "caller"):
        for text in [words for who, words in said if who == role][-LAST_TURNS:]:
            found.update(f"{role}: {each}" for each in _WORD.findall(text))
    return frozenset(found)


def _course(said: Sequence[tuple[str, str]]) -> _Course:
    agent = [(at, text) for at, (role, text) in enumerate(said) if role == "agent"]
    failed = tuple(at for at, text in agent if _FAILED.search(text))
    done = tuple(at for at, text in agent if at not in failed and _says_done(text))
    walked = [at for at, (role, text) in enumerate(said) if role == "caller" and _WALKS_AWAY.search(text)]
    walked += [
        at
        for at, (role, text) in enumerate(said)
        if role == "caller" and at > 2 and _CANCELS.search(text) and (walked or any(each < at for each in done))
    ]
    return _Course(
        tuple(at for at, text in agent if at not in done and _tells(text)),
        done,
        failed,
        tuple(at for at, text in agent if _LOST.search(text)),
        max(walked, default=-1),
    )


def _says_done(text: str) -> bool:
    return any(not each.asks and _DONE.search(text[each.start : each.end]) for each in sentences(text))


def _tells(text: str) -> bool:
    """Whether the agent told the caller something: a statement that is no greeting, goodbye or apology."""
    nothing_new = (_FAILED, _LOST, _ELSE, _GOODBYE, _GREETING)
    return any(
        not each.asks and len(words.split()) > 3 and not any(one.search(words) for one in nothing_new)
        for each in sentences(text)
        if (words := text[each.start : each.end])
    )


def _outcomes(said: Sequence[tuple[str, str]]) -> list[str]:
    course = _course(said)
    told, done, failed, lost = (
        max(each, default=-1) for each in (course.told, course.done, course.failed, course.lost)
    )
    found = [_outcome(course, told, done, failed, lost)]
    if course.walked >= 0 and failed > done:
        found.append("walked away after a failure")
    if found[0] == "failed at the end":
        found += [
            f"{found[0]}, {what} before" for what, at in (("something done", done), ("something told", told)) if at >= 0
        ]
    if len(course.failed) > 1 and failed > done:
        found.append("failed again and again")
    if len(course.lost) > 1:
        found.append("lost twice")
    if said and said[-1][0] == "caller":
        found.append("the caller spoke last")
    if len(said) <= 6:
        found.append("a short call")
    return found


def _outcome(course: _Course, told: int, done: int, failed: int, lost: int) -> str:
    if course.walked >= 0:
        return _walked(course, done)
    last = max(told, done, failed, lost)
    if last < 0:
        return "nothing happened"
    if failed == last:
        return "failed at the end"
    if done > failed:
        return "done at the end"
    if lost == last:
        return "lost at the end"
    return "failed, then told something" if failed >= 0 else "told something"


def _walked(course: _Course, done: int) -> str:
    if course.walked < done:
        return "wavered, then done"
    if done >= 0:
        return "walked away after it was done"
    return (
        "walked away after being told" if any(at < course.walked for at in course.told) else "walked away with nothing"
    )


def _moods(said: Sequence[tuple[str, str]]) -> list[str]:
    tail = " . ".join([text for role, text in said if role == "caller"][-2:])
    return [f"the caller is {name}" for name, pattern in _MOOD_PATTERNS if pattern.search(tail)]
