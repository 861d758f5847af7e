"""Lines by name, kept in files: what is known of the articles of a large site need not be in memory."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator
from typing import IO


class Lines:
    """Lines by name, in order. New ones go into a file without a name."""

    def __init__(self, before: Lines | None = None) -> None:
        """Begin without lines; single ones may be kept from `before`, which is closed together with these."""
        self._before = before
        self._new: IO[bytes] | None = None
        self._places: dict[str, tuple[IO[bytes], int, int]] = {}
        """File, beginning and length of each line."""

        self._files: list[IO[bytes]] = []

    @classmethod
    def of(cls, file: IO[bytes], name: Callable[[bytes], str]) -> Lines:
        """Take over the rest of a file; `name` tells the name of a line."""
        lines = cls()
        lines._own(file)
        start = file.tell()
        for line in file:
            lines._places[name(line)] = file, start, len(line.rstrip(b"\n"))
            start += len(line)
        return lines

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._places))

    def get(self, name: str) -> bytes | None:
        """Return a line, if there is one."""
        if name not in self._places:
            return None
        file, start, length = self._places[name]
        file.seek(start)
        return file.read(length)

    def put(self, name: str, line: bytes) -> None:
        """Add a line, or replace one. On a disk without room it costs memory."""
        with contextlib.suppress(OSError):
            if self._new is None:
                self._new = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - open as long as the lines are needed
                self._own(self._new)
            start = self._new.seek(0, os.SEEK_END)
            if self._new.write(line) == len(line):
                self._places[name] = self._new, start, len(line)
                return
        self._places[name] = io.BytesIO(line), 0, len(line)

    def keep(self, name: str) -> None:
        """Take a line as it was before."""
        if self._before:
            self._places[name] = self._before._places[name]  # noqa: SLF001 - another one of this class

    def arrange(self, names: Iterable[str]) -> None:
        """Keep only the lines of `names`, in their order."""
        self._places = {name: self._places[name] for name in names if name in self._places}

    def close(self) -> None:
        """Let the files go: on some systems nobody could replace them."""
        for file in self._files:
            file.close()
        if self._before:
            self._before.close()

    def _own(self, file: IO[bytes]) -> None:
        self._files.append(file)
        weakref.finalize(self, file.close)
