"""``update`` and ``add-locale``: catalogs from templates; nothing that a translator wrote is lost."""

import subprocess

import polib
import pytest

from pipeline.commands.update import add_locale, update
from pipeline.errors import InputErrors

from .support import GUIDE, make_project, msgcat, told

WATER = "Drink enough water every day, and rest your leg when it hurts."
REWORDED = "Drink enough water every day, and rest your sore leg when it hurts."


def msgfmt(path):
    command = ["msgfmt", "--check", "-o", "/dev/null", path]
    return subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8")


def test_templates_and_catalogs_are_made(files):
    assert set(files.run(update).changed) == {
        "locales/guide.pot",
        "locales/site.pot",
        *(f"locales/{locale}/LC_MESSAGES/{domain}.po" for locale in ("de", "es") for domain in ("guide", "site")),
    }
    assert files.entry("es", "Muscle spasms").msgstr == ""


def test_the_second_run_writes_nothing(translated):
    translated.run(update)
    before = translated.snapshot()
    outcome = translated.run(update)
    assert (outcome.changed, outcome.errors) == ([], [])
    assert translated.snapshot() == before


def test_check_writes_nothing_and_names_what_is_stale(translated):
    before = translated.snapshot()
    assert translated.run(update, check=True).changed == []
    translated.write("source/guide.md", GUIDE.replace(WATER, REWORDED))
    before = translated.snapshot()
    assert translated.run(update, check=True).changed == [
        "locales/guide.pot",
        "locales/de/LC_MESSAGES/guide.po",
        "locales/es/LC_MESSAGES/guide.po",
    ]
    assert translated.snapshot() == before


def test_only_the_named_locales_are_touched(files):
    changed = files.run(update, "es").changed
    assert "locales/es/LC_MESSAGES/guide.po" in changed
    assert not (files / "locales/de").exists()


@pytest.mark.parametrize("state", ["new", "translated", "reworded", "removed"])
def test_gettext_agrees_with_every_file(translated, state):
    if state == "new":
        translated.po("de").unlink()
    if state == "reworded":
        translated.write("source/guide.md", GUIDE.replace(WATER, REWORDED))
    if state == "removed":
        translated.write("source/guide.md", GUIDE.replace(WATER, ""))
    translated.run(update)
    paths = sorted((translated / "locales").rglob("*.po*"))
    assert len(paths) == 6
    for path in paths:
        assert path.read_bytes() == msgcat(path.read_bytes()), path
        result = msgfmt(path)
        assert (result.returncode, result.stderr) == (0, ""), path


def test_a_reworded_block_becomes_fuzzy_with_the_previous_text(translated):
    translated.write("source/guide.md", GUIDE.replace(WATER, REWORDED))
    translated.run(update)
    entry = translated.entry("es", REWORDED)
    assert (entry.fuzzy, entry.previous_msgid, entry.msgstr) == (True, WATER, f"es: {WATER}")
    assert translated.entry("es", WATER) is None


def test_a_removed_block_becomes_obsolete_and_comes_back_with_its_translation(translated):
    translated.write("source/guide.md", GUIDE.replace(WATER, ""))
    translated.run(update)
    entry = translated.entry("es", WATER)
    assert (entry.obsolete, entry.msgstr) == (1, f"es: {WATER}")
    translated.write("source/guide.md", GUIDE)
    translated.run(update)
    entry = translated.entry("es", WATER)
    assert (entry.obsolete, entry.fuzzy, entry.msgstr) == (0, False, f"es: {WATER}")


def test_what_translators_wrote_beside_the_text_stays(translated):
    path = translated.po("es")
    text = (
        path.read_text(encoding="utf-8")
        .replace("#. Title of the page\n", "# mine\n#. Title of the page\n")
        .replace('"Language: es\\n"', '"Language: es\\n"\n"X-Our-Tool: 7\\n"')
    )
    path.write_bytes(msgcat(text.encode()))
    translated.write("source/guide.md", GUIDE.replace(WATER, REWORDED))
    translated.run(update)
    catalog = polib.pofile(str(path))
    assert catalog.metadata["X-Our-Tool"] == "7"
    assert catalog.find("Muscle spasms").tcomment == "mine"


@pytest.mark.parametrize(
    ("damage", "place", "line"),
    [
        pytest.param('msgid "a"\nmsgstr "b\n', "guide.po", 2, id="a string without end"),
        pytest.param("<<<<<<< HEAD\n", "guide.po", 1, id="a merge conflict"),
        pytest.param(
            b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n# \xff\n', "guide.po", 4, id="not UTF-8"
        ),
        pytest.param(
            'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n',
            "guide.po",
            3,
            id="the header names another language",
        ),
    ],
)
def test_a_damaged_catalog_is_left_alone_and_the_others_are_updated(translated, damage, place, line):
    path = translated.write(f"locales/de/LC_MESSAGES/{place}", damage)
    before = path.read_bytes()
    translated.write("source/guide.md", GUIDE.replace(WATER, REWORDED))
    outcome = translated.run(update)
    assert path.read_bytes() == before
    assert ("locales/de/LC_MESSAGES/guide.po", line) in {(error.path, error.line) for error in outcome.errors}
    assert translated.entry("es", REWORDED).fuzzy


def test_a_catalog_that_cannot_be_read_does_not_stop_the_others(translated):
    translated.po("de").unlink()
    translated.po("de").mkdir()
    translated.write("source/guide.md", GUIDE.replace(WATER, REWORDED))
    outcome = translated.run(update)
    assert [error.path for error in outcome.errors] == ["locales/de/LC_MESSAGES/guide.po"]
    assert translated.entry("es", REWORDED).fuzzy


def test_a_catalog_that_cannot_be_written_does_not_stop_the_others(files):
    files.write("locales/de", "a file in the place of a folder")
    outcome = files.run(update)
    assert {error.path for error in outcome.errors} == {
        f"locales/de/LC_MESSAGES/{name}.po" for name in ("guide", "site")
    }
    assert files.po("es").is_file()


def test_windows_line_ends_in_a_catalog_are_mended_without_loss(translated):
    path = translated.po("es")
    unix = path.read_bytes()
    path.write_bytes(unix.replace(b"\n", b"\r\n"))
    assert translated.run(update).errors == []
    assert path.read_bytes() == unix


def test_dates_come_from_the_environment(files, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    files.run(update)
    header = polib.pofile(str(files.po("es"))).metadata
    assert (header["POT-Creation-Date"], header["PO-Revision-Date"]) == ("2025-06-15 15:06+0000",) * 2


# --- add-locale ---------------------------------------------------------------------------------------------------


def test_a_new_locale_gets_the_header_and_plural_forms_of_its_language(files):
    outcome = add_locale(files.open(), ("ar", "pt-br"))
    header = polib.pofile(str(files.po("ar"))).metadata
    assert (header["Language"], header["Plural-Forms"].partition(";")[0]) == ("ar", "nplurals=6")
    assert polib.pofile(str(files.po("pt_BR"))).metadata["Language"] == "pt_BR"
    assert [note.partition(",")[0] for note in outcome.notes] == ["to publish ar", "to publish pt_BR"]


def test_without_a_list_in_the_configuration_a_new_locale_needs_no_more(tmp_path):
    files = make_project(tmp_path, config="")
    assert add_locale(files.open(), ("fr",)).notes == []
    assert files.run(update, "fr").changed == []


@pytest.mark.parametrize(
    ("identifiers", "messages"),
    [
        pytest.param(("xx",), ["error: unknown locale 'xx'; "], id="unknown to CLDR"),
        pytest.param(("../fr",), ["error: unknown locale '../fr'; "], id="a path"),
        pytest.param(("fr", "fr"), ["error: fr is named twice; name it once"], id="twice"),
        pytest.param(("pt_BR", "pt-br"), ["error: pt_BR is named twice; name it once"], id="twice in other letters"),
        pytest.param(
            ("en",), ["error: en is the language of the articles; it needs no catalogs"], id="the source's own"
        ),
        pytest.param(("es",), ["locales/es: error: this locale is there already; "], id="already there"),
        pytest.param(
            ("xx", "fr", "fr", "en", "es"),
            [
                "error: unknown locale",
                "error: fr is named",
                "error: en is the language",
                "locales/es: error: this locale",
            ],
            id="all of it at once",
        ),
    ],
)
def test_a_wrong_locale_is_told_and_nothing_is_written(translated, identifiers, messages):
    before = translated.snapshot()
    with pytest.raises(InputErrors) as caught:
        add_locale(translated.open(), identifiers)
    lines = str(caught.value).split("\n")
    assert len(lines) == len(messages)
    assert all(line.startswith(message) for line, message in zip(lines, messages, strict=True))
    assert translated.snapshot() == before


def test_a_bad_article_does_not_stop_a_new_locale(files):
    files.write("source/bad.md", "No front matter.\n")
    outcome = add_locale(files.open(), ("fr",))
    assert [line.partition(" ")[0] for line in told(outcome.errors)] == ["source/bad.md:1:"]
    assert files.po("fr").is_file()
