"""How an owner does it at Vapi itself, a numbered step each."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Act

BY_HAND = {
    Act.PAUSE: (
        "Open dashboard.vapi.ai and sign in.",
        "Choose Phone Numbers, then the number your assistant answers.",
        "Under Inbound Settings, choose no assistant and save.",
        "Send your own calls elsewhere at your phone company, or callers hear nothing useful.",
    ),
    Act.RESUME: (
        "Open dashboard.vapi.ai and sign in.",
        "Choose Phone Numbers, then the number your assistant answers.",
        "Remove the hook for ringing calls, choose your assistant again and save.",
    ),
    Act.PUT_BACK: (
        "Open dashboard.vapi.ai and sign in.",
        "Choose Assistants, then yours, then its version history.",
        "Choose the version you approved, restore it and press Publish.",
    ),
}
