"""Measure builds with one process, two processes and two workers of a Dask cluster, and compare their pages.

    python benchmarks/cluster.py [--articles 100] [--locales 5] [--runs 5]

Starts a scheduler and two workers on this machine (``pip install 'plainspoken[cluster]'``). All ways take turns, round
after round; each build starts without pages, and its pages are compared with those of the first. In one more build a
worker is killed when the first article is there. The last two lines are about an edit of one translation: the pages of
the incremental build, and of one with ``--force``, must be the same.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import corpus
from speed import Cost, measured
from speed_jobs import edit

ROOT = Path(__file__).resolve().parent.parent


@contextlib.contextmanager
def part(*arguments: str, sign: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run a part of a cluster; give it and the line that says that it is ready."""
    command = [sys.executable, "-m", f"distributed.cli.{arguments[0]}", *arguments[1:]]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603
        assert process.stderr is not None  # noqa: S101
        try:
            yield process, next(line for line in process.stderr if re.search(sign, line))
        finally:
            process.kill()


def digest(output: Path) -> str:
    """Return the digest of all pages, with their names."""
    hashed = hashlib.sha256()
    for path in sorted(output.rglob("*")):
        if path.is_file():
            hashed.update(f"{path.relative_to(output)} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return hashed.hexdigest()[:16]


def build(project: Path, options: str, lost: subprocess.Popen[str] | None = None) -> tuple[Cost, str]:
    """Build without pages; return the cost, and the digest of the pages. `lost` is killed in the middle."""
    shutil.rmtree(project / "output", ignore_errors=True)
    if lost:
        threading.Thread(target=kill_at_the_first_page, args=(project / "output", lost)).start()
    cost = measured(f"{sys.executable} -m pipeline build --force --project {project} {options}")
    return cost, digest(project / "output")


def kill_at_the_first_page(output: Path, lost: subprocess.Popen[str]) -> None:
    """Kill a worker as soon as there is a page of an article."""
    while not any(output.rglob("article-*.html")):
        time.sleep(0.005)
    lost.kill()


def compare(project: Path, folder: Path, runs: int) -> None:
    """Measure all ways, and print what they took."""
    with contextlib.ExitStack() as stack:
        listen = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        _, line = stack.enter_context(part("dask_scheduler", *listen, sign="tcp://"))
        address = line[line.index("tcp://") :].split()[0]
        workers = []
        for name in ("one", "two"):
            alone = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder / name))
            workers.append(stack.enter_context(part("dask_worker", address, *alone, sign="Registered to"))[0])
        ways = {"--jobs 1": "--jobs 1", "--jobs 2": "--jobs 2", "--cluster, 2 workers": f"--cluster {address}"}
        costs: dict[str, list[Cost]] = defaultdict(list)
        digests: dict[str, set[str]] = defaultdict(set)
        for _ in range(runs):
            for way, options in ways.items():
                cost, pages = build(project, options)
                costs[way].append(cost)
                digests[way].add(pages)
        way = "--cluster, a worker killed"
        cost, pages = build(project, f"--cluster {address}", workers[-1])
        costs[way].append(cost)
        digests[way].add(pages)
    print("| build --force | runs | wall s (min–max) | × --jobs 2 | pages |\n| --- | ---: | ---: | ---: | --- |")
    for way, found in costs.items():
        wall = [cost.wall for cost in found]
        ratio = statistics.median(mine / two.wall for mine, two in zip(wall, costs["--jobs 2"], strict=False))
        span = f"{statistics.median(wall):.2f} ({min(wall):.2f}–{max(wall):.2f})"
        print(f"| {way} | {len(found)} | {span} | {ratio:.2f} | {', '.join(digests[way])} |")


def change(project: Path) -> None:
    """Edit one translation, and compare what an incremental build makes with one that makes all again."""
    edit({"corpus": str(project)})
    measured(f"{sys.executable} -m pipeline build --project {project} --jobs 1")
    print(f"\none translation edited, incremental: {digest(project / 'output')}")
    print(f"one translation edited, --force: {build(project, '--jobs 2')[1]}")


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--locales", type=int, default=5)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        project = Path(name, "project")
        corpus.write(project, options.articles, options.locales, localized=True)
        compare(project, Path(name), options.runs)
        change(project)


if __name__ == "__main__":
    main()
