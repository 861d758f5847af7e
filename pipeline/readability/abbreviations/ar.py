"""Arabic."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set("د أ.د أ م ا دكتور ص.ب ت ق ج ش"),
    not_before_number=word_set("ص رقم تلفون ت"),
    end_before_capital=word_set("إلخ الخ"),
)
