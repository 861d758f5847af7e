"""Measure builds beside other tools and beside floors, on projects of several sizes.

    python benchmarks/speed.py [--sizes 10,100] [--locales 5] [--runs 5] [--only REGEX] [--svg FILE] [--points FILE]

Writes a table in Markdown, and with `--svg` a picture of the cost of a page against the number of articles; with
`--points` of all sizes that were measured with the same file, since slow tools cannot do large ones. All jobs of one
size take turns, round after round, so that a change of the machine's speed hits all alike; figures are medians.
CPU seconds are those of the command and all its processes; the peak is that of its largest process. `x ours` is the
median of the ratios of CPU seconds to ``plainspoken build``, round by round. Corpora come from `corpus.py`; other
tools from `install_peers.sh` (their folder: the variable PEERS); those that are not there are left out, and named.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import corpus
from speed_jobs import JOBS, Job, Values, edit, fill

HERE = Path(__file__).resolve().parent
PEERS = os.environ.get("PEERS", str(Path.home() / ".cache/peers"))
OURS = JOBS[0].name
FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)


DASHES = ("none", "7 3", "2 3", "9 3 2 3")

Points = dict[str, list[tuple[int, float]]]
"""Of each job: the number of articles, and CPU milliseconds a page."""


class Cost(NamedTuple):
    """What one run took."""

    cpu: float
    wall: float
    peak: float
    """MiB."""


def floor(folder: Path) -> None:
    """Render the Markdown of every page with our extensions, and do nothing else."""
    from pipeline.article.parser import new_parser  # noqa: PLC0415 - the floor's own cost

    md = new_parser()
    for path in [*folder.glob("source/*.md"), *folder.glob("localized/*/*.md")]:
        md.reset()
        md.convert(FRONT_MATTER.sub("", path.read_text(encoding="utf-8"), count=1))


def run(job: Job, project: Path, locales: int) -> dict[str, Cost]:
    """Run a job once in a fresh copy of the project, then what is measured after it; return the costs by name."""
    with tempfile.TemporaryDirectory(dir=project.parent) as name:
        folder = Path(name)
        (folder / "out").mkdir()
        (folder / "work").mkdir()
        shutil.copytree(project, folder / "corpus")
        values: Values = {
            "corpus": str(folder / "corpus"),
            "out": str(folder / "out"),
            "work": str(folder / "work"),
            "langs": " ".join(corpus.LOCALES[:locales]),
            "python": sys.executable,
            "peers": PEERS,
            "here": str(HERE),
        }
        job.prepare(values)
        command = fill(job.command, values)
        costs = {job.name: measured(command)}
        costs |= {name: measured(fill(then, values)) for name, then in job.then}
        if job.again:
            measured(command)  # some tools still find something to do the second time
            costs[f"nothing changed: {job.name}"] = measured(command)
            edit(values)
            costs[f"one translation edited: {job.name}"] = measured(command)
        return costs


def measured(command: str) -> Cost:
    """Run a shell command, and return what it took."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # whoever installs a tool need not compile it at each start
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603
        ["sh", "-ec", command],  # noqa: S607
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None  # noqa: S101
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {command}\n{told.decode(errors='replace')[-2000:]}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - started, usage.ru_maxrss / unit)


def is_there(job: Job) -> bool:
    """Tell whether the tool of a job is installed."""
    return not job.needs or shutil.which(fill(job.needs, {"peers": PEERS})) is not None


def table(articles: int, locales: int, costs: dict[str, list[Cost]]) -> list[str]:
    """Return the rows of one size."""
    pages = articles * (locales + 1)
    rows = [
        f"\n{articles} articles × {locales} locales, {pages} pages\n",
        "| job | runs | CPU s (min–max) | wall s | CPU ms a page | peak MiB | x ours |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, found in costs.items():
        cpu = [cost.cpu for cost in found]
        ratios = [cost.cpu / ours.cpu for cost, ours in zip(found, costs.get(OURS, []), strict=False)]
        ratio = f"{statistics.median(ratios):.2f}" if ratios else ""
        middle, wall = statistics.median(cpu), statistics.median(cost.wall for cost in found)
        peak = statistics.median(cost.peak for cost in found)
        span = f"{middle:.2f} ({min(cpu):.2f}–{max(cpu):.2f})"
        rows.append(
            f"| {name} | {len(found)} | {span} | {wall:.2f} | {middle / pages * 1000:.2f} | {peak:.0f} | {ratio} |"
        )
    return rows


def picture(points: Points) -> str:
    """Return an SVG: CPU milliseconds a page against the number of articles, both on scales of powers of ten."""
    import math  # noqa: PLC0415

    xs = [math.log10(x) for found in points.values() for x, _ in found]
    ys = [math.log10(y) for found in points.values() for _, y in found]
    left, right, low, high = min(xs), max(*xs, min(xs) + 1), math.floor(min(ys)), math.ceil(max(ys))

    def place(x: float, y: float) -> tuple[float, float]:
        return 70 + 430 * (math.log10(x) - left) / (right - left), 370 - 340 * (math.log10(y) - low) / (high - low)

    rows = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 980 420" role="img">',
        "<style>text{font:13px sans-serif}</style>",
        "<title>CPU milliseconds a page against the number of articles; lower is better</title>",
        '<rect width="980" height="420" fill="#fff"/>',
    ]
    for power in range(low, high + 1):
        _, y = place(10**left, 10**power)
        rows.append(f'<path d="M70 {y:.0f}H500" stroke="#ddd"/>')
        rows.append(f'<text x="62" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g}</text>')
    rows += [
        f'<text x="{place(x, 10**low)[0]:.0f}" y="392" text-anchor="middle">{x:,}</text>'
        for x in sorted({x for found in points.values() for x, _ in found})
    ]
    rows += ['<text x="285" y="412" text-anchor="middle">articles</text>', '<text x="20" y="20">CPU ms a page</text>']
    for number, (name, found) in enumerate(sorted(points.items(), key=lambda each: -each[1][-1][1])):
        ours = name.startswith("plainspoken")
        colour = "#b00020" if ours else f"hsl({number * 137 % 360} 45% 38%)"
        # Told apart without colours, too: by dashes, and by the order of the names, which is that of the last points.
        stroke = (
            f'fill="none" stroke="{colour}" stroke-width="{4 if ours else 2}" stroke-dasharray="{DASHES[number % 4]}"'
        )
        dots = [place(*point) for point in found]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
        rows.append(f'<polyline points="{line}" {stroke}/>')
        rows += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in dots]
        rows.append(f'<path d="M520 {36 + number * 22}H560" {stroke}/>')
        rows.append(f'<text x="570" y="{40 + number * 22}">{name}</text>')
    return "\n".join([*rows, "</svg>", ""])


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,100", help="numbers of articles")
    parser.add_argument("--locales", type=int, default=5)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="a regular expression for names of jobs")
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--points", type=Path, help="remembers what was measured, for the picture")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "plainspoken-speed")
    parser.add_argument("--floor", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.floor:
        floor(options.floor)
        return
    wanted = [job for job in JOBS if re.search(options.only, job.name)]
    print("\n".join(f"left out, not installed: {job.name}" for job in wanted if not is_there(job)))
    points = known_points(options.points)
    for size in map(int, options.sizes.split(",")):
        project = options.work / f"{size}x{options.locales}"
        if not project.exists():
            corpus.write(project, size, options.locales, localized=True)
        costs = rounds([*filter(is_there, wanted)], project, options)
        print("\n".join(table(size, options.locales, costs)), flush=True)
        add_points(points, size, size * (options.locales + 1), costs)
    if options.points:
        options.points.write_text(json.dumps(points))
    if options.svg:
        options.svg.write_text(picture(points), encoding="utf-8")


def rounds(jobs: list[Job], project: Path, options: argparse.Namespace) -> dict[str, list[Cost]]:
    """Run all jobs of one size in turns; return what each took."""
    costs: dict[str, list[Cost]] = defaultdict(list)
    for _ in range(options.runs):
        for job in jobs:
            for name, cost in run(job, project, options.locales).items():
                costs[name].append(cost)
    return costs


def known_points(path: Path | None) -> Points:
    """Return what earlier runs measured."""
    known = json.loads(path.read_text()) if path and path.exists() else {}
    return defaultdict(list, {name: [(size, cost) for size, cost in found] for name, found in known.items()})


def add_points(points: Points, size: int, pages: int, costs: dict[str, list[Cost]]) -> None:
    """Add the full builds of one size to what the picture shows."""
    for name, found in costs.items():
        if ":" not in name and "--jobs" not in name and not name.startswith("copy"):
            point = size, statistics.median(cost.cpu for cost in found) / pages * 1000
            points[name] = sorted([*(each for each in points[name] if each[0] != size), point])


if __name__ == "__main__":
    main()
