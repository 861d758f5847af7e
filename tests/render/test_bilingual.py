"""Source and translation side by side."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from pipeline.article import parse, translate
from pipeline.locale import parse_locale
from pipeline.model import Article
from pipeline.render.bilingual import pairs
from pipeline.render.html import render_bilingual, render_page
from pipeline.render.page import Words
from pipeline.render.wall import own_of
from pipeline.site import Edition, Site

EN, DE, AR = map(parse_locale, ("en", "de", "ar"))
FRAME = {"Important": "Important", "{label}: {value}": "{label}: {value}"}
LABEL = "This part is not translated yet."
BODY = """\
## A heading {: #rest }

A text with a [link](#rest) and a note.[^1]

- one
- two

!!! danger "Call 112"
    At once.

| Sign | What it means |
| --- | --- |
| Pain | Rest |

Cola is made by *Cola Inc*{: translate=no } <span id="raw">here</span>, says the WHO.

<div id="block" aria-describedby="raw">A block</div>

*[WHO]: World Health Organization

[^1]: The note.
"""


def both(body=BODY, locale=AR, lookup=None, words=None):
    """The page of a translation, and the same with the source in its place."""
    source = parse(Article("source/x.md", "x", "Title", "Description", body, 0), EN)
    translation = translate(source, lookup or (lambda each: f"{locale.tag} {each.text}"), locale)
    table = {each: Words(each, FRAME | (words or {}) if each == locale else {}) for each in (AR, DE, EN)}
    editions = {"x": {EN: Edition(source, None), locale: Edition(translation, None)}}
    site = Site(EN, "", table, "Site", text_edition=False, editions=editions, bilingual_edition=True)
    page = replace(next(page for page in site.pages() if page.locale == locale), own=own_of(source, ()))
    return page, site.original(page, source)


def sheet(*arguments, **options):
    return html.document_fromstring(render_bilingual(*both(*arguments, **options)))


def rows(root):
    """The two cells of each row below the title and the description."""
    return [tuple(row) for row in root.xpath("//table[contains(@class, 'pairs')]/tbody/tr")][2:]


def words_of(element):
    return " ".join(element.text_content().split())


def test_each_block_stands_beside_its_translation():
    found = [(words_of(source), words_of(target)) for source, target in rows(sheet())]
    assert found[0] == ("A heading", "ar A heading")
    assert found[1] == ("A text with a link and a note.1", "ar A text with a link and a note.1")
    assert found[2] == ("one two", "ar one ar two")
    assert len(found) == 8


@pytest.mark.parametrize("locale", [AR, DE])
def test_every_cell_has_its_language_and_direction(locale):
    cells = [cell for row in sheet(locale=locale).xpath("//table[@class='pairs']/*/tr") for cell in row]
    said = Counter((cell.get("lang"), cell.get("dir")) for cell in cells)
    assert said == {("en", "ltr"): len(cells) // 2, (locale.tag, locale.direction): len(cells) // 2}


def test_no_id_is_there_twice_and_every_one_that_is_named_is_there():
    root = sheet()
    ids = Counter(root.xpath("//@id"))
    assert max(ids.values()) == 1
    assert {"rest", "raw", "block", "page--original--rest", "page--original--raw", "page--original--block"} <= set(ids)
    named = [name for names in root.xpath("//@aria-labelledby | //@aria-describedby") for name in names.split()]
    assert "page--original--raw" in named
    assert set(named) <= set(ids)
    assert {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_links_with_the_same_words_lead_to_the_same_place():
    places = [
        (source.xpath(".//a/@href"), target.xpath(".//a/@href"))
        for source, target in rows(sheet())
        if target.xpath(".//a")
    ]
    assert places
    assert all(source == target for source, target in places)


def test_headings_are_as_on_the_page_and_there_is_one_main_heading():
    root = sheet()
    assert [words_of(each) for each in root.iter("h1")] == ["ar Title"]
    assert [each.tag for row in rows(root) for cell in row for each in cell.iter("h1", "h2", "h3")] == [
        "h2",
        "h2",
        "h3",
        "h3",
    ]


def test_landmarks_are_not_there_twice():
    root = sheet()
    assert len(root.xpath("//*[@role='doc-endnotes']")) == 1
    assert root.xpath("//*[@role='region']") == []


@pytest.mark.parametrize(
    "missing",
    [
        pytest.param("A heading", id="heading"),
        pytest.param("one", id="item of a list"),
        pytest.param("At once.", id="text in a box"),
        pytest.param("Pain", id="cell"),
        pytest.param("The note.", id="footnote"),
    ],
)
def test_a_block_of_which_something_is_not_translated_says_so_in_the_reader_s_language(missing):
    root = sheet(lookup=lambda each: None if each.text == missing else f"ar {each.text}", words={LABEL: "ليس بعد"})
    told = [words_of(source) for source, target in rows(root) if "ليس بعد" in words_of(target)]
    assert len(told) == 1
    assert missing in told[0]
    notes = root.xpath("//p[@class='missing']")
    assert [words_of(note) for note in notes] == ["ليس بعد"]
    assert missing in words_of(notes[0].getparent())


def test_title_and_description_say_so_too():
    root = sheet(lookup=lambda each: None if each.kind in {"title", "description"} else "ar")
    notes = root.xpath("//p[@class='missing']/following-sibling::*")
    assert [(each.tag, each.get("lang"), words_of(each)) for each in notes] == [
        ("h1", "en", "Title"),
        ("p", "en", "Description"),
    ]


def test_the_long_form_of_an_abbreviation_is_missing_where_readers_meet_it():
    def all_but_abbreviations(segment):
        return None if segment.kind == "abbr" else f"ar {segment.text}"

    found = pairs(*both(lookup=all_but_abbreviations))
    assert [pair.missing for pair in found] == ["World Health Organization" in pair.source for pair in found]
    assert sum(pair.missing for pair in found) == 1


def test_what_nobody_is_to_translate_is_not_missing():
    assert not any(pair.missing for pair in pairs(*both("Keep this.\n{: translate=no }\n")))


def test_the_page_leads_to_the_sheet_and_the_sheet_to_the_page():
    page, original = both()
    assert 'href="x.bilingual.html"' in render_page(page)
    assert "bilingual" not in render_page(replace(page, bilingual=False))
    root = html.document_fromstring(render_bilingual(page, original))
    assert root.xpath("//nav[@class='way']//a/@href") == ["index.html", "x.html"]
    assert root.xpath("//nav[@class='languages']//a/@href") == ["x.bilingual.html", "../en/x.html"]


PIECES = st.sampled_from(
    [
        *("# A\n", "## B {: #b }\n", "text\n", "- one\n- two\n", "1. a\n\n    b\n", "> quoted\n", "***\n"),
        *("    code\n", "term\n:   meaning\n", "| a | b |\n| - | - |\n| c | d |\n", "!!! note\n    box\n", "x[^1]\n"),
        *(
            "<div id=a>raw</div>\n",
            "<p id='b'>raw\n",
            "<br>\n",
            "<!-- a -->\n",
            "<span id=\"c\" title='a > b'>c</span>\n",
        ),
        *("![picture](a.svg)\n", "<svg><use href='#a'/></svg>\n", 'a < b " > c\n', "<div markdown=1>\n\nx\n\n</div>\n"),
    ]
)


@given(st.lists(PIECES, max_size=8))
def test_any_article_has_as_many_blocks_in_both_columns(pieces):
    page, original = both("\n".join([*pieces, "\n[^1]: A note.\n"]), lookup=lambda each: each.text)
    found = pairs(page, original)
    assert not any(pair.missing for pair in found)
    for pair in found:
        assert not re.search("[\x02\x03]", pair.source + pair.target)
        assert alike(str(pair.source).replace("page--original--", "")) == alike(str(pair.target))


def alike(text):
    return text.replace("'", '"').replace('"a"', "a").replace(' role="doc-endnotes"', "")
