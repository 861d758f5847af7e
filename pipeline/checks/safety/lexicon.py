"""Finding the words of a list in a text, in one pass: whole words, stems, endings, phrases; or pieces of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

Meaning = tuple[str, str]
"""A family of words and one of its keys: ``("units", "hour")``."""

_APART = (
    r"\s\d!-&(-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00af\u00b1-\u00b9\u00bb-\u00bf\u2010-\u2027\u2030-\u205e\u3000-\u3002"
    r"\u3008-\u301f\uff61-\uff65،؛؟۔।॥。、・×÷¡¿։՝፡-፨"
)
_WORD = re.compile(rf"[^{_APART}']+(?:'[^{_APART}']+)*|%")
_WORD_WITH_ELISION = re.compile(rf"[^{_APART}']+'?|%")
_GAP = re.compile(r"[\s.'\"·-]{0,3}")
_CACHED = 8192


class Found(NamedTuple):
    """A form of a list, found in a text."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


class _Form(NamedTuple):
    words: tuple[str, ...]
    """The words that follow the first."""

    meanings: tuple[Meaning, ...]
    open: bool = False
    """True if the second word may stand there in several forms."""


class Lexicon:
    """The forms of one language, and how to find them."""

    def __init__(
        self,
        forms: Mapping[str, tuple[Meaning, ...]],
        *,
        spaceless: bool = False,
        elision: bool = False,
        prefixes: tuple[str, ...] = (),
    ) -> None:
        """Take the normalised `forms`.

        `spaceless` finds them anywhere in the text; `elision` parts words at apostrophes; `prefixes` are short words
        that the language writes together with the next one.
        """
        self._forms = forms
        self.spaceless = spaceless
        self._words = _WORD_WITH_ELISION if elision else _WORD
        self._prefixes = prefixes
        self._exact: dict[str, list[_Form]] = {}
        self._starts: dict[str, list[_Form]] = {}
        self._ends: dict[str, list[_Form]] = {}
        self._pieces = _pieces(forms) if spaceless and forms else None
        if not spaceless:
            self._fill(forms)
        self._lengths = sorted({len(stem) for stem in self._starts}, reverse=True)
        self._tails = sorted({len(ending) for ending in self._ends}, reverse=True)
        self._candidates = lru_cache(maxsize=_CACHED)(self._look_up)

    def find(self, text: str) -> list[Found]:
        """Return the forms in normalised `text`, in order; where two overlap, the longer one that begins first."""
        if self._pieces is not None:
            return [Found(*piece.span(), self._forms[piece[0]]) for piece in self._pieces.finditer(text)]
        if not self._forms:
            return []
        return list(self._in_words(text))

    def _fill(self, forms: Mapping[str, tuple[Meaning, ...]]) -> None:
        for form, meanings in forms.items():
            first, *rest = self._split(form)
            table = self._exact
            if first.endswith("*"):
                first, table = first[:-1], self._starts
            elif first.startswith("*"):
                first, table = first[1:], self._ends
            several = bool(rest) and ("*" in rest[0] or bool(self._prefixes))
            table.setdefault(first, []).append(_Form(tuple(rest), meanings, several))

    def _split(self, form: str) -> list[str]:
        """Part a form as a text is parted, and keep its stars."""
        marked = form.replace("*", "\ue000")
        return [word.replace("\ue000", "*") for word in self._words.findall(marked)]

    def _look_up(self, word: str) -> tuple[_Form, ...]:
        """Return the forms that may begin with `word`, phrases first, then whole words, then long stems."""
        found = [*self._exact.get(word, ())]
        for length in self._lengths:
            if length <= len(word):
                found += self._starts.get(word[:length], ())
        for length in self._tails:
            if length < len(word):
                found += self._ends.get(word[-length:], ())
        if not found:
            found = [
                form for prefix in self._prefixes if word.startswith(prefix) for form in self._without(word, prefix)
            ]
        phrases = sorted((form for form in found if form.words), key=lambda form: -len(form.words))
        alone = [form.meanings for form in found if not form.words]
        if not alone:
            return tuple(phrases)
        masked = any(family == "ignore" for family, _ in alone[0])
        merged = alone[0] if masked else tuple(dict.fromkeys(meaning for meanings in alone for meaning in meanings))
        return (*phrases, _Form((), merged))

    def _without(self, word: str, prefix: str) -> tuple[_Form, ...]:
        rest = word[len(prefix) :]
        return self._look_up(rest) if len(rest) > 1 else ()

    def _in_words(self, text: str) -> Iterator[Found]:
        words = list(self._words.finditer(text))
        candidates = self._candidates
        skip = 0
        for number, word in enumerate(words):
            forms = candidates(word[0])
            if not forms or skip > number:
                continue
            for form in forms:
                if not form.words:
                    yield Found(*word.span(), form.meanings)
                    break
                last = number + len(form.words)
                if last >= len(words) or not (form.open or words[number + 1][0] == form.words[0]):
                    continue
                if self._follows(text, words[number : last + 1], form.words):
                    yield Found(word.start(), words[last].end(), form.meanings)
                    skip = last + 1
                    break

    def _follows(self, text: str, words: list[re.Match[str]], phrase: tuple[str, ...]) -> bool:
        end = words[0].end()
        for wanted, word in zip(phrase, words[1:], strict=True):
            if word[0] != wanted and not self._fits(word[0], wanted):
                return False
            if word.start() - end != 1 and not _GAP.fullmatch(text, end, word.start()):
                return False
            end = word.end()
        return True

    def _fits(self, word: str, wanted: str) -> bool:
        if wanted == "*":
            return True
        if wanted.endswith("*"):
            return word.startswith(wanted[:-1])
        return any(word == prefix + wanted for prefix in self._prefixes)


def _pieces(forms: Mapping[str, tuple[Meaning, ...]]) -> re.Pattern[str]:
    ordered = sorted(forms, key=len, reverse=True)
    # `1日` is one day, but not in `11日`.
    return re.compile(
        "|".join(f"(?<!\\d){re.escape(form)}" if form[0].isdigit() else re.escape(form) for form in ordered)
    )
