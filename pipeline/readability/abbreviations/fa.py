"""Persian."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("آ خ ه.ش ق.م د"),
    not_before_number=word_set("ص ش تلفن"),
    end_before_capital=word_set("غیره"),
)
