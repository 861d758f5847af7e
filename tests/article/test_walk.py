"""One walk finds every segment and puts every translation in its place."""

import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.article import to_html, translate
from pipeline.article.parser import new_parser
from pipeline.locale import parse_locale

from .strategies import HOSTILE, MARKDOWN, REALISTIC
from .support import BLOCKS, ENGLISH, GERMAN, block_tags, document, flat, html, page, segments, squeezed, translated


def seen(body):
    return [(each.line, each.kind, each.text) for each in segments(body)]


# --- what is translatable -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("One\n\nTwo\n", [(1, "p", "One"), (3, "p", "Two")], id="paragraphs"),
        pytest.param(
            "one\n  two\nthree  \nfour\n", [(1, "p", "one two three  \nfour")], id="soft wraps join, hard breaks stay"
        ),
        pytest.param("## A *b* {#x .y}\n", [(1, "h2", "A *b*")], id="the attributes of a heading stay out"),
        pytest.param("## A ##\n", [(1, "h2", "A")], id="closing signs of a heading stay out"),
        pytest.param("A\n===\n\nB\n---\n", [(1, "h1", "A"), (4, "h2", "B")], id="headings that are underlined"),
        pytest.param("Text\n{: .x #y }\n", [(1, "p", "Text")], id="the attributes of a block stay out"),
        pytest.param("*Text*{: .x } end\n", [(1, "p", "*Text*{: .x } end")], id="attributes within a block stay in"),
        pytest.param("* a\n* b\n    * c\n", [(1, "li", "a"), (2, "li", "b"), (3, "li", "c")], id="a tight list"),
        pytest.param(
            "* a\n\n* b\n\n    c\n",
            [(1, "li", "a"), (3, "li", "b"), (5, "li", "c")],
            id="a loose list is told the same",
        ),
        pytest.param("1. a\n2. b\n", [(1, "li", "a"), (2, "li", "b")], id="a numbered list"),
        pytest.param("* # H\nafter\n", [(1, "h1", "H"), (2, "li", "after")], id="text after a block in a tight item"),
        pytest.param("> a\n> b\n>\n> c\n", [(1, "p", "a b"), (4, "p", "c")], id="a quotation"),
        pytest.param(
            "a | b\n--|--\nc | `d|e` f\n",
            [(1, "th", "a"), (1, "th", "b"), (3, "td", "c"), (3, "td", "`d|e` f")],
            id="table cells",
        ),
        pytest.param("| a |\n|---|\n| |\n| b |\n", [(1, "th", "a"), (4, "td", "b")], id="empty cells hold nothing"),
        pytest.param("Term\n:   Def\n    more\n", [(1, "dt", "Term"), (2, "dd", "Def more")], id="a definition"),
        pytest.param("Term {: #t }\n:   Def\n", [(1, "dt", "Term"), (2, "dd", "Def")], id="a term with attributes"),
        pytest.param(
            "T\n\n:   A\n\n    B\n", [(1, "dt", "T"), (3, "dd", "A"), (5, "dd", "B")], id="a loose definition"
        ),
        pytest.param(
            "x[^n]\n\n[^n]: Note.\n\n    Two.\n",
            [(1, "p", "x[^n]"), (3, "footnote", "Note."), (5, "footnote", "Two.")],
            id="footnotes come last, without their links back",
        ),
        pytest.param(
            "The MRI\n\n*[MRI]: magnetic resonance imaging\n",
            [(1, "p", "The MRI"), (3, "abbr", "MRI: magnetic resonance imaging")],
            id="an abbreviation with its short form",
        ),
        pytest.param(
            '[a][r]\n\n[r]: /u "Tip"\n',
            [(1, "p", "[a][r]"), (3, "link-title", "Tip")],
            id="the title of a link definition",
        ),
        pytest.param(
            '[a](/u "Tip") ![b](c.png "T")\n', [(1, "p", '[a](/u "Tip") ![b](c.png "T")')], id="titles in the text"
        ),
        pytest.param("![A leg](leg.svg)\n", [(1, "p", "![A leg](leg.svg)")], id="a picture with a text alternative"),
        pytest.param(
            '!!! note "A *b*"\n    Body.\n', [(1, "box-title", "A *b*"), (2, "p", "Body.")], id="a box with a title"
        ),
        pytest.param(
            "!!! warning\n    Body.\n",
            [(1, "box-title", "Warning"), (2, "p", "Body.")],
            id="a box with a title made for it",
        ),
        pytest.param('!!! note ""\n    Body.\n', [(2, "p", "Body.")], id="a box without a title"),
        pytest.param('<div markdown="1">\n*in*\n</div>\n', [(2, "p", "*in*")], id="raw HTML marked for Markdown"),
        pytest.param(
            '<div markdown="block">\n*in*\n</div>\n', [(2, "p", "*in*")], id="raw HTML marked for Markdown blocks"
        ),
        pytest.param('<p markdown="span">\n*in*\n</p>\n', [(2, "p", "*in*")], id="raw HTML marked for inline Markdown"),
        pytest.param(
            "<details markdown>\n<summary>Sum</summary>\n\nBody.\n\n</details>\n",
            [(2, "summary", "Sum"), (4, "p", "Body.")],
            id="raw HTML inside that",
        ),
        pytest.param("`a` and b\n", [(1, "p", "`a` and b")], id="code with text"),
        pytest.param(
            '<img src="a" alt="A leg"> 5\n',
            [(1, "p", '<img src="a" alt="A leg"> 5')],
            id="a raw picture with an alternative",
        ),
        pytest.param("&copy; 2026 WHO\n", [(1, "p", "&copy; 2026 WHO")], id="an entity with text"),
        pytest.param("٣ أقراص\n", [(1, "p", "٣ أقراص")], id="Arabic"),
        pytest.param("水を飲む\n", [(1, "p", "水を飲む")], id="Japanese"),
    ],
)
def test_segments(body, expected):
    assert seen(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("```python\nx = 1\n```\n", id="fenced code"),
        pytest.param("    indented\n", id="indented code"),
        pytest.param("* a list is needed\n\n        code\n".replace("a list is needed", "1"), id="code in a list"),
        pytest.param("<div>raw</div>\n", id="raw HTML"),
        pytest.param("<script>var a = 1</script>\n", id="a script"),
        pytest.param("<!-- a comment -->\n", id="a comment"),
        pytest.param("[TOC]\n", id="the mark for contents"),
        pytest.param("- - -\n", id="a line"),
        pytest.param("`code`\n", id="code alone"),
        pytest.param("<https://example.org>\n", id="an address alone"),
        pytest.param("&nbsp;\n", id="a space alone"),
        pytest.param("42\n", id="a number alone"),
        pytest.param("5 – 10 %\n", id="numbers and signs"),
        pytest.param("![](leg.svg)\n", id="a picture without a text alternative"),
        pytest.param("<br>\n", id="a tag alone"),
    ],
)
def test_nothing_to_translate(body):
    assert segments(body) == ()
    assert html(document(body)) == html(translated(body, {})), "what is no segment is not marked either"


def test_front_matter_comes_first_with_its_lines():
    parsed = document("Text.", key_lines={"title": 2, "description": 3}, body_line=4)
    assert [(each.kind, each.text, each.line, each.critical) for each in parsed.segments] == [
        ("title", "Title", 2, True),
        ("description", "Text", 3, False),
        ("p", "Text.", 5, False),
    ]


def test_headings_above_a_segment():
    body = "Intro\n\n## A *a*\n\none\n\n### B\n\ntwo\n\n## C\n\n| x |\n|---|\n| y |\n"
    assert [(each.text, each.headings) for each in segments(body)] == [
        ("Intro", ()),
        ("A *a*", ()),
        ("one", ("A *a*",)),
        ("B", ("A *a*",)),
        ("two", ("A *a*", "B")),
        ("C", ()),
        ("x", ("C",)),
        ("y", ("C",)),
    ]


# --- what the author says about a block ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<!-- translators: a pun -->\n\nText\n", ("a pun", None), id="a note"),
        pytest.param("<!-- translators: a pun -->\nText\n", ("a pun", None), id="a note directly above"),
        pytest.param(
            "<!-- Translator: a\n  pun -->\n\nText\n", ("a pun", None), id="a note on two lines, in the singular"
        ),
        pytest.param("<!-- context: verb -->\n\nText\n", ("", "verb"), id="a context"),
        pytest.param("<!-- translators: a -->\n<!-- context: b -->\n\nText\n", ("a", "b"), id="both"),
        pytest.param("<!-- translators: a -->\n\n<!-- translators: b -->\n\nText\n", ("a b", None), id="two notes"),
        pytest.param("<!-- translators: a -->\n\n* Text\n", ("a", None), id="above a list"),
        pytest.param("<!-- translators: a -->\n\n| Text |\n|---|\n", ("a", None), id="above a table"),
        pytest.param("<!-- any other comment -->\n\nText\n", ("", None), id="another comment"),
        pytest.param(
            "<!-- translators: a -->\n\n```\ncode\n```\n\n1\n\nText\n", ("a", None), id="across code and numbers"
        ),
    ],
)
def test_notes_and_contexts(body, expected):
    (segment,) = segments(body)
    assert (segment.note, segment.context) == expected
    assert segment.key == (expected[1], segment.text)


def test_a_note_is_for_one_block_only_and_not_for_the_page():
    body = "<!-- translators: a -->\n\nOne\n\nTwo\n"
    assert [each.note for each in segments(body)] == ["a", ""]
    assert "<!--" not in html(document(body))
    assert "<!--" not in page(body, {})


def test_other_comments_stay_on_the_page():
    assert "<!-- fine -->" in html(document("<!-- fine -->\n\nText\n"))


def test_a_note_inside_a_list_works_too():
    body = "1. One\n\n    <!-- translators: a pun -->\n\n    Two\n"
    assert [(each.text, each.note) for each in segments(body)] == [("One", ""), ("Two", "a pun")]
    assert "<!--" not in html(document(body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("A\n{: .critical }\n\nB\n", {"A": True, "B": False}, id="a paragraph"),
        pytest.param("A\n{: #x .y .critical }\n", {"A": True}, id="among other attributes"),
        pytest.param("A\n{: .critical-not }\n", {"A": False}, id="another class that begins the same"),
        pytest.param("## A {: .critical }\n\nB\n", {"A": True, "B": False}, id="a heading"),
        pytest.param("| A {: .critical } | B |\n|---|---|\n", {"A": True, "B": False}, id="a cell"),
        pytest.param("* A\n  {: .critical }\n* B\n".replace("  {", "{"), {"A": True, "B": False}, id="an item"),
        *(
            pytest.param(
                f'!!! {name} "A"\n    B\n\n    * C\n\nD\n',
                {"A": True, "B": True, "C": True, "D": False},
                id=f"a box: {name}",
            )
            for name in ("critical", "danger", "emergency", "urgent")
        ),
        pytest.param('!!! note "A"\n    B\n', {"A": False, "B": False}, id="a box that is none"),
        pytest.param('!!! note danger "A"\n    B\n', {"A": True, "B": True}, id="a box of two classes"),
        pytest.param('<div class="critical" markdown="1">\nA\n</div>\n', {"A": True}, id="raw HTML"),
    ],
)
def test_critical_blocks(body, expected):
    assert {each.text: each.critical for each in segments(body)} == expected


# --- translation --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "table", "expected"),
    [
        pytest.param("One *two*\n", {"One *two*": "Eins *zwei*"}, "<p>Eins <em>zwei</em></p>", id="a paragraph"),
        pytest.param(
            "[x](/u)\n{: .p }\n",
            {"[x](/u)": "> [ix](/u)"},
            '<p class="p">&gt; <a href="/u">ix</a></p>',
            id="attributes stay",
        ),
        pytest.param("* a\n    * b\n", {"a": "A", "b": "- B"}, "<ul><li>A<ul><li>- B</li></ul></li></ul>", id="a list"),
        pytest.param("## A B {: #q }\n", {"A B": "C"}, '<h2 id="q">C</h2>', id="a heading with its own id"),
        pytest.param("## A B\n", {"A B": "C"}, '<h2 id="a-b">C</h2>', id="a heading with the id of the source"),
        pytest.param("a  \nb\n", {"a  \nb": "A  \nB"}, "<p>A<br>B</p>", id="a hard break"),
        pytest.param("a | b\n--|--\n", {"a": "x | y", "b": "B"}, "<th>x | y</th><th>B</th>", id="a bar in a cell"),
        pytest.param(
            "MRI\n\n*[MRI]: magnetic resonance imaging\n",
            {"MRI": "RM", "MRI: magnetic resonance imaging": "RM: resonancia magnética"},
            '<p><abbr title="resonancia magnética">RM</abbr></p>',
            id="an abbreviation with another short form",
        ),
        pytest.param(
            "MRI\n\n*[MRI]: magnetic resonance imaging\n",
            {"MRI": "MRI", "MRI: magnetic resonance imaging": "MRI：磁気共鳴画像"},
            '<p><abbr title="磁気共鳴画像">MRI</abbr></p>',
            id="an abbreviation with a full-width colon",
        ),
        pytest.param(
            '[a]\n\n[a]: /u "T"\n',
            {"[a]": "[b][a]", "T": 'S "q" <b>'},
            '<a href="/u" title="S &quot;q&quot; &lt;b&gt;">b</a>',
            id="the title of a link",
        ),
        pytest.param("x[^1]\n\n[^1]: Note.\n", {"x[^1]": "y[^1]", "Note.": "Notiz."}, "<p>Notiz.", id="a footnote"),
        pytest.param(
            '!!! note "A"\n    B\n',
            {"A": "*X*", "B": "Y"},
            '<p class="admonition-title"><em>X</em></p><p>Y</p>',
            id="a box",
        ),
        pytest.param(
            "<details markdown>\n<summary>Sum</summary>\n\nBody.\n\n</details>\n",
            {"Sum": "<b>*S*</b>", "Body.": "K"},
            "<summary>&lt;b&gt;*S*&lt;/b&gt;</summary><p>K</p>",
            id="raw text is escaped, not parsed",
        ),
    ],
)
def test_translations(body, table, expected):
    assert expected in flat(page(body, table))


@pytest.mark.parametrize(
    ("body", "table", "expected"),
    [
        pytest.param("One.\n", {}, '<p dir="ltr" lang="en">One.</p>', id="a paragraph"),
        pytest.param("## A\n", {}, '<h2 dir="ltr" id="a" lang="en">A</h2>', id="a heading"),
        pytest.param(
            "* a\n    * b\n",
            {"b": "B"},
            '<li><span lang="en" dir="ltr">a</span><ul><li>B</li></ul></li>',
            id="an item around a translated one",
        ),
        pytest.param("* # H\nafter\n", {"H": "K"}, '<span lang="en" dir="ltr">after</span>', id="text after a block"),
        pytest.param("a | b\n--|--\n", {"b": "B"}, '<th dir="ltr" lang="en">a</th><th>B</th>', id="a cell"),
        pytest.param(
            "MRI\n\n*[MRI]: long\n",
            {"MRI": "Das MRI"},
            'Das <abbr dir="ltr" lang="en" title="long">MRI</abbr>',
            id="an abbreviation",
        ),
        pytest.param(
            "MRI\n\n*[MRI]: long\n",
            {"MRI: long": "MRI: lang"},
            '<p dir="ltr" lang="en"><abbr dir="ltr" lang="de" title="lang">MRI</abbr></p>',
            id="an abbreviation that is explained in the language of the page",
        ),
        pytest.param(
            '[a]\n\n[a]: /u "T"\n',
            {"[a]": "[b][a]"},
            '<p><a href="/u">b</a></p>',
            id="a title, which cannot be marked, is left out",
        ),
        pytest.param(
            "<details markdown>\n<summary>Sum</summary>\n\nx\n\n</details>\n",
            {"x": "y"},
            '<summary dir="ltr" lang="en">Sum</summary>',
            id="raw text",
        ),
        pytest.param(
            "x[^1]\n\n[^1]: Note.\n",
            {"x[^1]": "y[^1]"},
            '<span lang="en" dir="ltr">Note.</span>',
            id="a footnote, but not its link back",
        ),
        pytest.param("Text\n{: lang=fr }\n", {}, 'lang="fr"', id="a language that the author named stays"),
        pytest.param(
            '<p lang="fr" markdown="1">Bonjour</p>\n',
            {},
            '<p lang="fr"',
            id="a language that the author named in HTML stays",
        ),
    ],
)
def test_blocks_without_translation_carry_their_language(body, table, expected):
    assert expected in flat(page(body, table))


def test_the_direction_is_that_of_the_source():
    source = document("مرحبا\n", parse_locale("ar"))
    assert html(translate(source, lambda _: None, GERMAN)) == '<p dir="rtl" lang="ar">مرحبا</p>'


def test_what_is_untranslated_is_recorded():
    result = translated("One\n\nTwo\n", {"One": "Eins", "Title": "Titel"})
    assert (result.title, result.description) == ("Titel", "Text")
    assert [each.text for each in result.untranslated] == ["Text", "Two"]
    assert document("One\n").untranslated == ()


def test_heading_ids_do_not_depend_on_the_language():
    body = "## Getting started\n\n## Getting started\n\n## 筋肉\n\n## Own {: #own }\n"
    source = document(body)
    for table in (lambda _: "Anfang", lambda _: None):
        result = translate(source, table, GERMAN)
        assert result.heading_ids == source.heading_ids == ("getting-started", "getting-started_1", "筋肉", "own")
        assert re.findall(r'id="([^"]*)"', html(result)) == list(source.heading_ids)


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        pytest.param("resonancia magnética", "resonancia magnética", id="the short form was left out"),
        pytest.param("MRI:", None, id="the long form was left out"),
        pytest.param(": long", "long", id="nothing before the colon"),
    ],
)
def test_a_careless_abbreviation_never_makes_an_empty_one(translation, expected):
    table = {"MRI scan": "MRI scan", "MRI: magnetic resonance imaging": translation}
    text = page("MRI scan\n\n*[MRI]: magnetic resonance imaging\n", table)
    assert 'title=""' not in text
    assert "></abbr>" not in text
    assert re.sub("<[^>]*>", "", text) == "MRI scan"
    assert expected is None or f'title="{expected}"' in text


def test_the_short_form_may_hold_a_colon():
    body = "A:B and C\n\n*[A:B]: long\n"
    assert page(body, lambda each: each.text) == html(document(body))


def test_a_full_width_colon_in_the_long_form_stays():
    body = "MRI\n\n*[MRI]: one：two\n"
    assert page(body, lambda each: each.text) == html(document(body))


def test_two_abbreviations_may_change_places():
    body = "AB CD\n\n*[AB]: one\n*[CD]: two\n"
    text = page(body, {"AB CD": "AB CD", "AB: one": "CD: eins", "CD: two": "AB: zwei"})
    assert text == '<p><abbr title="zwei">AB</abbr> <abbr title="eins">CD</abbr></p>'


# --- lines --------------------------------------------------------------------------------------------------------


def test_the_final_tree_knows_source_lines():
    parsed = document("## H\n\nText ![](a.png)\nmore ![b](b.png)\n", body_line=10)
    assert [(parsed.lines[image], image.get("alt")) for image in parsed.root.iter("img")] == [(13, ""), (13, "b")]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param('[a]: /x "T"\n[A]: /y "U"\n\nfoo [a]\n', {"foo [a]": 4}, id="a link defined twice"),
        pytest.param("*[MRI]: a\n*[MRI]: b\n\nMRI x\n", {"MRI x": 4}, id="an abbreviation defined twice"),
        pytest.param('<div markdown="block">\nfoo\n</div>\n\nbar\n', {"foo": 2, "bar": 5}, id="HTML marked for blocks"),
        pytest.param(
            "a[^x] b[^y]\n\n[^y]: Y.\n[^x]: X.\n", {"a[^x] b[^y]": 1, "X.": 4, "Y.": 3}, id="footnotes in another order"
        ),
    ],
)
def test_lines_are_known_also_where_definitions_are_odd(body, lines):
    found = {each.text: each.line for each in segments(body)}
    assert {text: found[text] for text in lines} == lines


# --- properties ---------------------------------------------------------------------------------------------------


def published(body):
    """What Python-Markdown itself makes of `body`; notes for translators are not for the page."""
    comment = r"<!--\s*(?:translators?|context):.*?-->"
    return squeezed(re.sub(comment, "", new_parser().convert(body), flags=re.DOTALL | re.IGNORECASE))


@given(MARKDOWN)
@settings(max_examples=60, deadline=None)
def test_the_source_is_what_python_markdown_makes_of_it(body):
    assert squeezed(html(document(body))) == published(body)


@given(MARKDOWN)
@settings(max_examples=100, deadline=None)
@example("*[A:B]: long\n\nA:B")
@example("x[^1]\n\n[^1]: `a`\n\n    b")
def test_translating_every_segment_to_itself_changes_nothing(body):
    assert squeezed(page(body, lambda each: each.text)) == published(body)


@given(MARKDOWN)
@settings(max_examples=60, deadline=None)
def test_html_can_be_made_twice(body):
    parsed = document(body)
    assert html(parsed) == html(parsed)
    result = translate(parsed, lambda each: each.text, GERMAN)
    assert html(result) == html(result)


@given(MARKDOWN, HOSTILE)
@settings(max_examples=100, deadline=None)
def test_no_translation_changes_the_structure_of_the_page(body, text):
    source = document(body)
    result = translate(source, lambda _: text, GERMAN)
    assert [element.tag for element in result.root.iter() if element.tag in BLOCKS] == [
        element.tag for element in source.root.iter() if element.tag in BLOCKS
    ]
    if "<" not in text:
        assert block_tags(html(result)) == block_tags(html(source))


@given(MARKDOWN, st.data())
@settings(max_examples=40, deadline=None)
def test_some_translated_blocks_never_touch_the_others(body, data):
    source = document(body)
    keys = [each.key for each in source.segments[2:]]
    chosen = set(data.draw(st.lists(st.sampled_from(keys), unique=True)) if keys else [])
    result = translate(source, lambda each: each.text if each.key in chosen else None, GERMAN)
    assert [each.key for each in result.segments] == [each.key for each in source.segments]
    assert {each.key for each in result.untranslated[2:]} <= set(keys) - chosen
    assert block_tags(html(result)) == block_tags(html(source))


@given(REALISTIC)
@settings(max_examples=60, deadline=None)
def test_the_line_of_a_segment_holds_its_first_word(body):
    lines = body.split("\n")
    for segment in segments(body):
        # A label of a footnote or the name of a tag tells no line: the shadow leaves it as it is.
        word = re.match(r"[*_“]*([^\W\d_]+)", segment.text)
        if word and segment.line is not None and segment.kind not in {"abbr", "box-title"}:
            assert word[1] in lines[segment.line - 1]


@given(MARKDOWN)
@settings(max_examples=40, deadline=None)
def test_the_line_of_a_segment_holds_something_of_it_whatever_the_text(body):
    lines = body.split("\n")
    for segment in segments(body):
        if segment.line is not None and segment.kind not in {"abbr", "box-title"}:
            assert 1 <= segment.line <= len(lines)
            assert set(lines[segment.line - 1]) & {char for char in segment.text if char.isalpha()}


@pytest.mark.parametrize("body", ["", "\n", "   ", "\n\n\n"])
def test_an_empty_article_is_an_empty_page(body):
    assert html(document(body)) == ""
    assert page(body, {}) == ""


def test_a_document_is_not_changed_by_its_translation():
    source = document("## A\n\nText[^1] MRI\n\n[^1]: Note.\n\n*[MRI]: long\n")
    before = html(source)
    translate(source, lambda _: "other: x", GERMAN)
    assert html(source) == before
    assert to_html(source, source.root) == before


def test_the_parser_has_what_authors_are_promised():
    md = new_parser()
    assert isinstance(md, markdown.Markdown)
    html_text = md.convert(
        "| a |\n|---|\n| b |\n\n1. x\n\n* y\n\n!!! note\n    z\n\n## H\n\nT\n:   d\n\nf[^1]\n\n[^1]: g\n"
    )
    for tag in ("<table>", "<ol>", "<ul>", '<div class="admonition note">', '<h2 id="h">', "<dl>", 'class="footnote"'):
        assert tag in html_text
    assert document("x", ENGLISH).locale == ENGLISH
