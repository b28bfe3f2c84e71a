"""A real calendar server, radicale, on the loopback."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import httpx

USER, PASSWORD = "jo", "kettle: dry & loud"
_COLLECTION = (
    '<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>'
    "<D:displayname>%s</D:displayname><C:supported-calendar-component-set><C:comp name='%s'/>"
    "</C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>"
)


class Radicale:
    """A server with one user, started in a folder. `with` starts and ends it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        users = folder / "users"
        users.write_text(f"{USER}:{PASSWORD}\n")
        self.url = f"http://127.0.0.1:{self.port}"
        self._arguments = [
            *(sys.executable, "-m", "radicale", "--config", "", "--server-hosts", f"127.0.0.1:{self.port}"),
            *("--auth-type", "htpasswd", "--auth-htpasswd-filename", str(users)),
            *("--auth-htpasswd-encryption", "plain", "--auth-delay", "0", "--logging-level", "critical"),
            *("--storage-filesystem-folder", str(folder / "collections")),
        ]
        self._client = httpx.Client(auth=(USER, PASSWORD), trust_env=False)

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self._arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)
            else:
                return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
        self._process.terminate()
        self._process.wait(20)

    def calendar(self, name: str, holds: str = "VEVENT") -> str:
        """Makes a calendar; its path."""
        path = f"/{USER}/{name}/"
        made = self._client.request("MKCALENDAR", f"{self.url}{path}", content=_COLLECTION % (name, holds))
        assert made.status_code == 201, made.text
        return path

    def put(self, path: str, uid: str, *lines: str, also: tuple[tuple[str, ...], ...] = ()) -> None:
        """Writes an entry; `also` are further ones of the same series."""
        said = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN"]
        for each in (lines, *also):
            said += ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T100000Z", *each, "END:VEVENT"]
        text = "\r\n".join([*said, "END:VCALENDAR", ""])
        answer = self._client.put(f"{self.url}{path}{uid}.ics", content=text.encode(), headers=_CALENDAR)
        assert answer.status_code in {201, 204}, answer.text

    def delete(self, path: str, uid: str = "") -> None:
        """Takes an entry away, or the whole calendar."""
        answer = self._client.delete(f"{self.url}{path}{f'{uid}.ics' if uid else ''}")
        assert answer.status_code in {200, 204}, answer.text


_CALENDAR = {"content-type": "text/calendar; charset=utf-8"}
