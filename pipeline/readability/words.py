"""Words: what is counted as one, in any language.

ICU cuts (UAX #29, with dictionaries for Chinese, Japanese, Thai, Lao, Khmer and Burmese). The conventions on top are
those of Flesch (1979, How to write plain English, chapter 2): contractions, hyphenated words, abbreviations and figures
are one word each. So `don't`, `l'eau`, `over-the-counter`, `e.g.`, `2.5`, `1,000`, `10:30`, `5mg`, `B12` and `COVID-19`
are one word, and so is an address. A slash or a dash parts words (`and/or` are two), `10-15` are two figures, and a
sign that stands alone (`&`, `+`, `%`) is none. In Chinese and Thai some pieces are put together again (`spaceless`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

from icu4py.breakers import WordBreaker
from icu4py.locale import Locale

from pipeline.readability.patterns import later
from pipeline.readability.plain import is_plain
from pipeline.readability.spaceless import merger_of, word_count

__all__ = ["count_letters", "split_words", "word_count"]

_HYPHENS = frozenset("-‐‑")
_SMALL_FIGURES = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉½⅓⅔¼¾⅛")
"""They belong to the letter or digit beside them: CO₂, m², 1½."""

_ADDRESS = later(
    r"((?:https?://|www\.)[^\s<>「」（），。、\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]*[^\s<>「」（），。、.,;:!?)\]}'\"»”’]"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
)
_PLAIN_WORD = re.compile(
    r"[^\W_]+(?:"
    r"(?:(?<=[^\W\d_])['’‘.](?=[^\W\d_])|(?<=\d)['’‘.,;:](?=\d)"  # UAX #29; and 10:30
    r"|(?<=[^\W\d_])-|(?<=\d)-(?=[^\W\d_]))"  # over-the-counter, COVID-19; 10-15 are two
    r"[^\W_]+)*"
)
"""What ICU and `_joins` make of plain text; a colon between letters is left to them, as languages differ about it."""

_COLON = re.compile(r"(?<=[^\W\d_]):[^\W\d_]")
_SPACELESS = later("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SURROGATE = re.compile("[\ud800-\udfff]")

_LONGEST = 200
"""Signs of a joined word; without a limit the time for one endless `a-a-a-a` would grow with its square."""

_CHUNK = 100_000
"""Characters handed to ICU at once, so that a line of any length needs little memory besides its words."""


def split_words(text: str, language: str = "") -> list[str]:
    """Return the words of `text` in order, without the punctuation around them.

    `language` is a tag or locale name; it matters for Chinese and Thai, and for a few rules of ICU. Half a surrogate
    pair counts as a sign that is no word. Nothing is raised for any text, and the time is linear in its length.
    """
    code = language.replace("_", "-").partition("-")[0].lower()
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    if len(text) <= _CHUNK:
        return _words_of(text, code)
    known: dict[str, str] = {}  # one copy of each word, or a line without end would need ten times its size
    return [known.setdefault(word, word) for chunk in _chunks(text) for word in _words_of(chunk, code)]


def count_letters(words: list[str]) -> int:
    """Return the number of letters in `words`; digits, signs and combining marks are none."""
    return sum(map(str.isalpha, "".join(words)))


def _chunks(text: str) -> Iterator[str]:
    """Cut a long text at a space, or where there is none for long, anywhere."""
    start = 0
    while len(text) - start > _CHUNK:
        cut = text.rfind(" ", start + _CHUNK // 2, start + _CHUNK)
        stop = cut if cut > 0 else start + _CHUNK
        yield text[start:stop]
        start = stop
    yield text[start:]


def _words_of(text: str, code: str) -> list[str]:
    """Return the words of a text; an address is one."""
    if "://" not in text and "www." not in text and "@" not in text:
        return _words_between(text, code)
    parts = ([part] if index % 2 else _words_between(part, code) for index, part in enumerate(_ADDRESS().split(text)))
    return list(chain.from_iterable(parts))


def _words_between(text: str, code: str) -> list[str]:
    """Return the words of a text without addresses; plain text is so frequent that it has a way of its own."""
    merges = merger_of(code)
    if merges is None and is_plain(text) and not (":" in text and _COLON.search(text)):
        words: list[str] = _PLAIN_WORD.findall(text)
        if len(text) < _LONGEST or max(map(len, words), default=0) < _LONGEST:
            return words
    return _joined_pieces(text, code, merges)


def _joined_pieces(text: str, code: str, merges: Callable[[str, str], bool] | None) -> list[str]:
    """Join the pieces of ICU to words."""
    words: list[str] = []
    last = ""
    glue: str | None = None  # what stands between the last word and the next piece, if it may join them
    for piece in WordBreaker(text.replace("_", " "), _locale(code)):
        if not (piece[0].isalnum() or any(map(str.isalnum, piece))):
            glue = piece if glue == "" else None
            continue
        one = glue is not None and (_joins(last, glue, piece) or bool(merges and not glue and merges(last, piece)))
        if glue is not None and one and len(words[-1]) < _LONGEST:
            words[-1] += glue + piece
        else:
            words.append(piece)
        last, glue = piece, ""
    return words


def _joins(last: str, glue: str, piece: str) -> bool:
    """Tell whether `last` and `piece` are one word, with `glue` between them."""
    before, after = last[-1], piece[0]
    if not glue:
        return before in _SMALL_FIGURES or after in _SMALL_FIGURES
    figures = before.isdecimal() and after.isdecimal()
    if glue in _HYPHENS:
        return not figures and not _SPACELESS().match(before) and not _SPACELESS().match(after)
    return figures and glue == ":"


@lru_cache(maxsize=64)
def _locale(code: str) -> Locale:
    """Return what ICU needs to know; a breaker itself holds its text and cannot be used again."""
    return Locale(code)
