"""Rules for characters that readers cannot see: they turn text round, hide it, or break it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from unicodedata import name as name_of

from pipeline.checks.rule import Problem, Rule
from pipeline.checks.translation import Pair
from pipeline.checks.writing.words import language_of
from pipeline.model import Severity

_POP = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}

_CLASSES = {
    "bidi": "\u202a-\u202e\u2066-\u2069",
    "separators": "\u0085\u2028\u2029",
    "zero width": "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff",
    "broken": "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffd-\uffff\ue000-\uf8ff\U000f0000-\U0010ffff",
}
_OVERRIDES = re.compile("[\u202d\u202e]")
_BIDI, _SEPARATORS, _ZERO_WIDTH, _BROKEN = (re.compile(f"[{signs}]") for signs in _CLASSES.values())
_ANY = re.compile(f"[{''.join(_CLASSES.values())}]")

_JOINERS = "\u200c\u200d"
_BREAK = "\u200b"
_BREAKING_LANGUAGES = frozenset({"bo", "dz", "jbo", "km", "lo", "my", "shn", "th", "mnw"})
"""Languages without spaces, in which U+200B says where a line may break."""

# Scripts that shape letters by their neighbours, and the parts of emoji.
_SHAPED = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18aa\ufb50-\ufdff\ufe70-\ufefc"
    "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]"
)
_HANDLED = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|<bdi|<bdo|\\bdir=", re.IGNORECASE)
# A sign that belongs to a run of Latin letters or digits but is drawn on its other side: `C++`, `Na+`, `+49`, `.NET`.
_EDGE = re.compile(r"(?<![\w+])\+\d[\d ()/-]*|(?<!\w)[A-Za-z]\w*(?:\+\+?|#)(?![\w+])|(?<![\w.])\.[A-Z][A-Za-z]+")
# Groups of digits are drawn from right to left behind Arabic letters: 1-800-222 becomes 222-800-1.
_GROUPS = re.compile(r"(?<![\w-])\d{1,4}(?:[ -]\d{2,4}){2,}(?![\w-])")


@lru_cache(maxsize=16)
def _hidden(text: str) -> str:
    """All characters of `text` that any of these rules is about; all rules look at the same few texts in turn."""
    if "&" in text:
        text = unescape(text)
    return "" if text.isascii() and text.isprintable() else "".join(_ANY.findall(text))


def _overrides(pair: Pair) -> Iterator[Problem]:
    found = _OVERRIDES.findall(_hidden(pair.translation))
    if len(found) > len(_OVERRIDES.findall(_hidden(pair.segment.text))):
        yield Problem(f"it holds {_told(found[0])}")


def _told(character: str) -> str:
    name = name_of(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def _unbalanced(pair: Pair) -> Iterator[Problem]:
    sign = _lone_control(pair.translation)
    if sign and not _lone_control(pair.segment.text):
        ends = "is never opened" if sign in _POP else "is not closed"
        yield Problem(f"{_told(sign)} {ends}")


def _lone_control(text: str) -> str:
    """Return a sign for direction that is not in a pair; empty if all are."""
    waiting: list[str] = []
    for sign in _BIDI.findall(_hidden(text)):
        if sign not in _POP:
            waiting.append(sign)
        elif waiting and waiting[-1] in _POP[sign]:
            waiting.pop()
        else:
            return str(sign)
    return waiting[0] if waiting else ""


def _superfluous(pair: Pair) -> list[re.Match[str]]:
    """Characters without width that nothing needs where they stand."""
    text = pair.translation
    if not _ZERO_WIDTH.search(_hidden(text)):
        return []
    breaks = language_of(pair.locale) in _BREAKING_LANGUAGES
    return [
        match
        for match in _ZERO_WIDTH.finditer(text)
        if match[0] not in pair.segment.text
        and not (breaks and match[0] == _BREAK)
        and not (match[0] in _JOINERS and _SHAPED.search(text, max(match.start() - 1, 0), match.end() + 1))
    ]


def _zero_width(pair: Pair) -> Iterator[Problem]:
    found = _superfluous(pair)
    if found:
        yield Problem(f"it holds {_told(found[0][0])}, which nobody can see")


def _without_zero_width(pair: Pair) -> str | None:
    found = {match.start() for match in _superfluous(pair)}
    return "".join(sign for at, sign in enumerate(pair.translation) if at not in found) if found else None


def _added(pattern: re.Pattern[str], pair: Pair) -> str:
    """The first character of the translation that `pattern` finds and the source does not hold."""
    found = pattern.findall(_hidden(pair.translation))
    return next((sign for sign in found if sign not in _hidden(pair.segment.text)), "") if found else ""


def _separators(pair: Pair) -> Iterator[Problem]:
    if sign := _added(_SEPARATORS, pair):
        yield Problem(f"it holds {_told(sign)}")


def _controls(pair: Pair) -> Iterator[Problem]:
    if sign := _added(_BROKEN, pair):
        yield Problem(f"it holds {_told(sign)}, which is no character for readers")


def _edges(pair: Pair) -> Iterator[Problem]:
    untranslated = pair.translation == pair.segment.text  # which is T301's to tell
    if pair.locale.direction != "rtl" or untranslated or _HANDLED.search(pair.translation):
        return
    text = pair.target.text
    # In Hebrew, hyphens keep the groups of a number in order; spaces do not.
    groups = _GROUPS.search(text)
    if groups and language_of(pair.locale) in {"he", "yi"} and " " not in groups[0]:
        groups = None
    found = groups or _EDGE.search(text)
    if found:
        part = found[0].strip()
        yield Problem(f"“{part}” is drawn in another order than it is written", fix=f"Write <bdi dir=ltr>{part}</bdi>.")


RULES: tuple[Rule[Pair], ...] = (
    Rule(
        code="T321",
        name="bidi-override",
        severity=Severity.ERROR,
        summary="An invisible sign turns the order of the letters round.",
        why="What is seen is not what a screen reader reads or a program finds; a dose can be made to look different.",
        fix="Remove it; where a direction is needed, write <bdi>…</bdi>.",
        check=_overrides,
        bad="Take 15 mg.\nNehmen Sie \u202e15\u202c mg.",
        good="Take 15 mg.\nNehmen Sie 15 mg.",
    ),
    Rule(
        code="T322",
        name="bidi-unbalanced",
        severity=Severity.ERROR,
        summary="An invisible sign begins a change of direction and nothing ends it, or the other way round.",
        why="All that follows in the block is drawn in the wrong order.",
        fix="Remove it, or write <bdi>…</bdi> instead.",
        check=_unbalanced,
        bad="lang: ar\nTake 15 mg.\nخذ \u206615 mg.",
        good="lang: ar\nTake 15 mg.\nخذ \u206615 mg\u2069.",
    ),
    Rule(
        code="T323",
        name="zero-width",
        severity=Severity.WARNING,
        summary="A character without width stands in the text.",
        why="Searching does not find the word, and screen readers may read it in pieces.",
        fix="Remove it.",
        check=_zero_width,
        mend=_without_zero_width,
        bad="Drink water.\nTrinken\u200b Sie Wasser.",
        good="Drink water.\nTrinken Sie Wasser.",
        more=(("lang: zh_Hans\nDrink water.\n喝\u200b水。", "lang: zh_Hans\nDrink water.\n喝水。"),),
    ),
    Rule(
        code="T324",
        name="line-separator",
        severity=Severity.ERROR,
        summary="A character that other programs take for the end of a line stands in the text.",
        why="The plain-text edition breaks there, and other tools damage the message.",
        fix="Remove it, or put a space in its place.",
        check=_separators,
        bad="Drink water.\nTrinken Sie\u2028Wasser.",
        good="Drink water.\nTrinken Sie Wasser.",
    ),
    Rule(
        code="T325",
        name="rtl-edge",
        severity=Severity.NOTE,
        summary="A number or a name is drawn in another order than it is written.",
        why="In text that runs from right to left, a phone number may read backwards, group by group.",
        fix="Write <bdi dir=ltr>…</bdi> around it.",
        check=_edges,
        bad="lang: ar\nCall 0800 111 222.\nاتصل بالرقم 0800 111 222.",
        good="lang: ar\nCall 0800 111 222.\nاتصل بالرقم <bdi>0800 111 222</bdi>.",
        more=(
            (
                "lang: he\nCall 0800 111 222.\nחייגו 0800 111 222.",
                "lang: he\nCall 0800 111 222.\nחייגו <bdi>0800 111 222</bdi>.",
            ),
        ),
    ),
    Rule(
        code="T326",
        name="control-character",
        severity=Severity.ERROR,
        summary="The text holds a control character, or one that has no meaning of its own.",
        why="Readers see an empty box or a question mark, or miss a letter.",
        fix="Type the place again.",
        check=_controls,
        bad="the doctor\ndie \ue0c4rztin",
        good="the doctor\ndie Ärztin",
    ),
)
