"""The checks: one explicit list of rules, and the functions that run them.

A rule's code is never used again. To add a rule, add it to the tuple of its family, with its two examples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import markdown

from pipeline.article.inline import read_inline
from pipeline.catalogs import Catalog, Message, State, state
from pipeline.checks import article, catalog, readability, translation
from pipeline.checks.article import Manuscript
from pipeline.checks.catalog import Slip
from pipeline.checks.rule import Problem, Rule
from pipeline.checks.translation import Pair
from pipeline.locale import Locale
from pipeline.model import Finding, Key, Location, Segment, Severity

ARTICLE_RULES: tuple[Rule[Manuscript], ...] = (*article.RULES, *readability.RULES)
CATALOG_RULES: tuple[Rule[Slip], ...] = catalog.RULES
TRANSLATION_RULES: tuple[Rule[Pair], ...] = translation.RULES
RULES: tuple[Rule[Any], ...] = (*ARTICLE_RULES, *CATALOG_RULES, *TRANSLATION_RULES)

Severities = Mapping[str, Severity | None]
"""The severities in force by rule code, where they differ from the rules' own; None switches a rule off."""

_EXCERPT = 72


@dataclass(frozen=True, slots=True)
class Translation:
    """One domain in one locale, as the checks and the build see it."""

    domain: str
    locale: Locale
    segments: tuple[Segment, ...]
    """Of the source, each key at most once."""

    catalog: Catalog
    path: str
    """Of the catalog."""

    source_path: str
    parser: markdown.Markdown
    """The parser of the source, which knows its references and footnotes."""


def check_article(manuscript: Manuscript, severities: Severities) -> list[Finding]:
    """Return what the rules for articles find."""
    document = manuscript.document
    return [
        _finding(rule, severity, problem, Location(document.article.path, problem.line), domain=document.article.domain)
        for rule, severity in _in_force(ARTICLE_RULES, severities)
        for problem in rule.check(manuscript)
    ]


def check_translation(subject: Translation, severities: Severities) -> tuple[list[Finding], frozenset[Key]]:
    """Return what the rules for catalogs and translations find, and the messages that must not be published."""
    findings: list[Finding] = []
    rejected: set[Key] = set()
    messages = subject.catalog.by_key()
    for segment in subject.segments:
        message = messages.get(segment.key)
        location = Location(subject.path, message.msgstr_line if message else None)
        for rule, severity, problem in _problems(subject, segment, message, severities):
            findings.append(_finding(rule, severity, problem, location, **_about(subject, segment)))
            if severity is Severity.ERROR:
                rejected.add(segment.key)
    return findings, frozenset(rejected)


def no_catalog(subject: Translation, severities: Severities) -> list[Finding]:
    """Return the one finding for a catalog that is not there at all."""
    (rule,) = (rule for rule in CATALOG_RULES if rule.name == "out-of-sync")
    problem = Problem("there is no catalog yet")
    place = {"domain": subject.domain, "locale": subject.locale.name}
    return [
        _finding(rule, severity, problem, Location(subject.path), **place)
        for rule, severity in _in_force([rule], severities)
    ]


def _problems(
    subject: Translation, segment: Segment, message: Message | None, severities: Severities
) -> Iterator[tuple[Rule[Any], Severity, Problem]]:
    slip = Slip(segment, message)
    for catalog_rule, severity in _in_force(CATALOG_RULES, severities):
        yield from ((catalog_rule, severity, problem) for problem in catalog_rule.check(slip))
    if message is None or state(message) is not State.TRANSLATED:
        return
    pair = Pair(
        segment,
        message.msgstr,
        subject.locale,
        read_inline(subject.parser, segment.text, segment.kind),
        read_inline(subject.parser, message.msgstr, segment.kind),
    )
    for rule, severity in _in_force(TRANSLATION_RULES, severities):
        yield from ((rule, severity, problem) for problem in rule.check(pair))


def _in_force(rules: Iterable[Rule[Any]], severities: Severities) -> Iterator[tuple[Rule[Any], Severity]]:
    for rule in rules:
        severity = severities.get(rule.code, rule.severity)
        if severity is not None:
            yield rule, severity


def _about(subject: Translation, segment: Segment) -> dict[str, Any]:
    """What every finding about this message says."""
    return {
        "domain": subject.domain,
        "locale": subject.locale.name,
        "excerpt": segment.text,
        "source": Location(subject.source_path, segment.line),
    }


def _finding(rule: Rule[Any], severity: Severity, problem: Problem, location: Location, **more: Any) -> Finding:
    excerpt = " ".join((problem.excerpt or more.pop("excerpt", "")).split())
    more["excerpt"] = excerpt if len(excerpt) <= _EXCERPT else excerpt[: _EXCERPT - 1] + "…"
    return Finding(rule.code, rule.name, severity, problem.message, location, fix=problem.fix or rule.fix, **more)
