from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
import pypdf
import pytest

from agentdesk.domain.clock import Period
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Severity
from agentdesk.domain.scorecard import Scorecard, WentWrong
from agentdesk.reports.charts import Charts
from agentdesk.reports.engine import Engine
from agentdesk.reports.pages import Pages
from agentdesk.reports.scorecard_pdf import file_name, period_in_words, scorecard_pdf, write_scorecard
from tests.reports.paper import RESOURCES, assert_same_words, assert_sound, filled_shapes, plain, words_of
from tests.reports.samples import MONTH, NOTHING, ONE_CALL, TOO_MUCH

LONDON = ZoneInfo("Europe/London")
RED, AMBER = "#b3261e", "#8a5a00"
ALL = {"month": MONTH, "one call": ONE_CALL, "nothing": NOTHING, "too much": TOO_MUCH}


@pytest.fixture(scope="module")
def printed(engine: Engine, charts: Charts, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("scorecards")
    for name, scorecard in ALL.items():
        write_scorecard(engine, charts, scorecard, folder / f"{name}.pdf", LONDON)
    return {name: folder / f"{name}.pdf" for name in ALL}


@pytest.mark.parametrize("name", ALL)
def test_it_is_two_sound_pages_whatever_is_known(printed: dict[str, Path], name: str) -> None:
    assert_sound(printed[name], 2)


@pytest.mark.parametrize("name", ["month", "one call", "nothing"])
def test_its_words_are_those_of_the_reference(printed: dict[str, Path], name: str) -> None:
    assert_same_words(printed[name], f"scorecard, {name}")


@pytest.mark.parametrize("name", ["month", "one call", "too much"])
def test_every_figure_stands_there_to_the_digit(printed: dict[str, Path], name: str) -> None:
    words = words_of(printed[name])
    for figure in ALL[name].figures[:6]:
        assert plain(figure.words) in words
        assert plain(figure.last_period) in words
        assert figure.verdict.in_words in words


def test_the_other_measures_stand_beside_their_definitions(printed: dict[str, Path]) -> None:
    words = words_of(printed["month"])
    for figure in MONTH.figures[6:]:
        assert f"{figure.name}: {plain(figure.words)}" in words
    for name, definition in MONTH.definitions:
        assert name in words
        assert definition in words


def test_a_changed_digit_is_seen_on_the_page(engine: Engine, charts: Charts, tmp_path: Path) -> None:
    first = MONTH.figures[0]
    other = replace(MONTH, figures=(replace(first, words=first.words.replace("67", "66")), *MONTH.figures[1:]))
    write_scorecard(engine, charts, other, tmp_path / "other.pdf", LONDON)
    assert plain(first.words) not in words_of(tmp_path / "other.pdf")


def test_three_things_that_went_wrong_are_told_and_the_rest_counted(printed: dict[str, Path]) -> None:
    words = words_of(printed["month"])
    assert "Sam rang back." in words
    assert "Wrong price" not in words
    assert "and 1 more in the app" in words
    assert "and 37 more in the app" in words_of(printed["too much"])


@pytest.mark.parametrize(
    ("severity", "done", "marks"),
    [
        (Severity.RED, "", {(RED, 3)}),
        (Severity.AMBER, "", {(AMBER, 4)}),
        (Severity.RED, "Jo rang back.", set()),
    ],
)
def test_a_grave_matter_that_is_open_has_its_own_mark(
    engine: Engine, charts: Charts, tmp_path: Path, severity: Severity, done: str, marks: set[tuple[str, int]]
) -> None:
    wrong = WentWrong("Nobody came", "A caller asked twice.", done, date(2026, 11, 12), severity=severity)
    write_scorecard(engine, charts, replace(NOTHING, went_wrong=(wrong,)), tmp_path / "card.pdf", LONDON)
    assert filled_shapes(tmp_path / "card.pdf") & {(RED, 3), (RED, 4), (AMBER, 3), (AMBER, 4)} == marks


def test_too_much_text_ends_at_a_word_and_nothing_falls_off_the_page(printed: dict[str, Path]) -> None:
    pages = [plain(page.extract_text()) for page in pypdf.PdfReader(printed["too much"]).pages]
    assert "Decisions" in pages[0]
    assert "more in the app" in pages[0].split("Decisions")[1]
    assert pages[1].split("Every measure")[1].count("more in the app") == 1
    assert "Page 2 of 2" in pages[1]


def test_what_is_not_known_is_always_there(printed: dict[str, Path]) -> None:
    for name, path in printed.items():
        assert "What we don’t know" in words_of(path), name
    assert "What nobody looked at." in words_of(printed["nothing"])


def test_an_example_says_so_on_both_pages(printed: dict[str, Path]) -> None:
    assert words_of(printed["one call"]).count("EXAMPLE. These calls are made up.") == 2
    assert "EXAMPLE" not in words_of(printed["month"])


def test_each_chart_has_its_sentence_for_those_who_listen(printed: dict[str, Path], charts: Charts) -> None:
    sentences = [charts.calls_per_week(MONTH.weeks).sentence, charts.bookings_per_week(MONTH.weeks).sentence]
    with pikepdf.open(printed["month"]) as pdf:
        told = [str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    assert sorted(told) == sorted(sentences)
    for sentence in sentences:
        assert sentence in words_of(printed["month"])


def test_the_properties_name_nobody(printed: dict[str, Path]) -> None:
    with pikepdf.open(printed["month"]) as pdf:
        said = " ".join(str(each) for each in pdf.docinfo.values())
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261201083000")
    for name in ("Daisy", "Hartley", "Jo", "Sam"):
        assert name not in said


def test_the_same_scorecard_gives_the_same_bytes(engine: Engine, charts: Charts) -> None:
    assert scorecard_pdf(engine, charts, MONTH, LONDON) == scorecard_pdf(Engine(RESOURCES), charts, MONTH, LONDON)


def test_several_threads_may_print_at_once(tmp_path: Path) -> None:
    pages = Pages(RESOURCES)
    cards = [replace(MONTH, agent=f"Agent {number}") for number in range(6)]

    def print_one(card: Scorecard) -> Path:
        path = tmp_path / f"{card.agent}.pdf"
        pages.write_scorecard(card, path)
        return path

    with ThreadPoolExecutor(3) as pool:
        paths = list(pool.map(print_one, cards))
    for card, path in zip(cards, paths, strict=True):
        assert card.agent in words_of(path)


def test_the_day_under_the_page_is_the_day_of_the_business(engine: Engine, charts: Charts, tmp_path: Path) -> None:
    late = replace(MONTH, made_at=datetime(2026, 7, 31, 23, 30, tzinfo=UTC))
    write_scorecard(engine, charts, late, tmp_path / "late.pdf", LONDON)
    assert "Made on Sat 1 Aug 2026" in words_of(tmp_path / "late.pdf")


def test_a_scorecard_that_cannot_be_saved_says_so(engine: Engine, charts: Charts, tmp_path: Path) -> None:
    with pytest.raises(Sorry, match="folder isn't there"):
        write_scorecard(engine, charts, MONTH, tmp_path / "gone" / "card.pdf", LONDON)


def test_the_file_name_says_whose_and_when_and_suits_every_system() -> None:
    assert file_name(MONTH) == "Hartley Plumbing – Daisy – November 2026.pdf"
    odd = replace(MONTH, business="A/B: “Pipes”?\n", agent="..\\CON|<x>" + "y" * 300)
    assert not set(file_name(odd)) & set('\\/:*?"<>|\n')
    assert len(file_name(odd).encode()) < 255


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), "November 2026"),
        (date(2028, 2, 1), date(2028, 2, 29), "February 2028"),
        (date(2026, 2, 1), date(2026, 2, 27), "Sun 1 Feb to Fri 27 Feb 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "Mon 28 Dec 2026 to Sun 3 Jan 2027"),
        (date(2026, 11, 3), date(2026, 11, 3), "Tue 3 Nov 2026"),
    ],
)
def test_a_whole_month_is_called_by_its_name(first: date, last: date, said: str) -> None:
    assert period_in_words(Period(first, last)) == said
