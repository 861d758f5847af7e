"""Single lines of plain text → headings, paragraphs, lists and definitions, told by form and neighbours."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from pipeline.article.importing.blocks import Block, Kind

_QUESTION = re.compile(r"[^.!?。！？]{3,}[?？؟;]")
_DEFINITION = re.compile(r"([^\W\d_](?:[^:：.!?]|\.(?=\w)){1,38}):\s+(\S.*)")
_SENTENCE_END = re.compile(r"[.!?,;:…。！？、：؟।][)\]\"'”’»]*$")
_QUESTION_LENGTH = 100
_HEADING_LENGTH = 70
_ITEM_LENGTH = 90
_FEWEST = 2
_CAPITALS_FEWEST = 3
_LEVEL = 2


def shape(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with every line turned into what it probably is."""
    shaped: list[Block] = []
    mixed = {block.group for block in blocks if block.kind is not Kind.LINE}
    for (kind, group), members in groupby(blocks, lambda block: (block.kind, block.group)):
        lines = list(members)
        if kind is not Kind.LINE:
            shaped += lines
        else:
            shaped += _shape_group(lines, is_alone=group not in mixed)
    return _headings(shaped)


def _shape_group(lines: list[Block], *, is_alone: bool) -> list[Block]:
    if len(lines) == 1:
        return lines if is_alone else [_paragraph(lines[0])]
    if _is_title(lines[0]) and not all(map(_is_title, lines[1:])) and not _is_item(lines[1]):
        return [replace(lines[0], kind=Kind.HEADING, level=0), *_shape_rest(lines[1:])]
    return _shape_rest(lines)


def _shape_rest(lines: list[Block]) -> list[Block]:
    if len(lines) >= _FEWEST and all(_DEFINITION.fullmatch(block.words) for block in lines):
        return [part for block in lines for part in _definition(block)]
    if lines[0].words.endswith((":", "：")) and len(lines) > 1:
        return [_paragraph(lines[0]), *_shape_rest(lines[1:])]
    if len(lines) >= _FEWEST and all(map(_is_item, lines)):
        return [replace(block, kind=Kind.ITEM, level=1) for block in lines]
    return [_paragraph(block) for block in lines]


def _definition(block: Block) -> tuple[Block, Block]:
    """Split ``Term: what it means``."""
    term, _, meaning = block.text.partition(":")
    return replace(block, kind=Kind.TERM, text=term), replace(block, kind=Kind.DEFINITION, text=meaning.strip())


def _paragraph(block: Block) -> Block:
    return replace(block, kind=Kind.PARAGRAPH)


def _is_title(block: Block) -> bool:
    """Tell a question or a line in capitals."""
    return _is_question(block.words) or _is_capitals(block.words)


def _is_question(words: str) -> bool:
    return len(words) <= _QUESTION_LENGTH and bool(_QUESTION.fullmatch(words)) and not words.endswith(";")


def _is_capitals(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    enough = len(letters) > _CAPITALS_FEWEST and len(words) <= _HEADING_LENGTH
    return enough and words.isupper() and not words.endswith((".", ",", "!", ";"))


def _is_item(block: Block) -> bool:
    words = block.words
    return len(words) <= _ITEM_LENGTH and (not _SENTENCE_END.search(words) or _is_question(words))


# --- headings -----------------------------------------------------------------------------------------------------


def _headings(blocks: list[Block]) -> list[Block]:
    """Decide about lines that stand alone: a heading has text under it, and looks like one."""
    result: list[Block] = []
    capitals = any(block.kind is Kind.LINE and _is_capitals(block.words) for block in blocks)
    for index, block in enumerate(blocks):
        if block.kind is not Kind.LINE and not (block.kind is Kind.HEADING and not block.level):
            result.append(block)
        elif block.kind is Kind.HEADING or _may_head(block, blocks[index + 1 : index + 2]):
            result.append(replace(block, kind=Kind.HEADING, level=_LEVEL + _is_below(block.words, capitals=capitals)))
        else:
            result.append(_paragraph(block))
    return result


def _is_below(words: str, *, capitals: bool) -> bool:
    """Where some headings are in capitals, the others stand below them."""
    return capitals and not _is_capitals(words)


def _may_head(block: Block, after: list[Block]) -> bool:
    words = block.words
    if not after or not any(map(str.isalpha, words)) or "://" in words:
        return False
    below = after[0]
    same = below.kind is Kind.LINE and _is_question(below.words) and not _is_capitals(words)
    if _is_title(block):
        return not same
    short = len(words) <= _HEADING_LENGTH and not _SENTENCE_END.search(words) and not words[0].islower()
    longer = len(below.words) > len(words) or below.kind in {Kind.ITEM, Kind.TERM, Kind.TABLE}
    return short and longer and not (below.kind is Kind.LINE and _could_be_short(below))


def _could_be_short(block: Block) -> bool:
    return len(block.words) <= _HEADING_LENGTH and not _SENTENCE_END.search(block.words) and not _is_title(block)
