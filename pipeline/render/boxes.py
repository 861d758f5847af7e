"""Boxes of a page: their kind, in a word that can be seen and heard, and a heading of their own."""

from __future__ import annotations

from collections.abc import Collection
from xml.etree.ElementTree import Element

from pipeline.article.box_kinds import CARE, EMERGENCY, IMPORTANT, KEY_FACTS, SELF_CARE, SOON, URGENT
from pipeline.article.slots import HEADINGS
from pipeline.render.page import Page, Words
from pipeline.render.page import noted as _

_BOX_CLASS = "admonition"
_TITLE_CLASS = "admonition-title"
_LOWEST = 6
TITLE = "box-title"
"""The class of a box's title on a page."""


_LABELS = {
    # Translators: a label on a box, before its title: someone's life may be in danger; act at once
    EMERGENCY: _("Emergency"),
    # Translators: a label on a box, before its title: get medical help today
    URGENT: _("Urgent"),
    # Translators: a label on a box, before its title: see a doctor within days; it is not urgent
    SOON: _("Soon"),
    # Translators: a label on a box, before its title: what readers can do for themselves at home
    SELF_CARE: _("Self-care"),
    # Translators: a label on a box with warning signs, said before the title of the box
    **dict.fromkeys(IMPORTANT, _("Important")),
}
_TITLES = {
    # Translators: the title of a box about emergencies, where its author gave none
    EMERGENCY: _("Call an ambulance"),
    # Translators: the title of a box about what cannot wait, where its author gave none
    URGENT: _("See a doctor today"),
    # Translators: the title of a box about what a doctor should look at within days, where its author gave none
    SOON: _("See a doctor"),
    # Translators: the title of a box about what readers can do at home, where its author gave none
    SELF_CARE: _("Look after yourself"),
    # Translators: the title of a box with the most important facts of a page, where its author gave none
    KEY_FACTS: _("Main points"),
}


def label_of(classes: Collection[str]) -> str:
    """Return the word of the frame that says how much a box of these classes matters; empty for a plain box."""
    return next((label for kind, label in _LABELS.items() if kind in classes), "")


def title_of(classes: Collection[str]) -> str:
    """Return the word of the frame for a box without a title; empty where its kind says too little."""
    return next((title for kind, title in _TITLES.items() if kind in classes), "")


def dress_boxes(root: Element, page: Page) -> None:
    """Give each box in `root` its class, role and name, and make its title a heading below the one above it."""
    level, number, regions = 1, 0, set[str]()
    for element in list(root.iter()):
        if element.tag in HEADINGS and element.get("class") != TITLE:
            level = int(element.tag[1])
        classes = (element.get("class") or "").split()
        if _BOX_CLASS in classes:
            number += 1
            classes = [name for name in classes if name != _BOX_CLASS]
            element.set("class", " ".join(["box", *classes]))
            name = _name(element, classes, min(level + 1, _LOWEST), f"page--box-{number}", page)
            # A region is announced when a reader comes to it, and can be gone to, so that no two may have one name.
            is_region = name not in regions and not {*CARE, KEY_FACTS}.isdisjoint(classes)
            element.set("role", "region" if is_region else "note")
            regions.add(name)


def is_key_facts(element: Element) -> bool:
    """Tell whether an element of a dressed tree is the box with the most important facts."""
    return {"box", KEY_FACTS} <= set(element.get("class", "").split())


def _name(box: Element, classes: list[str], level: int, anchor: str, page: Page) -> str:
    """Give a box its heading, and return the words by which it is called."""
    title = _title(box, classes, page)
    if title is None:
        box.set("aria-label", page.words("Important"))
        return ""
    title.tag = f"h{level}"
    title.set("class", TITLE)
    title.set("id", anchor)
    box.set("aria-labelledby", anchor)
    label = label_of(classes)
    if label and page.words(label).casefold() != (title.text or "").strip().casefold():
        _prepend(title, label, page)
    return " ".join("".join(title.itertext()).split())


def _title(box: Element, classes: list[str], page: Page) -> Element | None:
    """Return the title of a box: its author's, else that of its kind."""
    title = next((child for child in box if child.get("class") == _TITLE_CLASS), None)
    if title is None and (message := title_of(classes)):
        title = Element("p", _language(page.words, message, page))
        title.text, title.tail = page.words(message), "\n"
        box.insert(0, title)
    return title


def _language(words: Words, message: str, page: Page, around: str = "") -> dict[str, str]:
    """Return the attributes that say the language of a word of the frame, inside text of the language `around`."""
    locale = words.language(message)
    return {} if locale.tag == (around or page.locale.tag) else {"lang": locale.tag, "dir": locale.direction}


def _prepend(title: Element, label: str, page: Page) -> None:
    """Put a span with `label` and a colon before what `title` holds."""
    span = Element("span", {"class": "box-label"} | _language(page.words, label, page, title.get("lang", "")))
    span.text = page.words("{label}: {value}", label=page.words(label), value="").rstrip()
    span.tail = f" {title.text or ''}"
    title.text = None
    title.insert(0, span)
