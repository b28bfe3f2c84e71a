"""The newest backup is offered where the owner's records can't be opened, and put back when they say so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from agentdesk.domain.wording import day_in_words, time_in_words
from agentdesk.jobs.job import Job, Lane
from agentdesk.ui.desk import Offer

if TYPE_CHECKING:
    from collections.abc import Callable

    from agentdesk.jobs.progress import Progress
    from agentdesk.jobs.runner import Runner
    from agentdesk.services.desk.opening import Opening
    from agentdesk.services.services import Services
    from agentdesk.store.backups import Backup
    from agentdesk.ui.desk import Teller


Given = tuple[str | None, str | None]
"""The passphrase and the recovery key, as far as they were typed."""


class PuttingBack(QObject):
    """Finds the newest backup, says of when it is, and puts it where the records belong."""

    done = Signal(object)
    """It is in its place; the records can be opened with what was Given."""
    none = Signal(object)
    """There is none that could be put back: why the records can't be opened."""
    failed = Signal(object)
    """It takes a passphrase, or there is no room."""

    def __init__(self, runner: Runner, tell: Teller, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._tell = tell

    def offer(self, trouble: Exception, open_with: Callable[[], Opening], given: Given) -> None:
        """`trouble` is why the records can't be opened."""

        def find(_: Progress) -> tuple[Opening, Backup | None]:
            opening = open_with()
            return opening, opening.newest_backup(*given)

        def found(answer: tuple[Opening, Backup | None]) -> None:
            opening, backup = answer
            if backup is None:
                self.none.emit(trouble)
                return
            put = partial(self._put_back, lambda _: opening.put_back(backup, *given), given)
            self._tell.trouble(self._sentence(backup), Offer(self.tr("Put it back"), put))

        self._runner.submit(Job("Looking for a backup", find, Lane.WRITE), found, self.failed.emit)

    def put_newest(self, services: Services) -> None:
        """Puts the newest one back in place of records that are open, and closes them."""
        self._put_back(lambda _: services.backups.put_newest_back(), (None, None))

    def _put_back(self, work: Callable[[Progress], None], given: Given) -> None:
        job = Job("Putting a backup back", work, Lane.WRITE)
        self._runner.submit(job, partial(self._on_put_back, given), self.failed.emit)

    def _on_put_back(self, given: Given, _: None) -> None:
        self._tell.say(self.tr("The backup is in its place again."))
        self.done.emit(given)

    def _sentence(self, backup: Backup) -> str:
        # the computer's own zone: the business's lies in the records
        at = backup.at.astimezone()
        return self.tr(
            "Your records are damaged or gone. There is a backup of {when}. What your services reported since is read"
            " again; what you noted since is not in it. The damaged file is kept."
        ).format(when=f"{day_in_words(at.date())}, {time_in_words(at.time())}")
