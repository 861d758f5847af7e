"""``--changed-since``: findings about what a change touched, and nothing else."""

import shutil
import subprocess

import pytest

from pipeline.commands.changed import changed_since
from pipeline.commands.check import check
from pipeline.commands.update import update
from pipeline.errors import InputError

from .support import GUIDE, Files

WATER = "Drink enough water every day, and rest your leg when it hurts."
DOCTOR = "Call your doctor if the pain does not stop."
BAD = "es: [x](javascript:y)"


def git(files, *arguments):
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=files.root, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(translated):
    """One commit, in which one message has an error already."""
    translated.translate("es", table={DOCTOR: BAD})
    git(translated, "init", "--quiet", "--initial-branch=main")
    git(translated, "add", ".")
    git(translated, "commit", "--quiet", "--message=first")
    return translated


def rows(files, revision="HEAD"):
    findings = changed_since(files.open(), files.run(check).findings, revision)
    return [(each.rule, each.locale, each.excerpt) for each in findings if each.domain == "guide"]


def test_nothing_changed(repository):
    assert rows(repository) == []


def test_a_translation_that_changed(repository):
    repository.translate("es", table={DOCTOR: BAD, WATER: BAD})
    assert rows(repository) == [("T102", "es", WATER)]


def test_lines_that_moved_are_not_changed(repository):
    path = repository.po("es")
    path.write_text("# A comment\n" + path.read_text())
    repository.write("source/guide.md", GUIDE.replace("## When", "\n\n## When"))
    assert rows(repository) == []


def test_a_block_of_the_source_that_changed(repository):
    repository.write("source/guide.md", GUIDE.replace(WATER, f"{WATER}\n![](leg.svg)") + "\n![](arm.svg)\n")
    git(repository, "commit", "--quiet", "--all", "--message=second")
    found = {row for row in rows(repository, "HEAD~1") if row[0] == "A103"}
    assert len(found) == 2
    assert rows(repository) == []


def test_a_reworded_block_is_changed_before_and_after_the_update(repository):
    repository.write("source/guide.md", GUIDE.replace("rest your leg", "rest your sore leg"))
    assert {(rule, locale) for rule, locale, _ in rows(repository)} == {("C101", "de"), ("C101", "es")}
    repository.run(update)
    assert {(rule, locale) for rule, locale, _ in rows(repository)} == {("C103", "de"), ("C103", "es")}


def test_a_new_article_is_all_new(repository):
    repository.write("source/new.md", GUIDE.replace("title: ", "title: New "))
    found = changed_since(repository.open(), repository.run(check).findings, "HEAD")
    assert {each.rule for each in found if each.domain == "new"} == {"C101"}
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message=second")
    assert changed_since(repository.open(), repository.run(check).findings, "HEAD") == []


def test_a_removed_catalog(repository):
    repository.po("es").unlink()
    assert rows(repository) == [("C101", "es", "")]


def test_only_this_branch_counts(repository):
    git(repository, "switch", "--quiet", "--create=mine")
    repository.translate("es", table={DOCTOR: BAD, WATER: BAD})
    git(repository, "commit", "--quiet", "--all", "--message=mine")
    git(repository, "switch", "--quiet", "main")
    repository.translate("de", table={WATER: BAD})
    git(repository, "commit", "--quiet", "--all", "--message=theirs")
    git(repository, "switch", "--quiet", "mine")
    assert rows(repository, "main") == [("T102", "es", WATER)]


def test_a_project_in_a_folder_of_its_repository(tmp_path, translated_once):
    root = tmp_path / "docs" / "health"
    shutil.copytree(translated_once, root)
    files = Files(root)
    git(files, "init", "--quiet", str(tmp_path))
    git(files, "add", ".")
    git(files, "commit", "--quiet", "--message=first")
    files.translate("es", table={WATER: BAD})
    assert rows(files) == [("T102", "es", WATER)]


def test_an_article_that_could_not_be_read_then_is_all_changed(repository):
    whole = GUIDE + "\n![](leg.svg)\n"
    repository.write("source/guide.md", "no front matter")
    git(repository, "commit", "--quiet", "--all", "--message=broken")
    repository.write("source/guide.md", whole)
    assert "A103" in {rule for rule, _, _ in rows(repository)}


@pytest.mark.parametrize(
    ("revision", "expected"),
    [
        pytest.param("nope", "git knows no such revision", id="unknown"),
        pytest.param("--help", "git knows no such revision", id="like an option"),
        pytest.param("", "git knows no such revision", id="empty"),
        pytest.param("HEAD:source", "git knows no such revision", id="a folder"),
    ],
)
def test_an_unknown_revision_is_told(repository, revision, expected):
    with pytest.raises(InputError, match=expected) as caught:
        changed_since(repository.open(), [], revision)
    assert f"--changed-since {revision}" in str(caught.value)


def test_outside_of_git_is_told(translated):
    with pytest.raises(InputError, match="not in a git checkout"):
        changed_since(translated.open(), [], "HEAD")


def test_without_git_it_is_told(translated, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="git cannot be run"):
        changed_since(translated.open(), [], "HEAD")
