"""The scorecard on the screen is the one that is printed, and each figure opens what it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.agent import Agent
from agentdesk.domain.errors import Sorry
from agentdesk.services.reviews.scorecards import ScorecardService
from agentdesk.ui.screens.scorecards.parts import FigureRow, WrongRow, halves
from agentdesk.ui.screens.scorecards.screen import ScorecardsScreen
from agentdesk.ui.theme.theme import Scheme
from tests.services.lines import ANGRY, BOOKED, QUESTION, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window

ENTRY = "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01"


@pytest.fixture
def week(hartley_room: Room) -> Room:
    office = hartley_room.office
    office.take_diary(ENTRY)
    office.take_calls(
        line("c1", "2026-11-17T10:00", *BOOKED, cost="0.50"),
        line("c2", "2026-11-18T11:00", *QUESTION, cost="0.10", **{"from": "+447700900789"}),
        line("c3", "2026-11-19T11:00", *ANGRY, **{"from": "+447700900456"}),
        line("c0", "2026-11-10T11:00", *QUESTION, cost="0.10", **{"from": "+447700900789"}),
    )
    return hartley_room


def opened(room: Room, qtbot: QtBot) -> ScorecardsScreen:
    screen = ScorecardsScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open()
    return screen


def said(widget: QWidget) -> str:
    return " ".join(each.text().replace("\u00a0", " ") for each in widget.findChildren(QLabel))


def test_the_screen_says_what_the_page_prints(week: Room, qtbot: QtBot) -> None:
    screen = opened(week, qtbot)
    card = screen.presenter.card
    assert card is not None
    assert card == week.services.scorecards.make("Daisy", week.services.scorecards.periods()[0][1])
    everything = said(screen)
    for figure in card.figures:
        head, rest = halves(figure.words)
        assert head in everything
        assert rest in everything
        assert figure.last_period in everything
    for sentence in (card.summary, *card.money, *card.checked, *card.changes, *card.not_known):
        assert sentence in everything
    for wrong in card.went_wrong:
        assert wrong.words in everything
    for name, meaning in card.definitions:
        assert name in everything
        assert meaning in everything


def test_a_figure_opens_the_calls_it_was_made_from(week: Room, qtbot: QtBot) -> None:
    screen = opened(week, qtbot)
    accuracy = next(each for each in screen.figure_cards() if each.figure.measure == "K05")
    accuracy.click()
    assert week.gone.places[-1] == (
        "calls",
        {"ids": frozenset(accuracy.figure.rows), "words": "Booking accuracy"},
    )
    row = next(each for each in screen.others.findChildren(FigureRow) if each.figure.measure == "K09")
    assert row.isEnabled() == bool(row.figure.rows)


def test_what_went_wrong_opens_the_matter(week: Room, qtbot: QtBot) -> None:
    screen = opened(week, qtbot)
    card = screen.presenter.card
    assert card is not None
    screen.wrong.findChildren(WrongRow)[0].click()
    assert week.gone.places[-1] == ("finding", {"id": card.went_wrong[0].finding})


def test_another_period_shows_its_own_figures(week: Room, qtbot: QtBot) -> None:
    screen = opened(week, qtbot)
    assert "Daisy took 3 calls." in screen.summary.text()
    screen.period.set_value("The week before")
    screen.period.chosen.emit()
    assert "Daisy took 1 call." in screen.summary.text()
    assert screen.days.text() == "Mon 9 Nov to Sun 15 Nov"


def test_agents_can_be_chosen_where_there_are_several(week: Room, qtbot: QtBot) -> None:
    screen = opened(week, qtbot)
    assert screen.agent.isHidden()
    assert screen.title() == "Daisy's scorecard"
    week.services.agents.add(Agent("Max", responsible="Jo"), "Sam")
    screen.reload()
    assert screen.agent.isVisible()
    screen.agent.set_value("Max")
    screen.agent.chosen.emit()
    assert screen.summary.text() == "Max took no calls in this time."


def test_the_charts_are_drawn_with_their_sentence_and_kept(
    week: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    really = ScorecardService.charts

    def counting(*what: object) -> object:
        drawn.append("drawn")
        return really(*what)  # type: ignore[arg-type]

    monkeypatch.setattr(ScorecardService, "charts", counting)
    screen = opened(week, qtbot)
    calls = screen.charts[0]
    assert calls.picture.image is not None
    assert calls.picture.accessibleDescription() == calls.sentence.text()
    assert calls.sentence.text().startswith("3 calls in the week of 16 Nov")
    before, times = calls.picture.image, len(drawn)
    week.desk.theme.choose(Scheme.DARK)
    assert len(drawn) == times + 1
    assert calls.picture.image != before
    week.desk.theme.choose(Scheme.LIGHT)
    assert len(drawn) == times + 1
    assert calls.picture.image == before


def test_saving_names_the_file_after_the_card_and_says_saved(
    week: Room, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # without a screen a dialog warns that it cannot keep its smallest size
    monkeypatch.setattr(QFileDialog, "open", lambda _: None)
    screen = opened(week, qtbot)
    screen.save_button.click()
    (dialog,) = screen.findChildren(QFileDialog)
    (name,) = dialog.selectedFiles()
    assert Path(name).name == "Hartley Plumbing – Daisy – Mon 16 Nov to Sun 22 Nov 2026.pdf"
    dialog.fileSelected.emit(str(tmp_path / "card.pdf"))
    assert week.office.printer.printed == [("scorecard", screen.presenter.card, tmp_path / "card.pdf")]
    assert week.told.said == ["Saved."]


def test_a_page_that_cannot_be_saved_says_why(week: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(week, qtbot)

    def refuse(_: Path) -> None:
        raise Sorry("There is no room on that disk. Choose another folder.")

    screen.saver.save(tmp_path / "card.pdf", refuse)
    assert week.told.troubles == ["There is no room on that disk. Choose another folder."]
    assert week.told.said == []


def test_without_an_agent_it_says_where_to_begin(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    assert screen.empty.isVisible()
    assert not screen.summary.isVisible()
    assert room.told.troubles == []


def test_without_calls_it_still_says_what_is_not_known(hartley_room: Room, qtbot: QtBot) -> None:
    screen = opened(hartley_room, qtbot)
    assert screen.summary.text() == "Daisy took no calls in this time."
    assert "No calls to show yet." in said(screen)
    assert "Whether customers turned up and were content." in said(screen)
