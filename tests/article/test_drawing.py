"""The words in a drawing, and the drawing in other languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.article import parse, read_article, translate
from pipeline.article.pictures import draw, with_words
from pipeline.article.pictures.places import picture_path, pictures_of, variants
from pipeline.article.pictures.raster import size_of
from pipeline.article.pictures.room import fits, lines, width
from pipeline.errors import InputError, InputErrors
from pipeline.locale import parse_locale
from pipeline.model import Key, Room

from .pictures import drawing

ENGLISH, GERMAN, ARABIC, HEBREW = map(parse_locale, ("en", "de", "ar", "he"))
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def drawn(inside, said=None, locale=GERMAN, attributes='viewBox="0 0 400 300"', source=ENGLISH):
    """The root of a drawing in another language; `said` are the translations by message."""
    words = {Key(None, text): translation for text, translation in (said or {}).items()}
    return etree.fromstring(draw(drawing(inside, attributes), words, source, locale))


def texts(root):
    return ["|".join(each.itertext()) for each in root.iter("{*}text")]


# --- words --------------------------------------------------------------------------------------------------------


def test_labels_titles_and_descriptions_are_words():
    found = drawing("<title>Calf</title><desc>How to\n stretch</desc><text>Heel</text><g><text>Knee</text></g>").words
    assert [(word.kind, word.text) for word in found] == [
        ("picture-title", "Calf"),
        ("picture-description", "How to stretch"),
        ("picture-label", "Heel"),
        ("picture-label", "Knee"),
    ]


@pytest.mark.parametrize(
    "inside", ["<text>12 %</text>", "<text> </text>", "<text translate='no'>Musculus</text>", "<title/>", "<g/>"]
)
def test_what_is_not_for_translators_is_no_word(inside):
    assert drawing(inside).words == ()


def test_lines_of_the_author_are_one_message_and_so_many_lines_of_room():
    (word,) = drawing(
        "<text><tspan x='1'>Heel on</tspan><tspan x='1' dy='9'>the <tspan>floor</tspan></tspan></text>"
    ).words
    assert (word.text, word.room.lines) == ("Heel on the floor", 2)


def test_a_comment_before_a_label_is_a_note():
    found = drawing("<!-- translators: The back leg. --><text>Leg</text><!-- todo --><text>Arm</text>").words
    assert [word.note for word in found] == ["The back leg.", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<text data-width='90' font-size='18'>a</text>", Room(5, 1), id="given"),
        pytest.param("<g font-size='10px'><text data-width='90' data-lines='3'>a</text></g>", Room(9, 3), id="lines"),
        pytest.param("<text x='300' font-size='20'>a</text>", Room(5, 1), id="up to the right edge"),
        pytest.param("<text x='300' font-size='20' text-anchor='end'>a</text>", Room(15, 1), id="to the left edge"),
        pytest.param("<text x='300' font-size='20' text-anchor='middle'>a</text>", Room(10, 1), id="on both sides"),
        pytest.param("<g transform='scale(2)'><text>a</text></g>", Room(float("inf"), 1), id="nobody knows"),
    ],
)
def test_the_room_of_a_label(text, expected):
    (word,) = drawing(text).words
    assert (word.room.width, word.room.lines) == (expected.width, expected.lines)


def test_the_size_of_letters_on_a_phone():
    (large,) = drawing("<text font-size='18'>a</text>").words
    (small,) = drawing("<text font-size='18'>a</text>", 'viewBox="0 0 800 300"').words
    assert (round(large.room.pixels, 1), round(small.room.pixels, 1)) == (12.4, 6.2)


@pytest.mark.parametrize(
    "fault",
    [
        "<text data-width='wide'>a</text>",
        "<text data-width='0'>a</text>",
        "<text data-lines='9'>a</text>",
        "<text data-lines='x'>a</text>",
        "<text data-grow='left'>a</text>",
        "<text x='1 2 3'>abc</text>",
        "<text y='nan'>a</text>",
        "<text font-size='150%'>a</text>",
    ],
)
def test_what_the_author_says_wrongly_of_a_label_is_told_with_its_line(fault):
    with pytest.raises(InputErrors, match=r"x\.svg:2: error: "):
        drawing(fault)


def test_words_need_a_size_and_mirroring_has_one_form():
    with pytest.raises(InputError, match="viewBox"):
        drawing("<text>a</text>", "")
    with pytest.raises(InputErrors, match="data-mirror"):
        drawing("<text>a</text>", 'viewBox="0 0 1 1" data-mirror="yes"')


# --- articles -----------------------------------------------------------------------------------------------------

ARTICLE = """\
---
title: T
description: D
---

One ![A calf](pictures/calf.svg).

!!! urgent "Stop"

    ![A foot](../foot.svg) ![A photo](https://guide.example/x.png)
"""


def test_the_words_in_pictures_are_messages_of_the_article():
    source = parse(read_article(ARTICLE.encode(), "source/a/x.md", "a/x"), ENGLISH)
    assert pictures_of(source) == {"a/pictures/calf.svg": (6, False), "foot.svg": (10, True)}
    pictures = {path: drawing("<title>Leg</title><text>Heel</text>") for path in pictures_of(source)}
    document = with_words(source, pictures)
    assert [(each.text, each.label, each.line, each.critical) for each in document.segments[-4:]] == [
        ("Leg", "a/pictures/calf.svg", 6, False),
        ("Heel", "a/pictures/calf.svg", 6, False),
        ("Leg", "foot.svg", 10, True),
        ("Heel", "foot.svg", 10, True),
    ]
    german = translate(document, lambda segment: "Ferse" if segment.text == "Heel" else None, GERMAN)
    assert [text for _, text in german.labels] == [None, "Ferse", None, "Ferse"]
    assert {"Leg"} <= {each.text for each in german.untranslated}


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("pictures/a%20b.svg", "a/pictures/a b.svg"),
        ("../c.svg", "c.svg"),
        ("../../c.svg", None),
        ("https://x.example/a.svg", None),
        ("//x.example/a.svg", None),
        ("/a.svg", None),
        ("data:image/svg+xml,x", None),
        ("%2e%2e/%2e%2e/etc/passwd", None),
    ],
)
def test_where_a_picture_lies(address, path):
    assert picture_path("a/x", address) == path


def test_pictures_for_one_language_are_found_by_their_names():
    paths = [
        "knee.png",
        "knee.ar.png",
        "knee.pt-BR.png",
        "knee.pt_PT.png",
        "knee.v2.png",
        "a/hip.de.jpg",
        "x.de.svg",
        "x.svg",
    ]
    assert variants(paths) == {"knee.png": {"ar": "knee.ar.png", "pt_BR": "knee.pt-BR.png", "pt_PT": "knee.pt_PT.png"}}


# --- other languages ----------------------------------------------------------------------------------------------


def test_a_drawing_says_its_language_and_marks_what_is_not_in_it():
    root = drawn("<text>Heel</text><text>Knee</text>", {"Heel": "Ferse"})
    assert root.get(XML_LANG) == "de"
    assert texts(root) == ["Ferse", "Knee"]
    assert [each.get(XML_LANG) for each in root.iter("{*}text")] == [None, "en"]


def test_nothing_of_what_was_said_to_us_is_left():
    root = drawn("<!-- translators: x --><text data-width='90' data-lines='2' data-grow='up'>Heel</text>")
    assert b"data-" not in etree.tostring(root)
    assert b"<!--" not in etree.tostring(root)


@pytest.mark.parametrize(
    ("grow", "first"), [("down", "0em"), ("up", "-1.25em"), ("middle", "-0.625em")], ids=["down", "up", "middle"]
)
def test_a_long_label_breaks_into_lines_from_its_place(grow, first):
    text = f"<text x='5' y='9' font-size='10' data-width='60' data-lines='2' data-grow='{grow}'>Heel</text>"
    root = drawn(text, {"Heel": "Ferse auf dem"})
    spans = list(root.iter("{*}tspan"))
    assert [(each.text, each.get("x"), each.get("dy")) for each in spans] == [
        ("Ferse", "5", first),
        ("auf dem", "5", "1.25em"),
    ]


@pytest.mark.parametrize(
    ("anchor", "locale", "mirror", "expected"),
    [
        ("start", GERMAN, False, ("start", None)),
        ("end", GERMAN, True, ("end", None)),
        ("start", ARABIC, False, ("end", "rtl")),
        ("end", ARABIC, False, ("start", "rtl")),
        ("start", ARABIC, True, ("start", "rtl")),
        ("end", ARABIC, True, ("end", "rtl")),
        ("middle", ARABIC, True, ("middle", "rtl")),
    ],
)
def test_a_label_stays_on_its_side(anchor, locale, mirror, expected):
    attributes = 'viewBox="0 0 400 300"' + (' data-mirror="rtl"' if mirror else "")
    root = drawn(f"<text text-anchor='{anchor}'>Heel</text>", {"Heel": "x"}, locale, attributes)
    (text,) = root.iter("{*}text")
    assert (text.get("text-anchor"), text.get("direction")) == expected


def test_a_mirrored_picture_keeps_its_letters_and_defs_and_an_untranslated_label_its_direction():
    inside = "<title>T</title><defs/><path d='M1 1'/><text x='30' text-anchor='start'>Heel</text>"
    root = drawn(inside, {}, ARABIC, 'viewBox="10 0 400 300" data-mirror="rtl"')
    assert [each.tag.rpartition("}")[2] for each in root] == ["title", "defs", "g"]
    assert root[2].get("transform") == "matrix(-1 0 0 1 420 0)"
    (text,) = root.iter("{*}text")
    assert (text.get("transform"), text.get("text-anchor"), text.get("direction")) == (
        "matrix(-1 0 0 1 60 0)",
        "end",
        None,
    )


def test_nothing_is_mirrored_among_languages_of_one_direction():
    attributes = 'viewBox="0 0 400 300" data-mirror="rtl"'
    assert drawn("<path d='M1 1'/>", {}, HEBREW, attributes, ARABIC).find("{*}g") is None
    assert drawn("<path d='M1 1'/>", {}, GERMAN, attributes).find("{*}g") is None


@given(st.text())
def test_a_translation_is_text_whatever_it_holds(text):
    root = drawn("<text>Heel</text><title>Heel</title>", {"Heel": text})
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= {"svg", "text", "title"}
    assert {name for each in root.iter() for name in each.attrib} <= {"viewBox", "text-anchor", XML_LANG}


# --- room ---------------------------------------------------------------------------------------------------------


@given(st.text(alphabet="abc ijW 小腿กา", max_size=40), st.floats(1, 20), st.integers(1, 4))
def test_lines_hold_all_of_a_text_and_are_no_more_than_allowed(text, wide, most):
    text = " ".join(text.split())
    broken = lines(text, Room(wide, most), "en")
    assert len(broken) <= most
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    if fits(text, Room(wide, most), "en"):
        assert all(width(line) <= wide for line in broken)


def test_where_lines_break():
    assert lines("ここが軽く引っぱられる", Room(6, 2), "ja") == ["ここが軽く", "引っぱられる"]
    assert lines("กล้ามเนื้อน่อง", Room(2, 3), "th") == ["กล้าม", "เนื้อ", "น่อง"]
    assert lines("one two three", Room(99, 3), "en") == ["one two three"]
    assert lines("Oberschenkelmuskel", Room(2, 3), "de") == ["Oberschenkelmuskel"]


# --- pictures of pixels -------------------------------------------------------------------------------------------


def test_the_size_of_pictures_of_pixels():
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
    gif = b"GIF89a" + (20).to_bytes(2, "little") + (10).to_bytes(2, "little")
    extended = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (99).to_bytes(3, "little") + (49).to_bytes(3, "little")
    lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + ((49 << 14) | 99).to_bytes(4, "little")
    lossy = b"RIFF\0\0\0\0WEBPVP8 " + bytes(7) + b"\x9d\x01\x2a" + b"\x64\0\x32\0"
    assert [size_of(each.ljust(32, b"\0")) for each in (png, gif, extended, lossless, lossy)] == [
        (640, 480),
        (20, 10),
        (100, 50),
        (100, 50),
        (100, 50),
    ]
    assert size_of(png) is None
    assert size_of(b"\xff\xd8\xff\xe0".ljust(32, b"\0")) is None


@given(st.binary(max_size=40))
def test_any_bytes_have_a_size_or_none(head):
    found = size_of(head)
    assert found is None or all(each > 0 for each in found)
