"""Checklists as data: what a review asks, from `resources/checklists`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from agentdesk.domain.review import Question


@dataclass(frozen=True, slots=True)
class Checklist:
    """A titled list of things to go through."""

    title: str
    version: str
    items: tuple[tuple[str, str], ...]
    """Id and text of each."""


def call_questions(folder: Path) -> tuple[Question, ...]:
    """The questions about one call, in the order in which they are asked."""
    plain = json.loads((folder / "call.json").read_text(encoding="utf-8"))
    return tuple(
        Question(each["id"], each["text"], each["weight"], each["critical"], each["asked"])
        for each in plain["questions"]
    )


def load_checklist(folder: Path, name: str) -> Checklist:
    """A checklist by the name of its file."""
    plain = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return Checklist(plain["title"], plain["version"], tuple((each["id"], each["text"]) for each in plain["items"]))
