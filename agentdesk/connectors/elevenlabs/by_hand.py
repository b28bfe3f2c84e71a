"""How an owner does it at ElevenLabs itself, a numbered step each."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Act

BY_HAND = {
    Act.PAUSE: (
        "Open elevenlabs.io/app/agents/phone-numbers and sign in.",
        "Choose the number your agent answers.",
        "Under Agent, choose no agent.",
        "Send your own calls elsewhere at your phone company, or callers hear nothing useful.",
    ),
    Act.RESUME: (
        "Open elevenlabs.io/app/agents/phone-numbers and sign in.",
        "Choose the number your agent answers.",
        "Under Agent, choose your agent again.",
    ),
    Act.PUT_BACK: (
        "Open elevenlabs.io/app/agents and sign in.",
        "Choose your agent, then its versions.",
        "Choose the version you approved and restore it.",
    ),
}
