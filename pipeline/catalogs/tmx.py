"""Translation memories: TMX 1.4b, as Poedit, OmegaT, Weblate and others read it.

Source: https://www.gala-global.org/tmx-14b (the specification of OSCAR, LISA's group for it).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from pipeline import __version__
from pipeline.catalogs.catalog import State, state
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.catalogs.xml import add, document
from pipeline.locale import Locale

_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def tmx(catalogs: Mapping[str, Catalog], source: Locale, target: Locale) -> str:
    """Return the translation memory of all finished translations in `catalogs`, which are given by their domains.

    The texts are those of the catalogs, Markdown included, so that tools find exact matches. What is the same in
    several domains stands once, with the names of all.
    """
    root = Element("tmx", {"version": "1.4"})
    header = {"creationtool": "plainspoken", "creationtoolversion": __version__, "segtype": "paragraph"}
    header |= {"o-tmf": "gettext PO", "adminlang": "en", "srclang": source.tag, "datatype": "plaintext"}
    add(root, "header", **header)
    body = add(root, "body")
    for (context, text, translation), domains in _units(catalogs).items():
        unit = add(body, "tu")
        for domain in domains:
            add(unit, "prop", domain, type="x-domain")
        if context:
            add(unit, "prop", context, type="x-context")
        for locale, words in ((source, text), (target, translation)):
            add(add(unit, "tuv", lang=locale.tag), "seg", words)
    return document(root, _DOCTYPE)


def _units(catalogs: Mapping[str, Catalog]) -> dict[tuple[str | None, str, str], dict[str, None]]:
    """Return context, text and translation of each unit, with its domains."""
    units: dict[tuple[str | None, str, str], dict[str, None]] = {}
    for domain, catalog in catalogs.items():
        for message in catalog:
            if state(message) is State.TRANSLATED:
                for text, translation in _texts(message):
                    units.setdefault((message.msgctxt, text, translation), {})[domain] = None
    return units


def _texts(message: Message) -> Iterator[tuple[str, str]]:
    """Yield text and translation; of plural forms the first is for one, the last for many."""
    if not message.plural:
        yield message.msgid, message.msgstr
        return
    forms = list(message.msgstr_plural.values())
    if len(forms) > 1:
        yield message.msgid, forms[0]
    yield message.msgid_plural, forms[-1]
