"""What the parser makes of one message."""

from collections import Counter

import pytest
from hypothesis import given, settings

from pipeline.article.inline import read_inline
from pipeline.article.parser import new_parser

from .strategies import CHARACTERS, HOSTILE, LINES, MARKDOWN
from .support import document, html

BODY = 'Text[^1] [a][ref] MRI\n\n[^1]: Note.\n\n[ref]: guide.md "T"\n\n*[MRI]: long\n\n<div>raw</div>\n'


def inline(text, kind="p"):
    return read_inline(document(BODY).parser, text, kind)


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        pytest.param("[a](b.md) [c](b.md) <https://x.org>", "links", {"b.md": 2, "https://x.org": 1}, id="links"),
        pytest.param("[a][ref]", "links", {"guide.md": 1}, id="a link by reference"),
        pytest.param("[a][nowhere]", "links", {}, id="a reference that is not defined"),
        pytest.param('<a href="x">y</a>', "links", {"x": 1}, id="a raw link"),
        pytest.param("[a]: x.md", "links", {}, id="a definition defines nothing here"),
        pytest.param("![a](b.svg) ![](c.svg)", "images", {"b.svg": 1, "c.svg": 1}, id="pictures"),
        pytest.param('<img src="b.svg">', "images", {"b.svg": 1}, id="a raw picture"),
        pytest.param(
            "![ ](b) <img src=c> <img alt='x'> ![y](z)", "without_alternative", 2, id="pictures without alternative"
        ),
        pytest.param("x[^1] y[^1]", "footnotes", {"#fn:1": 2}, id="footnotes"),
        pytest.param("x[^2]", "footnotes", {}, id="a footnote that is not defined"),
        pytest.param("`a` ``b`` `a`", "code", {"a": 2, "b": 1}, id="code"),
        pytest.param("<b>x</b> y<br>", "tags", {"b": 1, "/b": 1, "br": 1}, id="tags"),
        pytest.param("**x** *y*", "tags", {}, id="marks are no tags"),
        pytest.param("a < b > c", "tags", {}, id="signs are no tags"),
        pytest.param("*x*{: .c }", "attributes", {("em", "class", "c"): 1}, id="attributes within"),
        pytest.param(
            "x\n{: #i onclick=y }",
            "attributes",
            {("p", "id", "i"): 1, ("p", "onclick", "y"): 1},
            id="attributes of the block",
        ),
        pytest.param(
            '<span style="x" lang="fr" dir="ltr">y</span>',
            "attributes",
            {("span", "style", "x"): 1},
            id="raw attributes",
        ),
        pytest.param("[a](b 'T') ![c](d 'T')", "attributes", {}, id="titles are texts"),
        pytest.param("x[^1]", "attributes", {}, id="those of footnotes are the parser's"),
        pytest.param("a *b* **c** [d](e) `f` <i>g</i>", "text", "a b c d  g", id="text without markup"),
        pytest.param(
            "5 * 3 = 15, snake_case_word", "text", "5 * 3 = 15, snake_case_word", id="signs that are no markup"
        ),
        pytest.param(r"\*x\*", "text", "*x*", id="signs that are meant"),
        pytest.param("a **b", "text", "a **b", id="a mark that is not closed"),
    ],
)
def test_what_is_found(text, field, expected):
    assert getattr(inline(text), field) == expected


def test_a_trailing_attribute_list_belongs_to_a_heading_or_cell():
    for kind in ("h2", "td", "th", "dt"):
        assert inline("x {: .c }", kind).attributes == {(kind, "class", "c"): 1}
    assert inline("x {: .c }", "li").text == "x {: .c }"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<!--><script>alert(1)</script>-->", id="a comment that a browser closes at once"),
        pytest.param("<!---><img src=x onerror=alert(1)>-->", id="another such comment"),
        pytest.param("<!-- x -->", id="a comment"),
        pytest.param('<img alt=">" src=x onerror=alert(1)//>', id="a tag with > in an attribute"),
        pytest.param("<a\nhref=x onclick=y>z</a>", id="a tag on two lines"),
        pytest.param("<svg/onload=alert(1)>", id="a tag with a slash for a space"),
        pytest.param("<IMG SRC=x ONERROR=y>", id="capital letters"),
        pytest.param("<x-y z>", id="a custom element"),
        pytest.param("<a href='x'", id="a tag without end"),
        pytest.param("<b x='", id="a quote without end"),
    ],
)
def test_nothing_that_a_browser_takes_for_markup_goes_unnoticed(text):
    found = inline(text)
    makes_markup = "<" in document_html(text).replace("<p>", "").replace("</p>", "")
    assert bool(found.tags or found.attributes or found.images or found.links) is makes_markup


def document_html(text):
    return new_parser().convert(f"x {text}")


@given(MARKDOWN, LINES | HOSTILE | CHARACTERS)
@settings(max_examples=80, deadline=None)
def test_reading_leaves_the_parser_as_it_was(body, text):
    parsed = document(body)
    before = html(parsed)
    md = parsed.parser
    state = (list(md.htmlStash.rawHtmlBlocks), md.htmlStash.html_counter, dict(md.references))
    first = read_inline(md, text)
    assert (list(md.htmlStash.rawHtmlBlocks), md.htmlStash.html_counter, dict(md.references)) == state
    assert read_inline(md, text) == first
    assert html(parsed) == before


@given(CHARACTERS)
@settings(max_examples=100, deadline=None)
def test_plain_text_is_read_as_it_is(text):
    plain = "".join(char for char in text if char.isalnum() and char.isprintable())
    found = inline(f"a{plain}")
    assert found.text == f"a{plain}"
    assert found.tags == found.links == found.attributes == Counter()
