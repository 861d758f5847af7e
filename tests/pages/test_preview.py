"""The workbench in a browser: it follows the files, a translator corrects in it, with the keyboard alone."""

import re
from contextlib import contextmanager

import polib
import pytest
from commands.workbenches import previewed
from conftest import ROOT, copy_project, window
from test_axe import MODES, RUN, excused

from pipeline.catalogs import format_po, read_po

pytestmark = pytest.mark.browser

SAVED = re.compile(r"^\s*Saved\.")
"""What is said; a text alone would also be found in “Not saved.”"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """This project, with a fuzzy, a missing and a rejected translation in Arabic."""
    root = copy_project(tmp_path_factory.mktemp("preview"))
    path = po(root)
    catalog = read_po(path.read_bytes(), "x.po")
    first, second, third = [each for each in catalog if "Paragraph" in each.comment and len(each.msgid) > 60][:3]
    first.flags, first.previous_msgid = ["fuzzy"], f"Not now. {first.msgid}"
    second.msgstr = ""
    third.msgstr += " <script>document.title = 'evil'</script><img src=x onerror=\"document.title = 'evil'\">"
    path.write_bytes(format_po(catalog).encode())
    return root


@pytest.fixture(scope="module")
def address(project):
    with previewed(project, "--port", "0") as (_, told):
        yield told


def po(root, locale="ar"):
    return root / f"locales/{locale}/LC_MESSAGES/muscle-spasms.po"


def entry(path, msgid):
    return polib.pofile(str(path)).find(msgid)


@contextmanager
def opened(browser, address, query="article=muscle-spasms&locale=ar&beside=1", **options):
    """The workbench in a window; it has listed its blocks, and nothing went wrong in the end."""
    with window(browser, **options) as page:
        faults = []
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}?{query}")
        page.locator("#blocks button").first.wait_for(state="attached")
        yield page
        # What we provoke: scripts that the policy stops, texts that are refused, a server that is gone.
        provoked = ("Content Security Policy", "Failed to load resource")
        assert [fault for fault in faults if not any(each in fault for each in provoked)] == []


def test_a_save_is_shown_and_the_reader_keeps_the_place(browser, address, project):
    path = po(project, "de")
    with opened(browser, address, "article=muscle-spasms&locale=de") as page:
        frame = page.frame_locator("#page")
        catalog = read_po(path.read_bytes(), "x.po")
        last = [each for each in catalog if "Paragraph" in each.comment][-1]
        block = frame.locator("[data-block]", has_text=last.msgstr[:20]).first
        block.scroll_into_view_if_needed()
        block.locator(".workbench-open").focus()
        before = block.bounding_box()["y"]
        first = next(each for each in catalog if each.comment.startswith("Description"))
        first.msgstr = f"{first.msgstr} Neu. " * 6
        path.write_bytes(format_po(catalog).encode())
        frame.locator(".lead", has_text="Neu. ").wait_for()
        assert abs(block.bounding_box()["y"] - before) <= 1
        assert block.locator(".workbench-open").evaluate("each => each === document.activeElement")
        assert page.locator("#status").inner_text() == "The page has changed."


def test_translate_check_and_correct_by_keyboard_alone(browser, address, project):
    path = po(project)
    with opened(browser, address) as page:
        press = page.keyboard.press
        press("Alt+Shift+U")
        page.locator("h2", has_text="Not translated").wait_for()
        assert page.evaluate("document.activeElement.id") == "panel-title"
        msgid = page.locator("#panel .text").first.inner_text()
        tab_to(page, "text")
        page.keyboard.type("<b>نص")
        tab_to(page, "check")
        press("Enter")
        page.locator("#said", has_text=re.compile("Findings: [0-9]")).wait_for()
        page.locator("#findings .error").first.wait_for()
        assert entry(path, msgid).msgstr == ""
        press("Shift+Tab")
        press("Shift+Tab")
        press("Control+A")
        text = entry(po(ROOT), msgid).msgstr
        page.keyboard.type(text)
        press("Control+Enter")
        page.locator("#said", has_text=SAVED).wait_for()
        assert entry(path, msgid).msgstr == text
        assert page.evaluate("document.activeElement.id") == "text"
        page.frame_locator("#page").locator(".workbench-on.workbench-ready").wait_for()
        press("Alt+Shift+D")
        page.locator("h2", has_text="In doubt").wait_for()
        assert page.locator("#panel del").inner_text().strip() == "Not now."
        msgid = page.locator("#panel .text").first.inner_text()
        tab_to(page, "fuzzy")
        press("Space")
        tab_to(page, "save")
        press("Enter")
        page.locator("#said", has_text=SAVED).wait_for()
        assert not entry(path, msgid).fuzzy
        press("Alt+Shift+F")
        page.locator("#panel .findings li").first.wait_for()


def tab_to(page, name):
    """Go there with the key Tab."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == name:
            return
    pytest.fail(f"Tab does not lead to {name}")


def test_a_block_is_opened_from_either_page_and_from_the_list(browser, address):
    with opened(browser, address) as page:
        for frame in ("#page", "#source"):
            button = page.frame_locator(frame).locator("li > .workbench-open, li > span > .workbench-open").first
            button.focus()
            page.keyboard.press("Enter")
            page.locator("#panel-title").wait_for()
            assert page.frame_locator("#source").locator(".workbench-on").count() == 1
            assert page.frame_locator("#page").locator(".workbench-on").count() == 1
        page.locator("#all summary").click()
        page.locator("#blocks button").nth(3).click()
        # The block that was open before is the current one until the other is there.
        page.locator("#blocks button").nth(3).and_(page.locator("[aria-current=true]")).wait_for()
        assert page.locator("#blocks button[aria-current]").count() == 1


def test_an_edit_of_somebody_else_is_not_lost_and_neither_is_ours(browser, address, project):
    path = po(project, "fr")
    with opened(browser, address, "article=muscle-spasms&locale=fr") as page:
        page.locator("[data-next=block]").click()
        page.locator("#text").fill("Le mien")
        msgid = page.locator("#panel .text").first.inner_text()
        catalog = read_po(path.read_bytes(), "x.po")
        next(each for each in catalog if each.msgid == msgid).msgstr = "Celui des autres"
        path.write_bytes(format_po(catalog).encode())
        page.locator("#status", has_text="changed").wait_for()
        page.locator("#save").click()
        page.locator("#said", has_text="Celui des autres").wait_for()
        assert page.locator("#text").input_value() == "Le mien"
        assert entry(path, msgid).msgstr == "Celui des autres"
        page.locator("#save").click()
        page.locator("#said", has_text=SAVED).wait_for()
        assert entry(path, msgid).msgstr == "Le mien"


def renamed(path, content):
    """Write a file as careful editors do: another one takes its place."""
    other = path.with_name(f".{path.name}.new")
    other.write_bytes(content)
    other.replace(path)


def titled(path, text):
    """The content of a catalog with another title."""
    catalog = read_po(path.read_bytes(), "x.po")
    next(each for each in catalog if each.comment.startswith("Title")).msgstr = text
    return format_po(catalog).encode()


def test_a_save_before_the_page_listens_is_shown(browser, address, project):
    path = po(project, "ja")
    content = titled(path, "筋肉のけいれん 甲")
    with window(browser) as page:
        held = []
        page.route("**/events", lambda route: held.append(route))  # noqa: PLW0108 - no built-in function will do
        page.goto(f"{address}?article=muscle-spasms&locale=ja", wait_until="load")
        frame = page.frame_locator("#page")
        frame.locator("h1").wait_for()
        renamed(path, content)
        page.wait_for_timeout(600)  # the change is told to nobody
        assert "甲" not in frame.locator("h1").inner_text()
        for route in held:
            route.continue_()
        frame.locator("h1", has_text="甲").wait_for()


def test_a_page_that_comes_late_does_not_stand_in_the_place_of_a_newer_one(browser, address, project):
    path = po(project, "ja")
    content = titled(path, "筋肉のけいれん 乙")
    with window(browser) as page:
        held = []
        page.route("**/pages/ja/*.html*", lambda route: held.append((route, route.fetch())))
        page.goto(f"{address}?article=muscle-spasms&locale=ja", wait_until="commit")
        page.locator("#blocks button").first.wait_for(state="attached")
        renamed(path, content)
        page.locator("#status", has_text="changed").wait_for()
        ((route, old),) = held
        assert "乙" not in old.text()
        route.fulfill(response=old)
        page.frame_locator("#page").locator("h1", has_text="乙").wait_for()


def test_a_label_of_a_picture_is_corrected_from_the_list(browser, address):
    with opened(browser, address, "article=muscle-spasms&locale=de") as page:
        page.locator("#all summary").click()
        page.locator("#blocks button", has_text=re.compile(": Thighs?$")).first.click()
        page.locator("#panel-title").wait_for()
        picture = page.frame_locator("#page").locator("img[src*='where-spasms-happen']")
        before = picture.get_attribute("src")
        word = page.locator("#text").input_value()
        page.locator("#text").fill(f"{word}!")
        page.locator("#save").click()
        page.locator("#said", has_text=SAVED).wait_for()
        page.frame_locator("#page").locator(f"img[src*='where-spasms-happen']:not([src='{before}'])").wait_for()
        assert f"{word}!" in page.request.get(picture.evaluate("each => each.src")).text()
        assert picture.evaluate("each => each.decode().then(() => each.naturalWidth > 0)")


def test_a_damaged_catalog_is_told_and_the_page_stays(browser, address, project):
    path = po(project, "es")
    good = path.read_bytes()
    with opened(browser, address, "article=muscle-spasms&locale=es") as page:
        title = page.frame_locator("#page").locator("h1").inner_text()
        path.write_bytes(good + b'\nmsgid "x\n')
        page.locator("#errors", has_text=re.compile(r"muscle-spasms\.po:\d+: error")).wait_for()
        assert page.frame_locator("#page").locator("h1").inner_text() == title
        path.write_bytes(good)
        page.locator("#errors li").wait_for(state="detached")


EVIL = "<img src=x onerror=\"document.title = 'evil'\"><a href=\"javascript:document.title = 'evil'\">x</a>"
INJECT = """evil => {
    const view = document.getElementById("page").contentDocument
    const block = view.body.appendChild(view.createElement("p"))
    block.innerHTML = evil
    block.lastChild.click()
}"""


def test_no_script_in_a_translation_runs(browser, address, project):
    catalog = read_po(po(project).read_bytes(), "x.po")
    evil = next(each for each in catalog if "<script" in each.msgstr)
    with opened(browser, address) as page:
        held = page.frame_locator("#page").locator(".workbench-held")
        assert held.count() == 1
        held.locator(".workbench-open").click()
        page.locator("#text").wait_for()
        assert page.locator("#text").input_value() == evil.msgstr
        page.locator("#check").click()
        page.locator("#findings .error").first.wait_for()
        page.evaluate(INJECT, EVIL)
        assert "evil" not in page.title()
        assert "evil" not in page.frame(url=re.compile("/pages/ar/")).title()


def test_the_server_may_end_and_come_back(browser, project):
    with previewed(project, "--port", "0") as (process, told), opened(browser, told) as page:
        process.kill()
        page.locator("#status", has_text="Start it again").wait_for()
        port = told.rstrip("/").rpartition(":")[2]
        with previewed(project, "--port", port):
            page.locator("#status", has_text="answers again").wait_for()


def framed(node):
    """Say whether something axe tells of stands in a page that the workbench shows."""
    return node["target"].startswith(("#page", "#source"))


@pytest.mark.parametrize("interface", ["en", "ar", "ja"])
def test_axe_finds_nothing_however_it_is_shown(browser, address, axe, interface):
    query = f"article=muscle-spasms&locale=ar&beside=1&interface={interface}"
    with opened(browser, address, query, bypass_csp=True) as page:
        page.locator("[data-next=finding]").click()
        page.locator("#panel .findings li").first.wait_for()
        page.locator("#all summary").click()
        faults = []
        for frame in page.frames:
            frame.evaluate(axe)
        for mode, ((width, height), media) in MODES.items():
            if mode == "print":
                continue
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(**media)
            found = page.evaluate(RUN)
            # About the pages themselves test_axe.py asks; here they stand in frames, and are partly out of sight.
            own = [node for node in found["incomplete"] if not framed(node)]
            questions = [node for node in own if not excused(mode, node)]
            # Two pages are there, so that what each has once is there twice.
            wrong = [
                each for each in found["violations"] if not (framed(each) and each["rule"].startswith("landmark-"))
            ]
            faults += [f"{mode}: {node['rule']} {node['target']} {node['why']}" for node in wrong + questions]
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), mode
        assert not faults, "\n".join(faults)
