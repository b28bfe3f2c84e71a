"""Where Vapi itself stops an agent: by the length of a call only."""

from __future__ import annotations

from agentdesk.connectors.kit.fields import Fields
from agentdesk.domain.service_limits import ServiceLimits

LONGEST = 600
"""Seconds; what holds where an assistant says nothing."""


def limits(kept: object) -> ServiceLimits:
    """Read from an assistant's configuration as it is kept."""
    longest = Fields(kept).seconds("agent", "maxDurationSeconds")
    return ServiceLimits(longest_call=LONGEST if longest is None else longest)
