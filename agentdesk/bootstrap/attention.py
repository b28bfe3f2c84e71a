"""What reaches the owner outside the window: tray icon, badge and pop-ups, joined to the notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from agentdesk.desktop.folders import Folders
from agentdesk.desktop.notifications import this_systems_notifier
from agentdesk.desktop.pop_ups import PopUp
from agentdesk.desktop.tray import Tray

if TYPE_CHECKING:
    from agentdesk.bootstrap.opened import Counts


class Attention(QObject):
    """One pop-up for each new matter, and an icon that shows how many wait. The list in the window is the truth."""

    open_asked = Signal()
    needs_me_asked = Signal()
    sync_asked = Signal()
    quit_asked = Signal()
    stop_asked = Signal(str)
    """An agent is to be stopped: its name."""
    tray_appeared = Signal()
    matter_asked = Signal(str, str)
    """A pop-up was clicked: what it is about ("finding"), and which; empty for several at once."""
    taken = Signal(int, str)
    """On a pop-up somebody was said to be on it: which notice, and who."""
    nobody_shows = Signal()
    """This desktop shows no pop-ups."""

    def __init__(self, folders: Folders, parent: QObject) -> None:
        super().__init__(parent)
        icons = folders.resources / "icons"
        self._tray = Tray(icons / "tray.svg", icons / "tray-attention.svg", self)
        self._notifier = this_systems_notifier(self._tray, self)
        self._about: dict[str, tuple[str, str]] = {}
        self._tray.open_asked.connect(self.open_asked)
        self._tray.needs_me_asked.connect(self.needs_me_asked)
        self._tray.sync_asked.connect(self.sync_asked)
        self._tray.quit_asked.connect(self.quit_asked)
        self._tray.stop_asked.connect(self.stop_asked)
        self._tray.appeared.connect(self.tray_appeared)
        self._notifier.opened.connect(self._on_opened)
        self._notifier.other_chosen.connect(self._on_other_chosen)
        self._notifier.nobody_shows.connect(self.nobody_shows)
        self._who: dict[str, str] = {}
        self._popped: set[int] = set()
        """The store hears a moment later that they popped up; till then it goes on naming them."""

    def start(self) -> None:
        """For a store that was just opened: its notices have numbers of their own."""
        self._popped.clear()
        self._notifier.start()
        self._tray.start()

    def stop(self) -> None:
        _badge(0)
        self._notifier.stop()
        self._tray.stop()

    def has_tray(self) -> bool:
        """Whether this desktop has a place for the icon."""
        return self._tray.available()

    def show(self, counts: Counts, *, pop_ups: bool) -> tuple[int, ...]:
        """Brings the icon up to date and pops up what is new. Returns the notices that needn't pop up any more.

        A desktop that shows no pop-ups takes none: the mark on the icon and the list in the window say the same.
        """
        self._tray.attention(counts.waiting)
        _badge(counts.waiting)
        self._tray.set_agents(counts.at_work)
        if not pop_ups:
            return ()
        for each in counts.pop_ups:
            if self._popped.issuperset(each.notices):
                continue
            self._popped.update(each.notices)
            key = ",".join(map(str, each.notices))
            self._about[key] = (each.subject or "", each.subject_id)
            self._who[key] = each.who
            on_it = self.tr("{name} is on it").format(name=each.who) if each.who else ""
            self._notifier.send(PopUp(key, each.title, each.body, self.tr("Look at it"), on_it, each.loud))
        return tuple(one for each in counts.pop_ups for one in each.notices)

    def _on_opened(self, key: str) -> None:
        self.matter_asked.emit(*self._about.get(key, ("", "")))

    def _on_other_chosen(self, key: str) -> None:
        if key in self._who and key.isdecimal():
            self.taken.emit(int(key), self._who[key])


def _badge(number: int) -> None:
    """The number on the program's own icon, where the desktop's dock or task bar has one: it stays when pop-ups are
    kept quiet, and where there is no tray.
    """
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        app.setBadgeNumber(number)
