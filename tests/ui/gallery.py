"""Every widget of the foundation in one window, to be looked at.

python -m tests.ui.gallery [light|dark] [100-200]                opens it
python -m tests.ui.gallery light 200 --to PICTURE --part NAME    saves a picture of one part and ends
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from agentdesk.domain.money import Money
from agentdesk.ui.desk import Offer
from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.theme import STYLE, Scheme, Theme
from agentdesk.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, QuietButton
from agentdesk.ui.widgets.card import Card, RowList, Section
from agentdesk.ui.widgets.empty_state import EmptyState
from agentdesk.ui.widgets.fields import ChoiceField, MinutesField, MoneyField, TextArea, TextField, TickBox
from agentdesk.ui.widgets.flow import flow_of
from agentdesk.ui.widgets.form import FormRow
from agentdesk.ui.widgets.rows import BigFigure, SentenceRow
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.words import ElidedLabel, QuietWords, Words
from tests.ui.places import ARABIC, PICTURES, hostile_texts

HOSTILE = hostile_texts("<img src='file:///etc/passwd'><b>bold</b>")


class ButtonsPart(Page):
    """Buttons in every state, and marks."""

    def __init__(self) -> None:
        super().__init__("Buttons and states")
        self.set_quiet("Fri 27 Nov · 4:02 pm")
        self.add_to_head(QuietButton("Take a file in", icon_name="import"))
        primary, quiet = PrimaryButton("Open the call"), QuietButton("I rang them", icon_name="phone")
        off = QuietButton("Not now")
        off.setEnabled(False)
        primary_off = PrimaryButton("Approve the brief")
        primary_off.setEnabled(False)
        self.focused = QuietButton("Where the keyboard is")
        buttons: tuple[QWidget, ...] = (
            primary,
            quiet,
            self.focused,
            off,
            primary_off,
            LinkButton("Show the whole number"),
            IconButton("chevron-up", "Call before this"),
            QuietButton("Marks & Sparks <b>"),
        )
        card = Card()
        card.add(flow_of(*buttons))
        marks = Section("Marks", "six states")
        held = Card()
        held.add(flow_of(*(StateMark(each) for each in State), StateMark(State.ACT_NOW, "Ring back by 4:25 pm")))
        marks.add(held)
        figures = flow_of(
            BigFigure("61", "calls, like most weeks"),
            BigFigure("18 of 19", "bookings right", state=State.TOO_EARLY, state_words="too early to say more"),
            BigFigure("£86", "of £120", state=State.ON_TARGET),
        )
        self.add(card, marks, figures)
        self.content.addStretch(1)

    def focus_first(self) -> None:
        self.focused.setFocus(Qt.FocusReason.TabFocusReason)


class RowsPart(Page):
    """Rows with words from outside."""

    def __init__(self) -> None:
        super().__init__("Rows and words")
        rows = RowList()
        rows.set_rows(
            [
                SentenceRow(
                    "A caller asked for a manager; nobody came.",
                    "Tue 24 Nov, 2:10 pm · Daisy",
                    state=State.ACT_NOW,
                    state_words="Ring back by 4:25 pm",
                    right="Jo",
                    strong=True,
                ),
                SentenceRow("Booked a boiler service for Thursday", "1 min 32 s", right="3:51 pm"),
                *(SentenceRow(text[:400], text[:60], right="£0.42") for text in HOSTILE),
            ]
        )
        self.add(rows, ElidedLabel(HOSTILE[2]), Words(ARABIC), QuietWords(PICTURES))
        self.content.addStretch(1)


class FormPart(Page):
    """Fields, filled in, empty, and wrong."""

    def __init__(self) -> None:
        super().__init__("A form")
        card = Card(spacing=16)
        wrong = FormRow("Monthly limit", MoneyField(), "The most that Daisy may cost in a month.")
        wrong.set_error("Write an amount, for example 120.00.")
        off = TextField("Cannot be changed")
        off.setEnabled(False)
        card.add(
            FormRow("Name", TextField("Hartley Plumbing & Heating"), "As callers know it."),
            FormRow("Trade", ChoiceField([("a", "Plumber"), ("b", "Hair & beauty")])),
            wrong,
            FormRow("Least to charge", MoneyField(Money(12000, 2, "GBP"))),
            FormRow("Ring back within", MinutesField(15)),
            FormRow("What to say", TextArea(f"{ARABIC}\n{PICTURES}\n<b>as it is</b>")),
            FormRow("Off", off),
            TickBox("Stay in the tray when the window is closed", ticked=True),
            TickBox("Tell me at once <b>&</b>"),
        )
        self.add(card)
        self.content.addStretch(1)


class NothingPart(Page):
    """Nothing there yet, a hostile title, something said and something wrong."""

    def __init__(self) -> None:
        super().__init__(HOSTILE[0])
        self.add(
            EmptyState(
                "calls",
                "No calls yet.",
                "Take in a file from your supplier, and they show here.",
                "Take calls in",
                print,
            )
        )


PARTS: dict[str, Callable[[], Page]] = {
    "today": ButtonsPart,
    "calls": RowsPart,
    "agents": FormPart,
    "review": NothingPart,
}


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("scheme", nargs="?", default="light", choices=["light", "dark"])
    asked.add_argument("percent", nargs="?", type=int, default=100)
    asked.add_argument("--part", default="today", choices=list(PARTS))
    asked.add_argument("--to")
    asked.add_argument("--size", default="1366x768")
    asked.add_argument("--said", action="store_true")
    what = asked.parse_args()
    app = QApplication([sys.argv[0], *STYLE])
    theme = Theme(app, Scheme(what.scheme), what.percent)
    window = MainWindow(theme)
    window.welcome(PARTS, what.part)
    window.side_bar.set_business(f"Hartley Plumbing & Heating {HOSTILE[0]}")
    window.side_bar.set_freshness("Calls from 3:55 pm, diary from Tue 24 Nov")
    window.side_bar.set_count("today", 2)
    window.side_bar.set_count("notices", 120)
    if what.said:
        window.set_example(window.hide)
        window.tell.trouble("The file could not be read. Choose another one.", Offer("Choose a file", window.hide))
        window.tell.say("18 calls were taken in.", Offer("Undo", window.hide))
    window.resize(*map(int, what.size.split("x")))
    window.show()
    if what.to:
        window.activateWindow()
        QTimer.singleShot(400, lambda: (window.grab().save(what.to), app.quit()))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
