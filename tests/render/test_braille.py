"""The braille edition: what liblouis reads back is what was written, and the pages have the shape of a BRF file."""

import re
import subprocess
import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from site_pages import made_up, published

from pipeline.article import translate
from pipeline.errors import InputError
from pipeline.locale import parse_locale
from pipeline.render.braille.louis import from_braille, to_braille
from pipeline.render.braille.page import CELLS, LINES, braille_lines, render_braille, to_ascii
from pipeline.render.braille.tables import TABLES, has_table
from pipeline.render.page import Words

ROUND_TRIP = ["en", "es", "ar"]

# What liblouis reads where two signs share their cells; in braille, only their place tells them apart.
SHARED = {
    "en": {"“": '"', "”": '"', "–": "—"},
    "es": {
        **dict.fromkeys("«»“”", '"'),
        **dict.fromkeys("¿?", "5"),
        ":": "3",
        ".": "'",
        "[": "á",
        "]": "ú",
        ";": "2",
        "---": "\x97-",  # the fence of a box
    },
    "ar": {",": "َ", "«(": "«؟"},
}


def expected(text, language, table):
    """Return the words of a text as they are read back if nothing was lost."""
    shared = SHARED["en"] if table == TABLES["en"] else SHARED[language]
    text = text.replace("«(", shared.get("«(", "«(")).replace("---", shared.get("---", "---"))
    return text.translate(str.maketrans(_single(shared))).split()


def _single(shared):
    return {signs: read for signs, read in shared.items() if len(signs) == 1}


def read_back(text, language, table):
    """Return the words that liblouis reads from the braille of a text."""
    back = from_braille(to_braille(text, table), table)
    if language == "ar" and table != TABLES["en"]:
        digits = {char: str(unicodedata.digit(char)) for char in back if unicodedata.category(char) == "Nd"}
        # Arabic braille writes the sign of a doubled letter before the letter.
        back = re.sub("\u0651(.)", "\\1\u0651", back.translate(str.maketrans(digits)))
    return back.split()


def lines_of(body, **changes):
    """The texts of a made-up page, line by line, without those of the frame."""
    texts = ["".join(text for text, _ in line.runs) for line in braille_lines(made_up(body, **changes))]
    return texts[texts.index("Title") + 2 : texts.index("About this page") - 1]


# --- what it says -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ROUND_TRIP)
def test_liblouis_reads_back_every_word(locale):
    runs = [run for line in braille_lines(published(locale)) for run in line.runs]
    assert sum(len(text.split()) for text, _ in runs) > 1000
    for text, table in runs:
        assert read_back(text, locale, table) == expected(text, locale, table)


@pytest.mark.parametrize("locale", ROUND_TRIP)
def test_the_file_holds_every_cell_of_every_line(locale):
    page = published(locale)
    cells = to_ascii("".join(to_braille(text, table) for line in braille_lines(page) for text, table in line.runs))
    sheets = [sheet.split("\r\n")[:LINES] for sheet in render_braille(page).decode("ascii").split("\f")]
    found = "".join(row for sheet in sheets for row in sheet)
    assert "".join(found.split()) == "".join(cells.split())


def test_it_begins_by_saying_that_nobody_has_checked_it():
    first = ["".join(text for text, _ in braille_lines(published(locale))[0].runs) for locale in ROUND_TRIP]
    assert first[0] == "This braille was made by a program. No person who reads braille has checked it."
    assert len(set(first)) == len(ROUND_TRIP)


def test_each_language_has_its_own_table():
    body = '<p>قال <span lang="fr">été</span> ثم <span lang="en">stop</span> و CPK</p>'
    runs = [run for line in braille_lines(made_up(body, locale="ar")) for run in line.runs]
    tables = {text.strip(): table for text, table in runs}
    assert (tables["été"], tables["stop"], tables["CPK"]) == (TABLES["fr"], TABLES["en"], TABLES["en"])


def test_a_part_that_is_not_translated_is_told_and_keeps_its_table():
    source = made_up("Stop at once.")
    document = translate(source.document, lambda _: None, parse_locale("ar"))
    page = replace(source, document=document, words=Words(document.locale, {}))
    runs = [run for line in braille_lines(page) for run in line.runs]
    assert ("Stop at once.", TABLES["en"]) in runs


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Take 日本 語 now.", "Take (characters without braille) now.", id="none"),
        pytest.param("37\u00a0\u200e°C", "37 °C", id="spaces and signs of direction"),
        pytest.param("\ue000\ue001x\uf8ff", "x", id="private characters"),
        pytest.param('<span lang="ja">日本</span> x', "(in Japanese) (characters without braille) x", id="no table"),
        pytest.param("1st line  \n2nd line", "1st line2nd line", id="a line break of the author"),
    ],
)
def test_what_has_no_braille_is_told_and_never_left_out(text, told):
    assert "".join(lines_of(text)) == told


def test_signs_that_a_table_does_not_know_are_written_by_similar_ones():
    assert lines_of("• português H₂O", locale="es") == ["- portugues H2O"]
    assert lines_of("50٪", locale="ar") == ["50%"]


@pytest.mark.parametrize("text", ["10⁶", "1⅐", "a ≠ b", "x ⪆ 3"])
def test_no_sign_becomes_one_that_means_something_else(text):
    assert "(characters without braille)" in lines_of(text, locale="es")[0]


def test_tables_are_read_row_by_row():
    assert lines_of("| a | b |\n|---|---|\n| 1 | 2 |") == ["a: 1", "b: 2"]


# --- its shape ----------------------------------------------------------------------------------------------------


def assert_shaped(page):
    text = render_braille(page).decode("ascii")
    assert text.endswith("\r\n\f")
    for number, sheet in enumerate(text.removesuffix("\f").split("\f"), 1):
        rows = sheet.removesuffix("\r\n").split("\r\n")
        assert len(rows) == LINES + 1
        assert max(map(len, rows)) <= CELLS
        assert rows[0], "no page begins with an empty line"
        assert rows[-1].strip() == to_ascii(to_braille(str(number), TABLES[page.locale.tag]))


@pytest.mark.parametrize("locale", ROUND_TRIP)
def test_pages_are_of_40_cells_and_25_lines_with_their_number(locale):
    assert_shaped(published(locale))


@given(st.text(max_size=60), st.integers(1, 40))
@settings(max_examples=60)
def test_any_text_becomes_braille(text, times):
    assert_shaped(made_up(f"{text}\n\n" * times, f"x{text}"))


def test_a_heading_does_not_stand_at_the_end_of_a_page():
    for count in range(10, 40):
        page = made_up("- item\n" * count + "\n## Heading\n\nText.")
        sheets = render_braille(page).decode("ascii").split("\f")
        sheet = next(sheet for sheet in sheets if ",HEADING" in sheet)
        last = [row for row in sheet.split("\r\n")[:LINES] if row][-1]
        assert ",HEADING" not in last, count


def test_headings_paragraphs_and_items_begin_where_readers_expect_them():
    body = "word " * 12 + "\n\n## Part\n\n- " + "word " * 12
    text = render_braille(made_up(body)).decode("ascii")
    assert f"\r\n  {'WORD ' * 7}WORD" not in text
    assert "\r\n  WORD WORD" in text
    assert "\r\n    ,PART\r\n" in text
    assert "\r\n- WORD" in text


# --- languages and liblouis ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("tag", "there"), [("pt-BR", True), ("en", True), ("ja", False), ("zh-Hans", False)])
def test_only_languages_with_a_table_have_braille(tag, there):
    assert has_table(tag) == there


@pytest.mark.parametrize("table", sorted(set(TABLES.values())))
def test_every_table_writes_six_dots(table):
    assert {ord(cell) <= 0x283F for cell in to_braille("abc 12,5 mg (x).", table)} == {True}


def test_without_liblouis_the_error_says_what_to_install():
    code = "import ctypes.util; ctypes.util.find_library = lambda name: None\n"
    code += "from pipeline.render.braille.louis import version\nversion()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "braille needs liblouis; install it" in done.stderr


def test_a_table_that_is_not_there_is_told():
    with pytest.raises(InputError, match=r"liblouis .* cannot use its table none\.ctb; install its tables"):
        to_braille("a", "none.ctb")
