"""The pictures of a project, read where an article shows them."""

from __future__ import annotations

import posixpath
from pathlib import Path

from pipeline.article.pictures import is_drawing, read_drawing
from pipeline.article.pictures.places import variants
from pipeline.article.pictures.raster import HEAD, size_of
from pipeline.commands.digests import digest
from pipeline.commands.files import shown
from pipeline.commands.pictures import Picture
from pipeline.commands.preview.kept import Kept
from pipeline.home import RASTERS
from pipeline.project import Project

_NO_PICTURE = Picture("")
"""The same for all, because what does not change is kept."""


def picture(kept: Kept, project: Project, path: str) -> Picture:
    """Return the picture at `path` below ``source/``, as it is or as it was before it was damaged."""
    return _drawing(kept, project, path) if is_drawing(path) else _pixels(kept, project, path)


def _drawing(kept: Kept, project: Project, path: str) -> Picture:
    place = project.source / path

    def make(content: bytes) -> Picture:
        read_drawing(content, shown(place, project.root))  # tells what is wrong with it
        return Picture(digest(content), content)

    found: Picture | None = kept.look(place, make).value
    return found or _NO_PICTURE


def _pixels(kept: Kept, project: Project, path: str) -> Picture:
    others = variants(_beside(project.source / path, path)).get(path, {})
    found = {each: kept.look(project.source / each, _size).value for each in (path, *others.values())}
    mark = digest(*(made[0] if made else "" for made in found.values()))
    sizes = {each: made[1] if made else None for each, made in found.items()}
    return kept.keep(("picture", path), (*found.values(),), lambda: Picture(mark, None, sizes, others))


def _size(content: bytes) -> tuple[str, tuple[int, int] | None]:
    return digest(content), size_of(content[:HEAD])


def _beside(place: Path, path: str) -> list[str]:
    """Return the pictures of pixels in the folder of the one at `place`, which is called `path`."""
    try:
        names = [each.name for each in place.parent.iterdir()]
    except OSError:
        return []
    return [posixpath.join(posixpath.dirname(path), name) for name in names if name.endswith(RASTERS)]
