"""What comes back from reviewers, whatever they opened the sheet with."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalogs import format_po
from pipeline.catalogs.corrections import apply, read_corrections, rows
from pipeline.errors import InputError
from pipeline.locale import parse_locale
from pipeline.render.sheet import Table, render_sheet

from .support import read

EN, ES = parse_locale("en"), parse_locale("es")
CATALOG = r"""
#. Heading
msgid "Rest"
msgstr "Reposo"

msgid "Do **not** [run](a.md) & <b>jump</b>."
msgstr "No [corra](a.md) & <b>salte</b>."

#, fuzzy
msgid "Drink"
msgstr "Beba"

msgid "Eat"
msgstr ""

msgid "One  \nTwo"
msgstr "Uno  \nDos"
"""

STEPS = "Do **not** [run](a.md) & <b>jump</b>."
WORD = "<p class=MsoNormal><span lang=ES>Des&#173;canse\r\n  bien</span><o:p></o:p></p>"


def sheet(catalog=None, domain="x"):
    return render_sheet([Table(domain, rows(catalog or read(CATALOG), ES, domain))], EN, ES)


def brought(text, catalog=None, keeps=lambda *_: True):
    data = text if isinstance(text, bytes) else text.encode()
    return apply(catalog or read(CATALOG), ES, "x", read_corrections(data, "s.html"), keeps)


def changed(result):
    return [(message.msgid, message.msgstr) for message in result.applied]


# --- what a reviewer did ------------------------------------------------------------------------------------------


def test_an_untouched_sheet_corrects_nothing():
    result = brought(sheet())
    assert (result.applied, result.refused) == ([], [])
    assert format_po(result.catalog) == format_po(read(CATALOG))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(">Reposo<", ">Descanso<", [("Rest", "Descanso")], id="in the browser"),
        pytest.param(">Reposo<", f">{WORD}<", [("Rest", "Des\xadcanse bien")], id="in Word"),
        pytest.param(">Reposo<", "><p>Un</p><p>rato</p><", [("Rest", "Un rato")], id="two lines where there was one"),
        pytest.param(">Reposo<", "><del>Reposo</del><ins>Pausa</ins><", [("Rest", "Pausa")], id="tracked changes"),
        pytest.param(">Uno<br>Dos<", "><p>Uno</p><p>Tres</p><", [("One  \nTwo", "Uno  \nTres")], id="hard breaks"),
        pytest.param(">Reposo<", ">Re\x08po\x9fsar<", [("Rest", "Reposar")], id="control characters"),
        pytest.param(
            ">No [corra]", ">No [corra o]", [(STEPS, "No [corra o](a.md) & <b>salte</b>.")], id="around markup"
        ),
        pytest.param(">Reposo<", "> Reposo \n<", [], id="blanks are no correction"),
        pytest.param(">Reposo<", "><p>Reposo</p>\n<", [], id="paragraphs are no correction"),
    ],
)
def test_corrections(old, new, expected):
    text = sheet()
    assert text.count(old) == 1
    result = brought(text.replace(old, new))
    assert changed(result) == expected
    assert result.refused == []


def test_an_empty_cell_may_hold_a_no_break_space_and_may_be_filled():
    empty = 'data-was=""></div>'
    assert changed(brought(sheet().replace(empty, 'data-was="">&nbsp;</div>'))) == []
    result = brought(sheet().replace(empty, 'data-was="">Coma</div>'))
    assert [(message.msgstr, message.flags) for message in result.applied] == [("Coma", ["fuzzy"])]


def test_marks_stay():
    result = brought(sheet().replace(">Beba<", ">Beba agua<"))
    assert [(message.msgstr, message.flags) for message in result.applied] == [("Beba agua", ["fuzzy"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding):
    text = sheet().replace(">Reposo<", ">Sueño<")
    assert changed(brought(text.encode(encoding))) == [("Rest", "Sueño")]
    old = text.replace('charset="UTF-8"', 'charset="windows-1252"').replace("…", "")
    assert changed(brought(old.encode("windows-1252"))) == [("Rest", "Sueño")]


def test_copied_corrections_are_lines():
    first, *_, last = rows(read(CATALOG), ES, "x")
    text = f"Dear all,\n1. {first.reference}\tDescanso\r\n{last.reference}\tUno\\nTres\nRegards\n"
    assert changed(brought(text)) == [("Rest", "Descanso"), ("One  \nTwo", "Uno  \nTres")]


# --- what is not brought back -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("catalog", "reason"),
    [
        pytest.param(CATALOG.replace("Reposo", "Pausa"), "“Pausa” stands there by now", id="another translation"),
        pytest.param(CATALOG.replace('"Rest"', '"Rest!"'), "not in this catalog", id="another text"),
    ],
)
def test_a_correction_is_for_what_the_reviewer_saw(catalog, reason):
    result = brought(sheet().replace(">Reposo<", ">Descanso<"), read(catalog))
    ((correction, told),) = result.refused
    assert correction.lines == ("Descanso",)
    assert reason in told
    assert format_po(result.catalog) == format_po(read(catalog))


def test_a_correction_that_came_back_before_is_not_refused():
    text = sheet().replace(">Reposo<", ">Descanso<")
    once = brought(text)
    again = brought(text, once.catalog)
    assert (again.applied, again.refused) == ([], [])
    assert again.catalog is once.catalog


def test_a_row_that_nobody_corrected_may_have_changed_meanwhile():
    assert brought(sheet(), read(CATALOG.replace("Reposo", "Pausa"))).refused == []


def test_an_empty_correction_and_changed_markup_are_refused():
    ((_, told),) = brought(sheet().replace(">Reposo<", "><")).refused
    assert "it is empty, in the place of “Reposo”" in told
    ((_, told),) = brought(sheet().replace(">Reposo<", ">x<"), keeps=lambda *_: False).refused
    assert "links, pictures, code or tags" in told


@pytest.mark.parametrize("data", [b"", b"<table><tr><td>x</table>", b"a\tb\n", b"\xff\xfe\x00"])
def test_a_file_that_is_no_sheet(data):
    with pytest.raises(InputError, match=r"no row of a review sheet|its encoding"):
        read_corrections(data, "s.html")


@given(st.text() | st.from_regex(r"(<t[rdh][^>]*>|</?p>|[0-9a-f]{10}-[0-9a-f]{10}|\t|x){0,9}", fullmatch=True))
def test_any_file_is_a_sheet_or_none(text):
    with contextlib.suppress(InputError):
        brought(text.encode("utf-8", "replace"))


# --- the sheet itself ---------------------------------------------------------------------------------------------


def test_a_sheet_says_the_language_of_each_column_and_nothing_breaks_out_of_it():
    text = sheet(read('msgid "</script><!-- \\"x\\" \'y\' & <td>"\nmsgstr "<img onerror=z>\\n{{ 1 }}"\n'))
    assert text.count("<script>") == text.count("</script>") == 1
    assert "<img" not in text
    assert text.count("<td") == text.count('<td lang="en" dir="ltr">') + text.count('<td lang="es" dir="ltr">') == 2
    assert text.count('scope="col"') == 3
    assert text.count('scope="row"') == 1
    assert "&lt;img onerror=z&gt;<br>{{ 1 }}" in text


def test_a_sheet_from_right_to_left():
    text = render_sheet([Table("x", rows(read(CATALOG), parse_locale("ar"), "x"))], EN, parse_locale("ar"))
    assert '<td lang="ar" dir="rtl"><div contenteditable="true" role="textbox"' in text
    assert "src=" not in text
    assert "http" not in text.replace("http-equiv", "")
