"""Reading and writing of files: whole or not at all, and never over somebody else's change."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import tempfile
from pathlib import Path

from pipeline.errors import InputError


def read(path: Path, root: Path) -> bytes:
    """Return the content of `path`. Raises `InputError`, with the path as seen from `root`, if it cannot be read."""
    content = read_if_there(path, root)
    if content is None:
        raise InputError("cannot be read (no such file); it may just have been removed", shown(path, root))
    return content


def read_if_there(path: Path, root: Path) -> bytes | None:
    """The same, but None if there is no such file; a link that leads nowhere is an error."""
    try:
        return path.read_bytes()
    except OSError as error:
        if isinstance(error, (FileNotFoundError, NotADirectoryError)) and not path.is_symlink():
            return None
        message = f"cannot be read ({error.strerror}); check the file and its permissions"
        raise InputError(message, shown(path, root)) from None


def write(path: Path, content: bytes, root: Path, seen: bytes | None) -> bool:
    """Bring `path` to `content`, and return whether that changed anything.

    `seen` is the content on which `content` is based (None: there was no file). The file is replaced in one step, so
    that nobody ever meets half of it. Raises `InputError` if it cannot be written, or if its content is no longer
    `seen` because another program saved it meanwhile.
    """
    if content == seen:
        return False
    name = shown(path, root)
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _keep_permissions(Path(temporary), path)
        if read_if_there(path, root) != seen:
            message = "another program changed the file meanwhile; nothing was written, run the command again"
            raise InputError(message, name)
        Path(temporary).replace(path)
        temporary = None
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror}); check the folder and its permissions", name) from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
    return True


def put(path: Path, content: bytes, root: Path) -> bool:
    """Bring a file that nobody edits by hand, such as a page, to `content`; return whether that changed anything."""
    return write(path, content, root, read_if_there(path, root))


def shown(path: Path, root: Path) -> str:
    """Return `path` as messages and findings write it: relative to the project, with forward slashes."""
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return name.encode("utf-8", "replace").decode()


def _keep_permissions(temporary: Path, path: Path) -> None:
    """Give the new file the mode of the one it replaces; a new one gets what the user's umask allows."""
    if path.exists():
        mode = path.stat().st_mode & 0o777
    else:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    temporary.chmod(mode)


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
