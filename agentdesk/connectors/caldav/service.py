"""What is known of CalDAV before anybody signs in. Source: RFC 4791, RFC 6578 and RFC 6764."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from agentdesk.connectors.kit.contract import KeyKind, Link, Service
from agentdesk.connectors.kit.http import Allowed


def _sign_in(link: Link) -> Mapping[str, str]:
    both = f"{link.account}:{link.secret.reveal()}".encode()
    return {"authorization": f"Basic {b64encode(both).decode('ascii')}"}


SERVICE = Service(
    id="caldav",
    name="CalDAV calendar",
    known_as="Apple iCloud, Fastmail, Nextcloud",
    address="",
    allowed=(Allowed("PROPFIND", "/{...}"), Allowed("REPORT", "/{...}")),
    sign_in=_sign_in,
    bookings=True,
    key_kind=KeyKind.PASSWORD,
    key_called="password",
    key_steps=(
        "Take the address: https://caldav.icloud.com, https://caldav.fastmail.com, or where you open your Nextcloud.",
        "Make a password for AgentDesk alone, which you can take back at any time.",
        "iCloud: at account.apple.com. Fastmail: Settings, Privacy & Security. Nextcloud: your settings, Security.",
    ),
    account_called="user name",
)
