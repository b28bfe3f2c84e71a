"""The brief: what the owner writes looks like the page it prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from agentdesk.domain.agent import Stage
from agentdesk.domain.brief import Brief, BriefVersion, Difference
from agentdesk.domain.business import Role
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import Progress
from agentdesk.services.setup.starters import filled_in
from agentdesk.ui.desk import Desk, Offer
from agentdesk.ui.screens.brief.keeper import DraftKeeper
from agentdesk.ui.screens.brief.presenter import (
    BriefView,
    differences_in_words,
    for_a_file,
    gaps_of,
    kept_in_words,
    same,
)
from agentdesk.ui.screens.brief.sheet import BriefSheet
from agentdesk.ui.screens.brief.side import BriefSide, Comparison
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.tokens import SPACE_24
from agentdesk.ui.widgets.beside import Beside
from agentdesk.ui.widgets.pdf_saving import PdfSaver
from agentdesk.ui.widgets.telling import one_line, trouble_in_words

OWNER = "brief"
USUAL_MINUTES = 60


@dataclass(frozen=True, slots=True)
class _Compared:
    older: int
    newer: int
    differences: tuple[Difference, ...]


class BriefScreen(Page):
    """Opens with the name of an agent. What is typed is kept half a second later."""

    watches = frozenset({"business", "agents"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._name = ""
        self._view: BriefView | None = None
        self.keeper = DraftKeeper(desk, self._written, self)
        self.keeper.kept.connect(self._on_kept)
        self.keeper.failed.connect(self._on_not_kept)
        self.saver = PdfSaver(desk, self)
        self.sheet = BriefSheet()
        self.sheet.edited.connect(self._on_edited)
        self.sheet.taken_out.connect(self._on_taken_out)
        self.side = BriefSide()
        self.side.approve_wanted.connect(self._on_approve_wanted)
        self.side.pdf_wanted.connect(self._on_pdf)
        self.side.staff_sheet_wanted.connect(self._on_staff_sheet)
        self.side.compare_wanted.connect(self._on_compare_wanted)
        self.comparison = Comparison()
        self.comparison.closed.connect(self._on_comparison_closed)
        self.comparison.hide()
        self._whole = Beside(self.sheet, self.side, shares=(68, 32), gap=SPACE_24, least=800)
        self._whole.hide()
        self.add(self.comparison, self._whole)
        self.content.addStretch(1)

    def open(self, **what: object) -> None:
        """Show the brief of the agent of that name."""
        name = str(what.pop("name", ""))
        if what or not name:
            raise TypeError("a brief opens with the name of its agent")
        if name != self._name:
            self.keeper.flush()
            self._view = None
            self._whole.hide()
        self.comparison.hide()
        self._name = name
        self.set_title(self.tr("{agent}'s brief").format(agent=one_line(name, 60)))
        if self._view is None:
            self.set_quiet(self.tr("reading…"))
        self.reload()

    def leave(self) -> None:
        self.keeper.flush()

    def reload(self) -> None:
        if self._name:
            self._desk.runner.submit(
                Job("Reading the brief", self._read, Lane.READ, OWNER), self._on_read, self._on_failed, within=self
            )

    def _read(self, _: Progress) -> BriefView:
        services, name = self._desk.services, self._name
        page = services.agents.page(name)
        working = services.briefs.working(name)
        business = services.businesses.current()
        people = services.businesses.people()
        return BriefView(
            page.row.agent,
            working,
            services.briefs.versions(name),
            business,
            tuple(each.name for each in people),
            {each.id: each.text for each in services.reviews.questions()},
            min((each.at for each in page.stages if each.stage is Stage.LIVE), default=None),
            None,
        )

    def _read_usual(self, _: Progress) -> Brief | None:
        """What the trade usually needs. It comes after the page: reading it takes longer than all the rest."""
        services = self._desk.services
        business = services.businesses.current()
        if business is None:
            return None
        people = services.businesses.people()
        owner = next((each.name for each in people if each.role is Role.OWNER), "")
        front = next((each.name for each in people if each.role is Role.FRONT_DESK), owner)
        usual = filled_in(
            services.first_run.starter(business.trade).brief,
            agent=self._name,
            person=front,
            owner=owner,
            within_minutes=USUAL_MINUTES,
            high_value=business.high_value,
        )
        return replace(usual, may_book=tuple(each.name for each in business.services) or usual.may_book)

    def _on_read(self, view: BriefView) -> None:
        if view.agent.name != self._name:
            return
        first = self._view is None
        before, self._view = self._view, view
        if before is not None:
            view = replace(view, usual=before.usual)
            self._view = view
        self.set_quiet("")
        people_changed = before is not None and (before.people, before.business) != (view.people, view.business)
        # what is being typed is never replaced by what is kept
        if first or (not self.keeper.busy and (people_changed or not same(view.working.brief, self.sheet.brief()))):
            self.sheet.show_brief(view)
        else:
            self.sheet.show_around(view)
        self.side.show_view(view)
        self.side.show_gaps(gaps_of(self.sheet.brief()))
        if not self.keeper.busy:
            self._show_kept(view.working if view.has_draft else None)
        self._whole.show()
        if first:
            self.focus_first()
            if not view.working.brief.pass_to_a_person:
                self._desk.runner.submit(
                    Job("Reading what is usual", self._read_usual, Lane.READ, OWNER),
                    self._on_usual,
                    self._on_failed,
                    within=self,
                )

    def _on_usual(self, usual: Brief | None) -> None:
        if self._view is not None:
            self._view = replace(self._view, usual=usual)
            self.sheet.show_around(self._view)

    def _show_kept(self, version: BriefVersion | None) -> None:
        self.side.kept.setText(
            kept_in_words(version, self._desk.zone())
            if version is not None
            else self.tr("What you type is kept by itself, as a draft.")
        )

    def focus_first(self) -> None:
        self.sheet.purpose.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keeping

    def _written(self) -> tuple[str, Brief]:
        return self._name, self.sheet.brief()

    def _on_edited(self) -> None:
        self.side.show_gaps(gaps_of(self.sheet.brief()))
        self.side.kept.setText(self.tr("Keeping…"))
        self.keeper.touched()

    def _on_kept(self, version: BriefVersion) -> None:
        if version.agent == self._name and not self.keeper.busy:
            self._show_kept(version if version.approved_at is None else None)
        self.reload()

    def _on_not_kept(self, trouble: Exception) -> None:
        self.side.kept.setText(self.tr("Not kept yet"))
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("That couldn't be kept. What you typed is still here.")),
            Offer(self.tr("Try again"), self.keeper.flush),
        )

    def _on_taken_out(self, heading: str, put_back: Callable[[], None]) -> None:
        said = self.tr("Taken out: {what}").format(what=one_line(heading, 80)) if heading else self.tr("Taken out.")
        self._desk.tell.say(said, Offer(self.tr("Undo"), put_back))

    # Approving and comparing

    def _on_approve_wanted(self, why: str) -> None:
        self.keeper.flush()
        services, name, who = self._desk.services, self._name, self._desk.who

        def approve(_: Progress) -> BriefVersion:
            return services.briefs.approve(name, who(), why)

        self._desk.runner.submit(
            Job("Approving the brief", approve, Lane.WRITE, OWNER),
            self._on_approved,
            self._on_not_approved,
            within=self,
        )

    def _on_approved(self, version: BriefVersion) -> None:
        self.side.approved()
        self._desk.tell.say(self.tr("Version {number} is approved.").format(number=version.number))
        self.reload()

    def _on_not_approved(self, trouble: Exception) -> None:
        self.side.refuse(trouble_in_words(trouble, self.tr("That couldn't be kept. Try again.")))

    def _on_compare_wanted(self, older: int, newer: int) -> None:
        self.keeper.flush()
        services, name = self._desk.services, self._name

        def compare(_: Progress) -> _Compared:
            return _Compared(older, newer, differences_in_words(services.briefs.compare(name, older, newer)))

        self._desk.runner.submit(
            Job("Comparing", compare, Lane.READ, OWNER), self._on_compared, self._on_failed, within=self
        )

    def _on_compared(self, compared: _Compared) -> None:
        self.comparison.show_differences(compared.older, compared.newer, compared.differences)
        self.comparison.show()
        self.comparison.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_comparison_closed(self) -> None:
        self.comparison.hide()
        self.side.versions.setFocus(Qt.FocusReason.OtherFocusReason)

    # Printing

    def _on_pdf(self) -> None:
        self.keeper.flush()
        name = self.tr("{agent}, brief.pdf").format(agent=for_a_file(self._name))
        write = partial(self._desk.services.briefs.save_brief_pdf, self._name)
        self.saver.ask(self.tr("Save the brief"), name, write)

    def _on_staff_sheet(self) -> None:
        self.keeper.flush()
        name = self.tr("{agent}, staff sheet.pdf").format(agent=for_a_file(self._name))
        write = partial(self._desk.services.briefs.save_staff_sheet, self._name)
        self.saver.ask(self.tr("Save the staff sheet"), name, write)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(
            trouble_in_words(trouble, self.tr("Something went wrong on this screen. Your records are safe."))
        )
