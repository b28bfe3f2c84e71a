"""The list of agents is as useful with one as with five, and an agent's page leads to all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from agentdesk.domain.agent import Agent, Nature, Stage
from agentdesk.domain.brief import Brief, PassToPerson, Target, Task
from agentdesk.domain.finding import MISPLACED, Kind
from agentdesk.domain.lists import NEEDS_SOMEBODY
from agentdesk.domain.scorecard import Figure
from agentdesk.ui.screens.agents.agent_card import AgentCard, UnlistedCard
from agentdesk.ui.screens.agents.agent_screen import AgentScreen
from agentdesk.ui.screens.agents.page_words import target_line, task_line
from agentdesk.ui.screens.agents.presenter import NEXT_STAGES
from agentdesk.ui.screens.agents.rules import for_a_person, standing_in_words, watched
from agentdesk.ui.screens.agents.screen import AgentsScreen
from agentdesk.ui.widgets.words import Words
from tests.services.conftest import FRIDAY
from tests.services.lines import ANGRY, BOOKED, QUESTION, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window

LONDON = ZoneInfo("Europe/London")


def the_list(room: Room, qtbot: QtBot) -> AgentsScreen:
    screen = AgentsScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open()
    QApplication.processEvents()
    return screen


def the_page(room: Room, qtbot: QtBot, name: str = "Daisy") -> AgentScreen:
    screen = AgentScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open(name=name)
    QApplication.processEvents()
    return screen


def told(screen: AgentScreen) -> list[str]:
    return [each.text() for each in screen.findChildren(Words) if not each.isHidden()]


def test_one_agent_shows_its_job_number_person_and_stage_without_a_total(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-20T10:00", *QUESTION))
    screen = the_list(hartley_room, qtbot)
    (card,) = screen.cards
    assert "Daisy. Live." in card.accessibleName()
    assert "Sam looks after Daisy" in card.accessibleName()
    assert "1 call this week · nothing needs you · last call Fri 20 Nov, 10:00 am" in card.accessibleName()
    assert not screen.together.isVisible()


def test_what_follows_fixed_rules_says_so_and_has_only_what_concerns_it(hartley_room: Room, qtbot: QtBot) -> None:
    reminders = Agent("Reminders", job="Texts the day before", responsible="Jo", nature=Nature.FIXED_RULES)
    hartley_room.services.agents.add(reminders, "Sam")
    screen = the_list(hartley_room, qtbot)
    assert screen.together.text().startswith("1 agent · 1 by fixed rules · ")
    said = screen.cards[1].accessibleName()
    assert "Follows fixed rules" in said
    assert "Jo looks after Reminders" in said
    assert "brief" not in said
    page = the_page(hartley_room, qtbot, "Reminders")
    assert page.fixed.isVisible()
    assert not page.stop_it.isVisible()
    assert not page.targets.isVisible()
    assert [each for each in page.ways.rows() if each.isVisible()] == [
        page.to_matters,
        page.to_systems,
        page.to_costs,
    ]
    page.open(name="Daisy")
    assert not page.fixed.isVisible()
    assert page.stop_it.isVisible()
    assert page.to_brief.isVisible()


def test_the_form_asks_what_it_is_and_an_automation_answers_no_number(hartley_room: Room, qtbot: QtBot) -> None:
    screen = the_list(hartley_room, qtbot)
    screen.add_agent.click()
    screen.form.nature.setCurrentIndex(1)
    screen.form.nature.chosen.emit()
    assert not screen.form.rows["answers"].isEnabled()
    screen.form.name.set_value("Reminders")
    screen.form.save.click()
    assert hartley_room.services.agents.get("Reminders").nature is Nature.FIXED_RULES


def test_the_page_leads_to_the_picture_of_what_it_touches(hartley_room: Room, qtbot: QtBot) -> None:
    page = the_page(hartley_room, qtbot)
    page.to_systems.click()
    assert hartley_room.gone.places[-1] == ("systems", {"name": "Daisy"})


def test_several_agents_add_up_and_one_without_a_person_says_so(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.services.agents.add(Agent("Max", job="Rings people back"), "Sam")
    screen = the_list(hartley_room, qtbot)
    assert screen.together.text().startswith("2 agents")
    assert "Nobody is looking after this agent" in screen.cards[1].accessibleName()


def test_one_that_takes_calls_unlisted_can_be_put_on_the_list_with_its_calls(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("m1", "2026-11-20T10:00", *QUESTION, agent="Max"))
    screen = the_list(hartley_room, qtbot)
    unlisted = next(each for each in screen.cards if isinstance(each, UnlistedCard))
    unlisted.put.click()
    assert screen.form.name.value() == "Max"
    screen.form.responsible.set_value("Jo")
    screen.form.save.click()
    assert hartley_room.gone.places == [("agent", {"name": "Max"})]
    page = hartley_room.services.agents.page("Max")
    assert (page.row.agent.responsible, page.row.calls, page.row.agent.stage) == ("Jo", 1, Stage.PLANNED)


def test_an_agent_is_added_with_the_keyboard_alone(hartley_room: Room, qtbot: QtBot) -> None:
    screen = the_list(hartley_room, qtbot)
    screen.add_agent.click()
    QTest.keyClicks(screen.form.name, "Nora")
    QTest.keyClick(screen.form.name, Qt.Key.Key_Return)
    assert hartley_room.services.agents.get("Nora").stage is Stage.PLANNED
    assert hartley_room.told.said == ["Nora is on your list."]


def test_a_refused_agent_keeps_what_was_typed_and_says_why_beside_the_field(hartley_room: Room, qtbot: QtBot) -> None:
    screen = the_list(hartley_room, qtbot)
    screen.add_agent.click()
    screen.form.save.click()
    assert "Give it a name" in screen.form.rows["name"].error()
    screen.form.name.set_value("daisy")
    screen.form.job.set_value("Answers at night")
    screen.form.limit.set_value("1.2.3 pounds")
    screen.form.save.click()
    assert screen.form.rows["limit"].error()
    screen.form.limit.set_value("80")
    screen.form.save.click()
    assert screen.form.rows["name"].error() == "There is already an agent called daisy."
    assert screen.form.job.value() == "Answers at night"
    assert screen.form.save.isEnabled()


def test_an_empty_list_says_what_an_agent_is(room: Room, qtbot: QtBot) -> None:
    screen = the_list(room, qtbot)
    assert screen.empty.isVisible()
    screen._on_add()
    assert screen.form.isVisible()
    assert not screen.empty.isVisible()


def test_hostile_names_stay_names(hartley_room: Room, qtbot: QtBot) -> None:
    name = "<b>Zoë</b> & " + "x" * 47
    hartley_room.services.agents.add(Agent(name, job="<img src=x>", answers="عائشة"), "Sam")
    screen = the_list(hartley_room, qtbot)
    card = next(each for each in screen.cards if isinstance(each, AgentCard) and "Zoë" in each.accessibleName())
    card.click()
    assert hartley_room.gone.places == [("agent", {"name": name})]
    the_page(hartley_room, qtbot, name)


def test_all_eight_are_one_press_from_the_agents_page(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-20T10:00", *QUESTION))
    screen = the_page(hartley_room, qtbot)
    for way in (
        screen.to_brief,
        screen.to_calls,
        screen.to_matters,
        screen.to_bookings,
        screen.to_costs,
        screen.to_reviews,
    ):
        way.click()
    assert hartley_room.gone.places == [
        ("brief", {"name": "Daisy"}),
        ("calls", {"agent": "Daisy", "first": date(2026, 11, 16), "last": date(2026, 11, 22)}),
        ("findings", {"words": "What needs you about Daisy", "wanted": replace(NEEDS_SOMEBODY, agent="Daisy")}),
        ("diary", {}),
        ("money", {"agent": "Daisy"}),
        ("review", {}),
    ]
    said = told(screen)
    assert "The rules, and what kept or broke them" in said
    assert any("Version 1 of the brief approved" in each for each in said)


def test_a_review_whose_day_has_come_is_not_said_to_be_next(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-19T10:00", *QUESTION))
    screen = the_page(hartley_room, qtbot)
    assert screen.to_reviews.accessibleName() == "The weekly review Due today"
    hartley_room.office.clock.advance(timedelta(days=3))
    screen.reload()
    assert screen.to_reviews.accessibleName() == "The weekly review Was due on Fri 20 Nov"


def test_a_rule_lists_what_broke_it_and_each_breach_opens_its_matter(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-19T10:00", *QUESTION), line("c2", "2026-11-20T11:00", *ANGRY))
    screen = the_page(hartley_room, qtbot)
    row = next(each for each in screen._rule_rows if "needs a person" in each.rule.words)
    assert "Broken 1 time" in row.head.accessibleName()
    assert "Kept 0 of 1 times" in row.head.accessibleName()
    assert "a complaint" in row.head.accessibleName()
    row.head.click()
    assert row.breaches.isVisible()
    (breach,) = row._ids
    breach.click()
    (finding,) = hartley_room.services.today.view().matters
    assert hartley_room.gone.places == [("finding", {"id": finding.id})]
    screen.reload()
    assert any(not each.breaches.isHidden() for each in screen._rule_rows), "a reload folds nothing"


def test_rules_without_a_check_say_that_only_a_person_can_check_them(hartley_room: Room, qtbot: QtBot) -> None:
    said = told(the_page(hartley_room, qtbot))
    assert "Only a person can check these: they are asked in the weekly review." in said
    assert any("Never: Give gas advice" in each for each in said)
    assert "Asked: Did it stay inside its job?" in said


def test_a_breach_that_is_fine_for_a_reason_breaks_no_rule(hartley_room: Room) -> None:
    hartley_room.office.take_calls(line("c2", "2026-11-20T11:00", *ANGRY))
    (matter,) = hartley_room.services.today.view().matters
    finding = hartley_room.services.findings.open_(matter.id).finding
    assert sum(len(each.breaches) for each in watched(Brief(), [finding])) == 1
    hartley_room.services.findings.accept(finding.id, "He was joking.", "Sam")
    again = hartley_room.services.findings.open_(finding.id).finding
    assert sum(len(each.breaches) for each in watched(Brief(), [again])) == 0


def test_every_honest_dealing_rule_has_a_question(hartley_room: Room) -> None:
    questions = {each.id: each.text for each in hartley_room.services.reviews.questions()}
    rules = for_a_person(Brief(never=("Quote prices",)), questions)
    assert len(rules) == 5
    assert all(each.question for each in rules)


def test_how_often_a_rule_was_kept_needs_the_figures() -> None:
    rule = next(each for each in watched(Brief(), []) if Kind.BOOKING_MISSING in each.kinds)
    assert standing_in_words(rule, {}) == "No breach found"
    assert "Kept 19 of 19" in standing_in_words(rule, {"K06": Figure("K06", "", "0 of 19 promised", 0, 19)})
    unknown = Figure("K06", "", "Not known: no diary is connected.", 0, 0)
    assert standing_in_words(rule, {"K06": unknown}) == "Not known: no diary is connected"


def test_a_step_needs_a_reason_and_the_refusal_stands_beside_the_field(hartley_room: Room, qtbot: QtBot) -> None:
    screen = the_page(hartley_room, qtbot)
    screen.stage.unfold.click()
    screen.stage.next.set_value(Stage.PAUSED)
    screen.stage._on_chosen()
    assert screen.stage.move_button.words() == "Note that Daisy is paused"
    screen.stage.move_button.click()
    assert "Write in a few words why" in screen.stage.error()
    screen.stage.reason.set_value("The phone line is being moved")
    screen.stage.move_button.click()
    assert hartley_room.services.agents.get("Daisy").stage is Stage.PAUSED
    assert any("The phone line is being moved" in each for each in told(screen))


def test_going_live_says_what_is_missing_in_sentences(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.services.agents.add(Agent("Max"), "Sam")
    screen = the_page(hartley_room, qtbot, "Max")
    assert screen.trouble.isVisible()
    assert "Nobody is looking after Max yet." in told(screen)
    screen.stage.unfold.click()
    screen.stage.next.set_value(Stage.LIVE)
    screen.stage.reason.set_value("It went well")
    screen.stage.move_button.click()
    assert screen.stage.error().startswith("Max can't go live yet.")
    assert screen.stage.reason.value() == "It went well"


def test_every_stage_leads_somewhere() -> None:
    assert set(NEXT_STAGES) == set(Stage)
    assert all(NEXT_STAGES.values())


def test_details_are_changed_in_place_also_the_name(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_calls(line("c1", "2026-11-20T10:00", *QUESTION))
    screen = the_page(hartley_room, qtbot)
    screen.details.change.click()
    screen.form.responsible.set_value("Jo")
    screen.form.supplier.set_value("BrightVoice")
    screen.form.limit.set_value("£90")
    screen.form.save.click()
    kept = hartley_room.services.agents.get("Daisy")
    assert (kept.responsible, kept.supplier) == ("Jo", "BrightVoice")
    assert kept.monthly_limit is not None
    assert kept.monthly_limit.in_words() == "£90.00"
    assert any("To change what it says, ask BrightVoice." in each for each in told(screen))
    assert not screen.form.isVisible()
    screen.details.change.click()
    screen.form.name.set_value("Dora")
    screen.form.save.click()
    assert screen.title() == "Dora"


def test_a_live_agent_cannot_lose_its_person(hartley_room: Room, qtbot: QtBot) -> None:
    screen = the_page(hartley_room, qtbot)
    screen.details.change.click()
    screen.form.responsible.set_value("")
    screen.form.save.click()
    assert "somebody has to look after it" in screen.form.rows["responsible"].error()
    assert hartley_room.services.agents.get("Daisy").responsible == "Sam"


def test_a_target_set_after_go_live_is_stamped() -> None:
    live = FRIDAY - timedelta(days=3)
    before = Target("K05", 0.98, live - timedelta(days=1))
    late = replace(before, set_on=FRIDAY)
    assert "after go-live" not in target_line(before, live, {}, LONDON).quiet
    assert target_line(late, live, {}, LONDON).quiet == "Set on Fri 20 Nov 2026, after go-live"
    assert target_line(Target("K10", 0.05), live, {}, LONDON).words.endswith("at most 5\N{NO-BREAK SPACE}%")


def test_clashes_and_gaps_of_who_does_what_are_said() -> None:
    clash = task_line(Task("Answer the phone", ("Daisy", "Jo")))
    assert (clash.state_words, clash.quiet) == ("A clash", "Claimed twice: Answer the phone (Daisy and Jo).")
    assert task_line(Task("Ring back")).state_words == "A gap"
    assert task_line(Task("Ring back", ("Jo",), "Sam")).quiet == "Jo, then Sam"


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_staff_sheet_is_printed_where_it_was_asked_for(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = the_page(hartley_room, qtbot)
    screen.staff_sheet.click()
    (dialog,) = [each for each in screen.findChildren(QFileDialog) if each.isVisible()]
    assert dialog.windowTitle() == "Save the staff sheet"
    dialog.fileSelected.emit(str(tmp_path / "staff.pdf"))
    dialog.close()
    ((what, _, path),) = hartley_room.office.printer.printed
    assert (what, path) == ("staff sheet", tmp_path / "staff.pdf")
    assert hartley_room.told.said == ["Saved."]


def test_bookings_and_targets_are_counted_for_this_agent(hartley_room: Room, qtbot: QtBot) -> None:
    hartley_room.office.take_diary(
        "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01"
    )
    hartley_room.office.take_calls(line("c1", "2026-11-17T10:00", *BOOKED))
    screen = the_page(hartley_room, qtbot)
    assert screen.to_bookings.sentence() == "1 of 1 bookings right in the last four weeks"


def test_an_agent_that_is_gone_is_said_to_be(hartley_room: Room, qtbot: QtBot) -> None:
    the_page(hartley_room, qtbot, "Nobody")
    assert hartley_room.told.troubles == ["There is no agent called Nobody on your list."]


def test_the_page_opens_with_a_name_only(hartley_room: Room, qtbot: QtBot) -> None:
    with pytest.raises(TypeError):
        the_page(hartley_room, qtbot, "")


def test_a_brief_of_whole_rules_is_the_one_that_counts(hartley_room: Room, qtbot: QtBot) -> None:
    briefs = hartley_room.services.briefs
    changed = replace(
        briefs.working("Daisy").brief, pass_to_a_person=(PassToPerson("A wedding", "Jo", 15, "Ring back."),)
    )
    briefs.save_draft("Daisy", changed, "Sam")
    said = " ".join(each.head.accessibleName() for each in the_page(hartley_room, qtbot)._rule_rows)
    assert "a complaint" in said
    assert "wedding" not in said


def test_what_callers_asked_in_vain_is_counted_and_one_press_away(hartley_room: Room, qtbot: QtBot) -> None:
    screen = the_page(hartley_room, qtbot)
    assert "No open questions" in told(screen)
    vain = ("Daisy speaking.", "Do you fit water softeners?", "I don't have that on my list, I'm sorry.")
    hartley_room.office.take_calls(line("q1", "2026-11-19T10:00", *vain), line("q2", "2026-11-20T10:00", *vain))
    screen.reload()
    assert "2 questions Daisy couldn't answer" in told(screen)
    screen.to_questions.click()
    assert hartley_room.gone.places[-1] == ("questions", {"agent": "Daisy"})


def test_what_an_agent_may_book_and_when_are_rules_that_the_checks_watch() -> None:
    watched_kinds = {kind for rule in watched(Brief(), []) for kind in rule.kinds}
    assert {*MISPLACED, Kind.BOOKING_MISSING, Kind.BOOKING_NOT_ALLOWED} <= watched_kinds
