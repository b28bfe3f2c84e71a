"""Each verb answers in the shapes of the contract."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from agentdesk.store.engine import connect
from agentdesk.store.keys import KeyFile
from agentdesk.store.version import VERSION
from tests.cli.conftest import Command
from tests.services.lines import ANGRY, BOOKED, QUESTION, line, without_room_after

ENTRY = "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01"
AT_LUNCH = "e2,2026-11-25T12:15,2026-11-25T13:15,booked,Boiler service,Bo Lee,+447700900456,,2026-11-18T10:01"
HEAD = "external_id,starts_at,ends_at,status,service,customer,phone,email,created_at"
LISTS = ("agents", "calls", "bookings", "findings", "escalations")


@pytest.fixture
def week(hartley: Command, tmp_path: Path) -> Command:
    calls, diary = tmp_path / "calls.jsonl", tmp_path / "diary.csv"
    lines = [
        line("c1", "2026-11-17T10:00", *BOOKED, cost="0.50"),
        line("c2", "2026-11-18T10:00", *QUESTION),
        line("c3", "2026-11-19T11:00", *ANGRY),
    ]
    calls.write_text("\n".join(lines), encoding="utf-8")
    diary.write_text(f"{HEAD}\n{ENTRY}\n{AT_LUNCH}", encoding="utf-8")
    said = hartley("import", "--calls", str(calls), "--bookings", str(diary))
    assert said.status == 0, said.err
    return hartley


def test_agents(week: Command) -> None:
    assert week("agents", "--json").json == [
        {
            "name": "Daisy",
            "connection": "Calls",
            "external_id": None,
            "stage": "live",
            "type": "agent",
            "listed": True,
            "gone": False,
            "responsible": "Sam",
            "version_approved": 1,
            "version_live": None,
            "changed": False,
        }
    ]


def test_calls_newest_first_with_exact_money(week: Command) -> None:
    rows = week("calls", "--json").json
    assert [each["external_id"] for each in rows] == ["c3", "c2", "c1"]
    first = rows[-1]
    assert first["cost"] == {"minor": 50, "scale": 2, "currency": "GBP"}
    assert (first["agent"], first["turns"], first["final"]) == ("Daisy", 6, True)
    assert first["started_at"] == "2026-11-17T10:00:00Z"
    with_words = week("calls", "--json", "--turns").json[-1]
    assert with_words["turns"][1] == {"role": "caller", "text": BOOKED[1]}


def test_days_are_the_businesss_and_both_included(week: Command) -> None:
    rows = week("calls", "--json", "--since", "2026-11-18", "--until", "2026-11-19").json
    assert [each["external_id"] for each in rows] == ["c3", "c2"]


def test_bookings_with_the_call_that_made_them(week: Command) -> None:
    rows = {each["external_id"]: each for each in week("bookings", "--json").json}
    calls = {each["external_id"]: each["id"] for each in week("calls", "--json").json}
    assert (rows["e1"]["call"], rows["e1"]["match"]) == (calls["c1"], "certain")
    assert (rows["e2"]["call"], rows["e2"]["match"]) == (None, "none")


def test_findings_with_verbatim_evidence(week: Command) -> None:
    found = {each["kind"]: each for each in week("findings", "--json").json}
    assert set(found) == {"booking.outside_hours", "escalation.missed"}
    missed = found["escalation.missed"]
    assert (missed["severity"], missed["status"], missed["agent"]) == ("red", "open", "Daisy")
    for each in missed["evidence"]:
        assert each["words"] in ANGRY[each["turn"]]
    assert "Wed 25 Nov, 12:15 pm" in found["booking.outside_hours"]["reason"]


def test_a_table_with_other_column_names_is_sent_to_the_window(hartley: Command, tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_text("Nr;Wann;Wer\n1;24/11/2026 10:00;Jane\n")
    said = hartley("import", "--bookings", str(file))
    assert (said.status, said.out) == (2, "")
    assert said.err == (
        "agentdesk: odd.csv: Which column holds when it starts? "
        "Bring such a file in with the window once; the answer is remembered.\n"
    )


def test_importing_again_changes_neither_ids_nor_first_seen(week: Command, tmp_path: Path) -> None:
    before = (week("calls", "--json").out, week("bookings", "--json").out, week("findings", "--json").out)
    again = week("import", "--calls", str(tmp_path / "calls.jsonl"), "--bookings", str(tmp_path / "diary.csv"))
    assert again.status == 0
    assert "0 new calls, 3 here already." in again.out
    assert before == (week("calls", "--json").out, week("bookings", "--json").out, week("findings", "--json").out)


def test_the_scorecard_says_the_same_in_json_and_on_paper(week: Command, tmp_path: Path) -> None:
    target = tmp_path / "card.pdf"
    period = ("--from", "2026-11-16", "--to", "2026-11-22")
    card = week("scorecard", "--agent", "Daisy", *period, "--json", "--pdf", str(target)).json
    figures = {each["id"]: each for each in card["figures"]}
    assert (figures["K01"]["numerator"], figures["K22"]["value"]) == (3, 0.5)
    assert card["not_known"]
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == 2


def test_the_brief_is_one_page(week: Command, tmp_path: Path) -> None:
    for extra in ((), ("--staff-sheet",)):
        target = tmp_path / "page.pdf"
        assert week("brief", "--agent", "Daisy", "--pdf", str(target), *extra).status == 0
        with pikepdf.open(target) as pdf:
            assert len(pdf.pages) == 1


def test_after_a_sync_every_connection_has_its_row_those_of_files_too(week: Command) -> None:
    rows = week("sync", "--json").json
    assert [(each["name"], each["service"], each["state"]) for each in rows] == [
        ("Calls", "file", "ok"),
        ("Diary", "file", "ok"),
    ]
    for each in rows:
        assert (each["calls_seen"], each["bookings_new"], each["trouble"]) == (0, 0, None)
        assert each["fresh_until"] == "2026-11-20T16:00:00Z", "when the file was taken in"


def test_a_healthy_store_checks_out(week: Command) -> None:
    assert week("check").status == 0


def test_the_schema_needs_no_store(agentdesk: Command, tmp_path: Path) -> None:
    assert set(agentdesk("setup", "--schema").json["properties"]) >= {"business", "agents"}
    assert not (tmp_path / "profile").exists()


def test_the_example_is_made_used_and_taken_out_whole(agentdesk: Command, tmp_path: Path) -> None:
    found = agentdesk("findings", "--json", "--example").json
    assert len([each for each in found if each["severity"] != "note"]) == 6, "and what is only worth knowing"
    assert (tmp_path / "profile" / "example").is_dir()
    assert agentdesk("remove-example").status == 0
    assert not (tmp_path / "profile" / "example").exists()
    assert agentdesk("remove-example").out == "There is no example here.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("calls", "--since", "yesterday"),
        ("calls", "--since", "2026-11-20", "--until", "2026-11-01"),
        ("import",),
        ("import", "--calls", "nowhere.jsonl"),
        ("import", "--calls", "/dev/zero"),
        ("setup", "nowhere.json"),
        ("setup",),
        ("scorecard", "--agent", "Nobody"),
        ("scorecard", "--agent", "Daisy", "--from", "2026-11-16"),
        ("scorecard",),
        ("brief", "--agent", "Daisy", "--pdf", "/no/such/folder/page.pdf"),
    ],
)
def test_bad_input_is_one_plain_sentence_and_status_2(week: Command, words: tuple[str, ...]) -> None:
    before = week("calls", "--json").out
    said = week(*words)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("agentdesk: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert week("calls", "--json").out == before


@pytest.mark.parametrize(
    "words",
    [
        ("import",),
        ("import", "--calls", "nowhere.jsonl"),
        ("setup",),
        ("setup", "nowhere.json"),
        ("scorecard", "--agent", "Daisy", "--from", "2026-11-16"),
        ("scorecard", "--agent", "Daisy", "--from", "2026-11-16", "--to", "2026-11-15"),
        *((each, "--since", "2026-11-16", "--until", "2026-11-15") for each in LISTS),
    ],
)
def test_what_is_refused_as_it_was_typed_makes_no_store(
    agentdesk: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    said = agentdesk(*words)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "profile" / "store.db").exists()


def test_a_store_that_is_no_longer_one_is_something_wrong_and_no_bad_input(hartley: Command, tmp_path: Path) -> None:
    store = tmp_path / "profile" / "store.db"
    store.write_bytes(bytes(range(256)) * (store.stat().st_size // 256))
    for words in (("check",), ("calls", "--json")):
        said = hartley(*words)
        assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(week: Command, tmp_path: Path) -> None:
    store = tmp_path / "profile" / "store.db"
    before = store.read_bytes()
    (tmp_path / "passphrase").write_text("something else", encoding="utf-8")
    said = week("calls")
    assert said.status == 2
    assert store.read_bytes() == before


def test_a_disk_that_fills_up_says_what_is_in_and_ends_with_1(
    hartley: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("".join(line(f"m{number}", "2026-11-17T10:00", *QUESTION) + "\n" for number in range(5)))
    with monkeypatch.context() as patched:
        without_room_after(1, patched)
        said = hartley("import", "--calls", str(file))
    assert said.status == 1
    assert said.out == "many.jsonl: 2 new calls.\n"
    assert "disk is full" in said.err
    assert said.err.endswith("many.jsonl: 3 still to come. Take the file in again and it goes on from there.\n")
    again = hartley("import", "--calls", str(file))
    assert (again.status, again.out) == (0, "many.jsonl: 3 new calls, 2 here already.\n")


def test_a_disk_that_is_full_from_the_start_changes_nothing_and_ends_with_2(
    hartley: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text(line("m1", "2026-11-17T10:00", *QUESTION))
    without_room_after(0, monkeypatch)
    said = hartley("import", "--calls", str(file))
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1


def test_a_bad_record_is_told_and_the_rest_is_taken(hartley: Command, tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text("\n".join([line("c1", "2026-11-17T10:00", *QUESTION), "{broken", '{"turns": 3}']), encoding="utf-8")
    said = hartley("import", "--calls", str(file))
    assert said.status == 1
    assert said.out.count("Couldn't read") == 2
    assert len(hartley("calls", "--json").json) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("setup", "a\nb"), "There is no file a b there."),
        (("scorecard", "--agent", "Daisy", "--from", "9999-12-01", "--to", "9999-12-31"), "lies outside 1900 to 2199"),
    ],
)
def test_what_cannot_be_understood_is_one_line_and_status_2(
    hartley: Command, words: tuple[str, ...], said: str
) -> None:
    answer = hartley(*words)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1


def test_a_passphrase_file_that_is_no_text_is_refused(agentdesk: Command, tmp_path: Path) -> None:
    (tmp_path / "passphrase").write_bytes(b"\xff\xfe\x80")
    answer = agentdesk("check")
    assert (answer.status, answer.err.count("\n")) == (2, 1)


def test_nothing_from_outside_turns_or_orders_the_terminal_and_json_keeps_it_letter_for_letter(
    hartley: Command, tmp_path: Path
) -> None:
    evil = "pay \u202e05£\u202c \u2067now\u2069 \x9b31m"
    file = tmp_path / "turned \u202ecod.jsonl"
    turned = line("t1", "2026-11-17T10:00", evil.replace("\x9b", ""), agent="\u202eeixaD")
    file.write_text(turned + "\n{}", encoding="utf-8")
    said = hartley("import", "--calls", str(file))
    listed = hartley("calls")
    as_json = hartley("calls", "--json", "--turns")
    for each in (said, listed, as_json):
        text = each.out + each.err
        assert not {sign for sign in text if sign != "\n" and not sign.isprintable()}
    (call,) = as_json.json
    assert call["turns"][0]["text"] == evil.replace("\x9b", "")
    assert call["agent_external_id"] == "\u202eeixaD"


def test_an_example_that_points_elsewhere_is_not_followed(agentdesk: Command, tmp_path: Path) -> None:
    elsewhere = tmp_path / "photos"
    elsewhere.mkdir()
    (elsewhere / "holiday.jpg").write_text("")
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "example").symlink_to(elsewhere)
    said = agentdesk("remove-example")
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert "points to another folder" in said.err
    assert (elsewhere / "holiday.jpg").exists()


def test_a_newer_store_is_named_by_every_verb_and_left_as_it_is(hartley: Command, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    key = KeyFile(profile / "keys.json").open_with_passphrase("correct horse battery")
    newer = connect(profile / "store.db", key)
    newer.execute(f"PRAGMA user_version={VERSION + 1}")
    newer.close()
    before = (profile / "store.db").read_bytes()
    (tmp_path / "one.jsonl").write_text(line("c1", "2026-11-17T10:00", *QUESTION))
    for words in (("calls",), ("check",), ("import", "--calls", str(tmp_path / "one.jsonl")), ("findings", "--json")):
        said = hartley(*words)
        assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
        assert "newer AgentDesk" in said.err
    assert (profile / "store.db").read_bytes() == before
