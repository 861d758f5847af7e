"""The table of success criteria: it is whole, and what it names as proof exists."""

import re
from collections import Counter

import pytest
from conftest import ROOT

from pipeline.commands.explain import CODES

TABLE = (ROOT / "docs" / "wcag.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in TABLE.split("\n") if re.match(r"\| \d", line)]
TESTS = dict(re.findall(r"^(\d+)\. `([^`]+)`$", TABLE, re.MULTILINE))

# How many criteria each guideline of WCAG 2.2 has; 4.1.1 is no longer one.
CRITERIA = {
    "1.1": 1,
    "1.2": 9,
    "1.3": 6,
    "1.4": 13,
    "2.1": 4,
    "2.2": 6,
    "2.3": 3,
    "2.4": 13,
    "2.5": 8,
    "3.1": 6,
    "3.2": 6,
    "3.3": 9,
    "4.1": 3,
}


def test_all_criteria_are_there_once_and_in_order():
    expected = [f"{guideline}.{number}" for guideline, count in CRITERIA.items() for number in range(1, count + 1)]
    assert [row[0].partition(" ")[0] for row in ROWS] == [each for each in expected if each != "4.1.1"]
    assert Counter(row[1] for row in ROWS) == {"A": 31, "AA": 24, "AAA": 31}
    assert {row[2] for row in ROWS} == {"met", "in part", "does not apply"}


@pytest.mark.parametrize("row", ROWS, ids=[row[0].partition(" ")[0] for row in ROWS])
def test_what_is_met_is_proved_or_left_to_people(row):
    _, _, state, how, proof, people = row
    assert how.endswith(".")
    assert state == "does not apply" or proof or people
    assert set(re.findall(r"\[(\d+)\]", proof)) <= TESTS.keys()
    assert set(re.findall(r"\b[AP]\d{3}\b", how)) <= set(CODES)


def test_the_tests_exist():
    assert len(TESTS) > 20
    assert {number for row in ROWS for number in re.findall(r"\[(\d+)\]", row[4])} == TESTS.keys()
    for path, name in (named.split("::") for named in TESTS.values()):
        assert f"\ndef {name}(" in (ROOT / "tests" / path).read_text(encoding="utf-8"), name


def test_the_numbers_above_the_table_are_those_of_the_table():
    states = Counter(row[2] for row in ROWS)
    met, part, not_so = (states[each] for each in ("met", "in part", "does not apply"))
    assert f"{met} are met as far as machines can tell, {part} in part, {not_so} do not apply" in TABLE
    assert f"{sum(bool(row[5]) for row in ROWS)} need an answer from people" in TABLE
