"""What a catalog says about its page."""

import datetime as dt

import pytest

from pipeline.catalogs import merge
from pipeline.catalogs.publication import record_publication, standing
from pipeline.model import Key

from .support import LATER, template, translated

A, B = Key(None, "a b c"), Key(None, "d")


def after(old, *texts):
    new = merge(old, template(*texts, now=LATER), LATER)
    record_publication(old, new, standing(old, {A, B}), 0.8)
    return new.metadata.get("X-Published"), new.metadata.get("X-Outdated-Since"), new


def test_nothing_is_recorded_while_the_source_stays():
    assert after(translated(template(A.text, B.text)), A.text, B.text)[:2] == (None, None)


def test_a_change_of_the_source_records_that_the_page_was_complete():
    published, outdated, new = after(translated(template(A.text, B.text)), A.text, B.text, "e")
    assert (published, outdated) == ("2026-11-23", None)
    assert standing(new, ()).recorded == dt.date(2026, 11, 23)
    again = merge(new, template(A.text), LATER)
    record_publication(new, again, standing(new, ()), 0.8)
    assert again.metadata["X-Published"] == "2026-11-23"


def test_since_when_it_is_out_of_date_is_recorded_until_it_is_mended():
    text = "Call your doctor or nurse if the pain in your back does not go away."
    published, outdated, new = after(translated(template(text)), text.replace("nurse", "clinic"))
    assert (published, outdated) == ("2026-11-23", "2026-11-23")
    new[0].flags, new[0].previous_msgid = [], None
    again = merge(new, template(new[0].msgid), LATER)
    record_publication(new, again, standing(new, ()), 0.8)
    assert "X-Outdated-Since" not in again.metadata


@pytest.mark.parametrize(
    ("missing", "optional", "published"),
    [
        pytest.param("d", {A, B}, True, id="enough words"),
        pytest.param("a b c", {A, B}, False, id="not enough words"),
        pytest.param("d", {A}, False, id="what is missing may have been critical"),
    ],
)
def test_a_page_counts_as_published_only_if_it_surely_was(missing, optional, published):
    catalog = translated(template(A.text, B.text))
    next(message for message in catalog if message.msgid == missing).msgstr = ""
    assert standing(catalog, optional).published(0.7) is published


def test_an_empty_catalog_and_a_date_that_is_none_say_nothing():
    catalog = template()
    catalog.metadata["X-Published"] = "soon"
    assert not standing(catalog, ()).published(0)
