"""Where a translation comes from, as far as its catalog says so."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article.periods import months_later
from pipeline.catalogs import Review
from pipeline.catalogs.review import CORRECTED, MACHINE, PEOPLE
from pipeline.locale import format_date
from pipeline.render.page import Fact, Words
from pipeline.render.page import noted as _

_WAYS = {
    # Translators: an answer to “How it was translated”
    PEOPLE: _("By people"),
    # Translators: an answer to “How it was translated”
    CORRECTED: _("By a machine, then corrected by people"),
    # Translators: an answer to “How it was translated”
    MACHINE: _("By a machine, without correction by people"),
}


def provenance(review: Review, months: int, words: Words) -> Iterator[Fact]:
    """Say how the translation was made and, if a review holds for `months`, when the next one is due."""
    if message := _WAYS.get(review.method):
        told = words.language(message)
        # Translators: a label; whether people or a machine translated this page follows
        label = words("How it was translated")
        yield Fact(label, words(message), None if told == words.locale else told)
    if months and review.current and review.on:
        # Translators: a label; the date when this translation has to be reviewed again follows
        label = words("Next review of the translation due")
        yield Fact(label, format_date(months_later(review.on, months), words.locale))
