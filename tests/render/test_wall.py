"""The last wall before a page: it changes nothing of ours, and lets nothing else through."""

import re
from dataclasses import replace

import pytest
from commands.support import make_project
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from pages.attacks import ATTACKS, EVIL

from pipeline.article import parse, read_article, to_html, translate
from pipeline.catalogs import lookup
from pipeline.commands.build import build
from pipeline.commands.update import update
from pipeline.commands.workspace import (
    catalog_path,
    open_project,
    project_locales,
    read_articles,
    read_catalog,
    read_words,
)
from pipeline.locale import parse_locale
from pipeline.render.dress import behind_wall, dressed_tree
from pipeline.render.wall import own_of, walled
from pipeline.site import Edition, Site

ENGLISH = parse_locale("en")
SOURCE = """\
See [the guide](https://guide.example/) and ![A calf](calf.svg).[^1]

## Head {: .x #head }

<div class="references" markdown="1">
<cite lang=en>Title</cite> <script>hit()</script> <a href="javascript:hit()" onclick="hit()">x</a>
</div>

[^1]: Note.
"""


def author(text, hosts=()):
    article = read_article(f"---\ntitle: T\ndescription: D\n---\n{text}".encode(), "source/x.md", "x")
    return own_of(parse(article, ENGLISH), hosts)


OWN = author(SOURCE, ("*.wikipedia.example",))


def shape(body):
    """All elements of a body in order, with their attributes and texts, in whatever order those are written."""
    if not body.strip():
        return []
    root = html.document_fromstring(f"<body>{body}</body>").body
    return [(each.tag, sorted(each.items()), each.text or "", each.tail or "") for each in root.iter()]


def test_own_is_what_the_author_wrote_and_is_safe():
    assert OWN.addresses == {"https://guide.example/", "calf.svg", *(each for each in OWN.addresses if each[0] == "#")}
    assert {"cite", "div", "a", "img", "h2"} <= OWN.tags
    assert "script" not in OWN.tags
    assert {"references", "x"} <= OWN.classes
    assert not [each for each in OWN.values if each[1].startswith("on")]


@pytest.mark.parametrize(
    "body",
    [
        '<p>A <a href="https://guide.example/">b</a> <em>c</em> &amp; &lt; 1\u00a0mg</p>',
        '<p dir="rtl" lang="ar"><bdi>15</bdi> <ruby>漢<rt>かん</rt></ruby></p>',
        '<div class="box urgent" role="note" aria-labelledby="page--box-1"></div>'.replace(" urgent", ""),
        '<h2 class="x" id="head">Kopf</h2>',
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
        '<a href="https://de.wikipedia.example/Wade">x</a>',
        '<div aria-labelledby="head" class="table" role="region" tabindex="0"></div>',
    ],
)
def test_what_is_ours_or_the_authors_passes_unchanged(body):
    assert walled(body, OWN, OWN.addresses) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p onclick="hit()" style="color:red" id="evil" class="y x">a</p>', '<p class="x">a</p>'),
        ('<a href="https://evil.example/">a</a>', "<a>a</a>"),
        ('<a href="//de.wikipedia.example/">a</a>', "<a>a</a>"),
        ('<a href="https://x@evil.example/#.wikipedia.example">a</a>', "<a>a</a>"),
        ('<a href="http://[">a</a>', "<a>a</a>"),
        ("<script>hit()</script><style>p{}</style>a", "a"),
        ('<img alt="a" src="https://evil.example/a.png">', '<img alt="a">'),
        ("<button formaction='javascript:hit()' onclick='hit()'>a</button><iframe>x</iframe>", "<button>a</button>"),
        ("<h2 id='page--x y' dir='up' tabindex='5'>a</h2>", "<h2>a</h2>"),
        ("<svg><text>a</text></svg>b", "b"),
        ("<!-- a -->b", "b"),
    ],
)
def test_what_is_neither_does_not(body, expected):
    assert walled(body, OWN, OWN.addresses) == expected


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_passes(attack):
    body = walled(attack, OWN, OWN.addresses)
    for element in html.document_fromstring(f"<body>{body}</body>").body.iter():
        assert element.tag in {
            *OWN.tags,
            "body",
            "button",
            "p",
            "b",
            "span",
            "bdi",
            "a",
            "em",
            "img",
            "div",
            "h1",
            "code",
            "pre",
        }
        assert not [name for name in element.keys() if name.startswith("on") or name == "style"]  # noqa: SIM118
        assert not [value for value in element.values() if EVIL in value or value.startswith("javascript:")]


@settings(max_examples=60)
@given(st.text(alphabet="<>/='\" abip&;#!-", max_size=60))
def test_it_is_done_in_one_step(body):
    once = walled(body, OWN, ())
    assert walled(once, OWN, ()) == once


def pages(project):
    """Every page of a project whose catalogs are whole."""
    documents, errors = read_articles(project)
    assert errors == []
    locales = (project.source_locale, *project_locales(project))
    words = {locale: read_words(project, locale) for locale in locales}
    owns = {document.article.domain: own_of(document, ()) for document in documents}
    editions = {
        document.article.domain: {
            locale: Edition(translate(document, found(project, locale, document), locale), None) for locale in locales
        }
        for document in documents
    }
    site = Site(project.source_locale, project.base_url, words, project.title, True, editions)  # noqa: FBT003
    return [replace(page, own=owns[page.document.article.domain]) for page in site.pages()]


def found(project, locale, document):
    file = read_catalog(project, catalog_path(project, locale, document.article.domain), locale)
    return lookup(file.catalog) if file else lambda segment: segment.text


@pytest.mark.parametrize("folder", [".", "tests/golden/project"])
def test_the_wall_takes_nothing_from_pages_without_attacks(folder):
    every = pages(open_project(ROOT / folder))
    assert len(every) >= 6
    for page in every:
        before = to_html(page.document, dressed_tree(page))
        assert shape(behind_wall(page, before)) == shape(before)


def test_links_lead_where_the_article_leads_even_if_checks_are_silenced_by_a_translator(tmp_path):
    files = make_project(
        tmp_path, {"guide.md": "---\ntitle: T\ndescription: D\n---\n\nSee [it](https://guide.example/).\n"}
    )
    files.run(update)
    files.translate("de", table={"See [it](https://guide.example/).": f"[es](https://{EVIL}/)"})
    path = files.po("de")
    text = path.read_text(encoding="utf-8").replace("#. Paragraph", "# check-ignore: T102 It is right.\n#. Paragraph")
    path.write_text(text, encoding="utf-8")
    files.run(build)
    page = files.read("output/de/guide.html")
    assert re.search("<a>es</a>", page)
    assert EVIL not in page
