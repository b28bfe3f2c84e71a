"""The list of spam and test calls that a supplier is asked to give money back for, as a table for any spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from agentdesk.domain.call_mark import MarkedCall
from agentdesk.domain.wording import moment_in_words, number_in_words
from agentdesk.reports.saving import save_whole

HEAD = ("When", "Agent", "Caller", "Lasted (seconds)", "Cost", "Currency", "What it was", "The service's name for it")
_OBEYED = re.compile(r"^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]")
"""What a spreadsheet would take for a formula."""


def claim_list(calls: Sequence[MarkedCall], zone: ZoneInfo, *, apart: str = ",") -> str:
    """The table as text, a line each. Nothing in it runs when a spreadsheet opens it.

    `apart` stands between the columns: a tabulator where it is to be pasted into a spreadsheet or a message.
    """
    written = io.StringIO()
    table = csv.writer(written, delimiter=apart, lineterminator="\r\n")
    table.writerow(HEAD)
    for each in calls:
        table.writerow(map(_harmless, _row(each, zone)))
    return written.getvalue()


def write_claim_list(calls: Sequence[MarkedCall], zone: ZoneInfo, path: Path) -> None:
    """Saves the table, whole or not at all. Raises Sorry when it can't."""
    # spreadsheets take a file without this mark for one in the computer's own letters
    save_whole(path, claim_list(calls, zone).encode("utf-8-sig"))


def _row(call: MarkedCall, zone: ZoneInfo) -> tuple[str, ...]:
    return (
        moment_in_words(call.started_at, zone),
        call.agent or "",
        number_in_words(call.caller) if call.caller else "withheld",
        "" if call.seconds is None else f"{call.seconds:.0f}",
        "" if call.cost is None else f"{call.cost.amount:f}",
        "" if call.cost is None else call.cost.currency,
        call.mark.value,
        call.external_id,
    )


def _harmless(cell: str) -> str:
    """As text, whatever it looks like; on one line."""
    plain = " ".join(cell.split()) if any(each in cell for each in "\t\r\n\0") else cell
    return f"'{plain}" if _OBEYED.match(cell) else plain
