"""Findings → text for people, and what programs read: one module for each format."""

from collections.abc import Callable, Sequence

from pipeline.model import Finding
from pipeline.report.fingerprints import fingerprint, unique_fingerprints
from pipeline.report.github import GITHUB_MOST, as_github
from pipeline.report.gitlab import as_gitlab
from pipeline.report.json import SCHEMA, as_json
from pipeline.report.junit import as_junit
from pipeline.report.markdown import MARKDOWN_MOST, as_markdown
from pipeline.report.sarif import as_sarif
from pipeline.report.text import as_text

__all__ = [
    "FORMATS",
    "GITHUB_MOST",
    "MARKDOWN_MOST",
    "SCHEMA",
    "as_github",
    "as_gitlab",
    "as_json",
    "as_junit",
    "as_markdown",
    "as_sarif",
    "as_text",
    "fingerprint",
    "unique_fingerprints",
]

FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
    "markdown": as_markdown,
}
"""To add a format, add a module, and its function to this table."""
