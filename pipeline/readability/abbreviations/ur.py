"""Urdu."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "ڈاکٹر م ا اے بی سی ڈی ای ایف جی ایچ جے کے ایل ایم این پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ"
    ),
    not_before_number=word_set("ص نمبر"),
    end_before_capital=word_set("وغیرہ"),
)
