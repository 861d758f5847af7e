"""Projects that most tests of this folder begin with."""

import pytest

from pipeline.commands.update import update

from .support import make_project


@pytest.fixture
def files(tmp_path):
    """One article, two locales, nothing extracted yet."""
    return make_project(tmp_path)


@pytest.fixture
def translated(files):
    """The same, with catalogs in which all is translated."""
    files.run(update)
    files.translate("de")
    files.translate("es")
    return files
