"""Tables as lines of plain text.

A table is written as records, ``header: cell`` line by line, so that each cell is heard with its header and nothing
has to be scanned sideways. Only a table of very short cells that fits in the width is set in columns.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from pipeline.render.plain_text.inline import Context, labelled, part_of
from pipeline.render.plain_text.tree import LABEL, RECORD, VALUE
from pipeline.render.plain_text.wrapping import BREAK, display_width, wrap

_SHORT_CELL = 20
_GAP = "   "

_Field = tuple[str, str, str]
"""Label, value and style of a cell."""


def table_lines(element: Element, context: Context) -> list[list[str]]:
    """Return the blocks of lines of a reshaped table."""
    records = [
        [(part_of(field, LABEL, context), part_of(field, VALUE, context), field.get("style", "")) for field in record]
        for record in element.iter(RECORD)
    ]
    filled = [record for record in records if any(value for _label, value, _style in record)]
    if not filled:  # a table of headers only
        filled = [[("", label, style) for label, _value, style in record] for record in records[:1]]
    columns = _columns(filled, context.width) if context.columns else []
    return [columns] if columns else [lines for record in filled if (lines := _record(record, context))]


def _record(record: list[_Field], context: Context) -> list[str]:
    texts = [labelled(context.words, label, value) for label, value, _style in record if value]
    return [line for text in texts for line in wrap(text, context.width, rest="  ")]


def _columns(records: list[list[_Field]], width: int) -> list[str]:
    """Return the lines of the table in columns, none if a cell is long or the whole is too wide."""
    if len({len(record) for record in records}) != 1:
        return []
    labels = [label for label, _value, _style in records[0]]
    rows = [labels] * any(labels) + [[value for _label, value, _style in record] for record in records]
    cells = [[_one_line(cell) for cell in row] for row in rows]
    widths = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
    if max(widths) > _SHORT_CELL or sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        return []
    if any(labels):
        cells.insert(1, ["-" * column for column in widths])
    right = ["right" in style for _label, _value, style in records[0]]
    return [_GAP.join(map(_padded, row, widths, right)).rstrip() for row in cells]


def _one_line(text: str) -> str:
    """Return the text of a cell as it is shown; one with line breaks counts as long."""
    long = " " * (_SHORT_CELL + 1)
    return long if BREAK in text else "".join(wrap(text, len(text) * 2))


def _padded(cell: str, width: int, right: bool) -> str:  # noqa: FBT001 - mapped over three lists
    space = " " * (width - display_width(cell))
    return space + cell if right else cell + space
