"""A translation that is not finished: what is missing stands in the source's language, and says so."""

import re

import polib
import pytest
from conftest import build_project, copy_project, serve, view
from test_browser import structure

from pipeline.commands.workspace import open_project, read_articles, read_words
from pipeline.locale import parse_locale

pytestmark = pytest.mark.browser

DOMAIN = "muscle-spasms"


@pytest.fixture(scope="module")
def missing(tmp_path_factory):
    """A copy of the project whose Arabic translation lacks some blocks: its folder, and the text of these blocks."""
    root = copy_project(tmp_path_factory.mktemp("unfinished"))
    documents, _ = read_articles(open_project(root))
    (document,) = (document for document in documents if document.article.domain == DOMAIN)
    plain = [
        segment.text
        for segment in document.segments
        if segment.kind in {"p", "li", "h3"} and not segment.critical and re.fullmatch(r"[\w ,.?’]+", segment.text)
    ]
    empty, (fuzzy,) = plain[::5][:5], plain[1:2]
    path = root / "locales" / "ar" / "LC_MESSAGES" / f"{DOMAIN}.po"
    catalog = polib.pofile(str(path), wrapwidth=0)
    for text in empty:
        catalog.find(text).msgstr = ""
    catalog.find(fuzzy).flags.append("fuzzy")
    catalog.save()
    return root, [*empty, fuzzy]


@pytest.fixture(scope="module")
def unfinished(missing):
    """The same, built and served."""
    output, outcome = build_project(missing[0])
    assert not outcome.errors
    with serve(output) as served:
        yield served


def test_each_block_without_a_ready_translation_is_marked_as_english(unfinished, missing, browser):
    with view(browser) as page:
        assert page.goto(f"{unfinished.url}ar/{DOMAIN}.html").status == 200
        for text in missing[1]:
            marked = page.get_by_text(text, exact=True).and_(page.locator("[lang=en][dir=ltr]"))
            assert marked.count() == 1, text
            assert marked.evaluate("e => getComputedStyle(e).direction") == "ltr"
        # And nothing else in the text is: what is translated is in the language of the page, but for titles of works.
        assert page.locator(":is(.key-facts, .text) [lang]:not(.references *)").count() == len(missing[1])


def test_a_notice_says_so_in_the_reader_s_language(unfinished, missing, browser):
    words = read_words(open_project(missing[0]), parse_locale("ar"))
    notice = "Some parts of this page are not translated yet. They are shown in {language}."
    expected = words(notice, language="الإنجليزية")
    assert notice in words
    assert "الإنجليزية" in expected
    with view(browser) as page:
        page.goto(f"{unfinished.url}ar/{DOMAIN}.html")
        assert page.locator(".notice").inner_text() == expected
        page.goto(f"{unfinished.url}de/{DOMAIN}.html")
        assert page.locator(".notice").count() == 0


# --- half of it translated: every block is what its catalog says -----------------------------------------------------

HALF = {"ar": ("ar", "rtl"), "ja": ("ja", "ltr")}
SOURCE = ("en", "ltr")

# The words of each block, without those of blocks inside of it, and each language and direction that they are shown in.
BLOCKS = """() => {
    const blocks = new Map()
    const add = (block, element, text) => {
        const found = blocks.get(block) ?? {text: "", shown: {}}
        found.text += text
        // An abbreviation has the language of what explains it, a message of its own.
        // What is isolated has a direction of its own, and the language around it.
        let whose = element
        while (whose.matches("abbr, bdi, bdo")) whose = whose.parentElement
        found.shown[whose.closest("[lang]").lang + " " + getComputedStyle(whose).direction] = true
        blocks.set(block, found)
    }
    const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement
        const block = element.closest("h1, h2, h3, p, li, td, th")
        // So has what it stands for, written out behind it at its first use, in brackets where there are none yet.
        const {data, previousSibling, nextSibling} = walker.currentNode
        const written = element.closest(".long-form") || nextSibling?.className === "long-form"
        const opening = previousSibling?.className === "long-form" ? previousSibling.previousSibling.data : ":"
        if (block && !written && !element.closest("nav, .box-label") && /\\S/.test(data))
            add(block, element, /[:：]/.test(opening) ? data : data.replace(/^[)）]/, ""))
    }
    for (const image of document.querySelectorAll("article img")) add(image, image, image.alt)
    return [...blocks.values()].map(({text, shown}) => [text.replace(/\\s+/g, " ").trim(), Object.keys(shown)])
}"""

ABBREVIATIONS = """() => [...document.querySelectorAll("article :is(abbr[title], .long-form)")].map(each =>
    [each.title || each.textContent, [each.closest("[lang]").lang, getComputedStyle(each).direction]])"""


def plain(message):
    """Return a message as readers see it."""
    return " ".join(re.sub(r"!?\[([^]]*)\]\([^)]*\)", r"\1", message).replace("**", "").split())


@pytest.fixture(scope="module")
def half(tmp_path_factory):
    """A copy of the project in which every second message of an article is not translated, built and served."""
    root = copy_project(tmp_path_factory.mktemp("half"))
    config = root / "pyproject.toml"
    threshold = "[tool.plainspoken]\npublish-threshold = 0.3\n"
    config.write_text(config.read_text(encoding="utf-8").replace("[tool.plainspoken]\n", threshold), encoding="utf-8")
    documents, _ = read_articles(open_project(root))
    (document,) = (document for document in documents if document.article.domain == DOMAIN)
    kept = {segment.text for segment in document.segments if segment.critical or segment.kind == "title"}
    catalogs = {locale: polib.pofile(str(_po(root, locale)), wrapwidth=0) for locale in HALF}
    for locale, catalog in catalogs.items():
        for entry in [entry for entry in catalog if entry.msgid not in kept][::2]:
            entry.msgstr = ""
        catalog.save(str(_po(root, locale)))
    output, outcome = build_project(root)
    assert not outcome.errors
    with serve(output) as served:
        yield served, root, catalogs


def _po(root, locale):
    return root / "locales" / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


@pytest.mark.parametrize("locale", HALF)
def test_every_block_has_the_language_and_direction_that_its_catalog_says(half, browser, locale):
    served, _, catalogs = half
    with view(browser) as page:
        assert page.goto(f"{served.url}{locale}/{DOMAIN}.html").status == 200
        shown = {text: {tuple(each.split()) for each in ways} for text, ways in page.evaluate(BLOCKS)}
        explained = [(title, tuple(way)) for title, way in page.evaluate(ABBREVIATIONS)]
    # Titles of works keep their own language in every language.
    entries = [each for each in catalogs[locale] if "<" not in each.msgid and not re.match("[A-Z]{2,3}: ", each.msgid)]
    # Words in drawings stand in files of their own; test_pictures.py looks at them.
    entries = [each for each in entries if ".svg”" not in each.comment]
    translated = [entry for entry in entries if entry.msgstr]
    assert 0.4 < len(translated) / len(entries) < 0.6
    for entry in entries:
        expected = HALF[locale] if entry.msgstr else SOURCE
        assert shown.get(plain(entry.msgstr or entry.msgid)) == {expected}, entry.msgid
        if entry.msgstr:
            assert plain(entry.msgid) not in shown
    sources = {each.msgid.partition(": ")[2] for each in catalogs[locale] if re.match("[A-Z]{2,3}: ", each.msgid)}
    assert len(explained) > 5
    wrong = [(title, way) for title, way in explained if way != (SOURCE if title in sources else HALF[locale])]
    assert wrong == []


@pytest.mark.parametrize("locale", HALF)
def test_the_notice_and_the_structure_of_a_half_translated_page(half, browser, locale):
    served, root, _ = half
    words = read_words(open_project(root), parse_locale(locale))
    message = "Some parts of this page are not translated yet. They are shown in {language}."
    english = {"ar": "الإنجليزية", "ja": "英語"}[locale]
    with view(browser) as page:
        page.goto(f"{served.url}en/{DOMAIN}.html")
        original = structure(page)
        page.goto(f"{served.url}{locale}/{DOMAIN}.html")
        notice = page.locator(".notice")
        assert notice.inner_text() == words(message, language=english)
        assert notice.evaluate("e => e.closest('[lang]').lang + ' ' + getComputedStyle(e).direction").split() == [
            *HALF[locale]
        ]
        notice.evaluate("e => e.remove()")
        assert structure(page) == original, "the notice is all that it has more than the original"
