"""Review sheets: source and translation side by side, for people who will never open a catalog.

A sheet is a tool, not a published page, so it may hold a script; it can also be printed, or edited in a word processor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.catalogs.corrections import Row
from pipeline.locale import Locale, language_name, parse_locale
from pipeline.render.html import FOLDER


@dataclass(frozen=True, slots=True)
class Table:
    """The messages of one domain."""

    domain: str
    rows: Sequence[Row]


def render_sheet(tables: Sequence[Table], source: Locale, target: Locale) -> str:
    """Return the review sheet of `tables`, a page in English about texts in two languages."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    english = parse_locale("en")
    names = {locale: language_name(locale, english) for locale in (source, target)}
    return environment.get_template("sheet.html").render(tables=tables, source=source, target=target, names=names)
