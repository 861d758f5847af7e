"""What a reader sees of each script: the order of numbers in Arabic, where lines end in Thai and Japanese, letters."""

import re

import pytest
from conftest import view, window
from icu4py.breakers import WordBreaker

from pipeline.article import parse
from pipeline.locale import parse_locale
from pipeline.model import Article
from pipeline.render.html import STYLE, render_page
from pipeline.render.isolation import isolate
from pipeline.render.page import Alternate, Page, Phrase, Words
from pipeline.render.wall import own_of

pytestmark = pytest.mark.browser

SURROUNDINGS = {
    "ar": "تناول الدواء {} كل يوم بعد الأكل.",
    "fa": "دارو را {} هر روز بعد از غذا بخورید.",
    "ur": "دوا {} ہر روز کھانے کے بعد لیں۔",
    "he": "קחו את התרופה {} כל יום אחרי האוכל.",
}
NEEDLES = ("5–10 mg", "+44 20 7946 0000", "3/4", "38.5 °C", "120/80 mmHg", "-5", "vitamin B12 (D3)", "<5 mg", "5-10")

# The characters of a text as they stand from left to right on their line.
VISUAL = """([number, needle]) => {
    const walker = document.createTreeWalker(document.querySelectorAll(".text p")[number], NodeFilter.SHOW_TEXT)
    const places = []
    while (walker.nextNode()) [...walker.currentNode.data].forEach((_, at) => places.push([walker.currentNode, at]))
    const start = places.map(([node, at]) => node.data[at]).join("").indexOf(needle)
    return places.slice(start, start + needle.length).map(([node, at]) => {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const box = range.getBoundingClientRect()
        return [box.left, box.top, node.data[at]]
    })
}"""


def html_of(body, locale):
    document = parse(Article("source/x.md", "x", "T", "D", body, 0), locale)
    return render_page(
        Page(
            document=document,
            own=own_of(document, ()),
            path=f"{locale.tag}/x",
            words=Words(locale, {}),
            site_title=Phrase("S", locale),
            source_locale=locale,
            url="",
            alternates=(Alternate(locale, "x.html", "x.html"),),
            articles={},
            facts=(),
            text_edition=False,
            original=(),
        )
    )


@pytest.fixture(scope="module")
def show(browser):
    """A function that shows an article, with the style sheet of all pages."""
    with window(browser, bypass_csp=True, viewport={"width": 1280, "height": 800}) as page:

        def shown(body, tag):
            page.set_content(html_of(body, parse_locale(tag.replace("-", "_"))))
            page.add_style_tag(content=STYLE.read_text(encoding="utf-8"))
            return page

        yield shown


def visual(page, needle, number=0):
    """What is seen of `needle` in a paragraph, from left to right and without spaces."""
    return "".join(char for _, _, char in sorted(page.evaluate(VISUAL, [number, needle]))).replace(" ", "")


@pytest.mark.parametrize("tag", SURROUNDINGS)
def test_amounts_and_numbers_are_seen_in_the_order_in_which_they_are_read(show, tag):
    written = [*(needle.replace("<", "&lt;") for needle in NEEDLES), "**5–10** mg"]
    page = show("\n\n".join(map(SURROUNDINGS[tag].format, written)), tag)
    for number, needle in enumerate([*NEEDLES, "5–10 mg"]):
        assert visual(page, needle, number) == needle.replace(" ", ""), needle


@pytest.mark.parametrize("tag", SURROUNDINGS)
def test_without_isolation_they_would_not_be(show, tag):
    page = show("\n\n".join(map(SURROUNDINGS[tag].format, NEEDLES)).replace("<", "&lt;"), tag)
    page.evaluate("document.querySelectorAll('bdi').forEach(each => each.replaceWith(each.textContent))")
    seen = [visual(page, needle, number) for number, needle in enumerate(NEEDLES)]
    assert sum(found != needle.replace(" ", "") for found, needle in zip(seen, NEEDLES, strict=True)) >= 3


def test_arabic_digits_of_a_telephone_number_run_from_left_to_right(show):
    needle = "٠٢٠ ٧٩٤٦ ٠٠٠٠"
    assert visual(show(SURROUNDINGS["ar"].format(needle), "ar"), needle) == needle.replace(" ", "")


# --- where lines end ----------------------------------------------------------------------------------------------

# How many characters of the first paragraph stand before each line after the first.
BREAKS = """() => {
    const node = document.querySelector(".text p").firstChild
    const range = document.createRange()
    const tops = [...node.data].map((_, at) => {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const box = range.getBoundingClientRect()
        return box.width ? (box.top + box.bottom) / 2 : null
    })
    const found = []
    let last = tops[0]
    tops.forEach((top, at) => {
        if (top !== null && top > last + 8) { found.push(at); last = top }
    })
    return found
}"""

THAI = (
    "ตะคริวเป็นอาการที่กล้ามเนื้อหดเกร็งอย่างรุนแรงและคุณควบคุมไม่ได้ส่วนใหญ่ไม่เป็นอันตรายและหายไปเองโดยไม่ต้องรักษา"
    "การประคบอุ่นเบาๆอาจช่วยได้ถ้าเป็นตะคริวบ่อยๆและพักแล้วไม่ดีขึ้นควรไปพบแพทย์"
)


def test_thai_lines_end_between_words(show):
    words = {end for _, end in _words(THAI)}
    page = show(THAI, "th")
    for width in (320, 400, 600):
        page.set_viewport_size({"width": width, "height": 600})
        breaks = page.evaluate(BREAKS)
        assert len(breaks) >= 2
        assert set(breaks) <= words, width
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.set_viewport_size({"width": 1280, "height": 800})


def _words(text):
    """Where the words of a text begin and end, by ICU's dictionary."""
    start = 0
    for word in WordBreaker(text, "th"):
        yield start, start + len(word)
        start += len(word)


NEVER_FIRST = "、。，．・：；？！）］｝」』】〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々"


@pytest.mark.parametrize("folder", ["ja", "zh-Hans"])
def test_no_line_begins_with_a_sign_that_may_not_stand_there(site, browser, folder):
    first = """() => [...document.querySelectorAll("main :is(p, li, dd)")].flatMap(block => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        const range = document.createRange()
        const found = []
        let middle = -Infinity
        while (walker.nextNode()) [...walker.currentNode.data].forEach((char, at) => {
            range.setStart(walker.currentNode, at)
            range.setEnd(walker.currentNode, at + 1)
            const box = range.getClientRects()[0]
            if (!box || !box.width) return
            if (box.top > middle) found.push(char)
            middle = (box.top + box.bottom) / 2
        })
        return found
    })"""
    with view(browser, viewport={"width": 320, "height": 600}) as page:
        page.goto(f"{site.url}{folder}/muscle-spasms.html")
        found = page.evaluate(first)
    assert len(found) > 100
    assert set(found).isdisjoint(NEVER_FIRST)


@pytest.mark.parametrize("folder", ["ar", "ja", "zh-Hans"])
def test_what_is_kept_together_stands_on_one_line(site, browser, folder):
    lines = "() => [...document.querySelectorAll('.keep')].map(each => each.getClientRects().length)"
    with view(browser, viewport={"width": 320, "height": 600}) as page:
        page.goto(f"{site.url}{folder}/muscle-spasms.html")
        assert set(page.evaluate(lines)) <= {1}


def test_japanese_lines_end_between_phrases_where_the_browser_knows_them(show):
    page = show("けいれんを減らすには、運動の前に水分をとりましょう。", "ja")
    assert page.evaluate("getComputedStyle(document.querySelector('.text p')).wordBreak") == "auto-phrase"


# --- letters ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["ar", "fa", "ur", "he", "hi", "th", "ja", "zh-Hans", "zh-Hant", "ko"])
def test_nothing_is_slanted_or_spaced_out_where_the_script_is_not(show, tag):
    page = show("*T* and <cite>T</cite>", tag)
    style = "e => [getComputedStyle(e).fontStyle, getComputedStyle(e).letterSpacing]"
    assert page.locator(".text em").evaluate(style) == ["normal", "normal"]
    assert page.locator(".text cite").evaluate(style) == ["normal", "normal"]


@pytest.mark.parametrize("tag", ["ar", "fa", "ur", "he", "hi", "th", "ja", "zh-Hans", "zh-Hant", "ko", "en"])
def test_lines_are_far_enough_apart(show, tag):
    page = show("T", tag)
    height = "e => parseFloat(getComputedStyle(e).lineHeight) / parseFloat(getComputedStyle(e).fontSize)"
    assert page.locator(".text p").evaluate(height) >= {"ur": 2.2, "en": 1.5}.get(tag, 1.7) - 0.01


def test_the_pages_of_the_site_isolate_what_they_hold(site):
    arabic = (site.folder / "ar/muscle-spasms.html").read_text(encoding="utf-8")
    assert re.search(r'<bdi dir="ltr">CPK</bdi>', arabic)
    assert isolate(arabic, parse_locale("ar")) == arabic  # the second time there is nothing left to do
