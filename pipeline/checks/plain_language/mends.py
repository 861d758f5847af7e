"""The mends of a text that are worth most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from pipeline.checks.plain_language.language import plainer_of
from pipeline.checks.plain_language.worth import VISIBLE, WORST, Gain, Ledger, size_of, worst_sentences
from pipeline.readability import Measure


@dataclass(frozen=True, slots=True)
class Mend:
    """One mend, and what it is worth to the whole text."""

    sentence: str
    line: int | None
    """Where the sentence begins; None where that is not known."""

    advice: str
    """What to do: ``make 2 sentences of it``."""

    gain: Gain
    at_most: bool = False
    """True where the gain is that of a text without the sentence, since nobody knows the new one yet."""

    def told(self) -> str:
        """Return the advice with its worth, in grades if it changes the grade, else in levels."""
        name, value = ("grade", self.gain.grade or 0.0)
        if value < VISIBLE:
            name, value = ("level", self.gain.order)
        return f"{self.advice}; that lowers the {name} by {'up to ' if self.at_most else ''}{value:.2f}"


def best_mends(measured: Measure, lines: Sequence[int | None] = ()) -> list[Mend]:
    """Return the mends of a text that are worth most, the best first; none for a short text (`Measure.indicative`).

    `lines` are those of its sentences. Words of the list of plainer words and long sentences come first; the rest are
    sentences that make the text harder than it is without them, where it is for the writer to find a way.
    """
    if measured.indicative or measured.counts is None:
        return []
    found = sorted(_mends(measured, lines), key=_worth)[:WORST]
    named = {mend.sentence for mend in found}
    rest = [
        Mend(worst.sentence.text, _line(lines, worst.index), "say it in plainer words", worst.cost, at_most=True)
        for worst in worst_sentences(measured, 2 * WORST)
        if worst.sentence.text not in named and worst.cost.order >= VISIBLE
    ]
    return [*found, *sorted(rest, key=_worth)][:WORST]


def _mends(measured: Measure, lines: Sequence[int | None]) -> Iterator[Mend]:
    ledger, limit = Ledger(measured), measured.limit
    plainer = plainer_of(measured.language.replace("_", "-").partition("-")[0].lower())
    for index, sentence in enumerate(measured.sentences_list):
        size = size_of(sentence, limit) if limit else 0
        if limit and size > limit.warn:
            parts = ceil(size / limit.warn)
            advice = f"{size} {limit.unit}; make {parts} sentences of it"
            yield Mend(sentence.text, _line(lines, index), advice, ledger.split(parts))
        for match in plainer.find(sentence.text):
            gain = ledger.replaced(match.said, match.plainer)
            if gain.order > 0:
                yield Mend(sentence.text, _line(lines, index), f"“{match.plainer}” for “{match.said}”", gain)


def _worth(mend: Mend) -> tuple[float, float]:
    """Sort the best first: by the grade, and where that does not change, by the level."""
    return -max(mend.gain.grade or 0.0, 0.0), -mend.gain.order


def _line(lines: Sequence[int | None], index: int) -> int | None:
    return lines[index] if index < len(lines) else None
