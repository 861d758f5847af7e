"""Rules for blocks: lists, code, raw HTML and sections that Python-Markdown takes for something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from html import unescape
from itertools import zip_longest
from xml.etree.ElementTree import Element

from pipeline.article.box_kinds import KINDS, SOON, URGENT
from pipeline.article.prose import text_of
from pipeline.article.slots import HEADINGS, stashed
from pipeline.checks.manuscript import NOT_TEXT, OBJECT, Manuscript
from pipeline.checks.prose_rows import misplaced
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Document, Severity

_TEXT_IN_HTML = re.compile(r">[^<]*[^\W\d_][^<]*<|^[^<]*[^\W\d_]")
_ONLY_A_COMMENT = re.compile(r"\s*<!--.*-->\s*", re.DOTALL)

_TEXT_BLOCKS = frozenset({"p", "li", "dd"})
_INNER_BLOCKS = _TEXT_BLOCKS | HEADINGS | {"ul", "ol", "dl", "dt", "pre", "blockquote", "div", "table", "hr"}
_MARKER = re.compile(r"[ ]{0,3}(?:[-*+]|\d{1,9}\.)[ ]+\S")
_NUMBER_SIGN = re.compile(r"#{1,6}[^#\s{]")
_QUOTED_NUMBER = re.compile(r"[ ]{0,3}>[ ]?\d")
_BOX = "admonition"
_MEANT = {"warning": [URGENT, SOON], "caution": [URGENT, SOON], "attention": [URGENT, SOON], "important": [SOON]}
"""Kinds that other programs know, and what says here how soon a reader has to act."""
_BREAK = re.compile(r"(?<!\\)\\$")


def _raw_html(subject: Manuscript) -> Iterator[Problem]:
    stash = subject.document.parser.htmlStash.rawHtmlBlocks
    for element in subject.document.root.iter("p"):
        number = stashed(element.text or "") if len(element) == 0 else None
        if number is None:
            continue
        html = unescape(NOT_TEXT.sub("", str(stash[number])))
        if "<" in html and _TEXT_IN_HTML.search(html):
            first = html.strip().split("\n")[0]
            line = subject.line_of_text(first)
            if subject.is_code(line):
                continue
            yield Problem("text in raw HTML reaches every language untranslated", line, excerpt=first)


def _list_under_text(subject: Manuscript) -> Iterator[Problem]:
    for element, lines, markers in _inner_markers(subject):
        if _is_list(lines, markers):
            line = subject.document.lines.get(element)
            first = markers[0]
            yield Problem(
                "a list directly under a line of text is no list, but more of that text",
                line and line + first,
                f"{lines[first - 1]} {lines[first]}",
            )


def _marker_in_text(subject: Manuscript) -> Iterator[Problem]:
    for element, lines, markers in _inner_markers(subject):
        if not _is_list(lines, markers):
            line = subject.document.lines.get(element)
            first = markers[0]
            sign = lines[first].split()[0]
            yield Problem(f"a line of a paragraph begins with {sign}", line and line + first, lines[first])
    yield from _number_of_a_list(subject)
    rows = subject.prose.rows
    for index, row in enumerate(rows):
        if _NUMBER_SIGN.match(row):
            yield Problem("a line that begins with # is taken for a heading", subject.row_line(index), row)
        elif index and _QUOTED_NUMBER.match(row) and rows[index - 1].strip() and ">" not in rows[index - 1][:4]:
            yield Problem("a line that begins with > is taken for a quotation", subject.row_line(index), row)


def _number_of_a_list(subject: Manuscript) -> Iterator[Problem]:
    """Find paragraphs such as ``1986. It was …``, whose number the parser takes for that of a list."""
    for parent in subject.document.root.iter():
        next_number = 1
        for child in parent:
            if child.tag in HEADINGS:
                next_number = 1
            if child.tag != "ol":
                continue
            start = int(child.get("start", "1"))
            if len(child) == 1 and start not in {1, next_number}:
                text = f"{start}. {text_of(subject.document, child[0]).strip()}"
                yield Problem(f"a paragraph that begins with {start}. is taken for a list", subject.line(child), text)
            next_number = start + len(child)


def _is_list(lines: list[str], markers: list[int]) -> bool:
    """Tell a list from a line that happens to begin with a number or a dash."""
    return len(markers) > 1 or lines[markers[0] - 1].rstrip().endswith((":", "："))


def _inner_markers(subject: Manuscript) -> Iterator[tuple[Element, list[str], list[int]]]:
    """Yield each block of text with its lines, and which of them, besides the first, begin like an item."""
    document = subject.document
    for element in document.root.iter():
        if element.tag in _TEXT_BLOCKS and not subject.is_code(document.lines.get(element)):
            lines = "".join(_own_text(document, element)).split("\n")
            if markers := [number for number, line in enumerate(lines) if number and _MARKER.match(line)]:
                yield element, lines, markers


def _own_text(document: Document, element: Element) -> Iterator[str]:
    """Yield the text of `element` up to the first block in it."""
    yield element.text or ""
    for child in element:
        if child.tag in _INNER_BLOCKS:
            return
        yield OBJECT if child.tag in {"code", "img"} else text_of(document, child)
        yield child.tail or ""


def _list_indent(subject: Manuscript) -> Iterator[Problem]:
    rows = subject.prose.rows
    for index, what in misplaced(rows):
        yield Problem(f"moved in by two or three spaces, this {what}", subject.row_line(index), rows[index])


def _unseen_code(subject: Manuscript) -> Iterator[Problem]:
    for index in subject.prose.unseen:
        row = subject.rows[index]
        what = "is moved in" if row[:1] in {" ", ">"} else "has words beside its fence that the parser does not know"
        yield Problem(f"a block of code {what}, and is shown as running text", subject.row_line(index), row)


def _backslash_break(subject: Manuscript) -> Iterator[Problem]:
    if "\\\n" not in subject.document.article.body:
        return
    rows = subject.prose.rows
    for index, row in enumerate(rows[:-1]):
        if _BREAK.search(row) and row.count("`") % 2 == 0 and rows[index + 1].strip() and not row.startswith(" " * 4):
            yield Problem("a backslash at the end of a line is shown, and breaks nothing", subject.row_line(index), row)


def _empty_section(subject: Manuscript) -> Iterator[Problem]:
    blocks = [child for child in subject.document.root if not _is_comment(subject.document, child)]
    for block, after in zip_longest(blocks, blocks[1:]):
        empty = after is None or (after.tag in HEADINGS and after.tag <= block.tag)
        line = subject.line(block)
        if block.tag in HEADINGS and empty and not subject.is_code(line):
            yield Problem("there is nothing under this heading", line, text_of(subject.document, block))


def _unknown_box(subject: Manuscript) -> Iterator[Problem]:
    for box in subject.document.root.iter("div"):
        kinds = [name for name in (box.get("class") or "").split() if name != _BOX]
        if _is_box(box) and not set(KINDS) & set(kinds):
            name = kinds[0] if kinds else ""
            meant = _MEANT.get(name) or get_close_matches(name, KINDS, n=1)
            hint = f"; did you mean {' or '.join(meant)}?" if meant else f"; use {', '.join(KINDS)}"
            yield Problem(f"there is no kind of box that is called {name!r}{hint}", subject.line(box), name)


def _is_box(element: Element) -> bool:
    return _BOX in (element.get("class") or "").split()


def _is_comment(document: Document, element: Element) -> bool:
    number = stashed(element.text or "") if element.tag == "p" and len(element) == 0 else None
    return number is not None and bool(_ONLY_A_COMMENT.fullmatch(str(document.parser.htmlStash.rawHtmlBlocks[number])))


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="S101",
        name="raw-html-text",
        severity=Severity.WARNING,
        summary="Text stands in raw HTML, where translators never see it.",
        why="Readers of every other language meet it untranslated and unmarked.",
        fix='Write it in Markdown, or add markdown="1" to the tag.',
        check=_raw_html,
        bad="<div>Call your doctor.</div>",
        good='<div markdown="1">\nCall your doctor.\n</div>',
    ),
    Rule(
        code="S102",
        name="list-under-text",
        severity=Severity.WARNING,
        summary="A list stands directly under a line of text.",
        why="Without a blank line it is no list: readers get its items as one long sentence.",
        fix="Put a blank line above the list.",
        check=_list_under_text,
        bad="Call us for:\n- swelling\n- redness",
        good="Call us for:\n\n- swelling\n- redness",
    ),
    Rule(
        code="S103",
        name="list-indent",
        severity=Severity.WARNING,
        summary="Something in a list is moved in by two or three spaces.",
        why="It takes four to belong to the item above; with fewer, steps lose their order and their parts.",
        fix="Move it in by four spaces.",
        check=_list_indent,
        bad="- Call us for:\n  - swelling\n  - redness",
        good="- Call us for:\n    - swelling\n    - redness",
    ),
    Rule(
        code="S104",
        name="marker-in-text",
        severity=Severity.WARNING,
        summary="A line of a paragraph begins like a list, a heading or a quotation.",
        why="The number or sign can be lost on the page, or in the tools of translators.",
        fix="Join it with the line above, or put a backslash before the dot or sign: 1986\\.",
        check=_marker_in_text,
        bad="The oldest study is from\n1986. It had few patients.",
        good="The oldest study is from 1986.\nIt had few patients.",
    ),
    Rule(
        code="S105",
        name="unseen-code",
        severity=Severity.WARNING,
        summary="A block of code between fences is not seen as code.",
        why="Readers meet it as running text, and translators are asked to translate it.",
        fix="Put the fences at the left edge, with one word or {: … } beside them; in a list, indent the code instead.",
        check=_unseen_code,
        bad="- Type:\n\n    ```\n    build\n    ```",
        good="- Type:\n\n        build",
    ),
    Rule(
        code="S106",
        name="backslash-break",
        severity=Severity.WARNING,
        summary="A line ends with a backslash.",
        why="Readers see the backslash, and the line is not broken.",
        fix="End the line with two spaces instead.",
        check=_backslash_break,
        bad="12 Main Street\\\nSpringfield",
        good="12 Main Street  \nSpringfield",
    ),
    Rule(
        code="S107",
        name="empty-section",
        severity=Severity.WARNING,
        summary="A heading has nothing under it.",
        why="People who go from heading to heading find an empty place, and may think that something is missing.",
        fix="Write the section, or remove its heading.",
        check=_empty_section,
        bad="## Causes\n\n## Treatment\n\nRest.",
        good="## Causes\n\nNo one knows.\n\n## Treatment\n\nRest.",
    ),
    Rule(
        code="S120",
        name="box-kind",
        severity=Severity.WARNING,
        summary="A box is of an unknown kind.",
        why="It gets no word and no sign that says how soon a reader has to act, and may be published untranslated.",
        fix="Name one of the kinds of docs/writing.md, such as emergency, urgent, soon, self-care or note.",
        check=_unknown_box,
        bad='!!! warning "Swelling in a leg"\n\n    See a doctor.',
        good='!!! soon "Swelling in a leg"\n\n    See a doctor.',
    ),
)
