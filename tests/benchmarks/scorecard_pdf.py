"""A scorecard from record to file, against typst alone setting the same prepared pages with the same charts."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

import typst

from agentdesk.reports.charts import Charts
from agentdesk.reports.engine import Engine
from agentdesk.reports.saving import save_whole
from agentdesk.reports.scorecard_pdf import drawn_charts, prepared, write_scorecard
from tests.benchmarks.measuring import Context, Ratio, in_turns
from tests.reports.paper import RESOURCES
from tests.reports.samples import MONTH

ZONE = ZoneInfo("Europe/London")


def measure(context: Context) -> Sequence[Ratio]:
    """Each page has a name of its own, because typst remembers what it set before."""
    engine = Engine(RESOURCES)
    charts = Charts(engine.fonts)
    drawn = drawn_charts(charts, MONTH)
    pictures = {name: chart.svg() for name, chart in drawn.items()}
    numbers = itertools.count()
    target = context.scratch / "scorecard.pdf"

    source = (RESOURCES / "templates" / "scorecard.typ").read_bytes()
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(engine.fonts)])
    compiler = typst.Compiler(root=str(RESOURCES / "templates"), font_paths=fonts)
    given = {f"picture-{name}": svg for name, svg in pictures.items()}
    stencil = json.dumps(prepared(engine, replace(MONTH, agent="@@"), drawn, ZONE))
    moment = int(MONTH.made_at.timestamp())

    def alone() -> None:
        data = stencil.replace("@@", f"Agent {next(numbers)}")
        compiler.compile(
            source, sys_inputs={"data": data, **given}, format="pdf", pdf_standards="ua-1", timestamp=moment
        )

    def ours() -> None:
        card = replace(MONTH, agent=f"Agent {next(numbers)}")
        save_whole(target, engine.pdf("scorecard", prepared(engine, card, drawn, ZONE), card.made_at, pictures))

    def alone_and_charts() -> None:
        for chart in drawn.values():
            chart.svg()
        alone()

    def whole() -> None:
        write_scorecard(engine, charts, replace(MONTH, agent=f"Agent {next(numbers)}"), target, ZONE)

    alone_took, ours_took, drawing_took, whole_took = in_turns(alone, ours, alone_and_charts, whole)
    return (
        Ratio("Scorecard PDF, charts at hand", ours_took, alone_took, most=1.5),
        Ratio("Scorecard PDF with its charts", whole_took, drawing_took, most=1.5),
    )
