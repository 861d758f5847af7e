"""Reading and writing of files: whole or not at all, and never over somebody else's change."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import InputError

LARGEST = 32 * 2**20
"""Bytes that a file may have. No article or catalog comes near (the largest catalogs of big programs have 10 MB)."""

_TEMPORARY = re.compile(r"\.plainspoken-[0-9a-f]{16}\.tmp")
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def read(path: Path, root: Path) -> bytes:
    """Return the content of `path`. Raises `InputError`, with the path as seen from `root`, if it cannot be read."""
    content = read_if_there(path, root)
    if content is None:
        raise InputError("cannot be read (no such file); check its name, or who removed it", shown(path, root))
    return content


def read_if_there(path: Path, root: Path) -> bytes | None:
    """The same, but None if there is no such file; a link that leads nowhere is an error."""
    try:
        return _content(path, root)
    except OSError as error:
        if isinstance(error, (FileNotFoundError, NotADirectoryError)) and not path.is_symlink():
            return None
        message = f"cannot be read ({error.strerror}); check the file and its permissions"
        raise InputError(message, shown(path, root)) from None


def _content(path: Path, root: Path) -> bytes:
    # Not opened as usual: a pipe that nobody writes to would keep us waiting for ever.
    descriptor = os.open(path, _READ)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe or a device"
            raise InputError(f"cannot be read (it is {kind}); put a file in its place", shown(path, root))
        if status.st_size > LARGEST:
            message = f"{status.st_size >> 20} MB, and {LARGEST >> 20} are the most; is it another file by mistake?"
            raise InputError(message, shown(path, root))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(descriptor)


def files_below(folder: Path, suffix: str, root: Path) -> tuple[list[Path], list[InputError]]:
    """Return all that has a name with `suffix` below `folder`, sorted, and the folders that cannot be read.

    Hidden files and folders are passed over, and links to folders are not followed.
    """
    found: list[Path] = []
    errors: list[InputError] = []

    def tell(error: OSError) -> None:
        message = f"cannot be read ({error.strerror}); check the folder and its permissions"
        errors.append(InputError(message, shown(Path(error.filename), root)))

    for top, folders, names in os.walk(folder, onerror=tell):
        found += (Path(top, name) for name in (*folders, *names) if name.endswith(suffix) and not name.startswith("."))
        folders[:] = [name for name in folders if not name.startswith(".")]
    return sorted(found), errors


def write(path: Path, content: bytes, root: Path, seen: bytes | None) -> bool:
    """Bring `path` to `content`, and return whether that changed anything.

    `seen` is the content on which `content` is based (None: there was no file). The file is replaced in one step, so
    that nobody ever meets half of it; a link stays, and what it leads to is replaced. Raises `InputError` if it cannot
    be written, or if its content is no longer `seen` because another program saved it meanwhile.
    """
    if content == seen:
        return False
    place = Path(os.path.realpath(path)) if path.is_symlink() else path
    with _told(path, root), _temporary(place, content) as temporary:
        # Between this look and the next step an editor has some microseconds to save. Exchanging the two files and
        # looking afterwards would close that gap, but a kill in between would then lose what the editor saved.
        if read_if_there(place, root) != seen or not _replace(temporary, place, new=seen is None):
            message = "another program changed the file meanwhile; nothing was written, run the command again"
            raise InputError(message, shown(path, root))
        _sync(place.parent)
    return True


def put(path: Path, content: bytes, root: Path, *, sync: bool = True) -> bool:
    """Bring a file that nobody edits by hand, such as a page, to `content`; return whether that changed anything.

    Without `sync` it is not forced to the disk: that takes longer than to make a page, and after a power cut the next
    build makes it again.
    """
    if read_if_there(path, root) == content:
        return False
    with _told(path, root), _temporary(path, content, sync=sync) as temporary:
        temporary.replace(path)
    return True


def sweep(folder: Path) -> None:
    """Remove the temporary files that killed runs left in `folder` and below, where nobody writes at this moment."""
    for top, _, names in os.walk(folder):
        for name in filter(_TEMPORARY.fullmatch, names):
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(top, name))  # noqa: PTH108, PTH118 - there may be many


@contextlib.contextmanager
def _told(path: Path, root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"cannot be written ({error.strerror}); check the folder and its permissions"
        raise InputError(message, shown(path, root)) from None


@contextlib.contextmanager
def _temporary(place: Path, content: bytes, *, sync: bool = True) -> Iterator[Path]:
    """Give a file beside `place` that holds `content` and, with `sync`, is safe on the disk; it is gone afterwards."""
    temporary = place.parent / f".plainspoken-{secrets.token_hex(8)}.tmp"
    try:
        descriptor = os.open(temporary, _CREATE, 0o666)
    except FileNotFoundError:
        place.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(temporary, _CREATE, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            if sync:
                os.fsync(descriptor)
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(place.stat().st_mode))
        yield temporary
    finally:
        # Where even this is refused (the disk became read-only), the next command that may write sweeps it up.
        with contextlib.suppress(OSError):
            temporary.unlink()


def _replace(temporary: Path, place: Path, *, new: bool) -> bool:
    """Give `place` the content of `temporary` in one step; return False if it should be `new`, but is there already."""
    if new:
        try:
            os.link(temporary, place)  # Unlike a renamed file, a link never takes the place of another.
        except FileExistsError:
            return False
        except OSError:  # There are file systems without links.
            pass
        else:
            return True
    temporary.replace(place)
    return True


def _sync(folder: Path) -> None:
    """Make sure that a new name in `folder` survives a power cut, where the system can promise that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def shown(path: Path, root: Path) -> str:
    """Return `path` as messages and findings write it: relative to the project, with forward slashes."""
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return name.encode("utf-8", "replace").decode()


def now() -> dt.datetime:
    """Return the time for the headers of catalogs: ``SOURCE_DATE_EPOCH`` if set (reproducible-builds.org), else now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.datetime.now(dt.UTC)
    if epoch.isascii() and epoch.isdigit():
        with contextlib.suppress(ValueError, OverflowError, OSError):
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    message = f"SOURCE_DATE_EPOCH={epoch} is not a time; give seconds since 1970, or remove it from the environment"
    raise InputError(message)
