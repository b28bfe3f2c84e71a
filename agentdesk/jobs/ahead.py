"""Reading on while what was read is being worked at."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from queue import Full, Queue
from typing import TypeVar

T = TypeVar("T")
_WAIT_SECONDS = 0.1


class _End(Exception):  # noqa: N818 - how the other thread says that it is through
    pass


def read_ahead(items: Iterable[T], depth: int = 1) -> Iterator[T]:
    """The items in their order, the next `depth` of them made in another thread meanwhile.

    What making them raises is raised here, in its place. A reader that goes away ends the other thread before it is
    gone itself, after the item that is being made.
    """
    ready: Queue[tuple[T | None, BaseException | None]] = Queue(depth)
    left = threading.Event()
    thread = threading.Thread(target=_make, args=(items, ready, left), name="read ahead")
    thread.start()
    try:
        while True:
            item, trouble = ready.get()
            if isinstance(trouble, _End):
                return
            if trouble is not None:
                raise trouble
            yield item  # type: ignore[misc]
    finally:
        left.set()
        thread.join()


def _make(items: Iterable[T], ready: Queue[tuple[T | None, BaseException | None]], left: threading.Event) -> None:
    end: BaseException = _End()
    try:
        for each in items:
            if not _put(ready, (each, None), left.is_set):
                return
    except BaseException as trouble:  # noqa: BLE001 - raised again where the items are read
        end = trouble
    _put(ready, (None, end), left.is_set)


def _put(
    ready: Queue[tuple[T | None, BaseException | None]],
    item: tuple[T | None, BaseException | None],
    unwanted: Callable[[], bool],
) -> bool:
    while not unwanted():
        try:
            ready.put(item, timeout=_WAIT_SECONDS)
        except Full:
            continue
        return True
    return False
