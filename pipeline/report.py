"""Findings → text for people, JSON for programs, annotations for GitHub."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from pipeline.model import Finding, Severity

SCHEMA = 1
"""Within this number, fields of the JSON are only added."""

GITHUB_MOST = 9
"""GitHub shows ten annotations of a kind for each step; the tenth says how many there are more."""


def as_text(findings: Sequence[Finding]) -> str:
    """Return one paragraph for each finding and a line that counts them."""
    blocks = [_paragraph(finding) for finding in findings]
    counts = Counter(finding.severity for finding in findings)
    summary = ", ".join(_count(counts[severity], severity) for severity in Severity)
    return "\n".join([*blocks, f"{_count(len(findings), 'finding')}: {summary}" if findings else "no findings", ""])


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def _paragraph(finding: Finding) -> str:
    lines = [f"{finding.location}: {finding.severity} {finding.rule}[{finding.name}] {finding.message}"]
    if finding.excerpt:
        lines.append(f"    in: {finding.excerpt}")
    if finding.source:
        lines.append(f"    source: {finding.source}")
    if finding.fix:
        lines.append(f"    fix: {finding.fix}")
    return "\n".join(lines)


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


def fingerprint(finding: Finding) -> str:
    """Return a name for the finding that stays the same when lines move."""
    parts = (finding.rule, finding.domain, finding.locale, finding.location.path, finding.excerpt, finding.message)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def as_github(findings: Sequence[Finding]) -> str:
    """Return workflow commands that GitHub shows beside the changed lines, the most severe first."""
    lines = []
    for severity, command in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")):
        found = [finding for finding in findings if finding.severity is severity]
        lines += [_annotation(command, finding) for finding in found[:GITHUB_MOST]]
        if len(found) > GITHUB_MOST:
            more = len(found) - GITHUB_MOST
            lines.append(f"::{command}::{more} more of this kind; run plainspoken check to see all")
    return "\n".join([*lines, ""]) if lines else ""


def _annotation(command: str, finding: Finding) -> str:
    place = f"file={_property(finding.location.path)}"
    if finding.location.line:
        place += f",line={finding.location.line}"
    message = f"{finding.message} — {finding.fix}" if finding.fix else finding.message
    return f"::{command} {place},title={_property(f'{finding.rule} {finding.name}')}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {"text": as_text, "json": as_json, "github": as_github}
"""To add a format, add a function to this table."""
