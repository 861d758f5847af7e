"""Review sheets: what stands in their rows, and what reviewers changed in them.

A reviewer may edit a sheet in a browser, in Word or in LibreOffice, which write it anew in their own ways. Each row
therefore carries, as text that people can see, a reference: a digest of the message and one of its translation.
"""

from __future__ import annotations

import codecs
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from pipeline.catalogs.po_model import Catalog, Message
from pipeline.errors import InputError
from pipeline.locale import Locale

_REFERENCE = re.compile(r"\b([0-9a-f]{10})-([0-9a-f]{10})\b")
_BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "br"})
_UNSEEN = frozenset({"script", "style", "del", "button"})
_CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffd\ufffe\uffff]")
_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_BEGINNING = 4096
_HARD_BREAK = "  \n"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet."""

    reference: str
    place: str
    """Where the text stands, for people."""

    source: tuple[str, ...]
    """The lines of the text; a hard break begins a new one."""

    target: tuple[str, ...]
    finished: bool
    """Whether the translation is on the page, or will be; else somebody has to look at it first."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A translation that a reviewer changed."""

    key: str
    """The digest of the message."""

    was: str
    """The digest of the translation that was shown."""

    lines: tuple[str, ...]


@dataclass(slots=True)
class Corrected:
    """What became of the corrections."""

    catalog: Catalog
    applied: list[Message] = field(default_factory=list)
    refused: list[tuple[Correction, str]] = field(default_factory=list)
    """Each with the reason."""


def rows(catalog: Catalog, locale: Locale, domain: str) -> list[Row]:
    """Return one row for each message; those with plural forms, which no article has, are left out."""
    return [
        Row(
            reference=f"{_key(locale, domain, message)}-{_digest(_lines(message.msgstr))}",
            place=next(iter(message.extracted_comments), ""),
            source=_lines(message.msgid),
            target=_lines(message.msgstr),
            finished=not message.fuzzy and bool(message.msgstr),
        )
        for message in catalog.active
        if not message.plural
    ]


def keys(catalog: Catalog, locale: Locale, domain: str) -> set[str]:
    """Return the digests of the messages of `domain`, as corrections name them."""
    return {_key(locale, domain, message) for message in catalog}


def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of `text` as they can be compared: what editors do to blanks makes no difference."""
    lines = (_BLANKS.sub(" ", each).strip(" ") for each in text.split("\n"))
    return tuple(line for line in lines if line.strip())  # word processors put a no-break space into empty cells


def _key(locale: Locale, domain: str, message: Message) -> str:
    return _digest((locale.name, domain, message.msgctxt, message.msgid))


def _digest(whole: object) -> str:
    return hashlib.sha256(json.dumps(whole).encode()).hexdigest()[:10]


# --- reading ------------------------------------------------------------------------------------------------------


def read_corrections(data: bytes, path: str) -> list[Correction]:
    """Return the rows of the sheet in `data` whose translation is not the one that was shown any more.

    `data` is a sheet as a browser or a word processor saved it, or lines of a reference, a tab and a text, as the
    sheet copies them. Raises `InputError` if there is not one row in it.
    """
    text = _decode(data, path)
    found = list(_table_rows(text) if re.search(r"<t[dh]\b", text, re.IGNORECASE) else _text_rows(text))
    if not found:
        raise InputError("no row of a review sheet is in this file; save the whole sheet, with its first column", path)
    return [row for row in found if _digest(row.lines) != row.was]


def _decode(data: bytes, path: str) -> str:
    declared = _CHARSET.search(data[:_BEGINNING])
    encodings = ["utf-16"] if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ["utf-8-sig"]
    if declared:
        encodings.append(declared[1].decode())
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise InputError("its encoding is not known; save it as UTF-8", path)


def _text_rows(text: str) -> Iterator[Correction]:
    for line in text.splitlines():
        reference, tab, translation = line.partition("\t")
        if tab and (found := _REFERENCE.search(reference)):
            yield Correction(found[1], found[2], _lines(_CONTROL.sub("", translation.replace("\\n", "\n"))))


def _table_rows(text: str) -> Iterator[Correction]:
    reader = _Table()
    reader.feed(text)
    reader.close()
    for first, *others in filter(None, reader.rows):
        if len(others) > 1 and (found := _REFERENCE.search(first)):
            yield Correction(found[1], found[2], _lines(_CONTROL.sub("", others[1])))


class _Table(HTMLParser):
    """Collects the texts of the cells, row by row."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._unseen = 0
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as html.parser
        if tag == "tr":
            self.rows.append([])
        elif tag in _CELLS and self.rows:
            self.rows[-1].append("")
            self._in_cell = True
        self._unseen += tag in _UNSEEN
        self._break_line(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(self._unseen - (tag in _UNSEEN), 0)
        self._in_cell = self._in_cell and tag not in _CELLS
        self._break_line(tag)

    def handle_data(self, data: str) -> None:
        if self._in_cell and not self._unseen:
            # A line end in the file is a blank; only markup begins a line.
            self.rows[-1][-1] += _BLANKS.sub(" ", data)

    def _break_line(self, tag: str) -> None:
        if self._in_cell and tag in _BLOCKS:
            self.rows[-1][-1] += "\n"


# --- applying -----------------------------------------------------------------------------------------------------


def apply(
    catalog: Catalog,
    locale: Locale,
    domain: str,
    corrections: list[Correction],
    keeps_markup: Callable[[Message, str], bool],
) -> Corrected:
    """Return `catalog` with `corrections`; those of other domains are refused too.

    A correction is for exactly the message and the translation that the reviewer saw; one that stands there already
    is left out. `keeps_markup` tells whether a
    text has the same links, pictures and tags as the translation of a message (or as its source, if it has none).
    """
    changed: list[Message] = list(iter(catalog))
    messages = {_key(locale, domain, message): number for number, message in enumerate(changed) if _is_row(message)}
    result = Corrected(catalog)
    for correction in corrections:
        number = messages.get(correction.key)
        message = None if number is None else changed[number]
        if message and _lines(message.msgstr) == correction.lines:
            continue  # it came back before
        reason = _why_not(message, correction, keeps_markup)
        if message is None or number is None or reason:
            result.refused.append((correction, reason))
            continue
        changed[number] = _corrected(message, correction)
        result.applied.append(changed[number])
    if result.applied:
        result.catalog = catalog.with_messages(changed)
    return result


def _is_row(message: Message) -> bool:
    return not message.obsolete and not message.plural


def _why_not(message: Message | None, correction: Correction, keeps_markup: Callable[[Message, str], bool]) -> str:
    if message is None:
        return "its text is not in this catalog, or not any more"
    if _digest(_lines(message.msgstr)) != correction.was:
        return f"“{message.msgstr}” stands there by now, which the reviewer did not see"
    if not correction.lines:
        return f"it is empty, in the place of “{message.msgstr}”; to take a translation back, delete it in the catalog"
    if not keeps_markup(message, _text(message, correction)):
        return "links, pictures, code or tags are not those of the translation; correct it in the catalog"
    return ""


def _corrected(message: Message, correction: Correction) -> Message:
    """Return `message` with the reviewer's words; where there were none, a translator has to look at them."""
    new = message.copy()
    new.msgstr = _text(message, correction)
    if not message.msgstr:
        new.flags.insert(0, "fuzzy")
    return new


def _text(message: Message, correction: Correction) -> str:
    """Return the reviewer's lines, ended as the message ends its own; where it has one line, in one line."""
    like = message.msgstr or message.msgid
    end = _HARD_BREAK if _HARD_BREAK in like else "\n" if "\n" in like else " "
    return end.join(correction.lines)
