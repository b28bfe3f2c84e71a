#!/usr/bin/env python3
"""Set AgentDesk up on a machine that has only Python, then open it, test it or run one of its commands.

    python3 packaging/bootstrap.py run          opens the example week
    python3 packaging/bootstrap.py test         runs every check and test
    python3 packaging/bootstrap.py cli ARGS…    runs `agentdesk ARGS…`

Uses the standard library only. Makes the folder .venv in the project and nothing else; on Debian and Ubuntu it also
installs the few system libraries that Qt needs, where it may, and otherwise says which command does.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "agentdesk-ready"
OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)
DISK_NEEDED = 1_500_000_000

# library -> the Debian package that holds it
TO_DRAW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_A_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
EXAMPLE_AGENT = "Daisy"


class CannotSetUp(Exception):  # noqa: N818 - its text is the one sentence that the person reads
    """Says what is wrong and what to do."""


def main(arguments: Sequence[str]) -> int:
    verb, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    if verb not in {"run", "test", "cli"} or (rest and verb != "cli"):
        print("Usage: python3 packaging/bootstrap.py run | test | cli ARGUMENTS", file=sys.stderr)
        return 2
    try:
        check_machine(sys.version_info[:2], struct.calcsize("P") * 8)
        if verb == "test":
            return test()
        if verb == "cli":
            make_ready(for_tests=False)
            return agentdesk(rest)
        return run()
    except CannotSetUp as trouble:
        print(trouble, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


# what the verbs do


def run() -> int:
    """Open the example week in a window or, on a machine without a screen, work through it on the command line."""
    if not has_screen(sys.platform, os.environ):
        make_ready(for_tests=False)
        return example_without_a_screen()
    # before the long part, so that whoever has to install something is told at once
    ensure_libraries(TO_DRAW | FOR_A_WINDOW)
    make_ready(for_tests=False)
    say("Opening AgentDesk with the example week.")
    return agentdesk(["--example"])


def example_without_a_screen() -> int:
    """The findings of the example week as a list, then its scorecard as a PDF. The worst exit status of the two."""
    say("This machine has no screen, so here is the example week on the command line instead of in a window.")
    folder = ROOT / "build" / "example"
    folder.mkdir(parents=True, exist_ok=True)
    pdf = folder / f"{EXAMPLE_AGENT} scorecard.pdf"
    pdf.unlink(missing_ok=True)
    say("What the checks found in it:")
    found = agentdesk(["--example", "findings"])
    say(f"Making the scorecard of {EXAMPLE_AGENT}.")
    made = agentdesk(["--example", "scorecard", "--agent", EXAMPLE_AGENT, "--pdf", str(pdf)])
    if made == 0 and pdf.is_file():
        say(f"Done. To see the scorecard, open {pdf}")
        return found
    print("The scorecard could not be made.", file=sys.stderr)
    return made or 1


def test() -> int:
    """Lint, format, types and tests; all of them, also after one has failed. Zero only if all passed."""
    ensure_libraries(TO_DRAW)
    ensure_message_bus()
    make_ready(for_tests=True)
    steps = {
        "lint": ["ruff", "check", "."],
        "format": ["ruff", "format", "--check", "."],
        "types": ["mypy"],
        "types of this script": ["mypy", "--strict", "packaging/bootstrap.py"],
        "tests": ["pytest"],
    }
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    failed = []
    for name, command in steps.items():
        say(f"{name}: {' '.join(command)}")
        if call([str(python()), "-m", *command], surroundings) != 0:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def agentdesk(arguments: Sequence[str]) -> int:
    return call([str(python()), "-m", "agentdesk", *arguments], os.environ)


# the machine


def check_machine(version: tuple[int, ...], bits: int) -> None:
    if version < OLDEST_PYTHON:
        raise CannotSetUp(
            f"AgentDesk needs Python {dotted(OLDEST_PYTHON)} or newer and this is Python {dotted(version)}; "
            "install a newer one from python.org and start this again with it."
        )
    if version > NEWEST_PYTHON:
        raise CannotSetUp(
            f"AgentDesk is not ready for Python {dotted(version)} yet; "
            f"start this again with Python {dotted(NEWEST_PYTHON)}."
        )
    if bits != 64:
        raise CannotSetUp(
            "AgentDesk needs a 64-bit Python and this one is 32-bit; install the 64-bit one from python.org."
        )


def dotted(version: Iterable[int]) -> str:
    return ".".join(str(part) for part in version)


def check_disk(free: int) -> None:
    if free < DISK_NEEDED:
        raise CannotSetUp(
            f"AgentDesk needs {DISK_NEEDED / 1e9:.1f} GB of free disk to set itself up and {ROOT} has "
            f"{free / 1e9:.1f} GB; free some and start this again."
        )


def has_screen(platform: str, surroundings: Mapping[str, str]) -> bool:
    if not platform.startswith("linux"):
        return True
    return bool(surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY"))


# the environment


def make_ready(*, for_tests: bool) -> None:
    """The locked environment in .venv. Does nothing when it is there already, made from the same lock."""
    wanted = fingerprint(for_tests=for_tests)
    accepted = {wanted, fingerprint(for_tests=True)}
    if python().is_file() and STAMP.is_file() and STAMP.read_text(encoding="ascii") in accepted:
        return
    check_disk(shutil.disk_usage(ROOT).free)
    STAMP.unlink(missing_ok=True)
    uv = working_uv()
    if uv is not None:
        with_uv(uv, for_tests=for_tests)
    else:
        with_pip(for_tests=for_tests)
    STAMP.write_text(wanted, encoding="ascii")


def fingerprint(*, for_tests: bool) -> str:
    """Changes with the lock and with the Python that is used."""
    digest = hashlib.sha256((ROOT / "uv.lock").read_bytes())
    digest.update(f"{sys.version_info[:2]} {for_tests}".encode())
    return digest.hexdigest()


def working_uv() -> str | None:
    uv = shutil.which("uv")
    # a version manager may leave a command that only says that there is none
    return uv if uv is not None and call([uv, "--version"], os.environ, quiet=True) == 0 else None


def with_uv(uv: str, *, for_tests: bool) -> None:
    group = ["--group", "dev"] if for_tests else ["--no-dev"]
    say("Setting up .venv from uv.lock with uv. The first time this takes a minute.")
    surroundings = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    surroundings["UV_PROJECT_ENVIRONMENT"] = str(ENVIRONMENT)
    command = [uv, "sync", "--locked", "--quiet", "--python", this_python(), *group]
    if call(command, surroundings) != 0:
        raise CannotSetUp("uv could not set AgentDesk up; its own words above say why.")


def with_pip(*, for_tests: bool) -> None:
    ensure_venv_module()
    requirements = "requirements-dev.txt" if for_tests else "requirements.txt"
    say(f"Setting up .venv from packaging/{requirements} with pip. The first time this takes a few minutes.")
    if call([this_python(), "-m", "venv", "--clear", str(ENVIRONMENT)], os.environ) != 0:
        raise CannotSetUp("Python could not make the folder .venv; its own words above say why.")
    install = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    locked = ["--only-binary", ":all:", "--require-hashes", "--requirement", str(ROOT / "packaging" / requirements)]
    if call([*install, *locked], os.environ) != 0:
        raise CannotSetUp(
            "The parts that AgentDesk is made of could not be fetched; "
            "see that this computer is on the internet and start this again."
        )
    # lets the environment's Python find the project from any folder, as an installed one would be found
    for packages in ENVIRONMENT.glob("lib/python*/site-packages" if os.name != "nt" else "Lib/site-packages"):
        (packages / "agentdesk-checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def this_python() -> str:
    """The Python that runs this, and not an environment made from it, which may be the very one to be made anew."""
    return str(getattr(sys, "_base_executable", sys.executable))


def ensure_venv_module() -> None:
    try:
        import ensurepip
        import venv
    except ImportError:
        package = f"python{dotted(sys.version_info[:2])}-venv"
        if not install_packages([package]):
            raise CannotSetUp(
                f"This Python lacks its venv module; install it with `{apt_command([package])}` and start this again."
            ) from None
    else:
        del ensurepip, venv


def python() -> Path:
    """The environment's own Python."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# system libraries, on Linux


def ensure_libraries(wanted: Mapping[str, str]) -> None:
    """See that Qt can start: install what is missing where we may, else name it in one sentence."""
    missing = missing_libraries(wanted)
    if not missing:
        return
    packages = [wanted[library] for library in missing]
    if install_packages(packages):
        missing = missing_libraries(missing)
    if missing and shutil.which("apt-get"):
        raise CannotSetUp(
            f"The window needs system libraries that are not here; install them with `{apt_command(packages)}` "
            "and start this again."
        )
    if missing:
        raise CannotSetUp(
            f"The window needs system libraries that are not here ({', '.join(missing)}); install them with this "
            "system's package manager and start this again."
        )


def ensure_message_bus() -> None:
    """The tests of pop-ups and of the key store want a real D-Bus; without one they are skipped and say so."""
    if sys.platform.startswith("linux") and shutil.which("dbus-daemon") is None and not install_packages(["dbus"]):
        say("dbus-daemon is not here, so the tests of pop-ups and of the key store will be skipped.")


def missing_libraries(wanted: Iterable[str]) -> list[str]:
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in wanted if not can_load(library)]


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: Sequence[str]) -> bool:
    """True when apt-get has installed them. False where there is no apt-get, or where we may not use it."""
    rights = apt_rights()
    if rights is None:
        return False
    say(f"Installing system packages: {' '.join(packages)}")
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [*rights, "apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *packages]
    if call(install, surroundings, quiet=True) == 0:
        return True
    # a new machine has no package lists yet
    call([*rights, "apt-get", "update", "--quiet=2"], surroundings, quiet=True)
    return call(install, surroundings) == 0


def apt_rights() -> list[str] | None:
    """What to put before apt-get, or None where this person may not install."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is not None and call([sudo, "-n", "true"], os.environ, quiet=True) == 0:
        return [sudo, "-n"]
    return None


def apt_command(packages: Sequence[str]) -> str:
    return f"sudo apt-get install {' '.join(packages)}"


# talking and calling


def say(sentence: str) -> None:
    print(sentence, flush=True)


def call(command: Sequence[str], surroundings: Mapping[str, str], *, quiet: bool = False) -> int:
    """Run a command in the project folder; its exit status. On Ctrl+C it is given time to end by itself."""
    heard = subprocess.DEVNULL if quiet else None
    with subprocess.Popen(command, cwd=ROOT, env=dict(surroundings), stdout=heard, stderr=heard) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # the terminal has told the command as well
            with contextlib.suppress(KeyboardInterrupt, subprocess.TimeoutExpired):
                process.wait(timeout=10)
            if process.poll() is None:
                process.terminate()
            raise


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
