"""Translations that other tools would break, and labels and attributes that are left over."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article.inline import read_inline

from .pairs import PARSER, codes, mended, pair, problems


@pytest.mark.parametrize(
    ("msgid", "msgstr", "kind", "fixed"),
    [
        pytest.param(
            "The last day is March 2.", "2. März ist der letzte Tag.", "p", r"2\. März ist der letzte Tag.", id="a date"
        ),
        pytest.param("Two weeks", "14) Tage", "li", r"14\) Tage", id="a number and a bracket"),
        pytest.param("One", "١. واحد", "dd", r"١\. واحد", id="Arabic digits, which the parser counts too"),
        pytest.param("No sport", "- kein Sport", "p", r"\- kein Sport", id="a hyphen"),
        pytest.param("And water", "+ Wasser", "p", r"\+ Wasser", id="a plus"),
        pytest.param("Number one", "#1 der Ursachen", "p", r"\#1 der Ursachen", id="a number sign"),
        pytest.param("More than 5 mg", "> 5 mg", "p", r"\> 5 mg", id="a sign for more than"),
        pytest.param("One or two", "| eins oder zwei", "p", r"\| eins oder zwei", id="a bar"),
        pytest.param("Rest", "    Ruhe", "p", "Ruhe", id="four spaces"),
        pytest.param("Rest", "\tRuhe", "p", "Ruhe", id="a tab"),
        pytest.param("One  \ntwo", "Eins  \n- zwei", "p", "Eins  \n\\- zwei", id="on a later line"),
        pytest.param("One  \ntwo", "Eins  \n---", "p", "Eins  \n\\---", id="a line of hyphens"),
        pytest.param("5 or 10 mg", "5 | 10 mg", "td", r"5 \| 10 mg", id="a bar in a cell"),
    ],
)
def test_the_beginning_of_a_block_is_reported_and_mended(msgid, msgstr, kind, fixed):
    assert "T112" in codes(msgid, msgstr, kind=kind)
    assert mended("T112", msgid, msgstr, kind=kind) == fixed
    assert "T112" not in codes(msgid, fixed, kind=kind)


@pytest.mark.parametrize(
    ("msgid", "msgstr", "kind"),
    [
        pytest.param("Two", "2 Tabletten", "p", id="a number"),
        pytest.param("2.5 mg", "2.5 mg", "p", id="a decimal"),
        pytest.param("March 2", "2\u00a0. März", "p", id="a number apart from its dot"),
        pytest.param("Minus 5 °C", "-5 °C", "p", id="a minus sign"),
        pytest.param("Call", "+49 30 1234567", "p", id="a phone number"),
        pytest.param("Gently", "*Sanft*", "p", id="emphasis"),
        pytest.param("March 2", "2. März", "h2", id="a date in a heading, which is one line"),
        pytest.param("March 2", "2. März", "td", id="a date in a cell"),
        pytest.param("March 2", "2. März", "title", id="a date in the page's title"),
        pytest.param("Either | or", "Entweder | oder", "td", id="a bar that the source has too"),
        pytest.param("a", "`a|b`", "td", id="a bar in code"),
        pytest.param("One  \ntwo", "Eins  \n2. März", "p", id="a number on a later line, which begins no list"),
        pytest.param("One  \ntwo", "Eins  \n    zwei", "p", id="an indent on a later line"),
        pytest.param("Rest –", "– Ruhe", "p", id="a dash"),
    ],
)
def test_what_begins_no_block_is_left_alone(msgid, msgstr, kind):
    assert "T112" not in codes(msgid, msgstr, kind=kind)
    assert mended("T112", msgid, msgstr, kind=kind) is None


@pytest.mark.parametrize(
    ("msgstr", "fixed"),
    [
        (" Wasser", "Wasser"),
        ("Wasser ", "Wasser"),
        ("Wasser\n", "Wasser"),
        ("\u00a0Wasser\u3000", "Wasser"),
        ("Wasser", None),
        (" ", None),
    ],
)
def test_white_space_at_the_edges(msgstr, fixed):
    assert ("T113" in codes("Water", msgstr)) is (fixed is not None)
    assert mended("T113", "Water", msgstr) == fixed


def test_a_deep_indent_is_told_once():
    assert codes("Rest", "    Ruhe") == {"T112"}
    assert codes("Rest", "    Ruhe", kind="h2") == {"T113"}


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        pytest.param("Take one.", "Nehmen Sie eine.[^9]", id="a footnote that is not there"),
        pytest.param("See [a][ref].", "Siehe [a][Verweis].", id="a translated label"),
        pytest.param("See [ref].", "Siehe [Verweis].", id="a translated label that is also the text"),
        pytest.param("See [ref][].", "Siehe [Verweis][].", id="the same with empty brackets"),
    ],
)
def test_labels_that_nothing_defines(msgid, msgstr):
    assert "T114" in codes(msgid, msgstr)


def test_the_fix_names_the_label_of_the_source():
    ((_, problem),) = (found for found in problems(pair("See [ref].", "Siehe [Verweis].")) if found[0].code == "T114")
    assert problem.fix == "Write [Verweis][ref]."


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        pytest.param("See [a][ref].", "Siehe [b][ref].", id="a translated text"),
        pytest.param("See [ref].", "Siehe [b][ref].", id="a text of its own"),
        pytest.param("See [a](b.md).", "Siehe [a](b.md) [sic].", id="brackets that are meant"),
        pytest.param("See [a](b.md).", "Siehe [a].", id="a lost address, which another rule reports"),
        pytest.param("Take one.[^1]", "Eine.[^1]", id="a footnote"),
        pytest.param("The sign [^x] is odd.", "Das Zeichen [^x] ist seltsam.", id="as in the source"),
    ],
)
def test_labels_that_are_defined(msgid, msgstr):
    assert "T114" not in codes(msgid, msgstr)


@pytest.mark.parametrize("msgstr", ["*Eine* {: .dose }", "Eine {: .dose } Tablette", "Eine {#dose} Tablette"])
def test_attributes_left_over(msgstr):
    assert "T115" in codes("Take *one*{: .dose } pill.", msgstr)


@pytest.mark.parametrize("msgstr", ["*Eine*{: .dose }", "Eine {name}", "Menge {1, 2}"])
def test_braces_that_are_no_attributes(msgstr):
    assert "T115" not in codes("Take *one*{: .dose } pill.", msgstr)


@pytest.mark.parametrize("msgstr", ["*Nicht **warten*[^1].", r"*Nicht**immer*\.", "*x**x*`a`"])
def test_marks_that_cross(msgstr):
    assert "T116" in codes("Do **not** wait.", msgstr)


@pytest.mark.parametrize("msgstr", ["**Nicht *lange*** warten", "*Nicht **lange** warten*", "***Nicht***", "*a **b*"])
def test_marks_that_do_not_cross_or_lose_nothing(msgstr):
    assert "T116" not in codes("Do **not** wait.", msgstr)


PIECES = st.sampled_from(
    [
        "2.",
        "2)",
        "-",
        "+",
        "*",
        "#",
        ">",
        "|",
        "===",
        "---",
        "    ",
        "\t",
        " ",
        "  \n",
        "\n",
        "Wort",
        "*x*",
        "`a|b`",
        "\\|",
        "1.",
    ]
)


def _texts(msgstr, fixed, kind):
    return [read_inline(PARSER, text, kind).text for text in (msgstr, fixed)]


@given(st.lists(PIECES, max_size=8).map("".join), st.sampled_from(["p", "li", "td", "h2", "title"]))
@settings(max_examples=200, deadline=None)
def test_a_mend_changes_nothing_that_a_reader_sees(msgstr, kind):
    fixed = mended("T112", "Word", msgstr, kind=kind)
    if fixed is None:
        return
    # Marks that cross make the parser show its own counters, which a rule of its own reports.
    seen, seen_then = (re.sub(r"klzzwxh:\d+", "", each).split() for each in _texts(msgstr, fixed, kind))
    assert seen == seen_then
    assert mended("T112", "Word", fixed, kind=kind) is None


def test_a_line_that_cannot_be_escaped_is_reported():
    assert "T112" in codes("One  \ntwo", "Eins  \n===")
    assert mended("T112", "One  \ntwo", "Eins  \n===") is None


@pytest.mark.parametrize(
    ("msgid", "msgstr", "reported"),
    [
        pytest.param("[one](a.md) and [two](b.md)", "[zwei](b.md) und [eins](a.md)", True, id="another order"),
        pytest.param("[one](a.md) and [two](b.md)", "[eins](a.md) und [zwei](b.md)", False, id="the same"),
        pytest.param("[Ana](a.md) or [Bo](b.md)", "[Bo](b.md) oder [Ana](a.md)", False, id="names that moved along"),
        pytest.param("[one](a.md) and [two](a.md)", "[zwei](a.md) und [eins](a.md)", False, id="one address"),
    ],
)
def test_links_in_another_order(msgid, msgstr, reported):
    assert ("T117" in codes(msgid, msgstr)) is reported


@pytest.mark.parametrize(
    ("msgstr", "told"),
    [
        ("Schreiben Sie `HILFE`.", "code differs: missing HELP; added HILFE"),
        ("Schreiben Sie HELP.", "code differs: missing HELP"),
        ("Schreiben Sie `HELP`.", None),
    ],
)
def test_code_is_copied(msgstr, told):
    found = {rule.code: problem.message for rule, problem in problems(pair("Type `HELP`.", msgstr))}
    assert found.get("T118") == told
