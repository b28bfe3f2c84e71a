"""Callers who need a person: the list, one of them, and no end without what happened."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from agentdesk.domain.escalation import Escalation, EscalationState, Outcome
from agentdesk.ui.screens.findings.presenter import wanted_with
from agentdesk.ui.screens.waiting.approval_card import ApprovalCard
from agentdesk.ui.screens.waiting.presenter import runbook_steps
from agentdesk.ui.screens.waiting.screen import WaitingScreen
from agentdesk.ui.screens.waiting.to_tell_card import ToTellCard
from agentdesk.ui.screens.waiting.waiting_call_screen import WaitingCallScreen
from agentdesk.ui.widgets.fields import ChoiceField
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.states import State
from tests.services.lines import ANGRY, BOOKED, line
from tests.services.waiting.test_approving import MORE, REFUND, WITH_RULES
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain

TODAY = "2026-11-20T15:50:00+00:00"


@pytest.fixture
def angry_room(hartley_room: Room) -> Room:
    """Somebody complained ten minutes ago and was left standing."""
    hartley_room.office.take_calls(line("angry", TODAY, *ANGRY))
    return hartley_room


def the_matter(room: Room) -> Escalation:
    (matter,) = room.services.escalations.all_()
    return matter


def listed(qtbot: QtBot, room: Room) -> WaitingScreen:
    page = WaitingScreen(room.desk)
    in_a_window(qtbot, page)
    page.open()
    return page


def opened(qtbot: QtBot, room: Room) -> WaitingCallScreen:
    page = WaitingCallScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(id=the_matter(room).id)
    return page


def rows(page: WaitingScreen) -> list[SentenceRow]:
    return [
        each
        for group in (page.waiting, page.old, page.done)
        for each in group.list.rows()
        if isinstance(each, SentenceRow)
    ]


def test_nobody_waits(qtbot: QtBot, hartley_room: Room) -> None:
    page = listed(qtbot, hartley_room)
    assert page.none.isVisible()
    assert rows(page) == []


def test_a_caller_stands_on_the_list_with_who_has_it_and_by_when(qtbot: QtBot, angry_room: Room) -> None:
    page = listed(qtbot, angry_room)
    named(page)
    plain(page)
    (row,) = rows(page)
    said = row.accessibleName()
    assert "Ring back by 4:06 pm" in said
    assert "Caller ending 123" in said
    assert "Waits for Jo" in said
    assert row.state is State.LOOK
    row.click()
    assert angry_room.gone.places[-1] == ("waiting_call", {"id": the_matter(angry_room).id})


def test_late_is_red_and_said(qtbot: QtBot, angry_room: Room) -> None:
    angry_room.office.clock.advance(timedelta(hours=1))
    page = listed(qtbot, angry_room)
    (row,) = rows(page)
    assert row.state is State.ACT_NOW
    assert "Late: due by 4:06 pm" in row.accessibleName()


def test_jo_is_on_it(qtbot: QtBot, angry_room: Room) -> None:
    page = opened(qtbot, angry_room)
    named(page)
    plain(page)
    (jo,) = page._people_buttons
    assert jo.words() == "Jo will ring"
    jo.click()
    assert (the_matter(angry_room).state, the_matter(angry_room).who) == (EscalationState.TAKEN, "Jo")
    assert page.holder.text() == "Jo has it."
    assert page._people_buttons == {}
    page.mine.click()
    assert the_matter(angry_room).who == "Sam"


def test_no_answer_is_tried_again_at_the_time_on_the_button(qtbot: QtBot, angry_room: Room) -> None:
    page = opened(qtbot, angry_room)
    assert page.no_answer.words() == "No answer: next try 5:00 pm"
    page.no_answer.click()
    assert "Ring back by 5:00 pm" in page.mark.accessibleName()


def test_the_number_shows_on_press(qtbot: QtBot, angry_room: Room) -> None:
    page = opened(qtbot, angry_room)
    assert "07700" not in page.number.words()
    page.number.click()
    assert page.number.words() == "07700 900123"


def test_the_runbook_of_the_brief_stands_beside_it(qtbot: QtBot, angry_room: Room) -> None:
    page = opened(qtbot, angry_room)
    assert page.runbook_steps.steps() == ("Ring back.",)
    assert page.runbook.quiet.text() == "From the brief: A complaint"


def test_the_steps_of_a_runbook_are_counted_once_even_where_somebody_wrote_the_numbers() -> None:
    both = ("Ring back.", "Say sorry once.")
    assert runbook_steps("Ring back.\n\n Say sorry once.") == both
    assert runbook_steps("1 Ring back.\n2. Say sorry once.") == both
    assert runbook_steps("24 hours at most.") == ("24 hours at most.",)


def test_it_cannot_be_closed_without_saying_what_happened(qtbot: QtBot, angry_room: Room) -> None:
    page = opened(qtbot, angry_room)
    page.rang.click()
    assert page.ask is not None
    page.ask.keep.click()
    assert page.ask.row.error() == "Write in one line what happened."
    assert the_matter(angry_room).state is EscalationState.WAITING
    page.ask.field.set_value("Said sorry, booked Monday at 8.")
    page.ask.outcome.set_value(Outcome.BOOKED)
    qtbot.keyClick(page.ask.field, Qt.Key.Key_Return)
    done = the_matter(angry_room)
    assert (done.state, done.outcome, done.closed_by) == (EscalationState.DONE, Outcome.BOOKED, "Sam")
    assert page.holder.text() == "Booked: Said sorry, booked Monday at 8. · Sam"
    assert not page.buttons.isVisible()
    assert [each.state for each in rows(listed(qtbot, angry_room))] == [State.NOTE]


def test_still_open_keeps_the_line_and_the_matter(qtbot: QtBot, angry_room: Room) -> None:
    page = opened(qtbot, angry_room)
    page.rang.click()
    assert page.ask is not None
    page.ask.outcome.set_value(None)
    page.ask.field.set_value("She wants to think about it.")
    page.ask.keep.click()
    assert the_matter(angry_room).state is EscalationState.WAITING
    assert "Still open: She wants to think about it." in page.events.text()


def test_what_stops_it_happening_again_becomes_an_action_and_a_phrase(qtbot: QtBot, angry_room: Room) -> None:
    page = opened(qtbot, angry_room)
    page.rang.click()
    ask = page.ask
    assert ask is not None
    ask.stop.click()
    ask.field.set_value("Rang and said sorry.")
    assert ask.again.line.value() == "A complaint"
    ask.again.phrase.set_value("waited in")
    ask.keep.click()
    assert the_matter(angry_room).outcome is Outcome.SORTED
    (action,) = angry_room.services.reviews.promises()
    assert action.what.startswith("Ask the supplier:")
    (rule,) = angry_room.services.briefs.working("Daisy").brief.pass_to_a_person
    assert rule.phrases == ("waited in",)


def test_those_from_some_time_ago_are_closed_together_with_one_line(qtbot: QtBot, hartley_room: Room) -> None:
    old = [line(f"angry-{day}", f"2026-10-{day:02d}T10:00:00+00:00", *ANGRY) for day in (12, 13)]
    hartley_room.office.take_calls(*old)
    page = listed(qtbot, hartley_room)
    assert len(page.old.list.rows()) == 2
    page.all_done.click()
    page.ask.keep.click()
    assert page.ask.row.error() == "Write in one line what happened."
    page.ask.field.set_value("Rang them all in October.")
    page.ask.keep.click()
    assert hartley_room.services.escalations.waiting() == 0
    assert page.none.isVisible()


def test_a_matter_that_is_gone_says_so(qtbot: QtBot, hartley_room: Room) -> None:
    page = WaitingCallScreen(hartley_room.desk)
    in_a_window(qtbot, page)
    page.open(id=99)
    assert page.gone.text() == "This matter is no longer on the list."


def test_whoever_is_away_has_somebody_who_stands_in(qtbot: QtBot, hartley_room: Room) -> None:
    page = listed(qtbot, hartley_room)
    assert not page.rota.keep.isVisible()
    page.rota.lines.add_button.click()
    who, _, _, instead = page.rota.lines.lines()[0]
    assert isinstance(who, ChoiceField)
    assert isinstance(instead, ChoiceField)
    who.set_value("Jo")
    instead.set_value("Jo")
    page.rota.keep.click()
    assert page.rota.error.text() == "Jo can't stand in for themselves. Choose somebody else."
    instead.set_value("Sam")
    page.rota.keep.click()
    hartley_room.office.take_calls(line("angry", TODAY, *ANGRY))
    assert the_matter(hartley_room).who == "Sam"


def test_the_digest_opens_to_exactly_its_calls(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_calls(line("night", "2026-11-20T01:00:00+00:00", *ANGRY), line("day", TODAY, *ANGRY))
    page = listed(qtbot, hartley_room)
    (row,) = page.digest.rows()
    assert isinstance(row, SentenceRow)
    assert row.sentence() == "While you were closed: 1 call and 1 caller who waits to be rung."
    row.click()
    place, what = hartley_room.gone.places[-1]
    digest = hartley_room.services.digests.last()
    assert digest is not None
    assert (place, what["ids"]) == ("calls", frozenset(digest.calls))


def cards(page: WaitingScreen) -> list[ApprovalCard]:
    return [each for each in page.asked.list.rows() if isinstance(each, ApprovalCard)]


def answers(page: WaitingScreen) -> list[ToTellCard]:
    return [each for each in page.to_tell.list.rows() if isinstance(each, ToTellCard)]


def test_what_needs_an_ok_shows_what_how_much_for_whom_and_why(qtbot: QtBot, room: Room) -> None:
    room.services.setup.apply(WITH_RULES)
    room.office.take_calls(line("refund", TODAY, *REFUND))
    page = listed(qtbot, room)
    named(page)
    plain(page)
    (card,) = cards(page)
    assert card.what.text() == "A refund · £80.00 · Caller ending 123"
    assert card.words.text() == "“I want my money back.”"
    assert card.why.text().startswith("Daisy's brief says you agree to this first.")
    card.ring.click()
    assert card.ring.words() == "07700 900123"
    room.office.clock.advance(timedelta(seconds=12))
    card.yes.click()
    (answered,) = room.services.approvals.page().to_tell
    assert (answered.state, answered.decided_by, answered.seconds_shown) == ("yes", "Sam", 12.0)
    assert cards(page) == []


@pytest.fixture
def agreed(room: Room) -> Room:
    """Somebody asked for their money back, and Sam agreed."""
    room.services.setup.apply(WITH_RULES)
    room.office.take_calls(line("refund", TODAY, *REFUND))
    (question,) = room.services.approvals.page().waiting
    room.services.approvals.answer(question.id, question.digest, yes=True, by="Sam", seconds=20)
    return room


def test_an_answer_must_be_told_and_stands_there_with_words_and_a_number(qtbot: QtBot, agreed: Room) -> None:
    page = listed(qtbot, agreed)
    named(page)
    plain(page)
    (card,) = answers(page)
    assert card.heading.text() == "Yes: A refund · £80.00 · Caller ending 123"
    assert card.words.text() == (
        "Hello, this is Hartley Plumbing. You asked us about a refund, £80.00. The answer is yes."
    )
    assert card.quiet.text() == "Sam answered 4:00 pm"
    assert not page.none.isVisible()
    card.number.click()
    assert card.number.words() == "07700 900123"
    card.copy.click()
    assert QGuiApplication.clipboard().text() == card.words.text()


def test_a_no_is_told_kindly(qtbot: QtBot, room: Room) -> None:
    room.services.setup.apply(WITH_RULES)
    room.office.take_calls(line("refund", TODAY, *REFUND))
    page = listed(qtbot, room)
    cards(page)[0].no.click()
    (card,) = answers(page)
    assert card.heading.text().startswith("No: A refund")
    assert card.words.text().endswith(
        "I'm sorry, the answer is no this time. Ring us if you would like to talk about it."
    )


def test_telling_them_ends_with_what_they_said(qtbot: QtBot, agreed: Room) -> None:
    page = listed(qtbot, agreed)
    (card,) = answers(page)
    card.no_answer.click()
    (card,) = answers(page)
    assert card.quiet.text() == "Sam answered 4:00 pm · no answer 4:00 pm"
    card.tell.click()
    card.ask.keep.click()
    assert card.ask.row.error() == "Write in one line what they said."
    card.ask.field.set_value("She is glad.")
    card.ask.keep.click()
    assert answers(page) == []
    (row,) = page.answered.list.rows()
    assert isinstance(row, SentenceRow)
    assert "Agreed: A refund · £80.00" in row.accessibleName()
    assert "She is glad." in row.accessibleName()
    row.click()
    assert agreed.gone.places[-1][0] == "call"


def test_what_is_being_typed_stays_when_another_caller_comes_in(qtbot: QtBot, agreed: Room) -> None:
    page = listed(qtbot, agreed)
    (card,) = answers(page)
    card.tell.click()
    card.ask.field.set_value("She is gl")
    agreed.office.take_calls(line("angry", TODAY, *ANGRY))
    page.reload()
    assert answers(page) == [card]
    assert (card.ask.isVisible(), card.ask.field.value()) == (True, "She is gl")


def test_an_answer_to_what_changed_meanwhile_is_refused_and_shown_anew(qtbot: QtBot, room: Room) -> None:
    room.services.setup.apply(WITH_RULES)
    room.office.take_calls(line("refund", TODAY, *REFUND))
    page = listed(qtbot, room)
    (card,) = cards(page)
    room.office.take_calls(line("refund", TODAY, *MORE))
    card.yes.click()
    assert room.told.troubles == ["This changed while you looked at it. Read it again."]
    (anew,) = cards(page)
    assert "£95.00" in anew.what.text()


def test_other_matters_are_one_press_away(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_calls(line("booked", TODAY, *BOOKED))
    hartley_room.office.take_diary(
        "e2,2026-11-29T10:00,2026-11-29T11:00,booked,Boiler service,Cy Dale,,,2026-11-10T10:00"
    )
    page = listed(qtbot, hartley_room)
    (row,) = page.others.rows()
    assert isinstance(row, SentenceRow)
    row.click()
    place, what = hartley_room.gone.places[-1]
    assert place == "findings"
    assert row.sentence() == "2 other matters were found."
    assert len(hartley_room.services.findings.page(wanted_with(what)[1])) == 2


def test_hundreds_are_all_within_reach(qtbot: QtBot, hartley_room: Room) -> None:
    lines = [line(f"angry-{each}", f"2026-11-20T15:{each:02d}:00+00:00", *ANGRY) for each in range(55)]
    hartley_room.office.take_calls(*lines)
    page = listed(qtbot, hartley_room)
    qtbot.waitUntil(lambda: len(page.waiting.list.rows()) == 50)
    assert hartley_room.services.escalations.waiting() == 55
    page.waiting.list.more.click()
    qtbot.waitUntil(lambda: len(page.waiting.list.rows()) == 5)
    last = page.waiting.list.rows()[-1]
    assert isinstance(last, SentenceRow)
    last.click()
    latest = hartley_room.services.escalations.page().open[-1]
    assert hartley_room.gone.places[-1] == ("waiting_call", {"id": latest.id})
