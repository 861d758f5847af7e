"""Text without markup is kept from the inline parser, and no page may tell."""

from contextlib import nullcontext

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.util import AtomicString

from pipeline.article import parse, parser, to_html, translate
from pipeline.article.blocks import has_markup
from pipeline.article.inline import parse_inline, read_inline
from pipeline.article.parser import new_parser
from pipeline.errors import InputErrors
from pipeline.locale import parse_locale
from pipeline.model import Article

EN, DE = map(parse_locale, ("en", "de"))
SIGNS = st.sampled_from(
    [*"`\\[]()<>&*_!#~^|{}:;=+-.\"'/@", "  \n", "\n", " ", "\x02", "\x03", "a", "é", "漢", "HTML", "http://x.org"]
)
TEXTS = st.lists(SIGNS, max_size=12).map("".join)


def document(body):
    return parse(Article("source/x.md", "x", "Title", "Description", body, 0), EN)


@given(TEXTS)
def test_what_has_no_markup_is_its_own_result(text):
    md = new_parser()
    md.references = {"a": ("http://x.org", "Title")}
    if not has_markup(text):
        for name in ("p", "h2", "td"):
            assert read_inline(md, text, name) == (parse_inline(md, text, name))


@given(TEXTS)
def test_pages_are_those_of_the_parser(text):
    body = f"Before {text} after.\n\n- {text} item\n\n*[HTML]: Long form\n"
    expected = new_parser().convert(body)
    read = document(body)
    assert to_html(read, read.root) == expected.strip()


@given(TEXTS)
def test_a_translation_is_the_same_with_the_whole_inline_parser(text):
    source = document("One.\n\nTwo [link](x.md).\n\n*[HTML]: Long form\n")
    pages = []
    for aside in (parser.plain_text_set_aside, lambda _root: nullcontext()):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(parser, "plain_text_set_aside", aside)
            found = translate(source, lambda segment: f"{text} HTML {segment.text}", DE)
            pages.append(to_html(found, found.root))
    assert pages[0] == pages[1]


KEPT = """Plain {0}

{0} kept {{: translate=no }}

<!-- translate: off -->
- {0} item
    1. Inner *item* HTML
<!-- translate: on -->

<p translate="no">Raw {0}</p>

## Head {{: translate=no }}

| HTML | {0} |
|---|---|
| <!-- context: a --> One | two |

*[HTML]: Long form
"""


@given(TEXTS.map(lambda text: " ".join(text.split())), TEXTS)
def test_what_its_author_keeps_is_the_same_with_the_whole_inline_parser(inner, text):
    try:
        source = document(KEPT.format(inner))
    except InputErrors:
        return  # a sign too many opened or closed a region
    pages = []
    for aside in (parser.plain_text_set_aside, lambda _root: nullcontext()):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(parser, "plain_text_set_aside", aside)
            read = document(KEPT.format(inner))
            found = translate(source, lambda segment: f"{text} {segment.text}" if len(segment.text) % 2 else None, DE)
            pages.append((to_html(read, read.root), to_html(found, found.root)))
    assert pages[0] == pages[1]
    fresh = translate(document(KEPT.format(inner)), lambda _: None, DE)
    again = translate(source, lambda _: None, DE)
    assert to_html(fresh, fresh.root) == to_html(again, again.root)


def test_the_parser_still_respects_what_is_atomic():
    md = markdown.Markdown()
    root = md.parser.parseDocument(["*x*"]).getroot()
    root[0].text = AtomicString("*x*")
    md.treeprocessors["inline"].run(root)
    assert root[0].text == "*x*"


def test_translations_of_one_article_do_not_touch_each_other():
    body = 'Take <b title="x">two</b> of [these][a].[^1] HTML\n\n[a]: http://x.org "Title"\n'
    body += "[^1]: A note.\n*[HTML]: Long form\n"
    source = document(body)
    before = to_html(source, source.root)
    eins = {"Take": "Uno <i>eins</i>", "Title": "Titel"}
    one = translate(source, lambda segment: eins.get(segment.text) or segment.text.replace("Take", eins["Take"]), DE)
    first = to_html(one, one.root)
    two = translate(source, lambda segment: segment.text.replace("Take", "Dos"), DE)
    alone = document(body)
    expected = translate(alone, lambda segment: segment.text.replace("Take", "Dos"), DE)
    assert to_html(two, two.root) == to_html(expected, expected.root)
    assert to_html(one, one.root) == first
    assert to_html(source, source.root) == before
