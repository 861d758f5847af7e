"""Damaged and random catalogs and articles: tracebacks, losses, differences from msgcat. All must be 0.

    python benchmarks/fuzz.py [INPUTS] [SEED]

INPUTS (default 200,000) are shared: 88 % damaged catalogs, 10 % damaged articles, 2 % catalogs and articles that
Hypothesis makes up. Every catalog that can be read is written, read and written again, and merged into a template as
it may be after edits of the article; one of 40 is compared with what msgcat (Debian package gettext) writes. In every
article that can be read, each text is translated, and each translation must stand in the page.
The inputs that failed are kept in the folder fuzz-failures/.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import repeat
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from article.damaged import ARTICLE, assert_every_translation_is_published, document_or_told
from article.strategies import MARKDOWN
from catalogs.damaged import CATALOG, edited
from catalogs.invariants import (
    assert_merge_loses_nothing,
    msgcat_may_differ,
    msgcat_or_refused,
    read_or_told,
    written,
)
from catalogs.support import po_files
from hypothesis import HealthCheck, Phase, given, seed, settings
from mutations import mutated

_FAILURES = Path("fuzz-failures")
_BATCH = 500
_COMPARED = 40
_FRONT_MATTER = "---\ntitle: a\ndescription: b\n---\n"


def main(inputs: int, start: int) -> int:
    """Print the table; return 1 if anything failed."""
    begun = time.monotonic()
    total: Counter[tuple[str, str]] = Counter()
    with ProcessPoolExecutor() as pool:
        for kind, share in (
            ("catalogs", 0.88),
            ("articles", 0.1),
            ("made-up catalogs", 0.01),
            ("made-up articles", 0.01),
        ):
            batches = max(1, round(inputs * share / _BATCH))
            seeds = range(start, start + batches)
            for tally in pool.map(_batch, repeat(kind), seeds):
                total.update({(kind, what): count for what, count in tally.items()})
            _row(kind, total)
    print(f"{time.monotonic() - begun:.0f} seconds")
    return 1 if any("failed" in what for _, what in total) else 0


def _row(kind: str, total: Counter[tuple[str, str]]) -> None:
    counts = {what: count for (of, what), count in sorted(total.items()) if of == kind}
    print(f"{kind:17}", *(f"{what}: {count:,}  " for what, count in counts.items()), flush=True)


def _batch(kind: str, number: int) -> Counter[str]:
    tally: Counter[str] = Counter()
    chance = random.Random(number)  # noqa: S311 - damage, not secrets
    if kind == "catalogs":
        for _ in range(_BATCH):
            _try(partial(_catalog, mutated(chance, CATALOG), chance), tally)
    elif kind == "articles":
        for _ in range(_BATCH):
            _try(partial(_article, mutated(chance, ARTICLE)), tally)
    else:
        _make_up(kind, number, lambda data: _try(partial(_KINDS[kind], data, chance), tally))
    return tally


def _make_up(kind: str, number: int, each: Callable[[bytes], None]) -> None:
    """Hand what Hypothesis makes up to `each`."""
    texts = po_files() if kind == "made-up catalogs" else MARKDOWN.map(_FRONT_MATTER.__add__)

    @seed(number)
    @settings(_SETTINGS)
    @given(texts)
    def run(text: str) -> None:
        each(text.encode())

    run()


_SETTINGS = settings(
    max_examples=_BATCH, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


def _try(ask: Callable[[], list[str]], tally: Counter[str]) -> None:
    """Count what `ask` tells, or keep its input if it fails."""
    tally["inputs"] += 1
    try:
        tally.update(ask())
    except Exception as error:  # noqa: BLE001 - any error is what is looked for
        place = traceback.extract_tb(error.__traceback__)[-1]
        tally[f"failed in {place.name}"] += 1
        _FAILURES.mkdir(exist_ok=True)
        data = ask.args[0]  # type: ignore[attr-defined]
        (_FAILURES / f"{place.name}-{abs(hash(data)):x}").write_bytes(data)


def _catalog(data: bytes, chance: random.Random) -> list[str]:
    catalog = read_or_told(data)
    if catalog is None:
        return ["refused"]
    text = written(catalog)
    assert_merge_loses_nothing(catalog, edited(chance, catalog))
    told = ["read"]
    if not chance.randrange(_COMPARED) and not msgcat_may_differ(data):
        peer = msgcat_or_refused(data)
        if peer not in {None, text.encode()}:
            raise ValueError("not as msgcat")
        told.append("refused by msgcat only" if peer is None else "same as msgcat")
    return told


def _article(data: bytes, _: random.Random | None = None) -> list[str]:
    source = document_or_told(data)
    if source is None:
        return ["refused"]
    assert_every_translation_is_published(source)
    return ["read", *["translations"] * len(source.segments)]


_KINDS = {"made-up catalogs": _catalog, "made-up articles": _article}


if __name__ == "__main__":
    sys.exit(main(int((sys.argv[1:] or ["200000"])[0]), int((sys.argv[2:] or ["1"])[0])))
