"""``explain``, and the page of rules that is made from it."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.commands.explain import RULES, catalogue, explain, listing, sorted_rules
from pipeline.errors import InputError

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def run(*arguments):
    return CliRunner().invoke(main, ["explain", *arguments], catch_exceptions=False)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_explained_by_code_and_by_name(rule):
    text = explain(rule.code)
    assert explain(rule.name.upper()) == explain(rule.code.lower()) == text
    for part in (rule.code, rule.name, rule.severity, rule.summary, rule.why, rule.fix):
        assert part in text
    assert text.count("\nReported") == text.count("\nMended") - text.count("\nMended by") == 1 + len(rule.more)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("link-traget", "did you mean T102 (link-target)", id="a slip"),
        pytest.param("T1O2", "did you mean ", id="a letter for a digit"),
        pytest.param("§§§§", "plainspoken explain lists all", id="nothing like it"),
    ],
)
def test_near_misses_are_suggested(name, expected):
    with pytest.raises(InputError) as caught:
        explain(name)
    assert str(caught.value).startswith(f"error: no rule has the code or name {name}; ")
    assert expected in str(caught.value)
    result = run(name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{caught.value}\n"


def test_without_a_name_all_rules_are_listed():
    lines = run().stdout.removesuffix("\n").split("\n")
    assert [line.split()[0] for line in lines] == [rule.code for rule in sorted_rules()]
    assert listing() == run().stdout


def test_rules_for_programs():
    (data,) = [json.loads(run("--format", "json").stdout)]
    assert data["schema"] == 1
    assert {rule["code"] for rule in data["rules"]} == {rule.code for rule in RULES}
    assert json.loads(run("t102", "--format", "json").stdout) == next(
        rule for rule in data["rules"] if rule["code"] == "T102"
    )


def test_what_cannot_be_seen_is_shown():
    for text in map(explain, (rule.code for rule in RULES)):
        assert not re.search("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u00a0\ufeff]", text)


def test_the_page_of_rules_is_up_to_date():
    message = "docs/rules.md is stale; run: plainspoken explain --format markdown > docs/rules.md"
    assert PAGE.read_text(encoding="utf-8") == catalogue(), message
    assert run("--format", "markdown").stdout == catalogue()


def test_links_in_the_page_lead_to_its_headings():
    page = re.sub(r"^(`{3,})\n.*?^\1$", "", catalogue(), flags=re.MULTILINE | re.DOTALL)
    headings = {"-".join(line[4:].split()).lower() for line in page.split("\n") if line.startswith("### ")}
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) == headings
    assert len(headings) == len(RULES)
