"""Two commands that write never work at the same time, and a dead one blocks nobody."""

import contextlib
import os
import shutil
import subprocess
import sys

import pytest

from pipeline.commands.lock import locked
from pipeline.commands.outcome import Outcome
from pipeline.commands.stats import stats
from pipeline.commands.update import update
from pipeline.commands.workspace import project_locales
from pipeline.errors import InputError

from .support import GUIDE, Files

HOLDER = """
import sys
from pathlib import Path
from pipeline.commands.lock import locked
from pipeline.project import read_project
with locked(read_project(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextlib.contextmanager
def held(files):
    """Another process that holds the lock of a project."""
    command = [sys.executable, "-c", HOLDER, str(files.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_the_second_waits_says_so_and_then_gives_up(files, caplog):
    message = r"^error: another plainspoken command .+; wait for its end"
    with held(files), pytest.raises(InputError, match=message), locked(files.open(), patience=0.7):
        pass
    assert [record.getMessage() for record in caplog.records] == [
        "waiting for another plainspoken command that writes in this project"
    ]


def test_a_command_that_was_killed_blocks_nobody(files):
    with held(files) as process:
        process.kill()
        process.wait()
        with locked(files.open(), patience=0):
            pass


def test_commands_that_only_read_do_not_wait(translated):
    with held(translated):
        assert translated.run(update, check=True).errors == []
        outcome = Outcome()
        stats(translated.open(), project_locales(translated.open()), outcome)
        assert outcome.errors == []


def test_git_does_not_see_the_lock(files):
    subprocess.run(["git", "init", "-q"], cwd=files.root, check=True)
    before = subprocess.run(["git", "status", "--short"], cwd=files.root, check=True, capture_output=True).stdout
    with locked(files.open()):
        pass
    after = subprocess.run(["git", "status", "--short"], cwd=files.root, check=True, capture_output=True).stdout
    assert after == before


def start(root, verb):
    """Start a command in the project at `root`, in a process of its own."""
    command = [sys.executable, "-m", "pipeline", verb, "--project", str(root)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "SOURCE_DATE_EPOCH": "1760000000"})


def finish(process):
    told = process.communicate()[1]
    assert process.returncode == 0, told


@pytest.mark.parametrize("verbs", [("update", "update"), ("update", "build")])
def test_two_commands_at_once_do_what_they_would_do_one_after_the_other(translated, verbs, tmp_path):
    translated.write("source/guide.md", GUIDE.replace("every day", "each day"))
    outcomes = []
    for place, order in enumerate((verbs, verbs[::-1])):
        copy = Files(shutil.copytree(translated.root, tmp_path.parent / f"{tmp_path.name}-{place}"))
        for verb in order:
            finish(start(copy.root, verb))
        outcomes.append(copy.contents("locales", "output"))
    for process in [start(translated.root, verb) for verb in verbs]:
        finish(process)
    assert translated.contents("locales", "output") in outcomes
    assert translated.run(update).changed == []
    assert translated.entry("de", "Drink enough water each day, and rest your leg when it hurts.").fuzzy
