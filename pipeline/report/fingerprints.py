"""Names for findings that stay the same when lines move, and change when the text in question does."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from pipeline.model import Finding


def fingerprint(finding: Finding) -> str:
    """Return the name of a finding: the same for all that one rule finds in one text."""
    text = (finding.text,) if finding.text else (finding.location.path, finding.excerpt, finding.message)
    parts = (finding.rule, finding.domain, finding.locale, *text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def unique_fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Return the fingerprint of each finding; the second of a name gets ``-2``, for readers that want no name twice."""
    seen: Counter[str] = Counter()
    names = []
    for name in map(fingerprint, findings):
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names
