"""Sentences of one block of text, in any language.

`sentencex` (Wikimedia, MIT) proposes where sentences end, and we add the ends that it misses. Whatever stands before
and after then decides, with the abbreviations of the language, whether the sentence goes on there (`boundaries`).

Thai has no sign for the end of a sentence; what is done instead is an estimate, told in `thai`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex  # type: ignore[import-untyped]

from pipeline.readability.abbreviations import Abbreviations, abbreviations_of, word_set
from pipeline.readability.boundaries import CLOSERS, LEADERS, LONGEST_TRUSTED, Place, goes_on
from pipeline.readability.patterns import later
from pipeline.readability.plain import is_plain

__all__ = ["Abbreviations", "split_sentences", "word_set"]

# “ and « close where they stand right behind the mark: „Ja.“ and the Urdu ”ہاں۔“
_CLOSING = rf"[{re.escape(CLOSERS)}]*(?:(?<=[.!?…؟۔।।])[“«](?=\s|$))?"
_WIDE = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff9f"
_UNSPACED = "。！？｡።፧॥।۔։។៕။"
_CANDIDATE = later(
    rf"[.!?…؟⋯]{_CLOSING}(?: »)? +(?=[{re.escape(LEADERS)}–—-]*\w)"
    # Marks that need no space behind them. “ and « open there, and a mark behind a mark belongs to it.
    rf"|[{_UNSPACED}]{_CLOSING} *(?![{_UNSPACED}…]|$)"
    rf"|[…⋯!?]{_CLOSING}(?=[{_WIDE}])(?![{_UNSPACED}])"
    r"|(?<=[\u0e00-\u0e7f]) (?=[\u0e00-\u0e7f])"
    # A face or gesture says how the words before it were meant; other pictures may stand for a word.
    r"|(?:[\U0001f600-\U0001f64f\U0001f44b-\U0001f44f\U0001f642-\U0001f64f\U0001f970-\U0001f97a]\ufe0f?)+ +(?=\w)"
)
_PLAIN_CANDIDATE = re.compile(rf"[.!?…]{_CLOSING}(?: »)? +(?=[{re.escape(LEADERS)}–—-]*\w)")
"""What `_CANDIDATE` finds in plain text."""

_ENDING = re.compile(r"[.!?…:;]")
_ENDINGS = ".!?…:;" + CLOSERS
_BREAK = re.compile(r"[\n\r\f\u2029]")
_FILLED = re.compile(r"[^\W_]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKER = re.compile(r"(?:\d{1,4}(?:\.\d{1,4}){0,4}|[^\W\d_]|[ivxIVX]{1,5})\.")
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)|[\u2029\f]")
_WIDE_BREAK = later(rf"(?<=[{_WIDE}])[^\S\r\n]*[\r\n]+[^\S\r\n]*(?=[{_WIDE}])")
_SPACES = re.compile(r"\s{2,}|[^\S ]")
_SAFE_CUT = re.compile(rf"[.!?…]{_CLOSING} |[{_UNSPACED}]")
_BEHIND = re.compile(rf"{_CLOSING} *")
_LOOSE_QUOTE = re.compile(r" [\"”“'’‘„]$")

_CHUNK = 2_000
"""Characters handed to `sentencex` at once: its time is quadratic where quotation marks are opened and not closed."""

_LONGEST_MARKER = 30

_VIEW = 200
"""Characters before and after a place that decide about it."""


def split_sentences(text: str, language: str, abbreviations: Abbreviations | None = None) -> list[str]:
    """Return the sentences of one block in order; together they hold every sign of `text` that is not a space.

    `language` is a tag or locale name; `abbreviations` are those of the language unless others are given. A blank line
    ends a sentence. A line break does not: it becomes a space, or nothing between two Chinese or Japanese signs, and
    runs of spaces become one. Half a surrogate pair is replaced by U+FFFD. Nothing is raised for any text or language,
    and the time is linear in the length of `text`.
    """
    table = abbreviations_of(language) if abbreviations is None else abbreviations
    sentences: list[str] = []
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    for paragraph in _BLANK_LINE.split(text) if _BREAK.search(text) else (text,):
        line = _SPACES.sub(" ", paragraph if paragraph.isascii() else _WIDE_BREAK().sub("", paragraph)).strip()
        sentences += (sentence.strip() for sentence in _split_line(line, language, table))
    return sentences


def _split_line(text: str, language: str, table: Abbreviations) -> Iterator[str]:
    """Cut `text` wherever a sentence ends; no piece is without a letter or digit if `text` is not."""
    plain = is_plain(text)
    if plain and not _ENDING.search(text.rstrip(_ENDINGS)):
        if text:
            yield text
        return
    danda = text.count("।") + text.count("۔") > text.count(". ")
    start = checked = 0
    proposed = set(_proposed_ends(text, language))
    for end in _candidates(text, proposed, plain=plain):
        filled, checked = _FILLED.search(text, checked, end), end
        if not filled:
            continue
        if _surely_ends(text, start, end, table, proposed=end in proposed):
            yield text[start:end]
            start = end
            continue
        before = text[max(start, end - _VIEW) : end]
        place = Place(before, text[end : end + _VIEW], end in proposed, danda)
        if not (_is_marker(text, start, end) or goes_on(place, table)):
            yield text[start:end]
            start = end
    if start < len(text):
        yield text[start:]


def _is_marker(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence has only the number or letter of a list item so far: ``1.``, ``A.``."""
    return end - start < _LONGEST_MARKER and bool(_MARKER.fullmatch(text[start:end].strip()))


def _surely_ends(text: str, start: int, end: int, table: Abbreviations, *, proposed: bool) -> bool:
    """Tell whether a word that is no abbreviation, a stop, a space and a capital stand at `end`.

    `goes_on` says the same, with more trouble; most sentences end so.
    """
    if text[end - 2 : end] != ". " or not text[end].isupper():
        return False
    space = text.rfind(" ", start, end - 2)
    token = text[space + 1 : end - 2]
    known = len(token) > LONGEST_TRUSTED or (proposed and len(token) > 1 and text[space - 1] != ".")
    return known and space > 0 and token.isalpha() and token[-1].islower() and token.lower() not in table.words


def _candidates(text: str, proposed: set[int], *, plain: bool) -> list[int]:
    """Return all places where a sentence may end, in order, the end of `text` left out."""
    found = {match.end() for match in (_PLAIN_CANDIDATE if plain else _CANDIDATE()).finditer(text)}
    return sorted(end for end in proposed | found if end < len(text))


def _proposed_ends(text: str, language: str) -> Iterator[int]:
    """Ask `sentencex`, in chunks; the end of a chunk counts only if a stop stands there."""
    start = 0
    while start < len(text):
        cut = _SAFE_CUT.search(text, start + _CHUNK, start + 2 * _CHUNK)
        stop = cut.end() if cut else start + 2 * _CHUNK
        end = start
        for sentence in sentencex.segment(language, text[start:stop]):
            end += len(sentence)
            if end < stop or cut:
                yield _settle(text, end)
        start = stop


def _settle(text: str, end: int) -> int:
    """Return `end` behind the quotation marks that close the sentence, and before one that opens the next."""
    if text[end - 1] == " ":
        return end
    if _LOOSE_QUOTE.search(text[max(0, end - 2) : end]) and text[end : end + 1].isalnum():
        return end - 1
    if text[end - 1].isspace():
        return end
    behind = _BEHIND.match(text, end)
    return behind.end() if behind else end
