"""Pages of calls on their way to the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from agentdesk.connectors.kit.contract import CallPage, CallRecord, SetAside
from agentdesk.domain.call import Call, Turn
from agentdesk.services.calls.masking import Masking
from agentdesk.services.connections.pull_pages import Gathering, Meanwhile, Ready, made_ready

NOW = datetime(2026, 11, 20, 16, tzinfo=UTC)
CALL = Call(0, "Calls", "c0", None, "agent_ana", NOW, 60.0, None, (Turn("caller", "hello"),), None, None, final=True)


def _page(*names: str, position: str, aside: tuple[SetAside, ...] = (), gone: tuple[str, ...] = ()) -> Ready:
    records = tuple(CallRecord(replace(CALL, external_id=name), "mark", {"call_id": name}) for name in names)
    return made_ready(CallPage(records, position, aside, gone), Masking(), NOW)


def test_small_pages_are_kept_together_and_none_twice() -> None:
    kept: list[Ready] = []
    gathering = Gathering(kept.append, lambda: 0.0)
    for number in range(600):
        gathering.add(_page(f"c{number}", position=f"{number}"))
    gathering.finish()
    gathering.finish()
    assert [each.position for each in kept] == ["249", "499", "599"]
    assert [call.external_id for each in kept for call in each.calls] == [f"c{number}" for number in range(600)]
    assert [name for each in kept for name, _ in each.answers] == [f"c{number}" for number in range(600)]
    assert all(len(each.reads) == len(each.calls) for each in kept)


def test_what_comes_slowly_is_kept_every_other_second() -> None:
    kept: list[Ready] = []
    seconds = iter(range(100))
    gathering = Gathering(kept.append, lambda: float(next(seconds)))
    for number in range(6):
        gathering.add(_page(f"c{number}", position=f"{number}"))
    assert [each.position for each in kept] == ["1", "3", "5"]


def test_what_was_set_aside_and_what_is_gone_is_joined_as_well() -> None:
    kept: list[Ready] = []
    gathering = Gathering(kept.append)
    gathering.add(_page("c1", position="1", aside=(SetAside("c2", "it has no time", None),)))
    gathering.add(_page(position="2", gone=("c3",)))
    gathering.finish()
    (only,) = kept
    assert ([each.name for each in only.set_aside], only.gone, only.position) == (["c2"], ("c3",), "2")


def test_pages_that_could_not_be_kept_are_not_tried_again_behind_the_back() -> None:
    def full(_: Ready) -> None:
        raise OSError("full")

    gathering = Gathering(full)
    gathering.add(_page("c1", position="1"))
    with pytest.raises(OSError, match="full"):
        gathering.finish()
    gathering.finish()


def test_work_put_off_is_done_once_and_in_its_order() -> None:
    done: list[int] = []
    meanwhile = Meanwhile()
    meanwhile.now()
    for number in range(3):
        meanwhile.later(partial(done.append, number))
    assert done == [0, 1]
    meanwhile.now()
    meanwhile.now()
    assert done == [0, 1, 2]
