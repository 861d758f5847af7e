"""Whatever is wrong with a file is told, all of it, with the right line; nothing is dropped in silence."""

import pytest

from pipeline.catalogs import read_po
from pipeline.errors import InputErrors

from .support import HEADER, PLURAL_HEADER

BODY = HEADER.count("\n") + 1
"""The first line below the header."""

PLURAL_BODY = PLURAL_HEADER.count("\n") + 1


def faults(text: str | bytes) -> list[tuple[int | None, str]]:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(InputErrors) as caught:
        read_po(data, "locales/es/x.po")
    assert all(error.path == "locales/es/x.po" for error in caught.value.errors)
    return [(error.line, error.message) for error in caught.value.errors]


MESSAGES = {
    "unterminated msgid": ('msgid "Hello\nmsgstr "b"\n', 0, "does not end"),
    "unterminated, one quote": ('msgid "\nmsgstr "b"\n', 0, "does not end"),
    "unterminated msgstr": ('msgid "a"\nmsgstr ""\n"b\n', 2, "does not end"),
    "trailing escaped quote": ('msgid "Hello\\"\nmsgstr "b"\n', 0, "does not end"),
    "smart quotes": ('msgid “Hello”\nmsgstr "b"\n', 0, "straight double quotes"),
    "smart quotes in a further line": ('msgid ""\n“Hello”\nmsgstr "b"\n', 1, "expected a comment"),
    "no quotes": ('msgid Hello\nmsgstr "b"\n', 0, "straight double quotes"),
    "no text": ('msgid\nmsgstr "b"\n', 0, "straight double quotes"),
    "inner quote": ('msgid "a "b" c"\nmsgstr "b"\n', 0, "double quote inside"),
    "two strings on one line": ('msgid "a" "b"\nmsgstr "b"\n', 0, "double quote inside"),
    "bad escape": ('msgid "a"\nmsgstr "\\q"\n', 1, "unknown escape \\q"),
    "hexadecimal escape": ('msgid "a"\nmsgstr "\\x41"\n', 1, "unknown escape \\x"),
    "duplicate": ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 3, f"stands in line {BODY} already"),
    "active and obsolete": ('msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n', 3, f"line {BODY} already"),
    "duplicate with context": ('msgctxt "c"\nmsgid "a"\nmsgstr ""\nmsgctxt "c"\nmsgid "a"\nmsgstr ""\n', 4, "already"),
    "missing msgstr": ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 0, "no msgstr"),
    "only a context": ('msgctxt "a"\n\nmsgid "b"\nmsgstr "c"\nmsgctxt "z"\n', 4, "no msgid follows"),
    "msgstr without msgid": ('# c\nmsgstr "a"\n', 1, "msgstr without a msgid"),
    "two msgstr": ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 2, "a second msgstr"),
    "unknown keyword": ('msgid "a"\nmsgstrr "b"\n', 1, "expected a comment"),
    "no-break space": ('\xa0msgid "a"\nmsgstr "b"\n', 0, "expected a comment"),
    "plain text": ('Hello\nmsgid "a"\nmsgstr "b"\n', 0, "expected a comment, msgid, msgstr or a quoted string"),
    "partly obsolete": ('#~ msgid "a"\nmsgstr "b"\n', 1, "only some lines"),
    "partly obsolete string": ('#~ msgid "a"\n#~ msgstr ""\n"b"\n', 2, "same mark"),
    "string of a previous text": ('#| msgid "a"\n"b"\nmsgid "c"\nmsgstr "d"\n', 1, "same mark"),
    "previous msgstr": ('#| msgstr "x"\nmsgid "a"\nmsgstr "b"\n', 0, "not before msgstr"),
    "previous plural only": ('#| msgid_plural "x"\nmsgid "a"\nmsgstr "b"\n', 0, "without #| msgid"),
    "previous context only": ('#| msgctxt "x"\nmsgid "a"\nmsgstr "b"\n', 0, "without #| msgid"),
    "previous text only": ('msgid "a"\nmsgstr "b"\n#| msgid "x"\n', 2, "no msgid follows"),
    "git conflict": ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> main\n', 1, "git conflict"),
    "git conflict, three sides": (
        'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n||||||| base\nmsgstr ""\n=======\nmsgstr "c"\n>>>>>>> main\n',
        1,
        "git conflict",
    ),
    "left-over of a conflict": ('msgid "a"\nmsgstr "b"\n>>>>>>> main\n', 2, "git conflict"),
    "NUL": ('msgid "a"\nmsgstr "b\0"\n', 1, "U+0000"),
    "C0": ('# \x1b\nmsgid "a"\nmsgstr "b"\n', 0, "U+001B"),
    "DEL": ('msgid "a"\nmsgstr "\x7f"\n', 1, "U+007F"),
    "C1": ('msgid "a"\nmsgstr "\x85"\n', 1, "U+0085"),
    "replacement character": ('msgid "a"\nmsgstr "\ufffd"\n', 1, "replacement character U+FFFD"),
    "noncharacter": ('msgid "a"\nmsgstr "\ufdd0 \U0001fffe"\n', 1, "U+FDD0"),
    "CR in a line": ('msgid "a"\nmsgstr "b\rc"\n', 1, "U+000D"),
    "msgstr[0] without plural": ('msgid "a"\nmsgstr[0] "b"\n', 1, "without a msgid_plural"),
    "plural without msgid": ('msgid_plural "b"\n', 0, "msgid_plural without a msgid"),
    "domain line": ('domain "x"\nmsgid "a"\nmsgstr "b"\n', 0, "expected a comment"),
    "second header": ('msgid ""\nmsgstr "x"\n', 0, "this header stands in line 1 already"),
}


@pytest.mark.parametrize(("body", "offset", "message"), MESSAGES.values(), ids=MESSAGES)
def test_a_fault_is_told_once_with_its_line(body: str, offset: int, message: str) -> None:
    [(line, told)] = faults(HEADER + body)
    assert line == BODY + offset
    assert message in told


PLURALS = {
    "begins with 1": ('msgstr[1] "b"\nmsgstr[2] "c"\n', 2, "expected msgstr[0]"),
    "gap": ('msgstr[0] "b"\nmsgstr[2] "c"\n', 3, "expected msgstr[1]"),
    "twice": ('msgstr[0] "b"\nmsgstr[0] "c"\n', 3, "expected msgstr[1]"),
    "no index": ('msgstr "b"\n', 2, "expected msgstr[0]"),
    "too many": ('msgstr[0] "b"\nmsgstr[1] "c"\nmsgstr[2] "d"\n', 2, "3 plural forms, but the header says nplurals=2"),
    "too few": ('msgstr[0] "b"\n', 2, "1 plural forms"),
}


@pytest.mark.parametrize(("forms", "offset", "message"), PLURALS.values(), ids=PLURALS)
def test_plural_forms_are_numbered_as_the_header_says(forms: str, offset: int, message: str) -> None:
    [(line, told)] = faults(PLURAL_HEADER + 'msgid "a"\nmsgid_plural "as"\n' + forms)
    assert line == PLURAL_BODY + offset
    assert message in told


MESSAGE = 'msgid "a"\nmsgstr "b"\n'
FILES = {
    "empty": ("", 1, "header is missing"),
    "no header": (MESSAGE, 1, "header is missing"),
    "header not first": (MESSAGE + HEADER, 3, "move it to the top"),
    "no charset": ('msgid ""\nmsgstr ""\n"Language: es\\n"\n\n' + MESSAGE, 1, "charset is missing"),
    "other charset": (
        'msgid ""\nmsgstr ""\n"X: y\\n"\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n',
        4,
        "iso-8859-1",
    ),
    "placeholder charset": ('\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=CHARSET\\n"\n', 3, "charset"),
    "broken header": ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\n' + MESSAGE, 3, "does not end"),
    "string without keyword": ('"a"\n\n' + HEADER, 1, "belongs to no msgid"),
    "CR only": (HEADER.replace("\n", "\r") + 'msgid "a\rmsgstr "b"\r', 4, "does not end"),
}


@pytest.mark.parametrize(("text", "line", "message"), FILES.values(), ids=FILES)
def test_faults_of_headers(text: str, line: int, message: str) -> None:
    [(told_line, told)] = faults(text)
    assert told_line == line
    assert message in told


def test_invalid_utf8_is_told_for_every_line() -> None:
    told = faults(HEADER.encode() + b'# caf\xe9\nmsgid "a"\nmsgstr "\xff"\n')
    assert [line for line, _ in told] == [BODY, BODY + 2]
    assert "byte 0xE9 is not UTF-8" in told[0][1]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_utf16_is_refused(encoding: str) -> None:
    told = faults(HEADER.encode(encoding))
    assert told[0][0] == 1


def test_every_fault_is_told() -> None:
    told = faults(HEADER + 'msgid "a\nmsgstr "b"\n\nmsgid "c"\n\nmsgid "d"\nmsgstr "\\q"\n\nmsgid "e"\nmsgstr "\0"\n')
    assert [line for line, _ in told] == [BODY, BODY + 3, BODY + 6, BODY + 9]


def test_a_broken_message_does_not_pass_for_the_header() -> None:
    assert [line for line, _ in faults('\nmsgid "a\nmsgstr "b"\n')] == [1, 2]


def test_both_sides_of_a_conflict_are_one_fault() -> None:
    ours, theirs = 'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n', 'msgid "a"\nmsgstr "e"\n'
    told = faults(HEADER + f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> main\n" + 'msgid "z"\n')
    assert [line for line, _ in told] == [BODY, BODY + 10]


@pytest.mark.parametrize("cut", range(1, len('#| msgid "o"\nmsgctxt "c"\nmsgid "a"\nmsgstr ') + 1))
def test_a_file_cut_before_the_translation_is_refused(cut: int) -> None:
    text = '#| msgid "o"\nmsgctxt "c"\nmsgid "a"\nmsgstr '[:cut]
    if text not in {"#", "#|", "#| "}:
        assert faults(HEADER + text)


@pytest.mark.parametrize("cut", range(1, len('"text') + 1))
def test_a_file_cut_in_a_translation_is_refused(cut: int) -> None:
    assert faults(HEADER + 'msgid "a"\nmsgstr ' + '"text'[:cut])


@pytest.mark.parametrize(
    "body",
    [
        'msgid "a\\n"\nmsgstr "b"\n',
        'msgid "a"\nmsgstr "\u2028\u202e\ufeff"\n',
        '#= fuzzy\nmsgid "a"\nmsgstr "b"\n',
        '#~| msgid "a"\n#~ msgid "b"\n#~ msgstr "c"\n',
        'msgid\t"a"\nmsgstr\t"b"\n',
        'msgid "a"\nmsgstr "b"\n# last',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\nmsgstr[2] "e"\n',
        'msgctxt ""\nmsgid ""\nmsgstr "b"\n',
    ],
)
def test_what_is_strange_but_right_is_read(body: str) -> None:
    assert len(read_po((HEADER + body).encode(), "x.po")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "x" * 500_000,
        '"' * 500_000,
        "\\" * 500_000,
        '"' + "\\n" * 250_000,
        "#:" + " a :" * 50_000,
        " " * 500_000,
    ],
    ids=["letters", "quotes", "backslashes", "escapes", "references", "blanks"],
)
def test_a_huge_line_gets_an_answer(line: str) -> None:
    assert faults(HEADER + f'{line}\nmsgid "a\n')
