"""Damaged catalogs and articles, many of them: never a traceback, never a loss. More: ``benchmarks/fuzz.py``."""

import os
import random

import pytest
from article.damaged import ARTICLE, assert_every_translation_is_published, document_or_told
from catalogs.damaged import CATALOG, edited
from catalogs.invariants import (
    assert_merge_loses_nothing,
    msgcat_may_differ,
    msgcat_or_refused,
    read_or_told,
    written,
)
from catalogs.support import po_files
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import mutated

from pipeline.catalogs import read_po


@pytest.fixture
def chance():
    """In CI the same inputs each time, so that a red build is about its commit."""
    return random.Random(1 if os.environ.get("CI") else None)  # noqa: S311 - damage, not secrets


def test_any_catalog_is_read_without_loss_or_refused(chance):
    read = 0
    for _ in range(2000):
        data = mutated(chance, CATALOG)
        catalog = read_or_told(data)
        if catalog is None:
            continue
        text = written(catalog)
        read += 1
        if read % 20 == 0 and not msgcat_may_differ(data):
            assert msgcat_or_refused(data) in {None, text.encode()}, data
        assert_merge_loses_nothing(catalog, edited(chance, catalog))
    assert read > 200


def test_any_article_is_published_with_every_translation_or_refused(chance):
    read = 0
    for _ in range(200):
        source = document_or_told(mutated(chance, ARTICLE))
        if source:
            assert_every_translation_is_published(source)
            read += 1
    assert read > 50


@given(po_files(), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_no_edit_of_an_article_loses_a_translation(text, chance):
    catalog = read_po(text.encode(), "x.po")
    assert_merge_loses_nothing(catalog, edited(chance, catalog))
