"""``init``: a project that a newcomer can build at once."""

import tomllib

import pytest
import yaml
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.project import KEYS

WRITTEN = {
    "plainspoken.toml",
    "source/washing-hands.md",
    ".github/workflows/publish.yml",
    ".gitignore",
    ".gitattributes",
    "locales/washing-hands.pot",
    "locales/site.pot",
}


def run(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


def files(folder):
    paths = (path for path in folder.rglob("*") if path.is_file() and ".plainspoken" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in paths}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new") / "site"
    assert run("init", folder).exit_code == 0
    return folder


def test_a_project_is_written(made):
    assert files(made) >= WRITTEN
    settings = tomllib.loads((made / "plainspoken.toml").read_text(encoding="utf-8"))
    assert set(settings) <= set(KEYS)


def test_a_newcomer_builds_checks_audits_and_reports(made):
    for command in (["build"], ["check", "--fail-on", "warning"], ["update", "--check"], ["report"], ["audit"]):
        done = run(*command, "--project", made)
        assert done.exit_code == 0, done.output
        assert "error" not in done.output
    assert (made / "output/en/washing-hands.html").exists()
    assert (made / "output/report/index.html").exists()


def test_a_language_can_be_added_without_touching_the_settings(made):
    assert run("add-locale", "es", "--project", made).exit_code == 0
    assert run("update", "--check", "--project", made).exit_code == 0
    assert run("build", "es", "--project", made).exit_code == 0


def test_the_workflow_is_valid_and_installs_this_version(made):
    workflow = yaml.safe_load((made / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
    commands = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert commands[0].startswith("python -m pip install plainspoken==")
    assert "@" not in commands[0]


@pytest.mark.parametrize("name", ["plainspoken.toml", "source/washing-hands.md", ".github/workflows/publish.yml"])
def test_nothing_is_overwritten(tmp_path, name):
    place = tmp_path / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("mine")
    done = run("init", tmp_path)
    assert (done.exit_code, place.read_text()) == (2, "mine")
    assert f"{name}: error: is there already" in done.output
    assert files(tmp_path) == {name}


def test_everything_in_the_way_is_told_at_once(tmp_path):
    run("init", tmp_path)
    done = run("init", tmp_path)
    assert done.output.count("error:") == 3


def test_files_for_git_stay_and_what_they_need_is_told(tmp_path):
    (tmp_path / ".gitignore").write_text("mine\n")
    done = run("init", tmp_path)
    assert done.exit_code == 0
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert ".gitignore is there already; add to it: /output/" in done.output


def test_a_folder_that_is_a_project_by_another_file_is_left_alone(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.plainspoken]\n")
    done = run("init", tmp_path)
    assert done.exit_code == 2
    assert files(tmp_path) == {"pyproject.toml"}


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "x").write_text("mine")
    done = run("init", tmp_path / "x")
    assert (done.exit_code, (tmp_path / "x").read_text()) == (2, "mine")
    assert "name a folder" in done.output


def test_without_a_name_the_current_folder_becomes_the_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("init").exit_code == 0
    assert (tmp_path / "plainspoken.toml").exists()
