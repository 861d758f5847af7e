"""The files of one page: one for each of its formats, but for PDF, which is printed when all pages are there.

What few builds need is imported when it is needed: it takes longer than a small build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pipeline.errors import InputError
from pipeline.render import html
from pipeline.render.bilingual import SUFFIX as BILINGUAL
from pipeline.render.page import BRAILLE, EPUB, Page
from pipeline.render.plain_text import render_text

if TYPE_CHECKING:
    from pipeline.render.epub.book import Book


def files(page: Page, original: Page) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of all that can be made of a page alone, and of the same in the source's language."""
    yield f"{page.path}.html", html.render_page(page).encode()
    if page.text_edition:
        yield f"{page.path}.txt", render_text(page).encode()
    if page.bilingual:
        yield f"{page.path}{BILINGUAL}", html.render_bilingual(page, original).encode()
    if BRAILLE in page.formats:
        from pipeline.render.braille.page import render_braille  # noqa: PLC0415

        yield f"{page.path}.{BRAILLE}", render_braille(page)


def book(page: Page) -> Book | None:
    """Return the e-book of a page, which still needs its pictures; None if there is to be none."""
    if EPUB not in page.formats:
        return None
    from pipeline.render.epub.book import make_book  # noqa: PLC0415

    return make_book(page)


def liblouis(formats: Iterable[str]) -> str:
    """Return the version of what makes braille, empty if none is wanted. Raises `InputError` if it is missing."""
    if BRAILLE not in formats:
        return ""
    from pipeline.render.braille.louis import version  # noqa: PLC0415

    return version()


def check(wanted: str) -> None:
    """Raise `InputError` if this machine has another liblouis than `wanted`: braille would not be the same."""
    if wanted and (found := liblouis([BRAILLE])) != wanted:
        raise InputError(f"a worker has liblouis {found}, here it is {wanted}; install the same on all")
