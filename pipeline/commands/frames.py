"""The words of the page frame in every language, made again only where something about them changed."""

from __future__ import annotations

import json
from typing import Any

from pipeline.catalogs.frame import SITE
from pipeline.checks import Ledger
from pipeline.commands.digests import Digests, digest
from pipeline.commands.editions import Publishable
from pipeline.commands.held_back import held_back
from pipeline.commands.incremental import Record, catalog_name
from pipeline.commands.workspace import catalog_path, read_catalog, read_words
from pipeline.errors import InputError, InputErrors
from pipeline.locale import Locale
from pipeline.model import Key
from pipeline.project import Project
from pipeline.render.page import Words

Rejected = dict[tuple[str, Locale], frozenset[Key]]


class Frames:
    """Gives the words of one language after another; `after` keeps them for the next build."""

    def __init__(self, project: Project, before: Record, after: Record, digests: Digests, rejected: Rejected) -> None:
        self.errors: list[InputError] = []
        """What of the catalogs cannot be used."""
        self.notes: list[str] = []
        self.ledger = Ledger()
        self._project, self._before, self._after = project, before, after
        self._digests, self._rejected = digests, rejected
        self._publishable: Publishable | None = None

    def words(self, locale: Locale) -> Words:
        """Return the words of the frame in `locale`; one that has an error against it stays in English."""
        name = catalog_name(locale.name, SITE)
        seen = self._digests.look(name, self._before.files.get(name))
        rejected = self._rejected.get((SITE, locale), frozenset())
        made_from = digest(str(seen[-1]), *sorted(map(repr, rejected)))
        known = self._before.frame.get(locale.name)
        if known is None or known["made_from"] != made_from:
            known = self._made(locale, made_from, rejected)
        if known:
            self._after.files[name] = seen
            self._after.frame[locale.name] = known
            self.notes += [known["note"]] if known["note"] else []
            return Words(locale, known["words"])
        return read_words(self._project, locale)

    def _made(self, locale: Locale, made_from: str, rejected: frozenset[Key]) -> dict[str, Any]:
        """Return the words of `locale` with what they are made from; nothing if its catalog cannot be used."""
        if locale == self._project.source_locale:
            return {"made_from": made_from, "words": dict(read_words(self._project, locale).translations), "note": ""}
        try:
            file = read_catalog(self._project, catalog_path(self._project, locale, SITE), locale)
        except InputErrors as several:
            self.errors += several.errors
            return {}
        except InputError as error:
            self.errors.append(error)
            return {}
        if self._publishable is None:
            self._publishable = Publishable(self._project, None, self.ledger)
        found = self._publishable.localized(locale, file, rejected)
        words = read_words(self._project, locale, found.lookup).translations
        return {"made_from": made_from, "words": dict(words), "note": held_back(found)}


def digest_of(words: Words) -> str:
    """Return the digest of the words of a frame."""
    return digest(json.dumps(dict(words.translations), sort_keys=True))
