"""All checks over a week's calls at a time, on one core: per call, and against Presidio's analyzer alone.

Presidio is heavy and no part of the project: where `AGENTDESK_PRESIDIO` names a Python that has it, with a small
English spaCy model, it reads the same calls in a process of its own; else that ratio is left out and this is said.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from agentdesk.checks.every import run_all
from agentdesk.checks.evidence import Diary, Evidence
from agentdesk.checks.matching import match_bookings
from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call
from agentdesk.services.calls.masking import Masking
from agentdesk.store.store import open_store
from tests.benchmarks import generator
from tests.benchmarks.desk import services_over
from tests.benchmarks.measuring import KEY, Context, Ratio

CALLS = 2_000
AT_ONCE = 400
"""Calls of one slice: a busy week of a small business."""
TURNS = 12
BAR_SECONDS = 0.020
"""For one call of twelve turns."""
PYTHON = "AGENTDESK_PRESIDIO"
OTHERS = 100
"""Calls that Presidio reads: it is slow."""


def measure(context: Context) -> Iterator[Ratio]:
    """Seconds a call, once masked: of many together, and of single ones of twelve turns."""
    store = open_store(context.scratch / "checks.db", KEY)
    business = services_over(store).businesses.current()
    store.close()
    masking = Masking()
    calls = [replace(each, id=at + 1) for at, each in enumerate(islice(generator.made(CALLS), CALLS))]

    def check(part: Sequence[Call]) -> None:
        last = max(each.started_at for each in part) + timedelta(hours=1)
        evidence = Evidence(
            now=last,
            business=business,
            calls=tuple(part),
            bookings=tuple(_entry(each) for each in part[::5]),
            diaries=(Diary("Diary", last, date.min, date.max),),
        )
        match_bookings(evidence)
        run_all(evidence)

    began = time.process_time()
    calls = [masking.call(each) for each in calls]
    yield Ratio("masking a call, on arrival", (time.process_time() - began) / CALLS, BAR_SECONDS, 1.0)
    check(calls[:AT_ONCE])
    began = time.process_time()
    for first in range(0, CALLS, AT_ONCE):
        check(calls[first : first + AT_ONCE])
    each_takes = (time.process_time() - began) / CALLS
    yield Ratio("a call, of a week's together", each_takes, BAR_SECONDS, 1.0)
    singles = sorted(_seconds(check, each) for each in calls if len(each.turns) == TURNS)
    yield Ratio(f"a call of {TURNS} turns alone, p50", statistics.median(singles), BAR_SECONDS, 1.0)
    yield Ratio(f"a call of {TURNS} turns alone, p95", singles[len(singles) * 95 // 100], BAR_SECONDS, 1.0)
    python = os.environ.get(PYTHON)
    if python is None:
        sys.stdout.write(f"checks: Presidio was not measured: {PYTHON} names no Python that has it\n")
        return
    texts = ["\n".join(turn.text for turn in each.turns) for each in calls[:OTHERS]]
    done = subprocess.run(
        [python, "-c", _PRESIDIO], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    yield Ratio("a call, against Presidio's analyzer", each_takes, float(done.stdout.split()[-1]) / OTHERS, 1 / 20)


def _seconds(check: Callable[[Sequence[Call]], None], call: Call) -> float:
    began = time.process_time()
    check((call,))
    return time.process_time() - began


def _entry(call: Call) -> Booking:
    starts = call.started_at + timedelta(days=2)
    return Booking(
        call.id, "Diary", call.external_id, starts, starts + timedelta(hours=1), service="Visit", phone=call.caller
    )


_PRESIDIO = """
import json, sys, time
import spacy.util
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider
texts = json.load(sys.stdin)
model = next(each for each in spacy.util.get_installed_models() if each.startswith("en_core_web_sm"))
models = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": model}]}
engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=models).create_engine())
engine.analyze(text=texts[0], language="en")
began = time.process_time()
for each in texts:
    engine.analyze(text=each, language="en")
print(time.process_time() - began)
"""
