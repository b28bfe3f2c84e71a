"""The page that takes files in, opened, and files to bring to it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from agentdesk.domain.lists import CallFilter
from agentdesk.ui.screens.taking_in.screen import TakingInScreen
from tests.services.lines import ANGRY, BOOKED, QUESTION, line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window

SALON = "Ref;Date;Time;Service;First name;Notes\n"


def opened(room: Room, qtbot: QtBot) -> TakingInScreen:
    screen = TakingInScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open()
    return screen


def a_file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def calls(folder: Path, name: str = "november.jsonl") -> Path:
    lines = (
        line("a", "2026-11-17T14:10:00Z", *BOOKED),
        line("b", "2026-11-18T09:00:00Z", *ANGRY),
        line("c", "2026-11-19T09:00:00Z", *QUESTION),
    )
    return a_file(folder, name, "\n".join(lines))


def diary(folder: Path) -> Path:
    head = "external_id,starts_at,ends_at,status,service,customer,phone,email,created_at\n"
    row = "e1,2026-11-24T10:00:00Z,2026-11-24T11:00:00Z,booked,Boiler service,Ana Marsh,,,2026-11-17T14:11:00Z\n"
    return a_file(folder, "diary.csv", head + row)


def kept(room: Room) -> int:
    return room.services.calls.count(CallFilter())
