"""The first use of each term: a link to the glossary, and a button that opens its explanation, without a script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Literal
from unicodedata import category
from xml.etree.ElementTree import Element

from pipeline.article.glossary import GLOSSARY, Entry
from pipeline.render.links import link_to
from pipeline.render.page import Page
from pipeline.render.terms.uses import Use, first_uses

PREFIX = "page--term-"
"""Of the ids of explanations; the frame's ids begin with ``page--``, and no author's do."""

_CLOSING = {"Po", "Pe", "Pf"}
"""What Unicode calls signs that close or end something, and a few that begin a sentence in Spanish."""

Parents = Mapping[Element, Element]
"""The element around each element."""


@dataclass
class Explainer:
    """Prepares a page for the explanations that its template writes at its end."""

    entries: list[Entry] = field(default_factory=list)
    """What is explained, in the order of the text; filled by the call."""

    links: list[str] = field(default_factory=list)
    """The links to these, as an author would write them; filled by the call."""

    def __call__(self, root: Element, page: Page) -> None:
        """Link the first use of each term in `root`, a copy of the page's tree, and put a button behind it."""
        if page.glossary is None:
            return
        uses = _on_copy(first_uses(page.document, page.glossary), page.document.root, root)
        self.entries += (use.entry for use in uses)
        self.links += (_address(use.entry, page) for use in uses)
        parents = {child: parent for parent in root.iter() for child in parent} if uses else {}
        in_texts: defaultdict[tuple[Element, Literal["text", "tail"]], list[Use]] = defaultdict(list)
        for use in uses:
            if use.place != "element":
                in_texts[use.element, use.place].append(use)
        for (element, place), here in in_texts.items():
            _explain_text(element, place, here, page, parents)
        for use in uses:  # last: what follows an element moves behind its button
            if use.place == "element":
                _explain_element(use, parents[use.element], page)


def explained(page: Page) -> list[Entry]:
    """Return what is explained on `page`, in the order of the text."""
    return [use.entry for use in first_uses(page.document, page.glossary)] if page.glossary else []


def _on_copy(uses: Sequence[Use], root: Element, copy: Element) -> list[Use]:
    """Return the same uses in a copy of the tree."""
    copies = dict(zip(root.iter(), copy.iter(), strict=True)) if uses else {}
    return [replace(use, element=copies[use.element]) for use in uses]


def _explain_text(
    element: Element, place: Literal["text", "tail"], uses: list[Use], page: Page, parents: Parents
) -> None:
    """Cut the text of an element, or what follows it, at each term, and put links and buttons there."""
    text = str(getattr(element, place))
    parent = element if place == "text" else parents[element]
    index = 0 if place == "text" else list(parent).index(element) + 1
    setattr(element, place, text[: uses[0].start])
    for number, use in enumerate(uses):
        link = _link(use.entry, page)
        link.text = text[use.start : use.end]
        end = uses[number + 1].start if number + 1 < len(uses) else len(text)
        button = _button(use.entry, page)
        button.tail = text[use.end : end]
        new = _kept(link, button)
        parent[index:index] = new
        index += len(new)


def _explain_element(use: Use, parent: Element, page: Page) -> None:
    """Put a button behind a link; an abbreviation becomes a link first."""
    element, index = use.element, list(parent).index(use.element)
    button = _button(use.entry, page)
    button.tail, element.tail = element.tail, None
    if element.tag == "a":
        link = element
        link.set("class", f"{link.get('class', '')} term".strip())
    else:
        link = _link(use.entry, page)
        link.append(element)
    parent[index : index + 1] = _kept(link, button)


def _kept(link: Element, button: Element) -> list[Element]:
    """Return both, in one element with the signs that follow them, if any: a line may begin behind every button."""
    tail = button.tail or ""
    signs = "".join(takewhile(lambda char: category(char) in _CLOSING and char not in "¡¿", tail))
    if not signs:
        return [link, button]
    kept = Element("span", {"class": "term-end"})
    kept.extend((link, button))
    button.tail, kept.tail = signs, tail[len(signs) :]
    return [kept]


def _link(entry: Entry, page: Page) -> Element:
    return Element("a", {"href": _address(entry, page), "class": "term"})


def _address(entry: Entry, page: Page) -> str:
    return link_to(page.document.article.domain, GLOSSARY, entry.anchor)


def _button(entry: Entry, page: Page) -> Element:
    # Translators: the name of a small button behind a hard word; it opens the explanation. {term} is the word
    name = page.words("Explanation: {term}", term=entry.term)
    return Element(
        "button", {"type": "button", "class": "explain", "popovertarget": PREFIX + entry.anchor, "aria-label": name}
    )
