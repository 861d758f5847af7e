"""Rules for the head of a page: its title, its encoding, and whether it can be enlarged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.audit.page import Page, line_of
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_FIRST_BYTES = 1024
_CHARSET = re.compile(rb"<meta[^>]*charset\s*=\s*[\"']?\s*utf-?8", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"
_NO_ZOOM = re.compile(r"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:0|1(?:\.\d+)?)\s*(?:,|;|$)", re.IGNORECASE)


def _title(page: Page) -> Iterator[Problem]:
    if not page.title:
        yield Problem("the page has no title", line_of(page.root), whole=True)


def _zoom(page: Page) -> Iterator[Problem]:
    for meta in page.all("meta"):
        if (meta.get("name") or "").lower() == "viewport" and _NO_ZOOM.search(meta.get("content") or ""):
            yield Problem("the page forbids to enlarge it", line_of(meta), whole=True)


def _viewport(page: Page) -> Iterator[Problem]:
    if not any((meta.get("name") or "").lower() == "viewport" for meta in page.all("meta")):
        yield Problem("the page does not fit itself to a telephone", line_of(page.root), whole=True)


def _refresh(page: Page) -> Iterator[Problem]:
    for meta in page.all("meta"):
        if (meta.get("http-equiv") or "").lower() == "refresh":
            yield Problem("the page reloads or moves away by itself", line_of(meta), whole=True)


def _charset(page: Page) -> Iterator[Problem]:
    try:
        page.content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Problem("the page is not UTF-8", page.content[: error.start].count(b"\n") + 1, whole=True)
        return
    if not _CHARSET.search(page.content[:_FIRST_BYTES]) and not page.content.startswith(_BOM):
        yield Problem("the page does not say that it is UTF-8 within its first 1,024 bytes", 1, whole=True)


def example(head: str, body: str = "<main><h1>Rest</h1><p>Rest well.</p></main>") -> str:
    """Return a whole page for the example of a rule."""
    return f"<!DOCTYPE html>\n<html lang=en><head>{head}</head>\n<body>{body}</body></html>"


_CHAR, _VIEW = "<meta charset=utf-8>", '<meta name=viewport content="width=device-width">'
_TITLE = "<title>Rest</title>"

RULES: tuple[Rule[Page], ...] = (
    Rule(
        "P201",
        "page-title",
        Severity.ERROR,
        "The page has no title.",
        "It is the first thing that a screen reader says, and the name of the tab and the bookmark (WCAG 2.4.2).",
        "Write what the page is about, then the name of the site: <title>Muscle spasms – Health</title>.",
        _title,
        example(f"{_CHAR}{_VIEW}<title></title>"),
        example(f"{_CHAR}{_VIEW}{_TITLE}"),
    ),
    Rule(
        "P202",
        "page-encoding",
        Severity.ERROR,
        "The page is not UTF-8, or does not say so at its beginning.",
        "Accents and all other scripts turn into signs that nobody can read.",
        "Save it as UTF-8, and make <meta charset=utf-8> the first element of its head.",
        _charset,
        example(f"{_VIEW}{_TITLE}"),
        example(f"{_CHAR}{_VIEW}{_TITLE}"),
    ),
    Rule(
        "P203",
        "page-zoom",
        Severity.ERROR,
        "The page forbids readers to enlarge it.",
        "Who sees badly cannot read it (WCAG 1.4.4).",
        "Remove user-scalable and maximum-scale.",
        _zoom,
        example(f'{_CHAR}<meta name=viewport content="width=device-width, user-scalable=no">{_TITLE}'),
        example(f"{_CHAR}{_VIEW}{_TITLE}"),
    ),
    Rule(
        "P204",
        "page-viewport",
        Severity.WARNING,
        "The page does not fit itself to the width of a telephone.",
        "Its letters are tiny there, and lines have to be scrolled (WCAG 1.4.10).",
        'Add <meta name="viewport" content="width=device-width, initial-scale=1">.',
        _viewport,
        example(f"{_CHAR}{_TITLE}"),
        example(f"{_CHAR}{_VIEW}{_TITLE}"),
    ),
    Rule(
        "P205",
        "page-refresh",
        Severity.ERROR,
        "The page reloads, or goes to another, by itself.",
        "It goes away while people still read, and a screen reader begins again (WCAG 2.2.1, 3.2.5).",
        "Remove it; let the server redirect.",
        _refresh,
        example(f'{_CHAR}{_VIEW}<meta http-equiv="refresh" content="30">{_TITLE}'),
        example(f"{_CHAR}{_VIEW}{_TITLE}"),
    ),
)
