"""Drawings (SVG) through an exact list of what they may hold: shapes, colours and words, nothing that acts or loads.

A drawing that holds anything else is refused, not mended: what a program leaves out, its author would miss. Only
properties of a ``style`` that are not in the list go without a word, since drawing programs write dozens that change
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import tinycss2
from lxml import etree

from pipeline.errors import InputError, raise_all

SVG = "{http://www.w3.org/2000/svg}"
XML = "{http://www.w3.org/XML/1998/namespace}"
MOST_BYTES = 256 * 1024
MOST_ELEMENTS = 5_000

_MEND = "remove it, or export the picture as plain SVG"


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_PROPERTIES = _set(
    "clip-path clip-rule color direction display dominant-baseline fill fill-opacity fill-rule font-family font-size "
    "font-style font-weight marker-end marker-mid marker-start opacity paint-order stop-color stop-opacity stroke "
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width "
    "text-anchor unicode-bidi vector-effect visibility"
)
_EVERYWHERE = _PROPERTIES | frozenset({"id", "style", "transform", "role", "aria-hidden", f"{XML}lang", f"{XML}space"})
_GRADIENT = "gradientUnits gradientTransform spreadMethod"
_LABEL = "x y dx dy rotate translate data-width data-lines data-grow"

_ELEMENTS: dict[str, frozenset[str]] = {
    SVG + name: _EVERYWHERE | _set(attributes)
    for name, attributes in {
        "svg": "viewBox width height version preserveAspectRatio aria-labelledby aria-describedby data-mirror",
        "g": "translate",
        "defs": "",
        "title": "translate",
        "desc": "translate",
        "path": "d pathLength",
        "rect": "x y width height rx ry",
        "circle": "cx cy r",
        "ellipse": "cx cy rx ry",
        "line": "x1 y1 x2 y2",
        "polyline": "points",
        "polygon": "points",
        "text": _LABEL,
        "tspan": _LABEL,
        "linearGradient": f"x1 y1 x2 y2 {_GRADIENT}",
        "radialGradient": f"cx cy r fx fy fr {_GRADIENT}",
        "stop": "offset",
        "clipPath": "clipPathUnits",
        "marker": "viewBox refX refY markerWidth markerHeight markerUnits orient preserveAspectRatio",
    }.items()
}
"""The attributes of each element that a drawing may hold."""

_FUNCTIONS = _set("rgb rgba hsl hsla matrix translate translatex translatey scale rotate skewx skewy")
_FUNCTION = re.compile(r"([^\s(),;:]*)\s*\(")
_OWN_PART = re.compile(r"url\(\s*([\"']?)#[\w.-]+\1\s*\)", re.IGNORECASE)
_DECLARATION = re.compile(r"<!(?!--|\[CDATA\[)")


def read_svg(content: bytes, path: str) -> Any:
    """Return the root of a drawing, its styles turned into attributes. Raises `InputErrors` with all that is wrong."""
    text = _text(content, path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        message = f"this is no valid SVG ({error.msg}); mend it, or export the picture again"
        raise InputError(message, path, error.lineno or None) from None
    raise_all(InputError(message, path, line) for message, line in _faults(root))
    return root


def _text(content: bytes, path: str) -> str:
    if len(content) > MOST_BYTES:
        raise InputError(f"{len(content):,} bytes, but a drawing may have {MOST_BYTES:,}; simplify it", path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + content.count(b"\n", 0, error.start)
        raise InputError("the picture is not UTF-8; save it as UTF-8", path, line) from None
    # Refused before any parser sees it: entities can grow without end, and name files and hosts.
    if declaration := _DECLARATION.search(text):
        line = 1 + text.count("\n", 0, declaration.start())
        raise InputError("a document type or an entity may not stand in a picture; remove the line", path, line)
    return text


def _faults(root: Any) -> Iterator[tuple[str, int]]:
    if root.tag != f"{SVG}svg":
        yield "this is no SVG picture: it does not begin with <svg xmlns=…>; export it again", root.sourceline
        return
    outside = [*root.itersiblings(preceding=True), *root.itersiblings()]
    nodes = [*outside, *root.iter()]
    if len(nodes) > MOST_ELEMENTS:
        yield f"{len(nodes):,} elements, but a drawing may have {MOST_ELEMENTS:,}; simplify it", root.sourceline
        return
    for node in nodes:
        if node.tag is not etree.Comment:
            yield from _element_faults(node, root)


def _element_faults(element: Any, root: Any) -> Iterator[tuple[str, int]]:
    allowed = _ELEMENTS.get(element.tag) if isinstance(element.tag, str) else None
    if allowed is None or (element.tag == root.tag and element is not root):
        yield f"{_shown(element)} may not stand in a picture; {_MEND}", element.sourceline
        return
    style = element.attrib.pop("style", "")
    if _is_unsafe(style):
        yield f"the style of {_shown(element)} loads something; {_MEND}", element.sourceline
        return
    for name, value in _declarations(style):
        element.set(name, value)
    for name, value in element.items():
        attribute = f"the attribute {_local(name)} of {_shown(element)}"
        if name not in allowed:
            yield f"{attribute} may not stand in a picture; {_MEND}", element.sourceline
        elif _is_unsafe(value):
            yield f"{attribute} has an unsafe value; {_MEND}", element.sourceline


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for declaration in tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True):
        if declaration.type == "declaration" and declaration.lower_name in _PROPERTIES:
            yield declaration.lower_name, tinycss2.serialize(declaration.value).strip()


def _is_unsafe(value: str) -> bool:
    """Tell whether a value could load or run anything, in any attribute and by any reading of it."""
    value = _OWN_PART.sub("", value)
    return "\\" in value or "@" in value or any(name.lower() not in _FUNCTIONS for name in _FUNCTION.findall(value))


def _shown(node: Any) -> str:
    if node.tag is etree.PI:
        return f"<?{node.target}?>"
    return f"<{_local(node.tag)}>" if isinstance(node.tag, str) else str(node.text)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def size_of(root: Any) -> tuple[float, float, float, float] | None:
    """Return the left and upper edge, the width and the height of the drawing at `root`; None if it says none."""
    try:
        left, top, width, height = map(float, root.get("viewBox", "").replace(",", " ").split())
    except ValueError:
        return None
    finite = all(abs(each) < MOST_BYTES for each in (left, top, width, height))
    return (left, top, width, height) if finite and width > 0 and height > 0 else None
