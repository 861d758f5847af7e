"""What other tools say about translations: for each message, whether they report it at all.

Each tool is used if it is found; nothing of it is needed otherwise:

- Weblate: ``WEBLATE_PYTHON`` names a Python that has it, see ``weblate_checks.py``
- pofilter: on the path, or named by ``POFILTER``; ``pip install translate-toolkit``
- msgfmt --check: GNU gettext, ``apt-get install gettext``
- i18nspector: ``apt-get install i18nspector``

Poedit's checks run in its windows only, so that they cannot be in the table.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import polib

Message = tuple[str, str, str]
"""Source, translation, and language as gettext writes it."""

_CONTEXT = re.compile(r"msgctxt ['\"]?(\d+)")
_LINE = re.compile(r"messages\.po:(\d+): ")
_PLACEHOLDER = re.compile(r"\{\w+\}")
_PLURALS = {"ja": "nplurals=1; plural=0;", "zh_Hans": "nplurals=1; plural=0;"}
_TWO = "nplurals=2; plural=(n != 1);"
_CODES = {"zh_Hans": "zh_CN"}
"""Names under which the tools know a language, where they differ."""


def catalog(messages: Sequence[tuple[int, Message]], language: str) -> polib.POFile:
    """Return a catalog of numbered messages: the number is the context."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "harms 1",
        "Report-Msgid-Bugs-To": "nobody@example.org",
        "POT-Creation-Date": "2026-01-01 00:00+0000",
        "PO-Revision-Date": "2026-01-02 00:00+0000",
        "Last-Translator": "Nobody <nobody@example.org>",
        "Language-Team": "none <nobody@example.org>",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _PLURALS.get(language, _TWO),
    }
    for number, (source, target, _) in messages:
        flags = ["python-brace-format"] if _PLACEHOLDER.search(source) else []
        file.append(polib.POEntry(msgctxt=str(number), msgid=source, msgstr=target, flags=flags))
    return file


def _by_catalog(run: Callable[[Path, str], set[int]], messages: Sequence[Message]) -> set[int]:
    found: set[int] = set()
    for language in sorted({language for _, _, language in messages}):
        own = [(number, message) for number, message in enumerate(messages) if message[2] == language]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "messages.po"
            catalog(own, _CODES.get(language, language)).save(str(path))
            found |= run(path, language)
    return found


def _pofilter(path: Path, language: str) -> set[int]:
    out = path.with_name("out.po")
    tool = os.environ.get("POFILTER") or "pofilter"
    code = _CODES.get(language, language)
    subprocess.run([tool, f"--language={code}", "--progress=none", path, out], check=True, capture_output=True)  # noqa: S603
    return {int(entry.msgctxt) for entry in polib.pofile(str(out)) if entry.msgctxt} if out.exists() else set()


def _msgfmt(path: Path, _language: str) -> set[int]:
    done = subprocess.run(  # noqa: S603
        ["msgfmt", "--check", "-o", os.devnull, path.name],  # noqa: S607
        cwd=path.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [int(line) for line in _LINE.findall(done.stderr)]
    starts = [(entry.linenum, int(entry.msgctxt)) for entry in polib.pofile(str(path))]
    return {max(start for start in starts if start[0] <= line)[1] for line in lines if line >= starts[0][0]}


def _i18nspector(path: Path, language: str) -> set[int]:
    command = ["i18nspector", "-l", _CODES.get(language, language), path.name]
    done = subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=False)  # noqa: S603
    return {int(number) for number in _CONTEXT.findall(done.stdout)}


def _weblate(messages: Sequence[Message]) -> set[int]:
    done = subprocess.run(  # noqa: S603
        [os.environ["WEBLATE_PYTHON"], Path(__file__).with_name("weblate_checks.py")],
        input=json.dumps(messages),
        capture_output=True,
        text=True,
        check=True,
    )
    return {number for number, failing in enumerate(json.loads(done.stdout)) if failing}


def _found(tool: str) -> bool:
    return shutil.which(tool) is not None


def peers() -> dict[str, Callable[[Sequence[Message]], set[int]] | None]:
    """Return each tool: what tells the numbers of the messages that it reports; None if it is not installed."""
    return {
        "Weblate": _weblate if os.environ.get("WEBLATE_PYTHON") else None,
        "pofilter": (lambda messages: _by_catalog(_pofilter, messages))
        if _found(os.environ.get("POFILTER") or "pofilter")
        else None,
        "msgfmt": (lambda messages: _by_catalog(_msgfmt, messages)) if _found("msgfmt") else None,
        "i18nspector": (lambda messages: _by_catalog(_i18nspector, messages)) if _found("i18nspector") else None,
    }
