"""Rules for style sheets: what they take away from people who enlarge, listen, print or use a keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_NARROW = 320
"""CSS pixels, the width at which a page must still need no scrolling sideways (WCAG 1.4.10)."""

_LINE_HEIGHT = 1.5
_LONGEST_LINE = 80
_LENGTH = re.compile(r"(\d*\.?\d+)\s*(px|rem|em|ch|%|)", re.IGNORECASE)
_MOST = frozenset({"max-width", "max-inline-size"})
_THIN = 2
"""Pixels; boxes of one pixel hide what only screen readers shall say."""

# What a program, not the keyboard, puts the focus on.
_NO_STOP = re.compile(r"^(?:main|h1|\[tabindex=.?-1.?\]|\S*:not\(:focus-visible\))(?::focus(?:-visible)?)?$")
_TEXT = re.compile(r"(?:^|[\s,>])(?:html|body|p|li|main|article|:root|\*)(?=$|[\s,.:{])")
_WIDE_MEDIA = re.compile(r"min-width|print", re.IGNORECASE)
_REDUCED = re.compile(r"prefers-reduced-motion", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration, and where it holds."""

    selector: str
    media: str
    name: str
    value: str
    line: int


@dataclass(slots=True)
class Sheet:
    """One style sheet, with all its declarations."""

    path: str
    declarations: list[Declaration]


def read_sheet(path: str, text: str) -> Sheet:
    """Return the declarations of a style sheet; what cannot be read is left out, as browsers do."""
    return Sheet(
        path, list(_declarations(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), ""))
    )


def _declarations(rules: list[Any], media: str) -> Iterator[Declaration]:
    for rule in rules:
        kind = getattr(rule, "type", "")
        if kind == "qualified-rule":
            selector = tinycss2.serialize(rule.prelude).strip()
            parsed = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
            for each in parsed:
                if each.type == "declaration":
                    value = tinycss2.serialize(each.value).strip().lower()
                    yield Declaration(selector, media, each.lower_name, value, each.source_line)
        elif kind == "at-rule" and rule.content and rule.lower_at_keyword in {"media", "supports", "layer"}:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from _declarations(inner, f"{media} {tinycss2.serialize(rule.prelude)}")


def _pixels(value: str) -> float | None:
    found = _LENGTH.fullmatch(value)
    if not found or found[2].lower() not in {"px", "rem", "em"}:
        return None
    return float(found[1]) * (1 if found[2].lower() == "px" else 16)


def _focus(sheet: Sheet) -> Iterator[Problem]:
    shown = {
        (each.selector, each.media)
        for each in sheet.declarations
        if each.name in {"box-shadow", "border", "border-color", "background", "background-color", "text-decoration"}
    }
    ringed = any(":focus" in each.selector and _rings(each) for each in sheet.declarations)
    for each in sheet.declarations:
        gone = each.name in {"outline", "outline-style", "outline-width"} and re.match(r"(none|0)\b", each.value)
        elsewhere = ringed and ":focus" not in each.selector
        if gone and not elsewhere and (each.selector, each.media) not in shown and not _NO_STOP.match(each.selector):
            yield Problem("it takes away the ring that shows where the keyboard is", each.line, each.selector)


def _rings(each: Declaration) -> bool:
    return each.name == "outline" and not re.match(r"(none|0)\b", each.value)


def _justified(sheet: Sheet) -> Iterator[Problem]:
    for each in sheet.declarations:
        if each.name == "text-align" and each.value.startswith("justify"):
            yield Problem("justified text", each.line, each.selector)


def _tight(sheet: Sheet) -> Iterator[Problem]:
    for each in sheet.declarations:
        if each.name == "line-height" and _TEXT.search(each.selector):
            found = _LENGTH.fullmatch(each.value)
            if (
                found
                and (float(found[1]) / (100 if found[2] == "%" else 1)) < _LINE_HEIGHT
                and found[2] in {"", "em", "%"}
            ):
                yield Problem(f"lines only {each.value} apart", each.line, each.selector)


def _fixed(sheet: Sheet) -> Iterator[Problem]:
    shrinking = {_last(each.selector) for each in sheet.declarations if each.name in _MOST and each.value == "100%"}
    for each in sheet.declarations:
        wide = _pixels(each.value) if each.name in {"width", "min-width", "inline-size", "min-inline-size"} else None
        # Tables of data may be scrolled sideways (WCAG 1.4.10).
        if wide and wide > _NARROW and _last(each.selector) not in {"table", *shrinking} and not _wide(each):
            yield Problem(f"{each.name}: {each.value} is wider than a telephone", each.line, each.selector)


def _last(selector: str) -> str:
    """Return what the last part of a selector is about: ``img`` of ``.picture > img``."""
    return re.split(r"[\s>+~]+", selector.strip())[-1]


def _wide(each: Declaration) -> bool:
    return bool(_WIDE_MEDIA.search(each.media))


def _clipped(sheet: Sheet) -> Iterator[Problem]:
    hidden = {
        (each.selector, each.media)
        for each in sheet.declarations
        if each.name in {"overflow", "overflow-y", "overflow-block"} and "hidden" in each.value
    }
    for each in sheet.declarations:
        high = _pixels(each.value) if each.name in {"height", "max-height", "block-size"} else None
        if high and high > _THIN and (each.selector, each.media) in hidden:
            yield Problem(f"{each.name}: {each.value} cuts off text that grows", each.line, each.selector)


def _long_lines(sheet: Sheet) -> Iterator[Problem]:
    for each in sheet.declarations:
        found = _LENGTH.fullmatch(each.value) if each.name in {"max-width", "max-inline-size", "width"} else None
        if found and found[2] == "ch" and float(found[1]) > _LONGEST_LINE:
            yield Problem(f"lines of up to {found[1]} characters", each.line, each.selector)


def _sides(sheet: Sheet) -> Iterator[Problem]:
    for each in sheet.declarations:
        sided = re.fullmatch(r"(?:margin|padding|border)-(?:left|right)(?:-\w+)?|left|right", each.name)
        turned = each.name in {"text-align", "float", "clear"} and each.value in {"left", "right"}
        if (sided and each.value not in {"0", "auto"}) or turned:
            yield Problem(
                f"{each.name}: {each.value} is the wrong side where text runs from right to left",
                each.line,
                each.selector,
            )


def _direction(sheet: Sheet) -> Iterator[Problem]:
    for each in sheet.declarations:
        if each.name in {"direction", "unicode-bidi"} and each.value not in {"inherit", "isolate", "plaintext"}:
            yield Problem(f"{each.name}: {each.value} is lost without the style sheet", each.line, each.selector)


def _motion(sheet: Sheet) -> Iterator[Problem]:
    if any(_REDUCED.search(each.media) for each in sheet.declarations):
        return
    for each in sheet.declarations:
        if each.name in {"animation", "animation-name"} and each.value not in {"none", "initial"}:
            yield Problem("it moves, also for people who asked for less motion", each.line, each.selector)


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE


def _css(rule: str) -> str:
    return f"=== style.css\n{rule}\n"


RULES: tuple[Rule[Sheet], ...] = (
    Rule(
        "P801",
        "style-focus",
        _E,
        "The style takes away the ring that shows where the keyboard is.",
        "Who uses a keyboard cannot see which link will be followed (WCAG 2.4.7).",
        "Leave the ring, or draw one at least 2 pixels thick for :focus-visible.",
        _focus,
        _css("a:focus { outline: none }"),
        _css("a:focus { outline: 3px solid }"),
    ),
    Rule(
        "P802",
        "style-justified",
        _W,
        "Text is justified.",
        "The uneven gaps make rivers of white, hard to read with dyslexia (WCAG 1.4.8).",
        "Write text-align: start.",
        _justified,
        _css("p { text-align: justify }"),
        _css("p { text-align: start }"),
    ),
    Rule(
        "P803",
        "style-tight-lines",
        _W,
        "Lines stand less than one and a half times the size of the letters apart.",
        "The eye slips into the next line (WCAG 1.4.8, 1.4.12).",
        "Write line-height: 1.5 or more for running text.",
        _tight,
        _css("body { line-height: 1.1 }"),
        _css("body { line-height: 1.6 }"),
    ),
    Rule(
        "P804",
        "style-fixed-width",
        _W,
        "Something is wider than a telephone, and cannot shrink.",
        "Every line has to be scrolled sideways, also when a page is enlarged (WCAG 1.4.10).",
        "Write max-width instead of width.",
        _fixed,
        _css("main { width: 600px }"),
        _css("main { max-width: 600px }"),
    ),
    Rule(
        "P805",
        "style-clipped",
        _W,
        "A box of a fixed height hides what does not fit.",
        "Enlarged or translated text is cut off (WCAG 1.4.4, 1.4.12).",
        "Let the box grow: min-height.",
        _clipped,
        _css(".box { height: 40px; overflow: hidden }"),
        _css(".box { min-height: 40px }"),
    ),
    Rule(
        "P806",
        "style-long-lines",
        _W,
        "Lines may be longer than 80 characters.",
        "The eye does not find the beginning of the next line (WCAG 1.4.8).",
        "Write max-inline-size: 70ch or less.",
        _long_lines,
        _css("main { max-width: 120ch }"),
        _css("main { max-width: 70ch }"),
    ),
    Rule(
        "P807",
        "style-sides",
        _N,
        "A rule names left or right where the beginning or the end is meant.",
        "In Arabic or Hebrew it is the wrong side.",
        "Use the logical properties: margin-inline-start, text-align: start.",
        _sides,
        _css("li { margin-left: 2em }"),
        _css("li { margin-inline-start: 2em }"),
    ),
    Rule(
        "P808",
        "style-direction",
        _E,
        "The style, not the page, says which way text runs.",
        "The order of the words is lost where the style is not used: in readers, copies and print.",
        "Write dir into the page.",
        _direction,
        _css(".ar { direction: rtl }"),
        _css(".ar { text-align: start }"),
    ),
    Rule(
        "P809",
        "style-motion",
        _W,
        "Something moves, also for people who asked their system for less motion.",
        "Motion makes some people dizzy or sick (WCAG 2.3.3).",
        "Put it into @media (prefers-reduced-motion: no-preference).",
        _motion,
        _css("p { animation: blink 1s infinite }"),
        _css("@media (prefers-reduced-motion: no-preference) { p { animation: blink 1s } }"),
    ),
)
