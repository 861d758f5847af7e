"""PO files: a strict, lossless reader and a canonical writer.

`Catalog` and `Message` are polib's classes with what polib forgets; polib's own parser and writer are not used,
because the one loses data and the other does not write what gettext writes.
"""

from pipeline.catalogs.po_model import Catalog, Message, key_of
from pipeline.catalogs.po_reader import read_po
from pipeline.catalogs.po_writer import format_po

__all__ = ["Catalog", "Message", "format_po", "key_of", "read_po"]
