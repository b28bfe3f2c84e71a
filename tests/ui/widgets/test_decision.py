"""Deciding about a matter: never without a reason, never losing what was typed, always to be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, FindingStatus
from agentdesk.domain.lists import FindingFilter
from agentdesk.ui.widgets.decision import Answer, Decision
from agentdesk.ui.widgets.finding_cards import FindingCard, FindingCards
from tests.services.lines import ANGRY, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window


@pytest.fixture
def finding(hartley_room: Room) -> Finding:
    hartley_room.office.take_calls(line("c1", "2026-11-17T10:00", *ANGRY))
    (found,) = hartley_room.services.findings.page(FindingFilter())
    return found


def shown(qtbot: QtBot, room: Room, finding: Finding) -> Decision:
    decision = Decision(room.desk, finding)
    in_a_window(qtbot, decision, 700, 400)
    return decision


def status(room: Room, finding: Finding) -> FindingStatus:
    return room.services.findings.open_(finding.id).finding.status


@pytest.mark.parametrize(
    ("answer", "kept"), [(Answer.FINE, FindingStatus.ACCEPTED), (Answer.PUT_RIGHT, FindingStatus.DONE)]
)
def test_a_decision_is_kept_with_its_words_and_its_name(
    qtbot: QtBot, hartley_room: Room, finding: Finding, answer: Answer, kept: FindingStatus
) -> None:
    decision = shown(qtbot, hartley_room, finding)
    (decision.fine if answer is Answer.FINE else decision.put_right).click()
    qtbot.keyClicks(decision.ask.field, "Jo rang <b>them</b>")
    with qtbot.waitSignal(decision.decided):
        qtbot.keyClick(decision.ask.field, Qt.Key.Key_Return)
    now = hartley_room.services.findings.open_(finding.id).finding
    assert (now.status, now.decision, now.decided_by) == (kept, "Jo rang <b>them</b>", "Sam")
    decision.set_finding(now)
    assert "Jo rang <b>them</b>" in decision.outcome.text()
    assert not decision.buttons.isVisible()
    decision.undo.click()
    assert status(hartley_room, finding) is FindingStatus.OPEN


def test_without_a_reason_it_is_refused_beside_the_field(qtbot: QtBot, hartley_room: Room, finding: Finding) -> None:
    decision = shown(qtbot, hartley_room, finding)
    decision.fine.click()
    qtbot.keyClicks(decision.ask.field, "   ")
    decision.ask.keep.click()
    assert decision.ask.row.error() == "Write in a few words why it's fine."
    assert status(hartley_room, finding) is FindingStatus.OPEN
    assert hartley_room.told.said == []


def test_what_was_typed_stays_when_it_cannot_be_saved(
    qtbot: QtBot, hartley_room: Room, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Sorry("Your disk is full.")

    decision = shown(qtbot, hartley_room, finding)
    decision.put_right.click()
    qtbot.keyClicks(decision.ask.field, "Rang them")
    with monkeypatch.context() as broken:
        broken.setattr(type(hartley_room.services.findings), "put_right", full)
        decision.ask.keep.click()
    assert decision.ask.row.error() == "Your disk is full."
    assert decision.ask.field.value() == "Rang them"
    decision.ask.keep.click()
    assert status(hartley_room, finding) is FindingStatus.DONE


def test_esc_puts_the_field_away_and_keeps_the_words(qtbot: QtBot, hartley_room: Room, finding: Finding) -> None:
    decision = shown(qtbot, hartley_room, finding)
    back = QShortcut(QKeySequence(Qt.Key.Key_Escape), decision.window())  # as the shell has it
    back.activated.connect(hartley_room.gone.back)
    decision.fine.click()
    qtbot.keyClicks(decision.ask.field, "Half a reason")
    qtbot.keyClick(decision.ask.field, Qt.Key.Key_Escape)
    assert decision.buttons.isVisible()
    assert hartley_room.gone.places == []
    qtbot.keyClick(decision.fine, Qt.Key.Key_Escape)
    assert hartley_room.gone.places == [("back", {})]
    decision.fine.click()
    assert decision.ask.field.value() == "Half a reason"


def test_a_reload_leaves_a_reason_that_is_being_typed_alone(qtbot: QtBot, hartley_room: Room, finding: Finding) -> None:
    cards = FindingCards(hartley_room.desk)
    in_a_window(qtbot, cards, 700, 400)
    cards.set_findings([finding])
    (card,) = cards.cards()
    card.decision.fine.click()
    qtbot.keyClicks(card.decision.ask.field, "Half")
    cards.set_findings([finding])
    assert cards.cards() == (card,)
    assert not card.decision.ask.isHidden()
    assert card.decision.ask.field.value() == "Half"
    cards.set_findings([])
    assert cards.cards() == ()


def test_after_a_decision_the_keyboard_is_at_the_next_open_matter(qtbot: QtBot, hartley_room: Room) -> None:
    office = hartley_room.office
    office.take_calls(*(line(f"c{each}", f"2026-11-17T10:0{each}", *ANGRY) for each in range(3)))
    findings = hartley_room.services.findings.page(FindingFilter())
    cards = FindingCards(hartley_room.desk)
    in_a_window(qtbot, cards, 700, 900)
    cards.set_findings(findings)
    first, second, third = cards.cards()

    def decide(card: FindingCard) -> None:
        card.decision.fine.click()
        qtbot.keyClicks(card.decision.ask.field, "Rang back")
        qtbot.keyClick(card.decision.ask.field, Qt.Key.Key_Return)
        cards.set_findings([office.services.findings.open_(each.id).finding for each in findings])

    decide(second)
    assert third.decision.put_right.hasFocus()
    decide(third)
    assert first.decision.put_right.hasFocus()
    second.decision.undo.setFocus()
    second.decision.undo.click()
    assert not first.decision.put_right.hasFocus()
