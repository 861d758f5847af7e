"""Korean."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("dr prof mr mrs ms"),
    not_before_number=word_set("no vol fig"),
    ordinals=True,
)
