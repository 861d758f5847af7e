"""From a page to the parts of its e-book, and from these and the pictures to the file.

The two steps are apart because pages may be made on machines that do not have the pictures.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import re
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from pipeline.model import Article
from pipeline.render import html
from pipeline.render.dress import dressed_tree
from pipeline.render.epub.package import CONTAINER, Metadata, Picture, package
from pipeline.render.epub.xhtml import CHAPTER, STYLE, to_xhtml
from pipeline.render.page import EPUB, Page

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold; a time of today would make each build another file."""

_UNKNOWN_DATE = dt.date(1980, 1, 1)
_UNIX = 3
_STYLE_FILE = html.FOLDER / STYLE


@dataclass(frozen=True, slots=True)
class Book:
    """All of an e-book but its pictures."""

    path: str
    """Of the file, below the output folder."""

    metadata: Metadata
    chapter: bytes
    contents: bytes
    pictures: tuple[str, ...]
    """The paths of the pictures below the output folder, in the order of their names in the book."""


def make_book(page: Page) -> Book:
    """Return the e-book of a page, which still needs its pictures."""
    pictures: list[str] = []
    shown = {image.get("src") for image in dressed_tree(page).iter("img")}

    def resolve(address: str) -> str:
        path = _path(page, address) if address in shown else None  # raw HTML may name any file
        if path is None:
            return ""
        if path not in pictures:
            pictures.append(path)
        return _name(pictures.index(path) + 1, path)

    chapter = to_xhtml(html.render_book(page), resolve, page.url)
    contents = to_xhtml(html.render_book_contents(page, CHAPTER))
    return Book(f"{page.path}.{EPUB}", _metadata(page), chapter, contents, tuple(pictures))


def bind(book: Book, contents: Mapping[str, bytes]) -> bytes:
    """Return the EPUB file; `contents` are those of its pictures. The same parts give the same bytes."""
    pictures = [Picture(_name(number, path), contents[path]) for number, path in enumerate(book.pictures, 1)]
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        # By this first entry, which must not be compressed, an EPUB file is known for one.
        _write(archive, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _write(archive, "META-INF/container.xml", CONTAINER)
        _write(archive, "EPUB/package.opf", package(book.metadata, pictures))
        _write(archive, "EPUB/nav.xhtml", book.contents)
        _write(archive, f"EPUB/{CHAPTER}", book.chapter)
        _write(archive, f"EPUB/{STYLE}", _STYLE_FILE.read_bytes())
        for each in pictures:
            _write(archive, f"EPUB/{each.name}", each.content)
    return file.getvalue()


def _write(archive: zipfile.ZipFile, name: str, content: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type, entry.create_system, entry.external_attr = how, _UNIX, 0o644 << 16
    archive.writestr(entry, content)


def _path(page: Page, address: str) -> str | None:
    """Return the path below the output folder of a picture on a page, None if it is not one of the project."""
    if not address or re.match(r"[a-z][a-z0-9+.-]*:|//|/", address, re.IGNORECASE):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(address)))
    return None if path.startswith("..") else path


def _name(number: int, path: str) -> str:
    """Return the name of a picture in the book: a plain one, whatever the author's is."""
    suffix = posixpath.splitext(path)[1].lower()
    return f"picture-{number}{suffix if re.fullmatch(r'[.][a-z0-9]{1,5}', suffix) else ''}"


def _metadata(page: Page) -> Metadata:
    article = page.document.article
    kinds = {segment.kind for segment in page.document.untranslated}
    return Metadata(
        identifier=str(uuid.uuid5(uuid.NAMESPACE_URL, page.url or f"{page.site_title.text}/{page.path}")),
        locale=page.locale,
        title=page.document.title,
        description=page.document.description,
        description_locale=page.source_locale if "description" in kinds else page.locale,
        publisher=page.site_title.text,
        authors=article.authors,
        source=article.basis.title if article.basis else "",
        modified=max(_dates(article), default=_UNKNOWN_DATE),
        described=_all_pictures_are_described(page),
        summary=_summary(page),
    )


def _dates(article: Article) -> Iterator[dt.date]:
    if article.reviewed:
        yield article.reviewed
    if article.basis and article.basis.modified:
        yield article.basis.modified


def _all_pictures_are_described(page: Page) -> bool:
    return all((image.get("alt") or "").strip() for image in page.document.root.iter("img"))


def _summary(page: Page) -> str:
    # Translators: shown by programs for e-books, about the accessibility of this e-book
    return page.words(
        "The text of this e-book can be enlarged, shown in other colours and read aloud. It has headings and a table "
        "of contents. People who use assistive technology have not tested it yet."
    )
