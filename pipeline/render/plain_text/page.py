"""The plain-text edition of a page: for a terminal, an e-mail and a screen reader.

It is made from the tree that the web page is made from, and leaves nothing out: links are numbered and listed, tables
are told row by row, pictures are described, and other languages are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.locale import Locale, format_minutes
from pipeline.model import SUMMARY
from pipeline.render.notices import notices
from pipeline.render.page import Fact, Page, Words
from pipeline.render.plain_text.blocks import Block, flow, heading, item, joined, paragraph
from pipeline.render.plain_text.inline import Context, Enclose, labelled, unchanged
from pipeline.render.plain_text.languages import differs, language_mark, mark_languages
from pipeline.render.plain_text.links import number_links, point_to_texts, text_edition
from pipeline.render.plain_text.tree import nodes, reshape_tables, resolved
from pipeline.render.plain_text.wrapping import clean, protect, tidy, wrap
from pipeline.render.reading_time import reading_minutes
from pipeline.render.terms.abbreviations import write_out
from pipeline.render.terms.explain import explained
from pipeline.render.terms.readings import set_apart_readings

WIDTH = 72
"""Columns: what an e-mail quotes without breaking its lines."""

_ENDLESS = 1_000_000
"""Columns that no block fills."""


def render_text(page: Page) -> str:
    """Return the whole page as text: title, article, notes, links, and what the page says about itself."""
    context, blocks = _article(page, WIDTH)
    blocks += [*_languages(page, context), *_foot(page, context)]
    return "\n".join(joined(blocks)) + "\n"


def text_lines(page: Page, enclose: Enclose) -> list[str]:
    """Return the same without addresses of other editions, in lines that are not broken, for a layout of another kind.

    What is in another language goes through `enclose`, with its language tag.
    """
    context, blocks = _article(page, _ENDLESS, enclose)
    return joined([*blocks, *_disclaimer(context)])


def _article(page: Page, width: int, enclose: Enclose = unchanged) -> tuple[Context, list[Block]]:
    """Return all that both have."""
    root = resolved(page.document)
    write_out(root, page)
    set_apart_readings(root, page)
    reshape_tables(root)
    foreign = point_to_texts(root, page)
    words = Words(page.locale, {message: clean(text) for message, text in page.words.translations.items()})
    is_foreign = bool(page.document.description.strip()) and _is_untranslated(page, "description")
    mark_languages(root, words, page.source_locale.tag if is_foreign else page.locale.tag, enclose)
    context = Context(words, number_links(root), width, enclose=enclose, columns=width < _ENDLESS)
    blocks = [
        *_head(page, context),
        *flow(nodes(root), context),
        *_terms(page, context),
        *_links(foreign, context),
        *_about(page, context),
    ]
    return context, blocks


def _safe(text: str) -> str:
    """A text from outside the tree, safe to lay out."""
    return tidy(clean(text))


def _is_untranslated(page: Page, kind: str) -> bool:
    return any(segment.kind == kind for segment in page.document.untranslated)


def _head(page: Page, context: Context) -> Iterator[Block]:
    yield heading(_own(page, "title", page.document.title, context), context, "=")
    for notice in notices(page, context.words):
        yield paragraph(_safe(notice), context)
    if page.document.description.strip():
        yield paragraph(_own(page, "description", page.document.description, context), context)
    if minutes := reading_minutes(page.document):
        time = format_minutes(minutes, page.locale)
        # Translators: {time} is a number with its unit, such as 4 minutes
        yield paragraph(_safe(context.words("Reading time: {time}", time=time)), context)
    if summary := _own(page, SUMMARY, page.document.summary, context):
        yield heading(_safe(context.words("In short")), context)
        yield paragraph(summary, context)


def _own(page: Page, kind: str, text: str, context: Context) -> str:
    """The title or description, with its language if it is not the page's."""
    if _is_untranslated(page, kind):
        text = f"{language_mark(context.words, page.source_locale)} {context.enclose(text, page.source_locale.tag)}"
    return _safe(text)


def _links(foreign: Mapping[str, Locale], context: Context) -> Iterator[Block]:
    """The addresses of links, with the language of those that are `foreign`."""
    if not context.links:
        return
    yield heading(_safe(context.words("Links")), context)
    lines: list[str] = []
    for address, number in context.links.items():
        mark = f"{_safe(language_mark(context.words, foreign[address]))} " if address in foreign else ""
        marker = f"[{number}] "
        lines += item(marker, [paragraph(tidy(mark + protect(address)), context.narrower(len(marker)))])
    yield Block(lines)


def _terms(page: Page, context: Context) -> Iterator[Block]:
    """The words that are explained, in the order of the text: a list is easier to skip than brackets in sentences."""
    entries = explained(page)
    if not entries:
        return
    yield heading(_safe(context.words("Words explained on this page")), context)
    mark = f"{language_mark(context.words, page.source_locale)} "
    for entry in entries:
        term = f"{entry.term} ({entry.reading})" if entry.reading else entry.term
        name = _safe(f"{mark if entry.foreign_term else ''}{term}")
        text = paragraph(_safe(f"{mark if entry.foreign_text else ''}{entry.text}"), context.narrower(4))
        yield Block([*paragraph(name, context).lines, *(f"    {line}" for line in text.lines)])


def _about(page: Page, context: Context) -> Iterator[Block]:
    if page.facts or page.original:
        yield heading(_safe(context.words("About this page")), context)
    if page.facts:
        yield _facts(page.facts, page, context)
    if page.original:
        yield heading(_safe(context.words("Original work")), context, "~")
        yield _facts(page.original, page, context)


def _facts(facts: Iterable[Fact], page: Page, context: Context) -> Block:
    return Block([line for fact in facts for line in paragraph(_fact(fact, page, context), context, 2).lines])


def _fact(fact: Fact, page: Page, context: Context) -> str:
    foreign = fact.locale if fact.locale and differs(fact.locale.tag, page.locale.tag) else None
    value = fact.value
    if foreign:
        value = f"{language_mark(context.words, foreign)} {context.enclose(value, foreign.tag)}"
    return _safe(labelled(context.words, fact.label, value))


def _languages(page: Page, context: Context) -> Iterator[Block]:
    """Each address has its own line: beside a name in Arabic letters, a terminal would show it in disorder."""
    if all(alternate.locale == page.locale for alternate in page.alternates):
        return
    yield heading(_safe(context.words("Languages")), context)
    lines: list[str] = []
    for alternate in page.alternates:
        address = tidy(protect(clean(text_edition(alternate.url))))
        lines += wrap(_safe(alternate.locale.autonym), context.width) + wrap(address, context.width, "  ", "  ")
    yield Block(lines)


def _foot(page: Page, context: Context) -> Iterator[Block]:
    yield Block(["* * *"])
    address = page.url or f"{page.path.rpartition('/')[2]}.html"
    yield paragraph(tidy(labelled(context.words, context.words("Web page version"), protect(clean(address)))), context)
    yield from _disclaimer(context)


def _disclaimer(context: Context) -> Iterator[Block]:
    disclaimer = context.words(
        "This page gives general information. It does not replace advice from a doctor or other health worker."
    )
    yield paragraph(_safe(disclaimer), context)
