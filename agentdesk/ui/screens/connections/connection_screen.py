"""One connection: how it stands, what couldn't be read, and what one can do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from agentdesk.domain.wording import counted
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import JobProgress, Progress
from agentdesk.jobs.runner import Running
from agentdesk.services.changes import Subject
from agentdesk.services.connections.pulling import Pulled
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.connections.presenter import ConnectionsPresenter, Shown, aside_in_words
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_12
from agentdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.facts import FactLine
from agentdesk.ui.widgets.fields import TextField
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import joined, one_line, trouble_in_words
from agentdesk.ui.widgets.words import HairLine, QuietWords, StrongWords, Words

MOST_SHOWN = 20
OWNER = "connection"


class ConnectionScreen(Page):
    """Opens with `name`."""

    watches = frozenset({Subject.CONNECTIONS, Subject.AGENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = ConnectionsPresenter(desk.services, desk.clock)
        self._name = ""
        self._reading: Running | None = None
        desk.runner.progressed.connect(self._on_progressed)
        self.mark = StateMark(State.NOTE)
        self.sentence = StrongWords()
        self.quiet = QuietWords()
        self.facts = FactLine()
        self.sign_in = PrimaryButton("", self._on_sign_in)
        self.read_now = QuietButton(self.tr("Read it now"), self._on_read_now, icon_name="refresh")
        self.stop = QuietButton(self.tr("Stop"), self._on_stop)
        self.new_key = QuietButton(self.tr("Use another key"), self._on_sign_in)
        self.files = QuietButton(self.tr("Bring in files"), self._on_files)
        self.doing = flow_of(self.sign_in, self.read_now, self.stop, self.new_key, self.files)
        self.progress = Words()
        head = Card(spacing=SPACE_12)
        head.add(self.mark, self.sentence, self.quiet, self.facts, self.progress, self.doing)
        self.aside = Section(self.tr("Couldn't be read"))
        self.aside_list = Card()
        self.aside.add(self.aside_list)
        self.called = TextField(limit=80)
        self.called.returnPressed.connect(self._on_rename)
        self.called_row = FormRow(self.tr("What do you call it?"), self.called)
        self.keep_name = QuietButton(self.tr("Keep the name"), self._on_rename)
        naming = Card(spacing=SPACE_12)
        naming.add(self.called_row, flow_of(self.keep_name))
        self.goes = Words()
        self.remove = QuietButton(self.tr("Take this connection out"), self._on_what_goes, icon_name="trash")
        self.really = PrimaryButton(self.tr("Yes, take it out"), self._on_remove)
        self.keep_it = QuietButton(self.tr("Keep it"), self._on_keep)
        self.removing = Card(spacing=SPACE_12)
        self.removing.add(self.goes, flow_of(self.remove, self.really, self.keep_it))
        self.gone = QuietWords()
        self._parts: tuple[QWidget, ...] = (head, self.aside, naming, self.removing)
        self.add(self.gone, *self._parts)
        self.content.addStretch(1)
        for part in (self.gone, *self._parts):
            part.hide()
        self.set_title(self.tr("Connection"))

    def open(self, **what: object) -> None:
        name = what.pop("name")
        if what or not isinstance(name, str):
            raise TypeError("a connection opens with its name")
        self._name = name
        self._stop_asking()
        self._show_doing("")
        self.reload()

    def reload(self) -> None:
        presenter, name = self._presenter, self._name
        self._desk.runner.submit(
            Job("Reading a connection", lambda _: presenter.one(name)), self._on_read, self._on_failed, within=self
        )

    def focus_first(self) -> None:
        buttons = (self.sign_in, self.read_now, self.files)
        next((each for each in buttons if not each.isHidden()), self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, shown: Shown) -> None:
        if shown.name != self._name:
            return
        standing, connection = shown.standing, shown.connected.connection
        self.set_title(one_line(shown.title, 120))
        self.mark.set_state(standing.state, standing.state_words)
        for words, said in ((self.sentence, standing.sentence), (self.quiet, standing.quiet)):
            words.setText(said)
            words.setVisible(bool(said))
        facts = (
            (self.tr("Service"), shown.connected.service),
            (self.tr("Account"), one_line(connection.account_name, 120)),
            (self.tr("Key ends in"), connection.key_ending),
            (self.tr("Answers there"), joined(one_line(each, 60) for each in shown.agents)),
        )
        self.facts.set_facts([each for each in facts if each[1]])
        self.sign_in.set_words(standing.sign_in)
        self.sign_in.setVisible(bool(standing.sign_in))
        self.new_key.setVisible(not standing.sign_in and not shown.is_file)
        self.files.setVisible(shown.is_file)
        self.read_now.setVisible(not shown.is_file and self._reading is None)
        self.gone.hide()
        for part in self._parts:
            part.show()
        self._show_asides(shown)
        if not self.called.hasFocus():
            self.called.set_value(shown.title)
        self.removing.setVisible(not shown.is_file)

    def _show_asides(self, shown: Shown) -> None:
        while (item := self.aside_list.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, each in enumerate(shown.left_aside[:MOST_SHOWN]):
            said, since = aside_in_words(each, self._desk.zone())
            if at:
                self.aside_list.add(HairLine())
            self.aside_list.add(Words(one_line(said)), QuietWords(since))
        self.aside.set_quiet(counted(len(shown.left_aside), "record", "records"))
        self.aside.setVisible(bool(shown.left_aside))

    def _on_failed(self, trouble: Exception) -> None:
        for part in self._parts:
            part.hide()
        self.gone.setText(trouble_in_words(trouble, self.tr("I couldn't read this connection. Go back and try again.")))
        self.gone.show()

    # Reading it now

    def _on_read_now(self) -> None:
        services, name = self._desk.services, self._name

        def read(progress: Progress) -> Pulled:
            connection = services.connecting.named(name)
            return services.pulling.pull(connection, progress.say, lambda: progress.cancelled)

        self._show_doing(self.tr("Reading"))
        running = self._desk.runner.submit(
            Job("Reading a connection now", read, Lane.NETWORK, OWNER), self._on_pulled, self._on_not_read, within=self
        )
        if not self.stop.isHidden():
            self._reading = running

    def _on_pulled(self, pulled: Pulled) -> None:
        services = self._desk.services
        self._end_reading()
        self._desk.runner.submit(
            Job("Checking what came", lambda _: services.syncing.check((pulled,)), Lane.WRITE),
            self._on_checked,
            self._on_not_read,
            within=self,
        )
        count = counted(pulled.brought, "new or changed", "new or changed")
        said = (
            self.tr("Read: {count}.").format(count=count) if pulled.brought else self.tr("Read: nothing has changed.")
        )
        self._desk.tell.say(pulled.trouble or said)

    def _on_checked(self, _: object) -> None:
        self.reload()

    def _on_not_read(self, trouble: Exception) -> None:
        self._end_reading()
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("That didn't work. Try again.")))

    def _on_stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self.progress.setText(self.tr("Stopping…"))

    def _end_reading(self) -> None:
        self._reading = None
        self._show_doing("")
        self.reload()

    def _show_doing(self, sentence: str) -> None:
        self.progress.setText(f"{sentence}…" if sentence else "")
        self.progress.setVisible(bool(sentence))
        going, coming = (self.read_now, self.stop) if sentence else (self.stop, self.read_now)
        coming.show()
        if going.hasFocus():
            # what is hidden with the focus on it hands it to whatever comes next, here the field of the name
            coming.setFocus(Qt.FocusReason.OtherFocusReason)
        going.hide()

    def _on_progressed(self, progress: JobProgress) -> None:
        if progress.owner == OWNER and self._reading is not None:
            counts = f": {progress.done:,}" if progress.done else ""
            self.progress.setText(f"{progress.sentence}{counts}…")

    # What one can do

    def _on_sign_in(self) -> None:
        self._desk.go.to("connect", name=self._name)

    def _on_files(self) -> None:
        self._desk.go.to("import")

    def _on_rename(self) -> None:
        connecting, name, title = self._desk.services.connecting, self._name, self.called.value()
        self._desk.runner.submit(
            Job("Naming a connection", lambda _: connecting.rename(name, title), Lane.WRITE),
            self._on_renamed,
            self._on_not_renamed,
            within=self,
        )

    def _on_renamed(self, _: None) -> None:
        self.called_row.set_error(None)
        self._desk.tell.say(self.tr("Kept."))
        self.reload()

    def _on_not_renamed(self, trouble: Exception) -> None:
        self.called_row.set_error(trouble_in_words(trouble, self.tr("I couldn't keep that. Try again.")))

    def _on_what_goes(self) -> None:
        connecting, name = self._desk.services.connecting, self._name
        self._desk.runner.submit(
            Job("What goes with a connection", lambda _: connecting.what_goes(name)),
            self._on_asked,
            self._on_not_removed,
            within=self,
        )

    def _on_asked(self, sentences: tuple[str, ...]) -> None:
        self.goes.setText("\n".join(sentences))
        for each in (self.goes, self.really, self.keep_it):
            each.show()
        self.remove.hide()
        self.keep_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_asking(self) -> None:
        for each in (self.goes, self.really, self.keep_it):
            each.hide()
        self.remove.show()

    def _on_keep(self) -> None:
        self._stop_asking()
        self.remove.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self) -> None:
        connecting, name = self._desk.services.connecting, self._name
        # the computer's key store may ask its own question first
        self._desk.runner.submit(
            Job("Taking a connection out", lambda _: connecting.remove(name), Lane.NETWORK),
            self._on_removed,
            self._on_not_removed,
            within=self,
        )

    def _on_removed(self, _: None) -> None:
        self._desk.tell.say(self.tr("{name} is taken out. What came from it stays.").format(name=self.title()))
        self._desk.go.back()

    def _on_not_removed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(trouble_in_words(trouble, self.tr("That didn't work. Try again.")))
