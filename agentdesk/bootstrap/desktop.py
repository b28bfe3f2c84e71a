"""Everything a running window needs, created and joined: store, services, pages, tray, pop-ups."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from agentdesk.bootstrap.attention import Attention
from agentdesk.bootstrap.clock import the_clock
from agentdesk.bootstrap.glance import Later
from agentdesk.bootstrap.lacking import Lacking
from agentdesk.bootstrap.looking import Looks
from agentdesk.bootstrap.places import places_of
from agentdesk.bootstrap.rechecking import Rechecking
from agentdesk.bootstrap.records import Records
from agentdesk.bootstrap.syncing import Syncing
from agentdesk.desktop.folders import Folders
from agentdesk.desktop.single_instance import SingleInstance
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.jobs.runner import Runner
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.today.screen import TodayScreen
from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.shell.matters import place_of
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.theme import Scheme, Theme

if TYPE_CHECKING:
    from agentdesk.bootstrap.opened import Counts, Opened
    from agentdesk.services.connections.pulling import Pulled
    from agentdesk.services.desk.opening import KeyStore
    from agentdesk.settings.file import Look

SETTINGS = "settings.json"
MINUTE_MS = 60_000


class Desktop(QObject):
    """The running desktop. It owns nothing that a screen needs to know about."""

    _changed = Signal(object)

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        theme: Theme,
        folders: Folders,
        instance: SingleInstance,
        key_store: KeyStore | None = None,
    ) -> None:
        """`key_store`: another than the computer's own, for tests."""
        super().__init__(app)
        self._app = app
        self._window = window
        self._theme = theme
        self._folders = folders
        self._clock = the_clock()
        self._runner = Runner(self)
        self._opened: Opened | None = None
        self._later = Later()
        self._records = Records(window, self._runner, folders, self._clock, self._later, key_store, self)
        self._records.opened.connect(self._on_opened)
        self._settings_file = folders.profile / SETTINGS
        self._attention = Attention(folders, self)
        self._lacking = Lacking(window.tell, self._settings_file, self)
        self._syncing = Syncing(self._runner, self)
        self._rechecking = Rechecking(self._runner, self)
        self._looks = Looks(self._runner, self)
        self._day = self._clock.now().date()
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._look: Look | None = None
        """The settings, once they are heeded."""
        self._changed.connect(self._on_changed, Qt.ConnectionType.QueuedConnection)
        instance.asked_to_show.connect(window.come_forward)
        window.closed.connect(app.quit)
        window.reload_asked.connect(self._on_reload_asked)
        self._attention.open_asked.connect(window.come_forward)
        self._attention.needs_me_asked.connect(self._on_needs_me_asked)
        self._attention.sync_asked.connect(self._syncing.now)
        self._syncing.done.connect(self._on_synced)
        self._syncing.failed.connect(window.tell.failed)
        self._attention.quit_asked.connect(self._on_quit_asked)
        self._attention.tray_appeared.connect(self._heed_tray)
        self._attention.matter_asked.connect(self._on_matter_asked)
        self._attention.stop_asked.connect(self._on_stop_asked)
        self._attention.taken.connect(self._on_taken)
        self._attention.nobody_shows.connect(self._lacking.pop_ups)

    def begin(self, *, example: bool) -> None:
        """Opens the records in the writer's lane: a key store may ask its own question first."""
        if example:
            self._records.open_example()
        else:
            self._records.open_own()

    def end(self) -> None:
        """After the event loop: waits for running work, then closes the store."""
        from agentdesk.settings.file import save_place

        self._minute.stop()
        self._syncing.stop()
        self._rechecking.stop()
        self._looks.stop()
        self._attention.stop()
        self._runner.stop()
        if self._opened is not None:
            self._opened.store.close()
        save_place(self._settings_file, self._window.place_in_words())

    @property
    def opened(self) -> Opened | None:
        """The records that are open; None while none are."""
        return self._opened

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return self._runner.busy

    def _on_opened(self, opened: Opened, first: TodayScreen | None) -> None:
        self._opened = opened
        services = opened.services
        services.changes.subscribe(self._changed.emit)
        desk = Desk(
            services=services,
            runner=self._runner,
            tell=self._window.tell,
            go=self._window.navigation,
            theme=self._theme,
            clock=opened.clock,
            who=services.businesses.owner,
            zone=services.businesses.zone,
        )
        places = places_of(desk)
        places["first_run"] = partial(self._first_run, desk)
        places["settings"] = partial(self._settings, desk)
        if first is not None and opened.set_up:
            first.sit_at(desk)
        else:
            self._window.navigation.forget_pages()
        self._window.set_example(self._on_example_done if opened.example else None)
        self._window.welcome(places, "today" if opened.set_up else "first_run")
        if opened.set_up:
            self._window.side_bar.set_business(opened.business)
        self._later.go(self._window.navigation)
        self._runner.finished.connect(self._on_finished)

    def _on_finished(self, _: str) -> None:
        # The first page reads what it shows; the rest would be in its way.
        if not self._runner.busy:
            self._runner.finished.disconnect(self._on_finished)
            self._after_welcome()

    def _after_welcome(self) -> None:
        """What may come a moment after the first page."""
        # desktops without a font for them show boxes instead of what callers typed
        QFontDatabase.addApplicationFont(str(self._folders.resources / "fonts" / "NotoEmoji-Regular.ttf"))
        self._apply_settings()
        self._attention.start()
        if not self._attention.has_tray():
            self._lacking.tray()
        self._minute.start()
        if self._opened is not None:
            self._syncing.attend(self._opened.services, by_itself=not self._opened.example)
            self._rechecking.attend(self._opened.services)
            self._looks.attend(self._opened)
        self._refresh()

    def _first_run(self, desk: Desk) -> Page:
        from agentdesk.ui.screens.first_run.screen import FirstRunScreen

        screen = FirstRunScreen(desk)
        screen.example_asked.connect(self._on_example_asked)
        return screen

    def _settings(self, desk: Desk) -> Page:
        from agentdesk.settings.file import load, save
        from agentdesk.ui.screens.settings.screen import SettingsScreen

        settings = load(self._settings_file)
        new_key = self._opened.new_recovery_key if self._opened is not None else None
        screen = SettingsScreen(desk, settings, partial(save, self._settings_file, settings), new_key)
        screen.changed.connect(self._apply_settings)
        screen.put_back_asked.connect(self._on_put_back_asked)
        return screen

    # The example

    def _on_example_asked(self) -> None:
        self._close()
        self._records.open_example()

    def _on_example_done(self) -> None:
        """Takes the example out, whole, and goes to the owner's own records."""
        from agentdesk.bootstrap.profiles import remove_example

        self._close()
        remove_example(self._folders)
        self._records.open_own()

    def _on_put_back_asked(self) -> None:
        opened = self._opened
        if opened is not None:
            self._close()
            self._records.put_newest_back(opened.services)

    def _close(self) -> None:
        self._window.navigation.forget_pages()
        self._syncing.stop()
        self._rechecking.stop()
        self._looks.stop()
        if self._opened is not None:
            self._opened.store.close()
            self._opened = None

    # What changes while it runs

    def _on_changed(self, subjects: frozenset[str]) -> None:
        self._window.navigation.data_changed(subjects)
        self._refresh()

    def _on_minute(self) -> None:
        today = self._clock.now().date()
        if today != self._day:
            self._day = today
            self._on_reload_asked()

    def _on_reload_asked(self) -> None:
        from agentdesk.services.changes import Subject

        self._on_changed(frozenset(Subject))

    def _refresh(self) -> None:
        if self._opened is not None:
            self._runner.submit(Job("Counting", self._opened.counts, Lane.READ), self._on_counted)

    def _on_counted(self, counts: Counts) -> None:
        bar = self._window.side_bar
        bar.set_business(counts.business or self.tr("AgentDesk"))
        bar.set_freshness(counts.fresh)
        bar.set_count("today", counts.waiting)
        bar.set_count("waiting", counts.to_ring)
        bar.set_count("review", counts.review_due)
        bar.set_count("notices", counts.unread)
        if self._opened is None:
            return
        done = self._attention.show(counts, pop_ups=self._wants_pop_ups)
        if done:
            services = self._opened.services

            def mark(_: Progress) -> None:
                services.notices.popped(done)

            self._runner.submit(Job("Noting what popped up", mark, Lane.WRITE), self._on_noted)

    def _on_noted(self, _: None) -> None:
        """Nothing shows it."""

    # Tray and pop-ups

    def _on_matter_asked(self, subject: str, subject_id: str) -> None:
        self._window.come_forward()
        place, what = place_of(subject, subject_id)
        self._window.navigation.to(place, **what)

    def _on_taken(self, notice: int, who: str) -> None:
        """Somebody said on a pop-up that a person is on it."""
        if self._opened is None:
            return
        services = self._opened.services

        def take(_: Progress) -> None:
            services.escalations.take_from_notice(notice, who, services.businesses.owner())

        self._runner.submit(Job("Noting who is on it", take, Lane.WRITE), self._on_noted, self._window.tell.failed)

    def _on_stop_asked(self, agent: str) -> None:
        self._window.come_forward()
        self._window.navigation.to("stop", name=agent)

    def _on_needs_me_asked(self) -> None:
        self._window.come_forward()
        self._window.navigation.to("waiting")

    def _on_synced(self, brought: tuple[Pulled, ...]) -> None:
        troubles = [each.trouble for each in brought if each.trouble]
        new = sum(each.brought for each in brought)
        if troubles:
            self._window.tell.say(" ".join(troubles))
        elif not brought:
            self._window.tell.say(self.tr("Everything that is here was checked again."))
        elif new:
            self._window.tell.say(self.tr("Everything was read and checked: %Ln new or changed.", "", new))
        else:
            self._window.tell.say(self.tr("Everything was read and checked. No new calls or bookings."))

    def _on_quit_asked(self) -> None:
        self._window.stays_in_tray = False
        self._window.close()
        self._app.quit()

    # Settings

    @property
    def _wants_pop_ups(self) -> bool:
        return self._look is not None and self._look.pop_ups

    def _apply_settings(self) -> None:
        from agentdesk.settings.file import load, peek

        look = self._look = peek(self._settings_file)
        if not look.whole:
            load(self._settings_file)
        self._theme.choose(Scheme(look.scheme), look.text_percent)
        self._heed_tray()
        from agentdesk.desktop.autostart import this_systems_autostart

        autostart = this_systems_autostart([sys.executable, "-m", "agentdesk"])
        if look.with_computer != autostart.is_on():
            if look.with_computer:
                autostart.on()
            else:
                autostart.off()

    def _heed_tray(self) -> None:
        if self._look is not None:
            self._window.stays_in_tray = self._look.stay_in_tray and self._attention.has_tray()
