"""All that the safety rules say about one translation, found in one pass and kept for the next rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pipeline.checks.safety import phones, words
from pipeline.checks.safety.amount import Amount
from pipeline.checks.safety.facts import Facts, facts
from pipeline.checks.safety.languages import language_code
from pipeline.checks.safety.match import Match, level_ranges, match, reversed_ranges
from pipeline.checks.safety.opposites import opposites
from pipeline.checks.safety.parts import halves, signs
from pipeline.checks.safety.units import friendly
from pipeline.checks.safety.words import Slip

_CACHED = 2048
_SPELLED = 12
"""Numbers up to here are often spelled out."""


@lru_cache(maxsize=_CACHED)
def compare(source: str, target: str, source_tag: str, target_tag: str) -> tuple[Slip, ...]:
    """Return everything that is wrong with the translation `target` of `source`."""
    if source == target:
        return ()
    one, other = facts(source, language_code(source_tag)), facts(target, language_code(target_tag))
    return tuple(dict.fromkeys(_slips(one, other, target_tag)))


def _slips(source: Facts, target: Facts, tag: str) -> Iterator[Slip]:
    if any(amount.sure for amount in (*source.amounts, *target.amounts)):
        yield from _numbers(source, target, tag)
    if source.found and target.found:
        yield from words.periods(source, target)
        yield from words.stretches(source, target)
        yield from opposites(source, target)
        yield from halves(source, target)
    if source.found and target.language.known:
        yield from words.bounds(source, target)
        yield from words.lost_words(source, target)
    yield from words.negation(source, target)


def _numbers(source: Facts, target: Facts, tag: str) -> Iterator[Slip]:
    wrong, settled = phones.compare(source, target, tag)
    yield from (Slip("T211", message) for message in wrong)
    one = [amount for amount in source.amounts if amount not in settled]
    other = [amount for amount in target.amounts if amount not in settled]
    found = match(one, other, words.named_units(source), words.named_units(target))
    yield from _changed(source, target, found)
    yield from _left_over(source, target, found)
    yield from _units(source, target, found)
    yield from signs(source, target, found.pairs)
    for low, high in reversed_ranges(one, other):
        yield Slip("T206", f"'{_said(source, low, high)}' stands the other way round")
    for low, high in level_ranges(other) if not level_ranges(one) else ():
        yield Slip("T206", f"both ends of '{_said(target, low, high)}' are the same")


def _changed(source: Facts, target: Facts, found: Match) -> Iterator[Slip]:
    """Pair what is missing with what is added; take both away from what was found."""
    for one in [*found.missing, *found.unsaid, *(each for each in found.unmatched if each.ratio)]:
        known = found.added if one in found.unsaid else [*found.added, *found.unasked]
        others = sorted(known, key=lambda other: (other.unit != one.unit, abs(other.start - one.start)))
        other = next((other for other in others if _one_for_the_other(one, other)), None)
        if other is not None:
            for amounts in (found.missing, found.unsaid, found.unmatched, found.added, found.unasked):
                amounts[:] = [amount for amount in amounts if amount is not one and amount is not other]
            yield Slip("T203", f"the source says {_said(source, one)}, the translation {_said(target, other)}")
    lost = source.has("periods") - target.has("periods")
    for other in (each for each in found.repeated if each.unit in lost):
        yield Slip("T203", f"the source says how often in a {other.unit}, the translation {_said(target, other)}")
    # One in 10 became 10 in 10: nothing is left over but the number that is there twice.
    for one, other in zip((each for each in found.unmatched if each.ratio), found.repeated, strict=False):
        yield Slip("T203", f"the source says {_said(source, one)}, the translation {_said(target, other)}")


def _one_for_the_other(one: Amount, other: Amount) -> bool:
    return one.grave or other.grave or (one.digits and other.digits) or one.unit == other.unit == "monthname"


def _left_over(source: Facts, target: Facts, found: Match) -> Iterator[Slip]:
    for one in found.missing:
        if not (one.digits or target.language.known):
            continue  # a word for a number that we could not find
        grave = one.grave and (one.value > _SPELLED or one.value != int(one.value) or target.language.known)
        yield Slip("T201" if grave else "T202", f"{_said(source, one)} of the source is missing")
    for other in found.added:
        measured = other.grave and (other.unit or other.ranged or other.value != int(other.value))
        grave = measured and (other.value > _SPELLED or other.value != int(other.value) or source.language.known)
        yield Slip("T204" if grave else "T205", f"{_said(target, other)} is not in the source")


def _units(source: Facts, target: Facts, found: Match) -> Iterator[Slip]:
    for one, other in found.clashes:
        yield Slip("T207", f"{_said(source, one)} became {_said(target, other)}")
    for one, other in found.pairs:
        if one.per and other.per and one.per != other.per and "/" in _said(source, one):
            yield Slip("T207", f"{_said(source, one)} became {_said(target, other)}")
        elif one.dosed and not other.unit and target.language.known and not _named(one, target):
            yield Slip("T208", f"{_said(source, one)} has lost its unit")
        if _doubtful(one, other):
            yield Slip("T218", f"{_said(target, other)} may be read as another number than {_said(source, one)}")


def _named(one: Amount, target: Facts) -> bool:
    """Tell whether the unit of a single thing stands elsewhere: *liter one* in Arabic."""
    return one.value == 1 and one.unit in words.named_units(target)


def _doubtful(one: Amount, other: Amount) -> bool:
    if one.clock or other.clock or one.value == other.value:
        return False
    return len(one.values) > 1 and len(other.values) > 1 and friendly(one.unit, other.unit)


def _said(of: Facts, first: Amount, last: Amount | None = None) -> str:
    return of.text[first.start : (last or first).end].strip()
