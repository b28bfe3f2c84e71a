"""A stop goes out although nothing can be written down, and what was not written is written later."""

from __future__ import annotations

import threading

import pytest

from agentdesk.domain.act import ActKind, ActState
from agentdesk.store import acts as stored
from agentdesk.store.trouble import StoreFull
from tests.connectors.kit.fake_service import Reply
from tests.services.steered import OTHER, Steered


def test_a_stop_goes_out_while_the_store_is_busy_and_says_that_it_is_not_written(retell: Steered) -> None:
    holding, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with retell.store.writing():
            holding.set()
            let_go.wait(20)

    busy = threading.Thread(target=hold)
    busy.start()
    holding.wait(5)
    act, unwritten = retell.services.steering.stop(retell.target, "", "Sam")
    assert not retell.answers()
    assert act.state is ActState.PROVEN
    assert "busy writing something else" in unwritten
    let_go.set()
    busy.join()
    retell.services.steering.start(retell.target, "Sam")
    with retell.store.reading() as db:
        kinds = [each.kind for each in stored.of(db, "Calls", "agent_ana")]
    assert kinds == [ActKind.START, ActKind.STOP], "what waited was written in the end"


def test_with_a_full_disk_the_stop_goes_out_and_nothing_else_does(
    retell: Steered, monkeypatch: pytest.MonkeyPatch
) -> None:
    retell.tell(OTHER)
    retell.pull()
    proposal = retell.services.steering.propose(retell.target, 1)
    monkeypatch.setattr(stored, "put", _full)
    assert retell.services.steering.put_back(proposal, "Sam").state is ActState.DROPPED
    act, unwritten = retell.services.steering.stop(retell.target, "", "Sam")
    assert "couldn't be written down" in unwritten
    assert act.state is ActState.PROVEN
    assert not retell.answers()


def test_letting_it_answer_waits_for_room_on_the_disk_and_goes_out_then(
    retell: Steered, monkeypatch: pytest.MonkeyPatch
) -> None:
    steering, target = retell.services.steering, retell.target
    steering.stop(target, "", "Sam")
    with monkeypatch.context() as full:
        full.setattr(stored, "put", _full)
        assert steering.start(target, "Sam").state is ActState.DROPPED
        card = retell.services.stopping.card("Daisy")
        assert card.last is not None
        assert (card.last.kind, card.last.state) == (ActKind.STOP, ActState.PROVEN), "it is stopped all the same"
    assert not retell.answers()
    assert steering.start(target, "Sam").state is ActState.PROVEN
    assert retell.answers()


def test_what_a_full_disk_kept_from_being_written_is_written_by_itself(
    retell: Steered, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(stored, "put", _full)
        act, unwritten = retell.services.steering.stop(retell.target, "", "Sam")
        assert "couldn't be written down" in unwritten
        assert retell.services.steering.settle() == 0
    retell.services.steering.settle()
    with retell.store.reading() as db:
        assert stored.of(db, "Calls", "agent_ana") == (act,), "what a restart would know"


def _full(*_: object) -> None:
    raise StoreFull


def test_a_stop_pressed_during_a_pull_does_not_wait_for_it(retell: Steered) -> None:
    slow, under_way = threading.Event(), threading.Event()

    def listing(asked: object) -> Reply:
        under_way.set()
        slow.wait(30)
        return retell.fake._list_calls(asked)  # type: ignore[no-any-return]

    retell.fake.route_first("POST", "/v3/list-calls", listing)
    retell.fake.lock = _NoLock()
    pulling = threading.Thread(target=retell.pull)
    pulling.start()
    under_way.wait(5)
    act, _ = retell.services.steering.stop(retell.target, "", "Sam")
    assert pulling.is_alive()
    assert act.state is ActState.PROVEN
    slow.set()
    pulling.join()
    assert not retell.answers()
    assert retell.changed_finding() is None, "that no number leads to it is our own doing"


class _NoLock:
    """Lets the fake answer one request while another waits."""

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...
