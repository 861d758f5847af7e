"""Rules for what holds a page together: title, headings, landmarks, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.audit.page import Element, Page, line_of, text_of
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FAKE_ITEM = re.compile(r"^\s*(?:[-•*–·▪►]|\(?\d{1,2}[.)])\s+\S")
_OBSOLETE = ("marquee", "blink", "font", "center", "big", "strike", "tt", "frame", "frameset", "applet", "bgsound")
_HOLD = (
    (("ul", "ol"), frozenset({"li", "script", "template"}), "a list"),
    (("dl",), frozenset({"dt", "dd", "div", "script", "template"}), "a list of definitions"),
)
"""What may stand directly in which lists."""

_LONGEST_HEADING = 80


def headings(page: Page) -> list[tuple[int, Element]]:
    """Return the headings in the order of the page, with their levels."""
    found = [(int(element.tag[1]), element) for element in page.all(*HEADINGS)]
    for element in page.every:
        if element.get("role") == "heading" and element.tag not in HEADINGS:
            level = element.get("aria-level", "2")
            found.append((int(level) if level.isdecimal() else 2, element))
    order = {element: place for place, element in enumerate(page.root.iter())}
    return sorted(found, key=lambda pair: order[pair[1]])


def _main_heading(page: Page) -> Iterator[Problem]:
    found = [element for level, element in headings(page) if level == 1]
    if not found:
        yield Problem("the page has no main heading (h1)", line_of(page.root), whole=True)
    for element in found[1:]:
        yield Problem("a second main heading (h1)", line_of(element), text_of(element))


def _heading_order(page: Page) -> Iterator[Problem]:
    before = 0
    for level, element in headings(page):
        if before and level > before + 1:
            yield Problem(f"h{level} follows h{before}", line_of(element), text_of(element))
        before = level


def _empty_heading(page: Page) -> Iterator[Problem]:
    for level, element in headings(page):
        if not page.name(element):
            yield Problem(f"a heading (h{level}) without words", line_of(element))


def _fake_heading(page: Page) -> Iterator[Problem]:
    for element in page.all("p"):
        only = element[0] if len(element) == 1 else None
        if only is None or only.tag not in {"b", "strong"} or (element.text or "").strip() or (only.tail or "").strip():
            continue
        text = text_of(only)
        after = element.getnext()
        if text and len(text) <= _LONGEST_HEADING and text[-1] not in ".!。！؟" and after is not None:
            yield Problem("a bold paragraph stands for a heading", line_of(element), text)


def _landmarks(page: Page) -> Iterator[Problem]:
    mains = [*page.all("main"), *(each for each in page.every if each.get("role") == "main" and each.tag != "main")]
    if not mains:
        yield Problem("nothing says where the main part is", line_of(page.root), whole=True)
    for element in [each for each in mains if each.get("hidden") is None][1:]:
        yield Problem("a second main part", line_of(element))


def _unnamed_navigation(page: Page) -> Iterator[Problem]:
    found = [*page.all("nav"), *(each for each in page.every if each.get("role") == "navigation" and each.tag != "nav")]
    if len(found) > 1:
        for element in found:
            if not (element.get("aria-label") or "").strip() and not element.get("aria-labelledby"):
                yield Problem("one of several navigations has no name", line_of(element), text_of(element))


def _skip_link(page: Page) -> Iterator[Problem]:
    if not page.elements.get("nav") and not page.elements.get("header"):
        return
    first = next(iter(page.all("a")), None)
    if first is None or not (first.get("href") or "").startswith("#"):
        yield Problem("the first link does not lead past the navigation", line_of(page.root), whole=True)


def _lists(page: Page) -> Iterator[Problem]:
    for names, allowed, told in _HOLD:
        for element in page.all(*names):
            for child in element:
                if child.tag not in allowed and not element.get("role"):
                    yield Problem(f"<{child.tag}> directly in {told}", line_of(child), text_of(child))
    for element in page.all("li"):
        parent = element.getparent()
        if parent.tag not in {"ul", "ol", "menu"} and parent.get("role") != "list":
            yield Problem("an item outside of any list", line_of(element), text_of(element))


def _fake_list(page: Page) -> Iterator[Problem]:
    for element in page.all("p", "div", "td"):
        lines = [element.text or "", *(child.tail or "" for child in element if child.tag == "br")]
        if len(lines) > 1 and sum(bool(_FAKE_ITEM.match(line)) for line in lines) > 1:
            yield Problem("lines with a sign or number stand for a list", line_of(element), text_of(element))
    paragraphs = list(page.all("p"))
    for one, other in pairwise(paragraphs):
        if one.getnext() is other and all(_FAKE_ITEM.match(each.text or "") for each in (one, other)):
            yield Problem("paragraphs with a sign or number stand for a list", line_of(one), text_of(one))


def _tables(page: Page) -> Iterator[Problem]:
    for table in page.all("table"):
        if table.get("role") in {"presentation", "none"}:
            continue
        cells = list(table.iter("td"))
        heads = list(table.iter("th"))
        if len(cells) > 1 and not heads:
            yield Problem("a table without headers", line_of(table), text_of(table))
        elif heads and not any(text_of(head) for head in heads):
            yield Problem("the headers of a table are empty", line_of(table), text_of(table))


def _double_ids(page: Page) -> Iterator[Problem]:
    for key, elements in page.ids.items():
        for element in elements[1:]:
            yield Problem(f"id {key!r} stands twice", line_of(element), text_of(element))


def _obsolete(page: Page) -> Iterator[Problem]:
    for element in page.all(*_OBSOLETE):
        yield Problem(f"<{element.tag}> is obsolete", line_of(element), text_of(element))


def _tab_order(page: Page) -> Iterator[Problem]:
    for element in page.every:
        index = (element.get("tabindex") or "").strip()
        if index.isdecimal() and int(index) > 0:
            yield Problem(f"tabindex={index} changes the order of the keyboard", line_of(element), text_of(element))


_E, _W = Severity.ERROR, Severity.WARNING

RULES: tuple[Rule[Page], ...] = (
    Rule(
        "P301",
        "page-heading",
        _E,
        "The page has no main heading (h1), or several.",
        "People who jump by headings look there for what the page is about (WCAG 1.3.1, 2.4.6).",
        "Make the title of the article the one h1.",
        _main_heading,
        "<h1>Rest</h1><p>Rest well.</p>",
        "<h2>Rest</h2><p>Rest well.</p>",
    ),
    Rule(
        "P302",
        "page-heading-order",
        _E,
        "A level of headings is left out.",
        "People who jump by headings wonder what they missed (WCAG 1.3.1).",
        "Go down one level at a time.",
        _heading_order,
        "<h2>Rest</h2><h4>At night</h4><p>Sleep.</p>",
        "<h2>Rest</h2><h3>At night</h3><p>Sleep.</p>",
    ),
    Rule(
        "P303",
        "page-empty-heading",
        _E,
        "A heading has no words.",
        "A screen reader announces a heading and then says nothing (WCAG 2.4.6).",
        "Write it, or remove it.",
        _empty_heading,
        "<h2> </h2><p>Sleep.</p>",
        "<h2>Rest</h2><p>Sleep.</p>",
    ),
    Rule(
        "P304",
        "page-bold-heading",
        _W,
        "A bold paragraph stands for a heading.",
        "Nobody who listens can jump to it (WCAG 1.3.1).",
        "Make it a heading of the right level.",
        _fake_heading,
        "<p><b>At night</b></p><p>Sleep.</p>",
        "<h2>At night</h2><p>Sleep.</p>",
    ),
    Rule(
        "P305",
        "page-main",
        _E,
        "Nothing says where the main part of the page is, or several things do.",
        "Screen readers cannot jump to it (WCAG 1.3.1, 2.4.1).",
        "Put what the page is about into one <main>.",
        _landmarks,
        "<main><p>Sleep.</p></main>",
        "<div><p>Sleep.</p></div>",
    ),
    Rule(
        "P306",
        "page-navigation-name",
        _W,
        "One of several navigations has no name.",
        "A list of landmarks says “navigation” twice, and nobody knows which is which.",
        'Name each: <nav aria-label="Languages">.',
        _unnamed_navigation,
        '<nav aria-label="Contents"><a href="#a">A</a></nav><nav><a href="#a">B</a></nav><p id="a">Rest.</p>',
        '<nav aria-label="Contents"><a href="#a">A</a></nav>'
        '<nav aria-label="More"><a href="#a">B</a></nav><p id="a">Rest.</p>',
    ),
    Rule(
        "P307",
        "page-skip-link",
        _W,
        "The first link does not lead past what stands above the main part.",
        "Who uses a keyboard has to step through all of it on each page (WCAG 2.4.1).",
        'Begin with <a href="#main">Skip to main content</a>.',
        _skip_link,
        '<nav><a href="https://a.example/">Home</a></nav>',
        '<a href="#m">Skip</a><nav id="m"><a href="https://a.example/">Home</a></nav>',
    ),
    Rule(
        "P308",
        "page-list",
        _E,
        "A list holds something else than items, or an item stands outside of any list.",
        "A screen reader cannot say how many items there are, or which one is read (WCAG 1.3.1).",
        "Put every item into <li>, and every <li> into <ul> or <ol>.",
        _lists,
        "<ul><div>Rest</div></ul>",
        "<ul><li>Rest</li></ul>",
    ),
    Rule(
        "P309",
        "page-typed-list",
        _W,
        "Signs or numbers typed at the beginning of lines stand for a list.",
        "A screen reader reads one long sentence (WCAG 1.3.1).",
        "Make it a list.",
        _fake_list,
        "<p>- Rest<br>- Drink</p>",
        "<ul><li>Rest</li><li>Drink</li></ul>",
    ),
    Rule(
        "P310",
        "page-table",
        _E,
        "A table has no headers, or empty ones.",
        "A screen reader reads figures without saying what they are (WCAG 1.3.1).",
        "Make the first row, or column, header cells: <th>.",
        _tables,
        "<table><tr><td>Age</td><td>Dose</td></tr><tr><td>6</td><td>250 mg</td></tr></table>",
        "<table><tr><th>Age</th><th>Dose</th></tr><tr><td>6</td><td>250 mg</td></tr></table>",
    ),
    Rule(
        "P311",
        "page-double-id",
        _E,
        "One id stands twice.",
        "A link or a label leads to the first of them, which may be the wrong one.",
        "Give each its own.",
        _double_ids,
        '<p id="a">Rest.</p><p id="a">Drink.</p>',
        '<p id="a">Rest.</p><p id="b">Drink.</p>',
    ),
    Rule(
        "P312",
        "page-obsolete",
        _E,
        "An element is obsolete.",
        "It moves, blinks or shouts, and screen readers do not know it (WCAG 2.2.2).",
        "Use elements that say what the text is, and style sheets for its looks.",
        _obsolete,
        "<marquee>Rest.</marquee>",
        "<p>Rest.</p>",
    ),
    Rule(
        "P313",
        "page-tab-order",
        _E,
        "A tabindex above 0 changes the order of the keyboard.",
        "The keyboard jumps about, and people lose their place (WCAG 2.4.3).",
        "Remove it; put the element where it belongs.",
        _tab_order,
        '<a href="https://a.example/" tabindex="3">Rest at home</a>',
        '<a href="https://a.example/">Rest at home</a>',
    ),
)
