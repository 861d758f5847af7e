"""The fields of a header: lines of ``Name: value`` in the translation of the empty message."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.catalogs.po_model import Catalog

_NPLURALS = re.compile(r"\bnplurals\s*=\s*([0-9]{1,4})\s*(?:;|$)")
_FIELD_LINE = re.compile(r'[ \t]*(?:msgstr[ \t]*)?"([^":]+):')
_CHARSET = re.compile(r"charset=(.*)")


def read_fields(text: str) -> dict[str, str]:
    """Return the fields of a header's `text` in their order; of several with one name, the first counts."""
    fields: dict[str, str] = {}
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip(), value.strip())
    return fields


def header_text(catalog: Catalog) -> str:
    """Return the header as it is to be written: as it was read where it still says the same as `catalog.metadata`."""
    old = read_fields(catalog.head.msgstr)
    if old == catalog.metadata:
        return catalog.head.msgstr
    lines = []
    for line in catalog.head.msgstr.removesuffix("\n").split("\n"):
        name, colon, _ = line.partition(":")
        name = name.strip()
        if not colon or old[name] == catalog.metadata.get(name):
            lines.append(line)
        elif name in catalog.metadata:
            lines.append(_field(name, catalog.metadata[name]))
    lines += [_field(name, value) for name, value in catalog.metadata.items() if name not in old]
    return "".join(f"{line}\n" for line in lines if line)


def _field(name: str, value: str) -> str:
    return f"{name}: {' '.join(value.split())}"


def field_lines(lines: list[str], start: int) -> dict[str, int]:
    """Return the line of each field of the header whose msgstr is in line `start` of `lines`, counted from 1."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines[start - 1 :], start):
        if number > start and '"' not in line:
            break
        if field := _FIELD_LINE.match(line):
            found.setdefault(field[1], number)
    return found


def timestamp(moment: dt.datetime) -> str:
    """Return `moment` as gettext writes it; without a time zone it is UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return f"{aware:%Y-%m-%d %H:%M%z}"


def charset(catalog: Catalog) -> str:
    """Return the charset that the header names as gettext finds it, in lower case; empty if it names none."""
    found = _CHARSET.search(catalog.head.msgstr)
    return found[1].lower() if found else ""


def nplurals(text: str) -> int | None:
    """Return the number of plural forms that the value of a ``Plural-Forms`` field names."""
    found = _NPLURALS.search(text)
    return int(found[1]) if found else None
