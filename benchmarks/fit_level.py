"""Fit the weights of the shared level on texts that people have rated, and show how well they do.

    python benchmarks/fit_level.py DATA            weights, and correlations with the ratings
    python benchmarks/fit_level.py --norms         the table `vocabulary.NORMS`, from the lists of `wordfreq`

DATA is a folder with ``dev/*.jsonl``: one object per line, ``{"id", "lang", "text", "label", "split", "group"}`` with a
label that is higher for harder texts, or ``{"id", "lang", "hard", "easy"}`` in files named ``pairs_*``. The weights are
fitted on the rows of split `train`; figures are told for `val`. Sets without a split hold back a fifth of their groups.
The texts are not part of this repository, and their licences do not allow it.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt
from multiprocessing import Pool
from pathlib import Path
from statistics import correlation, fmean, pstdev
from typing import Any

from pipeline.readability import level, vocabulary
from pipeline.readability.measures import split_blocks
from pipeline.readability.sentences import split_sentences
from pipeline.readability.words import split_words

ON_SCALE = ("readmepp_", "cefrsp_")
"""Sets rated on the six levels of the CEFR: they give the scale."""

DOCUMENTS = ("clear_", "onestop_", "gazzola_", "cefrtexts_", "dtra_")
"""Sets of whole texts or passages; they have half the weight, sentences the other half."""

Row = tuple[float, float, float]
"""Logarithm of the load, share of length, share of vowel marks."""


@dataclass
class Example:
    """One rated text."""

    label: float
    held_back: bool
    features: level.Features

    def row(self) -> Row:
        """Return what the weights are for, taken out of the level as it is shipped."""
        found = level.shared_level(self.features)
        if found is None:
            raise ValueError("a text without words")
        base, length, rare, long, marks = (term.value for term in found.terms)
        return (base + length + rare - level.BASE) / level.LOAD, long / level.LENGTH, marks / level.MARKS


def read_sets(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each file in ``dev``."""
    files = sorted((folder / "dev").glob("*.jsonl")) or sorted((folder / "data/dev").glob("*.jsonl"))
    return {file.stem: [json.loads(line) for line in file.open(encoding="utf-8")] for file in files}


def features_of(text: str, language: str) -> level.Features:
    """Return the features of a plain text, whose blocks stand between blank lines."""
    sentences = (sentence for block in split_blocks(text) for sentence in split_sentences(block, language))
    words = [split_words(sentence, language) for sentence in sentences if any(map(str.isalpha, sentence))]
    return level.features(words, language, level.vowel_marks(text, language))


def _example(row: dict[str, Any]) -> Example:
    split = row["split"] if row["dataset"].startswith(ON_SCALE) else ""
    held_back = split == "val" if split else zlib.crc32(str(row["group"]).encode()) % 5 == 0
    return Example(row["label"], held_back, features_of(row["text"], row["lang"]))


def _pair(row: dict[str, Any]) -> tuple[level.Features, level.Features]:
    return features_of(row["hard"], row["lang"]), features_of(row["easy"], row["lang"])


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve linear equations by elimination; a row of zeros gives 0."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda place: abs(rows[place][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        if not rows[column][column]:
            rows[column][column] = 1.0
        for place in range(size):
            if place != column:
                share = rows[place][column] / rows[column][column]
                rows[place] = [a - share * b for a, b in zip(rows[place], rows[column], strict=True)]
    return [line[size] / line[place] for place, line in enumerate(rows)]


def fit(sets: dict[str, list[Example]], columns: Sequence[int]) -> list[float]:
    """Return the slopes for these columns: least squares within each set, whose ratings are made equally wide."""
    matrix = [[0.0] * len(columns) for _ in columns]
    right = [0.0] * len(columns)
    documents = sum(name.startswith(DOCUMENTS) for name in sets)
    for name, examples in sets.items():
        kept = [each for each in examples if not each.held_back]
        weight = 0.5 / len(kept) / (documents if name.startswith(DOCUMENTS) else len(sets) - documents)
        labels = [each.label for each in kept]
        middle, width = fmean(labels), pstdev(labels)
        rows = [[each.row()[column] for column in columns] for each in kept]
        means = [fmean(values) for values in zip(*rows, strict=True)]
        for row, label in zip(rows, labels, strict=True):
            centred = [value - mean for value, mean in zip(row, means, strict=True)]
            for i, a in enumerate(centred):
                right[i] += weight * a * (label - middle) / width
                for j, b in enumerate(centred):
                    matrix[i][j] += weight * a * b
    return solve(matrix, right)


def to_scale(sets: dict[str, list[Example]], slopes: Sequence[float]) -> tuple[float, float]:
    """Return by what to multiply the slopes, and what to add, for the ratings of the sets that are on the scale."""
    factors, pairs = [], []
    for name, examples in sets.items():
        if name.startswith(ON_SCALE):
            kept = [each for each in examples if not each.held_back]
            values = [sum(a * b for a, b in zip(slopes, each.row(), strict=True)) for each in kept]
            labels = [each.label for each in kept]
            factors.append(correlation(values, labels) * pstdev(labels) / pstdev(values))
            pairs.append((fmean(values), fmean(labels)))
    factor = fmean(factors)
    return factor, fmean(label - factor * value for value, label in pairs)


def _correlation(examples: list[Example], slopes: Sequence[float]) -> float:
    rows = [each for each in examples if each.held_back]
    values = [sum(a * b for a, b in zip(slopes, each.row(), strict=True)) for each in rows]
    return correlation(values, [each.label for each in rows])


def _by_sentences(each: Example) -> float:
    return log(each.features.words / each.features.sentences)


def report(sets: dict[str, list[Example]], slopes: list[float]) -> None:
    """Print the correlation with the ratings on the rows that were held back."""
    shipped = (level.LOAD, level.LENGTH, level.MARKS)
    print(f"{'set':14s}{'n':>5s} {'ln words':>9s} {'load':>6s} {'fitted':>7s} {'1 out':>6s} {'shipped':>8s}")
    rows = []
    for name, examples in sets.items():
        kept = [each for each in examples if each.held_back]
        language = name.rpartition("_")[2]
        others = fit({key: value for key, value in sets.items() if not key.endswith("_" + language)}, (0, 1))
        values = [
            correlation([_by_sentences(each) for each in kept], [each.label for each in kept]),
            _correlation(examples, (1, 0, 0)),
            _correlation(examples, slopes),
            _correlation(examples, (*others, 0)),
            _correlation(examples, shipped),
        ]
        rows.append((name, values))
        print(f"{name:14s}{len(kept):5d} " + " ".join(f"{value:7.3f}" for value in values))
    for title, chosen in (
        ("ReadMe++", [values for name, values in rows if name.startswith("readmepp_")]),
        ("others", [values for name, values in rows if not name.startswith("readmepp_")]),
    ):
        print(f"{'mean ' + title:19s} " + " ".join(f"{fmean(column):7.3f}" for column in zip(*chosen, strict=True)))


def main(folder: Path) -> None:
    """Fit and report."""
    raw = read_sets(folder)
    with Pool() as pool:
        sets = {name: pool.map(_example, rows, 50) for name, rows in raw.items() if not name.startswith("pairs_")}
        pairs = {name: pool.map(_pair, rows, 50) for name, rows in raw.items() if name.startswith("pairs_")}
    sets = {name: [each for each in examples if each.features.words] for name, examples in sets.items()}
    load, length = fit(sets, (0, 1))
    arabic = fit({name: value for name, value in sets.items() if name == "readmepp_ar"}, (0, 1, 2))
    factor, base = to_scale(sets, (load, length, 0.0))
    print(f"fitted: load {factor * load:.2f}, length {factor * length:.2f}, base {base:.2f}")
    print(f"        vowel marks {arabic[2] * pstdev(each.label for each in sets['readmepp_ar']):.2f} (Arabic alone)")
    print(f"shipped: {level.LOAD}, {level.LENGTH}, {level.BASE}, {level.MARKS}\n")
    report(sets, [load, length, level.MARKS / factor])
    print("\nshare of pairs whose harder text has the higher level")
    for name, both in pairs.items():
        scores = [(level.shared_level(hard), level.shared_level(easy)) for hard, easy in both]
        right = [(a.score > b.score) + 0.5 * (a.score == b.score) for a, b in scores if a and b]
        print(f"{name:22s}{len(right):5d} {fmean(right):7.3f}")


def print_norms() -> None:
    """Print `vocabulary.NORMS`."""
    for language in sorted(vocabulary.NORMS):
        words = {
            word: 10 ** (zipf - 9)
            for word, zipf in (vocabulary.word_list(language) or {}).items()
            if any(map(str.isalpha, word)) and not any(map(str.isdigit, word))
        }
        total = sum(words.values())
        sizes = [(vocabulary.word_size(word, language), share / total) for word, share in words.items()]
        mean = sum(size * share for size, share in sizes)
        spread = sqrt(sum((size - mean) ** 2 * share for size, share in sizes))
        every = vocabulary.word_list(language) or {}
        rarity = sum(share * max(0.0, vocabulary.COMMON - every[word]) for word, share in words.items())
        unlisted = 1 - sum(10 ** (zipf - 9) for zipf in every.values())
        rarity += unlisted * (vocabulary.COMMON - vocabulary.UNLISTED)
        print(f'    "{language}": Norm({mean:.3f}, {spread:.3f}, {rarity:.3f}),')


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--norms"]:
            print_norms()
        case [data]:
            main(Path(data))
        case _:
            sys.exit(__doc__)
