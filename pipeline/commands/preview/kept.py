"""What was made of files, kept until they change.

What cannot be read any more stays as it was, and is told: somebody is about to mend it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pipeline.commands.digests import MISSING, SETTLED, UNREADABLE, digest
from pipeline.commands.files import read_if_there
from pipeline.errors import InputError, InputErrors

Result = TypeVar("Result")


@dataclass(slots=True)
class File:
    """What was last made of a file."""

    stamp: object = None
    settled: bool = False
    """Whether a further change would have given the file another stamp."""

    content: str | None = None
    """The digest of what was read."""

    value: Any = None
    errors: list[InputError] = field(default_factory=list)


class Kept:
    """Reads files again only where they changed, and makes again only what depends on them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[Path, File] = {}
        self._made: dict[object, tuple[tuple[object, ...], Any]] = {}

    def seen(self, path: Path | None) -> File | None:
        """Return what is known of a file; None if nobody looked at it."""
        return self._files.get(path) if path else None

    def look(self, path: Path, make: Callable[[bytes], Any]) -> File:
        """Return what `make` makes of the file at `path`, now or when it was last seen as it is now."""
        file = self._files.setdefault(path, File())
        stamp, settled = _stamp(path)
        if file.stamp == stamp and file.settled:
            return file
        file.stamp, file.settled, before = stamp, settled, file.content
        try:
            content = read_if_there(path, self._root)
        except InputError as error:
            file.content, file.errors = UNREADABLE, [error]
            return file
        file.content = MISSING if content is None else digest(content)
        if file.content != before:
            _make(file, content, make)
        return file

    def keep(self, name: object, inputs: tuple[object, ...], make: Callable[[], Result]) -> Result:
        """Return what `make` returned for these very inputs."""
        before = self._made.get(name)
        if before is None or len(before[0]) != len(inputs) or any(a is not b for a, b in zip(before[0], inputs)):  # noqa: B905
            before = self._made[name] = (inputs, make())
        made: Result = before[1]
        return made


def _make(file: File, content: bytes | None, make: Callable[[bytes], Any]) -> None:
    file.errors = []
    try:
        file.value = None if content is None else make(content)
    except InputErrors as several:
        file.errors = list(several.errors)
    except InputError as error:
        file.errors = [error]


def _stamp(path: Path) -> tuple[object, bool]:
    """Return what changes when a file is written, and whether a further change would give it another one.

    Two changes within one tick of the clock leave the same time (see `pipeline.commands.digests`).
    """
    try:
        status = path.stat()
    except OSError as error:
        return error.errno, True
    settled = time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) > SETTLED
    return (status.st_mtime_ns, status.st_size, status.st_ino), settled
