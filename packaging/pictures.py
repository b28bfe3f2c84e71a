"""Makes a picture of every screen with the example week: light, dark, large text and a small window.

    .venv/bin/python packaging/pictures.py FOLDER [--places today calls …]

Works with and without a screen. `packaging/pictures/today.png` in the README is one of these.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

# a picture needs no screen; somebody who has one may still watch
if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from agentdesk.bootstrap.desktop import Desktop
from agentdesk.bootstrap.places import SCREENS
from agentdesk.desktop.folders import Folders, resources_folder
from agentdesk.desktop.single_instance import SingleInstance
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.review import Step
from agentdesk.services.services import Services
from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.theme.theme import STYLE, Scheme, Theme

LOOKS = (
    ("light", Scheme.LIGHT, 100, (1366, 768)),
    ("dark", Scheme.DARK, 100, (1366, 768)),
    ("large", Scheme.LIGHT, 200, (1366, 768)),
    ("small", Scheme.LIGHT, 100, (960, 600)),
)
WAIT_SECONDS = 60


def main() -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--places", nargs="*", default=[])
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([sys.argv[0], *STYLE])
    app.setDesktopFileName("agentdesk")
    with tempfile.TemporaryDirectory() as profile:
        folders = Folders(Path(profile) / "profile", resources_folder())
        folders.prepare()
        instance = SingleInstance(folders.profile)
        instance.claim()
        theme = Theme(app)
        window = MainWindow(theme)
        desktop = Desktop(app, window, theme, folders, instance)
        window.show()
        desktop.begin(example=True)
        wait_until_still(desktop)
        _begin_a_review(desktop)
        for place, what in places(desktop):
            if arguments.places and place not in arguments.places:
                continue
            window.navigation.to(place, **what)
            for name, scheme, percent, size in LOOKS:
                theme.choose(scheme, percent)
                window.resize(*size)
                wait_until_still(desktop)
                target = arguments.folder / f"{place}-{name}.png"
                window.grab().save(str(target))
                sys.stdout.write(f"{target}\n")
        window.stays_in_tray = False
        window.close()
        desktop.end()
        instance.release()
    return 0


def places(desktop: Desktop) -> Iterator[tuple[str, dict[str, object]]]:
    """Every place, those that show one thing with the first there is."""
    services = _services(desktop)
    found = services.findings.page(FindingFilter())
    call = next(each.found.call for each in found if each.found.call is not None)
    booking = next(each.found.booking for each in found if each.found.booking is not None)
    agent = services.agents.all_()[0].agent.name
    particular: dict[str, dict[str, object]] = {
        "call": {"id": call},
        "booking": {"id": booking},
        "finding": {"id": found[0].id},
        "waiting_call": {"id": services.escalations.page().open[0].id},
        "stop": {"name": agent},
        "record": {"name": agent},
        "changed": {"name": agent},
        "walk": {"agent": agent, "checklist": "incident"},
        "agent": {"name": agent},
        "connection": {"name": services.connecting.all_()[0].connection.name},
        "brief": {"name": agent},
    }
    for place in (*SCREENS, "settings", "first_run"):
        yield place, particular.get(place, {})


def wait_until_still(desktop: Desktop) -> None:
    """Until no work is under way and everything is painted."""
    deadline = QDeadlineTimer(WAIT_SECONDS * 1000)
    still = 0
    while still < 5 and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        time.sleep(0.02)
        still = 0 if desktop.busy or desktop.opened is None else still + 1


def _begin_a_review(desktop: Desktop) -> None:
    reviews = _services(desktop).reviews
    review = reviews.current() or reviews.start(reviews.plan(), "Sam")
    reviews.done_with(review.id, Step.PROMISES)


def _services(desktop: Desktop) -> Services:
    if desktop.opened is None:
        raise SystemExit("The example did not open.")
    return desktop.opened.services


if __name__ == "__main__":
    sys.exit(main())
