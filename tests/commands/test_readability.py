"""The command ``readability``: any file, standard input, JSON lines, and input that cannot be used."""

import io
import json
import os
import subprocess
import sys
import threading

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.commands.readability import answer_lines
from pipeline.readability import measure

ARTICLE = """\
---
title: Muscle spasms
description: What to do when a muscle hurts.
---

A muscle spasm is a muscle that becomes tight and will not relax for a while.

## When to get help

Call your doctor if the pain does not stop.
{: .critical }

```
not prose at all
```

![a picture](x.png)
"""

SENTENCE = "One two three four five six seven eight nine ten."
LONG = "\n\n".join([SENTENCE] * 12)


def run(*arguments, stdin=b""):
    return CliRunner().invoke(main, ["readability", *map(str, arguments)], input=stdin)


def lines_of(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_plain_text(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(f"Rest now.\n\n2021\n\n{LONG}", encoding="utf-8")
    result = run(path)
    assert result.exit_code == 0
    grade = measure(f"Rest now.\n\n{LONG}", "en").grade
    assert f"grade         {grade:.1f} (" in result.stdout
    assert "reading age" in result.stdout
    assert "Flesch-Kincaid grade: " in result.stdout
    assert "tier A" in result.stdout
    assert "13 sentences, 122 words" in result.stdout
    assert "pieces without a letter: 1" in result.stdout


def test_a_short_text_gets_a_range_and_no_digit():
    result = run(stdin=b"Drink water every day. Rest your leg when it hurts.")
    assert result.exit_code == 0
    assert result.stdout.startswith("standard input (en)\n")
    grade = next(line for line in result.stdout.splitlines() if line.startswith("  grade"))
    assert " to " in grade
    assert "." not in grade
    assert "fewer than 100 words or 10 sentences" in grade


def test_the_report_names_level_equivalent_and_error():
    result = run("--lang", "es", stdin=("Bebe agua todos los días y descansa la pierna. " * 15).encode())
    assert "Szigriszt-Pazos perspicuity, INFLESZ scale: " in result.stdout
    assert ", give or take 1.0" in result.stdout
    assert "published target: 65 or higher" in result.stdout


def test_a_language_without_a_formula_says_so():
    result = run("--lang", "fi", stdin=("Juo vettä joka päivä ja lepää. " * 20).encode())
    assert "tier D" in result.stdout
    assert "English-equivalent grade" in result.stdout


def test_a_mend_in_plain_text_names_its_line(tmp_path):
    path = tmp_path / "guide.txt"
    long = "If your leg hurts and you cannot walk\nand it does not get better when you rest and drink water, call us."
    path.write_text(
        f"Rest  now.\n{long}\n\n\n" + "Rest your leg today.\nUse ice.\n\n" * 15 + "Rest.\nUtilise ice.\n",
        encoding="utf-8",
    )
    mends = json.loads(run(path, "--format", "json").stdout)["mends"]
    found = {(mend["text"].split()[0], mend["line"]) for mend in mends}
    assert ("If", 2) in found
    assert ("Utilise", 52) in found
    assert all(mend["line"] for mend in mends)
    assert "mend first    line " in run(path).stdout


def test_a_pipe_is_read(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=("Drink water. Rest.",))
    writer.start()
    result = run(path)
    writer.join()
    assert "2 sentences, 3 words" in result.stdout


def test_a_grade_below_0_is_no_number():
    result = run("--lang", "it", stdin=b"Bevi. Va a casa.\n\n" * 40)
    assert "grade         below 0, easier than the books of the first school year; target 6: reached" in result.stdout
    assert "-" not in result.stdout.partition("formula")[0]


def test_an_article_is_measured_without_front_matter_and_code(tmp_path):
    path = tmp_path / "guide.md"
    path.write_text(ARTICLE, encoding="utf-8")
    answer = json.loads(run(path, "--format", "json").stdout)
    assert answer["schema"] == 1
    assert answer["file"] == str(path)
    texts = "A muscle spasm is a muscle that becomes tight and will not relax for a while.", "When to get help"
    expected = measure([*texts, "Call your doctor if the pain does not stop."], "en")
    assert (answer["words"], answer["sentences"]) == (expected.words, expected.sentences)
    assert answer["longest"][0] == {"words": 16, "text": texts[0]}


@pytest.mark.parametrize("head", ["", "---\nlayout: post\n---\n", "---\n: [\n---\n", "---\n"])
def test_any_markdown_is_read(tmp_path, head):
    path = tmp_path / "any.md"
    path.write_text(f"{head}\n# Rest\n\nDrink **water** and [rest](x.md).\n", encoding="utf-8")
    answer = json.loads(run(path, "--format", "json").stdout)
    assert (answer["words"], answer["sentences"]) == (5, 2)


def test_the_language_is_that_of_the_project(files):
    files.write(
        "pyproject.toml", '[tool.plainspoken]\nsource-locale = "es"\n[tool.plainspoken.readability]\ngrade = 7\n'
    )
    path = files.write("source/guia.md", "Bebe agua.\n")
    answer = json.loads(run(path, "--format", "json").stdout)
    assert (answer["lang"], answer["target"]) == ("es", 7)
    assert json.loads(run(path, "--format", "json", "--lang", "pt-BR").stdout)["lang"] == "pt-BR"
    named = run("-", "--project", files.root, "--format", "json", stdin=b"Bebe agua.")
    assert json.loads(named.stdout)["lang"] == "es"


def test_a_known_language_that_is_not_measured_is_answered():
    result = run("--lang", "is", stdin=b"Drekktu vatn.")
    assert result.exit_code == 0
    assert "not measured" in result.stdout
    assert "grade " not in result.stdout


@pytest.mark.parametrize("data", [b"", b"\n\n", b"12 34", "Привет, мир".encode()])
def test_texts_that_are_none_are_answered(data):
    result = run(stdin=data)
    assert result.exit_code == 0
    assert "not measured" in result.stdout


# --- what people see -----------------------------------------------------------------------------------------------

PROJECT = '[tool.plainspoken]\nlocales = ["de"]\n'
GLOSSARY = "---\ntitle: Glossary\ndescription: Words.\n---\n\nElectrolytes (salts)\n:   Minerals.\n"
CRAMPS = "---\ntitle: Cramps\ndescription: Leg cramps.\n---\n\n## What helps?\n\n" + "\n\n".join(
    f"Your legs need electrolytes and water on day {number}. Rest your legs well." for number in range(12)
)


@pytest.fixture
def project(files):
    (files / "source/guide.md").unlink()
    files.write("pyproject.toml", PROJECT)
    files.write("source/glossary.md", GLOSSARY)
    files.write("source/cramps.md", CRAMPS + "\n\nUtilise heat prior to exercise.\n")
    return files.root


def test_names_in_the_glossary_of_the_project_are_not_counted_as_hard(project, tmp_path_factory):
    inside = json.loads(run(project / "source/cramps.md", "--format", "json").stdout)
    assert inside["known"] == {"words": 12, "names": ["Electrolytes"]}
    told = run(project / "source/cramps.md").stdout
    assert "12 words of 1 name that the glossary explains (Electrolytes)" in told
    outside = tmp_path_factory.mktemp("outside") / "elsewhere.md"
    outside.write_text(CRAMPS, encoding="utf-8")
    answer = json.loads(run(outside, "--format", "json").stdout)
    assert answer["known"] == {"words": 0, "names": []}
    assert answer["grade"] > inside["grade"]


def test_the_best_mends_are_told_with_their_lines(project):
    lines = (project / "source/cramps.md").read_text(encoding="utf-8").splitlines()
    answer = json.loads(run(project / "source/cramps.md", "--format", "json").stdout)
    plainer = {mend["advice"]: mend for mend in answer["mends"] if "for" in mend["advice"]}
    assert plainer["“use” for “Utilise”"]["line"] == lines.index("Utilise heat prior to exercise.") + 1
    assert plainer["“use” for “Utilise”"]["grade"] > 0
    assert "“use” for “Utilise”; that lowers the grade by 0." in run(project / "source/cramps.md").stdout


def test_an_article_with_its_translations(project):
    CliRunner().invoke(main, ["update", "--project", str(project)])
    catalog = project / "locales/de/LC_MESSAGES/cramps.po"
    text = catalog.read_text(encoding="utf-8")
    for number in range(12):
        source = f"Your legs need electrolytes and water on day {number}. Rest your legs well."
        german = f"Ihre Beine brauchen an Tag {number} Wasser. Schonen Sie Ihre Beine."
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{german}"')
    catalog.write_text(text, encoding="utf-8")
    told = run("--article", "cramps", "--project", project)
    assert told.exit_code == 0
    assert [line.split()[0] for line in told.stdout.splitlines()] == ["source/cramps.md", "language", "en", "de"]
    answer = json.loads(run("--article", "cramps", "--project", project, "--format", "json").stdout)
    assert [each["lang"] for each in answer["translations"]] == ["de"]
    assert answer["translations"][0]["words"] == 12 * 11  # what is not translated is not measured as German
    output = project / "report.html"
    assert run("--article", "cramps", "--project", project, "--format", "html", "-o", output).stdout == ""
    page = output.read_text(encoding="utf-8")
    assert "Schonen Sie Ihre Beine." in page
    assert "Not translated." not in page


def test_any_text_as_a_page(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(f"Drink <water> & rest.\n\n{LONG}", encoding="utf-8")
    page = run(path, "--format", "html").stdout
    assert "Drink &lt;water&gt; &amp; rest." in page
    assert "13 sentences" in page
    assert (
        run(
            stdin=b"",
        ).exit_code
        == 0
    )
    assert "<h1>" in run("--format", "html", stdin=b"").stdout


def test_the_questions_for_people():
    told = run("--questions").stdout
    assert "- Who is the text for?" in told
    assert "PEMAT" in told


def test_what_does_not_go_together_is_told(project):
    for arguments, told in (
        (["x.md", "--article", "cramps"], "--article goes without FILE"),
        (["--article", "cramps", "--format", "jsonl"], "--article goes without FILE"),
        (["--format", "jsonl", "-o", "x"], "--output: lines are answered one by one"),
        (["--article", "cramp", "--project", str(project)], "there is no article cramp; the articles are: cramps"),
    ):
        result = run(*arguments)
        assert result.exit_code == 2
        assert told in result.stderr


def test_one_broken_catalog_does_not_hide_the_report(project):
    CliRunner().invoke(main, ["update", "--project", str(project)])
    (project / "locales/de/LC_MESSAGES/glossary.po").write_text('msgid "open', encoding="utf-8")
    result = run("--article", "cramps", "--project", project)
    assert result.exit_code == 2
    assert "glossary.po:1: error:" in result.stderr
    assert "en  " in result.stdout


# --- bad input ----------------------------------------------------------------------------------------------------


def test_bad_input_is_one_line_and_status_2(tmp_path):
    latin = tmp_path / "latin.txt"
    latin.write_bytes(b"Rest\ncaf\xe9\n")
    for arguments, told in (
        ([tmp_path / "none.txt"], "none.txt: error: cannot be read"),
        ([tmp_path], "error: cannot be read"),
        ([latin], f"{latin}:2: error: not valid UTF-8"),
        (["--lang", "english"], "error: --lang: unknown locale 'english'"),
        (["--lang", "xx", "--format", "jsonl"], "error: --lang: unknown locale 'xx'"),
        ([tmp_path / "none.jsonl", "--format", "jsonl"], "none.jsonl: error: cannot be read"),
        (["--project", tmp_path / "none"], "none: error: no such folder"),
    ):
        result = run(*arguments)
        assert result.exit_code == 2, arguments
        assert told in result.stderr
        assert result.stderr.count("\n") == 1
        assert result.stdout == ""


# --- JSON lines ---------------------------------------------------------------------------------------------------

KEYS = {"id", "level", "level_score", "grade", "formula", "equivalent_grade", "words", "sentences", "reason"}


def test_json_lines():
    requests = [
        {"id": 1, "lang": "en", "text": "Rest now."},
        {"id": "two", "lang": "pt_BR", "text": "Beba água."},
        {"id": [3], "lang": "tlh", "text": "bortaS"},
        {"id": None, "lang": "en", "text": ""},
        {"text": "Rest now."},
    ]
    result = run("--format", "jsonl", stdin="\n\n".join(map(json.dumps, requests)).encode())
    answers = lines_of(result)
    assert result.exit_code == 0
    assert [answer["id"] for answer in answers] == [1, "two", [3], None, None]
    assert all(answer.keys() >= KEYS for answer in answers)
    assert [answer["reason"] is None for answer in answers] == [True, True, False, False, True]
    assert [answer["lang"] for answer in answers] == ["en", "pt_BR", "tlh", "en", "en"]
    assert {key: value for key, value in answers[0].items() if key != "id"} == {
        key: value for key, value in answers[4].items() if key != "id"
    }
    assert answers[2]["grade"] is answers[2]["formula"] is answers[2]["level"] is None


def test_a_default_language_for_lines(tmp_path):
    path = tmp_path / "lines.jsonl"
    path.write_text('{"id": 1, "text": "Beba água."}\n', encoding="utf-8")
    assert lines_of(run(path, "--format", "jsonl", "--lang", "pt"))[0]["lang"] == "pt"


BAD = [
    (b"no json", None),
    (b"[1]", None),
    (b'{"id": 2}', 2),
    (b'{"id": 2, "text": 5}', 2),
    (b'{"id": "two", "text": "Rest", "lang": 7}', "two"),
    (b'{"id": 2, "text": "caf\xe9"}', None),
    (b'{"id": NaN, "text": "Rest"}', None),
    (b'{"id": [1e999], "text": "Rest"}', None),
    (b"[" * 100_000, None),
    (b'{"id": ' + b"9" * 5000 + b', "text": "x"}', None),
]


@pytest.mark.parametrize(("bad", "identifier"), BAD, ids=range(len(BAD)))
def test_a_bad_line_does_not_hide_the_others(bad, identifier):
    good = b'{"id": 1, "lang": "en", "text": "Rest now."}'
    result = run("--format", "jsonl", stdin=b"\n".join([good, bad, good]))
    first, wrong, last = lines_of(result)
    assert first == last
    assert wrong["id"] == identifier
    assert wrong["error"].startswith("line 2: ")
    assert result.exit_code == 2
    assert result.stderr.startswith("stdin:2: error: ")
    assert result.stderr.count("\n") == 1


def test_half_a_character_is_answered():
    result = run("--format", "jsonl", stdin=b'{"id": "\\ud800", "text": "Rest \\udfff now."}\n')
    assert result.exit_code == 0
    assert lines_of(result)[0]["id"] == "\ud800"


def test_each_line_is_answered_before_the_next_is_read():
    class Lines(io.RawIOBase):
        read = 0

        def __iter__(self):
            return self

        def __next__(self):
            Lines.read += 1
            return b'{"id": %d, "text": "Rest now."}\n' % Lines.read

    answers = answer_lines(Lines(), "stdin", None, pytest.fail)
    for number in range(1, 4):
        assert json.loads(next(answers))["id"] == number
        assert Lines.read == number


def test_the_program_itself():
    command = [sys.executable, "-m", "pipeline", "readability", "--format", "jsonl"]
    line = json.dumps({"id": "é", "lang": "de", "text": "Trinken Sie viel Wasser."}, ensure_ascii=False).encode()
    # A system without UTF-8 must not matter.
    result = subprocess.run(
        command, input=line, capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    )
    assert json.loads(result.stdout)["id"] == "é"
    assert result.stderr == b""
