"""Time and peak memory of a merge with 5 % of the messages reworded, beside gettext's ``msgmerge`` in the same run.

    python benchmarks/merge_speed.py [MESSAGES]...

Both read a catalog and a template, merge, and write, each in a process of its own; ours also grades each edit. The
texts are drawn with a seed from words in the frequencies of a language. ``msgmerge`` comes with the system's package
gettext. Peak memory is the largest resident set: ours, with Python and all modules, from ``getrusage``; that of
``msgmerge`` from Linux's ``/proc``.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from itertools import product
from pathlib import Path

from pipeline.catalogs import format_po, make_template_from_messages, new_catalog, read_po
from pipeline.catalogs.merge import bring_up_to_date
from pipeline.catalogs.merging import Merging
from pipeline.catalogs.template import TemplateMessage
from pipeline.checks.edits import grader
from pipeline.commands.files import now
from pipeline.locale import parse_locale
from pipeline.model import Key

_SIZES = (1_000, 10_000, 50_000)
_PEAK = re.compile(r"VmHWM:\s*(\d+)")
_SHARE = 0.05
_WORDS = ["".join(parts) for parts in product("bcdfglmnprst", "aeiou", ["n", "r", "st", "ll", "mp", "ck"])]
_WEIGHTS = [1 / rank for rank in range(1, len(_WORDS) + 1)]


def main(sizes: list[int]) -> None:
    """Print the table."""
    print(f"{'messages':>8}  {'ours':>8}  {'msgmerge':>8}  {'ratio':>6}  {'ours':>8}  {'msgmerge':>8}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            old, new = Path(folder) / "old.po", Path(folder) / "new.pot"
            _write(old, new, size)
            ours, our_memory = _in_own_process(old, new)
            theirs, their_memory = _msgmerge(old, new)
        memory = f"{our_memory:6.0f}MB  {their_memory:6.0f}MB"
        print(f"{size:8}  {ours:7.2f}s  {theirs:7.2f}s  {ours / theirs:6.2f}  {memory}", flush=True)


def _write(old: Path, new: Path, size: int) -> None:
    """Write a translated catalog, and a template in which some messages have another word."""
    rng = random.Random(size)  # noqa: S311 - nothing secret
    texts = dict.fromkeys(_sentence(rng) for _ in range(size))
    reworded = {text: _reworded(text, rng) if rng.random() < _SHARE else text for text in texts}
    source, target = parse_locale("en"), parse_locale("de")
    templates = [
        make_template_from_messages(
            [TemplateMessage(Key(None, text), ["Paragraph"], ["source/x.md"]) for text in dict.fromkeys(found)],
            source,
            "Speed",
            None,
            now(),
        )
        for found in (texts, reworded.values())
    ]
    catalog = new_catalog(templates[0], target, now())
    for message in catalog:
        message.msgstr = message.msgid.swapcase()
    old.write_text(format_po(catalog), encoding="utf-8")
    new.write_text(format_po(templates[1]), encoding="utf-8")


def _sentence(rng: random.Random) -> str:
    return f"{' '.join(rng.choices(_WORDS, _WEIGHTS, k=rng.randint(6, 30))).capitalize()}."


def _reworded(text: str, rng: random.Random) -> str:
    words = text.split()
    words[rng.randrange(1, len(words) - 1)] = rng.choice(_WORDS)
    return " ".join(words)


def _in_own_process(old: Path, new: Path) -> tuple[float, float]:
    """Run our merge in a process of its own; return the seconds and the megabytes that it took."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_ours, args=(old, new, there))
    process.start()
    seconds, kilobytes = here.recv()
    process.join()
    return seconds, kilobytes / 1024


def _ours(old: Path, new: Path, pipe: multiprocessing.connection.Connection) -> None:
    start = time.perf_counter()
    catalog, template = (read_po(path.read_bytes(), path.name) for path in (old, new))
    merged = bring_up_to_date(catalog, template, now(), Merging(grade=grader("en"))).catalog
    old.with_suffix(".ours").write_text(format_po(merged), encoding="utf-8")
    pipe.send((time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))


def _msgmerge(old: Path, new: Path) -> tuple[float, float]:
    """Run ``msgmerge``; return the seconds and the megabytes that it took, as Linux tells them while it runs."""
    options = ["--quiet", "--previous", "--no-wrap", "-o", str(old.with_suffix(".theirs"))]
    start = time.perf_counter()
    try:
        process = subprocess.Popen(["msgmerge", *options, str(old), str(new)])  # noqa: S603, S607 - a fixed program
    except FileNotFoundError:
        sys.exit("msgmerge is not installed; install the package gettext")
    peak = 0
    while process.poll() is None:
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii", errors="replace")
        if found := _PEAK.search(status):
            peak = int(found[1])
        time.sleep(0.005)
    return time.perf_counter() - start, peak / 1024


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(_SIZES))
