"""What stands where, and what a page says about itself."""

import datetime as dt
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from pipeline.article import parse
from pipeline.catalogs import Review
from pipeline.locale import parse_locale
from pipeline.model import Article, Basis
from pipeline.render.page import Words
from pipeline.render.sitemap import sitemap_pieces
from pipeline.site import Edition, Site, robots

EN, DE, AR = map(parse_locale, ("en", "de", "ar"))
NOT_REVIEWED = Review("", None, current=False)


def document(domain="x", locale=EN, **fields):
    article = Article(f"source/{domain}.md", domain, fields.pop("title", "Title"), "Description", "Text.", 0, **fields)
    return parse(article, locale)


def site(editions=None, base_url="https://x.org/", locales=(AR, DE, EN), words=None, **fields):
    """A site; by default one article in English and German, one in English only."""
    if editions is None:
        editions = {
            "a": {EN: Edition(document("a"), None), DE: Edition(document("a", DE), NOT_REVIEWED)},
            "b/c": {EN: Edition(document("b/c"), None)},
        }
    table = {locale: Words(locale, (words or {}).get(locale, {})) for locale in locales}
    return Site(
        source_locale=EN, base_url=base_url, words=table, title="Site", text_edition=True, editions=editions, **fields
    )


def pages(of):
    return {page.path: page for page in of.pages()}


def facts(page):
    return [(fact.label, fact.value, fact.locale) for fact in page.facts]


def test_each_edition_has_a_page():
    assert set(pages(site())) == {"en/a", "de/a", "en/b/c"}


def test_alternates_are_the_published_languages_in_one_order():
    found = pages(site())
    assert [(each.locale, each.href, each.url) for each in found["en/a"].alternates] == [
        (DE, "../de/a.html", "https://x.org/de/a.html"),
        (EN, "a.html", "https://x.org/en/a.html"),
    ]
    assert [each.locale for each in found["de/a"].alternates] == [DE, EN]
    assert [each.href for each in found["en/b/c"].alternates] == ["c.html"]


def test_links_lead_to_the_page_in_the_same_language_or_else_to_the_source():
    found = pages(site())
    assert {domain: (each.locale, each.href) for domain, each in found["de/a"].articles.items()} == {
        "a": (DE, "a.html"),
        "b/c": (EN, "../en/b/c.html"),
    }
    assert found["en/b/c"].articles["a"].href == "../a.html"


def test_without_an_address_urls_are_relative():
    page = pages(site(base_url=""))["de/a"]
    assert (page.url, page.alternates[1].url) == ("", "../en/a.html")
    assert site(base_url="").url("x") == ""


@pytest.mark.parametrize(("base_url", "path"), [("", ""), ("https://x.org/", "/"), ("https://x.org/a/b/", "/a/b/")])
def test_the_path_of_the_site_on_its_server(base_url, path):
    assert site(base_url=base_url).root_path == path


def test_addresses_are_quoted():
    editions = {"más/ayuda ?#%": {EN: Edition(document("más/ayuda ?#%"), None)}}
    (page,) = site(editions).pages()
    assert page.url == "https://x.org/en/m%C3%A1s/ayuda%20%3F%23%25.html"
    assert page.alternates[0].href == "ayuda%20%3F%23%25.html"


def test_lists_of_articles():
    german = next(index for index in site().indexes() if index.locale == DE)
    assert [(each.title, each.href, each.title_locale) for each in german.entries] == [("Title", "a.html", None)]
    assert german.url == "https://x.org/de/index.html"
    assert [each.href for each in german.alternates] == ["../ar/index.html", "index.html", "../en/index.html"]


# --- what a page says about itself --------------------------------------------------------------------------------


def german_facts(review, words=None):
    editions = {"a": {EN: Edition(document("a"), None), DE: Edition(document("a", DE), review)}}
    return facts(pages(site(editions, words={DE: words or {}}))["de/a"])


def test_a_page_that_nobody_reviewed_says_so():
    assert ("Medical review", "Not yet reviewed by a clinician", None) in facts(pages(site())["en/a"])
    said = [value for _, value, _ in german_facts(NOT_REVIEWED)]
    assert "This translation has not yet been reviewed by a native-speaking clinician." in said


@pytest.mark.parametrize(
    ("review", "present", "absent"),
    [
        pytest.param(
            Review("Ana, nurse", dt.date(2026, 11, 22), current=True),
            "Reviewed by Ana, nurse on 22. November 2026",
            "An earlier version",
            id="reviewed",
        ),
        pytest.param(Review("Ana", None, current=True), "Reviewed by Ana", "An earlier version", id="without a date"),
        pytest.param(
            Review("Ana", dt.date(2026, 11, 22), current=False),
            "An earlier version was reviewed by Ana",
            "not yet been reviewed",
            id="changed since",
        ),
    ],
)
def test_the_review_of_a_translation_is_told_as_it_is(review, present, absent):
    said = [value for _, value, _ in german_facts(review)]
    assert present in said
    assert not any(absent in value for value in said)


def test_a_fact_in_english_is_marked_and_a_translated_one_is_not():
    message = "Not yet reviewed by a clinician"
    assert ("Medical review", message, EN) in german_facts(NOT_REVIEWED)
    assert ("Medical review", "Noch nicht", None) in german_facts(NOT_REVIEWED, {message: "Noch nicht"})


def test_a_name_in_braces_is_not_filled_in_twice():
    said = [value for _, value, _ in german_facts(Review("{date}", dt.date(2026, 11, 22), current=True))]
    assert "Reviewed by {date} on 22. November 2026" in said


def test_who_wrote_it_and_when_it_was_reviewed():
    written = document(authors=("Ann", "Bob"), reviewed=dt.date(2026, 11, 22))
    (page,) = site({"x": {EN: Edition(written, None)}}).pages()
    assert ("Last reviewed", "November 22, 2026", None) in facts(page)
    assert any(label == "Authors" and value == "Ann and Bob" for label, value, _ in facts(page))


def test_the_original_is_credited_in_the_order_of_the_author():
    basis = Basis(
        "Original", "Press", (("editors", ("E", "F")), ("author", ("G",))), dt.date(2020, 2, 3), "https://y.org"
    )
    (page,) = site({"x": {EN: Edition(document(basis=basis), None)}}).pages()
    assert [(fact.label, fact.value) for fact in page.original] == [
        ("Based on", "“Original” by Press"),
        ("Editors", "E; F"),
        ("Author", "G"),
        ("Last changed", "February 3, 2020"),
    ]
    (page,) = site(
        {"x": {EN: Edition(document(basis=replace(basis, publisher="", credits=(), modified=None)), None)}}
    ).pages()
    assert [fact.value for fact in page.original] == ["Original"]
    assert next(iter(pages(site()).values())).original == ()


# --- sitemap ------------------------------------------------------------------------------------------------------


def sitemap(of):
    return "".join(sitemap_pieces(of.listed()))


def test_the_sitemap_names_every_page_with_its_alternates():
    root = ET.fromstring(sitemap(site()))  # noqa: S314 - our own
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    rows = {
        url.find("s:loc", names).text: {link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)}
        for url in root.findall("s:url", names)
    }
    assert (
        rows["https://x.org/de/a.html"]
        == rows["https://x.org/en/a.html"]
        == {
            "de": "https://x.org/de/a.html",
            "en": "https://x.org/en/a.html",
            "x-default": "https://x.org/en/a.html",
        }
    )
    assert rows["https://x.org/de/index.html"]["x-default"] == "https://x.org/"
    assert set(rows) == {
        *(f"https://x.org/{tag}/index.html" for tag in ("ar", "de", "en")),
        "https://x.org/de/a.html",
        "https://x.org/en/a.html",
        "https://x.org/en/b/c.html",
    }


def test_the_sitemap_is_well_formed_whatever_an_article_is_called():
    editions = {"a&b<\"'": {EN: Edition(document("a&b<\"'"), None)}}
    assert ET.fromstring(sitemap(site(editions))) is not None  # noqa: S314 - our own


def test_robots():
    assert robots(site()) == "User-agent: *\nAllow: /\nSitemap: https://x.org/sitemap.xml\n"
    assert "Sitemap" not in robots(site(base_url=""))


def german(review, **fields):
    editions = {"a": {EN: Edition(document("a", **fields), None), DE: Edition(document("a", DE, **fields), review)}}
    return pages(site(editions))


def test_article_and_translation_have_their_own_next_review():
    fields = {"reviewed": dt.date(2026, 11, 22), "review_due": dt.date(2029, 11, 22), "review_months": 36}
    found = german(Review("Ana Ruiz, physician", dt.date(2027, 2, 1), current=True), **fields)
    assert ("Next review due", "November 22, 2029", None) in facts(found["en/a"])
    assert ("Next review due", "22. November 2029", None) in facts(found["de/a"])
    assert ("Next review of the translation due", "1. Februar 2030", None) in facts(found["de/a"])
    assert "Next review of the translation due" not in [label for label, *_ in facts(found["en/a"])]


@pytest.mark.parametrize(
    ("review", "months"),
    [
        pytest.param(NOT_REVIEWED, 36, id="never reviewed"),
        pytest.param(Review("Ana", dt.date(2027, 2, 1), current=False), 36, id="changed since"),
        pytest.param(Review("Ana", None, current=True), 36, id="at no known time"),
        pytest.param(Review("Ana", dt.date(2027, 2, 1), current=True), 0, id="for no known time"),
    ],
)
def test_no_next_review_is_promised_of_a_translation_without_a_last_one(review, months):
    labels = [label for label, *_ in facts(german(review, review_months=months)["de/a"])]
    assert "Next review of the translation due" not in labels


def test_who_translated_and_how_is_said_only_if_the_catalog_says_so():
    told = facts(german(replace(NOT_REVIEWED, translator="Bea", method="machine-corrected"))["de/a"])
    assert ("Translation", "Translated from Englisch by Bea", EN) in told
    assert ("How it was translated", "By a machine, then corrected by people", EN) in told
    silent = facts(german(replace(NOT_REVIEWED, method="by magic"))["de/a"])
    assert ("Translation", "Translated from Englisch", EN) in silent
    assert "How it was translated" not in [label for label, *_ in silent]
