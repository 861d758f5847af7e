"""The style sheet, read declaration by declaration."""

import re

import pytest
import tinycss2

from pipeline.render.html import STYLE

PHYSICAL = re.compile(
    r"(?:^|-)(?:left|right|top|bottom)(?:-|$)|^(?:min-|max-)?(?:width|height)$|^(?:overflow|overscroll-behavior)-[xy]$"
    r"|^direction$|^writing-mode$|^float$|^clear$"
)
SIDES = frozenset({"margin", "padding", "inset", "border-width", "border-style", "border-color", "scroll-margin"})
MOVING = re.compile(r"^(?:animation|transition|scroll-behavior)")
FOUR = 4


def declarations(nodes=None, around=()):
    """Every declaration, with the rules around it: ``@media print``, ``.box``."""
    if nodes is None:
        nodes = tinycss2.parse_stylesheet(STYLE.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
    for node in nodes:
        assert node.type != "error", node
        if node.type == "declaration":
            yield around, node
        elif node.type in {"at-rule", "qualified-rule"} and node.content is not None:
            head = ("@" + node.at_keyword if node.type == "at-rule" else "") + tinycss2.serialize(node.prelude)
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield from declarations(inner, (*around, head.strip()))


ALL = list(declarations())


def values(node):
    return [token for token in node.value if token.type not in {"whitespace", "comment"}]


def faults(pairs):
    """Declarations that mean left or right, where a text may run either way."""
    for around, node in pairs:
        words = [getattr(token, "value", None) for token in values(node)]
        four = node.name in SIDES and len(words) == FOUR and words[1] != words[3]
        aligned = node.name in {"text-align", "justify-content", "float", "clear"} and {"left", "right"} & {*words}
        if PHYSICAL.search(node.name) or four or aligned:
            yield f"{around}: {node.serialize()}"


def test_directions_are_logical_everywhere():
    assert len(ALL) > 200
    assert list(faults(ALL)) == []


@pytest.mark.parametrize(
    "css",
    [
        "p { margin-left: 1em }",
        "p { left: 0 }",
        "p { margin: 0 1em 0 2em }",
        "p { text-align: right }",
        "p { width: 3em }",
        "@media print { p { overflow-x: auto } }",
        "p { border-top-left-radius: 1em }",
    ],
)
def test_that_test_sees_physical_directions(css):
    nodes = tinycss2.parse_stylesheet(css, skip_whitespace=True)
    assert len(list(faults(declarations(nodes)))) == 1


def test_nothing_is_loaded_and_nothing_moves():
    for around, node in ALL:
        assert "url(" not in node.serialize(), around
        assert "@font-face" not in around
        assert not MOVING.match(node.name), around


def test_letters_are_never_spaced_or_justified_and_paper_has_no_size():
    assert [node.serialize() for _, node in ALL if node.name in {"letter-spacing", "size", "font-variant-caps"}] == []
    assert "text-align: justify" not in STYLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("tag", ["ar", "fa", "ur", "he", "hi", "th", "ja", "zh-Hans", "zh-Hant", "ko"])
def test_each_script_has_fonts_of_its_own_and_room_for_its_lines(tag):
    own = {node.name: node for around, node in ALL if around and f":lang({tag})" in re.split(r",\s*", around[0])}
    fonts = [token.value for token in values(own["font-family"]) if token.type in {"string", "ident"}]
    assert len(fonts) > 2
    assert fonts[-1] in {"sans-serif", "serif"}
    assert float(values(own["line-height"])[0].value) >= 1.5
