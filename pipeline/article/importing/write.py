"""Blocks → Markdown of an article, in the form that the rules for sources ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from pipeline.article.importing.blocks import Block, Kind
from pipeline.article.importing.credits import Credits
from pipeline.article.importing.escape import escape_start

_INDENT = " " * 4
_SPACES = re.compile(r"[ \n]+")
_REFERENCES = ('<div class="references" markdown="1">', "</div>")


@dataclass
class Lines:
    """The lines of the Markdown, each with the line of the imported file that it came from."""

    texts: list[str] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)

    def add(self, text: str, source: int) -> None:
        """Add one line."""
        self.texts.append(text)
        self.sources.append(source)

    def gap(self, source: int) -> None:
        """Add a blank line, if the last is none."""
        if self.texts and self.texts[-1]:
            self.add("", source)


def front_matter(title: str, description: str, made_by: Credits) -> list[str]:
    """Return the lines of the front matter, with the signs around it."""
    values: dict[str, Any] = {"title": title, "description": description}
    if made_by:
        values["basis"] = _basis(title, made_by)
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=False)
    return ["---", *text.removesuffix("\n").split("\n"), "---"]


def _basis(title: str, made_by: Credits) -> dict[str, Any]:
    people = {role: names if len(names) > 1 else names[0] for role, names in made_by.names.items()}
    rest = {"publisher": made_by.publisher, **people, "modified": made_by.modified, "url": made_by.url}
    return {"title": title, **{key: value for key, value in rest.items() if value}}


def write_blocks(blocks: list[Block], references: range, lines: Lines) -> None:
    """Add the Markdown of `blocks`; those with an index in `references` are the list of sources."""
    before: Block | None = None
    numbers: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if index == references.start and references:
            lines.gap(block.line)
            lines.add(_REFERENCES[0], block.line)
            before = None
        if _needs_gap(block, before):
            lines.gap(block.line)
        for text in _block(block, before, numbers):
            lines.add(text, block.line)
        if references and index == references.stop - 1:
            lines.gap(block.line)
            lines.add(_REFERENCES[1], block.line)
        before = block


def _needs_gap(block: Block, before: Block | None) -> bool:
    if before is None:
        return True
    if before.kind is Kind.ITEM and block.kind is Kind.ITEM:
        return block.level == before.level == 1 and (block.number is None) != (before.number is None)
    return not (before.kind in {Kind.TERM, Kind.DEFINITION} and block.kind is Kind.DEFINITION)


def _block(block: Block, before: Block | None, numbers: dict[int, int]) -> Iterator[str]:
    """Yield the lines of one block."""
    if block.kind is Kind.ITEM:
        lines = _item(block, before, numbers)
    elif block.kind is Kind.HEADING:
        lines = [f"{'#' * block.level} {_one_line(block.text)}"]
    elif block.kind is Kind.TABLE:
        lines = list(_table(block.rows))
    elif block.kind is Kind.CODE:
        lines = [_INDENT + line for line in block.text.split("\n")]
    elif block.kind is Kind.DEFINITION:
        lines = _hanging(":   ", block.text)
    else:
        lines = [*_hanging("", block.text)]
    indent = _INDENT * (block.level if block.kind in {Kind.PARAGRAPH, Kind.TABLE, Kind.CODE} else 0)
    quote = "> " if block.quoted else ""
    yield from (f"{quote}{indent}{line}" for line in lines)


def _item(block: Block, before: Block | None, numbers: dict[int, int]) -> list[str]:
    """Return an item; its number goes on from the one above it in the same list."""
    for level in [level for level in numbers if level > block.level]:
        del numbers[level]
    if before is None or not (before.kind is Kind.ITEM or before.level):
        numbers.clear()
    indent = _INDENT * (block.level - 1)
    if block.number is None:
        numbers.pop(block.level, None)
        return [indent + line for line in _hanging("- ", block.text, _INDENT)]
    number = numbers[block.level] = numbers[block.level] + 1 if block.level in numbers else block.number
    return [indent + line for line in _hanging(f"{number}. ", block.text, _INDENT)]


def _hanging(marker: str, text: str, indent: str | None = None) -> list[str]:
    """Return `text` after `marker`, the lines after a hard break moved in."""
    first, *others = text.split("\n")
    below = " " * len(marker) if indent is None else indent
    return [marker + escape_start(first), *(below + escape_start(line) for line in others)]


def _table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    columns = max(map(len, rows))
    for index, row in enumerate(rows):
        cells = [_one_line(cell).replace("|", "\\|") for cell in (*row, *[""] * (columns - len(row)))]
        yield f"| {' | '.join(cells)} |"
        if not index:
            yield f"|{' --- |' * columns}"


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
