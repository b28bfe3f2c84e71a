"""A key is taken as it was meant, whatever copying put around it."""

from __future__ import annotations

import pytest

from agentdesk.services.connections.connecting import clean

KEY = "key_0123456789abcdef"


@pytest.mark.parametrize(
    "pasted",
    [
        f"  {KEY}\r\n",
        f'"Bearer {KEY}"',
        f"Authorization: Bearer {KEY}",
        f"xi-api-key: {KEY}",
        f"RETELL_API_KEY='{KEY}'",
        f'export RETELL_API_KEY="{KEY}"\n',
        f'{{"api_key": "{KEY}"}}',
        f"API key:\n{KEY}",
        f"“{KEY}”.",
        f"\u200b{KEY}\ufeff",
    ],
)
def test_what_copying_puts_around_a_key_is_taken_off(pasted: str) -> None:
    assert clean(pasted) == KEY


@pytest.mark.parametrize(
    "key",
    ["abckey==", "EAAAkey+/x=", "https://calendar.example/key:7/basic.ics?token=abc", "webcal://key.example/a:b"],
)
def test_what_belongs_to_a_key_stays(key: str) -> None:
    assert clean(key) == key
