"""What agents cost, on the command line: limits, the pace and dear days are among the findings."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.services.conftest import SETUP
from tests.services.money.test_cost_watch import charged, eight_weeks

COSTS = ("cost.limit", "cost.pace", "cost.spike")


def take_in(agentdesk: Command, folder: Path, *lines: str) -> None:
    calls = folder / "calls.jsonl"
    calls.write_text("\n".join(lines), encoding="utf-8")
    assert agentdesk("import", "--calls", str(calls)).status == 0


def costs(agentdesk: Command) -> list[dict[str, object]]:
    return [each for each in agentdesk("findings", "--json").json if each["kind"] in COSTS]


def test_limits_and_the_pace_are_findings_after_a_sync_and_stay_as_they_are(hartley: Command, tmp_path: Path) -> None:
    take_in(hartley, tmp_path, *charged(date(2026, 11, 16), 4, "26.00"), *eight_weeks("0.50"))
    assert hartley("sync").status == 0
    found = costs(hartley)
    assert sorted(str(each["kind"]) for each in found) == ["cost.limit", "cost.limit", "cost.pace", "cost.spike"]
    assert {each["agent"] for each in found} == {"Daisy"}
    marks = [str(each["severity"]) for each in found if each["kind"] == "cost.limit"]
    assert sorted(marks) == ["amber", "note"], "half of it asks for nothing once four fifths are used"
    assert {each["severity"] for each in found if each["kind"] != "cost.limit"} == {"amber"}
    (spike,) = (each for each in found if each["kind"] == "cost.spike")
    assert spike["evidence"] == [
        {"part": "4 calls from one number", "was": "£0.00", "now": "£104.00"},
        {"part": "a quieter rest of the day: 0 other calls, 6 are usual", "was": "£4.00", "now": "£0.00"},
    ]
    assert hartley("sync").status == 0
    assert costs(hartley) == found


def test_a_limit_that_is_used_up_is_red(hartley: Command, tmp_path: Path) -> None:
    take_in(hartley, tmp_path, *charged(date(2026, 11, 16), 4, "30.00"))
    severities = sorted(str(each["severity"]) for each in costs(hartley))
    assert severities == ["note", "note", "red"], "only the last mark asks for somebody"


@pytest.mark.parametrize("key", ["monthly_calls", "monthly_minutes", "longest_call_minutes"])
def test_limits_of_calls_and_minutes_come_with_the_set_up_file(agentdesk: Command, tmp_path: Path, key: str) -> None:
    told = json.loads(SETUP)
    told["agents"][0][key] = 2
    file = tmp_path / "setup.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert agentdesk("setup", str(file)).status == 0
    take_in(agentdesk, tmp_path, *charged(date(2026, 11, 16), 2, "0.10", seconds=180))
    assert {each["kind"] for each in costs(agentdesk)} == {"cost.limit"}
    told["agents"][0][key] = 0
    file.write_text(json.dumps(told), encoding="utf-8")
    assert agentdesk("setup", str(file)).status == 2
