"""How long a review holds."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article.periods import months_later, read_months

from .test_front_matter import GOOD, faults, read


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("3 years", 36),
        ("1 year", 12),
        ("18 months", 18),
        (None, 0),
        ("3", None),
        (3, None),
        ("0 years", None),
        ("", None),
    ],
)
def test_periods(text, months):
    assert read_months(text) == months


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ((2026, 11, 22), 36, (2029, 11, 22)),
        ((2026, 11, 22), 2, (2027, 1, 22)),
        ((2026, 1, 31), 1, (2026, 2, 28)),
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2026, 12, 31), 12, (2027, 12, 31)),
    ],
)
def test_the_same_day_later(day, months, later):
    assert months_later(dt.date(*day), months) == dt.date(*later)


@given(st.dates(), st.integers(1, 99 * 12))
def test_later_is_later(day, months):
    later = months_later(day, months)
    assert later > day or later.year == dt.MAXYEAR
    assert later.day <= day.day


def test_an_author_says_how_long_a_review_holds():
    found = read(f"{GOOD}reviewed: 2026-11-22\nreview-every: 3 years\n")
    assert (found.review_due, found.review_months) == (dt.date(2029, 11, 22), 36)


def test_or_the_day_of_the_next_one():
    found = read(f"{GOOD}reviewed: 2026-11-22\nreview-due: 2028-01-31\n")
    assert (found.review_due, found.review_months) == (dt.date(2028, 1, 31), 0)


@pytest.mark.parametrize(
    ("keys", "line", "words"),
    [
        ("reviewed: 2026-11-22\nreview-every: often\n", 5, "review-every: must be a number of months or years"),
        ("reviewed: 2026-11-22\nreview-every: 3\n", 5, "review-every: must be a number of months or years"),
        ("reviewed: 2026-11-22\nreview-due: 2026-11-22\n", 5, "review-due: must be later than the last review"),
        ("reviewed: 2026-11-22\nreview-due: soon\n", 5, "review-due: must be a date"),
        ("review-due: 2028-11-22\n", 4, "review-due: needs the day of the last review"),
        ("review-every: 3 years\n", 4, "review-every: needs the day of the last review"),
        ("reviewed: 2026-11-22\nreview-due: 2028-11-22\nreview-every: 2 years\n", 6, "review-every: stands beside"),
        ("reviewed: 2026-11-22\nreview_due: 2028-11-22\n", 5, "review_due: unknown; did you mean review-due?"),
    ],
)
def test_what_is_wrong_is_told(keys, line, words):
    ((found, message),) = faults(f"---\n{GOOD}{keys}---\n")
    assert found == line
    assert message.startswith(words)
