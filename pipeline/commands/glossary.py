"""What the glossary of a project explains, in each language."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pipeline.article import translate
from pipeline.checks.plain_language.glossary import names_of
from pipeline.commands.editions import GLOSSARY, Localized
from pipeline.model import Document


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
