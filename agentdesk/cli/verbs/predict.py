"""`agentdesk predict TASK`: benchmark records on stdin, prediction lines on stdout. Needs no store."""

from __future__ import annotations

import argparse
import json
import sys

from agentdesk.services.predictions.predicting import TASKS, predict


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("task", choices=TASKS, metavar="TASK", help=", ".join(TASKS))


def run_alone(arguments: argparse.Namespace) -> int:
    """Each answer is written as soon as it is there."""
    for answer in predict(arguments.task, sys.stdin.buffer):
        sys.stdout.write(json.dumps(answer) + "\n")
    return 0
