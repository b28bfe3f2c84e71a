"""What pip installs is what uv installs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXPORT = ["export", "--locked", "--no-emit-project", "--no-header", "--no-annotate", "--quiet"]


def uv_works() -> bool:
    uv = shutil.which("uv")
    return uv is not None and subprocess.run([uv, "--version"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not uv_works(), reason="uv is not installed, so its lock cannot be read out")
@pytest.mark.parametrize(
    ("name", "group"), [("requirements.txt", ["--no-dev"]), ("requirements-dev.txt", ["--group", "dev"])]
)
def test_the_requirements_for_pip_are_those_of_the_lock(name: str, group: list[str]) -> None:
    surroundings = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    exported = subprocess.run(
        ["uv", *EXPORT, *group], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True
    ).stdout

    assert (ROOT / "packaging" / name).read_text() == exported, (
        f"write it anew: uv {' '.join([*EXPORT, *group])} > packaging/{name}"
    )


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_has_a_hash(name: str) -> None:
    entries = (ROOT / "packaging" / name).read_text().replace("\\\n", "").splitlines()

    assert entries
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
