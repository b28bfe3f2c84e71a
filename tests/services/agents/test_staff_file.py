from __future__ import annotations

from datetime import timedelta

from agentdesk.domain.agent import Stage
from agentdesk.domain.review import Reply
from agentdesk.services.agents.staff_file import About, Source
from tests.services.conftest import Office


def test_the_file_holds_what_was_expected_looked_at_and_changed_the_latest_first(hartley: Office) -> None:
    services = hartley.services
    hartley.clock.advance(timedelta(hours=1))
    walk = services.walks.begin("Daisy", "incident", "Jo")
    for item in services.walks.checklist("incident").items:
        services.walks.tick(walk.id, item.id, Reply.YES, "Jo")
    services.walks.end(walk.id)
    hartley.clock.advance(timedelta(hours=1))
    services.stopping.rehearse("Daisy", hartley.clock.now(), "Sam", worked=True, note="From my mobile")
    hartley.clock.advance(timedelta(hours=1))
    services.fact_sheet.price("Boiler service", "99", "Sam")
    hartley.clock.advance(timedelta(hours=1))
    services.agents.move_to("Daisy", Stage.PAUSED, "New prices first", "Sam")
    file = services.staff_files.of("Daisy")
    assert [(each.about, each.source, each.words, each.by, each.why) for each in file[:4]] == [
        (About.CHANGED, Source.AGENT, "Paused", "Sam", "New prices first"),
        (About.CHANGED, Source.FACTS, "Boiler service: £95.00 → £99.00", "Sam", ""),
        (About.CHECKED, Source.STOP, "Emergency stop rehearsed: callers reached a person", "Sam", "From my mobile"),
        (About.CHECKED, Source.AGENT, "Checklist finished: When something went wrong", "Jo", ""),
    ]
    (expected,) = [each for each in file if each.about is About.EXPECTED]
    assert expected.words == "Version 1 of the brief approved, with 1 target"
    assert [each.at for each in file] == sorted((each.at for each in file), reverse=True)


def test_an_agent_that_is_not_on_the_list_has_no_file(hartley: Office) -> None:
    assert hartley.services.staff_files.of("Nobody") == ()
