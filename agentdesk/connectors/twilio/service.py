"""What is known of Twilio before anybody signs in. Source: the service's own API document, April 2026."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from agentdesk.connectors.kit.contract import Link, Service
from agentdesk.connectors.kit.http import Allowed


def _sign_in(link: Link) -> Mapping[str, str]:
    both = f"{link.account.strip()}:{link.secret.reveal()}".encode()
    return {"authorization": f"Basic {b64encode(both).decode('ascii')}"}


SERVICE = Service(
    id="twilio",
    name="Twilio",
    address="https://api.twilio.com",
    allowed=(
        Allowed("GET", "/2010-04-01/Accounts/{}.json"),
        Allowed("GET", "/2010-04-01/Accounts/{}/Calls.json"),
        Allowed("GET", "/2010-04-01/Accounts/{}/Calls/{}.json"),
        Allowed("GET", "/2010-04-01/Accounts/{}/IncomingPhoneNumbers.json"),
    ),
    sign_in=_sign_in,
    calls=True,
    key_called="Auth Token",
    key_steps=(
        "Open console.twilio.com and sign in.",
        "Find Account Info on the first page.",
        "Copy the Account SID, which starts with AC, and the Auth Token below it.",
    ),
    account_called="Account SID",
    preview=(
        "Twilio gives the line and its cost: who rang, when, for how long, but no words.",
        "Without words its calls can't be checked, and they count as not answered.",
        "A call that another connected service answered is listed there too.",
        "A call passed on is listed once for each leg, each with its cost.",
        "The cost is for the connection only. Twilio bills recording and other extras apart.",
        "Numbers can't be stopped or put back from here.",
        "This was not tried against Twilio itself.",
    ),
)
