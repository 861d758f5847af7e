"""Messages and catalogs in memory: polib's classes, with what polib forgets."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any, Self, cast

import polib

from pipeline.model import Key


class Message(polib.POEntry):
    """One message of a catalog or a template.

    `linenum` is the line of the ``msgid``; `flags` also holds flags that gettext does not know.
    polib keeps comments as one string, where a single blank line looks like no comment at all; here they are lists of
    lines, and polib's `tcomment` and `comment` are views of them.
    """

    msgctxt: str | None  # type: ignore[assignment]  # the stub forgets that most messages have no context

    def __init__(self, **fields: Any) -> None:
        """Take polib's keyword arguments, `translator_comments`, `extracted_comments` and `msgstr_line`."""
        super().__init__(**fields)
        self.translator_comments: list[str] = fields.get("translator_comments", self.translator_comments)
        """Lines of ``# …``: what translators tell each other."""
        self.extracted_comments: list[str] = fields.get("extracted_comments", self.extracted_comments)
        """Lines of ``#. …``: what the template tells translators."""
        self.msgstr_line: int | None = fields.get("msgstr_line")
        """The line of the (first) ``msgstr``, counted from 1; None if the message was not read from a file."""

    @property
    def tcomment(self) -> str:
        """The translator's comments as one string."""
        return "\n".join(self.translator_comments)

    @tcomment.setter
    def tcomment(self, text: str) -> None:
        self.translator_comments = _lines(text)

    @property
    def comment(self) -> str:
        """The extracted comments as one string."""
        return "\n".join(self.extracted_comments)

    @comment.setter
    def comment(self, text: str) -> None:
        self.extracted_comments = _lines(text)

    @property
    def key(self) -> Key:
        """The identity of the message."""
        return key_of(self)

    @property
    def plural(self) -> bool:
        """Whether the message has plural forms."""
        return bool(self.msgid_plural or self.msgstr_plural)

    @property
    def first_msgstr(self) -> str:
        """The translation, or its first plural form: gettext calls a message translated if this is not empty."""
        return self.msgstr_plural.get(0, "") if self.plural else self.msgstr

    @property
    def begun(self) -> bool:
        """Whether there is any translated text, in whatever form."""
        return bool(self.msgstr or any(self.msgstr_plural.values()))

    def copy(self) -> Self:
        """Return a message that shares nothing that could be changed with this one."""
        other = copy.copy(self)
        for name in ("translator_comments", "extracted_comments", "occurrences", "flags", "msgstr_plural"):
            setattr(other, name, copy.copy(getattr(self, name)))
        return other


class Catalog(polib.POFile):
    """A catalog or a template: a list of messages, with a header.

    `metadata` holds the header's fields in their order and may be changed; `head` holds the rest of the header entry.
    """

    fpath: str
    """The file that it was read from, or empty."""

    def __init__(self) -> None:
        """Make an empty catalog."""
        self.head = Message()
        """The header entry: its comments, its flags, its lines, and its fields as they were read."""
        self.field_lines: dict[str, int] = {}
        """The line of each header field that was read from a file."""
        super().__init__(wrapwidth=0, encoding="utf-8", fpath="")

    @property
    def header(self) -> str:
        """The comment at the top of the file."""
        return self.head.tcomment

    @header.setter
    def header(self, text: str) -> None:
        self.head.tcomment = text

    def __iter__(self) -> Iterator[Message]:
        """Iterate over all messages, obsolete ones included."""
        return cast("Iterator[Message]", super().__iter__())

    def with_messages(self, messages: Iterable[Message]) -> Catalog:
        """Return a catalog with this header and other messages."""
        catalog = Catalog()
        catalog.fpath = self.fpath
        catalog.head = self.head.copy()
        catalog.metadata = dict(self.metadata)
        catalog.field_lines = dict(self.field_lines)
        catalog.extend(messages)
        return catalog

    @property
    def active(self) -> list[Message]:
        """The messages that are not obsolete."""
        return [message for message in self if not message.obsolete]

    def by_key(self) -> dict[Key, Message]:
        """Return the active messages by their keys."""
        return {message.key: message for message in self.active}


def key_of(message: polib.POEntry) -> Key:
    """Return the identity of `message`."""
    return Key(message.msgctxt, message.msgid)


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []
