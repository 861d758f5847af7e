"""What lines and directions may not tear apart: amounts, ranges, telephone numbers, Latin names inside Arabic.

Text from right to left shows the parts of ``5–10 mg`` or ``+44 20 7946 0000`` in another order than they are read
(UAX #9); ``<bdi dir="ltr">`` around them keeps it. Elsewhere a number stays on one line with its unit.
This works on finished HTML and puts in elements, nothing else: what a reader reads, hears and copies is the same.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.locale import Locale

_TAG = re.compile(
    r"<!--.*?-->|<!?/?([A-Za-z][^\s/<>\"']*+)([^<>\"']*+(?:\"[^\"]*+\"[^<>\"']*+|'[^']*+'[^<>\"']*+)*+)>", re.DOTALL
)
_HALF_TAG = re.compile(r"<[A-Za-z/!?]")
_DIRECTION = re.compile(r"\sdir\s*=\s*[\"']?(\w+)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "cite", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"]
)
"""A run of text may go on through these, unless they have a direction of their own or are a note's number."""
_SKIPPED = frozenset(["code", "head", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea"])

# --- what is kept together ----------------------------------------------------------------------------------------

_PAD = "\x01"  # fills the place of an entity, so that positions stay
_RTL = "\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
_SPACE = f"(?:[ \u00a0\u202f]{_PAD}*)"
_DIGIT = "[0-9\u06f0-\u06f9]"  # Persian digits run as European ones do
_LETTER = rf"[^\W\d_{_RTL}]"
_CORE = rf"(?:[^\W_{_RTL}]|[\u06f0-\u06f9])"
_SIGN = rf"(?:[<>≤≥≈~±+−-]{_PAD}*{_SPACE}?(?={_DIGIT}))"
_WORD = rf"{_CORE}+(?:(?:['’./:·+@_–‑-]+|(?<=\d)[,٫٬](?=\d)){_CORE}+)*"
_ATOM = rf"(?:{_SIGN}?{_WORD}[%‰°]?[CF]?(?!{_CORE})|[°%‰][CF]?)"
_BETWEEN = (
    rf"(?:(?<=\d){_SPACE}?[-–−/×]{_SPACE}?(?={_DIGIT})|(?<={_LETTER}),{_SPACE}(?={_LETTER})"
    rf"|(?<=[A-Z])(?<![A-Za-z][A-Z])\.{_SPACE}(?={_LETTER})|{_SPACE}|(?<=\)))"
)
_AREA = rf"\({_DIGIT}+\)"
_FOREIGN = re.compile(
    rf"(?:{_AREA}(?={_SPACE}?{_DIGIT})|{_ATOM})(?:{_BETWEEN}(?:{_ATOM}|\({_ATOM}(?:{_SPACE}{_ATOM})*\)))*"
)
_MAY_BE_FOREIGN = re.compile(rf"[^\W_{_RTL}]")
_FOREIGN_SIGN = re.compile("[\u06f0-\u06f9°%‰]")
"""One of these two finds something wherever `_FOREIGN` does, in less time."""

_PLAIN_NUMBER = re.compile(rf"{_DIGIT}+(?:[.,٫٬]{_DIGIT}+)*")
_ARABIC_DIGITS = "[\u0660-\u0669]"
_ARABIC_PHONE = re.compile(rf"(?:\+{_SPACE}?)?{_ARABIC_DIGITS}+(?:(?:{_SPACE}|-){_ARABIC_DIGITS}+)+")
_PHONE_DIGITS = 7
"""Telephone numbers have at least so many; a range such as ٥-١٠ is written from right to left in Arabic digits."""

_UNITS = (
    "mg|mcg|[µμ]g|kg|g|ml|mL|dl|dL|cl|l|L|mm|cm|km|m|min|h|s|kcal|kJ|mmHg|mmol(?:/[lL])?|IU|IE|UI|U|°[CF]?|℃|℉|%|‰"
    "|мкг|мг|кг|г|мл|л|мм|см|м|มก[.]?|มล[.]?|มม[.]?|ซม[.]?|°ซ|मि[.]ग्रा[.]?|मि[.]ली[.]?|ग्रा[.]"
)
_COUNTERS = (
    "分間|分钟|分鐘|分|秒間|秒钟|秒鐘|秒|時間|小时|小時|日間|日|天|週間|周|週|か月|ヶ月|カ月|个月|個月|月|年|歳|才|岁|歲|回|次|度|人|"
    "錠|片|粒|包|滴|杯|毫克|毫升|微克|公斤|克|升|米|厘米|公分|ミリグラム|ミリリットル|グラム|リットル|センチ|メートル|℃|%|％"
)
_WORD_END = r"(?![^\W\u3040-\u30ff\u3400-\u9fff])"  # Chinese and Japanese words begin without a space
_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_AMOUNT = re.compile(
    rf"(?<![0-9A-Za-z.,])(?:{_SIGN}?{_NUMBER}{_SPACE}?[-–〜～]{_SPACE}?)?{_SIGN}?{_NUMBER}"
    rf"(?:{_SPACE}(?:{_UNITS}){_WORD_END}|{_SPACE}?(?:{_COUNTERS}))"
    rf"|\+[0-9]{{1,3}}(?:{_SPACE}[0-9]{{2,4}}){{2,5}}(?![0-9])"
)
_MAY_BE_AMOUNT = re.compile(rf"[0-9+](?:{_SPACE}(?:{_UNITS}){_WORD_END}|{_SPACE}?(?:{_COUNTERS})|(?<=\+)[0-9])")
"""Finds something wherever `_AMOUNT` does, in less time: the last digit with its unit, or the first of a telephone."""

_LONGEST = 24
"""Letters that stay on one line; more would not fit beside large text on a telephone."""

Kept = tuple[int, int, str]
"""Where it begins and ends, and the opening tag around it."""


def _left_to_right(text: str) -> Iterator[Kept]:
    for found in _AMOUNT.finditer(text) if _MAY_BE_AMOUNT.search(text) else ():
        if found.end() - found.start() <= _LONGEST:
            yield *found.span(), '<span class="keep">'


def _right_to_left(text: str) -> Iterator[Kept]:
    may_be = _MAY_BE_FOREIGN.search(text) or _FOREIGN_SIGN.search(text)
    for found in _FOREIGN.finditer(text) if may_be else ():
        if not _PLAIN_NUMBER.fullmatch(found[0]):
            short = len(found[0]) <= _LONGEST and any(map(str.isdigit, found[0]))
            yield *found.span(), '<bdi class="keep" dir="ltr">' if short else '<bdi dir="ltr">'
    for found in _ARABIC_PHONE.finditer(text):
        if sum(map(str.isdigit, found[0])) >= _PHONE_DIGITS:
            yield *found.span(), '<bdo class="keep" dir="ltr">'  # these digits ask for an override


_FIND: dict[str, Callable[[str], Iterator[Kept]]] = {"ltr": _left_to_right, "rtl": _right_to_left}

# --- where it stands ----------------------------------------------------------------------------------------------


def isolate(html: str, locale: Locale) -> str:
    """Return `html`, in which text has the direction of `locale` unless it says so, with its amounts kept together.

    Code, the head, and whatever has another direction of its own (``dir=auto``) stay as they are.
    """
    if locale.direction == "ltr" and 'dir="rtl"' not in html and not _has_amount(html):
        return html
    changes = sorted(change for flow in _flows(html, locale.direction) for change in flow.changes(html))
    places = [0, *(place for place, _ in changes), len(html)]
    tags = [*(tag for _, tag in changes), ""]
    return "".join(html[start:end] + tag for (start, end), tag in zip(pairwise(places), tags, strict=True))


def _has_amount(text: str) -> bool:
    return _MAY_BE_AMOUNT.search(text) is not None and _AMOUNT.search(text) is not None


@dataclass(slots=True)
class _Flow:
    """Text that is read in one go: pieces of text, and the inline tags between them."""

    direction: str
    texts: list[tuple[int, int]] = field(default_factory=list)
    tags: list[tuple[int, int, int]] = field(default_factory=list)
    """Beginning, end, and 1 for an opening tag or -1 for a closing one."""

    def changes(self, html: str) -> Iterator[tuple[int, str]]:
        """Yield the tags to put in, with their places."""
        find = _FIND.get(self.direction)
        if find is None or not self.texts:
            return
        text = "".join([_padded(html[start:end]) for start, end in self.texts])
        for start, end, tag in () if text.isspace() else find(text):
            place = self._around(*self._place(start, end))
            if place and not _is_isolated(html, *place):
                yield place[0], tag
                yield place[1], f"</{tag[1:4].rstrip()}>" if tag[1:3] == "bd" else "</span>"

    def _place(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the HTML two places of the joined text stand."""
        found, passed = [0, 0], 0
        for first, last in self.texts:
            size = last - first
            if passed <= start < passed + size:
                found[0] = first + start - passed
            if passed < end <= passed + size:
                found[1] = first + end - passed
            passed += size
        return found[0], found[1]

    def _around(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the nearest places around which an element may stand; None if there are none."""
        opened = closed = 0
        for _, _, step in (tag for tag in self.tags if start <= tag[0] < end):
            opened += step
            closed, opened = (closed + 1, 0) if opened < 0 else (closed, opened)
        for first, last, step in reversed(self.tags):
            if closed and last == start and step > 0:
                start, closed = first, closed - 1
        for first, last, step in self.tags:
            if opened and first == end and step < 0:
                end, opened = last, opened - 1
        return None if opened or closed else (start, end)


def _is_isolated(html: str, start: int, end: int) -> bool:
    return html.endswith("<bdi>", 0, start) and html.startswith("</bdi>", end)


def _padded(text: str) -> str:
    """Return `text` with one sign for each entity, padded to the same length."""
    return _ENTITY.sub(_sign, text.replace(_PAD, " ")) if "&" in text else text.replace(_PAD, " ")


def _sign(found: re.Match[str]) -> str:
    sign = entities.unescape(found[0])
    return (sign if len(sign) == 1 else _PAD).ljust(len(found[0]), _PAD)


def _flows(html: str, direction: str) -> Iterable[_Flow]:
    """Return the flows of text in `html`."""
    reader = _Reader(html, direction)
    place = 0
    for tag in _TAG.finditer(html):
        reader.text(place, tag.start())
        reader.tag(tag)
        place = tag.end()
    reader.text(place, len(html))
    return reader.flows


class _Reader:
    """Follows directions through the tags of a page."""

    def __init__(self, html: str, direction: str) -> None:
        self.html = html
        self.open: list[tuple[str, str]] = [("", direction)]
        """The elements that are open: their names, and the direction of the text in them; empty where none is read."""
        self.flows = [_Flow(direction)]

    def text(self, start: int, end: int) -> None:
        if start == end:
            return
        if _HALF_TAG.search(self.html, start, end):  # who knows where the tag ends; nothing may be put into it
            self.flows.append(_Flow(""))
        elif self.flows[-1].direction:
            self.flows[-1].texts.append((start, end))

    def tag(self, tag: re.Match[str]) -> None:
        name = (tag[1] or "").lower()
        if not name or tag[0].startswith("<!"):
            return
        closing, before = tag[0][1] == "/", len(self.open)
        inline = self._close(name) if closing else self._start(name, tag[2])
        if not inline:
            self.flows.append(_Flow(self.open[-1][1]))
        elif before != len(self.open) or not closing:
            self.flows[-1].tags.append((*tag.span(), -1 if closing else 1))

    def _start(self, name: str, attributes: str) -> bool:
        """Take note of an element, and tell whether the text goes on through it."""
        if name in _VOID:
            return False
        direction = self.open[-1][1]
        own = _DIRECTION.search(attributes)
        note = name == "sup" and bool(attributes)
        if direction:
            direction = "" if name in _SKIPPED else own[1].lower() if own else direction
        inline = name in _INLINE and not own and not note
        self.open.append((name if inline else f"{name} ", direction))
        return inline

    def _close(self, name: str) -> bool:
        """Take the element off, and tell whether the text goes on after it."""
        for height in range(len(self.open) - 1, 0, -1):
            if self.open[height][0].rstrip() == name:
                inline = not any(each[-1] == " " for each, _ in self.open[height:])
                del self.open[height:]
                return inline
        return name in _INLINE
