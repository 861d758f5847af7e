"""How to merge, what a merge tells, and its comments on messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from pipeline.catalogs.edits import Grader, grade_plainly
from pipeline.catalogs.memory import Memory
from pipeline.catalogs.po_model import Catalog, Message
from pipeline.model import Key

CHANGED = "The source changed: "
"""Begins the comment on a message whose edit was critical."""

TRANSLATED = "A translation of the previous text"
"""The comment on one that is no suggestion from elsewhere: it was published until the wording of the source changed."""

ELSEWHERE = "The same text stood elsewhere, or here before: check that this translation fits"
"""The comment on a suggestion whose previous text is the same as the present one."""


class Kind(StrEnum):
    """What became of a message that is new in the template."""

    KEPT = "kept"
    """A cosmetic edit: the translation is carried over and not fuzzy."""

    MINOR = "minor"
    """The author declared the edit minor: the same."""

    REUSED = "reused"
    """Another article has the same text: its translation is used and not fuzzy."""

    REFUSED = "refused"
    """The author declared a critical edit minor, which is not possible: it is fuzzy."""


class Entry(NamedTuple):
    """One line of the record of a merge: what people should know without reading the whole catalog."""

    kind: Kind
    key: Key
    reasons: tuple[str, ...]
    """What changed."""


@dataclass(frozen=True, slots=True)
class Merging:
    """How to merge."""

    domain: str = ""
    grade: Grader = grade_plainly
    memory: Memory = field(default_factory=Memory)
    minor: Callable[[Message], bool] = lambda _: False
    """Tells which messages' edits the author declared minor."""


class Merged(NamedTuple):
    """The outcome of a merge."""

    catalog: Catalog
    record: list[Entry]


def was_translated(message: Message) -> bool:
    """Tell whether a fuzzy message holds the finished translation of its previous text, and no mere suggestion."""
    return message.fuzzy and message.previous_msgid is not None and TRANSLATED in message.extracted_comments
