"""What one text says that a slip could make dangerous: amounts, telephone numbers, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.checks.safety.amount import Amount
from pipeline.checks.safety.amounts import amounts
from pipeline.checks.safety.languages import Language, language
from pipeline.checks.safety.lexicon import Found
from pipeline.checks.safety.numbers import HAS_NUMBER
from pipeline.checks.safety.text import normalise

_END = re.compile(r"[.!?؟۔।:;](?=[\s\"'»”)]|$)|[。！？!?；：]|\n")
_CACHED = 2048
_KEYS = (
    "strong",
    "paired",
    "nor",
    "yet",
    "until",
    "soft",
    "hints",
    "mild",
    "limits",
    "prohibit",
    "bounds",
    "caps",
    "restrict",
    "stops",
    "halts",
)
_ALSO = {
    ("ignore", "soft"): ("soft",),
    ("limits", "until"): ("limits", "until"),
    ("limits", ""): ("limits",),
    ("warnings", "stop"): ("limits", "halts"),
}


@dataclass(frozen=True, slots=True)
class Negations:
    """How often one sentence says *not*."""

    strong: int = 0
    """Words that turn a statement round: *not*, *never*, *without*."""

    soft: int = 0
    """Words that another language may use in the place of one: *only*, *stop*, *at most*."""

    hints: int = 0
    """Words that another language may say with *not*: *harmless*, *before*, *too*."""

    mild: int = 0
    """Phrases with *not* that another language may well say without: *so that it does not*."""

    limits: int = 0
    """Words such as *only* and *stop*, which another language has words for too."""

    prohibit: int = 0
    """Orders not to do something."""

    bounds: int = 0
    """Words such as *at least*, *at most* and *up to*."""

    caps: int = 0
    """Those among them that are clearly *at most*."""

    stops: int = 0
    """Words for *stop* in a source: its translation says so, or says *no longer*, but hardly both."""

    halts: int = 0
    """Words for *stop* that a reader is told."""

    yet: int = 0
    """Words for *not until* without a *not*: *erst*."""

    until: int = 0
    """Words for *until*."""

    restrict: int = 0
    """Words that make *only* of *not*: *ne … que*."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one text."""

    text: str
    """Normalised."""

    language: Language
    amounts: tuple[Amount, ...]
    found: tuple[Found, ...]
    keys: dict[str, frozenset[str]]
    """What the words in it mean, by family: ``{"units": {"hour"}}``."""

    def has(self, family: str) -> frozenset[str]:
        """Return the keys of `family` that the text has words for."""
        return self.keys.get(family, frozenset())

    @property
    def digits(self) -> str:
        """All its digits in one row."""
        return re.sub(r"\D", "", self.text)

    @property
    def emergency(self) -> bool:
        """True if it seems to tell to call somebody, or if the language has no words for that."""
        return not self.language.known or bool(self.has("warnings") & {"call", "dial", "emergency"})

    def sentences(self) -> list[int]:
        """Return where its sentences end."""
        ends = [found.end() for found in _END.finditer(self.text.rstrip())]
        return ends if ends and ends[-1] >= len(self.text.rstrip()) else [*ends, len(self.text)]


@lru_cache(maxsize=_CACHED)
def facts(text: str, code: str) -> Facts:
    """Return the facts of `text` in the language `code`."""
    known = language(code)
    normal = normalise(text, code)
    found = known.lexicon.find(normal)
    keys: dict[str, set[str]] = {}
    for piece in found:
        for family, key in piece.meanings:
            keys.setdefault(family, set()).add(key)
    listed: list[Amount] = amounts(normal, known, found) if found or HAS_NUMBER.search(normal) else []
    frozen = {family: frozenset(meant) for family, meant in keys.items()}
    return Facts(normal, known, tuple(listed), tuple(found), frozen)


def negations(of: Facts, *, whole: bool = False) -> list[Negations]:
    """Return how often each sentence says *not*; one entry for all of it if `whole`."""
    ends = [len(of.text)] if whole else of.sentences()
    counts = [dict.fromkeys(_KEYS, 0) for _ in ends]
    number = 0
    for piece in of.found:
        while piece.start >= ends[number] and number + 1 < len(ends):
            number += 1
        for family, key in piece.meanings:
            for name in _counted_as(family, key):
                counts[number][name] += 1
    apart = {"strong", "paired", "nor"}
    return [Negations(_strong(c), **{key: c[key] for key in _KEYS if key not in apart}) for c in counts]


def _strong(counts: Mapping[str, int]) -> int:
    """Add up the words for *not*; *nor* is none without another, as in *no … ni*, or in *ni … ni*."""
    strong = max(counts["strong"], counts["paired"])
    return strong + counts["nor"] if strong or counts["nor"] > 1 else 0


def _counted_as(family: str, key: str) -> tuple[str, ...]:
    """Return the numbers of `Negations` that a word counts in."""
    if family == "negation":
        return (key, "strong") if key == "prohibit" else (key,)
    if family == "bounds":
        return ("soft", "bounds", "caps") if key == "most" else ("hints", "bounds")
    return _ALSO.get((family, key), _ALSO.get((family, ""), ()))
