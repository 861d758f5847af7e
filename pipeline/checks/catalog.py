"""Rules for the state of a message in a catalog: not there, not translated, not confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.catalogs import Message
from pipeline.catalogs.edits import tell, word_changes
from pipeline.checks.rule import Problem, Rule
from pipeline.model import Segment, Severity

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Slip:
    """A segment and its message in a catalog."""

    segment: Segment
    message: Message | None
    """None if the catalog does not know the segment."""


def _out_of_sync(slip: Slip) -> Iterator[Problem]:
    if slip.message is None:
        yield Problem("the catalog does not hold this message yet")


def _missing(slip: Slip) -> Iterator[Problem]:
    if slip.message is not None and not slip.message.begun:
        yield Problem("not translated; readers get the source text")


def _fuzzy(slip: Slip) -> Iterator[Problem]:
    message = slip.message
    if message is not None and message.begun and message.fuzzy:
        changes = tell(word_changes(message.previous_msgid or message.msgid, message.msgid))
        changed = f" (the source changed: {_cut(changes)})" if changes else ""
        yield Problem(f"marked fuzzy; readers get the source text until someone has confirmed it{changed}")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


# What `msgcat` writes between two translations of one message that it could not choose from.
_CONFLICT = re.compile(r"^#-#-#-#-#  .*  #-#-#-#-#$", re.MULTILINE)


def _conflict(slip: Slip) -> Iterator[Problem]:
    if slip.message is not None and not slip.message.fuzzy and _CONFLICT.search(slip.message.msgstr):
        yield Problem("the translation holds two versions, with #-#-#-#-# between them")


RULES: tuple[Rule[Slip], ...] = (
    Rule(
        code="C101",
        name="out-of-sync",
        severity=Severity.WARNING,
        summary="A block of the article is not in the catalog.",
        why="Translators do not see it, so readers get it in the source's language.",
        fix="Run plainspoken update.",
        check=_out_of_sync,
        bad='msgid "Another text."\nmsgstr "Ein anderer Text."',
        good='msgid "Drink water."\nmsgstr "Trinken Sie Wasser."',
    ),
    Rule(
        code="C102",
        name="missing",
        severity=Severity.WARNING,
        summary="A message has no translation.",
        why="Readers get the block in the source's language.",
        fix="Translate it.",
        check=_missing,
        bad='msgid "Drink water."\nmsgstr ""',
        good='msgid "Drink water."\nmsgstr "Trinken Sie Wasser."',
    ),
    Rule(
        code="C103",
        name="fuzzy",
        severity=Severity.WARNING,
        summary="A translation is a guess that nobody has confirmed.",
        why="The source has changed; the old translation may now be wrong, so readers get the source text.",
        fix="Compare it with the source, mend it, and remove the word fuzzy (or the mark 'needs work').",
        check=_fuzzy,
        bad='#, fuzzy\nmsgid "Drink water."\nmsgstr "Trinken Sie Milch."',
        good='msgid "Drink water."\nmsgstr "Trinken Sie Wasser."',
    ),
    Rule(
        code="C104",
        name="two-versions",
        severity=Severity.ERROR,
        summary="A translation holds two versions that a tool put together.",
        why="Readers would see both, and the name of a file between them.",
        fix="Keep one of the two, and delete the lines that begin with #-#-#-#-#.",
        check=_conflict,
        bad='msgid "Drink water."\nmsgstr "#-#-#-#-#  a.po  #-#-#-#-#\\nTrinken Sie Wasser.\\n"\n'
        '"#-#-#-#-#  b.po  #-#-#-#-#\\nTrinkt Wasser."',
        good='msgid "Drink water."\nmsgstr "Trinken Sie Wasser."',
    ),
)
