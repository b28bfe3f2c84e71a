"""The clock that everything is built with."""

from __future__ import annotations

import os
from datetime import datetime

from agentdesk.domain.clock import Clock, SetClock, SystemClock
from agentdesk.domain.errors import Sorry

CLOCK_VARIABLE = "AGENTDESK_NOW"


def the_clock() -> Clock:
    """The computer's clock, or the instant that a test has set."""
    text = os.environ.get(CLOCK_VARIABLE)
    if not text:
        return SystemClock()
    try:
        return SetClock(datetime.fromisoformat(text))
    except ValueError:
        raise Sorry(f"{CLOCK_VARIABLE} must be an instant with a zone, like 2026-11-27T16:00:00Z.") from None
