"""The page of a matter tells no private details: whoever needs them asks on the page of the call."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from agentdesk.domain.lists import FindingFilter
from agentdesk.ui.screens.findings.finding_screen import FindingScreen
from agentdesk.ui.widgets.conversation_model import Piece
from tests.services.lines import line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window

TOLD = (
    "Hartley Plumbing, Daisy speaking.",
    "I want to speak to the manager. Ring me on 07700 900555.",
    "I'm sorry. Is there anything else?",
    "No.",
)


def test_details_are_hidden_and_the_doubtful_words_still_marked(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-17T10:00", *TOLD))
    finding = hartley_room.services.findings.page(FindingFilter())[0]
    page = FindingScreen(hartley_room.desk)
    in_a_window(qtbot, page, 1100, 800)
    page.open(id=finding.id)
    rows = [page.conversation.talk.row_at(at) for at in range(page.conversation.talk.rowCount())]
    pieces = [each for each in rows if isinstance(each, Piece)]
    assert pieces
    assert not any("900555" in each.text for each in pieces)
    assert any(each.stretches for each in pieces)
