"""Text for XML files: what XML 1.0 cannot hold, whichever way it is escaped, is left out."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
"""The name of the attribute ``xml:lang``."""

# Everything outside the production Char of XML 1.0 (https://www.w3.org/TR/xml/#charsets).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element with `text` to `parent` and return it; ``lang`` among the attributes becomes ``xml:lang``."""
    names = {LANGUAGE if name == "lang" else name.rstrip("_"): xml_text(value) for name, value in attributes.items()}
    child = SubElement(parent, tag, names)
    child.text = xml_text(text) or None
    return child


def xml_text(text: str) -> str:
    """Return `text` without the characters that XML forbids, and with the line ends that XML makes of all."""
    return _LINE_END.sub("\n", _FORBIDDEN.sub("", text))


def document(root: Element, doctype: str) -> str:
    """Return the file of `root`, with a declaration and the document type."""
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}\n{tostring(root, encoding="unicode")}\n'
