"""Damaged input: one clear line for each, nothing is touched, and everything else is done."""

import contextlib
import os
import shutil
import socket
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.commands.files import LARGEST
from pipeline.commands.update import update

from .support import GUIDE, Files, make_project

VERBS = ("update", "build", "check", "stats")
WATER = "Drink enough water every day, and rest your leg when it hurts."
ANYTHING = "An article about anything else."
CHARSET = b"charset=UTF-8"


def run(files, verb, *arguments):
    """Call the program in this process; whatever it raises but its exit, fails the test."""
    result = CliRunner().invoke(main, [verb, "--project", str(files.root), *arguments], catch_exceptions=False)
    return result.exit_code, result.stderr.splitlines()


def errors(lines):
    """The lines about errors, by the path that they begin with."""
    found = {}
    for line in lines:
        path, mark, message = line.partition(": error: ")
        if mark:
            found.setdefault(path.partition(":")[0], []).append((path.partition(":")[2], message))
    return found


# --- the content of catalogs --------------------------------------------------------------------------------------


def after(data, mark, addition):
    """`data` with `addition` in lines of its own before the line that holds `mark`."""
    place = data.rindex(b"\n", 0, data.index(mark)) + 1
    return data[:place] + addition + data[place:]


DAMAGES = {
    # The locale stands for its damage, so that one project holds all of them.
    "ar": ("is not UTF-8; save the file as UTF-8", lambda data: data.replace(b"Drink", b"Drin\xe9", 1)),
    "bg": ("the charset is iso-8859-1; write", lambda data: data.replace(CHARSET, b"charset=ISO-8859-1")),
    "cs": ("this file is UTF-16; save it as UTF-8", lambda data: data.decode().encode("utf-16")),
    "da": ("the string does not end", lambda data: data.replace(b'hurts."\n', b"hurts.\n", 1)),
    "el": ("stands in line", lambda data: data + b'\nmsgid "Muscle spasms"\nmsgstr "again"\n'),
    "et": ("the header is missing", lambda data: data[data.index(b"\n\n") + 2 :]),
    "fi": (
        "1 plural forms, but the header says nplurals=2",
        lambda data: data + b'\nmsgid "n"\nmsgid_plural "ns"\nmsgstr[0] "x"\n',
    ),
    "fr": (
        "resolve the git conflict",
        lambda data: after(
            data, b'msgid "Muscle spasms"', b'<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n=======\n>>>>>>> main\n'
        ),
    ),
    "he": ("control character U+0000 in column", lambda data: data.replace(b"Drink", b"Dr\0nk", 1)),
    "hu": ("has no msgstr", lambda data: data[: data.rindex(b"msgstr")]),
    "it": ("the string does not end", lambda data: data[:-3]),
    "ja": ("expected a comment", lambda data: b"<html><body>Not found</body></html>\n" + data),
    "ko": ("the header is missing", lambda _: b""),
    "lt": ("the header says Language: ", lambda data: data.replace(b"Language: lt", b"Language: lv")),
    "lv": ("MB, and 32 are the most", lambda data: data + b"#" * LARGEST),
}


@pytest.fixture(scope="module")
def damaged_once(tmp_path_factory):
    files = make_project(tmp_path_factory.mktemp("damaged"), config=f"locales = {['de', *DAMAGES]}")
    files.run(update)
    for locale in ("de", *DAMAGES):
        files.translate(locale)
    files.write("source/guide.md", GUIDE.replace(WATER, ANYTHING))
    for locale, (_, damage) in DAMAGES.items():
        files.po(locale).write_bytes(damage(files.po(locale).read_bytes()))
    return files.root


@pytest.mark.parametrize("verb", VERBS)
def test_every_damage_is_told_in_one_line_and_stops_nothing_else(damaged_once, tmp_path, verb):
    files = Files(shutil.copytree(damaged_once, tmp_path, dirs_exist_ok=True))
    before = {locale: files.po(locale).read_bytes() for locale in DAMAGES}
    status, lines = run(files, verb)
    found = errors(lines)
    assert status == 2
    assert set(found) == {f"locales/{locale}/LC_MESSAGES/guide.po" for locale in DAMAGES}
    for locale, (message, _) in DAMAGES.items():
        [(line, told)] = found[f"locales/{locale}/LC_MESSAGES/guide.po"]
        assert message in told
        assert line.isdigit() or locale == "lv"
    assert {locale: files.po(locale).read_bytes() for locale in DAMAGES} == before
    if verb == "update":
        assert files.entry("de", ANYTHING)
    if verb == "build":
        assert ANYTHING in files.read("output/de/guide.html")


def test_a_damaged_template_is_told_and_left_alone(translated):
    translated.write("locales/site.pot", b"\xff")
    translated.write("source/guide.md", GUIDE.replace(WATER, ANYTHING))
    status, lines = run(translated, "update")
    assert (status, set(errors(lines))) == (2, {"locales/site.pot"})
    assert (translated / "locales/site.pot").read_bytes() == b"\xff"
    assert translated.entry("de", ANYTHING)


ARTICLES = {
    "bad UTF-8": (b"---\ntitle: a\n---\n\xe9\n", "4"),
    "NUL": (GUIDE.replace("tight", "ti\0ght").encode(), "6"),
    "UTF-16": (GUIDE.encode("utf-16"), "1"),
    "an open front matter": (b"---\ntitle: x\n", "1"),
    "empty": (b"", "1"),
}


@pytest.mark.parametrize("verb", VERBS)
def test_every_damaged_article_is_told_and_stops_nothing_else(translated, verb):
    for name, (content, _) in ARTICLES.items():
        translated.write(f"source/{name}.md", content)
    (translated / "source" / "folder.md").mkdir()
    status, lines = run(translated, verb)
    expected = {f"source/{name}.md": line for name, (_, line) in ARTICLES.items()} | {"source/folder.md": ""}
    assert (status, {path: told[0][0] for path, told in errors(lines).items()}) == (2, expected)


CONFIGURATIONS = {
    "bad UTF-8": b'title = "\xe9"\n',
    "NUL": b'title = "\0"\n',
    "not TOML": b"<<<<<<< HEAD\n",
    "cut off": b'title = "a',
}


@pytest.mark.parametrize("content", CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_a_damaged_configuration_is_told_in_one_line(files, content):
    files.write("plainspoken.toml", content)
    status, [line] = run(files, "update")
    assert status == 2
    assert line.startswith("plainspoken.toml")
    assert ": error: " in line


# --- things that are no files -------------------------------------------------------------------------------------


def pipe(path):
    os.mkfifo(path)


def loop(path):
    path.symlink_to(path)


def nowhere(path):
    path.symlink_to(path.parent / "nothing")


def device(path):
    path.symlink_to("/dev/zero")


def a_socket(path):
    with socket.socket(socket.AF_UNIX) as server, contextlib.chdir(path.parent):
        server.bind(path.name)


STRANGE = [Path.mkdir, pipe, loop, nowhere, device, a_socket]


@pytest.mark.parametrize("make", STRANGE)
@pytest.mark.parametrize("place", ["locales/de/LC_MESSAGES/guide.po", "locales/guide.pot", "source/more.md"])
def test_what_is_no_file_is_told_and_nothing_hangs(translated, make, place):
    (translated / place).unlink(missing_ok=True)
    make(translated / place)
    status, lines = run(translated, "update")
    assert (status, set(errors(lines))) == (2, {place})
    assert not (translated / place).is_file()
    assert translated.po("es").is_file()


def test_a_link_to_a_catalog_stays_a_link(translated):
    place = translated.po("de")
    place.rename(translated / "elsewhere.po")
    place.symlink_to(translated / "elsewhere.po")
    translated.write("source/guide.md", GUIDE.replace(WATER, ANYTHING))
    assert run(translated, "update")[0] == 0
    assert place.is_symlink()
    assert ANYTHING in translated.read("elsewhere.po")


# --- permissions --------------------------------------------------------------------------------------------------


@pytest.fixture
def ordinary():
    """A project in a folder that an ordinary user owns, and that user at work: root may do everything."""
    with tempfile.TemporaryDirectory() as folder:
        files = make_project(Path(folder), config='locales = ["de", "es"]')
        files.run(update)
        files.write("source/guide.md", GUIDE.replace(WATER, ANYTHING))
        if os.geteuid() != 0:
            yield files
            return
        nobody = 65534
        for top, folders, names in os.walk(folder):
            for name in (".", *folders, *names):
                os.chown(Path(top, name), nobody, nobody)
        os.seteuid(nobody)
        try:
            yield files
        finally:
            os.seteuid(0)


def test_a_catalog_without_permission_is_told_and_the_others_are_updated(ordinary):
    ordinary.po("de").chmod(0)
    status, lines = run(ordinary, "update")
    ordinary.po("de").chmod(0o600)
    assert (status, list(errors(lines))) == (2, ["locales/de/LC_MESSAGES/guide.po"])
    assert "cannot be read (Permission denied)" in lines[0]
    assert ANYTHING not in ordinary.read("locales/de/LC_MESSAGES/guide.po")
    assert ordinary.entry("es", ANYTHING)


def test_a_folder_that_may_not_be_written_is_told_and_the_others_are_updated(ordinary):
    folder = ordinary.po("de").parent
    folder.chmod(0o500)
    status, lines = run(ordinary, "update")
    folder.chmod(0o700)
    assert (status, list(errors(lines))) == (2, ["locales/de/LC_MESSAGES/guide.po"])
    assert "cannot be written (Permission denied)" in lines[0]
    assert ANYTHING not in ordinary.read("locales/de/LC_MESSAGES/guide.po")
    assert ordinary.entry("es", ANYTHING)


def test_a_folder_of_articles_that_cannot_be_read_does_not_withdraw_their_pages(ordinary):
    ordinary.write("source/deep/more.md", GUIDE)
    assert run(ordinary, "build")[0] == 0
    (ordinary / "source/deep").chmod(0)
    status, lines = run(ordinary, "build")
    (ordinary / "source/deep").chmod(0o700)
    assert (status, list(errors(lines))) == (2, ["source/deep"])
    assert (ordinary / "output/en/deep/more.html").is_file()


def test_a_configuration_that_may_not_be_read_is_told(ordinary):
    (ordinary / "pyproject.toml").chmod(0)
    status, [line] = run(ordinary, "update")
    assert status == 2
    assert line == "pyproject.toml: error: cannot be read (Permission denied); check the file and its permissions"
