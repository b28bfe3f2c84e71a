"""Pop-ups through org.freedesktop.Notifications, with labelled actions whose clicks come back to us.

The one thread outside `jobs`: it does nothing but wait for the bus. It is told to stop through a pipe and then joined.
"""

from __future__ import annotations

import html
import logging
import queue
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.bus import get_bus
from jeepney.io.blocking import prep_socket
from jeepney.io.threading import DBusConnection, ReceiveStopped
from PySide6.QtCore import QObject, QThread, Signal

from agentdesk.desktop.pop_ups import Notifier, PopUp

if TYPE_CHECKING:
    from jeepney import Header

log = logging.getLogger(__name__)

_NAME = "org.freedesktop.Notifications"
_SERVICE = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
_SIGN_IN_S = 1.0
_REMEMBERED = 200
_LONGEST = 500
_GONE = frozenset(
    f"org.freedesktop.DBus.Error.{name}" for name in ("ServiceUnknown", "NameHasNoOwner", "Spawn.ChildExited")
)

_Answer = Callable[[Message], None]


class DesktopNotifier(Notifier):
    """Sends and listens in a thread of its own, so that a desktop that hangs never holds up the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: _Listener | None = None

    def start(self) -> None:
        if self._listener is None:
            # the label of `default`, which some desktops show as a button and others keep for a click on the text
            self._listener = _Listener(self.tr("Open"), self)
            self._listener.clicked.connect(self.opened)
            self._listener.other_clicked.connect(self.other_chosen)
            self._listener.gave_up.connect(self.nobody_shows)
            self._listener.start()

    def send(self, pop_up: PopUp) -> bool:
        return self._listener is not None and self._listener.take(pop_up)

    def stop(self) -> None:
        if self._listener is not None:
            self._listener.stop()
            self._listener.deleteLater()
            self._listener = None


class _Listener(QThread):
    """`take` and `stop` are for the window's thread; everything else runs in this one."""

    clicked = Signal(str)
    other_clicked = Signal(str)
    gave_up = Signal()

    def __init__(self, default_label: str, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("notifications")
        self._default_label = default_label
        self._waiting: queue.SimpleQueue[PopUp] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._nobody_there = threading.Event()
        self._bus: DBusConnection | None = None
        self._bus_changes = threading.Lock()
        self._abilities: frozenset[str] | None = None
        self._answers: dict[int, _Answer] = {}
        self._keys: OrderedDict[int, str] = OrderedDict()

    def take(self, pop_up: PopUp) -> bool:
        """False when nobody on this desktop shows pop-ups, as far as is known yet."""
        if self._nobody_there.is_set():
            return False
        self._waiting.put(pop_up)
        self._wake()
        return True

    def stop(self) -> None:
        """Returns when the thread has ended."""
        self._stopping.set()
        self._wake()
        self.wait()

    def run(self) -> None:
        try:
            # jeepney's own opening waits ten seconds for a bus that hangs, which `stop` would have to wait for too
            bus = DBusConnection(prep_socket(get_bus("SESSION"), timeout=_SIGN_IN_S))
        except Exception as error:  # noqa: BLE001 - no bus, a broken address, a refusal: the same to the owner
            self._give_up(type(error).__name__)
            return
        with self._bus_changes:
            self._bus = bus
        try:
            self._subscribe(bus)
            while not self._stopping.is_set():
                self._wait_for_one(bus)
        except OSError as error:
            # the session has ended, or the bus has sent us away
            self._give_up(type(error).__name__)
        finally:
            with self._bus_changes:
                self._bus = None
            bus.close()

    def _wake(self) -> None:
        with self._bus_changes:
            if self._bus is not None:
                self._bus.interrupt()

    def _wait_for_one(self, bus: DBusConnection) -> None:
        try:
            self._handle(bus, bus.receive())
        except ReceiveStopped:
            # before looking into the queue, so that what is put there from now on wakes us again
            bus.reset_interrupt()
            self._send_waiting(bus)

    def _subscribe(self, bus: DBusConnection) -> None:
        bus.send(message_bus.Hello())
        for rule in (
            MatchRule(type="signal", sender=_NAME, interface=_NAME, member="ActionInvoked"),
            _owner_changes(),
        ):
            bus.send(message_bus.AddMatch(rule))
        self._ask_abilities(bus)

    def _ask_abilities(self, bus: DBusConnection) -> None:
        def answered(reply: Message) -> None:
            if reply.header.message_type is MessageType.error:
                self._give_up(_error_name(reply.header))
                return
            self._nobody_there.clear()
            self._abilities = frozenset(reply.body[0])
            self._send_waiting(bus)

        self._ask(bus, new_method_call(_SERVICE, "GetCapabilities"), answered)

    def _send_waiting(self, bus: DBusConnection) -> None:
        while self._abilities is not None:
            try:
                pop_up = self._waiting.get_nowait()
            except queue.Empty:
                return
            self._show(bus, pop_up, self._abilities)

    def _show(self, bus: DBusConnection, pop_up: PopUp, abilities: frozenset[str]) -> None:
        body = _plain(pop_up.body)
        # servers that know markup parse it even in what was meant as text
        body = html.escape(body, quote=False) if "body-markup" in abilities else body
        # an empty label cannot be reached in xfce4-notifyd, and notification-daemon gives `default` no button
        actions = ["default", self._default_label, "open", _plain(pop_up.open_label) or self._default_label]
        if pop_up.other_label:
            actions += ["other", _plain(pop_up.other_label)]
        hints = {"urgency": ("y", 2 if pop_up.loud else 1), "desktop-entry": ("s", "agentdesk")}
        fields = ("AgentDesk", 0, "", _plain(pop_up.title), body, actions if "actions" in abilities else [], hints, -1)

        def answered(reply: Message) -> None:
            if reply.header.message_type is not MessageType.error:
                self._remember(reply.body[0], pop_up.key)
            elif _error_name(reply.header) in _GONE:
                self._give_up(_error_name(reply.header))
            else:
                # one pop-up was refused, such as by a server that has had many in a row; the next may be welcome
                log.info("A pop-up was refused: %s", _error_name(reply.header))

        self._ask(bus, new_method_call(_SERVICE, "Notify", "susssasa{sv}i", fields), answered)

    def _remember(self, number: int, key: str) -> None:
        self._keys[number] = key
        while len(self._keys) > _REMEMBERED:
            self._keys.popitem(last=False)

    def _ask(self, bus: DBusConnection, question: Message, answered: _Answer) -> None:
        serial = next(bus.outgoing_serial)
        self._answers[serial] = answered
        bus.send(question, serial=serial)

    def _handle(self, bus: DBusConnection, message: Message) -> None:
        kind, fields = message.header.message_type, message.header.fields
        if kind in {MessageType.method_return, MessageType.error}:
            answered = self._answers.pop(fields.get(HeaderFields.reply_serial, 0), None)
            if answered is not None:
                answered(message)
        elif kind is MessageType.signal and fields.get(HeaderFields.member) == "ActionInvoked":
            self._on_action(message.body)
        elif kind is MessageType.signal and fields.get(HeaderFields.member) == "NameOwnerChanged":
            # another server counts from one again
            self._keys.clear()
            if message.body[0] == _NAME and message.body[2]:
                self._ask_abilities(bus)

    def _on_action(self, body: tuple[Any, ...]) -> None:
        number, action = body
        if number in self._keys and action in {"default", "open", "other"}:
            (self.other_clicked if action == "other" else self.clicked).emit(self._keys[number])

    def _give_up(self, reason: str) -> None:
        if not self._nobody_there.is_set():
            log.info("Pop-ups cannot be shown on this desktop: %s", reason)
            self.gave_up.emit()
        self._nobody_there.set()


def _owner_changes() -> MatchRule:
    rule = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
    rule.add_arg_condition(0, _NAME)
    return rule


def _error_name(header: Header) -> str:
    return str(header.fields.get(HeaderFields.error_name, "refused"))


def _plain(text: str) -> str:
    """Text that a bus takes: a zero byte or half a surrogate pair would make it hang up on us."""
    return text[:_LONGEST].encode("utf-8", "replace").decode().replace("\0", "")
