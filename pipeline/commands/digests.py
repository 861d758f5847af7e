"""Digests of files, without reading again those that are certainly as they were.

A file is known by its content; its size, times and number on the disk only save reading it. They are trusted as git
trusts them: not if the file was changed so shortly before it was looked at that a further change could have left them
the same ("racy" files).
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

SETTLED = 2_000_000_000
"""Nanoseconds after which a further change gives a file another time on any file system (FAT counts in 2 seconds)."""

_WHEN_SAVED = 0
"""In the place of a time: a page is looked at when it is written, and nobody else writes it until the build ends."""

MISSING = ""
UNREADABLE = "?"

Seen = list[int | str]
"""How a file was found: size, time of content, time of status, number on the disk, when it was looked at, digest."""


def digest(*contents: bytes | str) -> str:
    """Return the digest of several contents, which says where one ends and the next begins."""
    hashed = hashlib.blake2b(digest_size=16)
    for content in contents:
        data = content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
        hashed.update(b"%d:" % len(data) + data)
    return hashed.hexdigest()


class Digests:
    """The digests of files below one folder; `saved` is when a build last wrote down what it had made."""

    def __init__(self, root: Path, saved: int = 0) -> None:
        self._root = str(root)
        self._saved = saved

    def look(self, name: str, known: Seen | None = None) -> Seen:
        """Return how the file `name` is found now; `known` is how it was found before.

        A file that is missing or cannot be read has an entry without times.
        """
        place = os.path.join(self._root, name)  # noqa: PTH118 - this runs for every file of a project at every build
        try:
            status = os.stat(place)  # noqa: PTH116
            signature = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
            if known is not None and known[:4] == signature and self._settled(known):
                return known
            if not stat.S_ISREG(status.st_mode):  # a pipe would keep us waiting for ever
                return [UNREADABLE]
            now = time.time_ns()
            content = Path(place).read_bytes()
        except OSError as error:
            gone = isinstance(error, (FileNotFoundError, NotADirectoryError)) and not os.path.islink(place)  # noqa: PTH114
            return [MISSING if gone else UNREADABLE]
        return [*signature, now, digest(content)]

    def made(self, name: str, made: str) -> Seen:
        """Return the entry of a file that was written just now, with the digest of what was written."""
        status = os.stat(os.path.join(self._root, name))  # noqa: PTH116, PTH118
        return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, _WHEN_SAVED, made]

    def same(self, files: Mapping[str, Seen]) -> bool:
        """Tell whether all `files` still have the content that they had."""
        return all(self.look(name, seen)[-1] == seen[-1] for name, seen in files.items())

    def _settled(self, seen: Seen) -> bool:
        """Tell whether a change after the file was looked at would have given it another time."""
        _, content, status, _, looked, _ = seen
        return (int(looked) or self._saved) - max(int(content), int(status)) > SETTLED


def names(folder: Path, suffix: str | tuple[str, ...]) -> list[str]:
    """Return all below `folder` that ends in `suffix` (or one of them), and folders that cannot be read.

    What is hidden is left out.
    """
    return sorted(_names(str(folder), "", suffix)) if folder.is_dir() else []


def _names(folder: str, above: str, suffix: str | tuple[str, ...]) -> Iterator[str]:
    try:
        entries = os.scandir(folder)
    except OSError:
        yield above + UNREADABLE
        return
    with entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.name.endswith(suffix):
                yield above + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _names(entry.path, f"{above}{entry.name}/", suffix)


def tools(wanted: Iterable[str], folders: Iterable[str]) -> dict[str, str]:
    """Return the version of each of the packages `wanted`, as pip installed them in one of `folders`.

    This reads the names of folders only: `importlib.metadata` would take as long as all the rest of a build that has
    nothing to do.
    """
    sought = {name.lower().replace("-", "_"): name for name in wanted}
    found: dict[str, str] = {}
    for folder in folders:
        try:
            entries = os.listdir(folder or ".")  # noqa: PTH208
        except OSError:
            continue
        for entry in entries:
            if entry.endswith(".dist-info"):
                name, _, version = entry.removesuffix(".dist-info").partition("-")
                if own := sought.get(name.lower().replace("-", "_").replace(".", "_")):
                    found.setdefault(own, version)
    return found
