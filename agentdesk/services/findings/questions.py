"""What callers asked and the agent couldn't answer: a list that grows by itself until the fact sheet knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from agentdesk.domain.business import Fact
from agentdesk.domain.call import Call
from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, FindingStatus, Kind, Said
from agentdesk.domain.lists import CallFilter, FindingFilter
from agentdesk.domain.question import AnsweredQuestion
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.calls.masking import for_lists
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.findings.findings import FindingService
from agentdesk.store import answered_questions as stored
from agentdesk.store import call_lists
from agentdesk.store import calls as stored_calls
from agentdesk.store import findings as stored_findings
from agentdesk.store.store import Store

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_MOST_CALLS = 200
"""With one of the words: who has more of them finds the answer among the newest, or with the next calls."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question however it was worded, with every finding and call behind it."""

    words: str
    """As the last caller put it; private details hidden."""
    asked: int
    last_asked: datetime
    calls: tuple[int, ...]
    """Newest first, each once."""
    findings: tuple[str, ...]
    agents: tuple[str, ...] = ()
    answer: AnsweredQuestion | None = None
    """The answer that was put on the fact sheet before, when it was asked again since."""


class QuestionService:
    """Keeps the list of open questions, closes them by adding to the fact sheet, and listens for the answers."""

    def __init__(
        self, store: Store, clock: Clock, businesses: BusinessService, findings: FindingService, changes: Changes
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._findings = findings
        self._changes = changes

    def open_(self, agent: str | None = None) -> tuple[OpenQuestion, ...]:
        """The open questions, the most asked first; of one agent, or of all."""
        # what makes questions alike is loaded when somebody looks
        from agentdesk.language.unanswered import alike, gist

        with self._store.reading() as db:
            found = stored_findings.page(
                db, FindingFilter(kinds=(Kind.QUESTION_UNANSWERED,), status=FindingStatus.OPEN, agent=agent)
            )
            answered = [(gist(each.question), each) for each in stored.all_(db)] if found else []
        groups: list[tuple[frozenset[str], list[Finding]]] = []
        for finding in sorted(found, key=lambda each: (each.about_at, each.id), reverse=True):
            about = gist(_words(finding))
            known = next((each for each in groups if alike(each[0], about)), None)
            if known is None:
                groups.append((about, [finding]))
            else:
                known[1].append(finding)
        questions = [
            _question(those, next((each for other, each in answered if alike(other, about)), None))
            for about, those in groups
        ]
        return tuple(sorted(questions, key=lambda each: (-each.asked, -each.last_asked.timestamp(), each.words)))

    def answered(self, agent: str | None = None) -> tuple[AnsweredQuestion, ...]:
        """The questions that were put on the fact sheet, those that no call has shown yet first."""
        with self._store.reading() as db:
            found = [each for each in stored.all_(db) if agent is None or agent in each.agents]
        return tuple(sorted(found, key=lambda each: each.shown_in is not None))

    def answer(self, question: OpenQuestion, topic: str, says: str, by: str) -> None:
        """Adds a line to the fact sheet and closes what is behind the question. Raises Sorry without an answer."""
        topic, says = topic.strip(), says.strip()
        if not topic or not says:
            raise Sorry("Write what it is about, and what the agent should say.")
        business = self._businesses.current()
        if business is None:
            raise Sorry("Set up your business first, so that there is a fact sheet.")
        kept = tuple(each for each in business.facts if each.topic.strip().casefold() != topic.casefold())
        self._businesses.save(replace(business, facts=(*kept, Fact(topic, says))), by)
        with self._store.writing() as db:
            stored.add(db, AnsweredQuestion(question.words, topic, says, self._clock.now(), by, tuple(question.agents)))
        for each in question.findings:
            self._findings.put_right(each, f"Added to the fact sheet: {topic}", by)

    def refuse(self, question: OpenQuestion, why: str, by: str) -> None:
        """It isn't for the agent to answer: closes what is behind the question. Raises Sorry without a reason."""
        if not why.strip():
            raise Sorry("Write in a few words why it isn't for the agent.")
        for each in question.findings:
            self._findings.accept(each, why, by)

    def on_changed(self, subjects: frozenset[Subject]) -> None:
        """Listens to calls as they come in."""
        if Subject.CALLS in subjects:
            self.listen()

    def listen(self) -> int:
        """Looks for calls that show an answer is known. Returns how many answers that shows. Repeating it is safe."""
        with self._store.reading() as db:
            waiting = stored.open_(db)
        if not waiting:
            return 0
        # nobody waits for what no question needs
        from agentdesk.language.answered import answered

        shown = 0
        for each in waiting:
            calls = sorted(self._after(each), key=lambda call: call.started_at)
            proof = next((call for call in calls if answered(call.turns, each.question, each.says) is not None), None)
            if proof is not None:
                with self._store.writing() as db:
                    stored.show(db, each.id, proof.id, proof.started_at)
                shown += 1
        if shown:
            self._changes.publish(Subject.FINDINGS)
        return shown

    def _after(self, answered: AnsweredQuestion) -> Collection[Call]:
        """Calls from after the answer in which one of its words was said."""
        first = day_of(answered.at, self._businesses.zone())
        said = f"{answered.question} {answered.topic} {answered.says}".casefold()
        ids: set[int] = set()
        with self._store.reading() as db:
            for word in set(_WORD.findall(said)):
                asked = CallFilter(first=first, words=word)
                ids.update(row.id for row in call_lists.page(db, asked, None, _MOST_CALLS))
            found = stored_calls.many(db, sorted(ids))
        return [
            each
            for each in found
            if each.final and each.started_at > answered.at and (not answered.agents or each.agent in answered.agents)
        ]


def _words(finding: Finding) -> str:
    return next((each.words for each in finding.found.evidence if isinstance(each, Said)), "")


def _question(asked: Sequence[Finding], answer: AnsweredQuestion | None) -> OpenQuestion:
    """One question from its findings, newest first. An answer counts where it was asked again since."""
    calls = tuple(dict.fromkeys(each.found.call for each in asked if each.found.call is not None))
    again = answer is not None and asked[0].about_at > answer.at
    return OpenQuestion(
        for_lists(_words(asked[0])),
        len(asked),
        asked[0].about_at,
        calls,
        tuple(each.id for each in asked),
        tuple(dict.fromkeys(each.agent for each in asked if each.agent)),
        answer if again else None,
    )
