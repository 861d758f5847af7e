"""The plain-text edition, made from real Markdown."""

import unicodedata
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.article import parse, to_html, translate
from pipeline.locale import parse_locale
from pipeline.model import Article
from pipeline.render.page import Alternate, Fact, Page, Phrase, Words
from pipeline.render.plain_text import render_text
from pipeline.render.plain_text.wrapping import display_width

ENGLISH = parse_locale("en")


def article(body="", title="Title", description=""):
    return Article(path="source/guide.md", domain="guide", title=title, description=description, body=body, body_line=0)


def page(document, words=None, **changes):
    locale = document.locale
    plain = Page(
        document=document,
        path=f"{locale.tag}/guide",
        words=Words(locale, words or {}),
        site_title=Phrase("Health", locale),
        source_locale=ENGLISH,
        url="",
        alternates=(Alternate(locale, "guide.html", "guide.html"),),
        articles={},
        facts=(),
        text_edition=True,
        original=(),
    )
    return replace(plain, **changes)


def edition(body, locale="en", words=None, **changes):
    """The whole text of an article in its own language."""
    return render_text(page(parse(article(body), parse_locale(locale)), words, **changes))


def text(body, locale="en", words=None, **changes):
    """Only what stands between the title and the foot of the page."""
    return edition(body, locale, words, **changes).removeprefix("Title\n=====\n\n").rpartition("\n\n* * *\n\n")[0]


def translated(body, translations, locale="de", words=None, **article_fields):
    source = parse(article(body, **article_fields), ENGLISH)
    return render_text(
        page(translate(source, lambda segment: translations.get(segment.text), parse_locale(locale)), words)
    )


# --- layout -------------------------------------------------------------------------------------------------------


def test_a_page_from_title_to_foot():
    document = parse(article("Body.", "Muscle spasms", "What they are."), ENGLISH)
    shown = render_text(
        page(
            document,
            url="https://example.org/en/guide.html",
            alternates=(
                Alternate(ENGLISH, "guide.html", "guide.html"),
                Alternate(parse_locale("ar"), "../ar/guide.html", "../ar/guide.html"),
            ),
            facts=(
                Fact("Author", "Lily Guo"),
                Fact("Reviewed", "long " * 20),
            ),
            original=(Fact("Titel", "Muskel", parse_locale("de")),),
        )
    )
    assert shown == (
        "Muscle spasms\n=============\n\nWhat they are.\n\nBody.\n\n"
        "About this page\n---------------\n\n"
        "Author: Lily Guo\n"
        "Reviewed: long long long long long long long long long long long long\n"
        "  long long long long long long long long\n\n"
        "Original work\n~~~~~~~~~~~~~\n\nTitel: (in German) Muskel\n\n"
        "Languages\n---------\n\nEnglish\n  guide.txt\nالعربية\n  ../ar/guide.txt\n\n"
        "* * *\n\nWeb page version: https://example.org/en/guide.html\n\n"
        "This page gives general information. It does not replace advice from a\n"
        "doctor or other health worker.\n"
    )


def test_without_an_address_the_web_page_is_the_file_beside_the_text():
    assert "\n\nWeb page version: guide.html\n\n" in edition("a")


@pytest.mark.parametrize(
    ("title", "locale", "columns"),
    [
        pytest.param("Krämpfe", "de", 7, id="latin"),
        pytest.param("肌肉痉挛", "zh_Hans", 8, id="wide"),
        pytest.param("กล้ามเนื้อ", "th", 7, id="with signs above"),
        pytest.param("تشنّج", "ar", 4, id="with a vowel sign"),
    ],
)
def test_the_title_is_underlined_as_wide_as_it_is(title, locale, columns):
    shown = render_text(page(parse(article("", title), parse_locale(locale))))
    assert shown.startswith(f"{title}\n{'=' * columns}\n")


def test_headings():
    assert text("## Two\n\n### *Three*\n\n#### 肌肉") == "Two\n---\n\nThree\n~~~~~\n\n肌肉\n~~~~"


def test_paragraphs_are_joined_and_wrapped():
    assert text("one\ntwo\n\n" + "word " * 20) == f"one two\n\n{'word ' * 13}word\n{'word ' * 5}word"


def test_japanese_source_lines_are_joined_without_a_space():
    assert text("筋肉が\n*急に*\n縮みます。", "ja") == "筋肉が急に縮みます。"


def test_chinese_is_wrapped_between_characters():
    assert text("肌" * 35 + "，" + "肉" * 3, "zh_Hans") == "肌" * 35 + "，\n" + "肉" * 3
    assert text("肌" * 36 + "，" + "肉" * 3, "zh_Hans") == "肌" * 35 + "\n肌，" + "肉" * 3


def test_thai_words_are_never_broken():
    assert text("กล้ามเนื้อ" * 12 + " จบ", "th") == "กล้ามเนื้อ" * 12 + "\nจบ"


def test_arabic_keeps_its_logical_order_without_control_characters():
    shown = text("تشنّج العضلات (spasm) شائع.", "ar")
    assert shown == "تشنّج العضلات (spasm) شائع."


def test_no_break_spaces_hold():
    assert text("x" * 66 + " 15&nbsp;mg\u202fja").split("\n")[1] == "15\u00a0mg\u202fja"


# --- lists, quotations, code --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("- a\n- b\n    - c\n", "- a\n- b\n  - c", id="tight and nested"),
        pytest.param("- a\n\n- b\n\n    more\n", "- a\n\n- b\n\n  more", id="loose"),
        pytest.param("3. a\n4. b\n", "3. a\n4. b", id="numbers from the author"),
        pytest.param("9. a\n10. " + "b " * 40, f"9. a\n10. {'b ' * 33}b\n    {'b ' * 5}b", id="hanging indent"),
        pytest.param(
            "Term\n:   One\n:   Two\n\nNext\n:   Three\n", "Term\n    One\n\n    Two\n\nNext\n    Three", id="terms"
        ),
        pytest.param("> a\n>\n> - b\n", "> a\n>\n> - b", id="quotation"),
        pytest.param("    x = 1 & 2 < 3\n\n    \ty", "    x = 1 & 2 < 3\n\n        y", id="code"),
        pytest.param("```html\n<b>  &amp;\n```", "    <b>  &amp;", id="fenced code"),
        pytest.param("a\n\n---\n\nb", "a\n\n* * *\n\nb", id="rule"),
        pytest.param("a  \nb", "a\nb", id="hard break"),
        pytest.param("- a\n\n        code\n", "- a\n\n      code", id="code in an item"),
        pytest.param("- 肌肉  \n  痉挛", "- 肌肉\n  痉挛", id="hard break in an item"),
    ],
)
def test_blocks(body, expected):
    assert text(body) == expected


# --- tables -------------------------------------------------------------------------------------------------------


def test_a_table_with_sentences_is_told_row_by_row():
    body = (
        "| Test | What it shows |\n|---|---|\n| Blood | Your levels of *calcium*. They matter. |\n"
        f"| [CT](g.md) | {'word ' * 16}|\n"
    )
    assert text(body).startswith(
        "Test: Blood\nWhat it shows: Your levels of calcium. They matter.\n\n"
        f"Test: CT [1]\nWhat it shows: {'word ' * 11}\n".replace(" \n", "\n")
        + "  word word word word word\n"
    )


def test_a_table_of_short_cells_stays_in_columns():
    assert text("| Name | Dose |\n|---|--:|\n| 甲 | 5 mg |\n| Beta | 10 mg |\n") == (
        "Name    Dose\n----   -----\n甲      5 mg\nBeta   10 mg"
    )


def test_the_colon_after_a_header_is_the_language_s():
    body = "| 检查 | 结果 |\n|---|---|\n| 血 | 你血液里的钙、镁、钾和钠的水平是多少。 |\n"
    words = {"{label}: {value}": "{label}：{value}"}
    assert text(body, "zh_Hans", words) == "检查：血\n结果：你血液里的钙、镁、钾和钠的水平是多少。"


def test_a_table_without_rows_shows_its_headers():
    assert text("| a | b |\n|---|---|\n\nx") == "a   b\n\nx"


def test_cells_without_text_or_without_header_are_no_trouble():
    long = "This cell is not short at all."
    assert text(f"| | B |\n|---|---|\n| {long} | |\n| | {long} |\n") == f"{long}\n\nB: {long}"


# --- links --------------------------------------------------------------------------------------------------------


def test_links_are_numbered_once_and_listed():
    body = "An [artery](glossary.md#artery), a [nerve](glossary.md#nerve), [WHO](https://who.int/a_b?c=d&e)."
    assert text(body) == (
        "An artery [1], a nerve, WHO [2].\n\nLinks\n-----\n\n[1] glossary.txt\n[2] https://who.int/a_b?c=d&e"
    )


def test_a_link_leads_to_the_article_in_the_language_in_which_it_is_published():
    articles = {"glossary": Alternate(ENGLISH, "../en/glossary.html", "../en/glossary.html")}
    assert "[1] (in Englisch) ../en/glossary.txt" in text("[Ader](glossary.md#artery)", "de", articles=articles)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<https://who.int/>", "https://who.int/", id="an address as text is said once"),
        pytest.param("[me](#help)", "me", id="a link inside the page"),
        pytest.param("<me@who.int>", "me@who.int", id="a mail address"),
        pytest.param("[us](mailto:me@who.int?subject=x)", "us <me@who.int>", id="a mail address behind text"),
        pytest.param("[+1 555-01](tel:+155501)", "+1 555-01", id="the same number, written otherwise"),
        pytest.param("[Call](tel:+155501)", "Call <+155501>", id="a phone number behind text"),
        pytest.param("[x](javascript:alert\\(1\\))", "x", id="what is no address"),
        pytest.param("[![](x.png)](https://who.int)", "https://who.int", id="a link without text"),
    ],
)
def test_links_that_are_not_numbered(body, expected):
    assert text(body) == expected


def test_link_numbers_stay_with_their_word_and_need_no_space_after_chinese():
    assert text("[营养](g.md)\n和水", "zh_Hans").startswith("营养[1]和水\n")


def test_long_addresses_are_never_broken():
    address = "https://example.org/" + "肌肉/" * 30
    assert f"\n[1] {address}" in text(f"[a]({address})")


# --- pictures, boxes, abbreviations, notes ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("![A man\nstretches.](a.svg)", "Picture: A man stretches.", id="alone"),
        pytest.param("a\n\n![](a.svg)\n\nb", "a\n\nb", id="decorative"),
        pytest.param("See ![a sign](a.svg) here", "See (Picture: a sign) here", id="in a sentence"),
        pytest.param("![One](a.svg)\n![Two &amp; more](b.svg)", "Picture: One\n\nPicture: Two & more", id="two"),
        pytest.param("![One](a.svg)  \n![Two](b.svg)", "Picture: One\n\nPicture: Two", id="two lines"),
        pytest.param('<img src="a.svg" alt="Raw">', "Picture: Raw", id="raw html"),
    ],
)
def test_pictures(body, expected):
    assert text(body) == expected


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("emergency", "Emergency"),
        ("urgent", "Urgent"),
        ("soon", "Soon"),
        ("danger", "Important"),
        ("critical", "Important"),
    ],
)
def test_important_boxes_say_so(kind, label):
    assert text(f'!!! {kind} "See a doctor"\n    Now.\n\n    - pain\n') == (
        f"*** {label}: See a doctor ***\n\n  Now.\n\n  - pain\n\n***"
    )


def test_a_box_about_self_care_says_so_and_is_less_loud():
    assert text('!!! self-care "Rest"\n    Lie down.') == "---\nSelf-care: Rest\n\n  Lie down.\n\n---"


def test_a_box_without_title_has_that_of_its_kind():
    assert text('!!! emergency ""\n    Now.') == "*** Emergency: Call an ambulance ***\n\n  Now.\n\n***"
    assert text('!!! key-facts ""\n    - One.') == "---\nMain points\n\n  - One.\n\n---"


def test_a_label_that_is_the_title_is_said_once():
    assert text("!!! urgent\n    Now.") == "*** Urgent ***\n\n  Now.\n\n***"


def test_the_reading_time_stands_below_the_description():
    shown = edition("Muscles are fine. " * 200, words={"Reading time: {time}": "It takes {time}"})
    assert "\n\nIt takes 4 minutes\n\n" in shown


def test_other_boxes_have_their_title_only():
    assert text('!!! note "Good to know"\n    Rest.') == "---\nGood to know\n\n  Rest.\n\n---"


def test_a_box_without_title():
    assert text('!!! danger ""\n    Call.') == "*** Important ***\n\n  Call.\n\n***"


def test_abbreviations_are_written_out_once():
    source = "The CPK test. Your CPK.\n\n*[CPK]: creatine phosphokinase"
    assert text(source) == "The CPK (creatine phosphokinase) test. Your CPK."


def test_footnotes_are_not_mistaken_for_links():
    assert text("Rest[^a] and heat[^b].\n\n[^a]: Not *long*.\n[^b]:\n    First.\n\n    - Second.\n") == (
        "Rest (Note 1) and heat (Note 2).\n\nNotes\n-----\n\nNote 1: Not long.\n\nNote 2: First.\n        - Second."
    )


def test_powers_do_not_read_as_other_numbers():
    assert text("10<sup>6</sup> cells, 1<sup>st</sup>, H<sub>2</sub>O") == "10^6 cells, 1st, H2O"


def test_readings_of_han_characters_are_in_brackets():
    assert text("<ruby>筋<rt>きん</rt></ruby>が", "ja") == "筋(きん)が"


# --- raw HTML and placeholders ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "a <b>b</b> &copy; &lt;i&gt; &amp;lt; AT&T \\* `&lt; <x>`", "a b © <i> &lt; AT&T * &lt; <x>", id="inline"
        ),
        pytest.param("<div>\n<p>one<p>two <i>x</i>\n<ul><li>three</ul></div>", "one\n\ntwo x\n\n- three", id="block"),
        pytest.param("- <div>open\n\nafter", "- open\n\nafter", id="never closed"),
        pytest.param("a <script>b</script> <!-- c --> d<br>e", "a d\ne", id="scripts and comments"),
        pytest.param("a </p></div> b <span>c\n\nd", "a b c\n\nd", id="stray tags"),
        pytest.param('<div markdown="1">\n*in*\n</div>', "in", id="markdown inside"),
        pytest.param("a&#7;b&#x81;c\u00add", "abcd", id="control characters"),
    ],
)
def test_raw_html(body, expected):
    assert " ".join(text(body).split(" ")) == expected


# --- languages ----------------------------------------------------------------------------------------------------


def test_each_run_in_another_language_is_named_once():
    shown = translated("One.\n\nTwo.\n\n- Three\n- Four\n\nFive.", {"Three": "Drei"})
    assert "\n(in Englisch) One.\n\nTwo.\n\n- Drei\n- (in Englisch) Four\n\nFive.\n" in shown


def test_items_whose_children_are_translated():
    shown = translated("- One\n    - Two\n", {"Two": "Zwei", "Title": "Titel"})
    assert "- (in Englisch) One\n  - Zwei\n" in shown


def test_title_and_description_without_translation():
    shown = translated("Body.", {}, title="Spasms", description="About.")
    assert shown.startswith(
        "(in Englisch) Spasms\n====================\n\n"
        "Some parts of this page are not translated yet. They are shown in\nEnglisch.\n\n"
        "(in Englisch) About.\n\nBody.\n"
    )


def test_a_translated_page_has_no_notice():
    assert "not translated" not in translated("Body.", {"Body.": "Text.", "Title": "Titel", "": ""})


def test_the_words_of_the_frame_are_in_the_page_s_language():
    words = {"(in {language})": "（{language}）", "Links": "链接", "Web page version": "网页版"}
    shown = translated("[One](g.md).", {"Title": "标题"}, "zh_Hans", words)
    assert "（英语） One [1].\n\n链接\n----\n\n[1] g.txt\n" in shown
    assert "网页版: guide.html" in shown


def test_foreign_words_in_a_sentence():
    assert text('He says <span lang="fr">bonjour</span> <i lang="en-GB">sir</i>.') == "He says (in French) bonjour sir."


def test_headers_of_a_table_are_named_in_the_order_in_which_they_are_read():
    body = "| Test | Result |\n|---|---|\n| Blood | Your levels of calcium. |\n"
    shown = translated(body, {"Blood": "Blut"})
    assert "(in Englisch) Test: Blut\n(in Englisch) Result: Your levels of calcium.\n" in shown


def test_an_unknown_language_is_named_by_its_tag():
    assert text('<span lang="tlh-x">nuqneH</span>') == "(in tlh-x) nuqneH"


# --- invariants ---------------------------------------------------------------------------------------------------

_MARKUP = r"""
a ¦ Two words ¦ * ¦ ** ¦ _ ¦ ` ¦ ``` ¦ ~~~ ¦ # ¦ ## H ¦ ### Drei ¦ - ¦ - item ¦ 1. one ¦ 7. sept ¦ > ¦ > quote ¦ ---
:-- ¦ | ¦ \ ¦ ' ¦ ![alt](p.png) ¦ [l](g.md) ¦ [x](https://e.org) ¦ <https://e.org/é> ¦ https://e.org/x ¦ [^1]
[^1]: note
AB ¦ *[AB]: long ¦ : def ¦ !!! urgent "T" ¦ !!! note ¦ {: .c #d } ¦ [TOC] ¦ &amp; ¦ &lt ¦ &#2; ¦ &nbsp; ¦ &#99999999999;
<b> ¦ </b> ¦ <div> ¦ </div> ¦ <p> ¦ <table><tr><td> ¦ </td></tr></table> ¦ <!-- ¦ --> ¦ <!-- c --> ¦ <![CDATA[ ¦ <?php
<span lang="fr"> ¦ </span> ¦ <div markdown="1"> ¦ <script> ¦ <pre> ¦ </pre> ¦ <details><summary> ¦ <br> ¦ 10<sup>6</sup>
<ruby>漢<rt>かん</rt></ruby> ¦ <a href="x.md"> ¦ </a> ¦ <img alt="raw"> ¦ 肌肉痉挛 ¦ ，。「 ¦ きょう ¦ تشنّج ¦ กล้าม
👩‍⚕️
"""
_BLANKS = [" ", "    ", "\t", "\u00a0", "\n", "\n\n", "  \n", "\n| a | b |\n|---|---|\n| c | d |\n", "\n- x\n\n    y\n"]
_PIECES = st.sampled_from(_BLANKS + [piece for line in _MARKUP.strip().split("\n") for piece in line.split(" ¦ ")])
_BODIES = st.lists(_PIECES | st.text(max_size=5), max_size=30).map(
    lambda pieces: " ".join(pieces).replace(" \n ", "\n")
)


class _Letters(HTMLParser):
    """The letters that a browser shows; the text of backlinks, scripts and readings' brackets is not the article's."""

    def __init__(self):
        super().__init__()
        self.letters = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        self.hidden = self.hidden or tag in {"script", "style"} or ("class", "footnote-backref") in attrs

    def handle_endtag(self, tag):
        if tag in {"a", "script", "style"}:
            self.hidden = 0

    def handle_data(self, data):
        if not self.hidden:
            self.letters += filter(str.isalpha, data)


def _letters(document):
    reader = _Letters()
    reader.feed(to_html(document, document.root))
    reader.close()
    return reader.letters


@settings(max_examples=250, deadline=None)
@given(_BODIES, st.sampled_from(["en", "de", "ar", "zh_Hans", "ja", "th"]))
def test_any_markdown_becomes_clean_text(body, locale):
    document = parse(article(body), parse_locale(locale))
    shown = render_text(page(document))
    assert shown.endswith("\n")
    assert not shown.endswith("\n\n")
    assert not [char for char in shown if char != "\n" and unicodedata.category(char) == "Cc"]
    assert all(line == line.rstrip() for line in shown.split("\n"))
    assert shown == render_text(page(document))


@settings(max_examples=150, deadline=None)
@given(_BODIES)
def test_every_letter_is_there(body):
    assume("<![CDATA[" not in body)  # a comment to browsers and to us, text to the reader of this test
    document = parse(article(body), ENGLISH)
    letters, shown = _letters(document), render_text(page(document))
    if "<table" in to_html(document, document.root):  # told in another order
        assert not Counter(letters) - Counter(shown)
    else:
        rest = iter(shown)
        assert all(letter in rest for letter in letters)


_SAFE_PIECES = st.sampled_from(
    [
        *("word", "a longer phrase here", "[link](g.md)", "肌肉痉挛", "，", "。", "きょっと", "( x", "「"),
        *("\n\n", "\n- ", "\n\n- x\n    - y", "\n1. ", "\n> ", "\n## ", "\n| a | b |\n|---|---|\n| c | d |\n"),
        "<https://e.org/a/very/long/address>",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_SAFE_PIECES, max_size=60).map(" ".join))
def test_no_line_is_too_long_that_could_be_broken(body):
    for line in edition(body).split("\n"):
        if display_width(line) > 72:
            content = line.lstrip(" >-.[]0123456789")
            assert " " not in content.replace(" [1]", "")
            assert not any("一" <= one <= "鿿" and "一" <= other <= "鿿" for one, other in pairwise(content))


def test_deep_nesting_is_no_trouble():
    assert "deep" in edition("> " * 150 + "deep")
    assert "tief" in edition("<div>" * 300 + "tief")


def test_numbers_without_end_are_no_trouble():
    assert "a" in edition(f"&#{'9' * 5000};\n\n{'9' * 5000}. a")


def test_the_tree_of_the_document_stays_as_it_is():
    document = parse(article("| a |\n|---|\n| [x](y.md) <b>c</b> |\n"), ENGLISH)
    before = to_html(document, document.root)
    render_text(page(document))
    assert to_html(document, document.root) == before
