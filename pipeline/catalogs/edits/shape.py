"""A message taken apart into words, punctuation, emphasis and links, so that two versions of it can be compared.

This is no Markdown parser. What it does not know for sure counts as a word, and a word that differs is never a
cosmetic difference: at worst a translator looks at a translation once more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

_TOKEN = re.compile(
    r"""
    (?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
    |(?P<tag><[^<>\s][^<>]*>)
    |(?P<close>\]\(\s*(?P<dest><[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?P<title>\s+(?:"[^"]*"|'[^']*'))?\s*\))
    |(?P<reference>\]\[(?P<label>[^\[\]\n]*)\])
    |(?P<note>\[\^[^\]\s]+\])
    |(?P<attributes>\{[^{}]*\})
    |(?P<entity>&\#?\w+;)
    |(?P<escape>\\[^\w\s])
    |(?P<open>!?\[)
    |(?P<shut>\])
    |(?P<break>[ ]*\n)
    |(?P<space>\s+)
    |(?P<emphasis>\*+|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_]))
    |(?P<word>[^\W_]+(?:['’ʼ][^\W_]+)*)
    |(?P<dots>\.\.\.)
    |(?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGNS = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›′", "'"),
    **dict.fromkeys("—―‒", "–"),
    **dict.fromkeys("‐‑", "-"),
    **dict(zip("。，、；：！？（）", ".,,;:!?()", strict=True)),
    **dict(zip("۔،؛؟।", ".,;?.", strict=True)),
    "...": "…",
}
_PUNCTUATION = frozenset(".,;:!?…\"'-–()") | frozenset(_SIGNS)
_OUTER = {"ticks": "code", "dest": "close", "title": "close", "label": "reference"}
"""Groups that `re` names in the place of those around them."""

_CACHED = 4096


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture; places are offsets in the text."""

    first: int
    """How many words stand before its text."""

    last: int
    """How many words stand before its end."""

    picture: bool
    address: str
    """Or the label of a reference."""

    opening: tuple[int, int]
    """Where its ``[`` stands."""

    closing: tuple[int, int]
    """Where its ``](address)`` stands."""

    place: tuple[int, int]
    """Where its address stands."""

    @property
    def span(self) -> tuple[int, int, bool]:
        """What it is around, and whether it is a picture: with this, two versions of a link are recognized."""
        return self.first, self.last, self.picture


@dataclass(slots=True)
class Shape:
    """A message, taken apart."""

    words: list[str] = field(default_factory=list)
    """Words, and everything that is neither a word nor one of the following, as it is written."""

    signs: list[tuple[int, str]] = field(default_factory=list)
    """Punctuation in one spelling (``“`` is ``"``), with the number of words before it."""

    emphasis: list[tuple[int, str, int, int]] = field(default_factory=list)
    """Runs of ``*`` (``_`` is the same), each with the number of words before it, and its place in the text."""

    links: list[Link] = field(default_factory=list)
    plain: str = ""
    """The text that a reader sees, as far as can be told."""

    odd: bool = False
    """True if brackets are left over: a reference, or a mistake."""


@lru_cache(maxsize=_CACHED)
def read_shape(text: str) -> Shape:
    """Return `text` taken apart; the result is shared, so nobody may change it."""
    shape = Shape()
    open_links: list[tuple[int, re.Match[str]]] = []
    plain: list[str] = []
    for token in _TOKEN.finditer(text):
        kind = _OUTER.get(token.lastgroup or "", token.lastgroup)
        if kind == "open":
            open_links.append((len(shape.words), token))
        elif kind in {"close", "reference"} and open_links:
            _close(shape, *open_links.pop(), token)
        elif kind in {"close", "reference", "shut"}:
            shape.odd = True
        else:
            plain.append(_take(shape, kind or "", token))
    shape.odd = shape.odd or bool(open_links)
    shape.plain = "".join(plain)
    return shape


def _close(shape: Shape, first: int, opening: re.Match[str], closing: re.Match[str]) -> None:
    if closing["title"]:
        shape.words.append(closing["title"].strip())
    picture = opening[0].startswith("!")
    group = "label" if closing["reference"] else "dest"
    address = closing[group].strip("<>")
    where = (opening.span(), closing.span(), closing.span(group))
    shape.links.append(Link(first, len(shape.words), picture, address, *where))


def _take(shape: Shape, kind: str, token: re.Match[str]) -> str:
    """Put a token where it belongs; return what a reader sees of it."""
    text = token[0]
    if kind == "space":
        return " "
    if kind == "emphasis":
        shape.emphasis.append((len(shape.words), "*" * len(text), *token.span()))
        return ""
    if kind in {"sign", "dots"} and text in _PUNCTUATION and not _in_number(token):
        shape.signs.append((len(shape.words), _SIGNS.get(text, text)))
        return text
    shape.words.append(" ".join(text.split(" ")).strip(" ") if kind == "break" else text)
    return " " if kind in {"break", "tag", "note", "attributes"} else text


def _in_number(token: re.Match[str]) -> bool:
    """Tell whether a sign may be part of a number: a minus, a decimal point, the dash of a range."""
    before, after = token.string[: token.start()], token.string[token.end() :]
    return after[:1].isdigit() or (before[-1:].isdigit() and after.lstrip()[:1].isdigit())
