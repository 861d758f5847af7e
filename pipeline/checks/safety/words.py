"""Words that a reader's safety hangs on: *not*, *only*, *at least*, *a day*, *emergency*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks.safety.facts import Facts, Negations, negations
from pipeline.checks.safety.units import PERIODS, same_quantity


class Slip(NamedTuple):
    """What is wrong with a translation: the code of the rule, and the words for it."""

    code: str
    message: str


_TURNS = frozenset({"strong", "paired", "mild", "prohibit"})
_NOT = "says 'not' (or never, without, avoid …)"


def negation(source: Facts, target: Facts) -> Iterator[Slip]:
    """Compare how often both texts say *not*, sentence by sentence where both have as many."""
    if not (_has_negations(source) and _has_negations(target)):
        return
    if not _TURNS & (source.has("negation") | target.has("negation")):
        return
    yield from _judged(_sentences(source, target), source, target)


def _sentences(source: Facts, target: Facts) -> list[tuple[Negations, Negations]]:
    one, other = negations(source), negations(target)
    if len(one) != len(other):
        one, other = negations(source, whole=True), negations(target, whole=True)
    return list(zip(one, other, strict=True))


def _judged(pairs: list[tuple[Negations, Negations]], source: Facts, target: Facts) -> Iterator[Slip]:
    said, made = (sum(each.strong for each in side) for side in zip(*pairs, strict=True))
    sure = target.language.reliable
    dropped, added = any(map(_dropped, pairs)), any(map(_added, pairs))
    if dropped and (said > made or sure):
        # A word that only stands in another sentence is no harm.
        grave = sure and (said > made or not any(map(_moved, pairs)))
        yield Slip("T212" if grave else "T214", f"the source {_NOT}, the translation does not")
    elif added and sure and "negation.hints" in source.language.families:
        yield Slip("T213" if made > said else "T214", f"the translation {_NOT}, the source does not")
    elif any(map(_mild, pairs)):
        yield Slip("T214", f"the source {_NOT}, the translation does not")
    elif sure and any(map(_fewer, pairs)):
        yield Slip("T214", "the source says 'not' more often than the translation")


def _has_negations(of: Facts) -> bool:
    return "negation.strong" in of.language.families


def _dropped(pair: tuple[Negations, Negations]) -> bool:
    one, other = pair
    if one.until and other.yet and one.strong == 1:
        return False  # *do not stop until* is *stop only when*
    return bool(one.strong) and not other.strong and other.soft <= max(one.limits, one.stops)


def _moved(pair: tuple[Negations, Negations]) -> bool:
    """Tell whether a sentence says *not* more often than its source, and nothing in the source explains it."""
    one, other = pair
    return other.strong > one.strong and not (one.soft or one.hints or one.limits or one.mild)


def _mild(pair: tuple[Negations, Negations]) -> bool:
    one, other = pair
    return bool(one.mild) and not other.strong and not other.soft


def _added(pair: tuple[Negations, Negations]) -> bool:
    one, other = pair
    if one.strong or one.mild:
        return False
    if other.prohibit and not other.caps and one.soft <= one.bounds + one.limits:
        return not one.limits or (other.limits > 0 and not other.restrict)
    if one.stops and other.halts:  # *stop* is there, so that it is not what *not* stands for
        return other.strong > 0 and not one.soft and one.hints <= one.stops and one.limits <= other.halts
    return bool(other.strong) and not (one.soft or one.hints or one.limits)


def _fewer(pair: tuple[Negations, Negations]) -> bool:
    one, other = pair
    return one.strong > 1 and one.strong > other.strong + other.soft


_LONG = PERIODS - {"second"}
"""Units of time; a *second* is too often the one after the first."""

_LOOSE = frozenset({"upto"})
"""Words that mean *until* as often as *at most*."""


def bounds(source: Facts, target: Facts) -> Iterator[Slip]:
    """Report *at least* that became *at most*, or the other way round."""
    least, most = frozenset({"least"}), frozenset({"most", "upto"})
    one, other = source.has("bounds"), target.has("bounds")
    for mine, theirs, said, made in ((least, most, "at least", "at most"), (most, least, "at most", "at least")):
        if one & mine and not one & theirs and other & theirs - _LOOSE and not other & mine:
            yield Slip("T215", f"the source says '{said}', the translation '{made}'")


def periods(source: Facts, target: Facts) -> Iterator[Slip]:
    """Report *a day* that became *a week*, or that is gone."""
    said = source.has("periods")
    if not said or not counts(source) or not _knows(target, "periods"):
        return
    named = named_units(target) | {amount.unit for amount in target.amounts if amount.value == 1}
    others = target.has("periods") - said
    for period in sorted(said - target.has("periods")):
        if (period in named and not others) or any(
            same_quantity(amount.value, amount.unit, 1, period) for amount in target.amounts
        ):
            continue
        if others:
            yield Slip("T209", f"the source says how often in a {period}, the translation in a {min(others)}")
        else:
            yield Slip("T210", f"the source says how often in a {period}, the translation does not")
    known = named_units(source) | {amount.unit for amount in source.amounts}
    for period in sorted(others - known if said <= target.has("periods") else ()):
        if not any(same_quantity(amount.value, amount.unit, 1, period) for amount in source.amounts):
            yield Slip("T209", f"the translation says how often in a {period}, which the source does not")


def counts(of: Facts) -> bool:
    """Tell whether a text says how much or, as *once a week* does, how often."""
    return any(amount.sure for amount in of.amounts) or bool(of.has("periods") and of.has("amounts"))


def stretches(source: Facts, target: Facts) -> Iterator[Slip]:
    """Report *one week* that became *one month*, which numbers alone do not show: *one* may be an article."""
    one = {amount.unit for amount in source.amounts if amount.value == 1}
    for lost in sorted((one & _LONG) - _times(target)):
        for made in sorted((named_units(target) & _LONG) - _times(source)):
            yield Slip("T207", f"one {lost} became one {made}")


def _times(of: Facts) -> frozenset[str]:
    return named_units(of) | {amount.unit for amount in of.amounts}


def named_units(of: Facts) -> frozenset[str]:
    """Return the units that a text names without a number: *the tablet*, *a day*."""
    if not of.has("units"):
        return of.has("periods") & PERIODS
    counted = {amount.end for amount in of.amounts if amount.unit and (amount.digits or amount.value != 1)}
    named = {
        key for piece in of.found if piece.end not in counted for family, key in piece.meanings if family == "units"
    }
    return frozenset(named) | (of.has("periods") & PERIODS)


_LIMITS = {"only": "only", "until": "until", "unless": "unless"}
WARNINGS = {
    "emergency": "an emergency",
    "call": "whom to call",
    "stop": "to stop",
    "child": "children",
    "pregnant": "pregnancy or breastfeeding",
    "allergy": "an allergy",
    "overdose": "an overdose",
    "poison": "poison",
    "danger": "a danger",
}


def lost_words(source: Facts, target: Facts) -> Iterator[Slip]:
    """Report limits and warnings of the source that the translation has no word for."""
    for family, code, told in (("limits", "T216", _LIMITS), ("warnings", "T217", WARNINGS)):
        for key in sorted(source.has(family) - target.has(family)):
            if key in told and f"{family}.{key}" in target.language.families:
                what = f"says '{told[key]}'" if family == "limits" else f"speaks of {told[key]}"
                yield Slip(code, f"the source {what}, the translation does not")


def _knows(of: Facts, family: str) -> bool:
    return any(name.startswith(f"{family}.") for name in of.language.families)
