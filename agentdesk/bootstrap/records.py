"""Opening the records: with what the computer keeps or the owner types, or with a backup put back in their place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from agentdesk.bootstrap.glance import Glance, Later, glance, opening_of
from agentdesk.bootstrap.putting_back import Given, PuttingBack
from agentdesk.desktop.folders import Folders
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.today import ShownToday
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Runner
from agentdesk.ui.desk import EarlyDesk, Offer
from agentdesk.ui.screens.today.screen import TodayScreen
from agentdesk.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from agentdesk.bootstrap.opened import Opened
    from agentdesk.services.desk.opening import KeyStore, Opening
    from agentdesk.services.services import Services


class Records(QObject):
    """Opens the owner's own records or the example's, and asks for whatever that takes. All in the writer's lane."""

    opened = Signal(object, object)
    """The Opened records, and Today as it was shown meanwhile: a TodayScreen or None."""

    def __init__(
        self,
        window: MainWindow,
        runner: Runner,
        folders: Folders,
        clock: Clock,
        later: Later,
        key_store: KeyStore | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._runner = runner
        self._folders = folders
        self._clock = clock
        self._later = later
        self._key_store = key_store
        self._first: TodayScreen | None = None
        self._again: Callable[[], None] = self.open_own
        """Opens what couldn't be opened."""
        self._putting_back = PuttingBack(runner, window.tell, self)
        self._putting_back.done.connect(self._on_put_back)
        self._putting_back.none.connect(self._on_not_opened)
        self._putting_back.failed.connect(self._on_not_opened)

    def put_newest_back(self, services: Services) -> None:
        """Puts the newest backup in place of records whose pages are closed by now, and opens it."""
        self._putting_back.put_newest(services)

    def open_own(self, passphrase: str | None = None, recovery_key: str | None = None) -> None:
        """First a glance at what Today showed last: the services take several times as long to load."""
        self._again = self.open_own
        failed = partial(self._on_own_not_opened, (passphrase, recovery_key))

        def look(_: Progress) -> Glance:
            return glance(self._folders, passphrase, recovery_key, self._key_store)

        def own(opening: Opening, _: Progress) -> Opened:
            from agentdesk.bootstrap.opened import open_own

            return open_own(opening, self._folders, self._clock, passphrase, recovery_key)

        def seen(glance: Glance) -> None:
            if glance.shown is not None:
                self._show_early(glance.shown)
            # the page is painted before the interpreter is busy with the rest
            QTimer.singleShot(0, partial(self._open, partial(own, glance.opening), failed))

        self._runner.submit(Job("Looking at your records", look, Lane.WRITE), seen, failed)

    def open_example(self) -> None:
        self._again = self.open_example
        self._open(self._example, self._on_not_opened)

    def _example(self, _: Progress) -> Opened:
        from agentdesk.bootstrap.opened import open_example

        return open_example(self._folders, self._clock)

    def _open(self, work: Callable[[Progress], Opened], failed: Callable[[Exception], None]) -> None:
        self._runner.submit(Job("Opening your records", work, Lane.WRITE), self._on_open, failed)

    def _show_early(self, shown: ShownToday) -> None:
        zone = ZoneInfo(shown.zone)
        page = TodayScreen(EarlyDesk(self._window.tell, self._later, self._clock, lambda: zone))
        page.show_early(shown)
        self._window.navigation.forget_pages()
        self._window.navigation.set_places({"today": lambda: page})
        self._window.navigation.start_at("today")
        self._window.side_bar.set_business(shown.today.business)
        self._window.side_bar.set_freshness(shown.today.fresh)
        self._first = page

    def _on_own_not_opened(self, given: Given, trouble: Exception) -> None:
        from agentdesk.services.desk.opening import LostStore
        from agentdesk.store.trouble import DamagedStore, WrongKey

        if isinstance(trouble, LostStore | DamagedStore | WrongKey):
            self._putting_back.offer(trouble, partial(opening_of, self._folders, self._key_store), given)
        else:
            self._on_not_opened(trouble)

    def _on_put_back(self, given: Given) -> None:
        self.open_own(*given)

    def _on_not_opened(self, trouble: Exception) -> None:
        from agentdesk.services.desk.opening import NeedsPassphrase, WrongPassphrase
        from agentdesk.store.keys import WrongRecoveryKey
        from agentdesk.ui.screens.unlock.screen import UnlockScreen

        page = self._window.navigation.page
        if isinstance(page, UnlockScreen) and isinstance(trouble, WrongPassphrase | WrongRecoveryKey):
            page.refuse(str(trouble))
            return
        if isinstance(trouble, NeedsPassphrase):
            screen = UnlockScreen(str(trouble), new=trouble.new, recovery=trouble.recovery)
            screen.passphrase_given.connect(self._on_passphrase_given)
            screen.recovery_key_given.connect(self._on_recovery_key_given)
            self._window.show_alone("unlock", lambda: screen)
            return
        if isinstance(page, UnlockScreen):
            page.let_try_again()
            self._window.tell.failed(trouble)
        elif isinstance(trouble, Sorry):
            # a disk that was full may have room by now
            self._window.tell.trouble(str(trouble), Offer("Try again", self._again))
        else:
            self._window.tell.failed(trouble)

    def _on_passphrase_given(self, passphrase: str) -> None:
        self.open_own(passphrase=passphrase)

    def _on_recovery_key_given(self, recovery_key: str) -> None:
        self.open_own(recovery_key=recovery_key)

    def _on_open(self, opened: Opened) -> None:
        first, self._first = self._first, None
        self.opened.emit(opened, first)
