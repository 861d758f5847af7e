"""The baseline: what was there before, until its text changes."""

import json

import pytest

from pipeline.commands.baseline import FILE, Baseline
from pipeline.commands.check import check
from pipeline.errors import InputError

from .support import GUIDE

WATER = "Drink enough water every day, and rest your leg when it hurts."
EVERY = frozenset({"", "de", "es"}).__contains__


@pytest.fixture
def flawed(translated):
    """Two findings about one message of one locale, one about a message of another."""
    translated.translate("es", table={WATER: "es: [x](javascript:y) <b>z</b>"})
    translated.translate("de", table={WATER: ""})
    return translated


def guide(files, *locales):
    return [each for each in files.run(check, *locales).findings if each.domain == "guide"]


def rules(findings):
    return [each.rule for each in findings]


def test_without_a_file_everything_is_new(flawed):
    findings = guide(flawed)
    assert rules(Baseline(flawed.open()).new(findings)) == ["C102", "T102", "T105"]
    assert not (flawed / FILE).exists()


def test_what_is_in_the_baseline_is_not_new(flawed):
    findings = guide(flawed)
    assert Baseline(flawed.open()).update(findings, EVERY)
    baseline = Baseline(flawed.open())
    assert baseline.new(guide(flawed)) == []
    assert baseline.expired(findings, EVERY) == []
    assert not baseline.update(findings, EVERY), "nothing is rewritten when nothing changed"


def test_lines_may_move(flawed):
    Baseline(flawed.open()).update(guide(flawed), EVERY)
    flawed.write("source/guide.md", GUIDE.replace("## When", "\n\n\n## When"))
    flawed.po("es").write_text("# A comment\n# and another\n" + flawed.po("es").read_text())
    assert Baseline(flawed.open()).new(guide(flawed)) == []


def test_a_finding_comes_back_when_its_text_changes(flawed):
    Baseline(flawed.open()).update(guide(flawed), EVERY)
    flawed.translate("es", table={WATER: "es: [y](javascript:y) <b>z</b>"})
    baseline = Baseline(flawed.open())
    findings = guide(flawed)
    assert rules(baseline.new(findings)) == ["T102", "T105"]
    assert len(baseline.expired(findings, EVERY)) == 2


def test_pruning_forgets_what_is_mended_and_adds_nothing(flawed):
    Baseline(flawed.open()).update(guide(flawed), EVERY)
    flawed.translate("es", table={WATER: "es: <i>x</i>"})
    findings = guide(flawed)
    assert Baseline(flawed.open()).prune(findings, EVERY)
    baseline = Baseline(flawed.open())
    assert [entry["rule"] for entry in baseline.entries.values()] == ["C102"]
    assert rules(baseline.new(findings)) == ["T105"]


def test_locales_that_were_not_checked_keep_their_entries(flawed):
    Baseline(flawed.open()).update(guide(flawed), EVERY)
    only_de = frozenset({"", "de"}).__contains__
    assert Baseline(flawed.open()).expired(guide(flawed, "de"), only_de) == []
    Baseline(flawed.open()).update([], only_de)
    assert {entry["locale"] for entry in Baseline(flawed.open()).entries.values()} == {"es"}


def test_the_file_is_easy_to_review(flawed):
    Baseline(flawed.open()).update(guide(flawed), EVERY)
    lines = flawed.read(FILE).split("\n")
    assert lines[0] == '{"schema": 1, "findings": ['
    assert [json.loads(line.rstrip(","))["rule"] for line in lines[1:-2]] == ["C102", "T102", "T105"]
    assert lines[-2:] == ["]}", ""]
    first = json.loads(flawed.read(FILE))["findings"][0]
    assert set(first) == {"fingerprint", "rule", "domain", "locale", "excerpt"}
    assert "line" not in flawed.read(FILE)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("junk", "not valid JSON", id="not JSON"),
        pytest.param("[" * 100_000, "not valid JSON", id="endless brackets"),
        pytest.param("[]", "not a baseline of this version", id="a list"),
        pytest.param('{"schema": 2, "findings": []}', "not a baseline of this version", id="another version"),
        pytest.param('{"schema": 1, "findings": [{}]}', "not a baseline of this version", id="an empty entry"),
        pytest.param('{"schema": 1, "findings": [1]}', "not a baseline of this version", id="no entry"),
    ],
)
def test_a_damaged_file_is_told(translated, content, expected):
    translated.write(FILE, content)
    with pytest.raises(InputError, match=expected) as caught:
        Baseline(translated.open())
    assert str(caught.value).startswith(f"{FILE}: error: ")
