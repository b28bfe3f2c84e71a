"""What must change so that a matter does not come back, in words that can be sent as they are."""

from __future__ import annotations

import re

from agentdesk.domain.finding import Finding, Kind

ASKS_SUPPLIER = "Ask the supplier: "

_MUST = {
    Kind.BOOKING_CLOSED_DAY: "{agent} must not offer days when we are closed.",
    Kind.BOOKING_OUTSIDE_HOURS: "{agent} must only book inside our opening hours, not over lunch.",
    Kind.BOOKING_DOUBLE: "{agent} must look in the diary before offering a time.",
    Kind.BOOKING_NOT_ALLOWED: "{agent} must only book what its brief lists.",
    Kind.BOOKING_MISSING: "{agent} must only say “booked” when the diary has taken it.",
    Kind.BOOKING_WRONG_DATE: "{agent} must say the day that it wrote into the diary.",
    Kind.BOOKING_WRONG_TIME: "{agent} must say the time that it wrote into the diary.",
    Kind.BOOKING_WRONG_SERVICE: "{agent} must book what the caller asked for.",
    Kind.BOOKING_WRONG_PERSON: "{agent} must book the person it named to the caller.",
    Kind.BOOKING_NOT_CANCELLED: "{agent} must only say “cancelled” when the diary has taken it.",
    Kind.BOOKING_NOT_MOVED: "{agent} must only say “moved” when the diary has taken it.",
    Kind.BOOKING_UNCLAIMED: "{agent} must only write into the diary what it told the caller.",
    Kind.BOOKING_UNCONFIRMED: "when a confirmation doesn't go out, {agent} must send it again or say so.",
    Kind.ESCALATION_MISSED: "{agent} must put a caller through who asks for a person.",
    Kind.ESCALATION_FAILED: "when nobody answers, {agent} must say so and promise a call back.",
    Kind.FACT_WRONG: "{agent} must only say what our fact sheet says.",
    Kind.SCOPE_OUTSIDE: "{agent} must leave this to a person.",
    Kind.DATA_SENSITIVE: "{agent} must not ask for this, and must stop callers who read it out.",
    Kind.DATA_DISCLOSED: "{agent} must check who is calling before it gives details away.",
    Kind.COST_SPIKE: "{agent} must end calls that lead nowhere, and no call may last longer than we need.",
}
"""Of the agent, as its supplier is asked."""
_AGREED = {
    Kind.ESCALATION_PROMISED: "Agree who rings people back, and by when.",
    Kind.BOOKING_CLASH: "Agree which diary counts, and that nobody books without looking into it.",
    Kind.BOOKING_DIFFERS: "Agree which diary counts, and who carries changes from it into the other.",
    Kind.QUESTION_UNANSWERED: "Write the answer onto the fact sheet.",
    Kind.LINE_QUIET: "Agree who makes a test call when the line goes quiet.",
    Kind.AGENT_CHANGED: "Agree with the supplier that nothing is changed before we have approved it.",
    Kind.AGENT_UNLISTED: "Agree who puts a new agent onto the list before it takes calls.",
    Kind.AGENT_GONE: "Agree who says so before an agent is taken off its service.",
    Kind.CONNECTION_STALE: "Agree who sees to it that a service can be read again.",
    Kind.EVIDENCE_EXPIRING: "Agree with the supplier how long calls are kept.",
    Kind.COST_LIMIT: "Agree what is done when the limit is reached: raise it, shorten calls, or stop the agent.",
    Kind.COST_PACE: "Agree how to spend less until the month ends, or raise the limit and say why.",
}
"""Among the people of the business."""


def must_change(finding: Finding) -> str:
    """What the agent's supplier is asked for; nothing where no supplier can help."""
    return _MUST.get(finding.found.kind, "").format(agent=finding.agent or "your agent")


def suggestion(finding: Finding) -> str:
    """The wording of an action; nothing where none is known."""
    must = must_change(finding)
    return f"{ASKS_SUPPLIER}{must}" if must else _AGREED.get(finding.found.kind, "")


def meant_by(what: str) -> tuple[Kind, str | None] | None:
    """What was found that an action in words of `suggestion` is to stop, and the agent it names; None for others."""
    for kind, must in _MUST.items():
        if said := _like(must).fullmatch(what):
            return kind, said["agent"]
    return next(((kind, None) for kind, words in _AGREED.items() if words == what), None)


def _like(must: str) -> re.Pattern[str]:
    before, _, after = must.partition("{agent}")
    return re.compile(f"{re.escape(ASKS_SUPPLIER + before)}(?P<agent>.+){re.escape(after)}")
