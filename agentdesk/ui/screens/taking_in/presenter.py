"""Decides what happens to files that are brought in: looked at, asked about, taken in, told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Finding, Severity
from agentdesk.domain.wording import counted, listed
from agentdesk.jobs.job import Job, Lane
from agentdesk.jobs.progress import JobProgress, Progress
from agentdesk.jobs.runner import Running
from agentdesk.services.connections.importing import Preview, Taken, What
from agentdesk.ui.desk import Desk
from agentdesk.ui.widgets.telling import one_line

T = TypeVar("T")
OWNER = "taking_in"
MOST_FILES = 20
LOOKED_AT = 3
"""Findings named on the page when it is done; the rest is one press away."""
WENT_WRONG = "Something went wrong on this screen. Your records are safe."


@dataclass(frozen=True, slots=True)
class Answers:
    """What the owner said about a file; None where the file speaks for itself."""

    what: What | None = None
    mapping: Mapping[str, str] | None = None
    day_first: bool | None = None
    separator: str | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was brought in: what it would give, or why it can't be read."""

    path: Path
    name: str
    preview: Preview | None = None
    refused: str = ""
    answers: Answers = Answers()

    @property
    def ready(self) -> bool:
        """Whether something of it can be taken in."""
        return self.preview is not None and self.preview.reading.ready and self.preview.reading.understood > 0

    @property
    def asks(self) -> bool:
        """Whether the owner has to answer something first."""
        return self.preview is not None and not self.preview.reading.ready


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file."""

    name: str
    taken: Taken | None = None
    left: int = 0
    """Records not yet taken in, because it was stopped."""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of all of them, in sentences, and what to do next."""

    sentences: tuple[str, ...]
    needs_you: int = 0
    first: tuple[Finding, ...] = ()
    calls: bool = False
    """Whether calls came in."""
    diary_missing: bool = False
    checked: bool = False
    """Whether anything new was checked."""


class TakingInView(Protocol):
    """What shows it."""

    def show_choosing(self) -> None: ...

    def show_looking(self, sentence: str) -> None: ...

    def show_files(self, files: Sequence[Looked]) -> None: ...

    def show_taking(self, sentence: str, done: int, of: int | None) -> None: ...

    def show_result(self, result: Result) -> None: ...


class Phase(Enum):
    """Where one is."""

    CHOOSING = "choosing"
    LOOKING = "looking"
    SHOWING = "showing"
    TAKING = "taking"
    TOLD = "told"


class TakingInPresenter:
    """Nothing is kept before the owner has seen what it is."""

    def __init__(self, desk: Desk, view: TakingInView, within: QObject) -> None:
        self._desk = desk
        self._view = view
        self._within = within
        self._files: tuple[Looked, ...] = ()
        self._running: Running | None = None
        self.phase = Phase.CHOOSING

    @property
    def files(self) -> tuple[Looked, ...]:
        """The files that were looked at."""
        return self._files

    def arrive(self) -> None:
        """One came to the page: what is under way stays, what is over makes room."""
        if self.phase in (Phase.CHOOSING, Phase.TOLD):
            self.start_over()

    def start_over(self) -> None:
        """Forget the files; nothing of them was kept, and what was taken in stays."""
        if self.phase is Phase.TAKING:
            return
        if self._running is not None:
            self._running.drop()
        self._files, self.phase = (), Phase.CHOOSING
        self._view.show_choosing()

    def bring(self, paths: Sequence[Path]) -> None:
        """Look at files without keeping anything of them. Those looked at before stay beside them."""
        if self.phase is Phase.TAKING or not paths:
            return
        wanted = tuple(dict.fromkeys(paths))
        if len(wanted) > MOST_FILES:
            self._desk.tell.trouble(f"These are {len(wanted):,} files. Bring in up to {MOST_FILES} at a time.")
            return
        if self.phase is Phase.TOLD:
            self._files = ()
        self._look(tuple(Looked(path, name_of(path)) for path in wanted))

    def answer(self, file: Looked, answers: Answers) -> None:
        """Look at a file again with what the owner said about it."""
        if self.phase is not Phase.TAKING:
            self._look((replace(file, answers=answers, preview=None, refused=""),))

    def leave_out(self, file: Looked) -> None:
        """Go on without a file."""
        self._files = tuple(each for each in self._files if each.path != file.path)
        if self._files:
            self._view.show_files(self._files)
        else:
            self.start_over()

    def take_in(self) -> None:
        """Keep what was shown. The diary comes first, so that the calls are checked against it."""
        previews = [each.preview for each in self._files if each.ready and each.preview is not None]
        if self.phase is not Phase.SHOWING or not previews:
            return
        previews.sort(key=lambda each: each.what)
        self.phase = Phase.TAKING
        self._view.show_taking("Starting", 0, None)
        self._submit(
            Job("Taking files in", lambda progress: self._take(previews, progress), Lane.WRITE, OWNER), self._on_taken
        )

    def stop(self) -> None:
        """Ask it to stop; what was taken in stays."""
        if self._running is not None and self.phase is Phase.TAKING:
            self._running.cancel()

    def heard(self, progress: JobProgress) -> None:
        """How far a job is: ours are shown."""
        if progress.owner != OWNER:
            return
        if self.phase is Phase.TAKING:
            self._view.show_taking(progress.sentence, progress.done, progress.of)
        elif self.phase is Phase.LOOKING:
            self._view.show_looking(progress.sentence)

    def _look(self, files: tuple[Looked, ...]) -> None:
        if self._running is not None:
            self._running.drop()
        # What a look that was overtaken had begun with is looked at again.
        known = {each.path: each for each in self._files} | {each.path: each for each in files}
        self._files, self.phase = tuple(known.values()), Phase.LOOKING
        self._view.show_looking(f"Looking at {listed([each.name for each in files[:3]])}")
        wanted = self._files
        self._submit(
            Job("Looking at files", lambda progress: self._looked(wanted, progress), Lane.READ, OWNER),
            self._on_looked,
        )

    def _submit(self, job: Job[T], on_done: Callable[[T], None]) -> None:
        self._running = self._desk.runner.submit(job, on_done, self._on_failed, within=self._within)

    def _looked(self, files: tuple[Looked, ...], progress: Progress) -> tuple[Looked, ...]:
        found = []
        for each in files:
            progress.stop_here()
            if each.preview is None and not each.refused:
                progress.say(f"Looking at {each.name}")
                found.append(self._look_at(each, progress))
            else:
                found.append(each)
        return tuple(found)

    def _look_at(self, file: Looked, progress: Progress) -> Looked:
        refused = why_not(file.path)
        if refused:
            return replace(file, refused=refused)
        said = file.answers

        def heed(number: int) -> None:
            progress.stop_here()
            if number:
                progress.say(f"Looking at {file.name}, {counted(number, 'record', 'records')} so far")

        try:
            preview = self._desk.services.importing.look(
                file.path, said.what, said.mapping, day_first=said.day_first, separator=said.separator, heed=heed
            )
        except Sorry as sorry:
            return replace(file, preview=None, refused=str(sorry))
        return replace(file, preview=preview, refused="")

    def _take(self, previews: Sequence[Preview], progress: Progress) -> Result:
        outcomes = [self._take_one(each, progress) for each in previews if not progress.cancelled]
        not_begun = previews[len(outcomes) :]
        outcomes += [Outcome(name_of(each.path), left=each.reading.understood) for each in not_begun]
        diary = self._desk.services.freshness.diary_until() is not None
        return result_of(outcomes, diary=diary)

    def _take_one(self, preview: Preview, progress: Progress) -> Outcome:
        name = name_of(preview.path)
        what = _kind(preview.what)

        def say(sentence: str, done: int, of: int | None) -> None:
            taking = sentence == "Taking in"
            words = f"Taking in {done:,} of {counted(of or done, *what)} from {name}" if taking else sentence
            progress.say(words, done, of)

        try:
            taken = self._desk.services.importing.take_in(preview, say, lambda: progress.cancelled)
        except Sorry as sorry:
            return Outcome(name, refused=str(sorry))
        return Outcome(name, taken, taken.left)

    def _on_looked(self, files: tuple[Looked, ...]) -> None:
        self._files, self.phase = files, Phase.SHOWING
        self._view.show_files(files)

    def _on_taken(self, result: Result) -> None:
        self._files, self.phase = (), Phase.TOLD
        self._view.show_result(result)

    def _on_failed(self, trouble: Exception) -> None:
        self._desk.tell.trouble(str(trouble) if isinstance(trouble, Sorry) else WENT_WRONG)
        was, self.phase = self.phase, Phase.SHOWING
        if was is Phase.TAKING:
            self._view.show_files(self._files)
        else:
            self.start_over()


def name_of(path: Path) -> str:
    """A file's name as it is shown; its folders are nobody's business."""
    return one_line(path.name, 120) or "this file"


def why_not(path: Path) -> str:
    """Why a thing that was dropped isn't looked at; nothing for a file."""
    try:
        if path.is_symlink() or path.suffix.lower() == ".lnk":
            return "This is a link to a file. Bring in the file itself."
        if path.is_dir():
            return "This is a folder. Open it and bring in the files inside."
    except (OSError, ValueError):
        return "This file can't be read. Check that it is still there and choose it again."
    return ""


def result_of(outcomes: Sequence[Outcome], *, diary: bool) -> Result:
    """What came of the files, in sentences."""
    several = len(outcomes) > 1
    sentences = []
    found: dict[str, Finding] = {}
    for each in outcomes:
        before = f"{each.name}: " if several else ""
        if each.refused:
            sentences.append(f"{each.name}: {each.refused}")
            continue
        if each.taken is not None:
            sentences.append(before + taken_in_words(each.taken))
            for gone in each.taken.checked.withdrawn:
                found.pop(gone.id, None)
            found |= {new.id: new for new in each.taken.checked.new}
        if each.taken is not None and each.taken.trouble:
            sentences.append(f"{before}{each.taken.trouble} {each.taken.unfinished}")
        elif each.left:
            sentences.append(
                f"{before}Stopped with {each.left:,} still to come. Take the file in again and it goes on from there."
            )
    needs = [each for each in found.values() if each.found.severity is not Severity.NOTE]
    needs.sort(key=lambda each: (each.found.severity is not Severity.RED, each.about_at))
    return Result(
        tuple(sentences),
        len(needs),
        tuple(needs[:LOOKED_AT]),
        any(each.taken is not None and each.taken.what == "calls" for each in outcomes),
        not diary,
        any(each.taken is not None and each.taken.new + each.taken.changed > 0 for each in outcomes),
    )


def taken_in_words(taken: Taken) -> str:
    """Like "61 new calls, 3 here already.", and for the same file again "61 calls here already."."""
    one, many = _kind(taken.what)
    parts = []
    if taken.new or not (taken.changed or taken.same):
        parts.append(counted(taken.new, f"new {one}", f"new {many}"))
    for number, said in ((taken.changed, "changed"), (taken.same, "here already")):
        if number:
            parts.append(f"{number:,} {said}" if parts else f"{counted(number, one, many)} {said}")
    if taken.unread:
        parts.append(f"{taken.unread:,} couldn't be read")
    return f"{', '.join(parts)}."


def amount_in_words(files: Sequence[Looked]) -> str:
    """What would be taken in: "61 calls and 24 diary entries"; nothing where there is nothing."""
    amounts = {"calls": 0, "bookings": 0}
    for each in files:
        if each.ready and each.preview is not None:
            amounts[each.preview.what] += each.preview.reading.understood
    said = []
    if amounts["calls"]:
        said.append(counted(amounts["calls"], "call", "calls"))
    if amounts["bookings"]:
        said.append(counted(amounts["bookings"], "diary entry", "diary entries"))
    return listed(said)


def _kind(what: What) -> tuple[str, str]:
    return ("call", "calls") if what == "calls" else ("diary entry", "diary entries")
