"""What a review asks about a call: data of `resources/checklists`."""

from __future__ import annotations

import json
from pathlib import Path

from agentdesk.domain.review import Question


def call_questions(folder: Path) -> tuple[Question, ...]:
    """The questions about one call, in the order in which they are asked."""
    plain = json.loads((folder / "call.json").read_text(encoding="utf-8"))
    return tuple(
        Question(each["id"], each["text"], each["weight"], each["critical"], each["asked"])
        for each in plain["questions"]
    )
