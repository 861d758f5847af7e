"""Urdu."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("ڈاکٹر م ا"),
    not_before_number=word_set("ص نمبر"),
    end_before_capital=word_set("وغیرہ"),
)
