"""Glossaries for translators' tools: tab-separated values, and TBX-Basic as Translate Toolkit and Weblate read it.

Source of TBX: ISO 30042:2008 and https://www.tbxinfo.net/ (TBX-Basic, the core structure with termEntry and langSet).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pipeline.catalogs.xml import LANGUAGE, add, document, xml_text
from pipeline.locale import Locale

_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
"""What spreadsheets take for the beginning of a formula, also in full width."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term in two languages, as plain text; what is not translated is empty."""

    source: str
    target: str
    definition: str = ""
    target_definition: str = ""


def tsv(terms: Iterable[Term]) -> str:
    """Return source, target and a comment for each translated term, as OmegaT and others read glossaries.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front: whoever opens the file must not
    run what somebody wrote in an article.
    """
    rows = ((term.source, term.target, term.target_definition or term.definition) for term in terms if term.target)
    return "".join("\t".join(map(_cell, row)) + "\n" for row in rows)


def guarded(terms: Iterable[Term]) -> list[str]:
    """Return the terms that stand in `tsv` with an apostrophe in front."""
    cells = ((term.source, _clean(term.source), _clean(term.target)) for term in terms if term.target)
    return [source for source, *texts in cells if any(map(_FORMULA.match, texts))]


def _cell(text: str) -> str:
    text = _clean(text)
    return f"'{text}" if _FORMULA.match(text) else text


def _clean(text: str) -> str:
    return " ".join(xml_text(text).split())


def tbx(terms: Sequence[Term], source: Locale, target: Locale, title: str) -> str:
    """Return the same terms, and their definitions, as TBX-Basic."""
    root = Element("martif", {"type": "TBX-Basic", LANGUAGE: source.tag})
    header = add(root, "martifHeader")
    file = add(header, "fileDesc")
    add(add(file, "titleStmt"), "title", title)
    add(add(file, "sourceDesc"), "p", "Made by plainspoken from the glossary and its translation")
    add(add(header, "encodingDesc"), "p", "TBXBasicXCSV02.xcs", type="XCSURI")
    body = add(add(root, "text"), "body")
    for number, term in enumerate((term for term in terms if term.target), 1):
        entry = add(body, "termEntry", id=f"c{number}")
        _language(entry, source, term.source, term.definition)
        _language(entry, target, term.target, term.target_definition)
    return document(root, _DOCTYPE)


def _language(entry: Element, locale: Locale, term: str, definition: str) -> None:
    language = add(entry, "langSet", lang=locale.tag)
    if definition:
        add(language, "descrip", definition, type="definition")
    add(add(language, "tig"), "term", term)
