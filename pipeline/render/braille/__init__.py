"""The braille edition of a page (BRF), through liblouis."""

from pipeline.render.braille.page import render_braille
from pipeline.render.braille.tables import has_table

__all__ = ["has_table", "render_braille"]
