"""What becomes of translations when authors edit real articles: ours beside gettext's ``msgmerge``, on the same edits.

    python benchmarks/edits.py [--rounds N] [FOLDER]

The articles are those of this repository with their seven translations; with FOLDER, also all Markdown files below
it, whose translations are then their own text with a mark. Each round draws a revision of each article with about
twenty edits. ``msgmerge`` comes with the system's package gettext. Exit status 1 if a translation was published that
nobody has seen, or lost.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from catalogs.edit_corpus import (
    CAUTIOUS,
    NOTHING,
    RIGHT,
    UNSEEN,
    WRONG,
    Revision,
    article_template,
    judge,
    own_articles,
    revise,
    with_texts,
)
from catalogs.support import LATER, translated

from pipeline.catalogs import Catalog, format_po, read_po
from pipeline.catalogs.merge import bring_up_to_date
from pipeline.catalogs.merging import Merging
from pipeline.checks.edits import grader
from pipeline.errors import PlainspokenError

_VERDICTS = (RIGHT, CAUTIOUS, NOTHING, WRONG, UNSEEN)
_LEAST = 40
"""Articles with fewer messages have no room for a revision."""


def main() -> int:
    """Print the table; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("folder", nargs="?", type=Path)
    options = parser.parse_args()
    totals: dict[str, Counter[tuple[str, str]]] = {"ours": Counter(), "msgmerge": Counter()}
    faults: Counter[tuple[str, str]] = Counter()
    seconds: Counter[str] = Counter()
    drawn = 0
    grade = grader("en")
    for name, template, catalogs in [*own_articles(), *_others(options.folder)]:
        texts = [message.msgid for message in template]
        for number in range(options.rounds):
            revision = revise(texts, random.Random(f"{name} {number}"))  # noqa: S311 - nothing secret
            drawn += len(revision.edits)
            new = with_texts(template, revision.texts)
            for old in catalogs.values():
                start = time.perf_counter()
                ours = bring_up_to_date(old, new, LATER, Merging(grade=grade)).catalog
                middle = time.perf_counter()
                theirs = _msgmerge(old, new)
                seconds += Counter({"ours": middle - start, "msgmerge": time.perf_counter() - middle})
                _add(totals, faults, {"ours": ours, "msgmerge": theirs}, old, revision)
    _print(totals, faults, drawn)
    print(f"time: ours {seconds['ours']:.1f} s, msgmerge {seconds['msgmerge']:.1f} s (with its process)")
    return int(any(faults["ours", fault] for fault in ("unseen", "lost")))


def _others(folder: Path | None) -> Iterator[tuple[str, Catalog, dict[str, Catalog]]]:
    for path in sorted(folder.rglob("*.md")) if folder else ():
        body = path.read_text(encoding="utf-8", errors="replace")
        if body.startswith("---\n"):
            body = body.partition("\n---\n")[2]
        try:
            template = article_template(f"---\ntitle: T\ndescription: D\n---\n\n{body}".encode(), path.stem)
        except PlainspokenError:
            continue
        if len(template) >= _LEAST:
            yield path.as_posix(), template, {"de": translated(template, "de")}


def _msgmerge(old: Catalog, new: Catalog) -> Catalog:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("old.po", "new.pot")]
        for path, catalog in zip(paths, (old, new), strict=True):
            path.write_text(format_po(catalog), encoding="utf-8")
        command = ["msgmerge", "--quiet", "--previous", "--no-wrap", "-o", "-", *map(str, paths)]
        try:
            done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - a fixed program
        except FileNotFoundError:
            sys.exit("msgmerge is not installed; install the package gettext")
    return read_po(done.stdout, "msgmerge")


def _add(
    totals: dict[str, Counter[tuple[str, str]]],
    faults: Counter[tuple[str, str]],
    merged: dict[str, Catalog],
    old: Catalog,
    revision: Revision,
) -> None:
    for program, catalog in merged.items():
        verdicts, unseen, lost = judge(old, revision, catalog)
        totals[program].update(verdicts)
        faults[program, "unseen"] += unseen + sum(verdict == UNSEEN for _, verdict in verdicts)
        faults[program, "lost"] += lost


def _print(totals: dict[str, Counter[tuple[str, str]]], faults: Counter[tuple[str, str]], drawn: int) -> None:
    kinds = sorted({kind for kind, _ in totals["ours"]})
    print(f"{drawn} edits, {totals['ours'].total()} edits × locales; share with the right translation and state\n")
    print(f"{'edit':18}{'ours':>8}{'msgmerge':>10}   ours / msgmerge: {', '.join(_VERDICTS[1:4])}")
    for kind in (*kinds, ""):
        counts = {program: _counts(total, kind) for program, total in totals.items()}
        shares = [counts[program][RIGHT] / counts[program].total() for program in totals]
        told = ["  ".join(f"{counts[program][verdict]:5}" for verdict in _VERDICTS[1:4]) for program in totals]
        print(f"{kind or 'all':18}{shares[0]:8.1%}{shares[1]:10.1%}   {'  /'.join(told)}")
    for fault, name in (("unseen", "wrongly carried over as not fuzzy"), ("lost", "translations lost")):
        print(f"{name}: ours {faults['ours', fault]}, msgmerge {faults['msgmerge', fault]}")


def _counts(total: Counter[tuple[str, str]], kind: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for (each, verdict), count in total.items():
        if not kind or each == kind:
            counts[verdict] += count
    return counts


if __name__ == "__main__":
    sys.exit(main())
