"""Rules for the pictures of an article: words too small to read, and files for languages that the project lacks."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article.pictures import pictures_of
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

_SMALLEST = 12
"""Pixels; the smallest text that browsers show where people have not chosen otherwise is commonly 10 to 12."""


def _small_labels(subject: Manuscript) -> Iterator[Problem]:
    for segment, _ in subject.document.labels:
        room = segment.room
        if room and room.pixels < _SMALLEST:
            message = (
                f"on a narrow phone this label is {room.pixels:.0f} pixels large, at least {_SMALLEST} can be read"
            )
            yield Problem(message, segment.line, segment.text)


def _variants(subject: Manuscript) -> Iterator[Problem]:
    if not subject.strays:
        return
    for path, (line, _) in pictures_of(subject.document).items():
        for name in subject.strays.get(path, ()):
            yield Problem(f"{name} is for a language that the project does not have", line, name)


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="S130",
        name="picture-variant",
        severity=Severity.WARNING,
        summary="A variant of a picture is for a language that the project does not have.",
        why="Nobody ever sees it; perhaps its name has a slip, and readers get the picture of another language.",
        fix="Correct its name (knee.pt-BR.png is knee.png for pt_BR), add the language, or remove the file.",
        check=_variants,
        bad="![A knee](pictures/knee.png)",
        good="![A calf](pictures/calf.png)",
    ),
    Rule(
        code="S131",
        name="small-label",
        severity=Severity.WARNING,
        summary="The letters of a label in a picture are too small on a phone.",
        why="A picture becomes as narrow as the screen, and its words with it; who zooms sees a part (WCAG 1.4.10).",
        fix="Make the font-size larger, or the viewBox of the picture smaller.",
        check=_small_labels,
        bad="![A foot](pictures/small.svg)",
        good="![A foot](pictures/foot.svg)",
    ),
)
