"""Findings that somebody silenced, with a reason: in the article, in the catalog or in the configuration."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from itertools import takewhile

from pipeline.checks.rule import Problem, Rule
from pipeline.errors import InputError
from pipeline.model import Directive, Location, Severity

Severities = Mapping[str, Severity | None]
"""The severities in force by rule code, where they differ from the rules' own; None switches a rule off."""

_COMMENT = re.compile(r"\s*check-ignore:\s*(.*)", re.IGNORECASE)
_CODES = re.compile(r"([\w-]+(?:\s*,\s*[A-Z]\d{3}\b)*)[\s:–—-]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ignore:
    """One rule, silenced for one place."""

    rule: str
    """Its code, or what was written instead of one."""

    reason: str
    location: Location
    """Where it was silenced."""

    lines: range | None = field(default=None, compare=False)
    """The lines of the article that it is about; None where the place says that already."""

    def about(self, code: str, line: int | None) -> bool:
        """Return whether it silences the rule `code` in `line`; without a reason it silences nothing."""
        here = self.lines is None or (line is not None and line in self.lines)
        return bool(self.reason) and self.rule == code and here


@dataclass(frozen=True, slots=True)
class Override:
    """The owner's severity of a rule in some locales and files."""

    rule: str
    """Its code."""

    severity: Severity | None
    """None switches the rule off there."""

    location: Location
    """In the configuration."""

    locales: frozenset[str] = frozenset()
    """Names of locales; none for all."""

    files: tuple[str, ...] = ()
    """Paths of articles or catalogs, in which ``*`` stands for anything; none for all."""

    reason: str = ""

    def fits(self, locale: str, paths: Iterable[str]) -> bool:
        """Return whether it is about a subject in `locale` that is in the files `paths`."""
        files = not self.files or any(fnmatchcase(path, pattern) for path in paths for pattern in self.files)
        return files and (not self.locales or locale in self.locales)

    @property
    def ignore(self) -> Ignore:
        """The same as something that is silenced."""
        return Ignore(self.rule, self.reason, self.location)


def scoped(
    severities: Severities, overrides: Iterable[Override], locale: str, *paths: str
) -> tuple[Severities, tuple[Ignore, ...]]:
    """Return the severities for a subject in `locale` that is in the files `paths`, and what is silenced there.

    Of several overrides for one rule, the last one that fits counts.
    """
    fitting = {override.rule: override for override in overrides if override.fits(locale, paths)}
    changed = {code: override.severity for code, override in fitting.items() if override.severity is not None}
    # A rule that is switched off here still runs, so that an override that has become needless can be told.
    return {**severities, **changed}, tuple(each.ignore for each in fitting.values() if each.severity is None)


def read_comment(comment: str) -> str | None:
    """Return what a translator's comment silences, as `read_ignores` takes it; None if it is another comment."""
    found = _COMMENT.fullmatch(comment)
    return found[1] if found else None


def read_ignores(text: str, codes: Mapping[str, str], location: Location, lines: range | None = None) -> list[Ignore]:
    """Return what ``T302, T401 The year is right.`` silences; `codes` gives the code for each code and name."""
    found = _CODES.fullmatch(text.strip())
    if found is None:
        return [Ignore("", "", location, lines)]
    rules = [rule.strip() for rule in found[1].split(",")]
    return [Ignore(codes.get(rule, rule), " ".join(found[2].split()), location, lines) for rule in rules]


def next_block(rows: list[str], directive: Directive, above: int) -> range:
    """Return the lines of the block below a comment; `rows` is the body, which has `above` lines above it."""
    if directive.line is None:
        return range(0)
    start = directive.line - above - 1
    while start < len(rows) and "-->" not in rows[start]:
        start += 1
    start += 1
    while start < len(rows) and (not rows[start].strip() or rows[start].lstrip().startswith("<!--")):
        start += 1
    count = len(list(takewhile(str.strip, rows[start:])))
    return range(above + start + 1, above + start + 1 + count)


class Ledger:
    """What a run of the checks notes besides findings: which silencing was needed, and which rules failed."""

    def __init__(self) -> None:
        self.silenced = 0
        """How many findings were silenced."""
        self._failures: dict[str, InputError] = {}
        self._ignores: dict[Ignore, bool] = {}

    @property
    def failures(self) -> list[InputError]:
        """One error for each rule that raised an exception."""
        return list(self._failures.values())

    @property
    def failed(self) -> dict[str, InputError]:
        """The same by the code of the rule."""
        return self._failures

    def fail(self, rule: Rule[object], location: Location, error: Exception) -> None:
        """Note that a rule raised `error`; its first time is enough."""
        message = (
            f"rule {rule.code}[{rule.name}] failed here ({type(error).__name__}: {error}); this is a fault of the "
            f"rule: report it, and until it is mended set {rule.code} to off in [rules]"
        )
        self._failures.setdefault(rule.code, InputError(" ".join(message.split()), location.path, location.line))

    def know(self, ignores: Iterable[Ignore]) -> None:
        """Note what could be needed."""
        for ignore in ignores:
            self._ignores.setdefault(ignore, False)

    def use(self, ignore: Ignore) -> None:
        """Note that `ignore` silenced a finding."""
        self._ignores[ignore] = True
        self.silenced += 1

    def add(self, other: Ledger) -> None:
        """Take over what another one noted."""
        self.silenced += other.silenced
        self._failures = {**other.failed, **self._failures}
        for ignore, needed in other._ignores.items():
            self._ignores[ignore] = needed or self._ignores.get(ignore, False)

    def claims(self, codes: Mapping[str, str]) -> list[Claim]:
        """Return all that was silenced, and whether it was needed; `codes` gives the code for each code and name."""
        return [Claim(ignore, needed, _nearest(ignore.rule, codes)) for ignore, needed in self._ignores.items()]


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that was silenced, and whether that was needed."""

    ignore: Ignore
    needed: bool
    nearest: str
    """The code of the rule that was meant, or probably meant."""


def _nearest(rule: str, codes: Mapping[str, str]) -> str:
    if rule in codes:
        return codes[rule]
    (near,) = difflib.get_close_matches(rule, codes, n=1, cutoff=0.0)
    return codes[near]


def _unused(claim: Claim) -> Iterator[Problem]:
    ignore = claim.ignore
    if ignore.rule != claim.nearest:
        what = f"no rule is named {ignore.rule}" if ignore.rule else "no rule is named"
        yield Problem(f"{what}; did you mean {claim.nearest}?")
    elif not ignore.reason:
        yield Problem(f"{ignore.rule} is silenced without a reason, which does not count")
    elif not claim.needed:
        yield Problem(f"{ignore.rule} is silenced, but reports nothing here")


RULES: tuple[Rule[Claim], ...] = (
    Rule(
        code="C110",
        name="unused-ignore",
        severity=Severity.NOTE,
        summary="A rule is silenced where it reports nothing, without a reason, or under a code that is none.",
        why="What is silenced for no reason will one day hide a mistake that reaches readers.",
        fix="Write check-ignore: with the code of a rule and the reason, or remove it.",
        check=_unused,
        bad='# check-ignore: T102 This link is right.\nmsgid "Drink water."\nmsgstr "Trinken Sie Wasser."',
        good='msgid "Drink water."\nmsgstr "Trinken Sie Wasser."',
        more=(
            (
                '# check-ignore: C102\nmsgid "Drink water."\nmsgstr ""',
                '# check-ignore: C102 Under discussion with the clinic.\nmsgid "Drink water."\nmsgstr ""',
            ),
            (
                'lang: ar\n# check-ignore: T999 للمراجعة\nmsgid "Drink water."\nmsgstr "اشرب الماء."',
                'lang: ar\nmsgid "Drink water."\nmsgstr "اشرب الماء."',
            ),
        ),
    ),
)
