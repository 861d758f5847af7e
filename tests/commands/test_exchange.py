"""Catalogs on their way to other people and programs, and back: join, split, export, and XLIFF by its converters."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.commands.update import add_locale, update
from pipeline.errors import PlainspokenError

from .support import NOTES, make_project, msgcat

GLOSSARY = """\
---
title: Glossary
description: Hard words.
---

Artery {: #artery }
:   A blood vessel that carries blood away from your **heart**.

    Not a vein.

-itis
:   Inflammation

Vein
:   A blood vessel.
"""
WATER = "de: Drink enough water every day, and rest your leg when it hurts."


def run(files, *arguments):
    """Call the program in this process; whatever it raises but its exit, fails the test."""
    verb, *rest = arguments
    return CliRunner().invoke(main, [verb, "--project", str(files.root), *map(str, rest)], catch_exceptions=False)


@pytest.fixture
def two(translated):
    """Two articles in two locales; one has a translation of its own for a text that both have."""
    translated.write("source/notes.md", NOTES.replace("More to read.", "What to do when a muscle hurts."))
    translated.run(update)
    translated.translate("de", "notes", {"What to do when a muscle hurts.": "Bei Schmerzen in Muskeln."})
    translated.run(update)
    return translated


def replaced(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# --- join and split -----------------------------------------------------------------------------------------------


def test_joining_and_splitting_again_writes_nothing(two):
    before = two.snapshot("locales")
    assert run(two, "join", "de", "-o", two / "de.po").exit_code == 0
    content = (two / "de.po").read_bytes()
    assert msgcat(content) == content
    assert content.count(b'msgctxt "domain:') == len(["the description", "Notes, also a word of the frame"]) * 2
    assert run(two, "join", "de").stdout_bytes == content
    result = run(two, "split", "de", two / "de.po")
    assert (result.exit_code, result.stderr) == (0, "everything is up to date\n")
    assert two.snapshot("locales") == before


def test_work_comes_to_the_articles(two):
    run(two, "join", "de", "-o", two / "de.po")
    replaced(two / "de.po", WATER, "Trinken Sie.")
    replaced(two / "de.po", "Bei Schmerzen in Muskeln.", "Bei Muskelschmerzen.")
    result = run(two, "split", "de", two / "de.po")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "locales/de/LC_MESSAGES/guide.po: written",
        "locales/de/LC_MESSAGES/notes.po: written",
    ]
    assert 'msgstr "Trinken Sie."' in two.read("locales/de/LC_MESSAGES/guide.po")
    assert "de: What to do when a muscle hurts." in two.read("locales/de/LC_MESSAGES/guide.po")
    assert 'msgstr "Bei Muskelschmerzen."' in two.read("locales/de/LC_MESSAGES/notes.po")


def test_catalogs_that_were_removed_come_back_as_they_were(two):
    before = two.contents("locales")
    run(two, "join", "de", "-o", two / "de.po")
    for name in ("guide", "notes"):
        two.po("de", name).unlink()
    assert run(two, "split", "de", two / "de.po").exit_code == 0
    assert two.contents("locales") == before


def test_a_change_in_both_places_is_refused_with_its_lines_and_the_rest_is_done(two):
    run(two, "join", "de", "-o", two / "de.po")
    replaced(two / "de.po", WATER, "Trinken Sie.")
    replaced(two / "de.po", "de: Read the", "Zuerst: der")
    replaced(two.po("de"), WATER, "Trinkt!")
    result = run(two, "split", "de", two / "de.po")
    assert result.exit_code == 2
    (line,) = [line for line in result.stderr.splitlines() if "error" in line]
    number, other = re.fullmatch(r"de\.po:(\d+): error: “Drink.*guide\.po:(\d+), which is left.*", line).groups()
    assert "Trinken Sie." in two.read("de.po").splitlines()[int(number) - 1]
    assert "Trinkt!" in two.read("locales/de/LC_MESSAGES/guide.po").splitlines()[int(other) - 1]
    assert "Zuerst: der" in two.read("locales/de/LC_MESSAGES/notes.po")
    replaced(two.po("de"), "Trinkt!", "Trinken Sie.")
    assert run(two, "split", "de", two / "de.po").exit_code == 0


def test_texts_that_the_articles_lost_are_kept_and_told(two):
    run(two, "join", "de", "-o", two / "de.po")
    replaced(two / "de.po", WATER, "Trinken Sie.")
    replaced(two.po("de"), f'msgid "{WATER[4:]}"\nmsgstr "{WATER}"\n', 'msgid "x"\nmsgstr ""\n')
    result = run(two, "split", "de", two / "de.po")
    assert result.exit_code == 0
    assert "is in no catalog any more; kept in locales/de/LC_MESSAGES/guide.po for the next update" in result.stderr
    two.run(update)
    assert two.entry("de", WATER[4:]).msgstr == "Trinken Sie."


def test_a_stranger_is_told(two):
    run(two, "join", "de", "-o", two / "de.po")
    with (two / "de.po").open("a", encoding="utf-8") as file:
        file.write('\nmsgid "Mine"\nmsgstr "Meins"\n')
    result = run(two, "split", "de", two / "de.po")
    assert result.exit_code == 2
    assert re.search(r"de\.po:\d+: error: “Mine” is in no catalog, and no comment says", result.stderr)


def test_work_that_is_not_yet_back_is_not_overwritten(two):
    run(two, "join", "de", "-o", two / "de.po")
    replaced(two / "de.po", WATER, "Trinken Sie.")
    result = run(two, "join", "de", "-o", two / "de.po")
    assert result.exit_code == 2
    assert "bring it back first, with: plainspoken split de de.po" in result.stderr
    run(two, "split", "de", two / "de.po")
    assert run(two, "join", "de", "-o", two / "de.po").exit_code == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such file"),
        (b"msgid", "de.po:1: error:"),
        (b'msgid ""\nmsgstr "Language: es\\nContent-Type: text/plain; charset=UTF-8\\n"\n', "this folder is for de"),
    ],
)
def test_a_file_that_cannot_be_split(two, content, message):
    if content is not None:
        two.write("de.po", content)
    before = two.snapshot("locales")
    result = run(two, "split", "de", two / "de.po")
    assert result.exit_code == 2
    assert message in result.stderr
    assert two.snapshot("locales") == before


def test_a_catalog_that_cannot_be_read_is_never_left_out(two):
    two.po("de", "notes").write_text("msgid", encoding="utf-8")
    result = run(two, "join", "de", "-o", two / "de.po")
    assert result.exit_code == 2
    assert not (two / "de.po").exists()


# --- export -------------------------------------------------------------------------------------------------------


@pytest.fixture
def glossary(tmp_path):
    files = make_project(tmp_path, {"glossary.md": GLOSSARY}, 'locales = ["de"]')
    files.run(update)
    files.translate("de", "glossary", {"Vein": ""})
    return files


def test_a_glossary_is_plain_text(glossary):
    result = run(glossary, "export", "de", "--format", "tsv")
    definition = "de: A blood vessel that carries blood away from your heart. de: Not a vein."
    assert (
        result.stdout
        == f"de: Artery\t{definition}\n".replace("de: ", "Artery\tde: ", 1) + "'-itis\tde: -itis\tde: Inflammation\n"
    )
    assert "“-itis” would be a formula" in result.stderr
    tbx = run(glossary, "export", "de", "glossary", "--format", "tbx").stdout
    assert tbx.count("<termEntry") == 2
    assert "<title>Articles: glossary</title>" in tbx


def test_a_project_without_a_glossary(translated):
    result = run(translated, "export", "de", "--format", "tsv")
    assert result.exit_code == 2
    assert "error: there is no glossary: terms are the definition list of source/glossary.md" in result.stderr


def test_a_memory_of_chosen_articles(two):
    assert run(two, "export", "de", "notes", "--format", "tmx", "-o", two / "x.tmx").exit_code == 0
    text = two.read("x.tmx")
    assert "Bei Schmerzen in Muskeln." in text
    assert WATER not in text
    assert WATER in run(two, "export", "de", "--format", "tmx").stdout
    result = run(two, "export", "de", "note", "--format", "tmx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "note: no such catalog of de; there are: guide, notes, site" in result.stderr


# --- review -------------------------------------------------------------------------------------------------------


def sheet(files, *domains):
    files.write("sheet.html", run(files, "export", "de", *domains, "--format", "sheet").stdout)
    return files / "sheet.html"


def test_a_review_is_recorded_of_exactly_this_text(two):
    result = run(two, "review", "de", "notes", "--by", "Ana Ruiz, physician")
    assert (result.exit_code, result.stderr) == (0, "locales/de/LC_MESSAGES/notes.po: written\n")
    assert '"X-Reviewed-By: Ana Ruiz, physician\\n"' in two.read("locales/de/LC_MESSAGES/notes.po")
    rows = [line.split() for line in run(two, "stats", "de").stdout.splitlines()]
    assert "reviewed" in next(row for row in rows if row[:2] == ["de", "notes"])
    replaced(two.po("de", "notes"), "de: Read", "Lies")
    assert "changed since review" in run(two, "stats", "de").stdout


@pytest.mark.parametrize("by", ["Ana", "Ana,", ", physician", " , ", "A\x07, b", "A, b\nc"])
def test_a_review_needs_a_name_and_a_role(two, by):
    before = two.snapshot("locales")
    result = run(two, "review", "de", "notes", "--by", by)
    assert result.exit_code == 2
    assert "--by needs a name and a role" in result.stderr
    assert two.snapshot("locales") == before


def test_what_is_not_translated_is_not_part_of_a_review(two):
    replaced(two.po("de", "notes"), 'msgid "Notes"', '#, fuzzy\nmsgid "Notes"')
    assert "1 messages are not translated or in doubt" in run(two, "review", "de", "notes", "--by", "A, b").stderr


def test_nobody_can_have_reviewed_what_is_not_translated(two):
    two.translate("de", "notes", dict.fromkeys(("Notes", "More to read."), ""), keep=())
    catalog = two.po("de", "notes")
    catalog.write_text(re.sub(r'(?<=\nmsgstr )"[^"].*"', '""', catalog.read_text(encoding="utf-8")), encoding="utf-8")
    before = two.snapshot("locales")
    result = run(two, "review", "de", "notes", "--by", "A, b")
    assert result.exit_code == 2
    assert "locales/de/LC_MESSAGES/notes.po: error: nothing is translated" in result.stderr
    assert two.snapshot("locales") == before


def test_corrections_come_back_and_are_part_of_the_review(two):
    path = sheet(two)
    replaced(path, f">{WATER}<", ">Trinken Sie genug.<")
    replaced(path, ">Bei Schmerzen in Muskeln.<", ">Bei Schmerz.<")
    result = run(two, "review", "de", "guide", "--corrections", path, "--by", "A, b")
    assert result.exit_code == 0
    assert "note: 1 for notes; bring them back with: plainspoken review de notes" in result.stderr
    assert "note: 1 brought back" in result.stderr
    assert two.entry("de", WATER[4:]).msgstr == "Trinken Sie genug."
    assert "X-Reviewed-By: A, b" in two.read("locales/de/LC_MESSAGES/guide.po")
    again = run(two, "review", "de", "notes", "--corrections", path)
    assert again.exit_code == 0
    assert two.entry("de", "What to do when a muscle hurts.", "notes").msgstr == "Bei Schmerz."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("(guide.md#when-to-get-help)", "(https://x.example/)", id="a link led elsewhere"),
        pytest.param("(guide.md#when-to-get-help)", "", id="a link lost"),
        pytest.param("de: Read the", "&lt;script&gt;x&lt;/script&gt;", id="a tag added"),
        pytest.param("de: Read the", "![](http://x.example/y.png)", id="a picture added"),
        pytest.param("de: Read the", "&lt;!-- a --&gt;", id="a comment added"),
        pytest.param("de: Read the", "Read {name} the", id="a placeholder added"),
    ],
)
def test_corrections_cannot_change_markup(two, old, new):
    path = sheet(two, "notes")
    text = path.read_text(encoding="utf-8")
    start = text.index(">de: Read the")
    path.write_text(text[:start] + text[start:].replace(old, new, 1), encoding="utf-8")
    before = two.snapshot("locales")
    result = run(two, "review", "de", "notes", "--corrections", path, "--by", "A, b")
    assert result.exit_code == 2
    assert "sheet.html: error: “" in result.stderr
    assert "was not brought back: links, pictures, code or tags" in result.stderr
    assert "no review is recorded" in result.stderr
    assert two.snapshot("locales") == before


def test_a_sheet_with_corrections_is_not_overwritten_until_they_are_brought_back(two):
    path = sheet(two)
    replaced(path, f">{WATER}<", ">Trinken Sie genug.<")
    corrected = path.read_bytes()
    result = run(two, "export", "de", "--format", "sheet", "-o", path)
    assert result.exit_code == 2
    assert "sheet.html: error: this sheet holds corrections that are not in the catalogs" in result.stderr
    assert path.read_bytes() == corrected
    run(two, "review", "de", "guide", "--corrections", path)
    assert run(two, "export", "de", "--format", "sheet", "-o", path).stderr.endswith("sheet.html: written\n")


@pytest.mark.parametrize("name", ["source/x.md", "locales/x.pot", "locales/de/LC_MESSAGES/guide.po"])
def test_what_is_for_others_never_takes_the_place_of_an_own_file(two, name):
    before = two.snapshot("source", "locales")
    for command in (["join", "de"], ["export", "de", "--format", "tmx"]):
        result = run(two, *command, "-o", two / name)
        assert result.exit_code == 2
        assert f"{name}: error: articles, templates and catalogs stand there" in result.stderr
    assert two.snapshot("source", "locales") == before


def test_a_correction_of_what_has_changed_meanwhile_is_told(two):
    path = sheet(two, "guide")
    replaced(path, f">{WATER}<", ">Trinken Sie genug.<")
    replaced(two.po("de"), WATER, "Trinkt!")
    result = run(two, "review", "de", "guide", "--corrections", path)
    assert result.exit_code == 2
    assert "“Trinken Sie genug.” was not brought back: “Trinkt!” stands there by now" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["guide"], "nothing to do; give --by"),
        (["guides", "--by", "A, b"], "guides: no such catalog of de; there are: guide, notes, site"),
        (["guide", "--corrections", "no.html"], "no such file"),
    ],
)
def test_reviews_that_cannot_be(two, arguments, message):
    result = run(two, "review", "de", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


# --- XLIFF --------------------------------------------------------------------------------------------------------


def converted(program, source, target):
    """Call a converter of Translate Toolkit, as the documentation says."""
    path = Path(sys.executable).parent / program
    subprocess.run([path, "--progress=none", source, target], check=True, capture_output=True)
    return target


def test_a_round_trip_through_xliff_changes_nothing(two):
    # Something of everything: contexts and previous texts, which XLIFF has no place for, comments, obsolete messages.
    replaced(two.po("de"), f'msgid "{WATER[4:]}"', f'# Mine.\n#, fuzzy\n#| msgid "Drink."\nmsgid "{WATER[4:]}"')
    with two.po("de").open("a", encoding="utf-8") as file:
        file.write('\n#~ msgid "Gone"\n#~ msgstr "Weg"\n')
    before = two.snapshot("locales")
    run(two, "join", "de", "-o", two / "de.po")
    xliff = converted("po2xliff", two / "de.po", two / "de.xlf")
    result = run(two, "split", "de", converted("xliff2po", xliff, two / "back.po"))
    assert (result.exit_code, result.stderr) == (0, "everything is up to date\n")
    assert two.snapshot("locales") == before


def test_work_in_xliff_comes_back_also_where_contexts_are_lost(two):
    two.write("source/more.md", NOTES.replace("Read", "<!-- context: verb -->\n\nRead"))
    two.run(update)
    two.translate("de", "more")
    run(two, "join", "de", "-o", two / "de.po")
    xliff = converted("po2xliff", two / "de.po", two / "de.xlf")
    replaced(xliff, WATER, "Trinken &amp; ruhen.")
    replaced(xliff, "Bei Schmerzen in Muskeln.", "Bei Muskelschmerzen.")
    replaced(xliff, "de: Read", "Zuerst")
    result = run(two, "split", "de", converted("xliff2po", xliff, two / "back.po"))
    assert result.exit_code == 0, result.stderr
    assert two.entry("de", WATER[4:]).msgstr == "Trinken & ruhen."
    assert two.entry("de", "What to do when a muscle hurts.").msgstr.startswith("de: ")
    assert two.entry("de", "What to do when a muscle hurts.", "notes").msgstr == "Bei Muskelschmerzen."
    assert two.read("locales/de/LC_MESSAGES/more.po").count("Zuerst") == 1


# --- locales ------------------------------------------------------------------------------------------------------


def test_several_locales_at_once_get_folders_with_their_canonical_names(files):
    outcome = add_locale(files.open(), ("sr@latin", "pt-br", "iw", "zh-hans"))
    folders = {path.split("/")[1] for path in outcome.changed if path.endswith(".po")}
    assert folders == {"sr_Latn", "pt_BR", "he", "zh_Hans"}
    assert "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);" in files.read("locales/he/LC_MESSAGES/guide.po")


def test_all_unknown_locales_are_told_at_once_and_nothing_is_written(files):
    before = files.snapshot("source", "locales")
    with pytest.raises(PlainspokenError) as caught:
        add_locale(files.open(), ("fil", "be@latin", "german", "iw", "he"))
    assert str(caught.value).splitlines() == [
        "error: unknown locale 'be@latin'; did you mean be or be_BY?",
        "error: unknown locale 'german'; did you mean de?",
        "error: he is named twice; name it once",
    ]
    assert files.snapshot("source", "locales") == before
