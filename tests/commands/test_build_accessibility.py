"""The foot of every page links to the article about accessibility, where there is one in the page's language."""

import shutil

import pytest

from pipeline.commands.build import How, build
from pipeline.commands.update import update
from pipeline.home import FOLDER

from .support import NOTES, Files, make_project

ARTICLE = NOTES.replace("title: Notes", "title: Accessibility").replace(
    "Read the [guide](guide.md#when-to-get-help)", "Ask"
)
LINK = '<p><a href="{}accessibility.html">'


@pytest.fixture
def files(tmp_path):
    made = make_project(tmp_path / "project")
    made.write("source/a/notes.md", NOTES.replace("guide.md", "../guide.md"))
    made.run(update)
    for locale in ("de", "es"):
        made.translate(locale)
        made.translate(locale, "a/notes")
    made.run(build)
    return made


def linked(files):
    """Return the pages whose foot has the link."""
    pages = {path.relative_to(files.root / "output").as_posix(): path for path in files.root.glob("output/*/**/*.html")}
    return {
        name for name, path in pages.items() if LINK.format("../" * (name.count("/") - 1)) in path.read_text("utf-8")
    }


def from_nothing(files):
    other = Files(files.root.parent / "again")
    shutil.rmtree(other.root, ignore_errors=True)
    shutil.copytree(files.root, other.root, ignore=shutil.ignore_patterns("output", FOLDER))
    other.run(build)
    return other.contents("output")


def pages_of(*languages):
    return {f"{tag}/{name}.html" for tag in languages for name in ("guide", "a/notes", "index", "accessibility")}


def test_the_link_comes_and_goes_with_the_article_in_each_language(files):
    assert linked(files) == set()
    files.write("source/accessibility.md", ARTICLE)
    files.run(update)
    files.run(build)
    assert linked(files) == pages_of("en")
    assert files.contents("output") == from_nothing(files)
    files.translate("de", "accessibility")
    files.run(build)
    assert linked(files) == pages_of("en", "de")
    assert files.contents("output") == from_nothing(files)
    before = files.contents("output")
    files.run(build, how=How(force=True))
    assert files.contents("output") == before
    for place in (files / "source/accessibility.md", *(files / "locales").rglob("accessibility.po*")):
        place.unlink()
    files.run(build)
    assert linked(files) == set()
    assert files.contents("output") == from_nothing(files)
