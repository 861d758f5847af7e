"""Units: which exist, which are the same quantity in another measure, and their signs in every language."""

from __future__ import annotations

import re
from math import isclose

_SIZES: dict[str, tuple[str, float]] = {
    "ng": ("mass", 1e-6),
    "mcg": ("mass", 1e-3),
    "mg": ("mass", 1.0),
    "g": ("mass", 1e3),
    "kg": ("mass", 1e6),
    "oz": ("mass", 28349.5),
    "lb": ("mass", 453592.0),
    "mcl": ("volume", 1e-3),
    "ml": ("volume", 1.0),
    "cl": ("volume", 10.0),
    "dl": ("volume", 100.0),
    "l": ("volume", 1e3),
    "tsp": ("volume", 5.0),
    "tbsp": ("volume", 15.0),
    "floz": ("volume", 29.57),
    "cup": ("volume", 240.0),
    "pint": ("volume", 500.0),
    "second": ("time", 1 / 60),
    "minute": ("time", 1.0),
    "hour": ("time", 60.0),
    "day": ("time", 1440.0),
    "week": ("time", 10080.0),
    "month": ("calendar", 1.0),
    "year": ("calendar", 12.0),
    "mm": ("length", 0.1),
    "cm": ("length", 1.0),
    "m": ("length", 100.0),
    "km": ("length", 1e5),
    "inch": ("length", 2.54),
    "foot": ("length", 30.48),
    "yard": ("length", 91.44),
    "mile": ("length", 160934.0),
    "kcal": ("energy", 4.184),
    "kj": ("energy", 1.0),
}
"""The measure of each unit, and its size in it."""

_OTHERS = (
    "iu",
    "c",
    "f",
    "deg",
    "%",
    "mmhg",
    "mmol",
    "meq",
    "times",
    "dose",
    "tablet",
    "capsule",
    "drop",
    "puff",
    "spoon",
    "sachet",
    "patch",
    "injection",
    "glass",
    "slice",
    "monthname",
)
UNITS = frozenset(_SIZES) | frozenset(_OTHERS)
"""Every unit that a language's data may name."""

DOSE = frozenset(
    {
        "ng",
        "mcg",
        "mg",
        "g",
        "kg",
        "ml",
        "mcl",
        "cl",
        "dl",
        "l",
        "iu",
        "c",
        "f",
        "%",
        "tsp",
        "tbsp",
        "mmol",
        "meq",
        "mmhg",
    }
)
"""Units without which a number means nothing."""

PERIODS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units of time."""

_ROUGH = frozenset({"oz", "lb", "tsp", "tbsp", "floz", "cup", "pint", "inch", "foot", "yard", "mile"})
"""Units of the kitchen and of the United States, which are rounded when they are converted."""

_ROUGHLY = 0.1
_DEGREE = 0.6
_EXACT = 1e-6
_HABITS = frozenset({(14, 15), (15, 14), (7, 8), (8, 7)})
"""Days that Romance languages count with both ends: fifteen days are two weeks."""

_FRIENDS = tuple(
    map(
        frozenset,
        (
            {"c", "deg"},
            {"f", "deg"},
            {"tablet", "dose"},
            {"tablet", "capsule"},
            {"capsule", "dose"},
            {"puff", "dose"},
            {"puff", "times"},
            {"spoon", "tsp"},
            {"spoon", "tbsp"},
            {"times", "dose"},
            {"times", "deg"},  # the same sign in Japanese
            {"glass", "cup"},
            {"injection", "dose"},
            {"injection", "times"},
        ),
    )
)
"""Units of which one is a looser word for the other."""

_SIGNS = {
    "ng": "ng",
    "mcg": "mcg ug μg",
    "mg": "mg mgs",
    "g": "g gr",
    "kg": "kg kgs",
    "lb": "lb lbs",
    "oz": "oz",
    "mcl": "μl",
    "ml": "ml mls cc",
    "cl": "cl",
    "dl": "dl",
    "l": "l",
    "second": "s sec",
    "minute": "min mins",
    "hour": "h hr hrs",
    "mm": "mm",
    "cm": "cm",
    "m": "m",
    "km": "km",
    "foot": "ft",
    "iu": "iu ui ie i.e. i.u. u.i.",
    "c": "°c",
    "f": "°f",
    "deg": "°",
    "%": "%",
    "mmhg": "mmhg",
    "mmol": "mmol",
    "meq": "meq",
    "kcal": "kcal cal",
    "kj": "kj",
    "tsp": "tsp",
    "tbsp": "tbsp",
    "times": "x",
}
_BY_SIGN = {sign: unit for unit, signs in _SIGNS.items() for sign in signs.split()}
_BY_SIGN |= {"° c": "c", "° f": "f", "°\u00a0c": "c", "°\u00a0f": "f"}
_ALTERNATIVES = "|".join(sorted(map(re.escape, _BY_SIGN), key=len, reverse=True))
_SIGN = re.compile(
    rf"[ \u00a0-]{{0,2}}({_ALTERNATIVES})(?![a-zà-ɏ\d])(?:[ ]?/[ ]?(kg|ml|dl|l|min|h|m2|m²)(?![a-z\d]))?"
)


def sign_after(text: str, position: int) -> tuple[str, str, int] | None:
    """Return the unit whose sign stands at `position` of normalised text, what it is divided by, and where it ends."""
    found = _SIGN.match(text, position)
    return (_BY_SIGN[found[1]], found[2] or "", found.end()) if found else None


def friendly(one: str, other: str) -> bool:
    """Tell whether nobody would see a change between the two units; no unit goes with all of them."""
    return one == other or not one or not other or frozenset({one, other}) in _FRIENDS


def same_quantity(value: float, unit: str, other: float, other_unit: str) -> bool:
    """Tell whether ``value unit`` is as much as ``other other_unit``, as far as people round it."""
    if {unit, other_unit} == {"c", "f"}:
        celsius, fahrenheit = (value, other) if unit == "c" else (other, value)
        return abs((fahrenheit - 32) / 1.8 - celsius) <= _DEGREE
    measure, size = _SIZES.get(unit, (unit, 1.0))
    other_measure, other_size = _SIZES.get(other_unit, (other_unit, 1.0))
    if measure != other_measure or unit == other_unit:
        return False
    if measure == "time" and (value * size / 1440, other * other_size / 1440) in _HABITS:
        return True
    rough = (unit in _ROUGH) != (other_unit in _ROUGH)
    return isclose(value * size, other * other_size, rel_tol=_ROUGHLY if rough else _EXACT)
