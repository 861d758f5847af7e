"""A real Dask cluster on this machine: the same pages, also when a worker is lost."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from pipeline.commands.build import How, build
from pipeline.commands.update import update
from pipeline.commands.workers import Workers
from pipeline.errors import InputError, InputErrors

from .support import GUIDE, make_project

ROOT = Path(__file__).parent.parent.parent


@contextlib.contextmanager
def process(*arguments, sign, program=ROOT):
    """Run a part of a cluster; give it and the line that says that it is ready."""
    environment = {**os.environ, "PYTHONPATH": str(program)}
    command = [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment, cwd=program) as started:
        try:
            yield started, next(line for line in started.stderr if re.search(sign, line))
        finally:
            started.kill()


@pytest.fixture(scope="module")
def scheduler():
    with process("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", sign="tcp://") as (_, line):
        yield re.search(r"tcp://\S+", line)[0]


def worker(address, folder, program=ROOT):
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
    return process("dask_worker", address, *options, sign="Registered to", program=program)


def test_pages_do_not_depend_on_where_they_are_made(scheduler, tmp_path):
    articles = {f"guide{number:02}.md": GUIDE.replace("Muscle", f"Muscle {number}") for number in range(40)}
    files = make_project(
        tmp_path / "site", articles, config='locales = ["es"]\nformats = { epub = true, braille = true }'
    )
    files.run(update)
    for number in range(40):
        files.translate("es", f"guide{number:02}")
    files.run(build)
    expected = files.contents("output")
    how = How(Workers(cluster=scheduler), force=True)
    with worker(scheduler, tmp_path / "one"), worker(scheduler, tmp_path / "two") as (second, _):
        assert files.run(build, how=how).changed == []
        for path in (files / "output").rglob("*.html"):
            path.unlink()
        watch = threading.Thread(target=kill_at_the_first_page, args=(files / "output", second))
        watch.start()
        outcome = files.run(build, how=how)
        watch.join()
    assert outcome.errors == []
    assert files.contents("output") == expected


def kill_at_the_first_page(output, lost):
    while not list(output.rglob("guide*.html")):
        time.sleep(0.005)
    lost.kill()


def test_a_scheduler_that_does_not_answer_is_told(files):
    with pytest.raises(InputError, match=r"no scheduler answers .*; start one with: dask scheduler"):
        files.run(build, how=How(Workers(cluster="tcp://127.0.0.1:9")))
    assert not (files / "output").exists()


def test_a_worker_with_another_program_is_told(files, scheduler, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(ROOT / "pipeline", other / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    (other / "pipeline/locale.py").write_text((ROOT / "pipeline/locale.py").read_text() + "# other")
    with worker(scheduler, tmp_path / "one", other), pytest.raises(InputErrors, match="its files differ"):
        files.run(build, how=How(Workers(cluster=scheduler)))
    assert not (files / "output").exists()
