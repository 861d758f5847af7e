"""Two descendants of a catalog become one, and no work of either is lost."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.catalogs import format_po, merge, read_po
from pipeline.catalogs.po_comments import comment_lines
from pipeline.catalogs.three_way import merge_three

from .damaged import edited
from .support import LATER, po_files, read, template, translated


def texts(catalog):
    return {text for message in catalog for text in (message.msgstr, *message.msgstr_plural.values()) if text}


def flags(base, ours, theirs):
    body = '#, {0}\nmsgid "a"\nmsgstr "b"\n'
    sides = [read(body.format("fuzzy, c-format" if fuzzy else "c-format")) for fuzzy in (base, ours, theirs)]
    return merge_three(*sides)[0][0].fuzzy


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result"),
    [(0, 0, 0, False), (0, 1, 0, True), (0, 0, 1, True), (1, 0, 1, False), (1, 1, 0, False), (1, 1, 1, True)],
)
def test_whoever_marks_or_unmarks_a_message_decides(base, ours, theirs, result):
    assert flags(base, ours, theirs) is result


def test_a_doubt_of_one_side_outlives_a_new_text_of_the_other():
    base, ours, theirs = (
        read(f'{mark}msgid "a"\nmsgstr "{text}"\n') for mark, text in (("", "b"), ("#, fuzzy\n", "b"), ("", "c"))
    )
    merged, conflicts = merge_three(base, ours, theirs)
    assert (merged[0].msgstr, merged[0].fuzzy, conflicts) == ("c", True, [])


def test_an_improved_translation_follows_its_reworded_message():
    base = translated(template("Drink enough water every day, please.", "b"))
    author = merge(base, template("Drink enough water each day, please.", "b"), LATER)
    translator = read_po(format_po(base).encode(), "x.po")
    translator[0].msgstr, translator[0].translator_comments = "mejor", ["why"]
    for sides in ((author, translator), (translator, author)):
        merged, conflicts = merge_three(base, *sides)
        told = [(each.msgid, each.msgstr, each.fuzzy, each.tcomment) for each in merged]
        assert told[0] == ("Drink enough water each day, please.", "mejor", True, "why")
        assert (len(merged), conflicts) == (2, [])


def test_of_a_header_the_side_that_was_saved_last_counts_field_by_field():
    dates = '"PO-Revision-Date: {}\\n"\n"Last-Translator: {}\\n"\n"POT-Creation-Date: {}\\n"\n'
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n' + dates
    sides = [
        read_po(header.format(*fields).encode(), "x.po")
        for fields in (
            ("2026-01-01 00:00+0000", "-", "2026-01-01 00:00+0000"),
            ("2026-02-01 00:00+0000", "A", "2026-05-01 00:00+0000"),
            ("2026-03-01 00:00+0000", "B", "2026-04-01 00:00+0000"),
        )
    ]
    for order in ((1, 2), (2, 1)):
        merged, _ = merge_three(sides[0], *(sides[index] for index in order))
        assert [merged.metadata[name] for name in ("PO-Revision-Date", "Last-Translator", "POT-Creation-Date")] == [
            "2026-03-01 00:00+0000",
            "B",
            "2026-05-01 00:00+0000",
        ]


def changed(chance, catalog):
    """The catalog after a translator's work: new texts, marks, comments."""
    messages = [message.copy() for message in catalog]
    for number, message in enumerate(messages):
        if not message.plural and chance.random() < 0.5:
            message.msgstr = f"{chance.randrange(10**9)} {number}"
        if chance.random() < 0.3:
            message.translator_comments = [*message.translator_comments, f"note {chance.randrange(10**9)}"]
    return catalog.with_messages(messages)


@given(po_files(), st.integers(0, 10**6))
@settings(max_examples=40)
def test_no_work_of_either_side_is_lost(text, number):
    chance = random.Random(number)  # noqa: S311 - edits, not secrets
    base = read_po(text.encode(), "x.po")
    translator = changed(chance, base)
    author = read_po(format_po(merge(base, edited(chance, base), LATER)).encode(), "x.po")
    for ours, theirs in ((author, translator), (translator, author), (translator, changed(chance, base))):
        merged, conflicts = merge_three(base, ours, theirs)
        again = read_po(format_po(merged).encode(), "x.po")
        comments = {line for message in again for line in message.translator_comments}
        offered = {line.removeprefix("Also translated as: ") for line in comments}
        new = (texts(ours) | texts(theirs)) - texts(base)
        assert all(text in texts(again) or {*comment_lines(text)} <= offered for text in new)
        assert all(message.fuzzy for message in conflicts if message.begun)
        notes = {line for side in (ours, theirs) for message in side for line in message.translator_comments}
        # Those on obsolete messages without a translation are in the result too, but gettext does not write them.
        kept = {line for message in merged for line in message.translator_comments}
        assert {line for line in notes if line.startswith("note ")} <= kept


@given(po_files())
@settings(max_examples=20)
def test_what_one_side_alone_changed_is_the_result(text):
    base = read_po(text.encode(), "x.po")
    theirs = changed(random.Random(1), base)  # noqa: S311 - edits, not secrets
    assert format_po(merge_three(base, base, theirs)[0]) == format_po(theirs)
    assert format_po(merge_three(base, theirs, base)[0]) == format_po(theirs)
