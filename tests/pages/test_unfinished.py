"""A translation that is not finished: what is missing stands in the source's language, and says so."""

import re

import polib
import pytest
from conftest import build_project, copy_project, serve, window

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
    with window(browser) as page:
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
    with window(browser) as page:
        page.goto(f"{unfinished.url}ar/{DOMAIN}.html")
        assert page.locator(".notice").inner_text() == expected
        page.goto(f"{unfinished.url}de/{DOMAIN}.html")
        assert page.locator(".notice").count() == 0
