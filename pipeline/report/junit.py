"""Findings as JUnit's XML, which every CI server shows: errors fail, warnings and notes are skipped with a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pipeline.model import Finding, Severity

# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(findings: Sequence[Finding]) -> str:
    """Return one suite for each file; without findings, one test that passed."""
    root = Element("testsuites", {"name": "plainspoken check"})
    files = groupby(sorted(findings, key=lambda each: each.location.path), key=lambda each: each.location.path)
    for path, group in files:
        _suite(root, path, list(group))
    if not findings:
        suite = SubElement(root, "testsuite", {"name": "plainspoken check", "tests": "1", "failures": "0"})
        SubElement(suite, "testcase", {"classname": "plainspoken", "name": "no findings"})
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _suite(root: Element, path: str, findings: list[Finding]) -> None:
    failures = sum(finding.severity is Severity.ERROR for finding in findings)
    numbers = {"tests": len(findings), "failures": failures, "skipped": len(findings) - failures}
    suite = SubElement(root, "testsuite", {"name": _xml(path), **{name: str(n) for name, n in numbers.items()}})
    for finding in findings:
        name = f"{finding.rule}[{finding.name}] {finding.location}"
        attributes = {"classname": path, "name": name, "file": path, "line": str(finding.location.line or "")}
        case = SubElement(suite, "testcase", {key: _xml(value) for key, value in attributes.items() if value})
        kind = "failure" if finding.severity is Severity.ERROR else "skipped"
        verdict = SubElement(case, kind, {"message": _xml(f"{finding.severity}: {finding.message}")})
        if kind == "failure":
            verdict.set("type", _xml(finding.rule))
        verdict.text = _xml("\n".join(_details(finding)))


def _details(finding: Finding) -> list[str]:
    source = str(finding.source) if finding.source else ""
    told = (("in", finding.excerpt), ("source", source), ("fix", finding.fix))
    return [f"{name}: {text}" for name, text in told if text]


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
