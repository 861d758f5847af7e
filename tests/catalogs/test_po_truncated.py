"""A catalog that was cut off, at any byte: an error, or all that stands in what is left."""

from pipeline.catalogs import read_po
from pipeline.errors import InputErrors

WHOLE = """\
# Equipo de prueba
#, fuzzy
msgid ""
msgstr ""
"Language: es\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

# una nota
#. Paragraph
#: source/a.md
#, fuzzy
#| msgid "Do take one."
msgctxt "dose"
msgid "Do **not** take more than 2 mg — ever."
msgstr "No tome más de 2 mg."

#. Lines
msgid ""
"One\\n"
"Two"
msgstr ""
"Uno\\n"
"«Dos»"

msgid "%d day"
msgid_plural "%d days"
msgstr[0] "%d día"
msgstr[1] "%d días"

#~| msgid "Older"
#~ msgid "Old"
#~ msgstr "Viejo"
""".encode()

FIELDS = ("msgid", "msgid_plural", "msgctxt", "msgstr", "msgstr_plural", "previous_msgid", "flags")
COMMENTS = ("translator_comments", "extracted_comments", "occurrences")


def told(message):
    return [getattr(message, name) for name in (*FIELDS, *COMMENTS)]


def complete_blocks(data):
    """How many messages, the header included, stand whole in `data`; a line without its end may be whole too."""
    return sum(WHOLE.startswith(data) and len(data) >= end for end in ENDS)


LAST_WORDS = ('!= 1;\\n"', '2 mg."', '«Dos»"', 'días"', 'Viejo"')
ENDS = [WHOLE.index(mark.encode()) + len(mark.encode()) for mark in LAST_WORDS]
"""Behind the last character of each message."""

UNKNOWABLE = {
    # A line of a header, or of a text, may be the last one.
    WHOLE.index(mark) + len(mark) + newline
    for mark in (b'charset=UTF-8\\n"', b'"Two"\nmsgstr ""', b'"Uno\\n"')
    for newline in (0, 1)
}
"""Cuts where what is left is a whole file, and a shorter one: nobody can know that there was more."""


def test_a_cut_at_any_byte_is_told_or_loses_nothing_that_is_left():
    whole = read_po(WHOLE, "x.po")
    everything = [whole.head, *whole]
    refused = 0
    for cut in range(len(WHOLE) + 1):
        try:
            catalog = read_po(WHOLE[:cut], "x.po")
        except InputErrors:
            refused += 1
            continue
        if cut in UNKNOWABLE:
            continue
        messages = [catalog.head, *catalog]
        assert len(messages) == complete_blocks(WHOLE[:cut]), WHOLE[:cut]
        assert list(map(told, messages)) == list(map(told, everything[: len(messages)]))
    assert refused > len(WHOLE) / 2
