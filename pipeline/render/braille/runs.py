"""Text in several languages as braille: each run by the table of its language.

Runs are marked by two private characters around them, since they travel through the layout of plain text. What people
wrote holds none of these: they are removed from it, and have no braille anyway.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.render.braille.louis import is_known, to_braille
from pipeline.render.braille.tables import LATIN, TABLES, table_of

_END = "\ue000"
_FIRST = 0xE001
_LAST = 0xF8FF
_PRIVATE = re.compile(f"[{_END}-{chr(_LAST)}]")
_MARKED = re.compile(f"([{chr(_FIRST)}-{chr(_LAST)}])([^{_END}]*){_END}")

# Latin letters, and what stands between two of them, in text of another script.
_WORD = r"[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ.:/@_%+-]*"
_LATIN = re.compile(rf"{_WORD}(?:[,;]? {_WORD})*(?<![.:])")

# Signs of direction and joining are about letters that can be seen.
_UNSEEN = dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0x61C))
_SPACES = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F, 0x3000), " ")
_SIMILAR = {"μ": "µ", "٪": "%", "٫": ",", "•": "-", "–": "-", "—": "-", "−": "-", "…": "...", "’": "'", "‑": "-"}
"""Signs for those that a table does not have."""

_ANOTHER_SENSE = ("<super>", "<fraction>")
"""Kinds of characters that without their form mean something else: 10⁶ and 106, 1⅓ and 11/3."""


@dataclass(slots=True)
class Runs:
    """Marks the languages of one page, and knows them again."""

    tag: str
    """The page's language."""

    unknown: str
    """What is said in the place of characters without braille, in the page's language."""

    tags: list[str] = field(default_factory=list)

    def mark(self, text: str, tag: str) -> str:
        """Return `text`, marked as being in the language `tag`; white space around it stays outside."""
        text = _PRIVATE.sub("", text)
        core = text.strip()
        if not core or len(self.tags) >= _LAST - _FIRST:
            return text
        if tag not in self.tags:
            self.tags.append(tag)
        start = chr(_FIRST + self.tags.index(tag))
        return text.replace(core, f"{start}{core}{_END}", 1)

    def of(self, line: str) -> Iterator[tuple[str, str]]:
        """Yield the runs of a line, each with its table; nothing is left of the marks."""
        place = 0
        for found in _MARKED.finditer(line):
            yield from self._by_script(line[place : found.start()], self.tag)
            yield from self._by_script(found[2], self.tags[ord(found[1]) - _FIRST])
            place = found.end()
        yield from self._by_script(line[place:], self.tag)

    def _by_script(self, text: str, tag: str) -> Iterator[tuple[str, str]]:
        """Yield a run in one language, cut where the script changes, with what its table does not know replaced."""
        table = table_of(tag)
        if not table:
            table, text = table_of(self.tag), self.unknown if text else ""
        place = 0
        for found in _LATIN.finditer(text) if table == TABLES["ar"] else ():
            yield from self._known(text[place : found.start()], table)
            yield from self._known(found[0], LATIN)
            place = found.end()
        yield from self._known(text[place:], table)

    def _known(self, text: str, table: str) -> Iterator[tuple[str, str]]:
        """Yield a run in which everything has a sign; stretches that have none are told in words, not left out."""
        text = _PRIVATE.sub("", text).translate(_UNSEEN).translate(_SPACES)
        known = "".join(_spelled(character, table) for character in unicodedata.normalize("NFC", text))
        for index, piece in enumerate(re.split("(?:\0[ \0]*)?\0", known)):
            if index:
                yield self.unknown, table_of(self.tag)
            if piece:
                yield piece, table


def cells_of(runs: Iterator[tuple[str, str]]) -> str:
    """Return runs as braille patterns; spaces between them stay."""
    return "".join(to_braille(text, table) for text, table in runs)


def _spelled(character: str, table: str) -> str:
    """Return a character, or what stands for it where the table does not know it; a NUL for one that has nothing."""
    plain = unicodedata.normalize("NFKC", character)
    if unicodedata.decomposition(character).startswith(_ANOTHER_SENSE):
        plain = ""
    base = unicodedata.normalize("NFD", character)[0]
    choices = (character, _SIMILAR.get(character, ""), plain, base if base.isalpha() else "")  # ≠ is no kind of =
    return next((each for each in choices if each and all(is_known(one, table) for one in each)), "\0")
