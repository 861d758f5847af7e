"""The prose of an article as a reader meets it."""

import pytest
from hypothesis import given, settings

from pipeline.article.prose import prose, text_of

from .strategies import MARKDOWN
from .support import document


def texts(body):
    return [block.text for block in prose(document(body))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("## One\n\nTwo\nthree\n", ["One", "Two three"], id="headings and paragraphs"),
        pytest.param("* a\n* b\n    * c\n", ["a", "b", "c"], id="nested lists"),
        pytest.param("* # H\nafter\n", ["H", "after"], id="text after a block"),
        pytest.param("a | b\n--|--\nc | d\n", ["a", "b", "c", "d"], id="cells"),
        pytest.param("T\n:   D\n", ["T", "D"], id="definitions"),
        pytest.param("> q\n", ["q"], id="quotations"),
        pytest.param('!!! note "A"\n    B\n', ["A", "B"], id="boxes"),
        pytest.param("*a* **b** [c](d) <i>e</i>\n", ["a b c e"], id="markup leaves its text"),
        pytest.param("a `b` c\n\n```\nd\n```\n", ["a c"], id="code leaves nothing"),
        pytest.param("a ![b](c)\n", ["a"], id="pictures leave nothing"),
        pytest.param("a[^1]\n\n[^1]: N.\n", ["a", "N."], id="references to notes leave nothing, notes do"),
        pytest.param("[TOC]\n\n## A\n", ["A"], id="contents are no prose"),
        pytest.param("<div>raw</div>\n\na\n", ["a"], id="raw HTML leaves nothing"),
        pytest.param("Take 5&nbsp;mg now.\n", ["Take 5 mg now."], id="a space that does not break is a space"),
        pytest.param("Fish &amp; chips\n", ["Fish & chips"], id="an entity is its sign"),
        pytest.param("Caf&eacute;\n", ["Café"], id="a letter that is an entity"),
        pytest.param("one  \ntwo\n", ["one two"], id="a hard break is a space"),
        pytest.param("one<br>two\n", ["one two"], id="a raw line break is a space"),
        pytest.param("MRI\n\n*[MRI]: long\n", ["MRI"], id="long forms leave nothing"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_blocks(body, expected):
    assert texts(body) == expected


def test_blocks_know_their_lines():
    parsed = document("## One\n\n* a\n* b\n", body_line=4)
    assert [(block.text, parsed.lines[block.element]) for block in prose(parsed)] == [("One", 5), ("a", 7), ("b", 8)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [("[a ![b](c) d](e)", "a b d"), ("[](x)", ""), ("[`x`](y)", "x"), ("[&amp;](y)", "&")],
)
def test_the_text_of_an_element(body, expected):
    parsed = document(body)
    (link,) = parsed.root.iter("a")
    assert text_of(parsed, link) == expected


@given(MARKDOWN)
@settings(max_examples=60, deadline=None)
def test_prose_is_clean_and_every_block_stands_in_the_tree(body):
    parsed = document(body)
    for block in prose(parsed):
        assert block.text == " ".join(block.text.split())
        assert not {"\x02", "\x03"} & set(block.text)
        assert block.element in parsed.lines


def test_a_number_that_is_no_character_is_no_trouble():
    assert [block.text for block in prose(document(f"a &#{'9' * 5000}; b &#9731;"))] == ["a \ufffd b ☃"]
