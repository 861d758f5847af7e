"""Edits graded by harm, as far as that can be told without knowing the language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from pipeline.catalogs.edits.shape import Shape, read_shape

_LONG = 4
"""Shorter words change their meaning with a capital: ``Mg`` and ``mg``, ``US`` and ``us``."""

_MILD = frozenset(",;:–-")
"""Signs inside a text that do not end a sentence, ask or quote."""

_DIGITS = re.compile(r"\d+")
_NUMBER_SIGNS = frozenset("+-–−±×÷/.,:;%‰°<>=≤≥≈~")
_ENDS = frozenset({"", ".", "!", ":", ";", ",", "…"})


class Harm(IntEnum):
    """How much harm it could do to publish a translation of the text as it was before."""

    COSMETIC = 0
    """Spaces, markup, addresses, punctuation, capitals: the words say the same."""

    WORDING = 1
    """Other words; nobody can tell whether they say the same without reading them."""

    CRITICAL = 2
    """Numbers, units, negations, limits, names of medicines, terms."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What was changed between two versions of a message."""

    harm: Harm
    reasons: tuple[str, ...] = ()
    """For a critical edit: what makes it so; for a cosmetic one: what changed."""


Grader = Callable[[str, str], Edit]
"""Takes the old and the new text of a message."""


def grade_plainly(old: str, new: str) -> Edit:
    """Return the edit from `old` to `new` for a source language of which nothing is known.

    Any change of digits is critical. What is not provably cosmetic is wording.
    """
    if before_after := _digits_changed(old, new):
        return Edit(Harm.CRITICAL, (before_after,))
    reasons = cosmetic(old, new, commas=False)
    return Edit(Harm.WORDING) if reasons is None else Edit(Harm.COSMETIC, reasons)


def _digits_changed(old: str, new: str) -> str:
    before, after = digits(old), digits(new)
    if before == after:
        return ""
    return f"{', '.join(before) or 'no number'} → {', '.join(after) or 'no number'}"


def digits(text: str) -> list[str]:
    """Return the numbers in digits that a reader sees in `text`, and the signs that may belong to them."""
    words = [word for word in read_shape(text).words if word[:1] not in "{<&(`\\"]
    found = [number for word in words for number in (_DIGITS.findall(word) if word[:1].isalnum() else [word])]
    return [each for each in found if each.isdigit() or each in _NUMBER_SIGNS] if any(map(str.isdigit, found)) else []


def cosmetic(old: str, new: str, *, commas: bool) -> tuple[str, ...] | None:
    """Return what changed if the two texts provably have the same words, else None.

    `commas` allows changes of commas, colons and dashes inside the text, which can change the sense of some sentences.
    """
    before, after = (read_shape(unicodedata.normalize("NFC", text)) for text in (old, new))
    if " ".join(old.split()) == " ".join(new.split()) and "\n" not in old + new:
        return ("white space",)
    if before.odd or after.odd or not _same_words(before, after) or not _same_signs(before, after, commas=commas):
        return None
    pictures, others = ([link for link in shape.links if link.picture] for shape in (before, after))
    if [link.span for link in pictures] != [link.span for link in others]:
        return None
    return tuple(_told(before, after))


def _same_words(old: Shape, new: Shape) -> bool:
    return len(old.words) == len(new.words) and all(map(_same_word, old.words, new.words))


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    one, other = one.replace("’", "'"), other.replace("’", "'")
    capital = len(one) >= _LONG and one[1:] == other[1:] and one[1:].islower()
    return one == other or (capital and one.casefold() == other.casefold())


def _same_signs(old: Shape, new: Shape, *, commas: bool) -> bool:
    last = len(old.words)
    inner, end = _inner_and_end(old, last)
    new_inner, new_end = _inner_and_end(new, last)
    if end != new_end and not {end, new_end} <= _ENDS:
        return False
    changed = [sign for _, sign in ((inner - new_inner) + (new_inner - inner)).elements()]
    return not changed or (commas and set(changed) <= _MILD)


def _inner_and_end(shape: Shape, last: int) -> tuple[Counter[tuple[int, str]], str]:
    """Part the sign at the end of the text from the others; quotation marks and brackets count as others."""
    end = "".join(sign for place, sign in shape.signs if place == last and sign not in "\"'()")
    inner = Counter(pair for pair in shape.signs if pair[0] < last or pair[1] in "\"'()")
    return inner, end


def _told(old: Shape, new: Shape) -> list[str]:
    """Say in a word or two what changed."""
    links = [[(link.span, link.address) for link in shape.links] for shape in (old, new)]
    spans = [[span for span, _ in each] for each in links]
    marks = [[mark[:2] for mark in shape.emphasis] for shape in (old, new)]
    parts = [
        ("capitals", old.words != new.words),
        ("punctuation", old.signs != new.signs),
        ("markup", spans[0] != spans[1] or marks[0] != marks[1]),
        ("an address", links[0] != links[1] and spans[0] == spans[1]),
    ]
    return [name for name, changed in parts if changed] or ["typography"]
