"""Catalogs as text, byte for byte what ``msgcat --no-wrap`` writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.catalogs.po_header import header_text
from pipeline.catalogs.po_model import Catalog, Message

_PAGE_WIDTH = 79
_LEADING_DOTS = re.compile(r"\A(?:\./)+")
_RANGE = re.compile(r"range: [0-9]+\.\.[0-9]+")
_ESCAPES = str.maketrans(
    {"\\": r"\\", '"': r"\"", "\a": r"\a", "\b": r"\b", "\f": r"\f", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\v": r"\v"}
)
# In gettext's order, which is the order of its output.
_FORMATS = tuple(
    """
    c objc python python-brace java java-printf csharp javascript scheme lisp elisp librep ruby sh awk lua
    object-pascal smalltalk qt qt-plural kde kde-kuit boost tcl perl perl-brace php gcc-internal gfc-internal ycp
    """.split()  # noqa: SIM905 - thirty words are read more easily than thirty strings
)


def format_po(catalog: Catalog) -> str:
    """Return `catalog` as the text of a PO file, in the canonical form."""
    head = catalog.head.copy()
    head.msgstr = header_text(catalog)
    obsolete = (message for message in catalog if message.obsolete and message.first_msgstr)
    return "\n".join(map(_format_message, [head, *catalog.active, *obsolete]))


def _format_message(message: Message) -> str:
    return "".join(f"{line}\n" for line in _message_lines(message))


def _message_lines(message: Message) -> Iterator[str]:
    yield from (f"# {line}" if line else "#" for line in message.translator_comments)
    yield from (f"#. {line}" if line else "#." for line in message.extracted_comments)
    yield from _reference_lines(message.occurrences)
    if flags := _known_flags(message):
        yield "#, " + ", ".join(flags)
    mark = "#~" if message.obsolete else "#"
    yield from _field(f"{mark}| ", "msgctxt", message.previous_msgctxt)
    yield from _field(f"{mark}| ", "msgid", message.previous_msgid)
    yield from _field(f"{mark}| ", "msgid_plural", message.previous_msgid_plural)
    mark = "#~ " if message.obsolete else ""
    yield from _field(mark, "msgctxt", message.msgctxt)
    yield from _field(mark, "msgid", message.msgid)
    if message.plural:
        yield from _field(mark, "msgid_plural", message.msgid_plural)
        for index, text in sorted(message.msgstr_plural.items()):
            yield from _field(mark, f"msgstr[{index}]", text)
    else:
        yield from _field(mark, "msgstr", message.msgstr)


def _field(mark: str, name: str, text: str | None) -> Iterator[str]:
    """Yield one line for a text of one line, else an empty string and each of the lines."""
    if text is None:
        return
    if "\n" not in text[:-1]:
        yield f'{mark}{name} "{text.translate(_ESCAPES)}"'
        return
    yield f'{mark}{name} ""'
    *lines, last = text.split("\n")
    for line in lines:
        yield f'{mark}"{line.translate(_ESCAPES)}\\n"'
    if last:
        yield f'{mark}"{last.translate(_ESCAPES)}"'


def _reference_lines(occurrences: Iterable[tuple[str, str]]) -> Iterator[str]:
    line = "#:"
    for path, number in dict.fromkeys(occurrences):
        reference = " " + _LEADING_DOTS.sub("", path) + (f":{number}" if number else "")
        if line != "#:" and len((line + reference).encode()) > _PAGE_WIDTH:  # gettext counts bytes.
            yield line
            line = "#:"
        line += reference
    if line != "#:":
        yield line


def _known_flags(message: Message) -> list[str]:
    """Return the flags that gettext knows, in its order; of several about one format, the last counts."""
    flags = ["fuzzy"] if "fuzzy" in message.flags and message.first_msgstr else []
    formats = {_format_name(flag): flag.removeprefix("possible-") for flag in message.flags if flag.endswith("-format")}
    flags += [formats[name] for name in _FORMATS if not formats.get(name, "impossible").startswith("impossible")]
    if not message.obsolete:
        flags += [found[0] for flag in message.flags if (found := _RANGE.match(flag))][-1:]
    wrap = [flag for flag in message.flags if flag in {"wrap", "no-wrap"}][-1:]
    return flags + [flag for flag in wrap if flag == "no-wrap"]


def _format_name(flag: str) -> str:
    """Return ``c`` for ``c-format``, ``no-c-format``, ``possible-c-format`` and ``impossible-c-format``."""
    name = flag.removesuffix("-format")
    for prefix in ("no-", "possible-", "impossible-"):
        if name.startswith(prefix):
            return name.removeprefix(prefix)
    return name
