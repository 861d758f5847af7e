"""Blocks as lines of plain text.

A block is a list of lines; what is around it (a list, a quotation, a box) puts its own prefix before each line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from pipeline.article.slots import CRITICAL_CLASSES
from pipeline.render.boxes import label_of, title_of
from pipeline.render.plain_text.inline import BLOCK_TAGS, Context, inline, labelled, text_of
from pipeline.render.plain_text.tables import table_lines
from pipeline.render.plain_text.tree import TABLE, classes, nodes
from pipeline.render.plain_text.wrapping import display_width, tidy, wrap

_NUMBER = re.compile(r"-?\d{1,9}")
_UNDERLINES = {"h1": "=", "h2": "-"}


class Block(NamedTuple):
    """The lines of a paragraph, a list, a heading."""

    lines: list[str]
    is_list: bool = False


def joined(blocks: Iterable[Block], *, tight: bool = False) -> list[str]:
    """Return the lines of all blocks with a blank line between them; a tight list item keeps its sublist close."""
    lines: list[str] = []
    for block in blocks:
        if lines and not (tight and block.is_list):
            lines.append("")
        lines += block.lines
    return lines


def flow(content: Iterable[str | Element], context: Context) -> list[Block]:
    """Return the blocks of mixed content; inline content between blocks becomes paragraphs."""
    blocks: list[Block] = []
    pending: list[str | Element] = []
    for node in content:
        if isinstance(node, str) or not _is_block(node):
            pending.append(node)
            continue
        blocks += _paragraphs(pending, context)
        pending = []
        blocks += _BLOCKS.get(str(node.tag), _container)(node, context)
    return blocks + _paragraphs(pending, context)


def heading(text: str, context: Context, sign: str = "-") -> Block:
    """Return a tidy text, underlined as wide as it is."""
    lines = wrap(text, context.width)
    return Block([*lines, sign * max(map(display_width, lines), default=0)])


def paragraph(text: str, context: Context, hanging: int = 0) -> Block:
    """Return a tidy text as a wrapped paragraph."""
    return Block(wrap(text, context.width, rest=" " * hanging))


def item(marker: str, blocks: Iterable[Block], *, tight: bool = True) -> list[str]:
    """Return blocks as one item of a list: `marker` before the first line, the others indented as far."""
    return _prefixed(joined(blocks, tight=tight), " " * display_width(marker), first=marker)


def _prefixed(lines: Iterable[str], prefix: str, first: str | None = None) -> list[str]:
    start = prefix if first is None else first
    prefixed = [f"{start if index == 0 else prefix}{line}".rstrip() for index, line in enumerate(lines)]
    return prefixed or [start.rstrip()]


def _is_block(element: Element) -> bool:
    return element.tag in BLOCK_TAGS or (len(element) > 0 and any(child.tag in BLOCK_TAGS for child in element.iter()))


def _has_text(content: str | None) -> bool:
    return bool(content and content.strip())


# --- paragraphs and headings --------------------------------------------------------------------------------------


def _paragraphs(content: list[str | Element], context: Context) -> list[Block]:
    if _only_pictures(content):
        context = replace(context, pictures_alone=True)
        texts = [tidy(inline([node], context)) for node in content]
    else:
        texts = [tidy(inline(content, context))]
    return [paragraph(text, context) for text in texts if text.strip()]


def _only_pictures(content: list[str | Element]) -> bool:
    return not any(_has_text(node if isinstance(node, str) else _plain(node)) for node in content) and any(
        isinstance(node, Element) and next(node.iter("img"), None) is not None for node in content
    )


def _plain(element: Element) -> str:
    return "".join(element.itertext())


def _container(element: Element, context: Context) -> list[Block]:
    return flow(nodes(element), context)


def _heading(element: Element, context: Context) -> list[Block]:
    text = text_of(element, context)
    return [heading(text, context, _UNDERLINES.get(str(element.tag), "~"))] if text.strip() else []


def _rule(_element: Element, _context: Context) -> list[Block]:
    return [Block(["* * *"])]


def _quote(element: Element, context: Context) -> list[Block]:
    blocks = _container(element, context.narrower(2))
    return [Block(_prefixed(joined(blocks), "> "))] if blocks else []


def _code(element: Element, _context: Context) -> list[Block]:
    lines = _plain(element).strip("\n").expandtabs(4).split("\n")
    return [Block(_prefixed(lines, "    "))] if any(map(str.strip, lines)) else []


# --- lists --------------------------------------------------------------------------------------------------------


def _bullets(element: Element, context: Context) -> list[Block]:
    return _list(element, context, lambda _index: "- ")


def _numbers(element: Element, context: Context) -> list[Block]:
    start = element.get("start", "1")
    first = int(start) if _NUMBER.fullmatch(start) else 1
    return _list(element, context, lambda index: f"{first + index}. ")


def _list(element: Element, context: Context, marker: Callable[[int], str]) -> list[Block]:
    if _has_stray_text(element):
        return _container(element, context)
    tight = not any(child.find("p") is not None for child in element)
    items = []
    for index, child in enumerate(element):
        sign = marker(index)
        inner = flow(nodes(child) if child.tag == "li" else [child], context.narrower(len(sign)))
        items.append(Block(item(sign, inner, tight=tight), is_list=tight))
    return [Block(joined(items, tight=tight), is_list=True)] if items else []


def _has_stray_text(element: Element) -> bool:
    return _has_text(element.text) or any(_has_text(child.tail) for child in element)


def _definitions(element: Element, context: Context) -> list[Block]:
    """A term and its first definition stay together; a blank line parts all else."""
    if _has_stray_text(element):
        return _container(element, context)
    blocks: list[Block] = []
    after_term = False
    for child in element:
        is_definition = child.tag == "dd"
        inner = _container(child, context.narrower(4) if is_definition else context)
        lines = _prefixed(joined(inner), "    ") if is_definition and inner else joined(inner)
        if after_term:
            blocks[-1].lines.extend(lines)
        elif lines:
            blocks.append(Block(lines))
        after_term = bool(blocks) and not is_definition
    return blocks


# --- tables, boxes and notes ---------------------------------------------------------------------------------------


def _table(element: Element, context: Context) -> list[Block]:
    captions = [block for caption in element.iter("caption") for block in _container(caption, context)]
    return captions + [Block(lines) for lines in table_lines(element, context)]


def _division(element: Element, context: Context) -> list[Block]:
    kinds = classes(element)
    kind = next((kind for kind in ("admonition", "footnote") if kind in kinds), "")
    return _DIVISIONS.get(kind, _container)(element, context)


def _box(element: Element, context: Context) -> list[Block]:
    """A box begins with its title and ends with a short rule, because indentation cannot be heard."""
    title_element = next((child for child in element if "admonition-title" in classes(child)), None)
    title = "" if title_element is None else text_of(title_element, context)
    title = title or _safe_word(title_of(classes(element)), context)
    label = _safe_word(label_of(classes(element)), context)
    if title.casefold() != label.casefold():
        title = labelled(context.words, label, title) if title else label
    rule = "***" if CRITICAL_CLASSES & classes(element) else "---"
    opening = wrap(f"{rule} {title} {rule}", context.width) if rule == "***" else [rule, *wrap(title, context.width)]
    content = [node for node in nodes(element) if node is not title_element]
    inner = flow(content, context.narrower(2))
    body = [Block(_prefixed(joined(inner), "  "))] if inner else []
    return [Block(opening), *body, Block([rule])]


def _safe_word(message: str, context: Context) -> str:
    return tidy(context.words(message)) if message else ""


def _notes(element: Element, context: Context) -> list[Block]:
    """The footnotes, numbered as the text refers to them."""
    blocks = [heading(tidy(context.words("Notes")), context)]
    notes = [note for notes in element.iterfind("ol") for note in notes]
    for number, note in enumerate(notes, start=1):
        label = labelled(context.words, context.words("Note {number}", number=number), "")
        inner = flow(nodes(note), context.narrower(display_width(label)))
        blocks.append(Block(item(label, inner)))
    return blocks


_DIVISIONS: Mapping[str, Callable[[Element, Context], list[Block]]] = {"admonition": _box, "footnote": _notes}

_BLOCKS: Mapping[str, Callable[[Element, Context], list[Block]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "blockquote": _quote,
    "div": _division,
    "dl": _definitions,
    "hr": _rule,
    "ol": _numbers,
    "pre": _code,
    "ul": _bullets,
    "menu": _bullets,
    TABLE: _table,
}
