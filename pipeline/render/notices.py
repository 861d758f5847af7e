"""What a reader has to know before reading on: that a part is not translated, or not of today."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.locale import format_date, format_share, language_name
from pipeline.render.page import Outdated, Page, Words

_LEAST = 0.01
"""A smaller share is told as this one: never that nothing is out of date."""


def notices(page: Page, words: Words) -> Iterator[str]:
    """Yield the notices for the top of `page`, in `words`."""
    if page.document.untranslated:
        language = language_name(page.source_locale, page.locale)
        yield words("Some parts of this page are not translated yet. They are shown in {language}.", language=language)
    if page.outdated:
        yield _outdated(page.outdated, words)
        if page.outdated.shown:
            yield words("Some of these parts are shown in their older form.")


def _outdated(outdated: Outdated, words: Words) -> str:
    share = format_share(max(outdated.share, _LEAST), words.locale)
    if outdated.since is None:
        # Translators: {share} is a percentage, such as 5%
        return words("The original text has changed. {share} of this translation is out of date.", share=share)
    date = format_date(outdated.since, words.locale)
    # Translators: {share} is a percentage, such as 5%; {date} is a full date, such as 22 November 2026
    return words(
        "The original text has changed. {share} of this translation is out of date since {date}.",
        share=share,
        date=date,
    )
