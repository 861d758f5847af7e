"""Small words and signs that change an amount: *half* of a tablet, the sign of a temperature below zero."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.safety.amount import Amount
from pipeline.checks.safety.facts import Facts
from pipeline.checks.safety.words import Slip, named_units

_WHOLE = frozenset({"tablet", "sachet", "patch", "dose", "spoon", "tsp", "tbsp", "cup", "glass"})
_WARMTH = frozenset({"c", "f", "deg"})
_GAP = 2


def halves(source: Facts, target: Facts) -> Iterator[Slip]:
    """Report *half a tablet* that became a tablet."""
    named = named_units(source) | {amount.unit for amount in source.amounts}
    if named & _WHOLE and "numbers.0.5" in target.language.families:
        made = {amount.value % 1 for amount in target.amounts}
        for one in source.amounts:
            if one.value in {0.25, 0.5} and not one.digits and one.unit in {"", *_WHOLE} and one.value not in made:
                said = source.text[one.start : one.end].strip()
                yield Slip("T201", f"'{said}' of the source is missing")


def signs(source: Facts, target: Facts, pairs: list[tuple[Amount, Amount]]) -> Iterator[Slip]:
    """Report a temperature that lost or got a minus sign; *minus* in words may stand for it."""
    spelled = any("connect.minus" not in of.language.families or _minus(of) for of in (source, target))
    for one, other in pairs if not spelled else ():
        if one.unit in _WARMTH and other.unit in _WARMTH and _negative(source, one) != _negative(target, other):
            said, made = (of.text[at.start - 1 : at.end].strip() for of, at in ((source, one), (target, other)))
            yield Slip("T203", f"the source says {said}, the translation {made}")


def _minus(of: Facts) -> bool:
    return any(("connect", "minus") in piece.meanings for piece in of.found)


def _negative(of: Facts, amount: Amount) -> bool:
    if not of.text.endswith("-", 0, amount.start):
        return False
    return not any(amount.start - _GAP - 1 <= other.end < amount.start for other in of.amounts if other.digits)
