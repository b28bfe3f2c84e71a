"""Pages that write down what happened to them."""

from __future__ import annotations

from agentdesk.ui.shell.page import Page
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.fields import TextField


class TriedPage(Page):
    watches = frozenset({"calls"})

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.opened: list[dict[str, object]] = []
        self.reloads = 0
        self.left = 0
        self.button = QuietButton("Open a call")
        self.field = TextField()
        self.add(self.button, self.field)

    def open(self, **what: object) -> None:
        self.opened.append(what)

    def leave(self) -> None:
        self.left += 1

    def reload(self) -> None:
        self.reloads += 1
