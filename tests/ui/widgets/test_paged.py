"""Long lists: fifty rows at once, every row within reach, and rows that stay as they are."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.ui.widgets.card import CardList, RowList
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.paged import AT_ONCE, SLICE, Paged
from agentdesk.ui.widgets.rows import SentenceRow
from tests.ui.screens.windows import in_a_window

Rows = Paged[str]


def things(number: int) -> list[str]:
    return [f"Caller {each}" for each in range(number)]


@pytest.fixture(params=[RowList, CardList])
def paged(qtbot: QtBot, request: pytest.FixtureRequest) -> Rows:
    found: Rows = Paged(request.param(), SentenceRow)
    in_a_window(qtbot, found)
    return found


def said(paged: Rows) -> list[str]:
    return [paged.thing(each) or "" for each in paged.rows()]


def stands_with(qtbot: QtBot, paged: Rows, those: list[str]) -> None:
    qtbot.waitUntil(lambda: said(paged) == those)


def test_a_short_list_shows_whole_without_a_word_below(paged: Rows) -> None:
    paged.show_things(things(3))
    assert said(paged) == things(3)
    assert not paged.where.isVisible()
    assert not paged.more.isVisible()


def test_every_row_is_a_press_away_there_and_back(qtbot: QtBot, paged: Rows) -> None:
    paged.show_things(things(120))
    stands_with(qtbot, paged, things(120)[:AT_ONCE])
    assert (paged.where.text(), paged.more.words()) == ("1 to 50 of 120", "Show the next 50")
    assert not paged.back.isVisible()
    paged.more.click()
    assert paged.window().focusWidget() is paged.rows()[0], "one goes on reading at the first of them"
    stands_with(qtbot, paged, things(120)[50:100])
    paged.more.click()
    stands_with(qtbot, paged, things(120)[100:])
    assert paged.where.text() == "101 to 120 of 120"
    assert not paged.more.isVisible()
    paged.back.click()
    paged.back.click()
    stands_with(qtbot, paged, things(120)[:AT_ONCE])


def test_where_one_turned_to_is_read_from_its_first_row(qtbot: QtBot) -> None:
    paged: Rows = Paged(RowList(), SentenceRow)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(paged)
    in_a_window(qtbot, area, height=400)
    paged.show_things(things(200))
    stands_with(qtbot, paged, things(200)[:AT_ONCE])
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    paged.more.click()
    stands_with(qtbot, paged, things(200)[50:100])
    qtbot.waitUntil(lambda: not paged.rows()[0].visibleRegion().isEmpty())


def test_the_place_stays_when_the_list_is_new_and_rows_that_stay_are_the_same(qtbot: QtBot, paged: Rows) -> None:
    paged.show_things(things(200))
    paged.more.click()
    stands_with(qtbot, paged, things(200)[50:100])
    rows = paged.rows()
    paged.show_things(things(200)[1:])
    stands_with(qtbot, paged, things(200)[51:101])
    assert paged.rows()[:49] == rows[1:]


def test_a_list_that_became_short_shows_its_end(qtbot: QtBot, paged: Rows) -> None:
    paged.show_things(things(200))
    paged.more.click()
    paged.show_things(things(7))
    stands_with(qtbot, paged, things(7))
    paged.show_things([])
    assert paged.rows() == ()


def test_a_list_that_is_new_all_over_is_built_slice_by_slice(qtbot: QtBot, paged: Rows) -> None:
    paged.show_things(things(200))
    stands_with(qtbot, paged, things(200)[:AT_ONCE])
    late = [f"{each}, late" for each in things(200)]
    paged.show_things(late)
    assert len(paged.rows()) == SLICE
    stands_with(qtbot, paged, late[:AT_ONCE])


def test_whoever_is_on_a_row_stays_on_it_when_the_list_is_new(qtbot: QtBot) -> None:
    paged: Rows = Paged(RowList(), SentenceRow)
    in_a_window(qtbot, paged)
    paged.show_things(things(3))
    row = paged.rows()[1]
    row.setFocus()
    paged.show_things(["New", *things(3)])
    assert paged.window().focusWidget() is row


def test_what_was_typed_into_a_card_stays_when_another_comes(qtbot: QtBot) -> None:
    made: list[TextField] = []

    def field(_: str) -> QWidget:
        made.append(TextField(limit=50))
        return made[-1]

    paged: Rows = Paged(CardList(), field)
    qtbot.addWidget(paged)
    paged.show_things(["one"])
    made[0].set_value("She is glad")
    paged.show_things(["new", "one"])
    assert [each.value() for each in paged.rows() if isinstance(each, TextField)] == ["", "She is glad"]


class Counted(SentenceRow):
    """A row that counts how often it is asked how it wants to be laid out."""

    asked = 0

    def hasHeightForWidth(self) -> bool:
        Counted.asked += 1
        return super().hasHeightForWidth()


def test_rows_are_laid_out_together_and_not_anew_for_each_other(qtbot: QtBot) -> None:
    """Each on its own, fifty rows were asked nine hundred times each, and the window stood still for seconds."""
    paged: Rows = Paged(RowList(), Counted)
    in_a_window(qtbot, paged)
    Counted.asked = 0
    paged.show_things(things(200))
    stands_with(qtbot, paged, things(200)[:AT_ONCE])
    qtbot.wait(10)
    assert Counted.asked <= 100 * AT_ONCE
