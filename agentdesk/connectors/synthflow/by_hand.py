"""How an owner does it at Synthflow itself, a numbered step each. AgentDesk changes nothing there."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Act

BY_HAND = {
    Act.PAUSE: (
        "Sign in to Synthflow and choose Phone Numbers.",
        "Choose the number your agent answers.",
        "Take the agent off it and save.",
        "Send your own calls elsewhere at your phone company, or callers hear nothing useful.",
    ),
    Act.RESUME: (
        "Sign in to Synthflow and choose Phone Numbers.",
        "Choose the number your agent answered.",
        "Put your agent on it again and save.",
    ),
    Act.PUT_BACK: (
        "Sign in to Synthflow and open your agent.",
        "Put back what stands under “Was”, word for word.",
        "Save it, and publish it where Synthflow asks.",
    ),
}
