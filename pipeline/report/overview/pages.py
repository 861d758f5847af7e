"""The figures as pages: HTML without a script, one style sheet, pictures inside; and a badge for each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline.locale import Locale, format_number, format_share, language_name, parse_locale
from pipeline.model import Severity
from pipeline.render.html import STYLE
from pipeline.render.page import Words
from pipeline.report.overview.badge import badge
from pipeline.report.overview.chart import Caption, chart
from pipeline.report.overview.figures import FUZZY, HELD_BACK, MISSING, Language, Overview, Point, Row, severities
from pipeline.report.overview.wording import Wording

FOLDER = "report"
"""Where the pages stand, below the output folder."""

_TEMPLATES = Path(__file__).parent / "templates"
_FOREIGN_LETTER = "[\u0370-\u1dff\u2c00-\ufefc\U00010000-\U0003ffff]"
_FOREIGN = re.compile(rf"{_FOREIGN_LETTER}(?:[^“”a-zA-Z]*{_FOREIGN_LETTER})*")
"""Words in other letters than Latin ones."""

_STATES = (MISSING, FUZZY, HELD_BACK)
ENGLISH = parse_locale("en")
"""The language of findings."""


def render_overview(overview: Overview, words: Words) -> Iterator[tuple[str, str]]:
    """Yield path (below the output folder) and content of every file of the report, in the language of `words`."""
    style = STYLE.read_text(encoding="utf-8") + (_TEMPLATES / "overview.css").read_text(encoding="utf-8")
    yield f"{FOLDER}/report.css", style
    pages = _Pages(overview, words)
    yield f"{FOLDER}/index.html", pages.index()
    for language in (overview.source, *overview.languages):
        folder = f"{FOLDER}/{language.locale.tag}"
        yield f"{folder}/index.html", pages.language(language)
        for row in language.rows:
            yield f"{folder}/{row.domain}.html", pages.row(row)
    for language in overview.languages:
        yield f"{FOLDER}/badges/{language.locale.tag}.svg", badge(language.locale, language.work.share)


class _Pages:
    """The pages of one report."""

    def __init__(self, overview: Overview, words: Words) -> None:
        self._overview, self._words = overview, words
        self._reader = words.locale
        self._wording = Wording(words)

    def index(self) -> str:
        overview = self._overview
        cells = {(row.domain, row.locale): row for language in overview.languages for row in language.rows}
        articles = overview.source.rows
        every = {domain: row for (domain, _), row in cells.items()}
        rows = [every[domain] for domain in sorted(every)]
        left = {
            each.domain: sum(cells[each.domain, language.locale].work.left for language in overview.languages
                             if (each.domain, language.locale) in cells)
            for each in articles
        }  # fmt: skip
        return self._render(
            "index.html", "", cells=cells, rows=rows, left=left, picture=self._picture(overview.history)
        )

    def language(self, language: Language) -> str:
        is_source = language is self._overview.source
        picture = self._picture(language.history)
        return self._render("language.html", "../", language=language, is_source=is_source, picture=picture)

    def row(self, row: Row) -> str:
        up = "../" * (row.domain.count("/") + 1)
        remarks = {
            severity: [each for each in row.remarks if each.finding.severity is severity] for severity in Severity
        }
        blocks = {state: [block for block in row.blocks if block.state == state] for state in _STATES}
        is_source = row.locale == self._overview.source.locale
        return self._render("article.html", up, row=row, remarks=remarks, blocks=blocks, is_source=is_source)

    def _picture(self, points: Sequence[Point]) -> Markup | None:
        if len(points) < 2:  # noqa: PLR2004 - a line has two ends
            return None
        return chart(points, Caption(*self._wording.chart(points[0], points[-1])), self._reader, "chart")

    def _render(self, template: str, up: str, **values: object) -> str:
        return _environment().get_template(template).render(
            overview=self._overview,
            words=self._words,
            _=self._words,
            say=self._wording,
            reader=self._reader,
            up=up,
            top=f"{up}../",
            share=lambda share: format_share(share, self._reader),
            number=lambda number: format_number(number, self._reader),
            name=lambda locale: language_name(locale, self._reader),
            source=self._overview.source.locale,
            english=ENGLISH,
            **values,
        )  # fmt: skip


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.globals |= {"severities": severities, "Severity": Severity, "heat": _heat, "quote": quote}
    environment.filters |= {"lang": _language, "quoted": _quoted}
    return environment


def _heat(share: float) -> int:
    """Return how warm a cell is, 0 (nothing) to 4 (all); the share itself stands in it."""
    return 4 if share >= 1 else int(share * 4)


def _quoted(text: str, name: str) -> Markup:
    """Return an English text about a translation in the locale `name`, with what is in its letters marked as such."""
    told = escape(text)
    if not name:
        return told
    locale = parse_locale(name)
    return Markup(_FOREIGN.sub(rf'<bdi lang="{locale.tag}" dir="{locale.direction}">\g<0></bdi>', str(told)))  # noqa: S704 - escaped


def _language(locale: Locale, reader: Locale) -> Markup:
    """Return `` lang="…" dir="…"`` for what is not in the reader's language, else nothing."""
    if locale.tag == reader.tag:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(locale.tag, locale.direction)
