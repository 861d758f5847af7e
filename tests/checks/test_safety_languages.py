"""The data of each language: complete, in the words that the rules know, read only when asked for."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pipeline.checks.safety import codes
from pipeline.checks.safety import languages as package
from pipeline.checks.safety.languages import emergency_numbers, language, language_code
from pipeline.checks.safety.opposites import OPPOSITES
from pipeline.checks.safety.units import PERIODS, UNITS
from pipeline.checks.safety.words import WARNINGS

FOLDER = Path(package.__file__).parent
FAMILIES = {
    "negation": {"strong", "paired", "soft", "hints", "mild", "prohibit", "restrict", "stops", "nor", "yet"},
    "ignore": {"positive", "soft"},
    "bounds": {"least", "most", "upto"},
    "opposites": set(OPPOSITES),
    "limits": {"only", "until", "unless"},
    "warnings": {*WARNINGS, "dial"},
    "clock": {"am", "pm", "plain"},
    "connect": {"range", "share", "plus", "ratio", "minus", "between"},
    "periods": set(PERIODS),
    "units": set(UNITS),
}
MUST = ("numbers", "amounts", "units", "connect", "periods", "negation", "bounds", "limits", "warnings")
each_language = pytest.mark.parametrize("code", codes())


def data(code):
    return tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


def test_the_languages_are_those_promised():
    assert " ".join(codes()) == "ar de en es fa fr he hi id it ja ko nl pl pt ru tr uk ur vi zh"


@each_language
def test_a_file_holds_what_the_rules_know(code):
    tables = {name: table for name, table in data(code).items() if isinstance(table, dict)}
    assert set(MUST) <= set(tables)
    for family, keys in FAMILIES.items():
        assert set(tables.get(family, {})) <= keys, family
    for family in ("numbers", "loose", "multipliers", "months"):
        assert all(float(key) >= 0 for key in tables.get(family, {}))
    assert all(float(key.split()[0]) > 0 and key.split()[1] in UNITS for key in tables["amounts"])


@each_language
def test_every_form_can_be_found(code):
    known = language(code)
    for family, table in data(code).items():
        for key, forms in table.items() if isinstance(table, dict) else ():
            for form in forms.split(","):
                assert form.strip(), f"{code}: an empty form in {family}.{key}"
                text = package.normalise(form.strip().replace("*", "x"), code)
                assert known.lexicon.find(text), f"{code}: {form.strip()} in {family}.{key} is never found"


@each_language
def test_the_unit_of_everyday_numbers_is_known(code):
    needed = {"mg", "ml", "hour", "day", "week", "tablet", "drop", "minute", "year"}
    assert needed <= set(data(code)["units"])
    assert {"2", "3", "4", "5", "6", "8", "10"} <= set(data(code)["numbers"]) or language(code).lexicon.spaceless


def test_codes_of_languages():
    assert language_code("zh-Hant-TW") == "zh"
    assert language_code("pt_BR") == "pt"
    assert language_code("iw") == "he"


@pytest.mark.parametrize("code", ["", "..", "../en", "emergency", "xx", "É"])
def test_an_unknown_language_knows_nothing(code):
    assert not language(code).known
    assert language(code).lexicon.find("not 5") == []


def test_emergency_numbers():
    numbers = emergency_numbers()
    assert "112" in numbers["DE"]
    assert "192" in numbers["BR"]
    assert {"15", "112"} <= numbers["fr"]
    assert all(number.isdigit() for place in numbers.values() for number in place)


def test_a_language_is_read_only_when_it_is_needed():
    program = (
        "from pipeline.checks.safety import languages as p; import pipeline.checks.safety.compare as c\n"
        "assert p.language.cache_info().currsize == 0\n"
        "c.compare('Take 2.', 'Nehmen Sie 2.', 'en', 'de')\n"
        "assert p.language.cache_info().currsize == 2"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
