"""What callers asked and the agent couldn't answer: a list that grows by itself until the fact sheet knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from agentdesk.domain.business import Fact
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, FindingStatus, Kind, Said
from agentdesk.domain.lists import FindingFilter
from agentdesk.language.unanswered import alike, gist
from agentdesk.services.businesses import BusinessService
from agentdesk.services.findings import FindingService
from agentdesk.store import findings as stored_findings
from agentdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question however it was worded, with every finding and call behind it."""

    words: str
    """As the last caller put it, letter for letter."""
    asked: int
    last_asked: datetime
    calls: tuple[int, ...]
    """Newest first, each once."""
    findings: tuple[str, ...]


class QuestionService:
    """Keeps the list of open questions, and closes them by adding to the fact sheet."""

    def __init__(self, store: Store, businesses: BusinessService, findings: FindingService) -> None:
        self._store = store
        self._businesses = businesses
        self._findings = findings

    def open_(self, agent: str | None = None) -> tuple[OpenQuestion, ...]:
        """The open questions, the most asked first; of one agent, or of all."""
        with self._store.reading() as db:
            found = stored_findings.page(
                db, FindingFilter(kinds=(Kind.QUESTION_UNANSWERED,), status=FindingStatus.OPEN, agent=agent)
            )
        groups: list[tuple[frozenset[str], list[Finding]]] = []
        for finding in sorted(found, key=lambda each: (each.about_at, each.id), reverse=True):
            about = gist(_words(finding))
            known = next((each for each in groups if alike(each[0], about)), None)
            if known is None:
                groups.append((about, [finding]))
            else:
                known[1].append(finding)
        questions = [_question(each) for _, each in groups]
        return tuple(sorted(questions, key=lambda each: (-each.asked, -each.last_asked.timestamp(), each.words)))

    def answer(self, question: OpenQuestion, topic: str, says: str, by: str) -> None:
        """Adds a line to the fact sheet and closes what is behind the question. Raises Sorry without an answer."""
        topic, says = topic.strip(), says.strip()
        if not topic or not says:
            raise Sorry("Write what it is about, and what the agent should say.")
        business = self._businesses.current()
        if business is None:
            raise Sorry("Set up your business first, so that there is a fact sheet.")
        kept = tuple(each for each in business.facts if each.topic.strip().casefold() != topic.casefold())
        self._businesses.save(replace(business, facts=(*kept, Fact(topic, says))))
        for each in question.findings:
            self._findings.put_right(each, f"Added to the fact sheet: {topic}", by)


def _words(finding: Finding) -> str:
    return next((each.words for each in finding.found.evidence if isinstance(each, Said)), "")


def _question(asked: Sequence[Finding]) -> OpenQuestion:
    """One question from its findings, newest first."""
    calls = tuple(dict.fromkeys(each.found.call for each in asked if each.found.call is not None))
    return OpenQuestion(_words(asked[0]), len(asked), asked[0].about_at, calls, tuple(each.id for each in asked))
