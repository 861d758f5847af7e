"""Rules for articles: what they report, where, and what they leave alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .support import article_findings


def found(markdown, **options):
    return [(each.rule, each.location.line) for each in article_findings(markdown, **options) if each.rule[0] in "SA"]


def test_lines_count_the_front_matter():
    assert found("a\n\n# H\n\nb\n", body_line=7) == [("A101", 10)]


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        pytest.param("Short.\n\n" + "word " * 30 + "end.\n", 3, id="in a paragraph"),
        pytest.param("Short one.\nShort two.\nNow a " + "word " * 30 + "end.\n", 3, id="further down in a paragraph"),
        pytest.param("Short one.\nShort two. Now\na " + "word " * 30 + "end.\n", 2, id="wrapped after its first word"),
        pytest.param("* Short.\n* " + "word " * 30 + "end.\n", 2, id="in a list"),
    ],
)
def test_a_long_sentence_is_told_with_its_line(markdown, line):
    assert [each.location.line for each in article_findings(markdown) if each.rule == "R102"] == [line]


def test_headings_list_items_and_cells_end_sentences():
    body = "## " + "word " * 15 + "\n\n" + "".join(f"* {'word ' * 15}\n" for _ in range(4))
    assert [each for each in article_findings(body) if each.rule == "R102"] == []


def test_a_short_text_has_no_grade():
    body = "Individuals experiencing neuromuscular hyperexcitability should obtain multidisciplinary evaluation.\n"
    assert [each for each in article_findings(body) if each.rule == "R101"] == []


@given(st.text(max_size=60) | st.text(alphabet="#<>[]()!|- \nab`&;{}:=*_", max_size=80))
@settings(max_examples=100, deadline=None)
def test_no_text_stops_the_rules(markdown):
    for finding in article_findings("x\n\n" + markdown):
        assert finding.location.path == "source/x.md"
        assert finding.location.line is None or finding.location.line >= 1
        assert finding.message
        assert len(finding.excerpt) <= 72
