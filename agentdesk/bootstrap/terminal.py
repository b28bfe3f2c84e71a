"""Runs a verb of the command line."""

from __future__ import annotations

import argparse
import io
import logging
import sys

from agentdesk.bootstrap.clock import the_clock
from agentdesk.bootstrap.glance import opening_of
from agentdesk.bootstrap.profiles import example_of, read_first_line, remove_example, services_of
from agentdesk.cli.command import REMOVE_EXAMPLE, Command
from agentdesk.cli.output import on_one_line, write_json
from agentdesk.desktop.folders import Folders, default_profile, resources_folder
from agentdesk.desktop.key_store import KeyStoreLocked, NoKeyStore
from agentdesk.domain.errors import Sorry
from agentdesk.services.desk.opening import NeedsPassphrase
from agentdesk.services.setup.setup import schema
from agentdesk.store.keys import DamagedKeys
from agentdesk.store.trouble import DamagedStore, WrongKey

ATTENTION = 1
BAD_INPUT = 2


def folders_of(arguments: argparse.Namespace) -> Folders:
    """The profile that was named, else the platform's place."""
    return Folders(arguments.profile or default_profile(), resources_folder())


def run(command: Command) -> int:
    """The exit status: 0 done, 1 something needs attention, 2 bad input and nothing changed.

    `speak_utf8` comes first, before the command is understood: what can't be is said on the same streams.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        return _run(command)
    except NeedsPassphrase as needed:
        files = "--passphrase-file FILE" if needed.new else "--passphrase-file FILE or --recovery-key-file FILE"
        sys.stderr.write(f"agentdesk: {needed} On the command line it comes with {files}.\n")
        return ATTENTION
    except (NoKeyStore, KeyStoreLocked, DamagedKeys, DamagedStore, WrongKey) as shut:
        # nothing that was typed is wrong; the key was taken from our own file, so that it fits unless one is damaged
        sys.stderr.write(f"agentdesk: {shut}\n")
        return ATTENTION
    except Sorry as sorry:
        # names from outside may hold line breaks
        sys.stderr.write(f"agentdesk: {on_one_line(str(sorry))}\n")
        return BAD_INPUT
    except BrokenPipeError:
        # somebody's `head` has read enough
        sys.stderr.close()
        return 0
    except OSError as trouble:
        said = f"{trouble.strerror or trouble}: {trouble.filename or 'a file'}."
        sys.stderr.write(f"agentdesk: {on_one_line(said)}\n")
        return BAD_INPUT


def speak_utf8() -> None:
    """Whatever the system's own letters are: callers have names in any, and JSON is UTF-8."""
    # closed by whoever started us; the exit status still answers
    sys.stdin = sys.stdin or io.TextIOWrapper(io.BytesIO())
    sys.stdout, sys.stderr = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _run(command: Command) -> int:
    if command.asks_for_schema:
        write_json(schema())
        return 0
    if command.run_alone is not None:
        return command.run_alone(command.arguments)
    command.look_beforehand()
    folders = folders_of(command.arguments)
    if command.verb == REMOVE_EXAMPLE:
        sys.stdout.write("The example is gone.\n" if remove_example(folders) else "There is no example here.\n")
        return 0
    if command.run is None:
        raise ValueError(f"{command.verb} opens a window")
    if command.arguments.example:
        store, services, _ = example_of(folders, the_clock())
    else:
        passphrase = read_first_line(command.arguments.passphrase_file)
        recovery = read_first_line(command.arguments.recovery_key_file)
        opening = opening_of(folders)
        store = opening.open_(passphrase, recovery)
        services = services_of(store, folders, the_clock(), opening.service_keys(store))
    try:
        return command.run(command.arguments, services)
    finally:
        store.close()
