"""Glossaries for other tools."""

import io

import pytest
from translate.storage.tbx import tbxfile

from pipeline.catalogs.termbase import Term, guarded, tbx, tsv
from pipeline.locale import parse_locale

EN, AR = parse_locale("en"), parse_locale("ar")
TERMS = [
    Term("Artery", "شريان", "It carries blood & oxygen.", "يحمل الدم."),
    Term("Vein", "", "It carries blood back."),
    Term("-itis", "التهاب", "Inflammation"),
]


def test_each_translated_term_is_a_line():
    assert tsv(TERMS) == "Artery\tشريان\tيحمل الدم.\n'-itis\tالتهاب\tInflammation\n"
    assert guarded(TERMS) == ["-itis"]


@pytest.mark.parametrize("beginning", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r\n=1", "＝1", "\a=1"])
def test_no_cell_is_a_formula(beginning):
    (line,) = tsv([Term(beginning, beginning, beginning)]).splitlines()
    assert [cell[:1] for cell in line.split("\t")] == ["'"] * 3
    assert guarded([Term("a", beginning)]) == ["a"]


def test_a_cell_is_one_line():
    assert tsv([Term("a\tb\nc", "d\re\x0b", "f\u2028g\0")]) == "a b c\td e\tf g\n"


def test_tbx_is_read_by_another_program():
    text = tbx(TERMS, EN, AR, "Terms & more")
    file = tbxfile.parsestring(text.encode())
    assert [(unit.source, unit.target) for unit in file.units] == [("Artery", "شريان"), ("-itis", "التهاب")]
    assert "It carries blood & oxygen." in file.units[0].getnotes("definition")
    assert '<langSet xml:lang="ar">' in text


def test_tbx_holds_what_xml_can_hold():
    assert tbxfile(io.BytesIO(tbx([Term("a\x0c\ufffe", "b\ud800")], EN, AR, "\0").encode())).units[0].source == "a"
