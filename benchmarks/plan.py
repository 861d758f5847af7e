"""Measure what a page costs, and say what a very large site would take.

    python benchmarks/plan.py [--articles 100] [--locales 5] [--site 100000x60] [--workers 16]

Builds a made-up project (`corpus.py`) with two processes. What the command itself does for each page (hand out work,
write files, remember) is told apart from what its workers do: only the latter becomes faster with more of them.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from pathlib import Path

import corpus

from pipeline.commands.build import How, build
from pipeline.commands.workers import Workers
from pipeline.commands.workspace import open_project, project_locales

HOUR = 3600


def spent(who: int) -> float:
    """Return the CPU seconds of this process, or of those that it waited for."""
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def size(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Read the arguments, build, and print what that means for the site."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--locales", type=int, default=5)
    parser.add_argument("--site", default="100000x60", help="articles x locales")
    parser.add_argument("--workers", type=int, default=16)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.write(folder, options.articles, options.locales)
        project = open_project(folder)
        before = spent(resource.RUSAGE_SELF)
        build(project, project_locales(project), how=How(Workers(2), force=True))
        pages = options.articles * (options.locales + 1)
        own = (spent(resource.RUSAGE_SELF) - before) / pages
        others = spent(resource.RUSAGE_CHILDREN) / pages
        bytes_of = {each: size(folder / each) / pages for each in ("locales", "output", ".plainspoken")}
    articles, locales = map(int, options.site.split("x"))
    total = articles * (locales + 1)
    print(f"measured on {pages} pages: {own * 1000:.2f} CPU ms a page in the command, {others * 1000:.2f} in workers")
    print(f"{articles:,} articles x {locales} locales: {total:,} pages")
    print(f"  workers: {others * total / HOUR:.1f} hours of one processor")
    print(f"  the command: {own * total / HOUR:.1f} hours, which more workers do not shorten")
    print(f"  with {options.workers} workers: {max(own, others / options.workers) * total / HOUR:.1f} hours at least")
    for each, count in bytes_of.items():
        print(f"  {each}: {count * total / 1e9:.1f} GB")


if __name__ == "__main__":
    main()
