"""The opening hours of a week: a line for each day, typed the way people write times."""

from __future__ import annotations

import re
from datetime import time
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from agentdesk.domain.business import Span, WeekHours, runs_into_the_next
from agentdesk.domain.wording import time_in_words
from agentdesk.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_16
from agentdesk.ui.theme.type_scale import scaled
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import Card, row_of
from agentdesk.ui.widgets.fields import TextField, TickBox
from agentdesk.ui.widgets.flow import Flow
from agentdesk.ui.widgets.words import QuietWords

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_USUAL = (Span(time(9), time(17)),)
SPANS = 2
"""Before and after lunch. A day with more keeps them and shows a field for each."""


class WeekField(Card):
    """Seven days, each closed or open, with a break where there is one."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_4)
        names = (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )
        self.days = tuple(_Day(each) for each in names)
        for day in self.days:
            day.edited.connect(self.edited)
            self.add(day)
        self.same = QuietButton(self.tr("Tuesday to Friday as Monday"), icon_name="copy")
        self.same.clicked.connect(self._on_same)
        self.body.addSpacing(SPACE_8)
        self.body.addLayout(row_of(self.same))
        self.setFocusProxy(self.days[0].open)

    def set_hours(self, hours: WeekHours) -> None:
        """Show these."""
        for day, spans in zip(self.days, hours, strict=True):
            day.set_spans(spans)

    def hours(self) -> WeekHours:
        """What stands in the fields. Raises ValueError with a sentence for what could mean two things."""
        hours = tuple(day.spans() for day in self.days)
        if (late := runs_into_the_next(hours)) is not None:
            words = self.tr("{day} is still open after midnight when {next_day} opens.")
            next_day = self.days[(late + 1) % len(self.days)]
            raise ValueError(words.format(day=self.days[late].name, next_day=next_day.name))
        return hours

    def _on_same(self) -> None:
        try:
            monday = self.days[0].spans()
        except ValueError:
            self.days[0].open.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for day in self.days[1:5]:
            day.set_spans(monday)
        self.edited.emit()


class _Day(QWidget):
    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.open = TickBox(name)
        self.open.setFixedWidth(scaled(148))
        self.open.setToolTip(self.tr("Ticked when you are open"))
        self._flow = Flow(self)
        self._flow.addWidget(self.open)
        self._closed = QuietWords(self.tr("Closed"), wrap=False)
        self._closed.setMinimumHeight(self.open.sizeHint().height())
        self._flow.addWidget(self._closed)
        self.fields: list[_SpanFields] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.open.toggled.connect(self._on_toggled)

    def set_spans(self, spans: tuple[Span, ...]) -> None:
        while len(self.fields) < max(SPANS, len(spans)):
            field = _SpanFields(self.name, len(self.fields))
            field.edited.connect(self.edited)
            self.fields.append(field)
            self._flow.addWidget(field)
        for at, field in enumerate(self.fields):
            field.set_span(spans[at] if at < len(spans) else None)
        self.open.setChecked(bool(spans))
        self._fit()

    def spans(self) -> tuple[Span, ...]:
        if not self.open.isChecked():
            return ()
        found = sorted(each for field in self.fields if (each := field.span()) is not None)
        if not found:
            raise ValueError(self.tr("Write when {day} opens and closes, or untick it.").format(day=self.name))
        for one, other in pairwise(found):
            if one.over_midnight or other.start < one.end:
                raise ValueError(self.tr("{day} has opening times that overlap.").format(day=self.name))
        return tuple(found)

    def _on_toggled(self, open_: bool) -> None:
        if open_ and not any(each.filled for each in self.fields):
            self.set_spans(_USUAL)
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        open_ = self.open.isChecked()
        self._closed.setVisible(not open_)
        for each in self.fields:
            each.setVisible(open_)
        self.updateGeometry()


class _SpanFields(QWidget):
    edited = Signal()

    def __init__(self, day: str, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = day
        first = place == 0
        self.start, self.end = TextField(limit=12), TextField(limit=12)
        names = (
            (self.tr("{day}, opens"), self.tr("{day}, closes"))
            if first
            else (self.tr("{day}, opens again"), self.tr("{day}, closes after that"))
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0 if first else SPACE_16, 0, 0, 0)
        row.setSpacing(SPACE_8)
        if not first:
            row.addWidget(QuietWords(self.tr("and"), wrap=False))
        for field, name in ((self.start, names[0]), (self.end, names[1])):
            field.setAccessibleName(name.format(day=day))
            field.setFixedWidth(scaled(112))
            field.edited.connect(self.edited)
        row.addWidget(self.start)
        row.addWidget(QuietWords(self.tr("to"), wrap=False))
        row.addWidget(self.end)

    @property
    def filled(self) -> bool:
        return bool(self.start.value() or self.end.value())

    def set_span(self, span: Span | None) -> None:
        self.start.set_value(time_in_words(span.start) if span else "")
        self.end.set_value(time_in_words(span.end) if span else "")
        for field in (self.start, self.end):
            field.setCursorPosition(0)

    def span(self) -> Span | None:
        if not self.filled:
            return None
        try:
            span = Span(time_of(self.start.value()), time_of(self.end.value(), closing=True))
        except ValueError as trouble:
            raise ValueError(self.tr("{day}: {what}").format(day=self._day, what=trouble)) from trouble
        if span.start == span.end and span.start != time(0):
            raise ValueError(self.tr("{day} opens and closes at the same time.").format(day=self._day))
        return span


def time_of(text: str, *, closing: bool = False) -> time:
    """What people write for a time: "8", "8:30", "5 pm", "17.30", "24:00".

    Without am or pm an hour up to 6 is taken for the afternoon when it closes. Raises ValueError with a sentence.
    """
    found = _TIME.fullmatch(text.strip().replace(" ", ""))
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    half = (found[3] or "").lower() if found else ""
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else 99
    elif closing and found and not found[2] and 1 <= hour <= 6:
        hour += 12
    if (hour, minute) == (24, 0):
        hour = 0
    if hour > 23 or minute > 59:
        raise ValueError("Write times like 8:30 am or 17:00.")
    return time(hour, minute)
