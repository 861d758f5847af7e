"""Rules for what the front matter says."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.manuscript import Manuscript, width
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_TITLE = 65
_DESCRIPTION = 160
_YEARS = 3


def _too_long(subject: Manuscript, key: str, text: str, longest: int) -> Iterator[Problem]:
    if (length := width(text)) > longest:
        line = subject.document.article.key_lines.get(key)
        yield Problem(f"the {key} has {length} characters, {longest} can be shown", line, text)


def _title(subject: Manuscript) -> Iterator[Problem]:
    return _too_long(subject, "title", subject.document.article.title, _TITLE)


def _description(subject: Manuscript) -> Iterator[Problem]:
    return _too_long(subject, "description", subject.document.article.description, _DESCRIPTION)


def _reviewed(subject: Manuscript) -> Iterator[Problem]:
    article, today = subject.document.article, subject.today
    if article.reviewed is None or today is None:
        return
    line = article.key_lines.get("reviewed")
    reviewed = article.reviewed
    if reviewed > today:
        yield Problem(f"the review is of {reviewed}, which is yet to come", line)
    elif (reviewed.year + _YEARS, reviewed.month, reviewed.day) < (today.year, today.month, today.day):
        yield Problem(f"the last review, of {reviewed}, is more than {_YEARS} years ago", line)


def _overdue(subject: Manuscript) -> Iterator[Problem]:
    article, today = subject.document.article, subject.today
    if article.review_due and today and article.review_due < today:
        line = article.key_lines.get("review-due") or article.key_lines.get("review-every")
        yield Problem(f"the next review was due on {article.review_due}", line)


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="S117",
        name="long-title",
        severity=Severity.NOTE,
        summary="The title is too long.",
        why="Search engines, tabs and lists of links cut off what readers need to choose.",
        fix="Say it in 65 characters or fewer; the important word first.",
        check=_title,
        bad="---\ntitle: What you should know about muscle spasms, their causes and their treatment\n"
        "description: D\n---\n",
        good="---\ntitle: Muscle spasms\ndescription: D\n---\n",
    ),
    Rule(
        code="S118",
        name="long-description",
        severity=Severity.NOTE,
        summary="The description is too long.",
        why="Search engines cut off the rest.",
        fix="Say it in 160 characters or fewer.",
        check=_description,
        bad="---\ntitle: Muscle spasms\ndescription: " + "What muscle spasms are, and what helps. " * 5 + "\n---\n",
        good="---\ntitle: Muscle spasms\ndescription: What muscle spasms are, and what helps.\n---\n",
    ),
    Rule(
        code="S119",
        name="review-date",
        severity=Severity.WARNING,
        summary="The last review is more than three years ago, or yet to come.",
        why="Readers trust that date; medical advice gets old.",
        fix="Have the article reviewed, then write the day in reviewed:.",
        check=_reviewed,
        bad="---\ntitle: Muscle spasms\ndescription: D\nreviewed: 2019-01-31\n---\n",
        good="---\ntitle: Muscle spasms\ndescription: D\nreviewed: 2026-11-22\n---\n",
    ),
    Rule(
        code="S121",
        name="review-overdue",
        severity=Severity.WARNING,
        summary="The day by which the article had to be reviewed again has passed.",
        why="Every page tells readers that day; after it they cannot know whether anybody still looks after the text.",
        fix="Have the article reviewed, then write the day in reviewed: and a new one in review-due:.",
        check=_overdue,
        bad="---\ntitle: Muscle spasms\ndescription: D\nreviewed: 2024-01-31\nreview-due: 2025-01-31\n---\n",
        good="---\ntitle: Muscle spasms\ndescription: D\nreviewed: 2026-11-22\nreview-every: 3 years\n---\n",
    ),
)
