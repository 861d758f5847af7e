"""``export``: catalogs → translation memory, glossary, review sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.article.glossary import GLOSSARY
from pipeline.article.inline import read_inline
from pipeline.catalogs import Catalog, State, state
from pipeline.catalogs.corrections import apply, read_corrections, rows
from pipeline.catalogs.termbase import Term, guarded, tbx, tsv
from pipeline.catalogs.tmx import tmx
from pipeline.commands.files import put, read_if_there, shown
from pipeline.commands.join import read_catalogs
from pipeline.commands.outcome import Outcome
from pipeline.commands.workspace import CatalogFile, check_output, read_articles
from pipeline.errors import InputError, InputErrors
from pipeline.locale import Locale
from pipeline.model import Document, Segment
from pipeline.project import Project
from pipeline.render.sheet import Table, render_sheet


@dataclass(frozen=True, slots=True)
class _Content:
    """What there is to export."""

    project: Project
    locale: Locale
    catalogs: Mapping[str, Catalog]
    """Those chosen, by their domains."""

    outcome: Outcome


def export(project: Project, locale: Locale, domains: tuple[str, ...], form: str, outcome: Outcome) -> str:
    """Return the file in one of `FORMS` for `domains` of `locale`, or for all of them.

    Raises `InputErrors` if a catalog cannot be read or a domain has none.
    """
    files = read_catalogs(project, locale)
    unknown = [domain for domain in domains if domain not in files]
    if unknown or not files:
        known = ", ".join(files) or "none; make them with: plainspoken update"
        raise InputErrors(
            InputError(f"{domain}: no such catalog of {locale.name}; there are: {known}")
            for domain in unknown or (locale.name,)
        )
    chosen = {domain: file.catalog for domain, file in files.items() if not domains or domain in domains}
    return FORMS[form](_Content(project, locale, chosen, outcome))


def write_export(project: Project, locale: Locale, content: bytes, output: Path, outcome: Outcome) -> None:
    """Write what `export` made to `output`.

    Raises `InputError` if a sheet is there with corrections that are in no catalog yet, or a file of the project.
    """
    check_output(project, output)
    before, name = read_if_there(output, project.root), shown(output, project.root)
    if before is not None and _holds_corrections(before, locale, read_catalogs(project, locale)):
        message = "this sheet holds corrections that are not in the catalogs; bring them back first, with: plainspoken"
        raise InputError(f"{message} review {locale.name} … --corrections {name}", name)
    if put(output, content, project.root):
        outcome.changed.append(name)


def _holds_corrections(sheet: bytes, locale: Locale, files: Mapping[str, CatalogFile]) -> bool:
    """Tell whether a reviewer's words are lost with `sheet`; a file that is none holds no such."""
    try:
        corrections = read_corrections(sheet, "")
    except InputError:
        return False
    for domain, file in files.items():
        result = apply(file.catalog, locale, domain, corrections, lambda *_: False)
        waiting = {correction.key for correction, _ in result.refused}
        corrections = [correction for correction in corrections if correction.key in waiting]
    return bool(corrections)


def _tmx(content: _Content) -> str:
    return tmx(content.catalogs, content.project.source_locale, content.locale)


def _sheet(content: _Content) -> str:
    tables = [Table(name, rows(catalog, content.locale, name)) for name, catalog in content.catalogs.items()]
    return render_sheet(tables, content.project.source_locale, content.locale)


def _tsv(content: _Content) -> str:
    terms = _terms(content)
    content.outcome.notes += [
        f"“{term}” would be a formula in a spreadsheet, so an apostrophe stands before it" for term in guarded(terms)
    ]
    return tsv(terms)


def _tbx(content: _Content) -> str:
    title = f"{content.project.title}: {GLOSSARY}"
    return tbx(_terms(content), content.project.source_locale, content.locale, title)


FORMS: dict[str, Callable[[_Content], str]] = {"tmx": _tmx, "tsv": _tsv, "tbx": _tbx, "sheet": _sheet}
"""Each form of an export, by its name."""


def _terms(content: _Content) -> list[Term]:
    """Return the terms of the glossary, each with its definition, as far as they are translated."""
    documents, errors = read_articles(content.project)
    document = next((each for each in documents if each.article.domain == GLOSSARY), None)
    catalog = content.catalogs.get(GLOSSARY)
    if document is None or catalog is None:
        message = f"there is no {GLOSSARY}: terms are the definition list of source/{GLOSSARY}.md, with its catalog"
        raise InputErrors([*errors, InputError(message)])
    return _read_terms(document, catalog)


def _read_terms(document: Document, catalog: Catalog) -> list[Term]:
    messages = catalog.by_key()

    def both(segment: Segment) -> tuple[str, str]:
        message = messages.get(segment.key)
        translation = message.msgstr if message and state(message) is State.TRANSLATED else ""
        return _plain(document, segment, segment.text), _plain(document, segment, translation)

    terms: list[Term] = []
    for segment in document.segments:
        source, target = both(segment)
        if segment.kind == "dt":
            terms.append(Term(source, target))
        elif segment.kind == "dd" and terms:
            last = terms[-1]
            definitions = (f"{last.definition} {source}".strip(), f"{last.target_definition} {target}".strip())
            terms[-1] = Term(last.source, last.target, *definitions)
    return terms


def _plain(document: Document, segment: Segment, text: str) -> str:
    """Return `text` as readers see it: terms are looked up without Markdown."""
    return " ".join(read_inline(document.parser, text, segment.kind).text.split())
