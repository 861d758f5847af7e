"""What can be compared between a text and its translation without knowing the language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Segment

# Scripts without spaces between words: each pair of letters is a token. Thai, Lao, Myanmar, Khmer, kana, ideographs.
_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_RUN = re.compile(f"[{_SPACELESS}]+")
_WORD = re.compile(rf"[^\W\d_{_SPACELESS}][^\W_{_SPACELESS}]*")
_DIGITS = re.compile(r"\d+")
_TARGET = re.compile(r"\]\(<?([^()\s>]+)>?[^()]*\)")
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_MARKUP = re.compile(r"[*`\\]|!?\[|\]")
_SUFFIX = re.compile(r"\.(?:md|html?|txt|xhtml)$")
_ENDS = {"?": "?", "？": "?", "؟": "?", ";": "?", ":": ":", "：": ":", "!": "!", "！": "!"}
_STOPS = frozenset(".。।۔．")
_CLOSING = " \"'”’»)]）」』"
_BRACKETS = "(（"
_STEM = 5
"""Letters of a word that are compared: endings change with grammar."""


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of one segment."""

    kind: str
    text: str
    """Without markup."""

    end: str
    """The kind of sign that it ends with: ``.``, ``?``, ``:``, ``!`` or none."""

    numbers: Counter[int]
    targets: frozenset[str]
    """Where its links and pictures lead, without folders and suffixes."""

    names: frozenset[str]
    """Words in Latin letters with more than one capital; in a text of another script, all words in Latin letters."""

    words: frozenset[str]
    """Beginnings of its words; pairs of letters where the script has no spaces."""

    brackets: int


def traits(segment: Segment) -> Traits:
    """Return the traits of `segment`."""
    return _traits(segment.text, segment.kind)


def joined(parts: Sequence[Segment]) -> Traits:
    """Return the traits of several segments as if they were one."""
    return _traits(" ".join(part.text for part in parts), parts[0].kind)


def _traits(markdown: str, kind: str) -> Traits:
    text = " ".join(_MARKUP.sub("", _TAG.sub(" ", _TARGET.sub("", markdown))).split())
    last = text.rstrip(_CLOSING)[-1:]
    plain = unicodedata.normalize("NFKC", text)
    words = _WORD.findall(plain)
    return Traits(
        kind=kind,
        text=text,
        end="." if last in _STOPS and last else _ENDS.get(last, ""),
        numbers=Counter(int(number) for number in _DIGITS.findall(plain) if len(number) < 10),  # noqa: PLR2004
        targets=frozenset(map(target_name, _TARGET.findall(markdown))),
        names=frozenset(word.lower() for word in words if word.isascii() and _is_name(word, text)),
        words=frozenset(_tokens(plain, words)),
        brackets=sum(map(text.count, _BRACKETS)),
    )


def _is_name(word: str, text: str) -> bool:
    """Tell abbreviations, and what a text in another script leaves in Latin letters."""
    latin = sum(char.isascii() for char in text) > len(text) / 2
    return len(word) > 1 and (word[1:] != word[1:].lower() or not latin)


def _tokens(plain: str, words: list[str]) -> list[str]:
    pairs = [run[start : start + 2] for run in _RUN.findall(plain) for start in range(max(1, len(run) - 1))]
    return [*(folded(word)[:_STEM] for word in words), *pairs]


def folded(word: str) -> str:
    """Return `word` in lower case and without accents."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in parts if not unicodedata.combining(char))


def target_name(address: str) -> str:
    """Return what stays of an address in every language: ``#artery`` of ``../de/list.html#artery``, or ``list``."""
    path, _, fragment = address.partition("#")
    return f"#{fragment}" if fragment else _SUFFIX.sub("", path.rstrip("/").rpartition("/")[2])
