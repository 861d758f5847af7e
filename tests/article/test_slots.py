"""Slots are taken apart into what is for translators and what is not, and nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.util import ETX, STX

from pipeline.article.parser import block_tree, new_parser
from pipeline.article.slots import Slot, slots, stashed, take_apart, unwrap

from .strategies import CHARACTERS, MARKDOWN

NOTHING = {"store": lambda _: None}
MARK = f"{STX}wzxhzdk:7{ETX}"


def parts(text, tag=""):
    element = new_parser().parser.parseDocument([f"# {text}"]).getroot()[0] if tag else None
    return take_apart(Slot(tag or "p", text, lambda _: None, element))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("text", ("", "text", ""), id="text alone"),
        pytest.param("  text \n", ("  ", "text", " \n"), id="white space around"),
        pytest.param(f"text{MARK}", ("", "text", MARK), id="a placeholder behind"),
        pytest.param(f"{MARK} text {MARK}\n", (f"{MARK} ", "text", f" {MARK}\n"), id="placeholders around"),
        pytest.param(f"a {MARK} b", ("", f"a {MARK} b", ""), id="a placeholder within stays"),
        pytest.param("text\n{: .x }", ("", "text", "\n{: .x }"), id="an attribute list on its own line"),
        pytest.param("text {: .x }", ("", "text {: .x }", ""), id="an attribute list in the line is not the block's"),
        pytest.param("text\n{: .x }\n{: .y }", ("", "text\n{: .x }", "\n{: .y }"), id="the last of two lists"),
        pytest.param("{: .x }", ("", "{: .x }", ""), id="a list alone is text"),
        pytest.param("", ("", "", ""), id="nothing"),
        pytest.param(MARK, (MARK, "", ""), id="only a placeholder"),
    ],
)
def test_take_apart(text, expected):
    taken = parts(text)
    assert (taken.before, taken.text, taken.after) == expected


def test_in_headings_the_list_stands_in_the_line():
    taken = parts("text {: .critical }", "h1")
    assert (taken.text, taken.after, taken.critical) == ("text", " {: .critical }", True)


@given(CHARACTERS)
def test_the_parts_put_together_are_the_whole(text):
    taken = parts(text)
    assert taken.before + taken.text + taken.after == text
    assert taken.text == taken.text.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\nb", "a b", id="a soft wrap"),
        pytest.param("a \n   b", "a b", id="a soft wrap with indentation"),
        pytest.param("a  \n  b", "a  \nb", id="a hard break"),
        pytest.param("a    \nb", "a  \nb", id="a hard break with more spaces"),
        pytest.param("a  b", "a  b", id="spaces within a line"),
        pytest.param("a\u00a0\nb", "a\u00a0 b", id="a space that does not break is a letter here"),
    ],
)
def test_unwrap(text, expected):
    assert unwrap(text) == expected


@given(CHARACTERS)
def test_unwrapping_twice_changes_nothing_more(text):
    assert unwrap(unwrap(text)) == unwrap(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(MARK, 7, id="a placeholder"),
        pytest.param(f" \n{MARK}\n", 7, id="with white space"),
        pytest.param(f"x{MARK}", None, id="with text"),
        pytest.param(f"{MARK}{MARK}", None, id="two of them"),
        pytest.param(f"{STX}klzzwxh:0001{ETX}", None, id="of another kind"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_stashed(text, expected):
    assert stashed(text) == expected


@pytest.mark.parametrize(
    ("text", "translatable"),
    [
        ("text", True),
        ("日本", True),
        ("`code`", False),
        ("`code` x", True),
        ("&nbsp;", False),
        ("42 %", False),
        ("<br>", False),
        ('<img alt="x">', True),
        ("<img src=x>", False),
        ("![x](y)", True),
        ("![](y)", False),
        ("[TOC]", False),
        ("[TOC] x", True),
        ("[](guide.md)", False),
        ("x\n{: translate=no }", False),
        ("x\n{: translate='no' }", False),
        ("x\n{: translate=nobody }", True),
        ("<https://x.org>", False),
        ("***", False),
        ("&copy; WHO", True),
        ("<b>x</b>", True),
    ],
)
def test_translatable(text, translatable):
    assert parts(text).translatable is translatable


@given(MARKDOWN, st.randoms())
@settings(max_examples=50, deadline=None)
def test_each_slot_is_met_once_and_can_be_stored(body, random):
    md = new_parser()
    root = block_tree(md, body)
    found = [slot for slot in slots(md, root) if slot.kind not in {"abbr", "link-title"}]
    assert all(slot.text.strip() for slot in found)
    for slot in found:
        slot.store(slot.text + random.choice(["", "!"]))
    again = [slot for slot in slots(md, root) if slot.kind not in {"abbr", "link-title"}]
    assert [slot.kind for slot in again] == [slot.kind for slot in found]
