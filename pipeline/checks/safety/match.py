"""Which amount of the translation stands for which of the source, and what is left over on either side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import isclose

from pipeline.checks.safety.amount import Amount
from pipeline.checks.safety.clock import HALF_DAY, minutes_of
from pipeline.checks.safety.units import PERIODS, friendly, same_quantity

_NEAR = 16


@dataclass(slots=True)
class Match:
    """The outcome."""

    pairs: list[tuple[Amount, Amount]] = field(default_factory=list)
    clashes: list[tuple[Amount, Amount]] = field(default_factory=list)
    """The same number with another unit."""

    missing: list[Amount] = field(default_factory=list)
    added: list[Amount] = field(default_factory=list)
    unsaid: list[Amount] = field(default_factory=list)
    """Numbers in digits that the other side says without a number; with something added, one may have become it."""

    unasked: list[Amount] = field(default_factory=list)
    """The same for the translation."""

    repeated: list[Amount] = field(default_factory=list)
    """Numbers that the translation has once more than the source."""

    unmatched: list[Amount] = field(default_factory=list)
    """Words of the source that may be numbers, and that nothing in the translation stands for."""


def match(
    source: Sequence[Amount], target: Sequence[Amount], source_units: Collection[str], target_units: Collection[str]
) -> Match:
    """Match two texts' amounts; the units are those named anywhere in each, with or without a number."""
    outcome = Match()
    left, free = [amount for amount in source if amount.sure], list(target)
    doubtful = [amount for amount in source if not amount.sure]
    for fits in _STEPS:
        left = _take(left, free, fits, outcome.pairs)
    left, outcome.unsaid = _sorted_out(left, target, free, target_units, strict=True)
    outcome.unmatched = _take(doubtful, list(free), _same_number, [])
    outcome.repeated = [
        amount for amount in free if amount.sure and any(_alike(amount, pair[1]) for pair in outcome.pairs)
    ]
    spare = [amount for amount in free if amount.sure]
    spare, outcome.unasked = _sorted_out(spare, source, source, source_units, strict=False)
    left, spare = _regrouped(left, spare), _regrouped(spare, left)
    left = _clashing(left, spare, outcome.clashes)
    outcome.missing, outcome.added = left, spare
    return outcome


def _sorted_out(
    amounts: list[Amount], others: Sequence[Amount], spare: Sequence[Amount], units: Collection[str], *, strict: bool
) -> tuple[list[Amount], list[Amount]]:
    """Part what the other side does not say from what it says without a number."""
    left = [amount for amount in amounts if not _excused(amount, others, spare, units, strict=strict)]
    return left, [amount for amount in amounts if amount.digits and amount.value == 1 and amount not in left]


def _take(
    left: list[Amount],
    free: list[Amount],
    fits: Callable[[Amount, Amount], bool],
    pairs: list[tuple[Amount, Amount]],
) -> list[Amount]:
    """Move what fits from `left` and `free` to `pairs`; return what is left."""
    rest = []
    for amount in left:
        other = next(
            (other for sure in (True, False) for other in free if other.sure is sure and fits(amount, other)), None
        )
        if other is None:
            rest.append(amount)
        else:
            free.remove(other)
            pairs.append((amount, other))
    return rest


def _same_number(one: Amount, other: Amount) -> bool:
    if one.clock or other.clock:
        return _same_time(one, other)
    if isclose(one.value, other.value):
        return True
    several = len(one.values) > 1 and len(other.values) > 1
    return several and any(isclose(a, b) for a in one.values for b in other.values)


def _same_time(one: Amount, other: Amount) -> bool:
    if one.clock and other.clock:
        return bool({*one.values} & {*other.values})
    clock, number = (one, other) if one.clock else (other, one)
    if number.unit not in {"", "hour"}:
        return False
    minutes = minutes_of(number.value)
    return any(isclose(minutes, value % HALF_DAY) or isclose(minutes, value) for value in clock.values)


def _alike(one: Amount, other: Amount) -> bool:
    return one.unit == other.unit and one.code == other.code and _same_number(one, other)


def _near(one: Amount, other: Amount) -> bool:
    if one.ranged and one.unit and not (other.unit or other.sure or other.ranged):
        return False  # *both* is not the two of *one to two drops*
    return (friendly(one.unit, other.unit) or one.clock or other.clock) and _same_number(one, other)


def _converted(one: Amount, other: Amount) -> bool:
    return same_quantity(one.value, one.unit, other.value, other.unit)


_STEPS = (_alike, _near, _converted)


def _excused(
    amount: Amount, others: Sequence[Amount], spare: Sequence[Amount], units: Collection[str], *, strict: bool
) -> bool:
    """Tell whether the other side says `amount` in another way; it must do so for a dose if `strict`."""
    if amount.value == 1 and _implied(amount, others, units, strict=strict):
        return True
    if amount.unit in PERIODS and any(same_quantity(amount.value, amount.unit, 1, unit) for unit in PERIODS & {*units}):
        return True
    if any(_near(amount, other) for other in others):
        return True
    if all(amount.unit != other.unit for other in others) and any(_converted(amount, other) for other in others):
        return True
    return _same_name(amount, others) or _summed(amount, spare, units)


def _same_name(amount: Amount, others: Sequence[Amount]) -> bool:
    """Tell whether one is a name of the other: COVID-19 is ``2019冠状病毒病`` in Chinese."""
    return any(
        (amount.code or other.code)
        and f"{max(amount.value, other.value):g}".endswith(f"{min(amount.value, other.value):g}")
        for other in others
    )


def _implied(one: Amount, others: Sequence[Amount], units: Collection[str], *, strict: bool) -> bool:
    """Tell whether the other side names what there is one of: *a tablet*, *the tablet*, *daily* for once a day."""
    if one.ranged and strict:
        return False
    if one.unit:
        return one.unit == "times" or (one.unit in units and not (strict and one.dosed))
    return not strict or any(other.value == 1 for other in others)


def _summed(amount: Amount, others: Sequence[Amount], units: Collection[str]) -> bool:
    """Tell whether the other side has *one and a half* where this one has 1.5, or the other way round."""
    whole = int(amount.value)
    if whole and amount.value - whole in {0.25, 0.5, 0.75}:
        ones = any(other.value == whole for other in others)
        named = ones or amount.unit in units  # *hora y media*, but not *media hora*
        spelled = {other.value for other in others if not other.digits and (named or other.unit != amount.unit)}
        return amount.value - whole in spelled and (whole == 1 or ones)
    if amount.digits:
        return False
    uneven = [other for other in others if other.value % 1]
    return any(
        amount.value == other.value % 1 or (amount.value == int(other.value) and amount.unit == other.unit)
        for other in uneven
    )


def _regrouped(amounts: list[Amount], others: Sequence[Amount]) -> list[Amount]:
    """Leave out what is one number on one side and several on the other: ``2 500`` for 2 and 500."""
    values = [other.value for other in others]
    parts = [other.parts for other in others if other.parts]
    return [
        amount
        for amount in amounts
        if not (amount.parts and all(part in values for part in amount.parts))
        and not any(amount.value in group and all(any(a.value == p for a in amounts) for p in group) for group in parts)
    ]


def _clashing(left: list[Amount], spare: list[Amount], clashes: list[tuple[Amount, Amount]]) -> list[Amount]:
    return _take(left, spare, lambda one, other: other.sure and _same_number(one, other), clashes)


def reversed_ranges(source: Sequence[Amount], target: Sequence[Amount]) -> list[tuple[Amount, Amount]]:
    """Return the ranges of the source whose ends stand the wrong way round in the translation."""
    counted = [amount for amount in target if amount.sure]
    neighbours = [(a, b) for a, b in pairwise(counted) if b.start - a.end <= _NEAR]
    found = []
    for low, high in pairwise(source):
        ranged = low.ranged and high.ranged
        if not ranged and not (low.unit and low.unit == high.unit and low.value < high.value):
            continue
        straight = any(_stands_for(low, one) and _stands_for(high, other) for one, other in neighbours)
        turned = any(
            _stands_for(high, one) and _stands_for(low, other) and (ranged or (one.ranged and other.ranged))
            for one, other in neighbours
        )
        if turned and not straight:
            found.append((low, high))
    return found


def _stands_for(one: Amount, other: Amount) -> bool:
    return _same_number(one, other) and (friendly(one.unit, other.unit) or one.clock or other.clock)


def level_ranges(amounts: Sequence[Amount]) -> list[tuple[Amount, Amount]]:
    """Return the ranges whose ends are the same number."""
    pairs = pairwise(amounts)
    return [(low, high) for low, high in pairs if low.ranged and high.ranged and isclose(low.value, high.value)]
