"""How an owner does it at Twilio itself, a numbered step each. AgentDesk changes nothing there."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Act

BY_HAND = {
    Act.PAUSE: (
        "Open console.twilio.com and sign in.",
        "Choose Phone Numbers, then Active numbers, then your number.",
        "Write down what stands under “A call comes in”, so that it can be put back.",
        "Have calls go to a person's number there instead, and save.",
    ),
    Act.RESUME: (
        "Open console.twilio.com and sign in.",
        "Choose Phone Numbers, then Active numbers, then your number.",
        "Put back what you wrote down under “A call comes in”, and save.",
    ),
    Act.PUT_BACK: (
        "Open console.twilio.com and sign in.",
        "Choose Phone Numbers, then Active numbers, then your number.",
        "Put back what stands under “Was”, word for word, and save.",
    ),
}
