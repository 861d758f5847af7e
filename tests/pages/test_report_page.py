"""The report in a browser: nothing for axe to find, no script, and links that show the block."""

import pytest
from commands.support import GUIDE, make_project
from conftest import serve, view, window
from test_axe import MODES, RUN, excused
from test_nu import nu

from pipeline.commands.build import build
from pipeline.commands.report import report
from pipeline.commands.update import update
from pipeline.locale import parse_locale
from pipeline.report.overview.badge import badge

pytestmark = pytest.mark.browser

PAGES = ("index.html", "es/index.html", "es/guide.html", "ar/guide.html", "en/guide.html")
LAST = "Stretch it slowly."


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Texts that are missing, in doubt and wrong, and a page long enough to scroll."""
    filling = "\n\n".join(f"Paragraph {number} has a few words to read." for number in range(60))
    files = make_project(
        tmp_path_factory.mktemp("reported"),
        {"guide.md": f"{GUIDE}\n{filling}\n\n{LAST}\n"},
        'locales = ["ar", "es"]',
    )
    files.run(update)
    files.translate("es", table={"When to get help": "", "Muscle spasms": "es: <b>x</b>"}, keep=[LAST])
    files.translate("ar", table={"Muscle spasms": "تشنج العضلات"})
    files.run(build)
    assert report(files.open()).errors == []
    return files


@pytest.fixture(scope="module", params=["ar", "en"])
def served(request, files):
    """The pages with the report in one language."""
    report(files.open(), parse_locale(request.param))
    with serve(files / "output") as site:
        yield site
    report(files.open())


def is_one_digit(node):
    """Say whether axe doubts that one digit is text; numbers of more digits have the same colours and are measured."""
    return node["rule"] == "color-contrast" and node["why"].startswith("shortTextContent")


def test_axe_finds_nothing_however_the_report_is_shown(served, browser, axe):
    with view(browser, bypass_csp=True) as page:
        faults = []
        for path in PAGES:
            page.goto(f"{served.url}report/{path}")
            page.evaluate(axe)
            for mode, ((width, height), media) in MODES.items():
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(**media)
                if mode != "print" and page.evaluate("document.documentElement.scrollWidth") > width:
                    faults.append(f"{path} {mode}: too wide")
                found = page.evaluate(RUN)
                asked = (n for n in found["incomplete"] if not excused(mode, n) and not is_one_digit(n))
                nodes = [*found["violations"], *asked]
                faults += [f"{path} {mode}: {node['rule']} {node['target']}: {node['why']}" for node in nodes]
        assert faults == []


def test_it_works_from_a_folder_without_a_script_and_asks_for_its_own_files_only(files, browser):
    folder = (files / "output").as_uri()
    with window(browser, java_script_enabled=False) as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{folder}/report/index.html")
        page.get_by_role("link", name="Spanish", exact=True).first.click()
        assert page.locator("img").evaluate("image => image.naturalWidth") > 0
        page.get_by_role("link", name="Muscle spasms", exact=True).first.click()
        assert page.locator("h1").inner_text() == "Muscle spasms"
        assert [url for url in asked if not url.startswith(folder)] == []
    assert not [
        path for path in (files / "output/report").rglob("*.html") if "<script" in path.read_text(encoding="utf-8")
    ]


def test_a_link_to_a_block_shows_it(served, browser):
    with view(browser) as page:
        page.goto(f"{served.url}report/es/guide.html")
        page.get_by_role("link", name=LAST).first.click()
        page.wait_for_url("**/es/guide.html*")
        page.wait_for_function("window.scrollY > 500")
        place = page.get_by_text(LAST).bounding_box()
        assert 0 <= place["y"] <= page.viewport_size["height"]


def test_the_words_of_a_badge_fit_into_its_boxes(browser, tmp_path):
    with view(browser) as page:
        for name in ("ar", "de", "el", "es", "fr", "he", "hi", "ja", "pt_BR", "ru", "zh_Hans"):
            place = tmp_path / f"{name}.svg"
            place.write_text(badge(parse_locale(name), 0.98), encoding="utf-8")
            page.goto(place.as_uri())
            natural = page.evaluate("""() => [...document.querySelectorAll("text")].map(text => {
                const set = parseFloat(text.getAttribute("textLength"))
                text.removeAttribute("textLength")
                return text.getComputedTextLength() / set
            })""")
            assert all(0.75 <= share <= 1.25 for share in natural), (name, natural)


@pytest.mark.java
def test_the_checker_of_html_finds_nothing(served):
    pages = [served.url + path for path in served.pages if path.startswith("report/")]
    assert nu([*pages, f"{served.url}report/report.css", *served.folder.rglob("report/**/*.svg")]) == []
