"""Lines of plain text in many scripts."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from pipeline.render.plain_text.wrapping import (
    _NO_BREAK_SPACE,
    _ONE_COLUMN,
    BREAK,
    END_MARK,
    MARK,
    _break_anywhere,
    _break_at_spaces,
    clean,
    display_width,
    protect,
    tidy,
    wrap,
)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("abc", 3, id="latin"),
        pytest.param("e\u0301", 1, id="a combining accent takes no room"),
        pytest.param("العَرَبِيَّة", 7, id="nor do arabic vowel signs"),
        pytest.param("肌肉", 4, id="han is wide"),
        pytest.param("ｶﾞ", 2, id="half-width kana are not"),
        pytest.param("한국", 4, id="hangul syllables"),
        pytest.param("\u1112\u1161\u11ab", 2, id="a hangul syllable in three parts"),
        pytest.param("ภาษาไทย", 7, id="thai"),
        pytest.param("👩‍⚕️", 2, id="an emoji of five code points"),
        pytest.param("🇯🇵", 2, id="a flag"),
    ],
)
def test_display_width(text, width):
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param("to\n  rest", "to rest", id="latin lines are joined with a space"),
        pytest.param("肌肉\n痉挛", "肌肉痉挛", id="chinese lines without"),
        pytest.param("筋肉が、\nけいれん", "筋肉が、けいれん", id="japanese punctuation"),
        pytest.param("他说“好”\n然后", "他说“好”然后", id="after a quotation mark"),
        pytest.param("“yes”\n“no”", "“yes” “no”", id="european quotation marks keep their space"),
        pytest.param("使用 Python\n编写", "使用 Python 编写", id="between scripts, a space"),
        pytest.param("중앙\n신경", "중앙 신경", id="korean has spaces"),
        pytest.param("กล้ามเนื้อ\nเกร็ง", "กล้ามเนื้อ เกร็ง", id="the author's space in thai"),
        pytest.param("肌肉 痉挛", "肌肉 痉挛", id="a space inside a chinese line is the author's"),
        pytest.param(f"a {BREAK}\n b", f"a{BREAK}b", id="a hard break"),
    ],
)
def test_source_lines_are_joined_as_the_script_wants(text, joined):
    assert tidy(text) == joined


def test_a_mark_between_two_chinese_lines_leaves_no_space():
    assert wrap(tidy(f"营养{MARK}[1]{END_MARK}\n和水"), 72) == ["营养[1]和水"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("one two three", ["one two", "three"], id="at spaces"),
        pytest.param("肌肉突然收紧会疼", ["肌肉突然", "收紧会疼"], id="between han characters"),
        pytest.param("肌肉突然，会疼", ["肌肉突", "然，会疼"], id="no comma at the start of a line"),
        pytest.param("肌肉会「突然」", ["肌肉会", "「突然」"], id="no opening bracket at the end of a line"),
        pytest.param("きょうはデータ", ["きょうは", "データ"], id="room for whole words in kana"),
        pytest.param("あいうえっと", ["あいう", "えっと"], id="no small kana at the start of a line"),
        pytest.param("あいうえか\u3099き", ["あいうえ", "か\u3099き"], id="a voicing mark stays with its kana"),
        pytest.param("กล้ามเนื้อเกร็ง ตัว", ["กล้ามเนื้อเกร็ง", "ตัว"], id="thai breaks at spaces only"),
        pytest.param(
            "ភាសា\u200bខ្មែរ\u200bសាលា\u200b", ["ភាសា\u200bខ្មែរ", "សាលា"], id="khmer, where the author says so"
        ),
        pytest.param("10\u00a0000\u202fmg pro Tag", ["10\u00a0000\u202fmg", "pro Tag"], id="no-break spaces hold"),
        pytest.param("see https://example.org/a/b", ["see", "https://example.org/a/b"], id="addresses are whole"),
        pytest.param(f"mind{MARK}[1]{END_MARK} it", ["mind [1]", "it"], id="a mark stays with its word"),
        pytest.param("肌肉痉挛的" + f"{MARK}[1]{END_MARK}", ["肌肉痉挛", "的[1]"], id="after han too"),
    ],
)
def test_wrap(text, lines):
    assert wrap(tidy(text), 8) == lines


def test_a_protected_address_has_no_break_even_in_chinese():
    assert wrap(tidy(protect("https://example.org/肌肉痉挛的治疗 方法")), 20) == [
        "https://example.org/肌肉痉挛的治疗%20方法"
    ]


def test_prefixes_count_as_width():
    assert wrap("aaa bbb ccc", 9, first="1. ", rest="   ") == ["1. aaa", "   bbb", "   ccc"]


def test_clean_drops_control_characters_and_soft_hyphens():
    assert clean("a\x00\x1b[1m\x1e\x9b\x7f\u00adb\u2028c\vd\te") == "a[1mb\nc d\te"


_SCRIPTS = st.text(alphabet="ab é 肌肉、。「」（）きょっー가 กเ้ \u00a0\u200b한\u0301👩\u200d🇯🇵؟عر", max_size=80)


@given(_SCRIPTS, st.integers(1, 30))
def test_wrapping_loses_nothing_and_holds_the_width(text, width):
    lines = wrap(tidy(text), width)
    spaces = str.maketrans("", "", " \u200b\u00a0")
    assert "".join(lines).translate(spaces) == text.translate(spaces)
    for line in lines:
        assert line == line.rstrip()
        assert display_width(line) <= width or not _has_break(line)


def _has_break(line):
    return " " in line or any(
        unicodedata.name(before, "").startswith("CJK UNIFIED") and unicodedata.name(after, "").startswith("CJK UNIFIED")
        for before, after in pairwise(line)
    )


@given(_SCRIPTS)
def test_no_line_breaks_the_rules_of_line_ends(text):
    lines = wrap(tidy(text.replace(" ", "").replace("\u200b", "")), 2)
    joined = "".join(lines)
    assert all(line[0] not in "、。」）ーょっ" for line in lines if not joined.startswith(line))
    assert all(line[-1] not in "「（" for line in lines if not joined.endswith(line))


def test_the_short_way_to_a_width_is_that_of_wcwidth():
    short = [char for char in map(chr, range(0x20, 0x110000)) if _ONE_COLUMN.fullmatch(char)]
    assert len(short) > 1000
    assert [char for char in short if wcswidth(char) != 1] == []


SIMPLE = st.lists(st.sampled_from(["a", "word", "–", "éclair", "x" * 30, f"b{_NO_BREAK_SPACE}c", "“Ω”", "т."]))


@given(SIMPLE.map(" ".join), st.integers(-3, 40), st.integers(-3, 40))
def test_simple_text_breaks_where_any_text_would(text, first, rest):
    assert [line.rstrip() for line in _break_anywhere(text, first, rest)] == _break_at_spaces(text, first, rest)
