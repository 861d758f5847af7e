"""What the glossary of a project explains, in each language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import astuple
from typing import Any

from pipeline.article import translate
from pipeline.article.glossary import GLOSSARY, Entry, Glossary, read_glossary
from pipeline.catalogs import Catalog
from pipeline.checks import Ledger
from pipeline.checks.plain_language.glossary import names_of
from pipeline.commands.digests import Digests, digest
from pipeline.commands.editions import Localized, Publishable
from pipeline.commands.incremental import Record, catalog_name
from pipeline.commands.workspace import catalog_path, read_catalog
from pipeline.errors import InputError, InputErrors
from pipeline.locale import Locale
from pipeline.model import Document, Key
from pipeline.project import Project

_FORMS = re.compile(r"\s*forms:\s*(.+)", re.IGNORECASE)
_COMMA = re.compile("[,;،、，；؛]")


def glossary_names(documents: Iterable[Document], localized: Collection[Localized] = ()) -> dict[str, frozenset[str]]:
    """Return the names that the glossary among `documents` and its translations explain, by language tag."""
    glossary = next((each for each in documents if each.article.domain == GLOSSARY), None)
    if glossary is None:
        return {}
    found = {glossary.locale.tag: names_of(glossary)}
    for each in localized:
        if each.subject.domain == GLOSSARY:
            locale = each.subject.locale
            found[locale.tag] = names_of(translate(glossary, each.lookup, locale))
    return found


def explained(document: Document, found: Localized, source: Glossary) -> Glossary:
    """Return what readers of one language can look up, from the glossary and what was `found` of it there.

    `source` is what `document`, the glossary in its own language, explains.
    """
    forms = _forms(document, found.subject.catalog)
    return read_glossary(translate(document, found.lookup, found.subject.locale), forms, source)


class Explanations:
    """Gives what the glossary explains in one language after another; the record keeps it for the next build."""

    def __init__(
        self,
        project: Project,
        document: Document,
        terms: tuple[str, ...],
        records: tuple[Record, Record],
        digests: Digests,
    ) -> None:
        """Take the glossary in its own language, and its terms."""
        self._project, self._document = project, document
        self._before, self._after = records
        self._digests = digests
        self._publishable = Publishable(project, document, Ledger(), terms)
        self._source = read_glossary(document, {})
        self._made_from = digest(repr(self._source), document.article.body)

    def of(self, locale: Locale, rejected: Collection[Key]) -> Glossary:
        """Return what readers of `locale` can look up; what has an error against it stays in the source's language.

        A catalog that cannot be used counts as empty: who makes the page of the glossary tells what is wrong.
        """
        if locale == self._document.locale:
            return self._source
        name = catalog_name(locale.name, GLOSSARY)
        made_from = digest(self._made_from, str(self._digests.look(name)[-1]), *sorted(map(repr, rejected)))
        known = self._before.glossary.get(locale.name)
        if known is None or known["made_from"] != made_from:
            entries = self._made(locale, rejected).entries
            known = {"made_from": made_from, "entries": [list(astuple(entry)) for entry in entries]}
        self._after.glossary[locale.name] = known
        return Glossary(locale.tag, tuple(map(_entry, known["entries"])))

    def _made(self, locale: Locale, rejected: Collection[Key]) -> Glossary:
        try:
            file = read_catalog(self._project, catalog_path(self._project, locale, GLOSSARY), locale)
        except (InputError, InputErrors):
            file = None
        return explained(self._document, self._publishable.localized(locale, file, rejected), self._source)


def _entry(values: list[Any]) -> Entry:
    anchor, term, text, names, *more = values
    return Entry(anchor, term, text, tuple(names), *more)


def _forms(document: Document, catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the forms of terms that translators told in comments (``# forms: Adern, Ader``), by anchor."""
    anchors = [term.get("id", "") for term in document.root.iter("dt")]
    keys = [segment.key for segment in document.segments if segment.kind == "dt"]
    if len(anchors) != len(keys):  # a term that its author keeps from translation: nobody knows which it is
        return {}
    messages = catalog.by_key()
    found: dict[str, tuple[str, ...]] = {}
    for anchor, key in zip(anchors, keys, strict=True):
        lines = messages[key].translator_comments if key in messages else []
        told = [part.strip() for line in lines if (match := _FORMS.match(line)) for part in _COMMA.split(match[1])]
        found[anchor] = tuple(filter(None, told))
    return found
