"""One AgentDesk per profile: a second start asks the first to show itself."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from agentdesk.domain.errors import Sorry

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

_SHOW = b"show\n"
_SHOWN = b"shown\n"
_PATIENCE_S = 2.0
_ANSWER_MS = 1500
_LONGEST_SOCKET_PATH = 100
"""Bytes. Unix allows 104 to 108, and Qt binds under the name itself."""


class AlreadyOpen(Sorry):
    """Another AgentDesk has the profile and does not answer."""


class SingleInstance(QObject):
    """Holds the profile while it lives. A crashed holder never stands in the way: its lock is known to be stale by
    its process. To be used on the window's thread.
    """

    asked_to_show = Signal()

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(profile / "running.lock"))
        # age says nothing about an app left open for weeks; only a dead process makes the lock stale
        self._lock.setStaleLockTime(0)
        self._address = _address(profile)
        self._server: QLocalServer | None = None

    def claim_or_raise_first(self) -> bool:
        """True: this is the one instance now. False: another is, and it shows its window. Raises `AlreadyOpen`.

        When it is, `listen` as soon as the window can come forward. Covers an instance that is just starting or
        just ending.
        """
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            if self._lock.tryLock(0):
                return True
            if _say_show(self._address):
                return False
            time.sleep(0.05)
        raise AlreadyOpen("AgentDesk is already open but does not answer. Wait a minute, or restart the computer.")

    def claim(self) -> bool:
        """Become the one instance and listen. False when another has the profile; `raise_first` then reaches it."""
        if not self._lock.tryLock(0):
            return False
        self.listen()
        return True

    def listen(self) -> None:
        """Hear later starts from now on. They wait for it two seconds."""
        # the window is painted without the network module
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connected)
        # takes the place of a socket left behind by an instance that was killed
        if not server.listen(self._address):
            log.info("A second start cannot reach this one: %s", server.errorString())
        self._server = server

    def raise_first(self) -> bool:
        """Ask the instance that has the profile to show its window. Tries for two seconds; True when it has."""
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            if _say_show(self._address):
                return True
            # the first may have its lock already but not listen yet
            time.sleep(0.05)
        return False

    def release(self) -> None:
        """Let the next start have the profile."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _on_connected(self) -> None:
        while self._server is not None and (guest := self._server.nextPendingConnection()) is not None:
            guest.disconnected.connect(guest.deleteLater)
            guest.readyRead.connect(self._on_said)
            if guest.bytesAvailable():
                self._listen_to(guest)

    def _on_said(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        guest = self.sender()
        if isinstance(guest, QLocalSocket):
            self._listen_to(guest)

    def _listen_to(self, guest: QLocalSocket) -> None:
        if guest.bytesAvailable() < len(_SHOW):
            return
        said = bytes(guest.read(len(_SHOW)).data())
        guest.readyRead.disconnect(self._on_said)
        if said == _SHOW:
            self.asked_to_show.emit()
            guest.write(_SHOWN)
            guest.flush()
        guest.disconnectFromServer()


def _say_show(address: str) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(500):
        return False
    socket.write(_SHOW)
    # the answer tells a window that is there from one that is being closed
    shown = socket.waitForReadyRead(_ANSWER_MS) and bytes(socket.readAll().data()) == _SHOWN
    socket.abort()
    return shown


def _address(profile: Path) -> str:
    """The same for every start on this profile. Inside the profile where that is short enough: nobody else gets in."""
    inside = profile.resolve() / "running.sock"
    if os.name != "nt" and len(os.fsencode(inside)) <= _LONGEST_SOCKET_PATH:
        return str(inside)
    import hashlib
    import tempfile

    name = "agentdesk-" + hashlib.sha256(os.fsencode(profile.resolve())).hexdigest()[:24]
    return name if os.name == "nt" else str(Path(tempfile.gettempdir()) / name)
