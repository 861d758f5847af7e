"""Rules for a catalog as a whole, with gettext's own programs as the judge where they have an opinion."""

import datetime as dt
import subprocess

import pytest

from pipeline.catalogs import format_po, new_catalog, read_po
from pipeline.checks import FILE_RULES
from pipeline.checks.catalog_file import WholeCatalog
from pipeline.checks.mend import mend_catalog
from pipeline.locale import parse_locale, plural_categories, plural_forms

from .support import TODAY, file_findings

RULE = {rule.code: rule for rule in FILE_RULES}
GOOD = RULE["C201"].good
PLURAL = RULE["C203"].good


def found(text, locale="de", **options):
    return [finding.rule for finding in file_findings(text, locale, **options)]


def test_a_good_catalog_is_left_alone():
    assert found(GOOD) == []


@pytest.mark.parametrize("field", ["Project-Id-Version", "Last-Translator", "Language", "MIME-Version"])
def test_a_missing_field_is_named(field):
    lines = [line for line in GOOD.split("\n") if field not in line]
    (finding,) = file_findings("\n".join(lines))
    assert (finding.rule, finding.location.line, field in finding.message) == ("C201", 1, True)


@pytest.mark.parametrize("locale", ["de", "fr", "pl", "ar", "ja", "pt_BR", "zh_Hans", "cy", "lv", "sl"])
def test_a_new_catalog_has_all_that_the_rules_ask_for(locale):
    template = read_po(GOOD.encode(), "x.pot")
    now = dt.datetime.combine(TODAY, dt.time(), dt.UTC)
    assert found(format_po(new_catalog(template, parse_locale(locale), now)), locale) == []


def test_the_line_of_a_field():
    text = GOOD.replace("Ana Ruiz", "FULL NAME <EMAIL@ADDRESS>")
    (finding,) = file_findings(text)
    line = next(number for number, line in enumerate(text.split("\n"), 1) if "FULL NAME" in line)
    assert (finding.rule, finding.location.line) == ("C202", line)


def test_the_comment_of_an_empty_form_is_told_once():
    comment = "# SOME DESCRIPTIVE TITLE.\n# FIRST AUTHOR <EMAIL@ADDRESS>, YEAR.\n"
    assert found(comment + GOOD) == ["C202"]


@pytest.mark.parametrize(
    ("locale", "value", "expected"),
    [
        pytest.param("de", "nplurals=2; plural=(n != 1);", [], id="German"),
        pytest.param("de", "nplurals=2; plural=n!=1", [], id="German, written otherwise"),
        pytest.param("de", "nplurals=2; plural=(n > 1);", ["C203"], id="the French formula for German"),
        pytest.param("fr", "nplurals=2; plural=(n > 1);", [], id="French"),
        pytest.param("fr", "nplurals=2; plural=(n != 1);", ["C203"], id="the German formula for French"),
        pytest.param("ja", "nplurals=1; plural=0;", [], id="Japanese"),
        pytest.param("de", "nplurals=2; plural=(n != 1) ? 2 : 0;", ["C203"], id="a form too high"),
        pytest.param("de", "nplurals=2; plural=n / 0;", ["C203"], id="a division by zero"),
        pytest.param("de", "nplurals=2; plural=__import__('os');", ["C203"], id="not a formula"),
        pytest.param("de", "nplurals=2; plural=" + "(" * 999 + "n" + ")" * 999 + ";", ["C203"], id="endless brackets"),
        pytest.param("de", "nplurals=INTEGER; plural=EXPRESSION;", ["C203"], id="an empty form"),
        pytest.param(
            "es",
            "nplurals=3; plural=(n == 1) ? 0 : ((n != 0 && n % 1000000 == 0) ? 1 : 2);",
            [],
            id="a form more than others have, as some tools write",
        ),
    ],
)
def test_plural_forms(locale, value, expected):
    count = int(value[9]) if value[9].isdigit() else 2
    forms = "".join(f'msgstr[{number}] "x {number}"\n' for number in range(count))
    header = GOOD.partition("\n\n")[0].replace("Language: de", f"Language: {locale}")
    text = f'{header}\n"Plural-Forms: {value}\\n"\n\nmsgid "one"\nmsgid_plural "many"\n{forms}'
    assert found(text, locale) == expected


def test_an_unusual_formula_does_no_harm_without_plural_messages():
    text = GOOD.replace("\n\nmsgid", '\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\nmsgid', 1)
    assert found(text) == []


@pytest.mark.parametrize("locale", ["ar", "cs", "de", "fr", "ga", "ja", "lt", "pl", "pt_BR", "ru", "sl", "uk"])
def test_the_formula_that_we_write_is_that_of_the_language(locale):
    rows = {category: number for number, category in enumerate(plural_categories(parse_locale(locale), range(1001)))}
    forms = plural_forms(parse_locale(locale))
    assert forms.startswith(f"nplurals={len(rows)};")


# --- edited msgid -------------------------------------------------------------------------------------------------

DATED = RULE["C204"].good


def test_an_edited_msgid_is_told_with_what_it_was():
    text = DATED.replace('msgid "Drink water."', 'msgid "Drink more water."')
    (finding,) = file_findings(text)
    assert (finding.rule, finding.fix) == ("C204", "Make it again: Drink water.")
    assert finding.excerpt == "Drink more water."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(DATED.replace("2026-02-01", "2026-01-01"), id="made from an older template"),
        pytest.param(DATED.replace("Drink water", "Call the hospital at once if it bleeds"), id="nothing like it"),
        pytest.param(DATED.replace("msgid", "#~ msgid").replace("msgstr", "#~ msgstr"), id="obsolete"),
    ],
)
def test_other_unknown_messages_are_left_alone(text):
    text = (
        text if "#~" not in text else DATED.partition("\n\n")[0] + '\n\n#~ msgid "Drink more water."\n#~ msgstr "x"\n'
    )
    changed = text.replace('"Drink water."', '"Drink more water."') if "2026-01-01" in text else text
    assert "C204" not in found(changed)


# --- the form of the file -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(GOOD.replace("Trinken Sie", 'Trinken "\n"Sie'), id="wrapped"),
        pytest.param(GOOD.replace("\n", "\r\n"), id="with the line ends of Windows"),
        pytest.param("\ufeff" + GOOD, id="with a byte order mark"),
        pytest.param(GOOD + "\n\n", id="with blank lines at the end"),
        pytest.param(RULE["C206"].bad, id="with a stray previous text"),
    ],
)
def test_mending_makes_what_gettext_would_write(text):
    data = text.encode()
    whole = WholeCatalog(read_po(data, "x.po"), data, parse_locale("de"), "x.po", frozenset())
    mended = mend_catalog(whole, {})
    assert found(text) in (["C205"], ["C206"])
    assert found(mended) == []
    command = ["msgcat", "--force-po", "--no-wrap", "-"]
    done = subprocess.run(command, input=mended.encode(), capture_output=True, check=True)
    assert done.stdout == mended.encode()


def test_there_is_nothing_to_mend_in_a_good_catalog():
    data = GOOD.encode()
    whole = WholeCatalog(read_po(data, "x.po"), data, parse_locale("de"), "x.po", frozenset())
    assert mend_catalog(whole, {}) is None
