"""Other languages inside a page: each run of text in another language begins with the name of that language."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pipeline.locale import Locale, UnknownLocale, language_name, parse_locale
from pipeline.render.page import Words
from pipeline.render.plain_text.inline import Enclose, unchanged
from pipeline.render.plain_text.links import is_bare

_SCRIPT = 4
"""The length of a script's code: ``Hans``."""


def language_mark(words: Words, locale: Locale) -> str:
    """Return what is said before a text in another language than the page's."""
    return words("(in {language})", language=language_name(locale, words.locale))


def mark_languages(root: Element, words: Words, previous: str, enclose: Enclose = unchanged) -> None:
    """Say before each run of text in another language which language it is, and `enclose` each of its parts.

    `previous` is the language of the text before `root`.
    """
    for element, place, tag in list(_passages(root, words.locale.tag)):
        if differs(tag, words.locale.tag):
            text = (element.get("alt") if place == "alt" else getattr(element, place)) or ""
            mark = f"{_mark(words, tag)} " if differs(tag, previous) else ""
            marked = f"{text[: len(text) - len(text.lstrip())]}{mark}{enclose(text.lstrip(), tag)}"
            if place == "alt":
                element.set("alt", marked)
            else:
                setattr(element, place, marked)
        previous = tag


def _passages(element: Element, tag: str) -> Iterator[tuple[Element, str, str]]:
    """Yield each place that holds words of a language, as element, name of the place, and language tag."""
    if element.tag in {"pre", "code"} or (element.tag == "a" and is_bare(element)):
        return
    if element.tag != "abbr":  # its `lang` is that of the long form, which is not shown
        tag = element.get("lang") or tag
    if element.tag == "img" and element.get("alt"):
        yield element, "alt", tag
    if any(map(str.isalpha, element.text or "")):
        yield element, "text", tag
    for child in element:
        yield from _passages(child, tag)
        if any(map(str.isalpha, child.tail or "")):
            yield child, "tail", tag


def differs(one: str, other: str) -> bool:
    """Tell whether two tags are of different languages or scripts; regions do not count."""
    return one != other and _language_and_script(one) != _language_and_script(other)


def _language_and_script(tag: str) -> tuple[str, ...]:
    language, *rest = tag.lower().replace("_", "-").split("-")
    return (language, *(part for part in rest if len(part) == _SCRIPT and part.isalpha()))


def _mark(words: Words, tag: str) -> str:
    try:
        return language_mark(words, parse_locale(tag))
    except UnknownLocale:
        return words("(in {language})", language=tag)
