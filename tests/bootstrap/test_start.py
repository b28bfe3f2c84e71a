"""What a start waits for, and what it does not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SystemClock
from agentdesk.reports.pages import Pages
from agentdesk.services.desk.opening import STORE
from agentdesk.store.store import open_store
from tests.services.conftest import SETUP

ROOT = Path(__file__).parents[2]
START = """
import json, os, sys
from PySide6.QtCore import QTimer
from agentdesk.bootstrap import window

class OwnKeyStore:
    def available(self): return True
    def load(self, name): return bytes(32)
    def save(self, name, secret): raise AssertionError(name)

seen = {}
def see(when):
    seen[when] = sorted(each for each in sys.modules if "." not in each or each.startswith("agentdesk."))

class Watched(window.MainWindow):
    def __init__(self, theme):
        super().__init__(theme)
        self.painted.connect(lambda: see("painted"))
        self.navigation.arrived.connect(lambda place: see(place) if place not in seen else None)
    def welcome(self, *places):
        super().welcome(*places)
        see("welcome")
        print(json.dumps(seen), flush=True)
        os._exit(0)

window.MainWindow = Watched
window.open_window(["--profile", sys.argv[1]], OwnKeyStore())
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The modules that were loaded when the window was painted, when a page showed, and when the desk was ready."""
    profile = tmp_path_factory.mktemp("profile")
    store = open_store(profile / STORE, bytes(32))
    resources = resources_folder()
    services = build_services(store, resources, SystemClock(), Pages(resources), Pages(resources))
    services.setup.apply(SETUP)
    services.today.keep(services.today.view(), None)
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", START, str(profile)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    )
    return {when: set(names) for when, names in json.loads(done.stdout.splitlines()[-1]).items()}


def test_the_window_is_painted_before_the_store_is_thought_of(loaded: dict[str, set[str]]) -> None:
    assert not loaded["painted"] & {"sqlalchemy", "sqlcipher3", "msgspec", "agentdesk.bootstrap.desktop"}
    assert {"sqlalchemy", "agentdesk.bootstrap.desktop"} <= loaded["welcome"]


def test_today_is_shown_as_it_was_before_the_services_are_loaded(loaded: dict[str, set[str]]) -> None:
    assert "agentdesk.ui.screens.today.screen" in loaded["today"]
    assert not loaded["today"] & {"sqlalchemy", "pydantic", "asyncio", "agentdesk.services.services"}


def test_the_first_page_comes_without_what_only_later_pages_need(loaded: dict[str, set[str]]) -> None:
    heavy = {"matplotlib", "numpy", "typst", "holidays", "icalendar", "alembic", "pydantic", "keyring"}
    ours = {"agentdesk.language.claims", "agentdesk.connectors.file.reading", "agentdesk.reports.charts"}
    assert not loaded["welcome"] & (heavy | ours)
