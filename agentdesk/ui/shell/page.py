"""What every screen is: a page with a title that reloads when its data changed."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from agentdesk.ui.theme.tokens import CONTENT_WIDTH, SPACE_8, SPACE_16, SPACE_24, SPACE_32
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import LinkButton
from agentdesk.ui.widgets.words import PageTitle


class Page(QWidget):
    """Base of all screens.

    Add widgets with `add` or to `content` (a column at most 1,040 wide that scrolls). It stands at the left, so that
    the title is at the same place on every page; with `alone=True` in the middle, for pages without the side bar.
    With `fills=True` the content takes the whole window and scrolls by itself: for lists, the diary, the review.
    Only where the window is too low for what it must show does the page scroll around it.

    A page says in `watches` which subjects of change records it shows. Navigation calls `open` on every
    arrival, and `leave` before another page comes.
    """

    title_changed = Signal(str)
    back_asked = Signal()

    watches: AbstractSet[str] = frozenset()
    """Subjects of services.changes that make what is shown out of date."""

    def __init__(
        self, title: str = "", *, fills: bool = False, alone: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stale = False
        self._head = PageTitle(title)
        self._back = LinkButton(self.tr("Back"), icon_name="back")
        self._back.clicked.connect(self.back_asked)
        self._back.hide()
        column = _Whole() if fills else QWidget()
        column.setObjectName("column")
        self.content = QVBoxLayout(column)
        self.content.setContentsMargins(SPACE_32, SPACE_24, SPACE_32, SPACE_32)
        self.content.setSpacing(SPACE_16)
        head = QVBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._head)
        self.content.addLayout(head)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self._column: QWidget | None = None
        if fills:
            self._area = _scroll_area(column)
            around.addWidget(self._area)
            return
        self._column = column
        self._fit()
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._area = _scrolling(column, in_the_middle=alone)
        around.addWidget(self._area)

    def to_top(self) -> None:
        """Show the beginning, such as after what one did has changed it."""
        self._area.verticalScrollBar().setValue(0)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the end of the column."""
        for widget in widgets:
            self.content.addWidget(widget)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a button at the right of the title."""
        self._head.add(widget)

    def title(self) -> str:
        """What it is called, in the window's title and for Back."""
        return self._head.title()

    def set_title(self, title: str, quiet: str = "") -> None:
        """Another title, with quiet words at its right."""
        self._head.set_title(title, quiet)
        self.title_changed.emit(title)

    def set_quiet(self, quiet: str) -> None:
        """The quiet words at the right of the title: "updating…", "Fri 27 Nov · 4:02 pm"."""
        self._head.set_quiet(quiet)

    def set_back(self, to: str | None) -> None:
        """Offer the way back to the page of that title, or none. Called by the navigation."""
        self._back.setVisible(to is not None)
        if to is not None:
            self._back.set_words(to or self.tr("Back"))
            self._back.setAccessibleName(self.tr("Back to {page}").format(page=to) if to else self.tr("Back"))

    def open(self, **what: object) -> None:
        """Called on arrival with what to show. The plain page loads itself anew."""
        if what:
            raise TypeError(f"{type(self).__name__} opens without {', '.join(what)}")
        self.reload()

    def leave(self) -> None:
        """Called before another page comes: the place to keep a draft."""

    def reload(self) -> None:
        """Ask for the data again. What shows stays until the answer is there."""

    def focus_first(self) -> None:
        """Where the keyboard is on arrival: at the top, so that the next Tab goes into the page."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def data_changed(self, subjects: AbstractSet[str]) -> None:
        """Told by the shell after a write: reloads at once if one can see it, else when it shows next."""
        if not self.watches & subjects:
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    @property
    def stale(self) -> bool:
        return self._stale

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        # as many letters to the line at every text size
        if self._column is not None:
            self._column.setMaximumWidth(scaled(CONTENT_WIDTH) + 2 * SPACE_32)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()


class _Middle(QWidget):
    def minimumSizeHint(self) -> QSize:
        # Words that wrap ask for the height they would need if they were narrow; the width it gets decides.
        return QSize(super().minimumSizeHint().width(), 0)


class _Whole(QWidget):
    """Never lower than what it holds. Whatever is too wide makes itself narrow."""

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None:
            return super().minimumSizeHint()
        # lines of words need the height that they have at this width, not at the narrowest one
        return QSize(0, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        # the area around it asks this, and would scroll although all that must show had room
        layout = self.layout()
        if layout is None:
            return super().heightForWidth(width)
        high = layout.totalMinimumHeightForWidth(width) if layout.hasHeightForWidth() else -1
        return high if high >= 0 else layout.totalMinimumSize().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def _scrolling(column: QWidget, *, in_the_middle: bool) -> QScrollArea:
    """A column in what scrolls up and down only."""
    middle = _Middle()
    middle.setObjectName("column")
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    if in_the_middle:
        row.addStretch(0)
    row.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
    row.addStretch(0)
    return _scroll_area(middle)


def _scroll_area(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
