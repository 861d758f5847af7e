"""What an author says in comments: to translators, and about what stays as it is in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.errors import InputError
from pipeline.model import Article

_NAMES = "translators?|context|check-ignore|translate"
_COMMENT = re.compile(rf"<!--\s*({_NAMES}):\s*(.*?)\s*-->", re.DOTALL | re.IGNORECASE)
_LEADING = re.compile(r"\s*<!--\s*(translators?|context):\s*(.*?)\s*-->\s*", re.DOTALL | re.IGNORECASE)
_REGION = "translate"
_CLOSE = "close it with a line <!-- translate: on -->"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment that is not for the page."""

    name: str
    """``translators``, ``context``, ``check-ignore`` or ``translate``."""

    value: str
    """What stands behind the colon, on one line."""

    whole: str
    """All of it, as it stands in the article."""


def read_comment(text: str) -> Comment | None:
    """Return the comment that `text` is, or None for anything else, such as a comment for other authors."""
    found = _COMMENT.fullmatch(text.strip())
    return _comment(found) if found else None


def leading_comments(text: str) -> tuple[list[Comment], str]:
    """Return the notes and contexts at the beginning of `text`, and the rest of it: cells have no line above them."""
    found = []
    while comment := _LEADING.match(text):
        found.append(_comment(comment))
        text = text[comment.end() :]
    return found, text


def _comment(match: re.Match[str]) -> Comment:
    name = match[1].lower()
    return Comment("translators" if name == "translator" else name, " ".join(match[2].split()), match[0])


class CommentLines:
    """Finds the lines of comments that are met one after the other."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._searched = 0
        """How far in the body the last one was found."""

    def find(self, comment: str) -> int | None:
        """Return the line of the next `comment`, counted from 1; None if it cannot be found again."""
        place = self._article.body.find(comment.strip().partition("\n")[0], self._searched)
        if place < 0:
            return None
        self._searched = place + 1
        return self._article.body_line + 1 + self._article.body.count("\n", 0, place)


@dataclass
class Said:
    """What the author said about the next block, and about the region that the walk is in."""

    article: Article
    errors: list[InputError] = field(default_factory=list)
    """What is wrong with the comments."""

    _note: list[str] = field(default_factory=list)
    _context: list[str] = field(default_factory=list)
    _off_since: int | None = None
    _off: bool = False

    def __post_init__(self) -> None:
        self._lines = CommentLines(self.article)

    @property
    def off(self) -> bool:
        """Whether the walk is between ``translate: off`` and ``translate: on``."""
        return self._off

    def take(self, comment: Comment) -> None:
        """Take note of one comment."""
        if comment.name == _REGION:
            self._switch(comment)
        else:
            (self._context if comment.name == "context" else self._note).append(comment.value)

    def about_next(self) -> tuple[str, str | None]:
        """Return the note and the context of the next segment, and forget them."""
        note, context = " ".join(filter(None, self._note)), " ".join(filter(None, self._context))
        self._note.clear()
        self._context.clear()
        return note, context or None

    def _switch(self, comment: Comment) -> None:
        line = self._lines.find(comment.whole)
        value = comment.value.lower()
        if value not in {"on", "off"}:
            self._fail(f"translate: {comment.value} is unknown; write off or on", line)
        elif value == "on" and not self._off:
            self._fail("translate: on, but nothing is off; remove it, or write translate: off above it", line)
        elif value == "off" and self._off:
            since = f" since line {self._off_since}" if self._off_since else ""
            self._fail(f"translate: off, but it is off already{since}; {_CLOSE} first", line)
        else:
            self._off, self._off_since = value == "off", line

    def finish(self) -> Iterator[InputError]:
        """Yield everything that is wrong, at the end of the body."""
        if self._off:
            self._fail(f"translate: off has no end; {_CLOSE}", self._off_since)
        yield from self.errors

    def _fail(self, message: str, line: int | None) -> None:
        self.errors.append(InputError(message, self.article.path, line))
