"""A file in another format → an article in Markdown, and the report of what was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.article.importing.blocks import Block, Draft, Kind, Remark
from pipeline.article.importing.chrome import drop_chrome
from pipeline.article.importing.credits import take_credits
from pipeline.article.importing.shapes import shape
from pipeline.article.importing.write import Lines, front_matter, write_blocks
from pipeline.errors import InputError

_SOURCES = re.compile(
    r"(?:\d+\.? )?(?:(?:list of |our |article )?(?:references?|sources|bibliography|citations?|works cited|literature)"
    r"(?: and (?:further reading|sources|references))?|resources for research and reference)[.:]?",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?:\\?\[(\d{1,3})\\?\]|\((\d{1,3})\)|(\d{1,3})\\?\.)\s+(?=\S)")
_SITE = re.compile(r"\s+[|–—·•»-]\s+")
_SENTENCE = re.compile(r".+?[.!?。！？؟।](?=\s|$|(?<=[。！？]))")
_LONGEST_TITLE = 120
_LONGEST_DESCRIPTION = 160
_TOP, _DEEPEST = 2, 6


@dataclass(frozen=True, slots=True)
class Imported:
    """An article made from a file in another format."""

    title: str
    markdown: str
    lines: tuple[int, ...]
    """For each line of `markdown`, the line of the file that it came from."""

    described: bool
    """False if the description was made from the beginning of the text."""

    remarks: tuple[Remark, ...]
    """What was left out, and what an editor should look at, by lines."""

    pictures: dict[str, bytes] = field(default_factory=dict)


def finish(draft: Draft, path: str) -> Imported:
    """Turn what a reader found into an article: title, made_by, outline, sources, Markdown.

    Raises `InputError` if there is no title, or no text.
    """
    drop_chrome(draft)
    draft.blocks = [block for block in draft.blocks if block.words or block.text]
    title = _take_title(draft, path)
    subtitle = _take_subtitle(draft)
    made_by = take_credits(draft)
    blocks = _nested(_outline(shape(draft.blocks)))
    if not blocks:
        raise InputError("there is no text below the title; import a file that holds an article", path, 1)
    description = subtitle or draft.description or _first_sentence(blocks) or title
    described = bool(subtitle or draft.description)
    if not described:
        draft.remarks.append(Remark(blocks[0].line, "note: description: is the first sentence; write a better one"))
    blocks, references = _sources(blocks)
    lines = Lines()
    for text in front_matter(title, description, made_by):
        lines.add(text, 1)
    write_blocks(blocks, references, lines)
    _add_abbreviations(lines, draft.abbreviations, blocks[-1].line)
    return Imported(
        title=title,
        markdown="\n".join((*lines.texts, "")),
        lines=tuple(lines.sources),
        described=described,
        remarks=tuple(sorted(draft.remarks, key=lambda remark: remark.line)),
        pictures=draft.pictures,
    )


def _add_abbreviations(lines: Lines, abbreviations: dict[str, str], source: int) -> None:
    if abbreviations:
        lines.gap(source)
    for short, long in abbreviations.items():
        lines.add(f"*[{short}]: {' '.join(long.split())}", source)


# --- title, description -------------------------------------------------------------------------------------------


def _take_title(draft: Draft, path: str) -> str:
    """Take the title out of the text: its first heading of the highest level if it is at the top, or its first line."""
    top = min((block.level for block in draft.blocks if block.kind is Kind.HEADING and block.level), default=0)
    for index, block in enumerate(draft.blocks):
        if block.kind is Kind.HEADING and block.level == top and (top == 1 or index == 0):
            del draft.blocks[index]
            return block.words
    if draft.title:
        parts = _SITE.split(draft.title)
        draft.site = draft.site or (parts[-1] if len(parts) > 1 else "")
        return parts[0]
    first = draft.blocks[0] if draft.blocks else None
    if first and first.kind in {Kind.LINE, Kind.PARAGRAPH} and _is_title(first.words):
        del draft.blocks[0]
        return first.words
    message = "no title found; put it in the first line, by itself and without a full stop"
    raise InputError(message, path, first.line if first else 1)


def _is_title(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and not words.endswith((".", ",", ";", ":", "。"))


def _take_subtitle(draft: Draft) -> str:
    """Take a line without a full stop that stands between title and made_by."""
    if len(draft.blocks) < _TOP:
        return ""
    first, second = draft.blocks[:2]
    is_line = first.kind in {Kind.LINE, Kind.PARAGRAPH, Kind.HEADING} and _is_title(first.words)
    probe = Draft([replace(second), replace(first)])
    is_credit = bool(take_credits(probe)) and len(probe.blocks) == 1
    if not (is_line and is_credit and probe.blocks == [first]):
        return ""
    del draft.blocks[0]
    return first.words


def _first_sentence(blocks: Sequence[Block]) -> str:
    """Return as many of the first sentences as fit into a description."""
    words = next((block.words for block in blocks if block.kind is Kind.PARAGRAPH), "")
    description = ""
    for sentence in _SENTENCE.findall(words) or [words]:
        if description and len(description) + len(sentence) > _LONGEST_DESCRIPTION:
            break
        description = f"{description}{sentence}" if sentence[:1] == " " else f"{description} {sentence}".strip()
    return description


# --- outline, sources ---------------------------------------------------------------------------------------------


def _outline(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with headings that begin at the second level and skip none; an empty one becomes a paragraph."""
    levels: list[int] = []
    result: list[Block] = []
    for index, block in enumerate(blocks):
        if block.kind is not Kind.HEADING:
            result.append(block)
            continue
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if after is None:
            result.append(replace(block, kind=Kind.PARAGRAPH, level=0))
            continue
        while levels and levels[-1] >= block.level:
            levels.pop()
        levels.append(block.level)
        result.append(replace(block, level=min(_TOP + len(levels) - 1, _DEEPEST)))
    return result


def _nested(blocks: list[Block]) -> list[Block]:
    """Return `blocks` so that each item is at most one list deeper than what it belongs to: deeper text is code."""
    result: list[Block] = []
    deepest = 0
    for block in blocks:
        if block.kind is Kind.ITEM:
            level = deepest = min(block.level, deepest + 1)
        elif block.kind in {Kind.PARAGRAPH, Kind.TABLE, Kind.CODE}:
            level = deepest = min(block.level, deepest)
        else:
            level, deepest = block.level, 0
        result.append(replace(block, level=level))
    return result


def _sources(blocks: list[Block]) -> tuple[list[Block], range]:
    """Return `blocks` with the list of sources as a numbered list, and where that stands."""
    start = next((i for i, b in enumerate(blocks) if b.kind is Kind.HEADING and _SOURCES.fullmatch(b.words)), None)
    if start is None:
        return blocks, range(0)
    stop = next((i for i in range(start + 1, len(blocks)) if blocks[i].kind is Kind.HEADING), len(blocks))
    listed = blocks[start + 1 : stop]
    if all(block.kind in {Kind.PARAGRAPH, Kind.ITEM} and block.level <= 1 for block in listed):
        listed = [_source(block, number) for number, block in enumerate(listed, 1)]
    return [*blocks[: start + 1], *listed, *blocks[stop:]], range(start + 1, stop)


def _source(block: Block, number: int) -> Block:
    """Return one source as an item; a number in front of it becomes that of the item."""
    mark = _MARK.match(block.text)
    if mark and int(next(filter(None, mark.groups()))) == number:
        return replace(block, kind=Kind.ITEM, level=1, number=number, text=block.text[mark.end() :])
    return replace(block, kind=Kind.ITEM, level=1, number=number)
