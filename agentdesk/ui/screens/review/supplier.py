"""The wording for a supplier, ready to copy. No name or number of a caller is in it."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from agentdesk.domain.finding import Finding
from agentdesk.domain.wording import moment_in_words

ASKS = "Ask the supplier: "
MOST_EXAMPLES = 5


def letter(wanted: Sequence[str], examples: Sequence[Finding], zone: ZoneInfo, who: str, business: str) -> str:
    """A message that asks for what is wanted, with when it went wrong. Empty where nothing is asked of a supplier."""
    asked = [each.removeprefix(ASKS) for each in wanted if each.startswith(ASKS)]
    if not asked:
        return ""
    lines = ["Hello,", "", "please change this for us:", *(f"– {each}" for each in asked)]
    if examples:
        lines += ["", "This is where it went wrong:"]
        lines += [f"– {moment_in_words(each.about_at, zone)}: {each.found.kind.in_words}" for each in examples]
    return "\n".join(
        [*lines, "", "Please tell me when it is done, and what you changed.", "", "Thank you", f"{who}, {business}"]
    )
