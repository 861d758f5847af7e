"""One command at a time writes in a project, so that neither of two loses the other's work."""

from __future__ import annotations

import contextlib
import functools
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from pipeline.commands.files import sweep
from pipeline.errors import InputError
from pipeline.home import FOLDER
from pipeline.project import Project

P = ParamSpec("P")
R = TypeVar("R")

PATIENCE = 30.0
"""Seconds to wait for another command."""

_PAUSE = 0.05
_SOON = 0.5
_LOG = logging.getLogger("plainspoken")
_held: set[Path] = set()
_thread = threading.RLock()

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        """Lock the file, or raise `OSError`; the system frees it when this process ends, however it ends."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        """Lock the file, or raise `OSError`; the system frees it when this process ends, however it ends."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def alone(command: Callable[Concatenate[Project, P], R]) -> Callable[Concatenate[Project, P], R]:
    """Let no other command write while `command` reads and writes; one that only checks needs no lock."""

    @functools.wraps(command)
    def guarded(project: Project, /, *args: P.args, **options: P.kwargs) -> R:
        if options.get("check"):
            return command(project, *args, **options)
        with locked(project):
            return command(project, *args, **options)

    return guarded


@contextlib.contextmanager
def locked(project: Project, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of `project`, and begin with what a killed command left lying about.

    Raises `InputError` if another command holds it for longer than `patience` seconds.
    """
    with _thread:
        if project.root in _held:  # by a command that called this one
            yield
            return
        descriptor = _open(project.root)
        try:
            if descriptor is not None:
                _wait(descriptor, patience)
            for folder in (project.source, project.catalogs, project.output):
                sweep(folder)
            _held.add(project.root)
            yield
        finally:
            _held.discard(project.root)
            if descriptor is not None:
                os.close(descriptor)


def _open(root: Path) -> int | None:
    """Return the file to be locked; None where it cannot be made, as in a folder that is only for reading."""
    folder = root / FOLDER
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        return os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    return None


def _wait(descriptor: int, patience: float) -> None:
    begun = time.monotonic()
    told = False
    while not _taken(descriptor):
        waited = time.monotonic() - begun
        if waited > patience:
            message = f"another plainspoken command has been writing in this project for {patience:g} seconds"
            raise InputError(f"{message}; wait for its end, or end it, and run this one again")
        if waited > _SOON and not told:
            _LOG.warning("waiting for another plainspoken command that writes in this project")
            told = True
        time.sleep(_PAUSE)


def _taken(descriptor: int) -> bool:
    try:
        _take(descriptor)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # The file system knows no locks; all that is left is the look before each file is replaced.
        return True
    return True
