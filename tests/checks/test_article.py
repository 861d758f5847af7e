"""Rules for articles: what they report, where, and what they leave alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .support import article_findings


def found(markdown, **options):
    return [(each.rule, each.location.line) for each in article_findings(markdown, **options) if each.rule[0] in "SA"]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        pytest.param("One\n\n<div>Call your doctor.</div>\n", [("S101", 3)], id="text in a raw block"),
        pytest.param("<table>\n<tr><td>Call</td></tr>\n</table>\n", [("S101", 1)], id="text in a raw table"),
        pytest.param("<div>\n<p>\nCall\n</p>\n</div>\n", [("S101", 1)], id="text on its own line"),
        pytest.param("<hr>\n", [], id="a raw tag without text"),
        pytest.param('<div class="x" id="abc"></div>\n', [], id="words in attributes"),
        pytest.param("<!-- Call your doctor. -->\n", [], id="a comment"),
        pytest.param("<script>var a = 'x';</script>\n", [], id="a script"),
        pytest.param("<style>p { color: red }</style>\n", [], id="a style"),
        pytest.param("```html\n<div>Call</div>\n```\n", [], id="HTML shown as code"),
        pytest.param("    <div>Call</div>\n", [], id="HTML shown as indented code"),
        pytest.param("Call <b>now</b>.\n", [], id="inline HTML is in the message"),
        pytest.param("<div>12&nbsp;%</div>\n", [], id="numbers in raw HTML"),
        pytest.param(
            '<div markdown="1">\n<div>Call</div>\n</div>\n', [], id="HTML inside HTML that is marked for Markdown"
        ),
        pytest.param("a\n\n# H\n", [("A101", 3)], id="a second title"),
        pytest.param("A\n===\n", [("A101", 1)], id="a second title that is underlined"),
        pytest.param("```\n# H\n```\n", [], id="a title in code"),
        pytest.param("### H\n", [("A102", 1)], id="the first heading too deep"),
        pytest.param("## A\n\n### B\n\n## C\n\n### D\n", [], id="back up and down again"),
        pytest.param(
            "## A\n\n### B\n\n##### C\n\n## D\n\n#### E\n", [("A102", 5), ("A102", 9)], id="two skipped levels"
        ),
        pytest.param("a ![](b.svg)\n", [("A103", 1)], id="a picture without alternative"),
        pytest.param(
            "a\nb ![x](b.svg)\nc ![ ](c.svg)\n", [("A103", 3)], id="only blanks for an alternative, on the third line"
        ),
        pytest.param("![](b.svg){: role=presentation }\n", [], id="decoration"),
        pytest.param("![][b]\n\n[b]: b.svg\n", [("A103", 1)], id="a picture by reference"),
        pytest.param('<img src="b.svg">\n', [("A103", 1)], id="a raw picture without alternative"),
        pytest.param('Text <img src="b.svg"> text\n', [("A103", 1)], id="a raw picture in a line"),
        pytest.param('<img src="b.svg" alt="">\n', [], id="a raw picture that is marked as decoration"),
        pytest.param("a\nb [](x.md)\n", [("A104", 2)], id="a link without words"),
        pytest.param("[![A calf](b.svg)](x.md)\n", [], id="a picture for words"),
        pytest.param("[![](b.svg)](x.md)\n", [("A103", 1), ("A104", 1)], id="a picture without alternative for words"),
        pytest.param("[`code`](x.md)\n", [], id="code for words"),
        pytest.param("[**`code`**](x.md)\n", [], id="bold code for words"),
        pytest.param("[&copy;](x.md)\n", [], id="an entity for words"),
        pytest.param("<https://example.org>\n", [], id="an address is its own words"),
        pytest.param("a[^1]\n\n[^1]: N.\n", [], id="footnotes have their words"),
        pytest.param("| a | |\n|---|---|\n| b | c |\n", [("A105", 1)], id="a column without heading"),
        pytest.param("|  | a |\n|---|---|\n| b | c |\n", [("A105", 1)], id="the first column without heading"),
        pytest.param("| `a` | ![b](c) |\n|---|---|\n| b | c |\n", [], id="code and pictures are headings too"),
        pytest.param("| &copy; | b |\n|---|---|\n| b | c |\n", [], id="an entity is a heading too"),
    ],
)
def test_rules(markdown, expected):
    assert found(markdown) == expected


def test_lines_count_the_front_matter():
    assert found("a\n\n# H\n", body_line=7) == [("A101", 10)]


def test_the_advice_names_the_right_level():
    (finding,) = (each for each in article_findings("## A\n\n#### B\n") if each.rule == "A102")
    assert finding.fix == "write ### here"


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
