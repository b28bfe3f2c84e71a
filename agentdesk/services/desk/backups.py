"""A backup a day, thinned with time, kept beside the store."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from agentdesk.domain.backups import worth_keeping
from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.errors import Sorry
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.desk.opening import BACKUPS, KEYS
from agentdesk.services.waiting.notices import NoticeService
from agentdesk.store import backups as stored
from agentdesk.store.files import settle
from agentdesk.store.store import Store
from agentdesk.store.trouble import StoreFull

_ROOM = 2
"""So many times the store must be free, or a backup would take the owner's last room."""


@dataclass(frozen=True, slots=True)
class KeptBackups:
    """`newest` is when the newest was made, in UTC; None while there is none."""

    newest: datetime | None
    many: int
    folder: Path


class BackupService:
    """Makes the backups of an open store, and puts the newest one back."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, notices: NoticeService) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._notices = notices
        self._failed_on: date | None = None
        self._folder = store.path.parent / BACKUPS

    def kept(self) -> KeptBackups:
        found = stored.in_folder(self._folder)
        return KeptBackups(found[0].at if found else None, len(found), self._folder)

    def look(self) -> None:
        """Makes the day's backup where none was made today. One that can't be made is a notice; it is not tried again
        before the next day or the next start.
        """
        zone = self._businesses.zone()
        today = day_of(self._clock.now(), zone)
        if today == self._failed_on or any(day_of(each.at, zone) == today for each in stored.in_folder(self._folder)):
            return
        try:
            self.make()
        except Sorry as sorry:
            self._failed_on = today
            self._notices.tell("Today's backup couldn't be made", str(sorry), "backup", today.isoformat())

    def make(self) -> KeptBackups:
        """Makes one now, opens it and reads all of it, then lets go of those that aren't worth keeping any more.

        Raises Sorry where there is no room, DamagedStore where the store isn't whole. Those before are all kept then.
        """
        try:
            self._need_room()
            made = stored.make(self._store, self._folder, self._clock.now())
            self._copy_keys()
        except (StoreFull, OSError) as error:
            raise Sorry(
                "There is no room for a backup on your disk. Make some room, then press “Back up now” in the settings."
                " What you have is safe, and so are the backups before."
            ) from error
        found = stored.in_folder(self._folder)
        keep = worth_keeping(each.at for each in found) | {made.at}
        for each in found:
            if each.at not in keep:
                each.path.unlink(missing_ok=True)
        return self.kept()

    def put_newest_back(self) -> None:
        """Closes the store and puts the newest whole backup in its place; what stood there is set aside.

        The records have to be opened anew afterwards, also when it raises: Sorry where there is none, or no room.
        """
        newest = stored.newest_whole(self._folder, self._store.key)
        self._store.close()
        if newest is None:
            raise Sorry("There is no backup that could be put back.")
        stored.put_back(newest, self._store.path, self._store.key)

    def _need_room(self) -> None:
        if shutil.disk_usage(self._store.path.parent).free < _ROOM * self._store.path.stat().st_size:
            raise StoreFull

    def _copy_keys(self) -> None:
        """The wrapped keys, without which a printed recovery key opens nothing."""
        keys = self._store.path.with_name(KEYS)
        if keys.exists():
            unfinished = self._folder / f"{KEYS}.new"
            shutil.copy(keys, unfinished)
            settle(unfinished, self._folder / KEYS)
