"""The pages of a small site, file by file, as people see them.

After a change that is meant: ``pytest tests/test_golden.py --update-golden``, and read the difference before a commit.
"""

import shutil
from pathlib import Path

from pipeline.commands.build import build
from pipeline.commands.update import update
from pipeline.commands.workspace import MANIFEST, open_project, project_locales

GOLDEN = Path(__file__).parent / "golden"
EXPECTED = GOLDEN / "expected"


def files(folder):
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name not in {MANIFEST, "style.css"}]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_the_pages_of_a_small_site_are_those_that_were_looked_at(tmp_path, update_golden):
    shutil.copytree(GOLDEN / "project", tmp_path / "project")
    project = open_project(tmp_path / "project")
    outcome = build(project, project_locales(project))
    assert outcome.errors == []
    found = files(project.output)
    if update_golden:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, text in found.items():
            place = EXPECTED / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
    expected = files(EXPECTED)
    assert sorted(found) == sorted(expected)
    for path, text in expected.items():
        assert found[path] == text, path


def test_the_catalogs_of_the_small_site_are_up_to_date(tmp_path):
    shutil.copytree(GOLDEN / "project", tmp_path / "project")
    project = open_project(tmp_path / "project")
    outcome = update(project, project_locales(project), check=True)
    assert [path for path in outcome.changed if not path.endswith("site.po") and not path.endswith("site.pot")] == []
