"""The words that differ between two versions of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import Indel

from pipeline.catalogs.scripts import SPACELESS

_PIECE = re.compile(rf"[{SPACELESS}]|(?:(?![{SPACELESS}])[^\W_])+|\s+|.", re.DOTALL)
_JOINT = 1
"""Two changes with no more than one piece (a space, a sign) between them are one."""


class Change(NamedTuple):
    """What was taken out in one place, and what was put in; one of the two may be empty."""

    removed: str
    added: str


def word_changes(old: str, new: str) -> list[Change]:
    """Return what was changed from `old` to `new`, word by word, in the order of the text.

    In scripts without spaces between words, each letter counts as one.
    """
    changes = (Change(change.removed.strip(), change.added.strip()) for _, change in changed_text(old, new))
    return [change for change in changes if change.removed or change.added]


def changed_text(old: str, new: str) -> list[tuple[str, Change]]:
    """Return all of both texts: each piece that is the same, and the change that comes behind it."""
    one, other = _PIECE.findall(old), _PIECE.findall(new)
    letters: dict[str, str] = {}
    encoded = ["".join(letters.setdefault(piece, chr(0x100 + len(letters))) for piece in text) for text in (one, other)]
    found: list[list[int]] = []
    for step in Indel.opcodes(*encoded):
        if step.tag == "equal":
            continue
        if found and step.src_start - found[-1][1] <= _JOINT and step.dest_start - found[-1][3] <= _JOINT:
            found[-1][1::2] = [step.src_end, step.dest_end]
        else:
            found.append([step.src_start, step.src_end, step.dest_start, step.dest_end])
    found.append([len(one), len(one), len(other), len(other)])
    starts = [0, *(end for _, end, _, _ in found)]
    return [
        ("".join(one[start:a]), Change("".join(one[a:b]), "".join(other[c:d])))
        for start, (a, b, c, d) in zip(starts, found, strict=False)
    ]


def tell(changes: Iterable[Change]) -> str:
    """Return `changes` in one line: ``−5 +50, −not, +never``."""
    parts = (
        " ".join(f"{sign}{text}" for sign, text in (("−", change.removed), ("+", change.added)) if text)
        for change in changes
    )
    return ", ".join(parts)
