"""``import`` and ``adopt``: files in, articles and catalogs out, nothing overwritten."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.commands.adopt import Options, adopt_files
from pipeline.commands.check import check
from pipeline.commands.extract import extract
from pipeline.commands.import_ import import_files
from pipeline.commands.update import update
from pipeline.errors import InputError
from pipeline.locale import parse_locale

from .support import make_project, msgcat, told

TEXT = """\
Sore throat

What helps, and when to worry

Author: Ada Example

What is a sore throat?

Your throat hurts, mostly when you swallow. It can last 3 to 7 days.

Share this

- a cold
- the flu
"""
GERMAN = """\
# Muskelkrämpfe

Ein Muskelkrampf ist ein Muskel, der fest wird und sich eine Weile nicht mehr löst.

## Wann Sie Hilfe brauchen

Rufen Sie in Ihrer Praxis an, wenn der Schmerz nicht aufhört.

Trinken Sie jeden Tag genug Wasser, und schonen Sie Ihr Bein, wenn es wehtut.

Sie können einen Krampf im Bein, im Rücken oder im Nacken spüren. Er kann ein paar Sekunden oder viele Minuten dauern.
Er kann wiederkommen. Die meisten Krämpfe schaden nicht, und Sie können sie zu Hause mit Ruhe, Wärme und sanftem Dehnen
behandeln. Dehnen Sie den Muskel langsam, halten Sie ihn eine halbe Minute, und lassen Sie ihn dann ruhen. Tun Sie das
mehrmals am Tag.
"""


def imported(files, *names, to=None):
    return import_files(files.open(), tuple(map(files.__truediv__, names)), to, "")


def adopted(files, name="guide.html.md", **options):
    return adopt_files(files.open(), (files / name,), replace(Options(parse_locale("de")), **options))


@pytest.fixture
def text(tmp_path):
    files = make_project(tmp_path, {})
    files.write("source/.keep", "")
    files.write("in.txt", TEXT)
    return files


def test_import_writes_an_article_that_every_command_takes(text):
    done = imported(text, "in.txt")
    assert done.outcome.changed == ["source/sore-throat.md"]
    assert [line.rpartition("in.txt")[2] for line in done.report] == [":11: dropped: Share this (sharing)"]
    assert extract(text.open()).errors == []
    rules = {finding.rule for finding in text.run(check).findings}
    assert not {rule for rule in rules if rule.startswith("S")}


def test_import_again_writes_nothing(text):
    imported(text, "in.txt")
    before = text.snapshot("source")
    again = imported(text, "in.txt")
    assert (again.outcome.changed, again.outcome.errors) == ([], [])
    assert text.snapshot("source") == before


def test_import_never_overwrites_an_article(text):
    imported(text, "in.txt")
    text.write("source/sore-throat.md", own := text.read("source/sore-throat.md") + "\nMore of mine.\n")
    done = imported(text, "in.txt")
    assert told(done.outcome.errors)[0].startswith("source/sore-throat.md: error: is there already, with other content")
    assert text.read("source/sore-throat.md") == own


def test_one_bad_file_does_not_stop_the_others(text):
    text.write("a.pdf", b"%PDF")
    text.write("b.txt", TEXT)
    done = imported(text, "a.pdf", "missing.txt", "in.txt", "b.txt")
    assert done.outcome.changed == ["source/sore-throat.md"]
    assert [each.rpartition("error: ")[2][:22] for each in told(done.outcome.errors)] == [
        "a .pdf file cannot be ", "cannot be read (no suc", "makes the same article",
    ]  # fmt: skip


def test_import_takes_pictures_out_of_a_page_and_into_a_folder_below_the_articles(text):
    text.write("p.html", '<h1>Ear</h1><p>An ear, here.</p><img alt="An ear" src="data:image/gif;base64,R0lGODlh">')
    done = imported(text, "p.html", to=text / "source/ears")
    assert done.outcome.changed == ["source/ears/ear.md", "source/ears/pictures/ear-picture-1.gif"]
    assert "![An ear](pictures/ear-picture-1.gif)" in text.read("source/ears/ear.md")


def test_import_writes_only_where_articles_stand(text):
    with pytest.raises(InputError, match="articles stand in source/"):
        imported(text, "in.txt", to=text / "elsewhere")


# --- adopt --------------------------------------------------------------------------------------------------------


def test_adopt_fills_a_new_catalog_for_review(files):
    files.write("guide.html.md", GERMAN)
    done = adopted(files)
    assert done.outcome.changed == ["locales/de/LC_MESSAGES/guide.po"]
    entry = files.entry("de", "Call your doctor if the pain does not stop.")
    assert entry.msgstr == "Rufen Sie in Ihrer Praxis an, wenn der Schmerz nicht aufhört."
    assert "fuzzy" in entry.flags
    assert entry.tcomment.startswith("adopted: 0.9")
    data = files.po("de").read_bytes()
    assert msgcat(data) == data
    assert any("nothing found for: What to do when a muscle hurts." in line for line in done.report)


def test_adopt_keeps_what_is_there(translated):
    before = translated.po("de").read_bytes()
    translated.write("guide.html.md", GERMAN)
    done = adopted(translated)
    assert done.outcome.changed == []
    assert translated.po("de").read_bytes() == before
    assert any(": kept as it was: " in line for line in done.report)


def test_a_comment_of_adopting_survives_an_update(files):
    files.write("guide.html.md", GERMAN)
    adopted(files)
    files.run(update)
    assert files.entry("de", "When to get help").tcomment.startswith("adopted: ")


def test_a_dry_run_writes_nothing(files):
    files.write("guide.html.md", GERMAN)
    done = adopted(files, dry_run=True)
    assert done.outcome.changed
    assert not files.po("de").exists()


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("guide.md", {"domain": "gide"}, "there is no article gide; name one of guide, notes"),
        ("other.md", {}, "which article this translates is not clear; say it with --domain, one of guide, notes"),
        ("guide.pdf", {}, "a .pdf file cannot be imported"),
    ],
)
def test_what_cannot_be_adopted_says_why(tmp_path, name, options, message):
    article = "---\ntitle: T\ndescription: D\n---\n\nText.\n"
    files = make_project(tmp_path, {"guide.md": article, "notes.md": article})
    files.write(f"in/{name}", GERMAN)
    (error,) = adopted(files, f"in/{name}", **options).outcome.errors
    assert message in str(error)


def test_a_damaged_catalog_stays_as_it_is(files):
    files.write("guide.html.md", GERMAN)
    files.write("locales/de/LC_MESSAGES/guide.po", 'msgid "a\n')
    done = adopted(files)
    assert {Path(error.path).name for error in done.outcome.errors} == {"guide.po"}
    assert files.read("locales/de/LC_MESSAGES/guide.po") == 'msgid "a\n'
