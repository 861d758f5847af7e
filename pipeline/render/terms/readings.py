"""How a term is said (WCAG 2.2, 3.1.6): above Chinese and Japanese words, in brackets behind all others."""

from __future__ import annotations

import re
import unicodedata
from xml.etree.ElementTree import Element

from pipeline.article.glossary import READING
from pipeline.render.page import Page

_WITH_RUBY = frozenset({"ja", "yue", "zh"})
_BRACKET = re.compile("[(（]")


def set_apart_readings(root: Element, page: Page) -> None:
    """Show how the terms of the glossary are said in `root`, the tree of `page` or a copy of it."""
    for term in root.iter("dt"):
        if reading := term.attrib.pop(READING, ""):
            if has_ruby(term.get("lang") or page.locale.tag):
                _put_above(term, reading, language_of(page.locale.tag, reading))
            else:
                _put_behind(term, reading)


def has_ruby(tag: str) -> bool:
    """Tell whether readers of a language expect a reading above its word."""
    return tag.partition("-")[0] in _WITH_RUBY


def language_of(tag: str, reading: str) -> str:
    """Return the language tag of a reading above a word of the language `tag`; pinyin is in Latin letters."""
    return f"{tag.partition('-')[0]}-Latn" if any(map(_is_latin, reading)) else ""


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")


def parts(term: str) -> tuple[str, str]:
    """Return what of a term is read aloud, and what stands behind it: a short form in brackets."""
    found = _BRACKET.search(term)
    return (term[: found.start()], term[found.start() :]) if found else (term, "")


def _put_above(term: Element, reading: str, language: str) -> None:
    base, rest = parts(term.text or "")
    ruby = Element("ruby")
    ruby.text, ruby.tail = base.strip(), rest
    for tag, text in (("rp", "（"), ("rt", reading), ("rp", "）")):
        part = Element(tag)
        part.text = text
        if tag == "rt" and language:
            part.set("lang", language)
        ruby.append(part)
    term.text = None
    term.insert(0, ruby)


def _put_behind(term: Element, reading: str) -> None:
    span = Element("span", {"class": "reading"})
    span.text = f"({reading})"
    if len(term):
        term[-1].tail = f"{term[-1].tail or ''} "
    else:
        term.text = f"{term.text or ''} "
    term.append(span)
