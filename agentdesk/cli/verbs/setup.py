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
    parser.set_defaults(beforehand=read)


def run(arguments: argparse.Namespace, services: Services) -> int:
    write_lines(services.setup.apply(read(arguments)))
    return 0


def read(arguments: argparse.Namespace) -> bytes:
    """What stands in the file. Raises Sorry where none was named, or it can't be a set-up file."""
    path: Path | None = arguments.file
    if path is None:
        raise Sorry("Name the set-up file, or use --schema to see what it may hold.")
    if not path.is_file():
        raise Sorry(f"There is no file {path.name} there.")
    if path.stat().st_size > MOST_BYTES:
        raise Sorry("This file is too large to be a set-up file.")
    return path.read_bytes()
