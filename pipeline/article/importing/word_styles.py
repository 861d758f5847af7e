"""What the styles and lists of a Word document mean: headings, titles, bullets, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_HEADING = re.compile(r"heading ([1-9])")
_BODY_LEVEL = 9
"""The outline level that Word gives to what is no heading."""

_NO_NUMBERS = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph's style says."""

    name: str = ""
    heading: int = 0
    """The level of a heading, or 0."""

    list_id: str = ""
    list_level: int = 0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, by their identifiers, and its lists."""

    styles: dict[str, Style] = field(default_factory=dict)
    ordered: dict[tuple[str, int], bool] = field(default_factory=dict)
    """For each list and level, whether its items have numbers."""

    def of(self, paragraph: Element) -> Style:
        """Return what the style of a paragraph and its own properties say together."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return Style()
        style = self.styles.get(_value(properties.find(f"{W}pStyle")), Style())
        return _with(style, properties)


def read_styles(styles: Element | None, numbering: Element | None) -> Styles:
    """Return the styles and lists of a document from its two parts."""
    known: dict[str, Style] = {}
    for element in styles.iter(f"{W}style") if styles is not None else ():
        name = _value(element.find(f"{W}name")).lower()
        found = _HEADING.fullmatch(name)
        based = known.get(_value(element.find(f"{W}basedOn")), Style())
        heading = int(found[1]) if found else based.heading
        style = Style(name, heading, based.list_id, based.list_level)
        properties = element.find(f"{W}pPr")
        known[element.get(f"{W}styleId", "")] = style if properties is None else _with(style, properties)
    return Styles(known, _ordered(numbering) if numbering is not None else {})


def _with(style: Style, properties: Element) -> Style:
    level = properties.find(f"{W}outlineLvl")
    heading = style.heading
    if level is not None:
        heading = _number(level) + 1 if _number(level) < _BODY_LEVEL else 0
    numbers = properties.find(f"{W}numPr")
    if numbers is None:
        return Style(style.name, heading, style.list_id, style.list_level)
    identifier = _value(numbers.find(f"{W}numId")) or style.list_id
    # The list 0 takes a paragraph out of the list that its style puts it in.
    return Style(style.name, heading, "" if identifier == "0" else identifier, _number(numbers.find(f"{W}ilvl")))


def _ordered(numbering: Element) -> dict[tuple[str, int], bool]:
    forms: dict[tuple[str, int], bool] = {}
    for abstract in numbering.iter(f"{W}abstractNum"):
        for level in abstract.iter(f"{W}lvl"):
            form = _value(level.find(f"{W}numFmt"))
            forms[abstract.get(f"{W}abstractNumId", ""), _integer(level.get(f"{W}ilvl"))] = form not in _NO_NUMBERS
    lists = {n.get(f"{W}numId", ""): _value(n.find(f"{W}abstractNumId")) for n in numbering.iter(f"{W}num")}
    return {
        (name, level): is_ordered for name, of in lists.items() for (a, level), is_ordered in forms.items() if a == of
    }


def _value(element: Element | None) -> str:
    return element.get(VAL, "") if element is not None else ""


def _number(element: Element | None) -> int:
    return _integer(_value(element))


def _integer(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 3 else 0  # noqa: PLR2004
