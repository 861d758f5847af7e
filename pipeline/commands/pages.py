"""Files that a build makes: put in their places, listed, removed when they are no longer published."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.commands.files import shown
from pipeline.commands.workspace import MANIFEST, listed_pages
from pipeline.errors import InputError
from pipeline.project import Project

_CHUNK = 1 << 20


def put_pieces(path: Path, pieces: Iterable[str], root: Path, *, sync: bool = False) -> tuple[bool, str]:
    """Bring a large file to `pieces` in one step, as `put` does; return whether that changed it, and its digest."""
    temporary = _temporary(path)
    size = 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            for piece in pieces:
                size += file.write(piece.encode())
            if sync:
                file.flush()
                os.fsync(file.fileno())
        made = digest_of(temporary, size)
        same = path.is_file() and path.stat().st_size == size and digest_of(path, size) == made
        if not same:
            temporary.replace(path)
    except OSError as error:
        raise _cannot("written", path, root, error) from None
    finally:
        _discard(temporary)
    return not same, made


def digest_of(path: Path, size: int) -> str:
    """Return the digest of a file of `size` bytes without having all of it in memory."""
    hashed = hashlib.blake2b(b"%d:" % size, digest_size=16)
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            hashed.update(piece)
    return hashed.hexdigest()


def _temporary(path: Path) -> Path:
    return path.parent / f".plainspoken-{secrets.token_hex(8)}.tmp"


def _discard(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def _cannot(what: str, path: Path, root: Path, error: OSError) -> InputError:
    return InputError(f"cannot be {what} ({error.strerror}); check the folder and its permissions", shown(path, root))


# --- the list of pages --------------------------------------------------------------------------------------------


class Ours:
    """Which files below the output folder are ours: told before they are written, so that no killed build forgets one.

    When a file is new, all that the build may write is told at once: the list of a large site is long.
    """

    def __init__(self, project: Project, possible: Iterable[str]) -> None:
        """Take all paths that may be written, except those of pictures."""
        self._project, self._possible = project, possible
        self._listed = listed_pages(project)

    def expect(self, paths: Iterable[str]) -> None:
        """Note that `paths` are about to be written."""
        new = [path for path in paths if path not in self._listed]
        if new:
            self._listed.update(new)
            self._listed.update(path for path in self._possible if not (self._project.output / path).exists())
            list_pages(self._project, self._listed)

    def left_over(self, current: Iterable[str]) -> set[str]:
        """Note that the `current` ones are there; return the other files that are listed."""
        others = self._listed.copy()
        for path in current:
            others.discard(path)
            self._listed.add(path)
        return others

    def forget(self, paths: set[str]) -> None:
        """Write the list without `paths`."""
        self._listed -= paths
        list_pages(self._project, self._listed)


def list_pages(project: Project, paths: Iterable[str], manifest: str = MANIFEST) -> None:
    """Write down which files below the output folder are ours."""
    put_pieces(project.output / manifest, _listing(sorted(paths)), project.root, sync=True)


def _listing(paths: Sequence[str]) -> Iterator[str]:
    """Yield a list in JSON, with a line for each path."""
    yield "["
    for number, path in enumerate(paths):
        yield f"{',' if number else ''}\n{json.dumps(path, ensure_ascii=False)}"
    yield "\n]\n" if paths else "]\n"


def remove(project: Project, paths: Iterable[str]) -> Iterator[str]:
    """Remove files below the output folder, and folders that become empty; yield the names of the files."""
    for path in paths:
        place = project.output / path
        try:
            place.unlink(missing_ok=True)
            _remove_empty(place.parent, project.output)
        except OSError as error:
            raise _cannot("removed", place, project.root, error) from None
        yield shown(place, project.root)


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
