"""How a share grew over time: a line as inline SVG. Its figures stand beside it as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from pipeline.locale import Locale, format_share
from pipeline.report.overview.figures import Point

_WIDTH, _HEIGHT = 320, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 10, 10, 10
_LINES = (0.0, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Caption:
    """What the picture is called, and what it shows, in words."""

    title: str
    description: str


def chart(points: Sequence[Point], caption: Caption, reader: Locale, name: str) -> Markup:
    """Return the line of at least two points; `name` begins the ids, which are to be unique on a page."""
    labels = "".join(_line(share, reader) for share in _LINES)
    places = [(_x(point, points), _y(point.share)) for point in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in places)
    return Markup(  # noqa: S704 - numbers of ours; words are escaped
        f'<svg class="chart" role="img" aria-labelledby="{name}-title {name}-text" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<title id="{name}-title">{escape(caption.title)}</title>'
        f'<desc id="{name}-text">{escape(caption.description)}</desc>'
        f'{labels}<polyline points="{line}"/>{dots}</svg>'
    )


def _line(share: float, reader: Locale) -> str:
    y = _y(share)
    told = escape(format_share(share, reader))
    return (
        f'<path d="M{_LEFT} {y:g}H{_WIDTH - _RIGHT}"/>'
        f'<text x="{_LEFT - 6}" y="{y + 4:g}" text-anchor="end" direction="ltr">{told}</text>'
    )


def _x(point: Point, points: Sequence[Point]) -> float:
    first, last = points[0].seconds, points[-1].seconds
    part = (point.seconds - first) / (last - first) if last > first else 0.0
    return _LEFT + part * (_WIDTH - _LEFT - _RIGHT)


def _y(share: float) -> float:
    return _TOP + (1 - share) * (_HEIGHT - _TOP - _BOTTOM)
