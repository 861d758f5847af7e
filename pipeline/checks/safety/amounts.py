"""The amounts in a text: numbers in digits or words, each with its unit, as a reader would understand them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import isclose

from pipeline.checks.safety.amount import Amount, meaning, next_words
from pipeline.checks.safety.clock import DAY, HALF_DAY, tell_time
from pipeline.checks.safety.languages import Language
from pipeline.checks.safety.lexicon import Found
from pipeline.checks.safety.numbers import HAS_NUMBER, Reading, read
from pipeline.checks.safety.units import sign_after

_IDEOGRAPHIC = re.compile("[〇零一二三四五六七八九十百]+")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_TENS = {"十": 10, "百": 100}
_NEAR = 4
_PARTS = frozenset({0.25, 0.5, 0.75})
_LOOSE = frozenset({"12 hour", "24 hour", "0.5 day"})
"""Amounts that words such as *noon* stand for."""


def amounts(text: str, language: Language, found: list[Found]) -> list[Amount]:
    """Return the amounts in normalised `text`, in order; `found` are the words of the language in it."""
    drafts = [*_spelled(found)]
    if language.lexicon.spaceless:
        drafts += _ideographic(text, found)
    if HAS_NUMBER.search(text):
        periods = [piece for piece in found if meaning(piece, "periods")]
        drafts += (_draft(reading, periods) for reading in read(text, language.decimal, spaced=language.spaced))
    if not any(amount.digits or amount.unit for amount in drafts) and not any(
        meaning(piece, "units") for piece in found
    ):
        return drafts
    drafts.sort(key=lambda amount: (amount.start, -amount.end))
    by_start = {piece.start: piece for piece in found}
    for amount in drafts:
        _complete(amount, text, by_start)
    if language.lexicon.spaceless:
        _spoons(drafts, found)
    drafts, inner = _apart(drafts)
    drafts = list(_halves(drafts, text, language))
    _dates(drafts)
    _ratios(drafts, text, language)
    _join(drafts, text, language)
    return [*drafts, *inner, *_singles(drafts, text, language, found)]


def _draft(reading: Reading, periods: Iterable[Found]) -> Amount:
    cover = next((piece for piece in periods if piece.start <= reading.start and reading.end <= piece.end), None)
    amount = Amount(reading.start, reading.end, reading.values, sure=cover is None, parts=reading.parts)
    if cover:
        amount.unit = meaning(cover, "periods")
    if reading.kind == "time":
        amount.clock, amount.unit = True, "minute"
        if amount.value <= HALF_DAY:
            amount.values += ((amount.value + HALF_DAY) % DAY,)
    amount.code, amount.phone = reading.kind == "code", reading.kind == "phone"
    return amount


def _spelled(found: Iterable[Found]) -> Iterator[Amount]:
    for piece in found:
        if number := meaning(piece, "numbers"):
            yield Amount(piece.start, piece.end, (float(number),), sure=False, digits=False)
        elif month := meaning(piece, "months"):
            yield Amount(piece.start, piece.end, (float(month),), "monthname", sure=False, digits=False)
        elif number := meaning(piece, "loose"):
            yield Amount(piece.start, piece.end, (float(number),), "times", sure=False, digits=False)
        elif amount := meaning(piece, "amounts"):
            value, unit = amount.split()
            yield Amount(
                piece.start,
                piece.end,
                (float(value),),
                unit,
                sure=float(value) > 1 and amount not in _LOOSE,
                digits=False,
            )


def _ideographic(text: str, found: Iterable[Found]) -> Iterator[Amount]:
    taken = {place for piece in found for place in range(piece.start, piece.end)}
    for match in _IDEOGRAPHIC.finditer(text):
        if not taken & set(range(*match.span())):
            unit = "times" if text.endswith("第", 0, match.start()) else ""
            yield Amount(match.start(), match.end(), (_ideographic_value(match[0]),), unit, sure=False, digits=False)


def _ideographic_value(signs: str) -> float:
    total, digits = 0, ""
    for sign in signs:
        if sign in _TENS:
            total += int(digits or 1) * _TENS[sign]
            digits = ""
        else:
            digits += str(_DIGITS[sign])
    return float(total + int(digits or 0))


def _complete(amount: Amount, text: str, by_start: dict[int, Found]) -> None:
    """Give `amount` the multiplier, the unit and the time of day that stand beside it."""
    if amount.phone or (amount.unit and not amount.clock):
        return
    piece = next_words(amount.end, text, by_start)
    if piece and (times := meaning(piece, "multipliers")) and amount.digits and not amount.clock:
        amount.values = tuple(value * float(times) for value in amount.values)
        amount.end = piece.end
        piece = next_words(amount.end, text, by_start)
    if not amount.clock:
        piece = _unit(amount, text, piece, by_start)
    tell_time(amount, text, piece, by_start)
    if not amount.digits and amount.unit and amount.value != 1:
        amount.sure = True


def _unit(amount: Amount, text: str, piece: Found | None, by_start: dict[int, Found]) -> Found | None:
    """Set the unit; return the words that follow it."""
    sign = sign_after(text, amount.end) if amount.digits else None
    if sign and not (piece and piece.end > sign[2]):
        amount.unit, amount.per, amount.end = sign
    elif piece and (unit := meaning(piece, "units")):
        amount.unit, amount.end = unit, piece.end
        amount.per = _divisor(text, amount.end, by_start)
    elif text.endswith(("百分之", "%", "٪"), 0, amount.start):
        amount.unit = "%"
        return piece
    else:
        return piece
    return next_words(amount.end, text, by_start)


def _spoons(drafts: Iterable[Amount], found: Iterable[Found]) -> None:
    """Give the amounts of Japanese recipes the unit that stands before them."""
    spoons = {piece.end: meaning(piece, "units") for piece in found}
    for amount in drafts:
        if spoons.get(amount.start) in {"tsp", "tbsp"}:
            amount.unit = spoons[amount.start]
            amount.sure = amount.sure or amount.value != 1


def _divisor(text: str, end: int, by_start: dict[int, Found]) -> str:
    if text[end : end + 1] != "/":
        return ""
    piece = by_start.get(end + 1)
    return meaning(piece, "units") if piece else ""


def _apart(drafts: list[Amount]) -> tuple[list[Amount], list[Amount]]:
    """Part the amounts from those that stand inside another one, such as *second* in *a second*."""
    outer: list[Amount] = []
    inner: list[Amount] = []
    for amount in drafts:
        if not outer or amount.start >= outer[-1].end:
            outer.append(amount)
        elif not amount.sure:
            inner.append(amount)
    return outer, inner


def _halves(drafts: list[Amount], text: str, language: Language) -> Iterator[Amount]:
    """Make one amount of *one and a half*."""
    before: Amount | None = None
    for amount in drafts:
        if before and amount.value in _PARTS and not amount.digits and before.value >= 1 and not before.clock:
            between = text[before.end : amount.start].strip(" \u00a0-")
            joined = between in language.plus if between else language.lexicon.spaceless or bool(before.unit)
            if joined and not (before.unit and amount.unit):
                amount.values = (before.value + amount.value,)
                amount.unit, amount.start = before.unit or amount.unit, before.start
                amount.sure = amount.sure or before.sure or bool(amount.unit)
                before = None
        if before:
            yield before
        before = amount
    if before:
        yield before


def _dates(drafts: list[Amount]) -> None:
    """Believe the name of a month where a number stands beside it."""
    for one, other in pairwise(drafts):
        if other.start - one.end <= _NEAR:
            for month, number in ((one, other), (other, one)):
                if month.unit == "monthname" and number.digits:
                    month.sure = True


def _join(drafts: list[Amount], text: str, language: Language) -> None:
    """Mark ranges, and give their ends one unit: the last has it."""
    for one, other in reversed(list(pairwise(drafts))):
        between = text[one.end : other.start].strip(" \u00a0")
        ranged = between in {"-", "–", "/"} or between in language.ranges
        if between in language.shares and text.endswith(language.between, 0, one.start):
            ranged = other.value > one.value
        if ranged and between and _is_range(one, other):
            one.ranged = other.ranged = True
        if (ranged or between == "," or between.strip(" ,") in language.shares) and other.unit != "monthname":
            _share_unit(one, other)


def _is_range(one: Amount, other: Amount) -> bool:
    if isclose(one.value, other.value):  # as a slip leaves it: 2-2 tablets
        return one.digits and other.digits and bool(other.unit) and not one.unit
    return not one.code and (one.digits or one.sure or bool(other.unit))


def _ratios(drafts: list[Amount], text: str, language: Language) -> None:
    """Mark *one* of *one in 10*, and the second number of *24 hours out of 24*, which says nothing."""
    for one, other in pairwise(drafts):
        if text[one.end : other.start].strip(" \u00a0") in language.ratios and other.digits and not other.unit:
            one.ratio = not one.unit
            if one.unit and isclose(one.value, other.value):
                other.ratio, other.sure = True, False


def _singles(drafts: list[Amount], text: str, language: Language, found: Iterable[Found]) -> Iterator[Amount]:
    """Yield the first ends of ranges such as *a drop or two drops* in languages that leave out the article."""
    counted = {amount.end for amount in drafts}
    for piece in found:
        unit = meaning(piece, "units")
        if not unit or piece.end in counted:
            continue
        other = next((amount for amount in drafts if amount.start >= piece.end), None)
        between = text[piece.end : other.start].strip(" \u00a0") if other else ""
        if other and other.unit == unit and between and between in language.ranges | language.shares:
            yield Amount(piece.start, piece.end, (1.0,), unit, sure=False, digits=False, ranged=True)


def _share_unit(one: Amount, other: Amount) -> None:
    if one.ratio:
        return
    if not one.unit and other.unit and not other.clock and not one.clock:
        one.unit, one.per = other.unit, other.per
        one.sure = one.sure or one.value != 1
    elif other.clock and not one.clock and one.digits and not one.unit and one.value <= 24:  # noqa: PLR2004
        one.values, one.clock, one.unit = (one.value * 60, (one.value * 60 + HALF_DAY) % DAY), True, "minute"
