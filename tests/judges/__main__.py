"""Runs the judges, which need more than the project holds: node, or uv, and the network.

    python -m tests.judges documents FOLDER [SERVICE ...]   the services' documents, by prism
    python -m tests.judges clients [SERVICE ...]            the services' own clients, by uv

Ends with 1 where a judge objects.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.judges import client, document
from tests.judges.cases import cases


def main(words: list[str]) -> int:
    match words:
        case ["documents", folder, *services] if shutil.which("npx"):
            return _documents(Path(folder), services)
        case ["clients", *services] if shutil.which("uv"):
            return _clients(services)
        case ["documents", _, *_] | ["clients", *_]:
            print("The judges need npx (for documents) or uv (for clients).")
            return 2
        case _:
            print(__doc__)
            return 2


def _documents(folder: Path, services: list[str]) -> int:
    objected = 0
    for service, case in cases(services):
        try:
            judged = document.judge(service, case, folder)
        except FileNotFoundError as missing:
            print(f"{service}: not judged: {missing}")
            continue
        print(f"{service}: {judged.requests} requests, {judged.read} records, {len(judged.objections)} objections")
        print(*(f"  {each}" for each in judged.objections), sep="\n", end="\n" if judged.objections else "")
        objected += len(judged.objections)
    return 1 if objected else 0


def _clients(services: list[str]) -> int:
    differing = 0
    for service, case in cases(services):
        compared = client.compare(service, case)
        if compared is None:
            continue
        print(f"{service}: {compared.calls} calls, {compared.figures} figures, {len(compared.differences)} differ")
        print(*(f"  {each}" for each in compared.differences), sep="\n", end="\n" if compared.differences else "")
        differing += len(compared.differences)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
