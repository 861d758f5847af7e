"""A browser of this machine, which is shown the files of one folder and nothing else."""

from __future__ import annotations

import mimetypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Error, Playwright, Request, Route, sync_playwright

from pipeline.errors import InputError

ORIGIN = "https://pages.invalid"
"""The address at which the browser sees the pages. Nobody can own it (RFC 6761), and no request leaves the browser."""

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_OPTIONS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_ICON = "/favicon.ico"
"""Browsers ask for it by themselves."""


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium, Chrome or Edge, whichever is installed. Raises `InputError` if none of them starts."""
    with sync_playwright() as playwright:
        started = _started(playwright)
        try:
            yield started
        finally:
            started.close()


def _started(playwright: Playwright) -> Browser:
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    own = playwright.chromium.executable_path
    reason = ""
    for program in filter(None, (found, own if Path(own).is_file() else None)):
        try:
            return playwright.chromium.launch(executable_path=program, args=_OPTIONS, chromium_sandbox=_sandboxed())
        except Error as error:
            reason = f" ({program}: {error.message.strip().splitlines()[0]})"
    raise InputError(f"no browser starts{reason}; install Chromium, Chrome or Edge so that it is found by its name")


def _sandboxed() -> bool:
    """Tell whether the browser may shut pages in: its sandbox does not start for the administrator."""
    return not hasattr(os, "geteuid") or os.geteuid() != 0


class Files:
    """Answers the browser from the files of a folder, and writes down what was not there and who else was asked."""

    def __init__(self, folder: Path, names: frozenset[str], base: str) -> None:
        """Take the names of the files, and the address that the pages give for the folder (empty if they do not)."""
        self._folder, self._names = folder, names
        self._prefix = urlsplit(base).path or "/"
        self.missing: list[str] = []
        self.elsewhere: list[str] = []

    def address(self, name: str) -> str:
        """Return where the browser finds a file."""
        return f"{ORIGIN}{self._prefix}{quote(name)}"

    def begin(self) -> None:
        """Forget what was written down."""
        self.missing, self.elsewhere = [], []

    def answer(self, route: Route, request: Request) -> None:
        """Answer one request."""
        address = urlsplit(request.url)
        if address.scheme in {"data", "blob", "about"}:
            route.continue_()
        elif f"{address.scheme}://{address.netloc}" != ORIGIN:
            self.elsewhere.append(request.url)
            route.abort()
        else:
            self._serve(route, unquote(address.path))

    def _serve(self, route: Route, path: str) -> None:
        name = self._name(path)
        try:
            content = (self._folder / name).read_bytes() if name is not None else None
        except OSError:
            content = None
        if name is None or content is None:
            if path != _ICON:
                self.missing.append(path)
            route.fulfill(status=404, content_type="text/plain", body="not here")
        else:
            route.fulfill(body=content, content_type=mimetypes.guess_type(name)[0] or "application/octet-stream")

    def _name(self, path: str) -> str | None:
        """Return the file that a server would answer with."""
        inner = path.removeprefix(self._prefix) if path.startswith(self._prefix) else path.lstrip("/")
        candidates = (inner, f"{inner}index.html" if not inner or inner.endswith("/") else inner)
        return next((each for each in candidates if each in self._names), None)
