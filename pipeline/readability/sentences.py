"""Sentences of one block of text.

`sentencex` (Wikimedia, MIT) proposes where sentences end, and we add the ends that it misses. Whatever stands
before and after then decides, with the abbreviations of the language, whether the sentence goes on there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex  # type: ignore[import-untyped]

_OPENERS = "([{«“‘\"'„‚¿¡"
_CLOSERS = ")]}»”’\"'"
_CANDIDATE = re.compile(rf"(?:[.…]|[.!?…][»”’\"']*[)\]])[{re.escape(_CLOSERS)}]* (?=[{re.escape(_OPENERS)}]*\w)")
_MARKER = re.compile(r"(?:\d{1,4}(?:\.\d{1,4}){0,4}|[^\W\d_]|[ivxIVX]{1,5})\.")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_FIRST_SIGN = re.compile(rf"[{re.escape(_OPENERS)}\s,;:–—-]*(.)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SAFE_CUT = re.compile(r"[.!?…][»”’\"')\]]* |[。！？।]")

_CHUNK = 2_000
"""Characters handed to `sentencex` at once: its time is quadratic where quotation marks are opened and not closed."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a table that is written with spaces between them."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The words of a language that a full stop may follow inside a sentence: lower case, without the last stop."""

    never_end: frozenset[str] = frozenset()
    """They stand before something, always: ``dr``, ``e.g``."""

    not_before_number: frozenset[str] = frozenset()
    """They belong to the number behind them: ``no``, ``fig``."""

    end_before_capital: frozenset[str] = frozenset()
    """They end a sentence if a capital follows, but not a name from `calendar`: ``etc``, ``p.m``."""

    end_before_starter: frozenset[str] = frozenset()
    """They often stand before a name, and end a sentence only before a word of `starters`: ``u.s``, ``inc``."""

    starters: frozenset[str] = frozenset()
    """Words that begin many sentences and no names: ``the``, ``she``."""

    calendar: frozenset[str] = frozenset()
    """Days and months, where they are written with a capital."""

    lettered: frozenset[str] = frozenset()
    """Nouns that take a letter, which then is no initial: ``vitamin`` C."""

    def known(self, token: str) -> bool:
        """Tell whether `token` may or may not end a sentence, depending on what follows."""
        return token in self.not_before_number or token in self.end_before_capital or token in self.end_before_starter


def split_sentences(text: str, language: str, abbreviations: Abbreviations) -> list[str]:
    """Return the sentences of one block in order; together they hold every sign of `text` that is not a space.

    Line breaks and runs of spaces become one space. The time is linear in the length of `text`.
    """
    text = " ".join(text.split())
    sentences: list[str] = []
    parts: list[str] = []
    for piece in _pieces(text, language, abbreviations):
        if parts and not (_is_marker(parts) or _goes_on(parts[-1], piece, abbreviations)):
            sentences.append("".join(parts).strip())
            parts = []
        parts.append(piece)
    return [*sentences, "".join(parts).strip()] if parts else []


def _is_marker(parts: list[str]) -> bool:
    """Tell whether the sentence has only the number or letter of a list item so far: ``1.``, ``A.``."""
    return len(parts) == 1 and bool(_MARKER.fullmatch(parts[0].strip()))


def _pieces(text: str, language: str, abbreviations: Abbreviations) -> Iterator[str]:
    """Cut `text` wherever a sentence may end; only the last piece may be without a letter or digit."""
    start = checked = 0
    ends = {*_proposed_ends(text, language), *_missed_ends(text, abbreviations)}
    for end in sorted(ends):
        if any(map(str.isalnum, text[checked:end])):
            yield text[start:end]
            start = end
        checked = end
    if start < len(text):
        yield text[start:]


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
                yield end
        start = stop


def _missed_ends(text: str, abbreviations: Abbreviations) -> Iterator[int]:
    """Add ends that `sentencex` does not see: after an ellipsis, a bracket, an abbreviation, a single letter."""
    for found in _CANDIDATE.finditer(text):
        body = found.group().rstrip()
        token = _last_token(text[text.rfind(" ", 0, found.start()) + 1 : found.end()])
        if (
            body[-1] in ")]"
            or body[0] == "…"
            or text.startswith("..", found.start() - 1)
            or abbreviations.known(token.lower())
            or (len(token) == 1 and token.isupper())
        ):
            yield found.end()


def _last_token(text: str) -> str:
    """Return the last word of `text` without brackets, quotation marks and final stops."""
    bare = text.rstrip().rstrip(_CLOSERS)
    return bare[bare.rfind(" ") + 1 :].lstrip(_OPENERS).rstrip(".")


def _goes_on(before: str, after: str, abbreviations: Abbreviations) -> bool:
    """Tell whether the sentence that `before` belongs to goes on with `after`."""
    if not any(map(str.isalnum, after)):
        return True
    bare = before.rstrip().rstrip(_CLOSERS)
    first = _FIRST_SIGN.match(after)
    in_lower_case = bool(first and first[1].islower())
    if bare.endswith(("…", "..")):
        return in_lower_case
    if not bare.endswith("."):
        # “Really?” he said: the quotation ended, the sentence did not.
        return in_lower_case and bare != before.rstrip()
    return _abbreviated(before, after, abbreviations, in_lower_case=in_lower_case)


def _abbreviated(before: str, after: str, abbreviations: Abbreviations, *, in_lower_case: bool) -> bool:
    """Tell whether the stop at the end of `before` belongs to an abbreviation inside a sentence."""
    token = _last_token(before)
    key = token.lower()
    word = _FIRST_WORD.search(after)
    next_word = word.group().lower() if word else ""
    if key in abbreviations.never_end:
        return True
    if key in abbreviations.not_before_number:
        return in_lower_case or after[0].isdigit()
    if key in abbreviations.end_before_capital:
        return in_lower_case or next_word in abbreviations.calendar
    named = key in abbreviations.end_before_starter or _INITIALS.fullmatch(token)
    if named or (len(token) == 1 and token.isalpha() and not _stands_alone(token, before, abbreviations)):
        return in_lower_case or next_word not in abbreviations.starters
    return False


def _stands_alone(letter: str, before: str, abbreviations: Abbreviations) -> bool:
    """Tell whether `letter` at the end of `before` is a word (I) or belongs to the noun before it (vitamin C)."""
    return letter == "I" or _last_token(before.rstrip()[: -len(letter) - 1]).lower() in abbreviations.lettered
