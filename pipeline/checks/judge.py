"""Run rules on one subject: problems → findings, unless somebody silenced them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pipeline.checks.rule import Problem, Rule
from pipeline.checks.silence import Ignore, Ledger, Severities
from pipeline.locale import Locale
from pipeline.model import Finding, Location, Severity

_EXCERPT = 72

Item = TypeVar("Item")

InForce = Sequence[tuple[Rule[Any], Severity]]
"""Rules with their severities."""


@dataclass(frozen=True, slots=True)
class About:
    """What all findings about one subject say, and what is silenced for it."""

    finding: Finding
    """With empty rule and message."""

    ignores: tuple[Ignore, ...] = ()


def in_force(rules: Iterable[Rule[Any]], severities: Severities, locale: Locale | None) -> InForce:
    """Return the rules that are switched on for the language of `locale`, with their severities."""
    language = locale.tag.partition("-")[0] if locale else ""
    chosen = ((rule, severities.get(rule.code, rule.severity)) for rule in rules if language not in rule.skipped)
    return [(rule, severity) for rule, severity in chosen if severity is not None]


def errors_in_force(rules: Iterable[Rule[Any]], severities: Severities, locale: Locale | None) -> InForce:
    """Return those whose findings are errors."""
    return [pair for pair in in_force(rules, severities, locale) if pair[1] is Severity.ERROR]


def suspects(rules: InForce, subject: object) -> bool:
    """Tell whether any of the rules finds anything in `subject`, silenced or not, or fails."""
    try:
        return any(True for rule, _ in rules for _ in rule.check(subject))
    except Exception:  # noqa: BLE001 - whoever asks runs the rules again, one by one, and tells which one failed
        return True


def run_rules(rules: InForce, subject: object, about: About, ledger: Ledger | None) -> tuple[list[Finding], bool]:
    """Return the findings that nobody silenced, and whether one of them, or a rule that failed, is an error."""
    findings: list[Finding] = []
    unjudged = False
    for rule, severity in rules:
        problems = attempt(rule, about.finding.location, ledger, rule.check, subject)
        if problems is None:
            unjudged = unjudged or severity is Severity.ERROR
        elif problems:
            findings += told(rule, severity, problems, about, ledger)
    return findings, unjudged or any(finding.severity is Severity.ERROR for finding in findings)


def attempt(
    rule: Rule[Any], location: Location, ledger: Ledger | None, find: Callable[..., Iterable[Item]], *subject: object
) -> list[Item] | None:
    """Return what `find` yields for a rule, or None if it failed, which the ledger notes (without one, it raises)."""
    try:
        return list(find(*subject))
    except Exception as error:  # whatever a rule raises must not cost the findings of the others
        if ledger is None:
            raise
        ledger.fail(rule, location, error)
        return None


def told(
    rule: Rule[Any], severity: Severity, problems: Iterable[Problem], about: About, ledger: Ledger | None
) -> list[Finding]:
    """Return the findings that nobody silenced."""
    found = (_finding(rule, severity, problem, about.finding) for problem in problems)
    return [finding for finding in found if not _is_silenced(finding, about.ignores, ledger)]


def _is_silenced(finding: Finding, ignores: Iterable[Ignore], ledger: Ledger | None) -> bool:
    for ignore in ignores:
        if ignore.about(finding.rule, finding.location.line):
            if ledger:
                ledger.use(ignore)
            return True
    return False


def blank(location: Location, **fields: Any) -> Finding:
    """Return a finding with empty rule and message, for all that one subject has in common."""
    return Finding("", "", Severity.NOTE, "", location, **fields)


def _finding(rule: Rule[Any], severity: Severity, problem: Problem, blank: Finding) -> Finding:
    return replace(
        blank,
        rule=rule.code,
        name=rule.name,
        severity=severity,
        message=problem.message,
        location=replace(blank.location, line=problem.line) if problem.line else blank.location,
        excerpt=shortened(problem.excerpt or blank.excerpt),
        fix=problem.fix or rule.fix,
        text=blank.text or ("whole" if problem.whole else ""),
    )


def shortened(text: str) -> str:
    """Return the beginning of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
