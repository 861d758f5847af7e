"""Words that a slip turns round without a *not*: *above* and *below*, *before meals* and *after meals*."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.safety.facts import Facts
from pipeline.checks.safety.words import Slip

_PAIRS = {
    "above": "below",
    "before": "after",
    "high": "low",
    "more": "less",
    "left": "right",
    "hot": "cold",
    "on": "stop",
}
OPPOSITES = frozenset({*_PAIRS, *_PAIRS.values(), "even"})
"""What the words of the table ``opposites`` mean."""

_TOLD = {
    "before": "before meals",
    "after": "after meals",
    "more": "increase",
    "less": "reduce",
    "on": "continue",
    "even": "even if",
}


def opposites(source: Facts, target: Facts) -> Iterator[Slip]:
    """Report a word that became its opposite, where neither text has both.

    One text that says *not* and one that does not may mean the same with opposite words: *do not stop*, *continue*.
    """
    if source.has("opposites") and target.has("opposites") and _denies(source) == _denies(target):
        for one, other in (*_PAIRS.items(), *((other, one) for one, other in _PAIRS.items())):
            if _only(source, one, other) and _only(target, other, one):
                yield _slip(one, other)
    if "even" in target.has("opposites") - source.has("opposites"):
        for limit in sorted({"only", "until", "unless"} & source.has("limits")):
            yield _slip(limit, "even")


def _only(of: Facts, one: str, other: str) -> bool:
    said = of.has("opposites")
    loosely = of.has("warnings")  # its words for *stop* are many: they do not show that it is said, but that it may be
    return one in said and other not in said and not (other == "stop" and "stop" in loosely)


def _denies(of: Facts) -> bool:
    return bool({"strong", "paired", "prohibit"} & of.has("negation"))


def _slip(one: str, other: str) -> Slip:
    return Slip("T220", f"the source says '{_TOLD.get(one, one)}', the translation '{_TOLD.get(other, other)}'")
