"""How an owner does it at Bland itself, a numbered step each. AgentDesk changes nothing there."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Act

BY_HAND = {
    Act.PAUSE: (
        "Open app.bland.ai/dashboard/phone-numbers and sign in.",
        "Choose the number your agent answers.",
        "Take the agent off it and save.",
        "Send your own calls elsewhere at your phone company, or callers hear nothing useful.",
    ),
    Act.RESUME: (
        "Open app.bland.ai/dashboard/phone-numbers and sign in.",
        "Choose the number your agent answered.",
        "Put your agent on it again and save.",
    ),
    Act.PUT_BACK: (
        "Open app.bland.ai/dashboard/phone-numbers and sign in.",
        "Choose the number your agent answers, and open what answers it.",
        "Put back what stands under “Was”, word for word, and save.",
    ),
}
