"""Templates: what translators are told, and that nothing changes when nothing changed."""

import datetime as dt

import pytest

from pipeline.catalogs import format_po, make_template, make_template_from_messages, read_po
from pipeline.catalogs.template import TemplateMessage, describe
from pipeline.locale import parse_locale
from pipeline.model import Article, Document, Key, Segment

from .support import LATER, NOW, msgcat, msgfmt, template

HELP = ("Back pain", "When should I get help?")


def document(*segments: Segment, path: str = "source/x.md") -> Document:
    article = Article(path=path, domain="x", title="T", description="D", body="", body_line=4)
    unused = dict.fromkeys(Document.__dataclass_fields__)
    return Document(**unused | {"article": article, "locale": parse_locale("en"), "segments": segments})


@pytest.mark.parametrize(
    ("segment", "place"),
    [
        (Segment("x", "p", headings=HELP), "Paragraph in “When should I get help?”"),
        (Segment("x", "p"), "Paragraph"),
        (Segment("x", "li", headings=HELP), "List item in “When should I get help?”"),
        (Segment("x", "h2", headings=("Back pain",)), "Heading in “Back pain”"),
        (Segment("x", "th", headings=HELP), "Table heading in “When should I get help?”"),
        (Segment("x", "td"), "Table cell"),
        (Segment("x", "dt"), "Term"),
        (Segment("x", "dd"), "Definition"),
        (Segment("x", "figcaption"), "Caption"),
        (Segment("x", "caption"), "Caption"),
        (Segment("x", "summary"), "Summary"),
        (Segment("x", "unheard-of", headings=HELP), "Text in “When should I get help?”"),
        (Segment("x", "abbr", label="MRI"), "The abbreviation “MRI” and its long form; translate both"),
        (Segment("x", "link-title", label="who"), "Title of the link “who”"),
        (Segment("x", "title"), "Title of the page"),
        (Segment("x", "description"), "Description of the page (search engines show it)"),
        (Segment("x", "p", headings=("two\nlines " + "x" * 200,)), "Paragraph in “two lines " + "x" * 89 + "…”"),
    ],
)
def test_the_place_is_told_in_plain_english(segment: Segment, place: str) -> None:
    assert describe(segment) == place


def test_one_message_for_each_key_with_the_first_place_and_all_notes() -> None:
    segments = [
        Segment("b", "h1", note="first note"),
        Segment("a", "p", headings=("b",)),
        Segment("b", "p", note="second note"),
        Segment("b", "p", note="first note"),
        Segment("b", "p", context="verb"),
    ]
    made = make_template(document(*segments), "Project", None, NOW)
    assert [message.key for message in made] == [Key(None, "b"), Key(None, "a"), Key("verb", "b")]
    assert made[0].comment == "Heading\nNote: first note\nNote: second note"
    assert made[1].comment == "Paragraph in “b”"
    assert all(message.occurrences == [("source/x.md", "")] for message in made)


def test_the_whole_file() -> None:
    made = make_template(document(Segment("a", "p", context="c", note="say\nit")), "A “project”", None, NOW)
    assert format_po(made) == (
        'msgid ""\n'
        'msgstr ""\n'
        '"Project-Id-Version: A “project”\\n"\n'
        '"Report-Msgid-Bugs-To: \\n"\n'
        '"POT-Creation-Date: 2026-11-22 10:30+0000\\n"\n'
        '"PO-Revision-Date: 2026-11-22 10:30+0000\\n"\n'
        '"Last-Translator: Automatically generated\\n"\n'
        '"Language-Team: none\\n"\n'
        '"Language: en\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        "\n"
        "#. Paragraph\n"
        "#. Note: say it\n"
        "#: source/x.md\n"
        'msgctxt "c"\n'
        'msgid "a"\n'
        'msgstr ""\n'
    )


def test_gettext_finds_nothing_to_correct() -> None:
    segments = [Segment(text, "p", note="a \\") for text in ("a  \nb", 'quoted "text" \\ ', "100 % de", "日本")]
    for path in ("source/x.md", "source/a long name.md", f"source/{'x' * 100}.md"):
        text = format_po(make_template(document(*segments, path=path), "Title", None, NOW))
        checked = msgfmt(text)
        assert (checked.returncode, checked.stderr) == (0, "")
        assert msgcat(text.encode()).decode() == text
        assert format_po(read_po(text.encode(), "x.pot")) == text


def test_the_date_stays_while_the_messages_stay() -> None:
    previous = template("a", "b")
    date = previous.metadata["POT-Creation-Date"]
    assert format_po(template("a", "b", now=LATER, previous=previous)) == format_po(previous)
    for texts in (("a",), ("b", "a"), ("a", "b", "c"), ("a", ("context", "b"))):
        assert template(*texts, now=LATER, previous=previous).metadata["POT-Creation-Date"] != date


def test_other_comments_do_not_move_the_date() -> None:
    previous = template("a")
    message = TemplateMessage(Key(None, "a"), ["Heading"], ["source/y.md"])
    made = make_template_from_messages([message], parse_locale("en"), "A project", previous, LATER)
    assert made.metadata == previous.metadata
    assert made[0].comment == "Heading"


def test_messages_from_elsewhere_collect_comments_and_references() -> None:
    key = Key(None, "Next")
    found = [TemplateMessage(key, ["Link"], ["a.html"]), TemplateMessage(key, ["Button", "Link"], ["b.html", "a.html"])]
    [message] = make_template_from_messages(found, parse_locale("en"), "P", None, NOW)
    assert message.comment == "Link\nButton"
    assert message.occurrences == [("a.html", ""), ("b.html", "")]


def test_a_time_without_zone_is_utc() -> None:
    naive = template("a", now=NOW.replace(tzinfo=None))
    east = template("a", now=NOW.astimezone(dt.timezone(dt.timedelta(hours=5, minutes=30))))
    assert naive.metadata["POT-Creation-Date"] == "2026-11-22 10:30+0000"
    assert east.metadata["POT-Creation-Date"] == "2026-11-22 16:00+0530"
