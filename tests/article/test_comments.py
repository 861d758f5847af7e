"""What authors say about a block: contexts wherever there is text, and what stays as it is in every language."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import parse, read_article, translate
from pipeline.errors import InputErrors
from pipeline.locale import parse_locale

from .support import ENGLISH, GERMAN, article, document, flat, html, page, segments, translated


def keys(body):
    return [tuple(each.key) for each in segments(body)]


def front(*lines):
    return "\n".join(("---", *lines, "---", "", "Text")).encode()


# --- contexts and notes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<!-- context: x -->\n\nSet\n\nSet\n", [("x", "Set"), (None, "Set")], id="a paragraph"),
        pytest.param("<!-- context: x --> Set\n", [("x", "Set")], id="a paragraph on the same line"),
        pytest.param("* Set\n* <!-- context: x --> Set\n", [(None, "Set"), ("x", "Set")], id="an item"),
        pytest.param("* Set\n\n* <!-- context: x -->\n    Set\n", [(None, "Set"), ("x", "Set")], id="a loose item"),
        pytest.param("1. <!-- context: x --> A\n    * B\n", [("x", "A"), (None, "B")], id="an item with a list"),
        pytest.param("<!-- context: x -->\n\n## Set\n", [("x", "Set")], id="above a heading"),
        pytest.param("## <!-- context: x --> Set {: #a }\n", [("x", "Set")], id="in a heading"),
        pytest.param("<!-- context: x -->\nSet\n===\n", [("x", "Set")], id="above an underlined heading"),
        pytest.param(
            "| Set | <!-- context: x --> Set |\n|---|---|\n| <!-- context: y --> Set | Set |\n",
            [(None, "Set"), ("x", "Set"), ("y", "Set"), (None, "Set")],
            id="cells",
        ),
        pytest.param('!!! note "Set"\n    <!-- context: x -->\n\n    Set\n', [(None, "Set"), ("x", "Set")], id="a box"),
        pytest.param("> <!-- context: x -->\n>\n> Set\n", [("x", "Set")], id="a quotation"),
        pytest.param("<!-- context: x -->\nSet\n:   Set\n", [("x", "Set"), (None, "Set")], id="a term"),
        pytest.param("Set\n:   <!-- context: x --> Set\n", [(None, "Set"), ("x", "Set")], id="a definition"),
        pytest.param("Set[^1]\n\n[^1]: <!-- context: x --> Set\n", [(None, "Set[^1]"), ("x", "Set")], id="a footnote"),
        pytest.param("<!-- context: -->\n\nSet\n", [(None, "Set")], id="an empty one is none"),
    ],
)
def test_a_context_goes_with_its_block_wherever_that_stands(body, expected):
    assert keys(body) == expected
    assert "context" not in html(document(body))
    assert "context" not in page(body, lambda segment: f"{segment.context}: {segment.text}")


def test_equal_texts_with_two_contexts_have_two_translations():
    table = {("verb", "Set"): "Stellen", (None, "Set"): "Satz"}
    body = "| <!-- context: verb --> Set | Set |\n|---|---|\n"
    assert "<th>Stellen</th><th>Satz</th>" in flat(page(body, lambda segment: table.get(segment.key)))


def test_title_and_description_have_notes_and_contexts_too():
    data = front(
        "# context: page",
        "# translators: Short,",
        "# please.",
        "title: Set",
        "",
        "# translator: Long",
        "description: Set",
    )
    title, description, _ = parse(read_article(data, "source/x.md", "x"), ENGLISH).segments
    assert (title.context, title.note) == ("page", "Short,")
    assert (description.context, description.note) == (None, "Long")


def test_a_comment_above_another_key_is_not_for_the_next():
    data = front("# context: page", "reviewed: 2026-11-22", "title: A", "description: B # context: x")
    assert [each.context for each in parse(read_article(data, "x.md", "x"), ENGLISH).segments] == [None] * 3


# --- what is not for translators ----------------------------------------------------------------------------------

OFF, ON = "<!-- translate: off -->\n\n", "\n\n<!-- translate: on -->\n\n"
ENGLISH_ONLY = ' dir="ltr" lang="en" translate="no"'


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        pytest.param("Text\n{: translate=no }\n", f"<p{ENGLISH_ONLY}>Text</p>", id="a paragraph"),
        pytest.param('Text\n{: translate="no" .x }\n', '<p class="x"', id="the same in quotes"),
        pytest.param("## Text {: translate=no }\n", "<h2 dir=", id="a heading"),
        pytest.param("* Text\n{: translate=no }\n", f"<li{ENGLISH_ONLY}>Text</li>", id="an item"),
        pytest.param(
            "* A\n{: translate=no }\n    * B\n", f"<li{ENGLISH_ONLY}>A<ul><li>B</li></ul></li>", id="its list"
        ),
        pytest.param("| Text {: translate=no } |\n|---|\n", f"<th{ENGLISH_ONLY}>", id="a cell"),
        pytest.param(
            '<div translate="no" markdown="1">\nA\n\n* B\n</div>\n', f"<div{ENGLISH_ONLY}>", id="a box of HTML"
        ),
        pytest.param(f"{OFF}A\n\n* B{ON}", f"<p{ENGLISH_ONLY}>A</p><ul><li{ENGLISH_ONLY}>B</li></ul>", id="a region"),
        pytest.param(f"{OFF}| A |\n|---|\n| B |{ON}", f"<th{ENGLISH_ONLY}>A</th>", id="a region with a table"),
        pytest.param(
            "> <!-- translate: OFF -->\n>\n> A\n>\n> <!-- Translate: on -->\n", f"<p{ENGLISH_ONLY}>A</p>", id="case"
        ),
    ],
)
def test_what_authors_keep_from_translation(body, marked):
    assert segments(body) == ()
    assert marked in flat(page(body, {})), "others hear it in its own language"
    assert html(document(body)) == re.sub(' dir="ltr"| lang="en"', "", page(body, {})), (
        "readers of the source see no mark"
    )
    assert 'translate="no"' in html(document(body)), "but browsers leave it alone there too"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("* A\n\n    B\n    {: translate=no }\n", ["A"], id="one paragraph of an item"),
        pytest.param(f"A\n\n{OFF}B{ON}C\n", ["A", "C"], id="around a region"),
        pytest.param(f"{OFF}A{ON}{OFF}B{ON}C\n", ["C"], id="two regions"),
        pytest.param("A\n{: translate=yes }\n", ["A"], id="another value"),
        pytest.param(f"{OFF}# A{ON}B\n", ["B"], id="a heading in a region"),
        pytest.param(f"{OFF}A[^1]{ON}[^1]: B\n", ["B"], id="a footnote is where its text is shown"),
    ],
)
def test_what_is_around_it_is_translated(body, expected):
    assert [each.text for each in segments(body)] == expected
    for text in expected:
        assert f"»{text}«" in page(body, lambda segment: f"»{segment.text}«")


def test_an_item_in_a_region_around_a_list_outside():
    body = "* <!-- translate: off -->\n\n    A\n\n    <!-- translate: on -->\n\n    * B\n"
    assert [each.text for each in segments(body)] == ["B"]


@pytest.mark.parametrize(
    ("body", "language"),
    [
        pytest.param("Text\n{: translate=no lang=la }\n", 'lang="la"', id="an attribute list"),
        pytest.param('<p translate="no" lang="la" markdown="1">Text</p>\n', 'lang="la"', id="HTML"),
    ],
)
def test_a_language_that_the_author_named_stays_with_it(body, language):
    assert language in page(body, {})
    assert "dir=" not in page(body, {})


def test_the_direction_is_that_of_the_source():
    source = document("مرحبا\n{: translate=no }\n", parse_locale("ar"))
    assert html(translate(source, lambda _: None, GERMAN)) == '<p dir="rtl" lang="ar" translate="no">مرحبا</p>'


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        pytest.param(f"A\n\n{OFF}B\n", 6, "has no end; close it with a line <!-- translate: on -->", id="not closed"),
        pytest.param(f"{OFF}A\n\n{OFF}B{ON}", 8, "off already since line 4", id="opened twice"),
        pytest.param(f"A{ON}", 6, "nothing is off", id="never opened"),
        pytest.param("<!-- translate: of -->\n\nA\n", 4, "translate: of is unknown; write off or on", id="a slip"),
        pytest.param(
            "* A\n\n    <!-- translate: no -->\n\n    B\n", 6, "translate: no is unknown", id="inside an item"
        ),
    ],
)
def test_regions_that_cannot_be_followed(body, line, message):
    with pytest.raises(InputErrors) as caught:
        parse(article(body, body_line=3), ENGLISH)
    (error,) = caught.value.errors
    assert (error.path, error.line) == ("source/x.md", line)
    assert message in error.message


def test_all_faults_are_told_at_once():
    with pytest.raises(InputErrors) as caught:
        document("<!-- translate: x -->\n\nA\n\n<!-- translate: on -->\n\nB\n\n<!-- translate: off -->\n")
    assert [error.line for error in caught.value.errors] == [1, 5, 9]


def test_other_comments_about_translation_are_left_alone():
    assert "<!-- translate this next week -->" in html(document("<!-- translate this next week -->\n\nA\n"))


# --- the identity of messages -------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["Rest", "Drink *water*", "Take 5 mg", "See [this](a.md)", "Wait\nlong", "**Stop**", "ألم شديد"]
)
ITEMS = st.lists(WORDS, min_size=1, max_size=5)


@st.composite
def lists(draw, items):
    """The same items, with other marks, other indentation, and blank lines or none."""
    mark = draw(st.sampled_from(["*", "-", "+", "1."]))
    told = []
    for item in items:
        more = " " * draw(st.integers(0, 6))
        blanks = " " * draw(st.integers(1, 3))
        told.append(f"{mark}{blanks}{item}".replace("\n", f"\n{more}"))
    return draw(st.sampled_from(["\n", "\n\n", "\n\n\n"])).join(told) + "\n"


@given(ITEMS, st.data())
def test_blank_lines_and_indentation_change_no_message_of_a_list(items, data):
    first, second = data.draw(lists(items)), data.draw(lists(items))
    assert [each.key for each in segments(first)] == [each.key for each in segments(second)]


@given(st.lists(WORDS.map(lambda text: text.replace("\n", " ")), min_size=1, max_size=4), st.data())
def test_the_level_and_the_form_of_a_heading_change_no_message(texts, data):
    form = st.sampled_from(["# {}", "## {}", "##### {}", "###### {} ######", "{}\n===", "{}\n---", "#### {} {{: #x }}"])
    bodies = ["\n\n".join(data.draw(form).format(text) for text in texts) for _ in range(2)]
    assert keys(bodies[0]) == keys(bodies[1]) == [(None, text) for text in texts]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "* A\n    * B\n    * C\n* D\n", "* A\n\n    * B\n\n    * C\n\n* D\n", id="nested lists made loose"
        ),
        pytest.param("* A\n* B\n", "1. A\n2. B\n", id="a list that gets numbers"),
        pytest.param(
            "A[^1] B[^2]\n\n[^1]: X\n[^2]: Y\n", "A[^1] B[^2]\n\n[^2]: Y\n\n[^1]:\n    X\n", id="footnotes moved"
        ),
        pytest.param("T\n:   A\n", "T\n\n:   A\n", id="a definition made loose"),
        pytest.param("A\nB\n", "A B\n", id="a paragraph wrapped otherwise"),
        pytest.param("* A\n", "A\n", id="an item that becomes a paragraph"),
        pytest.param("> A\n", "### A\n", id="a quotation that becomes a heading"),
        pytest.param(
            "| A | B |\n|---|---|\n| C | D |\n", "|  A|B|\n|:--|--:|\n|C   |   D|\n", id="a table drawn otherwise"
        ),
        pytest.param('!!! note "A"\n    B\n', '!!! danger "A"\n\n    B\n', id="a box of another kind"),
        pytest.param("A\n", "A\n{: .critical #x }\n", id="attributes"),
    ],
)
def test_no_change_of_layout_orphans_a_message(before, after):
    assert set(keys(before)) == set(keys(after))


def test_equal_text_is_translated_once_wherever_it_stands():
    body = "## Rest\n\nRest\n\n* Rest\n\n| Rest |\n|---|\n"
    assert set(keys(body)) == {(None, "Rest")}
    assert html(translated(body, {"Rest": "Ruhe"})).count("Ruhe") == len(keys(body))
