"""``init``: a new project, ready to build."""

from __future__ import annotations

from pathlib import Path

from pipeline import __version__
from pipeline.commands.extract import extract
from pipeline.commands.files import write
from pipeline.commands.outcome import Outcome
from pipeline.errors import InputError, collect, raise_all
from pipeline.home import configuration
from pipeline.project import read_project

_STARTER = Path(__file__).parent.parent / "starter"
_FILES = {
    "plainspoken.toml": "plainspoken.toml",
    "source/washing-hands.md": "washing-hands.md",
    ".github/workflows/publish.yml": "publish.yml",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
}
"""What is written, and from which file of the package."""

_FOR_GIT = frozenset({".gitignore", ".gitattributes"})
"""Files that a repository has before it becomes a project; the owner adds the lines to his own."""


def init(folder: Path) -> Outcome:
    """Write a new project into `folder`: configuration, an article, a workflow, files for git, the templates.

    Files for git that are there already stay, and the notes say what they need. Raises `InputErrors`, and writes
    nothing, if anything else is there already.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError("is a file; name a folder", str(folder))
    raise_all(_in_the_way(folder))
    outcome = Outcome()
    for name, starter in _FILES.items():
        content = (_STARTER / starter).read_text(encoding="utf-8").replace("@VERSION@", __version__)
        if name in _FOR_GIT and (folder / name).exists():
            outcome.notes.append(f"{name} is there already; add to it: {', '.join(_rules(content))}")
            continue
        outcome.errors += collect(lambda name: _write(folder, name, content), [name])[1]  # noqa: B023
        outcome.changed.append(name)
    raise_all(outcome.errors)
    outcome.changed += extract(read_project(folder)).changed
    return outcome


def _in_the_way(folder: Path) -> list[InputError]:
    """Return what is there already, each file once."""
    errors = [
        InputError("is there already; nothing was written, choose a folder without it", (folder / name).as_posix())
        for name in _FILES
        if name not in _FOR_GIT
        if (folder / name).exists() or (folder / name).is_symlink()
    ]
    own = configuration(folder) if folder.is_dir() else None
    if own is not None and own.name not in _FILES:
        errors.append(InputError("this folder is a project already; nothing was written", own.as_posix()))
    return errors


def _rules(content: str) -> list[str]:
    return [line for line in content.splitlines() if line and not line.startswith("#")]


def _write(folder: Path, name: str, content: str) -> bool:
    return write(folder / name, content.encode(), folder, None)
