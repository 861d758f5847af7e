"""The formats that programs read, held against what their readers ask for."""

import json
import re
from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from conftest import tool
from hypothesis import given
from jsonschema import Draft4Validator
from test_report import FINDING, FINDINGS, PLAIN

from pipeline.model import Location, Severity
from pipeline.report import (
    FORMATS,
    MARKDOWN_MOST,
    as_gitlab,
    as_junit,
    as_markdown,
    as_sarif,
    as_text,
    fingerprint,
    unique_fingerprints,
)

NOTE = replace(PLAIN, severity=Severity.NOTE)


def many(number, files=1, **fields):
    rows = (replace(FINDING, message=f"message {index}", **fields) for index in range(number))
    return [replace(row, location=Location(f"{index % files:03}.po", index)) for index, row in enumerate(rows)]


# --- fingerprints -------------------------------------------------------------------------------------------------


def test_a_fingerprint_is_that_of_the_text_where_it_is_known():
    known = replace(FINDING, text="a digest")
    moved = replace(known, message="in other words", excerpt="", location=Location("moved.po", 99))
    assert fingerprint(moved) == fingerprint(known)
    for other in (replace(known, text="another"), replace(known, locale="de"), replace(known, rule="T103")):
        assert fingerprint(other) != fingerprint(known)


def test_fingerprints_can_be_told_apart():
    names = unique_fingerprints([FINDING, PLAIN, FINDING, FINDING])
    assert len(set(names)) == 4
    assert names[0] == fingerprint(FINDING)
    assert names[2:] == [f"{names[0]}-2", f"{names[0]}-3"]


# --- text ---------------------------------------------------------------------------------------------------------


def test_ten_thousand_findings_can_be_read():
    rows = many(9000, files=30, rule="C102", name="missing", severity=Severity.WARNING)
    rows += many(1000, files=500)
    rows.sort(key=lambda each: each.location.path)
    lines = as_text(rows).split("\n")
    assert len(lines) < 800
    assert "    9,000  warning  C102[missing]" in lines
    assert "    1,000  error    T102[link-target]" in lines
    assert lines[-2].startswith("10,000 findings: 1,000 errors, 9,000 warnings, 0 notes; ")
    assert lines[-2].endswith(" shown, --all shows every one")


def test_nothing_that_is_left_out_goes_uncounted():
    rows = many(500, files=7)
    rows.sort(key=lambda each: each.location.path)
    text = as_text(rows)
    shown = len(re.findall(r"^\d+\.po:?\d*: error", text, re.MULTILINE))
    left = sum(map(int, re.findall(r"^  … \d+\.po: (\d+) findings? more", text, re.MULTILINE)))
    assert shown + left == 500
    assert f"; {shown} shown" in text


def test_every_finding_is_shown_on_demand():
    text = as_text(many(500), every=True)
    assert len(re.findall(r"^000\.po:?\d*: error", text, re.MULTILINE)) == 500
    assert "more" not in text


# --- GitLab -------------------------------------------------------------------------------------------------------


def test_gitlab():
    first, second = json.loads(as_gitlab([FINDING, NOTE]))
    assert first == {
        "description": "links differ: missing b.md — Copy each address.",
        "check_name": "T102[link-target]",
        "fingerprint": fingerprint(FINDING),
        "severity": "critical",
        "location": {"path": "locales/es/LC_MESSAGES/x.po", "lines": {"begin": 12}},
    }
    assert (second["severity"], second["location"]["lines"]["begin"], second["description"]) == ("info", 1, "message")
    assert json.loads(as_gitlab([])) == []


@given(FINDINGS)
def test_gitlab_gets_every_fingerprint_once(findings):
    records = json.loads(as_gitlab(findings * 2))
    assert len({record["fingerprint"] for record in records}) == len(records) == 2 * len(findings)
    assert {record["severity"] for record in records} <= {"info", "minor", "major", "critical", "blocker"}
    assert all(record["location"]["lines"]["begin"] >= 1 for record in records)


# --- SARIF --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def standard():
    """What holds a log against the schema of SARIF 2.1.0, as it was published."""
    schema = json.loads(tool("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def test_the_schema_notices_what_is_wrong(standard):
    log = json.loads(as_sarif([FINDING]))
    log["runs"][0]["results"][0]["level"] = "fatal"
    del log["runs"][0]["tool"]["driver"]["name"]
    assert {error.validator for error in standard.iter_errors(log)} == {"enum", "required"}


@given(FINDINGS)
def test_sarif_is_valid_by_its_published_schema(standard, findings):
    log = json.loads(as_sarif(findings))
    standard.validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert len(run["results"]) == len(findings)
    for result, finding in zip(run["results"], findings, strict=True):
        assert result["level"] in {"none", "note", "warning", "error"}
        assert -1 <= result["ruleIndex"] < max(1, len(rules))
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            place = location["physicalLocation"]
            assert place.get("region", {"startLine": 1})["startLine"] >= 1
            assert re.fullmatch(r"[A-Za-z0-9._~%/-]*", place["artifactLocation"]["uri"])
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote(uri) == finding.location.path


def test_sarif_names_the_rule_and_the_place_in_the_source():
    (run,) = json.loads(as_sarif([PLAIN, FINDING]))["runs"]
    rules = run["tool"]["driver"]["rules"]
    plain, result = run["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "T102"
    assert rules[plain["ruleIndex"]]["id"] == "A101"
    (place,) = result["locations"]
    (related,) = result["relatedLocations"]
    assert place["physicalLocation"]["region"] == {"startLine": 12}
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "source/x.md"
    assert "relatedLocations" not in plain
    assert "region" not in plain["locations"][0]["physicalLocation"]


# --- JUnit --------------------------------------------------------------------------------------------------------


@given(FINDINGS)
def test_junit_can_be_parsed_and_counts_right(findings):
    root = ET.fromstring(as_junit(findings))  # noqa: S314 - our own text
    cases = root.findall("testsuite/testcase")
    assert len(cases) == max(1, len(findings))
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    assert len(root.findall("testsuite/testcase/failure")) == errors
    assert sum(int(suite.get("failures")) for suite in root) == errors
    assert sum(int(suite.get("tests")) for suite in root) == len(cases)


def test_junit_tells_what_is_wrong_and_where():
    root = ET.fromstring(as_junit([PLAIN, FINDING, NOTE]))  # noqa: S314 - our own text
    assert [suite.get("name") for suite in root] == ["locales/es/LC_MESSAGES/x.po", "source/x.md"]
    (case,) = root[0]
    assert (case.get("file"), case.get("line")) == ("locales/es/LC_MESSAGES/x.po", "12")
    assert case[0].get("message") == "error: links differ: missing b.md"
    assert case[0].text == "in: See [a](b.md).\nsource: source/x.md:3\nfix: Copy each address."
    assert [case[0].tag for case in root[1]] == ["skipped", "skipped"]


# --- Markdown -----------------------------------------------------------------------------------------------------


def test_markdown():
    lines = as_markdown([FINDING, PLAIN]).split("\n")
    assert lines[0] == "### 2 findings: 1 error, 1 warning, 0 notes"
    assert "| source | 0 | 1 | 0 |" in lines
    assert "| es | 1 | 0 | 0 |" in lines
    assert "| T102 link-target | error | 1 | Copy each address. |" in lines
    assert as_markdown([]) == "### No findings\n"


def test_markdown_is_not_longer_than_a_summary_may_be():
    text = as_markdown(many(10_000))
    assert text.count("message ") == MARKDOWN_MOST
    assert f"The first {MARKDOWN_MOST} of 10,000 findings" in text


@pytest.mark.parametrize("text", ["a|b", "a\nb", "<script>", "`x", "[a](b)", "\\|"])
def test_no_finding_breaks_the_table(text):
    report = as_markdown([replace(FINDING, message=text, excerpt=text, fix=text)])
    rows = [line for line in report.split("\n") if line.startswith("|")]
    cells = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows}
    assert cells == {5}
    assert "<script>" not in report.replace("\\<script\\>", "")


@given(FINDINGS)
def test_every_format_ends_its_last_line(findings):
    for form in FORMATS.values():
        text = form(findings)
        assert text == "" or text.endswith("\n")
