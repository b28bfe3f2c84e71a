"""A start that can't be: whoever pressed an icon sees why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from agentdesk.bootstrap import window

WHY = "Your disk is full. <b>Make some room</b> and try again."


@pytest.mark.usefixtures("qapp")
def test_the_refusal_stands_in_a_box_of_its_own_and_for_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[tuple[str, Qt.TextFormat]] = []

    def closed_at_once(box: QMessageBox) -> int:
        shown.append((box.text(), box.textFormat()))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", closed_at_once)
    monkeypatch.setattr(QApplication, "platformName", staticmethod(lambda: "xcb"))
    window.refuse(WHY)
    assert shown == [(f"AgentDesk can't start. {WHY}", Qt.TextFormat.PlainText)]
    assert capsys.readouterr().err == f"agentdesk: {WHY}\n"


@pytest.mark.usefixtures("qapp")
def test_where_nobody_could_close_it_no_box_waits(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _: pytest.fail("a box waits for nobody"))
    window.refuse(WHY)
    assert capsys.readouterr().err == f"agentdesk: {WHY}\n"
