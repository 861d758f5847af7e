"""Findings as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Finding, Severity

GITHUB_MOST = 9
"""GitHub shows ten annotations of a kind for each step; the tenth says how many there are more."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: Sequence[Finding]) -> str:
    """Return the commands, the most severe first."""
    lines = []
    for severity, command in _COMMANDS.items():
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
