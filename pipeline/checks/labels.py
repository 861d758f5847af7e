"""A rule for labels in pictures: they have to fit."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article.pictures.room import fits
from pipeline.checks.rule import Problem, Rule
from pipeline.checks.translation import Pair
from pipeline.model import Severity


def _too_long(pair: Pair) -> Iterator[Problem]:
    room = pair.segment.room
    if room and not fits(pair.translation, room, pair.locale.tag):
        yield Problem(f"the label may not fit into its picture: there is room for {room}")


RULES: tuple[Rule[Pair], ...] = (
    Rule(
        code="T330",
        name="label-too-long",
        severity=Severity.WARNING,
        summary="A label may not fit into its picture.",
        why="It runs over the drawing or out of it, and readers cannot read it.",
        fix="Say it in fewer letters, or ask the author for more room.",
        check=_too_long,
        bad="Thigh\nOberschenkelmuskel",
        good="Thigh\nSchenkel",
        more=(("lang: ja\nThigh\n太ももの前側の筋肉", "lang: ja\nThigh\n太もも"),),
    ),
)
