"""Reading numbers written with digits: any script, decimal sign and grouping; times, dates, telephone numbers.

The text is normalised first (`text.normalise`), so that digits are 0-9 here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.333333, "⅔": 0.666667, "⅛": 0.125}
HAS_NUMBER = re.compile(r"[\d½¼¾⅓⅔⅛]")

_TOKEN = re.compile(
    r"""
    (?=[\d+(.½¼¾⅓⅔⅛])(?:
      (?P<phone>
          (?<![\d.,/-])(?:
              \+\d[\d \u00a0()./-]{5,}\d
            | \(\d{2,5}\)[ \u00a0]?\d[\d \u00a0./-]{4,}\d
            | 0\d{1,4}(?:[ \u00a0/-]{1,3}\d{2,8}){1,5}
            | 0\d{6,}
            | \d[ -]\d{3}-\d{3}-\d{4} | \d{3}[-.]\d{3}[-.]\d{4}
          )(?![\d])
      )
    | (?P<date>\d{4}-\d\d-\d\d(?!\d) | \d{1,2}[./]\d{1,2}[./]\d{4}(?!\d))
    | (?P<time>\d{1,2}:\d\d(?::\d\d)?(?!\d) | \d{1,2}[ \u00a0]?h[ \u00a0]?[0-5]\d(?!\d)
          | \d{1,2}[时時点點시][ ]?\d{1,2}(?=[分분\s]))
    | (?P<share>\d分[の之]\d)
    | (?P<pressure>\d{2,3}/\d{2,3}(?![\d/]))
    | (?P<fraction>(?:\d+[ \u00a0])?\d/\d(?![\d/]) | (?:\d+[ \u00a0]?)?[½¼¾⅓⅔⅛])
    | (?P<number>(?:(?<![\d\w.…])[.](?=\d))?\d+(?:[.,'\u00a0]\d+)*)
    )""",
    re.VERBOSE,
)
_FIRST = re.compile(r"[\d+(.½¼¾⅓⅔⅛]")
"""What each of these begins with."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.\w+")
_MAY_BE_CODE = re.compile(r"[a-z]-?\d")
_CODE = re.compile(
    r"(?<![a-z\u00c0-\u024f])[a-z]{1,5}(?:\d|-\d{1,2}(?![\d–-])(?=\W|$))[\da-z]*(?:\.\d[\da-z]*)*(?![\d.,]*%)"
)
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?![\d])(?:,\d+)?")
_YEARS = re.compile(r"(?:19|20)\d\d")
_GROUP = 3
_HOURS = 24
_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """One number as it is written."""

    start: int
    end: int
    values: tuple[float, ...]
    """What it may mean, the likeliest first; a time in minutes."""

    kind: str = "number"
    """``number``, ``fraction``, ``time``, ``phone``, or ``code`` for a digit in a name such as B12."""

    parts: tuple[float, ...] = ()
    """The numbers that it is if its spaces do not group digits."""

    plain: bool = False
    """True for digits alone, without any sign among them."""


def read(text: str, decimal: str = "", *, spaced: bool = False) -> Iterator[Reading]:
    """Yield the numbers in normalised `text`.

    `decimal` is the decimal sign of the language, empty where both are in use; `spaced` tells that a plain space may
    group digits.
    """
    names = _names(text)
    position = 0
    while found := _next(text, position):
        position = found.end()
        kind = found.lastgroup or ""
        name = next((name for name in names if name.start() <= found.start() < name.end()), None)
        grouped = _SPACED.match(text, found.start()) if spaced and kind == "number" else None
        if name:
            position = name.end()
            yield from _code(name)
        elif grouped:
            position = grouped.end()
            yield _grouped(grouped)
        else:
            yield from _READERS[kind](found, decimal)


def _next(text: str, position: int) -> re.Match[str] | None:
    """Return the first `_TOKEN` from `position` on; looking for its first sign is faster than to try everywhere."""
    while first := _FIRST.search(text, position):
        if found := _TOKEN.match(text, first.start()):
            return found
        position = first.end()
    return None


def _names(text: str) -> list[re.Match[str]]:
    """Return the addresses in a text, and names with digits in them."""
    names = [*_ADDRESS.finditer(text)] if "@" in text or "www." in text or "://" in text else []
    return [*names, *_CODE.finditer(text)] if _MAY_BE_CODE.search(text) else names


def _grouped(found: re.Match[str]) -> Reading:
    whole = found[0].replace(" ", "").replace(",", ".")
    parts = tuple(float(part.replace(",", ".")) for part in found[0].split(" "))
    return Reading(found.start(), found.end(), (float(whole),), parts=parts)


def _number(found: re.Match[str], decimal: str) -> Iterator[Reading]:
    values = interpret(found[0], decimal)
    if values:
        yield Reading(found.start(), found.end(), values, plain=found[0].isdigit())
        return
    yield from _each(found, decimal)


def _each(found: re.Match[str], _decimal: str) -> Iterator[Reading]:
    for part in re.finditer(r"\d+", found[0]):
        yield Reading(found.start() + part.start(), found.start() + part.end(), (float(part[0]),), plain=True)


def _code(found: re.Match[str]) -> Iterator[Reading]:
    if not _CODE.fullmatch(found[0]):
        return
    for part in re.finditer(r"\d+(?:\.\d+)?", found[0]):
        start = found.start() + part.start()
        yield Reading(start, found.start() + part.end(), (float(part[0]),), "code")


def _phone(found: re.Match[str], decimal: str) -> Iterator[Reading]:
    groups = re.findall(r"\d+", found[0])
    if all(map(_YEARS.fullmatch, groups)):
        yield from _each(found, decimal)
    else:
        yield Reading(found.start(), found.end(), (float("".join(groups)),), "phone")


def _time(found: re.Match[str], _decimal: str) -> Iterator[Reading]:
    hours, minutes = (int(part) for part in re.findall(r"\d+", found[0])[:2])
    if hours > _HOURS or minutes >= _MINUTES:
        yield from _each(found, _decimal)
        return
    yield Reading(found.start(), found.end(), (float(hours * 60 + minutes),), "time")


def _fraction(found: re.Match[str], _decimal: str) -> Iterator[Reading]:
    text = found[0]
    if text[-1] in VULGAR:
        whole = text[:-1].strip()
        yield Reading(found.start(), found.end(), (int(whole or 0) + VULGAR[text[-1]],), "fraction")
        return
    *whole_part, upper, lower = (int(part) for part in re.findall(r"\d+", text))
    if lower <= upper:
        yield from _each(found, _decimal)
    else:
        yield Reading(found.start(), found.end(), (round(sum(whole_part) + upper / lower, 6),), "fraction")


def _share(found: re.Match[str], _decimal: str) -> Iterator[Reading]:
    """Read a fraction in Chinese or Japanese, the lower number first."""
    lower, upper = (int(part) for part in re.findall(r"\d", found[0]))
    yield Reading(found.start(), found.end(), (round(upper / (lower or 1), 6),), "fraction")


_READERS = {
    "phone": _phone,
    "date": _each,
    "time": _time,
    "share": _share,
    "pressure": _each,
    "fraction": _fraction,
    "number": _number,
}


def interpret(digits: str, decimal: str = "") -> tuple[float, ...]:
    """Return what a number with signs among its digits may mean, the likeliest first; nothing if it is several."""
    groups = re.split(r"[.,'\u00a0]", digits)
    signs = re.findall(r"[.,'\u00a0]", digits)
    if not signs:
        return (float(digits),)
    if not groups[0]:
        return (float(digits),) if len(signs) == 1 else ()
    kinds = set(signs)
    if len(kinds) == 1:
        return _one_sign(groups, signs, decimal)
    if len(kinds) == 2 and signs.count(signs[-1]) == 1 and signs[-1] in ".," and _grouping(groups[:-1]):  # noqa: PLR2004
        return (float("".join(groups[:-1]) + "." + groups[-1]),)
    return ()


def _one_sign(groups: list[str], signs: list[str], decimal: str) -> tuple[float, ...]:
    grouped = (float("".join(groups)),) if _grouping(groups) else ()
    if len(signs) > 1 or signs[0] == "\u00a0" or (grouped and signs[0] == "'"):
        return grouped
    fraction = float(".".join(groups))
    if not grouped:
        return (fraction,)
    return (fraction, *grouped) if signs[0] == decimal else (*grouped, fraction)


def _grouping(groups: list[str]) -> bool:
    """Tell whether the groups are of three digits, or of two before the last as in India: 1,00,000."""
    first, *middle, last = groups
    if not middle and first is last:
        return True
    sizes = {len(group) for group in middle}
    indian = sizes == {2} and len(first) <= 2  # noqa: PLR2004
    return len(last) == _GROUP and 1 <= len(first) <= _GROUP and first[0] != "0" and (indian or sizes <= {_GROUP})
