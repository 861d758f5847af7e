"""The bytes of a PO file as lines, with the faults that lie in characters rather than in messages."""

from __future__ import annotations

import codecs
import contextlib
import re
from itertools import islice

from pipeline.errors import InputError, InputErrors

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_FORBIDDEN = re.compile(f"[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd{_NONCHARACTERS}]")
MOST_FAULTS = 1000
"""Faults that are told of one file; with more it is another file by mistake, and telling them takes for ever."""

_CONFLICT_MARKS = tuple(sign * 7 for sign in "<|=>")
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")


def decode_lines(data: bytes, path: str) -> tuple[list[str], list[InputError]]:
    """Return the lines of `data` without their ends, and what is wrong with their characters.

    A byte order mark and CRLF are accepted and gone. Where git left a conflict, only our side is returned (the other
    lines are blank, so that all keep their numbers); the conflict itself is an error.
    Raises `InputErrors` if the file is UTF-16, of which nothing can be read.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputErrors([InputError("this file is UTF-16; save it as UTF-8", path, 1)])
    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")  # Files of old Macintosh programs; no other file has a CR and no LF.
    lines, errors = _decode(data.removesuffix(b"\r"), path)
    text = "\n".join(lines)
    if _is_doubtful(lines) and _FORBIDDEN.search(text):
        errors += _forbidden_characters(lines, path)
    if any(mark in text for mark in _CONFLICT_MARKS):
        errors += _blank_conflicts(lines, path)
    return lines, errors


def _is_doubtful(lines: list[str]) -> bool:
    """Tell whether a character may be forbidden: twenty times as fast as looking for one, and nearly always False.

    What is forbidden is not printable, but for the replacement character.
    """
    text = "".join(lines)
    return "\ufffd" in text or not text.replace("\xa0", " ").replace("\u202f", " ").isprintable()


def _decode(data: bytes, path: str) -> tuple[list[str], list[InputError]]:
    with contextlib.suppress(UnicodeDecodeError):
        return data.decode().split("\n"), []
    lines: list[str] = []
    errors: list[InputError] = []
    for number, raw in enumerate(data.split(b"\n"), 1):
        try:
            lines.append(raw.decode())
        except UnicodeDecodeError as error:
            byte = raw[error.start]
            if len(errors) < MOST_FAULTS:
                errors.append(InputError(f"byte 0x{byte:02X} is not UTF-8; save the file as UTF-8", path, number))
            lines.append(raw.decode("ascii", "ignore"))
    return lines, errors


def _forbidden_characters(lines: list[str], path: str) -> list[InputError]:
    found = ((number, match) for number, line in enumerate(lines, 1) if (match := _FORBIDDEN.search(line)))
    return [_forbidden(match, path, number) for number, match in islice(found, MOST_FAULTS)]


def _forbidden(match: re.Match[str], path: str, number: int) -> InputError:
    what = "replacement character" if match[0] == "\ufffd" else "control character"
    return InputError(f"{what} U+{ord(match[0]):04X} in column {match.start() + 1}; delete it", path, number)


def _blank_conflicts(lines: list[str], path: str) -> list[InputError]:
    """Blank the marks of git conflicts and their other sides in `lines`."""
    errors: list[InputError] = []
    side = ""
    for number, line in enumerate(lines, 1):
        if mark := _CONFLICT.fullmatch(line):
            if (mark[1] == "<<<<<<<" or not side) and len(errors) < MOST_FAULTS:
                errors.append(InputError(f"resolve the git conflict (this line begins with {mark[1]})", path, number))
            if mark[1] == "<<<<<<<" or side:
                side = {"<<<<<<<": "ours", ">>>>>>>": ""}.get(mark[1], "theirs")
        if mark or side == "theirs":
            lines[number - 1] = ""
    return errors
