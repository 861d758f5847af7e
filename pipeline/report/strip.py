"""A strip of bars, one for each sentence: the higher, the harder. Inline SVG; its words stand beside it in HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from pipeline.checks.sentence_levels import SentenceLevel
from pipeline.readability.bands import LEVELS
from pipeline.readability.level import CUTS

_BAR, _GAP = 18, 4
_STEP = 18
"""Pixels of one step of the level."""

_LOWEST, _HIGHEST = 1.0, 6.0
"""Ends of the scale; a level may lie a little beyond."""

_SHORTEST_BAR = 3
_HEIGHT = _STEP * (_HIGHEST - _LOWEST) + _SHORTEST_BAR

PATTERNS = Markup(
    '<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    '<pattern id="level-1" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<rect class="ground" width="6" height="6"/><path class="ink" d="M0 6 6 0M-1 1 1-1M5 7 7 5"/></pattern>'
    '<pattern id="level-2" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<rect class="ground" width="6" height="6"/><path class="ink" d="M0 0 6 6M0 6 6 0"/></pattern>'
    "</defs></svg>"
)
"""What the bars of the two levels in the middle are filled with; once on a page."""


def strip(levels: Sequence[SentenceLevel]) -> Markup:
    """Return the strip of some sentences; the lines across are where the levels plain, fairly plain and hard end."""
    width = len(levels) * (_BAR + _GAP) + _GAP
    lines = "".join(f'<path class="cut" d="M0 {_top(cut):g}H{width}"/>' for cut in CUTS)
    bars = "".join(_bar(number, each) for number, each in enumerate(levels))
    return Markup(  # noqa: S704 - numbers, and words of ours
        f'<svg class="strip" role="img" aria-label="{described(levels)}" viewBox="0 0 {width} {_HEIGHT:g}" '
        f'width="{width}" height="{_HEIGHT:g}">{lines}{bars}</svg>'
    )


def described(levels: Sequence[SentenceLevel]) -> str:
    """Return what a strip shows, in words."""
    counts = Counter(each.level for each in levels)
    told = ", ".join(f"{counts[level]} {level}" for level in LEVELS if counts[level])
    hardest = max(range(len(levels)), key=lambda index: levels[index].score)
    of_many = f"; the hardest is number {hardest + 1}" if len(levels) > 1 else ""
    return f"{len(levels)} sentence{'' if len(levels) == 1 else 's'}: {told}{of_many}"


def _bar(number: int, sentence: SentenceLevel) -> str:
    top = _top(sentence.score)
    kind = LEVELS.index(sentence.level)
    place = f'x="{_GAP + number * (_BAR + _GAP)}" y="{top:.1f}" width="{_BAR}" height="{_HEIGHT - top:.1f}"'
    return f'<rect class="level-{kind}" {place}/>'


def _top(score: float) -> float:
    """Return how far from the top the bar of a `score` begins."""
    return _STEP * (_HIGHEST - min(max(score, _LOWEST), _HIGHEST))
