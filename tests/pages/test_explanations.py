"""The explanations of hard words in Chromium: opened by keyboard and by touch, closed again, read, printed."""

import pytest
from conftest import folders, view, window
from test_axe import MODES, RUN, excused

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 480}
OPEN = "() => [...document.querySelectorAll(':popover-open')].map(element => element.id)"
INSIDE = """element => {
    const box = element.getBoundingClientRect()
    return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
}"""

FOCUSED = """() => {
    const element = document.activeElement
    if (element === document.body) return null
    const cover = document.querySelector(":popover-open")
    const under = cover.contains(element) ? Infinity : cover.getBoundingClientRect().top
    const place = [...document.querySelectorAll("*")].indexOf(element)
    const box = element.getBoundingClientRect()
    const room = Math.min(under, innerHeight)
    // Of a table that is taller than the room there is a part.
    const clear = box.height > room ? box.bottom > 0 && box.top < room : box.top >= 0 && box.bottom <= room
    return {place, clear, html: element.outerHTML}
}"""


@pytest.fixture(params=folders()[1:])
def article(request, site):
    """The address of the article in each language."""
    return f"{site.url}{request.param}/muscle-spasms.html"


def test_a_keyboard_opens_an_explanation_and_comes_back_to_its_word(article, browser):
    with view(browser, viewport=NARROW) as page:
        page.goto(article)
        button = page.locator(".explain").first
        button.focus()
        page.keyboard.press("Enter")
        (opened,) = page.evaluate(OPEN)
        assert opened == button.get_attribute("popovertarget")
        assert page.locator(f"#{opened} button").evaluate("element => element === document.activeElement")
        dialog = page.get_by_role("dialog")
        assert dialog.count() == 1
        assert dialog.locator(".term-name").inner_text().strip()
        assert page.locator(f"#{opened}").evaluate(INSIDE)
        page.keyboard.press("Escape")
        assert page.evaluate(OPEN) == []
        assert button.evaluate("element => element === document.activeElement")


def test_a_finger_opens_and_closes_every_explanation_inside_the_window(article, browser):
    with view(browser, viewport=NARROW, has_touch=True) as page:
        page.goto(article)
        buttons = page.locator(".explain")
        assert buttons.count() > 20
        for number in range(0, buttons.count(), 6):
            button = buttons.nth(number)
            button.tap()
            (opened,) = page.evaluate(OPEN)
            assert opened == button.get_attribute("popovertarget")
            assert page.locator(f"#{opened}").evaluate(INSIDE)
            page.locator(f"#{opened} button").tap()
            assert page.evaluate(OPEN) == []


def test_each_button_has_the_name_of_its_word_and_stays_beside_it(article, browser):
    with view(browser, viewport=NARROW) as page:
        page.goto(article)
        for button in page.locator(".explain").all():
            target = page.locator(f"#{button.get_attribute('popovertarget')}")
            term = target.locator(".term-name").evaluate("e => (e.querySelector('ruby') ?? e).firstChild.data.trim()")
            name = button.get_attribute("aria-label")
            assert term in name
            assert page.get_by_role("button", name=name, exact=True).count() == 1
            # The last line of the link is the line of the button.
            assert button.evaluate("""element => {
                const word = [...element.previousElementSibling.getClientRects()].at(-1)
                const box = element.getBoundingClientRect()
                return Math.abs((word.top + word.bottom) / 2 - (box.top + box.bottom) / 2) < word.height / 2
            }"""), name


@pytest.mark.parametrize("folder", ["en", "ar", "ja"])
def test_axe_finds_nothing_in_an_open_explanation(site, browser, axe, folder):
    with view(browser, bypass_csp=True) as page:
        page.goto(f"{site.url}{folder}/muscle-spasms.html")
        page.evaluate(axe)
        for mode, ((width, height), media) in MODES.items():
            if mode == "print":
                continue
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(**media)
            page.locator(".explain").nth(5).press("Enter")
            assert page.evaluate(OPEN)
            found = page.evaluate(RUN.replace("axe.run(document,", "axe.run('[popover]:popover-open',"))
            open_questions = [node for node in found["incomplete"] if not excused(mode, node)]
            assert [*found["violations"], *open_questions] == [], mode
            page.keyboard.press("Escape")


def test_nothing_is_open_or_read_out_before_somebody_asks(article, browser):
    with view(browser, viewport=NARROW) as page:
        page.goto(article)
        assert page.evaluate(OPEN) == []
        assert page.evaluate("document.activeElement === document.body")
        assert not page.locator(".terms").inner_text().strip()


def test_paper_has_all_explanations_and_no_buttons(article, browser):
    with view(browser) as page:
        page.goto(article)
        page.emulate_media(media="print")
        assert page.locator(".explain:visible, .term-more:visible").count() == 0
        assert page.locator(".term-box:visible").count() == page.locator(".explain").count()


def test_without_popovers_the_link_to_the_glossary_is_left(site, browser):
    """What a browser does that knows no popovers: it passes over the rules of the style sheet that ask for them."""
    with window(browser, viewport=NARROW) as page:
        style = (site.folder / "style.css").read_text(encoding="utf-8").replace(":popover-open", ":no-such-thing")
        page.route("**/style.css", lambda route: route.fulfill(body=style, content_type="text/css"))
        page.goto(f"{site.url}en/muscle-spasms.html")
        assert page.locator(".explain:visible, .term-box:visible").count() == 0
        page.get_by_role("link", name="arteriosclerosis").first.click()
        assert page.url.endswith("/en/glossary.html#arteriosclerosis")


@pytest.mark.parametrize("folder", ["en", "ar"])
def test_an_open_explanation_covers_nothing_that_has_the_focus(site, browser, folder):
    with window(browser, viewport=NARROW) as page:
        page.goto(f"{site.url}{folder}/muscle-spasms.html")
        page.locator(".explain").nth(3).press("Enter")
        passed = set()
        while (here := page.evaluate(FOCUSED)) and here["place"] not in passed:
            assert here["clear"], here
            passed.add(here["place"])
            page.keyboard.press("Tab")
        assert len(passed) > 20
