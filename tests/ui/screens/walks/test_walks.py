"""A checklist line by line: keys, resuming, a word on it, and the end."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap.places import places_of
from agentdesk.domain.review import Reply
from agentdesk.domain.walk import CHANGE, FIRST_TWO_WEEKS, FORTNIGHTLY, GO_LIVE, INCIDENT, MONTHLY, RETIREMENT
from agentdesk.ui.screens.agents.agent_screen import AgentScreen
from agentdesk.ui.screens.agents.page_words import Line, history
from agentdesk.ui.screens.walks.screen import WalkScreen
from agentdesk.ui.screens.walks.ways import opens_with, words_of
from agentdesk.ui.widgets.rows import SentenceRow
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain

CHECKLISTS = (GO_LIVE, CHANGE, INCIDENT, RETIREMENT, FIRST_TWO_WEEKS, FORTNIGHTLY, MONTHLY)


def opened(qtbot: QtBot, room: Room, checklist: str = "incident") -> WalkScreen:
    page = WalkScreen(room.desk)
    in_a_window(qtbot, page)
    page.open(agent="Daisy", checklist=checklist)
    return page


def answered(room: Room) -> list[tuple[str, Reply, str, str]]:
    (walk,) = room.services.walks.of_agent("Daisy")
    return [(each.item, each.reply, each.by, each.note) for each in walk.ticks]


def test_the_keys_answer_and_the_next_line_comes(qtbot: QtBot, hartley_room: Room) -> None:
    page = opened(qtbot, hartley_room)
    named(page)
    plain(page)
    assert page.question.text() == "Stop the harm: the emergency stop, or a narrower job."
    page.note.set_value("Calls go to Jo")
    page.answers.focus_first()
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert page.question.text() == "Who is affected? Write the list."
    assert page.note.value() == ""
    qtbot.keyClick(page, Qt.Key.Key_3)
    assert answered(hartley_room) == [
        ("I01", Reply.YES, "Sam", "Calls go to Jo"),
        ("I02", Reply.DOES_NOT_APPLY, "Sam", ""),
    ]
    assert page.place.text() == "3 of 10"


def test_a_line_leads_to_where_it_is_done(qtbot: QtBot, hartley_room: Room) -> None:
    page = opened(qtbot, hartley_room)
    assert page.way.text() == "Open the emergency stop"
    page.way.click()
    assert hartley_room.gone.places == [("stop", {"name": "Daisy"})]
    page.answers.button(Reply.YES).click()
    assert page.way.isHidden(), "who is affected is known to people alone"


def test_after_something_went_wrong_it_is_put_right_and_the_team_and_the_supplier_hear_of_it(
    qtbot: QtBot, hartley_room: Room
) -> None:
    page = opened(qtbot, hartley_room)
    for line, place in (("Put it right for each", "findings"), ("Tell the team", "agent")):
        row = next(
            each for each in page.rows.rows() if isinstance(each, SentenceRow) and each.sentence().startswith(line)
        )
        row.opened.emit()
        page.way.click()
        assert hartley_room.gone.places[-1][0] == place
    assert hartley_room.gone.places == [("findings", {"agent": "Daisy"}), ("agent", {"name": "Daisy"})]


def test_the_keys_go_on_answering_after_a_link_was_followed(qtbot: QtBot, hartley_room: Room) -> None:
    page = opened(qtbot, hartley_room)
    page.way.setFocus()
    qtbot.keyClick(page.way, Qt.Key.Key_1)
    assert page.place.text() == "2 of 10"
    assert not page.note.hasFocus()
    assert page.answers.button(Reply.YES).hasFocus()


def test_every_way_out_of_a_checklist_has_words_and_a_page_that_opens(hartley_room: Room) -> None:
    walks, pages = hartley_room.services.walks, places_of(hartley_room.desk)
    ways = {item.place for each in CHECKLISTS for item in walks.checklist(each).items if item.place}
    assert len(ways) > 5
    for place in ways:
        assert words_of(place).startswith("Open ")
        page = pages[place]()
        page.open(**opens_with(place, "Daisy"))
        page.deleteLater()


def test_it_is_gone_on_with_where_it_was_left(qtbot: QtBot, hartley_room: Room) -> None:
    page = opened(qtbot, hartley_room)
    page.answers.button(Reply.YES).click()
    again = opened(qtbot, hartley_room)
    assert again.place.text() == "2 of 10"
    row = again.rows.rows()[0]
    assert isinstance(row, SentenceRow)
    row.click()
    assert again.place.text() == "1 of 10"
    again.answers.button(Reply.NO).click()
    assert [reply for _, reply, _, _ in answered(hartley_room)] == [Reply.NO]


def test_it_ends_when_every_line_has_an_answer(qtbot: QtBot, hartley_room: Room) -> None:
    page = opened(qtbot, hartley_room)
    for _ in range(10):
        assert not page.done.isVisible()
        page.answers.button(Reply.YES).click()
    assert not page.card.isVisible()
    page.finish.click()
    assert page.ended.text() == "Done Fri 20 Nov, 4:00 pm."
    assert not page.finish.isVisible()
    page.back.click()
    assert hartley_room.gone.places[-1] == ("agent", {"name": "Daisy"})


def test_retiring_does_not_end_with_a_no(qtbot: QtBot, hartley_room: Room) -> None:
    page = opened(qtbot, hartley_room, "retirement")
    for _ in range(9):
        page.answers.button(Reply.YES).click()
    assert page.known.text() == "Seen from here: No call ever came."
    page.answers.button(Reply.NO).click()
    page.finish.click()
    assert hartley_room.told.troubles == ["This isn't done yet: No calls seen for 14 days. Closed."]


def test_the_agents_page_leads_to_what_is_due_and_to_what_can_be_begun(qtbot: QtBot, hartley_room: Room) -> None:
    page = AgentScreen(hartley_room.desk)
    in_a_window(qtbot, page)
    page.open(name="Daisy")
    rows = [each for each in page.walks.rows.rows() if isinstance(each, SentenceRow)]
    sentences = [each.sentence() for each in rows]
    assert sentences[0] == "Five minutes, Fri 20 Nov"
    assert sentences[-3:] == ["Change what it says or may do", "Something went wrong", "Retire it"]
    rows[-1].click()
    assert hartley_room.gone.places[-1] == ("walk", {"agent": "Daisy", "checklist": "retirement"})


def test_what_was_walked_through_stands_in_the_agents_history(qtbot: QtBot, hartley_room: Room) -> None:
    walks = hartley_room.services.walks
    walk = walks.begin("Daisy", "incident", "Jo")
    for item in walks.checklist("incident").items:
        walks.tick(walk.id, item.id, Reply.YES, "Jo")
    hartley_room.office.clock.advance(timedelta(hours=1))
    walks.end(walk.id)
    page = AgentScreen(hartley_room.desk)
    in_a_window(qtbot, page)
    page.open(name="Daisy")
    assert history(page._view, hartley_room.desk.zone())[0] == Line(  # type: ignore[arg-type]
        "Fri 20 Nov, 5:00 pm · Checklist finished: When something went wrong", "Jo"
    )


def test_what_was_done_once_shows_as_done_and_is_begun_again_when_asked(qtbot: QtBot, hartley_room: Room) -> None:
    walks = hartley_room.services.walks
    walk = walks.begin("Daisy", "retirement", "Jo")
    for item in walks.checklist("retirement").items:
        walks.tick(walk.id, item.id, Reply.YES, "Jo")
    walks.end(walk.id)
    page = WalkScreen(hartley_room.desk)
    in_a_window(qtbot, page)
    page.open(agent="Daisy", checklist="retirement")
    assert page.ended.text() == "Done Fri 20 Nov, 4:00 pm."
    assert not page.card.isVisible()
    page.again.click()
    assert page.card.isVisible()
    assert page.place.text() == "1 of 10"
