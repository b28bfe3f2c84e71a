"""A pop-up and whoever shows it: a courtesy only, because the list in the app is the truth."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class PopUp:
    """What is shown, and the key that `opened` hands back when it is clicked. Title and body are plain text and hold
    nothing of callers: desktops keep pop-ups in stores of their own.
    """

    key: str
    title: str
    body: str
    open_label: str
    """The button's words, for example "Look at it"."""
    other_label: str = ""
    """Of a second button, where this desktop has more than one; a press is `other_chosen`. Empty for none."""
    loud: bool = False
    """Stays until it is closed, where this desktop knows that."""


class Notifier(QObject):
    """Shows pop-ups on this desktop. `start` before the first, `stop` before the program ends.

    This one shows none: for where there is no desktop.
    """

    opened = Signal(str)
    """The owner clicked the pop-up with this key. Arrives on the window's thread."""
    other_chosen = Signal(str)
    """The same for its second button."""
    nobody_shows = Signal()
    """It has turned out that this desktop shows no pop-ups."""

    def start(self) -> None:
        """Get ready. Returns at once."""

    def send(self, pop_up: PopUp) -> bool:  # noqa: ARG002 - the desktops' own notifiers use it
        """Hand a pop-up to the desktop without waiting for it. False when it is known that nobody will show it."""
        return False

    def stop(self) -> None:
        """End whatever listens. Harmless when nothing was started."""
