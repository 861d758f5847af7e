"""Feeds keep the rules of RFC 4287."""

import datetime as dt
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.locale import parse_locale
from pipeline.render.feed import render_feed
from pipeline.render.page import Entry, Index, Phrase, Words

EN, DE = map(parse_locale, ("en", "de"))
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DATE = "2026-11-22T10:38:00Z"

# What an element may hold, and how often: RFC 4287, sections 4.1.1 and 4.1.2.
FEED = {"id": "1", "title": "1", "updated": "1", "link": "+", "author": "+", "entry": "*"}
ENTRY = {"id": "1", "title": "1", "updated": "1", "link": "+", "summary": "?"}
COUNTS = {"1": (1, 1), "?": (0, 1), "+": (1, 9), "*": (0, 999)}


def index(*entries, site_title="Site", locale=DE):
    url = f"https://x.org/{locale.tag}/index.html"
    return Index(Words(locale, {}), Phrase(site_title, EN), url, (), "", entries)


def entry(name="a", title="Title", description="Description", updated=DATE, **fields):
    return Entry(title, description, f"{name}.html", url=f"https://x.org/de/{name}.html", updated=updated, **fields)


def feed(*entries, **fields):
    return etree.fromstring(render_feed(index(*entries, **fields)).encode())


def children(parent, rules):
    """Return the children of `parent` by name, after a look at whether they may be there and are often enough."""
    found = {name: parent.findall(f"{ATOM}{name}") for name in rules}
    assert sum(map(len, found.values())) == len(parent)
    for name, count in rules.items():
        least, most = COUNTS[count]
        assert least <= len(found[name]) <= most, name
    return found


def absolute(address):
    return address.startswith("https://x.org/")


def judged(root):
    """Return the entries of a feed that keeps the rules."""
    assert root.tag == f"{ATOM}feed"
    parts = children(root, FEED)
    links = [link.get("rel") for link in parts["link"]]
    assert sorted(links) == ["alternate", "self"]
    assert [child.tag for author in parts["author"] for child in author] == [f"{ATOM}name"]
    ids = [parts["id"][0].text]
    for element in parts["entry"]:
        own = children(element, ENTRY)
        assert [link.get("rel") for link in own["link"]] == ["alternate"]
        assert own["updated"][0].text <= parts["updated"][0].text
        ids.append(own["id"][0].text)
    assert len(set(ids)) == len(ids)
    assert all(map(absolute, ids))
    assert all(absolute(link.get("href")) for link in root.iter(f"{ATOM}link"))
    for date in root.iter(f"{ATOM}updated"):
        assert dt.datetime.fromisoformat(date.text).tzinfo is not None
        assert date.text.endswith("Z")
    return parts["entry"]


def test_a_feed_has_what_the_standard_asks_for():
    root = feed(entry("a"), entry("b", updated="2027-01-01T00:00:00Z"))
    assert [each.findtext(f"{ATOM}id") for each in judged(root)] == [
        "https://x.org/de/b.html",
        "https://x.org/de/a.html",
    ]
    assert root.findtext(f"{ATOM}updated") == "2027-01-01T00:00:00Z"
    assert root.findtext(f"{ATOM}id") == "https://x.org/de/feed.xml"


def test_what_is_not_in_the_language_of_the_feed_says_so():
    root = feed(entry(title_locale=EN))
    assert root.get(LANG) == "de"
    assert [each.get(LANG) for each in root.iter(f"{ATOM}title")] == ["en", "en"]
    assert [each.get(LANG) for each in root.iter(f"{ATOM}summary")] == [None]


def test_an_article_without_a_date_is_left_out_and_a_long_list_is_cut():
    many = [entry(f"{number:02}", updated=f"2026-01-{number % 28 + 1:02}T00:00:00Z") for number in range(99)]
    found = judged(feed(entry("x", updated=""), *many))
    assert len(found) == 50
    dates = [each.findtext(f"{ATOM}updated") for each in found]
    assert dates == sorted(dates, reverse=True)
    assert index(entry(updated="")).latest == []


@given(st.text(min_size=1), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_text_breaks_it(title, description):
    text = render_feed(index(entry(title=title.encode("utf-8", "ignore").decode(), description=description)))
    assert len(judged(etree.fromstring(text.encode()))) == 1
    assert ET.fromstring(text) is not None  # noqa: S314 - our own
