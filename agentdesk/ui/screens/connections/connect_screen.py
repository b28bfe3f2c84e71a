"""Connects a service: one question at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from agentdesk.domain.connection import Connection
from agentdesk.jobs.progress import JobProgress
from agentdesk.services.connections.connecting import Tile
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.connections.choosing import Choosing
from agentdesk.ui.screens.connections.connect_presenter import (
    ConnectPresenter,
    Found,
    Given,
    Outcome,
    result_in_words,
)
from agentdesk.ui.screens.connections.found_form import FoundForm
from agentdesk.ui.screens.connections.key_form import KeyForm
from agentdesk.ui.screens.connections.note import Note
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.telling import one_line
from agentdesk.ui.widgets.words import SectionWords, Words


class ConnectScreen(Page):
    """Opens with `service`, straight at its key; with `name`, to sign in anew at that connection; with `kind`
    ("calls" or "bookings"), showing only such services; or with nothing.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(alone=True)
        self._desk = desk
        self._kind = ""
        self._step: QWidget | None = None
        self._before: QWidget | None = None
        """The step that is being worked on."""
        self._presenter = ConnectPresenter(desk, self, self)
        desk.runner.progressed.connect(self._on_progressed)
        self.choosing = Choosing()
        self.note = Note()
        self.key = KeyForm()
        self.found = FoundForm()
        self.working = Card(spacing=SPACE_12)
        self.sentence = Words()
        self.stop = QuietButton(self.tr("Cancel"), self._on_stop)
        self.working.add(self.sentence, flow_of(self.stop))
        self.other = Card(spacing=SPACE_12)
        self.whose = Words()
        self.apart = PrimaryButton(self.tr("Keep the two apart"), self._presenter.keep_apart)
        self.together = QuietButton(self.tr("It's the same business, go on"), self._presenter.put_together)
        self.wrong_key = QuietButton(self.tr("Use another key"), self._presenter.other_key)
        self.other.add(self.whose, flow_of(self.apart, self.together, self.wrong_key))
        self.done = Card(spacing=SPACE_12)
        self.brought, self.told = SectionWords(), Words()
        self.finish = PrimaryButton(self.tr("Done"), self._on_finish)
        self.see = QuietButton(self.tr("See what was found"), self._on_see)
        self.more = LinkButton(self.tr("Connect another service"), self._on_more)
        self.done.add(self.brought, self.told, flow_of(self.finish, self.see, self.more))
        self._steps = (self.choosing, self.key, self.working, self.found, self.other, self.done)
        self.add(*self._steps, self.note)
        self.content.addStretch(1)
        for step in (*self._steps, self.note):
            step.hide()
        self._join()
        self.set_title(self.tr("Connect a service"))

    def _join(self) -> None:
        self.choosing.wanted.connect(self._presenter.choose)
        self.choosing.files_wanted.connect(self._on_files)
        self.choosing.note_wanted.connect(self._on_note)
        self.key.given.connect(self._on_given)
        self.key.pasted.connect(self._on_pasted)
        self.key.other_service_wanted.connect(self._on_other_service)
        self.key.another_wanted.connect(self._presenter.start_over)
        self.found.agreed.connect(self._on_agreed)
        self.found.refused.connect(self._presenter.other_key)
        for note in (self.note, self.key.note):
            note.said.connect(self._on_said)
            note.failed.connect(self._on_note_failed)

    def open(self, **what: object) -> None:
        service, name, kind = (str(what.pop(each, "") or "") for each in ("service", "name", "kind"))
        if what:
            raise TypeError(f"connecting opens without {', '.join(what)}")
        self._kind = kind
        if self._presenter.is_reading:
            return
        self._presenter.start(service, name)

    def leave(self) -> None:
        """A key that was not kept is not left lying about; a reading goes on."""
        if self._presenter.is_reading:
            return
        self._presenter.forget()
        self.key.forget()
        if self._step in (self.found, self.other, self.working):
            self._presenter.other_key()

    def focus_first(self) -> None:
        {
            self.choosing: self.choosing.first(),
            self.key: self.key.first(),
            self.working: self.stop,
            self.found: self.found.agree,
            self.other: self.apart,
            self.done: self.finish,
        }.get(self._step or self, self).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_choosing(self, tiles: Sequence[Tile]) -> None:
        self.set_title(
            {
                "calls": self.tr("Which service answers your calls?"),
                "bookings": self.tr("Where do real bookings live?"),
            }.get(self._kind, self.tr("Which service do you want to connect?"))
        )
        self.choosing.show_tiles(tiles, self._kind)
        self._show(self.choosing)

    def show_key(self, tile: Tile, again: Connection | None) -> None:
        title = self.tr("Sign in again at {service}") if again is not None else self.tr("Connect {service}")
        self.set_title(title.format(service=(again.title or again.name) if again is not None else tile.name))
        self.key.ask(tile, again, self._owner())
        self._show(self.key)

    def show_refused(self, sentence: str) -> None:
        if self._before is self.found:
            self._show(self.found)
            self.found.refuse(sentence)
        elif self._before is self.key:
            self._show(self.key)
            self.key.refuse(sentence)
        else:
            self._desk.tell.trouble(sentence)

    def show_working(self, sentence: str, *, can_stop: bool = True) -> None:
        self.sentence.setText(f"{sentence}…")
        self.stop.setVisible(can_stop)
        if self._step is not self.working:
            self._before = self._step
            self._show(self.working)

    def show_found(self, found: Found) -> None:
        self.found.show_found(found)
        self._show(self.found)

    def show_other_account(self, found: Found) -> None:
        before = found.connection.account_name or found.connection.title or found.connection.name
        now = found.tried.account or found.tile.name
        self.whose.setText(
            self.tr(
                "This key belongs to another account than before. Before: {before}. Now: {now}. If these are two "
                "businesses, keep them apart, so that their calls don't mix."
            ).format(before=before, now=now)
        )
        self._show(self.other)

    def show_done(self, outcome: Outcome) -> None:
        self.key.forget()
        brought, told = result_in_words(outcome)
        called = outcome.connection.title or outcome.connection.name
        self.set_title(self.tr("{service} is connected").format(service=one_line(called, 120)))
        self.brought.setText(brought)
        self.told.setText(told)
        self.see.setVisible(bool(outcome.checked and outcome.checked.new))
        self._show(self.done)

    def _show(self, step: QWidget) -> None:
        self._step = step
        for each in self._steps:
            each.setVisible(each is step)
        self.note.hide()
        if self.isVisible():
            self.focus_first()

    def _owner(self) -> str:
        return self._desk.who()

    def _on_progressed(self, progress: JobProgress) -> None:
        self._presenter.heard(progress)

    def _on_given(self, given: Given) -> None:
        self._presenter.try_(given)

    def _on_pasted(self, key: str) -> None:
        self.key.show_elsewhere(self._presenter.belongs_elsewhere(key))

    def _on_other_service(self) -> None:
        key = self.key.key.value()
        other = self._presenter.belongs_elsewhere(key)
        if other is not None:
            self._presenter.choose(other)
            self.key.key.set_value(key)

    def _on_agreed(self) -> None:
        self._presenter.keep(self.found.choices(), self.found.books(), others_book=self.found.others.isChecked())

    def _on_stop(self) -> None:
        self._presenter.cancel()

    def _on_note(self) -> None:
        self.note.write(
            self.tr(
                "Hello, could you tell me which service our phone agent runs on, and which diary it books into? Please "
                "also send me a key for each that may only read. Ring me with them, or use a message that deletes "
                "itself. Please don't change anything. Thank you."
            )
        )
        self.note.offer()

    def _on_said(self, sentence: str) -> None:
        self._desk.tell.say(sentence)

    def _on_note_failed(self, sentence: str) -> None:
        self._desk.tell.trouble(sentence)

    def _on_files(self) -> None:
        self._desk.go.to("import")

    def _on_finish(self) -> None:
        self._desk.go.back()

    def _on_see(self) -> None:
        self._desk.go.to("findings")

    def _on_more(self) -> None:
        self._presenter.start_over()
