"""A message while it is being read."""

from __future__ import annotations

from pipeline.catalogs.po_model import Message
from pipeline.catalogs.po_tokens import COMMENT, STRING, Token

_ORDER = (
    "previous_msgctxt",
    "previous_msgid",
    "previous_msgid_plural",
    "msgctxt",
    "msgid",
    "msgid_plural",
    "msgstr",
)
"""The fields of a message, in the only order that gettext accepts; also their names in polib."""

_LAST = len(_ORDER) - 1


class Draft:
    """Collects the lines of one message and knows what may follow."""

    def __init__(self) -> None:
        self.message = Message()
        """Comments, line numbers and the mark of an obsolete message are put here at once; texts by `finish`."""
        self.fields: dict[str, list[str]] = {}
        """The strings of each field; plural forms are not among them."""
        self.broken = False
        """Whether a fault was found, so that its consequences need not be told too."""
        self.line = 0
        """The line of the first field."""
        self._plural_forms: list[list[str]] = []
        self._strings: list[str] | None = None
        """The strings of the field that a further string continues."""
        self._mark = (False, False)
        """Whether that field is marked as obsolete, and as previous."""
        self._place = -1
        """The place of that field in `_ORDER`."""

    def is_over(self, token: Token) -> bool:
        """Return whether `token` belongs to the next message."""
        if not self.fields or token.kind == STRING:
            return False
        place = _place(token)
        return token.kind == COMMENT or place < self._place or (place == self._place and place != _LAST)

    def add_field(self, token: Token) -> str:
        """Begin a field; return what is wrong with it, or an empty string."""
        fault = token.fault or ("" if self.broken else self._misplaced(token))
        name = _name(token)
        if not self.fields:
            self.line = token.line
            self.message.obsolete = token.obsolete
        if name == "msgid":
            self.message.linenum = token.line
        if name == "msgstr" and self.message.msgstr_line is None:
            self.message.msgstr_line = token.line
        self._begin(name, token)
        self.broken = self.broken or bool(fault)
        return fault

    def _begin(self, name: str, token: Token) -> None:
        self._place = _place(token)
        self._mark = (token.obsolete, token.previous)
        self._strings = ["?" if token.fault else token.text]  # Not empty: only the header's msgid is.
        if token.form is None:
            self.fields[name] = self._strings
        else:
            self.fields.setdefault(name, [])
            self._plural_forms.append(self._strings)

    def add_string(self, token: Token) -> str:
        """Add a further string to the last field; return what is wrong with it, or an empty string."""
        if token.fault:
            fault = token.fault
        elif self._strings is None:
            fault = "this string belongs to no msgid or msgstr; add the keyword, or delete the line"
        else:
            self._strings.append(token.text)
            same = self._mark == (token.obsolete, token.previous)
            fault = "" if same else "this string and the line above it must begin with the same mark (#~, #| or none)"
        self.broken = self.broken or bool(fault)
        return fault

    def _misplaced(self, token: Token) -> str:
        name = _name(token)
        if name not in _ORDER:
            return f"#| may stand before msgctxt and msgid, not before {token.name}; delete the line"
        if name in {"msgid_plural", "msgstr"} and "msgid" not in self.fields:
            return f"{name} without a msgid; a msgid must stand above it, with no comment between them"
        if name == "previous_msgid_plural" and "previous_msgid" not in self.fields:
            return "#| msgid_plural without #| msgid; delete the line"
        if name == "msgstr" and (fault := self._misnumbered(token.form)):
            return fault
        return self._inconsistent(token) if self.fields else ""

    def _misnumbered(self, form: int | None) -> str:
        if "msgid_plural" in self.fields:
            count = len(self._plural_forms)
            return "" if form == count else f"expected msgstr[{count}]; number the plural forms from 0 upwards"
        if form is not None:
            return f"msgstr[{form}] without a msgid_plural; write msgstr, or add the msgid_plural"
        second = "msgstr" in self.fields
        return "a second msgstr for one msgid; delete one, or add the msgid that is missing" if second else ""

    def _inconsistent(self, token: Token) -> str:
        if token.obsolete == self.message.obsolete:
            return ""
        return "only some lines of this message are marked with #~; mark all of them, or none"

    def incomplete(self) -> tuple[str, int] | None:
        """Return what is missing for a whole message, and the line to tell it for."""
        if "msgid" not in self.fields:
            return "no msgid follows; add the message, or delete these lines", self.line
        if "msgstr" not in self.fields:
            line = self.message.linenum or self.line
            return 'this msgid has no msgstr; write msgstr "" below it, with no comment between them', line
        if "previous_msgctxt" in self.fields and "previous_msgid" not in self.fields:
            return "#| msgctxt without #| msgid; delete the line", self.line
        return None

    def is_header(self) -> bool:
        """Return whether this is the header entry, as far as can be told."""
        return "msgid" in self.fields and "msgctxt" not in self.fields and not any(self.fields["msgid"])

    def finish(self) -> Message:
        """Return the message."""
        for name, strings in self.fields.items():
            setattr(self.message, name, "".join(strings))
        self.message.msgstr_plural = {index: "".join(strings) for index, strings in enumerate(self._plural_forms)}
        return self.message


def _name(token: Token) -> str:
    return f"previous_{token.name}" if token.previous else token.name


def _place(token: Token) -> int:
    """Return the place of a field in `_ORDER`; a field that should not be counts as the last."""
    name = _name(token)
    return _ORDER.index(name) if name in _ORDER else _LAST
