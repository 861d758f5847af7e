"""Inline markup of HTML → inline Markdown, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article.importing.blocks import plain

_SIGNS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`", "kbd": "`", "samp": "`"}
_KEPT = frozenset({"sub", "sup"})
_SAFE = re.compile(r"(?:https?:|mailto:|tel:|(?![a-z][a-z0-9+.-]*:)[^#])", re.IGNORECASE)
_APART = "apart from "
_BREAK = "\n"
_PARAGRAPHS = re.compile(r"\s*\n\s*\n\s*")
_BREAKS = re.compile(r"[ ]*\n[ ]*")
_SPACES = re.compile(r"[ \t]+")
_UNSAFE_IN_ADDRESS = str.maketrans({" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"})


class Inline:
    """The text of the block that is open, with the inline elements that are open in it."""

    def __init__(self) -> None:
        self.open: list[tuple[str, str, list[str]]] = [("", "", [])]
        """Name, address or title, and the pieces of text, of each element; the first is the block itself."""

    @property
    def text(self) -> str:
        """All text so far."""
        return "".join(piece for _, _, pieces in self.open for piece in pieces)

    def add(self, text: str) -> None:
        """Add a piece of Markdown."""
        self.open[-1][2].append(text)

    def start(self, tag: str, value: str) -> None:
        """Begin an element; `value` is the address of a link, or a title."""
        if tag == "br":
            self.add(_BREAK)
        elif tag in _SIGNS or tag in _KEPT or tag == "abbr" or (tag == "a" and value):
            self.open.append((tag, value, []))

    def end(self, tag: str) -> tuple[str, str] | None:
        """End an element; return an abbreviation and what it stands for, if it was one."""
        if not any(name == tag for name, _, _ in self.open[1:]):
            return None
        while True:
            name, value, pieces = self.open.pop()
            text = "".join(pieces)
            self.add(marked(name, value, text))
            if name == tag:
                return (plain(text), value) if name == "abbr" and value and plain(text) else None

    def start_apart(self, tag: str) -> None:
        """Begin an element whose text is not part of the text around it."""
        self.open.append((_APART + tag, "", []))

    def end_apart(self, tag: str) -> str:
        """End it, and return its text; empty if no such element is open."""
        names = [name for name, _, _ in self.open]
        if _APART + tag not in names:
            return ""
        start = len(names) - 1 - names[::-1].index(_APART + tag)
        text = "".join(piece for _, _, pieces in self.open[start:] for piece in pieces)
        del self.open[start:]
        return " ".join(text.split())

    def take(self, *, raw: bool) -> Iterator[str]:
        """End the block, and yield its text; two line breaks divide it."""
        while len(self.open) > 1:
            self.end(self.open[-1][0])
        text, self.open = self.text, [("", "", [])]
        if raw:
            if text.strip():
                yield text.strip("\n").rstrip()
            return
        for part in _PARAGRAPHS.split(text):
            lines = [_SPACES.sub(" ", line).strip(" ") for line in _BREAKS.split(part.strip())]
            if any(lines):
                yield "  \n".join(filter(None, lines))


def marked(name: str, value: str, text: str) -> str:
    """Put the signs of an element close around its text; space at its ends stays outside."""
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if name == "a":
        text = f"[{inner}]({value.translate(_UNSAFE_IN_ADDRESS)})" if _SAFE.match(value) else inner
    elif name in _KEPT:
        text = f"<{name}>{inner}</{name}>"
    else:
        sign = _SIGNS.get(name, "")
        text = f"{sign}{inner}{sign}"
    return f"{before}{text}{after}"
