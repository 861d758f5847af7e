"""Reading and writing again gives what msgcat gives, byte for byte."""

import pickle

import pytest
from hypothesis import given, settings

from pipeline.catalogs import Message, format_po, key_of, read_po
from pipeline.model import Key

from .support import HEADER, PLURAL_HEADER, msgcat, po_files, read

NASTY = {
    "no messages": HEADER,
    "a rich header": """# Title
#
#  indented
#. extracted
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: x\\n"
"X-Late: 1\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"no colon\\n"
"X-Early:   two blanks, \\"quotes\\" \\n"
"X-Late: again\\n"

msgid "a"
msgstr ""
""",
    "a header without a last newline": 'msgid ""\nmsgstr "X: y\\n\\nContent-Type: text/plain; charset=UTF-8"\n',
    "no newline at the end": HEADER + 'msgid "a"\nmsgstr "b"',
    "escapes": HEADER + r'msgid "\a\b\f\n\r\t\v\\\""' + '\nmsgstr "\t\\\\n\\n"\n',
    "newlines": HEADER + 'msgid "\\n"\nmsgstr ""\n"\\n"\n"a\\n"\n"b"\n',
    "blank lines and comments": HEADER
    + '#\n# \n#  two\n#\ttab \n#x\n#.\n#. \n#.  two\n#.x\n#| msgid ""\nmsgid "a"\n\n\nmsgstr "b"\n',
    "mixed comments": HEADER + '#. e1\n# t1\n#: r1\n#. e2\n# t2\n#: r2\nmsgid "a"\nmsgstr "b"\n',
    "references": HEADER
    + '#: a : b:2 c: d :3 :4 a : : 5 ./q:0001 ././z x:1:2 ./:5 ./ . a:0 c:1 : 3 q:1\nmsgid "a"\nmsgstr "b"\n',
    "long references": HEADER + f"#: {'é' * 40}.md {'x' * 30}:12 y {'z' * 90} w\n" + 'msgid "a"\nmsgstr "b"\n',
    "references at the edge": HEADER
    + f'#: {"é" * 19} {"x" * 37}\nmsgid "a"\nmsgstr "b"\n#: {"é" * 19} {"x" * 36}\nmsgid "c"\nmsgstr "d"\n',
    "flags": HEADER
    + "#, no-wrap x range: 1..3,ycp-format c-format possible-java-format  no-c-format impossible-php-format,fuzzy\n"
    + 'msgid "a"\nmsgstr "b"\n',
    "old flags": HEADER + '#! fuzzy\nmsgid "a"\nmsgstr "b"\n',
    "fuzzy without translation": HEADER + '#, fuzzy\n#| msgid "c"\nmsgid "a"\nmsgstr ""\n',
    "plural": PLURAL_HEADER
    + '#, fuzzy\n#| msgctxt ""\n#| msgid "o"\n#| msgid_plural "p"\nmsgctxt ""\nmsgid "a"\nmsgid_plural ""\n'
    + 'msgstr[0] "x"\nmsgstr[ 1 ] ""\n"y\\n"\n"z"\n',
    "plural without first form": PLURAL_HEADER
    + '#, fuzzy\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] "c"\n#~ msgid "d"\n#~ msgid_plural "e"\n'
    + '#~ msgstr[0] ""\n#~ msgstr[1] "f"\n',
    "obsolete": HEADER
    + '# t\n#. e\n#: r:1\n#, fuzzy, c-format, no-wrap, range: 1..2\n#~| msgctxt "x"\n#~| msgid ""\n#~| "o\\n"\n'
    + '#~ msgctxt "c"\n#~ msgid "a"\n#~\n#~ msgstr "b\\n"\n#~ "c"\nmsgid "last"\nmsgstr "last"\n#~ msgid "n"\n'
    + '#~ msgstr ""\n',
    "comment marked obsolete": HEADER + '#~ # c\n#~ #, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\n',
    "strange spacing": HEADER
    + '  msgid"a"\n\tmsgstr\t"b"  \n   # c\n#|msgid "o"\nmsgid "c"\n"d"\nmsgstr"e"\n#~msgid "q"\n#~msgstr "r"\n',
    "trailing comment": HEADER + 'msgid "a"\nmsgstr "b"\n\n# tail\n#. x\n#, fuzzy\n',
    "scripts": HEADER + 'msgid "\u202bعربي\u202c"\nmsgstr "日本語 ไทย \u2028 \u00a0 \U0001f9e0 e\u0301"\n',
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_it_writes_what_msgcat_writes(text: str) -> None:
    assert format_po(read_po(text.encode(), "x.po")).encode() == msgcat(text.encode())


@given(po_files())
@settings(max_examples=60, deadline=None)
def test_it_writes_what_msgcat_writes_for_any_file(text: str) -> None:
    written = format_po(read_po(text.encode(), "x.po"))
    assert written.encode() == msgcat(text.encode())
    assert format_po(read_po(written.encode(), "x.po")) == written


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_byte_order_mark_and_crlf_are_forgotten(text: str) -> None:
    # msgcat refuses the one, and keeps the CR of the other in comments.
    data = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert format_po(read_po(data, "x.po")).encode() == msgcat(text.encode())


def test_two_lines_of_flags_are_both_kept() -> None:
    # msgcat 0.21 forgets the first, and would publish what a translator marked as fuzzy.
    catalog = read('#, fuzzy\n#, c-format\nmsgid "a"\nmsgstr "b"\n')
    assert catalog[0].fuzzy
    assert "#, fuzzy, c-format\n" in format_po(catalog)


def test_everything_is_kept_in_memory() -> None:
    catalog = read(
        '#\n# t\n#.\n#. e\n#: p:1 q\n#, fuzzy, custom\n#= range: 0..2\n#| msgctxt "pc"\n#| msgid "pi"\n'
        'msgctxt "c"\nmsgid ""\n"a"\nmsgstr ""\n"b"\n'
    )
    message = next(iter(catalog))
    assert isinstance(message, Message)
    assert message.translator_comments == ["", "t"]
    assert message.extracted_comments == ["", "e"]
    assert message.occurrences == [("p", "1"), ("q", "")]
    assert message.flags == ["fuzzy", "custom", "range: 0..2"]
    assert (message.previous_msgctxt, message.previous_msgid) == ("pc", "pi")
    assert key_of(message) == message.key == Key("c", "a")
    assert (message.msgstr, message.linenum, message.msgstr_line) == ("b", 14, 16)


def test_polibs_comments_are_views_of_ours() -> None:
    message = Message(tcomment="a\nb", comment="")
    assert (message.translator_comments, message.extracted_comments) == (["a", "b"], [])
    message.comment = "c"
    assert message.extracted_comments == ["c"]


def test_header_fields_keep_their_order_and_form_when_one_changes() -> None:
    catalog = read_po(NASTY["a rich header"].encode(), "x.po")
    catalog.metadata["Project-Id-Version"] = "new\nvalue"
    catalog.metadata["X-New"] = "3"
    del catalog.metadata["X-Late"]
    header = format_po(catalog).partition("\n\n")[0].split("\n")[7:]
    assert header == [
        '"Project-Id-Version: new value\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"no colon\\n"',
        '"X-Early:   two blanks, \\"quotes\\" \\n"',
        '"X-New: 3\\n"',
    ]


def test_header_fields_know_their_lines() -> None:
    assert read_po(NASTY["a rich header"].encode(), "x.po").field_lines == {
        "Project-Id-Version": 8,
        "X-Late": 9,
        "Content-Type": 10,
        "X-Early": 12,
    }
    assert read("").field_lines == {"Content-Type": 2}


def test_a_catalog_can_travel_to_another_process() -> None:
    text = NASTY["obsolete"]
    catalog = pickle.loads(pickle.dumps(read_po(text.encode(), "x.po")))  # noqa: S301 - our own
    assert format_po(catalog).encode() == msgcat(text.encode())
