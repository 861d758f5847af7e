"""Mend translations by the rules that can: never the meaning, and never at the price of a new finding."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.checks.catalog_file import WholeCatalog
from pipeline.checks.judge import InForce, in_force
from pipeline.checks.rule import Rule
from pipeline.checks.rules import FILE_RULES, TRANSLATION_RULES
from pipeline.checks.silence import Severities
from pipeline.checks.subjects import Translation, about_message, pair_of
from pipeline.checks.translation import Pair
from pipeline.model import Key, Location, Segment


@dataclass(frozen=True, slots=True)
class Mended:
    """A translation, mended."""

    key: Key
    location: Location
    rules: tuple[str, ...]
    """Code and name of each rule that mended it."""

    before: str
    after: str


def mend_translation(subject: Translation, severities: Severities) -> list[Mended]:
    """Return the translations that can be mended; those that are fuzzy or missing are left alone."""
    rules = in_force(TRANSLATION_RULES, severities, subject.locale)
    if not any(rule.mend for rule, _ in rules):
        return []
    return list(_mended(subject, rules))


def _mended(subject: Translation, rules: InForce) -> Iterator[Mended]:
    for segment in subject.segments:
        message = subject.messages.get(segment.key)
        if message is None or segment.key not in subject.pairs or message.plural:
            continue
        quiet = {ignore.rule for ignore in about_message(subject, segment, None).ignores if ignore.reason}
        loud = [each for each in rules if each[0].code not in quiet]
        try:
            text, used = _mend(subject, segment, message.msgstr, loud)
        except Exception:  # noqa: BLE001, S112 - a rule that fails is told by the checks themselves
            continue
        if used:
            location = Location(subject.path, message.msgstr_line)
            yield Mended(segment.key, location, used, message.msgstr, text)


def _mend(subject: Translation, segment: Segment, text: str, rules: InForce) -> tuple[str, tuple[str, ...]]:
    """Return `text`, mended by one rule after the other, and the rules that did it."""
    pair = pair_of(subject, segment, text)
    used: list[str] = []
    for rule, _ in rules:
        if rule.mend is None or not list(rule.check(pair)):
            continue
        new = rule.mend(pair)
        if new is None or new == pair.translation:
            continue
        changed = pair_of(subject, segment, new)
        if _is_better(rule, pair, changed, rules):
            pair = changed
            used.append(f"{rule.code}[{rule.name}]")
    return pair.translation, tuple(used)


def _is_better(mended: Rule[Pair], old: Pair, new: Pair, rules: InForce) -> bool:
    """Return whether a rule has fewer problems, no other has more, and every number is what it was."""
    if _numbers(old.translation) != _numbers(new.translation):
        return False
    before = {rule.code: len(list(rule.check(old))) for rule, _ in rules}
    after = {rule.code: len(list(rule.check(new))) for rule, _ in rules}
    return after[mended.code] < before[mended.code] and all(after[code] <= before[code] for code in after)


def _numbers(text: str) -> list[int]:
    return [unicodedata.decimal(letter) for letter in text if letter.isdecimal()]


def mend_catalog(whole: WholeCatalog, severities: Severities) -> str | None:
    """Return the text of the file, mended by the rules for whole catalogs; None if there is nothing to mend."""
    text = None
    # Each writes the canonical form of all that it was given, so the last one says it all.
    for rule, _ in in_force(FILE_RULES, severities, whole.locale):
        if rule.mend and list(rule.check(whole)):
            text = rule.mend(whole) or text
    return text
