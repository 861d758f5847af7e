"""Findings as a table in Markdown, for the summary of a CI job or a comment on a change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.model import Finding, Severity
from pipeline.report.counts import by_rule, summary

MARKDOWN_MOST = 100
"""So many findings are listed; the job's summary may hold 1 MiB."""

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&])")


def as_markdown(findings: Sequence[Finding]) -> str:
    """Return how many findings there are in each language and of each rule, then the first of them."""
    parts = [f"### {summary(findings)[0].upper()}{summary(findings)[1:]}"]
    if findings:
        parts += [_languages(findings), _rules(findings), _list(findings)]
    return "\n\n".join(parts) + "\n"


def _languages(findings: Sequence[Finding]) -> str:
    counts = Counter((finding.locale, finding.severity) for finding in findings)
    rows = [
        [locale or "source", *(f"{counts[locale, severity]:,}" for severity in Severity)]
        for locale in sorted({finding.locale for finding in findings})
    ]
    return _table(["Language", "Errors", "Warnings", "Notes"], rows)


def _rules(findings: Sequence[Finding]) -> str:
    rows = [
        [f"{first.rule} {first.name}", first.severity.value, f"{number:,}", first.fix]
        for first, number in by_rule(findings)
    ]
    return _table(["Rule", "Severity", "Findings", "How to mend it"], rows)


def _list(findings: Sequence[Finding]) -> str:
    severities = list(Severity)
    first = sorted(findings, key=lambda each: severities.index(each.severity))[:MARKDOWN_MOST]
    rows = [[str(each.location), f"{each.severity} {each.rule}", each.message, each.excerpt] for each in first]
    title = "The findings" if len(first) == len(findings) else f"The first {len(first)} of {len(findings):,} findings"
    table = _table(["Place", "Rule", "What is wrong", "Text"], rows)
    return f"<details><summary>{title}</summary>\n\n{table}\n\n</details>"


def _table(names: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(names) + " |", "|" + " --- |" * len(names)]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
