"""Rules for the head of a page: its title, its encoding, and whether it can be enlarged."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

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


def _data(page: Page) -> Iterator[Problem]:
    for script in page.all("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            yield Problem("the data for machines cannot be read", line_of(script), whole=True)
            continue
        for told in _languages(data):
            if page.lang and not _fits(told.lower(), page.lang.lower()):
                yield Problem(f"the data give the page's language as {told}, it is {page.lang}", line_of(script))


def _languages(data: Any) -> Iterator[str]:
    """Yield the languages that the data give for the page itself, not for what else they name."""
    nodes = data if isinstance(data, list) else [data]
    nodes = [each for node in nodes if isinstance(node, dict) for each in (node, *_list(node.get("@graph")))]
    for node in nodes:
        if isinstance(node, dict) and any(str(kind).endswith("Page") for kind in _list(node.get("@type"))):
            yield from (each for each in _list(node.get("inLanguage")) if isinstance(each, str))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _fits(one: str, other: str) -> bool:
    """Tell whether one of two language tags is the other, or begins it."""
    return f"{one}-".startswith(f"{other}-") or f"{other}-".startswith(f"{one}-")


def example(head: str, body: str = "<main><h1>Rest</h1><p>Rest well.</p></main>") -> str:
    """Return a whole page for the example of a rule."""
    return f"<!DOCTYPE html>\n<html lang=en><head>{head}</head>\n<body>{body}</body></html>"


_CHAR, _VIEW = "<meta charset=utf-8>", '<meta name=viewport content="width=device-width">'
_TITLE = "<title>Rest</title>"
_DATA = '<script type="application/ld+json">{"@type": "MedicalWebPage", "inLanguage": "LANG"}</script>'

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
    Rule(
        "P206",
        "page-data",
        Severity.WARNING,
        "The data for machines (JSON-LD) cannot be read, or give another language than the page has.",
        "Search engines leave them out, or show the page to people who do not read its language.",
        "Write valid JSON in it, with the tag of <html lang> as inLanguage.",
        _data,
        example(f"{_CHAR}{_VIEW}{_TITLE}{_DATA.replace('LANG', 'es')}"),
        example(f"{_CHAR}{_VIEW}{_TITLE}{_DATA.replace('LANG', 'en')}"),
        more=(
            (
                example(f"{_CHAR}{_VIEW}{_TITLE}<script type=application/ld+json>{{'@type': 'WebPage'}}</script>"),
                example(f"{_CHAR}{_VIEW}{_TITLE}<script type=application/ld+json>[]</script>"),
            ),
        ),
    ),
)
