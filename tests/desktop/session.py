"""A private session bus and a notification service on it that writes down what it is asked. Real D-Bus throughout."""

from __future__ import annotations

import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.threading import DBusConnection, ReceiveStopped, open_dbus_connection

NAME = "org.freedesktop.Notifications"
MISSING = None if shutil.which("dbus-daemon") else "dbus-daemon is not installed"
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """The address of a bus that nobody else is on; it starts no services by itself."""
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(socket=folder / "bus"))
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--nosyslog", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@dataclass(frozen=True)
class Shown:
    """One call of Notify, as it came over the bus."""

    number: int
    title: str
    body: str
    actions: tuple[str, ...]
    hints: dict[str, Any]


class NotificationService:
    """What a desktop's notification server does on the bus, with `click` in place of a person."""

    def __init__(self, address: str, abilities: tuple[str, ...] = ("actions", "body", "body-markup")) -> None:
        self._abilities = abilities
        self._connection: DBusConnection = open_dbus_connection(address)
        self._shown: queue.Queue[Shown] = queue.Queue()
        self._refuse: str | None = None
        self._count = 0
        self._connection.send(message_bus.RequestName(NAME))
        self._thread = threading.Thread(target=self._serve, name="fake notification service")
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.interrupt()
        self._thread.join()
        self._connection.close()

    def next_shown(self) -> Shown:
        return self._shown.get(timeout=10)

    def all_shown(self, count: int) -> list[Shown]:
        return [self.next_shown() for _ in range(count)]

    def refuse_next(self, error: str) -> None:
        self._refuse = error

    def click(self, number: int, action: str) -> None:
        path = DBusAddress("/org/freedesktop/Notifications", interface=NAME)
        self._connection.send(new_signal(path, "ActionInvoked", "us", (number, action)))

    def _serve(self) -> None:
        try:
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._connection.send(self._answer(message))
        except ReceiveStopped:
            pass

    def _answer(self, message: Message) -> Message:
        if message.header.fields[HeaderFields.member] == "GetCapabilities":
            return new_method_return(message, "as", (list(self._abilities),))
        if self._refuse is not None:
            name, self._refuse = self._refuse, None
            return new_error(message, name)
        self._count += 1
        _app, _replaces, _icon, title, body, actions, hints, _expires = message.body
        self._shown.put(Shown(self._count, title, body, tuple(actions), hints))
        return new_method_return(message, "u", (self._count,))
