"""The pages of this repository's own articles, as its catalogs translate them, without a build."""

import dataclasses
from functools import cache
from pathlib import Path

import polib

from pipeline.article import parse, read_article, translate
from pipeline.catalogs import Review
from pipeline.locale import parse_locale
from pipeline.model import Article
from pipeline.render.page import Alternate, Fact, Page, Phrase, Words
from pipeline.render.wall import own_of
from pipeline.site import Edition, Site

ROOT = Path(__file__).parent.parent.parent
ENGLISH = parse_locale("en")
NOT_REVIEWED = Review(by="", on=None, current=False)


def _catalog(locale, domain):
    catalog = polib.pofile(str(ROOT / f"locales/{locale.name}/LC_MESSAGES/{domain}.po"), wrapwidth=0)
    return {(entry.msgctxt, entry.msgid): entry.msgstr for entry in catalog if entry.translated()}


@cache
def _document(domain):
    return parse(read_article((ROOT / f"source/{domain}.md").read_bytes(), f"source/{domain}.md", domain), ENGLISH)


@cache
def published(name, domain="muscle-spasms", formats=("epub", "pdf", "brf")):
    """The page of an article in the locale `name`."""
    locale = parse_locale(name)
    document, review, words = _document(domain), None, {}
    if locale != ENGLISH:
        table = _catalog(locale, domain)
        document = translate(document, lambda segment: table.get(tuple(segment.key)), locale)
        words = {text: translation for (_, text), translation in _catalog(locale, "site").items()}
        review = NOT_REVIEWED
    editions = {domain: {locale: Edition(document, review)}, "glossary": {locale: Edition(_document("glossary"), None)}}
    all_words = {ENGLISH: Words(ENGLISH, {}), locale: Words(locale, words)}
    site = Site(ENGLISH, "https://health.example/", all_words, "Health in plain words", True, editions, formats=formats)  # noqa: FBT003
    return dataclasses.replace(next(site.pages()), own=own_of(_document(domain), ()))


def made_up(body, title="Title", locale="en", **changes):
    """The page of an article that a test made up."""
    article = Article("source/guide.md", "guide", title, changes.pop("description", ""), body, 0)
    article = dataclasses.replace(article, authors=changes.pop("authors", ()))
    language = parse_locale(locale)
    document = parse(article, language)
    page = Page(
        document=document,
        own=own_of(document, ()),
        path=f"{language.tag}/guide",
        words=Words(language, {}),
        site_title=Phrase("Health", language),
        source_locale=ENGLISH,
        url="",
        alternates=(Alternate(language, "guide.html", "guide.html"),),
        articles={},
        facts=(Fact("Authors", title),),
        text_edition=True,
        original=(),
    )
    return dataclasses.replace(page, **changes)
