"""Who works here, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from agentdesk.domain.business import Person, Role
from agentdesk.services.setup.first_run import Draft
from agentdesk.services.setup.starters import Starter
from agentdesk.ui.questions.question import NotUnderstoodError, Question, Said
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.fields import ChoiceField, TextField
from agentdesk.ui.widgets.lines import Lines

_WAS = "was"
"""The field of a name remembers whose it was: another name for the same person is no other person."""


class PeopleLines(Lines):
    """A line for each person: the name, and what they do."""

    def __init__(self, roles: Sequence[Role], parent: QWidget | None = None) -> None:
        """`roles`: those that can be chosen."""
        super().__init__((_tr("Name"), _tr("What they do")), _tr("Add somebody"), parent=parent)
        self._roles = tuple(roles)
        self.add_wanted.connect(self._on_add)

    def set_people(self, people: Sequence[Person]) -> None:
        self.clear()
        for each in people:
            self._add(each)

    def people(self) -> tuple[Person, ...]:
        """Everybody on the lines; one without a name is nobody."""
        return tuple(
            Person(name.value(), role.value() or Role.FRONT_DESK)
            for name, role in self.lines()
            if isinstance(name, TextField) and isinstance(role, ChoiceField) and name.value()
        )

    def renamed(self) -> dict[str, str]:
        """Who was given another name: the old one and the new."""
        names = [each for each, _ in self.lines() if isinstance(each, TextField)]
        found = {str(each.property(_WAS) or ""): each.value() for each in names if each.value()}
        return {was: now for was, now in found.items() if was and was != now}

    def _on_add(self) -> None:
        self._add(Person("", Role.FRONT_DESK), focus=True)

    def _add(self, person: Person, *, focus: bool = False) -> None:
        role = ChoiceField[Role](tuple((each, role_in_words(each)) for each in self._roles), value=person.role)
        name = TextField(person.name, limit=80)
        name.setProperty(_WAS, person.name)
        name.setMinimumWidth(scaled(140))
        self.add_line((name, role), focus=focus)


class PeopleQuestion(Question):
    """Everybody, the owner first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("Whoever is taken off the list looks after nothing any more. What they decided keeps their name."),
            parent,
        )
        self.people = PeopleLines(tuple(Role))
        self.people.removed.connect(self.removed)
        self.add_row("people", Said(self.people, self.people.add_button))

    def show_draft(self, draft: Draft, starter: Starter) -> None:  # noqa: ARG002 - no trade brings people along
        self.people.set_people((Person(draft.owner, Role.OWNER), *draft.others))

    def answered(self, draft: Draft) -> Draft:
        people = self.people.people()
        owner = next((each for each in people if each.role is Role.OWNER), None)
        if owner is None:
            raise NotUnderstoodError("people", _tr("Somebody on the list has to be the owner."))
        return replace(draft, owner=owner.name, others=tuple(each for each in people if each is not owner))

    def first_field(self) -> QWidget:
        lines = self.people.lines()
        return lines[0][0] if lines else self.people.add_button

    def put_back(self) -> None:
        self.people.put_back()


def role_in_words(role: Role) -> str:
    """What somebody with this role does here."""
    return {
        Role.OWNER: _tr("Owns the business"),
        Role.MANAGER: _tr("Runs things with you"),
        Role.REVIEWER: _tr("Looks at calls"),
        Role.FRONT_DESK: _tr("Answers and rings back"),
        Role.READ_ONLY: _tr("May only read"),
    }[role]


def _tr(words: str) -> str:
    return QCoreApplication.translate("People", words)
