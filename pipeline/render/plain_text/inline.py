"""Inline content as plain text: links, pictures, references to notes, superscripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from pipeline.render.page import Words
from pipeline.render.plain_text.links import contact, is_bare, listed
from pipeline.render.plain_text.tree import FIELD, LABEL, VALUE, classes, nodes
from pipeline.render.plain_text.wrapping import BREAK, END_MARK, MARK, protect, tidy

_TAGS = """
    address article aside blockquote caption center dd details dir div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead
    tr ul x-field x-record x-table
"""
BLOCK_TAGS = frozenset(_TAGS.split())


Enclose = Callable[[str, str], str]
"""Given a text and its language tag: return the text, with what sets it apart from text in the page's language."""


def unchanged(text: str, _tag: str) -> str:
    """Return the text as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Context:
    """What a function needs to know about the place that it writes for."""

    words: Words
    links: Mapping[str, int]
    """The number of each address."""

    width: int
    pictures_alone: bool = False
    """True where a picture is all there is in a paragraph."""

    enclose: Enclose = unchanged
    """What happens to text in another language."""

    columns: bool = True
    """Whether tables of short cells are set in columns."""

    def narrower(self, columns: int) -> Context:
        """Return the context inside an indented block."""
        return replace(self, width=max(1, self.width - columns))


def inline(content: Iterable[str | Element], context: Context) -> str:
    """Return text and inline elements as one string, which is still to be made `tidy`."""
    return "".join(node if isinstance(node, str) else _element(node, context) for node in content)


def text_of(element: Element, context: Context) -> str:
    """Return all that is in an element as one tidy text."""
    return tidy(inline(nodes(element), context))


def part_of(field: Element, tag: str, context: Context) -> str:
    """Return the text of the part `tag` of a table's field."""
    found = field.find(tag)
    return "" if found is None else text_of(found, context)


def labelled(words: Words, label: str, value: str) -> str:
    """Return ``label: value`` with the colon that the language has."""
    return words("{label}: {value}", label=label.rstrip(" :：\u00a0\u202f"), value=value) if label else value


def _element(element: Element, context: Context) -> str:
    if handler := _INLINE.get(str(element.tag)):
        return handler(element, context)
    text = inline(nodes(element), context)
    return f"{BREAK}{text}{BREAK}" if element.tag in BLOCK_TAGS else text


def _picture(element: Element, context: Context) -> str:
    """A picture in the middle of a sentence stands in brackets, so that both can be understood."""
    alt = tidy(element.get("alt", ""))
    text = context.words("Picture: {description}", description=alt) if alt else ""
    return text if context.pictures_alone or not text else f"({text})"


def _superscript(element: Element, context: Context) -> str:
    """Without the sign, ten to the power of six would read as one hundred and six."""
    text = inline(nodes(element), context)
    is_power = any(map(str.isdigit, text)) and not any(map(str.isalpha, text)) and MARK not in text
    return f"^{text.strip()}" if is_power else text


def _reading(element: Element, context: Context) -> str:
    """The pronunciation of a Chinese or Japanese word."""
    return f"({inline(nodes(element), context)})"


def _field(element: Element, context: Context) -> str:
    label, value = (part_of(element, tag, context) for tag in (LABEL, VALUE))
    return f"{BREAK}{labelled(context.words, label, value) if value else label}{BREAK}"


def _link(element: Element, context: Context) -> str:
    text = inline(nodes(element), context)
    if "footnote-ref" in classes(element):
        return f"{MARK}({context.words('Note {number}', number=text)}){END_MARK}"
    href = element.get("href", "")
    address = listed(href)
    if not address:
        return contact(href, text)
    if is_bare(element):
        return protect(address)
    return f"{text}{MARK}[{context.links[address]}]{END_MARK}"


_INLINE: Mapping[str, Callable[[Element, Context], str]] = {
    "a": _link,
    "br": lambda _element, _context: BREAK,
    "img": _picture,
    "sup": _superscript,
    "rp": lambda _element, _context: "",
    "rt": _reading,
    FIELD: _field,
}
