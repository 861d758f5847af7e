"""``import`` and ``adopt`` from the command line: what is printed, and the exit status."""

import pytest
from click.testing import CliRunner

from pipeline.cli import main

CONFIGURATION = '[tool.plainspoken]\nlocales = ["de"]\n'
TEXT = "Cold\n\nA cold is a virus in your nose, for 7 days.\n\nShare this page\n\nDrink 2 litres a day, and rest.\n"
GERMAN = (
    "Erkältung\n\nEine Erkältung ist ein Virus in der Nase, für 7 Tage.\n\nTrinken Sie 2 Liter am Tag, und ruhen Sie.\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "in.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "cold.txt").write_text(GERMAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, arguments)


def test_a_text_becomes_an_article_and_its_translation_a_catalog(run):
    imported = run("import", "in.txt")
    assert imported.exit_code == 0
    assert "in.txt:5: dropped: Share this page (sharing)\n" in imported.output
    assert imported.output.endswith("source/cold.md: written\n")
    assert "locales/de/LC_MESSAGES/cold.po: would be written" in run("adopt", "de", "cold.txt", "--dry-run").output
    adopted = run("adopt", "de", "cold.txt")
    assert adopted.exit_code == 0
    assert adopted.output.startswith("cold.txt: ")
    assert adopted.output.endswith("locales/de/LC_MESSAGES/cold.po: written\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["import", "gone.txt"], "gone.txt: error: cannot be read (no such file)"),
        (["adopt", "fr", "cold.txt"], "error: fr is not a locale of this project"),
        (["adopt", "de", "cold.txt"], "source: error: no such folder; put the articles"),
        (["import", "in.txt", "--encoding", "nonsense"], "in.txt: error: unknown encoding nonsense"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(run, arguments, message):
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert "Traceback" not in result.output
