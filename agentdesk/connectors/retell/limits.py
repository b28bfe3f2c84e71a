"""Where Retell AI itself stops an agent: by the length of a call only."""

from __future__ import annotations

from agentdesk.connectors.kit.fields import Fields
from agentdesk.domain.service_limits import ServiceLimits

LONGEST = 3600
"""Seconds; what holds where an agent says nothing."""


def limits(kept: object) -> ServiceLimits:
    """Read from an agent's configuration as it is kept."""
    longest = Fields(kept).seconds("agent", "max_call_duration_ms", per=1000)
    return ServiceLimits(longest_call=LONGEST if longest is None else longest)
