"""Where the matter of a notice opens, from the list and from a pop-up alike."""

from __future__ import annotations

_PLACES = {
    "review": "review",
    "import": "import",
    "set-up": "first_run",
    "connection": "connections",
    "escalation": "waiting",
    "approval": "waiting",
    "digest": "waiting",
    "money": "money",
    "backup": "settings",
}


def place_of(subject: str, subject_id: str) -> tuple[str, dict[str, object]]:
    """The place, and what it opens with; the list of notices for many at once."""
    number = subject_id.partition(" ")[0]
    if subject == "finding":
        return "finding", {"id": subject_id}
    if subject == "escalation" and number.isdecimal():
        return "waiting_call", {"id": int(number)}
    if subject == "reminder":
        return "changed", {"name": subject_id.partition(" ")[2]}
    if subject == "slide":
        return "record", {"name": subject_id.partition("\n")[0]}
    return _PLACES.get(subject, "notices"), {}
