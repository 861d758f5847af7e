"""Work in several processes: the order of results, errors, an end in the middle."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from pipeline.commands.build import How, build
from pipeline.commands.check import check
from pipeline.commands.readability import answer_lines
from pipeline.commands.update import update
from pipeline.commands.workers import Workers
from pipeline.errors import InputError, InputErrors

from .support import GUIDE, NOTES, make_project, told


def square(number):
    return number * number


def fail_at_thirteen(number):
    if number == 13:
        raise InputErrors([InputError("unlucky", path="x.md", line=3)])
    return number


def die_at_thirteen(number):
    if number == 13:
        os._exit(1)
    return number


@pytest.fixture
def many(tmp_path):
    """More articles than travel together, two of them with faults."""
    articles = {f"guide{number:02}.md": GUIDE.replace("Muscle", f"Muscle {number}") for number in range(18)}
    files = make_project(
        tmp_path, {**articles, "notes.md": NOTES.replace("guide", "guide00")}, config='locales = ["es"]'
    )
    files.run(update)
    for number in range(0, 18, 3):
        files.translate("es", f"guide{number:02}")
    files.po("es", "guide05").write_text('msgid "x\n')
    files.write("source/guide07.md", b"\xff")
    return files


def test_results_come_in_the_order_of_the_items():
    for jobs in (1, 2):
        with Workers(jobs).ready(100) as run:
            assert list(run.map(square, range(100))) == [square(number) for number in range(100)]


def test_only_a_few_items_are_under_way():
    taken = count()
    with Workers(2).ready(1000) as run:
        results = run.map(square, (next(taken) for _ in range(1000)))
        next(results)
        assert next(taken) < 100
        assert sum(1 for _ in results) > 900


def test_errors_are_those_of_one_process_and_nobody_is_left():
    for jobs in (1, 2):
        with pytest.raises(InputErrors, match=r"^x\.md:3: error: unlucky$"), Workers(jobs).ready(100) as run:
            list(run.map(fail_at_thirteen, range(1000)))
    assert multiprocessing.active_children() == []


def test_a_process_that_was_killed_is_told():
    with pytest.raises(InputError, match="ended from outside"), Workers(2).ready(100) as run:
        list(run.map(die_at_thirteen, range(1000)))
    assert multiprocessing.active_children() == []


def test_few_items_are_not_worth_a_process():
    assert Workers(0).processes(3) == 1
    assert Workers(0).processes(10**6) >= 1
    assert Workers(5).processes(3) == 5


def test_pages_notes_and_errors_do_not_depend_on_the_number_of_processes(many):
    one = many.run(build)
    pages = many.contents("output")
    two = many.run(build, how=How(Workers(jobs=2), force=True))
    assert many.contents("output") == pages
    assert told(two.errors) == told(one.errors)
    assert len(one.errors) >= 2
    assert (two.notes, two.changed) == (one.notes, [])


def seen(outcome):
    return outcome.findings, told(outcome.errors), outcome.notes, outcome.changed, outcome.record


def test_findings_do_not_depend_on_the_number_of_processes(many):
    many.write(
        "source/hard.md", "---\ntitle: Rest\ndescription: How to rest.\n---\n\n#### Rest\n\n[here](nowhere.md)\n"
    )
    one = many.run(check)
    assert len(one.findings) > 50
    assert len(one.errors) >= 2
    assert {Path(finding.location.path).suffix for finding in one.findings} == {".md", ".po"}
    assert seen(many.run(check, workers=Workers(2))) == seen(one)


def test_catalogs_do_not_depend_on_the_number_of_processes(many, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    many.write("source/guide00.md", GUIDE.replace("Muscle", "Sore muscle").replace("water", "plenty of water"))
    stale = many.run(update, check=True)
    assert len(stale.changed) >= 2
    assert many.run(update, check=True, workers=Workers(2)).changed == stale.changed
    before = many.contents("locales")
    one = many.run(update, minor=("guide00", "nowhere"))
    catalogs = many.contents("locales")
    assert catalogs != before
    for path, content in before.items():
        many.write(path, content)
    two = many.run(update, minor=("guide00", "nowhere"), workers=Workers(2))
    assert many.contents("locales") == catalogs
    assert seen(two) == seen(one)
    assert any("--minor nowhere" in error for error in told(two.errors))


def test_answers_do_not_depend_on_the_number_of_processes():
    lines = [b'{"id": %d, "text": "Rest %d days."}\n' % (number, number) for number in range(200)]
    lines[77:78] = [b"\n", b"no JSON\n"]
    answers, errors = [], []
    for jobs in (1, 2):
        heard = []
        answers.append(list(answer_lines(lines, "stdin", None, heard.append, Workers(jobs))))
        errors.append(told(heard))
    assert len(answers[0]) == 200
    assert answers[0] == answers[1]
    assert errors[0] == errors[1]
    assert [error.partition(": error")[0] for error in errors[0]] == ["stdin:79"]


def test_processes_that_begin_with_nothing_do_the_same(many):
    """As on macOS and Windows, where a process is not a copy of its parent."""
    script = """
import sys, threading, time
from pathlib import Path
from pipeline.commands.build import How, build
from pipeline.commands.check import check
from pipeline.commands.workers import Workers
from pipeline.commands.workspace import open_project, project_locales
if __name__ == "__main__":
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    project = open_project(Path(sys.argv[1]))
    build(project, project_locales(project), how=How(Workers(2)))
    print(len(check(project, project_locales(project), Workers(2)).findings))
"""
    many.write("script.py", script)
    result = subprocess.run([sys.executable, str(many / "script.py"), str(many.root)], capture_output=True, check=True)
    assert int(result.stdout) == len(many.run(check).findings) > 50
    pages = many.contents("output")
    many.run(build, how=How(force=True))
    assert many.contents("output") == pages


def test_an_interrupted_build_leaves_whole_pages_and_no_processes(many):
    many.run(build)
    whole = many.contents("output")
    for path in (many / "output").rglob("*.html"):
        path.unlink()
    command = [sys.executable, "-m", "pipeline", "build", "--force", "--jobs", "2", "--project", str(many.root)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        while process.poll() is None and not list((many / "output").rglob("guide*.html")):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        process.stderr.read()  # ends only when the last process that could write to it is gone
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    left = many.contents("output")
    assert {path: whole[path] for path in left} == left
