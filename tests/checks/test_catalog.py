"""Rules for the state of a message, and the place that a finding names."""

import pytest

from pipeline.model import Segment, Severity

from .support import HEADER, catalog_findings

MESSAGE = 'msgid "Drink water."\nmsgstr "Trinken Sie Wasser."'


def rules(fragment, **options):
    return [finding.rule for finding in catalog_findings(fragment, **options)[0]]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        pytest.param(MESSAGE, [], id="translated"),
        pytest.param('msgid "Drink water."\nmsgstr ""', ["C102"], id="not translated"),
        pytest.param(f"#, fuzzy\n{MESSAGE}", ["C103"], id="fuzzy"),
        pytest.param('#, fuzzy\nmsgid "Drink water."\nmsgstr ""', ["C102"], id="fuzzy, but empty"),
        pytest.param("", ["C101"], id="not there"),
        pytest.param(f"#~ {MESSAGE}".replace("\nmsgstr", "\n#~ msgstr"), ["C101"], id="obsolete"),
        pytest.param(f'msgctxt "verb"\n{MESSAGE}', ["C101"], id="with another context"),
        pytest.param(
            f"#, fuzzy\n{MESSAGE}".replace("Wasser.", "<script>"), ["C103"], id="what is not published is not compared"
        ),
    ],
)
def test_states(fragment, expected):
    assert rules(fragment) == expected


def test_the_context_is_part_of_the_key():
    segment = Segment("Drink water.", "p", context="verb")
    assert rules(f'msgctxt "verb"\n{MESSAGE}', segment=segment) == []
    assert rules(MESSAGE, segment=segment) == ["C101"]


def test_the_place_of_a_finding():
    findings, _ = catalog_findings('msgid "Drink water."\nmsgstr ""')
    (finding,) = findings
    assert str(finding.location) == f"locales/de/LC_MESSAGES/x.po:{HEADER.count(chr(10)) + 2}"
    assert (str(finding.source), finding.locale, finding.domain) == ("source/x.md:3", "de", "x")
    assert finding.excerpt == "Drink water."


def test_severities_of_the_owner():
    fragment = 'msgid "Drink water."\nmsgstr ""'
    assert rules(fragment, severities={"C102": None}) == []
    (finding,) = catalog_findings(fragment, severities={"C102": Severity.ERROR})[0]
    assert finding.severity is Severity.ERROR


def test_a_fuzzy_message_says_which_words_of_the_source_changed():
    fragment = f'#, fuzzy\n#| msgid "Drink cold water."\n{MESSAGE}'
    (finding,) = catalog_findings(fragment)[0]
    assert finding.message.endswith("(the source changed: −cold)")
