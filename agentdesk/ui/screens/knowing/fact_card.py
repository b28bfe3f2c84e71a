"""A fact that changed: what to ring and ask, and what showed that the agent knows."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from agentdesk.domain.known_fact import KnownFact
from agentdesk.domain.wording import moment_in_words
from agentdesk.ui.theme.tokens import SPACE_8
from agentdesk.ui.widgets.ask import Ask
from agentdesk.ui.widgets.buttons import LinkButton, QuietButton
from agentdesk.ui.widgets.card import Card
from agentdesk.ui.widgets.states import State, StateMark
from agentdesk.ui.widgets.telling import joined, one_line
from agentdesk.ui.widgets.words import QuietWords, StrongWords, Words


class FactCard(Card):
    """Was and now, who said so, the question, and the proof once there is one."""

    call_wanted = Signal(object)
    tested = Signal(object, str)
    """The KnownFact, and what somebody heard."""

    def __init__(self, fact: KnownFact, question: str, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=SPACE_8)
        self.fact = fact
        self.form: Ask | None = None
        known = fact.known_at is not None
        called = one_line(fact.topic, 120)
        mark = self.tr("A test call showed it") if fact.call is None else self.tr("A call showed it")
        self.mark = StateMark(
            State.ON_TARGET if known else State.TOO_EARLY, mark if known else self.tr("Nothing has shown it yet")
        )
        changed = self.tr("Now: {now}. Before that: {was}").format(now=one_line(fact.now), was=one_line(fact.was))
        said = joined((one_line(fact.agent, 60), one_line(fact.changed_by, 60), moment_in_words(fact.changed_at, zone)))
        self.add(self.mark, StrongWords(called), Words(changed), QuietWords(said))
        self.setAccessibleName(f"{called}: {changed}")
        self.proof: LinkButton | None = None
        self.ring: QuietButton | None = None
        if fact.known_at is not None:
            self._show_proof(fact, moment_in_words(fact.known_at, zone))
        else:
            self.add(Words(self.tr("Ring and ask: “{question}”").format(question=one_line(question, 200))))
            self.ring = QuietButton(self.tr("I rang, and it said…"), self._on_ring)
            self.ring.setAccessibleDescription(called)
            self.body.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def is_asking(self) -> bool:
        return self.form is not None and not self.form.isHidden()

    def refuse(self, sentence: str) -> None:
        if self.form is not None:
            self.form.row.set_error(sentence)

    def _show_proof(self, fact: KnownFact, when: str) -> None:
        if fact.note:
            self.add(Words(self.tr("“{words}”").format(words=one_line(fact.note, 300))))
        if fact.call is None:
            self.add(QuietWords(when))
            return
        self.proof = LinkButton(self.tr("Open the call on {when}").format(when=when), self._on_proof)
        self.body.addWidget(self.proof, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_proof(self) -> None:
        self.call_wanted.emit(self.fact.call)

    def _on_ring(self) -> None:
        if self.form is None:
            self.form = Ask(
                self.tr("What did it say?"),
                self.tr("Only where it said what is so now. Else tell whoever runs it, and ring again later."),
            )
            self.form.keep.set_words(self.tr("It knows"))
            self.form.kept.connect(self._on_kept)
            self.form.left.connect(self._on_left)
            self.add(self.form)
        if self.ring is not None:
            self.ring.hide()
        self.form.show()
        self.form.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        if self.form is not None and self.ring is not None:
            self.form.hide()
            self.ring.show()
            self.ring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kept(self) -> None:
        if self.form is not None:
            self.tested.emit(self.fact, self.form.field.value())
