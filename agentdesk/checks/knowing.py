"""Words of an agent that show that it knows what has changed: the new price, hours or fact, said as it is now."""

from __future__ import annotations

from agentdesk.checks import wrong_hours, wrong_price
from agentdesk.checks.fact_sheet import fact_sheet, stems
from agentdesk.domain.business import Business
from agentdesk.domain.call import Call
from agentdesk.domain.history import weekday_of
from agentdesk.language.answered import tells


def knows(call: Call, topic: str, was: str, business: Business) -> str | None:
    """What the agent said in a call that shows it, letter for letter; None where nothing does.

    That it said nothing wrong shows nothing.
    """
    sheet = fact_sheet(business)
    weekday = weekday_of(topic)
    fact = next((each.says for each in business.facts if each.topic == topic), None)
    asked = ""
    for turn in call.turns:
        if turn.role == "caller":
            asked = turn.text
        if turn.role != "agent":
            continue
        if weekday is not None:
            sentence = wrong_hours.agreement(turn.text, weekday, was, business.hours)
        else:
            sentence = wrong_price.agreement(turn.text, asked, topic, was, sheet)
        if sentence is not None:
            return turn.text[sentence.start : sentence.end].strip()
        about = weekday is None and any(
            each.shown.startswith(f"{topic}:") for each in sheet.about(stems(f"{asked} {turn.text}"))
        )
        if fact is not None and about and tells(turn.text, fact) and not tells(turn.text, was):
            return turn.text.strip()
    return None
