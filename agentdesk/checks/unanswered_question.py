"""Questions that the agent could not answer: notes, from which the list of open questions grows."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.checks.evidence import Evidence, agent_in_words
from agentdesk.domain.finding import Found, Kind, Said, Severity
from agentdesk.language.unanswered import gist, unanswered


def find(evidence: Evidence) -> Iterator[Found]:
    """`question.unanswered` for each question of a caller that stayed open; the same one twice in a call counts once.

    The first words of the evidence are the question.
    """
    for call in evidence.calls:
        if not call.final:
            continue
        seen: set[str] = set()
        for each in unanswered(call.turns):
            question = call.turns[each.asked].text[each.start : each.end].strip()
            slot = " ".join(sorted(gist(question)))
            if slot in seen or not question:
                continue
            seen.add(slot)
            answer = call.turns[each.answered].text[each.answer_start : each.answer_end].strip()
            yield Found(
                kind=Kind.QUESTION_UNANSWERED,
                severity=Severity.NOTE,
                reason=f"{agent_in_words(call)} couldn't answer a question.",
                evidence=(Said(each.asked, question), Said(each.answered, answer)),
                call=call.id,
                slot=slot,
            )
