"""Findings as text, JSON and annotations."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Finding, Location, Severity
from pipeline.report import FORMATS, GITHUB_MOST, as_github, as_json, as_text, fingerprint

FINDING = Finding(
    "T102",
    "link-target",
    Severity.ERROR,
    "links differ: missing b.md",
    Location("locales/es/LC_MESSAGES/x.po", 12),
    locale="es",
    domain="x",
    excerpt="See [a](b.md).",
    source=Location("source/x.md", 3),
    fix="Copy each address.",
)
PLAIN = Finding("A101", "second-title", Severity.WARNING, "message", Location("source/x.md"))


def test_text():
    assert as_text([FINDING, PLAIN]) == (
        "locales/es/LC_MESSAGES/x.po:12: error T102[link-target] links differ: missing b.md\n"
        "    in: See [a](b.md).\n    source: source/x.md:3\n    fix: Copy each address.\n"
        "source/x.md: warning A101[second-title] message\n2 findings: 1 error, 1 warning, 0 notes\n"
    )


def missing(number, path="locales/es/LC_MESSAGES/x.po"):
    found = replace(FINDING, rule="C102", name="missing", severity=Severity.WARNING, message="not translated")
    return [replace(found, location=Location(path, line)) for line in range(10, 10 + number)]


def test_what_is_not_translated_is_told_once_in_a_catalog():
    lines = as_text([*missing(99), FINDING, *missing(4, "y.po")]).splitlines()
    first = "warning C102[missing] {} messages are not translated, this is the first; readers get the source text"
    assert [line for line in lines if line[0] != " "] == [
        f"locales/es/LC_MESSAGES/x.po:10: {first.format(99)}",
        "locales/es/LC_MESSAGES/x.po:12: error T102[link-target] links differ: missing b.md",
        f"y.po:10: {first.format(4)}",
        "104 findings: 1 error, 103 warnings, 0 notes",
    ]


@pytest.mark.parametrize("every", [True, False])
def test_few_that_are_not_translated_are_all_shown(every):
    number = 99 if every else 3
    assert as_text(missing(number), every=every).count("not translated\n") == number


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        pytest.param([], "no findings\n", id="none"),
        pytest.param([PLAIN], "1 finding: 0 errors, 1 warning, 0 notes\n", id="one"),
        pytest.param([FINDING] * 2, "2 findings: 2 errors, 0 warnings, 0 notes\n", id="two"),
    ],
)
def test_the_count(findings, expected):
    assert as_text(findings).endswith(expected)


def test_json():
    report = json.loads(as_json([FINDING, PLAIN]))
    assert report["schema"] == 1
    first, second = report["findings"]
    assert first == {
        "rule": "T102",
        "name": "link-target",
        "severity": "error",
        "message": "links differ: missing b.md",
        "path": "locales/es/LC_MESSAGES/x.po",
        "line": 12,
        "locale": "es",
        "domain": "x",
        "excerpt": "See [a](b.md).",
        "source": {"path": "source/x.md", "line": 3},
        "fix": "Copy each address.",
        "fingerprint": fingerprint(FINDING),
    }
    assert (second["line"], second["locale"], second["domain"], second["source"]) == (None, None, None, None)
    assert list(first) == list(second)


def test_a_fingerprint_stays_when_lines_move_and_only_then():
    moved = replace(FINDING, location=Location(FINDING.location.path, 99), source=Location("source/x.md", 50))
    assert fingerprint(moved) == fingerprint(FINDING)
    others = [
        replace(FINDING, rule="T103"),
        replace(FINDING, locale="de"),
        replace(FINDING, domain="y"),
        replace(FINDING, excerpt="other"),
        replace(FINDING, message="other"),
        replace(FINDING, location=Location("other.po", 12)),
    ]
    assert len({fingerprint(each) for each in [FINDING, *others]}) == len(others) + 1


def test_annotations():
    assert as_github([FINDING, PLAIN]) == (
        "::error file=locales/es/LC_MESSAGES/x.po,line=12,title=T102 link-target::"
        "links differ: missing b.md — Copy each address.\n"
        "::warning file=source/x.md,title=A101 second-title::message\n"
    )
    assert as_github([]) == ""


def test_the_most_severe_come_first_and_notes_are_notices():
    note = replace(PLAIN, severity=Severity.NOTE)
    assert [line.split(" ")[0] for line in as_github([note, PLAIN, FINDING]).splitlines()] == [
        "::error",
        "::warning",
        "::notice",
    ]


def test_annotations_are_as_many_as_github_shows():
    lines = as_github([FINDING] * 25 + [PLAIN]).splitlines()
    assert len(lines) == GITHUB_MOST + 2
    assert lines[GITHUB_MOST] == f"::error::{25 - GITHUB_MOST} more of this kind; run plainspoken check to see all"
    assert len(as_github([FINDING] * (GITHUB_MOST + 1)).splitlines()) == GITHUB_MOST + 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"message": "a\nb\r100%", "fix": ""}, "::a%0Ab%0D100%25", id="a message on two lines"),
        pytest.param(
            {"message": "::error::x", "fix": ""},
            "title=T102 link-target::::error::x",
            id="a message like a command stays in its line",
        ),
        pytest.param({"location": Location("a,b:c%.po", 1)}, "file=a%2Cb%3Ac%25.po,line=1", id="a path with signs"),
        pytest.param({"location": Location("a\nb.po", 1)}, "file=a%0Ab.po", id="a path on two lines"),
    ],
)
def test_annotations_are_escaped(change, expected):
    text = as_github([replace(FINDING, **change)])
    assert expected in text
    assert text.count("\n") == 1


TEXTS = st.text(
    st.one_of(st.sampled_from(list("a\n\r%:,\"'<&\x1b\u2028 ")), st.characters(exclude_categories=["Cs"])), max_size=20
)
FINDINGS = st.lists(
    st.builds(
        Finding,
        TEXTS,
        TEXTS,
        st.sampled_from(list(Severity)),
        TEXTS,
        st.builds(Location, TEXTS, st.none() | st.integers(1, 99)),
        locale=TEXTS,
        domain=TEXTS,
        excerpt=TEXTS,
        source=st.none() | st.builds(Location, TEXTS),
        fix=TEXTS,
    ),
    max_size=4,
)


@given(FINDINGS)
def test_every_format_takes_any_finding(findings):
    for form in FORMATS.values():
        text = form(findings)
        assert text == "" or text.endswith("\n")
    assert len(json.loads(as_json(findings))["findings"]) == len(findings)
    lines = as_github(findings).split("\n")[:-1]
    assert len(lines) == len(findings)
    assert all(line.startswith("::") and "\r" not in line for line in lines)
