"""Decides what the emergency stop says. Never more than was read back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.act import ActKind, ActRecord, ActState
from agentdesk.domain.wording import moment_in_words
from agentdesk.services.control.stopping import StopCard
from agentdesk.ui.widgets.states import State
from agentdesk.ui.widgets.telling import one_line


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands, with what can be pressed."""

    state: State
    mark: str
    words: str
    quiet: str
    may_stop: bool
    may_start: bool


def standing(card: StopCard, zone: ZoneInfo) -> Standing:
    """The state of the stop in words."""
    name, act = one_line(card.agent.name, 60), card.last
    if act is None:
        return _answering(name, "")
    when = moment_in_words(act.ended_at or act.asked_at, zone)
    if act.kind is ActKind.STOP:
        return _stopped(card, act, name, when)
    if act.state is ActState.PROVEN:
        checked = _tr("Checked with {service}, {when}.").format(service=_service(card), when=when)
        return replace(_answering(name, checked), words=_tr("{agent} answers again").format(agent=name))
    return Standing(
        State.ACT_NOW,
        _tr("Not sure") if act.is_open else _tr("Not proven"),
        _tr("It isn't proven that {agent} answers again").format(agent=name),
        _unsure(act),
        may_stop=True,
        may_start=True,
    )


def _stopped(card: StopCard, act: ActRecord, name: str, when: str) -> Standing:
    if act.state is ActState.PROVEN:
        return Standing(
            State.LOOK,
            _tr("Stopped"),
            _tr("{agent} is stopped").format(agent=name),
            _tr("Checked with {service}, {when}: calls don't reach it.").format(service=_service(card), when=when),
            may_stop=False,
            may_start=True,
        )
    if act.state is ActState.BY_HAND:
        return Standing(
            State.ACT_NOW,
            _tr("By hand"),
            _tr("{agent} has to be stopped by hand").format(agent=name),
            one_line(act.trouble, 300),
            may_stop=True,
            may_start=False,
        )
    return Standing(
        State.ACT_NOW,
        _tr("Not sure") if act.is_open else _tr("Not proven"),
        _tr("It isn't sure yet that {agent} is stopped").format(agent=name)
        if act.is_open
        else _tr("It was never proven that {agent} was stopped").format(agent=name),
        _unsure(act),
        may_stop=True,
        may_start=True,
    )


def _unsure(act: ActRecord) -> str:
    if not act.is_open:
        return one_line(act.trouble, 300)
    asked = _tr("AgentDesk asks the service again every half minute. Until it is sure, do it by hand, as below.")
    return f"{one_line(act.trouble, 300)} {asked}".strip()


def _answering(name: str, quiet: str) -> Standing:
    return Standing(
        State.NOTE,
        _tr("Not stopped"),
        _tr("Stop {agent}?").format(agent=name),
        quiet or _tr("It takes no more calls then. You can let it answer again at any time."),
        may_stop=True,
        may_start=False,
    )


def rehearsal_in_words(card: StopCard, zone: ZoneInfo) -> tuple[State, str, str]:
    """The mark of the last rehearsal, its word, and the sentence."""
    last = card.rehearsed
    if last is None:
        return (
            State.LOOK,
            _tr("Never rehearsed"),
            _tr("Nobody has tried yet whether the stop brings callers to a person."),
        )
    when, who = moment_in_words(last.at, zone), one_line(last.by, 60)
    said = (
        _tr("{when}, {who}: the test call reached a person.")
        if last.worked
        else _tr("{when}, {who}: the test call reached nobody.")
    ).format(when=when, who=who)
    note = one_line(last.note, 200)
    words = f"{said} {note}".strip()
    if not last.worked:
        return State.ACT_NOW, _tr("It didn't work"), words
    if card.rehearsal_due:
        return State.LOOK, _tr("Longer ago than 90 days"), words
    return State.ON_TARGET, _tr("Rehearsed"), words


def _service(card: StopCard) -> str:
    return one_line(card.target.title, 60) if card.target is not None else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Stopping", words)
