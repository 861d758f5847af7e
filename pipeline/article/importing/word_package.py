"""A Word document as a package of parts. Nothing in it is run or fetched, and its size is limited."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn
from xml.etree import ElementTree as ET
from xml.parsers import expat

from pipeline.errors import InputError

_LARGEST_PART = 50_000_000
_LARGEST = 300_000_000
_MOST_PARTS = 10_000
"""More than any manuscript has; a package beyond it is there to do harm."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DOCUMENT = "/officeDocument"
_ENCRYPTED = 0x1
_SAVE_AS = "open it in Word or LibreOffice and save it as Word document (.docx)"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part points to."""

    kind: str
    """The last part of the type's name: ``hyperlink``, ``image``, ``footnotes``."""

    target: str
    external: bool


class Package:
    """The parts of a document that is in memory."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open the package. Raises `InputError`, which says what the file is and what to do, if it cannot."""
        self.path = path
        if data.startswith(_OLE):
            raise InputError(f"an old (.doc) or encrypted document; {_SAVE_AS}, without a password", path)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise InputError(f"not a Word document, or a damaged one; {_SAVE_AS}", path) from None
        parts = self._zip.infolist()
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise InputError(f"an encrypted document; {_SAVE_AS}, without a password", path)
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
            self._too_large()
        self._names = {part.filename for part in parts}
        main = next((each.target for each in self.relations("").values() if each.kind == _DOCUMENT.strip("/")), "")
        self.main = main.strip("/")
        """The name of the part that holds the text."""
        if self.main not in self._names or posixpath.dirname(self.main) != "word":
            raise InputError(f"not a Word document; {_SAVE_AS}", path)

    def bytes(self, name: str) -> bytes:
        """Return the content of a part, empty if there is none of that name."""
        if name not in self._names:
            return b""
        try:
            with self._zip.open(name) as part:
                data = part.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
            raise InputError(f"the part {name} of this document is damaged; {_SAVE_AS}", self.path) from None
        return data if len(data) <= _LARGEST_PART else self._too_large()

    def xml(self, name: str) -> ET.Element | None:
        """Return the tree of a part, or None if there is none of that name."""
        data = self.bytes(name)
        if not data:
            return None
        try:
            _refuse_doctype(data)
            return ET.fromstring(data)  # noqa: S314 - without a DOCTYPE there are no entities
        except (ET.ParseError, expat.ExpatError, ValueError, LookupError):
            raise InputError(f"the part {name} of this document is damaged; {_SAVE_AS}", self.path) from None

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part points to, by the identifiers that it uses; of the package itself with ``""``."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return dict(_relations(root, folder)) if root is not None else {}

    def _too_large(self) -> NoReturn:
        raise InputError("the document is too large when unpacked; save it without its pictures", self.path)


def _relations(root: ET.Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in root.iter(_RELATION):
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).strip("/")
        yield element.get("Id", ""), Relation(element.get("Type", "").rpartition("/")[2], target, external)


def _refuse_doctype(data: bytes) -> None:
    """Raise `ValueError` for a part that declares entities, as only a part made to do harm does."""

    def refuse(*_: object) -> NoReturn:
        raise ValueError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)  # noqa: FBT003 - the signature is Python's
