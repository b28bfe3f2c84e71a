"""The business, its people, agents, briefs, connections, actions, notices and small documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain import connection as service
from agentdesk.domain.action import Action, ActionState
from agentdesk.domain.agent import Stage, StageChange
from agentdesk.domain.brief import Brief, BriefVersion, PassToPerson, Target, Task
from agentdesk.domain.business import Closure, Person, Role
from agentdesk.domain.errors import Sorry
from agentdesk.domain.money import Money
from agentdesk.domain.notice import Notice
from agentdesk.store import actions, agents, briefs, business, connections, documents, notices
from agentdesk.store.store import Store
from tests.factories import TUESDAY, a_business, an_agent

BRIEF = Brief(
    purpose="Book 9 of 10 visits",
    may_answer=("Prices",),
    pass_to_a_person=(PassToPerson("a leak", "Jo", 5, "Ring at once", ("flood",)),),
    targets=(Target("K05", 0.95, TUESDAY),),
    tasks=(Task("Ring back", ("Jo", "Ana"), "Sam"),),
)


def test_the_business_comes_back_as_it_was(db: Connection) -> None:
    assert business.load(db) is None
    whole = a_business(closures=(Closure(date(2026, 12, 24), date(2027, 1, 2), "Christmas"),), review_time=time(9, 30))
    business.save(db, a_business(), TUESDAY)
    business.save(db, whole, TUESDAY)
    assert business.load(db) == whole


def test_halves_of_letters_do_not_keep_the_business_from_being_saved(db: Connection) -> None:
    business.save(db, a_business(name="Marsh \ud83d Plumbing"), TUESDAY)
    assert business.load(db) == a_business(name="Marsh \ufffd Plumbing")


def test_people_keep_their_order(db: Connection) -> None:
    everybody = (Person("Sam", Role.FRONT_DESK), Person("Jo", Role.OWNER))
    business.save_people(db, (Person("Old", Role.OWNER),))
    business.save_people(db, everybody)
    assert business.people(db) == everybody


def test_the_database_itself_refuses_a_word_that_is_none_of_ours(store: Store) -> None:
    with pytest.raises(sa.exc.IntegrityError), store.writing() as db:
        db.exec_driver_sql("INSERT INTO people (name, role, place) VALUES ('Jo', 'boss', 1)")


def test_small_documents_are_kept_replaced_and_forgotten(db: Connection) -> None:
    documents.put(db, "draft", {"a": ["1"]})
    documents.put(db, "draft", {"b": ["2"]})
    assert documents.get(db, "draft", dict[str, list[str]]) == {"b": ["2"]}
    documents.remove(db, "draft")
    assert documents.get(db, "draft", dict[str, list[str]]) is None


def test_connections_are_replaced_by_name(db: Connection) -> None:
    connections.put(db, service.Connection("Diary", "file"))
    changed = service.Connection("Diary", "file", "https://example.com", "jo", others_book=False)
    connections.put(db, changed)
    assert connections.all_(db) == (changed,)
    assert connections.get(db, "Diary") == changed
    assert connections.get(db, "Other") is None


def test_a_renamed_agent_takes_its_history_along(db: Connection) -> None:
    agents.put(db, an_agent("Ana", monthly_limit=Money(2000, 2, "GBP"), books_into=("Diary",)))
    agents.put(db, an_agent("ben"))
    step = StageChange("Ana", Stage.TRIAL, TUESDAY, "Jo", "First week")
    agents.add_stage(db, step)
    briefs.save_draft(db, BriefVersion("Ana", 1, BRIEF, TUESDAY, "Jo"))
    renamed = an_agent("Zoe", stage=Stage.LIVE)
    agents.put(db, renamed, was="Ana")
    assert agents.all_(db) == (an_agent("ben"), renamed)
    assert agents.get(db, "Ana") is None
    assert agents.stages(db, "Zoe") == (replace(step, agent="Zoe"),)
    assert briefs.draft(db, "Zoe") == BriefVersion("Zoe", 1, BRIEF, TUESDAY, "Jo")


def test_an_approved_brief_never_changes(db: Connection) -> None:
    first = BriefVersion("Ana", 1, BRIEF, TUESDAY, "Jo")
    briefs.save_draft(db, first)
    briefs.save_draft(db, replace(first, brief=Brief("Something else")))
    briefs.save_draft(db, first)
    later = TUESDAY + timedelta(hours=1)
    briefs.approve(db, "Ana", 1, later, "Jo", "It is right.")
    done = replace(first, approved_at=later, approved_by="Jo", why="It is right.")
    assert briefs.versions(db, "Ana") == (done,)
    assert briefs.draft(db, "Ana") is None
    with pytest.raises(Sorry, match="approved"):
        briefs.save_draft(db, replace(first, brief=Brief("Something else")))
    with pytest.raises(Sorry, match="waiting"):
        briefs.approve(db, "Ana", 1, later, "Sam", "Again.")
    second = replace(first, number=2)
    briefs.save_draft(db, second)
    assert briefs.versions(db, "Ana") == (second, done)
    assert briefs.approved(db, "Ana") == done


def test_actions_are_listed_by_when_they_are_due_until_they_are_closed(db: Connection) -> None:
    late = actions.add(db, Action(0, "Ring Jo", "Sam", date(2026, 12, 2), TUESDAY))
    soon = actions.add(db, Action(0, "Change the greeting", "Jo", date(2026, 12, 1), TUESDAY))
    assert actions.open_(db) == (soon, late)
    actions.close(db, soon.id, ActionState.NOT_FIXED, TUESDAY, "Still wrong.")
    closed = replace(soon, state=ActionState.NOT_FIXED, closed_at=TUESDAY, note="Still wrong.")
    assert actions.open_(db) == (late,)
    assert actions.all_(db) == (closed, late)
    actions.close(db, soon.id, ActionState.OPEN, TUESDAY, "")
    assert actions.open_(db) == (soon, late)


def a_notice(subject_id: str, minutes: int = 0) -> Notice:
    at = TUESDAY + timedelta(minutes=minutes)
    return Notice(0, at, TUESDAY, "Look", "A booking is missing.", "Something needs you.", "finding", subject_id)


def test_a_matter_is_told_once(db: Connection) -> None:
    first = notices.add(db, a_notice("a"))
    assert notices.add(db, a_notice("a", 5)) == first
    second = notices.add(db, a_notice("b", 1))
    assert notices.page(db, 5) == (second, first)
    assert notices.page(db, 1) == (second,)


def test_notices_are_read_and_shown_once(db: Connection) -> None:
    first, second = notices.add(db, a_notice("a")), notices.add(db, a_notice("b", 1))
    assert (notices.unread_count(db), notices.not_popped(db)) == (2, (second, first))
    notices.mark_popped(db, [first.id, second.id], TUESDAY)
    notices.mark_read(db, [first.id], TUESDAY)
    notices.mark_read(db, [first.id], TUESDAY + timedelta(days=1))
    assert (notices.unread_count(db), notices.not_popped(db)) == (1, ())
    assert notices.page(db, 5)[1] == replace(first, read_at=TUESDAY, popped_at=TUESDAY)
