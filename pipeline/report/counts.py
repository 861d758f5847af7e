"""What several formats say about many findings at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.model import Finding, Severity


def count(number: int, name: str) -> str:
    """Return ``1 finding`` or ``2 findings``."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def summary(findings: Sequence[Finding]) -> str:
    """Return ``3 findings: 1 error, 2 warnings, 0 notes``."""
    if not findings:
        return "no findings"
    counts = Counter(finding.severity for finding in findings)
    each = ", ".join(count(counts[severity], severity) for severity in Severity)
    return f"{count(len(findings), 'finding')}: {each}"


def by_rule(findings: Sequence[Finding]) -> list[tuple[Finding, int]]:
    """Return the first finding of each rule and severity with their number, the most severe and most frequent first."""
    counts = Counter((finding.rule, finding.severity) for finding in findings)
    first = {(finding.rule, finding.severity): finding for finding in reversed(findings)}
    severities = list(Severity)
    order = sorted(counts, key=lambda key: (severities.index(key[1]), -counts[key], key[0]))
    return [(first[key], counts[key]) for key in order]
