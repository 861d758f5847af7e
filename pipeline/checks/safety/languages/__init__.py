"""What the safety rules know of each language: one TOML file per language, read when it is first asked for.

Each table is a family of words, each key what the words mean, each value its forms with commas between them. A form
may be several words; ``*`` at its end stands for any ending, at its beginning for any beginning. The lists are our own
work, written from knowledge of the languages. A language without a file gets the rules for numbers only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline.checks.safety.lexicon import Lexicon, Meaning
from pipeline.checks.safety.text import normalise

_FOLDER = Path(__file__).parent
_OWN = frozenset({"negation", "ignore"})
"""Families whose phrases say for themselves whether they turn a statement round."""

_WARNINGS = frozenset({"limits", "warnings"})
_SAME = {"no": "nb", "iw": "he", "in": "id", "fil": "tl", "cmn": "zh", "yue": "zh"}


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language."""

    code: str
    lexicon: Lexicon
    decimal: str = ""
    """The decimal sign; empty where both are in use."""

    spaced: bool = False
    """True where a plain space may group digits."""

    reliable: bool = False
    """True where the words for *not* can be counted well enough to keep a message unpublished."""

    known: bool = True
    """False for a language without a file."""

    families: frozenset[str] = frozenset()
    """The tables and keys that the file has: ``warnings.emergency``."""

    ranges: frozenset[str] = frozenset()
    """What may stand between the ends of a range, besides dashes: *to*."""

    between: tuple[str, ...] = ()
    """What may stand before the ends of a range, in place of words between them; only sources need it."""

    plus: frozenset[str] = frozenset()
    """What may stand between a number and its half: *and a*."""

    ratios: frozenset[str] = frozenset()
    """What may stand between the numbers of *one in ten*; only sources need it."""

    shares: frozenset[str] = frozenset()
    """What may stand between two numbers that have one unit: *or*."""


@lru_cache(maxsize=64)
def language_code(tag: str) -> str:
    """Return the first part of a language tag, in the form that names the files: ``zh`` for ``zh-Hans``."""
    code = tag.replace("_", "-").split("-")[0].lower()
    return _SAME.get(code, code)


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """Return what is known of the language `code`: two or three letters."""
    path = _FOLDER / f"{code}.toml"
    if not (code.isalpha() and code.isascii() and path.is_file()):
        return Language(code, Lexicon({}), known=False)
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    words = _words(data, code)
    shape = ("spaceless", "elision")
    prefixes = tuple(normalise(prefix, code) for prefix in data.get("prefixes", "").split())
    lexicon = Lexicon(words, prefixes=prefixes, **{name: bool(data.get(name)) for name in shape})
    families = frozenset(
        f"{family}.{key}" for family, table in data.items() if isinstance(table, dict) for key in table
    )
    return Language(
        code,
        lexicon,
        data.get("decimal", ""),
        spaced=bool(data.get("spaced")),
        reliable=bool(data.get("reliable")),
        families=families,
        ranges=_joints(data, "range", code),
        between=tuple(f"{word} " for word in sorted(_joints(data, "between", code))),
        ratios=_joints(data, "ratio", code),
        shares=_joints(data, "share", code),
        plus=_joints(data, "plus", code),
    )


def codes() -> tuple[str, ...]:
    """Return the languages that have a file."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def _words(data: Mapping[str, Any], code: str) -> dict[str, tuple[Meaning, ...]]:
    """Return all forms of a file, each with what it may mean."""
    words: dict[str, tuple[Meaning, ...]] = {}
    for family, table in data.items():
        for key, forms in table.items() if isinstance(table, dict) else ():
            for form in forms.split(","):
                normal = " ".join(normalise(form, code).split())
                words[normal] = (*words.get(normal, ()), (family, key))
    _inherit(words, spaceless=bool(data.get("spaceless")))
    return words


def _inherit(words: dict[str, tuple[Meaning, ...]], *, spaceless: bool) -> None:
    """Let phrases mean *not* where a word in them does, and, without spaces, warn where a piece of them does."""
    denials = {form for form, meanings in words.items() if ("negation", "strong") in meanings}
    warnings = {form: meanings for form, meanings in words.items() if spaceless and _families(meanings) & _WARNINGS}
    for form, meanings in words.items():
        own = _families(meanings) & _OWN and ("bounds", "most") not in meanings
        if not own and _denies(form, denials, spaceless=spaceless):
            words[form] = (*meanings, ("negation", "strong"))
    for form, meanings in words.items():
        if ("ignore", "positive") not in meanings:
            pieces = [piece for piece in warnings if piece in form and piece != form]
            words[form] += tuple(meaning for piece in pieces for meaning in warnings[piece] if meaning[0] in _WARNINGS)


def _families(meanings: tuple[Meaning, ...]) -> set[str]:
    return {family for family, _ in meanings}


def _denies(form: str, denials: set[str], *, spaceless: bool) -> bool:
    """Tell whether a form such as *not more than* says *not*."""
    pieces = denials if spaceless else set(form.split())
    return form not in denials and any(piece in denials and piece in form for piece in pieces)


def _joints(data: Mapping[str, Any], key: str, code: str) -> frozenset[str]:
    """Return the words of the table ``connect`` under `key`."""
    forms = data.get("connect", {}).get(key, "").split(",")
    return frozenset(normalise(form.strip(), code) for form in forms if form.strip())


@lru_cache(maxsize=1)
def emergency_numbers() -> Mapping[str, frozenset[str]]:
    """Return the short telephone numbers for help, by territory and, under small letters, by language."""
    data = tomllib.loads((_FOLDER / "emergency" / "numbers.toml").read_text(encoding="utf-8"))
    territories = {code: frozenset(map(str, numbers.split())) for code, numbers in data["territories"].items()}
    spoken = {
        code: frozenset().union(*(territories[place] for place in places.split()))
        for code, places in data["languages"].items()
    }
    return MappingProxyType(territories | spoken)
