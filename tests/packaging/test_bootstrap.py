from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, with a project folder of its own."""
    specification = importlib.util.spec_from_file_location("agentdesk_packaging_bootstrap", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    (tmp_path / "uv.lock").write_text("version = 1\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "agentdesk-ready")
    return module


class Calls:
    """Takes the place of `call` and answers with the exit status that fits the command."""

    def __init__(self, **statuses: int) -> None:
        self.made: list[str] = []
        self._statuses = statuses

    def __call__(self, command: Sequence[str], surroundings: Mapping[str, str], *, quiet: bool = False) -> int:
        del quiet
        line = " ".join(command)
        self.made.append(line)
        if "venv" in command:
            make_environment(Path(command[-1]))
        if "sync" in command:
            make_environment(Path(surroundings["UV_PROJECT_ENVIRONMENT"]))
        return next((status for word, status in self._statuses.items() if word in line), 0)


def make_environment(folder: Path) -> None:
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text("")
    (folder / "lib" / "python3.11" / "site-packages").mkdir(parents=True, exist_ok=True)


def nothing_on_the_path(_name: str) -> None:
    return None


# the machine


def test_an_old_python_can_read_the_script_far_enough_to_be_told() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_the_script_needs_the_standard_library_only() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    names = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("version", "bits", "says"),
    [
        ((3, 10), 64, "needs Python 3.11 or newer and this is Python 3.10"),
        ((2, 7), 64, "needs Python 3.11"),
        ((3, 15), 64, "not ready for Python 3.15"),
        ((3, 12), 32, "64-bit"),
    ],
)
def test_a_machine_that_will_not_do_is_told_in_one_sentence(
    bootstrap: ModuleType, version: tuple[int, int], bits: int, says: str
) -> None:
    with pytest.raises(bootstrap.CannotSetUp) as refusal:
        bootstrap.check_machine(version, bits)
    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_the_newest_python_allowed_is_the_projects_own() -> None:
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert 'requires-python = ">=3.11,<3.15"' in declared


def test_a_full_disk_is_told_before_anything_is_made(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls()
    monkeypatch.setattr(bootstrap, "call", calls)
    monkeypatch.setattr(bootstrap.shutil, "disk_usage", lambda _path: type("Usage", (), {"free": 400_000_000}))

    with pytest.raises(bootstrap.CannotSetUp, match=r"needs 1\.5 GB .* has 0\.4 GB"):
        bootstrap.make_ready(for_tests=False)
    assert calls.made == []


@pytest.mark.parametrize(
    ("platform", "surroundings", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_screen_is_recognised(
    bootstrap: ModuleType, platform: str, surroundings: dict[str, str], *, screen: bool
) -> None:
    assert bootstrap.has_screen(platform, surroundings) is screen


# the environment


def test_uv_is_used_where_it_is_and_a_second_start_calls_nothing(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls()
    monkeypatch.setattr(bootstrap, "call", calls)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/bin/{name}")
    bootstrap.make_ready(for_tests=True)
    first = list(calls.made)
    bootstrap.make_ready(for_tests=True)
    bootstrap.make_ready(for_tests=False)

    assert [line for line in first if "sync --locked" in line and "--group dev" in line]
    assert calls.made == first


def test_a_changed_lock_is_followed(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls()
    monkeypatch.setattr(bootstrap, "call", calls)
    monkeypatch.setattr(bootstrap.shutil, "which", nothing_on_the_path)
    bootstrap.make_ready(for_tests=False)
    before = len(calls.made)
    (bootstrap.ROOT / "uv.lock").write_text("version = 2\n")
    bootstrap.make_ready(for_tests=False)

    assert len(calls.made) == 2 * before


def test_what_was_set_up_to_run_is_completed_to_test(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls()
    monkeypatch.setattr(bootstrap, "call", calls)
    monkeypatch.setattr(bootstrap.shutil, "which", nothing_on_the_path)
    bootstrap.make_ready(for_tests=False)
    bootstrap.make_ready(for_tests=True)

    assert [line for line in calls.made if "requirements-dev.txt" in line]


def test_without_uv_pip_checks_every_hash_and_the_project_can_be_found(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls()
    monkeypatch.setattr(bootstrap, "call", calls)
    monkeypatch.setattr(bootstrap.shutil, "which", nothing_on_the_path)
    bootstrap.make_ready(for_tests=False)

    assert "--require-hashes" in calls.made[-1]
    assert calls.made[-1].endswith("requirements.txt")
    if os.name != "nt":
        (path_file,) = bootstrap.ENVIRONMENT.glob("lib/*/site-packages/*.pth")
        assert path_file.read_text().strip() == str(bootstrap.ROOT)


def test_a_uv_that_does_not_work_is_passed_by(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(**{"uv --version": 127})
    monkeypatch.setattr(bootstrap, "call", calls)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/bin/{name}")
    bootstrap.make_ready(for_tests=False)

    assert "--require-hashes" in calls.made[-1]


@pytest.mark.parametrize("fails", ["venv --clear", "pip install"])
def test_a_set_up_that_failed_is_not_taken_for_done(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    monkeypatch.setattr(bootstrap, "call", Calls(**{fails: 1}))
    monkeypatch.setattr(bootstrap.shutil, "which", nothing_on_the_path)

    with pytest.raises(bootstrap.CannotSetUp):
        bootstrap.make_ready(for_tests=False)
    assert not bootstrap.STAMP.exists()


# system libraries


@pytest.fixture
def lacks_two(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    missing = ["libEGL.so.1", "libGL.so.1"]
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap, "can_load", lambda library: library not in missing)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/bin/{name}")
    return missing


def test_missing_libraries_are_installed_where_we_may(
    bootstrap: ModuleType, lacks_two: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Installs(Calls):
        def __call__(self, command: Sequence[str], surroundings: Mapping[str, str], *, quiet: bool = False) -> int:
            lacks_two.clear()
            return super().__call__(command, surroundings, quiet=quiet)

    calls = Installs()
    monkeypatch.setattr(bootstrap, "call", calls)
    monkeypatch.setattr(bootstrap, "apt_rights", list)
    bootstrap.ensure_libraries(bootstrap.TO_DRAW)

    (install,) = calls.made
    assert install.startswith("apt-get install")
    assert install.endswith("libegl1 libgl1")


def test_missing_libraries_are_named_with_the_command_where_we_may_not(
    bootstrap: ModuleType, lacks_two: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del lacks_two
    monkeypatch.setattr(bootstrap, "apt_rights", lambda: None)

    with pytest.raises(bootstrap.CannotSetUp, match="`sudo apt-get install libegl1 libgl1`"):
        bootstrap.ensure_libraries(bootstrap.TO_DRAW)


def test_on_another_linux_the_libraries_themselves_are_named(
    bootstrap: ModuleType, lacks_two: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del lacks_two
    monkeypatch.setattr(bootstrap.shutil, "which", nothing_on_the_path)

    with pytest.raises(bootstrap.CannotSetUp, match=r"libEGL\.so\.1, libGL\.so\.1"):
        bootstrap.ensure_libraries(bootstrap.TO_DRAW)


# the verbs


@pytest.fixture
def ready(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(bootstrap, "make_ready", lambda **_: None)
    monkeypatch.setattr(bootstrap, "ensure_libraries", lambda _wanted: None)
    monkeypatch.setattr(bootstrap, "ensure_message_bus", lambda: None)
    return bootstrap


def test_every_step_is_run_and_one_that_fails_fails_the_whole(
    ready: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = Calls(**{"ruff check": 1})
    monkeypatch.setattr(ready, "call", calls)

    assert ready.main(["test"]) == 1
    assert len(calls.made) == 5
    assert calls.made[-1].endswith("pytest")
    assert "Failed: lint." in capsys.readouterr().err
    monkeypatch.setattr(ready, "call", Calls())
    assert ready.main(["test"]) == 0


def test_without_a_screen_the_example_ends_in_a_scorecard_and_its_place_is_told(
    ready: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Makes(Calls):
        def __call__(self, command: Sequence[str], surroundings: Mapping[str, str], *, quiet: bool = False) -> int:
            if "--pdf" in command:
                Path(command[-1]).write_bytes(b"%PDF")
            return super().__call__(command, surroundings, quiet=quiet)

    calls = Makes()
    monkeypatch.setattr(ready, "call", calls)
    monkeypatch.setattr(ready, "has_screen", lambda *_: False)

    assert ready.main(["run"]) == 0
    said = capsys.readouterr().out
    assert [line.partition("--example ")[2].split()[0] for line in calls.made] == ["findings", "scorecard"]
    assert "no screen" in said
    assert str(ready.ROOT / "build" / "example" / "Daisy scorecard.pdf") in said


def test_a_scorecard_that_was_not_made_is_not_claimed(
    ready: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ready, "call", Calls())
    monkeypatch.setattr(ready, "has_screen", lambda *_: False)

    assert ready.main(["run"]) == 1
    assert "Done" not in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["fly"], ["run", "now"], ["--help"]])
def test_anything_else_is_answered_with_the_usage(
    bootstrap: ModuleType, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(arguments) == 2
    assert "Usage" in capsys.readouterr().err


def test_cli_hands_its_arguments_on(ready: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(**{"agentdesk check": 1})
    monkeypatch.setattr(ready, "call", calls)

    assert ready.main(["cli", "check", "--json"]) == 1
    assert calls.made[0].endswith("-m agentdesk check --json")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is another thing on Windows")
def test_ctrl_c_ends_the_command_and_says_one_word(tmp_path: Path) -> None:
    waits = tmp_path / "waits.py"
    waits.write_text(
        "import time\ntry:\n    print('up', flush=True)\n    time.sleep(60)\nexcept KeyboardInterrupt:\n    pass\n"
    )
    program = (
        # who runs the tests in the background may have told them not to listen to Ctrl+C
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"import sys; sys.path.insert(0, {str(SCRIPT.parent)!r}); import bootstrap, os\n"
        "bootstrap.make_ready = lambda **_: None\n"
        f"bootstrap.agentdesk = lambda _: bootstrap.call([sys.executable, {str(waits)!r}], os.environ)\n"
        "sys.exit(bootstrap.main(['cli']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "up\n"
        os.killpg(process.pid, 2)
        assert process.wait(timeout=20) == 130
        assert process.stderr.read().strip() == "Stopped."
