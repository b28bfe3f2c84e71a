"""The brief keeps what is typed, catches what cannot be counted, and never loses a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from agentdesk.domain.agent import Agent
from agentdesk.domain.brief import Brief, Difference, PassToPerson, Target, Task
from agentdesk.domain.errors import Sorry
from agentdesk.jobs.runner import Runner
from agentdesk.ui.screens.brief.keeper import PAUSE_MS
from agentdesk.ui.screens.brief.presenter import differences_in_words, gaps_of, stamp_of
from agentdesk.ui.screens.brief.rows import RuleRow, TargetRow, TaskRow
from agentdesk.ui.screens.brief.screen import BriefScreen
from agentdesk.ui.screens.brief.sheet import BriefSheet
from agentdesk.ui.theme.theme import Scheme
from agentdesk.ui.widgets.words import Words
from tests.services.conftest import FRIDAY
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import fits

LONDON = ZoneInfo("Europe/London")
HOSTILE = "<b>Not bold</b> & <img src=x> \N{BULLET} עברית"


def shown(room: Room, qtbot: QtBot, name: str = "Daisy") -> BriefScreen:
    screen = BriefScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open(name=name)
    QApplication.processEvents()
    return screen


def draft(room: Room) -> Brief:
    return room.services.briefs.working("Daisy").brief


def test_the_sheet_gives_back_exactly_the_brief_it_was_given(hartley_room: Room, qtbot: QtBot) -> None:
    brief = Brief(
        purpose="Books 9 of 10 people.\nAnd passes complaints on.",
        may_answer=("Opening hours", HOSTILE),
        may_book=("Boiler service", "Something else"),
        never=("Give gas advice",),
        pass_to_a_person=(PassToPerson("A complaint", "Jo", 15, "1 Ring.\n2 Listen.", ("nobody came", HOSTILE)),),
        targets=(Target("K05", 0.985, FRIDAY), Target("K22", 0.5, FRIDAY)),
        tasks=(Task("Answer", ("Daisy", "Jo"), "Sam"), Task("Nobody's"), Task("Hers", ("Somebody who left",))),
    )
    hartley_room.services.briefs.save_draft("Daisy", brief, "Sam")
    assert shown(hartley_room, qtbot).sheet.brief() == brief


def test_opening_a_brief_changes_nothing(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    screen.leave()
    qtbot.wait(PAUSE_MS + 100)
    assert [each.number for each in hartley_room.services.briefs.versions("Daisy")] == [1]


def test_what_is_typed_is_kept_a_moment_later_and_the_approved_version_stays(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    screen.sheet.may_answer.setFocus()
    QTest.keyClick(screen.sheet.may_answer, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(screen.sheet.may_answer, Qt.Key.Key_Return)
    QTest.keyClicks(screen.sheet.may_answer, "Prices")
    assert screen.side.kept.text() == "Keeping…"
    qtbot.waitUntil(lambda: draft(hartley_room).may_answer == ("Opening hours", "Prices"), timeout=5 * PAUSE_MS)
    approved = hartley_room.services.briefs.approved("Daisy")
    assert approved is not None
    assert approved.brief.may_answer == ("Opening hours",)
    assert screen.side.kept.text() == "Draft kept Fri 20 Nov, 4:00 pm"
    assert screen.side.approve.words() == "Approve version 2"


def test_the_pause_runs_from_the_first_letter_so_that_a_long_text_is_kept_while_it_is_typed(
    hartley_room: Room, qtbot: QtBot
) -> None:
    screen = shown(hartley_room, qtbot)
    for _ in range(12):
        QTest.keyClicks(screen.sheet.never, "a")
        qtbot.wait(PAUSE_MS // 5)
    assert draft(hartley_room).never != ("Give gas advice",)


def test_after_a_crash_the_draft_is_there(hartley_room: Room, qtbot: QtBot) -> None:
    first = shown(hartley_room, qtbot)
    first.sheet.purpose.setPlainText("Answers every call in opening hours.")
    qtbot.wait(PAUSE_MS + 100)
    first.keeper.blockSignals(True)  # it is gone, and says nothing more
    again = shown(hartley_room, qtbot)
    assert again.sheet.purpose.value() == "Answers every call in opening hours."


def test_leaving_keeps_at_once(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    screen.sheet.purpose.setPlainText("Books 8 of 10.")
    screen.leave()
    assert draft(hartley_room).purpose == "Books 8 of 10."


def test_a_reload_while_typing_replaces_nothing(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    screen.sheet.purpose.setPlainText("Books 8 of 10 and mo")
    screen.data_changed({"agents"})
    assert screen.sheet.purpose.toPlainText() == "Books 8 of 10 and mo"
    screen.leave()


def test_what_could_not_be_kept_stays_typed_and_is_kept_on_trying_again(
    hartley_room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(hartley_room, qtbot)

    def full(*_: object) -> None:
        raise Sorry("I couldn't save that. Your disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(type(hartley_room.services.briefs), "save_draft", full)
        screen.sheet.purpose.setPlainText("Books 8 of 10.")
        screen.keeper.flush()
    assert hartley_room.told.troubles == ["I couldn't save that. Your disk is full."]
    assert screen.side.kept.text() == "Not kept yet"
    assert screen.sheet.purpose.value() == "Books 8 of 10."
    screen.keeper.flush()
    assert draft(hartley_room).purpose == "Books 8 of 10."


def test_a_vague_goal_is_caught_while_typing_and_the_text_stays(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    screen.sheet.purpose.setPlainText("")
    QTest.keyClicks(screen.sheet.purpose, "help customers")
    assert screen.sheet.vague.isVisible()
    assert screen.sheet.vague_words.text().startswith("How would you know?")
    assert screen.sheet.purpose.value() == "help customers"
    assert any(each.startswith("How would you know?") for each in screen.side.gaps())
    QTest.keyClicks(screen.sheet.purpose, " by booking 9 of 10")
    assert not screen.sheet.vague.isVisible()
    screen.leave()


def test_gaps_follow_what_is_typed(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    assert "There are fewer than three targets. Set them before it goes live." in screen.side.gaps()
    screen.sheet.rules.add_button.click()
    row = screen.sheet.rules.rows()[-1]
    assert isinstance(row, RuleRow)
    QTest.keyClicks(row.when, "A refund")
    assert {"Nobody is named for: A refund.", "There is no runbook for: A refund."} <= set(screen.side.gaps())
    row.out.click()
    assert not any("A refund" in each for each in screen.side.gaps())
    assert hartley_room.told.said == ["Taken out: A refund"]
    screen.sheet.rules.put_back()
    assert any("A refund" in each for each in screen.side.gaps())
    screen.leave()
    assert [each.when for each in draft(hartley_room).pass_to_a_person] == ["A complaint", "A refund"]


def test_rows_left_empty_and_clashes_are_no_secret() -> None:
    brief = Brief(pass_to_a_person=(PassToPerson("", "Jo", 15, "Ring."),), tasks=(Task("Answer", ("A", "B")),))
    gaps = gaps_of(brief)
    assert "A rule doesn't say when it applies." in gaps
    assert "Claimed twice: Answer (A and B)." in gaps
    assert not any(each.endswith(": .") for each in gaps)


def test_a_target_keeps_its_day_until_it_is_changed(qtbot: QtBot) -> None:
    row = TargetRow(Target("K05", 0.985, FRIDAY), FRIDAY - timedelta(days=1), LONDON)
    in_a_window(qtbot, row)
    assert row.stamp.text() == "Set on Fri 20 Nov 2026, after go-live"
    assert row.target() == Target("K05", 0.985, FRIDAY)
    row.share.setValue(90)
    assert row.target() == Target("K05", 0.9)
    assert not row.stamp.isVisible()
    assert stamp_of(Target("K05", 0.9, FRIDAY), None, LONDON) == "Set on Fri 20 Nov 2026"


def test_the_service_dates_a_new_target(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    row = screen.sheet._targets[1]
    row.measure.set_value("K03")
    row.measure.chosen.emit()
    screen.leave()
    assert Target("K03", 0.9, FRIDAY) in draft(hartley_room).targets


def test_a_clash_of_tasks_is_shown_beside_it_and_choosing_one_ends_it(qtbot: QtBot) -> None:
    row = TaskRow(Task("Answer the phone", ("Daisy", "Jo")), "Daisy", ("Sam", "Jo"))
    in_a_window(qtbot, row)
    assert row.trouble.isVisible()
    row.first.set_value(("Jo",))
    row.first.chosen.emit()
    assert not row.trouble.isVisible()
    assert row.task() == Task("Answer the phone", ("Jo",))


def test_from_the_second_version_on_approving_needs_a_reason(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    assert not screen.side.approve.isVisible()
    screen.sheet.purpose.setPlainText("Books 8 of 10.")
    screen.keeper.flush()
    assert screen.side.why_row.isVisible()
    screen.side.approve.click()
    assert screen.side.why_row.error() == "Write in a few words what changed and why."
    assert screen.side.why.hasFocus()
    screen.side.why.set_value("Nine was too many")
    screen.side.approve.click()
    version = hartley_room.services.briefs.approved("Daisy")
    assert version is not None
    assert (version.number, version.why, version.approved_by) == (2, "Nine was too many", "Sam")
    assert not screen.side.approve.isVisible()
    assert screen.sheet.mark.words() == "Version 2, approved"


def test_the_first_version_is_approved_without_a_reason(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.services.agents.add(Agent("Max"), "Sam")
    screen = shown(hartley_room, qtbot, "Max")
    screen.sheet.purpose.setPlainText("Rings back everybody within 15 minutes.")
    screen.keeper.flush()
    assert not screen.side.why_row.isVisible()
    screen.side.approve.click()
    version = hartley_room.services.briefs.approved("Max")
    assert version is not None
    assert version.number == 1


def test_two_presses_and_a_held_key_approve_once(hartley_room: Room, qtbot: QtBot) -> None:
    runner = Runner()
    room = replace(hartley_room, desk=replace(hartley_room.desk, runner=runner))
    screen = shown(room, qtbot)
    try:
        qtbot.waitUntil(lambda: not runner.busy)
        screen.sheet.purpose.setPlainText("Books 8 of 10.")
        screen.keeper.flush()
        qtbot.waitUntil(lambda: not runner.busy and screen.side.approve.isVisible())
        screen.side.why.set_value("Nine was too many")
        for _ in range(3):
            QTest.keyClick(screen.side.approve, Qt.Key.Key_Return)
            QTest.mouseClick(screen.side.approve, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not runner.busy)
        assert hartley_room.told.said == ["Version 2 is approved."]
        assert screen.side.why_row.error() == ""
        assert [each.number for each in hartley_room.services.briefs.versions("Daisy")] == [2, 1]
    finally:
        runner.stop()


def test_versions_are_compared_in_words(hartley_room: Room, qtbot: QtBot) -> None:
    screen = shown(hartley_room, qtbot)
    screen.sheet.never.set_items(("Give gas advice", HOSTILE))
    screen.sheet.purpose.setPlainText("Books 8 of 10.")
    screen.keeper.flush()
    screen.side.versions.rows()[0].click()  # type: ignore[attr-defined]
    assert screen.comparison.isVisible()
    said = [each.text() for each in screen.comparison.findChildren(Words) if each.isVisible()]
    assert said[0] == "From version 1 to 2"
    assert {"Was:", "Now:", "Books 9 of 10 people who want a visit.", "Books 8 of 10."} <= set(said)
    screen.comparison.close_button.click()
    assert not screen.comparison.isVisible()


def test_a_changed_line_is_one_difference_and_measures_have_names() -> None:
    told = differences_in_words(
        (
            Difference("Targets", was="K05: 98%"),
            Difference("Targets", now="K05: 95%"),
            Difference("Where its authority ends", was="Quote prices"),
            Difference("Where its authority ends", now="Quote"),
        )
    )
    assert told[0] == Difference("Targets", "Booking accuracy: 98%", "Booking accuracy: 95%")
    assert len(told) == 3


def test_an_empty_brief_can_start_with_what_the_trade_usually_needs(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.services.agents.add(Agent("Max"), "Sam")
    screen = shown(hartley_room, qtbot, "Max")
    assert screen.sheet.start.isVisible()
    screen.sheet.purpose.setPlainText("Rings back everybody within 15 minutes.")
    screen.sheet.start.click()
    screen.leave()
    kept = hartley_room.services.briefs.working("Max").brief
    whens = [each.when for each in kept.pass_to_a_person]
    assert {"A complaint", "A refund request", "Still unclear after asking twice", "A job over £500"} <= set(whens)
    assert all(each.runbook and each.who == "Jo" for each in kept.pass_to_a_person)
    assert kept.purpose == "Rings back everybody within 15 minutes.", "what was written stays"
    assert kept.may_book == ("Boiler service",)
    assert not screen.sheet.start.isVisible()


def test_honest_dealing_stands_in_every_brief_with_its_questions(hartley_room: Room, qtbot: QtBot) -> None:
    said = [each.text() for each in shown(hartley_room, qtbot).sheet.findChildren(Words)]
    assert sum(each.startswith("Asked: ") for each in said) == 4


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_printing_comes_after_what_was_typed_last(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    hartley_room.services.agents.add(Agent("Max"), "Sam")
    screen = shown(hartley_room, qtbot, "Max")
    screen.sheet.purpose.setPlainText("Rings back everybody within 15 minutes.")
    for button, file in ((screen.side.pdf, "brief.pdf"), (screen.side.staff_sheet, "staff.pdf")):
        button.setEnabled(True)
        button.click()
        dialog = next(each for each in screen.findChildren(QFileDialog) if each.isVisible())
        dialog.fileSelected.emit(str(tmp_path / file))
        dialog.close()
    (what, (_, _, version, _), _), (other, _, path) = hartley_room.office.printer.printed
    assert (what, other, path.name) == ("brief", "staff sheet", "staff.pdf")
    assert version.brief.purpose == "Rings back everybody within 15 minutes."


def test_a_very_long_runbook_at_200_percent_neither_hangs_nor_overflows(hartley_room: Room, qtbot: QtBot) -> None:
    long = "Say this, take that, tell whom it may concern. " * 60
    brief = replace(draft(hartley_room), pass_to_a_person=(PassToPerson("A complaint", "Jo", 15, long),))
    hartley_room.services.briefs.save_draft("Daisy", brief, "Sam")
    hartley_room.desk.theme.choose(Scheme.LIGHT, 200)
    try:
        screen = shown(hartley_room, qtbot)
        for width in (900, 905, 910, 1366):
            fits(screen, width, 700)
    finally:
        hartley_room.desk.theme.choose(Scheme.LIGHT, 100)


def test_the_sheet_alone_never_edits_itself(qtbot: QtBot) -> None:
    sheet = BriefSheet()
    qtbot.addWidget(sheet)
    assert sheet.brief() == Brief()
