"""E-books and braille beside the pages: made with them, made again with them, and gone with them."""

import zipfile

import pytest

from pipeline.commands.build import How, build
from pipeline.commands.update import update
from pipeline.commands.workers import Workers
from pipeline.errors import InputErrors

from .support import GUIDE, make_project, told

CONFIG = 'locales = ["de", "ja"]\nformats = { epub = true, braille = true }'
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>\n'
WITH_PICTURE = GUIDE.replace("Drink enough", "![A leg](pictures/leg.svg)\n\nDrink enough")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project with one picture, built in one process."""
    files = make_project(tmp_path_factory.mktemp("formats"), {"guide.md": WITH_PICTURE}, CONFIG)
    files.write("source/pictures/leg.svg", PICTURE)
    files.run(update)
    for locale in ("de", "ja"):
        files.translate(locale)
    assert files.run(build, how=How(Workers(1))).errors == []
    return files


@pytest.fixture
def files(made, tmp_path):
    """A copy of it."""
    copied = make_project(tmp_path, {}, CONFIG)
    for path, content in made.contents().items():
        copied.write(path, content)
    copied.run(build)
    return copied


def editions(files):
    names = {path.removeprefix("output/") for path in files.contents("output")}
    return {name for name in names if name.endswith((".epub", ".brf"))}


def in_book(files, name):
    with zipfile.ZipFile(files / "output/en/guide.epub") as book:
        return book.read(f"EPUB/{name}")


ALL = {"en/guide.epub", "de/guide.epub", "ja/guide.epub", "en/guide.brf", "de/guide.brf"}


def test_each_page_has_its_editions_but_braille_only_where_there_is_a_table(made):
    assert editions(made) == ALL
    assert in_book(made, "picture-1.svg") == PICTURE


def test_pages_link_to_the_editions_that_there_are(made):
    for tag in ("en", "de", "ja"):
        page = made.read(f"output/{tag}/guide.html")
        assert ('<li><a href="guide.epub">' in page, '<li><a href="guide.brf">' in page) == (True, tag != "ja")
        assert '<link rel="alternate" type="application/epub+zip" href="guide.epub">' in page


def test_other_processes_make_the_same_bytes(tmp_path):
    articles = {f"guide{number}.md": WITH_PICTURE.replace("Muscle", f"Leg {number}") for number in range(20)}
    files = make_project(tmp_path, articles, CONFIG)
    files.write("source/pictures/leg.svg", PICTURE)
    files.run(build, how=How(Workers(1)))
    expected = files.contents("output")
    assert files.run(build, how=How(Workers(2), force=True)).changed == []
    assert files.contents("output") == expected


def test_a_second_build_writes_nothing_and_forcing_it_changes_nothing(files):
    before = files.contents("output")
    assert files.run(build).changed == []
    assert files.run(build, how=How(force=True)).changed == []
    assert files.contents("output") == before


def test_a_new_picture_is_put_into_the_books(files):
    files.write("source/pictures/leg.svg", PICTURE.replace(b"M0 0h9", b"M0 0h8"))
    outcome = files.run(build)
    assert {path.removeprefix("output/") for path in outcome.changed} == {
        *(f"{tag}/guide.epub" for tag in ("en", "de", "ja")),
        "pictures/leg.svg",
    }
    assert b"M0 0h8" in in_book(files, "picture-1.svg")


def test_a_picture_that_is_missing_is_told_once_and_made_good(files):
    (files / "source/pictures/leg.svg").unlink()
    for _ in range(2):
        (error,) = told(files.run(build).errors)
        assert error.startswith("source/guide.md:13: error: there is no picture source/pictures/leg.svg; ")
    files.write("source/pictures/leg.svg", PICTURE)
    assert files.run(build).errors == []
    assert in_book(files, "picture-1.svg") == PICTURE


@pytest.mark.parametrize("name", ["de/guide.epub", "en/guide.brf"])
def test_an_edition_that_somebody_removed_is_made_again(files, name):
    (files / "output" / name).unlink()
    assert files.run(build).changed == [f"output/{name}"]


def test_editions_go_when_they_are_switched_off(files):
    files.write("pyproject.toml", files.read("pyproject.toml").replace("epub = true, ", ""))
    files.run(build)
    assert editions(files) == {"en/guide.brf", "de/guide.brf"}
    assert "epub" not in files.read("output/en/guide.html")


def test_editions_go_with_their_article(files):
    files.write("source/other.md", GUIDE)
    for path in (files / "source/guide.md", files / "locales/guide.pot", files.po("de"), files.po("ja")):
        path.unlink()
    assert files.run(build).errors == []
    assert editions(files) == {"en/other.epub", "en/other.brf"}


def test_a_translation_changes_its_own_editions_only(files):
    path = files.po("de")
    path.write_text(path.read_text(encoding="utf-8").replace("de: Drink", "de: Trink"), encoding="utf-8")
    outcome = files.run(build)
    assert {path.removeprefix("output/de/guide") for path in outcome.changed} == {".html", ".txt", ".epub", ".brf"}


def test_a_format_is_switched_on_by_true_and_nothing_else(tmp_path):
    files = make_project(tmp_path, config='locales = []\nformats = { epub = "yes", pdf = 1 }')
    with pytest.raises(InputErrors) as caught:
        files.run(build)
    assert [str(error).partition(": error: ")[2] for error in caught.value.errors] == [
        "epub: must be true or false",
        "pdf: must be true or false",
    ]
