"""Rules for the blocks of an article: what they report, where, and what they leave alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.checks import source

from .manuscripts import by_name, each_case, examples, lines, manuscript

NAMED = by_name(source.RULES)


CASES = [
    *each_case(
        "raw-html-text",
        [
            ("text in a raw block", "One\n\n<div>Call your doctor.</div>\n", [3]),
            ("text in a raw table", "<table>\n<tr><td>Call</td></tr>\n</table>\n", [1]),
            ("text on its own line", "<div>\n<p>\nCall\n</p>\n</div>\n", [1]),
            ("a raw tag without text", "<hr>\n", []),
            ("words in attributes", '<div class="x" id="abc"></div>\n', []),
            ("a comment", "<!-- Call your doctor. -->\n", []),
            ("a script", "<script>var a = 'x';</script>\n", []),
            ("a style", "<style>p { color: red }</style>\n", []),
            ("HTML shown as code", "```html\n<div>Call</div>\n```\n", []),
            ("HTML in a block of code that is not seen", '```html {file="x"}\n<div>Call</div>\n```\n', []),
            ("HTML shown as indented code", "    <div>Call</div>\n", []),
            ("inline HTML is in the message", "Call <b>now</b>.\n", []),
            ("numbers in raw HTML", "<div>12&nbsp;%</div>\n", []),
            ("HTML marked for Markdown", '<div markdown="1">\n<div>Call</div>\n</div>\n', []),
        ],
    ),
    *each_case(
        "list-under-text",
        [
            ("bullets", "Call us for:\n- swelling\n- redness\n", [2]),
            ("numbers", "Do this:\n1. Stop.\n2. Rest.\n", [2]),
            ("one item behind a colon", "Call us for:\n* swelling\n", [2]),
            ("on the third line", "One.\nCall us for\n- swelling\n- redness\n", [3]),
            ("a full-width colon", "次の場合は電話してください：\n- 腫れ\n", [2]),
            ("another kind of list under an item", "1. Do this:\n- Stop.\n- Rest.\n", [2]),
            ("in a definition", "Term\n:   Call us for:\n    - swelling\n    - redness\n", [3]),
            ("with a blank line", "Call us for:\n\n- swelling\n- redness\n", []),
            ("a list in a list", "- Call us for:\n    - swelling\n", []),
            ("a dash in a sentence", "The leg - and the\nfoot - may hurt.\n", []),
            ("in code", "```\nlist:\n- a\n- b\n```\n", []),
            ("in a block of code that is not seen", '```yaml {x="1"}\nlist:\n- a\n- b\n```\n', []),
            ("in indented code", "    list:\n    - a\n    - b\n", []),
            ("behind a picture", "![a](b.svg)\n- c\n- d\n", [2]),
        ],
    ),
    *each_case(
        "list-indent",
        [
            ("two spaces", "- a\n  - b\n", [2]),
            ("three spaces", "1. a\n   - b\n", [2]),
            ("once for an item with many parts", "- a\n  - b\n  - c\n  - d\n", [2]),
            ("once for each outer item", "- a\n  - b\n- c\n  - d\n", [2, 4]),
            ("a paragraph of an item", "1. a\n\n   More.\n\n2. b\n", [3]),
            ("further down", "- a\n    - b\n      - c\n", [3]),
            ("four spaces", "- a\n    - b\n\n    More.\n", []),
            ("a tab", "- a\n\t- b\n", []),
            ("the second line of an item", "- a\n  more\n- b\n", []),
            ("numbers set flush right", " 9. a\n10. b\n", []),
            ("one space", "- a\n - b\n", []),
            ("a line between", "- a\n\n  * * *\n", [3]),
            ("text after the list", "- a\n\nText.\n\n   Text.\n", []),
            ("in code", "```\n- a\n  - b\n```\n", []),
            ("in a comment", "<!--\n- a\n  - b\n-->\n", []),
        ],
    ),
    *each_case(
        "marker-in-text",
        [
            ("a year", "The oldest study is from\n1986. It had few patients.\n", [2]),
            ("a dash", "The leg hurts\n- sometimes a lot.\n", [2]),
            ("a paragraph that begins with a year", "1986. aastal oli see haruldane.\n", [1]),
            ("a paragraph that begins with a date", "2. März war der letzte Tag.\n", [1]),
            ("a number sign", "The pain is a\n#5 on the scale.\n", [2]),
            ("a quoted number", "Take more if you weigh\n> 50 kg.\n", [2]),
            ("a list", "1. Stop.\n2. Rest.\n", []),
            ("a list that begins later", "3. Stop.\n4. Rest.\n", []),
            ("one list in pieces", "1. Stop.\n\nWait.\n\n2. Rest.\n", []),
            ("an escaped dot", "1986\\. aastal oli see haruldane.\n", []),
            ("a real quotation", "> Take 5.\n> 6 is too much.\n", []),
            ("a real heading", "Text\n## Heading\n", []),
            ("a number with a unit", "Take\n50 mg a day.\n", []),
            ("a number that ends a sentence", "Call\n112.\n", []),
            ("a dash between numbers", "Wait for 1\n-2 days.\n", []),
        ],
    ),
    *each_case(
        "unseen-code",
        [
            ("in a list", "- a\n\n    ```\n    b\n    ```\n", [3]),
            ("by two spaces", "- a\n\n  ```sh\n  b\n  ```\n", [3]),
            ("in a quotation", "> ```\n> b\n> ```\n", [1]),
            ("with words that the parser does not know", '```go {file="x"}\nb\n```\n', [1]),
            ("two of them", "- a\n\n  ```\n  b\n  ```\n\n- c\n\n  ~~~\n  d\n  ~~~\n", [3, 9]),
            ("at the left edge", "```\nb\n```\n", []),
            ("with a language", "```python\nb\n```\n", []),
            ("with attributes", "``` {.python #x}\nb\n```\n", []),
            ("a longer fence around", "````\n- a\n\n    ```\n    b\n    ```\n````\n", []),
            ("shown as indented code", "Type:\n\n    ```\n    b\n    ```\n", []),
            ("code in a sentence", "Type ```b``` now.\n", []),
        ],
    ),
    *each_case(
        "backslash-break",
        [
            ("in an address", "12 Main Street\\\nSpringfield\n", [1]),
            ("in a list", "- 12 Main Street\\\n  Springfield\n", [1]),
            ("at the end of a paragraph", "A path: C:\\\n\nText\n", []),
            ("two of them", "A path: C:\\\\\nText\n", []),
            ("in code", "```\na \\\nb\n```\n", []),
            ("in indented code", "Type:\n\n    a \\\n    b\n", []),
        ],
    ),
    *each_case(
        "empty-section",
        [
            ("before another", "## A\n\n## B\n\nText\n", [1]),
            ("before a higher one", "## A\n\n### B\n\n## C\n\nText\n", [3]),
            ("at the end", "Text\n\n## A\n", [3]),
            ("with nothing but a comment", "## A\n\n<!-- later -->\n\n## B\n\nText\n", [1]),
            ("with a part", "## A\n\n### B\n\nText\n", []),
            ("with a list", "## A\n\n- b\n", []),
            ("with raw HTML", "## A\n\n<hr>\n", []),
            ("above the footnotes", "Text[^1]\n\n## Notes\n\n[^1]: N.\n", []),
            ("no headings at all", "Text\n", []),
            ("nothing at all", "<!-- x -->\n", []),
        ],
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_rules(rule, text, expected):
    assert lines(NAMED[rule], text) == expected


@pytest.mark.parametrize("rule", source.RULES, ids=lambda rule: rule.code)
def test_examples(rule):
    for text, tag, reported in examples(rule):
        assert bool(lines(rule, text, tag=tag)) is reported


@given(
    st.text(st.characters(exclude_categories=["C"]), max_size=60)
    | st.text(alphabet="#<>[]()!|- \nab`&;{}:=*_^~.1/\\\"'", max_size=80)
)
@settings(max_examples=150, deadline=None)
def test_no_text_stops_the_rules(markdown):
    subject = manuscript("x\n\n" + markdown)
    last = subject.row_line(len(subject.rows))
    for rule in source.RULES:
        for problem in rule.check(subject):
            assert problem.message
            assert problem.line is None or 1 <= problem.line <= last
