"""Rules for words: capitals that shout, abbreviations that nobody explains, clues for the eye alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article.inline import PLAIN_KINDS
from pipeline.checks.capital_words import KNOWN, STRESSED
from pipeline.checks.manuscript import Manuscript, tidy
from pipeline.checks.rule import Problem, Rule
from pipeline.checks.sense_words import clue_for_the_eye
from pipeline.model import Severity

# Two capitals in a row are rare, so looking for them first is quick.
_TWO_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΫА-ЯЀ-Џ]{2}")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
# Between letters of scripts without spaces, too: MRI検査.
_SHORT_FORM = re.compile(r"(?<![A-Za-zÀ-ɏ\d_.@/#&-])[A-Z]{2,6}(?=s?(?![A-Za-zÀ-ɏ\d_@/-]|\.\w))")
_ROMAN = re.compile(r"X{0,3}(?:I[XV]|V?I{0,3})")
_IN_BRACKETS = re.compile(r"[(（]([^()（）]{2,40})[)）]")
_FEW_WORDS = 3
_BEFORE_ITS_MEANING = re.compile(r"([A-Z]{2,6})s?(?:\s?[(（](?=[^()（）]{6})| (?:stands|is short) for\b| means\b)")
_RUN_OF_WORDS = 3
_RUN_OF_LETTERS = 12
_BETWEEN = frozenset({" ", "-"})


def shouted(text: str, known: frozenset[str] = frozenset()) -> str:
    """Return the first passage of `text` that is in capitals for emphasis, or an empty text.

    That is three words or twelve letters, without those in `known` (abbreviations) and single letters.
    """
    if not _TWO_CAPITALS.search(text):
        return ""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        joined = not run or text[run[-1].end() : word.start()] in _BETWEEN
        capitals = all(char.isupper() or char in "'’" for char in word[0])  # others may have no small letters at all
        if capitals and joined:
            run.append(word)
            continue
        if _shouts(run, known):
            break
        run = [word] if capitals else []
    return text[run[0].start() : run[-1].end()] if _shouts(run, known) else ""


def _shouts(run: list[re.Match[str]], known: frozenset[str]) -> bool:
    words = [word[0] for word in run if len(word[0]) > 1 and word[0] not in known and not _ROMAN.fullmatch(word[0])]
    return len(words) >= _RUN_OF_WORDS or sum(map(len, words)) >= _RUN_OF_LETTERS


def _capitals(subject: Manuscript) -> Iterator[Problem]:
    for words in subject.words:
        if shouted(words.plain) and (found := shouted(words.plain, _explained(subject) | KNOWN)):
            yield Problem("words in capitals stand for emphasis", subject.place(words.segment, found), found)


def _short_forms(subject: Manuscript) -> Iterator[Problem]:
    candidates = {
        found[0]: (words, found)
        for words in reversed(subject.words)  # so that the first place stays
        if _TWO_CAPITALS.search(words.plain) and not _is_loud(words.plain)
        for found in reversed(list(_SHORT_FORM.finditer(words.plain)))
        if found[0] not in KNOWN and found[0] not in STRESSED and not _ROMAN.fullmatch(found[0])
    }
    unexplained = candidates.keys() - _explained(subject) if candidates else set()
    small = _small_words(subject) if unexplained else frozenset()
    for short, (words, found) in reversed(candidates.items()):
        if short in unexplained and short.lower() not in small:
            excerpt = tidy(words.plain[max(found.start() - 30, 0) : found.end() + 30])
            yield Problem(f"{short} is not explained in this article", subject.place(words.segment, short), excerpt)


def _is_loud(text: str) -> bool:
    """Return whether words, not abbreviations, stand in capitals: then nobody can tell one from the other."""
    return bool(shouted(text)) or (text.isupper() and " " in text.strip())


def _small_words(subject: Manuscript) -> frozenset[str]:
    """Return the short words in small letters: who writes NOT has mostly written “not” as well."""
    found = (word for words in subject.words for word in re.findall(r"\b[a-z]{2,6}\b", words.plain))
    return frozenset(found) - {"who"}  # the World Health Organization


def _explained(subject: Manuscript) -> frozenset[str]:
    """Return the abbreviations that the article defines (``*[X]: …``) or explains: “X (long form)”, “long form (X)”."""
    found = {segment.label for segment in subject.document.segments if segment.kind == "abbr"}
    for words in subject.words:
        if words.segment.kind == "dt":
            found.update(_SHORT_FORM.findall(words.plain))
        elif "(" in words.plain or "（" in words.plain:
            for inner in _IN_BRACKETS.findall(words.plain):
                found.update(_SHORT_FORM.findall(inner) if len(inner.split()) <= _FEW_WORDS else ())
        found.update(_BEFORE_ITS_MEANING.findall(words.plain) if _TWO_CAPITALS.search(words.plain) else ())
    return frozenset(found)


def _senses(subject: Manuscript) -> Iterator[Problem]:
    for words in subject.words:
        found = clue_for_the_eye(words.plain, subject.language)
        if found and words.segment.kind not in PLAIN_KINDS:
            place = subject.place(words.segment, found)
            yield Problem(f"“{found}” is a clue for the eye alone", place, tidy(words.plain))


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="A111",
        name="capitals",
        severity=Severity.WARNING,
        summary="Words are written in capitals for emphasis.",
        why="Capitals are slow to read, most of all with dyslexia, and a screen reader may spell them out.",
        fix="Write them in small letters; make them **bold** if they matter.",
        check=_capitals,
        bad="DO NOT DRIVE after this medicine.",
        good="**Do not drive** after this medicine.",
        more=(
            (
                "lang: ru\nНЕ САДИТЕСЬ ЗА РУЛЬ после этого лекарства.",
                "lang: ru\n**Не садитесь за руль** после этого лекарства.",
            ),
        ),
    ),
    Rule(
        code="A112",
        name="abbreviation",
        severity=Severity.NOTE,
        summary="An abbreviation is not explained.",
        why="Not every reader knows it, and a translator may not know what to write (WCAG 3.1.4).",
        fix="Write it out where it comes first, or define it: *[MRI]: magnetic resonance imaging.",
        check=_short_forms,
        bad="You may need an MRI.",
        good="You may need magnetic resonance imaging (MRI).",
        more=(("lang: ja\nMRI検査をします。", "lang: ja\n磁気共鳴画像（MRI）の検査をします。"),),
    ),
    Rule(
        code="A113",
        name="clue-for-the-eye",
        severity=Severity.NOTE,
        summary="A part of the page is named by its colour or its place alone.",
        why="Who listens, prints in grey or reads on a small screen cannot find it (WCAG 1.3.3, 1.4.1).",
        fix="Name it by its title or its words.",
        check=_senses,
        bad="Look at the red box.",
        good="Look at the box “When to get help”.",
        more=(
            ("lang: es\nMire el recuadro rojo.", "lang: es\nMire el recuadro «Cuándo pedir ayuda»."),
            ("lang: ar\nانظر إلى المربع الأحمر.", "lang: ar\nانظر إلى المربع «متى تطلب المساعدة»."),
            ("lang: zh\n请看左边的图。", "lang: zh\n请看“拉伸小腿”的图。"),
        ),
    ),
)
