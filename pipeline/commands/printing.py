"""Pages → PDF, through a Chromium that is on the machine. Nothing is loaded: it gets the built files and no others."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, unquote

from pipeline.commands.files import shown
from pipeline.errors import InputError
from pipeline.project import Project
from pipeline.render.pdf import KEEP_LANGUAGES, MISSING, NOWHERE, finished

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_PATIENCE = 120_000
"""Milliseconds to wait for the browser: a busy machine is slow."""

_KINDS = {".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}


class Printer:
    """One browser for all pages of a build; it is started when the first one is printed."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._site = project.base_url or NOWHERE
        self._running: Any = None
        self._context: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._running is not None:
            self._running.stop()

    def pdf(self, path: str, tag: str) -> bytes:
        """Return the PDF of the built page `path`, in the language `tag`.

        Raises `InputError` if there is no browser, or if it cannot print.
        """
        if self._context is None:
            self._start()
        from playwright.sync_api import Error  # noqa: PLC0415 - an extra, as in `_start`

        try:
            page = self._context.new_page()
            page.goto(self._site + quote(path))
            page.evaluate(KEEP_LANGUAGES)
            printed = page.pdf(tagged=True, outline=True, prefer_css_page_size=True, print_background=True)
            page.close()
        except Error as error:
            name = shown(self._project.output / path, self._project.root)
            raise InputError(f"Chromium cannot print it ({_told(error)}); try again", name) from None
        return finished(printed, path, tag)

    def _start(self) -> None:
        try:
            from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - an extra
        except ImportError:
            raise InputError(MISSING) from None
        program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
        if program is None:
            message = "PDF needs Chromium, and there is none on this machine; install it"
            raise InputError(f"{message}, or switch pdf off in [tool.plainspoken.formats]")
        self._running = sync_playwright().start()
        try:
            browser = self._running.chromium.launch(executable_path=program, timeout=_PATIENCE)
        except Error as error:
            raise InputError(f"{program} does not start ({_told(error)}); check it") from None
        self._context = browser.new_context()
        self._context.set_default_timeout(_PATIENCE)
        self._context.route("**/*", self._answer)

    def _answer(self, route: Any) -> None:
        """Give the browser a built file; whatever else it asks for, it does not get."""
        address = route.request.url.partition("#")[0].partition("?")[0]
        place = self._project.output / unquote(address.removeprefix(self._site))
        if address.startswith(self._site) and _is_below(place, self._project.output) and place.is_file():
            route.fulfill(body=place.read_bytes(), content_type=_KINDS.get(place.suffix))
        else:
            route.abort()


def _is_below(place: Path, folder: Path) -> bool:
    return place.resolve().is_relative_to(folder.resolve())


def _told(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
