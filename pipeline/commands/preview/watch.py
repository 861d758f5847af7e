"""Follows the files of a project, and tells every open page when one changed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from watchfiles import Change, awatch

from pipeline.home import FILES
from pipeline.project import Project
from pipeline.render.html import FOLDER as TEMPLATES

_PAUSE = 25
"""Milliseconds without a change after which those so far are told."""

_PATIENCE = 400
"""The longest time, in milliseconds, until changes are told: a checkout of a thousand files never pauses."""

_CALM = 1000
"""Milliseconds after which we hear that nothing changed."""

_BEAT = 15.0
"""Seconds after which a page hears that all is well, so that we notice when it has gone away."""


class Hub:
    """Tells open pages that something changed."""

    def __init__(self) -> None:
        """Begin with nobody who listens."""
        self._listeners: set[asyncio.Event] = set()
        self._version = 0
        self._closed = False

    def tell(self) -> None:
        """Tell all pages that something changed; one that is still busy hears it once."""
        self._version += 1
        for event in self._listeners:
            event.set()

    def close(self) -> None:
        """Let all pages go, so that the server can end at once."""
        self._closed = True
        self.tell()

    async def listen(self) -> AsyncIterator[str]:
        """Yield server-sent events for one page, until it goes away."""
        event = asyncio.Event()
        self._listeners.add(event)
        try:
            yield f"retry: 500\nevent: ready\ndata: {self._version}\n\n"
            while not self._closed:
                try:
                    await asyncio.wait_for(event.wait(), _BEAT)
                except TimeoutError:
                    yield ": \n\n"
                    continue
                event.clear()
                if not self._closed:
                    yield f"event: change\ndata: {self._version}\n\n"
        finally:
            self._listeners.discard(event)


class Watcher:
    """Follows the files that pages are made from."""

    def __init__(self, project: Project, changed: Callable[[set[Path]], Awaitable[None]]) -> None:
        """Take the project, and whom to tell which files changed."""
        self._root, self._changed = project.root, changed
        self._folders = (project.source, project.catalogs)
        self._again = asyncio.Event()

    async def run(self) -> None:
        """Follow them until this task is cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._follow_root())
            group.create_task(self._follow_folders())

    async def _follow_root(self) -> None:
        """Follow the configuration; and when a folder comes or goes, look into it anew."""
        names = {folder.name for folder in self._folders}
        while True:
            async for changes in _changes(self._root, recursive=False):
                found = {
                    Path(path) for kind, path in changes if kind is not Change.modified and Path(path).name in names
                }
                if found:
                    self._again.set()
                found |= {Path(path) for _, path in changes if Path(path).name in FILES}
                if found:
                    await self._changed(found)

    async def _follow_folders(self) -> None:
        missed: set[Path] = set()
        while True:
            self._again = asyncio.Event()
            folders = [folder for folder in (*self._folders, TEMPLATES) if folder.is_dir()]
            async for changes in _changes(*folders, stop=self._again):
                if found := {Path(path) for _, path in changes} | missed:
                    await self._changed(found)
                missed = set()
            missed = set(folders)  # nobody looked, until they are followed again


async def _changes(
    *paths: Path, recursive: bool = True, stop: asyncio.Event | None = None
) -> AsyncIterator[set[tuple[Change, str]]]:
    """Yield what changed below `paths`, or nothing whenever nothing did for a while.

    Where the system follows no more folders for us (Linux allows each user 128 followers), they are looked through
    again and again.
    """
    for polling in (False, True):
        try:
            async for changes in awatch(
                *paths,
                watch_filter=_counts,
                debounce=_PATIENCE,
                step=_PAUSE,
                rust_timeout=_CALM,
                yield_on_timeout=True,
                stop_event=stop,
                recursive=recursive,
                force_polling=polling or None,
            ):
                yield changes
        except FileNotFoundError:  # it went away just now
            break
        except (OSError, RuntimeError):  # both come from the library, for one reason or another of the system
            continue
        else:
            return
    await asyncio.sleep(_CALM / 1000)


def _counts(_: Change, path: str) -> bool:
    """Tell files of people from what editors and we ourselves put beside them for a moment."""
    name = Path(path).name
    return not name.startswith(".") and not name.endswith(("~", ".tmp", ".swp"))
