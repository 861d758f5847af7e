"""What a glossary explains on the pages of other articles: in their language, and made again when it changes."""

import json
import shutil

import polib
import pytest

from pipeline.commands.build import How, build
from pipeline.commands.update import update
from pipeline.commands.workers import Workers

from .support import GUIDE, NOTES, Files, make_project, told

GLOSSARY = """\
---
title: Glossary
description: Words.
---

Doctor {: #doctor }
:   Somebody who treats ill people.

Muscle /MUSS-ul/ {: #muscle }
:   It moves a part of your body.
"""
ARTICLES = {"guide.md": GUIDE, "a/notes.md": NOTES, "glossary.md": GLOSSARY}
WORDS = {"Doctor": "Arzt", "It moves a part of your body.": "Er bewegt einen Teil des Körpers."}


NOTES_TEXT = "Read the [guide](guide.md#when-to-get-help) first."
LINK = "erst die [Anleitung](guide.md#when-to-get-help)"


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    files = make_project(tmp_path_factory.mktemp("made"), ARTICLES)
    files.run(update)
    for domain in ("guide", "a/notes", "glossary"):
        files.translate("es", domain)
        files.translate("de", domain, {**WORDS, "Muscle /MUSS-ul/": "Muskel", NOTES_TEXT: f"Zu Muskeln: {LINK}."})
    files.run(build)
    return files.root


@pytest.fixture
def made(made_once, tmp_path):
    files = Files(shutil.copytree(made_once, tmp_path, dirs_exist_ok=True))
    files.run(build)
    return files


def again(files, how=None):
    """The pages of a build that knows of no other."""
    other = Files(files.root.parent / f"{files.root.name}-again")
    shutil.rmtree(other.root, ignore_errors=True)
    shutil.copytree(files.root, other.root, ignore=shutil.ignore_patterns("output", ".plainspoken"))
    assert told(other.run(build, how=how).errors) == []
    return other.contents("output")


def edit(files, locale, msgid, **changes):
    """Change one message of a catalog of the glossary."""
    path = files.po(locale, "glossary")
    catalog = polib.pofile(str(path), wrapwidth=0)
    entry = next(each for each in catalog if each.msgid == msgid)
    for name, value in changes.items():
        setattr(entry, name, value)
    path.write_text(str(catalog), encoding="utf-8")


def test_a_page_explains_words_in_its_own_language(made):
    english, german = made.read("output/en/guide.html"), made.read("output/de/a/notes.html")
    assert '<a class="term" href="glossary.html#doctor">doctor</a>' in english
    assert "Somebody who treats ill people." in english
    assert '<a class="term" href="../glossary.html#muscle">Muskeln</a>' in german
    assert "Er bewegt einen Teil des Körpers." in german
    assert "Er bewegt einen Teil des Körpers." in made.read("output/de/a/notes.txt")
    assert "popover" not in made.read("output/de/glossary.html")


def test_an_explanation_that_is_not_ready_stands_in_the_language_of_the_source(made):
    edit(made, "de", "It moves a part of your body.", flags=["fuzzy"])
    made.run(build)
    page = made.read("output/de/a/notes.html")
    assert '<p id="page--text-muscle" lang="en" dir="ltr">It moves a part of your body.</p>' in page
    assert made.contents("output") == again(made)


def test_a_change_of_the_glossary_makes_the_pages_of_its_language_again_and_no_others(made):
    edit(made, "de", "It moves a part of your body.", msgstr="Er hält den Körper aufrecht.")
    changed = made.run(build).changed
    assert {"output/de/a/notes.html", "output/de/a/notes.txt"} <= set(changed)
    assert [path for path in changed if not path.startswith("output/de/")] == []
    assert made.contents("output") == again(made)
    assert made.run(build).changed == []


def test_a_translator_tells_further_forms_in_a_comment(made):
    made.translate("de", "a/notes", {NOTES_TEXT: f"Beim Doktor: {LINK}."})
    made.run(build)
    assert "popover" not in made.read("output/de/a/notes.html")
    edit(made, "de", "Doctor", tcomment="forms: Doktor, Ärztin")
    made.run(build)
    assert '<a class="term" href="../glossary.html#doctor">Doktor</a>' in made.read("output/de/a/notes.html")
    assert made.contents("output") == again(made)


def test_without_its_glossary_a_page_explains_nothing(made):
    for path in [made / "source/glossary.md", made / "locales/glossary.pot", *made.root.rglob("glossary.po")]:
        path.unlink()
    made.run(build)
    assert "popover" not in made.read("output/en/guide.html")
    assert made.contents("output") == again(made)


def test_a_glossary_that_is_not_published_is_linked_in_the_language_of_the_source(made):
    edit(made, "de", "Glossary", msgstr="")
    made.run(build)
    assert '<a class="term" href="../../en/glossary.html#muscle" hreflang="en">' in made.read("output/de/a/notes.html")
    assert made.contents("output") == again(made)


def test_a_catalog_that_cannot_be_read_costs_only_its_own_language(made):
    made.po("de", "glossary").write_text("msgid", encoding="utf-8")
    errors = told(made.run(build).errors)
    assert {error.partition(":")[0] for error in errors} == {"locales/de/LC_MESSAGES/glossary.po"}
    assert len(errors) == len(set(errors))
    assert "Somebody who treats ill people." in made.read("output/en/guide.html")


def test_processes_make_the_same_pages(made):
    assert again(made, How(Workers(jobs=2))) == made.contents("output")


def test_a_record_of_the_glossary_that_is_damaged_costs_time_only(made):
    state = made / ".plainspoken/build.jsonl"
    header, *lines = state.read_text(encoding="utf-8").splitlines()
    values = json.loads(header)
    values["glossary"]["de"]["made_from"] = "?"
    state.write_text("\n".join([json.dumps(values), *lines]) + "\n", encoding="utf-8")
    before = made.contents("output")
    made.write("source/a/notes.md", NOTES.replace("first", "now"))
    made.run(build)
    made.write("source/a/notes.md", NOTES)
    made.run(build)
    assert made.contents("output") == before


def test_a_page_states_its_reading_level_only_where_its_author_asks_for_it(made):
    assert "Reading level" not in made.read("output/en/guide.html")
    text = GUIDE.replace("---\n\n", "reading-level: shown\n---\n\n", 1)
    made.write("source/guide.md", text + "\nDrink water. Rest your leg. Call us if it hurts. " * 12)
    made.write("source/a/notes.md", NOTES.replace("---\n\n", "reading-level: shown\n---\n\n", 1))
    made.run(build)
    assert "About school grade" in made.read("output/en/guide.html")
    assert "Reading level" not in made.read("output/en/a/notes.html")  # too short for a measure
