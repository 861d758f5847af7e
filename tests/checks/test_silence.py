"""Silence with a reason: in the article, in the catalog, in the configuration; and rules that fail."""

from dataclasses import replace

import pytest

from pipeline.article import parse, to_html
from pipeline.catalogs import read_po
from pipeline.checks import (
    Ignore,
    Ledger,
    Override,
    Translation,
    check_article,
    check_silence,
    check_translation,
    run,
    scoped,
)
from pipeline.checks import rules as catalogue
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.silence import next_block, read_ignores
from pipeline.locale import parse_locale
from pipeline.model import Directive, Location, Segment, Severity, Targets

from .support import ENGLISH, HEADER, article, catalog_findings, silence_findings

HERE = Location("locales/de/LC_MESSAGES/x.po", 3)
CODES = {"T102": "T102", "link-target": "T102", "C102": "C102", "A103": "A103"}
BAD_LINK = 'msgid "Drink water."\nmsgstr "Trinken Sie [Wasser](javascript:x)."'
MISSING = 'msgid "Drink water."\nmsgstr ""'


def rules(fragment, **options):
    return [finding.rule for finding in catalog_findings(fragment, **options)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("T102 The link is right.", [("T102", "The link is right.")], id="a code and a reason"),
        pytest.param("link-target The link is right.", [("T102", "The link is right.")], id="a name"),
        pytest.param("T102: right", [("T102", "right")], id="a colon after the code"),
        pytest.param("T102 – right", [("T102", "right")], id="a dash after the code"),
        pytest.param("T102, C102 right", [("T102", "right"), ("C102", "right")], id="two codes"),
        pytest.param("T102", [("T102", "")], id="no reason"),
        pytest.param("T999 right", [("T999", "right")], id="no rule"),
        pytest.param("", [("", "")], id="nothing"),
        pytest.param("T102 Der Link\nstimmt.", [("T102", "Der Link stimmt.")], id="two lines"),
    ],
)
def test_what_is_silenced_and_why(text, expected):
    assert [(each.rule, each.reason) for each in read_ignores(text, CODES, HERE)] == expected


# --- in a catalog -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        pytest.param("# check-ignore: T102 It is right.", [], id="with a reason"),
        pytest.param("#  check-ignore:T102 It is right.", [], id="with other spaces"),
        pytest.param("# check-ignore: link-target It is right.", [], id="by name"),
        pytest.param("# check-ignore: T102", ["T102"], id="without a reason"),
        pytest.param("# check-ignore: T103 It is right.", ["T102"], id="another rule"),
        pytest.param("#. check-ignore: T102 It is right.", ["T102"], id="a comment of the template"),
        pytest.param("# I would check-ignore: T102", ["T102"], id="a comment about it"),
    ],
)
def test_a_translator_silences_a_rule_for_one_message(comment, expected):
    assert rules(f"{comment}\n{BAD_LINK}") == expected


def test_what_is_silenced_is_published():
    assert catalog_findings(f"# check-ignore: T102 It is right.\n{BAD_LINK}")[1] == frozenset()
    assert catalog_findings(BAD_LINK)[1] != frozenset()


def test_the_comment_at_the_top_silences_a_rule_for_the_whole_catalog():
    fragment = HEADER.replace("msgid", "# check-ignore: C102 Nobody translates yet.\nmsgid", 1)
    assert catalog_findings(MISSING)[0]
    assert catalog_findings_of(fragment + MISSING) == []


def catalog_findings_of(text):
    """Check a whole catalog with a header of its own."""
    parser = parse(article("Drink water."), ENGLISH).parser
    catalog = read_po(text.encode(), HERE.path)
    segments = (Segment("Drink water.", "p"),)
    subject = Translation("x", parse_locale("de"), segments, catalog, HERE.path, "source/x.md", parser)
    return check_translation(subject, {})[0]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        pytest.param(f"# check-ignore: T102 It is right.\n{BAD_LINK}", [], id="needed"),
        pytest.param(f"# check-ignore: T103 It is right.\n{BAD_LINK}", ["reports nothing here"], id="not needed"),
        pytest.param(f"# check-ignore: T102\n{BAD_LINK}", ["without a reason"], id="no reason"),
        pytest.param(f"# check-ignore: link-taget x\n{BAD_LINK}", ["did you mean T102?"], id="a slip in the name"),
        pytest.param(f"# check-ignore:\n{BAD_LINK}", ["no rule is named"], id="no code"),
        pytest.param(f"# check-ignore: T102 It is right.\n{MISSING}", [], id="not known before it is translated"),
        pytest.param(f"# check-ignore: T102, T103 x\n{BAD_LINK}", ["T103 is silenced"], id="one of two is needed"),
    ],
)
def test_needless_silence_is_told(fragment, expected):
    found = silence_findings(fragment)
    assert [finding.rule for finding in found] == ["C110"] * len(expected)
    for finding, words in zip(found, expected, strict=True):
        assert words in finding.message
        assert finding.location.line == HEADER.count("\n") + 2


# --- in an article ------------------------------------------------------------------------------------------------

PICTURES = """\
![](a.svg)

<!-- check-ignore: A103 It is only decoration. -->

![](b.svg)

![](c.svg)
"""


def manuscript(body, body_line=0):
    return Manuscript(parse(article(body, body_line), ENGLISH), Targets())


def check(body, ledger=None, body_line=0):
    found = check_article(manuscript(body, body_line), {}, ledger)
    return [(each.rule, each.location.line) for each in found if each.rule == "A103"]


def test_an_author_silences_a_rule_for_the_next_block():
    assert check(PICTURES) == [("A103", 1), ("A103", 7)]
    assert check(PICTURES, body_line=5) == [("A103", 6), ("A103", 12)]


def test_needless_silence_in_an_article_is_told_with_its_line():
    ledger = Ledger()
    check(PICTURES.replace("![](b.svg)", "Text."), ledger, body_line=5)
    assert [str(each.location) for each in check_silence(ledger, {}, complete=True)] == ["source/x.md:8"]
    ledger = Ledger()
    check(PICTURES, ledger)
    assert check_silence(ledger, {}, complete=True) == []


def test_what_an_article_silences_in_translations_is_judged_only_when_all_were_checked():
    ledger = Ledger()
    check("<!-- check-ignore: T102 The link differs. -->\n\nText.\n", ledger)
    assert check_silence(ledger, {}, complete=False) == []
    assert len(check_silence(ledger, {}, complete=True)) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<!-- check-ignore: T102 x -->\n\nOne.\n\nTwo.\n", ["One."], id="a paragraph"),
        pytest.param("<!-- check-ignore: T102 x -->\nOne.\n\nTwo.\n", ["One."], id="without a blank line"),
        pytest.param("<!-- check-ignore: T102 x -->\n\n* a\n* b\n\nTwo.\n", ["a", "b"], id="a list"),
        pytest.param(
            "<!-- check-ignore: T102 x -->\n\n| a | b |\n|---|---|\n| c | d |\n\nTwo.\n", list("abcd"), id="a table"
        ),
        pytest.param("* one\n\n    <!-- check-ignore: T102 x -->\n\n    two\n\n* three\n", ["two"], id="in an item"),
        pytest.param(
            "<!-- check-ignore: T102 x -->\n\n<!-- translators: note -->\n\nOne.\n\nTwo.\n", ["One."], id="with a note"
        ),
        pytest.param("One.\n\n<!-- check-ignore: T102 x -->\n", [], id="at the end"),
        pytest.param("One. <!-- check-ignore: T102 x -->\n", [], id="within a text it is no directive"),
    ],
)
def test_the_blocks_that_an_ignore_goes_with(body, expected):
    document = parse(article(body), ENGLISH)
    assert [each.text for each in document.segments if each.ignored] == expected


def test_no_reader_meets_a_directive():
    document = parse(
        article("One.\n\n<!-- check-ignore: T102 x -->\n\nTwo.\n\n* a\n\n    <!-- check-ignore: T1 y -->\n"), ENGLISH
    )
    assert "check-ignore" not in to_html(document, document.root)
    assert [each.line for each in document.ignored] == [3, 9]


def test_a_source_ignore_holds_for_all_translations_of_the_block():
    segment = Segment("Drink water.", "p", line=3, ignored=(Directive("T102 The link differs by country.", 1),))
    assert rules(BAD_LINK, segment=segment) == []
    assert rules(BAD_LINK, segment=replace(segment, ignored=())) == ["T102"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(["<!-- x -->", "a", "b", "", "c"], range(2, 4), id="at once"),
        pytest.param(["<!-- x -->", "", "<!-- y -->", "", "a"], range(5, 6), id="after another comment"),
        pytest.param(["<!-- x", "more -->", "", "a", "b"], range(4, 6), id="on two lines"),
        pytest.param(["<!-- x -->"], range(2, 2), id="at the end"),
    ],
)
def test_the_lines_of_the_next_block(rows, expected):
    assert next_block(rows, Directive("x", 1), 0) == expected
    assert next_block(rows, Directive("x", 11), 10) == range(expected.start + 10, expected.stop + 10)


# --- in the configuration -----------------------------------------------------------------------------------------


def override(severity=None, **fields):
    return Override("T102", severity, Location("pyproject.toml", 3), reason="By law.", **fields)


@pytest.mark.parametrize(
    ("fields", "fits"),
    [
        pytest.param({}, True, id="everywhere"),
        pytest.param({"locales": frozenset({"th", "de"})}, True, id="in this locale"),
        pytest.param({"locales": frozenset({"th"})}, False, id="in another locale"),
        pytest.param({"files": ("source/x.md",)}, True, id="in this article"),
        pytest.param({"files": ("locales/*/x.po",)}, True, id="in these catalogs"),
        pytest.param({"files": ("source/y.md",)}, False, id="in another article"),
        pytest.param({"files": ("source/x.md",), "locales": frozenset({"th"})}, False, id="both have to fit"),
    ],
)
def test_where_an_override_holds(fields, fits):
    paths = ("source/x.md", "locales/de/x.po")
    severities, ignores = scoped({}, [override(Severity.NOTE, **fields)], "de", *paths)
    assert severities == ({"T102": Severity.NOTE} if fits else {})
    assert ignores == ()
    severities, ignores = scoped({}, [override(**fields)], "de", *paths)
    assert [each.rule for each in ignores] == (["T102"] if fits else [])


def test_the_last_override_that_fits_counts():
    every = [override(), override(Severity.NOTE, locales=frozenset({"de"}))]
    assert scoped({"T102": Severity.WARNING}, every, "de", "x") == ({"T102": Severity.NOTE}, ())
    assert scoped({}, every, "es", "x")[1] == (Ignore("T102", "By law.", Location("pyproject.toml", 3)),)


# --- rules that fail ----------------------------------------------------------------------------------------------


def broken(_):
    raise ZeroDivisionError("nothing\nto divide")


@pytest.fixture
def broken_rule(monkeypatch):
    """Break the rule for links."""
    rules = tuple(replace(rule, check=broken) if rule.code == "T102" else rule for rule in catalogue.TRANSLATION_RULES)
    monkeypatch.setattr(run, "TRANSLATION_RULES", rules)


@pytest.mark.usefixtures("broken_rule")
def test_a_rule_that_fails_is_told_once_and_hides_no_other():
    ledger = Ledger()
    fragment = 'msgid "Drink water."\nmsgstr "<script>x</script>"'
    for _ in range(2):
        found, rejected = catalog_findings(fragment, ledger=ledger)
        assert "T105" in {finding.rule for finding in found}
        assert rejected
    (failure,) = ledger.failures
    assert str(failure).startswith(
        f"{HERE.path}:{HEADER.count(chr(10)) + 2}: error: rule T102[link-target] failed here "
    )
    assert "ZeroDivisionError: nothing to divide" in str(failure)
    assert "\n" not in str(failure)


@pytest.mark.usefixtures("broken_rule")
def test_what_a_rule_for_errors_could_not_judge_is_not_published():
    fragment = 'msgid "Drink water."\nmsgstr "Trinken Sie Wasser."'
    assert catalog_findings(fragment, ledger=Ledger()) == ([], frozenset({(None, "Drink water.")}))
    assert catalog_findings(fragment, ledger=Ledger(), severities={"T102": Severity.WARNING})[1] == frozenset()


@pytest.mark.usefixtures("broken_rule")
def test_without_a_ledger_the_fault_is_raised():
    with pytest.raises(ZeroDivisionError):
        catalog_findings('msgid "Drink water."\nmsgstr "Trinken Sie Wasser."')
