"""Rules for the build of a sentence: clauses, brackets, passive voice, double negation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.manuscript import Manuscript
from pipeline.checks.plain_language.draft import Draft, draft_of
from pipeline.checks.plain_language.language import pattern
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Severity

MOST_JOINTS = 3
"""Places where another clause begins, in one sentence. Counted in the texts that people rated: see `joints`."""

MOST_BRACKETS = 1

MOST_PASSIVE = 0.2
"""Share of the sentences; PEMAT asks for the active voice in 80 % of a text or more."""

_PIECE = re.compile(r"[,;:—–](?= )")
_LONG_PIECE = 6
"""Words of a piece between commas that is a clause; fewer are mostly an item of a list, or say where and when."""

_BRACKETS = re.compile(r"[(（][^()（）]{3,}[)）]|\[[^\[\]]{3,}\]")
_DATED_OR_SHORT = re.compile(r"\d|^.[^\s\W]{1,7}.$")


def joints(sentence: str, language: str) -> int | None:
    """Return in how many places of `sentence` another clause begins; None for a language without a list of words.

    A word such as *because* is one, and a comma with six words or more behind it that none of them begins.
    """
    opens = pattern(language, "clause_words")
    if opens is None:
        return None
    first, *pieces = _PIECE.split(sentence)
    count = len(opens.findall(first)) - bool(opens.match(first))
    for piece in pieces:
        words = opens.findall(piece)
        count += len(words) or len(piece.split()) >= _LONG_PIECE
    return max(0, count)


def _clauses(subject: Manuscript) -> Iterator[Problem]:
    draft = draft_of(subject)
    for spot in draft.spots:
        count = joints(spot.text, draft.language)
        if count is not None and count > MOST_JOINTS:
            yield Problem(f"a sentence of {count + 1} clauses", spot.line, spot.text)


def _brackets(subject: Manuscript) -> Iterator[Problem]:
    for spot in draft_of(subject).spots:
        # Short forms do not interrupt; a list of sources is read by few, and its dates stand in brackets.
        found = [each for each in _BRACKETS.findall(spot.text) if not _DATED_OR_SHORT.search(each)]
        if len(found) > MOST_BRACKETS:
            yield Problem(f"a sentence with {len(found)} brackets", spot.line, spot.text)


def _found(draft: Draft, name: str, message: str) -> Iterator[Problem]:
    """Yield each sentence in which a pattern of the language finds something."""
    expression = pattern(draft.language, name)
    for spot in draft.spots if expression else ():
        found = expression.search(spot.text) if expression else None
        if found:
            said = " … ".join(filter(None, found.groups())) or found.group()
            yield Problem(message.format(said), spot.line, spot.text)


def _passive(subject: Manuscript) -> Iterator[Problem]:
    """Yield passive sentences that say what happens to the reader or has to be done; all where there are many.

    “The town was founded in 1150” hides nothing that a reader needs.
    """
    draft = draft_of(subject)
    about_reader = pattern(draft.language, "passive_about_reader")
    found = list(_found(draft, "passive", "passive voice: “{}”"))
    many = len(found) > MOST_PASSIVE * len(draft.spots)
    for problem in found:
        if many or (about_reader and about_reader.search(problem.excerpt)):
            yield problem


def _double_negation(subject: Manuscript) -> Iterator[Problem]:
    yield from _found(draft_of(subject), "double_negation", "two negations in one clause: “{}”")


RULES: tuple[Rule[Manuscript], ...] = (
    Rule(
        code="R104",
        name="many-clauses",
        severity=Severity.NOTE,
        summary="A sentence has more than four clauses.",
        why="The reader has to keep each open clause in mind until its end comes.",
        fix="Give each idea its own sentence.",
        check=_clauses,
        bad="If you feel ill when you stand up, sit down until it stops, because you may fall if you walk while dizzy.",
        good="You may feel ill when you stand up. Sit down until it stops. You may fall if you walk.",
    ),
    Rule(
        code="R105",
        name="many-brackets",
        severity=Severity.NOTE,
        summary="A sentence has more than one part in brackets.",
        why="Each bracket interrupts the sentence, and a screen reader reads it aloud like the rest.",
        fix="Write what is needed in a sentence of its own; leave out the rest.",
        check=_brackets,
        bad="Take a pain reliever (such as ibuprofen) with food (a snack is enough).",
        good="Take a pain reliever such as ibuprofen. Eat something with it (a snack is enough).",
    ),
    Rule(
        code="R107",
        name="passive",
        severity=Severity.NOTE,
        summary="A sentence about the reader is in the passive voice, or too many sentences are.",
        why="Readers have to guess who acts: the nurse, or they themselves (PEMAT 5, CDC Index 6, NHS).",
        fix="Begin with the one who does it: “the nurse takes”, “you take”.",
        check=_passive,
        bad="A blood sample will be taken.",
        good="The nurse will take some of your blood.",
    ),
    Rule(
        code="R109",
        name="double-negation",
        severity=Severity.NOTE,
        summary="Two negations stand in one clause.",
        why="Readers who miss one of the two understand the opposite.",
        fix="Say it without a negation.",
        check=_double_negation,
        bad="It is not uncommon to feel dizzy.",
        good="Many people feel dizzy.",
    ),
)
