"""Rules for the words of links."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.link_words import says_nothing
from pipeline.checks.manuscript import Manuscript
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity


def _link_names(subject: Manuscript) -> Iterator[Problem]:
    for link, address, text in subject.links:
        if not text:
            yield Problem("a link has no words", subject.line(link, address), address)


def _vague(subject: Manuscript) -> Iterator[Problem]:
    for link, address, text in subject.links:
        if says_nothing(text, subject.language):
            message = f"the words “{text}” do not say where the link leads"
            yield Problem(message, subject.line(link, f"[{text}]"), address)


def _same_words(subject: Manuscript) -> Iterator[Problem]:
    first: dict[str, str] = {}
    told: set[str] = set()
    for link, address, text in subject.links:
        words = text.casefold()
        known = first.setdefault(words, address)
        if not words or known == address or words in told or says_nothing(text, subject.language):
            continue
        told.add(words)
        message = f"links with the words “{text}” lead to {known} and to {address}"
        yield Problem(message, subject.line(link, address), text)


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="A104",
        name="link-name",
        severity=Severity.ERROR,
        summary="A link has no words.",
        why="A screen reader would read out the address, or nothing (WCAG 2.4.4).",
        fix="Say in the square brackets where the link leads.",
        check=_link_names,
        bad="[](glossary.md)",
        good="[Glossary](glossary.md)",
    ),
    Rule(
        code="A109",
        name="vague-link",
        severity=Severity.WARNING,
        summary="The words of a link do not say where it leads.",
        why="People who go from link to link, or hear a list of all links, miss the words around them (WCAG 2.4.9).",
        fix="Put the words in the brackets that name what the reader will find.",
        check=_vague,
        bad="To learn more about cramps, [click here](cramps.md).",
        good="Learn [more about cramps](cramps.md).",
        more=(
            ("lang: ar\n[اضغط هنا](cramps.md) لمعرفة التشنجات.", "lang: ar\nاقرأ عن [تشنجات العضلات](cramps.md)."),
            ("lang: ja\n詳しくは[こちら](cramps.md)。", "lang: ja\n[筋肉のけいれん](cramps.md)も読んでください。"),
            ("lang: fr\n[Cliquez ici](cramps.md).", "lang: fr\nLisez [plus sur les crampes](cramps.md)."),
        ),
    ),
    Rule(
        code="A110",
        name="same-words",
        severity=Severity.WARNING,
        summary="Links with the same words lead to different places.",
        why="In a list of links nobody can tell one from the other (WCAG 2.4.9).",
        fix="Give each link words of its own.",
        check=_same_words,
        bad="Read the [leaflet](baclofen.md) for baclofen and the [leaflet](aspirin.md) for aspirin.",
        good="Read the [leaflet for baclofen](baclofen.md) and the [leaflet for aspirin](aspirin.md).",
    ),
)
