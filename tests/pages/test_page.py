"""What a page offers: boxes in any colours, the list of languages at first sight, paper, large print."""

import re

import pytest
from conftest import folders, view

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 640}
WIDE = {"width": 1280, "height": 800}
ARTICLE = "muscle-spasms.html"

# 96 pixels are an inch; the margins of the page are 18 mm on each side.
PAPER = {"A4": 210, "Letter": 215.9}
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIZE = "e => parseFloat(getComputedStyle(e).fontSize)"


# --- languages ----------------------------------------------------------------------------------------------------

LANGUAGES = """() => [...document.querySelectorAll(".languages li a, .doors a")].map(link => ({
    lang: link.lang, hreflang: link.hreflang, dir: link.dir, text: link.textContent,
    untouched: link.closest("[translate=no]") !== null,
    current: link.getAttribute("aria-current"), bottom: link.getBoundingClientRect().bottom + scrollY,
}))"""


@pytest.mark.parametrize("folder", folders())
def test_every_page_lists_every_language_on_the_first_screen_of_a_telephone(site, browser, folder):
    tags = folders()[1:]
    with view(browser, viewport=PHONE) as page:
        for path in site.pages_of(folder):
            page.goto(site.url + path)
            links = page.evaluate(LANGUAGES)
            assert sorted(link["lang"] for link in links) == sorted(tags), path
            for link in links:
                assert link["hreflang"] == link["lang"], path
                assert link["dir"] == ("rtl" if link["lang"] == "ar" else "ltr"), path
                assert link["untouched"], path
                assert link["bottom"] <= PHONE["height"], (path, link)
            current = [link["lang"] for link in links if link["current"]]
            assert current == {"": [], "404.html": ["en"]}.get(folder or path, [folder] if folder else []), path


def test_the_list_of_languages_has_a_word_and_a_sign(site, browser):
    with view(browser, viewport=PHONE) as page:
        page.goto(f"{site.url}es/{ARTICLE}")
        assert page.get_by_role("navigation", name="Idiomas").is_visible()
        sign = "e => getComputedStyle(e, '::before').borderRadius"
        assert page.locator(".languages p").evaluate(sign) == "50%"


# --- boxes --------------------------------------------------------------------------------------------------------

SIGNS = """() => [...document.querySelectorAll(".box > .box-title")].map(title => {
    const sign = getComputedStyle(title, "::before"), own = getComputedStyle(title)
    return {kind: title.parentElement.className, shape: sign.clipPath, sign: sign.backgroundColor, text: own.color,
            ground: own.backgroundColor, role: title.parentElement.getAttribute("role"),
            name: title.innerText.replace(/\\s+/g, " ").trim()}
})"""


@pytest.mark.parametrize("colors", ["none", "active"])
def test_boxes_have_a_word_and_a_shape_in_any_colours(site, browser, colors):
    with view(browser, viewport=WIDE, forced_colors=colors) as page:
        page.goto(f"{site.url}en/{ARTICLE}")
        boxes = {box["kind"]: box for box in page.evaluate(SIGNS)}
    assert [*boxes] == ["box key-facts", "box self-care", "box urgent"]
    assert boxes["box self-care"]["name"].startswith("Self-care: To ease the pain")
    assert boxes["box urgent"]["name"].startswith("Urgent: See a doctor")
    care = [boxes["box self-care"], boxes["box urgent"]]
    assert len({box["shape"] for box in care}) == 2
    for box in care:
        assert box["sign"] == box["text"] != box["ground"]
        assert box["role"] == "region"


def test_boxes_are_found_by_their_names_and_headings(site, browser):
    with view(browser, viewport=WIDE) as page:
        page.goto(f"{site.url}de/{ARTICLE}")
        assert page.get_by_role("region", name="Dringend:").count() == 1
        assert page.get_by_role("heading", name="Dringend:", level=3).count() == 1
        assert page.get_by_role("heading", name="Das können Sie selbst tun:", level=3).count() == 1


# --- what a reader sets -------------------------------------------------------------------------------------------


def test_readers_who_ask_for_contrast_get_no_soft_colours(site, browser):
    with view(browser, viewport=WIDE, contrast="more") as page:
        page.goto(f"{site.url}en/{ARTICLE}")
        color = "e => getComputedStyle(e).color"
        assert page.locator(".lead").evaluate(color) == page.locator("body").evaluate(color)


LOW = """() => [...document.querySelectorAll("a, summary")].filter(link =>
    getComputedStyle(link).display !== "inline" && link.getClientRects().length
    && link.getBoundingClientRect().height < 44
).map(link => link.outerHTML)"""


def test_what_is_not_in_a_sentence_is_44_pixels_high(site, browser):
    with view(browser, viewport=WIDE) as page:
        for path in (*site.pages_of(""), *site.pages_of("en"), *site.pages_of("ar"), *site.pages_of("ja")):
            page.goto(f"{site.url}{path}#page--large" if path.endswith(ARTICLE) else site.url + path)
            assert page.evaluate(LOW) == [], path


# --- paper --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fragment", ["", "#page--large"])
@pytest.mark.parametrize("folder", ["ar", "de", "ja"])
def test_paper_of_either_size_holds_all_of_the_text_and_its_address(site, browser, folder, fragment):
    with view(browser) as page:
        page.goto(f"{site.url}{folder}/{ARTICLE}{fragment}")
        page.emulate_media(media="print")
        for millimetres in PAPER.values():
            page.set_viewport_size({"width": int((millimetres - 36) / 25.4 * 96), "height": 900})
            assert page.evaluate(OVERFLOW) == 0
        assert page.locator(".about .address").inner_text().startswith("https://")
        for hidden in (".languages", ".contents", ".skip", ".large-print", ".edition", ".way"):
            assert not page.locator(hidden).first.is_visible(), hidden
        kept = "e => getComputedStyle(e).breakInside"
        assert {page.locator(each).first.evaluate(kept) for each in (".box.urgent", "tr", ".about", "h2")} == {"avoid"}


def test_large_print_is_a_link_away_and_18_points_high(site, browser):
    with view(browser, viewport=WIDE) as page:
        page.goto(f"{site.url}es/{ARTICLE}")
        text = page.locator(".text > p").first
        note = page.locator(".large-print")
        page.emulate_media(media="print")
        assert text.evaluate(SIZE) == pytest.approx(11 / 72 * 96, abs=0.01)
        page.emulate_media(media="screen")
        assert not note.is_visible()
        page.get_by_role("link", name="Letra grande").click()
        assert text.evaluate(SIZE) >= 24
        assert note.is_visible()
        note.get_by_role("link").focus()
        assert note.get_by_role("link").evaluate("e => getComputedStyle(e).outlineWidth") == "3px"
        page.emulate_media(media="print")
        assert text.evaluate(SIZE) == pytest.approx(18 / 72 * 96, abs=0.01)
        small = "() => [...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && e.innerText && \
            e.localName !== 'sup' && parseFloat(getComputedStyle(e).fontSize) < 23.9).map(e => e.outerHTML)"
        assert page.evaluate(small) == []
        page.emulate_media(media="screen")
        note.get_by_role("link").click()
        assert text.evaluate(SIZE) < 24


@pytest.mark.parametrize("size", PAPER)
def test_a_printed_page_is_a_tagged_document_of_that_size(site, browser, size):
    with view(browser) as page:
        page.goto(f"{site.url}es/{ARTICLE}#page--large")
        printed = page.pdf(format=size, tagged=True)
    widths = {round(float(width)) for width in re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ", printed)}
    assert widths
    assert all(abs(width - PAPER[size] / 25.4 * 72) < 1.5 for width in widths)
    assert b"/Lang (es)" in printed
