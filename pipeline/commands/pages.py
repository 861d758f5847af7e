"""Files that a build makes: put in their places, listed, removed when they are no longer published."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.commands.files import put, read_if_there, shown
from pipeline.commands.workspace import MANIFEST
from pipeline.errors import InputError
from pipeline.project import Project

_CHUNK = 1 << 20


def put_page(path: Path, content: bytes, root: Path) -> bool:
    """Bring a page to `content` in one step; return whether that changed anything.

    Unlike a catalog, a page is not forced to the disk: that takes longer than to make it, and after a power cut the
    next build makes it again.
    """
    if read_if_there(path, root) == content:
        return False
    temporary = _temporary(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        raise _cannot("written", path, root, error) from None
    finally:
        _discard(temporary)
    return True


def put_pieces(path: Path, pieces: Iterable[str], root: Path) -> tuple[bool, str]:
    """Do the same with a large file, piece by piece; return also its digest."""
    temporary = _temporary(path)
    size = 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            for piece in pieces:
                size += file.write(piece.encode())
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


def list_pages(project: Project, paths: Iterable[str]) -> None:
    """Write down which files below the output folder are ours."""
    text = json.dumps(sorted(paths), indent=0, ensure_ascii=False)
    put(project.output / MANIFEST, f"{text}\n".encode(), project.root)


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
