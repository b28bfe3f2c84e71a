"""What is known of Acuity before anybody signs in. Source: a third party's description of its API, August 2026."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from agentdesk.connectors.kit.contract import Link, Service
from agentdesk.connectors.kit.http import Allowed


def _sign_in(link: Link) -> Mapping[str, str]:
    both = f"{link.account}:{link.secret.reveal()}".encode()
    return {"authorization": f"Basic {b64encode(both).decode('ascii')}"}


SERVICE = Service(
    id="acuity",
    name="Acuity Scheduling",
    address="https://acuityscheduling.com/api/v1",
    allowed=(Allowed("GET", "/appointments"),),
    sign_in=_sign_in,
    bookings=True,
    key_called="API key",
    key_steps=(
        "Open acuityscheduling.com and sign in.",
        "Choose Integrations, then API, then View credentials.",
        "Copy the User ID, a number, and the API key below it.",
    ),
    account_called="User ID",
    per_minute=600,
    preview=(
        "Acuity says on which day an appointment was made, but not at what time.",
        "An appointment moved more than a year ahead is taken for removed.",
        "What changes in an appointment more than two days after it took place isn't noticed.",
        "This was built from a description by others, and not tried against Acuity itself.",
    ),
)
