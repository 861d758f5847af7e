"""How many messages a second the rules judge, beside pofilter; and what a whole ``check`` spends its time on.

    python benchmarks/check_speed.py [PROJECT]

The messages are the clean translations of the tests, full of doses and numbers; all is CPU time of one core, the best
of a few rounds. *rules* are all rules about a translation, readability left out; *rendered* counts the rendering of
both sides too. pofilter (``pip install translate-toolkit``, on the path or named by ``POFILTER``) judges the same
messages; the time of a run over an empty catalog is taken off. With a PROJECT its ``check`` is profiled as well.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).parent))

from checks.harms import NAMES, clean, pair
from peer_checks import catalog

from pipeline.checks import TRANSLATION_RULES
from pipeline.checks.safety.compare import compare
from pipeline.checks.safety.facts import facts
from pipeline.checks.translation import Pair
from pipeline.commands.check import check
from pipeline.commands.workspace import open_project, project_locales

_ROUNDS = 5
_PARTS = {
    "rules about safety": ("checks/safety/",),
    "rules about readability, plain language": (
        "checks/plain_language/",
        "checks/readability",
        "checks/reading",
        "/readability/",
    ),
    "other rules": ("pipeline/checks/",),
    "reading articles and rendering": ("pipeline/article/", "/markdown/"),
    "catalogs": ("pipeline/catalogs/", "polib"),
}


def _best(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(_ROUNDS):
        compare.cache_clear()
        facts.cache_clear()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _judge(pairs: list[Pair]) -> None:
    for each in pairs:
        language = each.locale.tag.partition("-")[0]
        for rule in TRANSLATION_RULES:
            if language not in rule.skipped:
                list(rule.check(each))


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _pofilter(tool: str, messages: list[tuple[str, str, str]]) -> float:
    """Return the CPU time of pofilter over the messages, less that of a start."""
    best = float("inf")
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder) / "full.po", Path(folder) / "empty.po"
        catalog(list(enumerate(messages)), "de").save(str(full))
        catalog([], "de").save(str(empty))
        for _ in range(_ROUNDS // 2):
            times = []
            for path in (empty, full):
                before = _children()
                subprocess.run(  # noqa: S603
                    [tool, "--language=de", "--progress=none", path, path.with_suffix(".out")],
                    check=True,
                    capture_output=True,
                )
                times.append(_children() - before)
            best = min(best, times[1] - times[0])
    return best


def _profile(folder: Path) -> None:
    project = open_project(folder)
    profile = cProfile.Profile()
    profile.runcall(check, project, project_locales(project))
    stats = pstats.Stats(profile)
    total = sum(own for _, _, own, _, _ in stats.stats.values())  # type: ignore[attr-defined]
    shares = dict.fromkeys([*_PARTS, "everything else"], 0.0)
    for (path, _, _), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]
        part = next((part for part, names in _PARTS.items() if any(name in path for name in names)), "everything else")
        shares[part] += own
    print(
        f"\na whole check of {folder}, {total:.1f} s of CPU under the profiler; built-in functions count as the rest:"
    )
    for part, share in sorted(shares.items(), key=lambda each: -each[1]):
        print(f"  {share / total:6.1%}  {part}")
    stats.sort_stats("tottime").print_stats(12)


def main(folder: Path | None) -> None:
    """Print the table."""
    messages = [(source, target, language) for language, source, target in clean()]
    pairs = [pair(*message) for message in messages]
    rules = _best(lambda: _judge(pairs))
    both = _best(lambda: _judge([pair(*message) for message in messages]))
    print(f"{len(messages)} messages in {len(NAMES)} languages, {len(TRANSLATION_RULES)} rules")
    print(f"{'rules':10} {len(messages) / rules:8,.0f} messages a second")
    print(f"{'rendered':10} {len(messages) / both:8,.0f} messages a second")
    tool = os.environ.get("POFILTER") or "pofilter"
    if shutil.which(tool):
        theirs = _pofilter(tool, messages)
        print(f"{'pofilter':10} {len(messages) / theirs:8,.0f} messages a second")
        print(f"the rules are {theirs / rules:.1f} times as fast as pofilter")
    else:
        print("pofilter: not installed")
    if folder:
        _profile(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
