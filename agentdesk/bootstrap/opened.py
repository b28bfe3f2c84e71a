"""Records that are open, with the services over them and the few counts that the shell shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from agentdesk.bootstrap.profiles import example_of, services_of
from agentdesk.desktop.folders import Folders
from agentdesk.domain.clock import Clock
from agentdesk.jobs.progress import Progress
from agentdesk.services.desk.opening import Opening
from agentdesk.services.services import Services
from agentdesk.services.waiting.notices import PopUp
from agentdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Counts:
    """What the side bar and the tray show, and the pop-ups that were never shown."""

    business: str
    fresh: str
    waiting: int
    to_ring: int
    review_due: int
    unread: int
    pop_ups: tuple[PopUp, ...]
    at_work: tuple[str, ...] = ()
    """The agents that answer callers, by name."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store, ready to be shown. `set_up`: there is a business to show."""

    store: Store
    services: Services
    clock: Clock
    """The computer's; the example has one of its own."""
    example: bool
    business: str
    set_up: bool
    new_recovery_key: Callable[[], str] | None

    def counts(self, _: Progress) -> Counts:
        """Read in a reader's lane."""
        due, approvals = self.services.reviews.due(), self.services.approvals
        business = self.services.businesses.current()
        return Counts(
            business=business.name if business else "",
            fresh=self.services.freshness.sentence(),
            waiting=self.services.findings.waiting(),
            to_ring=self.services.escalations.waiting() + approvals.waiting() + approvals.to_tell(),
            review_due=int(due.open is not None or due.is_now),
            unread=self.services.notices.unread(),
            pop_ups=self.services.notices.to_pop(),
            at_work=self.services.stopping.at_work(),
        )


def open_own(
    opening: Opening, folders: Folders, clock: Clock, passphrase: str | None, recovery_key: str | None
) -> Opened:
    """The owner's own records. Raises what `Opening` raises."""
    store = opening.open_(passphrase, recovery_key)
    services = services_of(store, folders, clock, opening.service_keys(store))

    def new_recovery_key() -> str:
        return opening.recovery_key(store)

    business = services.businesses.current()
    return Opened(
        store, services, clock, False, business.name if business else "", business is not None, new_recovery_key
    )


def open_example(folders: Folders, clock: Clock) -> Opened:
    """The example week, made first where it isn't there."""
    store, services, own_clock = example_of(folders, clock)
    business = services.businesses.current()
    return Opened(store, services, own_clock, True, business.name if business else "", True, None)
