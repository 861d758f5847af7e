"""How much was translated at earlier times: asked of git, from the commits that touched catalogs."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from pipeline.catalogs import State, read_po, state
from pipeline.commands.files import put, read_if_there
from pipeline.errors import InputError, InputErrors
from pipeline.home import FOLDER
from pipeline.project import Project
from pipeline.report.overview.figures import Point

MOST_POINTS = 24
"""Commits that are looked at, evenly spread: a line needs no more, and each costs reading what changed in it."""

_FILE = "history.json"
_FORMAT = 1

History = dict[str, list[Point]]
"""By the name of the locale, the oldest first."""


def read_history(project: Project) -> History:
    """Return how many words of all catalogs were translated at each commit looked at; nothing without git.

    It depends on the commits alone, not on the clock. What was counted is kept in the project's own folder by the
    content of catalogs, so that the next report counts what is new only.
    """
    git = _Git(project.root)
    commits = git.commits(project.catalogs)
    if not commits:
        return {}
    counted = _Counted(project, git)
    history: History = {}
    for seconds, day, commit in commits:
        for locale, (ready, words) in counted.at(commit).items():
            history.setdefault(locale, []).append(Point(day, seconds, ready, words))
    counted.keep()
    return history


def all_together(history: History) -> tuple[Point, ...]:
    """Return the sum of all locales at each commit."""
    sums: dict[int, Point] = {}
    for point in (point for points in history.values() for point in points):
        known = sums.get(point.seconds, Point(point.day, point.seconds, 0, 0))
        sums[point.seconds] = Point(
            known.day, known.seconds, known.words_ready + point.words_ready, known.words + point.words
        )
    return tuple(sums[seconds] for seconds in sorted(sums))


class _Git:
    """Asks git about one folder; where there is no git, or no repository, there is no answer."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def commits(self, folder: Path) -> list[tuple[int, dt.date, str]]:
        """Return time, day and name of the commits to look at, the oldest first."""
        told = self.ask("log", "--format=%ct %cs %H", "--", f"{folder.relative_to(self._root).as_posix()}/*.po")
        # git begins with the newest; of several commits in one second, that one counts.
        rows = reversed(list(_rows(told)))
        found = {int(seconds): (dt.date.fromisoformat(day), commit) for seconds, day, commit in rows}
        times = _spread(sorted(found))
        return [(seconds, *found[seconds]) for seconds in times]

    def catalogs(self, commit: str, folder: str) -> Iterator[tuple[str, str]]:
        """Yield path (below the folder of the project) and name of the content of every catalog in a commit."""
        for entry in self.ask("ls-tree", "-r", "-z", commit, "--", f"{folder}/").split(b"\0"):
            about, _, path = entry.partition(b"\t")
            if path.endswith(b".po"):
                yield path.decode("utf-8", "replace"), about.split()[2].decode()

    def contents(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of each of several files."""
        wanted = list(names)
        told = self.ask("cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
        at = 0
        for name in wanted:
            line, _, _ = told[at:].partition(b"\n")
            size = int(line.rsplit(b" ", 1)[-1]) if line.rsplit(b" ", 1)[-1].isdigit() else 0
            at += len(line) + 1
            yield name, told[at : at + size]
            at += size + 1 if size else 0

    def ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """Return what git prints; nothing if it refuses, or is not there."""
        command = ["git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", *arguments]
        with suppress(OSError):
            done = subprocess.run(command, cwd=self._root, input=given, capture_output=True, check=False)  # noqa: S603 - no shell, and names that git gave
            return done.stdout if done.returncode == 0 else b""
        return b""


def _rows(told: bytes) -> Iterator[tuple[str, str, str]]:
    for line in told.decode("ascii", "replace").splitlines():
        seconds, day, commit = line.split(" ")
        yield seconds, day, commit


def _spread(times: list[int]) -> list[int]:
    """Return the first, the last, and evenly spread ones between them."""
    if len(times) <= MOST_POINTS:
        return times
    return [times[round(number * (len(times) - 1) / (MOST_POINTS - 1))] for number in range(MOST_POINTS)]


class _Counted:
    """Words that are ready, and all words, of catalogs by the name of their content."""

    def __init__(self, project: Project, git: _Git) -> None:
        self._project, self._git = project, git
        self._place = project.root / FOLDER / _FILE
        self._known = self._read()
        self._used: dict[str, list[int]] = {}

    def at(self, commit: str) -> dict[str, tuple[int, int]]:
        """Return the sums at a commit, by locale."""
        found = [(path.split("/"), name) for path, name in self._git.catalogs(commit, self._project.catalogs.name)]
        new = dict.fromkeys(name for _, name in found if name not in self._known)
        for name, content in self._git.contents(new) if new else ():
            self._known[name] = _count(content)
        sums: dict[str, tuple[int, int]] = {}
        for (_, locale, *_), name in found:
            ready, words = self._used[name] = self._known[name]
            before = sums.get(locale, (0, 0))
            sums[locale] = before[0] + ready, before[1] + words
        return sums

    def keep(self) -> None:
        """Write down what was counted, as far as that is possible."""
        content = json.dumps({"format": _FORMAT, "counts": self._used}, sort_keys=True).encode()
        with suppress(InputError):
            put(self._place, content, self._project.root, sync=False)

    def _read(self) -> dict[str, list[int]]:
        with suppress(InputError, ValueError, RecursionError):
            kept = json.loads(read_if_there(self._place, self._project.root) or b"{}")
            if isinstance(kept, dict) and kept.get("format") == _FORMAT:
                return {name: [int(ready), int(words)] for name, (ready, words) in dict(kept["counts"]).items()}
        return {}


def _count(content: bytes) -> list[int]:
    """Return the words that were translated, and all; none of a catalog that cannot be read."""
    try:
        catalog = read_po(content, "")
    except (InputError, InputErrors):
        return [0, 0]
    sizes = [(len(message.msgid.split()), state(message)) for message in catalog.active]
    return [sum(words for words, how in sizes if how is State.TRANSLATED), sum(words for words, _ in sizes)]
