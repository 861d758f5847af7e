"""Translation memories are what the specification and other programs want."""

import io

from hypothesis import given, settings
from lxml import etree
from translate.storage.tmx import tmxfile

from pipeline.catalogs import read_po
from pipeline.catalogs.tmx import tmx
from pipeline.locale import parse_locale

from .support import PLURAL_HEADER, po_files, read

EN, DE = parse_locale("en"), parse_locale("de")

RULES = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ELEMENT note (#PCDATA)> <!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
"""
"""What TMX 1.4b says about the elements and attributes that we write, as far as we use them."""


def units(text):
    dtd = etree.DTD(io.StringIO(RULES))
    root = etree.fromstring(text.encode())
    assert dtd.validate(root), dtd.error_log
    return [
        (*(prop.text for prop in unit.iter("prop")), *(seg.text for seg in unit.iter("seg")))
        for unit in root.iter("tu")
    ]


def test_finished_translations_are_in_it():
    first = read(
        'msgid "a"\nmsgstr "A"\n\n#, fuzzy\nmsgid "b"\nmsgstr "B"\n\n'
        'msgid "c"\nmsgstr ""\n\n#~ msgid "d"\n#~ msgstr "D"\n'
    )
    second = read('msgid "a"\nmsgstr "A"\n\nmsgctxt "x"\nmsgid "a"\nmsgstr "Ä"\n')
    text = tmx({"one": first, "two": second}, EN, DE)
    assert units(text) == [("one", "two", "a", "A"), ("two", "x", "a", "Ä")]


def test_markup_and_line_ends_stay():
    text = tmx({"x": read(r'msgid "<b>1 & 2</b>\n\"3\""' + "\n" + r'msgstr " [x](y)  \n\tz "' + "\n")}, EN, DE)
    assert units(text) == [("x", '<b>1 & 2</b>\n"3"', " [x](y)  \n\tz ")]


def test_what_xml_cannot_hold_is_left_out():
    text = tmx({"x": read(r'msgid "a\ab\bc\r\nd"' + "\n" + r'msgstr "\vA\f"' + "\n")}, EN, DE)
    assert units(text) == [("x", "abc\nd", "A")]


def test_plural_forms_are_two_units():
    body = 'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "Tag"\nmsgstr[1] "Tage"\n'
    text = tmx({"x": read(body, PLURAL_HEADER)}, EN, DE)
    assert units(text) == [("x", "day", "Tag"), ("x", "days", "Tage")]


def test_another_program_reads_it():
    text = tmx({"x": read('msgid "a < b"\nmsgstr "ä & ö"\n')}, EN, parse_locale("pt_BR"))
    file = tmxfile(io.BytesIO(text.encode()), "en", "pt-BR")
    assert [(unit.source, unit.target) for unit in file.units] == [("a < b", "ä & ö")]


@settings(max_examples=50)
@given(po_files())
def test_whatever_the_catalog_it_can_be_read(text):
    units(tmx({"x": read_po(text.encode(), "x.po")}, EN, DE))
