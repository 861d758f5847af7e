"""Hebrew."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("ד\"ר פרופ' פרופ גב' גב עו\"ד רח' רח ע\"י"),
    not_before_number=word_set("עמ' עמ מס' מס טל' טל"),
    end_before_capital=word_set("וכו' וכו וכד'"),
)
