"""`agentdesk setup FILE`: sets a business up from a file; `--schema` prints what the file may hold."""

from __future__ import annotations

import argparse
from pathlib import Path

from agentdesk.cli.output import write_lines
from agentdesk.domain.errors import Sorry
from agentdesk.services.services import Services

MOST_BYTES = 5_000_000


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="the set-up file")
    parser.add_argument("--schema", action="store_true", help="print the file's JSON schema")


def run(arguments: argparse.Namespace, services: Services) -> int:
    if arguments.file is None:
        raise Sorry("Name the set-up file, or use --schema to see what it may hold.")
    write_lines(services.setup.apply(_read(arguments.file)))
    return 0


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise Sorry(f"There is no file {path.name} there.")
    if path.stat().st_size > MOST_BYTES:
        raise Sorry("This file is too large to be a set-up file.")
    return path.read_bytes()
