"""A drawing (SVG): the words in it, and how it looks in another language."""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from pipeline.article.comments import read_comment
from pipeline.article.pictures.room import lines
from pipeline.article.pictures.safe_svg import SVG, XML, read_svg, size_of
from pipeline.errors import InputError, raise_all
from pipeline.locale import Locale
from pipeline.model import Key, Room

_KINDS = {SVG + "text": "picture-label", SVG + "title": "picture-title", SVG + "desc": "picture-description"}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)(?:px)?")
_USUAL_SIZE = 16.0
_MOST_LINES = 5
_NARROW = 275.0
"""Pixels that a picture has across on a screen of 320 (the narrowest that WCAG 1.4.10 asks for), less the margins."""

_OURS = ("data-width", "data-lines", "data-grow", "data-mirror", "translate")
_GROW = {"": 0.0, "down": 0.0, "middle": 0.5, "up": 1.0}
"""How many of the lines behind the first stand above the label's place."""

_LINE_HEIGHT = 1.25
_UNSEEN = frozenset({SVG + "title", SVG + "desc", SVG + "defs"})
# Everything outside the production Char of XML 1.0 (https://www.w3.org/TR/xml/#charsets).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Word:
    """Words of a drawing that are one message."""

    text: str
    kind: str
    """One of `model.PICTURE_KINDS`."""

    place: int
    """The number of its element, in the order of the file."""

    room: Room | None
    note: str
    """The author's, from a comment ``<!-- translators: … -->`` before it."""

    @property
    def key(self) -> Key:
        """The message that it is looked up by."""
        return Key(None, self.text)


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing, checked."""

    root: Any
    words: tuple[Word, ...]
    mirror: bool
    """Whether its author wants it mirrored where people read from right to left."""

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height of the whole, in its own units; None if it says none."""
        box = size_of(self.root)
        return box and (max(round(box[2]), 1), max(round(box[3]), 1))

    @property
    def by_language(self) -> bool:
        """Whether it looks different in another language."""
        return bool(self.words) or self.mirror


def read_drawing(content: bytes, path: str) -> Drawing:
    """Return the drawing in the file `path`. Raises `InputErrors` with all that is wrong with it."""
    root = read_svg(content, path)
    errors = [InputError(message, path, element.sourceline) for element, message in _faults(root)]
    raise_all(errors)
    box = size_of(root)
    words = (_word(element, number, box) for number, element in enumerate(root.iter()) if element.tag in _KINDS)
    drawing = Drawing(root, tuple(filter(None, words)), root.get("data-mirror") == "rtl")
    if drawing.by_language and drawing.size is None:
        message = 'the picture has words, but no size; write viewBox="0 0 WIDTH HEIGHT" in <svg>'
        raise InputError(message, path, root.sourceline)
    return drawing


def _faults(root: Any) -> Iterator[tuple[Any, str]]:
    if root.get("data-mirror") not in {None, "rtl"}:
        yield root, 'data-mirror has one value only; write data-mirror="rtl"'
    for text in root.iter(SVG + "text"):
        if not _number(text.get("data-width", "1")):
            yield text, f'data-width="{text.get("data-width")}" is no width; write a number above 0'
        if not (lines := text.get("data-lines", "1")).isdecimal() or not 1 <= int(lines) <= _MOST_LINES:
            yield text, f'data-lines="{lines}" is no number of lines; write one from 1 to {_MOST_LINES}'
        if text.get("data-grow", "") not in _GROW:
            yield text, "data-grow is none of down, middle and up; correct it"
        if any(_coordinate(text.get(name, "0")) is None for name in "xy"):
            yield text, "a label has one x and one y; write one number for each"
        if _font_size(text) is None:
            yield text, "the font-size of this label is no number; write one, without a unit"


def _word(element: Any, number: int, box: tuple[float, float, float, float] | None) -> Word | None:
    """Return the message in `element`; None if there is nothing to translate."""
    text = _said(element)
    if not any(map(str.isalpha, text)) or _inherited(element, "translate") == "no":
        return None
    kind = _KINDS[element.tag]
    before = element.getprevious()
    comment = read_comment(f"<!--{before.text}-->") if before is not None and before.tag is etree.Comment else None
    note = comment.value if comment and comment.name == "translators" else ""
    return Word(text, kind, number, _room(element, box) if kind == "picture-label" else None, note)


def _said(element: Any) -> str:
    return " ".join(" ".join(_author_lines(element)).split())


def _author_lines(element: Any) -> list[str]:
    """Return the text of a label; its author begins a line with a ``tspan`` that has an ``x``."""
    found = [element.text or ""]
    for child in element:
        text = "" if child.tag is etree.Comment else "".join(child.itertext(SVG + "tspan"))
        if child.tag is not etree.Comment and child.get("x") is not None:
            found.append("")
        found[-1] += text + (child.tail or "")
    return [line for line in found if line.strip()]


def _room(text: Any, box: tuple[float, float, float, float] | None) -> Room:
    size = _font_size(text) or _USUAL_SIZE
    wide = _number(text.get("data-width", "")) or (_up_to_the_edge(text, box) if box else math.inf)
    pixels = size * min(_NARROW / box[2], 1) if box else size
    return Room(wide / size, max(int(text.get("data-lines", "1")), len(_author_lines(text))), pixels)


def _up_to_the_edge(text: Any, box: tuple[float, float, float, float]) -> float:
    """Return how much room there is up to the edge of the picture; no limit where a transformation hides that."""
    if any(each.get("transform") for each in (text, *text.iterancestors())):
        return math.inf
    x = _coordinate(text.get("x", "0")) or 0
    before, behind = x - box[0], box[0] + box[2] - x
    side = _side(text)
    return max(2 * min(before, behind) if side == "middle" else behind if side == "right" else before, 0)


# --- in another language ------------------------------------------------------------------------------------------


def draw(drawing: Drawing, said: Mapping[Key, str | None], source: Locale, locale: Locale) -> bytes:
    """Return the file of `drawing` for readers of `locale`, with the words that are `said`.

    A label without a translation stays in the language of the `source` and is marked with it. Letters are never
    mirrored; a label stands on the same side of its place as the author put it, or on the mirrored one.
    """
    root = copy.deepcopy(drawing.root)
    mirrored = drawing.mirror and locale.direction == "rtl" and source.direction != "rtl"
    elements = list(root.iter())
    sides = {element: _side(element) for element in root.iter(SVG + "text")}
    words = {elements[word.place]: word for word in drawing.words}
    root.set(f"{XML}lang", locale.tag)
    for element, word in words.items():
        translation = said.get(word.key)
        language = source if translation is None else locale
        _say(element, word, _FORBIDDEN.sub("", translation or word.text), language)
        if language != locale:
            element.set(f"{XML}lang", language.tag)
    for element, side in sides.items():
        language = source if element not in words or said.get(words[element].key) is None else locale
        _place(element, side, language, mirrored=mirrored)
    if mirrored:
        _mirror(root)
    return written(root)


def written(root: Any) -> bytes:
    """Return the file of a drawing, without what was said to translators and to this program."""
    root = copy.deepcopy(root)
    for element in list(root.iter()):
        if element.tag is etree.Comment:
            _remove(element)
        else:
            for name in _OURS:
                element.attrib.pop(name, None)
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, encoding="utf-8")) + b"\n"


def _remove(comment: Any) -> None:
    """Remove a comment, and keep the text behind it."""
    parent, before = comment.getparent(), comment.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (comment.tail or "")
    else:
        parent.text = (parent.text or "") + (comment.tail or "")
    comment.tail = None
    parent.remove(comment)


def _say(element: Any, word: Word, text: str, language: Locale) -> None:
    """Put `text` in the place of what stands in `element`."""
    text = " ".join(text.split())
    for child in list(element):
        element.remove(child)
    broken = lines(text, word.room, language.tag) if word.kind == "picture-label" else [text]
    element.text = broken[0] if len(broken) == 1 else None
    if len(broken) == 1:
        return
    above = _GROW[element.get("data-grow", "")] * (len(broken) - 1) * _LINE_HEIGHT
    for number, line in enumerate(broken):
        down = _LINE_HEIGHT if number else 0 - above
        span = etree.SubElement(element, SVG + "tspan", x=element.get("x", "0"), dy=f"{down:g}em")
        span.text = line


def _place(text: Any, side: str, language: Locale, *, mirrored: bool) -> None:
    """Let `text` run in the direction of its language, on the side where its author put it."""
    rtl = language.direction == "rtl"
    if rtl or _inherited(text, "direction"):
        text.set("direction", language.direction)
    if side != "middle":
        text.set("text-anchor", "start" if (side == "right") != (rtl != mirrored) else "end")
    if mirrored:
        x = _coordinate(text.get("x", "0")) or 0
        text.set("transform", f"{text.get('transform', '')} matrix(-1 0 0 1 {2 * x:g} 0)".strip())


def _mirror(root: Any) -> None:
    left, _, width, _ = size_of(root) or (0, 0, 0, 0)
    group = etree.Element(SVG + "g", transform=f"matrix(-1 0 0 1 {2 * left + width:g} 0)")
    group.extend([child for child in root if child.tag not in _UNSEEN])
    root.append(group)


def _side(text: Any) -> str:
    """Return on which side of its place a label stands, as the author wrote it: ``left``, ``middle`` or ``right``."""
    anchor = _inherited(text, "text-anchor") or "start"
    if anchor == "middle":
        return anchor
    return "right" if (anchor == "start") == (_inherited(text, "direction") != "rtl") else "left"


def _inherited(element: Any, name: str) -> str:
    return next((each.get(name) for each in (element, *element.iterancestors()) if each.get(name)), "")


def _font_size(text: Any) -> float | None:
    size = _inherited(text, "font-size")
    match = _SIZE.fullmatch(size.strip())
    return (float(match[1]) or None) if match else None if size else _USUAL_SIZE


def _number(text: str) -> float:
    """Return a number above 0; 0 for anything else."""
    match = _SIZE.fullmatch(text.strip())
    return float(match[1]) if match else 0


def _coordinate(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
