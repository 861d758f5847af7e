"""``audit``: what it looks at, what it tells, and how it ends."""

import json

import pytest
from audit.faults import clean_site
from click.testing import CliRunner

from commands.support import Files, make_project
from pipeline.cli import main
from pipeline.commands.audit import audit
from pipeline.commands.build import build
from pipeline.errors import InputError


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder with pages without faults; the one above it is the current folder."""
    monkeypatch.chdir(tmp_path)
    for name, text in clean_site().items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def run(*arguments):
    return CliRunner().invoke(main, ["audit", *map(str, arguments)], catch_exceptions=False)


def test_pages_without_faults_pass(site):
    result = run(site, "--fail-on", "warning", "--at-least", 8)
    assert result.exit_code == 0
    assert result.stdout == "no findings\n"
    assert "8 pages seen" in result.stderr


def test_a_fault_is_told_with_its_line(site):
    page = site / "es" / "fever.html"
    page.write_text(page.read_text(encoding="utf-8").replace("500 mg de", "50 mg de"), encoding="utf-8")
    result = run(site, "--format", "json")
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)["findings"]
    line = (
        page.read_text(encoding="utf-8")
        .split("\n")
        .index("<li>Tome 50 mg de paracetamol cada 6 horas, y no más de 4 g en 24 horas.</li>")
    )
    assert (finding["rule"], finding["path"], finding["line"]) == ("P709", "site/es/fever.html", line + 1)


def test_warnings_fail_only_when_asked(site):
    page = site / "en" / "fever.html"
    page.write_text(page.read_text(encoding="utf-8").replace("how to sleep well</a>", "click here</a>"), "utf-8")
    assert run(site).exit_code == 0
    assert run(site, "--fail-on", "warning").exit_code == 1


def test_fewer_pages_than_expected_are_an_error(site):
    result = run(site, "--at-least", 9)
    assert result.exit_code == 2
    assert "site: error: only 8 pages, 9 were expected" in result.stderr


@pytest.mark.parametrize("folder", ["empty", "gone"])
def test_nothing_to_look_at_is_an_error(site, folder):
    (site.parent / "empty").mkdir()
    result = run(folder)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith(f"{folder}: error: ")


def test_an_absurdly_large_page_is_told_and_the_others_are_seen(site):
    (site / "large.html").write_bytes(b" " * 20_000_001)
    audited = audit(site, site.parent)
    assert [error.path for error in audited.errors] == ["site/large.html"]
    assert audited.pages == 8


def test_without_a_folder_it_looks_at_what_was_built(tmp_path):
    files = Files(make_project(tmp_path).root)
    files.run(build)
    result = run("--project", files.root)
    assert result.exit_code == 0, result.stdout
    assert "pages seen" in result.stderr
    next(files.root.glob("output/en/guide.html")).unlink()
    result = run("--project", files.root)
    assert result.exit_code == 1


def test_the_folder_must_be_one(tmp_path):
    (tmp_path / "page.html").write_text("<p>")
    with pytest.raises(InputError, match="no such folder"):
        audit(tmp_path / "page.html", tmp_path)
