"""``check``: what the configuration says about all translations, and what is told once for each language."""

import pytest

from pipeline.commands.check import check
from pipeline.commands.update import update

from .support import LANGUAGE_RULES_OFF, make_project

WATER = "Drink enough water every day, and rest your leg when it hurts."
QUIET = [line for line in LANGUAGE_RULES_OFF if not line.startswith(("T219", "T4", "T1", "T2"))]


def project(folder, config, rules=(), source="en", target="de"):
    head = f'source-locale = "{source}"\nlocales = ["{target}"]\n'
    files = make_project(folder, config=f"{head}{config}\n[tool.plainspoken.rules]\n" + "\n".join([*QUIET, *rules]))
    files.run(update)
    files.translate(target, "site")
    return files


def found(files, *codes):
    return [each for each in files.run(check).findings if each.rule in codes]


def test_a_word_that_the_project_forbids(tmp_path):
    files = project(tmp_path, '[tool.plainspoken.terms]\nforbidden = { water = { de = ["Nass"] } }')
    files.translate(
        "de", table={WATER: "Trinken Sie jeden Tag genug Nass, und ruhen Sie das Bein aus, wenn es weh tut."}
    )
    (finding,) = found(files, "T402")
    assert (finding.locale, finding.severity, finding.message) == (
        "de",
        "error",
        "“Nass” is not to be used for “water”",
    )


def test_a_name_that_the_project_does_not_translate(tmp_path):
    files = project(tmp_path, '[tool.plainspoken.terms]\ndo-not-translate = ["Water"]')
    files.translate("de", table={WATER: "Trinken Sie jeden Tag genug, und ruhen Sie das Bein aus, wenn es weh tut."})
    assert [each.excerpt for each in found(files, "T403")] == [WATER]


@pytest.mark.parametrize(("config", "count"), [('localizable-hosts = ["*.wikipedia.org"]', 0), ("", 1)])
def test_a_host_that_differs_by_language(tmp_path, config, count):
    files = project(tmp_path, config)
    english, german = "[legs](https://en.wikipedia.org/wiki/Leg)", "[Beine](https://de.wikipedia.org/wiki/Bein)"
    files.write("source/legs.md", f"---\ntitle: Legs\ndescription: Legs.\n---\n\nRead about {english} at home.\n")
    files.run(update)
    files.translate("de", "legs", table={f"Read about {english} at home.": f"Lesen Sie zu Hause über {german}."})
    assert len(found(files, "T102")) == count


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [("en", "de", []), ("en", "sv", ["sv"]), ("sv", "de", ["sv"]), ("sv", "fi", ["fi", "sv"])],
)
def test_a_language_without_safety_words_is_told_once(tmp_path, source, target, told):
    findings = found(project(tmp_path, "", source=source, target=target), "T219")
    assert sorted(each.locale for each in findings) == told
    assert all(each.location.path == "pyproject.toml" for each in findings)
    assert all("there are no safety words for" in each.message for each in findings)


def test_the_note_about_a_language_can_be_silenced(tmp_path):
    files = project(
        tmp_path, "", ['T219 = { severity = "off", locales = ["sv"], reason = "Read twice." }'], target="sv"
    )
    assert found(files, "T219") == []


def test_a_damaged_catalog_hides_no_finding_of_the_others(tmp_path):
    files = project(tmp_path, "")
    files.translate("de", table={WATER: "<script>x</script>"})
    files.po("de", "site").write_bytes(b'msgid "x\nmsgstr ""\n')
    outcome = files.run(check)
    assert {str(error).partition(":")[0] for error in outcome.errors} == {"locales/de/LC_MESSAGES/site.po"}
    assert "T105" in {each.rule for each in outcome.findings if each.domain == "guide"}
