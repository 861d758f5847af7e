"""Which folder is a project, and what lies there; this imports little, for those who have nothing else to do."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.errors import InputError

FILES = ("plainspoken.toml", "pyproject.toml")
FOLDER = ".plainspoken"
"""In the project's folder, for what commands leave each other; git ignores it by the file inside."""

RASTERS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
"""How names of pictures end, but for drawings (``.svg``)."""

_TABLE = re.compile(rb"^\s*\[+\s*tool\s*\.\s*[\"']?plainspoken[\"']?\s*[.\]]", re.MULTILINE)


def project_folder(folder: Path | None) -> Path:
    """Return the project in `folder`, or else the nearest one upwards from the current folder."""
    if folder is None:
        return find_project(Path.cwd())
    if not folder.is_dir():
        raise InputError("no such folder; name the folder that holds the configuration", str(folder))
    return find_project(folder.resolve())


def find_project(start: Path) -> Path:
    """Return the nearest folder, from `start` upwards, that holds a configuration.

    Raises `InputError` if there is none.
    """
    for folder in (start, *start.parents):
        if configuration(folder) is not None:
            return folder
    message = (
        f"no project here: {FILES[1]} with a table [tool.plainspoken], or {FILES[0]}, "
        "is in neither this folder nor one above it; create one, or name a folder with --project"
    )
    raise InputError(message, str(start))


def configuration(folder: Path) -> Path | None:
    """Return the configuration in `folder`, None if there is none."""
    if (folder / FILES[0]).is_file():
        return folder / FILES[0]
    return folder / FILES[1] if _holds_table(folder / FILES[1]) else None


def _holds_table(path: Path) -> bool:
    try:
        return path.is_file() and bool(_TABLE.search(path.read_bytes()))
    except OSError:  # There is one, but not for us to read; reading it again will tell why.
        return True
