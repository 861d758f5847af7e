"""Whether a term stands in a text: in any case and number in the source, in any of its forms in the translation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from pipeline.checks.writing.scripts import LETTERS

_ACRONYM = re.compile(r"[^\W\d_a-z]*[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]{2}[\w-]*")
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(
    "[" + "".join(LETTERS[script] for script in ("Hani", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt")) + "]"
)
_ARABIC = re.compile(f"[{LETTERS['Arab']}]")
_ARABIC_VARIANTS = str.maketrans("أإآٱىؤئیکة", "ااااييييكه", "ـء")
_ARABIC_WEAK = str.maketrans("", "", "اويه")
_ARABIC_PREFIX = re.compile(r"^[وف]?(?:[بكل]?ال|لل|[بكل](?=\w{4}))?(?=\w{2})")
_ROOT = 3
_STEM = 4
_STEM_SHARE = 0.6


def is_acronym(word: str) -> bool:
    """Return whether `word` is written in capitals, as in ``MRI``."""
    return _ACRONYM.fullmatch(word) is not None


def source_pattern(term: str) -> str:
    """Return a pattern for `term` in a source text, in the singular or plural."""
    if is_acronym(term):
        return rf"(?<![\w-]){re.escape(term)}s?(?!\w)"
    *first, last = re.split(r"[\s-]+", term)
    body = r"[\s-]+".join([*map(re.escape, first), _inflected(last)])
    return rf"(?<!\w)(?i:{body})(?!\w)"


def _inflected(word: str) -> str:
    for end, ends in (("is", "(?:is|es)"), ("ies", "(?:ies|y)"), ("ss", "ss(?:es)?"), ("y", "(?:y|ies)")):
        if word.endswith(end):
            return re.escape(word[: -len(end)]) + ends
    return re.escape(word.removesuffix("s")) + "(?:e?s)?"


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return `text` without case, accents and vowel marks, and with one letter for each variant of an Arabic one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    if not plain.isascii():
        plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Mn").translate(_ARABIC_VARIANTS)
    return plain


def holds(text: str, form: str) -> bool:
    """Return whether `form` stands in `text`, inflected, with an article or as part of a compound.

    It errs on the side of yes: words count as the same if their stems are, whatever stands around them.
    """
    if is_acronym(form):
        return re.search(rf"(?<![A-Za-z]){re.escape(form)}(?![A-Za-z])", text) is not None
    folded, wanted = fold(text), fold(form)
    if wanted in folded:
        return True
    if _UNSPACED.search(form):
        return False
    if _ARABIC.search(form):
        roots = list(_roots(folded))
        return all(any(root in other for other in roots) for root in _roots(wanted))
    stems = [word[: max(_STEM, round(_STEM_SHARE * len(word)))] for word in _WORD.findall(wanted) if len(word) >= _STEM]
    return bool(stems) and all(stem in folded for stem in stems)


def _roots(text: str) -> Iterator[str]:
    """Yield the consonants of each Arabic word, which stay in its plural; particles and short words left out."""
    for word in _WORD.findall(text):
        bare = _ARABIC_PREFIX.sub("", word)
        root = bare.translate(_ARABIC_WEAK)
        if len(bare) >= _ROOT:
            yield root if len(root) >= _ROOT else bare
