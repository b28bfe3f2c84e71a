"""How an owner does it at Retell itself, a numbered step each."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Act

BY_HAND = {
    Act.PAUSE: (
        "Open dashboard.retellai.com and sign in.",
        "Choose Phone Numbers, then the number your agent answers.",
        "Set the inbound call agent to None.",
        "Send your own calls elsewhere at your phone company, or callers hear nothing.",
    ),
    Act.RESUME: (
        "Open dashboard.retellai.com and sign in.",
        "Choose Phone Numbers, then the number your agent answers.",
        "Choose your agent again as the inbound call agent.",
    ),
    Act.PUT_BACK: (
        "Open dashboard.retellai.com and sign in.",
        "Choose Phone Numbers, then the number your agent answers.",
        "Choose the version you approved beside the inbound call agent.",
    ),
}
