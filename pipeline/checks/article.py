"""Rules for an article in its own language: what troubles translators and what shuts readers out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import takewhile
from xml.etree.ElementTree import Element

from pipeline.article.prose import text_of
from pipeline.article.slots import HEADINGS, stashed
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Document, Severity, Targets


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article in its own language, and what it should reach."""

    document: Document
    targets: Targets

    def line(self, element: Element, needle: str = "") -> int | None:
        """Return the line of `element`, or of `needle` (words, or an address) in the block that begins there."""
        line = self.document.lines.get(element)
        if line is None or not needle:
            return line
        first = line - self.document.article.body_line - 1
        block = "\n".join(takewhile(str.strip, self.document.article.body.split("\n")[first:]))
        found = re.search(r"\s+".join(map(re.escape, needle.split())), block)
        return line + block.count("\n", 0, found.start()) if found else line


_TEXT_IN_HTML = re.compile(r">[^<]*[^\W\d_][^<]*<|^[^<]*[^\W\d_]")
_NOT_TEXT = re.compile(r"<!--.*?-->|<(script|style|pre|code|svg)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"\balt\s*=", re.IGNORECASE)


def _raw_html(subject: Manuscript) -> Iterator[Problem]:
    stash = subject.document.parser.htmlStash.rawHtmlBlocks
    for element in subject.document.root.iter("p"):
        number = stashed(element.text or "") if len(element) == 0 else None
        if number is None:
            continue
        html = unescape(_NOT_TEXT.sub("", str(stash[number])))
        if "<" in html and _TEXT_IN_HTML.search(html):
            first = html.strip().split("\n")[0]
            line = _line_of_text(subject.document, first)
            yield Problem("text in raw HTML reaches every language untranslated", line, excerpt=first)


def _line_of_text(document: Document, text: str) -> int | None:
    lines = document.article.body.split("\n")
    return next((number for number, line in enumerate(lines, document.article.body_line + 1) if text in line), None)


def _second_title(subject: Manuscript) -> Iterator[Problem]:
    for heading in subject.document.root.iter("h1"):
        yield Problem(
            "the page already has a heading of level 1, its title",
            subject.line(heading),
            text_of(subject.document, heading),
        )


def _heading_order(subject: Manuscript) -> Iterator[Problem]:
    above = 1
    for heading in (element for element in subject.document.root.iter() if element.tag in HEADINGS):
        level = int(heading.tag[1])
        if level > above + 1:
            message = f"a heading of level {level} follows one of level {above}"
            yield Problem(
                message, subject.line(heading), text_of(subject.document, heading), f"write {'#' * (above + 1)} here"
            )
        above = level


def _alternatives(subject: Manuscript) -> Iterator[Problem]:
    for image in subject.document.root.iter("img"):
        decorative = image.get("role") in {"presentation", "none"}
        address = image.get("src", "")
        if not decorative and not (image.get("alt") or "").strip():
            yield Problem("a picture has no text alternative", subject.line(image, address), address)
    for raw in map(str, subject.document.parser.htmlStash.rawHtmlBlocks):
        for tag in _IMAGE.findall(_NOT_TEXT.sub("", raw)):
            if not _ALTERNATIVE.search(tag):
                yield Problem("a picture has no text alternative", _line_of_text(subject.document, tag), tag)


def _link_names(subject: Manuscript) -> Iterator[Problem]:
    for link in subject.document.root.iter("a"):
        address = link.get("href", "")
        named = text_of(subject.document, link).strip() or link.get("class") == "footnote-backref"
        if not named:
            yield Problem("a link has no words", subject.line(link, address), address)


def _table_headers(subject: Manuscript) -> Iterator[Problem]:
    for table in subject.document.root.iter("table"):
        if not all(text_of(subject.document, cell).strip() for cell in table.iter("th")):
            yield Problem("a table has a column without a heading", subject.line(table))


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
        code="A101",
        name="second-title",
        severity=Severity.ERROR,
        summary="The body has a heading of level 1.",
        why="Screen reader users look for one main heading; the page's title is it.",
        fix="Begin the body's headings at ##.",
        check=_second_title,
        bad="# Muscle spasms",
        good="## What is a muscle spasm?",
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
        code="A103",
        name="image-alternative",
        severity=Severity.ERROR,
        summary="A picture has no text alternative.",
        why="People who cannot see the picture do not learn what it shows (WCAG 1.1.1).",
        fix="Say between ![ and ] what the picture tells; mark mere decoration with {: role=presentation }.",
        check=_alternatives,
        bad="![](pictures/calf.svg)",
        good="![A person stretches a calf](pictures/calf.svg)",
    ),
    Rule(
        code="A104",
        name="link-name",
        severity=Severity.ERROR,
        summary="A link has no words.",
        why="A screen reader would read out the address, or nothing (WCAG 2.4.4).",
        fix="Say in the square brackets where the link leads.",
        check=_link_names,
        bad="[](glossary.md)",
        good="[Glossary](glossary.md)",
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
)
