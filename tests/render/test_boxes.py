"""Boxes: their word, their heading, their role, in every language."""

import re
from dataclasses import replace

import pytest
from test_text import ENGLISH, article, page

from pipeline.article import parse, to_html, translate
from pipeline.article.box_kinds import CARE, KINDS
from pipeline.locale import parse_locale
from pipeline.render.boxes import label_of
from pipeline.render.dress import dressed_tree
from pipeline.render.html import render_page
from pipeline.render.page import Alternate
from pipeline.render.wall import own_of

GERMAN = parse_locale("de")
LANGUAGES = (
    *("ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "he", "hi", "hr", "hu", "id", "it"),
    *("ja", "ko", "lt"),
)


def dressed(body, words=None):
    document = parse(article(body), ENGLISH)
    return to_html(document, dressed_tree(page(document, words)))


def translated(body, translations, words):
    document = translate(parse(article(body), ENGLISH), lambda segment: translations.get(segment.text), GERMAN)
    return to_html(document, dressed_tree(page(document, words)))


def title(html):
    return re.search(r'<(h\d)[^>]*class="box-title"[^>]*>.*?</\1>', html)[0]


def test_a_care_box_has_a_word_a_heading_and_a_name():
    html = dressed('## Help\n\n!!! emergency "Call 112"\n\n    - You cannot breathe.')
    assert '<div aria-labelledby="page--box-1" class="box emergency" role="region">' in html
    assert title(html) == (
        '<h3 class="box-title" id="page--box-1"><span class="box-label">Emergency:</span> Call 112</h3>'
    )


@pytest.mark.parametrize("kind", CARE)
def test_every_care_box_is_told_in_words_even_without_a_title(kind):
    html = dressed(f'!!! {kind} ""\n    Text.')
    label = f'<span class="box-label">{label_of([kind])}:</span>'
    assert re.fullmatch(rf'<h2 class="box-title" id="page--box-1">{label} [A-Z][a-z ]+</h2>', title(html))


def test_labels_differ():
    assert len({label_of([kind]) for kind in CARE}) == len(CARE)


@pytest.mark.parametrize(("before", "level"), [("", 2), ("## A\n\n", 3), ("## A\n\n### B\n\n", 4), ("###### F\n\n", 6)])
def test_the_heading_of_a_box_is_one_below_that_of_its_section(before, level):
    assert title(dressed(f'{before}!!! soon "T"\n    Text.')).startswith(f"<h{level} ")


def test_a_box_is_no_section_for_the_next_one():
    html = dressed('## A\n\n!!! note "One"\n    Text.\n\n!!! note "Two"\n    Text.')
    assert re.findall(r"<(h\d)", html) == ["h2", "h3", "h3"]


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_readers_should_find_at_once_is_a_region(kind):
    role = "region" if kind in {*CARE, "key-facts"} else "note"
    assert f'class="box {kind}" role="{role}"' in dressed(f'!!! {kind} "T"\n    Text.')


def test_a_second_box_of_the_same_name_is_no_region():
    html = dressed('!!! soon ""\n    One.\n\n!!! soon ""\n    Two.\n\n!!! soon "Other"\n    Three.')
    assert re.findall(r'role="(\w+)"', html) == ["region", "note", "region"]


def test_a_plain_box_without_title_still_has_a_name():
    assert '<div aria-label="Important" class="box note" role="note">' in dressed('!!! note ""\n    Text.')


def test_a_label_that_is_the_title_is_said_once():
    assert title(dressed("!!! emergency\n    Text.")) == '<h2 class="box-title" id="page--box-1">Emergency</h2>'


def test_label_and_colon_are_the_language_s():
    words = {"Urgent": "Urgent", "{label}: {value}": "{label}\u00a0: {value}"}
    assert '<span class="box-label">Urgent\u00a0:</span> Rufen' in translated(
        '!!! urgent "Call"\n    Now.', {"Call": "Rufen Sie an", "Now.": "Jetzt."}, words
    )


def test_a_word_that_is_not_translated_says_its_language():
    html = translated('!!! urgent "Call"\n    Now.', {"Call": "Rufen Sie an", "Now.": "Jetzt."}, {})
    assert '<span class="box-label" dir="ltr" lang="en">Urgent:</span> Rufen' in html


def test_a_translated_word_in_a_title_that_is_not_says_its_language():
    html = translated('!!! urgent "Call"\n    Now.', {}, {"Urgent": "Dringend"})
    assert '<span class="box-label" dir="ltr" lang="de">Dringend:</span> Call' in html


def owned(page):
    return replace(page, own=own_of(page.document, ()))


def test_key_facts_at_the_beginning_stand_before_the_contents_and_are_not_among_them():
    body = '!!! key-facts "In short"\n\n    - Rest.\n\n## One\n\nText.\n\n## Two\n\nText.'
    html = render_page(owned(page(parse(article(body), ENGLISH))))
    assert html.index("In short") < html.index('class="contents"') < html.index('<h2 id="one">')
    assert html.count("In short") == 1


def test_key_facts_further_down_stay_there():
    html = render_page(
        owned(page(parse(article('## One\n\nText.\n\n!!! key-facts "In short"\n\n    - Rest.'), ENGLISH)))
    )
    assert html.index('<h2 id="one">') < html.index("In short")


def test_tables_are_named_in_the_language_of_the_page():
    document = replace(parse(article("| a | b |\n|---|---|\n| c | d |\n"), GERMAN))
    html = to_html(document, dressed_tree(page(document, {"Table {number}": "Tabelle {number}"})))
    assert 'aria-label="Tabelle 1"' in html


@pytest.mark.parametrize(("number", "folded"), [(20, False), (21, True)])
def test_a_long_list_of_languages_is_folded_up_and_still_there(number, folded):
    tags = LANGUAGES[:number]
    alternates = tuple(Alternate(parse_locale(tag), f"../{tag}/x.html", "") for tag in tags)
    html = render_page(page(parse(article("Text."), ENGLISH), alternates=alternates))
    assert ("<details><summary>English</summary>" in html) == folded
    assert html.count(" hreflang=") == 2 * number
