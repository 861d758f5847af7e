"""Findings for people: a paragraph for each; of very many, the first few of each file and rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.model import Finding
from pipeline.report.counts import by_rule, count, summary

FEW = 60
"""So many findings are all shown."""

_IN_FILE = 3
"""Of more, so many of each rule are shown in one file …"""

_IN_ALL = 20
"""… and so many of it in all files."""


def as_text(findings: Sequence[Finding], *, every: bool = False) -> str:
    """Return the report; `every` shows each finding, however many there are."""
    told_once = findings if every else list(_folded(findings))
    if every or len(told_once) <= FEW:
        return "\n".join([*map(_paragraph, told_once), summary(findings), ""])
    lines = list(_shortened(told_once))
    rows = [f"{number:>9,}  {first.severity:7}  {first.rule}[{first.name}]" for first, number in by_rule(findings)]
    shown = sum(not line.startswith(_MORE) for line in lines)
    told = f"{summary(findings)}; {shown:,} shown, --all shows every one"
    return "\n".join([*lines, "", *rows, told, ""])


_MISSING = "C102"


def _folded(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Tell once in a catalog how much is not translated, where it is much: a new catalog is no list of mistakes."""
    missing = Counter(finding.location.path for finding in findings if finding.rule == _MISSING)
    told: set[str] = set()
    for finding in findings:
        path = finding.location.path
        if finding.rule != _MISSING or missing[path] <= _IN_FILE:
            yield finding
        elif path not in told:
            told.add(path)
            message = f"{missing[path]:,} messages are not translated, this is the first; readers get the source text"
            yield replace(finding, message=message, fix="Translate them; --all shows each.")


_MORE = "  … "


def _shortened(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the paragraphs to show, and below those of a file what is left out of it."""
    in_file: Counter[tuple[str, str]] = Counter()
    in_all: Counter[str] = Counter()
    left: Counter[str] = Counter()
    path = ""
    for finding in findings:
        if finding.location.path != path:
            yield from _left_out(left, path)
            left.clear()
            path = finding.location.path
        rule = f"{finding.rule}[{finding.name}]"
        if in_file[path, rule] < _IN_FILE and in_all[rule] < _IN_ALL:
            in_file[path, rule] += 1
            in_all[rule] += 1
            yield _paragraph(finding)
        else:
            left[rule] += 1
    yield from _left_out(left, path)


def _left_out(left: Counter[str], path: str) -> Iterator[str]:
    if left:
        rules = ", ".join(f"{number:,} {rule}" for rule, number in left.most_common())
        yield f"{_MORE}{path}: {count(left.total(), 'finding')} more ({rules})"


def _paragraph(finding: Finding) -> str:
    lines = [f"{finding.location}: {finding.severity} {finding.rule}[{finding.name}] {finding.message}"]
    if finding.excerpt:
        lines.append(f"    in: {finding.excerpt}")
    if finding.source:
        lines.append(f"    source: {finding.source}")
    if finding.fix:
        lines.append(f"    fix: {finding.fix}")
    return "\n".join(lines)
