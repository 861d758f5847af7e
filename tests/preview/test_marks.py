"""Marks around the texts of a page, and the blocks that become of them."""

import pytest
from lxml import html

from pipeline.article import parse, read_article, to_html, translate
from pipeline.locale import parse_locale
from pipeline.preview.marks import Block, Marker, annotate, settle

EN, AR = parse_locale("en"), parse_locale("ar")
ARTICLE = """\
---
title: Rest
description: How to rest.
---

## A *heading* {#rest}

**Drink** water, and [rest](other.md).
{: .critical }

- one
    - within
- two

  second paragraph

![A bed](bed.png)

Term
:   Its meaning

| a | b |
|---|---|
| c | d |

<div markdown="1">
Inside a box.
</div>

The HTML page.

*[HTML]: Hypertext
"""


def annotated(states, find=None):
    """The body of the article, with a state for each text; others are ready."""
    document = parse(read_article(ARTICLE.encode(), "source/x.md", "x"), EN)
    segments = list({segment.key: segment for segment in document.segments}.values())
    numbers = {segment.key: number for number, segment in enumerate(segments)}
    find = find or (lambda segment: None if segment.text in states else segment.text)
    page = translate(document, find, AR, Marker(numbers))
    settle(page.root)
    blocks = [
        Block(f"b{n}", states.get(each.text, "ready"), "*", f"Open {n}", each.kind) for n, each in enumerate(segments)
    ]
    body = f"<html><head><title>{page.title}</title></head><body>{to_html(page, page.root)}</body></html>"
    return html.document_fromstring(annotate(body, blocks, AR, "Page")), segments, page


def shown(element):
    """The text of a block."""
    return " ".join(element.text_content().split())


def test_every_text_on_the_page_is_a_block_and_nothing_else_changes():
    root, segments, _ = annotated({})
    plain = parse(read_article(ARTICLE.encode(), "source/x.md", "x"), EN)
    blocks = {each.get("data-block"): shown(each) for each in root.iter() if each.get("data-block")}
    texts = {f"b{n}": segment for n, segment in enumerate(segments)}
    # Front matter is not in the body; a definition stands in an attribute.
    assert texts.keys() - blocks.keys() == {n for n, s in texts.items() if s.kind in {"title", "description", "abbr"}}
    assert blocks["b3"] == "Drink water, and rest."
    before = html.document_fromstring(to_html(plain, plain.root))
    assert root.body.text_content().split() == before.text_content().split()
    assert root.findtext(".//title") == "Rest"


def test_structure_stays_for_the_style_sheet():
    root, _, page = annotated({})
    assert root.xpath("//p[contains(@class, 'critical')]/strong")
    assert root.xpath("//h2[@id='rest']/em")
    # What makes the page knows a paragraph with nothing but a picture by this.
    assert [len(each) for each in page.root.iter("p") if each.find("img") is not None and not each.text] == [1]
    assert root.xpath("//p[@data-block]/img[not(@title)]")
    assert [each.text_content() for each in root.xpath("//ul/li/span[@data-block]")] == ["one"]


def test_what_is_not_translated_is_marked_with_its_language():
    texts = ["one", "**Drink** water, and [rest](other.md)."]
    root, _, page = annotated(dict.fromkeys(texts, "missing"))
    found = root.xpath("//*[contains(@class, 'workbench-missing')]")
    assert [(shown(each), each.get("lang"), each.get("dir")) for each in found] == [
        ("Drink water, and rest.", "en", "ltr"),
        ("one", "en", "ltr"),
    ]
    assert [segment.text for segment in page.untranslated] == [texts[1], texts[0]]


def test_a_button_says_what_it_opens_in_the_language_of_the_workbench():
    root, segments, _ = annotated({})
    (button,) = root.xpath("//h2/button")
    number = next(n for n, each in enumerate(segments) if each.kind == "h2")
    assert dict(button.attrib) == {
        "type": "button",
        "class": "workbench-open",
        "aria-label": f"Open {number}",
        "data-sign": "*",
        "lang": "ar",
        "dir": "rtl",
    }


@pytest.mark.parametrize("text", ["", "<b>", "a **b", "\uf8f0", "\uf8f09\uf8f1", "\uf8f299999999\uf8f1 x"])
def test_no_translation_can_break_the_page(text):
    root, _, _ = annotated({}, lambda _: text)
    assert root.body is not None
    assert not [each for each in root.itertext() if "\uf8f1" in each and "\uf8f0" not in text and "\uf8f2" not in text]
