"""Rules for translations: attacks and slips are reported, good work in any language is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article import parse
from pipeline.catalogs import Catalog, Message
from pipeline.checks import Translation, check_translation
from pipeline.locale import parse_locale
from pipeline.model import Severity

from .support import ENGLISH, article, codes, errors, translation_findings


@pytest.mark.parametrize(
    ("msgid", "msgstr", "expected"),
    [
        # what harms a reader
        pytest.param("Take one.", "<script>x</script>Eine.", {"T105"}, id="a script"),
        pytest.param(
            "Take one.",
            "Eine.<!--><script>alert(1)</script>-->",
            {"T105"},
            id="a script in a comment that browsers close at once",
        ),
        pytest.param("Take one.", "Eine.<!---><img src=x onerror=y>-->", {"T105"}, id="the same in another way"),
        pytest.param("Take one.", "Nehmen Sie <!-- eine -->.", {"T105"}, id="a comment that hides a word"),
        pytest.param(
            "Take one.",
            '<img alt=">" src=x onerror=alert(1)//>Eine.',
            {"T103", "T105", "T107"},
            id="a picture with a handler",
        ),
        pytest.param("Take one.", "<svg/onload=alert(1)>Eine.", {"T105"}, id="a drawing with a handler"),
        pytest.param("Take one.", "<iframe src=x></iframe>Eine.", {"T105"}, id="a frame"),
        pytest.param("Take one.", '<a href="javascript:x">Eine.</a>', {"T102", "T105"}, id="a raw link"),
        pytest.param("Take one.", "[Eine](javascript:x).", {"T102"}, id="a link to a script"),
        pytest.param("Take one.", "[Eine](data:text/html,x).", {"T102"}, id="a link to data"),
        pytest.param(
            "Take [one](a.md).", "[Eine](javascript:x).", {"T102"}, id="a link to a script in the place of another"
        ),
        pytest.param("Take one.", "<https://evil.example> Eine", {"T102"}, id="an address"),
        pytest.param("Take [one][ref].", "[Eine](evil.md).", {"T102"}, id="another address than the reference's"),
        pytest.param("Take one.", "![Eine](https://evil.example/x.png)", {"T103"}, id="a picture from elsewhere"),
        pytest.param("Take one.", "Eine.\n{: onclick=alert(1) }", {"T107"}, id="a handler on the block"),
        pytest.param("Take one.", "Eine.\n{: style=display:none }", {"T107"}, id="a style that hides the block"),
        pytest.param("Take one.", "Eine.\n{: #id }", {"T107"}, id="an id on the block"),
        pytest.param("Take one.", "*Eine*{: onmouseover=x }.", {"T107"}, id="a handler within"),
        pytest.param("Take *one*{: .dose }.", "*Eine*.", {"T107"}, id="a lost class"),
        pytest.param("Take one.", '<span style="display:none">Eine</span>.', {"T107"}, id="a welcome tag that hides"),
        pytest.param("Take one.", '<span onclick="x">Eine</span>.', {"T107"}, id="a welcome tag with a handler"),
        pytest.param("Take one.", '<br onclick="x">Eine.', {"T107"}, id="a line break with a handler"),
        pytest.param("Take one.", "<BR ONCLICK=x>Eine.", {"T107"}, id="in capital letters"),
        # what is lost
        pytest.param("Take one.", "…", {"T101"}, id="three dots"),
        pytest.param("Take one.", "\u00a0", {"T101"}, id="a blank"),
        pytest.param("Take one.", "&nbsp;", {"T101"}, id="an entity that shows nothing"),
        pytest.param("Take one.", "<br>", {"T101"}, id="only a tag"),
        pytest.param("Take one.", "**", {"T101", "T110"}, id="only a mark"),
        pytest.param("See [a](b.md).", "Siehe a.", {"T102"}, id="a link"),
        pytest.param("[a](b.md) [a](b.md)", "[a](b.md)", {"T102"}, id="one of two links"),
        pytest.param("![A calf](c.svg)", "Eine Wade", {"T103"}, id="a picture"),
        pytest.param("![A calf](c.svg)", "![](c.svg)", {"T104"}, id="an alternative"),
        pytest.param("Take <b>one</b>.", "Eine.", {"T105"}, id="a tag"),
        pytest.param("Take <b>one</b>.", "<b>Eine.", {"T105"}, id="an end tag"),
        pytest.param("By {name} on {date}", "Von {name}", {"T108"}, id="a placeholder"),
        pytest.param("By {name}", "Von { name }", {"T108"}, id="a placeholder with blanks"),
        pytest.param("By {name}", "Von ｛name｝", {"T108"}, id="a placeholder in full-width braces"),
        pytest.param("a[^1] b[^2]", "a[^1]", {"T109"}, id="a footnote"),
        pytest.param("a[^1]", "a[^2]", {"T109"}, id="a footnote for another"),
        pytest.param("a[^1]", "a[1]", {"T109"}, id="a footnote without its sign"),
        # what would be read as text
        pytest.param("Take **one**.", "**Eine.", {"T110"}, id="bold that is not closed"),
        pytest.param("Take **one**.", "** Eine **.", {"T110"}, id="bold with blanks"),
        pytest.param("Take *one*.", "*Eine.", {"T110"}, id="a star"),
        pytest.param("Take *one*.", "日本_強調_です", {"T110"}, id="underscores between letters without spaces"),
        pytest.param("Take `x`.", "Nehmen Sie `x.", {"T110"}, id="code that is not closed"),
        pytest.param("See [a](b.md).", "Siehe [a] (b.md).", {"T102", "T110"}, id="a blank within a link"),
        pytest.param("See [a][ref].", "Siehe [a] [weg].", {"T102", "T110"}, id="a reference that is not defined"),
        pytest.param("See [a](b.md).", "Siehe ［a］（b.md）.", {"T102"}, id="full-width brackets"),
        # line breaks
        pytest.param("One  \ntwo", "Eins zwei", {"T111"}, id="a line break is missing"),
        pytest.param("One two", "Eins  \nzwei", {"T111"}, id="a line break is added"),
    ],
)
def test_reported(msgid, msgstr, expected):
    assert expected <= codes(msgid, msgstr)


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        pytest.param("Drink water.", "Trinken Sie Wasser.", id="plain text"),
        pytest.param("5 * 3 = 15", "5 * 3 = 15", id="a star for times"),
        pytest.param("Use snake_case names.", "Nutzen Sie snake_case.", id="an underscore in a word"),
        pytest.param("Don't wait.", "N'attendez pas, c'est l'heure d'*agir*.".replace("*", ""), id="apostrophes"),
        pytest.param("The *muscle* hurts.", "L'*muscle* fait mal.", id="emphasis behind an apostrophe"),
        pytest.param("Take <br> one.", "Nehmen Sie<br>eine.", id="a line break"),
        pytest.param("Take one.", "Nehmen<br>Sie eine.", id="an added line break tag"),
        pytest.param("Take 5 mg.", "خذ <bdi>5 mg</bdi>.", id="Arabic with isolation"),
        pytest.param("Take 5 mg.", 'خذ <span dir="ltr">5 mg</span>.', id="Arabic with direction"),
        pytest.param("Take 5 mg.", "خذ \u20685 mg\u2069.", id="Arabic with signs for isolation"),
        pytest.param("**Important:** rest.", "**重要**：休んでください。", id="Japanese with bold beside punctuation"),
        pytest.param("Take **one** pill.", "请服用**一片**。", id="Chinese with bold within a sentence"),
        pytest.param("Take **one** pill.", "「**一錠**」を飲む", id="Japanese with bold in brackets"),
        pytest.param(
            "muscle", "<ruby>筋肉<rp>(</rp><rt>きんにく</rt><rp>)</rp></ruby>", id="Japanese with reading aids"
        ),
        pytest.param("He said “no”.", "Il a dit «\u00a0non\u00a0».", id="French quotation marks"),
        pytest.param("Take 5 mg.", "Prenez 5&nbsp;mg.", id="an entity"),
        pytest.param("A & B", "A &amp; B", id="an ampersand"),
        pytest.param("Pain < 5", "Schmerz < 5", id="a sign that is no tag"),
        pytest.param("[one][ref]", "[eins](guide.md)", id="a reference written out"),
        pytest.param("![A calf](c.svg 'Title')", "![Eine Wade](c.svg 'Titel')", id="a picture's title"),
        pytest.param("`x` and `y`", "`y` und `x`", id="code in another order"),
        pytest.param("Take *one*.", "Nehmen Sie **eine**.", id="another emphasis"),
        pytest.param("Take one.", "Nehmen Sie *eine*.", id="an added emphasis"),
        pytest.param("By {name} on {date}", "Am {date} von {name} ({name})", id="placeholders in another order"),
        pytest.param("a[^1] b[^2]", "b[^2] a[^1]", id="footnotes in another order"),
        pytest.param("H<sub>2</sub>O", "Wasser (H<sub>2</sub>O)", id="chemistry"),
        pytest.param("2 x 2", r"2 \* 2", id="a star that is meant"),
        pytest.param("foo/_bar", "foo/_bar", id="a path"),
        pytest.param("<b>Take</b> <i>one</i>", "<i>Eine</i> <b>nehmen</b>", id="tags in another order"),
        pytest.param("One  \ntwo", "Eins  \nzwei", id="a hard break"),
        pytest.param("42", "٤٢", id="digits of another script"),
        pytest.param("Text\\", "Text\\", id="a backslash"),
        pytest.param('Say "a"', 'Sag "a"', id="quotation marks"),
        pytest.param("<span>a", "<span>a", id="a tag that the source does not close either"),
    ],
)
def test_left_alone(msgid, msgstr):
    assert {code for code in codes(msgid, msgstr) if code.startswith("T1")} == set()


@pytest.mark.parametrize("kind", ["td", "th", "h2", "dt"])
def test_attributes_at_the_end_of_a_heading_or_cell_are_reported(kind):
    assert "T107" in errors("Take one.", "Eine. {: onclick=x }", kind)
    assert errors("Take one.", "Eine.", kind) == set()


@pytest.mark.parametrize("kind", ["title", "description"])
def test_marks_in_a_title_would_be_read_as_text(kind):
    assert "T110" in codes("Muscle spasms", "**Krämpfe**", kind)
    assert codes("Muscle spasms", "Krämpfe", kind) == set()


@pytest.mark.parametrize(
    "msgstr",
    ["[a]: javascript:x", "Eine.\n[ref]: javascript:x", "*[MRI]: <b>", "[^1]: javascript:x", "Eine.\n\n[ref]: evil.md"],
)
def test_definitions_in_a_translation_define_nothing(msgstr):
    findings, _ = translation_findings("See [a][ref] for one.", msgstr + " [a][ref]")
    found = {finding.rule for finding in findings if finding.severity == "error"}
    assert not any("javascript" in finding.message for finding in findings if finding.rule == "T102")
    assert "T105" not in found or "<b>" in msgstr


def test_an_error_rejects_and_a_warning_does_not():
    assert len(translation_findings("Take one.", "<script>x</script>")[1]) == 1
    assert translation_findings("One two", "Eins  \nzwei")[1] == frozenset()


def test_a_rule_that_is_lowered_or_off_rejects_nothing():
    for severity in (Severity.WARNING, None):
        assert translation_findings("See [a](b.md).", "Siehe a.", severities={"T102": severity})[1] == frozenset()


def test_a_message_says_what_is_missing_and_what_is_added():
    findings, _ = translation_findings("See [a](b.md).", "Siehe [a](c.md).")
    (finding,) = (each for each in findings if each.rule == "T102")
    assert "missing b.md" in finding.message
    assert "added c.md" in finding.message


PIECES = st.sampled_from(
    [
        "muscle",
        "Take",
        "5",
        "mg",
        "d'eau",
        "ألم",
        "筋肉",
        "**bold**",
        "*soft*",
        "`code`",
        "[link](guide.md#x)",
        "[ref][ref]",
        "[^1]",
        "![A leg](leg.svg)",
        "<br>",
        "<b>raw</b>",
        "<span>",
        "</sup>",
        "&nbsp;",
        "5 * 3",
        "snake_case",
        "<https://x.org>",
        "\\*",
        "H<sub>2</sub>O",
        "{name}",
        "  \nnext",
        "“q”",
        "<!-- c -->",
        "_",
        "*",
        "**",
        "`",
        "](",
        "] [",
        "<",
        ">",
        "{: .x }",
        "*x*{: .y }",
        "<i\nx=y>",
    ]
)


def findings_of_identity(body):
    document = parse(article(body), ENGLISH)
    catalog = Catalog()
    segments = {segment.key: segment for segment in document.segments}
    catalog.extend(Message(msgctxt=key.context, msgid=key.text, msgstr=key.text) for key in segments)
    subject = Translation("x", parse_locale("de"), tuple(segments.values()), catalog, "x.po", "x.md", document.parser)
    return check_translation(subject, {})[0]


@given(st.lists(st.lists(PIECES, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=3).map("\n\n".join))
@settings(max_examples=80, deadline=None)
def test_a_translation_that_is_the_source_is_never_an_error(body):
    findings = findings_of_identity(f"{body}\n\n[^1]: Note.\n\n[ref]: guide.md\n\n*[MRI]: long\n")
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []


CLEAN = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40).map(lambda text: f"x{text}")


@given(CLEAN, CLEAN)
@settings(max_examples=60, deadline=None)
def test_no_text_stops_the_rules(msgid, msgstr):
    findings, rejected = translation_findings(msgid, msgstr)
    assert bool(rejected) is any(finding.severity == "error" for finding in findings)
