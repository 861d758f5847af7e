"""Words of the glossary in the text of a page: which are found, which are not, and what becomes of them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import parse, read_article, translate
from pipeline.article.glossary import Entry, Glossary, read_glossary, variants
from pipeline.locale import parse_locale
from pipeline.readings import split_reading
from pipeline.render.html import render_page
from pipeline.render.page import Page, Phrase, Words
from pipeline.render.plain_text import render_text
from pipeline.render.terms.finder import finder
from pipeline.render.wall import own_of

ENGLISH = parse_locale("en")


def glossary(language, *names):
    return Glossary(language, tuple(Entry(name, name, f"About {name}.", tuple(variants(name))) for name in names))


def found(language, text, *names):
    return [text[each.start : each.end] for each in finder(glossary(language, *names)).find(text)]


# --- which words are found ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "name", "text", "expected"),
    [
        pytest.param("en", "Artery", "Two arteries, and an artery's wall.", ["arteries", "artery's"], id="plural"),
        pytest.param("en", "Nerve", "Nerves, (nerve).", ["Nerves", "nerve"], id="capital and bracket"),
        pytest.param(
            "en",
            "Multiple sclerosis (MS)",
            "MS is multiple\nsclerosis.",
            ["MS", "multiple\nsclerosis"],
            id="both names",
        ),
        pytest.param("de", "Nerv", "Die Nerven des Nervs.", ["Nerven", "Nervs"], id="German"),
        pytest.param("de", "Unwillkürlich", "unwillkürliche Bewegung", ["unwillkürliche"], id="German adjective"),
        pytest.param(
            "de", "Genetische Krankheit", "bei genetischen Krankheiten", ["genetischen Krankheiten"], id="two words"
        ),
        pytest.param("fr", "Artère", "l’artère, d'artères", ["artère", "artères"], id="French elision"),
        pytest.param("es", "Electrolitos", "Un electrolito.", ["electrolito"], id="Spanish singular"),
        pytest.param("pt-BR", "Nervo", "dos nervos", ["nervos"], id="Portuguese"),
        pytest.param("ru", "Нерв", "нервы и нервами", ["нервы", "нервами"], id="Russian"),
        pytest.param(
            "ar", "العصب", "والعصب وعصب للعصب", ["والعصب", "وعصب", "للعصب"], id="Arabic, with what is written on to it"
        ),
        pytest.param("ar", "شدّة", "شدة", ["شدة"], id="Arabic without vowel marks"),
        pytest.param("ja", "神経", "神経が押される。", ["神経"], id="Japanese"),
        pytest.param("zh-Hans", "动脉", "动脉变窄", ["动脉"], id="Chinese"),
        pytest.param("th", "เส้นประสาท", "ปวดเส้นประสาทมาก", ["เส้นประสาท"], id="Thai"),
        pytest.param("sw", "Mshipa", "mshipa wa damu", ["mshipa"], id="a language without stems"),
    ],
)
def test_a_term_is_found_in_its_forms(language, name, text, expected):
    assert found(language, text, name) == expected


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        pytest.param("en", "Nerve", "nervous, nerveless, unnerve, innervation, nerve-racking", id="words around it"),
        pytest.param("en", "Artery", "arterial blood", id="adjective"),
        pytest.param("en", "Organ", "an organization, organic", id="what a stemmer takes for one"),
        pytest.param("en", "Multiple sclerosis (MS)", "ms, Ms., MSc, 5 ms", id="abbreviation in other letters"),
        pytest.param("en", "Spinal cord", "spinal, cord. Spinal. Cord", id="parts of a term"),
        pytest.param(
            "de", "Nerv", "nervös, nervig, Nervenschmerzen, Sehnerv, Nerven-Kompression", id="German compounds"
        ),
        pytest.param("de", "Arterie", "arteriell, Arterienwand", id="German adjective and compound"),
        pytest.param("es", "Nervio", "nervioso, nerviosa", id="Spanish adjective"),
        pytest.param("pt-BR", "Nervo", "nervoso, nervosa, enervar", id="Portuguese adjective"),
        pytest.param("fr", "Nerf", "nerveux, nervosité", id="French adjective"),
        pytest.param("ru", "Нерв", "нервный, нервничать", id="Russian adjective"),
        pytest.param("ar", "العصب", "العصبية عصبي أعصاب متعصب", id="Arabic words of the same root"),
        pytest.param("ar", "دم", "قدم ندم آدم كدمة", id="a short Arabic word at the end of others"),
        pytest.param("ar", "الوريد", "ورود وردي توريد", id="Arabic letters that could be a clitic"),
        pytest.param("ja", "神経", "神経質な人", id="Japanese compound"),
        pytest.param("ja", "腰部 (CT)", "ACTH CT2", id="Latin letters in Japanese"),
        pytest.param("zh-Hans", "动脉 (CT)", "ACTH", id="Latin letters in Chinese"),
        pytest.param("sw", "Mshipa", "mishipa", id="a form that nobody told"),
    ],
)
def test_a_term_is_not_found_in_other_words(language, name, text):
    assert found(language, text, name) == []


def test_the_longest_term_wins_even_when_it_was_found_before():
    names = ("Nerve", "Nerve root", "Nervous system")
    assert found("en", "nerve root, nerve roots, nerve", *names) == ["nerve root", "nerve roots", "nerve"]
    assert found("ja", "動脈硬化と動脈", "動脈", "動脈硬化") == ["動脈硬化", "動脈"]


# --- the glossary itself ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Baclofen /BAK-loh-fen/", ("Baclofen", "BAK-loh-fen")),
        ("筋弛緩薬 ／きんしかんやく／", ("筋弛緩薬", "きんしかんやく")),
        ("CPK (a/b) /see pee kay/", ("CPK (a/b)", "see pee kay")),
        ("and/or", ("and/or", "")),
        ("mg / day", ("mg / day", "")),
        ("a // b", ("a // b", "")),
    ],
)
def test_a_term_may_end_with_how_it_is_said(term, expected):
    assert split_reading(term) == expected


ABOUT = """---
title: Glossary
description: Words.
---

Artery /AR-tuh-ree/ {: #artery data-forms="arterial tree" }
Vein {: #vein }
:   Carries *blood*.

No anchor
:   Cannot be linked.
"""


def test_a_glossary_is_read_from_its_definition_list():
    document = parse(read_article(ABOUT.encode(), "source/glossary.md", "glossary"), ENGLISH)
    artery, vein = read_glossary(document, {"vein": ("venous",)}).entries
    assert artery == Entry("artery", "Artery", "Carries blood.", ("Artery", "arterial tree"), "AR-tuh-ree")
    assert vein.names == ("Vein", "venous")


def test_what_is_not_translated_is_taken_from_the_source_and_never_looked_for():
    document = parse(read_article(ABOUT.encode(), "source/glossary.md", "glossary"), ENGLISH)
    source = read_glossary(document, {})
    words = {"Vein": "Vene /wehne/"}
    german = translate(document, lambda segment: words.get(segment.text), parse_locale("de"))
    artery, vein = read_glossary(german, {}, source).entries
    assert (artery.term, artery.names, artery.foreign_term, artery.foreign_text) == ("Artery", (), True, True)
    assert (vein.term, vein.names, vein.reading) == ("Vene", ("Vene",), "wehne")
    assert (vein.foreign_term, vein.foreign_text, vein.text) == (False, True, "Carries blood.")


# --- on a page ----------------------------------------------------------------------------------------------------

TERMS = glossary("en", "nerve", "artery", "Magnetic resonance imaging (MRI)")


def page(body, terms=TERMS, front=""):
    source = f"---\ntitle: T\ndescription: D\n{front}---\n\n{body}"
    document = parse(read_article(source.encode(), "source/a/b.md", "a/b"), ENGLISH)
    return Page(
        document=document,
        path="en/a/b",
        words=Words(ENGLISH, {}),
        site_title=Phrase("Site", ENGLISH),
        source_locale=ENGLISH,
        url="",
        alternates=(),
        articles={},
        facts=(),
        text_edition=True,
        original=(),
        glossary=terms,
        own=own_of(document, ()),
    )


def body_of(html):
    return re.search(r'<div class="text">(.*?)</div>\n(?:<div class="terms">|</article>|\n)', html, re.DOTALL)[1]


def text_of(html):
    return re.sub(r"<[^>]*>", "", html)


def test_the_first_use_is_linked_and_explained_and_no_other():
    html = render_page(page("A nerve and *two* nerves. An artery."))
    assert '<a class="term" href="../glossary.md#nerve">nerve</a><button ' in html
    assert html.count('popovertarget="page--term-nerve"') == 2  # to open it, and to close it
    assert html.index("nerve</a>") < html.index("artery</a>")
    assert [html.count(f'id="page--term-{name}"') for name in ("nerve", "artery")] == [1, 1]


def test_headings_links_code_and_other_languages_are_left_alone():
    source = "## A nerve\n\n[A nerve](https://example.org) `nerve` <b>nerve</b>\n\nThe nerve\n{: lang=la }"
    assert "popover" not in render_page(page(source))


def test_the_author_s_own_link_wins_in_its_block():
    html = render_page(
        page(
            "Magnetic resonance imaging ([MRI](../glossary.md#Magnetic))",
            Glossary("en", (Entry("Magnetic", "MRI", "It.", ("Magnetic resonance imaging", "MRI")),)),
        )
    )
    assert html.count('class="term"') == 1
    assert "Magnetic resonance imaging (<a" in html


def test_an_author_may_want_links_only():
    assert "popover" not in render_page(page("A nerve.", front="glossary: links\n"))
    assert "popover" in render_page(page("A [nerve](../glossary.md#nerve).", front="glossary: links\n"))


def test_the_plain_text_lists_what_is_explained():
    text = render_text(page("A nerve and two nerves."))
    assert "\nA nerve and two nerves.\n" in text
    assert "Words explained on this page\n----------------------------\n\nnerve\n    About nerve.\n" in text


PIECES = st.sampled_from(
    [
        "nerve",
        "nerves",
        "artery",
        "an MRI",
        "*a nerve*",
        "**artery**, nerve",
        "`nerve`",
        "[x nerve](https://example.org)",
        "a<b>nerve</b>",
        "&amp; nerve",
        "\\*nerve\\*",
        "nerve  \nartery",
        "[the artery](../glossary.md#artery)",
        "- nerve",
        "\n\n",
        "## artery",
        "word",
        "> nerve",
        "| nerve | artery |\n|---|---|\n| nerve | artery |",
    ]
)


@given(st.lists(PIECES, max_size=12), st.sampled_from([" ", "\n", "\n\n"]))
def test_explaining_never_changes_the_text_of_a_page(pieces, between):
    source = between.join(pieces)
    plain, explained = (body_of(render_page(page(source, terms))) for terms in (None, TERMS))
    assert text_of(explained) == text_of(plain)
    without = re.sub(r"<button [^>]*></button>", "", explained)
    without = re.sub(r'<a class="term" href="../glossary.md#(?!artery">the)[^"]*">(.*?)</a>', r"\1", without)
    assert without.replace('class="term" ', "") == plain


# --- abbreviations and readings -----------------------------------------------------------------------------------

MRI = "\n\n*[MRI]: magnetic resonance imaging"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("An MRI. MRI!", "An MRI (magnetic resonance imaging). MRI!", id="first use"),
        pytest.param("Magnetic resonance imaging (MRI).", "Magnetic resonance imaging (MRI).", id="it says so already"),
        pytest.param("A scan (MRI).", "A scan (MRI: magnetic resonance imaging).", id="in brackets"),
        pytest.param("## MRI\n\nAn MRI.", "MRI\nAn MRI (magnetic resonance imaging).", id="not in a heading"),
    ],
)
def test_an_abbreviation_is_written_out_at_its_first_use(source, expected):
    assert text_of(body_of(render_page(page(source + MRI, None)))).strip() == expected


def test_later_uses_keep_the_long_form_as_a_title():
    html = body_of(render_page(page(f"An MRI. MRI!{MRI}", None)))
    assert html.count("<abbr>MRI</abbr>") == html.count('<abbr title="magnetic resonance imaging">MRI</abbr>') == 1


def test_a_long_form_that_is_not_translated_is_marked():
    source = page(f"An MRI.{MRI}", None)
    spanish = translate(source.document, lambda each: "Una MRI." if each.kind == "p" else None, parse_locale("es"))
    html = body_of(render_page(replace(source, document=spanish)))
    english = 'dir="ltr" lang="en">'
    assert f'<abbr {english}MRI</abbr> (<span class="long-form" {english}magnetic resonance imaging</span>).' in html


def test_a_reading_stands_above_japanese_words_and_behind_others():
    source = "---\ntitle: T\ndescription: D\n---\n\nBaclofen (B) /BAK-loh-fen/ {: #b }\n:   A medicine."
    english = parse(read_article(source.encode(), "source/glossary.md", "glossary"), ENGLISH)
    assert '<dt id="b">Baclofen (B) <span class="reading">(BAK-loh-fen)</span></dt>' in rendered(english)
    assert "Baclofen (B) (BAK-loh-fen)\n" in render_text(replace(page("x"), document=english))
    words = {"Baclofen (B) /BAK-loh-fen/": "薬（B） /くすり/"}
    japanese = translate(english, lambda each: words.get(each.text), parse_locale("ja"))
    assert '<dt id="b"><ruby>薬<rp>（</rp><rt>くすり</rt><rp>）</rp></ruby>（B）</dt>' in rendered(japanese)
    pinyin = translate(english, lambda each: "药 /yào/" if each.kind == "dt" else None, parse_locale("zh_Hans"))
    assert '<ruby>药<rp>（</rp><rt lang="zh-Latn">yào</rt><rp>）</rp></ruby></dt>' in rendered(pinyin)


def rendered(document):
    return render_page(replace(page("x"), document=document, own=own_of(document, ())))


# --- in short -----------------------------------------------------------------------------------------------------


def test_a_summary_stands_in_a_box_and_is_a_message():
    shown = page("Text.", None, front="summary: Drink <water>.\n")
    assert [segment.kind for segment in shown.document.segments] == ["title", "description", "in-short", "p"]
    assert re.search(r"In short</p>\n<p>Drink &lt;water&gt;.</p>", render_page(shown))
    assert "In short\n--------\n\nDrink <water>.\n" in render_text(shown)
    es = parse_locale("es")
    spanish = replace(shown, document=translate(shown.document, lambda _: None, es), words=Words(es, {}))
    assert '<p lang="en" dir="ltr">Drink &lt;water&gt;.</p>' in render_page(spanish)
