"""The shadow has the shape of the article and spells out its lines."""

import pytest
from hypothesis import given, settings

from pipeline.article.linemap import first_line, shadow
from pipeline.article.parser import block_tree, new_parser
from pipeline.article.slots import slots

from .strategies import CHARACTERS, REALISTIC


def test_letters_become_the_letter_of_their_line():
    assert shadow("ab\n1. é") == "\U00020000\U00020000\n1. \U00020001"


@given(CHARACTERS)
def test_the_shadow_keeps_length_lines_and_everything_but_letters(text):
    copy = shadow(text)
    assert len(copy) == len(text)
    for old, new in zip(text, copy, strict=True):
        assert old == new or (old.isalnum() and new.isalpha())


@pytest.mark.parametrize(
    "piece",
    [
        '<div markdown="1">',
        "</div>",
        "<h2",
        "<!DOCTYPE",
        "[^note]",
        "class=",
        "1. ",
        "!!! ",
        "```",
        "{: .",
        "| - | - |",
    ],
)
def test_what_carries_structure_stays(piece):
    copy = shadow(f'{piece}x" y')
    assert copy.startswith(piece.rstrip("=")) or piece == "class="


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("1. ---", None, id="no letters"),
        pytest.param("plain letters", None, id="letters of a real article"),
        pytest.param("1 \U00020004\U00020005", 5, id="the first one counts"),
    ],
)
def test_first_line(text, expected):
    assert first_line(text) == expected


@given(REALISTIC)
@settings(max_examples=60, deadline=None)
def test_the_shadow_of_a_realistic_article_has_its_shape(body):
    shapes = []
    for text in (body, shadow(body)):
        md = new_parser()
        root = block_tree(md, text)
        shapes.append(([element.tag for element in root.iter()], [slot.kind for slot in slots(md, root)]))
    assert shapes[0] == shapes[1]


def test_a_very_long_article_has_lines_to_its_end():
    text = "\n".join(["x"] * 42_000 + ["", "last"])
    assert first_line(shadow(text).rsplit("\n", 1)[1]) == 42_002
