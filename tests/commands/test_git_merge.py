"""An author edits on one branch, a translator on another, and git merges: with and without our merge driver.

Run with ``-s`` to see which merges conflict.
"""

import shutil
import subprocess
import sys

import polib
import pytest
from conftest import ROOT

from pipeline.commands.update import update

from .support import Files, msgcat

DRIVER = f"{sys.executable} -m pipeline merge-catalogs %O %A %B %P"
SPASM = "A muscle spasm is a muscle that becomes tight and will not relax for a while."
HEADING = "When to get help"
DOCTOR = "Call your doctor if the pain does not stop."
WATER = "Drink enough water every day, and rest your leg when it hurts."


def git(files, *arguments, check=True):
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=files.root, check=check, capture_output=True, text=True)


def commit(files):
    git(files, "add", "-A")
    git(files, "commit", "-qm", "x")


def poedit(files, texts):
    """Save new translations, and what Poedit writes into the header."""
    path = files.po("de")
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.msgstr = texts.get(entry.msgid, entry.msgstr)
    catalog.metadata |= {"PO-Revision-Date": "2026-12-01 10:00+0100", "Last-Translator": "Ute", "X-Generator": "Poedit"}
    path.write_bytes(msgcat(str(catalog).encode()))


def weblate(files, texts):
    """Save new translations and touch nothing else."""
    path = files.po("de")
    data = path.read_text(encoding="utf-8")
    for text, new in texts.items():
        data = data.replace(f'msgid "{text}"\nmsgstr "de: {text}"', f'msgid "{text}"\nmsgstr "{new}"')
    path.write_text(data, encoding="utf-8")


def edit(old, new):
    """The author edits, and runs `update`."""

    def run(files):
        files.write("source/guide.md", files.read("source/guide.md").replace(old, new))
        files.run(update)

    return run


REWORD = edit("every day", "each day")
REMOVE = edit(WATER, "")
MERGES = {
    # What the author does, what the translator saves and how, whether git alone conflicts.
    "another message, by Weblate": (REWORD, weblate, {SPASM: "Neu."}, False),
    "another message, by Poedit": (REWORD, poedit, {SPASM: "Neu."}, True),
    "the neighbours, by Poedit": (REWORD, poedit, {DOCTOR: "Neu.", HEADING: "Neu!"}, True),
    "the same message, by Weblate": (REWORD, weblate, {WATER: "Neu."}, True),
    "a message that the author removed": (REMOVE, poedit, {WATER: "Neu."}, True),
    "nothing but the header": (REWORD, poedit, {}, True),
}


@pytest.fixture(scope="module")
def base(tmp_path_factory, translated_once):
    files = Files(shutil.copytree(translated_once, tmp_path_factory.mktemp("git"), dirs_exist_ok=True))
    shutil.copy(ROOT / ".gitattributes", files.root)
    git(files, "init", "-q", "-b", "main")
    commit(files)
    return files.root


def merged(base, folder, author, translator, driver=DRIVER):
    """Let both work on branches of a copy of `base`; return the files, and whether git merged them."""
    files = Files(shutil.copytree(base, folder))
    if driver:
        git(files, "config", "merge.plainspoken.driver", driver)
    git(files, "checkout", "-qb", "translator")
    translator(files)
    commit(files)
    git(files, "checkout", "-q", "main")
    author(files)
    commit(files)
    return files, git(files, "merge", "-q", "translator", check=False).returncode == 0


@pytest.mark.parametrize("name", MERGES)
def test_git_merges_an_edit_and_a_translation(base, tmp_path, monkeypatch, name):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    author, save, texts, conflicts = MERGES[name]

    def translator(files):
        save(files, texts)

    _, plain = merged(base, tmp_path / "plain", author, translator, None)
    files, driven = merged(base, tmp_path / "driven", author, translator)
    print(f"{name:36}", "merged" if plain else "conflict", "merged" if driven else "conflict", sep="  ")  # noqa: T201 - what this test is for
    assert driven
    assert plain is not conflicts
    text = files.read("locales/de/LC_MESSAGES/guide.po")
    assert all(new in text for new in texts.values())
    assert msgcat(text.encode()).decode() == text
    catalog = polib.pofile(text)
    for old in (SPASM, HEADING, DOCTOR):
        assert catalog.find(old).msgstr == texts.get(old, f"de: {old}")
    assert not files.run(update).errors
    assert all(new in files.read("locales/de/LC_MESSAGES/guide.po") for new in texts.values())
    if save is poedit:
        assert (catalog.metadata["Last-Translator"], catalog.metadata["X-Generator"]) == ("Ute", "Poedit")
        assert catalog.metadata["PO-Revision-Date"] == "2026-12-01 10:00+0100"


def test_two_translations_of_one_message_are_both_kept_and_neither_is_published(base, tmp_path):
    def author(files):
        poedit(files, {WATER: "Eins.", SPASM: "Gleich."})

    def translator(files):
        poedit(files, {WATER: "Zwei.", SPASM: "Gleich."})

    files, driven = merged(base, tmp_path / "x", author, translator)
    assert driven
    entry = files.entry("de", WATER)
    assert (entry.msgstr, entry.fuzzy, entry.tcomment) == ("Eins.", True, "Also translated as: Zwei.")
    assert (files.entry("de", SPASM).msgstr, files.entry("de", SPASM).fuzzy) == ("Gleich.", False)


def test_a_damaged_side_is_a_conflict_and_ours_stays(base, tmp_path):
    def author(files):
        poedit(files, {WATER: "Eins."})

    def translator(files):
        files.po("de").write_text('msgid "x\n')

    files, driven = merged(base, tmp_path / "x", author, translator)
    assert not driven
    assert files.entry("de", WATER).msgstr == "Eins."
