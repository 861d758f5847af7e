"""What the rules find in articles, catalogs and translations. A rule that fails costs its own findings only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.catalogs import Catalog, Message
from pipeline.checks import ignores as ignores_of
from pipeline.checks.catalog import Slip
from pipeline.checks.catalog_file import WholeCatalog
from pipeline.checks.digests import NO_CATALOG, block_digest, digest, message_digest
from pipeline.checks.judge import (
    About,
    attempt,
    blank,
    errors_in_force,
    in_force,
    run_rules,
    shortened,
    suspects,
    told,
)
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.reading_level import Comparison
from pipeline.checks.rule import Problem, Rule
from pipeline.checks.rules import (
    ABOUT_CATALOGS,
    ARTICLE_RULES,
    CATALOG_RULES,
    CODES,
    COMPARISON_RULES,
    FILE_RULES,
    LOCALE_RULES,
    SILENCE_RULES,
    TERM_RULES,
    TRANSLATION_RULES,
)
from pipeline.checks.silence import Ignore, Ledger, Severities
from pipeline.checks.subjects import Translation, about_message
from pipeline.checks.terms import FINDERS, Glossary, Words
from pipeline.locale import Locale
from pipeline.model import Document, Finding, Key, Location, Severity

_IN_CATALOGS = frozenset(rule.code for rule in ABOUT_CATALOGS)


def check_article(
    manuscript: Manuscript,
    severities: Severities,
    ledger: Ledger | None = None,
    ignores: tuple[Ignore, ...] = (),
) -> list[Finding]:
    """Return what the rules for articles find; `ignores` is what the configuration silences.

    The ledger notes which silencing was needed, and rules that fail; without one their exceptions are raised.
    """
    document = manuscript.document
    ignores += ignores_of.of_article(document)
    if ledger:
        ledger.know(ignores)
    finding = blank(Location(document.article.path), domain=document.article.domain)
    rules = in_force(ARTICLE_RULES, severities, document.locale)
    found, _ = run_rules(rules, manuscript, About(finding, ignores), ledger)
    return [replace(finding, text=_digest_of(document, finding)) for finding in found]


def check_translation(
    subject: Translation, severities: Severities, ledger: Ledger | None = None
) -> tuple[list[Finding], frozenset[Key]]:
    """Return what the rules for messages and translations find, and the messages that must not be published.

    Those are all that have an error against them, and those that a rule failed to judge whose findings are errors.
    A build, which publishes and does not report, asks `rejected_messages`.
    """
    findings: list[Finding] = []
    rejected: set[Key] = set()
    about_state = in_force(CATALOG_RULES, severities, subject.locale)
    about_text = in_force(TRANSLATION_RULES, severities, subject.locale)
    if ledger:
        ledger.know(subject.general_ignores)
    for segment in subject.segments:
        about = about_message(subject, segment, ledger)
        found, bad = run_rules(about_state, Slip(segment, subject.messages.get(segment.key)), about, ledger)
        if pair := subject.pairs.get(segment.key):
            more, worse = run_rules(about_text, pair, about, ledger)
            found, bad = [*found, *more], bad or worse
        findings += found
        if bad:
            rejected.add(segment.key)
    return findings, frozenset(rejected)


def rejected_messages(subject: Translation, severities: Severities, ledger: Ledger) -> frozenset[Key]:
    """Return the messages that must not be published, as `check_translation` does, by the rules for errors alone."""
    about_state = errors_in_force(CATALOG_RULES, severities, subject.locale)
    about_text = errors_in_force(TRANSLATION_RULES, severities, subject.locale)
    rejected: set[Key] = set()
    for segment in subject.segments:
        pair = subject.pairs.get(segment.key)
        problems = about_state and suspects(about_state, Slip(segment, subject.messages.get(segment.key)))
        if problems or (pair and suspects(about_text, pair)):
            about = about_message(subject, segment, None)
            _, bad = run_rules(about_state, Slip(segment, subject.messages.get(segment.key)), about, ledger)
            if bad or (pair and run_rules(about_text, pair, about, ledger)[1]):
                rejected.add(segment.key)
    return frozenset(rejected)


def check_words(
    subjects: Sequence[tuple[Translation, Severities]],
    glossary: Glossary,
    ledger: Ledger | None = None,
    rules: Iterable[Rule[Words]] = TERM_RULES,
) -> list[tuple[list[Finding], frozenset[Key]]]:
    """Return the same as `check_translation` for the rules about words across all catalogs of one locale."""
    found: list[list[Finding]] = [[] for _ in subjects]
    rejected: list[set[Key]] = [set() for _ in subjects]
    owners = {id(pair): number for number, (subject, _) in enumerate(subjects) for pair in subject.pairs.values()}
    pairs = [pair for subject, _ in subjects for pair in subject.pairs.values()]
    for rule in rules if pairs else ():
        here = Location(subjects[0][0].path)
        for pair, problem in attempt(rule, here, ledger, FINDERS[rule.code], pairs, glossary) or ():
            number = owners[id(pair)]
            subject, severities = subjects[number]
            for _, severity in in_force([rule], severities, subject.locale):
                findings = told(rule, severity, [problem], about_message(subject, pair.segment, None), ledger)
                found[number] += findings
                if findings and severity is Severity.ERROR:
                    rejected[number].add(pair.segment.key)
    return [(findings, frozenset(keys)) for findings, keys in zip(found, rejected, strict=True)]


def check_catalog(
    whole: WholeCatalog,
    domain: str,
    severities: Severities,
    ledger: Ledger | None = None,
    ignores: tuple[Ignore, ...] = (),
) -> list[Finding]:
    """Return what the rules for whole catalogs find."""
    ignores += ignores_of.of_catalog(whole.catalog, whole.path)
    by_line = {message.linenum: message for message in whole.catalog}
    finding = blank(Location(whole.path), domain=domain, locale=whole.locale.name)
    rules = in_force(FILE_RULES, severities, whole.locale)
    findings, _ = run_rules(rules, whole, About(finding, ignores), ledger)
    return [_with_message(finding, by_line.get(finding.location.line), whole.catalog) for finding in findings]


def check_comparison(
    comparison: Comparison, subject: Translation, severities: Severities, ledger: Ledger | None = None
) -> list[Finding]:
    """Return what the rules for an article beside its translation find."""
    text = digest([part.translation for part in comparison.parts])
    place = {"domain": subject.domain, "locale": subject.locale.name, "source": Location(subject.source_path)}
    finding = blank(Location(subject.path), **place, text=text)
    rules = in_force(COMPARISON_RULES, severities, subject.locale)
    return run_rules(rules, comparison, About(finding, subject.general_ignores), ledger)[0]


def check_locale(
    locale: Locale, path: str, severities: Severities, ledger: Ledger | None = None, ignores: tuple[Ignore, ...] = ()
) -> list[Finding]:
    """Return what there is to say about a language of the project; `path` is that of the configuration."""
    finding = blank(Location(path), locale=locale.name)
    return run_rules(in_force(LOCALE_RULES, severities, locale), locale, About(finding, ignores), ledger)[0]


def check_silence(ledger: Ledger, severities: Severities, *, complete: bool) -> list[Finding]:
    """Return what is silenced needlessly, or without a reason.

    Unless the checks were `complete`, what an article or the configuration silences in translations is left out:
    it may be needed for one that was not checked.
    """
    findings: list[Finding] = []
    rules = in_force(SILENCE_RULES, severities, None)
    for claim in ledger.claims(CODES):
        if not complete and claim.ignore.rule in _IN_CATALOGS and claim.ignore.location.path[-3:] != ".po":
            continue
        found, _ = run_rules(rules, claim, About(blank(claim.ignore.location)), ledger)
        findings += [replace(each, text=digest(claim.ignore.rule, claim.ignore.reason)) for each in found]
    return findings


def no_catalog(subject: Translation, severities: Severities) -> list[Finding]:
    """Return the one finding for a catalog that is not there at all."""
    rules = in_force(CATALOG_RULES, severities, subject.locale)
    place = {"domain": subject.domain, "locale": subject.locale.name}
    finding = blank(Location(subject.path), **place, text=digest(NO_CATALOG))
    problems = [Problem("there is no catalog yet")]
    every = (told(rule, severity, problems, About(finding), None) for rule, severity in rules if rule.code == "C101")
    return [each for findings in every for each in findings]


def _digest_of(document: Document, finding: Finding) -> str:
    return block_digest(document, None if finding.text else finding.location.line)


def _with_message(finding: Finding, message: Message | None, catalog: Catalog) -> Finding:
    """Say which message a finding about a whole catalog is about: one of its own, or the header."""
    if message is None:
        return replace(finding, text=digest(catalog.head.msgstr, catalog.head.tcomment))
    text = message_digest(message.key, message)
    return replace(finding, text=text, excerpt=finding.excerpt or shortened(message.msgid))
