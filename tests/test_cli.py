"""The command line: exit statuses, output for programs, and one clear line for everything that is wrong."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner
from commands.support import GUIDE, Files, make_project

from pipeline import __version__
from pipeline.cli import main
from pipeline.commands.update import update

WATER = "Drink enough water every day, and rest your leg when it hurts."
VERBS = ("extract", "update", "check", "build", "stats")


def run(files, *arguments):
    """Call the program in this process; whatever it raises but its exit, fails the test."""
    verb, *rest = arguments
    return CliRunner().invoke(main, [verb, "--project", str(files.root), *rest], catch_exceptions=False)


def execute(*arguments, cwd, **environment):
    """Call the program as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments],
        cwd=cwd,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture(scope="module")
def translated_once(tmp_path_factory):
    files = make_project(tmp_path_factory.mktemp("project"))
    files.run(update)
    files.translate("de")
    files.translate("es")
    return files.root


@pytest.fixture
def files(translated_once, tmp_path):
    """A project in which all is well."""
    return Files(shutil.copytree(translated_once, tmp_path, dirs_exist_ok=True))


# --- exit status --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", VERBS)
def test_all_is_well(files, verb):
    assert run(files, verb).exit_code == 0


@pytest.mark.parametrize("verb", ["extract", "update"])
def test_check_tells_what_is_stale_by_its_exit_status(files, verb):
    result = run(files, verb, "--check")
    assert (result.exit_code, result.stdout) == (0, "")
    files.write("source/guide.md", GUIDE.replace("every day", "each day"))
    result = run(files, verb, "--check")
    assert result.exit_code == 1
    assert result.stdout.startswith("locales/guide.pot: stale\n")
    assert run(files, verb).stdout.startswith("locales/guide.pot: written\n")
    assert run(files, verb, "--check").exit_code == 0


@pytest.mark.parametrize(
    ("change", "statuses"),
    [
        pytest.param("nothing", {"error": 0, "warning": 0, "never": 0}, id="no findings"),
        pytest.param("warning", {"error": 0, "warning": 1, "never": 0}, id="a warning"),
        pytest.param("error", {"error": 1, "warning": 1, "never": 0}, id="an error"),
    ],
)
def test_findings_decide_the_exit_status(files, change, statuses):
    files.translate("de", "site", table={})
    files.translate("es", "site", table={})
    if change == "warning":
        files.translate("es", table={WATER: ""})
    if change == "error":
        files.translate("es", table={WATER: "es: <script>x</script>"})
    assert {level: run(files, "check", "--fail-on", level).exit_code for level in statuses} == statuses


def test_findings_and_bad_input_together_are_bad_input(files):
    files.translate("es", table={WATER: "es: <script>x</script>"})
    files.po("de").write_text("junk\n")
    result = run(files, "check", "--fail-on", "error")
    assert result.exit_code == 2
    assert "T105" in result.stdout, "a damaged catalog hides no finding in another"


def test_add_locale_and_its_refusal(files):
    result = run(files, "add-locale", "fr")
    assert (result.exit_code, "locales/fr/LC_MESSAGES/guide.po: written" in result.stdout) == (0, True)
    result = run(files, "add-locale", "fr")
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["frobnicate"], id="an unknown verb"),
        pytest.param(["check", "--format", "yaml"], id="an unknown format"),
        pytest.param(["check", "--fail-on", "note"], id="an unknown severity"),
        pytest.param(["extract", "--force"], id="an unknown option"),
        pytest.param(["add-locale"], id="nothing to add"),
    ],
)
def test_a_wrong_call_is_told(arguments):
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


def test_help_and_version():
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert all(re.search(rf"^  {verb} ", result.stdout, re.MULTILINE) for verb in (*VERBS, "add-locale"))
    assert CliRunner().invoke(main, ["--version"]).stdout.endswith(f" {__version__}\n")


# --- bad input ----------------------------------------------------------------------------------------------------


def remove_source(files):
    shutil.rmtree(files / "source")


BAD_INPUT = {
    "no front matter": ("source/guide.md", "Text.\n", VERBS, "source/guide.md:1: error: no front matter; "),
    "front matter without end": (
        "source/guide.md",
        "---\ntitle: x\n",
        VERBS,
        "source/guide.md:1: error: the front matter",
    ),
    "no title": ("source/guide.md", "---\ndescription: x\n---\n", VERBS, "source/guide.md:1: error: title: missing "),
    "broken YAML": ("source/guide.md", "---\ntitle: [\n---\n", VERBS, "source/guide.md:2: error: front matter: "),
    "a colon in the title": (
        "source/guide.md",
        "---\ntitle: a: b\n---\n",
        VERBS,
        "source/guide.md:2: error: front matter: ",
    ),
    "a control character": (
        "source/guide.md",
        "---\ntitle: a\x01b\ndescription: d\n---\n",
        VERBS,
        "source/guide.md:2: error: ",
    ),
    "not UTF-8": (
        "source/guide.md",
        b"---\ntitle: \xe9\n---\n",
        VERBS,
        "source/guide.md:2: error: not valid UTF-8; save ",
    ),
    "a damaged catalog": (
        "locales/es/LC_MESSAGES/guide.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "x\n',
        VERBS[1:],
        "locales/es/LC_MESSAGES/guide.po:4: error: ",
    ),
    "a damaged template": (
        "locales/guide.pot",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "x"\nmsgid "y"\nmsgstr ""\n',
        VERBS[:2],
        "locales/guide.pot:",
    ),
    "an article that disappeared": ("locales/old.pot", "", VERBS, "locales/old.pot: error: source/old.md is gone; "),
    "an unknown locale": (
        "pyproject.toml",
        '[tool.plainspoken]\nlocales = ["xx"]\n',
        VERBS,
        "pyproject.toml:2: error: locales: ",
    ),
    "a locale listed twice": (
        "pyproject.toml",
        '[tool.plainspoken]\nlocales = ["es", "de", "es"]\n',
        VERBS[2:3],
        "pyproject.toml:2: error: locales: es is listed twice; ",
    ),
    "an unknown key": (
        "pyproject.toml",
        '[tool.plainspoken]\n\nlocale = ["es"]\n',
        VERBS[2:3],
        "pyproject.toml:3: error: locale: unknown; did you mean locales?",
    ),
    "a wrong value": (
        "pyproject.toml",
        "[tool.plainspoken]\ntitle = 3\n",
        VERBS[2:3],
        "pyproject.toml:2: error: title: must be ",
    ),
    "broken TOML": (
        "pyproject.toml",
        "[tool.plainspoken]\ntitle = \n",
        VERBS[2:3],
        "pyproject.toml:2: error: not valid TOML: ",
    ),
    "a list of tables": ("pyproject.toml", "[[tool.plainspoken]]\n", VERBS[2:3], "pyproject.toml"),
    "a list for a severity": (
        "pyproject.toml",
        '[tool.plainspoken.rules]\nT101 = ["off"]\n',
        VERBS[2:3],
        "pyproject.toml:2: error: T101: must be one of ",
    ),
}


@pytest.mark.parametrize(
    ("name", "verb"), [(name, verb) for name, (_, _, verbs, _) in BAD_INPUT.items() for verb in verbs]
)
def test_bad_input_is_one_clear_line(files, name, verb):
    path, content, _, expected = BAD_INPUT[name]
    files.write(path, content)
    before = files.contents("source", "locales")
    result = run(files, verb)
    lines = [line for line in result.stderr.split("\n") if "error: " in line]
    assert result.exit_code == 2
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith(expected)
    assert "Traceback" not in result.output
    assert files.contents("source", "locales") == before


@pytest.mark.parametrize("verb", VERBS)
def test_no_articles_folder(files, verb):
    shutil.rmtree(files / "source")
    result = run(files, verb)
    assert (result.exit_code, result.stderr) == (
        2,
        "source: error: no such folder; put the articles (Markdown files) there\n",
    )


@pytest.mark.parametrize("verb", VERBS)
def test_everything_wrong_is_told_at_once(files, verb):
    files.write("source/a.md", "Text.\n")
    files.write("source/b.md", b"\xff")
    files.write("source/c.md", "---\ntitle: [1]\nreviewed: soon\n---\n")
    result = run(files, verb)
    assert result.exit_code == 2
    assert [line.partition(" ")[0] for line in result.stderr.split("\n") if "error: " in line] == [
        "source/a.md:1:",
        "source/b.md:1:",
        "source/c.md:2:",
        "source/c.md:1:",
        "source/c.md:3:",
    ]


def test_everything_wrong_in_the_configuration_is_told_at_once_and_once(files):
    files.write(
        "pyproject.toml",
        '[tool.plainspoken]\ntitle = 1\nlocales = ["xx", "en", "de", "de"]\nbase-url = "x"\ncolour = 1\n'
        'publish-threshold = 2\n[tool.plainspoken.rules]\nT999 = "off"\nT101 = "fatal"\n',
    )
    result = run(files, "check")
    lines = result.stderr.removesuffix("\n").split("\n")
    assert result.exit_code == 2
    assert sorted(re.sub(r"^pyproject\.toml:(\d+): error: ([^:]+): .*", r"\1 \2", line) for line in lines) == [
        "2 title",
        "3 locales",
        "3 locales",
        "3 locales",
        "4 base-url",
        "5 colour",
        "6 publish-threshold",
        "8 T999",
        "9 T101",
    ]


def test_an_unknown_source_locale_is_told_once(files):
    files.write("pyproject.toml", '[tool.plainspoken]\nsource-locale = "xx"\nlocales = ["de"]\n')
    result = run(files, "check")
    assert result.exit_code == 2
    assert result.stderr.count("error: ") == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["check", "xx"], "error: unknown locale 'xx'; ", id="unknown"),
        pytest.param(
            ["check", "fr"],
            "error: fr is not a locale of this project; add it with: plainspoken add-locale fr",
            id="not ours",
        ),
        pytest.param(["build", "de", "de"], "error: de is named twice; name it once", id="twice"),
        pytest.param(["update", "DE", "de"], "error: de is named twice; name it once", id="twice in other letters"),
    ],
)
def test_a_wrong_locale_is_told_and_nothing_is_done(files, arguments, expected):
    before = files.snapshot()
    result = run(files, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(expected)
    assert result.stderr.count("\n") == 1
    assert files.snapshot() == before


@pytest.mark.parametrize("address", ["example.org", "javascript:alert(1)", "https://", "/health/"])
def test_a_base_address_that_is_none_is_told(files, address):
    result = run(files, "build", "--base-url", address)
    assert result.exit_code == 2
    assert "base-url" in result.stderr
    assert not (files / "output").exists()


def test_no_project_is_told(tmp_path):
    result = CliRunner().invoke(main, ["check", "--project", str(tmp_path)], catch_exceptions=False)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{tmp_path}: error: no project here: ")
    result = CliRunner().invoke(main, ["check", "--project", str(tmp_path / "x")], catch_exceptions=False)
    assert result.stderr == f"{tmp_path / 'x'}: error: no such folder; name the folder that holds the configuration\n"


@pytest.mark.parametrize(("verb", "folder"), [("extract", "locales"), ("update", "locales"), ("build", "output")])
def test_a_folder_that_cannot_be_written_is_told(files, verb, folder):
    shutil.rmtree(files / folder, ignore_errors=True)
    files.write(folder, "a file in the place of the folder")
    result = run(files, verb)
    lines = result.stderr.removesuffix("\n").split("\n")
    assert result.exit_code == 2
    assert all(
        re.match(rf"{folder}/\S+: error: cannot be \w+ \(.+\); check the \w+", line)
        for line in lines
        if "error" in line
    )
    assert "error: " in result.stderr
    assert files.read(folder) == "a file in the place of the folder"


# --- output for programs ------------------------------------------------------------------------------------------

FIELDS = {
    "rule",
    "name",
    "severity",
    "message",
    "path",
    "line",
    "locale",
    "domain",
    "excerpt",
    "source",
    "fix",
    "fingerprint",
}


def test_findings_as_json(files):
    files.translate("es", table={WATER: "es: <script>x</script>"})
    files.write("source/guide.md", GUIDE + "\n#### Deep\n")
    result = run(files, "check", "--format", "json")
    report = json.loads(result.stdout)
    assert report["schema"] == 1
    assert all(set(finding) == FIELDS for finding in report["findings"])
    (tags,) = (finding for finding in report["findings"] if finding["rule"] == "T105")
    assert tags["severity"] == "error"
    assert (tags["path"], tags["locale"], tags["domain"]) == ("locales/es/LC_MESSAGES/guide.po", "es", "guide")
    assert tags["source"] == {"path": "source/guide.md", "line": 13}
    assert WATER.startswith(tags["excerpt"].rstrip("…"))
    (deep,) = (finding for finding in report["findings"] if finding["rule"] == "A102")
    assert (deep["path"], deep["line"], deep["locale"], deep["source"]) == ("source/guide.md", 19, None, None)


def test_json_without_findings_is_still_json(files):
    files.write("pyproject.toml", "[tool.plainspoken]\nlocales = []\n")
    files.write("source/guide.md", "---\ntitle: Water\ndescription: Drink it.\n---\n\nDrink water.\n")
    assert json.loads(run(files, "check", "--format", "json").stdout) == {"schema": 1, "findings": []}


def test_errors_do_not_disturb_the_json(files):
    files.po("de").write_text("junk\n")
    result = run(files, "check", "--format", "json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["schema"] == 1


def test_findings_for_github(files):
    files.translate("es", table={WATER: ""})
    result = run(files, "check", "--format", "github")
    assert any(
        re.fullmatch(
            r"::warning file=locales/es/LC_MESSAGES/guide\.po,line=\d+,title=C102 missing::not translated; .+", line
        )
        for line in result.stdout.split("\n")
    )


def test_figures_as_json(files):
    figures = json.loads(run(files, "stats", "--format", "json").stdout)
    assert figures["schema"] == 1
    row = next(row for row in figures["progress"] if (row["locale"], row["domain"]) == ("es", "guide"))
    assert (row["translated"], row["missing"], row["share"], row["published"]) == (7, 0, 1.0, True)
    assert figures["articles"][0]["domain"] == "guide"


def test_figures_as_text_can_be_read_when_piped(files):
    files.write("source/a-rather-long-name-of-an-article.md", GUIDE)
    lines = run(files, "stats").stdout.split("\n")
    assert any("a-rather-long-name-of-an-article" in line and "es" in line for line in lines)
    assert not any("…" in line for line in lines)


# --- a real process -----------------------------------------------------------------------------------------------


def test_the_program_runs_as_a_module(files):
    result = execute("build", cwd=files / "source")
    assert (result.returncode, result.stdout) == (0, b"")
    assert re.fullmatch(rb"\d+ files written, 0 removed\n", result.stderr)
    assert (files / "output/es/guide.html").is_file()


def test_a_fault_in_a_real_process_is_one_line_and_status_2(files):
    files.write("source/guide.md", b"\xff")
    result = execute("check", cwd=files.root)
    assert result.returncode == 2
    assert result.stderr == b"source/guide.md:1: error: not valid UTF-8; save the file as UTF-8\n"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["stats"], ["extract"]])
def test_a_terminal_that_cannot_show_everything_is_no_reason_for_a_traceback(files, encoding, arguments):
    files.write("source/ألم.md", GUIDE.replace("Drink", "#### 筋肉のけいれん — ألم\n\nDrink"))
    result = execute(*arguments, cwd=files.root, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert b"Traceback" not in result.stderr
    assert result.returncode == (1 if "check" in arguments else 0)
    if "json" in arguments:
        assert json.loads(result.stdout)["schema"] == 1


def test_colours_are_never_in_piped_output(files):
    files.translate("es", table={WATER: ""})
    for verb in ("check", "stats"):
        assert b"\x1b" not in execute(verb, cwd=files.root).stdout


def test_edits_are_named_and_their_words_shown(files):
    reworded, dotless = WATER.replace("leg", "sore leg"), "Call your doctor if the pain does not stop"
    files.write("source/guide.md", GUIDE.replace(WATER, reworded).replace(f"{dotless}.", dotless))
    result = run(files, "update", "--minor", "no such words")
    assert result.exit_code == 2
    assert "es/LC_MESSAGES/guide.po: written\n" in result.stdout
    assert "note: the translation stays, only punctuation changed: “Call your doctor" in result.stdout
    shown = run(files, "stats", "--changes", "es").stdout
    assert re.fullmatch(r"locales/es/LC_MESSAGES/guide.po:\d+: wording: \+sore\n", shown)
    record = json.loads(run(files, "stats", "--changes", "--format", "json", "es").stdout)["changes"]
    assert [(each["domain"], each["harm"], each["changes"]) for each in record] == [
        ("guide", "wording", [{"removed": "", "added": "sore"}])
    ]


def test_a_build_that_has_nothing_to_do_imports_none_of_the_libraries():
    heavy = {"babel", "jinja2", "lxml", "markdown", "nh3", "polib", "rapidfuzz", "yaml"}
    code = "import sys, pipeline.cli, pipeline.cli_build; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "pipeline.commands.incremental" in told
    assert heavy & set(told) == set()
