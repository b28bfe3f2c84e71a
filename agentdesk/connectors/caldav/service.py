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
    address="",
    allowed=(Allowed("PROPFIND", "/{...}"), Allowed("REPORT", "/{...}")),
    sign_in=_sign_in,
    bookings=True,
    other_addresses=(
        ("iCloud", "https://caldav.icloud.com"),
        ("Fastmail", "https://caldav.fastmail.com"),
    ),
    key_kind=KeyKind.PASSWORD,
    key_called="password",
    key_steps=(
        "Best is a password made for AgentDesk alone, which you can take back at any time.",
        "iCloud: sign in at account.apple.com, choose Sign-In and Security, then App-Specific Passwords.",
        "Fastmail: open Settings, then Privacy & Security, then Manage app passwords, and make one for calendars.",
        "Nextcloud: open your settings, then Security, and create an app password at the foot of the page.",
    ),
    account_called="user name",
)
