"""A review is of exactly one text."""

import datetime as dt

import pytest

from pipeline.catalogs import Review, digest, format_po, merge, read_po, review_state, reviewed

from .support import LATER, PLURAL_HEADER, read, template, translated

DAY = dt.date(2026, 11, 20)


def test_a_catalog_that_nobody_reviewed() -> None:
    assert review_state(translated(template("a"))) == Review("", None, current=False)


def test_a_review_is_recorded_and_survives_writing() -> None:
    catalog = reviewed(translated(template("a", "b")), "Dr. Ana\nRuiz,  GP", DAY)
    again = read_po(format_po(catalog).encode(), "x.po")
    assert review_state(again) == review_state(catalog) == Review("Dr. Ana Ruiz, GP", DAY, current=True)
    assert "X-Review-State" not in again.metadata


def test_the_catalog_under_review_is_not_changed() -> None:
    catalog = translated(template("a"))
    before = format_po(catalog)
    reviewed(catalog, "Dr. Ruiz", DAY)
    assert format_po(catalog) == before


def test_order_comments_and_unpublished_messages_do_not_matter() -> None:
    catalog = reviewed(translated(template("a", "b")), "Dr. Ruiz", DAY)
    merged = merge(catalog, template("new", "b", "a"), LATER)
    merged[1].translator_comments = ["a note"]
    assert review_state(merged).current


def test_a_review_is_not_current_after_any_change_of_the_text() -> None:
    catalog = reviewed(translated(template("a", "b")), "Dr. Ruiz", DAY)
    catalog[0].msgstr += "."
    assert review_state(catalog) == Review("Dr. Ruiz", DAY, current=False)
    catalog[0].msgstr = catalog[0].msgstr.removesuffix(".")
    assert review_state(catalog).current
    catalog[0].flags = ["fuzzy"]
    assert not review_state(catalog).current


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('msgid "a"\nmsgstr "b"\n', 'msgctxt ""\nmsgid "a"\nmsgstr "b"\n'),
        ('msgid "a"\nmsgstr "bc"\n', 'msgid "ab"\nmsgstr "c"\n'),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n', 'msgid "a"\nmsgstr "d"\n\nmsgid "c"\nmsgstr "b"\n'),
        ('msgid "a"\nmsgstr "b\\nc"\n', 'msgid "a"\nmsgstr "b\\\\nc"\n'),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n',
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "d"\nmsgstr[1] "c"\n',
        ),
    ],
)
def test_other_texts_have_another_digest(one: str, other: str) -> None:
    assert digest(read(one, PLURAL_HEADER)) != digest(read(other, PLURAL_HEADER))


def test_the_digest_never_changes_between_versions() -> None:
    # A change of this value would make every recorded review look outdated.
    assert (
        digest(translated(template("a", ("c", "é"))))
        == "11e4f5fc2c5d218b5b53a7616e7cfb5838ae6c08891c82c96a1b41b38829875d"
    )


def test_a_date_that_cannot_be_read_is_none() -> None:
    catalog = reviewed(translated(template("a")), "Dr. Ruiz", DAY)
    catalog.metadata["X-Reviewed-On"] = "last week"
    assert review_state(catalog) == Review("Dr. Ruiz", None, current=True)


def test_who_translated_and_how_is_what_the_header_says() -> None:
    catalog = translated(template("a"))
    assert (review_state(catalog).translator, review_state(catalog).method) == ("", "")
    catalog.metadata |= {"X-Translated-By": " Bea Blum ", "X-Translation-Method": "machine-corrected"}
    found = review_state(read_po(format_po(catalog).encode(), "x.po"))
    assert (found.translator, found.method) == ("Bea Blum", "machine-corrected")
