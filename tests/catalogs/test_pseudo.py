"""Pseudo-translations: foreign, longer or mirrored, with the same structure on the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import parse, read_article, translate
from pipeline.catalogs.pseudo import LONGER, pseudo, pseudo_lookup
from pipeline.locale import ACCENTED, MIRRORED, PSEUDO_LOCALES, parse_locale
from pipeline.model import Segment

ARTICLE = """\
---
title: Cramps
description: What helps.
---

# A *heading* with `code`

Take 5 mg of [ibuprofen](https://example.org/a_(b) "a title") or [the guide][guide], or see [guide].[^1]

*[MRI]: magnetic resonance imaging

An MRI costs 1,000 &euro;; write to a@example.org or <https://example.org/>. Keep \\*this\\*.

- **Stop** <span title="why">now</span>  \n  and rest
- ![A calf](pictures/calf.svg)

| Name | Dose |
|---|---|
| `x_1` | *one* |

Term
:   Its _meaning_

[^1]: A note.

[guide]: https://example.org/guide "Title of the guide"
"""
both = pytest.mark.parametrize("locale", list(PSEUDO_LOCALES.values()), ids=list(PSEUDO_LOCALES))
KEPT = re.compile(r"a@example\.org|https://example\.org/")


def source(text=ARTICLE):
    return parse(read_article(text.encode(), "source/a.md", "a"), parse_locale("en"))


def pseudo_page(locale, text=ARTICLE):
    document = source(text)
    return document, translate(document, pseudo_lookup(locale, document.parser.references), locale)


def structure(document):
    kept = ("href", "src", "id", "class", "colspan")
    return [(e.tag, {k: v for k, v in e.attrib.items() if k in kept}) for e in document.root.iter()]


@both
def test_the_page_has_the_same_structure(locale):
    document, page = pseudo_page(locale)
    assert structure(page) == structure(document)
    assert page.untranslated == ()


def words_on(page):
    code = {id(e) for e in page.root.iter("code")}
    for element in page.root.iter():
        if id(element) not in code and element.text:
            yield element.text
        yield element.tail or ""
        if element.get("class") != "footnote-backref":  # the page's frame names it
            yield from (value for name, value in element.attrib.items() if name in {"alt", "title"})


def test_no_word_stays_plain_but_addresses_and_code():
    _, page = pseudo_page(ACCENTED)
    placeholders = re.compile("\x02[^\x03]*\x03")
    plain = [KEPT.sub("", placeholders.sub("", text)) for text in words_on(page)]
    assert [text for text in plain if re.search("[A-Za-z]", text)] == []
    assert not re.search("[A-Za-z]", page.title + page.description)


def test_every_word_runs_from_right_to_left():
    _, page = pseudo_page(MIRRORED)
    text = KEPT.sub("", re.sub("\x02[^\x03]*\x03", "", " ".join(words_on(page))))
    assert re.findall("\u202e[^\u202e\u202c]*\u202c", text)
    assert not re.search("[A-Za-z]", re.sub("\u202e[^\u202e\u202c]*\u202c", "", text))


def test_numbers_stay_as_they_are():
    for locale in PSEUDO_LOCALES.values():
        made = pseudo(Segment("Take 5 mg 3 times in 24 hours, 0.5 ml.", "p"), locale)
        assert re.findall(r"[\d.,]*\d", made) == ["5", "3", "24", "0.5"]


@pytest.mark.parametrize(
    "text", ["See a doctor.", "Hmm", "**Stop** and rest.", "Shh, psst!", "[x](https://example.org/a-very-long-address)"]
)
def test_an_accented_text_is_longer_by_its_words(text):
    made = pseudo(Segment(text, "p"), ACCENTED)
    words = len(re.sub(r"\]\([^)]*\)", "](", text))
    assert len(made) >= len(text) + (LONGER - 1) * words * 0.5
    assert len(pseudo(Segment("See a doctor.", "p"), ACCENTED)) >= LONGER * len("See a doctor.")


def test_words_of_the_frame_keep_what_the_page_fills_in():
    made = pseudo(Segment("Reviewed by {name} on {date}", "frame"), ACCENTED)
    assert re.findall(r"\{\w+\}", made) == ["{name}", "{date}"]
    assert not re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", made))


@both
@given(text=st.text(alphabet="abc DE`*_[](){}<>&;\\!:#^'\"0.\n", max_size=60))
def test_any_text_can_be_taken(locale, text):
    made = pseudo(Segment(text, "p"), locale)
    assert made == pseudo(Segment(text, "p"), locale)
    assert re.sub(r"\D", "", made) == re.sub(r"\D", "", text)
