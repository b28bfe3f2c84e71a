"""Where ElevenLabs itself stops an agent."""

from __future__ import annotations

from agentdesk.connectors.kit.fields import Fields
from agentdesk.domain.service_limits import ServiceLimits

LONGEST = 600
"""Seconds; what holds where an agent says nothing."""
UNLIMITED = 100_000
"""Conversations a day; what holds where an agent says nothing, and beyond what anybody means as a limit."""


def limits(kept: object) -> ServiceLimits:
    """Read from an agent's configuration as it is kept."""
    agent = Fields(kept).at("agent")
    longest = agent.seconds("conversation_config", "conversation", "max_duration_seconds")
    daily = agent.number("platform_settings", "call_limits", "daily_limit")
    return ServiceLimits(
        longest_call=LONGEST if longest is None else longest,
        calls_a_day=int(daily) if daily is not None and 0 <= daily < UNLIMITED else None,
    )
