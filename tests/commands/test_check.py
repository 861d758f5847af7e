"""``check``: findings of all rules, each with its place."""

import pytest

from pipeline.commands.build import build
from pipeline.commands.check import check
from pipeline.commands.update import update

from .support import GUIDE, make_project

WATER = "Drink enough water every day, and rest your leg when it hurts."


def rows(outcome):
    return [(each.rule, str(each.location), each.locale, str(each.source or "")) for each in outcome.findings]


def test_all_is_well(translated):
    outcome = translated.run(check)
    assert [row for row in rows(outcome) if row[0][0] != "C"] == []
    assert outcome.errors == []


def test_a_finding_about_a_translation_names_the_line_in_the_catalog_and_in_the_article(translated):
    translated.translate("es", table={WATER: "es: [x](javascript:alert(1))"})
    (row,) = [row for row in rows(translated.run(check)) if row[0] == "T102"]
    number = next(
        number
        for number, line in enumerate(translated.po("es").read_text(encoding="utf-8").split("\n"), 1)
        if "javascript" in line
    )
    assert row == ("T102", f"locales/es/LC_MESSAGES/guide.po:{number}", "es", "source/guide.md:13")


def test_a_finding_about_an_article_names_its_line(translated):
    translated.write("source/guide.md", GUIDE.replace("Drink", "#### Too deep\n\n![](leg.svg)\n\nDrink"))
    found = [(each.rule, str(each.location)) for each in translated.run(check).findings if each.rule[0] in "SA"]
    assert found == [("A102", "source/guide.md:13"), ("A103", "source/guide.md:15")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("missing", {"C102"}, id="a message without translation"),
        pytest.param("reworded", {"C101"}, id="a reworded block before the update"),
        pytest.param("updated", {"C103"}, id="a reworded block after the update"),
        pytest.param("no catalog", {"C101"}, id="no catalog at all"),
        pytest.param("obsolete", {"C101"}, id="a block that came back before the update"),
    ],
)
def test_the_state_of_a_message_is_told(translated, change, expected):
    if change == "missing":
        translated.translate("es", table={WATER: ""})
    if change in {"reworded", "updated"}:
        translated.write("source/guide.md", GUIDE.replace("rest your leg", "rest your sore leg"))
    if change == "updated":
        translated.run(update)
    if change == "no catalog":
        translated.po("es").unlink()
    if change == "obsolete":
        translated.write("source/guide.md", GUIDE.replace(WATER, ""))
        translated.run(update)
        translated.write("source/guide.md", GUIDE)
    found = [each for each in translated.run(check, "es").findings if each.domain == "guide"]
    assert {each.rule for each in found} == expected
    assert len(found) == 1
    assert {each.severity for each in found} == {"warning"}


def test_findings_are_sorted_by_file_and_line(translated):
    translated.write("source/guide.md", GUIDE.replace("Drink", "#### Deep\n\n![](x.svg)\n\n# One\n\nDrink"))
    translated.translate("de", table={"Muscle spasms": "", "When to get help": ""})
    places = [(each.location.path, each.location.line or 0) for each in translated.run(check).findings]
    assert places == sorted(places)
    assert len(places) > 5


def test_a_switched_off_rule_is_silent_and_a_raised_one_is_an_error(translated):
    translated.translate("es", table={WATER: ""})
    config = '[tool.plainspoken]\nlocales = ["de", "es"]\n[tool.plainspoken.rules]\nmissing = "{}"\n'
    translated.write("pyproject.toml", config.format("off"))
    assert [each for each in translated.run(check).findings if each.rule == "C102"] == []
    translated.write("pyproject.toml", config.format("error"))
    found = [each for each in translated.run(check).findings if each.rule == "C102" and each.domain == "guide"]
    assert {each.severity for each in found} == {"error"}


def test_a_missing_message_is_never_said_to_be_held_back(translated):
    translated.translate("es", table={WATER: ""})
    translated.write(
        "pyproject.toml",
        '[tool.plainspoken]\nlocales = ["es"]\npublish-threshold = 0.5\n[tool.plainspoken.rules]\nmissing = "error"\n',
    )
    outcome = translated.run(build)
    assert [note for note in outcome.notes if "held back" in note] == []
    assert (translated / "output/es/guide.html").is_file()


def test_check_writes_nothing(files):
    before = files.snapshot()
    files.run(check)
    assert files.snapshot() == before


def test_only_the_named_locales_are_checked(files):
    assert {each.locale for each in files.run(check, "es").findings} == {"es"}


def test_each_finding_is_told_once(tmp_path):
    files = make_project(tmp_path)
    findings = files.run(check).findings
    assert len(findings) == len(set(findings))
    assert {each.location.path for each in findings} >= {
        f"locales/{name}/LC_MESSAGES/guide.po" for name in ("de", "es")
    }


def test_an_excerpt_is_short_and_on_one_line(translated):
    text = f"{WATER}  \n{WATER}"
    translated.write("source/guide.md", GUIDE.replace(WATER, text))
    findings = [each for each in translated.run(check).findings if each.rule == "C101"]
    assert findings
    for finding in findings:
        assert "\n" not in finding.excerpt
        assert len(finding.excerpt) <= 72
