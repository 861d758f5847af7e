"""Authors edit freely: what `update` and `build` make of it, in files."""

import shutil
from pathlib import Path

import polib
import pytest

from pipeline.catalogs import State, format_po, read_po, state
from pipeline.commands.build import build
from pipeline.commands.outcome import Outcome
from pipeline.commands.stats import stats
from pipeline.commands.update import update
from pipeline.commands.workspace import open_project, project_locales

from .support import GUIDE, NOTES, RULES_TABLE, Files, told

ROOT = Path(__file__).parents[2]
WATER = "Drink enough water every day, and rest your leg when it hurts."
REWORDED = WATER.replace("leg", "sore leg")
FORBIDDEN = WATER.replace("Drink", "Do not drink")
CALL = "Call your doctor if the pain does not stop."
NEW_BOX = f"{GUIDE}\nGo to a hospital if you cannot walk.\n{{: .critical }}\n"


def edit(files, *pairs, path="source/guide.md"):
    text = files.read(path)
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    files.write(path, text)


def page(files, locale="es"):
    return files.read(f"output/{locale}/guide.html")


# --- carried over -------------------------------------------------------------------------------------------------


def test_a_cosmetic_edit_stays_published_and_is_told_with_its_line(translated):
    edit(translated, (WATER, WATER[:-1]))
    outcome = translated.run(update)
    entry = translated.entry("es", WATER[:-1])
    assert (entry.msgstr, entry.fuzzy) == (f"es: {WATER[:-1]}", False)
    lines = translated.read("locales/es/LC_MESSAGES/guide.po").split("\n")
    number = lines.index(f'msgid "{WATER[:-1]}"') + 1
    place = f"locales/es/LC_MESSAGES/guide.po:{number}: note: "
    assert [line for line in outcome.record if line.startswith(place)] == [
        f"{place}the translation stays, only punctuation changed: “{WATER[:60]}…”"
    ]
    assert translated.run(update).record == []


def test_check_tells_the_same_and_writes_nothing(translated):
    edit(translated, (WATER, WATER[:-1]))
    before = translated.snapshot()
    assert len(translated.run(update, check=True).record) == 2
    assert translated.snapshot() == before


def test_an_edit_that_is_declared_minor_stays_published(translated):
    edit(translated, (WATER, REWORDED))
    outcome = translated.run(update, minor=("sore leg",))
    assert translated.entry("es", REWORDED).msgstr == f"es: {WATER}"
    assert not translated.entry("es", REWORDED).fuzzy
    assert all("declared minor" in line for line in outcome.record)
    assert len(outcome.record) == 2


def test_a_critical_edit_cannot_be_declared_minor(translated):
    edit(translated, (WATER, FORBIDDEN))
    outcome = translated.run(update, minor=("guide",))
    assert translated.entry("es", FORBIDDEN).fuzzy
    assert all("this edit is not minor (“not” is new)" in line for line in outcome.record)
    assert outcome.errors == []


def test_a_minor_edit_that_is_not_there_is_told(translated):
    edit(translated, (WATER, REWORDED))
    outcome = translated.run(update, minor=("guide", "no such words"))
    assert told(outcome.errors) == [
        "error: --minor no such words: no edit of this update is in a domain or has a text like that"
    ]
    assert not translated.entry("es", REWORDED).fuzzy


def test_a_critical_edit_says_why_in_the_catalog(translated):
    edit(translated, (WATER, FORBIDDEN))
    translated.run(update)
    assert "The source changed: “not” is new" in translated.entry("es", FORBIDDEN).comment.split("\n")
    before = translated.snapshot()
    translated.run(update)
    assert translated.snapshot() == before


# --- other articles -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("exact", [False, True])
def test_a_text_of_another_article_is_suggested_or_used_as_the_owner_says(translated, exact):
    translated.write("source/notes.md", f"{NOTES}\n{WATER}\n")
    if exact:
        translated.write(
            "pyproject.toml", f'[tool.plainspoken]\n{RULES_TABLE}reuse-exact = true\nlocales = ["de", "es"]\n'
        )
    outcome = translated.run(update)
    entry = translated.entry("es", WATER, "notes")
    assert (entry.msgstr, entry.fuzzy) == (f"es: {WATER}", not exact)
    assert bool(outcome.record) is exact
    assert translated.run(update).changed == []


# --- pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("after_update", [True, False])
def test_a_new_critical_block_does_not_withdraw_a_page(translated, after_update):
    translated.run(build)
    translated.write("source/guide.md", NEW_BOX)
    if after_update:
        translated.run(update)
    assert translated.run(build).removed == []
    assert "Go to a hospital" in page(translated)


@pytest.mark.parametrize("after_update", [True, False])
def test_a_page_that_was_never_complete_is_not_published_by_an_edit(files, after_update):
    files.run(update)
    files.translate("es", keep=[CALL])
    edit(files, (CALL, CALL.replace("pain", "ache")))
    if after_update:
        files.run(update)
    files.run(build)
    assert not (files / "output/es/guide.html").exists()


@pytest.mark.parametrize("after_update", [True, False])
def test_a_page_says_how_much_of_it_is_out_of_date_and_since_when(translated, after_update, monkeypatch):
    edit(translated, (WATER, REWORDED))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795953600")
    if after_update:
        translated.run(update)
    translated.run(build)
    assert ("desactualizado desde el 29 de noviembre de 2026" in page(translated)) is after_update
    assert "desactualizado" in page(translated)
    assert "desactualizado" in translated.read("output/es/guide.txt")
    assert f"es: {WATER}" not in page(translated)


def test_a_page_whose_translation_was_mended_says_nothing_of_it(translated):
    edit(translated, (WATER, REWORDED))
    translated.run(update)
    translated.translate("es")
    translated.run(update)
    translated.run(build)
    assert "desactualizado" not in page(translated)
    assert "X-Outdated-Since" not in polib.pofile(str(translated.po("es"))).metadata


@pytest.mark.parametrize("after_update", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "stays"),
    [
        pytest.param(WATER, REWORDED, True, id="other words"),
        pytest.param(WATER, FORBIDDEN, False, id="a critical edit"),
        pytest.param(CALL, CALL.replace("pain", "ache"), False, id="a block marked critical"),
        pytest.param(WATER, REWORDED.replace("every", "{every}"), False, id="a rule has an error against it"),
    ],
)
def test_an_old_translation_stays_if_the_author_says_so_and_it_can_do_no_harm(
    translated, old, new, stays, after_update
):
    edit(translated, ("title:", "stale: keep\ntitle:"), (old, new))
    if after_update:
        translated.run(update)
    translated.run(build)
    assert (f"es: {old}" in page(translated)) is stays
    assert ("versión anterior" in page(translated)) is stays


def test_a_mere_suggestion_never_stays_on_a_page(translated):
    edit(translated, ("title:", "stale: keep\ntitle:"), (WATER, REWORDED))
    path = translated.po("es")
    catalog = read_po(path.read_bytes(), "guide.po")
    catalog.by_key()[None, WATER].flags = ["fuzzy"]
    path.write_text(format_po(catalog), encoding="utf-8")
    translated.run(update)
    translated.run(build)
    assert f"es: {WATER}" not in page(translated)


# --- what changed -------------------------------------------------------------------------------------------------


def test_stats_tell_what_changed_word_by_word(translated):
    edit(translated, (WATER, FORBIDDEN))
    translated.run(update)
    project, outcome = translated.open(), Outcome()
    edited = stats(project, project_locales(project), outcome).edited
    assert [(each.locale, each.domain, each.harm.name) for each in edited] == [
        ("de", "guide", "CRITICAL"),
        ("es", "guide", "CRITICAL"),
    ]
    assert edited[1].changes == (("Drink", "Do not drink"),)
    lines = translated.read("locales/es/LC_MESSAGES/guide.po").split("\n")
    assert lines[edited[1].place.line - 1] == f'msgstr "es: {WATER}"'


def test_a_text_that_stood_elsewhere_is_no_change(translated):
    translated.write("source/notes.md", f"{NOTES}\n{WATER}\n")
    translated.run(update)
    assert translated.entry("de", WATER, "notes").flags == ["fuzzy"]
    project = translated.open()
    assert stats(project, project_locales(project), Outcome()).edited == ()


def test_an_edit_that_was_taken_back_says_so(translated):
    edit(translated, (WATER, FORBIDDEN))
    translated.run(update)
    edit(translated, (FORBIDDEN, WATER))
    translated.run(update)
    entry = translated.entry("es", WATER)
    assert (entry.flags, entry.previous_msgid, entry.msgstr) == (["fuzzy"], WATER, f"es: {WATER}")
    assert "stood elsewhere, or here before" in entry.comment


# --- ten edits of the real article --------------------------------------------------------------------------------

ORIGINAL = (
    ("drink fluids and stretch", "drink enough fluids and stretch"),
    ("or 15 minutes or longer", "or 20 minutes or longer"),
    ("But you may not be able", "But you may be able"),
    ("- ibuprofen\n", "- diclofenac\n"),
    ("Some spasms are mild, and", "Some spasms are mild and"),
    ("glossary.md#arteriosclerosis", "glossary.md#artery"),
    ("## How long does a spasm last?", "## How long do spasms last?"),
    ("minutes to ease.\nAfter that,", "minutes to ease.\n\nAfter that,"),
    ("- exercise but do not stretch\n", ""),
    ("- swelling in a leg\n    - redness\n", "- redness\n    - swelling in a leg\n"),
)
"""Reworded, a number, a negation, a medicine, punctuation, an address, a heading, split, removed, moved."""


def test_ten_edits_of_the_real_article(tmp_path):
    files = Files(tmp_path)
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    before = {locale: files.po(locale, "muscle-spasms").read_bytes() for locale in ("ar", "de", "es", "fr", "ja")}
    edit(files, *ORIGINAL, path="source/muscle-spasms.md")
    project = open_project(tmp_path)
    outcome = update(project, project_locales(project))
    assert outcome.errors == []
    for locale, content in before.items():
        old = {message.msgid: message for message in read_po(content, locale)}
        catalog = read_po(files.po(locale, "muscle-spasms").read_bytes(), locale)
        new = catalog.by_key()
        states = {each: [message for message in new.values() if state(message) is each] for each in State}
        stayed = [m for m in states[State.TRANSLATED] if old.get(m.msgid) and old[m.msgid].msgstr == m.msgstr]
        kept = [message for message in states[State.TRANSLATED] if message.msgid not in old]
        retired = {message.msgid for message in catalog if message.obsolete}
        told = (len(stayed), len(kept), len(states[State.FUZZY]), len(states[State.MISSING]), len(retired))
        print(f"{locale}: {told} stayed, carried over, fuzzy, new, retired")  # noqa: T201 - run with -s to see it
        assert told == (len(old) - 9, 2, 6, 1, 3), locale
        assert {"exercise but do not stretch", "ibuprofen"} <= retired
        critical = [message for message in new.values() if "The source changed: " in message.comment]
        assert len(critical) == 2
        texts = [message.msgstr for message in catalog]
        assert all(message.msgstr in texts or message.msgid.startswith("**Narrow") for message in old.values())
    assert update(project, project_locales(project)).changed == []
    built = build(project, project_locales(project))
    assert (built.errors, built.notes) == ([], [])
