"""The preferences: each page of the settings becomes a card, each field a row. Kept as soon as it is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.settings.backups import BackupsPart
from agentdesk.ui.screens.settings.nights import NightsPart
from agentdesk.ui.shell.page import Page
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card, Section
from agentdesk.ui.widgets.fields import ChoiceField, ExplainedTick, NumberField, TickBox
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.words import StrongWords, Words

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from agentdesk.settings.file import Settings

STEP = 10


class SettingsScreen(Page):
    """Built from the settings' own titles, help and bounds: a new field needs nothing here."""

    changed = Signal()
    """A setting was changed and kept."""
    put_back_asked = Signal()
    """The newest backup is to take the place of the records."""

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        keep: Callable[[], None],
        new_recovery_key: Callable[[], str] | None = None,
    ) -> None:
        """`keep` writes the settings down; `new_recovery_key` makes one for the open store, None for the example."""
        super().__init__()
        self.set_title(self.tr("Settings"))
        self._desk = desk
        self._keep = keep
        self._new_recovery_key = new_recovery_key
        self._fields: dict[QWidget, tuple[BaseModel, str]] = {}
        for page in (settings.appearance, settings.notices, settings.start, settings.hiding):
            self.add(self._card_of(page))
        self.nights = NightsPart()
        self.add(self.nights, self._business_card(), self._connections_card(), self._quiet_card())
        self.backups = BackupsPart(desk) if new_recovery_key is not None else None
        if self.backups is not None:
            self.backups.put_back_asked.connect(self.put_back_asked)
            self.add(self.backups, self._recovery_card())
        self.reload()
        self.content.addStretch(1)

    def reload(self) -> None:
        """What shows is what is kept; only what is worked out from calls and briefs is read again."""
        self._desk.runner.submit(
            Job("Working out quiet lines", self._read_patience, Lane.READ, "settings"),
            self._on_patience,
            self._on_reading_failed,
            within=self,
        )
        self._desk.runner.submit(
            Job("Writing what to ask for the nights", self._read_nights, Lane.READ, "settings"),
            self.nights.show_wordings,
            self._on_reading_failed,
            within=self,
        )

        if self.backups is not None:
            self.backups.reload()

    def _read_patience(self, _: Progress) -> tuple[str, ...]:
        return self._desk.services.quiet_lines.patience()

    def _read_nights(self, _: Progress) -> tuple[tuple[str, str], ...]:
        return self._desk.services.nights.wordings(self._desk.who())

    def _on_patience(self, sentences: tuple[str, ...]) -> None:
        few = self.tr("Too few calls of a connected line are known yet to say how soon its silence would be noticed.")
        self._quiet.setText("\n".join(sentences) or few)

    def _on_reading_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(str(trouble))

    def _card_of(self, page: BaseModel) -> Section:
        section = Section(str(type(page).model_config.get("title", "")))
        card = Card()
        for name, field in type(page).model_fields.items():
            card.add(self._row_of(page, name, field))
        section.add(card)
        return section

    def _row_of(self, page: BaseModel, name: str, field: FieldInfo) -> QWidget:
        value: Any = getattr(page, name)
        title, help_text = field.title or name, field.description or ""
        if isinstance(value, bool):
            tick = TickBox(title, ticked=value)
            self._fields[tick] = (page, name)
            tick.toggled.connect(self._on_changed)
            return ExplainedTick(tick, help_text) if help_text else tick
        if isinstance(value, int):
            low = next((each.ge for each in field.metadata if hasattr(each, "ge")), 0)
            high = next((each.le for each in field.metadata if hasattr(each, "le")), 100)
            number = NumberField(value, " %", least=int(low), most=int(high), step=STEP)
            self._fields[number] = (page, name)
            number.edited.connect(self._on_changed)
            return FormRow(title, number, help_text)
        extra = field.json_schema_extra
        choices = extra.get("choices", {}) if isinstance(extra, dict) else {}
        pairs = [(str(key), str(words)) for key, words in choices.items()] if isinstance(choices, dict) else []
        choice = ChoiceField[str](pairs)
        choice.set_value(str(value))
        self._fields[choice] = (page, name)
        choice.chosen.connect(self._on_changed)
        return FormRow(title, choice, help_text)

    def _on_changed(self, _: object = None) -> None:
        for widget, (page, name) in self._fields.items():
            if isinstance(widget, TickBox):
                value: object = widget.isChecked()
            elif isinstance(widget, NumberField):
                value = widget.value() // STEP * STEP
            elif isinstance(widget, ChoiceField):
                value = widget.value()
            if getattr(page, name) != value:
                setattr(page, name, value)
        self._keep()
        self.changed.emit()

    def _business_card(self) -> Section:
        section = Section(self.tr("Your business"))
        card = Card()
        card.add(Words(self.tr("Opening hours and closed days, services and prices, people, and when you look.")))
        change = QuietButton(self.tr("Change these"), self._on_business_asked)
        change.setAccessibleName(self.tr("Change what you said about your business"))
        card.add(flow_of(change, QuietButton(self.tr("Open the fact sheet"), self._on_sheet_asked)))
        section.add(card)
        return section

    def _on_sheet_asked(self) -> None:
        self._desk.go.to("fact_sheet")

    def _on_business_asked(self) -> None:
        self._desk.go.to("business")

    def _connections_card(self) -> Section:
        section = Section(self.tr("Connections"))
        card = Card()
        card.add(Words(self.tr("The services that AgentDesk reads, and every place that it has ever talked to.")))
        card.add(
            flow_of(
                QuietButton(self.tr("Open the connections"), self._on_connections_asked),
                QuietButton(self.tr("Where AgentDesk connects to"), self._on_places_asked),
            )
        )
        section.add(card)
        return section

    def _quiet_card(self) -> Section:
        section = Section(self.tr("When a line goes quiet"))
        card = Card()
        card.add(
            Words(
                self.tr(
                    "Silence says something only when calls should have come. Fewer calls mean a longer wait; to wait "
                    "less would mean more false alarms."
                )
            )
        )
        self._quiet = Words("")
        card.add(self._quiet)
        section.add(card)
        return section

    def _on_connections_asked(self) -> None:
        self._desk.go.to("connections")

    def _on_places_asked(self) -> None:
        self._desk.go.to("places")

    def _recovery_card(self) -> Section:
        section = Section(self.tr("Recovery key"))
        card = Card()
        card.add(
            Words(
                self.tr(
                    "Your records are locked with a key that this computer keeps. Print a recovery key and put it "
                    "somewhere safe: it opens them when the computer has lost its own. Without either, nobody can."
                )
            )
        )
        self._key = StrongWords("", selectable=True)
        self._key.setAccessibleName(self.tr("Your recovery key"))
        self._key.hide()
        card.add(self._key)
        card.add_row(QuietButton(self.tr("Make a recovery key"), self._on_key_asked))
        section.add(card)
        return section

    def _on_key_asked(self) -> None:
        self._desk.runner.submit(
            Job("Making a recovery key", self._make_key, Lane.WRITE, "settings"),
            self._on_key_made,
            self._on_key_failed,
            within=self,
        )

    def _make_key(self, _: Progress) -> str:
        return self._new_recovery_key() if self._new_recovery_key is not None else ""

    def _on_key_made(self, key: str) -> None:
        self._key.setText(key)
        self._key.show()
        self._desk.tell.say(self.tr("Write this key down or print it now. It is shown only once."))

    def _on_key_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(str(trouble))
