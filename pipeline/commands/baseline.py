"""``check --baseline``: findings that were there before, kept in a file, so that only new ones count.

The file names each by its fingerprint, which changes with the text in question: whoever edits a message meets its
findings again. A baseline never publishes anything: an error in it still keeps its message from the page.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from pipeline.commands.files import read_if_there, shown, write
from pipeline.errors import InputError
from pipeline.model import Finding
from pipeline.project import Project
from pipeline.report import fingerprint

FILE = "checks-baseline.json"
"""In the project's folder."""

SCHEMA = 1
_FIELDS = ("rule", "domain", "locale", "excerpt")

Checked = Callable[[str], bool]
"""Tells whether the findings of a locale (of articles: the empty string) are all there."""


class Baseline:
    """The file of one project."""

    def __init__(self, project: Project) -> None:
        """Read the file. Raises `InputError` if it is damaged."""
        self._root = project.root
        self._path: Path = project.root / FILE
        self._seen = read_if_there(self._path, project.root)
        self.entries = {} if self._seen is None else _read(self._seen, shown(self._path, project.root))
        """What each fingerprint stands for."""

    def new(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that are not in the baseline."""
        return [finding for finding in findings if fingerprint(finding) not in self.entries]

    def expired(self, findings: Iterable[Finding], checked: Checked) -> list[str]:
        """Return the fingerprints that match nothing any more."""
        found = set(map(fingerprint, findings))
        return [name for name, entry in self.entries.items() if name not in found and checked(entry["locale"])]

    def update(self, findings: Sequence[Finding], checked: Checked) -> bool:
        """Make the findings the baseline, and return whether that changed the file; the unchecked rest stays."""
        kept = {name: entry for name, entry in self.entries.items() if not checked(entry["locale"])}
        return self._write(kept | {fingerprint(finding): _entry(finding) for finding in findings})

    def prune(self, findings: Sequence[Finding], checked: Checked) -> bool:
        """Forget what matches nothing any more, and return whether that changed the file."""
        gone = set(self.expired(findings, checked))
        return self._write({name: entry for name, entry in self.entries.items() if name not in gone})

    def _write(self, entries: dict[str, dict[str, str]]) -> bool:
        if self._seen is None and not entries:
            return False
        # One line for each, in an order that does not depend on the fingerprints: changes are easy to review.
        order = sorted(entries.items(), key=lambda item: (*(item[1][name] for name in _FIELDS), item[0]))
        lines = [json.dumps({"fingerprint": name, **entry}, ensure_ascii=False) for name, entry in order]
        rows = ",\n".join(f"  {line}" for line in lines)
        text = (
            f'{{"schema": {SCHEMA}, "findings": [\n{rows}\n]}}\n'
            if rows
            else f'{{"schema": {SCHEMA}, "findings": []}}\n'
        )
        self.entries = entries
        return write(self._path, text.encode("utf-8", "replace"), self._root, self._seen)


def _entry(finding: Finding) -> dict[str, str]:
    return {name: getattr(finding, name) for name in _FIELDS}


def _read(content: bytes, path: str) -> dict[str, dict[str, str]]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not valid JSON ({error}); mend it, or remove the file and make a new one", path) from None
    rows = data.get("findings") if isinstance(data, dict) and data.get("schema") == SCHEMA else None
    if not isinstance(rows, list) or not all(map(_is_entry, rows)):
        raise InputError("not a baseline of this version; make a new one: plainspoken check --baseline update", path)
    return {row["fingerprint"]: {name: row[name] for name in _FIELDS} for row in rows}


def _is_entry(row: Any) -> bool:
    return isinstance(row, dict) and all(isinstance(row.get(name), str) for name in ("fingerprint", *_FIELDS))
