"""From page to page, and back without loss."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import Shiboken

from agentdesk.ui.shell.page import Page

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Visit:
    place: str
    what: dict[str, object] = field(default_factory=dict)
    focus: QWidget | None = None


class Navigation(QObject):
    """The Navigator of the window. Builds each page when it is first gone to and keeps it."""

    arrived = Signal(str)
    """The place that shows now."""

    def __init__(self, stack: QStackedWidget, on_broken: Callable[[Exception], None]) -> None:
        """`on_broken` is told when a page could not be built or opened; the page before stays."""
        super().__init__(stack)
        self._stack = stack
        self._on_broken = on_broken
        self._factories: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self._shows: dict[str, _Visit] = {}
        self._history: list[_Visit] = []

    def set_places(self, factories: Mapping[str, Callable[[], Page]]) -> None:
        """Which places there are. Pages built before are kept."""
        self._factories.update(factories)

    @property
    def place(self) -> str:
        """Where one is; empty before the first arrival."""
        return self._history[-1].place if self._history else ""

    @property
    def page(self) -> Page | None:
        """The page that shows."""
        return self._pages.get(self.place)

    def to(self, place: str, **what: object) -> None:
        """Open a place; Back leads here. The same place with the same things opens anew."""
        here = self._history[-1] if self._history else None
        again = here is not None and (here.place, here.what) == (place, what)
        visit = _Visit(place, what)
        if self._show(visit, anew=True):
            if again:
                self._history.pop()
            self._history.append(visit)
            self._after_arrival()

    def start_at(self, place: str) -> None:
        """Open a place from the side bar: what came before is forgotten."""
        visit = _Visit(place)
        if self._show(visit, anew=True):
            self._history = [visit]
            self._after_arrival()

    def back(self) -> None:
        if len(self._history) < 2:
            return
        before = self._history[-2]
        if self._show(before, anew=self._shows.get(before.place) is not before):
            self._history.pop()
            self._after_arrival(before.focus)

    def data_changed(self, subjects: AbstractSet[str]) -> None:
        """Pass a change record on to every page built so far."""
        for page in self._pages.values():
            page.data_changed(subjects)

    def forget_pages(self) -> None:
        """Throw all pages away, as when the store behind them is closed."""
        self._history.clear()
        self._shows.clear()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def _show(self, visit: _Visit, *, anew: bool) -> bool:
        before = self.page
        if before is not None and self._history:
            focus = QApplication.focusWidget()
            self._history[-1].focus = focus if focus is not None and before.isAncestorOf(focus) else None
        # A screen's own mistake must not take the window along.
        try:
            if before is not None:
                before.leave()
            page = self._page_of(visit.place)
            if anew:
                page.open(**visit.what)
        except Exception as trouble:
            log.exception("the page %s did not open", visit.place)
            self._on_broken(trouble)
            return False
        self._shows[visit.place] = visit
        self._stack.setCurrentWidget(page)
        return True

    def _page_of(self, place: str) -> Page:
        page = self._pages.get(place)
        if page is None:
            page = self._factories[place]()
            page.back_asked.connect(self.back)
            self._pages[place] = page
            self._stack.addWidget(page)
        return page

    def _after_arrival(self, focus: QWidget | None = None) -> None:
        page = self.page
        if page is None:
            return
        before = self._history[-2] if len(self._history) > 1 else None
        page.set_back(self._pages[before.place].title() if before is not None and before.place in self._pages else None)
        if focus is not None and Shiboken.isValid(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page.focus_first()
        self.arrived.emit(self.place)
