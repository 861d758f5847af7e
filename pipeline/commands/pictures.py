"""The pictures of a build: what pages depend on of them, the drawings made for each page, and where each lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.article.pictures import Drawing, draw, is_drawing, picture_path, pictures_of, read_drawing, with_words
from pipeline.article.pictures.drawing import written
from pipeline.article.pictures.places import variants
from pipeline.article.pictures.raster import HEAD, size_of
from pipeline.article.pictures.safe_svg import read_svg
from pipeline.commands.digests import Digests, digest, names
from pipeline.commands.files import read_if_there, shown
from pipeline.commands.incremental import Record
from pipeline.commands.workspace import project_locales
from pipeline.errors import collect, raise_all
from pipeline.home import RASTERS
from pipeline.locale import Locale
from pipeline.model import Document
from pipeline.project import Project
from pipeline.render import dress
from pipeline.render.page import Page, Shown


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the project, as far as pages depend on it."""

    mark: str
    """The digest of all that pages depend on."""

    content: bytes | None = None
    """Of a drawing; of others, and of one that is missing, nothing."""

    sizes: Mapping[str, tuple[int, int] | None] = field(default_factory=dict)
    """Of a picture of pixels: by path, its own and those of its variants."""

    variants: Mapping[str, str] = field(default_factory=dict)
    """By the name of the locale: the path of the picture for that language."""


class Pictures:
    """Finds out about the pictures below ``source/``; `after` keeps how their files were found."""

    def __init__(self, project: Project, records: tuple[Record, Record], digests: Digests) -> None:
        self._project, self._digests = project, digests
        self._before, self._after = records
        self._marks: dict[str, str] = {}

    def mark(self, path: str) -> str:
        """Return the digest of all that pages depend on of the picture `path`."""
        if path not in self._marks:
            own = self._seen(path)
            self._marks[path] = digest(own, *(f"{name} {self._seen(each)}" for name, each in self._of(path).items()))
        return self._marks[path]

    def get(self, path: str) -> Picture:
        """Return the picture `path`. Raises `InputError` if its file cannot be read."""
        place = self._project.source / path
        if is_drawing(path):
            return Picture(self.mark(path), read_if_there(place, self._project.root))
        others = self._of(path)
        return Picture(self.mark(path), None, {each: self._size(each) for each in (path, *others.values())}, others)

    def _of(self, path: str) -> Mapping[str, str]:
        return self._variants.get(path, {})

    @cached_property
    def _variants(self) -> Mapping[str, Mapping[str, str]]:
        return variants(names(self._project.source, RASTERS))

    def _seen(self, path: str) -> str:
        name = shown(self._project.source / path, self._project.root)
        seen = self._after.files[name] = self._digests.look(name, self._before.files.get(name))
        return str(seen[-1])

    def _size(self, path: str) -> tuple[int, int] | None:
        try:
            with (self._project.source / path).open("rb") as file:
                return size_of(file.read(HEAD))
        except OSError:
            return None  # told where it is copied


def stray_variants(project: Project) -> dict[str, tuple[str, ...]]:
    """Return the files that are variants of pictures for languages which `project` does not have, by picture."""
    known = {project.source_locale.name, *(locale.name for locale in project_locales(project))}
    found = variants(names(project.source, RASTERS))
    return {path: tuple(each for name, each in others.items() if name not in known) for path, others in found.items()}


def content_of(source: str, marks: Iterable[tuple[str, str]]) -> str:
    """Return the digest of an article with its pictures, from that of its file and the marks by path."""
    pictures = [f"{path} {mark}" for path, mark in sorted(marks)]
    return digest(source, *pictures) if pictures else source


class Album:
    """The pictures of one article, as its pages show them. Raises `InputErrors` if a drawing cannot be used."""

    def __init__(self, project: Project, document: Document, pictures: Mapping[str, Picture]) -> None:
        self._pictures = {path: pictures[path] for path in pictures_of(document)}
        self._source = document.locale
        root = shown(project.source, project.root)

        def drawing(item: tuple[str, Picture]) -> tuple[str, Drawing | None]:
            path, picture = item
            content = picture.content
            return path, None if content is None else read_drawing(content, f"{root}/{path}")

        found, errors = collect(drawing, self._pictures.items())
        raise_all(errors)
        self._drawings = {path: each for path, each in found if each}
        self.document = with_words(document, self._drawings)

    @property
    def paths(self) -> list[str]:
        """The paths below ``source/``."""
        return list(self._pictures)

    @property
    def marks(self) -> Iterator[tuple[str, str]]:
        """What the pages depend on, by path."""
        return ((path, each.mark) for path, each in self._pictures.items())

    def shown(self, page: str, locale: Locale) -> dict[str, Shown]:
        """Return where each picture lies for the page at the path `page`, and how large it is."""
        return {path: self._shown(path, picture, page, locale) for path, picture in self._pictures.items()}

    def _shown(self, path: str, picture: Picture, page: str, locale: Locale) -> Shown:
        if drawing := self._drawings.get(path):
            place = f"{page}/{path}" if drawing.by_language else path
            return Shown(place, *(drawing.size or (0, 0)))
        own = picture.variants.get(locale.name, path)
        return Shown(own, *(picture.sizes.get(own) or (0, 0)))

    def drawn(self, page: Page) -> Iterator[tuple[str, bytes]]:
        """Yield the drawings that are made for `page` alone, with their paths below the output folder."""
        said = {segment.key: text for segment, text in page.document.labels}
        for path, drawing in self._drawings.items():
            if drawing.by_language:
                yield page.pictures[path].path, draw(drawing, said, self._source, page.locale)

    def copied(self, page: Page) -> Iterator[tuple[str, int]]:
        """Yield the paths, with their lines, of the pictures on `page` that are the same for other pages.

        What a translation shows without leave is not among them: no picture of it passes the wall.
        """
        allowed = {picture_path(page.document.article.domain, address) for address in page.own.addresses}
        for path, line in sorted(set(dress.pictures(page))):
            drawing = self._drawings.get(path)
            if path in allowed and not (drawing and drawing.by_language):
                yield page.pictures[path].path if path in page.pictures else path, line


def as_published(content: bytes, name: str) -> bytes:
    """Return a picture as pages show it where it is the same for all languages: drawings only with what is safe.

    Raises `InputError` if it is a drawing with anything that acts or loads; `name` is its path for messages.
    """
    return written(read_svg(content, name)) if is_drawing(name) else content
