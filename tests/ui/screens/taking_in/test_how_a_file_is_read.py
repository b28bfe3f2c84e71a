"""What a file leaves open is asked with one press, and what could not be read is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.services.lines import QUESTION, line
from tests.ui.conftest import Room
from tests.ui.screens.taking_in.bringing import SALON, a_file, opened
from tests.ui.screens.windows import words_on


def test_the_day_or_the_month_first_is_asked_with_one_press(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    path = a_file(tmp_path, "salon.csv", SALON + "1;03/04/26;10:00;Cut;Jane;hi\n2;05/06/26;14:00;Colour;Bob;x\n")
    screen = opened(hartley_room, qtbot)
    screen.bring([path])
    card = screen.cards[0]
    assert card.headline() == "salon.csv: one question first"
    assert [each.words() for each in card.choices] == ["The 3 April", "The 4 March"]
    assert not screen.take.isVisible()
    card.choices[1].click()
    assert "Wed 4 Mar, 10:00 am to 11:00 am" in words_on(screen)
    assert screen.take.words() == "Take in 2 diary entries"


def test_a_column_is_chosen_by_its_name_and_the_rest_stays(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    text = "code,wann,service,customer\n1,2026-11-24 10:00,Cut,Jane\n"
    screen = opened(hartley_room, qtbot)
    screen.bring([a_file(tmp_path, "odd.csv", text)])
    card = screen.cards[0]
    assert card.folds[0].is_open
    assert "Needed" in words_on(screen)
    for field, column in (("external_id", "code"), ("starts_at", "wann")):
        choice = screen.cards[0].columns[field]
        choice.set_value(column)
        choice.chosen.emit()
    assert screen.cards[0].headline() == "1 diary entry in odd.csv"
    customer = screen.cards[0].columns["customer"]
    assert customer.value() == "customer"
    customer.set_value("")
    customer.chosen.emit()
    assert "Jane" not in words_on(screen)
    assert "Columns that are not used: “customer”." in [each.text() for each in screen.findChildren(QLabel)]


def test_a_table_whose_columns_say_nothing_is_first_asked_what_it_holds(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([a_file(tmp_path, "odd.csv", "Nr;Wann;Worte\n1;2026-11-24 10:00;Caller: hello\n")])
    card = screen.cards[0]
    assert card.holds is not None
    assert not any(each.isAncestorOf(card.holds) for each in card.folds), "it stands above the questions"
    assert screen.window().focusWidget() is card.holds
    assert (card.headline(), words_on(screen).count("Needed")) == ("odd.csv: one question first", 1)
    card.holds.set_value("calls")
    card.holds.chosen.emit()
    assert (screen.cards[0].headline(), words_on(screen).count("Needed")) == ("odd.csv: 3 questions first", 3)
    for field, column in (("external_id", "Nr"), ("started_at", "Wann"), ("turns", "Worte")):
        choice = screen.cards[0].columns[field]
        choice.setFocus()
        choice.set_value(column)
        choice.chosen.emit()
        again = screen.cards[0].columns[field]
        assert again is not choice
        assert screen.window().focusWidget() is again, "a list that was chosen from with the keyboard keeps it"
    assert screen.cards[0].headline() == "1 call in odd.csv"


def test_how_it_was_read_is_said_in_words(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "salon.csv"
    path.write_bytes((SALON + "1;24/11/2026;10:00;Manicure £20;Jané;hi\n").encode("cp1252"))
    screen = opened(hartley_room, qtbot)
    screen.bring([path])
    fold = screen.cards[0].folds[-1]
    assert not fold.is_open
    fold.button.click()
    words = words_on(screen)
    assert "Its letters are older Windows letters." in words
    assert "Its columns are kept apart by semicolons." in words
    assert "Dates like 03/04/26 have the day first." in words
    assert "Manicure £20" in words


def test_columns_kept_apart_by_another_sign_than_was_guessed_are_put_right_with_one_choice(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([a_file(tmp_path, "odd.csv", "aa|bb, cc, dd|ee\n7|24, Nov, 26|Jane\n")])
    between = screen.cards[0].between
    assert between is not None
    assert between.value() == ","
    between.set_value("|")
    between.chosen.emit()
    between = screen.cards[0].between
    assert between is not None
    assert between.value() == "|"
    reading = screen.cards[0].file.preview.reading if screen.cards[0].file.preview else None
    assert reading is not None
    assert reading.columns == ("aa", "bb, cc, dd", "ee")


def test_a_large_file_says_how_far_it_is_looked_at_and_stops_when_it_is_left(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(hartley_room, qtbot)
    said: list[str] = []
    monkeypatch.setattr("agentdesk.jobs.progress.QUIET_SECONDS", 0.0)
    monkeypatch.setattr(screen, "show_looking", said.append)
    many = "\n".join(line(f"n{number}", "2026-11-17T14:10:00Z", *QUESTION) for number in range(2_100))
    screen.bring([a_file(tmp_path, "many.jsonl", many)])
    assert "Looking at many.jsonl, 2,000 records so far" in said


def test_what_cannot_be_read_is_listed_with_its_row(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    path = a_file(tmp_path, "salon.csv", SALON + "1;24/11/2026;10:00;Cut;Jane;\n2;nonsense;10:00;Cut;Bob;\n")
    screen = opened(hartley_room, qtbot)
    screen.bring([path])
    assert any(each.startswith("Row 3: ") for each in words_on(screen))
    screen.take.click()
    assert screen.told.sentences()[0].startswith("1 new diary entry, 1 couldn't be read.")


def test_an_empty_file_says_so_and_offers_nothing_to_take(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([a_file(tmp_path, "empty.csv", ""), a_file(tmp_path, "heads.csv", SALON)])
    words = words_on(screen)
    assert "This file is empty." in words
    assert "There is nothing in this file yet." in words
    assert not screen.take.isVisible()
