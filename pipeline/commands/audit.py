"""``audit``: finished pages, ours or anybody's, without a browser (`audit_browser` adds what one shows)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.audit import Audit
from pipeline.audit.site import Site, site_of
from pipeline.commands.files import read, shown
from pipeline.errors import InputError, PlainspokenError, collect
from pipeline.model import Finding

_PAGES = frozenset({".html", ".htm", ".xhtml"})
_LARGEST = 20_000_000
"""Bytes of a page; a larger one is no page for people."""


@dataclass(slots=True)
class Audited:
    """What an audit saw and found."""

    pages: int = 0
    findings: list[Finding] = field(default_factory=list)
    """Sorted by file and line."""

    errors: list[InputError] = field(default_factory=list)
    site: Site = field(default_factory=lambda: site_of(frozenset(), {}))
    """The pages beside each other."""

    def sort(self) -> None:
        """Put findings into the order of files and lines."""
        self.findings.sort(key=lambda each: (each.location.path, each.location.line or 0, each.rule))


def audit(folder: Path, root: Path, expected: int | None = None) -> Audited:
    """Return what is found in all pages and style sheets below `folder`; paths are shown as seen from `root`.

    Finding too little to look at is an error, not a success: no page at all, or fewer than `expected`.
    """
    if not folder.is_dir():
        raise InputError(
            "no such folder; build the pages first, or name the folder that holds them", shown(folder, root)
        )
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = frozenset(path.relative_to(folder).as_posix() for path in paths)
    prefix = shown(folder, root)
    run = Audit(files, "" if prefix == "." else f"{prefix}/")
    outcome = Audited()
    for path in paths:
        _look(run, path, folder, root, outcome)
    outcome.findings += run.together()
    outcome.sort()
    outcome.site = site_of(files, run.pages)
    outcome.pages = len(run.pages)
    if not outcome.pages:
        outcome.errors.append(InputError("there are no pages here; name the folder that holds them", prefix))
    elif expected is not None and outcome.pages < expected:
        message = f"only {outcome.pages} pages, {expected} were expected; look whether the build lost some"
        outcome.errors.append(InputError(message, prefix))
    return outcome


def _look(run: Audit, path: Path, folder: Path, root: Path, outcome: Audited) -> None:
    suffix = path.suffix.lower()
    if suffix not in _PAGES and suffix != ".css":
        return
    name = path.relative_to(folder).as_posix()
    try:
        content = read(path, root)
        if len(content) > _LARGEST:
            raise InputError(f"{len(content):,} bytes are no page for people; split it", shown(path, root))
        if suffix == ".css":
            outcome.findings += run.sheet(name, content.decode("utf-8", "replace"))
        else:
            outcome.findings += run.page(name, content)
    except PlainspokenError as error:
        outcome.errors += collect(_raise, [error])[1]


def _raise(error: PlainspokenError) -> None:
    raise error
