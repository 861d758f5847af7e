"""Every page in Chromium, just as a reader gets it: with its Content-Security-Policy, a keyboard, a narrow window."""

import re
from typing import Any, NamedTuple

import pytest
from conftest import CHROMIUM_OPTIONS, TIMEOUT, chromium, folders, view, window

from pipeline.locale import parse_locale
from pipeline.render.bilingual import SUFFIX as BILINGUAL

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 256}
SCHEMES = ("light", "dark")

DIRECTIONS = """() => ["html", "main", "h1"].map(name => {
    const found = document.querySelectorAll(name)
    return found.length === 1 ? getComputedStyle(found[0]).direction : `${found.length} of ${name}`
})"""


@pytest.fixture(params=folders())
def folder(request):
    return request.param


@pytest.fixture(params=folders()[1:])
def language(request):
    return request.param


def visit(page, site, folder):
    """Open the pages of `folder` one after the other, and yield the path of each."""
    for path in site.pages_of(folder):
        assert page.goto(site.url + path).status == 200
        yield path


class Seen(NamedTuple):
    """What was measured on the pages of one folder."""

    folder: str
    pages: dict[str, dict[str, Any]]


@pytest.fixture(scope="module", params=folders())
def seen(request, site, browser):
    """All that can be measured on pages as they lie there: each is opened once for it."""
    with view(browser, viewport=WIDE) as page:
        pages = {path: measured(page) for path in visit(page, site, request.param)}
    assert pages
    return Seen(request.param, pages)


def measured(page):
    """Measure a page that was just opened in a wide window; afterwards its text is spaced out."""
    facts = {
        "lang": page.evaluate("document.documentElement.lang"),
        "directions": page.evaluate(DIRECTIONS),
        "lines": page.evaluate(LONGEST_LINES),
        "low": page.evaluate(LOW, ["a", 24]),
        "low in navigation": page.evaluate(LOW, ["nav a", 44]),
        "inline in navigation": page.evaluate(INLINE, "nav a"),
    }
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("scheme => matchMedia(`(prefers-color-scheme: ${scheme})`).matches", scheme)
        facts[f"{scheme} without a ring"] = page.evaluate(RINGS, FOCUSABLE)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    facts["narrow overflow"] = page.evaluate(OVERFLOW)
    page.evaluate(SPACE_OUT)
    narrow = page.evaluate(OVERFLOW), page.evaluate(CLIPPED)
    page.set_viewport_size(WIDE)
    wide = page.evaluate(OVERFLOW), page.evaluate(CLIPPED)
    facts["spaced overflow"], facts["spaced clipped"] = map(list, zip(wide, narrow, strict=True))
    return facts


# --- what a page may do -------------------------------------------------------------------------------------------


# A browser runs no script of this type, but it says what is in it to machines, so that it has to be what it says.
DATA = "application/ld+json"
READ = f"""() => [...document.querySelectorAll('script[type="{DATA}"]')].map(data => JSON.parse(data.text)["@type"])"""

SCRIPTS = """(data) => [...document.querySelectorAll("*")].filter(element =>
    (element.localName === "script" && !(element.type === data && element.attributes.length === 1))
    || [...element.attributes].some(({name, value}) => name.startsWith("on") || /^\\s*javascript:/i.test(value))
).map(element => element.outerHTML)"""


def test_no_script_is_there_and_nothing_is_asked_of_another_host(site, browser, folder):
    with window(browser, viewport=WIDE) as page:
        asked, told = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: told.append((message.text, message.location["url"])))
        for path in visit(page, site, folder):
            assert page.evaluate(SCRIPTS, DATA) == [], path
            assert page.evaluate(READ) in ([], ["MedicalWebPage"]), path
        assert asked
        assert [url for url in asked if not url.startswith(site.url)] == []
        # Here the browser would say what the policy forbade; it also says that there is no icon for its tabs.
        assert [text for text, url in told if url != f"{site.url}favicon.ico"] == []


def test_pages_work_from_a_disk_without_a_server(site, browser, folder):
    with window(browser, viewport=WIDE) as page:
        asked, failed = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: failed.append(request.url))
        for path in site.pages_of(folder):
            if path == "404.html":
                continue  # a server shows it at any address, so that its links begin at the top of the server
            page.goto((site.folder / path).as_uri())
            assert page.locator(".skip").evaluate("e => getComputedStyle(e).position") == "absolute", path
        assert failed == []
        assert [url for url in asked if not url.startswith(site.folder.as_uri())] == []


def test_language_and_direction_are_those_of_the_folder(seen):
    tag = seen.folder or "en"
    locale = parse_locale(tag.replace("-", "_"))
    for path, facts in seen.pages.items():
        assert facts["lang"] == tag, path
        assert facts["directions"] == [locale.direction] * 3, path


# --- room ---------------------------------------------------------------------------------------------------------

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

CLIPPED = """() => [...document.querySelectorAll("body *")].filter(element => {
    const {overflowX, overflowY} = getComputedStyle(element)
    return (["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth)
        || (["hidden", "clip"].includes(overflowY) && element.scrollHeight > element.clientHeight)
}).map(element => element.outerHTML.slice(0, 80))"""

# By adoptedStyleSheets, which the page's policy does not forbid. Arabic is not written with space between letters.
SPACE_OUT = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
        * { line-height: 1.5 !important; word-spacing: 0.16em !important; }
        *:not(:lang(ar)) { letter-spacing: 0.12em !important; }
        p { margin-block-end: 2em !important; }
    `)
    document.adoptedStyleSheets = [sheet]
}"""


def test_at_320_pixels_nothing_has_to_be_scrolled_sideways(seen):
    for path, facts in seen.pages.items():
        assert facts["narrow overflow"] == 0, path


def test_text_at_twice_the_usual_size_fits(site, browser):
    # The reader's setting in the browser, not a larger page: only the setting moves the limits of media queries.
    setting = "--blink-settings=defaultFontSize=32"
    options = [*CHROMIUM_OPTIONS, setting]
    large = browser.browser_type.launch(executable_path=chromium(), args=options, timeout=TIMEOUT)
    with window(large, viewport=WIDE) as page:
        for path in (path for folder in folders() for path in visit(page, site, folder)):
            assert page.locator("h1").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") > 60
            assert page.evaluate(OVERFLOW) == 0, path
            assert page.evaluate(CLIPPED) == [], path
    large.close()


def test_text_can_be_spaced_out_without_being_cut_off(seen):
    for path, facts in seen.pages.items():
        assert facts["spaced overflow"] == [0, 0], path
        assert facts["spaced clipped"] == [[], []], path


# The longest line of each block. A character begins a new line if it stands wholly below the middle of the last one;
# a Chinese or Japanese one counts as two, so that text with Latin names in it is measured fairly.
LONGEST_LINES = """() => [...document.querySelectorAll("main :is(p, li, dd)")].map(block => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    let longest = 0, count = 0, middle = -Infinity
    while (walker.nextNode()) {
        const node = walker.currentNode
        for (let at = 0; at < node.length; at++) {
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            const box = range.getClientRects()[0]
            if (!box || /\\p{Mark}/u.test(node.data[at])) continue
            if (box.top > middle) count = 0
            middle = (box.top + box.bottom) / 2
            count += /[\\u1100-\\u11ff\\u2e80-\\ud7ff\\uf900-\\ufaff\\uff00-\\uff60]/.test(node.data[at]) ? 2 : 1
            longest = Math.max(longest, count)
        }
    }
    return [longest, block.textContent.trim().slice(0, 60)]
})"""


def test_no_line_is_longer_than_80_characters_or_40_in_chinese_and_japanese(seen):
    for path, facts in seen.pages.items():
        assert [line for line in facts["lines"] if line[0] > 80] == [], path


# Links in a sentence are as high as its lines.
LOW = """([selector, least]) => [...document.querySelectorAll(selector)].filter(link =>
    getComputedStyle(link).display !== "inline" && link.getBoundingClientRect().height < least
).map(link => link.outerHTML)"""

INLINE = """selector => [...document.querySelectorAll(selector)].filter(link =>
    getComputedStyle(link).display === "inline"
).map(link => link.outerHTML)"""


def test_links_are_large_enough_to_hit(seen):
    for path, facts in seen.pages.items():
        assert facts["low"] == [], path
        assert facts["low in navigation"] == [], path
        assert facts["inline in navigation"] == [], path


# --- keyboard -----------------------------------------------------------------------------------------------------

# What a closed popover holds cannot have the focus; test_explanations.py looks at it when it is open. Nor can what is
# shown only in large print; test_page.py goes there.
FOCUSABLE = ":is(a[href], [tabindex='0'], button, input, select, textarea, summary):not([popover] *, .large-print a)"

# Focus every element, and compare the ring with what lies behind it: the ring stands outside of its element.
RINGS = """(focusable) => {
    const rgb = text => text.match(/[\\d.]+/g).map(Number)
    const light = color => rgb(color).slice(0, 3).map(value => value / 255)
        .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0)
    const contrast = (one, other) => {
        const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b)
        return (bright + 0.05) / (dark + 0.05)
    }
    const behind = element => {
        for (let around = element.parentElement; around; around = around.parentElement) {
            const color = getComputedStyle(around).backgroundColor
            if (rgb(color)[3] !== 0) return color
        }
        return "rgb(255, 255, 255)"
    }
    return [...document.querySelectorAll(focusable)].filter(element => {
        element.focus({focusVisible: true})
        const {outlineStyle, outlineWidth, outlineColor, outlineOffset} = getComputedStyle(element)
        return outlineStyle !== "solid" || parseFloat(outlineWidth) < 2 || parseFloat(outlineOffset) < 0
            || contrast(outlineColor, behind(element)) < 3
    }).map(element => element.outerHTML.slice(0, 160))
}"""

# The focused element's number in the document's order, and whether the reader can see it.
FOCUSED = """(focusable) => {
    const element = document.activeElement
    const box = element.getClientRects()[0]
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2)
    return [[...document.querySelectorAll(focusable)].indexOf(element), element.contains(hit) || hit?.contains(element)]
}"""


def test_the_first_tab_shows_a_way_to_the_text_and_enter_takes_it(site, browser, folder):
    with view(browser, viewport=WIDE) as page:
        for path in visit(page, site, folder):
            assert page.locator(".skip").bounding_box()["y"] < 0, path
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.className") == "skip", path
            box = page.locator(".skip").bounding_box()
            assert box["x"] >= 0, path
            assert box["y"] >= 0, path
            assert box["height"] >= 44, path
            page.keyboard.press("Enter")
            page.wait_for_function("document.activeElement.localName === 'main'")


@pytest.mark.parametrize("folder", ["", "en", "ar"])  # every language has the same frame; two directions are enough
def test_the_tab_key_meets_everything_in_the_order_of_the_text_and_always_in_sight(site, browser, folder):
    with view(browser, viewport=WIDE) as page:
        for path in visit(page, site, folder):
            stops = page.locator(FOCUSABLE).count()
            for number in range(stops):
                page.keyboard.press("Tab")
                assert page.evaluate(FOCUSED, FOCUSABLE) == [number, True], path


@pytest.mark.parametrize("scheme", SCHEMES)
def test_whatever_has_the_focus_has_a_ring_that_can_be_seen(seen, scheme):
    for path, facts in seen.pages.items():
        assert facts[f"{scheme} without a ring"] == [], path


# --- what assistive technology meets ------------------------------------------------------------------------------


NODE = re.compile(r"""( *)- '?(\w+)(?: "(?:[^"\\]|\\.)*")?((?: \[[^]]*])*)""")
"""A line of an accessibility snapshot: how deep it stands, its role, its name, and attributes like ``[level=2]``."""


def structure(page):
    """Return the accessibility tree of a page without any words, and without the facts about the translation."""
    parts = [page.locator(part).aria_snapshot() for part in ("header", "h1", "main > article, main > ul", "footer")]
    nodes = [NODE.match(line).groups() for line in "\n".join(parts).split("\n") if not line.lstrip().startswith("- /")]
    return [(len(depth), role, attributes) for depth, role, attributes in nodes if role != "text"]


@pytest.fixture(scope="module")
def source(site, browser):
    """The structure of each page in the source's language, by the name of its file."""
    with view(browser, viewport=WIDE) as page:
        return {path.rpartition("/")[2]: structure(page) for path in visit(page, site, "en")}


def test_every_translation_has_the_structure_of_the_source(site, browser, language, source):
    assert {len(nodes) > 20 for nodes in source.values()} == {True}
    with view(browser, viewport=WIDE) as page:
        for path in visit(page, site, language):
            if not path.endswith(BILINGUAL):  # which no page in the source's language is like; see test_bilingual.py
                assert structure(page) == source[path.rpartition("/")[2]], path
