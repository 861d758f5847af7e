"""The lines of an article without code and comments, and where fenced code stands that the parser does not see."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markdown.extensions.fenced_code import FencedBlockPreprocessor

# What people and other tools take for a block of code. What the parser takes for one is for the parser to say.
_OPENING = re.compile(r"(?:[ ]*|[ ]{0,3}(?:>[ ]?)+)(?P<fence>~{3,}|`{3,})[^`]*$")
_CLOSING = re.compile(r"[ >]*(?P<fence>~{3,}|`{3,})[ ]*$")
_SEEN = FencedBlockPreprocessor.FENCED_BLOCK_RE
_PROGRAM = re.compile(r"<(script|style|pre)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_CODE_INDENT = 4
_ITEM = re.compile(r"^([ ]*)(?:[-*+]|\d{1,9}\.)[ ]+(?=\S)")
_RULE = re.compile(r"^[ ]{0,3}([-*_])(?:[ ]*\1){2,}[ ]*$")
_HOLDS_BLOCKS = re.compile(r"[ ]{0,3}(?:[-*+][ ]|\d{1,9}\.[ ]|:[ ]|!!!|\[\^[^\]]*\]:)")


@dataclass(frozen=True, slots=True)
class ProseRows:
    """The lines of a body, blank where they are not prose."""

    rows: tuple[str, ...]
    code: tuple[range, ...] = ()
    """The rows of each block of code between fences."""

    unseen: tuple[int, ...] = ()
    """The first row of each of them that the parser does not take for code."""

    def is_code(self, row: int) -> bool:
        """Return whether `row` is in a block of code between fences."""
        return any(row in code for code in self.code)


def prose_rows(body: str) -> ProseRows:
    """Return the lines of `body`, with blank lines for code, comments and programs."""
    if "<" in body:
        body = _PROGRAM.sub(_blank, _without_comments(body)) if "</" in body else _without_comments(body)
    rows = body.split("\n")
    if "```" not in body and "~~~" not in body:
        return ProseRows(tuple(rows))
    code = tuple(_fenced(rows))
    starts = list(accumulate((len(row) + 1 for row in rows), initial=0))
    unseen = tuple(
        block.start
        for block in code
        if not _SEEN.match(body, starts[block.start]) and not _is_indented_code(rows, block.start)
    )
    hidden = {row for block in code for row in block}
    return ProseRows(tuple("" if number in hidden else row for number, row in enumerate(rows)), code, unseen)


def _fenced(rows: Sequence[str]) -> Iterator[range]:
    """Yield the rows of each block of code between fences; a fence that nothing closes opens none."""
    closing: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if found := _CLOSING.match(row):
            closing[found["fence"]].append(number)
    end = 0
    for number, row in enumerate(rows):
        opening = _OPENING.match(row) if number >= end else None
        if opening is None:
            continue
        ends = closing[opening["fence"]]
        place = bisect_right(ends, number)
        if place < len(ends):
            end = ends[place] + 1
            yield range(number, end)


def _without_comments(body: str) -> str:
    pieces: list[str] = []
    place = 0
    while (start := body.find("<!--", place)) >= 0 and (end := body.find("-->", start)) >= 0:
        pieces += (body[place:start], "\n" * body.count("\n", start, end))
        place = end + len("-->")
    return "".join((*pieces, body[place:]))


def misplaced(rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the index of each row in a list that its author moved in too little, and what becomes of it."""
    level: int | None = None  # of the item that is open
    told = after_blank = False
    for index, row in enumerate(rows):
        if not row.strip():
            after_blank = True
            continue
        item = None if _RULE.match(row) else _ITEM.match(row.expandtabs(4))
        deeper = level is not None and _indent(row) - level in {2, 3}
        if deeper and not told and (item or after_blank):
            yield index, "is an item of the outer list" if item else "is no part of the list item above it"
            told = True
        elif item:
            level, told = len(item[1]), told and len(item[1]) > 0
        elif after_blank and _indent(row) == 0:
            level, told = None, False
        after_blank = False


def _indent(row: str) -> int:
    """Return the number of spaces that `row` begins with; a tab goes to the next multiple of four."""
    if not row.startswith((" ", "\t")):
        return 0
    row = row.expandtabs(4)
    return len(row) - len(row.lstrip(" "))


def _is_indented_code(rows: Sequence[str], index: int) -> bool:
    """Return whether the row is so far in, and in nothing that could hold it, that it is code anyway."""
    if _indent(rows[index]) < _CODE_INDENT:
        return False
    outer = next((row for row in reversed(rows[:index]) if row.strip() and _indent(row) < _CODE_INDENT), "")
    return not _HOLDS_BLOCKS.match(outer)


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
