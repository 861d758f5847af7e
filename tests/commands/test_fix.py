"""``--fix``: what tools can mend, as gettext would write it, and nothing else."""

from dataclasses import replace

import pytest

from pipeline.checks import mend, rules
from pipeline.commands.check import check
from pipeline.commands.fix import fix

from .support import msgcat

WATER = "Drink enough water every day, and rest your leg when it hurts."


@pytest.fixture
def untidy(translated):
    """A translation with white space at its end, in a file that is wrapped."""
    translated.translate("es", table={WATER: f"es: {WATER} "})
    path = translated.po("es")
    path.write_text(path.read_text().replace('msgstr "es: When', 'msgstr ""\n"es: When'))
    return translated


def test_what_can_be_mended_is(untidy):
    before = untidy.contents("locales")
    fixes = untidy.run(fix)
    assert untidy.entry("es", WATER).msgstr == f"es: {WATER}"
    assert fixes.outcome.changed == ["locales/es/LC_MESSAGES/guide.po"]
    (mended,) = fixes.mended
    assert mended.rules == ("T113[edge-space]",)
    assert str(mended.location).startswith("locales/es/LC_MESSAGES/guide.po:")
    after = untidy.contents("locales")
    assert [path for path in before if before[path] != after[path]] == ["locales/es/LC_MESSAGES/guide.po"]


def test_a_mended_catalog_is_what_gettext_would_write(untidy):
    untidy.run(fix)
    content = untidy.po("es").read_bytes()
    assert msgcat(content) == content
    assert {each.rule for each in untidy.run(check, "es").findings} & {"C205", "T113"} == set()


def test_mending_again_changes_nothing(untidy):
    untidy.run(fix)
    before = untidy.snapshot()
    assert untidy.run(fix).outcome.changed == []
    assert untidy.snapshot() == before


def test_what_would_change_can_be_seen_first(untidy):
    before = untidy.snapshot()
    fixes = untidy.run(fix, check=True)
    assert untidy.snapshot() == before
    (diff,) = fixes.diffs
    lines = diff.split("\n")
    assert lines[:2] == ["--- a/locales/es/LC_MESSAGES/guide.po", "+++ b/locales/es/LC_MESSAGES/guide.po"]
    assert f'-msgstr "es: {WATER} "' in lines
    assert f'+msgstr "es: {WATER}"' in lines


def test_only_the_named_locales_are_mended(untidy):
    assert untidy.run(fix, "de").outcome.changed == []


def test_what_is_silenced_stays(untidy):
    path = untidy.po("es")
    comment = "# check-ignore: T113 The space is wanted.\n#. Paragraph in “When to get help”\n"
    text = path.read_text().replace("#. Paragraph in “When to get help”\n", comment)
    path.write_text(text)
    assert untidy.run(fix).mended == []
    assert untidy.entry("es", WATER).msgstr == f"es: {WATER} "


def test_fuzzy_messages_are_left_to_people(untidy):
    path = untidy.po("es")
    path.write_text(path.read_text().replace(f'msgid "{WATER}"', f'#, fuzzy\nmsgid "{WATER}"'))
    assert untidy.run(fix).mended == []


def with_mend(monkeypatch, function):
    """Let `function` mend what the rule for white space finds."""
    changed = tuple(replace(rule, mend=function) if rule.code == "T113" else rule for rule in rules.TRANSLATION_RULES)
    monkeypatch.setattr(mend, "TRANSLATION_RULES", changed)


def broken(_):
    raise ValueError("oh")


@pytest.mark.parametrize(
    "function",
    [
        pytest.param(lambda _: None, id="nothing to mend"),
        pytest.param(lambda pair: pair.translation, id="the same"),
        pytest.param(lambda pair: f"{pair.translation} ", id="still wrong"),
        pytest.param(lambda pair: f"{pair.translation.strip()} [x](y)", id="wrong in another way"),
        pytest.param(lambda pair: f"{pair.translation.strip()} 5", id="another number"),
        pytest.param(broken, id="a fault of the rule"),
    ],
)
def test_a_rule_that_would_do_harm_mends_nothing(untidy, monkeypatch, function):
    with_mend(monkeypatch, function)
    assert untidy.run(fix).mended == []
    assert untidy.entry("es", WATER).msgstr == f"es: {WATER} "


def test_a_damaged_catalog_does_not_stop_the_others(untidy):
    untidy.po("de").write_text("junk\n")
    fixes = untidy.run(fix)
    assert fixes.outcome.changed == ["locales/es/LC_MESSAGES/guide.po"]
    assert untidy.po("de").read_text() == "junk\n"
    assert {error.path for error in fixes.outcome.errors} == {"locales/de/LC_MESSAGES/guide.po"}
