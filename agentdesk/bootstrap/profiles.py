"""Opens a profile: the owner's own store, or the example's throw-away one."""

from __future__ import annotations

import shutil
from pathlib import Path

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import Folders
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.reports.pages import Pages
from agentdesk.services.connections.service_keys import ServiceKeys
from agentdesk.services.desk.example import Example
from agentdesk.services.services import Services
from agentdesk.settings.file import also_hidden
from agentdesk.store.store import Store

EXAMPLE = "example"
SETTINGS = "settings.json"
LONGEST_LINE = 64 * 1024
"""Bytes of a passphrase; what is longer, such as a device that never ends, is none."""


def services_of(
    store: Store, folders: Folders, clock: Clock, keys: ServiceKeys | None = None, *, example: bool = False
) -> Services:
    """The services of an open store, printing with the templates and fonts that come with the program."""
    pages = Pages(folders.resources)
    return build_services(
        store,
        folders.resources,
        clock,
        pages,
        pages,
        example=example,
        keys=keys,
        also_hidden=lambda: also_hidden(folders.profile / SETTINGS),
    )


def example_of(folders: Folders, clock: Clock) -> tuple[Store, Services, Clock]:
    """The example week with its own clock, made when it isn't there yet or has grown old."""
    folders.prepare()
    example = Example(folders.profile / EXAMPLE, folders.resources / EXAMPLE, clock)
    store = example.open_()
    services = services_of(store, folders, example.clock, example=True)
    example.fill(services.setup, services.importing)
    return store, services, example.clock


def has_example(folders: Folders) -> bool:
    return (folders.profile / EXAMPLE).is_dir()


def remove_example(folders: Folders) -> bool:
    """Takes the example out, whole. False when there was none. Raises Sorry for what isn't ours to take out."""
    folder = folders.profile / EXAMPLE
    if folder.is_symlink():
        raise Sorry(f"{folder} only points to another folder, which may hold something else. Take it out by hand.")
    if not folder.is_dir():
        return False
    shutil.rmtree(folder)
    return True


def read_first_line(path: Path | None) -> str | None:
    """A passphrase or recovery key from a file: its first line, without the line's end."""
    if path is None:
        return None
    with path.open("rb") as file:
        line = file.readline(LONGEST_LINE)
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = None
    if text is None or len(line) == LONGEST_LINE:
        raise Sorry(f"{path.name} does not hold a line of text.")
    return text.splitlines()[0] if text else ""
