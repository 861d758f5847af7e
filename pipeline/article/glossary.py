"""The glossary of a project: an article named ``glossary`` whose definition list explains terms.

A term may end with how it is said, between slashes: ``Arteriosclerosis /ahr-TEER-ee-oh-skluh-ROH-sis/``. Authors and
translators write that into the text of the term, because languages need it for different words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from pipeline.article.prose import text_of
from pipeline.model import Document
from pipeline.readings import split_reading

GLOSSARY = "glossary"
"""The domain of the article that explains terms."""

READING = "data-reading"
"""The attribute of a term that tells how it is said."""

FORMS = "data-forms"
"""The attribute of a term with further forms of it, parted by commas, as the author gives them."""

_IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")
_SEPARATORS = re.compile("[,;/、，；／،؛]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a glossary says about one term, in one language."""

    anchor: str
    """The id of the term on the page of the glossary."""

    term: str
    """As the glossary has it: ``Multiple sclerosis (MS)``."""

    text: str
    """The explanation."""

    names: tuple[str, ...] = ()
    """What is looked for in texts; none if the term is not translated."""

    reading: str = ""
    """How the term is said; empty if that needs no telling."""

    foreign_term: bool = False
    """Whether the term stands in the source's language; the same for the explanation below."""

    foreign_text: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """What readers of one language can look up."""

    language: str
    """The language tag."""

    entries: tuple[Entry, ...] = ()


def variants(term: str) -> list[str]:
    """Return what an entry of a glossary names: both forms of ``Magnetic resonance imaging (MRI)``."""
    term = split_reading(term)[0]
    match = _IN_BRACKETS.search(term)
    if match is None:
        return [term] if term else []
    outside = f"{term[: match.start()].strip()} {term[match.end() :].strip()}".strip()
    return [part for part in (outside, *map(str.strip, _SEPARATORS.split(match[1]))) if part]


def set_readings(root: Element) -> None:
    """Move how terms are said out of their text, which is for all who read it, into an attribute."""
    for term in root.iter("dt"):
        last = term[-1] if len(term) else None
        text, reading = split_reading((term.text if last is None else last.tail) or "")
        if reading:
            term.set(READING, reading)
            if last is None:
                term.text = text
            else:
                last.tail = text


def read_glossary(document: Document, forms: Mapping[str, tuple[str, ...]], source: Glossary | None = None) -> Glossary:
    """Return what `document`, the glossary in one language, explains.

    `forms` are further forms of terms, by anchor. What is not translated is taken from the glossary in the language
    of the `source`. A term without an id is left out: nothing could link to it.
    """
    originals = {entry.anchor: entry for entry in source.entries} if source else {}
    found = (_entry(document, *pair, forms) for pair in _pairs(document.root))
    entries = tuple(_complete(entry, originals.get(entry.anchor)) for entry in found if entry.anchor and entry.text)
    return Glossary(document.locale.tag, entries)


def _pairs(root: Element) -> Iterator[tuple[Element, Element]]:
    """Yield each term with the first of its definitions; several terms may share one."""
    for block in root.iter("dl"):
        waiting: list[Element] = []
        for element in block:
            if element.tag == "dt":
                waiting.append(element)
            else:
                yield from ((term, element) for term in waiting)
                waiting = []


def _entry(document: Document, term: Element, definition: Element, forms: Mapping[str, tuple[str, ...]]) -> Entry:
    name, anchor = _plain(document, term), term.get("id", "")
    own = (part.strip() for part in term.get(FORMS, "").split(","))
    names = tuple(dict.fromkeys((*variants(name), *filter(None, own), *forms.get(anchor, ()))))
    foreign_term, foreign_text = _is_foreign(term), _is_foreign(definition)
    text, reading = _plain(document, definition), term.get(READING, "")
    return Entry(anchor, name, text, () if foreign_term else names, reading, foreign_term, foreign_text)


def _plain(document: Document, element: Element) -> str:
    return " ".join(text_of(document, element).split())


def _is_foreign(element: Element) -> bool:
    """Tell whether the walk marked an element, or a block in it, as text of the source's language."""
    return any(
        each.get("lang") and each.get("translate") != "no"
        for each in (element, *element.iter("p"), *element.iter("li"))
    )


def _complete(entry: Entry, original: Entry | None) -> Entry:
    if original is None:
        return entry
    text = original.text if entry.foreign_text else entry.text
    if entry.foreign_term:
        return replace(entry, term=original.term, reading=original.reading, text=text)
    return replace(entry, text=text)
