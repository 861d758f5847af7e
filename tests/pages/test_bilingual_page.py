"""Sheets in two languages, in Chromium: on a wide and a narrow screen, and on paper."""

import io
import re
from collections import Counter, defaultdict

import pytest
from commands.support import make_project
from conftest import build_project, folders, serve, view
from pypdf import PdfReader

from pipeline.commands.update import update
from pipeline.commands.workspace import open_project
from pipeline.locale import parse_locale
from pipeline.render.bilingual import SUFFIX

pytestmark = pytest.mark.browser

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 256}
NOTE = "This part is not translated yet."
TEXTS = [f"Begin{number:03} {'word ' * (number * 7 % 60)}end{number:03}." for number in range(60)]
MISSING = TEXTS[3]

CELLS = """() => [...document.querySelectorAll(".pairs > * > tr")].map(row => [...row.cells].map(cell => {
    const [box, {direction}] = [cell.getBoundingClientRect(), getComputedStyle(cell)]
    const blocks = [...cell.querySelectorAll(":scope > :not(.missing)")].map(block => {
        return [block.closest("[lang]").lang, getComputedStyle(block).direction, block.textContent.trim()]
    })
    return {lang: cell.lang, direction, top: box.top, bottom: box.bottom, left: box.left, blocks}
}))"""


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    """A long article in English, Arabic and Japanese, of which one block is not translated; built and served."""
    body = "\n\n".join(TEXTS)
    files = make_project(
        tmp_path_factory.mktemp("sheets"),
        articles={"guide.md": f"---\ntitle: Guide\ndescription: What to know.\n---\n\n{body}\n"},
        config='locales = ["ar", "ja"]\n[tool.plainspoken.formats]\nbilingual = true',
    )
    files.run(update)
    for locale in ("ar", "ja"):
        files.translate(locale, keep=(MISSING,))
    output, outcome = build_project(files.root)
    assert not outcome.errors
    with serve(output) as served:
        yield served


@pytest.mark.parametrize("name", ["ar", "ja"])
def test_every_cell_has_the_language_and_the_direction_of_the_catalog(sheets, browser, name):
    target = parse_locale(name)
    with view(browser, viewport=WIDE) as page:
        page.goto(f"{sheets.url}{name}/guide{SUFFIX}")
        rows = page.evaluate(CELLS)
    assert len(rows) == len(TEXTS) + 3
    for source, translation in rows:
        assert (source["lang"], source["direction"]) == ("en", "ltr")
        assert (translation["lang"], translation["direction"]) == (name, target.direction)
    for text, (source, translation) in zip(TEXTS, rows[3:], strict=True):
        assert source["blocks"] == [["en", "ltr", text]]
        ready = [name, target.direction, f"{name}: {text}"]
        assert translation["blocks"] == [["en", "ltr", text] if text == MISSING else ready]


@pytest.mark.parametrize("name", ["ar", "ja"])
def test_only_what_is_not_translated_says_so_in_the_reader_s_language(sheets, browser, name):
    with view(browser, viewport=WIDE) as page:
        page.goto(f"{sheets.url}{name}/guide{SUFFIX}")
        (note,) = page.locator(".missing").all()
        assert note.evaluate("e => e.parentElement.textContent").endswith(MISSING)
        assert note.evaluate("e => e.closest('[lang]').lang") == name
        assert note.inner_text() not in ("", NOTE)


@pytest.mark.parametrize("name", ["ar", "ja"])
def test_pairs_stand_beside_each_other_or_one_below_the_other(sheets, browser, name):
    with view(browser, viewport=WIDE) as page:
        page.goto(f"{sheets.url}{name}/guide{SUFFIX}")
        assert all(
            source["top"] == other["top"] and source["left"] < other["left"] for source, other in page.evaluate(CELLS)
        )
        page.set_viewport_size(NARROW)
        rows = page.evaluate(CELLS)
        assert all(source["bottom"] <= other["top"] and source["left"] == other["left"] for source, other in rows)
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
        # What is drawn as blocks is still a table in the tree that Chromium gives to a screen reader.
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(node["role"]["value"] for node in nodes if not node["ignored"])
    assert (roles["table"], roles["columnheader"], roles["row"], roles["cell"]) == (1, 2, 63, 124)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_on_paper_no_pair_is_torn_and_each_sheet_names_the_languages(sheets, browser, paper):
    with view(browser) as page:
        page.goto(f"{sheets.url}ja/guide{SUFFIX}")
        printed = PdfReader(io.BytesIO(page.pdf(format=paper)))
    texts = [" ".join(sheet.extract_text().split()) for sheet in printed.pages]
    places = defaultdict(list)
    for number, text in enumerate(texts):
        for mark in re.findall(r"(?:Begin|end)(\d{3})", text):
            places[mark].append(number)
    assert len(texts) > 5
    assert {len(found) for found in places.values()} == {4}, "beginning and end, in both languages"
    assert len(places) == len(TEXTS)
    assert [mark for mark, found in places.items() if len(set(found)) > 1] == []
    assert all("English" in text for text in texts if "Begin" in text)


def test_every_translation_of_this_site_has_a_sheet_with_the_same_headings_in_both_columns(site, browser):
    domains = {path.name.removesuffix(".md") for path in (open_project(site.folder.parent).source).glob("*.md")}
    headings = """column => [...document.querySelectorAll(`.pairs > tbody td:nth-child(${column}) :is(h2, h3, h4)`)]
        .map(heading => heading.localName)"""
    with view(browser, viewport=WIDE) as page:
        for folder in folders()[2:]:
            assert {path for path in site.pages if path.startswith(f"{folder}/") and path.endswith(SUFFIX)} == {
                f"{folder}/{domain}{SUFFIX}" for domain in domains
            }
            page.goto(f"{site.url}{folder}/muscle-spasms{SUFFIX}")
            assert len(page.evaluate(headings, 1)) > 5
            assert page.evaluate(headings, 1) == page.evaluate(headings, 2)
