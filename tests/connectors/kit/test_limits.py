"""Where services stop by themselves is read from the configuration that is kept."""

from __future__ import annotations

import json

import pytest

from agentdesk.connectors.catalogue import limits_of
from agentdesk.domain.service_limits import ServiceLimits


@pytest.mark.parametrize(
    ("service", "kept", "limits"),
    [
        ("retell", {"agent": {"max_call_duration_ms": 1_200_000}}, ServiceLimits(1200)),
        ("retell", {"agent": {}}, ServiceLimits(3600)),
        ("vapi", {"agent": {"maxDurationSeconds": 1800}}, ServiceLimits(1800)),
        ("vapi", {"agent": {"maxDurationSeconds": "soon"}}, ServiceLimits(600)),
        (
            "elevenlabs",
            {
                "agent": {
                    "conversation_config": {"conversation": {"max_duration_seconds": 900}},
                    "platform_settings": {"call_limits": {"daily_limit": 40}},
                }
            },
            ServiceLimits(900, 40),
        ),
        ("elevenlabs", {"agent": {"platform_settings": {"call_limits": {"daily_limit": 100_000}}}}, ServiceLimits(600)),
        ("elevenlabs", [], ServiceLimits(600)),
    ],
)
def test_a_service_stops_where_its_configuration_says_or_where_it_does_by_default(
    service: str, kept: object, limits: ServiceLimits
) -> None:
    assert limits_of(service, json.dumps(kept).encode()) == limits


@pytest.mark.parametrize("service", ["file", "calcom", "nothing.at.all"])
def test_of_other_services_nobody_knows(service: str) -> None:
    assert limits_of(service, b"{}") is None
