"""Blocks that were split into several, or joined from several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from pipeline.catalogs.po_model import Message
from pipeline.catalogs.scripts import sentences
from pipeline.catalogs.similar import Alphabet, Index, Text, contained, similarity

_MANY = 6
"""A text with fewer tokens is too short to have had parts."""

_CONTAINED = ((6, 0.75), (2, 0.9))
"""By the least number of its tokens: how much of a part has to stand in the whole."""

_ALIKE = 0.65
"""How alike the parts together and the whole have to be."""

_BETTER = 0.1
"""How much more alike they have to be than any one text and the whole."""

_SURELY, _LITTLE = 0.95, 0.01
"""Parts as alike as this need be only so much more alike: a short text was joined to a long one."""

_CLOSE = 0.12
"""How far apart a place in the source and one in the translation may be, as a share of the text."""


class Composition(NamedTuple):
    """A whole and its parts, by their numbers."""

    similarity: float
    whole: int
    parts: Sequence[int]
    """In the order of their places."""


def compositions(wholes: Sequence[Text], parts: Sequence[Text], best: Sequence[float]) -> list[Composition]:
    """Return which of `wholes` consist of several of `parts` that stand side by side.

    `best` says for each whole how alike it is to the most similar single text.
    """
    index = Index(parts)
    found = []
    for number, whole in enumerate(wholes):
        if len(whole.code) < _MANY or best[number] + _LITTLE > 1:
            continue
        fitting = sorted(part for part in index.near(whole.code, whole.place) if _fits(parts[part].code, whole.code))
        runs = [(_together(run, parts, whole.code), run) for run in _runs(fitting, parts)]
        alike, run = max(runs, default=(0.0, []))
        if alike >= max(_ALIKE, best[number] + (_LITTLE if alike >= _SURELY else _BETTER)):
            found.append(Composition(alike, number, run))
    return found


def _fits(part: str, whole: str) -> bool:
    least = next((least for length, least in _CONTAINED if len(part) >= length), None)
    return least is not None and len(part) < len(whole) and contained(part, whole) >= least


def _runs(numbers: list[int], parts: Sequence[Text]) -> Iterator[list[int]]:
    """Yield the longest rows of parts that stand side by side, if they are at least two."""
    rows = groupby(enumerate(numbers), key=lambda pair: parts[pair[1]].place - pair[0])
    for _, row in rows:
        run = [number for _, number in row]
        if len(run) > 1:
            yield run


def _together(run: list[int], parts: Sequence[Text], whole: str) -> float:
    return similarity("".join(parts[number].code for number in run), whole)


class Part(NamedTuple):
    """What a part gets: a text of the source, and its translation."""

    source: str
    translation: str


def deal_out(whole: Message, texts: Sequence[str]) -> list[Part | None]:
    """Return for each of `texts`, the parts of the message `whole`, the sentences that were translated for it.

    If nobody can tell which sentences of the translation belong where, the part that is most like the whole gets all
    of it, and the others nothing.
    """
    alphabet = Alphabet()
    codes = [alphabet.encode(text) for text in texts]
    said, made = sentences(whole.msgid), sentences(whole.msgstr)
    owners = [_most([contained(alphabet.encode(sentence), code) for code in codes]) for sentence in said]
    if owners == sorted(owners) and set(owners) == set(range(len(texts))):
        counts = [owners.count(number) for number in range(len(texts))]
        cuts = list(accumulate(counts))
        if (made_cuts := _cuts(said, made, cuts)) is not None:
            sides = (_cut(side, at) for side, at in ((said, cuts), (made, made_cuts)))
            return [Part(*pair) for pair in zip(*sides, strict=True)]
    code = alphabet.encode(whole.msgid)
    best = _most([similarity(each, code) for each in codes])
    return [Part(whole.msgid, whole.msgstr) if number == best else None for number in range(len(texts))]


def _most(values: list[float]) -> int:
    return values.index(max(values))


def _cuts(said: list[str], made: list[str], cuts: list[int]) -> list[int] | None:
    """Return where to cut the translation, whose source is cut after the sentences `cuts`; None if nobody can tell.

    With as many sentences on both sides, the cuts are the same. Else a cut is where the translation is as far along
    as the source, by letters: a translation keeps the proportions of its source (Gale and Church, 1993).
    """
    if len(said) == len(made):
        return cuts
    far, made_far = ([length / sum(map(len, side)) for length in accumulate(map(len, side))] for side in (said, made))
    found = [min(range(len(made)), key=[abs(share - far[cut - 1]) for share in made_far].__getitem__) for cut in cuts]
    close = all(abs(made_far[at] - far[cut - 1]) <= _CLOSE for at, cut in zip(found, cuts, strict=True))
    return [at + 1 for at in found] if close and len(set(found)) == len(found) else None


def _cut(found: list[str], cuts: list[int]) -> list[str]:
    return ["".join(found[start:end]).strip() for start, end in pairwise([0, *cuts])]
