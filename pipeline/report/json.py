"""Findings for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pipeline.model import Finding
from pipeline.report.fingerprints import fingerprint

SCHEMA = 1
"""Within this number, fields are only added."""


def as_json(findings: Sequence[Finding]) -> str:
    """Return the findings as JSON, in the schema of the documentation."""
    return json.dumps({"schema": SCHEMA, "findings": list(map(_record, findings))}, ensure_ascii=False, indent=1) + "\n"


def _record(finding: Finding) -> dict[str, Any]:
    source = finding.source and {"path": finding.source.path, "line": finding.source.line}
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.location.path,
        "line": finding.location.line,
        "locale": finding.locale or None,
        "domain": finding.domain or None,
        "excerpt": finding.excerpt,
        "source": source,
        "fix": finding.fix,
        "fingerprint": fingerprint(finding),
    }
