"""The page and the text about how hard an article is to read."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from pipeline.article import parse, translate
from pipeline.checks.reading_level import compare
from pipeline.checks.sentence_levels import SentenceLevel
from pipeline.commands.readability_article import edition_of
from pipeline.locale import parse_locale
from pipeline.model import Article
from pipeline.report.reading import ReadingReport, TranslatedEdition, render_reading
from pipeline.report.reading_text import article_as_text
from pipeline.report.strip import described, strip

EASY, HARD = "Drink water. Rest.", "Utilise sufficient electrolyte supplementation prior to physical exertion."
BODY = f"{EASY}\n\n## Why & when\n\n{HARD} {EASY}\n"
GERMAN = {EASY: "Trinken Sie Wasser. Ruhen Sie sich aus.", "Why & when": "Warum?"}


def levels(*scores):
    return tuple(SentenceLevel(0, "T", score, None, f"Sentence {score}") for score in scores)


def report(body=BODY, table=None, tag="de"):
    source = parse(Article("source/x.md", "x", "Cramp <s>", "D", body, 4), parse_locale("en"))
    names = {"en": frozenset({"Electrolyte"})}
    translations = ()
    if table is not None:
        document = translate(source, lambda segment: table.get(segment.text), parse_locale(tag))
        comparison = compare(source, document)
        path = f"locales/{tag}/LC_MESSAGES/x.po"
        translations = (TranslatedEdition(edition_of(document, names), comparison, (), path),)
    return ReadingReport("source/x.md", 6, edition_of(source, names), translations, "code")


def test_a_strip_has_one_bar_for_each_sentence_and_higher_ones_for_harder_sentences():
    image = ET.fromstring(strip(levels(1.0, 3.2, 3.9, 5.5, 9.0)))  # noqa: S314 - our own
    bars = image.findall("{*}rect") or image.findall("rect")
    assert [bar.get("class") for bar in bars] == ["level-0", "level-1", "level-2", "level-3", "level-3"]
    heights = [float(bar.get("height")) for bar in bars]
    assert heights == sorted(heights)
    assert heights[0] > 0
    assert len({bar.get("x") for bar in bars}) == 5
    assert image.get("role") == "img"
    assert (
        image.get("aria-label") == "5 sentences: 1 plain, 1 fairly plain, 1 hard, 2 very hard; the hardest is number 5"
    )


def test_one_sentence_is_described_as_one():
    assert described(levels(2.0)) == "1 sentence: 1 plain"


def test_the_page_holds_all_that_it_needs_and_escapes_the_text():
    page = render_reading(report(table=GERMAN))
    assert page.startswith("<!DOCTYPE html>")
    assert "<script" not in page
    assert not re.search(r"""(?:src|href)="(?!#)""", page)
    assert "Cramp &lt;s&gt;" in page
    assert "Why &amp; when" in page
    assert 'lang="de"' in page
    assert "Electrolyte" in page
    assert "Who is the text for?" in page
    HTMLParser().feed(page)


def test_sections_stand_beside_each_other_even_where_one_is_not_translated():
    page = render_reading(report(table=GERMAN))
    assert page.count('<svg class="strip"') == 2 + 2 + 1  # the source alone, then beside a translation of one block
    assert page.count("<p>Not translated.</p>") == 1
    assert "level-" in page


def test_a_text_without_levels_is_told():
    page = render_reading(report("bortaS", {}))
    assert '<h2 id="source">' in page


def test_a_short_text_has_no_number_that_it_cannot_bear():
    page, table = render_reading(report("Hello.")), article_as_text(report("Hello."))
    cells = re.findall(r"<td>(.*?)</td>", page)[:3]
    assert re.fullmatch(r"<span [^>]*></span> plain( or [a-z ]+)?", cells[0])
    assert cells[1] == ""
    assert re.fullmatch(r"\d+( to \d+( or more)?)? \(a hint: short text\)", cells[2])
    assert "(" not in table.splitlines()[2].partition("Flesch")[0]


def test_the_page_says_what_was_not_read():
    page = render_reading(
        report("Drink water.\n\n***\n\n123\n\nПейте воду каждый день и больше отдыхайте.\n\nRest now.")
    )
    assert "Not read in English: code; pieces without a letter: 1; passages in another script: 1." in page


def test_the_table_names_each_language():
    told = article_as_text(report(table=GERMAN)).splitlines()
    assert told[0] == "source/x.md"
    assert told[2].startswith("en ")
    assert told[3].startswith("de ")
