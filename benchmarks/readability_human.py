"""Compare measures of readability with people's ratings: the shared level, our formulas, textstat's, sentence length.

    python benchmarks/readability_human.py DATA

DATA as in ``fit_level.py``. Each figure is Spearman's correlation with the ratings, all rows; for pairs, the share
whose harder text is measured as harder (half for a tie). ``1 out`` is the shared level with weights fitted without the
language. ``national`` is the formula that `measure` reports first, ``best`` the one of all (ours and textstat's) that
does best on the set: a choice that nobody can make beforehand. A dash: the measure has no answer in the language.
Nothing is downloaded: textstat's English syllables are told only if NLTK's ``cmudict`` is on the disk.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from statistics import correlation, fmean
from typing import Any

from fit_level import Example, features_of, fit, read_sets

from pipeline.readability import measure
from pipeline.readability.level import Features, shared_level
from pipeline.readability.profiles import find_profile

TEXTSTAT = {
    "ts Flesch": ("flesch_reading_ease", -1),
    "ts F-K": ("flesch_kincaid_grade", 1),
    "ts SMOG": ("smog_index", 1),
    "ts ARI": ("automated_readability_index", 1),
    "ts LIX": ("lix", 1),
}
SYLLABLES = ("ts Flesch", "ts F-K", "ts SMOG")
"""Those that count syllables; in English, by a dictionary that does not come with textstat."""

COLUMNS = ("level", "length", "national", *TEXTSTAT)


@dataclass
class Measured:
    """What each measure says about one text; harder texts have higher values."""

    features: Features
    values: dict[str, float]
    """By name: the columns, and our formulas."""


def measure_all(text: str, language: str) -> Measured:
    """Return what all measures say."""
    features = features_of(text, language)
    values = _textstat(text, language)
    if found := shared_level(features):
        values |= {"level": found.score, "length": features.words / features.sentences}
    ours, profile = measure(text, language), find_profile(language)
    formulas = {formula.name: formula for formula in profile.formulas} if profile else {}
    signed = {
        name: -value if formulas[name].cuts[0] > formulas[name].cuts[-1] else value
        for name, value in ours.formulas().items()
    }
    if profile and profile.main and profile.main.name in signed:
        values["national"] = signed[profile.main.name]
    return Measured(features, values | signed)


def _textstat(text: str, language: str) -> dict[str, float]:
    """Return what textstat says, in the language of the text; what it cannot do is left out."""
    textstat = _textstat_module()
    if textstat is None:
        return {}
    textstat.set_lang(language)
    values = {}
    for column, (name, sign) in TEXTSTAT.items():
        if language == "en" and column in SYLLABLES and not _has_dictionary():
            continue
        try:
            values[column] = sign * float(getattr(textstat, name)(text))
        except (LookupError, ZeroDivisionError, TypeError, ValueError):
            continue
    return values


@cache
def _textstat_module() -> Any:
    try:
        return importlib.import_module("textstat")
    except ImportError:
        return None


@cache
def _has_dictionary() -> bool:
    """Tell whether textstat's English dictionary is on the disk: without it, each text would try to download it."""
    try:
        importlib.import_module("nltk").data.find("corpora/cmudict")
    except LookupError:
        return False
    return True


def ranks(values: list[float]) -> list[float]:
    """Return the rank of each value; equal values share the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        stop = start
        while stop < len(order) and values[order[stop]] == values[order[start]]:
            stop += 1
        for place in order[start:stop]:
            found[place] = (start + stop - 1) / 2
        start = stop
    return found


def spearman(values: list[float | None], labels: list[float]) -> float | None:
    """Return Spearman's correlation; None if a twentieth of the values is missing, or all are the same."""
    known = [(value, label) for value, label in zip(values, labels, strict=True) if value is not None]
    if len(known) < 0.95 * len(labels) or len({value for value, _ in known}) == 1:
        return None
    return correlation(ranks([value for value, _ in known]), ranks([label for _, label in known]))


def _rated(row: dict[str, Any]) -> Measured:
    return measure_all(row["text"], row["lang"])


def _paired(row: dict[str, Any]) -> tuple[Measured, Measured]:
    return measure_all(row["hard"], row["lang"]), measure_all(row["easy"], row["lang"])


def order(hard: list[float | None], easy: list[float | None]) -> float | None:
    """Return the share of pairs in the right order; None if a twentieth of the values is missing."""
    known = [(a, b) for a, b in zip(hard, easy, strict=True) if a is not None and b is not None]
    return fmean((a > b) + 0.5 * (a == b) for a, b in known) if len(known) >= 0.95 * len(hard) else None


def _figures(names: set[str], judge: Callable[[str], float | None]) -> list[float | None]:
    """Return the figure of each column, and of the best formula among all `names`."""
    formulas = [figure for name in names - {"level", "length"} if (figure := judge(name)) is not None]
    return [*(judge(name) for name in COLUMNS), max(formulas, default=None)]


def _show(name: str, number: int, figures: list[float | None]) -> None:
    cells = "".join(f"{'-' if figure is None else format(figure, '.3f'):>10s}" for figure in figures)
    print(f"{name:22s}{number:6d}{cells}", flush=True)


def main(folder: Path) -> None:
    """Print both tables."""
    raw = read_sets(folder)
    with Pool() as pool:
        rated = {name: pool.map(_rated, rows, 20) for name, rows in raw.items() if not name.startswith("pairs_")}
        pairs = {name: pool.map(_paired, rows, 20) for name, rows in raw.items() if name.startswith("pairs_")}
    print(f"{'set':22s}{'n':>6s}" + "".join(f"{name:>10s}" for name in (*COLUMNS, "best", "1 out")))
    examples = {
        name: [
            Example(row["label"], held_back=False, features=each.features)
            for row, each in zip(raw[name], texts, strict=True)
            if each.features.words
        ]
        for name, texts in rated.items()
    }
    for name, texts in rated.items():
        labels = [row["label"] for row in raw[name]]

        def correlated(key: str, texts: list[Measured] = texts, labels: list[float] = labels) -> float | None:
            return spearman([each.values.get(key) for each in texts], labels)

        figures = _figures({key for each in texts for key in each.values}, correlated)
        _show(name, len(texts), [*figures, _left_out(name, examples)])
    for name, both in pairs.items():

        def ordered(key: str, both: list[tuple[Measured, Measured]] = both) -> float | None:
            return order([hard.values.get(key) for hard, _ in both], [easy.values.get(key) for _, easy in both])

        _show(name, len(both), _figures({key for hard, _ in both for key in hard.values}, ordered))


def _left_out(name: str, examples: dict[str, list[Example]]) -> float | None:
    """Return the correlation of the level whose weights were fitted on the other languages."""
    others = {key: rows for key, rows in examples.items() if key.rpartition("_")[2] != name.rpartition("_")[2]}
    if not others:
        return None
    slopes = (*fit(others, (0, 1)), 0.0)
    values: list[float | None] = [
        sum(a * b for a, b in zip(slopes, each.row(), strict=True)) for each in examples[name]
    ]
    return spearman(values, [each.label for each in examples[name]])


if __name__ == "__main__":
    match sys.argv[1:]:
        case [data]:
            main(Path(data))
        case _:
            sys.exit(__doc__)
