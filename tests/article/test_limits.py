"""How large an article may be."""

import pytest

from pipeline.article import limits, read_article
from pipeline.errors import InputErrors

FRONT = "---\ntitle: A\ndescription: B\n---\n"


def fault(body):
    with pytest.raises(InputErrors) as caught:
        read_article((FRONT + body).encode(), "source/x.md", "x")
    (error,) = caught.value.errors
    assert error.path == "source/x.md"
    return error


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        pytest.param("A\n\n" + "a\n" * 10_001, 7, "20,001 characters without a blank line", id="a long block"),
        pytest.param("A\n\n" + "a" * 30_000, 7, "30,000 characters without a blank line", id="a long line"),
        pytest.param("A\n" + "[" * 21, 6, "more than 20 times [ without ]", id="square brackets"),
        pytest.param("[a](" * 21, 5, "more than 20 times ( without )", id="links"),
        pytest.param("A\n\n" + "< a\n" * 300, 207, "more than 200 times < without >", id="signs"),
        pytest.param("A\n\n" + "<a\n\n" * 60, 107, "more than 50 HTML tags without >", id="tags"),
        pytest.param("A\n" + "> " * 21 + "x", 6, "more than 20 quotations or lists", id="quotations"),
        pytest.param("- " * 21 + "x", 5, "more than 20 quotations or lists", id="lists in one line"),
        pytest.param("x" + " " * 1001 + "x", 5, "more than 1,000 blanks", id="blanks"),
        pytest.param("[^a]\n\n" * 1001, 2005, "more than 1,000 references to footnotes", id="references"),
        pytest.param("# x\n" * 1001, 1005, "more than 1,000 headings", id="headings"),
        pytest.param("*[A]: b\n" * 501, 505, "more than 500 footnotes, abbreviations", id="abbreviations"),
        pytest.param("[^a]: b\n\n" * 501, 1005, "more than 500 footnotes", id="footnotes"),
    ],
)
def test_too_much(body, line, message):
    error = fault(body)
    assert error.line == line
    assert message in error.message


def test_a_large_file_is_refused_before_it_is_read():
    error = fault("\xff" * limits.MOST_BYTES)
    assert error.line is None
    assert "but an article may have 131,072; make two articles of it" in error.message


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(("word " * 100 + "\n\n") * 250, id="a long article"),
        pytest.param("[a [b] c] (d (e) f) " * 200, id="many brackets that are closed"),
        pytest.param("| < 5 mg | > 3 |\n" * 190, id="a table with signs"),
        pytest.param("* a\n" * 4_000, id="a long list"),
        pytest.param("- - -\n\n" + "* " * 20 + "\n\n" + "-" * 500, id="rules"),
        pytest.param("1) a :) b :-)\n" * 200, id="brackets that are closed only"),
        pytest.param("a | " + " " * 900 + "b", id="a wide table"),
    ],
)
def test_what_people_write_is_no_matter(body):
    assert read_article((FRONT + body).encode(), "source/x.md", "x").body
