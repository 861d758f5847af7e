"""Compare the speed of `measure` with that of textstat on the same text: started afresh, and once both are warm.

    python benchmarks/readability_speed.py [FILE] [--words 20000]

Each program runs by itself and prints one Flesch-Kincaid grade, so its start-up counts. Seconds are of the processor,
so that other work on the machine matters little. Ours also finds the level, ranges and the other counts. textstat has
to be installed; the project itself does not need it. At its first English syllable it downloads a dictionary; where
that is not possible, it is given LIX, which is much less work, and the line says so.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ARTICLE = Path(__file__).parent.parent / "source/muscle-spasms.md"
RUNS = 3

OURS = """
import sys, time
begin = time.process_time()
from pipeline.readability import measure
text = open(sys.argv[1], encoding="utf-8").read()
first = measure(text, "en")
cold = time.process_time() - begin
begin = time.process_time()
again = measure(text, "en")
seconds = time.process_time() - begin
import resource
print(first.grade, cold, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

TEXTSTAT = """
import sys, time
begin = time.process_time()
import textstat
text = open(sys.argv[1], encoding="utf-8").read()
try:
    first, formula = textstat.flesch_kincaid_grade(text), textstat.flesch_kincaid_grade
except LookupError:
    first, formula = textstat.lix(text), textstat.lix
cold = time.process_time() - begin
begin = time.process_time()
formula(text + " ")
seconds = time.process_time() - begin
import resource
print(first, cold, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, formula.__name__)
"""


def main(path: Path, words: int, folder: Path) -> None:
    """Print the best of some runs of either program."""
    article = path.read_text(encoding="utf-8")
    times = max(1, words // len(article.split()))
    text = folder / "text.txt"
    # Each repetition differs a little, so that nothing can answer from what it remembers of whole sentences.
    text.write_text("\n\n".join(f"Part {number}.\n\n{article}" for number in range(times)), encoding="utf-8")
    size = len(text.read_text(encoding="utf-8").split())
    print(f"{size} words; best of {RUNS} runs")
    totals: dict[str, list[float]] = {}
    for name, program in (("plainspoken", OURS), ("textstat", TEXTSTAT)):
        runs = [_run(program, text) for _ in range(RUNS)]
        totals[name] = [min(run.seconds[index] for run in runs) for index in range(3)]
        total, cold, warm = totals[name]
        speed = f"{size / warm:,.0f} words/s"
        memory = f"{min(run.memory for run in runs):.0f} MB"
        print(f"{name:12} process {total:.2f} s, first answer {cold:.2f} s, then {speed}, {memory} {runs[0].note}")
    ratio = [theirs / ours for ours, theirs in zip(totals["plainspoken"], totals["textstat"], strict=True)]
    print(
        f"textstat takes {ratio[0]:.1f} x as long in all, {ratio[1]:.1f} x to the first answer, {ratio[2]:.1f} x then"
    )


@dataclass(frozen=True)
class _Run:
    seconds: tuple[float, float, float]
    """Of the process, of its first answer, of its second."""

    memory: float
    """The most that the process had, in MB."""

    note: str


def _run(program: str, text: Path) -> _Run:
    begin = _children()
    command = [sys.executable, "-c", program, str(text)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    total = _children() - begin
    _, cold, warm, memory, *note = result.stdout.split()
    return _Run((total, float(cold), float(warm)), int(memory) / 1024, " ".join(note))


def _children() -> float:
    """Return the seconds that programs started by this one have used so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    import tempfile

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=ARTICLE)
    parser.add_argument("--words", type=int, default=20_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        main(arguments.file, arguments.words, Path(temporary))
