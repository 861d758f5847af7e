"""Compare an article with the text that it is based on: grade, longest sentence, and words in common.

    python benchmarks/plain_language.py source/muscle-spasms.md ORIGINAL.txt

In the original, a blank line ends a block. The longest run of words that both texts share is printed with the words
around it, so that a reader can see whether it is a name or a title.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from pipeline.article import parse, read_article
from pipeline.article.prose import prose
from pipeline.locale import parse_locale
from pipeline.readability import measure

LONGEST = 5


def main(article_path: Path, original_path: Path) -> None:
    """Print the figures of both texts and the longest runs that they share."""
    article = read_article(article_path.read_bytes(), article_path.as_posix(), article_path.stem)
    document = parse(article, parse_locale("en"))
    ours = [block.text for block in prose(document)]
    theirs = [" ".join(block.split()) for block in original_path.read_text(encoding="utf-8").split("\n\n")]
    for name, blocks in ((article_path.name, ours), (original_path.name, [block for block in theirs if block])):
        figures = measure(blocks, "en")
        longest = max(figures.sentences_list, key=lambda sentence: sentence.words)
        print(f"{name}: {figures.formula} {figures.grade:.1f}, {figures.words} words, longest sentence {longest.words}")
    for run in shared_runs(_words(ours), _words(theirs))[:LONGEST]:
        print(f"shared: {len(run)} words: {' '.join(run)}")


def shared_runs(first: list[str], second: list[str]) -> list[list[str]]:
    """Return the runs of words that both texts have, the longest first."""
    shared: list[str] = []
    size = 1
    while common := _runs(first, size) & _runs(second, size):
        # A run that goes on is told once, at its full length.
        shared = [run for run in shared if not any(f" {run} " in f" {longer} " for longer in common)]
        shared += sorted(common)
        size += 1
    return [run.split() for run in reversed(shared)]


def _runs(words: list[str], size: int) -> set[str]:
    return {" ".join(words[index : index + size]) for index in range(len(words) - size + 1)}


def _words(blocks: list[str]) -> list[str]:
    return re.findall(r"[\w’']+", " ".join(blocks).lower().replace("’", "'"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
