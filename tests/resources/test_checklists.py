"""The checklists as data."""

from __future__ import annotations

import json

from agentdesk.domain.brief import HONEST_DEALING
from agentdesk.domain.review import CallToLook, Reply, mark_of, minutes_for
from agentdesk.services.reviews.checklists import call_questions
from tests.resources.example import RESOURCES

FOLDER = RESOURCES / "checklists"
NAMES = ("weekly", "first_two_weeks", "fortnightly", "monthly", "go_live", "change", "incident", "retirement")
CRITICAL = {"Q2", "Q3", "Q4", "Q5", "Q6", "Q7"}


def test_the_weights_of_a_call_add_up_to_a_hundred() -> None:
    questions = call_questions(FOLDER)

    assert [each.id for each in questions] == ["V", *(f"Q{number}" for number in range(1, 12))]
    assert sum(each.weight for each in questions) == 100
    assert {each.id for each in questions if each.critical} == CRITICAL


def test_an_ordinary_call_asks_six_questions_and_can_be_scored() -> None:
    questions = call_questions(FOLDER)
    asked = [each for each in questions if each.asked == "always"]

    assert len(asked) == 6
    assert mark_of(questions, {each.id: Reply.YES for each in asked}).score == 100


def test_nine_ordinary_calls_fit_into_ten_minutes() -> None:
    asked = tuple(each.id for each in call_questions(FOLDER) if each.asked == "always")

    assert minutes_for([CallToLook(number, (), asked) for number in range(9)]) <= 10


def test_every_honest_rule_has_its_question() -> None:
    assert {question for _, question in HONEST_DEALING} <= {each.id for each in call_questions(FOLDER)}


def test_every_checklist_has_a_title_a_version_and_items_with_names_of_their_own() -> None:
    assert {each.stem for each in FOLDER.glob("*.json")} == {"call", *NAMES}
    ids: list[str] = []
    for name in NAMES:
        checklist = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        assert checklist["title"]
        assert checklist["version"]
        texts = [each["text"] for each in checklist["items"]]
        assert all(text.endswith((".", "?")) and "!" not in text for text in texts), name
        ids += [each["id"] for each in checklist["items"]]
    assert len(ids) == len(set(ids))
