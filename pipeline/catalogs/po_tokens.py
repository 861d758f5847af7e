"""One line of a PO file as a token."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"(?:#~[ \t]*(?=#[~|]))*(#~\||#~|#\|)")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:[ \t]*\[[ \t]*([0-9]{1,4})[ \t]*\])?)(?![\w\[])[ \t]*")
_ESCAPE = re.compile(r'\\(.?)|"', re.DOTALL)
_ESCAPED = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\", '"': '"'}
_BLANKS = " \t"

COMMENT = "comment"
FIELD = "field"
STRING = "string"


class Token(NamedTuple):
    """What one line says."""

    kind: str
    """`COMMENT`, `FIELD` (a keyword with its first string) or `STRING` (a further string)."""

    line: int
    """Counted from 1."""

    text: str
    """The string's text, or the comment behind its ``#``."""

    name: str = ""
    """Of a field: ``msgctxt``, ``msgid``, ``msgid_plural`` or ``msgstr``."""

    form: int | None = None
    """The number of the plural form, as in ``msgstr[1]``."""

    obsolete: bool = False
    """Whether the line is marked with ``#~``."""

    previous: bool = False
    """Whether the line is marked with ``#|`` or ``#~|``: it tells what the message was before."""

    fault: str = ""
    """What is wrong with the line; its text is then unknown."""


def read_token(number: int, line: str) -> Token | None:
    """Return what `line` says; None for a blank one. A line that says nothing known is a `STRING` with a fault."""
    line = line.lstrip(_BLANKS)
    mark = _MARK.match(line)
    body = line[mark.end() :].lstrip(_BLANKS) if mark else line
    if body.startswith("#") and (not mark or mark[1] == "#~"):
        return Token(COMMENT, number, body[1:])  # Blanks at its end are part of it.
    body = body.rstrip(_BLANKS)
    if not body:
        return None
    token = _read_string(number, body)
    return token._replace(obsolete="~" in mark[0], previous="|" in mark[1]) if mark else token


def _read_string(number: int, body: str) -> Token:
    keyword = _KEYWORD.match(body)
    if not keyword and not body.startswith('"'):
        fault = f"expected a comment, msgid, msgstr or a quoted string, not {_excerpt(body)}"
        return Token(STRING, number, "", fault=fault)
    text, fault = _unquote(body[keyword.end() :] if keyword else body)
    if not keyword:
        return Token(STRING, number, text, fault=fault)
    form = None if keyword[2] is None else int(keyword[2])
    return Token(FIELD, number, text, keyword[1].partition("[")[0].rstrip(_BLANKS), form, fault=fault)


def _unquote(quoted: str) -> tuple[str, str]:
    """Return the text of a quoted string, and what is wrong with it."""
    if not quoted.startswith('"'):
        return "", f'expected text in straight double quotes ("…"), not {_excerpt(quoted) or "nothing"}'
    inner = quoted[1:-1]
    if len(quoted) == 1 or not quoted.endswith('"'):
        return "", 'the string does not end; put a double quote (") at the end of the line'
    try:
        return (_ESCAPE.sub(_unescape, inner) if "\\" in inner or '"' in inner else inner), ""
    except ValueError as error:
        return "", str(error)


def _unescape(escape: re.Match[str]) -> str:
    if escape[0] == '"':
        raise ValueError('a double quote inside the text; write \\"')
    if not escape[1]:
        raise ValueError('the string does not end: its last quote is escaped; write \\\\" or add a double quote (")')
    if escape[1] not in _ESCAPED:
        raise ValueError(f"unknown escape \\{escape[1]}; write \\\\ for a backslash, and any character as itself")
    return _ESCAPED[escape[1]]


def _excerpt(text: str) -> str:
    longest = 30
    return repr(text if len(text) <= longest else text[:longest] + "…") if text else ""
