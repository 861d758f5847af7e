"""Findings as SARIF 2.1.0 (an OASIS standard), which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.checks import LETTERS, RULES
from pipeline.checks.rule import Rule
from pipeline.model import Finding, Location
from pipeline.report.fingerprints import unique_fingerprints

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "PROJECT"
"""The folder that paths begin at; who reads the report knows where it is."""


def as_sarif(findings: Sequence[Finding]) -> str:
    """Return the report, with all that is known about the rules that found something."""
    found = {finding.rule for finding in findings}
    rules = [rule for rule in RULES if rule.code in found]
    indices = {rule.code: index for index, rule in enumerate(rules)}
    names = unique_fingerprints(findings)
    run = {
        "tool": {"driver": {"name": "plainspoken", "semanticVersion": __version__, "rules": list(map(_rule, rules))}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the project."}}},
        "results": [
            _result(finding, name, indices.get(finding.rule, -1)) for finding, name in zip(findings, names, strict=True)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule[Any]) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.fix},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [LETTERS[rule.code[0]]]},
    }


def _result(finding: Finding, name: str, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity.value,
        "message": {"text": f"{finding.message} — {finding.fix}" if finding.fix else finding.message},
        "locations": [{"physicalLocation": _place(finding.location)}],
        "partialFingerprints": {"plainspoken/v1": name},
        "properties": {"locale": finding.locale, "domain": finding.domain, "excerpt": finding.excerpt},
    }
    if finding.source:
        source = {"id": 1, "message": {"text": "The source of this text."}}
        result["relatedLocations"] = [{**source, "physicalLocation": _place(finding.source)}]
    return result


def _place(location: Location) -> dict[str, Any]:
    uri = quote(location.path.encode("utf-8", "replace"))
    place: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": _ROOT}}
    if location.line:
        place["region"] = {"startLine": location.line}
    return place
