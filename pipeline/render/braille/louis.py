"""liblouis, the library that knows the braille codes of the world, as it is installed on the machine.

There is no wheel of it, and its binding for Python comes with the system's own Python only, so this calls the library
itself. It is not made for several threads at once.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import threading
from ctypes import byref, c_char_p, c_int
from functools import cache
from typing import Any

from pipeline.errors import InputError

_UNICODE = "unicode.dis"
"""The table of liblouis by which cells come out as Unicode's braille patterns."""

_SILENT = 60_000
_NO_UNDEFINED = 128
_ROOM = 16
"""Cells for each character, and some more: an undefined one becomes up to a dozen."""

_WIDE = {2: "utf-16-le", 4: "utf-32-le"}
_lock = threading.Lock()


def version() -> str:
    """Return the version of the library. Raises `InputError` if there is none."""
    found: bytes = _library().lou_version()
    return found.decode()


def to_braille(text: str, table: str) -> str:
    """Return `text` as braille patterns. Raises `InputError` if the library or the table is missing."""
    return _call("lou_translateString", text, table)


def from_braille(cells: str, table: str) -> str:
    """Return the text that braille patterns stand for, as far as that can be told."""
    return _call("lou_backTranslateString", cells, table)


@cache
def is_known(character: str, table: str) -> bool:
    """Tell whether a table has a sign for a character."""
    return bool(_call("lou_translateString", character, table, _NO_UNDEFINED))


def _call(function: str, text: str, table: str, mode: int = 0) -> str:
    if not text:
        return ""
    library = _library()
    size = library.lou_charSize()
    data = text.encode(_WIDE[size])
    most = len(data) // size * _ROOM + _ROOM
    result = ctypes.create_string_buffer(most * size)
    read, written = c_int(len(data) // size), c_int(most)
    tables = f"{_UNICODE},{table}".encode()
    with _lock:
        done = getattr(library, function)(tables, data, byref(read), result, byref(written), None, None, mode)
    if not done or read.value * size != len(data):
        raise InputError(f"liblouis {version()} cannot use its table {table}; install its tables (liblouis-data)")
    return result.raw[: written.value * size].decode(_WIDE[size])


@cache
def _library() -> Any:
    name = ctypes.util.find_library("louis")
    try:
        library = ctypes.CDLL(name or "liblouis")
    except OSError:
        message = "braille needs liblouis; install it (on Debian and Ubuntu: apt install liblouis20 liblouis-data)"
        raise InputError(f"{message}, or switch braille off in [tool.plainspoken.formats]") from None
    library.lou_version.restype = c_char_p
    library.lou_setLogLevel(_SILENT)
    return library
