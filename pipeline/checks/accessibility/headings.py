"""Rules for headings and tables: what people who listen find their way by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from pipeline.article.prose import text_of
from pipeline.article.slots import HEADINGS
from pipeline.checks.manuscript import Manuscript, width
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_LONGEST = 90
_LONGEST_BOLD = 80
_COLONS = (":", "：", "﹕")
_ENDS_A_SENTENCE = (".", "!", "…", "。", "！", "．", "۔", "।", "።", "။", "։")
_HOLDERS = frozenset({"div", "blockquote", "section"})
_FOLLOWS_A_HEADING = frozenset({"p", "ul", "ol", "dl", "table"})
_ROW_WITH_A_REST = 3


def _headings(subject: Manuscript) -> Iterator[tuple[Element, str]]:
    for element in subject.document.root.iter():
        if element.tag in HEADINGS and not subject.is_code(subject.document.lines.get(element)):
            yield element, text_of(subject.document, element).strip()


def _second_title(subject: Manuscript) -> Iterator[Problem]:
    for heading, text in _headings(subject):
        if heading.tag == "h1":
            yield Problem("the page already has a heading of level 1, its title", subject.line(heading), text)


def _heading_order(subject: Manuscript) -> Iterator[Problem]:
    above = 1
    for heading, text in _headings(subject):
        level = int(heading.tag[1])
        if level > above + 1:
            message = f"a heading of level {level} follows one of level {above}"
            yield Problem(message, subject.line(heading), text, f"write {'#' * (above + 1)} here")
        above = level


def _heading_colon(subject: Manuscript) -> Iterator[Problem]:
    for heading, text in _headings(subject):
        if text.endswith(_COLONS):
            yield Problem("a heading ends with a colon", subject.line(heading), text)


def _long_heading(subject: Manuscript) -> Iterator[Problem]:
    for heading, text in _headings(subject):
        if (length := width(text)) > _LONGEST:
            yield Problem(f"a heading of {length} characters, at most {_LONGEST} are good", subject.line(heading), text)


def _bold_heading(subject: Manuscript) -> Iterator[Problem]:
    document = subject.document
    for parent in document.root.iter():
        if parent is not document.root and parent.tag not in _HOLDERS:
            continue
        for block, after in pairwise(parent):
            if after.tag not in _FOLLOWS_A_HEADING or not _is_bold(block) or _is_bold(after):
                continue
            text = text_of(document, block).strip()
            if text and width(text) <= _LONGEST_BOLD and not text.endswith(_ENDS_A_SENTENCE):
                yield Problem("a bold line stands where a heading should", subject.line(block), text)


def _is_bold(block: Element) -> bool:
    """Return whether `block` is a paragraph that is bold from beginning to end."""
    if block.tag != "p" or len(block) != 1 or block.get("class"):
        return False
    only = block[0]
    around = f"{block.text or ''}{only.tail or ''}".strip()
    inner = only[0] if only.tag == "em" and len(only) == 1 and not (only.text or "").strip() else only
    return inner.tag == "strong" and around in {"", ":", "："}


def _table_headers(subject: Manuscript) -> Iterator[Problem]:
    for table in subject.document.root.iter("table"):
        if not all(text_of(subject.document, cell).strip() for cell in table.iter("th")):
            yield Problem("a table has a column without a heading", _table_line(subject, table))


def _table_line(subject: Manuscript, table: Element) -> int | None:
    """Return the line of the header; where that is empty, the second above the first row."""
    lines = [_row_line(subject, row) for row in table.iter("tr")]
    if lines[0] is not None or len(lines) == 1:
        return lines[0]
    return None if lines[1] is None else lines[1] - 2


def _row_line(subject: Manuscript, row: Element) -> int | None:
    """Return the line of the row's first cell with text; an empty cell has none of its own."""
    return next((subject.line(cell) for cell in row if text_of(subject.document, cell).strip()), None)


def _merged_cells(subject: Manuscript) -> Iterator[Problem]:
    for table in subject.document.root.iter("table"):
        above = False
        for row in table.iter("tr"):
            cells = [text_of(subject.document, cell).strip() for cell in row.iter("td")]
            if not any(cells):
                continue
            place = _row_line(subject, row)
            if above and not cells[0]:
                yield Problem("the first cell is empty, as if that above it went on", place, " | ".join(cells))
            elif len(cells) >= _ROW_WITH_A_REST and cells[0] and not any(cells[1:]):
                yield Problem("all cells but the first are empty, as if it were a heading", place, cells[0])
            above = above or bool(cells[0])


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="A101",
        name="second-title",
        severity=Severity.ERROR,
        summary="The body has a heading of level 1.",
        why="Screen reader users look for one main heading; the page's title is it.",
        fix="Begin the body's headings at ##.",
        check=_second_title,
        bad="# Muscle spasms",
        good="## What is a muscle spasm?\n\nA cramp.",
    ),
    Rule(
        code="A102",
        name="heading-order",
        severity=Severity.ERROR,
        summary="A heading skips a level.",
        why="Headings are how many people find their way; a missing level looks like missing text (WCAG 1.3.1).",
        fix="Use the next level below the heading above.",
        check=_heading_order,
        bad="## Causes\n\n#### Age",
        good="## Causes\n\n### Age",
    ),
    Rule(
        code="A105",
        name="table-header",
        severity=Severity.WARNING,
        summary="A table has a column without a heading.",
        why="A screen reader says the heading with each cell; without one the cell means nothing (WCAG 1.3.1).",
        fix="Give each column a short heading.",
        check=_table_headers,
        bad="| Test |  |\n| --- | --- |\n| MRI | vessels |",
        good="| Test | What it shows |\n| --- | --- |\n| MRI | vessels |",
    ),
    Rule(
        code="A114",
        name="merged-cells",
        severity=Severity.WARNING,
        summary="Empty cells stand for merged ones.",
        why="Who listens to the table hears an empty cell, and not what the row is about (WCAG 1.3.1).",
        fix="Repeat the words in each row, or make a table of each part, under a heading of its own.",
        check=_merged_cells,
        bad="| Medicine | Time |\n| --- | --- |\n| Baclofen | morning |\n|  | evening |",
        good="| Medicine | Time |\n| --- | --- |\n| Baclofen | morning |\n| Baclofen | evening |",
    ),
    Rule(
        code="A115",
        name="heading-colon",
        severity=Severity.NOTE,
        summary="A heading ends with a colon.",
        why="In a list of headings it sounds as if something were to follow.",
        fix="Leave the colon out.",
        check=_heading_colon,
        bad="## Causes:\n\nNo one knows.",
        good="## Causes\n\nNo one knows.",
    ),
    Rule(
        code="A116",
        name="bold-heading",
        severity=Severity.WARNING,
        summary="A bold line stands where a heading should.",
        why="It looks like a heading, but is in no list of headings, and a screen reader passes over it (WCAG 1.3.1).",
        fix="Make it a heading with ##, or part of the paragraph.",
        check=_bold_heading,
        bad="**When to get help**\n\nCall us if the pain gets worse.",
        good="## When to get help\n\nCall us if the pain gets worse.",
    ),
    Rule(
        code="A117",
        name="long-heading",
        severity=Severity.NOTE,
        summary="A heading is too long.",
        why="People find their way by headings that they take in at a glance, or by the first words.",
        fix="Say it in a few words; put the rest into the text.",
        check=_long_heading,
        bad="## What you can do at home when a spasm comes back again and again and keeps you from sleeping",
        good="## What helps at night?",
    ),
)
