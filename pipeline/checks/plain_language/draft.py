"""A document as the rules for plain language read it: its sentences, each with its block and its exact line.

A sentence has no place of its own once markup is gone. So the words of a block are looked up one after another among
the words of its Markdown; the line of a sentence is that of its first word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from pipeline.article.prose import Block, prose
from pipeline.checks.manuscript import Manuscript
from pipeline.model import Document
from pipeline.readability import Measure, Sentence, measure

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_NOT_READ = re.compile(
    r"\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|\]\[[^\[\]]*\]|\{:?[^{}\n]*\}|</?[a-zA-Z][^<>]*>|\[\^[^\[\]]*\]|&\w{1,40};"
)
"""Markup whose words no reader sees: addresses, attributes, tags, references to footnotes."""

_AHEAD = 60
"""Words of Markdown that are passed over in search of one word; beyond that it stands otherwise in the source."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One sentence and where it stands."""

    sentence: Sentence
    block: Block
    line: int | None
    """In the source file, counted from 1; None where the parser hides it."""

    @property
    def text(self) -> str:
        """The sentence as a reader meets it, with single spaces."""
        return self.sentence.text


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A document with its measure; equal only to itself."""

    document: Document
    language: str
    """The primary subtag: ``en``."""

    measure: Measure
    blocks: tuple[Block, ...]
    spots: tuple[Spot, ...]
    """The sentences in order; none where the text could not be measured."""


def read_draft(document: Document, names: frozenset[str] = frozenset()) -> Draft:
    """Return the sentences of `document` with their lines. `names` are those that the glossary explains.

    The last two documents are kept, as each rule asks anew.
    """
    return _read(document, names)


@lru_cache(maxsize=2)
def _read(document: Document, names: frozenset[str]) -> Draft:
    blocks = tuple(block for block in prose(document) if not _is_foreign(block.element, document))
    measured = measure([block.text for block in blocks], document.locale.tag, names)
    language = measured.language.replace("_", "-").partition("-")[0].lower()
    return Draft(document, language, measured, blocks, tuple(_spots(document, blocks, measured.sentences_list)))


def _is_foreign(element: Element, document: Document) -> bool:
    """Tell whether a block says that it is in another language, as one does that is not translated yet."""
    marked = element
    if len(element) == 1 and element[0].tag == "span" and not f"{element.text or ''}{element[0].tail or ''}".strip():
        marked = element[0]
    language = marked.get("lang") or element.get("lang") or document.locale.tag
    return language.partition("-")[0].lower() != document.locale.tag.partition("-")[0].lower()


def draft_of(manuscript: Manuscript) -> Draft:
    """Return the draft of a manuscript."""
    return read_draft(manuscript.document, manuscript.names)


def _spots(document: Document, blocks: Sequence[Block], sentences: Sequence[Sentence]) -> Iterator[Spot]:
    source = document.article.body.split("\n")
    first = document.article.body_line + 1
    block, finder = -1, _Finder(source, first, None)
    for sentence in sentences:
        if sentence.block != block:
            block = sentence.block
            line = document.lines.get(blocks[block].element)
            finder = _Finder(source, first, line)
        yield Spot(sentence, blocks[block], finder.line_of(sentence.text))


class _Finder:
    """Walks through the Markdown of one block."""

    def __init__(self, source: Sequence[str], first: int, line: int | None) -> None:
        """The lines of `source` count from `first`; the block begins at `line`."""
        self._line = line
        self._words = _words_with_lines(source, first, len(source) + first if line is None else max(line, first))
        self._ahead: list[tuple[str, int]] = []

    def line_of(self, sentence: str) -> int | None:
        """Return the line where `sentence` begins, and go on behind it."""
        lines = [self._next(word) for word in _WORD.findall(sentence.casefold())]
        return next((line for line in lines if line is not None), self._line)

    def _next(self, word: str) -> int | None:
        """Return the line of `word`, the next one that is read; None if it does not stand near."""
        while len(self._ahead) < _AHEAD and (new := next(self._words, None)) is not None:
            self._ahead.append(new)
        for index, (other, line) in enumerate(self._ahead):
            if other == word:
                del self._ahead[: index + 1]
                return line
        return None


def _words_with_lines(source: Sequence[str], first: int, line: int) -> Iterator[tuple[str, int]]:
    """Yield the words from `line` on with their lines; a blank line may stand inside a block, as in a list."""
    for start in range(line - first, len(source), _AHEAD):
        number = first + start
        text = "\n".join(source[start : start + _AHEAD]).casefold()
        text = _NOT_READ.sub(lambda found: "\n" * found.group().count("\n"), text)
        for row in text.split("\n"):
            yield from ((word, number) for word in _WORD.findall(row))
            number += 1
