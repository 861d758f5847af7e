"""Bytes of a file that somebody saved in whatever program → text with plain line ends and visible characters."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import InputError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_HEAD = 2048
"""The HTML standard looks for the declaration in the first 1024 bytes; pages put more above it."""

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACES = re.compile("[\u2000-\u200a\u3000]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# A space that may not break keeps a number with its unit and French punctuation with its word; elsewhere it is chance.
_STRAY_NBSP = re.compile("(?<![0-9«])[\u00a0\u202f](?![;:!?»%])")
_EXCERPT = 30


def decode(data: bytes, path: str, encoding: str = "") -> str:
    """Return the text in `data`.

    A byte order mark tells the encoding, or `encoding`, or a page's own declaration; else it has to be UTF-8. Raises
    `InputError` if it is not: a guess could turn one letter into another without anybody noticing.
    """
    marked = next((name for mark, name in _BOMS if data.startswith(mark)), "")
    name = marked or encoding or _declared(data) or "utf-8"
    try:
        text = data.decode("utf-8-sig" if name == "utf-8" else name)
    except LookupError:
        raise InputError(f"unknown encoding {name}; name one such as utf-8, cp1252 or utf-16", path) from None
    except UnicodeDecodeError as error:
        raise _not_readable(data, path, name, error) from None
    return tidy(text, path)


def tidy(text: str, path: str) -> str:
    """Return `text` with plain line ends, and without characters that nobody sees.

    Raises `InputError` for characters that no text holds: the file is damaged, or no text at all.
    """
    text = visible(_LINE_ENDS.sub("\n", text))
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"the character U+{ord(found[0]):04X} stands in no text; save the file anew as text in UTF-8"
        raise InputError(message, path, line)
    return text


def visible(text: str) -> str:
    """Return `text` without characters that nobody sees, and with plain spaces where others are there by chance."""
    return _STRAY_NBSP.sub(" ", _SPACES.sub(" ", _INVISIBLE.sub("", text)))


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return ""
    name = found[1].decode("ascii").lower()
    # The encoding standard (encoding.spec.whatwg.org) reads both names as Windows-1252.
    return "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else name


def _not_readable(data: bytes, path: str, name: str, error: UnicodeDecodeError) -> InputError:
    line = data[: error.start].count(b"\n") + 1
    if name != "utf-8":
        return InputError(f"not valid {name}; name the right encoding with --encoding", path, line)
    start = max(data.rfind(b"\n", 0, error.start) + 1, error.start - _EXCERPT)
    guess = data[start : error.end + _EXCERPT].split(b"\n")[0].decode("cp1252", "replace").strip()
    message = f"not valid UTF-8; if this reads right: “{guess}”, say --encoding cp1252, else save the file as UTF-8"
    return InputError(message, path, line)
