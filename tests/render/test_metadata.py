"""What pages tell machines: only terms that there are, only what is so, and nothing that leaves its element."""

import datetime as dt
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import parse, translate
from pipeline.catalogs import Review
from pipeline.locale import open_graph_name, parse_locale
from pipeline.model import Article, Basis
from pipeline.render.html import render_page
from pipeline.render.metadata import json_ld, open_graph
from pipeline.render.page import Words
from pipeline.site import Edition, Site

EN, DE, AR = map(parse_locale, ("en", "de", "ar"))
BASE = "https://x.org/"
REVIEWED = dt.date(2026, 11, 22)

# The terms that may be used, with what they may hold; from the pages of the types at https://schema.org (release 29.3).
# A page inherits from MedicalWebPage, WebPage, CreativeWork and Thing.
_THING = {"name": str, "description": str, "url": str}
_WORK = _THING | {
    "inLanguage": str,
    "isPartOf": ("WebSite",),
    "author": ("Person",),
    "publisher": ("Organization",),
    "dateModified": dt.date,
    "isBasedOn": ("CreativeWork",),
    "translationOfWork": ("MedicalWebPage",),
    "workTranslation": ("MedicalWebPage",),
}
_PAGE = _WORK | {"lastReviewed": dt.date, "reviewedBy": ("Person",), "breadcrumb": ("BreadcrumbList",)}
TERMS = {
    "MedicalWebPage": _PAGE,
    "WebSite": _WORK,
    "CreativeWork": _WORK,
    "Person": _THING,
    "Organization": _THING,
    "BreadcrumbList": _THING | {"itemListElement": ("ListItem",)},
    "ListItem": _THING | {"position": int, "item": str},
}


def wrong(node, kinds):
    """Yield what schema.org does not have in `node`, which must be of one of `kinds`."""
    if node.get("@type") not in kinds:
        yield f"{node.get('@type')} where {kinds} are expected"
        return
    for name, value in node.items():
        if name in {"@type", "@context"}:
            continue
        expected = TERMS[node["@type"]].get(name)
        for each in value if isinstance(value, list) else [value]:
            yield from unfit(name, each, expected)


def unfit(name, value, expected):
    if isinstance(expected, tuple):
        yield from wrong(value, expected)
    elif expected is dt.date:
        dt.date.fromisoformat(value)
    elif expected is None or not isinstance(value, expected) or not value:
        yield f"{name} is {value!r}"


def pages(title="Title", description="Description", base_url=BASE, review=None, site_title="Site", **fields):
    """The page of an article in English, and those of its translations, by language tag."""
    source = parse(Article("source/x.md", "x", title, description, "Text.", 0, **fields), EN)
    editions = {locale: Edition(translate(source, lambda each: each.text, locale), review) for locale in (AR, DE)}
    words = {locale: Words(locale, {}) for locale in (AR, DE, EN)}
    site = Site(
        EN, base_url, words, site_title, text_edition=False, editions={"x": {EN: Edition(source, None), **editions}}
    )
    return {page.locale.tag: page for page in site.pages()}


def data(page):
    return json.loads(json_ld(page))


@pytest.mark.parametrize("tag", ["en", "de"])
@pytest.mark.parametrize("base_url", ["", BASE])
@pytest.mark.parametrize("full", [True, False])
def test_only_terms_of_schema_org_are_used(tag, base_url, full):
    basis = Basis("Original", "Press", (), dt.date(2020, 2, 3), "https://y.org/")
    fields = {"authors": ("Ann", "Bob"), "reviewed": REVIEWED, "basis": basis} if full else {"basis": Basis("Original")}
    told = data(pages(base_url=base_url, review=Review("Ana", REVIEWED, current=True), **fields)[tag])
    assert told["@context"] == "https://schema.org"
    assert list(wrong(told, ["MedicalWebPage"])) == []
    assert ("url" in told) == bool(base_url)


def test_a_wrong_term_would_be_noticed():
    assert list(wrong({"@type": "MedicalWebPage", "reviewer": "Ana"}, ["MedicalWebPage"]))
    assert list(wrong({"@type": "MedicalWebPage", "author": {"@type": "WebSite"}}, ["MedicalWebPage"]))


def test_source_and_translation_name_each_other():
    found = pages(reviewed=REVIEWED)
    english, german = data(found["en"]), data(found["de"])
    assert english["inLanguage"] == "en"
    assert {each["inLanguage"]: each["url"] for each in english["workTranslation"]} == {
        "ar": "https://x.org/ar/x.html",
        "de": german["url"],
    }
    assert german["inLanguage"] == "de"
    assert german["translationOfWork"] == {
        "@type": "MedicalWebPage",
        "name": "Title",
        "inLanguage": "en",
        "url": english["url"],
        "lastReviewed": "2026-11-22",
    }
    assert [step["item"] for step in german["breadcrumb"]["itemListElement"]] == [
        "https://x.org/de/index.html",
        german["url"],
    ]


@pytest.mark.parametrize(
    ("review", "by", "on"),
    [
        pytest.param(Review("", None, current=False), None, None, id="never reviewed"),
        pytest.param(Review("Ana", REVIEWED, current=False), None, None, id="changed since"),
        pytest.param(Review("Ana", None, current=True), "Ana", None, id="reviewed on a day that nobody knows"),
        pytest.param(Review("Ana", REVIEWED, current=True), "Ana", "2026-11-22", id="reviewed"),
    ],
)
def test_a_translation_is_reviewed_only_if_exactly_this_text_was(review, by, on):
    told = data(pages(review=review, reviewed=dt.date(2026, 1, 1))["de"])
    assert told.get("reviewedBy", {}).get("name") == by
    assert told.get("lastReviewed") == on


def test_the_source_is_not_said_to_be_reviewed_by_anybody():
    told = data(pages(reviewed=REVIEWED, authors=("Ann",))["en"])
    assert told["lastReviewed"] == "2026-11-22"
    assert "reviewedBy" not in told


def test_without_an_address_no_other_page_is_named():
    found = pages(base_url="")
    assert not {"url", "breadcrumb", "workTranslation"} & data(found["en"]).keys()
    assert "url" not in data(found["de"])["translationOfWork"]
    assert list(open_graph(found["en"])) == []


def test_open_graph():
    assert list(open_graph(pages()["de"])) == [
        ("og:type", "article"),
        ("og:title", "Title"),
        ("og:description", "Description"),
        ("og:url", "https://x.org/de/x.html"),
        ("og:site_name", "Site"),
        ("og:locale", "de_DE"),
        ("og:locale:alternate", "ar_EG"),
        ("og:locale:alternate", "en_US"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pt_BR", "pt_BR"),
        ("zh_Hans", "zh_CN"),
        ("zh_Hant", "zh_TW"),
        ("zh_Hant_HK", "zh_HK"),
        ("sr_Latn", "sr_RS"),
        ("es_419", "es_419"),
        ("ja", "ja_JP"),
    ],
)
def test_locales_as_open_graph_writes_them(name, expected):
    assert open_graph_name(parse_locale(name)) == expected


# --- what somebody could write into it -----------------------------------------------------------------------------


class _Scripts(HTMLParser):
    """Every script element of a page and what is in it, and every other element with an attribute of Open Graph."""

    def __init__(self, html):
        super().__init__()
        self.scripts, self.properties, self._inside = [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self._inside = tag == "script"
        if self._inside:
            self.scripts.append((dict(attrs), ""))
        if tag == "meta" and "property" in dict(attrs):
            self.properties.append(dict(attrs))

    def handle_endtag(self, tag):
        self._inside = self._inside and tag != "script"

    def handle_data(self, text):
        if self._inside:
            self.scripts[-1] = self.scripts[-1][0], self.scripts[-1][1] + text


HOSTILE = st.one_of(
    st.sampled_from(
        [
            "</script><script>hit()</script>",
            "<!--<script>",
            "]]>",
            '"><meta property="og:url" content="https://evil.example/">',
            '", "url": "https://evil.example/',
            "\u2028hit()\u2029",
            "\\u003c/script>",
            "&lt;/script&gt;",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1),
)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_what_is_written_comes_back_and_stays_inside(title, description, author, site_title):
    page = pages(title, description, authors=(author,), site_title=site_title)["en"]
    assert not set("<>&\u2028\u2029") & set(json_ld(page))
    found = _Scripts(render_page(page))
    ((attributes, text),) = found.scripts
    assert attributes == {"type": "application/ld+json"}
    told = json.loads(text)
    assert (told["name"], told["description"], told["author"][0]["name"]) == (title, description, author)
    assert [set(each) for each in found.properties] == [{"property", "content"}] * 8
    assert found.properties[3]["content"] == "https://x.org/en/x.html"
