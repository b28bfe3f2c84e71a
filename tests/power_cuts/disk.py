"""What a disk may hold after a power cut: a program's writes and syncs are recorded by strace, and cut off anywhere.

What a file had when it was last synced is there. Of what was written since, each piece is there, or is not, or is torn
at the 512 bytes that a disk writes at once. Names come and go in the order in which the program made them do so, as
file systems with a journal see to, and are sure only once their folder was synced.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

_PROJECT = Path(__file__).parents[2]
_SECTOR = 512
_CALLS = (
    "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,"
    "sendfile,copy_file_range,mmap"
)
_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\)\s+= (-?\w+)(?:<.*>)?(?: .*)?$")
_WORDS = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OF_FILE = re.compile(r"(\d+)<([^>]*)>")
_SHARED_MEMORY = "-shm"
"""What ends so is made anew from the log whenever a store is first opened; it is written through memory."""


@dataclass(frozen=True, slots=True)
class _Written:
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class _Cut:
    size: int


@dataclass(slots=True)
class _File:
    """What is sure of it, and what has happened to it since."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[_Written | _Cut] = field(default_factory=list)

    def sync(self) -> None:
        for each in self.since:
            _happen(self.sure, each)
        self.since.clear()


@dataclass(frozen=True, slots=True)
class _Named:
    """A change of names: `file` stands under `new` from now on, or under none, and no longer under `old`."""

    old: str | None
    new: str | None
    file: int

    @property
    def folder(self) -> Path:
        return Path(self.old or self.new or "").parent


@dataclass(frozen=True, slots=True)
class _Said:
    """A line of the program's output."""

    words: str


@dataclass(frozen=True, slots=True)
class _Changed:
    file: int
    how: _Written | _Cut


@dataclass(frozen=True, slots=True)
class _Synced:
    """A file by its number, or a folder with the names in it."""

    what: int | Path


_Event = _Said | _Named | _Changed | _Synced


@dataclass(frozen=True)
class Recording:
    """What a program did in a folder, and what lay there before."""

    before: dict[str, bytes]
    events: tuple[_Event, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What may be on the disk after a cut: files by name, and what the program had said by then."""

    files: dict[str, bytes]
    said: tuple[str, ...]

    def lay(self, folder: Path) -> None:
        """Writes it into an empty folder."""
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def can_record() -> bool:
    """Whether strace is here and may look at other programs."""
    program = shutil.which("strace")
    return program is not None and not subprocess.run([program, "true"], capture_output=True, check=False).returncode


def record(folder: Path, *program: str) -> Recording:
    """Runs `python` with these words to its end and says what it did in the folder."""
    before = {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    trace = folder.with_name(f"{folder.name}.trace")
    command = ["strace", "-f", "-y", "-xx", "-s", "10000000", "-e", f"trace={_CALLS}", "-o", str(trace)]
    subprocess.run([*command, sys.executable, *program], cwd=_PROJECT, check=True, capture_output=True)
    return Recording(before, tuple(_events(trace, folder, before)))


def fail(folder: Path, fault: str, first: int, *program: str) -> tuple[str, str]:
    """Runs `python` with these words on a disk that fails, and gives its output and its errors.

    `fault` is what strace injects into calls that touch the folder's files, "pwrite64:error=ENOSPC" say, from the
    `first` of them on.
    """
    names = ("agentdesk.db", "agentdesk.db-wal", "agentdesk.db.new", *(str(each.name) for each in folder.iterdir()))
    of_these = [word for name in dict.fromkeys(names) for word in ("-P", str(folder / name))]
    inject = ["-e", f"trace={fault.partition(':')[0]}", "-e", f"inject={fault}:when={first}+"]
    command = ["strace", "-f", "-qq", "-o", "/dev/null", *of_these, *inject, sys.executable, *program]
    ended = subprocess.run(command, cwd=_PROJECT, capture_output=True, text=True, check=False)
    return ended.stdout, ended.stderr


def states(recording: Recording, number: int, chance: random.Random) -> Iterator[State]:
    """So many states, cut off at instants all over the recording."""
    cuts = sorted(chance.randrange(len(recording.events) + 1) for _ in range(number))
    names = {name: place for place, name in enumerate(recording.before)}
    files = {names[name]: _File(bytearray(data)) for name, data in recording.before.items()}
    unsure: list[_Named] = []
    said: list[str] = []
    done = 0
    for cut in cuts:
        for event in recording.events[done:cut]:
            _follow(event, files, names, unsure, said)
        done = cut
        yield State(_left(files, names, unsure, chance), tuple(said))


def _follow(
    event: _Event, files: dict[int, _File], names: dict[str, int], unsure: list[_Named], said: list[str]
) -> None:
    match event:
        case _Said(words):
            said.append(words)
        case _Named():
            files.setdefault(event.file, _File())
            unsure.append(event)
        case _Changed(file, how):
            files[file].since.append(how)
        case _Synced(int(file)):
            files[file].sync()
        case _Synced(folder):
            sure = [each for each in unsure if each.folder == folder]
            for each in sure:
                _name(names, each)
                unsure.remove(each)


def _left(
    files: dict[int, _File], names: dict[str, int], unsure: Sequence[_Named], chance: random.Random
) -> dict[str, bytes]:
    there = dict(names)
    for each in unsure[: chance.randrange(len(unsure) + 1)]:
        _name(there, each)
    # everything, nothing or some of it: the first two are as likely on a real disk and would be rare by chance
    likely = chance.choice((0.0, 1.0, 0.5))
    return {name: _torn(files[file], likely, chance) for name, file in there.items()}


def _torn(file: _File, likely: float, chance: random.Random) -> bytes:
    data = deepcopy(file.sure)
    for each in file.since:
        if isinstance(each, _Cut):
            if chance.random() < likely:
                _happen(data, each)
            continue
        for start in range(0, len(each.data), _SECTOR):
            if chance.random() < likely:
                _happen(data, _Written(each.at + start, each.data[start : start + _SECTOR]))
    return bytes(data)


def _happen(data: bytearray, what: _Written | _Cut) -> None:
    end = what.size if isinstance(what, _Cut) else what.at + len(what.data)
    if len(data) < end:
        data.extend(bytes(end - len(data)))
    if isinstance(what, _Cut):
        del data[end:]
    else:
        data[what.at : end] = what.data


def _name(names: dict[str, int], change: _Named) -> None:
    if change.old is not None:
        names.pop(change.old, None)
    if change.new is not None:
        names[change.new] = change.file


def _events(trace: Path, folder: Path, before: dict[str, bytes]) -> Iterator[_Event]:
    reader = _Reader(folder, {name: place for place, name in enumerate(before)})
    for line in trace.read_text(encoding="ascii").splitlines():
        if "unfinished" in line:
            raise AssertionError("two threads at once: what they wrote can't be put in order")
        parts = _LINE.match(line)
        if parts and not parts[3].startswith("-"):
            yield from reader.read(parts[1], parts[2], int(parts[3], 0))


class _Reader:
    """Understands strace's lines about one folder. What a program writes one after the other it counts itself."""

    def __init__(self, folder: Path, names: dict[str, int]) -> None:
        self._folder = folder
        self._names = names
        self._made = len(names)
        self._places: dict[str, int] = {}

    def read(self, call: str, words: str, answer: int) -> Iterator[_Event]:
        named = [bytes.fromhex(each.replace("\\x", "")) for each in _WORDS.findall(words)]
        opened = _OF_FILE.match(words)
        if call in ("write", "pwrite64") and opened and opened[1] == "1":
            yield from (_Said(each) for each in named[0].decode().splitlines() if each)
        elif call == "openat":
            yield from self._open(named[0].decode(), words)
        elif call in ("rename", "renameat", "renameat2"):
            yield from self._rename(*(self._inside(each.decode()) for each in named))
        elif call in ("unlink", "unlinkat"):
            yield from self._rename(self._inside(named[0].decode()), None)
        elif opened:
            yield from self._change(call, bytes.fromhex(opened[2].replace("\\x", "")).decode(), words, named, answer)

    def _change(self, call: str, path: str, words: str, named: Sequence[bytes], answer: int) -> Iterator[_Event]:
        name = self._inside(path)
        if call == "fsync" and name is not None and Path(path).is_dir():
            yield _Synced(Path(name))
        file = self._names.get(name) if name is not None else None
        if file is None:
            return
        if call in ("sendfile", "copy_file_range"):
            raise AssertionError(f"{call} tells not what was written")
        if call == "mmap" and "MAP_SHARED" in words and "PROT_WRITE" in words:
            raise AssertionError("what is written through memory isn't seen")
        if call == "pwrite64":
            yield _Changed(file, _Written(int(words.rpartition(", ")[2], 0), named[0][:answer]))
        elif call == "write":
            at = self._places.get(path, 0)
            self._places[path] = at + answer
            yield _Changed(file, _Written(at, named[0][:answer]))
        elif call == "ftruncate":
            yield _Changed(file, _Cut(int(words.rpartition(", ")[2], 0)))
        elif call in ("fsync", "fdatasync"):
            yield _Synced(file)

    def _open(self, path: str, words: str) -> Iterator[_Event]:
        name = self._inside(path)
        if name is None:
            return
        self._places.pop(path, None)
        if name not in self._names and "O_CREAT" in words:
            yield from self._make(name)
        elif name in self._names and "O_TRUNC" in words:
            yield _Changed(self._names[name], _Cut(0))

    def _make(self, name: str) -> Iterator[_Event]:
        self._names[name] = self._made
        self._made += 1
        yield _Named(None, name, self._names[name])

    def _rename(self, old: str | None, new: str | None) -> Iterator[_Event]:
        if old is not None and old in self._names:
            change = _Named(old, new, self._names[old])
            _name(self._names, change)
            yield change

    def _inside(self, path: str) -> str | None:
        """A file's name in the folder. None for one elsewhere, and for what is written through memory anyhow."""
        if not Path(path).is_relative_to(self._folder) or path.endswith(_SHARED_MEMORY):
            return None
        return str(Path(path).relative_to(self._folder))
