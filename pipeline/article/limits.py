"""How large an article may be: some texts cost the parser the square of their size, and nobody writes them.

Each limit is far above what people write and keeps every hostile text that is known to us below ten seconds
(``python benchmarks/hostile_articles.py`` measures them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.errors import InputError

MOST_BYTES = 128 * 1024
"""Of a file; some 20,000 words."""

MOST_IN_BLOCK = 20_000
"""Characters between two blank lines; some ten pages."""

MOST_BLANKS = 1_000
"""Blanks one after the other."""

MOST_OPEN = 20
"""Square or round brackets that are open at one time within a block."""

MOST_LESS_THAN = 200
"""Less-than signs without an end of the tag; a table may hold many."""

MOST_OPEN_TAGS = 50
"""Tags and comments of HTML, in the whole article, that do not end before the next begins."""

MOST_NESTED = 20
"""Signs at the beginning of one line that each open a quotation or a list."""

MOST_HEADINGS = 1_000
MOST_REFERENCES = 1_000
"""To footnotes."""

MOST_DEFINITIONS = 500
"""Footnotes, abbreviations and addresses of links together."""

_SHORTEN = "make two articles of it"
_BLANKS = re.compile(rf"[ \t]{{{MOST_BLANKS + 1}}}")
_OPENING_SIGNS = re.compile(r"(?:[ \t]*(?:>|[*+-](?=[ \t])|[0-9]+\.(?=[ \t])))*")
_SIGN = re.compile(r">|[*+-]|[0-9]+\.")
_HEADING = re.compile(r"[ \t]{0,3}#|[ \t]{0,3}(?:=+|-+)[ \t]*\Z")
_OPEN_TAG = re.compile(r"<[A-Za-z/!?][^<>]*+(?!>)")
_DEFINITION = re.compile(r"[ \t]{0,3}\*?\[[^\]]*\]:")
_BRACKETS = (
    ("[", "]", MOST_OPEN, re.compile(r"[\[\]]")),
    ("(", ")", MOST_OPEN, re.compile(r"[()]")),
    ("<", ">", MOST_LESS_THAN, re.compile(r"[<>]")),
)


def too_large(size: int, path: str) -> Iterator[InputError]:
    """Yield the error of a file of `size` bytes, if that is too many."""
    if size > MOST_BYTES:
        yield InputError(f"{size:,} bytes, but an article may have {MOST_BYTES:,}; {_SHORTEN}", path)


def beyond(body: str, path: str, above: int) -> Iterator[InputError]:
    """Yield one error for each limit that `body`, the Markdown below `above` lines of `path`, goes beyond."""
    lines = body.split("\n")
    for find in (_blanks, _nested, _open_tags, _headings, _references, _definitions, _blocks):
        if found := next(find(lines), None):
            message, number = found
            yield InputError(message, path, above + number)


_Found = Iterator[tuple[str, int]]
"""What is too much, and the line in the body, counted from 1."""


def _blanks(lines: list[str]) -> _Found:
    for number, line in enumerate(lines, 1):
        if _BLANKS.search(line):
            yield f"more than {MOST_BLANKS:,} blanks in a row; remove them", number


def _nested(lines: list[str]) -> _Found:
    for number, line in enumerate(lines, 1):
        signs = _OPENING_SIGNS.match(line)
        if signs and len(_SIGN.findall(signs[0])) > MOST_NESTED:
            yield f"more than {MOST_NESTED} quotations or lists inside each other; use fewer", number


def _open_tags(lines: list[str]) -> _Found:
    text = "\n".join(lines)
    for count, tag in enumerate(_OPEN_TAG.finditer(text), 1):
        if count > MOST_OPEN_TAGS:
            number = 1 + text.count("\n", 0, tag.start())
            yield f"more than {MOST_OPEN_TAGS} HTML tags without >; close them, or write &lt; for the sign", number


def _headings(lines: list[str]) -> _Found:
    return _counted(lines, _HEADING, MOST_HEADINGS, "headings")


def _references(lines: list[str]) -> _Found:
    found = 0
    for number, line in enumerate(lines, 1):
        found += line.count("[^")
        if found > MOST_REFERENCES:
            yield f"more than {MOST_REFERENCES:,} references to footnotes; {_SHORTEN}", number


def _definitions(lines: list[str]) -> _Found:
    return _counted(lines, _DEFINITION, MOST_DEFINITIONS, "footnotes, abbreviations and addresses of links")


def _counted(lines: list[str], pattern: re.Pattern[str], most: int, what: str) -> _Found:
    found = 0
    for number, line in enumerate(lines, 1):
        found += bool(pattern.match(line))
        if found > most:
            yield f"more than {most:,} {what}; {_SHORTEN}", number


def _blocks(lines: list[str]) -> _Found:
    start = 0
    for end in (*(number for number, line in enumerate(lines) if not line.strip()), len(lines)):
        yield from _block("\n".join(lines[start:end]), start + 1)
        start = end + 1


def _block(text: str, line: int) -> _Found:
    if len(text) > MOST_IN_BLOCK:
        yield f"{len(text):,} characters without a blank line, but {MOST_IN_BLOCK:,} is the most; divide them", line
    for opening, closing, most, either in _BRACKETS:
        depth = 0
        for bracket in either.finditer(text):
            depth = depth + 1 if bracket[0] == opening else max(depth - 1, 0)
            if depth > most:
                place = line + text.count("\n", 0, bracket.start())
                yield f"more than {most} times {opening} without {closing}; close or remove them", place
                break
