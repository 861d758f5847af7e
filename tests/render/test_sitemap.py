"""Sitemaps that are too large for one file."""

from itertools import pairwise

from lxml import etree

from pipeline.render.sitemap import ADDRESSES, BYTES, Listed, shares, sitemap_index, sitemap_pieces

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(number, versions=2, name="page"):
    def url(tag):
        return f"https://x.org/{tag}/{name}-{number}.html"

    return Listed(tuple((tag, url(tag)) for tag in ("de", "en", "es")[:versions]), url("en"))


def text(pages):
    return "".join(sitemap_pieces(pages))


def test_a_small_site_has_one():
    assert shares([]) == [0]
    assert shares([listed(number) for number in range(9)]) == [9]


def test_none_holds_more_addresses_than_it_may_and_a_page_stays_with_its_versions():
    pages = [listed(number) for number in range(10)]
    assert shares(pages, addresses=7) == [3, 3, 3, 1]
    assert shares(pages, addresses=6) == [3, 3, 3, 1]
    assert shares(pages, addresses=1) == [1] * 10


def test_none_is_larger_than_it_may_be():
    pages = [listed(number, number % 3 + 1, "é" * (number % 5)) for number in range(50)]
    most = 3000
    counts = shares(pages, size=most)
    parts, start = [], 0
    for count in counts:
        parts.append(pages[start : start + count])
        start += count
    sizes = [len(text(part).encode()) for part in parts]
    assert max(sizes) <= most
    assert [page for part in parts for page in part] == pages
    # None could take the first page of the next.
    assert all(len(text([*one, other[0]]).encode()) > most for one, other in pairwise(parts))


def test_the_limits_are_those_of_the_standard():
    assert (ADDRESSES, BYTES) == (50_000, 50_000_000)
    assert shares([listed(number) for number in range(25_001)]) == [25_000, 1]


def test_the_list_of_sitemaps():
    root = etree.fromstring(sitemap_index(["https://x.org/a&b.xml", "https://x.org/c.xml"]).encode())
    assert root.tag == f"{NAMESPACE}sitemapindex"
    assert [each.text for each in root.iter(f"{NAMESPACE}loc")] == ["https://x.org/a&b.xml", "https://x.org/c.xml"]
