"""The first brief, as the page reads, with what is missing and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.domain.brief import HONEST_DEALING, Brief, PassToPerson, Target, Task
from agentdesk.domain.clock import day_of
from agentdesk.domain.measures import by_id
from agentdesk.domain.wording import counted, day_in_words, listed
from agentdesk.ui.screens.first_run.presenter import Finished
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32
from agentdesk.ui.theme.type_scale import text_percent
from agentdesk.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import HairLine, QuietWords, SectionWords, StrongWords, TitleWords, Words

_LARGE_TEXT = 140
"""From this text size on, headings stand above what belongs to them."""


class BriefPage(QWidget):
    """Shows what was set up. Says what the owner asked for; decides nothing."""

    approve_wanted = Signal()
    pdf_wanted = Signal()
    import_wanted = Signal()
    desk_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.approve = PrimaryButton(self.tr("Approve it"))
        self.save = QuietButton(self.tr("Save as PDF"), icon_name="pdf")
        self.bring_in = QuietButton(self.tr("Bring in calls"), icon_name="import")
        self.bring_in_first = PrimaryButton(self.tr("Bring in calls"), icon_name="import")
        self.desk = LinkButton(self.tr("Go to Today"))
        for button, signal in (
            (self.approve, self.approve_wanted),
            (self.save, self.pdf_wanted),
            (self.bring_in, self.import_wanted),
            (self.bring_in_first, self.import_wanted),
            (self.desk, self.desk_wanted),
        ):
            button.clicked.connect(signal)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_16)
        self._column.addWidget(flow_of(self.approve, self.bring_in_first, self.save, self.bring_in, self.desk))
        self._shown: list[QWidget] = []

    def show_finished(self, finished: Finished) -> None:
        """Show this instead of what was there."""
        for each in self._shown:
            each.hide()
            each.deleteLater()
        version = finished.version
        approved = version is not None and version.approved_at is not None
        self.approve.setVisible(version is not None and not approved)
        self.bring_in_first.setVisible(version is None or approved)
        self.bring_in.setVisible(version is not None and not approved)
        self.save.setVisible(version is not None)
        self._shown = [_missing(self, finished)] if finished.missing else []
        if version is not None and finished.agent is not None:
            self._shown.append(_page(self, finished, version.brief))
        for each in self._shown:
            self._column.addWidget(each)

    def first_button(self) -> QWidget:
        return self.bring_in_first if self.approve.isHidden() else self.approve


def _missing(page: QWidget, finished: Finished) -> QWidget:
    card = Card(spacing=SPACE_4)
    card.add(StrongWords(page.tr("Still missing")))
    for each in finished.missing:
        card.add(Words(each))
    return card


def _page(page: QWidget, finished: Finished, brief: Brief) -> QWidget:
    """The sheet, heading by heading in the order in which it prints."""
    sheet = Card(padding=SPACE_32, spacing=SPACE_16)
    agent, version = finished.agent, finished.version
    if agent is None or version is None:
        return sheet
    head = QVBoxLayout()
    head.setSpacing(SPACE_8)
    for each in (
        QuietWords(finished.business.name),
        TitleWords(page.tr("What {agent} is asked to do").format(agent=agent.name)),
        _standing(page, finished),
    ):
        head.addWidget(each)
    sheet.add(head)
    purpose: list[QWidget] = [Words(brief.purpose or page.tr("Not written yet."))]
    if brief.targets:
        purpose += [
            StrongWords(page.tr("How we'll know")),
            *(_bullet(_target(each)) for each in brief.targets),
        ]
    lists = (
        (page.tr("It may answer"), brief.may_answer),
        (page.tr("It may book"), brief.may_book),
        (page.tr("It never"), brief.never),
        (page.tr("You must agree first to"), brief.ask_first),
        (page.tr("It always deals honestly"), tuple(rule for rule, _ in HONEST_DEALING)),
    )
    rules: list[QWidget] = [_rule(each) for each in brief.pass_to_a_person]
    rules = rules or [Words(page.tr("Not written yet."))]
    said = page.tr("{person} looks after {agent}.").format(person=agent.responsible or "", agent=agent.name)
    after: list[QWidget] = [Words(said if agent.responsible else page.tr("Nobody is named yet."))]
    if brief.tasks:
        after += [StrongWords(page.tr("Who does what")), *(_bullet(_task(page, each)) for each in brief.tasks)]
    for title, widgets in (
        (page.tr("What it is for"), purpose),
        (page.tr("What it may decide"), [_side_by_side(lists)]),
        (page.tr("When it must pass to a person"), rules),
        (page.tr("Who looks after it"), after),
    ):
        sheet.add(HairLine(), _part(title, widgets))
    return sheet


def _standing(page: QWidget, finished: Finished) -> QWidget:
    version = finished.version
    if version is None or version.approved_at is None:
        return StateMark(State.LOOK, page.tr("A draft. Nobody has approved it yet."))
    day = day_in_words(day_of(version.approved_at, finished.business.zone), with_year=True)
    words = page.tr("Version {number}, approved by {person} on {day}")
    return StateMark(State.ON_TARGET, words.format(number=version.number, person=version.approved_by, day=day))


def _part(title: str, widgets: Sequence[QWidget]) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE_24)
    grid.setVerticalSpacing(SPACE_12)
    body = QVBoxLayout()
    body.setSpacing(SPACE_4)
    for at, each in enumerate(widgets):
        if at and isinstance(each, StrongWords):
            body.addSpacing(SPACE_8)
        body.addWidget(each)
    grid.addWidget(SectionWords(title), 0, 0, Qt.AlignmentFlag.AlignTop)
    if text_percent() < _LARGE_TEXT:
        grid.addLayout(body, 0, 1)
        grid.setColumnStretch(0, 26)
        grid.setColumnStretch(1, 74)
    else:
        grid.addLayout(body, 1, 0)
    return part


def _side_by_side(lists: Sequence[tuple[str, Sequence[str]]]) -> QWidget:
    """Lists two by two, as on paper; one under the other where the text is large."""
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE_24)
    grid.setVerticalSpacing(SPACE_16)
    columns = 2 if text_percent() < _LARGE_TEXT else 1
    for at, (title, items) in enumerate((title, items) for title, items in lists if items):
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        for each in (StrongWords(title), *map(_bullet, items)):
            column.addWidget(each)
        column.addStretch(1)
        grid.addLayout(column, at // columns, at % columns)
        grid.setColumnStretch(at % columns, 1)
    return whole


def _bullet(words: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_8)
    row.addWidget(Words("•"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(words), 1)
    return line


def _rule(rule: PassToPerson) -> QWidget:
    who = f" → {rule.who}, within {counted(rule.within_minutes, 'minute', 'minutes')}" if rule.who else ""
    return _bullet(f"{rule.when}{who}")


def _task(page: QWidget, task: Task) -> str:
    first = listed(task.first_owners) or page.tr("nobody yet")
    return (
        page.tr("{what}: {who}, then {then}").format(what=task.what, who=first, then=task.then)
        if task.then
        else (page.tr("{what}: {who}").format(what=task.what, who=first))
    )


def _target(target: Target) -> str:
    try:
        name = by_id(target.measure).name
    except KeyError:
        name = target.measure
    return f"{name}: {100 * target.share:.0f}\N{NO-BREAK SPACE}%"
