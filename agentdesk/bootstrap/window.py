"""Opens the window. It paints before anything heavy is imported; the desk follows."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from agentdesk.cli.arguments import Parser, common
from agentdesk.desktop.folders import Folders, default_profile, resources_folder
from agentdesk.desktop.single_instance import SingleInstance
from agentdesk.domain.errors import Sorry
from agentdesk.settings.file import peek
from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.theme.icons import app_icon
from agentdesk.ui.theme.theme import STYLE, Scheme, Theme

if TYPE_CHECKING:
    from agentdesk.services.desk.opening import KeyStore

BAD_INPUT = 2
SETTINGS = "settings.json"
LONGEST_WAIT_MS = 1000
"""The rest begins by then, painted or not."""
START_MS = 5000
"""By then a start is over."""
LOG_BYTES = 2_000_000
WITHOUT_ANYBODY = frozenset({"offscreen", "minimal"})
"""Platforms that show nothing, where nobody could close a box."""


def open_window(words: list[str], key_store: KeyStore | None = None) -> int:
    """Runs the desktop until it is quit. A second start on the same profile brings the first one forward.

    `key_store`: another than the computer's own.
    """
    arguments = Parser(prog="agentdesk", parents=[common(at_top=True)]).parse_args(words)
    # A start makes no rubbish, and looking for it takes a tenth of the start.
    gc.disable()
    # Qt's own switches can load code: it is given none of what was typed.
    app = QApplication([sys.argv[0], *STYLE])
    app.setApplicationName("agentdesk")
    app.setApplicationDisplayName("AgentDesk")
    app.setDesktopFileName("agentdesk")
    app.setQuitOnLastWindowClosed(False)
    try:
        folders = Folders(arguments.profile or default_profile(), resources_folder())
        folders.prepare()
        instance = SingleInstance(folders.profile)
        if not instance.claim_or_raise_first():
            return 0
    except Sorry as sorry:
        refuse(str(sorry))
        return BAD_INPUT
    look = peek(folders.profile / SETTINGS)
    theme = Theme(app, Scheme(look.scheme), look.text_percent)
    window = MainWindow(theme)
    window.place_as(look.place)
    window.tell.catch_everything()
    window.show()
    starter = _Starter(app, window, theme, folders, instance, arguments.example, key_store)
    window.painted.connect(starter.start)
    # A window that comes up minimised or covered is not painted for long.
    QTimer.singleShot(LONGEST_WAIT_MS, starter.start)
    QTimer.singleShot(START_MS, settle_memory)
    status = app.exec()
    starter.end()
    return status


def refuse(sentence: str) -> None:
    """Says why nothing starts: whoever pressed an icon sees no terminal."""
    sys.stderr.write(f"agentdesk: {sentence}\n")
    if QApplication.platformName() in WITHOUT_ANYBODY:
        return
    # a start that goes well need not know them
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "AgentDesk", "", QMessageBox.StandardButton.Close)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(box.tr("AgentDesk can't start. {why}").format(why=sentence))
    box.exec()


class _Starter:
    """Imports the rest once the window stands."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        theme: Theme,
        folders: Folders,
        instance: SingleInstance,
        example: bool,
        key_store: KeyStore | None,
    ) -> None:
        self._parts = (app, window, theme, folders, instance)
        self._key_store = key_store
        self._example = example
        self._begun = False
        self._desktop: object = None

    def start(self) -> None:
        if self._begun:
            return
        self._begun = True
        app, _, _, folders, instance = self._parts
        instance.listen()
        app.setWindowIcon(app_icon())
        _keep_log(folders)
        from agentdesk.bootstrap.desktop import Desktop

        desktop = Desktop(*self._parts, self._key_store)
        self._desktop = desktop
        desktop.begin(example=self._example)

    def end(self) -> None:
        from agentdesk.bootstrap.desktop import Desktop

        if isinstance(self._desktop, Desktop):
            self._desktop.end()


def settle_memory() -> None:
    """After a start: Python looks for rubbish again, but never more at what the start made.

    That stays to the end, and to look at it takes a fifth of a second in which the window stands still.
    """
    gc.freeze()
    gc.enable()


def _keep_log(folders: Folders) -> None:
    """Technical things go to a small file that rotates; nothing of it is shown."""
    # brings sockets and queues along, which the first picture of the window does not need
    import logging
    import logging.handlers

    handler = logging.handlers.RotatingFileHandler(folders.log(), maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
