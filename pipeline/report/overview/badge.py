"""A badge for each language: its name, and how much of it is ready."""

from __future__ import annotations

import math
import unicodedata
from html import escape

from pipeline.locale import Locale, format_share

_SIZE = 11
"""Pixels of the letters; they are those of Verdana and DejaVu Sans, which are as wide as each other."""

_NARROW, _WIDE_LATIN = frozenset("fijltrI.,:;!|'()[] "), frozenset("mwMW@%‰")
_WIDTHS = {"narrow": 0.36, "letter": 0.62, "capital": 0.70, "broad": 0.96, "full": 1.0, "joined": 0.44}
"""Widths of kinds of letters, as shares of their size: measured on DejaVu Sans and Noto Sans CJK."""

_JOINED = ("\u0600", "\u0dff")
"""From Arabic to Sinhala: letters that join, or share a space."""

_PADDING, _HEIGHT = 6, 20
_COLORS = ((1.0, "#0b5d3a"), (0.8, "#0b474f"), (0.5, "#7a5200"), (0.0, "#96150f"))
"""From which share on; white letters have a contrast of at least 6:1 on each."""


def badge(locale: Locale, share: float) -> str:
    """Return the picture as SVG. Its texts are set to the width that their boxes have, whatever the fonts are."""
    name, told = locale.autonym, format_share(share, locale)
    left, right = (text_width(text) + 2 * _PADDING for text in (name, told))
    color = next(color for least, color in _COLORS if share >= least)
    title = escape(f"{name} {told}")
    boxes = (
        f'<rect width="{left + right}" height="{_HEIGHT}" rx="3" fill="#35464a"/>'
        f'<path d="M{left} 0h{right - 3}a3 3 0 0 1 3 3v{_HEIGHT - 6}a3 3 0 0 1-3 3h-{right - 3}z" fill="{color}"/>'
    )
    texts = _text(name, left / 2, left) + _text(told, left + right / 2, right)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" role="img" '
        f'aria-label="{title}" xml:lang="{locale.tag}"><title>{title}</title>{boxes}'
        f'<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="{_SIZE}">'
        f"{texts}</g></svg>\n"
    )


def _text(text: str, middle: float, box: int) -> str:
    width = box - 2 * _PADDING
    return f'<text x="{middle:g}" y="14" textLength="{width}" lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'


def text_width(text: str) -> int:
    """Return about how many pixels `text` is wide."""
    return math.ceil(_SIZE * sum(map(_width, text)))


def _width(char: str) -> float:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return _WIDTHS["full"]
    if char in _NARROW or char.isspace() or unicodedata.category(char) == "Mc":
        return _WIDTHS["narrow"]
    if _JOINED[0] <= char <= _JOINED[1]:
        return _WIDTHS["joined"]
    if char in _WIDE_LATIN:
        return _WIDTHS["broad"]
    return _WIDTHS["capital" if char.isupper() else "letter"]
