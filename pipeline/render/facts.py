"""What a page says about itself: who wrote and reviewed it and when, and on what it is based; nothing untrue."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.catalogs import Review
from pipeline.locale import Locale, format_date, format_names, format_number, language_name, parse_locale
from pipeline.model import Article, Basis
from pipeline.render.page import Fact, Words
from pipeline.render.provenance import provenance

ENGLISH = parse_locale("en")


def facts_of(
    article: Article, review: Review | None, grade: int | None, words: Words, source: Locale
) -> Iterator[Fact]:
    """Say who wrote the page and who reviewed it; nothing that is not so."""
    locale = words.locale
    if article.reviewed:
        # Translators: a label; a date follows
        yield Fact(words("Last reviewed"), format_date(article.reviewed, locale))
    if article.review_due:
        # Translators: a label; the date when this page has to be reviewed again follows
        yield Fact(words("Next review due"), format_date(article.review_due, locale))
    if article.authors:
        # Translators: a label; the names of the people who wrote this page follow
        yield Fact(words("Authors"), format_names(list(article.authors), locale))
    # Translators: a label; the state of the review by health professionals follows
    label = words("Medical review")
    yield _said("Not yet reviewed by a clinician", label, words)
    if grade is not None:
        # Translators: a label; how hard the page is to read follows
        label = words("Reading level")
        # Translators: {grade} is a year of school, such as 5; the formula counts long words and long sentences
        yield _said(
            "About school grade {grade}, measured by a formula",
            label,
            words,
            grade=format_number(grade, locale),
        )
    if review is not None:
        yield from _translation_facts(review, words, source)
        yield from provenance(review, article.review_months, words)


def _said(message: str, label: str, words: Words, **values: str) -> Fact:
    """A fact told in the frame's words, which are English where they are not translated."""
    return Fact(label, words(message, **values), None if message in words or words.locale == ENGLISH else ENGLISH)


def _translation_facts(review: Review, words: Words, source: Locale) -> Iterator[Fact]:
    # Translators: a label; where the translation comes from follows
    label = words("Translation")
    language = language_name(source, words.locale)
    if review.translator:
        # Translators: {language} is the bare name of a language in your language, such as inglés or Englisch
        yield _said("Translated from {language} by {name}", label, words, language=language, name=review.translator)
    else:
        # Translators: {language} is the bare name of a language in your language, such as inglés or Englisch
        yield _said("Translated from {language}", label, words, language=language)
    # Translators: a label; who reviewed the translation follows
    label = words("Translation review")
    if not review.by:
        yield _said("This translation has not yet been reviewed by a native-speaking clinician.", label, words)
    elif not review.current:
        yield _said("An earlier version was reviewed by {name}", label, words, name=review.by)
    elif review.on:
        date = format_date(review.on, words.locale)
        # Translators: {date} is a full date, such as 22 November 2026
        yield _said("Reviewed by {name} on {date}", label, words, name=review.by, date=date)
    else:
        yield _said("Reviewed by {name}", label, words, name=review.by)


def original_facts(basis: Basis | None, words: Words) -> Iterator[Fact]:
    """Credit the work that the article is based on."""
    if basis is None:
        return
    # Translators: a title and its publisher; use the quotation marks of your language
    title = words("“{title}” by {publisher}", title=basis.title, publisher=basis.publisher)
    # Translators: a label; the title of the original work follows
    yield Fact(words("Based on"), title if basis.publisher else basis.title)
    roles = {
        # Translators: a label in the credits of the original work; a name follows
        "author": words("Author"),
        "editors": words("Editors"),
        "illustrator": words("Illustrator"),
        # Translators: the person who corrected the language of the original
        "copyeditor": words("Copyeditor"),
        "reviewers": words("Reviewers"),
        "translators": words("Translators"),
    }
    for role, names in basis.credits:
        yield Fact(roles[role], "; ".join(names))
    if basis.modified:
        # Translators: a label; the date when the original work was last changed follows
        yield Fact(words("Last changed"), format_date(basis.modified, words.locale))
