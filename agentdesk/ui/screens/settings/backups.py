"""Backups: when the last one was made, one more now, the folder, and the newest one put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from agentdesk.domain.wording import clock_in_words
from agentdesk.jobs.job import Job
from agentdesk.services.desk.backups import KeptBackups
from agentdesk.ui.desk import Desk
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.into_view import bring_into_view
from agentdesk.ui.widgets.words import Words


class BackupsPart(Section):
    """Belongs to the settings of the owner's own records; the example has none."""

    put_back_asked = Signal()
    """The owner has read what it means, and said yes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Backups"))
        self._desk = desk
        self._folder = Path()
        self.last = Words("")
        self.now = QuietButton(self.tr("Back up now"), self._on_now)
        self.show_folder = QuietButton(self.tr("Show the folder"), self._on_folder)
        self.put_back = QuietButton(self.tr("Put the newest backup back"), self._on_put_back)
        self.means = Words("")
        self.really = PrimaryButton(self.tr("Yes, put it back"), self.put_back_asked.emit)
        self.leave = QuietButton(self.tr("Leave it"), self._on_leave)
        card = Card()
        card.add(
            Words(
                self.tr(
                    "While AgentDesk is open it makes a backup each day, locked like your records. It keeps one for "
                    "each of seven days, then four weeks, then six months. Copy the folder to another disk now and "
                    "then: a backup on this computer is no help when the computer is gone."
                )
            ),
            self.last,
            flow_of(self.now, self.show_folder, self.put_back),
            self.means,
            flow_of(self.really, self.leave),
        )
        self.add(card)
        self._on_leave()

    def reload(self) -> None:
        kept = self._desk.services.backups.kept
        self._desk.runner.submit(
            Job("Looking for backups", lambda _: kept()), self._on_kept, self._on_failed, within=self
        )

    def _on_now(self) -> None:
        self.now.setEnabled(False)
        make = self._desk.services.backups.make
        self._desk.runner.submit(Job("Making a backup", lambda _: make()), self._on_made, self._on_failed, within=self)

    def _on_made(self, kept: KeptBackups) -> None:
        self._on_kept(kept)
        self._desk.tell.say(self.tr("The backup is made, and was read through."))

    def _on_kept(self, kept: KeptBackups) -> None:
        self.now.setEnabled(True)
        self._folder = kept.folder
        self.show_folder.setVisible(kept.newest is not None)
        self.put_back.setVisible(kept.newest is not None)
        if kept.newest is None:
            self.last.setText(self.tr("There is no backup yet."))
            return
        when = clock_in_words(kept.newest, self._desk.clock.now(), self._desk.zone())
        self.last.setText(
            self.tr("Last backup: {when}. Kept: {many}, each read through when it was made.").format(
                when=when, many=f"{kept.many:,}"
            )
        )
        self.means.setText(
            self.tr(
                "This takes your records back to {when}. What your services reported since is read again; what you "
                "noted since is gone from the screens. The records of now are kept in a file beside."
            ).format(when=when)
        )

    def _on_failed(self, trouble: Exception) -> None:
        self.now.setEnabled(True)
        self._desk.tell.trouble(str(trouble))

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _on_put_back(self) -> None:
        self._show_question(asked=True)
        self.leave.setFocus()
        bring_into_view(self.leave)

    def _on_leave(self) -> None:
        self._show_question(asked=False)

    def _show_question(self, *, asked: bool) -> None:
        for each in (self.means, self.really, self.leave):
            each.setVisible(asked)
        self.put_back.setEnabled(not asked)
