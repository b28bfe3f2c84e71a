"""Lists that give their calls in short."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import repeat

import pytest

from agentdesk.connectors.kit.second_calls import Listing, read_each
from agentdesk.connectors.kit.troubles import NotUnderstood
from agentdesk.domain.clock import SetClock
from tests.connectors.kit.known import Desk


def test_a_list_that_goes_on_for_ever_with_the_same_calls_ends() -> None:
    desk = Desk(SetClock(datetime(2026, 11, 20, 16, tzinfo=UTC)))
    pages = read_each(repeat(Listing((("c1", "a"),), "on")), "", desk, lambda *_: None)
    with pytest.raises(NotUnderstood, match="over and over"):
        list(pages)
