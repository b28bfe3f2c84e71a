"""Where the keyboard goes next: through the window in the order in which it reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def neighbour(window: QWidget, *, forward: bool) -> QWidget | None:
    """The control that Tab reaches next in the window, or Shift+Tab the one before, going round at the ends.

    None where no other control can be reached. Qt goes by when things were made, which for lines that
    come later (another closed day, the cards of a page that loads again) is the end of the window.
    """
    everything = list[QWidget]()
    _read(window, everything)
    here = window.focusWidget()
    at = everything.index(here) if here in everything else -1
    after = [*everything[at + 1 :], *everything[: max(at, 0)]]
    return next((each for each in (after if forward else reversed(after)) if _takes_the_keyboard(each)), None)


def _read(widget: QWidget, into: list[QWidget]) -> None:
    """Adds it, and all that is in it, as its layouts have it. What is placed by hand reads column by column.

    The hidden are among them: from a field that was just hidden, the keyboard goes on to what follows it.
    """
    into.append(widget)
    inside = [each for each in widget.children() if isinstance(each, QWidget) and not each.isWindow()]
    layout = widget.layout()
    laid_out = list(_laid_out(layout, inside)) if layout is not None else []
    others = set(inside).difference(laid_out)
    for child in (*laid_out, *sorted(others, key=lambda each: (each.x(), each.y()))):
        _read(child, into)


def _laid_out(layout: QLayout, inside: Sequence[QWidget]) -> Iterator[QWidget]:
    """Those of a widget's children that a layout has, in its order.

    The layout is asked for the place of each, never for what stands at a place: Python's name for such an item
    outlives it, and ends the program once something else has its place in memory.
    """
    parts: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in inside]
    parts += [(layout.indexOf(each), each) for each in layout.children() if isinstance(each, QLayout)]
    for place, part in sorted(parts, key=itemgetter(0)):
        if place < 0:
            continue
        if isinstance(part, QLayout):
            yield from _laid_out(part, inside)
        else:
            yield part


def _takes_the_keyboard(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    may = widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
    return may and (widget.focusPolicy() & tab) == tab
