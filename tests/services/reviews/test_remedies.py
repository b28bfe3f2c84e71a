"""What would stop a matter coming back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from agentdesk.domain.finding import Finding, FindingStatus, Found, Kind, Severity
from agentdesk.services.reviews.remedies import ASKS_SUPPLIER, suggestion

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def a_finding(kind: Kind, agent: str | None = "Daisy") -> Finding:
    return Finding("f1", Found(kind, Severity.RED, "Why.", ()), FindingStatus.OPEN, NOW, NOW, agent=agent)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_an_action_ready_in_a_whole_sentence(kind: Kind) -> None:
    words = suggestion(a_finding(kind))
    assert words.endswith(".")
    assert "{" not in words


def test_the_supplier_is_asked_about_the_agent_by_name() -> None:
    asked = suggestion(a_finding(Kind.BOOKING_NOT_ALLOWED))
    assert asked == f"{ASKS_SUPPLIER}Daisy must only book what its brief lists."
    assert "your agent must" in suggestion(a_finding(Kind.BOOKING_NOT_ALLOWED, agent=None))
