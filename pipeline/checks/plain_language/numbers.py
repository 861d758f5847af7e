"""Rules for numbers that people misread: percentages with decimals, fractions, ratios that cannot be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.manuscript import Manuscript
from pipeline.checks.plain_language.draft import Draft, draft_of
from pipeline.checks.plain_language.language import pattern
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_DECIMAL_PERCENT = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d+\s?[%٪]")
_FRACTION = re.compile(r"(?<![\d/.,-])(?<![Ff]ase )(?<![Pp]hase )([1-9])/([2-9]|10)(?![\d/.,-])\s+(\w+)")
_BARE_SHARE = re.compile(r"(?<![\d.,])0[.,]\d+(?![\d.,]*\d|\s?(?:%|°|(?:[cdkmµ]?[glm]|iu|mcg|mmol)\b))")
_UNIT = r"(?=\s?(?:[cdkmµμ]?[gl]|mcg|ui|iu|mmol)\b(?!\s?/))"
_NO_ZERO = re.compile(rf"(?<![\w.,])([.,])(\d+){_UNIT}", re.IGNORECASE)
_NEEDLESS_ZERO = re.compile(rf"(?<![\d.,])(\d+)[.,]0{{1,2}}{_UNIT}", re.IGNORECASE)
"""Doses written in two of the ways that the Institute for Safe Medication Practices lists as error-prone.

Three zeros behind a point or comma are thousands somewhere; and laboratories write needless zeros before ``mg/dl``.
"""
_RANGE = re.compile(r"(?<![\w./:–-])\d{1,3} ?[–-] ?\d{1,3}(?= [a-z])(?! ?[–-])")
_DATE = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:19|20)?\d\d(?![\d/])")
_NEAR = 40
"""Signs between a number and a word that tells what it is."""

_DASH_IS_READ_AS_MINUS = frozenset({"en"})


def _number_style(subject: Manuscript) -> Iterator[Problem]:
    draft = draft_of(subject)
    for spot in draft.spots:
        for said in _misread(draft, spot.text):
            yield Problem(f"“{said}” is easily misread", spot.line, spot.text)
        for said, mended, seen in _misread_doses(spot.text):
            message = f"“{said}” is easily misread as “{seen}”"
            yield Problem(message, spot.line, spot.text, f"write “{mended}”")


def _misread(draft: Draft, sentence: str) -> Iterator[str]:
    doses, of, chance = (pattern(draft.language, name) for name in ("doses", "of", "chance"))
    for found in _DECIMAL_PERCENT.finditer(sentence):
        if doses and not doses.search(_around(sentence, found)):
            yield found.group()
    for found in _FRACTION.finditer(sentence):
        if of and of.fullmatch(found[3]):
            yield found.group()
    for found in _BARE_SHARE.finditer(sentence):
        if chance and chance.search(_around(sentence, found)):
            yield found.group()


def _misread_doses(sentence: str) -> Iterator[tuple[str, str, str]]:
    """Yield the number of a dose, how to write it, and what people take it for when they miss the point."""
    for found in _NO_ZERO.finditer(sentence):
        yield found.group(), f"0{found.group()}", found[2]
    for found in _NEEDLESS_ZERO.finditer(sentence):
        yield found.group(), found[1], re.sub("[.,]", "", found.group())


def _around(sentence: str, found: re.Match[str]) -> str:
    """Return what stands near a number."""
    return sentence[max(0, found.start() - _NEAR) : found.end() + _NEAR]


def _ranges(subject: Manuscript) -> Iterator[Problem]:
    draft = draft_of(subject)
    for spot in draft.spots if draft.language in _DASH_IS_READ_AS_MINUS else ():
        for found in _RANGE.finditer(spot.text):
            mended = re.sub(r" ?[–-] ?", " to ", found.group())
            yield Problem(f"a dash for “to”: “{found.group()}”", spot.line, spot.text, f"write “{mended}”")


def _denominators(subject: Manuscript) -> Iterator[Problem]:
    draft = draft_of(subject)
    between = pattern(draft.language, "one_in")
    if between is None:
        return
    ratio = re.compile(
        rf"(?<![\d.,])\d{{1,3}} {between.pattern} (\d{{1,3}}(?:[.,\u202f\u00a0 ]\d{{3}})*)(?![\d.,]*\d|\s?%)"
    )
    for block in draft.blocks:
        found = {re.sub(r"\D", "", each[1]): each.group() for each in ratio.finditer(block.text) if _round(each[1])}
        if len(found) > 1:
            said = " and ".join(f"“{each}”" for each in found.values())
            yield Problem(
                f"ratios that cannot be compared: {said}", draft.document.lines.get(block.element), block.text
            )


def _round(number: str) -> bool:
    """Tell whether a number is one that ratios are told by: 10, 100, 1,000; not the 12 of ``3 of 12 months``."""
    return re.fullmatch(r"10+", re.sub(r"\D", "", number)) is not None


def _dates(subject: Manuscript) -> Iterator[Problem]:
    draft = draft_of(subject)
    for spot in draft.spots if draft.language == "en" else ():
        for found in _DATE.finditer(spot.text):
            yield Problem(f"“{found.group()}” may be one of two days", spot.line, spot.text)


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="R110",
        name="number-style",
        severity=Severity.NOTE,
        summary="A number is written so that many misread it.",
        why="Few can picture 14.3 % or a risk of 0.25; many take them for more or less (PEMAT 6, CDC Index 15, NHS).",
        fix="Write a ratio of people (1 in 7 people), or a whole percentage.",
        check=_number_style,
        bad="About 14.3 % of people get cramps at night.",
        good="About 1 in 7 people get cramps at night.",
    ),
    Rule(
        code="R115",
        name="range-dash",
        severity=Severity.NOTE,
        summary="A dash stands for “to” between two numbers.",
        why="Some screen readers leave the dash out or say minus, and some readers take it for one; NHS writes “to”.",
        fix="Write “to”.",
        check=_ranges,
        bad="Hold the stretch for 10-15 seconds.",
        good="Hold the stretch for 10 to 15 seconds.",
    ),
    Rule(
        code="R116",
        name="denominators",
        severity=Severity.NOTE,
        summary="A paragraph has ratios of different numbers of people.",
        why="Many think that 1 in 100 is more than 1 in 10, because 100 is more (CDC Index 17, PEMAT 7).",
        fix="Tell all of them for the same number of people.",
        check=_denominators,
        bad="It helps 1 in 10 people and harms 3 in 1,000 people.",
        good="It helps 100 in 1,000 people and harms 3 in 1,000 people.",
    ),
    Rule(
        code="R117",
        name="numeric-date",
        severity=Severity.NOTE,
        summary="A date in numbers may be one of two days.",
        why="The date 3/4/2026 is in March for some readers and in April for others; NHS writes the month as a word.",
        fix="Write the month as a word.",
        check=_dates,
        bad="The clinic is closed on 3/4/2026.",
        good="The clinic is closed on 3 April 2026.",
    ),
)
