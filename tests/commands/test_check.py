"""``check``: findings of all rules, each with its place."""

from dataclasses import replace

import pytest

from pipeline.checks import run
from pipeline.commands.build import build
from pipeline.commands.check import check
from pipeline.commands.update import update

from .support import GUIDE, LANGUAGE_RULES_OFF, make_project

WATER = "Drink enough water every day, and rest your leg when it hurts."


def rows(outcome):
    return [(each.rule, str(each.location), each.locale, str(each.source or "")) for each in outcome.findings]


def test_all_is_well(translated):
    outcome = translated.run(check)
    assert [row for row in rows(outcome) if row[0][0] not in "CR"] == []
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
    found = [each for each in translated.run(check, "es").findings if each.domain == "guide" and each.locale]
    assert {each.rule for each in found} == expected
    assert len(found) == 1
    assert {each.severity for each in found} == {"warning"}


def test_findings_are_sorted_by_file_and_line(translated):
    translated.write("source/guide.md", GUIDE.replace("Drink", "#### Deep\n\n![](x.svg)\n\n# One\n\nDrink"))
    translated.translate("de", table={"Muscle spasms": "", "When to get help": ""})
    places = [(each.location.path, each.location.line or 0) for each in translated.run(check).findings]
    assert places == sorted(places)
    assert len(places) > 5


def configure(files, rules, settings=""):
    lines = ["[tool.plainspoken]", 'locales = ["de", "es"]', settings, "[tool.plainspoken.rules]", rules]
    files.write("pyproject.toml", "\n".join([*lines, *LANGUAGE_RULES_OFF, ""]))


def test_a_switched_off_rule_is_silent_and_a_raised_one_is_an_error(translated):
    translated.translate("es", table={WATER: ""})
    configure(translated, 'missing = "off"')
    assert [each for each in translated.run(check).findings if each.rule == "C102"] == []
    configure(translated, 'missing = "error"')
    found = [each for each in translated.run(check).findings if each.rule == "C102" and each.domain == "guide"]
    assert {each.severity for each in found} == {"error"}


def test_a_missing_message_is_never_said_to_be_held_back(translated):
    translated.translate("es", table={WATER: ""})
    configure(translated, 'missing = "error"', "publish-threshold = 0.5")
    outcome = translated.run(build)
    assert [note for note in outcome.notes if "held back" in note] == []
    assert (translated / "output/es/guide.html").is_file()


def test_check_writes_nothing(files):
    before = files.snapshot()
    files.run(check)
    assert files.snapshot() == before


def test_only_the_named_locales_are_checked(files):
    assert {each.locale for each in files.run(check, "es").findings} - {""} == {"es"}


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


# --- silence ------------------------------------------------------------------------------------------------------


def silenced(outcome):
    return [note for note in outcome.notes if "silenced" in note]


def about_missing(outcome):
    return [(each.locale, each.domain) for each in outcome.findings if each.rule == "C102" and each.domain == "guide"]


@pytest.mark.parametrize(
    ("scope", "left"),
    [
        pytest.param('locales = ["es"]', [("de", "guide")], id="in one locale"),
        pytest.param('files = ["source/guide.md"]', [], id="in one article"),
        pytest.param('files = ["locales/es/*"]', [("de", "guide")], id="in some catalogs"),
        pytest.param('files = ["source/other.md"]', [("de", "guide"), ("es", "guide")], id="in another article"),
    ],
)
def test_the_configuration_silences_a_rule_where_it_says(translated, scope, left):
    translated.translate("es", table={WATER: ""})
    translated.translate("de", table={WATER: ""})
    configure(translated, f'missing = {{ severity = "off", {scope}, reason = "We are at it." }}')
    outcome = translated.run(check)
    assert about_missing(outcome) == left
    assert bool(silenced(outcome)) is (len(left) < 2)
    unused = [str(each.location) for each in outcome.findings if each.rule == "C110"]
    assert unused == (["pyproject.toml:5"] if len(left) == 2 else [])


def test_a_severity_may_hold_in_one_locale(translated):
    translated.translate("es", table={WATER: ""})
    translated.translate("de", table={WATER: ""})
    configure(translated, 'C102 = [{ severity = "error", locales = ["es"] }, { severity = "note", locales = ["de"] }]')
    found = [each for each in translated.run(check).findings if each.rule == "C102" and each.domain == "guide"]
    assert {each.locale: each.severity for each in found} == {"es": "error", "de": "note"}


def test_what_was_not_checked_is_not_called_needless(translated):
    configure(translated, 'T102 = { severity = "off", locales = ["es"], reason = "x" }')
    assert "C110" in {each.rule for each in translated.run(check).findings}
    assert "C110" not in {each.rule for each in translated.run(check, "de").findings}


def test_an_author_silences_a_rule_in_all_languages(translated):
    comment = "<!-- check-ignore: T102 The link differs by country. -->"
    translated.translate("es", table={WATER: "es: [x](es.html)"})
    assert "T102" in {each.rule for each in translated.run(check).findings}
    translated.write("source/guide.md", GUIDE.replace(WATER, f"{comment}\n\n{WATER}"))
    outcome = translated.run(check)
    assert {each.rule for each in outcome.findings} & {"T102", "C101", "C110"} == set()
    assert silenced(outcome) == ["1 finding silenced, each with its reason"]
    translated.run(build)
    assert "es.html" in translated.read("output/es/guide.html")
    assert "check-ignore" not in translated.read("output/es/guide.html") + translated.read("output/en/guide.html")


# --- rules that fail, and whole catalogs --------------------------------------------------------------------------


@pytest.mark.parametrize("command", [check, build])
def test_a_rule_that_fails_is_one_error_and_the_others_still_run(translated, monkeypatch, command):
    def broken(_):
        raise ValueError("oh")

    broken_rules = tuple(replace(rule, check=broken) if rule.code == "T103" else rule for rule in run.TRANSLATION_RULES)
    monkeypatch.setattr(run, "TRANSLATION_RULES", broken_rules)
    translated.translate("es", table={WATER: "es: [x](javascript:alert(1))"})
    outcome = translated.run(command)
    (error,) = outcome.errors
    assert "rule T103[image] failed here (ValueError: oh)" in str(error)
    if command is check:
        assert "T102" in {each.rule for each in outcome.findings}


def test_an_edited_msgid_is_told_apart_from_a_reworded_block(translated):
    path = translated.po("es")
    path.write_text(path.read_text().replace(f'msgid "{WATER}"', f'msgid "{WATER} Now."'))
    found = {each.rule: each for each in translated.run(check, "es").findings if each.domain == "guide"}
    assert set(found) == {"C101", "C204"}
    assert found["C204"].fix == f"Make it again: {WATER}"


def test_a_wrapped_catalog_is_a_note(translated):
    path = translated.po("es")
    path.write_text(path.read_text().replace('msgstr "es: Drink', 'msgstr ""\n"es: Drink'))
    found = [each for each in translated.run(check, "es").findings if each.domain == "guide"]
    assert [(each.rule, each.severity) for each in found] == [("C205", "note")]
