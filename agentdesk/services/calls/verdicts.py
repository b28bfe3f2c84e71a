"""Did the caller get what they needed? The service's opinion, ours and the owner's, and how far they agree."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from agentdesk.domain.agreement import Agreement, OwnVerdict, Pair
from agentdesk.domain.call import Call
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.review import VERDICT, Reply
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import calls as stored_calls
from agentdesk.store import findings as stored_findings
from agentdesk.store import verdicts as stored
from agentdesk.store.store import Store

_UNMET = frozenset({Kind.ESCALATION_MISSED, Kind.ESCALATION_FAILED, Kind.BOOKING_MISSING})
"""What shows that a need was not met, however friendly the words."""
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Agreements:
    """How far the marks of the service, and ours, agree with the owner's, over the calls of one agent."""

    service: Agreement
    ours: Agreement


class VerdictService:
    """Keeps the owner's verdicts and compares opinions with them."""

    def __init__(self, store: Store, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def of(self, call: int) -> OwnVerdict | None:
        """What somebody said last of this call; None while nobody has."""
        with self._store.reading() as db:
            return stored.of(db, call, VERDICT)

    def say(self, call: int, reply: Reply, by: str) -> None:
        """Keeps the owner's verdict: yes, no, or can't tell. Raises Sorry when the call is no longer kept."""
        with self._store.writing() as db:
            if stored_calls.get(db, call) is None:
                raise Sorry("This call is no longer kept here.")
            stored.put(db, OwnVerdict(call, reply, self._clock.now(), by))
        self._changes.publish(Subject.REVIEW)

    def agreements(self, agent: str) -> Agreements:
        """Over every call of the agent that a person judged with a yes or a no."""
        with self._store.reading() as db:
            judged = [
                (each, theirs)
                for each, theirs in stored.of_agent(db, agent, VERDICT)
                if each.reply in (Reply.YES, Reply.NO)
            ]
            ours: dict[int, bool] = {}
            for start in range(0, len(judged), _AT_ONCE):
                ids = [each.call for each, _ in judged[start : start + _AT_ONCE]]
                for call in stored_calls.many(db, ids):
                    found = stored_findings.page(db, FindingFilter(call=call.id))
                    kinds = {each.found.kind for each in found if each.status is not FindingStatus.WITHDRAWN}
                    opinion = our_opinion(call, kinds)
                    if opinion is not None:
                        ours[call.id] = opinion
        return Agreements(
            Agreement(
                tuple(Pair(each.call, theirs, _fine(each)) for each, theirs in judged if theirs is not None),
            ),
            Agreement(tuple(Pair(each.call, ours[each.call], _fine(each)) for each, _ in judged if each.call in ours)),
        )


def our_opinion(call: Call, found: Collection[Kind]) -> bool | None:
    """Whether the need was met by the words of the call and what was found; None where nothing can be said."""
    # the weights are read when the first call is opened, not when the program starts
    from agentdesk.language.resolution import resolved

    by_its_words = resolved(call.turns)
    return by_its_words and not _UNMET.intersection(found)


def _fine(verdict: OwnVerdict) -> bool:
    return verdict.reply is Reply.YES
