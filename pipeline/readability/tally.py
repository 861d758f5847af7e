"""From the words of a text to its `Counts`: each different word is looked at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from pipeline.readability.formulas import LONG, MOST, Counts, Runs
from pipeline.readability.patterns import later

_RUNS = later(
    r"(?P<latin>[A-Za-zＡ-Ｚａ-ｚ]+)|(?P<hiragana>[\u3041-\u309f]+)|(?P<katakana>[\u30a0-\u30fa\u30fc-\u30ff]+)"
    r"|(?P<kanji>[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)|(?P<comma>[、，])"
)


class LetterTable(dict[str, int]):
    """The letters of each word that was asked for; a text says most of its words again and again."""

    def __missing__(self, word: str) -> int:
        self[word] = size = sum(map(str.isalpha, word))
        return size

    def of(self, words: Iterable[str]) -> int:
        """Return the letters of all `words`."""
        return sum(map(self.__getitem__, words))


def tally(sentences: int, words: Counter[str], sizes: LetterTable, syllables: Callable[[str], int] | None) -> Counts:
    """Return the counts of a text of so many `sentences` and these `words`.

    `sizes` may know their letters already; `syllables` gives those of one word, without it there are none.
    """
    letters = characters = long_words = spoken = 0
    by_syllables = [0] * (MOST + 1)
    for word, times in words.items():
        size = sizes[word]
        letters += size * times
        characters += (size if size == len(word) else sum(map(str.isalnum, word))) * times
        long_words += times if size > LONG else 0
        if syllables is not None:
            count = syllables(word)
            spoken += count * times
            by_syllables[min(count, MOST)] += times
    return Counts(sentences, words.total(), spoken, letters, characters, long_words, tuple(by_syllables))


def runs(sentences: Sequence[str]) -> Runs:
    """Return the mean lengths of runs of the four Japanese scripts; 0 for a script that is not there.

    A sentence is as long as its signs without spaces; commas are counted per sentence, not per full stop, because
    items of lists and headings end without one.
    """
    signs = sum(len("".join(sentence.split())) for sentence in sentences)
    lengths: Counter[str | None] = Counter()
    found: Counter[str | None] = Counter()
    for sentence in sentences:
        for run in _RUNS().finditer(sentence):
            lengths[run.lastgroup] += len(run.group())
            found[run.lastgroup] += 1
    latin, hiragana, kanji, katakana = (
        lengths[name] / (found[name] or 1) for name in ("latin", "hiragana", "kanji", "katakana")
    )
    return Runs(
        signs / len(sentences), latin, hiragana, kanji, katakana, commas_per_sentence=found["comma"] / len(sentences)
    )
