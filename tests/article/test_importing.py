"""Plain text and HTML → articles: what is recognised, what is left out, and that nothing is lost in between."""

import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import read_article
from pipeline.article.importing import import_article, read_translation
from pipeline.article.importing.chrome import reason
from pipeline.article.importing.credits import read_date, split_names
from pipeline.errors import InputError, InputErrors
from pipeline.locale import parse_locale

SORE_THROAT = """\
Sore throat

What helps, and when to worry

Author: Ada Example
Editors: Ben Sample, MD, PhD, Cleo Muster and Dan Probe
Medically reviewed by Eve Test, RN on May 3, 2024
Last updated: 12 June 2025
Source: https://example.org/sore-throat

Home > Health > Throat

What is a sore throat?

Your throat hurts, mostly when you swallow. It can last 3 to 7 days.

Advertisement

CAUSES

Most sore throats come from a virus:

• a cold
• the flu
   • type A
   • type B

Steps
-----

1. Drink water.
2) Rest.

You may take paracetamol. Sign up for a class at your clinic if you smoke.

Sign up for our free newsletter!

Words we use

Virus: a very small germ
Throat: the way from mouth to stomach

References

[1] A. Example. Throats. 2020.
[2] B. Sample. More throats. 2021.

© 2025 Example Health. All rights reserved.
"""


def markdown(text, name="a.txt", **options):
    return import_article(dedent(text).encode(), name, **options).markdown


def body(text, name="a.txt"):
    return markdown(text, name).split("---\n", 2)[2].strip()


def remarks(text, name="a.txt"):
    found = import_article(dedent(text).encode(), name).remarks
    return [f"{remark.line}: {remark.what}" for remark in found]


def test_an_article_in_plain_text():
    imported = import_article(SORE_THROAT.encode(), "a.txt")
    article = read_article(imported.markdown.encode(), "a.md", "a")
    assert (article.title, article.description) == ("Sore throat", "What helps, and when to worry")
    assert dict(article.basis.credits) == {
        "author": ("Ada Example",),
        "editors": ("Ben Sample, MD, PhD", "Cleo Muster", "Dan Probe"),
        "reviewers": ("Eve Test, RN",),
    }
    assert (str(article.basis.modified), article.basis.url) == ("2025-06-12", "https://example.org/sore-throat")
    assert article.body.strip() == dedent("""\
        ### What is a sore throat?

        Your throat hurts, mostly when you swallow. It can last 3 to 7 days.

        ## CAUSES

        Most sore throats come from a virus:

        - a cold
        - the flu
            - type A
            - type B

        ## Steps

        1. Drink water.
        2. Rest.

        You may take paracetamol. Sign up for a class at your clinic if you smoke.

        ### Words we use

        Virus
        :   a very small germ

        Throat
        :   the way from mouth to stomach

        ### References

        <div class="references" markdown="1">

        1. A. Example. Throats. 2020.
        2. B. Sample. More throats. 2021.

        </div>""").replace("### What is", "## What is", 1)
    assert [f"{remark.line}: {remark.what}" for remark in imported.remarks] == [
        "7: dropped: May 3, 2024 (the date of Medically reviewed by: there is no place for it in the front matter)",
        "11: dropped: Home > Health > Throat (navigation)",
        "17: dropped: Advertisement (advertising)",
        "36: dropped: Sign up for our free newsletter! (advertising)",
        "48: dropped: © 2025 Example Health. All rights reserved. (footer)",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1. Causes\n\nOne text.\n\n2. Signs\n\nMore text.", "## 1. Causes", id="numbered headings"),
        pytest.param("2.1 Causes\n\nOne text.", "## 2.1 Causes", id="a numbered section"),
        pytest.param("a) one\nb) two", "1. one\n2. two", id="letters"),
        pytest.param("(1) one\n(2) two", "1. one\n2. two", id="numbers in brackets"),
        pytest.param("* one\n* two", "- one\n- two", id="asterisks"),
        pytest.param("Swelling\nRedness\nPain", "- Swelling\n- Redness\n- Pain", id="lines"),
        pytest.param("Take 2 * 500 mg.\n\nUse *nothing* else.", "Use \\*nothing\\* else.", id="signs of Markdown"),
        pytest.param("Less <5 mg & more.", "Less <5 mg & more.", id="signs that are none"),
        pytest.param("Type <b>.", "Type &lt;b>.", id="a tag in a text"),
        pytest.param("In\n1986. It was so.", "1986\\. It was so.", id="a number at the start of a line"),
        pytest.param("Dose\xa0is 5\xa0mg of soft\xadened stuff.", "Dose is 5\xa0mg of softened stuff.", id="spaces"),
        pytest.param("See\r\n\r\nA line.\r\n", "A line.", id="line ends of Windows"),
    ],
)
def test_forms_of_plain_text(text, expected):
    assert expected in body(f"Title\n\nFirst words, here.\n\n{text}")


def test_wrapped_lines_are_joined_in_every_script():
    english = "\n".join(["This is a line of a paragraph that a program wrapped at some place and"] * 3) + "\nthat ends."
    japanese = (
        "\n".join(["これは段落の一行であり、どこかで折り返されていて、ここで終わりませんし続く"] * 3) + "\nです。"
    )
    assert "and This" in body(f"Title\n\n{english}")
    assert "続くこれは" in body(f"題名\n\n{japanese}")


PAGE = """\
<!DOCTYPE html><html><head><title>Throat | Example Health</title>
<meta name="description" content="All about throats."></head><body>
<nav><a href="/">Home</a></nav>
<main><h1>Throat</h1>
<div class="share-buttons">Share this</div>
<p>It is <b>not</b> <i>bad</i>; H<sub>2</sub>O helps.<br>Drink 2&nbsp;cups.
<p>See <a href="https://example.org/a b">this</a> and <a href="javascript:alert(1)">that</a>.
<ol start="3"><li>three<ul><li>inner</ul><li>four</ol>
<aside><p>Call a doctor if you cannot breathe.</p></aside>
<table><tr><th>Drug<th>Dose<tr><td>A|B<td><p>5 mg</p><p>daily</p></table>
<dl><dt>Virus<dd>A germ.</dl>
<img src="data:image/png;base64,iVBORw0KGgo=" alt="A throat"><img src="x/y.jpg" alt="A mouth"><img src="dot.gif">
<p style="display:none">secret</p><button>Print</button>
<h2><button>When to call?</button></h2><p>Now. <abbr title="ear, nose and throat">ENT</abbr></p>
</main><footer>© Example</footer><script>var x = "code";</script></body></html>
"""


def test_a_page():
    imported = import_article(PAGE.encode(), "a.html")
    assert imported.markdown.split("---\n", 2)[2].strip() == dedent("""\
        It is **not** *bad*; H<sub>2</sub>O helps.  
        Drink 2\xa0cups.

        See [this](https://example.org/a%20b) and that.

        3. three
            - inner
        4. four

        Call a doctor if you cannot breathe.

        | Drug | Dose |
        | --- | --- |
        | A\\|B | 5 mg<br>daily |

        Virus
        :   A germ.

        ![A throat](pictures/picture-1.png)![A mouth](pictures/y.jpg)

        ## When to call?

        Now. ENT

        *[ENT]: ear, nose and throat""")  # noqa: W291 - two spaces are a line break
    assert imported.pictures == {"picture-1.png": b"\x89PNG\r\n\x1a\n"}
    assert [remark.what for remark in imported.remarks] == [
        "dropped: Home (navigation)",
        "dropped: Share this (sharing)",
        "note: save the picture x/y.jpg as pictures/y.jpg beside the article",
        "dropped: picture dot.gif (it has no text alternative, so it is decoration)",
        "dropped: secret (hidden)",
        "dropped: Print (button)",
        "dropped: © Example (footer)",
    ]


def test_a_paragraph_that_looks_like_a_box_is_none():
    page = b"<h1>Pain</h1><p>One.</p><p>!!! urgent</p>"
    assert "\n\\!!! urgent" in import_article(page, "a.html").markdown
    assert "\n\\!!! urgent" in import_article(b"Pain\n\nOne.\n\n!!! urgent call now.\n", "a.txt").markdown


def test_the_label_of_a_box_on_our_own_pages_is_not_its_title():
    page = b'<h1>Pain</h1><p>One.</p><p class="box-title"><span class="box-label">Important</span> Call a doctor</p>'
    imported = import_article(page, "a.html")
    assert imported.markdown.endswith("One.\n\nCall a doctor\n")
    assert imported.remarks[0].what == "dropped: Important (label of a box)"


def test_a_list_that_begins_deep_is_no_code():
    assert body("<h1>T</h1><p>A, b.</p><ul><ul><li>one</ul></ul><p>End.</p>", "a.html") == "A, b.\n\n- one\n\nEnd."


# --- nothing is lost ----------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "pain",
        "5mg",
        "not",
        "Doctor",
        "share",
        "menu",
        "12",
        "never",
        "*really*",
        "a_b",
        "<b>",
        "&",
        "[x]",
        "é",
        "薬",
        "home",
        "|",
        "x:",
    ]
)
LINES = st.one_of(
    st.lists(WORDS, max_size=8).map(" ".join),
    st.sampled_from([
        "", "", "Share this", "Author: Ann Bee", "By Ann Bee", "Home > Pain", "- one item",
        "  - inner", "1. step", "2. step",
        "What is it?", "PAIN AND MORE", "=====", "-----", "References", "Term: what it is", "Updated: 3 Jan 2024",
        "Updated: 03/04/2024", "# One", "> quoted", "a) first", "Start your free trial", "2.1 Section", "\tIn.",
        "Reviewed by Ann Bee on 3 May 2020", "Source: https://example.org/x", "Publisher: Bee", "{: .x }", "*[AB]: c",
    ]),
)  # fmt: skip
MARKER = re.compile(r"^\s*(?:(?:[-*+•]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+|[#>]+\s*)")
LABEL = re.compile(r"^(?:author|by|updated|reviewed by|source|publisher)\b:?", re.IGNORECASE)


def content(line):
    """The words of a line that have to be somewhere; its marker, and the name of a credit, are said in another way."""
    if LABEL.match(line):
        line = re.sub(r"\d+ (?:Jan|May) ", "", LABEL.sub("", line).replace(" on ", " "))
    return re.findall(r"[^\W_]+", MARKER.sub("", line))


@given(st.lists(LINES, max_size=25))
def test_every_line_of_a_text_is_in_the_article_or_in_the_report(lines):
    text = "\n".join(["A good title", "", "First words of it, here.", "", *lines])
    imported = import_article(text.encode(), "a.txt")
    out = imported.markdown + "\n".join(remark.what for remark in imported.remarks)
    found = re.findall(r"[^\W_]+", out.replace("&lt;", "<").replace("&amp;", "&"))
    for line in set(lines):
        wanted = content(line)
        assert all(found.count(word) >= 1 for word in wanted), (line, out)
    every = [word for line in lines for word in content(line) if word in {"pain", "never", "薬", "step", "5mg"}]
    assert all(found.count(word) >= every.count(word) for word in every)
    read_article(imported.markdown.encode(), "a.md", "a")


TAGS = st.sampled_from(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "td",
        "tr",
        "table",
        "h2",
        "b",
        "i",
        "nav",
        "main",
        "article",
        "aside",
        "dl",
        "dt",
        "dd",
        "pre",
        "br",
        "span",
        "button",
        "form",
    ]
)


@given(st.lists(st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), WORDS.map(str)), max_size=40))
def test_every_word_of_a_page_is_in_the_article_or_in_the_report(pieces):
    words = [piece for piece in pieces if not piece.startswith("<")]
    page = "<h1>A good title</h1><p>First words.</p>" + " ".join(p.replace("&", "&amp;") for p in pieces)
    try:
        imported = import_article(page.encode(), "a.html")
    except InputError as error:
        assert "there is no text below the title" in str(error)  # noqa: PT017 - all of it stands in menus
        return
    out = imported.markdown + "\n".join(remark.what for remark in imported.remarks)
    found = re.findall(r"[^\W_]+", out)
    for word in {w for text in words for w in re.findall(r"[^\W_]+", text)}:
        assert found.count(word) >= sum(re.findall(r"[^\W_]+", text).count(word) for text in words), (word, out)
    read_article(imported.markdown.encode(), "a.md", "a")


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.docx", "a.md", "a.pdf", "a"]))
def test_any_bytes_give_an_article_or_one_line(data, name):
    try:
        import_article(data, name)
    except (InputError, InputErrors) as error:
        told = str(error)
    else:
        told = name
    assert told.startswith(name)


# --- bad input ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param("a.txt", b"T\n\nna\xefve text", "a.txt:3: error: not valid UTF-8; if this", id="1252"),
        pytest.param("a.pdf", b"%PDF-1.7", "a.pdf: error: a .pdf file cannot be imported; open it", id="PDF"),
        pytest.param(
            "a.txt", b"%PDF-1.7", "a.txt: error: a .pdf file cannot be imported; open it", id="PDF by content"
        ),
        pytest.param("a.md", b"# A", "a.md: error: Markdown already; copy it into source/", id="Markdown"),
        pytest.param("a.txt", b"A\x00B", "a.txt:1: error: the character U+0000 stands in no text", id="NUL"),
        pytest.param("a.txt", b"", "a.txt:1: error: no title found", id="empty"),
        pytest.param("a.txt", b"Only a title", "a.txt:1: error: there is no text below the title", id="no text"),
        pytest.param("a.txt", b"This is a sentence.\n\nMore.", "a.txt:1: error: no title found; put it", id="no title"),
    ],
)
def test_what_cannot_be_imported_says_why(name, data, message):
    with pytest.raises(InputError) as caught:
        import_article(data, name)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_marked_encodings_are_read(encoding):
    assert "naïve “words”" in import_article("Title\n\nSome naïve “words”.".encode(encoding), "a.txt").markdown


def test_a_named_encoding_is_used_and_a_page_may_name_it_too():
    assert "naïve" in import_article("T\n\nA naïve text.".encode("cp1252"), "a.txt", "cp1252").markdown
    page = "<meta charset=iso-8859-1><h1>T</h1><p>naïve “x”".encode("cp1252")
    assert "naïve “x”" in import_article(page, "a.html").markdown


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 Jan 2024", "2024-01-03"),
        ("January 3rd, 2024", "2024-01-03"),
        ("2024-01-03", "2024-01-03"),
        ("03/04/2024", None),
    ],
)
def test_dates(text, date):
    assert str(read_date(text) or None) == str(date)


def test_letters_after_a_name_stay_with_it():
    assert split_names("Ann Bee, RN, PhD, Cy Dee; Eve") == ["Ann Bee, RN, PhD, Cy Dee", "Eve"]
    assert split_names("Ann Bee, RN, PhD, Cy Dee and Eve Eff, MD") == ["Ann Bee, RN, PhD", "Cy Dee", "Eve Eff, MD"]


@pytest.mark.parametrize(
    "line",
    ["Share your plan with your doctor.", "Share with your doctor.", "Contact", "Disclaimer", "Stop smoking.",
     "Sign up for a quit-smoking class.", "Comment on your pain.",
     "Home care", "Call 112.", "Do not use cookies if you have diabetes.", "Next steps", "Contact your doctor."],
)  # fmt: skip
def test_advice_is_no_advertising(line):
    assert not reason(line)


def test_a_translation_keeps_the_lines_of_its_file():
    segments = read_translation(b"Titel\n\nErster Satz, hier.\n\n- eins\n- zwei\n", "a.txt", parse_locale("de"))
    assert [(each.kind, each.line) for each in segments] == [("title", 1), ("p", 3), ("li", 5), ("li", 6)]
