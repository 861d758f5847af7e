"""Findings as a Code Quality report of GitLab, which is a part of the format of Code Climate."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pipeline.model import Finding, Severity
from pipeline.report.fingerprints import unique_fingerprints

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(findings: Sequence[Finding]) -> str:
    """Return the report; GitLab wants every fingerprint once, and a line for each finding."""
    records = [
        {
            "description": f"{finding.message} — {finding.fix}" if finding.fix else finding.message,
            "check_name": f"{finding.rule}[{finding.name}]",
            "fingerprint": name,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": finding.location.path, "lines": {"begin": finding.location.line or 1}},
        }
        for finding, name in zip(findings, unique_fingerprints(findings), strict=True)
    ]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
