"""Projects that most tests of this folder begin with."""

import shutil

import pytest

from pipeline.commands.update import update

from .support import Files, make_project


@pytest.fixture
def files(tmp_path):
    """One article, two locales, nothing extracted yet."""
    return make_project(tmp_path)


@pytest.fixture(scope="session")
def translated_once(tmp_path_factory):
    files = make_project(tmp_path_factory.mktemp("translated"))
    files.run(update)
    files.translate("de")
    files.translate("es")
    return files.root


@pytest.fixture
def translated(translated_once, tmp_path):
    """The same, with catalogs in which all of the article is translated, and its frame."""
    return Files(shutil.copytree(translated_once, tmp_path, dirs_exist_ok=True))
