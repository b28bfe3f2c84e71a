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

_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm)?", re.IGNORECASE | re.ASCII)
_AFTER_LUNCH = 6
"""A bare hour up to this one, after the morning's end, is one of the afternoon."""
_USUAL = (Span(time(9), time(17)),)
SPANS = 2
"""Before and after lunch. A day with more keeps them and shows a field for each."""


class UnclearError(ValueError):
    """A sentence on what was typed, and the field that it is about."""

    def __init__(self, sentence: str, field: QWidget) -> None:
        super().__init__(sentence)
        self.field = field


class WeekField(Card):
    """Seven days, each closed or open, with a break where there is one. Its focus is at what was not understood."""

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
        """What stands in the fields. Raises UnclearError for what could mean two things."""
        self.setFocusProxy(self.days[0].open)
        try:
            return self._understood()
        except UnclearError as trouble:
            self.setFocusProxy(trouble.field)
            raise

    def _understood(self) -> WeekHours:
        hours = tuple(day.spans() for day in self.days)
        if (late := runs_into_the_next(hours)) is not None:
            words = self.tr("{day} is still open after midnight when {next_day} opens.")
            next_day = self.days[(late + 1) % len(self.days)]
            raise UnclearError(words.format(day=self.days[late].name, next_day=next_day.name), self.days[late].last())
        return hours

    def _on_same(self) -> None:
        try:
            monday = self.days[0].spans()
        except UnclearError as trouble:
            trouble.field.setFocus(Qt.FocusReason.OtherFocusReason)
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
        typed: list[Span] = []
        for field in self.fields:
            if (span := field.span(after=typed[-1].end if typed else None)) is not None:
                typed.append(span)
        if not typed:
            words = self.tr("Write when {day} opens and closes, or untick it.")
            raise UnclearError(words.format(day=self.name), self.fields[0].start)
        found = sorted(typed)
        for one, other in pairwise(found):
            if one.over_midnight or other.start < one.end:
                words = self.tr("{day} has opening times that overlap.")
                raise UnclearError(words.format(day=self.name), self.fields[1].start)
        return tuple(found)

    def last(self) -> QWidget:
        """Where it is written when the day ends."""
        return next((each.end for each in reversed(self.fields) if each.filled), self.open)

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

    def span(self, after: time | None) -> Span | None:
        """What is typed, for a day that was open until `after`."""
        if not self.filled:
            return None
        start = self._time(self.start, after, _AFTER_LUNCH)
        span = Span(start, self._time(self.end, start))
        if span.start == span.end and span.start != time(0):
            words = self.tr("{day} opens and closes at the same time.")
            raise UnclearError(words.format(day=self._day), self.end)
        return span

    def _time(self, field: TextField, after: time | None, up_to: int = 11) -> time:
        try:
            return time_of(field.value(), after, up_to)
        except ValueError as trouble:
            raise UnclearError(self.tr("{day}: {what}").format(day=self._day, what=trouble), field) from trouble


def time_of(text: str, after: time | None = None, up_to: int = 11) -> time:
    """What people write for a time: "8", "8:30", "0830", "5 pm", "17.30", "24:00".

    Who writes "5.30" for the time to close after "9" means the afternoon: an hour up to `up_to`, without am, pm or a
    nought before it, is taken twelve hours later if only that comes after `after`. Raises ValueError with a sentence.
    """
    found = _TIME.fullmatch(text.replace(" ", ""))
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    half = (found[3] or "").lower() if found else ""
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else 99
    elif (hour, minute) == (24, 0):
        hour = 0
    if hour > 23 or minute > 59:
        raise ValueError("Write times like 8:30 am or 17:00.")
    meant = time(hour, minute)
    if half or after is None or meant > after or not 1 <= hour <= up_to or text.strip().startswith("0"):
        return meant
    later = meant.replace(hour=hour + 12)
    return later if later > after else meant
