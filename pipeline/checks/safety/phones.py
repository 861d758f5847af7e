"""Telephone numbers: a translation has those of the source, or the country's own number for an emergency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.checks.safety.amount import Amount
from pipeline.checks.safety.facts import Facts
from pipeline.checks.safety.languages import emergency_numbers, language_code

_TRUNK = re.compile("^0{1,2}")
_SHORT = 3
_LONG = 7
"""Digits of a number without the code of its country."""


@lru_cache(maxsize=64)
def local_numbers(tag: str) -> frozenset[str]:
    """Return the emergency numbers of a locale: of its territory, or else of all places that speak its language."""
    numbers = emergency_numbers()
    territory = next((part for part in tag.replace("_", "-").split("-")[1:] if part.upper() in numbers), "")
    found = numbers.get(territory.upper()) or numbers.get(language_code(tag))
    return found or _everywhere()


@lru_cache(maxsize=1)
def _everywhere() -> frozenset[str]:
    return frozenset().union(*emergency_numbers().values())


def phones(of: Facts) -> list[Amount]:
    """Return the long telephone numbers in a text."""
    return [amount for amount in of.amounts if amount.phone]


def emergency_calls(of: Facts, shortest: int = _SHORT) -> list[Amount]:
    """Return the numbers in a text that someone is told to call in an emergency."""
    if not any(amount.digits for amount in of.amounts) or not of.emergency:
        return []
    known = _everywhere()
    return [
        amount
        for amount in of.amounts
        if not amount.unit and amount.digits and shortest <= amount.end - amount.start and said(of, amount) in known
    ]


def said(of: Facts, amount: Amount) -> str:
    """Return the amount as it is written, without spaces."""
    return re.sub(r"[ \u00a0]", "", of.text[amount.start : amount.end])


def compare(source: Facts, target: Facts, tag: str) -> tuple[list[str], list[Amount]]:
    """Return what is wrong with the telephone numbers of a translation, and the amounts that are settled by it."""
    messages = [*_changed(source, target, "is missing"), *_changed(target, source, "is not in the source")]
    settled = [*phones(source), *phones(target)]
    digits = {_digits(source, phone) for phone in phones(source)} | {_digits(target, phone) for phone in phones(target)}
    settled += [amount for amount in target.amounts if amount.digits and _digits(target, amount) in digits]
    called = emergency_calls(source)
    answers = emergency_calls(target, 2 if called else _SHORT)
    if answers and (called or source.emergency):
        right = local_numbers(tag) | {said(source, amount) for amount in called}
        wrong = [amount for amount in answers if said(target, amount) not in right]
        messages += [f"{said(target, amount)} is no emergency number of these readers" for amount in wrong]
        settled += answers
    if called and not answers:
        messages += [f"the number {said(source, called[0])} is missing"]
    return messages, [*settled, *called]


def _changed(one: Facts, other: Facts, what: str) -> Iterator[str]:
    for phone in phones(one):
        digits = _digits(one, phone)
        others = [_digits(other, known) for known in phones(other)]
        if digits not in other.digits and not any(_same_line(digits, known) for known in others):
            yield f"the telephone number {one.text[phone.start : phone.end]} {what}"


def _same_line(one: str, other: str) -> bool:
    """Tell whether two numbers differ only by the code of a country in front."""
    short, long = sorted((_TRUNK.sub("", one), _TRUNK.sub("", other)), key=len)
    return short[:1] != "0" and len(short) >= _LONG and len(long) - len(short) <= _SHORT and long.endswith(short)


def _digits(of: Facts, amount: Amount) -> str:
    return re.sub(r"\D", "", of.text[amount.start : amount.end])
