"""What the turns of one call say, each read when it is first asked for and only once, however many ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agentdesk.domain.call import Turn
from agentdesk.language.claims import Claim, claims
from agentdesk.language.handovers import Answered, answers
from agentdesk.language.requests import Request, requests


class Heard:
    """A call's words, read. Turns are counted from 0, as in the call; who didn't speak a turn says nothing in it."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self.turns = turns
        self._claims: dict[int, tuple[Claim, ...]] = {}
        self._answers: dict[int, tuple[Answered, ...]] = {}
        self._requests: dict[int, tuple[Request, ...]] = {}

    def claims(self, at: int) -> tuple[Claim, ...]:
        """What the agent claims of bookings in a turn."""
        if self.turns[at].role != "agent":
            return ()
        if at not in self._claims:
            self._claims[at] = claims(self.turns[at].text)
        return self._claims[at]

    def answers(self, at: int) -> tuple[Answered, ...]:
        """How the agent answers in a turn who wants a person."""
        if self.turns[at].role != "agent":
            return ()
        if at not in self._answers:
            self._answers[at] = answers(self.turns[at].text)
        return self._answers[at]

    def requests(self, at: int) -> tuple[Request, ...]:
        """What the caller says in a turn that calls for a person, without the owner's own words."""
        if self.turns[at].role != "caller":
            return ()
        if at not in self._requests:
            self._requests[at] = requests(self.turns[at].text)
        return self._requests[at]

    def all_answers(self) -> Iterator[tuple[int, Answered]]:
        """The agent's answers with their turns, in order."""
        return ((at, each) for at in range(len(self.turns)) for each in self.answers(at))

    def all_requests(self) -> Iterator[tuple[int, Request]]:
        """The caller's requests with their turns, in order."""
        return ((at, each) for at in range(len(self.turns)) for each in self.requests(at))
