from __future__ import annotations

import gc
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from agentdesk.desktop.key_store import KeyStore, KeyStoreLocked, NoKeyStore, system_backend
from tests.desktop import session

needs_keyring = pytest.mark.skipif(
    sys.platform != "linux" or session.MISSING is not None or shutil.which("gnome-keyring-daemon") is None,
    reason="dbus-daemon and gnome-keyring-daemon are not both installed",
)
KEY = bytes(range(32))


class Box(KeyringBackend):
    """A back end whose behaviour each test chooses."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.prompts = 0
        self.trouble: Exception | None = None
        self.forgets = False

    def set_password(self, service: str, username: str, password: str) -> None:
        self._prompt()
        if not self.forgets:
            self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self._prompt()
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self._prompt()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _prompt(self) -> None:
        if self.trouble is not None:
            self.prompts += 1
            raise self.trouble


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def keys(box: Box) -> KeyStore:
    return KeyStore("profile-1", lambda: box)


@pytest.mark.parametrize("secret", [KEY, b"", b"\xff\x00", "sk-ä🧰", "x" * 900])
def test_a_secret_comes_back_as_it_was_saved(keys: KeyStore, secret: bytes | str) -> None:
    keys.save("store key", secret)

    assert keys.load("store key") == (secret.encode() if isinstance(secret, str) else secret)


def test_removing_forgets_and_removing_nothing_is_no_error(keys: KeyStore) -> None:
    keys.save("store key", KEY)
    keys.remove("store key")
    keys.remove("store key")

    assert keys.load("store key") is None


def test_profiles_do_not_see_each_others_secrets(box: Box) -> None:
    one, two = (KeyStore(name, lambda: box) for name in ("profile-1", "profile-2"))
    one.save("store key", b"one")
    two.save("store key", b"two")
    two.remove("store key")

    assert (one.load("store key"), two.load("store key")) == (b"one", None)


def test_a_key_store_that_accepts_and_forgets_is_found_out(keys: KeyStore, box: Box) -> None:
    box.forgets = True

    with pytest.raises(NoKeyStore, match="did not keep the key"):
        keys.save("store key", KEY)


def test_what_another_program_put_there_is_not_taken_for_a_key(
    keys: KeyStore, box: Box, expected_log: list[object]
) -> None:
    keys.save("store key", KEY)
    box.kept = dict.fromkeys(box.kept, "not base64, ä")

    assert keys.load("store key") is None
    assert len(expected_log) == 1


def test_a_prompt_turned_down_is_not_shown_again_until_asked_for(keys: KeyStore, box: Box) -> None:
    box.trouble = KeyringLocked("no")
    for _ in range(5):
        with pytest.raises(KeyStoreLocked, match="Unlock it"):
            keys.load("store key")
    assert box.prompts == 1

    box.trouble = None
    keys.ask_again()
    keys.save("store key", KEY)
    assert keys.load("store key") == KEY


def test_any_other_failure_is_one_sentence_without_the_secret(keys: KeyStore, box: Box) -> None:
    box.trouble = OSError(f"stub received bad data: {KEY!r}")

    with pytest.raises(NoKeyStore) as refusal:
        keys.save("store key", KEY)
    assert repr(KEY) not in str(refusal.value)


def test_two_threads_are_never_prompted_at_once() -> None:
    at_once: list[int] = []
    inside = threading.Semaphore(1)

    class Slow(Box):
        def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002
            free = inside.acquire(blocking=False)
            at_once.append(1 if free else 2)
            time.sleep(0.01)
            if free:
                inside.release()
            return None

    slow = Slow()
    keys = KeyStore("profile-1", lambda: slow)
    threads = [threading.Thread(target=keys.load, args=("a",)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert at_once == [1] * 8


def test_without_a_key_store_it_says_so_and_saves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    if sys.platform != "linux":
        monkeypatch.setattr("agentdesk.desktop.key_store._backend_class", lambda: None)
    keys = KeyStore("profile-1")

    assert not keys.available()
    calls: tuple[Callable[[], object], ...] = (
        lambda: keys.save("a", KEY),
        lambda: keys.load("a"),
        lambda: keys.remove("a"),
    )
    for call in calls:
        with pytest.raises(NoKeyStore, match="passphrase"):
            call()


@contextmanager
def gnome_keyring(folder: Path, address: str, *, unlocked: bool) -> Iterator[None]:
    """The real one, with its own home. Where there is nobody to show its prompt, it counts as turned down."""
    command = ["gnome-keyring-daemon", "--foreground", "--components=secrets", *(["--unlock"] if unlocked else [])]
    surroundings = {
        "DBUS_SESSION_BUS_ADDRESS": address,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "PATH": "/usr/bin:/bin",
    }
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=surroundings, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet) as daemon:
        assert daemon.stdin is not None
        daemon.stdin.write(b"password" if unlocked else b"")
        daemon.stdin.close()
        _wait_for_name(address, "org.freedesktop.secrets")
        yield
        daemon.terminate()


def _wait_for_name(address: str, name: str) -> None:
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    with open_dbus_connection(address) as connection:
        for _ in range(200):
            reply = connection.send_and_get_reply(new_method_call(bus, "NameHasOwner", "s", (name,)))
            if reply.body[0]:
                return
            time.sleep(0.05)
    pytest.fail(f"{name} did not appear")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session.private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@needs_keyring
def test_the_real_key_store_keeps_a_key_for_the_next_start(tmp_path: Path, bus: str) -> None:
    with gnome_keyring(tmp_path, bus, unlocked=True):
        assert KeyStore("profile-1").available()
        KeyStore("profile-1").save("store key", KEY)
        KeyStore("profile-2").save("store key", b"other")
    with gnome_keyring(tmp_path, bus, unlocked=True):
        keys = KeyStore("profile-1")
        assert keys.load("store key") == KEY
        keys.remove("store key")
        assert keys.load("store key") is None
        assert KeyStore("profile-2").load("store key") == b"other"


@needs_keyring
@pytest.mark.filterwarnings(
    "ignore::ResourceWarning"
)  # keyring leaves its connection open when it meets a locked store
def test_a_locked_real_key_store_is_said_to_be_locked(tmp_path: Path, bus: str) -> None:
    with gnome_keyring(tmp_path, bus, unlocked=True):
        KeyStore("profile-1").save("store key", KEY)
    with gnome_keyring(tmp_path, bus, unlocked=False):
        keys = KeyStore("profile-1")
        assert keys.available()
        with pytest.raises(KeyStoreLocked):
            keys.load("store key")
    gc.collect()


@needs_keyring
@pytest.mark.parametrize("chosen", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "no.such.Thing"])
def test_no_variable_can_send_the_key_elsewhere(
    tmp_path: Path, bus: str, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", chosen)
    monkeypatch.setenv("KEYRING_PROPERTY_APPID", "somebody else")
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/collection/session")
    with gnome_keyring(tmp_path, bus, unlocked=True):
        backend = system_backend()
        KeyStore("profile-1").save("store key", KEY)
        assert KeyStore("profile-1").load("store key") == KEY

    assert type(backend).__module__ == "keyring.backends.SecretService"
    assert vars(backend) == {}


@needs_keyring
def test_a_key_store_that_goes_away_in_mid_run_is_said_and_comes_back(tmp_path: Path, bus: str) -> None:
    keys = KeyStore("profile-1")
    with gnome_keyring(tmp_path, bus, unlocked=True):
        keys.save("store key", KEY)
    with pytest.raises(NoKeyStore):
        keys.load("store key")
    with gnome_keyring(tmp_path, bus, unlocked=True):
        assert keys.load("store key") == KEY
