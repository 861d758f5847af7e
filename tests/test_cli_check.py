"""The options of ``check``: several reports, the baseline, mending, changes only."""

import json
import shutil
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from commands.support import Files, make_project

from pipeline.checks import run as running
from pipeline.cli import main
from pipeline.commands.update import update

WATER = "Drink enough water every day, and rest your leg when it hurts."


@pytest.fixture(scope="module")
def flawed_once(tmp_path_factory):
    files = make_project(tmp_path_factory.mktemp("project"), config='locales = ["es"]')
    files.run(update)
    files.translate("es", "site")
    files.translate("es", table={WATER: "es: <script>x</script>"})
    return files.root


@pytest.fixture
def files(flawed_once, tmp_path, monkeypatch):
    """A project with one error."""
    monkeypatch.chdir(tmp_path)
    return Files(shutil.copytree(flawed_once, tmp_path / "project"))


def run(files, *arguments):
    return CliRunner().invoke(main, ["check", "--project", str(files.root), *arguments], catch_exceptions=False)


def test_several_reports_at_once(files, tmp_path):
    arguments = ("--format", "json", "--output", "junit=out/j.xml", "--output", f"sarif={tmp_path / 'x.sarif'}")
    result = run(files, *arguments)
    assert result.exit_code == 1
    assert [each["rule"] for each in json.loads(result.stdout)["findings"]] == ["T105"]
    assert len(ET.parse(tmp_path / "out" / "j.xml").findall("testsuite/testcase")) == 1  # noqa: S314 - our own
    assert json.loads((tmp_path / "x.sarif").read_text())["version"] == "2.1.0"


def test_with_files_only_people_still_get_their_text(files, tmp_path):
    assert "1 finding: 1 error" in run(files, "--output", "json=x.json").stdout
    assert run(files, "--format", "json", "--output", "json=x.json").stdout == ""
    assert json.loads((tmp_path / "x.json").read_text())["schema"] == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["--format", "json", "--format", "sarif"], "json and sarif would be mixed", id="two to one place"),
        pytest.param(["--output", "yaml=x"], "--output yaml=x: write one of text, json,", id="no such format"),
        pytest.param(["--output", "json"], "--output json: write one of", id="no file"),
        pytest.param(["--output", "json=a", "--output", "json=b"], "json has a file already", id="two files"),
        pytest.param(["--diff"], "--diff belongs to --fix", id="a diff of nothing"),
        pytest.param(["--baseline", "x"], "'x' is not one of", id="no such use of the baseline"),
    ],
)
def test_a_wrong_call_is_told(files, arguments, expected):
    result = run(files, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert expected in " ".join(result.stderr.split())


def test_a_report_that_cannot_be_written_is_told(files, tmp_path):
    (tmp_path / "out").write_text("a file")
    result = run(files, "--output", "json=out/x.json")
    assert result.exit_code == 2
    assert "out/x.json: error: cannot be " in result.stderr


def test_every_finding_is_shown_on_demand(files):
    files.write("source/guide.md", files.read("source/guide.md") + "\n![](leg.svg)\n" * 100)
    short, whole = run(files), run(files, "--all")
    assert short.stdout.count("A103[") < 30
    assert "100  error    A103[image-alternative]" in short.stdout
    assert whole.stdout.count("error A103[") == 100


def test_the_baseline_of_the_command_line(files):
    assert run(files, "--baseline", "update").stderr == "checks-baseline.json: written\n"
    result = run(files)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "no findings\n", "")
    assert run(files, "--baseline", "off").exit_code == 1
    files.translate("es", table={WATER: "es: <b>x</b>"})
    result = run(files)
    assert result.exit_code == 1
    assert result.stderr.startswith("note: 1 entry matches nothing any more; ")
    run(files, "--baseline", "prune")
    assert json.loads(files.read("checks-baseline.json"))["findings"] == []


def test_a_baseline_is_not_made_of_half_a_project(files):
    files.write("source/bad.md", "no front matter")
    result = run(files, "--baseline", "update")
    assert result.exit_code == 2
    assert "checks-baseline.json: error: not brought up to date" in result.stderr
    assert not (files / "checks-baseline.json").exists()


def test_a_baseline_publishes_nothing(files):
    run(files, "--baseline", "update")
    CliRunner().invoke(main, ["build", "--project", str(files.root)], catch_exceptions=False)
    assert "script>x" not in files.read("output/es/guide.html")


def test_mending_on_the_command_line(files):
    files.translate("es", table={WATER: f"es: {WATER} "})
    result = run(files, "--fix", "--diff")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- a/locales/es/LC_MESSAGES/guide.po\n")
    result = run(files, "--fix")
    assert (result.exit_code, result.stdout) == (0, "no findings\n")
    path = "locales/es/LC_MESSAGES/guide.po"
    assert f"mended by T113[edge-space]\n{path}: written\n" in result.stderr
    assert run(files, "--fix", "--diff").exit_code == 0


def test_changes_only_on_the_command_line(files):
    result = run(files, "--changed-since", "main")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: --changed-since main: ")


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit", "markdown"])
def test_every_format_can_be_printed(files, form):
    result = run(files, "--format", form, "--fail-on", "never")
    assert result.exit_code == 0
    assert "T105" in result.stdout


def test_a_rule_that_fails_is_told_and_the_findings_of_the_others_too(files, monkeypatch):
    def broken(_):
        raise ValueError("oh")

    rules = tuple(replace(rule, check=broken) if rule.code == "T103" else rule for rule in running.TRANSLATION_RULES)
    monkeypatch.setattr(running, "TRANSLATION_RULES", rules)
    result = run(files)
    assert result.exit_code == 2
    assert "rule T103[image] failed here (ValueError: oh)" in result.stderr
    assert "T105[html-tags]" in result.stdout
